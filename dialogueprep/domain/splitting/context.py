"""Where in a report a paragraph stands: under which heading, after which lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.splitting.cues import Cues, Wording
from dialogueprep.domain.splitting.report import Kind, Paragraph, Report
from dialogueprep.domain.splitting.titles import bare_heading


class Place(StrEnum):
    """What the paragraphs around here are for."""

    PLAIN = "plain"
    RECOMMENDING = "recommending"
    BACKGROUND = "background"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph, its own words' language, and its place. ``listed``: it is a point of a list
    that a line above announced as proposals. ``under``: a heading further up, and not the title,
    says that proposals follow. ``leads``: a list comes next."""

    paragraph: Paragraph
    wording: Wording
    place: Place
    listed: bool = False
    section: int = -1
    under: bool = False
    leads: bool = False


_LIST_KINDS = (Kind.BULLET, Kind.NUMBERED, Kind.ACTION)


def placed(report: Report, cues: Cues) -> Iterator[Placed]:
    """Yield each paragraph that is not furniture with its place, headings included."""
    stack: list[_Above] = []
    announced: Place | None = None
    inner: tuple[int, Place] | None = None  # a point that heads deeper ones, and their place
    heading = -1
    closed = False  # a line such as "About the authors" opens what is left out
    for n, paragraph in enumerate(report.paragraphs):
        if paragraph.kind is Kind.FURNITURE:
            continue
        text = report.of(paragraph)
        wording = cues.languages[report.language]
        if paragraph.kind is Kind.HEADING:
            stack = [s for s in stack if s.level < paragraph.level]
            above = stack[-1].place if stack else Place.PLAIN
            place = place_of_heading(text, above, wording)
            stack.append(_Above(paragraph.level, place, place is not above and n > 0))
            announced, heading, closed = None, n, False
        elif _closes(text, wording):
            closed = True
        here = _here(paragraph, wording, stack, heading, closed=closed)
        if paragraph.kind in _LIST_KINDS:
            if inner is not None and paragraph.level <= inner[0]:
                inner = None
            if heads := _heads_points(report, n, wording):
                inner = (paragraph.level, heads)
                continue
            acts = paragraph.kind is Kind.ACTION
            above = inner[1] if inner else announced
            yield _announced(here, Place.RECOMMENDING if acts else above)
            continue
        inner = None
        follows = report.paragraphs[n + 1 : n + 2]
        leads = bool(follows) and follows[0].kind in _LIST_KINDS
        announced = announced_by(text, wording, leads=leads)
        yield replace(here, leads=leads)


@dataclass(frozen=True, slots=True)
class _Above:
    """A heading above: its level, its place, and whether it says so itself, not being a title."""

    level: int
    place: Place
    says: bool


def _here(
    paragraph: Paragraph, wording: Wording, stack: list[_Above], section: int, *, closed: bool
) -> Placed:
    place = stack[-1].place if stack else Place.PLAIN
    further_up = stack[:-1] if paragraph.kind is Kind.HEADING else stack
    under = any(s.says and s.place is Place.RECOMMENDING for s in further_up)
    place = Place.LEFT_OUT if closed else place
    return Placed(paragraph, wording, place, section=section, under=under)


def _closes(text: str, wording: Wording) -> bool:
    """Return whether a short line is a heading in all but its looks, of what is left out."""
    short = len(text) < 40 and not text.rstrip().endswith((".", "。", ":", "："))
    return short and bool(wording.pattern("left_out").search(text))


_MOST_OF_A_HEAD = 30


def _heads_points(report: Report, n: int, wording: Wording) -> Place | None:
    """Return the place of the deeper points under a short one that only heads them: "Ideas"."""
    paragraph, after = report.paragraphs[n], report.paragraphs[n + 1 : n + 2]
    text = bare_heading(report.of(paragraph)).rstrip(":：")
    deeper = bool(after) and after[0].kind in _LIST_KINDS and after[0].level > paragraph.level
    if not deeper or len(text) > _MOST_OF_A_HEAD:
        return None
    place = place_of_heading(text, Place.PLAIN, wording)
    return None if place is Place.PLAIN else place


def _announced(here: Placed, announced: Place | None) -> Placed:
    if announced is None or here.place is Place.LEFT_OUT:
        return here
    return replace(here, place=announced, listed=announced is Place.RECOMMENDING)


def place_of_heading(text: str, above: Place, wording: Wording) -> Place:
    """Return what stands under a heading, given what the heading above it says."""
    text = bare_heading(text)
    if above is Place.LEFT_OUT or wording.pattern("left_out").search(text):
        return Place.LEFT_OUT
    if wording.pattern("recommending").search(text) or wording.pattern("label").search(text):
        return Place.RECOMMENDING
    if wording.pattern("background").search(text):
        return Place.BACKGROUND
    return above


_ANNOUNCES = re.compile(r"[:：]\s*$")


def announced_by(text: str, wording: Wording, *, leads: bool = False) -> Place | None:
    """Return what the list after this line holds, if the line announces one: by a colon, or by
    words such as "the following" where a list comes next."""
    last = re.split(r"(?<=[.。!?])\s*(?=\S)", text.rstrip())[-1]
    if not _ANNOUNCES.search(text) and not (leads and wording.pattern("following").search(last)):
        return None
    if wording.pattern("lead_in").search(last):
        return Place.RECOMMENDING
    return Place.BACKGROUND if wording.pattern("other_lead_in").search(last) else None
