"""What the page Participants can do beside its own: each part stands in the menu "More"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.more_button import Part

if TYPE_CHECKING:
    from dialogueprep.ui.pages.participants import ParticipantsPage


def parts_of(session: Session, page: ParticipantsPage) -> tuple[Part, ...]:
    """Return the parts of the page, in the order of the menu."""
    from dialogueprep.ui.widgets.correspondence_part import CorrespondencePart
    from dialogueprep.ui.widgets.name_orders_part import NameOrdersPart
    from dialogueprep.ui.widgets.people_exchange import PeopleExchange
    from dialogueprep.ui.widgets.role_suggesting import RoleSuggesting, TargetTemplates
    from dialogueprep.ui.widgets.terms_parts import DesignationsPart

    return (
        RoleSuggesting(session, page),
        TargetTemplates(session, page),
        CorrespondencePart(session, page),
        DesignationsPart(session, page),
        NameOrdersPart(session, page),
        PeopleExchange(session, page, of_dialogue=True),
    )
