"""The text of a document from elsewhere as it is shown: part by part, each under a plain head.

A Word file has some thirty parts, and most of them serve the program that wrote it. They are all
searched; what nobody reads and nothing was found in is left out here, and said so in one line.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dialogueprep.words import listed, ntr, tr
from dialogueprep.workflows.part_names import kind_called, part_called, seen

if TYPE_CHECKING:
    from dialogueprep.workflows.screen import PartSpan, ScreenedFile

_FILE_NAME = "file name"


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text with heads; ``heads`` are their places in it, ``moved`` where its parts came from."""

    text: str = ""
    heads: tuple[tuple[int, int], ...] = ()
    moved: tuple[tuple[int, int, int], ...] = ()
    """Of each part: where it begins and ends in the file's text, and where it begins here."""

    def place(self, start: int) -> int:
        """Return where a place of the file's text is here."""
        for begins, ends, here in self.moved:
            if begins <= start <= ends:
                return here + start - begins
        return 0


def shown_text(screened: ScreenedFile, *, whole: bool = False) -> ShownText:
    """Return what is shown of a file: what people read in it and what something was found in, or
    with ``whole`` all that was searched."""
    parts = [p for p in screened["parts"] if whole or _shown(p, screened)]
    made = _Made()
    groups = [(called, list(same)) for called, same in groupby(parts, lambda p: _head(p["name"]))]
    for called, same in groups:
        if len(groups) > 1:
            made.head(called)
        for part in same:
            made.part(part, screened["text"][part["start"] : part["end"]])
    known = {_FILE_NAME, *screened["unread"]}
    if left := [p for p in screened["parts"] if p not in parts and p["name"] not in known]:
        made.head(_left_out(left, parts))
    return made.done()


def has_more(screened: ScreenedFile) -> bool:
    """Say whether parts are left out that could be shown."""
    return any(not _shown(p, screened) for p in screened["parts"] if p["name"] != _FILE_NAME)


def _shown(part: PartSpan, screened: ScreenedFile) -> bool:
    found = any(part["start"] <= e["start"] <= part["end"] for e in screened["exposures"])
    return found or seen(part["name"])


def _left_out(left: list[PartSpan], shown: list[PartSpan]) -> str:
    here = {kind_called(p["name"]) for p in shown} | {tr("text")}  # the same words once more
    names = dict.fromkeys(kind_called(p["name"]) for p in left)
    further = [name for name in names if name not in here] or [tr("data behind the text")]
    return ntr(
        "{n} other part of the file was searched, and nothing was found in it: {names}.",
        "{n} other parts of the file were searched, and nothing was found in them: {names}.",
        len(left),
        names=listed(further),
    )


def _head(name: str) -> str:
    called = part_called(name)
    return called[:1].upper() + called[1:]


class _Made:
    """A text while it is put together."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._long = 0
        self._heads: list[tuple[int, int]] = []
        self._moved: list[tuple[int, int, int]] = []

    def head(self, words: str) -> None:
        self._add("\n" if self._long else "")
        self._heads.append((self._long, self._long + len(words)))
        self._add(f"{words}\n")

    def part(self, part: PartSpan, text: str) -> None:
        self._moved.append((part["start"], part["end"], self._long))
        self._add(f"{text}\n")

    def done(self) -> ShownText:
        text = "".join(self._pieces).removesuffix("\n")
        return ShownText(text, tuple(self._heads), tuple(self._moved))

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self._long += len(words)
