"""What the page People can do beside its own: each part stands in the menu "More"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.more_button import Part

if TYPE_CHECKING:
    from dialogueprep.ui.pages.people import PeoplePage


def parts_of(session: Session, page: PeoplePage) -> tuple[Part, ...]:
    """Return the parts of the page, in the order of the menu."""
    from dialogueprep.ui.widgets.people_exchange import PeopleExchange

    return (PeopleExchange(session, page, of_dialogue=False),)
