"""What the pages Agenda, Notes and Participants can do about names, words and what is public."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import tr


class DesignationsPart:
    """Opens labels and orders, the sheet, statements, the public register and own texts."""

    def __init__(self, session: Session, page: QWidget) -> None:
        self._session, self._page = session, page

    def commands(self) -> Sequence[Command]:
        """Return the commands of an open dialogue."""
        if self._session.dialogue is None:
            return []
        return [
            Command(tr("Delegations: labels and orders"), self.open_orders, icon="users"),
            Command(tr("Sheet of designations"), self.open_sheet, icon="globe"),
            Command(tr("Statements"), self.open_statements, icon="quote"),
            Command(tr("Already public"), self.open_public, icon="newspaper"),
            Command(tr("Texts of documents"), self.open_texts, icon="file-text"),
        ]

    def open_orders(self) -> None:
        """Show what delegations are called and how they stand."""
        from dialogueprep.ui.dialogs.orders import OrdersDialog

        self._with_dialogue(OrdersDialog.ask)

    def open_sheet(self) -> None:
        """Show what documents write, and instead of which words."""
        from dialogueprep.ui.dialogs.designation_sheet import DesignationSheet

        self._with_dialogue(DesignationSheet.ask)

    def open_statements(self) -> None:
        """Show what stands beside a name."""
        from dialogueprep.ui.dialogs.statements import StatementsDialog

        self._with_dialogue(StatementsDialog.ask)

    def open_public(self) -> None:
        """Show what others can find already."""
        from dialogueprep.ui.dialogs.already_public import AlreadyPublicDialog

        self._with_dialogue(AlreadyPublicDialog.ask)

    def open_texts(self, product: Product = Product.CONCEPT_NOTE) -> None:
        """Show what documents say in the user's words, those of a product first."""
        from dialogueprep.ui.dialogs.document_texts import DocumentTexts

        self._with_dialogue(partial(DocumentTexts.ask, product=product))

    def _with_dialogue(self, ask: Callable[[QWidget, Session, Dialogue], object]) -> None:
        self._session.flush.emit()
        dialogue = self._session.open_dialogue()
        if dialogue is not None:
            ask(self._page, self._session, dialogue)
