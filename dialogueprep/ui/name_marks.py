"""Waves under words that may identify a participant, in any field of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dialogueprep.domain.gate import About, Exposure, Level, Roster, examine_wording
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.identity.told import Earlier
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.store import documents
from dialogueprep.store.step import Changes
from dialogueprep.ui import dates, painting
from dialogueprep.ui.guard import names_in, reason_of, without_names
from dialogueprep.ui.qt_places import place
from dialogueprep.ui.session import Session
from dialogueprep.words import listed, sentences, tr
from dialogueprep.workflows.told_before import earlier_in, other_wordings, said_in
from dialogueprep.workflows.values import drawn_from, roster_of

_PEOPLE = (
    "dialogues", "hosts", "delegations", "items", "participations", "persons", "name_forms",
    "attendances", "published", "releases",
)  # fmt: skip
_DRAWN = ("finding_notes", "notes")
_LINES = {Level.BLOCK: "block_line", Level.WARN: "warn_line"}
_IDLE_MS = 250
"""How long after the first wish the search is built, so that a page stands before it."""
_ALONE = About()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a field is about: the id of a finding or recommendation, and its wordings as kept.

    ``others`` are what else a document says of it, such as to whom it goes; ``before`` and
    ``after`` stand in one line with the field there, and what they tell is told together.
    """

    origin: str
    texts: Texts = field(default_factory=Texts)
    others: tuple[Texts, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class _Known:
    """What is read for a dialogue once and not by key."""

    roster: Roster
    earlier: Earlier
    drawn: tuple[Mapping[str, tuple[str, ...]], frozenset[str]] | None = None
    about: dict[tuple[str, Language], tuple[Subject, About]] = field(
        default_factory=dict[tuple[str, Language], tuple[Subject, About]]
    )


class NameSearch(QObject):
    """Finds names for the open dialogue; built while nobody waits, and anew for other people."""

    renewed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: _Known | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_IDLE_MS)
        self._soon.timeout.connect(self.build)
        session.changed.connect(self._on_changed)
        session.dialogue_changed.connect(self._forget)

    def look(
        self, text: str, subject: Subject | None = None, spoken: Language | None = None
    ) -> tuple[Exposure, ...]:
        """Return what may identify a participant; nothing until the search is built.

        What is said of a ``subject`` in other wordings than the ``spoken`` one, and in what left
        before, is put together with the text.
        """
        if self._known is None:
            self._soon.start()
            return ()
        if not text.strip():
            return ()
        language = language_of(text)
        if subject is None:
            return examine_wording(text, self._known.roster, _ALONE, language)
        about = self.about(subject, spoken or language)
        whole = f"{subject.before}{text}{subject.after}"
        found = examine_wording(whole, self._known.roster, about, language)
        return tuple(_of_field(found, len(subject.before), len(text)))

    def about(self, subject: Subject, spoken: Language) -> About:
        """Return what is known about a subject; it is read when one begins to write about it."""
        it = self._known
        if it is None:
            return _ALONE
        before, about = it.about.get((subject.origin, spoken), (None, _ALONE))
        if before != subject:
            about = self._read(it, subject, spoken)
            it.about[subject.origin, spoken] = subject, about
        return about

    def neutral(self, text: str, known: str = "") -> str:
        """Return a text as it may be kept; ``known`` is what is on disk already."""
        roster = self._ready()
        return without_names(text, roster, known) if roster else text

    def reasons(self, text: str, known: str = "") -> tuple[str, ...]:
        """Return in sentences why a text may not be kept as it was typed."""
        roster = self._ready()
        found = names_in(text, roster, known) if roster else []
        return tuple(dict.fromkeys(tr(e.why) for e in found))

    @property
    def over(self) -> QWidget | None:
        """The page or dialog in which neutral words are offered."""
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None

    def _ready(self) -> Roster | None:
        if self._known is None:
            self.build()
        return self._known.roster if self._known else None

    def build(self) -> None:
        """Build the search now, and read what left before."""
        self._soon.stop()
        if self._session.is_open and self._session.dialogue is not None:
            store, dialogue = self._session.store, self._session.dialogue
            released = documents.releases(store, dialogue)
            self._known = _Known(roster_of(store, dialogue), earlier_in(released, dates.day))
            self.renewed.emit()

    def _read(self, it: _Known, subject: Subject, spoken: Language) -> About:
        if it.drawn is None and self._session.is_open and self._session.dialogue is not None:
            it.drawn = drawn_from(self._session.store, self._session.dialogue)
        origins, undescribed = it.drawn or ({}, frozenset())
        items = origins.get(subject.origin, ())
        texts = (subject.texts, *subject.others)
        others = other_wordings(texts, (spoken,), it.roster, items)
        here = said_in(subject.others, spoken, it.roster, items)
        described = subject.origin not in undescribed
        search_of(it.roster if described else it.roster.allowing_none)  # not with the first key
        return About(items, described, (*it.earlier.get(subject.origin, ()), *others), here)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_PEOPLE):
            self._forget()
        elif self._known is not None and changes.touches(*_DRAWN):
            self._known.drawn = None
            self._known.about.clear()

    def _forget(self) -> None:
        if self._known is not None:
            self._known = None
            self._soon.start()


def _of_field(found: Iterable[Exposure], start: int, length: int) -> Iterator[Exposure]:
    """Yield what was found in a line as far as it stands in the field, counted from its start."""
    for it in found:
        if start <= it.start and it.end <= start + length:
            yield replace(it, start=it.start - start, end=it.end - start)


class NameMarks(QSyntaxHighlighter):
    """The waves in one field, and in its tooltip what they are about."""

    def __init__(self, field: QPlainTextEdit, search: NameSearch) -> None:
        super().__init__(field.document())
        self._field, self._search = field, search
        self._seen = ""
        self._drawing = False
        self.exposures: tuple[Exposure, ...] = ()
        """What was found in the text as it stands."""
        self.subject: Subject | None = None
        self.language: Language | None = None
        search.renewed.connect(self.look_again)
        field.textChanged.connect(self._on_text_changed)

    def write_about(self, subject: Subject | None, language: Language | None) -> None:
        """Look at the text as one about a finding or a recommendation, in a language."""
        if (subject, language) != (self.subject, self.language):
            self.subject, self.language = subject, language
            self.look_again()

    def look_again(self) -> None:
        """Look at the text as it stands and draw it anew."""
        self._seen = ""
        self._draw()

    def highlightBlock(self, text: str) -> None:
        self._look()
        start = self.currentBlock().position()
        whole = self._seen
        for exposure in self.exposures:
            first = max(0, place(whole, exposure.start) - start)
            last = place(whole, exposure.end) - start
            if first < last:
                wave = QTextCharFormat()
                wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                wave.setUnderlineColor(painting.colour(_LINES[exposure.level]))
                self.setFormat(first, last - first, wave)

    def _look(self) -> bool:
        """Look at the whole text if it has changed; return whether something else is found."""
        text = self._field.toPlainText()
        if text == self._seen:
            return False
        before, self._seen = self.exposures, text
        self.exposures = self._search.look(text, self.subject, self.language)
        self._say()
        return before != self.exposures

    def _on_text_changed(self) -> None:
        """Draw paragraphs that did not change themselves, but what stands beside them."""
        self._look()
        if self._field.blockCount() > 1 and not self._drawing:
            self._draw()

    def _draw(self) -> None:
        self._drawing = True
        self.rehighlight()
        self._drawing = False

    def _say(self) -> None:
        sentence = ""
        if self.exposures:
            words = listed(tr("“{words}”", words=e.text) for e in self.exposures)
            sentence = tr(
                "May identify a participant: {words}. Before a document leaves, it asks for a "
                "decision on this.",
                words=words,
            )
            together = dict.fromkeys(reason_of(e) for e in self.exposures if e.document)
            sentence = sentences((sentence, *together))
        self._field.setToolTip(sentence)
        self._field.setAccessibleDescription(sentence)
