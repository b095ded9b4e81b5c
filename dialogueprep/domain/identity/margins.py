"""Adds who stands in the margin of a note to what is found in it as it is written.

A place alone ("UB: teams go w/ vets") is whose remark it is where other lines beside it begin or
end with somebody: notes go on as they began.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dialogueprep.domain.identity.described.margins_korean import is_a_fact
from dialogueprep.domain.identity.described.remarks_english import is_no_remark
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.reading.fold import HANGUL
from dialogueprep.domain.identity.reading.labels import Labelled, labelled

Read = Callable[[str], tuple[Exposure, ...]]
_LONGEST = 90  # letters of a line that is a note of its own
_HEAD = re.compile(
    r"[ \t]*(?:[-–—*•·>+○▷▶→][ \t]*)?(?:[0-2]?[0-9][:.][0-5][0-9][ \t]+)?"
    r"(?P<who>[^\W\d_](?:[^\W\d_]|[ .'-](?![ -])){0,20})"
    r"(?:[ \t]*[:：](?![/0-9])|[ \t]+[-–—][ \t]+|[ \t]*(?:->|=>|→)(?![ ]?[0-9]))[ \t]*"
    r"(?P<said>[^\W_\n][^\n]{3,})"
)
_LED = re.compile(r"\W*(?:(?:(?:para|item|point|art)\.? ?)?[0-9]{1,2}[a-z]?(?:[.:][0-9]{2})?\W*)?")
_PEOPLE = frozenset({ExposureKind.DESCRIPTOR, ExposureKind.NAME})


def with_margins(
    found: tuple[Exposure, ...], note: str, read: Read, is_common: Callable[[str], bool]
) -> tuple[Exposure, ...]:
    """Return what identifies in a note, also where a sign parts who spoke from the remark.

    ``read`` reads a note as one that begins with who spoke. What it is sure of takes the place of
    warnings there; an ordinary word in the margin is what the note is about, unless it is a country
    or somebody does there what only people do.
    """
    for way in labelled(note):
        here = [it for it in found if it.start < way.end and way.start < it.end]
        word = is_common(way.who.lower()) and not way.sure
        if any(it.level is Level.BLOCK for it in here) or (word and not way.clipped):
            continue
        told = _told(way, read)
        if word:
            told = tuple(it for it in told if it.kind is ExposureKind.DESCRIPTOR)
        surely = any(it.level is Level.BLOCK for it in told)
        if surely or not (here or way.clipped):
            found = (*(it for it in found if it not in here), *told)
    return found


def _told(way: Labelled, read: Read) -> tuple[Exposure, ...]:
    return tuple(
        replace(it, start=it.start + way.start, end=it.end + way.start)
        for it in read(way.text)
        if it.end <= way.length
    )


def with_parallels(
    found: tuple[Exposure, ...], text: str, read: Read, is_common: Callable[[str], bool]
) -> tuple[Exposure, ...]:
    """Return what identifies in a text, also who heads a line beside lines that somebody heads.

    ``read`` reads a note alone. A figure or an errand behind a place is nobody's remark. What is
    perhaps a name is one there.
    """
    told = [it for it in found if it.level is Level.BLOCK and it.kind in _PEOPLE]
    if "\n" not in text or not any(_is_margin(it, text) for it in told):
        return found
    for start, line in _lines(text):
        head = _HEAD.match(line) if len(line) <= _LONGEST else None
        if head and not is_common(head["who"].lower()) and not _is_fact(head["said"]):
            found = _with_head(found, (text, start), head, read)
    return tuple(sorted(found, key=lambda it: (it.start, it.end)))


def _with_head(
    found: tuple[Exposure, ...], at: tuple[str, int], head: re.Match[str], read: Read
) -> tuple[Exposure, ...]:
    """Return what is found in a text with who heads a line of it, which begins there."""
    text, start = at
    begin, end = start + head.start("who"), start + head.end("who")
    here = [it for it in found if it.start < end and begin < it.end]
    if here:
        sure = {it: replace(it, level=Level.BLOCK) for it in here if _is_name(it, begin, end)}
        return tuple(sure.get(it, it) for it in found)
    if head["said"][0].isdigit():
        return found
    hangul = HANGUL.search(head["who"])
    ways = [f"{head['who']}: {'반대' if hangul else 'no'}, {head['said']}"]
    if hangul and len(head["who"]) > 1 and _are_names(found, text):
        ways.append(f"{head['who']} 씨: {head['said']}")
    for way in ways:
        more = _told(Labelled(way, begin, end - begin), read)
        people = tuple(it for it in more if it.kind in _PEOPLE and it.level is Level.BLOCK)
        if people:
            return (*found, *people)
    return found


def _are_names(found: tuple[Exposure, ...], text: str) -> bool:
    """Return whether two lines or more are headed by what is perhaps a name."""
    return sum(it.kind is ExposureKind.NAME and _is_margin(it, text) for it in found) > 1


def _is_name(it: Exposure, begin: int, end: int) -> bool:
    """Return whether a whole head of a line is perhaps a name."""
    return it.kind is ExposureKind.NAME and it.start <= begin and end <= it.end


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _is_margin(told: Exposure, text: str) -> bool:
    """Return whether somebody stands at the head of a line with a sign behind, or at its end."""
    first, last = text.rfind("\n", 0, told.start) + 1, text.find("\n", told.end)
    before, after = text[first : told.start], text[told.end : last if last >= 0 else len(text)]
    heads = _LED.fullmatch(before) and re.match(r"(?: ?[가-힣]{1,5})? ?[:：\-–—>→=(]| [a-z]", after)
    return bool(heads) or (before.endswith(("(", "[", "- ", "– ")) and not after.strip(" )]."))


def _is_fact(said: str) -> bool:
    return is_a_fact(said) if HANGUL.search(said) else is_no_remark(said)
