"""The texts of documents: what a concept note, a press line and others say in the user's words.

Everything is kept while it is typed; names of participants reach the disk as neutral words.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import document_texts as commands
from dialogueprep.commands.document_texts import OwnText
from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.store import dialogues
from dialogueprep.store.step import Changes
from dialogueprep.ui import theme
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.wordings import Wordings
from dialogueprep.words import later, tr

_PARTS: dict[Product, tuple[OwnText, ...]] = {
    Product.CONCEPT_NOTE: (
        OwnText.BACKGROUND, OwnText.OBJECTIVES, OwnText.OUTPUTS, OwnText.PRACTICALITIES,
    ),
    Product.CHAIRS_SUMMARY: (OwnText.CHAIRS_OPENING,),
    Product.PRESS_LINE: (OwnText.PRESS_LINE,),
    Product.DEBRIEF_MEMO: (OwnText.DEBRIEF,),
}  # fmt: skip
_NAMES = {
    OwnText.BACKGROUND: later("Background"),
    OwnText.OBJECTIVES: later("Objectives"),
    OwnText.OUTPUTS: later("Expected output"),
    OwnText.PRACTICALITIES: later("Practical matters"),
    OwnText.CHAIRS_OPENING: later("Opening of the chair’s summary"),
    OwnText.PRESS_LINE: later("Sentences for the press"),
    OwnText.DEBRIEF: later("Points of the debrief"),
}
_HINTS = {
    OwnText.BACKGROUND: later(
        "Why the meeting is held, and why now. One paragraph a line. The report’s context does "
        "not stand here."
    ),
    OwnText.OBJECTIVES: later("Three to five, each beginning with a verb. One a line."),
    OwnText.OUTPUTS: later("What is written afterwards, and who sees it. One a line."),
    OwnText.PRACTICALITIES: later("Rooms, travel, costs, whom to ask and until when. One a line."),
    OwnText.CHAIRS_OPENING: later("What the chair says before the findings. One paragraph a line."),
    OwnText.PRESS_LINE: later("The few sentences that all hosts agreed to. One a line."),
    OwnText.DEBRIEF: later(
        "What worked and what did not; for the organisers only. One point a line."
    ),
}
_LINES = (3, 12)


class DocumentTexts(QDialog):
    """The texts below each other, by document, in one language at a time."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        product: Product | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Texts of documents"))
        self.session, self._dialogue = session, dialogue
        self._closed = dialogue.phase is Phase.CLOSED
        self.language: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), dialogue.working_language,
            name=tr("Language of the texts"),
        )  # fmt: skip
        self.language.chosen.connect(self._show_language)
        self.names = NameSearch(session, self)
        self.texts = {which: self._wordings(which) for each in _PARTS.values() for which in each}
        self._heads: dict[Product, Label] = {}
        self._scroll = scrolled(self._body(), "paper")
        self._lay_out()
        self.resize(theme.scaled(720), theme.scaled(660))
        session.changed.connect(self._on_changed)
        self._show()
        self.begin(product or Product.CONCEPT_NOTE)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        session: Session,
        dialogue: Dialogue,
        product: Product | None = None,
    ) -> None:
        """Show the texts, those of a product first, until the user closes them."""
        cls(parent, session, dialogue, product).exec()

    def begin(self, product: Product) -> None:
        """Put the keyboard into the first text of a document; another has no texts of its own."""
        own = _PARTS.get(product, _PARTS[Product.CONCEPT_NOTE])
        first = self.texts[own[0]]
        first.write()
        self._scroll.ensureWidgetVisible(first.field)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        for wordings in self.texts.values():
            wordings.flush()

    def done(self, result: int) -> None:
        self.flush()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)

    # how it looks ---------------------------------------------------------------------------

    def _wordings(self, which: OwnText) -> Wordings:
        made = Wordings(tr(_NAMES[which]), lines=_LINES)
        made.languages.hide()
        made.field.mark_names(self.names)
        made.field.given_up.connect(self.reject)
        made.changed.connect(partial(self._write, which))
        made.setEnabled(not self._closed)
        return made

    def _body(self) -> QWidget:
        inside = column(gap=6, margins=(24, 14, 24, 24))
        for product, parts in _PARTS.items():
            inside.addWidget(Label(tr(wording.of(product)), "title"))
            for which in parts:
                inside.addSpacing(4)
                inside.addWidget(Label(tr(_NAMES[which]), "head"))
                inside.addWidget(Paragraph(tr(_HINTS[which]), "small", "ink2"))
                inside.addWidget(self.texts[which])
            inside.addSpacing(22)
        inside.addStretch(1)
        return box(inside)

    def _lay_out(self) -> None:
        said = tr("The dialogue is closed: its texts are kept as they are.")
        kept = tr("Kept while you type. Names of participants are kept as neutral words.")
        close = Button(tr("Close"), on_click=self.accept)
        close.setAutoDefault(False)
        head = row(self.language, None, margins=(24, 12, 24, 12))
        foot = row(
            (Paragraph(said if self._closed else kept, "small", "ink2"), 1), close,
            margins=(24, 10, 20, 12),
        )  # fmt: skip
        self.setLayout(
            column(
                box(head, "paper"), hairline(), (self._scroll, 1), hairline(), box(foot, "shade"),
                gap=0,
            )
        )  # fmt: skip

    # what it does ---------------------------------------------------------------------------

    def _show(self) -> None:
        now = dialogues.read(self.session.store, self._dialogue.id)
        for which, wordings in self.texts.items():
            wordings.show_texts(commands.of(now, which), self.language.value)

    def _show_language(self, _language: Language) -> None:
        self.flush()
        self._show()

    def _write(self, which: OwnText, texts: Texts) -> None:
        self.session.run(commands.write, self._dialogue, which, texts)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("dialogues", "texts") and self.isVisible():
            self._show()
