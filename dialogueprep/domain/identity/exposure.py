"""What the gate finds: a passage that identifies a participant, or may."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """A block must be rewritten or removed; a warning must be decided on."""

    BLOCK = "block"
    WARN = "warn"


class ExposureKind(StrEnum):
    """By what a passage identifies: whose name, institution, title, role, descriptor or turn."""

    NAME = "name"
    AFFILIATION = "affiliation"
    ACRONYM = "acronym"
    TITLE = "title"
    ROLE = "role"
    DESCRIPTOR = "descriptor"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """A passage of a text; ``start`` and ``end`` count its characters.

    ``people`` are person ids, ``k`` how many fit a descriptor. ``why`` is an English message
    that may hold ``{k}`` and ``{document}``; `words` says it. ``whole`` marks a full name, kept
    only for a namesake. ``document`` is what else it was examined together with.
    """

    start: int
    end: int
    text: str
    level: Level
    kind: ExposureKind
    people: tuple[str, ...] = ()
    k: int | None = None
    why: str = ""
    suggestion: str | None = None
    whole: bool = False
    document: str = ""

    def moved(self, by: int) -> Exposure:
        """Return it at its place in a text in which so many letters more stand before it."""
        return replace(self, start=self.start + by, end=self.end + by) if by else self
