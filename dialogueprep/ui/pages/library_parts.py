"""What the library can do beside showing its entries: each part stands in the menu "More"."""

from __future__ import annotations

from typing import Protocol

from dialogueprep.domain.library import TopicId
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.page import Page
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.more_button import Part


class LibraryShelf(Protocol):
    """What a part may ask of the library page."""

    @property
    def page(self) -> Page:
        """The page: dialogs stand over it, its banner says news."""
        ...

    @property
    def held(self) -> Holdings:
        """What the library holds."""
        ...

    def selected(self) -> tuple[TopicId, ...]:
        """Return the topics that are selected, in the order of the list."""
        ...

    def listed(self) -> tuple[TopicId, ...]:
        """Return the topics that the search and the facets let through, in the list's order."""
        ...


def parts_of(session: Session, shelf: LibraryShelf) -> tuple[Part, ...]:
    """Return the parts of the library page, in the order of the menu."""
    from dialogueprep.ui.widgets.duplicates_part import Duplicates
    from dialogueprep.ui.widgets.homecoming import HomecomingPart
    from dialogueprep.ui.widgets.library_exchange import LibraryExchange
    from dialogueprep.ui.widgets.rating_queue import RatingQueue
    from dialogueprep.ui.widgets.several_part import SeveralPart
    from dialogueprep.ui.widgets.suggest_part import SuggestPart
    from dialogueprep.ui.widgets.tags_part import TagsPart

    return (
        SuggestPart(session, shelf),
        RatingQueue(session, shelf),
        SeveralPart(session, shelf),
        Duplicates(session, shelf),
        TagsPart(session, shelf),
        HomecomingPart(session, shelf),
        LibraryExchange(session, shelf),
    )
