"""What is chosen for the next round: topics that stay, and who takes a role in turn."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import AgendaItem, ItemId
from dialogueprep.domain.library import Topic, TopicId
from dialogueprep.domain.next_round import Duty
from dialogueprep.domain.notes import Column
from dialogueprep.domain.people import Participation, ParticipationId, Role
from dialogueprep.domain.uses import History
from dialogueprep.ui import theme
from dialogueprep.ui.models.trajectory import trajectory
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, row, scrolled
from dialogueprep.words import clauses, tr


class TopicChoices(QWidget):
    """The topics of the last round to tick, each with how it ended in every round."""

    def __init__(
        self,
        items: Sequence[AgendaItem],
        history: Mapping[TopicId, History],
        offered: Collection[ItemId],
        earlier: Mapping[TopicId, Topic],
    ) -> None:
        super().__init__()
        self.boxes: dict[ItemId, CheckBox] = {}
        self.earlier: dict[TopicId, CheckBox] = {}
        rows = column(gap=4, margins=(16, 10, 16, 14))
        for item in items:
            if item.topic is None or item.aside:
                continue
            fared = history.get(item.topic)
            tick = CheckBox(item.titles.best(theme.window_language()))
            tick.setEnabled(item.id in offered)
            tick.setChecked(item.id in offered and not _settled(fared))
            self.boxes[item.id] = tick
            ended = trajectory(fared)
            if item.id not in offered:
                ended = clauses([ended, tr("no longer offered to this table")])
            _add(rows, tick, ended)
        if not self.boxes:
            none = tr("No item of the last round has a topic from the library.")
            rows.addWidget(Paragraph(none, "small", "ink2"))
        if earlier:
            rows.addSpacing(8)
            rows.addWidget(Label(tr("From earlier rounds of the series"), "label"))
        for topic in earlier.values():
            tick = self.earlier[topic.id] = CheckBox(topic.titles.best(theme.window_language()))
            _add(rows, tick, trajectory(history.get(topic.id)))
        rows.addStretch(1)
        said = tr(
            "What is ticked comes up again; at first that is what the room has not come together "
            "on. The other items keep their place and length, and wait for a topic."
        )
        head = row((Paragraph(said, "small", "ink2"), 1), margins=(16, 10, 16, 4))
        self.setLayout(column(head, (scrolled(box(rows, "paper"), "paper"), 1), gap=0))

    def chosen(self) -> frozenset[ItemId]:
        """Return the items that keep their topic."""
        return frozenset(i for i, tick in self.boxes.items() if tick.isChecked())

    def chosen_earlier(self) -> tuple[TopicId, ...]:
        """Return the topics of earlier rounds that come up again."""
        return tuple(t for t, tick in self.earlier.items() if tick.isChecked())


def _settled(known: History | None) -> bool:
    return known is not None and Column.CONVERGENT in known.ended


def _add(rows: QVBoxLayout, tick: CheckBox, ended: str) -> None:
    tick.setAccessibleDescription(ended)
    rows.addWidget(tick)
    rows.addLayout(row(26, (Paragraph(ended, "small", "ink2"), 1), gap=0))


class DutyChoices(QWidget):
    """Each role that passes on: who held it, whose turn it is, and a list to choose from."""

    def __init__(self, items: Sequence[AgendaItem], people: Sequence[Participation]) -> None:
        super().__init__()
        self._titles = {i.id: i.titles.best(theme.window_language()) for i in items}
        self._people = {p.id: p for p in people}
        self._duties: tuple[Duty, ...] = ()
        self.choices: list[Choice[ParticipationId | None]] = []
        self._rows = column(gap=8, margins=(16, 6, 16, 14))
        said = tr("The turn passes to the delegation that follows. Choose others as you like.")
        head = row((Paragraph(said, "small", "ink2"), 1), margins=(16, 10, 16, 4))
        self.setLayout(column(head, (scrolled(box(self._rows, "paper"), "paper"), 1), gap=0))

    def show_duties(self, duties: Sequence[Duty], invited: Sequence[Participation]) -> None:
        """Show proposals; a choice that was made and is still possible stays."""
        made = {(d.item, d.role, d.held): d.who for d in self.duties()}
        there = {p.id for p in invited}
        self._duties = tuple(
            replace(d, who=made[key]) if (key := (d.item, d.role, d.held)) in made
            and made[key] in there else d
            for d in duties
        )  # fmt: skip
        clear(self._rows)
        self.choices = [self._choice(duty, invited) for duty in self._duties]
        for duty, choice in zip(self._duties, self.choices, strict=True):
            words = column(
                Label(self._titles[duty.item], "strong", elide=True),
                Label(self._said(duty), "small", "ink2", elide=True), gap=0,
            )  # fmt: skip
            side = QWidget()
            side.setLayout(words)
            self._rows.addLayout(row((side, 3), (choice, 2), gap=12))
        if not self._duties:
            none = tr("Nobody chaired or moderated an item of the last round.")
            self._rows.addWidget(Paragraph(none, "small", "ink2"))
        self._rows.addStretch(1)

    def duties(self) -> tuple[Duty, ...]:
        """Return the duties as they are chosen."""
        return tuple(
            replace(d, who=c.value) for d, c in zip(self._duties, self.choices, strict=True)
        )

    def _choice(
        self, duty: Duty, invited: Sequence[Participation]
    ) -> Choice[ParticipationId | None]:
        ordered = sorted(invited, key=lambda p: p.delegation != duty.turn)
        offers: list[tuple[ParticipationId | None, str]] = [(None, tr("Nobody yet"))]
        offers += [(p.id, clauses([p.person.name.listed, p.delegation])) for p in ordered]
        name = clauses([self._titles[duty.item], _role(duty.role)])
        return Choice(offers, duty.who, name=name)

    def _said(self, duty: Duty) -> str:
        held = self._people[duty.held]
        return tr(
            "{role}: {name} ({before}), next {turn}",
            role=_role(duty.role), name=held.person.name.listed,
            before=held.delegation, turn=duty.turn,
        )  # fmt: skip


def _role(role: Role) -> str:
    return tr(wording.role(role, several=False))
