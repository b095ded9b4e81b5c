"""A document from elsewhere as it is shown: what identifies in it, part by part, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogueprep.domain.gate import ExposureKind
from dialogueprep.words import clauses, ntr, sentences, tr
from dialogueprep.workflows.evidence import HEADS, UNSEEN
from dialogueprep.workflows.part_names import part_called

if TYPE_CHECKING:
    from dialogueprep.workflows.screen import ExposureRow, PartSpan, ScreenedFile


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that identifies, or a part that could not be read; places count characters."""

    key: str
    level: str
    """block, warn or unread."""
    words: str
    why: str
    place: str
    start: int
    end: int

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.words, self.why, self.place))


def rows(screened: ScreenedFile) -> list[Found]:
    """Return what is to be looked at in the order of the document, unread parts last."""
    parts = screened["parts"]
    found = [_passage(n, e, parts) for n, e in enumerate(screened["exposures"])]
    return [*sorted(found, key=lambda row: (row.start, row.end)), *_unread(screened)]


_FIRST = ((1, "block"), (2, "warn"))


def summary(screened: ScreenedFile) -> str:
    """Return in a sentence what was looked at and what was found."""
    levels = [e["level"] for e in screened["exposures"]]
    grave, doubtful = levels.count("block"), levels.count("warn")
    read = _read(screened)
    if not levels:
        clean = tr("No known form of a participant’s name was found. {read}.", read=read)
        return sentences((clean, tr(UNSEEN)))
    return tr("{found}. {read}.", found=_counted(grave, doubtful), read=read)


def gravity(screened: ScreenedFile | str) -> int:
    """Return how soon a file is to be looked at, 0 first: one that could not be read (the words say
    why), one that holds what identifies, what might, what was not read, nothing."""
    if isinstance(screened, str):
        return 0
    levels = {e["level"] for e in screened["exposures"]}
    return next((n for n, level in _FIRST if level in levels), 3 if screened["unread"] else 4)


def label(name: str, screened: ScreenedFile | str) -> str:
    """Return what a file among several is called: with how much was found, or why not."""
    if isinstance(screened, str):
        return screened
    levels = [e["level"] for e in screened["exposures"]]
    lost = len(screened["unread"])
    unread = ntr("{n} part was not read", "{n} parts were not read", lost) if lost else ""
    if not levels:
        return clauses((name, unread))
    return clauses((name, _counted(levels.count("block"), levels.count("warn")), unread))


def _counted(grave: int, doubtful: int) -> str:
    """Return how many passages identify and how many might; what is none is not said."""
    identify = ntr("{n} passage identifies", "{n} passages identify", grave) if grave else ""
    if grave:
        might = ntr("{n} might", "{n} might", doubtful)
    else:
        might = ntr("{n} passage might identify", "{n} passages might identify", doubtful)
    return clauses((identify, might if doubtful else ""))


def _read(screened: ScreenedFile) -> str:
    """Return how many parts were read, and how many were not, if any."""
    read = ntr("{n} part was read", "{n} parts were read", len(screened["parts"]))
    if not screened["unread"]:
        return read
    some = ntr("{n} part was not", "{n} parts were not", len(screened["unread"]))
    return clauses((read, some))


def _passage(number: int, exposure: ExposureRow, parts: list[PartSpan]) -> Found:
    head = tr(HEADS[ExposureKind(exposure["kind"])])
    return Found(
        key=f"passage-{number}",
        level=exposure["level"],
        words=exposure["text"],
        why=exposure["why"] or head,
        place=clauses((head, _part_at(exposure["start"], parts))),
        start=exposure["start"],
        end=exposure["end"],
    )


def _unread(screened: ScreenedFile) -> Iterator[Found]:
    why = tr("This part could not be read, such as a picture: look at it yourself.")
    for number, name in enumerate(screened["unread"]):
        called = part_called(name)
        place = "" if called == name else name
        words = called[:1].upper() + called[1:]
        yield Found(f"unread-{number}", "unread", words, why, place, 0, 0)


def _part_at(place: int, parts: list[PartSpan]) -> str:
    """Return what the last part is called that begins at a place or before it."""
    return part_called(next((p["name"] for p in reversed(parts) if p["start"] <= place), ""))
