"""What is done with identifying passages, and with words that the sheet does not use."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from dialogueprep.commands import designations
from dialogueprep.commands import documents as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.gate import Placed
from dialogueprep.domain.texts import Language
from dialogueprep.store.documents import KeptPassage
from dialogueprep.ui.dialogs.keep_passage import ask_keeping
from dialogueprep.ui.dialogs.passage import ask_wording
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.designation_warnings import Warned
from dialogueprep.ui.widgets.passages import Passage
from dialogueprep.ui.widgets.preview_panel import PreviewPanel
from dialogueprep.words import tr


class Shown(Protocol):
    """The document in sight: the page Documents."""

    session: Session
    preview: PreviewPanel

    @property
    def product(self) -> Product: ...
    @property
    def language(self) -> Language: ...
    @property
    def languages(self) -> tuple[Language, ...]: ...
    def window(self) -> QWidget: ...


class PassageDeeds:
    """Rewrites, words anew, keeps and takes back; writes designations."""

    def __init__(self, page: Shown) -> None:
        self._page = page

    def act(self, passage: Passage, act: str) -> bool:
        """Do what a card asks for; return whether it was something to do."""
        acts = {"rewrite": self._rewrite, "edit": self._edit, "keep": self._keep}
        if act in acts:
            acts[act](passage)
        return act in acts

    def wording(self, placed: Placed) -> tuple[Language, str] | None:
        """Return the text that holds a passage, with its language; None if it is generated."""
        session = self._page.session
        if session.dialogue is None or not placed.origin:
            return None
        where = session.store, session.dialogue, placed.origin, placed.exposure.text
        for language in self._page.languages:
            found = commands.wording_with(*where, language, placed.around)
            if found is not None:
                return language, found
        return None

    def undecide(self, kept: KeptPassage) -> None:
        """Take back that a passage was kept."""
        self._page.session.run(commands.undecide, kept.id)

    def on_word(self, it: Warned, act: str) -> None:
        """Show words that the sheet does not use, write its usage, or open the sheet."""
        session = self._page.session
        entry, dialogue = it.first.entry, session.open_dialogue()
        self._page.preview.pages.show_mark(it.key)
        if dialogue is None or act == "show":
            return
        if act == "sheet":
            from dialogueprep.ui.dialogs.designation_sheet import DesignationSheet

            DesignationSheet.ask(self._page.window(), session, dialogue, entry.language, entry)
        elif session.run(designations.replace_words, dialogue.id, entry) == 0:
            session.notice.emit(
                tr("These words belong to a name. Change them where they come from.")
            )

    def _rewriting(self, passage: Passage, words: str) -> commands.Rewriting:
        exposure = passage.placed.exposure
        held = self.wording(passage.placed)
        return commands.Rewriting(
            dialogue=self._page.session.dialogue or DialogueId(""),
            product=self._page.product,
            language=held[0] if held else self._page.language,
            passage_kind=exposure.kind,
            origin=passage.placed.origin or "",
            passage=exposure.text,
            words=words,
            around=passage.placed.around,
        )

    def _rewrite(self, passage: Passage) -> None:
        words = passage.placed.exposure.suggestion or ""
        self._page.session.run(commands.rewrite, self._rewriting(passage, words))

    def _edit(self, passage: Passage) -> None:
        it = self._rewriting(passage, "")
        held = self.wording(passage.placed)
        if held and (after := ask_wording(self._page.window(), held[1], it.passage)):
            self._page.session.run(commands.reword, it, held[1], after)

    def _keep(self, passage: Passage) -> None:
        exposure, session = passage.placed.exposure, self._page.session
        keep = ask_keeping(self._page.window(), exposure)
        if keep is None or session.dialogue is None:
            return
        kept = KeptPassage(
            id="",
            product=self._page.product,
            language=self._page.language,
            passage_kind=exposure.kind,
            fingerprint=passage.placed.fingerprint,
            words=exposure.text,
            reason=keep.reason,
            ground=keep.ground,
        )
        session.run(commands.keep, session.dialogue, kept)
