"""What institutions took upon themselves at the end of a dialogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.texts import Texts

FollowUpId = NewType("FollowUpId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing to do after a dialogue; ``owner`` is an institution, not a person."""

    id: FollowUpId
    dialogue: DialogueId
    texts: Texts
    owner: str = ""
    due: date | None = None
    done: bool = False
