"""The part of Documents that shows how far the document has come, and takes returned drafts in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dialogueprep.domain.drafts import STAGES, draft_of, staged
from dialogueprep.store import documents, drafts
from dialogueprep.ui.models.draft_rows import due_in, due_sentence, short_stage
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.ui.widgets.returned_part import ReturnedPart
from dialogueprep.words import tr

if TYPE_CHECKING:
    from dialogueprep.domain.briefs.blocks import Product
    from dialogueprep.domain.texts import Language
    from dialogueprep.ui.pages.documents import DocumentsPage


class DraftsPart:
    """``button`` shows the state of the document in sight, and opens it."""

    def __init__(self, session: Session, page: DocumentsPage, today: Callable[[], date]) -> None:
        self._session, self._page, self._today = session, page, today
        self.button = Button("", "quiet", "signpost", on_click=self.open)
        self.button.setToolTip(tr("State of this document"))
        self.returned = ReturnedPart(session, page)

    def commands(self) -> Sequence[Command]:
        """Return the commands for the document in sight, if it is a text that is reviewed."""
        if self._session.dialogue is None or not staged(self._page.product):
            return []
        state = Command(tr("State of this document"), self.open, icon="signpost")
        return [state, *self.returned.commands()]

    def show(self) -> None:
        """Show the state of the document in sight."""
        dialogue, product = self._session.dialogue, self._page.product
        there = dialogue is not None and staged(product)
        self.button.setVisible(there)
        if dialogue is None or not there:
            return
        draft = draft_of(
            drafts.of_dialogue(self._session.store, dialogue), product, self._page.language
        )
        self.button.setText(self.stage_of(product) or tr(STAGES[draft.stage]))
        self.button.updateGeometry()

    def stage_of(self, product: Product) -> str:
        """Return the stage of a product in the language in sight; nothing while it is raw."""
        dialogue, store = self._session.dialogue, self._session.store
        if dialogue is None or not staged(product):
            return ""
        language: Language = self._page.language
        there, sent = drafts.of_dialogue(store, dialogue), drafts.circulations(store, dialogue)
        return short_stage(there, sent, product, language)

    def notices(self) -> list[Notice]:
        """Return a notice for each comment window whose deadline has passed."""
        dialogue = self._session.open_dialogue()
        if dialogue is None:
            return []
        found = due_in(self._session.store, dialogue, self._today())
        return [
            Notice(
                due_sentence(due), "warn",
                remedies=(Remedy(tr("State of the document"),
                                 partial(self._open, due.product, due.language)),),
            )
            for due in found
        ]  # fmt: skip

    def open(self) -> None:
        """Show the state of the document in sight."""
        self._open(self._page.product, self._page.language)

    def _open(self, product: Product, language: Language) -> None:
        from dialogueprep.ui.dialogs.draft_state import DraftStateDialog

        self._session.flush.emit()
        dialogue = self._session.open_dialogue()
        if dialogue is None:
            return
        number = self.number_of(product, language)
        dialog = DraftStateDialog(
            self._page, self._session, dialogue, product, language, number, self._today()
        )
        dialog.exec()
        if dialog.take_in_wanted:
            self.returned.ask(product, language)

    def number_of(self, product: Product, language: Language) -> int:
        """Return the number of the draft that was written last, or of the first one."""
        if self._session.dialogue is None:
            return 1
        released = documents.releases(self._session.store, self._session.dialogue)
        mine = [r.number for r in released if (r.product, r.language) == (product, language)]
        return max(mine, default=1)
