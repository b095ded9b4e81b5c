"""A library that is taken in: a dry run first, one undo, nothing twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dialogueprep.commands import library_files as commands
from dialogueprep.domain.collection import Collection
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.library_files import ENDINGS, read_library_file, write_library
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.store import library
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
        write_library(there, file, with_ratings=with_ratings)
        brought = read_library_file(file)
        assert not commands.preview(store, brought).writes
        commands.take_in(store, brought)
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
    commands.take_in(store, brought)
    after = {t.id: t for t in library.topics(store)}
    assert len(after) == len(there.topics) + 1
    assert after[old.id] == replace(changed, ratings=old.ratings)
    assert "new 1" not in after
    store.undo()
    assert commands.whole(store) == there


def test_the_library_of_another_workspace_is_known_by_its_titles(store: Store) -> None:
    first = shipped()
    assert len(commands.take_in(store, first).new) == len(first.entries)
    there = commands.whole(store)
    assert there.without_ratings() != first.without_ratings()
    again = commands.preview(store, first)
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
