"""Merging keeps both provenances and everything that points at an entry; one undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import library_files
from dialogueprep.commands import likeness as commands
from dialogueprep.domain.dialogue import Dialogue, DialogueId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Axis, Rating, RatingId, Recommendation, Topic
from dialogueprep.domain.likeness import Saying, saying
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, library, library_use, pairs, past_uses, sayings
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import duplicates


def on_table(store: Store, sample: Dialogue) -> tuple[Recommendation, Recommendation]:
    """Return a recommendation that is on an agenda, and another one that is not."""
    used = {r for i in agenda.of_dialogue(store, sample.id) for r in i.recommendations}
    every = library.recommendations(store)
    return next(r for r in every if r.id in used), next(r for r in every if r.id not in used)


def test_merged_recommendations_keep_both_provenances_and_the_higher_rating(
    store: Store, sample: Dialogue
) -> None:
    gone, kept = on_table(store, sample)
    rating = Rating(
        id=RatingId(new_id()), axis=Axis.SENSITIVITY, value=5, reason="A dispute began.",
        rater="Us", rated=date(2026, 11, 1), delegation=None,
    )  # fmt: skip
    others = tuple(r for r in gone.ratings if r.axis is not Axis.SENSITIVITY)
    gone = replace(gone, ratings=(*others, rating))
    with store.step("Rate") as step:
        library.put_recommendation(step, gone)
    before = library_files.whole(store)
    uses = {(u.dialogue, u.item) for u in library_use.uses(store) if u.entry == gone.id}
    became = commands.merge(store, kept, gone)
    found = {r.id: r for r in library.recommendations(store)}
    assert gone.id not in found
    assert replace(found[kept.id], ratings=()) == replace(became, ratings=())
    assert set(became.passages) == {*kept.passages, *gone.passages}
    assert set(became.tags) == {*kept.tags, *gone.tags}
    assert became.titles == kept.titles
    (judged,) = (r for r in found[kept.id].ratings if r.axis is Axis.SENSITIVITY)
    assert judged.value == 5
    assert judged.reason.startswith("A dispute began.")
    old = next(r for r in kept.ratings if r.axis is Axis.SENSITIVITY)
    assert old.reason in judged.reason
    assert uses <= {(u.dialogue, u.item) for u in library_use.uses(store) if u.entry == kept.id}
    store.undo()
    assert library_files.whole(store) == before
    assert uses == {(u.dialogue, u.item) for u in library_use.uses(store) if u.entry == gone.id}


def test_a_merged_topic_takes_recommendations_and_items_along(
    store: Store, sample: Dialogue
) -> None:
    use = agenda.topic_uses(store)[0]
    topics = {t.id: t for t in library.topics(store)}
    gone = topics.pop(use.topic)
    kept = next(iter(topics.values()))
    theirs = {r.id for r in library.recommendations(store) if r.topic == gone.id}
    commands.merge(store, kept, gone)
    assert agenda.read(store, use.item).topic == kept.id
    moved = {r.id for r in library.recommendations(store) if r.topic == kept.id}
    assert theirs <= moved


def test_uses_in_dialogues_of_other_workspaces_move_with_a_merge(
    store: Store, sample: Dialogue
) -> None:
    kept, gone = library.topics(store)[:2]
    known = next(iter(library_use.uses(store)))
    elsewhere = replace(known, entry=gone.id, dialogue=DialogueId(new_id()), item=None)
    with store.step("Take in") as step:
        past_uses.put_past_use(step, elsewhere)
    commands.merge(store, kept, gone)
    assert [u.dialogue for u in past_uses.past_uses(store, {kept.id})] == [elsewhere.dialogue]
    store.undo()
    assert [u.entry for u in past_uses.past_uses(store)] == [gone.id]


def test_decisions_are_remembered_move_with_a_merge_and_are_taken_back(
    store: Store, sample: Dialogue
) -> None:
    one, other, third = library.recommendations(store)[:3]
    commands.link_as_variant(store, one.id, other.id)
    commands.not_the_same(store, other.id, third.id)
    assert pairs.variants(store) == {
        one.id: frozenset({other.id}),
        other.id: frozenset({one.id}),
    }
    assert frozenset((other.id, third.id)) in pairs.settled(store)
    commands.merge(store, one, other)
    assert pairs.settled(store) == {frozenset((one.id, third.id))}
    store.undo()
    commands.undecided(store, third.id, other.id)
    assert pairs.settled(store) == {frozenset((one.id, other.id))}


def test_what_is_decided_is_not_proposed(store: Store, sample: Dialogue) -> None:
    first = duplicates.proposals(store)[0]
    commands.not_the_same(store, first.one, first.other)
    assert first.pair not in {it.pair for it in duplicates.proposals(store)}


def test_different_kinds_and_one_entry_are_not_merged(store: Store, sample: Dialogue) -> None:
    topic: Topic = library.topics(store)[0]
    with pytest.raises(Refused, match="merge-with-itself"):
        commands.merge(store, topic, topic)
    with pytest.raises(Refused, match="merge-different-kinds"):
        commands.merge(store, topic, library.recommendations(store)[0])  # pyright: ignore


def test_what_a_closed_dialogue_used_stays(store: Store, sample: Dialogue) -> None:
    use = agenda.topic_uses(store)[0]
    topics = {t.id: t for t in library.topics(store)}
    used = topics.pop(use.topic)
    other = next(
        t for t in topics.values() if t.id not in {u.topic for u in agenda.topic_uses(store)}
    )
    with store.step("Close") as step:
        dialogues.put(step, replace(sample, phase=Phase.CLOSED))
    with pytest.raises(Refused, match="merge-used-in-closed-dialogue"):
        commands.merge(store, other, used)
    assert used in library.topics(store)
    commands.merge(store, used, other)
    assert other.id not in {t.id for t in library.topics(store)}


def test_what_is_new_is_compared_with_the_library(store: Store, sample: Dialogue) -> None:
    known = next(r for r in library.recommendations(store) if "ports" in r.titles.best("en"))
    same, other = (
        Saying(id=name, titles=Texts.of({language: words}), body=Texts())
        for name, language, words in (
            ("same", "en", known.titles.best("en")),
            ("other", "en", "Paint the benches of the park"),
        )
    )
    what = duplicates.to_compare(store)
    found = duplicates.beside_library(what, (same, other))
    assert found["same"][0].other == known.id
    assert found["same"][0].one == "same"
    assert "other" not in found


def test_entries_are_read_in_slices_with_all_that_is_compared(
    store: Store, sample: Dialogue
) -> None:
    read = [it for part in sayings.read(store) for it in part]
    assert len(read) == sayings.count(store)
    entries = (*library.topics(store), *library.recommendations(store))
    known = {str(e.id): saying(e) for e in entries}
    assert {it.id: it for it in read} == known
