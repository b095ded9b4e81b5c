"""What a search of the workspace hands to the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialogueprep.domain.dialogue import Terms


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a search found, and where it is shown."""

    words: str
    second: str
    aside: str
    icon: str
    page: str
    subject: object = None
    terms: Terms | None = None
    """The terms of an agenda item, or of a note."""
    on_agenda: Callable[[], object] | None = None
    """Puts it on the agenda of the open dialogue, if it is a topic that may stand there."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A query that a page is to show when one goes there, as it would be typed."""

    query: str


Find = Callable[[str], Sequence[Found]]
