"""What the palette finds: results of the store's search, placed on their pages."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.command_palette import Find, Found


def finder(session: Session) -> Find:
    """Return the search of a session's workspace."""

    def find(query: str) -> Sequence[Found]:
        return ()

    return find
