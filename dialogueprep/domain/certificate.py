"""A page that says what was destroyed, when, and what was kept, without any of its content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A head and rows under it: what, and how it stands."""

    head: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The page as it is read, from top to bottom; ``limits`` is what it cannot speak for."""

    title: str
    said: str
    sections: tuple[Section, ...]
    limits: str

    def lines(self) -> Iterator[str]:
        """Yield every piece of text of the page in its order, but the check at its foot."""
        yield from (self.title, self.said)
        for section in self.sections:
            yield section.head
            for row in section.rows:
                yield from row
        yield self.limits

    @property
    def check(self) -> str:
        """The first 32 letters of the SHA-256 of the page's words, in groups of four."""
        digest = hashlib.sha256("\n".join(self.lines()).encode()).hexdigest()[:32]
        return " ".join(digest[at : at + 4] for at in range(0, 32, 4))
