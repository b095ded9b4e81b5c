"""A library that is taken in: a dry run first, one undo, nothing twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.commands import library_files as commands
from dialogueprep.domain.collection import Collection
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Cancelled
from dialogueprep.domain.library import Dimension, RatingId, Topic, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.library_files import ENDINGS, read_library_file, write_library
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.store import library, workspace
from dialogueprep.store.workspace import Store


def shipped() -> Collection:
    read = read_library()
    return Collection(
        sources=read.sources,
        topics=read.topics,
        recommendations=read.recommendations,
        tags={t.id: t.labels for t in read.tags},
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_went_out_is_the_same_when_it_comes_back(
    store: Store, sample: Dialogue, tmp_path: Path, ending: str
) -> None:
    there = commands.whole(store)
    for with_ratings in (True, False):
        file = tmp_path / f"out{with_ratings}{ending}"
        write_library(there, file, with_ratings=with_ratings, with_histories=True)
        brought = read_library_file(file)
        told = commands.preview(store, brought, with_ratings=True, with_histories=True)
        assert not told.writes
        assert told.known_uses == len(there.uses) > 0
        commands.take_in(store, told)
    assert commands.whole(store) == there
    assert store.undo_label != "Take in library"


def test_the_shipped_library_is_known_by_its_names(store: Store, sample: Dialogue) -> None:
    found = commands.preview(store, shipped())
    assert not found.new
    assert not found.changed


def test_one_step_takes_in_new_and_changed_entries_and_keeps_ratings(
    store: Store, sample: Dialogue
) -> None:
    there = commands.whole(store)
    old = next(t for t in there.topics if t.rated)
    changed = replace(old, titles=old.titles.with_wording("en", "Other words"), ratings=())
    new = Topic(
        id=TopicId("new 1"), titles=Texts.of(ko="항만"), dimension=Dimension.ECONOMIC, tags=("x",)
    )
    brought = replace(
        there.only([old.id]).without_ratings(), topics=(changed, new), recommendations=()
    )
    told = commands.preview(store, brought)
    assert [len(each) for each in (told.new, told.changed, told.same)] == [1, 1, 0]
    assert commands.whole(store) == there
    commands.take_in(store, told)
    after = {t.id: t for t in library.topics(store)}
    assert len(after) == len(there.topics) + 1
    assert after[old.id] == replace(changed, ratings=old.ratings)
    assert "new 1" not in after
    store.undo()
    assert commands.whole(store) == there


def test_the_library_of_another_workspace_is_known_by_its_titles(store: Store) -> None:
    first = shipped()
    assert commands.take_in(store, commands.preview(store, first)) >= len(first.entries)
    assert not any(e.ratings for e in commands.whole(store).entries)
    commands.take_in(store, commands.preview(store, first, with_ratings=True))
    there = commands.whole(store)
    assert there.without_ratings() != first.without_ratings()
    again = commands.preview(store, first, with_ratings=True)
    assert not again.writes
    assert len(again.same) == len(first.entries)


def test_a_selection_brings_topic_sources_and_tags(store: Store, sample: Dialogue) -> None:
    there = commands.whole(store)
    it = next(r for r in there.recommendations if r.tags and r.passages)
    chosen = there.only([it.id])
    assert chosen.recommendations == (it,)
    assert [t.id for t in chosen.topics] == [it.topic]
    assert {p.source for p in it.passages} <= {s.id for s in chosen.sources}
    assert set(it.tags) <= set(chosen.tags)


def test_ratings_and_histories_travel_to_another_workspace_and_on(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    there = commands.whole(store)
    with workspace.create(tmp_path / "other", KEY, "Other") as other:
        write_library(there, tmp_path / "a.csv", with_ratings=True, with_histories=True)
        brought = read_library_file(tmp_path / "a.csv")
        commands.take_in(other, commands.preview(other, brought))
        assert not commands.whole(other).uses
        asked = commands.preview(other, brought, with_ratings=True, with_histories=True)
        commands.take_in(other, asked)
        after = commands.whole(other)
        assert {u.entry for u in after.uses} == {u.entry for u in there.uses}
        assert all(u.elsewhere for u in after.uses)
        write_library(after, tmp_path / "b.csv", with_ratings=True, with_histories=True)
        back = read_library_file(tmp_path / "b.csv")
        assert set(back.uses) == set(brought.uses)
        assert {e.id: set(e.ratings) for e in back.entries} == {
            e.id: set(e.ratings) for e in brought.entries
        }
        other.undo()
        assert not commands.whole(other).uses


def test_what_is_left_stays_and_takes_its_recommendations_with_it(store: Store) -> None:
    told = commands.preview(store, shipped())
    topic = next(c for c in told.new if c.kind == "topic")
    commands.take_in(store, told, [topic.id])
    assert topic.id not in {t.id for t in library.topics(store)}
    assert topic.id not in {r.topic for r in library.recommendations(store)}
    assert len(library.topics(store)) == len(shipped().topics) - 1


def test_a_change_says_which_field_differs_in_which_language(
    store: Store, sample: Dialogue
) -> None:
    there = commands.whole(store)
    old = there.topics[0]
    other = replace(old, titles=old.titles.with_wording("ja", "別の題"), tags=("x",))
    (change,) = commands.preview(store, Collection(sources=there.sources, topics=(other,))).changed
    assert [(d.field, d.language) for d in change.differences] == [("titles", "ja"), ("tags", None)]


def test_a_rating_of_one_delegation_does_not_replace_that_of_another(
    store: Store, sample: Dialogue
) -> None:
    there = commands.whole(store)
    old = next(t for t in there.topics if t.ratings)
    mine = replace(old.ratings[0], id=RatingId("f" * 32), delegation="KR", value=5)
    brought = Collection(sources=there.sources, topics=(replace(old, ratings=(mine,)),))
    commands.take_in(store, commands.preview(store, brought, with_ratings=True))
    after = next(t for t in library.topics(store) if t.id == old.id)
    assert set(after.ratings) == {*old.ratings, mine}


def test_taking_in_can_be_stopped_and_leaves_nothing(store: Store) -> None:
    there = commands.whole(store)

    def stop(done: int, _every: int) -> None:
        if done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        commands.take_in(store, commands.preview(store, shipped()), tick=stop)
    assert commands.whole(store) == there
