"""The recommendations of the round: number, to whom, what, by when; written in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.notes import Proposal, ProposalId
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.ui import painting, theme
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.wordings import WordingField
from dialogueprep.words import tr

_NUMBER, _TO, _WHEN, _BUTTONS = 48, 200, 170, 96
_NEW = ProposalId("")


class ProposalTable(QFrame):
    """Rows to write in. An empty row at the end begins a new recommendation."""

    changed = Signal(object)
    """A changed Proposal; a new one has an empty id."""
    moved = Signal(str, int)
    """A recommendation's id and by how many places it moves."""
    removed = Signal(str)
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[ProposalId, ProposalRow] = {}
        self._dialogue = DialogueId("")
        self._adopting = False
        self.names: NameSearch | None = None
        self.languages: Segments[Language] = Segments(
            list(LANGUAGE_NAMES.items()), "en", name=tr("Language of the text")
        )
        self.languages.setFixedWidth(300)
        self.languages.chosen.connect(self._on_language)
        self._said = Label("", "caption", elide=True)
        self.add = Button(
            tr("Add recommendation"), "plain", "plus", key="Ctrl+N", on_click=self.begin
        )
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(24, 0, 24, 0)
        self._inside.setSpacing(0)
        self._empty = Paragraph(
            tr("No recommendation yet. Each says to whom it is addressed, what is asked, and by "
               "when. They stand in the key findings and in the meeting brief in this order."),
            "body", "ink2",
        )  # fmt: skip
        rows = box(
            column(
                self._inside,
                row((self._empty, 1), margins=(24 + _NUMBER, 16, 24, 0)),
                row(24 + _NUMBER, self.add, None, margins=(0, 14, 0, 24)),
                None, gap=0,
            )
        )  # fmt: skip
        self.setLayout(
            column(
                row(self.languages, (self._said, 1), gap=16, margins=(24, 14, 24, 12)),
                self._heads(),
                row((hairline(), 1), margins=(24, 0, 24, 0)),
                (scrolled(rows, "paper"), 1),
                gap=0,
            )
        )

    def show_proposals(
        self, dialogue: DialogueId, proposals: Sequence[Proposal], language: Language
    ) -> None:
        """Show the recommendations in a language; rows that are being written in stay."""
        self._dialogue = dialogue
        self.languages.show_value(language)
        wanted = {p.id for p in proposals}
        if self._adopting and (added := [p.id for p in proposals if p.id not in self._rows]):
            self._adopt(added[-1])
        for gone in [k for k in self._rows if k not in wanted and k != _NEW]:
            self._drop(gone)
        for number, proposal in enumerate(proposals):
            widget = self._rows.get(proposal.id) or self._make(proposal.id)
            if self._inside.indexOf(widget) != number:
                self._inside.insertWidget(number, widget)
            widget.show_proposal(number + 1, proposal, language)
        if (new := self._rows.get(_NEW)) is not None:
            new.show_number(len(proposals) + 1)
        self._empty.setVisible(not self._rows)

    def begin(self) -> None:
        """Begin a new recommendation in an empty row at the end."""
        if _NEW not in self._rows:
            widget = self._make(_NEW)
            self._inside.addWidget(widget)
            blank = Proposal(id=_NEW, dialogue=self._dialogue, texts=Texts())
            widget.show_proposal(len(self._rows), blank, self.languages.value)
            widget.show()
            self._empty.hide()
        self._rows[_NEW].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, proposal: str) -> None:
        """Put the keyboard on a recommendation."""
        if (widget := self._rows.get(ProposalId(proposal))) is not None:
            widget.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        for widget in list(self._rows.values()):
            widget.flush()

    @property
    def shown(self) -> list[ProposalRow]:
        """The rows from top to bottom."""
        return sorted(self._rows.values(), key=self._inside.indexOf)

    def _heads(self) -> QWidget:
        def head(words: str, width: int | None = None) -> Label:
            label = Label(words, "label")
            label.setFont(theme.font("label", weight=600))
            if width is not None:
                label.setFixedWidth(width)
            return label

        return box(
            row(
                head("", _NUMBER - 8), head(tr("To"), _TO), (head(tr("Recommendation")), 1),
                head(tr("When"), _WHEN), head("", _BUTTONS), gap=8, margins=(24, 0, 24, 6),
            )
        )  # fmt: skip

    def _make(self, key: ProposalId) -> ProposalRow:
        widget = ProposalRow()
        self._rows[key] = widget
        if self.names is not None:
            for field in widget.fields:
                field.mark_names(self.names)
                field.said.connect(self._said.setText)
        widget.written.connect(partial(self._write, widget))
        widget.left.connect(partial(self._on_left, widget))
        for step, button in ((-1, widget.up), (1, widget.down)):
            button.clicked.connect(partial(self._move, widget, step))
        widget.remove.clicked.connect(lambda _on=False: self._remove(widget))
        _key(widget, "Alt+Up", partial(self._move, widget, -1))
        _key(widget, "Alt+Down", partial(self._move, widget, 1))
        _key(widget, "Alt+Del", partial(self._remove, widget))
        return widget

    def _write(self, widget: ProposalRow) -> None:
        """Hand over what changed; a recommendation without words waits for them."""
        changed = widget.read(self.languages.value)
        if not changed.texts or changed == widget.proposal:
            return
        self._adopting = changed.id == _NEW
        self.changed.emit(changed)
        self._adopting = False

    def _adopt(self, proposal: ProposalId) -> None:
        """Let the empty row be the recommendation that was just added from it."""
        self._adopting = False
        self._rows[proposal] = self._rows.pop(_NEW)

    def _move(self, widget: ProposalRow, step: int, _on: bool = False) -> None:
        widget.flush()
        if widget.proposal.id != _NEW:
            self.moved.emit(widget.proposal.id, step)

    def _remove(self, widget: ProposalRow) -> None:
        widget.flush()
        if widget.proposal.id == _NEW:
            self._drop(_NEW)
            self._empty.setVisible(not self._rows)
        else:
            self.removed.emit(widget.proposal.id)

    def _on_left(self, widget: ProposalRow) -> None:
        if widget.has_keyboard():
            return
        if widget.proposal.id != _NEW:
            widget.restore(self.languages.value)
        elif self._rows.get(_NEW) is widget and not widget.filled():
            self._drop(_NEW)
            self._empty.setVisible(not self._rows)

    def _on_language(self, language: Language) -> None:
        for widget in list(self._rows.values()):
            widget.flush()
        self.language_chosen.emit(language)

    def _drop(self, key: ProposalId) -> None:
        widget = self._rows.pop(key)
        self._inside.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


class ProposalRow(QFrame):
    """One recommendation; its fields hand over their text after a pause."""

    written = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.proposal = Proposal(id=_NEW, dialogue=DialogueId(""), texts=Texts())
        self._number = _Number()
        self.to = WordingField(placeholder=tr("To whom"), lines=(1, 4), name=tr("To"))
        self.words = WordingField(
            placeholder=tr("What is recommended"), lines=(1, 8), name=tr("Recommendation")
        )
        self.when = WordingField(placeholder=tr("By when"), lines=(1, 4), name=tr("When"))
        self.to.setFixedWidth(_TO)
        self.when.setFixedWidth(_WHEN)
        self.up = Button("", "quiet", "arrow-up", small=True, tooltip=tr("Move up, Alt+Up"))
        self.down = Button("", "quiet", "arrow-down", small=True, tooltip=tr("Move down, Alt+Down"))
        self.remove = Button("", "quiet", "trash-2", small=True, tooltip=tr("Remove, Alt+Del"))
        for field in self.fields:
            field.setProperty("quiet", True)
            field.written.connect(lambda _words: self.written.emit())
            field.left.connect(self.left)
        buttons = box(row(self.up, self.down, self.remove, gap=2), width=_BUTTONS)
        top = Qt.AlignmentFlag.AlignTop
        inside = row(gap=8, margins=(0, 9, 0, 9))
        for widget in (self._number, self.to):
            inside.addWidget(widget, 0, top)
        inside.addWidget(self.words, 1, top)
        for widget in (self.when, buttons):
            inside.addWidget(widget, 0, top)
        self.setLayout(column(inside, hairline(), gap=0))

    @property
    def fields(self) -> tuple[WordingField, WordingField, WordingField]:
        """To whom, what, and by when."""
        return self.to, self.words, self.when

    def show_proposal(self, number: int, proposal: Proposal, language: Language) -> None:
        """Show a recommendation in a language; what is being typed stays."""
        self.proposal = proposal
        self.show_number(number)
        self.restore(language)

    def restore(self, language: Language) -> None:
        """Show what is kept; what is being typed stays."""
        proposal = self.proposal
        texts = (proposal.addressees, proposal.texts, proposal.horizons)
        for field, each in zip(self.fields, texts, strict=True):
            field.language = language
            field.setFont(theme.font(field.role, language=language))
            field.show_text(each.get(language) or "")

    def show_number(self, number: int) -> None:
        """Show its place in the list."""
        self._number.show_number(number)

    def read(self, language: Language) -> Proposal:
        """Return the recommendation with what stands in the fields."""
        to, words, when = (field.words() for field in self.fields)
        return replace(
            self.proposal,
            addressees=_with(self.proposal.addressees, language, to),
            texts=_with(self.proposal.texts, language, words),
            horizons=_with(self.proposal.horizons, language, when),
        )

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


def _with(texts: Texts, language: Language, words: str) -> Texts:
    return texts if words == (texts.get(language) or "") else texts.with_wording(language, words)


def _key(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


class _Number(QWidget):
    """R1, R2 and so on, on the line of the fields' first text."""

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self.setFixedSize(_NUMBER - 8, theme.scaled(32))

    def show_number(self, number: int) -> None:
        self._number = number
        self.setAccessibleName(tr("Recommendation {n}", n=number))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NUMBER - 8, theme.scaled(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.text(
            QPainter(self), 0, 0, self.width(), self.height(), f"R{self._number}", "strong",
            "accent", tabular=True,
        )  # fmt: skip
