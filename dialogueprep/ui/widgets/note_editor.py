"""The editor at the foot of the notes: field, a line of information, kinds, attributions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import shorthand
from dialogueprep.domain.branches import DEEPEST
from dialogueprep.domain.gate import ExposureKind, Level
from dialogueprep.domain.notes import Attribution, NoteKind
from dialogueprep.domain.outlines import lines_of
from dialogueprep.ui import painting
from dialogueprep.ui.guard import Guard
from dialogueprep.ui.models.note_rows import Room
from dialogueprep.ui.qt_places import counted_by
from dialogueprep.ui.widgets.guard_popup import GuardPopup
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.note_choices import AttributionRow, KindRow
from dialogueprep.ui.widgets.note_field import NoteField
from dialogueprep.words import tr

_NAMES = (ExposureKind.NAME, ExposureKind.AFFILIATION, ExposureKind.ACRONYM)
_HINT_ROOM = 104


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is being written, as typed; it is kept in memory only."""

    text: str = ""
    caret: int = 0
    kind: NoteKind = NoteKind.POINT
    attribution: Attribution | None = None


class NoteEditor(QWidget):
    """Where a line is written; the page decides what becomes of it."""

    edited = Signal()
    due = Signal()
    submitted = Signal()
    each_submitted = Signal()
    """Each line of what stands in the field is to become a note."""

    def __init__(self, popup: GuardPopup) -> None:
        super().__init__()
        self.field = NoteField(name=tr("Note"))
        self.field.popup = popup
        popup.clicked.connect(self._take_clicked)
        self.kinds = KindRow()
        self.chips = AttributionRow()
        self._hint = Label("", "small", "ink3")
        self._hint.setParent(self.field)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.field.setViewportMargins(0, 0, _HINT_ROOM, 0)
        self.field.installEventFilter(self)
        self._sign = IconLabel("info", "ink3", 14)
        self._info = Label("", "small", elide=True)
        self._said = self._under = ""
        self._lay_out()
        self.field.edited.connect(self._on_edited)
        self.field.read.connect(self._show_info)
        self.field.due.connect(self.due)
        self.field.submitted.connect(self.submitted)
        self.field.each_asked.connect(self.each_submitted)
        self.field.split_asked.connect(lambda _before, _after: self._submit_and_go_on())
        self.kinds.picked.connect(lambda _kind: self._on_chosen())
        self.chips.picked.connect(lambda _attribution: self._on_chosen())
        self._show_info()

    def show_room(self, room: Room, guard: Guard | None) -> None:
        """Show what holds at an item, and guard the text with its roster."""
        self.chips.show_room(room)
        self.field.look_again(guard)
        codes = [f"{c.casefold()}:" for c in room.codes[1:2]]
        self._hint.setText(" ".join([*codes, "off:", "many:"]))
        self._place_hint()
        self._show_info()

    def line(self) -> Line:
        """Return the line as it stands; an input method's letters are taken in first."""
        self.field.commit_composition()
        text = self.field.text()
        caret = counted_by(text, self.field.textCursor().position())
        return Line(text, caret, self.kinds.value, self.chips.value)

    def show_line(self, line: Line) -> None:
        """Show another line; nothing is announced."""
        self.field.show_line(line.text, line.caret)
        self.kinds.show_kind(line.kind)
        self.chips.show_value(line.attribution)
        self.say("")

    def say(self, sentence: str) -> None:
        """Say something under the field until the next key."""
        self._said = sentence
        self._show_info()

    def show_question(self, words: str) -> None:
        """Show under which question the line goes, for where the questions have no room."""
        self._under = words
        self._show_info()

    @property
    def said(self) -> str:
        """What the line under the field says."""
        return self._info.text()

    def put_about(self, number: int) -> None:
        """Mark the line as one about a recommendation on the table; writing goes on."""
        if self.isHidden():
            return
        self.field.end_enter()
        self.field.commit_composition()
        cursor = self.field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shorthand.about(self.field.text(), number))
        self.field.setTextCursor(cursor)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_kind(self, number: int) -> None:
        """Take a kind by its digit."""
        self.field.end_enter()
        self.kinds.take(number - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_hint()
        return False

    def _submit_and_go_on(self) -> None:
        """Submit the line; the next one is of the same kind."""
        kind = self.kinds.value
        self.submitted.emit()
        if not self.field.text():
            self.kinds.show_kind(kind)

    def _lay_out(self) -> None:
        line = box(row(self._sign, (self._info, 1), gap=6), height=20)
        label = Label(tr("Attribution"), "label")
        inside = column(
            self.field, 4, line, 6, self.kinds, 8, row(label, 4, (self.chips, 1), gap=4),
            gap=0, margins=(20, 9, 20, 10),
        )  # fmt: skip
        outer = column(hairline(), (box(inside, "shade"), 1), gap=0)
        self.setLayout(outer)
        self.setTabOrder(self.field, self.kinds)
        self.setTabOrder(self.kinds, self.chips)

    def _place_hint(self) -> None:
        wide = round(painting.width(self._hint.text(), "small")) + 4
        self._hint.setGeometry(self.field.width() - wide - 12, 8, wide, 20)

    def _take_clicked(self) -> None:
        if self.field.hasFocus():
            self.field.take()

    def _on_edited(self) -> None:
        self._said = ""
        self._show_info()
        self.edited.emit()

    def _on_chosen(self) -> None:
        self.edited.emit()
        self.due.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_info(self) -> None:
        sentence, sign, ink = self._sentence()
        self._info.setText(sentence)
        self._sign.show_icon(sign, ink)
        self._sign.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _sentence(self) -> tuple[str, str, str]:
        blocked = [e for e in self.field.exposures if e.level is Level.BLOCK]
        if any(e.kind in _NAMES for e in blocked):
            said = tr("The name is not on disk. Drafts are kept with neutral words.")
            return said, "info", "ink2"
        if blocked:
            said = tr("These words fit too few. Drafts are kept with neutral words.")
            return said, "info", "ink2"
        if self._said:
            return self._said, "info", "ink2"
        if self.field.exposures:
            said = tr("Something here may point to a person. Ctrl+. shows other words.")
            return said, "triangle-alert", "warn_line"
        if (lines := len(lines_of(self.field.text(), DEEPEST))) > 1:
            said = tr("{n} lines: Enter keeps one note, Ctrl+Shift+Enter one for each.", n=lines)
            return said, "info", "ink3"
        return self._under, "circle-question-mark", "ink3"
