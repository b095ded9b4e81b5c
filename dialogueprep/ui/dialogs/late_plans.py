"""Three plans for a day that runs late, side by side, each with the day that comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.late_plans import (
    FLOOR,
    SHORT_BREAK,
    Lateness,
    LatePlan,
    Loss,
    PlanKind,
    lateness,
)
from dialogueprep.domain.running import Course, Day
from dialogueprep.domain.timetable import Slot
from dialogueprep.ui import painting, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import NumberField
from dialogueprep.ui.widgets.labels import KeyLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import later, ntr, tr

TITLES = {
    PlanKind.TRIM: later("Trim the discussions"),
    PlanKind.BREAK: later("Shorten the break"),
    PlanKind.ASIDE: later("Set an item aside"),
}
_HOW = {
    PlanKind.TRIM: later("In proportion to their length, none under {n} min."),
    PlanKind.BREAK: later("Shortened to {n} min."),
    PlanKind.ASIDE: later("It waits with its notes and roles until it is taken up again."),
}
_NOTHING = {
    PlanKind.TRIM: later("There is no discussion left to trim before then."),
    PlanKind.BREAK: later("There is no break of more than {n} min before then."),
    PlanKind.ASIDE: later("There is no item before then that could wait."),
}
_FIGURES = {PlanKind.TRIM: FLOOR, PlanKind.BREAK: SHORT_BREAK, PlanKind.ASIDE: 0}
_MOST_LATE = 180


@dataclass(frozen=True, slots=True)
class Taken:
    """The plan that was chosen, the day that it was made for, and its name for undo."""

    day: Day
    plan: LatePlan
    label: str


class LatePlansDialog(QDialog):
    """Arrows or 1 to 3 choose a plan, Enter takes it; the minutes can be changed."""

    def __init__(self, parent: QWidget | None, day: Day) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The day runs late"))
        self._day = day
        self._waits: ItemId | None = None
        self._lateness = lateness(day)
        late = max(0, self._lateness.course.late)
        self.late = NumberField(0, max(_MOST_LATE, late), tr("min late"), step=5)
        self.late.setAccessibleName(tr("How late"))
        self.late.setValue(late)
        self.late.valueChanged.connect(self._ask_how)
        self._says = Label("", "body", "ink2", elide=True)
        self._warning = QVBoxLayout()
        self.cards = [PlanCard(kind, number) for number, kind in enumerate(PlanKind, 1)]
        self.apply_button = Button(tr("Take this plan"), "primary", on_click=self.accept)
        self.apply_button.setDefault(True)
        self.taken: LatePlan | None = None
        self._decided = False
        self._lay_out()
        for card in self.cards:
            card.chosen.connect(self.choose)
            card.waits.connect(self._on_waits)
        self._show()

    @classmethod
    def ask(cls, parent: QWidget | None, day: Day) -> Taken | None:
        """Return the plan that the user takes; None leaves the agenda as it is."""
        dialog = cls(parent, day)
        if not dialog.exec() or dialog.taken is None:
            return None
        return Taken(dialog.day, dialog.taken, tr(TITLES[dialog.taken.kind]))

    @property
    def day(self) -> Day:
        """The day that the plans are for."""
        return self._day

    def choose(self, kind: PlanKind) -> None:
        """Make a plan the one that Enter takes."""
        plan = self._lateness.plan(kind)
        if plan is None or self._decided:
            return
        self.taken = plan
        for card in self.cards:
            card.mark(card.kind is kind)
        next(c for c in self.cards if c.kind is kind).setFocus(Qt.FocusReason.OtherFocusReason)
        self.apply_button.setEnabled(True)

    def accept(self) -> None:
        self._decided = True  # the focus goes on to the next plan while the dialog closes
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.cards):
            self.choose(self.cards[number].kind)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = row(
            Label(tr("The day runs late"), "title"), 12, (self._says, 1), 12, self.late,
        )  # fmt: skip
        top = column(head, self._warning, gap=10, margins=(24, 16, 24, 14))
        plans = QHBoxLayout()
        plans.setSpacing(14)
        plans.setContentsMargins(24, 16, 24, 18)
        for card in self.cards:
            plans.addWidget(card, 1)
        keys = tr("1 to 3 or the arrows choose, Enter takes. It is one step and can be undone.")
        actions = row(
            (Label(keys, "caption", "ink3", elide=True), 1), 8,
            Button(tr("Cancel"), on_click=self.reject), self.apply_button,
            margins=(24, 10, 24, 14),
        )  # fmt: skip
        self.setLayout(
            column(box(top, "paper"), hairline(), (box(plans, "shade"), 1), hairline(),
                   box(actions, "paper"), gap=0)
        )  # fmt: skip
        over = self.parentWidget()
        self.resize(max(900, min(1100, over.width())) if over else 1100, 620)

    def _show(self) -> None:
        found = self._lateness
        self._says.setText(_what_is_late(found))
        self._warn(found)
        for card in self.cards:
            card.show_plan(found)
        kept = self.taken.kind if self.taken else None
        self.taken = None
        best = next((p for p in found.plans if p.suffices), None)
        best = best or min(found.plans, key=lambda p: p.missing, default=None)
        self.apply_button.setEnabled(False)
        if best is not None:
            self.choose(kept if kept and found.plan(kept) else best.kind)

    def _warn(self, found: Lateness) -> None:
        clear(self._warning)
        if not found.need:
            said = tr("Nothing has to be won back: there is time enough before what comes then.")
            self._warning.addWidget(NoteBox(said))
        elif not found.can_be_won:
            said = ntr(
                "None of the three wins back {n} minute alone.",
                "None of the three wins back {n} minutes alone.",
                found.need,
            )
            more = tr(
                "Take one, then look at the others again; or let what comes then begin later."
            )
            self._warning.addWidget(NoteBox(said, more, "warn"))

    def _ask_how(self, minutes: int) -> None:
        natural = lateness(replace(self._day, late=None)).course.late
        self._day = replace(self._day, late=None if minutes == natural else minutes)
        self._lateness = lateness(self._day, self._waits)
        self._show()
        self.late.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_waits(self, item: ItemId) -> None:
        self._waits = item
        self._lateness = lateness(self._day, item)
        self._show()
        self.choose(PlanKind.ASIDE)

    def _step(self, by: int) -> None:
        able = [c.kind for c in self.cards if self._lateness.plan(c.kind)]
        if self.taken is not None:
            self.choose(able[(able.index(self.taken.kind) + by) % len(able)])


class PlanCard(QFrame):
    """One plan: where the time comes from, the day that comes of it, what is lost."""

    chosen = Signal(object)
    waits = Signal(object)

    def __init__(self, kind: PlanKind, number: int) -> None:
        super().__init__()
        self.kind = kind
        self._on = self._able = False
        self._title = Label(tr(TITLES[kind]), "head")
        self._key = KeyLabel(str(number))
        self._how = Paragraph("", "small", "ink2", max_lines=2)
        self.item: Choice[ItemId | None] = Choice([], None, name=tr("Which item waits"))
        self.item.picked.connect(self.waits)
        self._result = Paragraph("", "strong", "ink", max_lines=2)
        self._day = _Slots()
        self._ends = Label("", "small", "ink2")
        self.setLayout(
            column(
                row(self._title, None, self._key), self._how, self.item, 2, self._result, 2,
                (scrolled(self._day), 1), hairline(), self._ends,
                gap=6, margins=(16, 12, 14, 12),
            )
        )  # fmt: skip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def words(self) -> str:
        """What the card says in a sentence or two."""
        return self.accessibleDescription()

    def show_plan(self, found: Lateness) -> None:
        """Show the plan of this kind, or why there is none."""
        plan = found.plan(self.kind)
        self._able = plan is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._able else Qt.FocusPolicy.NoFocus)
        n = _FIGURES[self.kind]
        self._how.show_text(tr((_HOW if plan else _NOTHING)[self.kind], n=n))
        self.item.setVisible(plan is not None and self.kind is PlanKind.ASIDE)
        if self.item.isVisibleTo(self) and plan is not None:
            known = [(i.id, i.titles.best(theme.window_language())) for i in found.can_wait]
            self.item.show_choices(known, plan.losses[0].item.id)
        result = _result(found, plan) if plan else ""
        self._result.show_text(result)
        self._result.set_ink("ink" if plan and plan.suffices else "warn")
        self._day.show_slots(plan, found.course)
        self._ends.setText(tr("The day ends {time}", time=clock(plan.ends)) if plan else "")
        self._key.setVisible(self._able)
        lost = "; ".join(map(_loss, plan.losses)) if plan else ""
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(f"{result} {lost}".strip())
        self.mark(False)

    def mark(self, on: bool) -> None:
        """Show whether this is the plan that Enter takes."""
        self._on = on
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.kind)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        dialog = self.window()
        if self._able and isinstance(dialog, QDialog):
            dialog.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._on:
            self.chosen.emit(self.kind)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        w, h = self.width(), self.height()
        outline = "accent" if self._on else "hair_strong"
        fill = "sheet" if self._able else None
        painting.rounded(p, 0, 0, w, h, 6, fill, outline, dashed=not self._able)
        if self._on:
            painting.rounded(p, 0, 0, w, 4, 2, "accent")
        if self.hasFocus():
            painting.focus_ring(p, 0, 0, w, h, 6)


class _Slots(QWidget):
    """The rest of the day as a plan leaves it: when each item begins, and what it loses."""

    def __init__(self) -> None:
        super().__init__()
        self._slots: tuple[Slot, ...] = ()
        self._lost: dict[ItemId, Loss] = {}

    def show_slots(self, plan: LatePlan | None, course: Course) -> None:
        """Show the rows of a plan; what it sets aside stays in its place."""
        rest = plan.rest if plan else ()
        self._lost = {loss.item.id: loss for loss in plan.losses} if plan else {}
        there = {s.item.id for s in rest}
        gone = [n.item for n in self._lost.values() if n.item.id not in there]
        order = [i.id for row in course.rest for i in row]
        every = [*rest, *(Slot(i, i.day, 0, -1, -1) for i in gone)]
        self._slots = tuple(sorted(every, key=lambda s: _place(s.item.id, order)))
        self.setFixedHeight(len(self._slots) * theme.scaled(26) + 4)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._slots) * theme.scaled(26) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        step, w = theme.scaled(26), self.width()
        for number, slot in enumerate(self._slots):
            self._paint_slot(p, number * step, w, step, slot)

    def _paint_slot(self, p: QPainter, y: int, w: int, h: int, slot: Slot) -> None:
        loss = self._lost.get(slot.item.id)
        at = clock(slot.start) if slot.start >= 0 else ""
        if slot.start < 0 and loss is not None and loss.after is not None:
            at = tr("now")
        painting.text(p, 0, y, 44, h, at, "small", "ink3", tabular=True, elide=False)
        said, room = "", w - 50.0
        if loss is not None:
            said = _change(loss)
            wide = painting.width(said, "small", 600)
            painting.text(p, w - wide - 1, y, wide + 1, h, said, "small", "ink", weight=600,
                          elide=False)  # fmt: skip
            room -= wide + 12
        title = slot.item.titles.best(theme.window_language())
        ink = "ink" if loss is not None else "ink2"
        painting.text(p, 48, y, room, h, title, "small", ink)


def _place(item: ItemId, order: Sequence[ItemId]) -> int:
    """What is on comes before all that waits."""
    return order.index(item) if item in order else -1


def _change(loss: Loss) -> str:
    if loss.after is None:
        return tr("set aside")
    return tr("{before} → {after} min", before=loss.before, after=loss.after)


def _loss(loss: Loss) -> str:
    title = loss.item.titles.best(theme.window_language())
    return f"{title} {_change(loss)}"


def _what_is_late(found: Lateness) -> str:
    """Return how much has to be won back, and before what."""
    facts = {"n": found.need}
    if found.before is not None:
        title = found.before.titles.best(theme.window_language())
        time = clock(found.before.anchor or 0)
        return tr("{n} min to win back before {title} at {time}", title=title, time=time, **facts)
    time = clock(found.course.shown(found.course.ends_as_agreed))
    return tr("{n} min to win back before the day ends at {time}", time=time, **facts)


def _result(found: Lateness, plan: LatePlan) -> str:
    """Return what comes of a plan."""
    if not plan.suffices:
        return tr("Wins {n} min; {missing} are still missing", n=found.need - plan.missing,
                  missing=plan.missing)  # fmt: skip
    if found.before is not None:
        title = found.before.titles.best(theme.window_language())
        return tr("{title} begins in time, {time}", title=title,
                  time=clock(found.before.anchor or 0))  # fmt: skip
    return tr("The day ends in time")
