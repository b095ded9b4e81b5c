"""What is unrated, above the ceiling or leaves out a delegation comes on no agenda, by no way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import suggesting
from dialogueprep.commands.library import Judgement, rate
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, DialogueId, ItemId, ItemKind
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Format,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Topic,
    TopicId,
)
from dialogueprep.domain.offer import why_kept
from dialogueprep.domain.suggesting import Choice
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, library
from dialogueprep.store.workspace import Store


def ratings(sensitivity: int) -> tuple[Rating, ...]:
    return tuple(
        Rating(id=RatingId(f"{axis}{sensitivity}{n}"), axis=axis, value=value, reason="So.",
               rater="", rated=date(2026, 1, 1))
        for n, (axis, value) in enumerate(
            ((Axis.SENSITIVITY, sensitivity), (Axis.OPERABILITY, 4)))
    )  # fmt: skip


def topic(name: str, rated: tuple[Rating, ...], format_: str = "China-Japan-ROK") -> Topic:
    mine = tuple(replace(r, id=RatingId(name + r.id)) for r in rated)
    return Topic(
        id=TopicId(name), titles=Texts.of(en=name), dimension=Dimension.ECONOMIC, ratings=mine,
        formats=(Format(format_),),
    )  # fmt: skip


def under(of: Topic, rated: tuple[Rating, ...]) -> Recommendation:
    mine = tuple(replace(r, id=RatingId(f"r{of.id}{r.id}")) for r in rated)
    return Recommendation(
        id=RecommendationId(f"r-{of.id}"), topic=of.id, titles=of.titles, texts=of.titles,
        dimension=of.dimension, formats=of.formats, ratings=mine,
    )  # fmt: skip


UNRATED = topic("unrated", ())
ABOVE = topic("above", ratings(4))
ELSEWHERE = topic("elsewhere", ratings(1), "US-Japan-ROK")
GOOD = topic("good", ratings(1))
BARRED = (UNRATED, ABOVE, ELSEWHERE)


@pytest.fixture
def shelf(store: Store, sample: Dialogue) -> Dialogue:
    """Return the sample, with topics that it may not be offered beside one that it may."""
    with store.step("Fill") as step:
        for each in (*BARRED, GOOD):
            library.put_topic(step, each)
            library.put_recommendation(step, under(each, each.ratings))
    return sample


def item(of: Dialogue, **facts: object) -> AgendaItem:
    plain = AgendaItem(
        id=ItemId("new"), dialogue=of.id, kind=ItemKind.DISCUSSION, titles=Texts.of(en="New"),
        day=0, minutes=30,
    )  # fmt: skip
    return replace(plain, **facts)


Way = Callable[[Store, Dialogue, Topic], object]


def by_adding(store: Store, of: Dialogue, it: Topic) -> object:
    return commands.add_topic(store, of, it, [], day=0)


def by_filling(store: Store, of: Dialogue, it: Topic) -> object:
    waiting = agenda.read(store, commands.add_item(store, item(of)))
    return commands.fill_with_topic(store, of, waiting, it, [])


def by_several(store: Store, of: Dialogue, it: Topic) -> object:
    return commands.add_topics(store, of, [(GOOD, 30), (it, 30)], [])


def by_suggestion(store: Store, of: Dialogue, it: Topic) -> object:
    return suggesting.put_on_agenda(store, of, [Choice(it.id, 30, ())])


def by_a_new_item(store: Store, of: Dialogue, it: Topic) -> object:
    return commands.add_item(store, item(of, topic=it.id))


def by_a_spot(store: Store, of: Dialogue, it: Topic) -> object:
    return commands.place(store, item(of, topic=it.id), Spot(0))


def by_changing(store: Store, of: Dialogue, it: Topic) -> object:
    known = agenda.read(store, commands.add_item(store, item(of)))
    return commands.change_item(store, replace(known, topic=it.id))


def by_its_recommendation(store: Store, of: Dialogue, it: Topic) -> object:
    known = agenda.read(store, commands.add_topic(store, of, GOOD, [], day=0))
    return commands.change_item(
        store, replace(known, recommendations=(RecommendationId(f"r-{it.id}"),))
    )


def by_several_changes(store: Store, of: Dialogue, it: Topic) -> object:
    known = agenda.read(store, commands.add_item(store, item(of)))
    return commands.change_items(store, [replace(known, topic=it.id)], "Change")


WAYS = (
    by_adding, by_filling, by_several, by_suggestion, by_a_new_item, by_a_spot, by_changing,
    by_its_recommendation, by_several_changes,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("barred", BARRED, ids=lambda t: t.id)
def test_no_way_puts_on_the_agenda_what_is_not_offered(
    store: Store, shelf: Dialogue, way: Way, barred: Topic
) -> None:
    with pytest.raises(Refused, match="topic-not-offered"):
        way(store, shelf, barred)
    on = agenda.of_dialogue(store, shelf.id)
    assert barred.id not in [i.topic for i in on]
    assert f"r-{barred.id}" not in [r for i in on for r in i.recommendations]


def test_candidates_of_a_topic_are_offered_ones_only(store: Store, shelf: Dialogue) -> None:
    known = [replace(under(barred, barred.ratings), topic=GOOD.id) for barred in BARRED]
    mine = under(GOOD, GOOD.ratings)
    added = commands.add_topic(store, shelf, GOOD, [*known, mine], day=0)
    assert agenda.read(store, added).recommendations == (mine.id,)


def test_what_stands_on_an_agenda_stays_when_it_is_rated_higher(
    store: Store, shelf: Dialogue
) -> None:
    added = agenda.read(store, commands.add_topic(store, shelf, GOOD, [], day=0))
    rate(store, GOOD, [Judgement(Axis.SENSITIVITY, 5, "News.")], rater="", on=date(2026, 2, 1))
    commands.change_item(store, replace(added, minutes=45))
    assert agenda.read(store, added.id).minutes == 45
    assert commands.duplicate(store, agenda.read(store, added.id))


def test_one_high_view_keeps_a_topic_from_a_table(store: Store, shelf: Dialogue) -> None:
    rate(store, GOOD, [Judgement(Axis.SENSITIVITY, 5, "A dispute.")], rater="",
         on=date(2026, 2, 1), delegation="JP")  # fmt: skip
    seen = library.some_topics(store, [GOOD.id])[GOOD.id]
    assert (seen.sensitivity, seen.offered(3, shelf.table)) == (5, False)
    with pytest.raises(Refused, match="topic-not-offered"):
        commands.add_topic(store, shelf, seen, [], day=0)


def test_a_suggestion_has_offered_topics_only(store: Store, shelf: Dialogue) -> None:
    of = dialogues.read(store, DialogueId(shelf.id))
    found = suggesting.suggest(store, of, 600)
    chosen = library.some_topics(store, [c.topic for c in found.choices])
    assert chosen
    assert all(t.offered(of.ceiling, of.table) for t in chosen.values())
    assert not {t.id for t in BARRED} & set(chosen)


def test_what_is_counted_as_kept_back_is_what_is_not_offered(store: Store, shelf: Dialogue) -> None:
    every = library.topics(store)
    for ceiling in (1, 3, 5):
        of = replace(shelf, ceiling=ceiling)
        kept = [why_kept(t, ceiling, of.table) is not None for t in every]
        assert kept == [not t.offered(ceiling, of.table) for t in every]
        assert 0 < sum(kept) <= len(every)
