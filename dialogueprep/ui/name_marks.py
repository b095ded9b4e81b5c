"""Waves under words that may identify a participant, in any field of a page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from dialogueprep.domain.gate import Exposure, Level, Roster, examine_text
from dialogueprep.domain.texts import language_of
from dialogueprep.store.step import Changes
from dialogueprep.ui import painting
from dialogueprep.ui.guard import names_in, without_names
from dialogueprep.ui.session import Session
from dialogueprep.words import listed, tr
from dialogueprep.workflows.values import roster_of

_PEOPLE = (
    "dialogues", "hosts", "delegations", "items", "participations", "persons", "name_forms",
    "attendances", "published", "releases",
)  # fmt: skip
_LINES = {Level.BLOCK: "block_line", Level.WARN: "warn_line"}
_IDLE_MS = 250
"""How long after the first wish the search is built, so that a page stands before it."""


class NameSearch(QObject):
    """Finds names for the open dialogue; built while nobody waits, and anew for other people."""

    renewed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._roster: Roster | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_IDLE_MS)
        self._soon.timeout.connect(self.build)
        session.changed.connect(self._on_changed)
        session.dialogue_changed.connect(self._forget)

    def look(self, text: str) -> tuple[Exposure, ...]:
        """Return what may identify a participant; nothing until the search is built."""
        if self._roster is None:
            self._soon.start()
            return ()
        return examine_text(text, self._roster, language=language_of(text)) if text else ()

    def neutral(self, text: str, known: str = "") -> str:
        """Return a text as it may be kept; ``known`` is what is on disk already."""
        roster = self._ready()
        return without_names(text, roster, known) if roster else text

    def reasons(self, text: str, known: str = "") -> tuple[str, ...]:
        """Return in sentences why a text may not be kept as it was typed."""
        roster = self._ready()
        found = names_in(text, roster, known) if roster else []
        return tuple(dict.fromkeys(tr(e.why) for e in found))

    def _ready(self) -> Roster | None:
        if self._roster is None:
            self.build()
        return self._roster

    def build(self) -> None:
        """Build the search now."""
        if self._session.is_open and self._session.dialogue is not None:
            self._roster = roster_of(self._session.store, self._session.dialogue)
            self.renewed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_PEOPLE):
            self._forget()

    def _forget(self) -> None:
        if self._roster is not None:
            self._roster = None
            self._soon.start()


class NameMarks(QSyntaxHighlighter):
    """The waves in one field, and in its tooltip what they are about."""

    def __init__(self, field: QPlainTextEdit, search: NameSearch) -> None:
        super().__init__(field.document())
        self._field, self._search = field, search
        self._found: dict[int, str] = {}
        search.renewed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        exposures = self._search.look(text)
        for exposure in exposures:
            wave = QTextCharFormat()
            wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wave.setUnderlineColor(painting.colour(_LINES[exposure.level]))
            self.setFormat(exposure.start, exposure.end - exposure.start, wave)
        self._say(exposures)

    def _say(self, exposures: tuple[Exposure, ...]) -> None:
        words = listed(tr("“{words}”", words=e.text) for e in exposures)
        self._found[self.currentBlock().blockNumber()] = words
        said = [w for n, w in self._found.items() if w and n < self.document().blockCount()]
        sentence = ""
        if said:
            sentence = tr(
                "May identify a participant: {words}. Before a document leaves, it asks for a "
                "decision on this.",
                words=listed(said),
            )
        self._field.setToolTip(sentence)
        self._field.setAccessibleDescription(sentence)
