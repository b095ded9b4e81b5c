"""What the page Agenda can do beside its own: each part stands in the menu "More"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.more_button import Part

if TYPE_CHECKING:
    from dialogueprep.ui.pages.agenda import AgendaPage


def parts_of(session: Session, page: AgendaPage) -> tuple[Part, ...]:
    """Return the parts of the page, in the order of the menu."""
    from dialogueprep.ui.widgets.partner_part import PartnerPart
    from dialogueprep.ui.widgets.schedule_part import SchedulePart
    from dialogueprep.ui.widgets.templates_part import TemplatesPart
    from dialogueprep.ui.widgets.terms_parts import DesignationsPart
    from dialogueprep.ui.widgets.whole_part import WholePart

    return (
        WholePart(session, page),
        SchedulePart(session, page),
        DesignationsPart(session, page),
        PartnerPart(session, page),
        TemplatesPart(session, page),
    )
