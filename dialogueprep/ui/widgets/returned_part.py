"""The part of Documents that takes a draft in which others have worked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from dialogueprep.domain.dialogue import Phase
from dialogueprep.domain.drafts import staged
from dialogueprep.ui.jobs import Job, Tick
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import clauses, ntr, sentences, tr

if TYPE_CHECKING:
    from dialogueprep.domain.briefs.blocks import Product
    from dialogueprep.domain.returned import ReturnEdit
    from dialogueprep.domain.texts import Language
    from dialogueprep.ui.dialogs.returned_draft import ReturnedDraft
    from dialogueprep.ui.pages.documents import DocumentsPage
    from dialogueprep.workflows.release import Wanted


class ReturnedPart:
    """Reads a Word file in the background, shows its edits, and takes the accepted ones over."""

    def __init__(self, session: Session, page: DocumentsPage) -> None:
        self._session, self._page = session, page
        self._names: NameSearch | None = None
        self.job: Job | None = None

    def commands(self) -> Sequence[Command]:
        """Return the command for the document in sight, if it is a text that is reviewed."""
        dialogue = self._session.open_dialogue()
        if dialogue is None or dialogue.phase is Phase.CLOSED or not staged(self._page.product):
            return []
        return [Command(tr("Take in a draft that came back"), self.ask, icon="file-input")]

    @property
    def names(self) -> NameSearch:
        """The search for names in what came back and in what is typed."""
        if self._names is None:
            self._names = NameSearch(self._session, self._page)
        return self._names

    def ask(self, product: Product | None = None, language: Language | None = None) -> None:
        """Ask for the file of a document, by default the one in sight."""
        path, _ = QFileDialog.getOpenFileName(
            self._page, tr("A draft that came back"), "", tr("Word files (*.docx)")
        )
        if path:
            self.read(Path(path), product, language)

    def read(
        self, path: Path, product: Product | None = None, language: Language | None = None
    ) -> None:
        """Read a file and show what it would change; what is wrong with it is said."""
        from dialogueprep.workflows.release import Wanted, gather
        from dialogueprep.workflows.returned_draft import edits_in, present

        self._session.flush.emit()
        dialogue, store = self._session.dialogue, self._session.store
        if dialogue is None or self.job is not None:
            return
        wanted = self._page.wanted(dialogue)
        if (product or wanted.product, language or wanted.language) != (
            wanted.product,
            wanted.language,
        ):
            wanted = Wanted(
                dialogue=dialogue,
                product=product or wanted.product,
                language=language or wanted.language,
                on=wanted.on,
            )
        gathered = self._session.attempt(partial(gather, store, wanted))
        if gathered is None:
            return

        def work(tick: Tick) -> tuple[ReturnEdit, ...]:
            return edits_in(path, *present(gathered))

        self.job = Job(work, self._page)
        self.job.done.connect(partial(self._show, path.name, wanted))
        self.job.failed.connect(self._session.fail)
        self.job.ended.connect(self._on_ended)
        self._page.busy(True, tr("Reading {name}", name=path.name), self.job.cancel)
        self.job.start()

    def _on_ended(self) -> None:
        self.job = None
        self._page.busy(False)

    def _show(self, name: str, wanted: Wanted, edits: tuple[ReturnEdit, ...]) -> None:
        from dialogueprep.ui.dialogs.returned_draft import ReturnedDraft

        if not self._session.is_open:
            return
        neutral, said = self.made_neutral(edits)
        dialog = ReturnedDraft(self._page, name, neutral, said, self.names)
        if dialog.exec():
            self.take_over(name, dialog, wanted)
        else:
            self._page.show_news([Notice(_reminder(name), "info", closable=True)])

    def made_neutral(
        self, edits: Sequence[ReturnEdit]
    ) -> tuple[tuple[ReturnEdit, ...], dict[str, str]]:
        """Return the edits in words that may be kept, and by key why some are in others."""
        said: dict[str, str] = {}
        kept: list[ReturnEdit] = []
        for each in edits:
            words, known = each.theirs, each.known
            if each.can_be_edited:
                words = self.names.neutral(words, known)
            if words != each.theirs:
                reasons = self.names.reasons(each.theirs, known)
                said[each.key] = sentences((tr("Kept with neutral words."), *reasons))
            kept.append(replace(each, theirs=words))
        return tuple(kept), said

    def take_over(self, name: str, dialog: ReturnedDraft, wanted: Wanted) -> None:
        """Write what was accepted in one step; say what was decided, and what to do now."""
        from dialogueprep.commands import translations

        taken = [(edit, self.names.neutral(words, edit.known)) for edit, words in dialog.taken]
        came = dialog.told(wanted.product, wanted.language, wanted.on)
        if self._session.run(translations.take_over, wanted.dialogue, taken, came) is None:
            return
        undo = (Remedy(tr("Undo"), self._undo),) if taken else ()
        said = sentences((_told(len(taken), dialog), _reminder(name)))
        self._page.show_news([Notice(said, "info", remedies=undo, closable=True)])

    def _undo(self) -> None:
        self._page.show_news([])
        self._session.attempt(self._session.store.undo)


def _told(taken: int, dialog: ReturnedDraft) -> str:
    from dialogueprep.ui.models.returned_rows import DECLINE, NOTE

    declined, noted = dialog.count(DECLINE), dialog.count(NOTE)
    found = clauses(
        (
            ntr("{n} edit taken over", "{n} edits taken over", taken) if taken else "",
            ntr("{n} turned down", "{n} turned down", declined) if declined else "",
            ntr("{n} noted", "{n} noted", noted) if noted else "",
        )
    )
    return tr("{decided}.", decided=found) if found else ""


def _reminder(name: str) -> str:
    return tr("Delete “{name}” now: it still says who wrote which comment, and when.", name=name)
