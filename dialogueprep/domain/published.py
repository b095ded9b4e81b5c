"""What is public already: it decides how much an order or a role gives away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from dialogueprep.domain.dialogue import DialogueId

PublishedId = NewType("PublishedId", str)


class PublicKind(StrEnum):
    """What can be public of a meeting, whoever published it."""

    LIST = "list"
    PROGRAMME = "programme"
    PHOTO = "photo"
    KEYNOTE = "keynote"
    PRESS_LINE = "press line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One thing that is public: what it says or shows, where it stands, and since when."""

    id: PublishedId
    dialogue: DialogueId
    kind: PublicKind
    detail: str = ""
    place: str = ""
    on: date | None = None
