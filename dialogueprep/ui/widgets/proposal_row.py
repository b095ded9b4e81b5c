"""One recommendation of the round: to whom, what, by which means, when, and beside the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.notes import Proposal, ProposalId, Relation
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.ui import painting, theme
from dialogueprep.ui.models.finding_words import RELATION_WORDS
from dialogueprep.ui.name_marks import Subject
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.wordings import WordingField
from dialogueprep.words import tr

NUMBER, TO, WHEN, BUTTONS = 48, 200, 170, 96
"""Widths of the columns in px; the words take what is left."""
NEW = ProposalId("")
_FIELDS = ("addressees", "texts", "horizons", "instruments")


class ProposalRow(QFrame):
    """One recommendation; its fields hand over their text after a pause."""

    written = Signal()
    left = Signal()
    relation_chosen = Signal(object)
    """A Relation, or None."""
    library_wanted = Signal()
    """A recommendation of the library is to be picked."""

    def __init__(self) -> None:
        super().__init__()
        self.proposal = Proposal(id=NEW, dialogue=DialogueId(""), texts=Texts())
        self._number = _Number()
        self.to = WordingField(placeholder=tr("To whom"), lines=(1, 4), name=tr("To"))
        self.words = WordingField(
            placeholder=tr("What is recommended"), lines=(1, 8), name=tr("Recommendation")
        )
        self.when = WordingField(placeholder=tr("By when"), lines=(1, 4), name=tr("When"))
        self.by = WordingField(
            placeholder=tr("By which means, e.g. a memorandum or a working group"), lines=(1, 3),
            name=tr("Instrument"),
        )  # fmt: skip
        self.to.setFixedWidth(TO)
        self.when.setFixedWidth(WHEN)
        relations: list[tuple[Relation | None, str]] = [(None, tr("Not compared"))]
        relations += [(each, tr(RELATION_WORDS[each])) for each in Relation]
        self.relation: Choice[Relation | None] = Choice(relations, name=tr("Beside the library"))
        self.relation.setFixedWidth(WHEN)
        self.relation.setToolTip(tr("How it stands to the library; inside only"))
        self.relation.picked.connect(self.relation_chosen)
        self.library = Button(
            tr("Another one"), "link", small=True, on_click=self.library_wanted.emit
        )
        self.library.setToolTip(tr("Pick a recommendation of the library, Alt+L"))
        self._title = Label("", "small", "ink2")
        self.up = Button("", "quiet", "arrow-up", small=True, tooltip=tr("Move up, Alt+Up"))
        self.down = Button("", "quiet", "arrow-down", small=True, tooltip=tr("Move down, Alt+Down"))
        self.remove = Button("", "quiet", "trash-2", small=True, tooltip=tr("Remove, Alt+Del"))
        for field in self.fields:
            field.setProperty("quiet", True)
            field.written.connect(lambda _words: self.written.emit())
            field.left.connect(self.left)
        self.setLayout(column(self._upper(), self._lower(), hairline(), gap=0))

    @property
    def fields(self) -> tuple[WordingField, WordingField, WordingField, WordingField]:
        """To whom, what, by when, and by which means."""
        return self.to, self.words, self.when, self.by

    def show_proposal(
        self, number: int, proposal: Proposal, language: Language, library: Mapping[str, str]
    ) -> None:
        """Show a recommendation in a language; what is being typed stays.

        ``library`` has the titles of the library's recommendations by id.
        """
        self.proposal = proposal
        self.show_number(number)
        self.restore(language)
        self.relation.show_value(proposal.relation)
        title = library.get(proposal.recommendation or "", "")
        self._title.setText(tr("“{title}”", title=title) if title else "")
        self._title.setToolTip(title)
        self._inside.setVisible(bool(title))
        self.relation.setEnabled(bool(proposal.id))

    def restore(self, language: Language) -> None:
        """Show what is kept; what is being typed stays."""
        for field, name in zip(self.fields, _FIELDS, strict=True):
            if field.language != language:
                field.language = language
                field.setFont(theme.font(field.role, language=language))
            field.show_text(getattr(self.proposal, name).get(language) or "")
            field.write_about(self._subject(name, language) if self.proposal.id else None)

    def _subject(self, name: str, language: Language) -> Subject:
        """Return what a field is about: a document examines all fields of a row together.

        What is done and by which means stand in one line there.
        """
        it = self.proposal
        own = getattr(it, name)
        others = tuple(getattr(it, each) for each in _FIELDS if each != name)
        words, means = it.texts.get(language) or "", it.instruments.get(language) or ""
        before = f"{words}\n" if name == "instruments" and words else ""
        after = f"\n{means}" if name == "texts" and means else ""
        return Subject(it.id, own, others, before, after)

    def show_number(self, number: int) -> None:
        """Show its place in the list."""
        self._number.show_number(number)

    def read(self, language: Language) -> Proposal:
        """Return the recommendation with what stands in the fields."""
        changed = {
            name: _with(getattr(self.proposal, name), language, field.words())
            for field, name in zip(self.fields, _FIELDS, strict=True)
        }
        return replace(self.proposal, **changed)

    def filled(self) -> bool:
        """Return whether anything stands in the fields."""
        return any(field.toPlainText().strip() for field in self.fields)

    def has_keyboard(self) -> bool:
        """Return whether one of the fields is being written in."""
        return any(field.hasFocus() for field in self.fields)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        for field in self.fields:
            field.flush()

    def _upper(self) -> QWidget:
        buttons = box(row(self.up, self.down, self.remove, gap=2), width=BUTTONS)
        top = Qt.AlignmentFlag.AlignTop
        inside = row(gap=8, margins=(0, 9, 0, 0))
        for widget in (self._number, self.to):
            inside.addWidget(widget, 0, top)
        inside.addWidget(self.words, 1, top)
        for widget in (self.when, buttons):
            inside.addWidget(widget, 0, top)
        return box(inside)

    def _lower(self) -> QWidget:
        """Return the instrument, how it stands to the library, and to which entry there."""
        means = row(gap=8)
        top = Qt.AlignmentFlag.AlignTop
        means.addWidget(self.by, 1, top)
        means.addWidget(self.relation, 0, top)
        aside = Label(tr("inside only"), "caption", "ink3")
        library = IconLabel("library", "ink3", 14)
        self._inside = box(
            row(library, self._title, self.library, None, aside, gap=8, margins=(9, 4, 0, 0))
        )
        left, right = NUMBER + TO + 8, BUTTONS + 8
        return box(column(means, self._inside, gap=0, margins=(left, 6, right, 10)))


def _with(texts: Texts, language: Language, words: str) -> Texts:
    return texts if words == (texts.get(language) or "") else texts.with_wording(language, words)


class _Number(QWidget):
    """R1, R2 and so on, on the line of the fields' first text."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self.setFixedSize(NUMBER - 8, theme.scaled(32))

    def show_number(self, number: int) -> None:
        self._number = number
        self.setAccessibleName(tr("Recommendation {n}", n=number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NUMBER - 8, theme.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.text(
            QPainter(self), 0, 0, self.width(), self.height(), f"R{self._number}", "strong",
            "accent", tabular=True,
        )  # fmt: skip
