"""Reports that carry their labels: ⟪T topic⟫, ⟪R. recommendation⟫, ⟪N not proposed⟫, ⟪E either⟫."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).with_name("unseen")
HALVES = ("dev", "frozen", "later")

Span = tuple[int, int]
_MARK = re.compile(r"⟪(T|N|E|R\w)\s+(.*?)⟫", re.DOTALL)
_HEAD = re.compile(r"@(\w+) (.*)\n")
_LEFT_ASIDE = re.compile(r"[\s\-\u00ad\u200b]")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Marked:
    """A report as its author wrote it: its file's name, what its head says, and its labels."""

    name: str
    about: dict[str, str]
    body: str
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def language(self) -> str:
        """Return its language."""
        return self.about["lang"]

    @property
    def ending(self) -> str:
        """Return the ending of its file: ".docx"."""
        return Path(self.name).suffix


def marked_reports(half: str) -> list[Marked]:
    """Return the reports of a half, labels apart from the words."""
    return [_read(path) for path in sorted((FOLDER / half).glob("*.marked"))]


def _read(path: Path) -> Marked:
    text = path.read_text("utf-8")
    about = {"columns": "1", "head": "", "foot": ""}
    while found := _HEAD.match(text):
        about[found[1]] = found[2]
        text = text[found.end() :]
    marks = tuple((mark[1][0], mark[2].strip()) for mark in _MARK.finditer(text))
    labels = {kind: tuple(words for k, words in marks if k == kind) for kind in "TRNE"}
    return Marked(path.stem, about, _MARK.sub(lambda m: m[2], text), labels, marks)


def spans_of(report: Marked, text: str) -> dict[str, list[Span | None]]:
    """Return where the passages of each kind of label stand in the text that was read."""
    found = places(text, tuple(words for _, words in report.marks))
    told = list(zip(report.marks, found, strict=True))
    return {kind: [span for (k, _), span in told if k == kind] for kind in "TRNE"}


def places(text: str, passages: tuple[str, ...]) -> list[Span | None]:
    """Return where passages stand in a text, in order, white space and hyphens left aside."""
    kept = [(n, c) for n, c in enumerate(text) if not _LEFT_ASIDE.match(c)]
    flat = "".join(c for _, c in kept)
    return [
        None if at is None else (kept[at[0]][0], kept[at[1] - 1][0] + 1)
        for at in _found(flat, passages)
    ]


def _found(flat: str, passages: tuple[str, ...]) -> Iterator[Span | None]:
    since = 0
    for passage in passages:
        words = _LEFT_ASIDE.sub("", _TAG.sub("", passage).replace("*", ""))
        at = flat.find(words, since)
        at = flat.find(words) if at < 0 else at
        if at >= 0:
            since = at + len(words)
        yield (at, since) if at >= 0 else None
