"""Where in a report a paragraph stands: under which heading, after which lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.splitting.cues import Cues, Wording
from dialogueprep.domain.splitting.report import Kind, Paragraph, Report
from dialogueprep.domain.splitting.titles import bare_heading, mark_length, without_mark


class Place(StrEnum):
    """What the paragraphs around here are for."""

    PLAIN = "plain"
    RECOMMENDING = "recommending"
    BACKGROUND = "background"
    ELSEWHERE = "elsewhere"  # background of what others do
    LEFT_OUT = "left out"

    @property
    def tells(self) -> bool:
        """Whether what stands here tells what is, and only its plainest words propose."""
        return self in (Place.BACKGROUND, Place.ELSEWHERE)


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


_PLAN = re.compile(  # a title that calls all of its document a plan
    r"\baction plan\b|行动(?:方案|计划|路线图)|行動(?:方案|計[画劃])|(?:행동|실행)\s?계획",
    re.IGNORECASE,
)
_A_LINE = 80  # characters of a line above an article: its date, its readers, its comments
_LIST_KINDS = (Kind.BULLET, Kind.NUMBERED, Kind.ACTION)


def placed(report: Report, cues: Cues) -> Iterator[Placed]:
    """Yield each paragraph that is not furniture with its place, headings included."""
    walk = _Walk(report, cues.languages[report.language])
    for n, paragraph in enumerate(report.paragraphs):
        if paragraph.kind is not Kind.FURNITURE and (here := walk.step(n)):
            yield here


@dataclass(frozen=True, slots=True)
class _Above:
    """A heading above: its level, its place, and whether it says so itself, not being a title."""

    level: int
    place: Place
    says: bool


class _Walk:
    """The way through a report: the headings above, and what a line before has announced."""

    def __init__(self, report: Report, wording: Wording) -> None:
        self._report = report
        self._wording = wording
        self._stack: list[_Above] = []
        self._announced: Place | None = None
        self._announcer: Kind | None = None  # of which kind the point was that announced others
        self._inner: _Head | None = None  # a point that only heads others
        self._heading = -1
        self._begun = False  # what stands above the first long paragraph closes nothing
        self._closed = False  # a line such as "About the authors" opens what is left out

    def step(self, n: int) -> Placed | None:
        """Return a paragraph with its place; None for a point that only heads others."""
        paragraph = self._report.paragraphs[n]
        text = self._report.of(paragraph)
        if paragraph.kind is Kind.HEADING:
            self._under_heading(n, text)
        elif self._begun and _closes(text, self._wording):
            self._closed = True
        self._begun = self._begun or len(text) > _A_LINE
        here = self._here(paragraph)
        if paragraph.kind in _LIST_KINDS:
            return self._point(n, here)
        self._inner = None
        if point := _in_turn(text, here, self._announced):
            return point
        follows = self._report.paragraphs[n + 1 : n + 2]
        leads = bool(follows) and follows[0].kind in _LIST_KINDS
        self._announced = announced_by(text, self._wording, leads=leads)
        return replace(here, leads=leads)

    def _under_heading(self, n: int, text: str) -> None:
        level = self._report.paragraphs[n].level
        self._stack = [s for s in self._stack if s.level < level]
        above = self._stack[-1].place if self._stack else Place.PLAIN
        place = place_of_heading(text, above, self._wording)
        if place is Place.LEFT_OUT and above is not place and self._is_told_of(n, text):
            place = above
        if not self._begun and self._is_of_a_title(text, place):
            place = above
        if self._heading < 0 and not self._begun and _PLAN.search(bare_heading(text)):
            level = 0  # the title is above all
        self._stack.append(_Above(level, place, place is not above and n > 0))
        self._announced, self._heading, self._closed = None, n, False

    def _is_told_of(self, n: int, text: str) -> bool:
        """Return whether what stands under a programme is mostly prose: what was said at each
        session, and not its times and names."""
        if not self._wording.pattern("programme").search(bare_heading(text)):
            return False
        level = self._report.paragraphs[n].level
        prose = lines = 0
        for each in self._report.paragraphs[n + 1 :]:
            if each.kind is Kind.HEADING and each.level <= level:
                break
            words = self._report.of(each)
            told = each.kind is Kind.TEXT and len(words) > _A_LINE and words.endswith((".", "。"))
            prose += len(words) if told else 0
            lines += 0 if told else len(words)
        return prose > lines

    def _is_of_a_title(self, text: str, place: Place) -> bool:
        """Return whether a line above the text only sounds like the head of what is left out or
        tells the background: "Comments (0) 2022-11-02", "Participants of the walk (photo)", "Why
        rivers need one voice"."""
        words = bare_heading(text)
        if place is Place.LEFT_OUT:
            found = self._wording.pattern("left_out").search(words)
            return bool(re.search(r"\d", text) or (found and len(words) - found.end() > 3))
        generic = self._wording.pattern("generic").search(words)
        return place.tells and self._heading < 0 and not generic

    def _here(self, paragraph: Paragraph) -> Placed:
        place = self._stack[-1].place if self._stack else Place.PLAIN
        further_up = self._stack[:-1] if paragraph.kind is Kind.HEADING else self._stack
        under = any(s.says and s.place is Place.RECOMMENDING for s in further_up)
        place = Place.LEFT_OUT if self._closed else place
        return Placed(paragraph, self._wording, place, section=self._heading, under=under)

    def _point(self, n: int, here: Placed) -> Placed | None:
        if self._inner is not None and self._inner.is_over(self._report, here.paragraph):
            self._inner = None
        if heads := _heads_points(self._report, n, self._wording):
            self._inner = heads
            return None
        if here.paragraph.kind is self._announcer:
            self._announced = self._announcer = None
        if place := _announces_others(self._report, n, self._wording):
            self._announced, self._inner = place, None
            other = self._report.paragraphs[n + 1].kind is not here.paragraph.kind
            self._announcer = here.paragraph.kind if other else None
            return None
        acts = here.paragraph.kind is Kind.ACTION
        above = self._inner.place if self._inner else self._announced
        return _announced(here, Place.RECOMMENDING if acts else above)


def _closes(text: str, wording: Wording) -> bool:
    """Return whether a short line is a heading in all but its looks, of what is left out."""
    short = len(text) < 40 and not text.rstrip().endswith((".", "。", ":", "："))
    return short and is_left_out(text, wording)


def is_left_out(text: str, wording: Wording) -> bool:
    """Return whether a heading is that of what is left out: "Agenda", and not "Agenda for action".
    A phrase of several words ("About the authors") is told by its beginning."""
    found = wording.pattern("left_out").search(text)
    if found is None:
        return False
    phrase = " " in found.group().strip() and wording.language == "en"
    return phrase or bool(wording.pattern("left_out_tail").fullmatch(text[found.end() :].strip()))


# "Establishment of a joint registry": an act said as a noun; a year tells what was done.
NOMINAL_ACT = re.compile(
    r"(?!.*\b(?:19|20)\d\d\b)(?:the\s+)?(?:\w+\s+){0,2}?(?:establishment|creation|introduction|adoption|"
    r"development|expansion|extension|promotion|strengthening|improvement|enhancement|formation|"
    r"appointment|publication|harmoni[sz]ation|standardi[sz]ation|simplification|reduction|"
    r"removal|resumption|inclusion|integration|exchange|provision|preparation|organi[sz]ation)\s+of\s",
    re.IGNORECASE,
)


def _in_turn(text: str, here: Placed, announced: Place | None) -> Placed | None:
    """Return a plain paragraph as the point that it is: "First, ..." or "The establishment of ..."
    after "We ask for:"."""
    if announced is None or not _is_of_a_list(text, here.wording):
        return None
    point = _announced(here, announced)
    return None if point is here else point


def _is_of_a_list(text: str, wording: Wording) -> bool:
    """Return whether a paragraph is a point in all but its mark: by an ordinal, or as an act."""
    if wording.pattern("ordinal").match(text):
        return True
    if wording.language == "en":
        return bool(NOMINAL_ACT.match(text))
    return wording.language == "zh" and len(text) < _A_LINE and bool(wording.act.match(text))


_MOST_OF_A_HEAD = 30


@dataclass(frozen=True, slots=True)
class _Head:
    """A point that only heads others: its level, how it is marked, and the place of the others."""

    level: int
    style: str
    place: Place

    def is_over(self, report: Report, point: Paragraph) -> bool:
        """Return whether a point no longer stands under this one."""
        same = point.level == self.level and _style(report.of(point)) == self.style
        return point.level < self.level or same


def _style(text: str) -> str:
    """Return how a point is marked: "(a)", "1." or a bullet, whatever its number."""
    return re.sub(r"\w+", "n", text[: mark_length(text)].strip())


def _heads_points(report: Report, n: int, wording: Wording) -> _Head | None:
    """Return what a short point heads if others follow that are set deeper or marked otherwise:
    "Ideas", "3. What we suggest."."""
    paragraph, after = report.paragraphs[n], report.paragraphs[n + 1 : n + 2]
    text = report.of(paragraph)
    words = bare_heading(text).rstrip(":：.。")
    if not after or after[0].kind not in _LIST_KINDS or len(words) > _MOST_OF_A_HEAD:
        return None
    other = _style(report.of(after[0])) != _style(text) and after[0].level == paragraph.level
    place = place_of_heading(words, Place.PLAIN, wording)
    if place is Place.PLAIN or not (other or after[0].level > paragraph.level):
        return None
    return _Head(paragraph.level, _style(text), place)


_FIRST = re.compile(r"[（(]?(?:1|a|A|i|I|一|가|ア|①|１)[.)）、．]?\s|[①•·-]")


def _announces_others(report: Report, n: int, wording: Wording) -> Place | None:
    """Return what a point announces that ends in a colon, if a list begins after it anew."""
    after = report.paragraphs[n + 1 : n + 2]
    text = report.of(report.paragraphs[n])
    if not after or after[0].kind not in _LIST_KINDS or not _ANNOUNCES.search(text):
        return None
    anew = after[0].kind is not report.paragraphs[n].kind or _FIRST.match(report.of(after[0]))
    if not anew or len(without_mark(text)) <= _MOST_OF_A_HEAD:
        return None
    return announced_by(text, wording, leads=True)


def _announced(here: Placed, announced: Place | None) -> Placed:
    if announced is None or here.place is Place.LEFT_OUT:
        return here
    return replace(here, place=announced, listed=announced is Place.RECOMMENDING)


def place_of_heading(text: str, above: Place, wording: Wording) -> Place:
    """Return what stands under a heading, given what the heading above it says."""
    text = bare_heading(text)
    if above is Place.LEFT_OUT or is_left_out(text, wording):
        return Place.LEFT_OUT
    if wording.pattern("label").search(text):
        return Place.RECOMMENDING
    if wording.pattern("recommending").search(text):
        told = [wording.pattern(name).search(text) for name in ("background", "elsewhere")]
        mixed = wording.language != "en" and any(told)
        return Place.PLAIN if mixed else Place.RECOMMENDING
    if wording.pattern("elsewhere").search(text):
        return Place.ELSEWHERE
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
    only_fields = re.search(r"\b(?:areas|fields|themes|topics|subjects|issues)\b[^.]*$", last)
    if wording.pattern("lead_in").search(last) and not only_fields:
        return Place.RECOMMENDING
    return Place.BACKGROUND if wording.pattern("other_lead_in").search(last) else None
