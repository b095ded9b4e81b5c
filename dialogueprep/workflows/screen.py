"""Screens files against a roster, without a workspace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NotRequired, TypedDict

from dialogueprep.domain.dialogue import DEFAULT_K
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.gate import ALL_PRESENT, Exposure, ExposureKind, Roster, examine_text
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.read_further import NAMES_ONLY, further_readings
from dialogueprep.exchange.readback import Part, read_parts
from dialogueprep.exchange.roster_reader import read_roster
from dialogueprep.sentences import explain
from dialogueprep.words import listed, tr

_BETWEEN = "\n\n"
_MAIN = re.compile(
    r"(?:message(?: \d+)?: )*(?:text|head of the message)$|page \d+$"
    r"|word/document\.xml$|content\.xml$|ppt/slides/slide\d+\.xml$"
    r"|xl/(?:sharedStrings|worksheets/sheet\d+)\.xml$"
)
"""The parts that a reader reads; the others follow."""


class PartSpan(TypedDict):
    """A part of a file and its span in the text."""

    name: str
    start: int
    end: int


class ExposureRow(TypedDict):
    """An identifying passage as `screen --json` prints it."""

    start: int
    end: int
    text: str
    level: str
    kind: str
    participants: list[str]
    k: int | None
    why: str
    suggestion: str | None


class ScreenedFile(TypedDict):
    """A screened file: all its text, its parts (what a reader reads first, the file name last),
    and what identifies.

    ``unread`` names the parts that also hold what no text was got from, such as a picture.
    ``refused`` says why a file was not read at all; the key is left out where it was.
    """

    file: str
    text: str
    parts: list[PartSpan]
    exposures: list[ExposureRow]
    unread: list[str]
    refused: NotRequired[str]


class Screened(TypedDict):
    """What `screen --json` prints.

    ``further_roles`` are meeting roles of the roster that are none of the program's: they are
    looked for in their own words. The key is left out where there are none.
    """

    files: list[ScreenedFile]
    further_roles: NotRequired[list[str]]


def screen(
    files: Iterable[Path], roster_file: Path, item: str | None = None, k: int = DEFAULT_K
) -> Screened:
    """Return what identifies a participant in files, counted over all who attend.

    ``item`` is an agenda item's id in the roster; without one the lowest count of all items
    holds. A file that cannot be read says so, and the others are read. Raises Refused
    "item-not-on-roster", and what reading a roster raises.
    """
    roster = roster_of(roster_file, k)
    if item is not None and item not in roster.attendance:
        raise Refused("item-not-on-roster", item=item, items=listed(roster.attendance))
    result: Screened = {"files": [_screened_or_refused(path, roster, item) for path in files]}
    called = {a.called for room in roster.attendance.values() for a in room if a.called}
    return {**result, "further_roles": sorted(called)} if called else result


def roster_of(roster_file: Path, k: int = DEFAULT_K) -> Roster:
    """Return the roster of a file, counting all who attend."""
    read = read_roster(roster_file)
    return Roster(
        participations=read.participations,
        lexicon=read_lexicon(),
        attendance=read.attendance,
        k=k,
        counting=ALL_PRESENT,
    )


def blocked(screened: Screened) -> bool:
    """Return whether any file holds a passage that must not leave."""
    return any(e["level"] == "block" for f in screened["files"] for e in f["exposures"])


def unreadable(screened: Screened) -> bool:
    """Return whether any file could not be read."""
    return any("refused" in file for file in screened["files"])


def _screened_or_refused(path: Path, roster: Roster, item: str | None) -> ScreenedFile:
    try:
        return screened(path, roster, item)
    except Trouble as trouble:
        empty = ScreenedFile(file=str(path), text="", parts=[], exposures=[], unread=[path.name])
        return {**empty, "refused": explain(trouble)}


def screened(path: Path, roster: Roster, item: str | None = None) -> ScreenedFile:
    """Return the text of a file, its parts, and what identifies a participant in them."""
    name, *inner = read_parts(path)
    inner += list(further_readings(path, inner))
    inner.sort(key=lambda part: not _MAIN.match(part.name))
    text, parts = _joined((*inner, name))
    again = {part.name for part in inner if part.again}
    exposures: list[ExposureRow] = []
    for part in sorted(parts, key=lambda p: p["name"] in again):
        found = examine_text(text[part["start"] : part["end"]], roster, item=item)
        known = {_told(e["text"], e["level"]) for e in exposures if part["name"] in again}
        if part["name"] in NAMES_ONLY:
            told = {(tuple(e["participants"]), e["level"], _letters(e["text"])) for e in exposures}
            names = (e for e in found if e.kind is ExposureKind.NAME)
            found = tuple(e for e in names if not _is_within(e, told))
        rows = [_row(e, part["start"]) for e in found]
        exposures += [e for e in rows if _told(e["text"], e["level"]) not in known]
    exposures.sort(key=lambda e: (e["start"], e["end"]))
    unread = [part.name for part in inner if part.unread]
    return ScreenedFile(file=str(path), text=text, parts=parts, exposures=exposures, unread=unread)


def _told(text: str, level: str) -> tuple[str, str]:
    """Return what makes a passage the same in another reading of the same words."""
    return " ".join(text.split()), level


def _is_within(name: Exposure, told: Iterable[tuple[tuple[str, ...], str, str]]) -> bool:
    """Return whether a name of the same people was told before in the same letters, or more."""
    letters, people, levels = _letters(name.text), tuple(name.people), (name.level.value, "block")
    return any(letters in other for who, level, other in told if who == people and level in levels)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def _joined(parts: Sequence[Part]) -> tuple[str, list[PartSpan]]:
    text = ""
    spans: list[PartSpan] = []
    for part in parts:
        if part.text:
            text += _BETWEEN if text else ""
            spans.append({"name": part.name, "start": len(text), "end": len(text) + len(part.text)})
            text += part.text
    return text, spans


def _row(exposure: Exposure, offset: int) -> ExposureRow:
    return {
        "start": exposure.start + offset,
        "end": exposure.end + offset,
        "text": exposure.text,
        "level": exposure.level.value,
        "kind": exposure.kind.value,
        "participants": list(exposure.people),
        "k": exposure.k,
        "why": tr(exposure.why, k=exposure.k),
        "suggestion": exposure.suggestion,
    }
