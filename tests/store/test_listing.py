"""The listing of topics: what is read again after a step says what reading all anew would say."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.commands import library as commands
from dialogueprep.commands.library import Judgement
from dialogueprep.domain.library import Axis, Dimension, Format
from dialogueprep.store import library, library_listing, workspace
from dialogueprep.store.library_listing import DIFFER, EXPIRED, UNRATED, Listing
from dialogueprep.store.marks import Marks, bits_of, flags_of, in_order
from dialogueprep.store.workspace import Store

EARLIER, TODAY = date(2025, 11, 3), date(2026, 11, 3)
SORTINGS = ("sensitivity", "operability", "title", "use")
GROUPS = ("cell", "format", "dimension", "tag", "source", "rating", "used")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workspace with the shipped library, to copy."""
    from dialogueprep.workflows.sample import put_in_library

    folder = tmp_path_factory.mktemp("shipped") / "workspace"
    with workspace.create(folder, KEY, "Test") as store:
        put_in_library(store)
    return folder


@pytest.fixture
def store(shipped: Path, folder: Path) -> Iterator[Store]:
    shutil.copytree(shipped, folder)
    with workspace.open(folder, KEY) as opened:
        yield opened


def said(listing: Listing) -> dict[str, object]:
    """Return all that a listing says, by ids instead of positions."""
    ids = listing.ids

    def named(bits: int) -> set[str]:
        return {ids[at] for at in listing.sorted(bits, "title")}

    marks = {
        (group, value): there
        for group in GROUPS
        for value, bits in listing.marks.values(group).items()
        if (there := named(bits))
    }
    facts = {ids[at]: (listing.names[at], listing.formats[at], listing.cells[at])
             for at in listing.order("title")}  # fmt: skip
    keys = {s: [listing._key(s, at) for at in listing.order(s)] for s in SORTINGS}
    return {"marks": marks, "facts": facts, "keys": keys, "there": named(listing.marks.there),
            "recommendations": listing.recommendations}  # fmt: skip


def anew(store: Store) -> dict[str, object]:
    listing = Listing(store.db)
    listing.catch_up("en", TODAY)
    listing.finish()
    return said(listing)


def now(store: Store) -> dict[str, object]:
    store.listing.catch_up("en", TODAY)
    store.listing.finish()
    return said(store.listing)


def test_a_listing_says_what_the_topics_say(store: Store) -> None:
    listing = store.listing
    listing.catch_up("en", TODAY)
    listing.finish()
    topics = library.topics(store)
    assert [listing.ids[at] for at in listing.order("sensitivity")] == [t.id for t in topics]
    for topic in topics:
        at = listing.position[topic.id]
        cell = (topic.sensitivity or 0, topic.operability or 0)
        assert (listing.cells[at], listing.formats[at]) == (cell, topic.formats)
        others = [t.wording for t in topic.titles.others("en")]
        assert listing.names[at] == (topic.titles.best("en"), *others)
        assert bool(listing.marks.of("rating", UNRATED) >> at & 1) is not topic.rated


def test_after_any_step_undo_and_redo_it_says_what_reading_anew_says(store: Store) -> None:
    dice = random.Random(5)
    now(store)
    for _ in range(14):
        _change(store, dice)
        assert now(store) == anew(store)
    for _ in range(8):
        store.undo()
        assert now(store) == anew(store)
    for _ in range(4):
        store.redo()
    assert now(store) == anew(store)


def _change(store: Store, dice: random.Random) -> None:
    topic = dice.choice(library.topics(store))
    match dice.randrange(6):
        case 0:
            commands.change_topic(store, replace(topic, formats=(Format("ASEAN+3"),)))
        case 1:
            titles = topic.titles.with_wording("en", f"Another {dice.randrange(99)}")
            commands.change_topic(store, replace(topic, titles=titles, tags=("energy", "new")))
        case 2:
            judged = [Judgement(axis, dice.randint(1, 5), "Why.") for axis in Axis]
            commands.rate(store, topic, judged, rater="", on=EARLIER, review_by=TODAY)
        case 3:
            commands.remove_topic(store, topic.id)
        case 4:
            commands.add_topic(store, topic.titles, Dimension.SECURITY, topic.formats, ())
        case _:
            it = dice.choice(library.recommendations(store))
            commands.remove_recommendation(store, it.id)


def test_a_topic_keeps_its_position_while_others_go_and_come_back(store: Store) -> None:
    listing = store.listing
    listing.catch_up("en", TODAY)
    before = dict(listing.position)
    first, second, *_ = library.topics(store)
    commands.remove_topic(store, first.id)
    listing.catch_up("en", TODAY)
    assert first.id not in listing.position
    assert listing.position[second.id] == before[second.id]
    store.undo()
    listing.catch_up("en", TODAY)
    assert listing.position.keys() == before.keys()


def test_views_that_differ_and_reviews_that_are_due_are_marked(store: Store) -> None:
    topic = library.topics(store)[0]
    for value, code in ((1, "CN"), (4, "JP")):
        judged = [Judgement(Axis.SENSITIVITY, value, "Why.")]
        on = {"rater": "", "on": EARLIER, "review_by": TODAY, "delegation": code}
        commands.rate(store, library.some_topics(store, [topic.id])[topic.id], judged, **on)
    listing = store.listing
    listing.catch_up("en", TODAY)
    bit = 1 << listing.position[topic.id]
    assert listing.marks.of("rating", DIFFER) & bit
    assert listing.marks.of("rating", EXPIRED) & bit
    assert listing.cells[listing.position[topic.id]][0] == 4


def test_tags_are_read_in_slices_also_while_topics_change(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_listing, "_SLICE", 7)
    listing, dice = store.listing, random.Random(2)
    listing.catch_up("en", TODAY)
    slices = 0
    while not listing.finish(0):
        slices += 1
        if slices % 30 == 0 and slices < 200:
            _change(store, dice)
            listing.catch_up("en", TODAY)
    assert slices > 100
    assert said(listing) == anew(store)


def test_titles_are_those_in_the_language_that_is_asked_for(store: Store) -> None:
    listing = store.listing
    for language in ("en", "zh", "ko"):
        listing.catch_up(language, TODAY)
        for topic in library.topics(store):
            assert listing.names[listing.position[topic.id]][0] == topic.titles.best(language)


def test_bits_and_positions_are_the_same_thing() -> None:
    dice = random.Random(1)
    for size in (1, 7, 64, 300):
        some = {at for at in range(size) if dice.random() < 0.4}
        bits = bits_of(some, size)
        assert {at for at in range(size) if bits >> at & 1} == some
        assert [at for at, flag in enumerate(flags_of(bits, size)) if flag] == sorted(some)
        order = dice.sample(range(size), size)
        assert in_order(bits, order, size) == [at for at in order if at in some]


def test_values_that_nobody_has_any_more_are_gone() -> None:
    marks = Marks()
    marks.put("tag", {"a": [0, 2], "b": [2]}, 3)
    marks.there = 0b101
    marks.clear(0b100)
    assert dict(marks.values("tag")) == {"a": 0b1}
    assert marks.there == 0b1
    assert marks.any_of("tag", ["a", "b"]) == 0b1
