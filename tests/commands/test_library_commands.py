from __future__ import annotations

from datetime import date

import pytest

from dialogueprep.commands import library as commands
from dialogueprep.commands.library import Judgement, View
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Recommendation,
    RecommendationId,
    Topic,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, library, settings
from dialogueprep.store.topic_search import topics_found
from dialogueprep.store.workspace import Store

TODAY = date(2026, 11, 3)


def first(store: Store) -> Topic:
    return library.topics(store)[0]


def test_a_rating_keeps_those_of_the_other_axis_and_of_single_delegations(
    store: Store, sample: Dialogue
) -> None:
    before = first(store)
    judged = [Judgement(Axis.SENSITIVITY, 4, " A dispute began. ")]
    commands.rate(store, before, judged, rater="Secretariat", on=TODAY)
    after = next(t for t in library.topics(store) if t.id == before.id)
    assert (after.sensitivity, after.operability) == (4, before.operability)
    rating = next(r for r in after.ratings if r.axis is Axis.SENSITIVITY)
    assert (rating.reason, rating.review_by) == ("A dispute began.", None)
    assert settings.read(store, commands.RATER) == "Secretariat"
    store.undo()
    assert first(store) == before


def test_a_delegation_may_see_it_higher_and_the_highest_counts(
    store: Store, sample: Dialogue
) -> None:
    before = first(store)
    for value, delegation in ((5, "KR"), (4, "KR"), (3, "JP")):
        commands.rate(
            store, first_of(store, before), [Judgement(Axis.SENSITIVITY, value, "As they see it.")],
            rater="Us", on=TODAY, delegation=delegation,
        )  # fmt: skip
    after = first_of(store, before)
    assert len(after.ratings) == len(before.ratings) + 2
    assert after.sensitivity == 4
    commands.take_rating_back(store, after, Axis.SENSITIVITY, "KR")
    assert first_of(store, before).sensitivity == 3


def first_of(store: Store, topic: Topic) -> Topic:
    return next(t for t in library.topics(store) if t.id == topic.id)


def test_expired_ratings_are_told_with_their_entry(store: Store, sample: Dialogue) -> None:
    topic = first(store)
    it = library.recommendations(store)[0]
    soon = date(2020, 1, 2)
    assert library.expired(store, soon) == ()
    for entry in (topic, it):
        commands.rate(
            store, entry, [Judgement(Axis.OPERABILITY, 2, "For now.")], rater="Us",
            on=date(2019, 1, 2), review_by=soon,
        )  # fmt: skip
    found = library.expired(store, soon)
    assert {e.entry: e.titles for e in found} == {topic.id: topic.titles, it.id: it.titles}
    assert all(e.rating.reason == "For now." for e in found)


def test_a_rating_without_a_reason_is_refused(store: Store, sample: Dialogue) -> None:
    before = first(store)
    with pytest.raises(Refused, match="rating-needs-reason"):
        commands.rate(store, before, [Judgement(Axis.OPERABILITY, 1, "  ")], rater="", on=TODAY)
    assert first(store) == before


def test_a_new_recommendation_has_no_rating_and_no_passage(store: Store, sample: Dialogue) -> None:
    topic = first(store)
    it = Recommendation(
        id=RecommendationId(""),
        topic=topic.id,
        titles=Texts.of(en="Meet yearly"),
        texts=Texts(),
        dimension=topic.dimension,
        ratings=topic.ratings,
        passages=topic.passages,
    )
    added = commands.add_recommendation(store, it)
    found = next(r for r in library.recommendations(store) if r.id == added)
    assert (found.ratings, found.passages) == ((), ())


def test_an_entry_without_a_title_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="entry-needs-title"):
        commands.add_topic(store, Texts(), Dimension.ECONOMIC)
    assert library.count_topics(store) == 0


def test_a_removed_topic_leaves_its_agenda_item(store: Store, sample: Dialogue) -> None:
    use = agenda.topic_uses(store)[0]
    commands.remove_topic(store, use.topic)
    assert agenda.read(store, use.item).topic is None
    assert use.item not in [u.item for u in agenda.topic_uses(store)]
    store.undo()
    assert agenda.read(store, use.item).topic == use.topic


def test_uses_say_where_a_topic_stands(store: Store, sample: Dialogue) -> None:
    items = {i.id: i for i in agenda.of_dialogue(store, sample.id)}
    uses = agenda.topic_uses(store)
    assert {u.item for u in uses} == {i.id for i in items.values() if i.topic}
    for use in uses:
        item = items[use.item]
        assert (use.topic, use.day, use.minutes) == (item.topic, item.day, item.minutes)
        assert use.titles == item.titles


def test_a_topic_is_found_by_any_of_its_parts(store: Store) -> None:
    topic = commands.add_topic(
        store, Texts.of(en="Ports", ja="港湾"), Dimension.ECONOMIC,
        questions=[Texts.of(ko="선박 도착 정보를 나눌 수 있는가")], tags=["berths"],
        summaries=Texts.of(en="Quays and cranes"),
    )  # fmt: skip
    it = Recommendation(
        id=RecommendationId(""), topic=topic, titles=Texts.of(zh="共享泊位信息"), texts=Texts(),
        dimension=Dimension.ECONOMIC,
    )  # fmt: skip
    commands.add_recommendation(store, it)
    for query in ("ports", "港湾", "선박", "cranes", "泊位"):
        assert topics_found(store, query) == {topic}, query
    assert topics_found(store, "nothing of the kind") == frozenset()


def test_views_are_written_and_taken_back_in_one_step(store: Store, sample: Dialogue) -> None:
    before = first(store)
    seen = View("JP", (Judgement(Axis.SENSITIVITY, 5, "Elections."),))
    commands.rate_views(
        store, before, [seen, View(None, (), (Axis.OPERABILITY,))], rater="Us", on=TODAY
    )
    after = first_of(store, before)
    assert (after.sensitivity, after.operability) == (5, None)
    assert not after.offered(5, sample.table)
    store.undo()
    assert first_of(store, before) == before


def test_a_review_has_to_lie_ahead(store: Store, sample: Dialogue) -> None:
    before = first(store)
    with pytest.raises(Refused, match="review-before-rating"):
        commands.rate(
            store, before, [Judgement(Axis.OPERABILITY, 1, "So.")], rater="", on=TODAY,
            review_by=TODAY,
        )  # fmt: skip
    assert first_of(store, before) == before
