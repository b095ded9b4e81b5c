from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import library_import as commands
from dialogueprep.commands import tags as tag_commands
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import SourceKind
from dialogueprep.domain.review import (
    Candidate,
    Facts,
    Review,
    Verdict,
    changed,
    merged,
    split,
)
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.splitting.report import Kind, Piece, report_of
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, reviews
from dialogueprep.store.workspace import Store

TODAY = date(2026, 11, 3)
FIRST, SECOND = "Ports should share tide tables.", "They should train pilots together."


def review(**facts: str) -> Review:
    report = report_of([Piece("2. Harbours", Kind.HEADING, 1), Piece(f"{FIRST} {SECOND}")])
    at = report.text.index
    about = Facts(
        title="Harbour report", publisher="", published=TODAY, kind=SourceKind.REPORT,
        language="en", **facts,
    )  # fmt: skip
    units = (
        Candidate(
            id=number, kind=Unit.RECOMMENDATION, titles=Texts.of(en=words[:-1]), text=words,
            start=at(words), end=at(words) + len(words), section="2. Harbours",
        )
        for number, words in enumerate((FIRST, SECOND), 1)
    )  # fmt: skip
    return Review(id="r", report=report, facts=about, candidates=tuple(units))


def accepted(it: Review) -> Review:
    for each in it.candidates:
        it = changed(it, _with(each, Verdict.ACCEPTED))
    return it


def _with(candidate: Candidate, verdict: Verdict) -> Candidate:
    return replace(candidate, verdict=verdict)


def test_a_kept_review_is_read_back_as_it_was(store: Store) -> None:
    it = accepted(review(rater="A. Rater", sha256="1f"))
    commands.keep(store, it)
    assert reviews.read(store, "r") == it
    commands.drop(store, "r")
    assert reviews.ids(store) == () and reviews.read(store, "r") is None
    store.undo()
    assert reviews.read(store, "r") == it


def test_recommendations_without_a_topic_go_under_a_new_one_called_as_their_section(
    store: Store,
) -> None:
    commands.take_in_review(store, accepted(review()), TODAY)
    (topic,) = library.topics(store)
    assert topic.titles.get("en") == "Harbours"
    taken = library.recommendations(store)
    assert {r.texts.get("en") for r in taken} == {FIRST, SECOND}
    assert {r.topic for r in taken} == {topic.id} and not any(r.ratings for r in taken)


def test_nothing_is_taken_in_when_nothing_was_accepted(store: Store) -> None:
    with pytest.raises(Refused, match="nothing-accepted"):
        commands.take_in_review(store, review(), TODAY)
    assert library.sources(store) == ()


def test_merged_proposals_are_one_with_both_passages() -> None:
    it = merged(review(), 2)
    one, other = it.candidates
    assert one.text == f"{FIRST} {SECOND}" == it.report.text[one.start : one.end]
    assert other.verdict is Verdict.MERGED
    assert merged(it, 1) == it


def test_a_cut_at_either_end_splits_nothing() -> None:
    it = review()
    assert split(it, 1, 0) == it == split(it, 1, len(FIRST))
    parts = split(it, 1, FIRST.index("share"))
    assert [it.report.text[c.start : c.end] for c in parts.candidates[:2]] == [
        "Ports should",
        "share tide tables.",
    ]


def test_a_topic_that_was_removed_in_between_is_made_anew(store: Store) -> None:
    it = accepted(review())
    gone = replace(it.candidates[0], topic="gone", variants=("gone too",))
    commands.take_in_review(store, changed(it, gone), TODAY)
    assert [t.titles.get("en") for t in library.topics(store)] == ["Harbours"]


def test_a_new_tag_is_called_as_it_was_written_and_a_known_one_is_that(store: Store) -> None:
    tag_commands.add(store, Texts.of(en="Pilots", ko="도선사"))
    it = accepted(review())
    first, second = it.candidates
    it = changed(it, replace(first, tags=("Tide Tables", "도선사")))
    it = changed(it, replace(second, tags=("tide tables", "潮汐")))
    commands.take_in_review(store, it, TODAY)
    names = library.tag_names(store)
    assert names["tide-tables"] == Texts.of(en="Tide Tables")
    assert names["潮汐"] == Texts.of(zh="潮汐")
    mine = {r.titles.best("en"): r.tags for r in library.recommendations(store)}
    assert mine == {FIRST[:-1]: ("tide-tables", "pilots"), SECOND[:-1]: ("tide-tables", "潮汐")}
    store.undo()
    assert [*library.tag_names(store)] == ["pilots"]
