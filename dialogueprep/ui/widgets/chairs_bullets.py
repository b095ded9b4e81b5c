"""Five bullets for the chair, now: one command puts them on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.briefs.five_bullets import Pasted
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.texts import Language
from dialogueprep.sentences import explain
from dialogueprep.ui.jobs import Job
from dialogueprep.ui.page import Command
from dialogueprep.ui.session import Session
from dialogueprep.words import ntr, sentences, tr
from dialogueprep.workflows.five_bullets import bullets_of, gather_for_chair

_KEYS = "Ctrl+Shift+B"


class ChairsBullets(QObject):
    """Copies the weightiest findings as text, examined as a document is.

    ``language`` says in which; without it, they are in the working language of the dialogue.
    """

    def __init__(
        self, session: Session, page: QWidget, language: Callable[[], Language] | None = None
    ) -> None:
        super().__init__(page)
        self._session, self._language = session, language
        self._job: Job | None = None
        shortcut = QShortcut(QKeySequence(_KEYS), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.copy)

    def commands(self) -> Sequence[Command]:
        """Return the command, where a dialogue is open."""
        if self._session.dialogue is None:
            return []
        words = tr("Copy five bullets for the chair")
        return [Command(words, self.copy, _KEYS, "list-todo")]

    def copy(self) -> None:
        """Make the bullets from what is written by now, and put them on the clipboard."""
        self._session.flush.emit()
        dialogue = self._session.open_dialogue()
        if dialogue is None or self._job is not None:
            return
        language = self._language() if self._language else dialogue.working_language
        store = self._session.store
        read = partial(gather_for_chair, store, dialogue.id, language, date.today())
        gathered = self._session.attempt(read)
        if gathered is None:
            return
        self._job = Job(lambda _tick: bullets_of(gathered))
        self._job.done.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        self._job.start()

    def _on_made(self, made: Pasted) -> None:
        if not self._session.is_open:
            return
        if made.text:
            QGuiApplication.clipboard().setText(made.text)
        self._session.notice.emit(_told(made))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Explained):
            raise error
        self._session.notice.emit(explain(error))

    def _on_ended(self) -> None:
        self._job = None


def _told(made: Pasted) -> str:
    """Say what is on the clipboard, and what the search for names changed in it."""
    if not made.text and not made.left_out:
        return tr("There are no findings yet.")
    said = [
        ntr("{n} bullet is on the clipboard.", "{n} bullets are on the clipboard.", made.bullets)
    ]
    if not made.text:
        said = [tr("No finding can be copied as it is.")]
    if made.neutral:
        said.append(
            ntr(
                "{n} passage was put in neutral words.",
                "{n} passages were put in neutral words.",
                made.neutral,
            )
        )
    if made.left_out:
        said.append(
            ntr(
                "{n} finding was left out: it has to be decided on first.",
                "{n} findings were left out: they have to be decided on first.",
                made.left_out,
            )
        )
    return sentences(said)
