"""Opens the drafting view, tells it the claims, and keeps what is written there.

What it shows is put together here from findings alone; the view itself sees nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dialogueprep import words
from dialogueprep.commands import findings as commands
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.notes import Column, Finding
from dialogueprep.store import findings
from dialogueprep.store.step import Changes
from dialogueprep.ui.drafting.sheet import DraftClaim, DraftColumn, DraftSheet
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.page import KeyHint
from dialogueprep.ui.session import Session
from dialogueprep.words import later, tr

if TYPE_CHECKING:
    from dialogueprep.ui.drafting.view import DraftingView

_SHOWN = ("findings", "texts", "dialogues")
KEYS = "Ctrl+Shift+D"
_STAGE = later("Draft")


def draft_sheet(dialogue: Dialogue, found: Sequence[Finding]) -> DraftSheet:
    """Return the claims of findings in the dialogue's language: no note, no support, no count."""
    language = dialogue.working_language
    say = words.of(language)
    columns = tuple(
        DraftColumn(
            say(wording.of(column)),
            tuple(_claim(f, dialogue) for f in found if f.column is column),
        )
        for column in Column
    )
    title = dialogue.titles.best(language) or dialogue.names.best(language)
    return DraftSheet(title, say(_STAGE), columns, dialogue.phase is not Phase.CLOSED)


def _claim(finding: Finding, dialogue: Dialogue) -> DraftClaim:
    text = finding.texts.best_text(dialogue.working_language)
    return DraftClaim(finding.id, text.wording, text.language)


class DraftingPart(QObject):
    """Holds the window; it is gone when the workspace is closed or locked."""

    def __init__(self, session: Session, names: NameSearch, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._names = session, names
        self._main: QWidget | None = None
        self._views: list[DraftingView] = []
        session.changed.connect(self._on_changed)
        session.dialogue_changed.connect(self._show)
        session.flush.connect(self.flush)
        session.closing.connect(self._let_go)
        views = self._views
        self.destroyed.connect(lambda: _close(views))

    @property
    def view(self) -> DraftingView | None:
        """The window, once it has been opened."""
        return self._views[0] if self._views else None

    def open(self, main: QWidget) -> None:
        """Show the window, on a second screen if there is one, or go to it."""
        self._main = main
        view = self.view or self._made()
        self._show()
        if view.isVisible():
            view.begin()
        else:
            view.open_on(QGuiApplication.screens(), main.screen())

    def flush(self) -> None:
        """Hand over what was typed there and not sent yet."""
        if self.view is not None:
            self.view.flush()

    def _made(self) -> DraftingView:
        from dialogueprep.ui.drafting.view import DraftingView

        view = DraftingView()
        view.written.connect(self._write)
        view.back_wanted.connect(self._go_back)
        view.keys_wanted.connect(self._show_keys)
        view.undo_wanted.connect(self._session.undo)
        self._views.append(view)
        return view

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._show()

    def _show(self) -> None:
        if self.view is None or not self._session.is_open:
            return
        dialogue = self._session.open_dialogue()
        if dialogue is None:
            self.view.forget()
            return
        found = findings.of_dialogue(self._session.store, dialogue.id)
        self.view.show_sheet(draft_sheet(dialogue, found))

    def _write(self, claim: str, typed: str) -> None:
        """Keep new words of a claim, neutral ones in place of names; without any it stays."""
        dialogue = self._session.open_dialogue()
        if dialogue is None:
            return
        known = findings.of_dialogue(self._session.store, dialogue.id)
        finding = next((f for f in known if f.id == claim), None)
        if finding is not None and typed.strip():
            text = finding.texts.best_text(dialogue.working_language)
            kept = self._names.neutral(typed.strip(), text.wording)
            if kept != text.wording:
                texts = finding.texts.with_wording(text.language, kept)
                self._session.run(commands.change, replace(finding, texts=texts))
        self._show_again(claim)

    def _show_again(self, claim: str) -> None:
        """Show what is kept in place of what was typed, where the two differ."""
        view = self.view
        if view is None:
            return
        shown = next((each for each in view.sheet.claims if each.id == claim), None)
        widget = view.claim(claim)
        if shown is not None and widget is not None and not widget.field.writing:
            widget.field.show_text(shown.wording)

    def _go_back(self) -> None:
        if self._main is not None and self._session.is_open:
            self._main.window().activateWindow()

    def _show_keys(self) -> None:
        from dialogueprep.ui.dialogs.keys_of_page import KeysOfPage

        KeysOfPage.tell(self.view, tr("Drafting view"), key_hints(), alone=True)

    def _let_go(self) -> None:
        _close(self._views)


def _close(views: list[DraftingView]) -> None:
    while views:
        view = views.pop()
        if not isValid(view):
            continue
        view.close()
        view.forget()
        view.deleteLater()


def key_hints() -> Sequence[KeyHint]:
    """Return the keys of the drafting view."""
    return [
        KeyHint("Down", tr("the next finding, with Up the one before")),
        KeyHint("Ctrl+Down", tr("the next heading, with Up the one before")),
        KeyHint("Enter", tr("edit the text; Enter again keeps it")),
        KeyHint("Shift+Enter", tr("a new line in the text")),
        KeyHint("Ctrl++", tr("larger letters, with minus smaller")),
        KeyHint("Ctrl+Z", tr("undo")),
        KeyHint(KEYS, tr("back to the main window")),
        KeyHint("F11", tr("fill the screen, and back")),
    ]
