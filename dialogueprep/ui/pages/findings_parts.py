"""What the page Findings can do beside its own: each part stands in the menu "More"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.more_button import Part

if TYPE_CHECKING:
    from dialogueprep.ui.pages.findings import FindingsPage


def parts_of(session: Session, page: FindingsPage) -> tuple[Part, ...]:
    """Return the parts of the page, in the order of the menu."""
    from dialogueprep.ui.widgets.chairs_bullets import ChairsBullets
    from dialogueprep.ui.widgets.translations_part import TranslationsPart

    return (page.acts, TranslationsPart(session, page), ChairsBullets(session, page))
