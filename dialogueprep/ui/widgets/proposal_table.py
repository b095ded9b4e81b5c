"""The recommendations of the round: number, to whom, what, by when; written in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.notes import Proposal, ProposalId, Relation
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.ui import theme
from dialogueprep.ui.name_marks import NameSearch
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.proposal_row import BUTTONS, NEW, NUMBER, TO, WHEN, ProposalRow
from dialogueprep.words import tr


class ProposalTable(QFrame):
    """Rows to write in. An empty row at the end begins a new recommendation."""

    changed = Signal(object)
    """A changed Proposal; a new one has an empty id."""
    moved = Signal(str, int)
    """A recommendation's id and by how many places it moves."""
    removed = Signal(str)
    language_chosen = Signal(str)
    library_wanted = Signal(object)
    """A Proposal for which a recommendation of the library is to be picked."""
    relation_chosen = Signal(object, object)
    """A Proposal, and a Relation or None."""

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
                row((self._empty, 1), margins=(24 + NUMBER, 16, 24, 0)),
                row(24 + NUMBER, self.add, None, margins=(0, 14, 0, 24)),
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
        self,
        dialogue: DialogueId,
        proposals: Sequence[Proposal],
        language: Language,
        library: Mapping[str, str],
    ) -> None:
        """Show the recommendations in a language; rows that are being written in stay.

        ``library`` has the titles of the library's recommendations by id.
        """
        self._dialogue = dialogue
        self.languages.show_value(language)
        wanted = {p.id for p in proposals}
        if self._adopting and (added := [p.id for p in proposals if p.id not in self._rows]):
            self._adopt(added[-1])
        for gone in [k for k in self._rows if k not in wanted and k != NEW]:
            self._drop(gone)
        for number, proposal in enumerate(proposals):
            widget = self._rows.get(proposal.id) or self._make(proposal.id)
            if self._inside.indexOf(widget) != number:
                self._inside.insertWidget(number, widget)
            widget.show_proposal(number + 1, proposal, language, library)
        if (new := self._rows.get(NEW)) is not None:
            new.show_number(len(proposals) + 1)
        self._empty.setVisible(not self._rows)

    def begin(self) -> None:
        """Begin a new recommendation in an empty row at the end."""
        if NEW not in self._rows:
            widget = self._make(NEW)
            self._inside.addWidget(widget)
            blank = Proposal(id=NEW, dialogue=self._dialogue, texts=Texts())
            widget.show_proposal(len(self._rows), blank, self.languages.value, {})
            widget.show()
            self._empty.hide()
        self._rows[NEW].words.setFocus(Qt.FocusReason.OtherFocusReason)

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
                head("", NUMBER - 8), head(tr("To"), TO), (head(tr("Recommendation")), 1),
                head(tr("When"), WHEN), head("", BUTTONS), gap=8, margins=(24, 0, 24, 6),
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
        widget.library_wanted.connect(partial(self._ask_library, widget))
        widget.relation_chosen.connect(partial(self._relate, widget))
        _key(widget, "Alt+L", partial(self._ask_library, widget))
        _key(widget, "Alt+Up", partial(self._move, widget, -1))
        _key(widget, "Alt+Down", partial(self._move, widget, 1))
        _key(widget, "Alt+Del", partial(self._remove, widget))
        return widget

    def _write(self, widget: ProposalRow) -> None:
        """Hand over what changed; a recommendation without words waits for them."""
        changed = widget.read(self.languages.value)
        if not changed.texts or changed == widget.proposal:
            return
        self._adopting = changed.id == NEW
        self.changed.emit(changed)
        self._adopting = False

    def _ask_library(self, widget: ProposalRow) -> None:
        widget.flush()
        if widget.proposal.id != NEW:
            self.library_wanted.emit(widget.proposal)

    def _relate(self, widget: ProposalRow, relation: Relation | None) -> None:
        widget.flush()
        self.relation_chosen.emit(widget.proposal, relation)

    def _adopt(self, proposal: ProposalId) -> None:
        """Let the empty row be the recommendation that was just added from it."""
        self._adopting = False
        self._rows[proposal] = self._rows.pop(NEW)

    def _move(self, widget: ProposalRow, step: int, _on: bool = False) -> None:
        widget.flush()
        if widget.proposal.id != NEW:
            self.moved.emit(widget.proposal.id, step)

    def _remove(self, widget: ProposalRow) -> None:
        widget.flush()
        if widget.proposal.id == NEW:
            self._drop(NEW)
            self._empty.setVisible(not self._rows)
        else:
            self.removed.emit(widget.proposal.id)

    def _on_left(self, widget: ProposalRow) -> None:
        if widget.has_keyboard():
            return
        if widget.proposal.id != NEW:
            widget.restore(self.languages.value)
        elif self._rows.get(NEW) is widget and not widget.filled():
            self._drop(NEW)
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


def _key(widget: QWidget, keys: str, act: Callable[[], object]) -> None:
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
