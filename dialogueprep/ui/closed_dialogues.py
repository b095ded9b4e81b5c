"""Why nothing can be begun in a dialogue that is closed."""

from __future__ import annotations

from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.sentences import explain
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button


def refuses(session: Session) -> bool:
    """Say so and return True if the open dialogue is closed."""
    why = _why_not(session.open_dialogue())
    if why:
        session.notice.emit(why)
    return bool(why)


def show_on(button: Button, dialogue: Dialogue | None) -> None:
    """Grey a button that begins something in a closed dialogue, with the reason as its tip."""
    why = _why_not(dialogue)
    button.setEnabled(not why)
    button.setToolTip(why)


def _why_not(dialogue: Dialogue | None) -> str:
    closed = dialogue is not None and dialogue.phase is Phase.CLOSED
    return explain(Refused("dialogue-closed")) if closed else ""
