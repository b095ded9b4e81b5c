"""What the view of invitations shows: one row a person, and how things stand in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.invitations import (
    SHOWN,
    Tally,
    chain,
    due_soon,
    open_places,
    overdue,
    tallies,
)
from dialogueprep.domain.people import Participation, ParticipationId, Standing
from dialogueprep.domain.room_papers import scripts
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.table_model import Column, Index, TableModel
from dialogueprep.words import clauses, ntr, tr


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """A participation on its way to the table; ``late`` is in days, 0 where nothing is late."""

    part: Participation
    late: int = 0
    soon: bool = False
    place: str = ""
    """Whose place it is, or who is asked instead."""

    @property
    def id(self) -> ParticipationId:
        return self.part.id


def invitation_rows(
    people: Sequence[Participation], today: date, standing: Standing | None = None
) -> list[InvitationRow]:
    """Return the rows in the order of standings; those of one standing, or of all."""
    shown = [p for p in people if standing in (None, p.standing)]
    shown.sort(key=lambda p: SHOWN.index(p.standing))
    return [_row(p, people, today) for p in shown]


def _row(who: Participation, people: Sequence[Participation], today: date) -> InvitationRow:
    by = who.invitation.answer_by
    late = (today - by).days if by and overdue(who, today) else 0
    return InvitationRow(who, late, due_soon(who, today), _place(who, people))


def _place(who: Participation, people: Sequence[Participation]) -> str:
    line = chain(who, people)
    if len(line) == 1:
        return tr("nobody asked instead") if who.standing is Standing.DECLINED else ""
    at = next(n for n, p in enumerate(line) if p.id == who.id)
    said: list[str] = []
    if who.invitation.substitute_for:
        instead = next((p for p in people if p.id == who.invitation.substitute_for), None)
        said.append(tr("for {name}", name=instead.person.name.listed) if instead else "")
    after = [p for p in line[at + 1 :] if p.invitation.substitute_for == who.id]
    said += [tr("then {name}", name=p.person.name.listed) for p in after]
    return clauses(s for s in said if s)


def stages(people: Sequence[Participation]) -> list[tuple[Standing | None, str]]:
    """Return the choices of what is listed, with how many each has."""
    counts = {s: sum(p.standing is s for p in people) for s in SHOWN}
    every = (None, tr("All {n}", n=len(people)))
    return [every, *((s, f"{tr(wording.of(s))} {counts[s]}") for s in SHOWN)]


def summary(people: Sequence[Participation], today: date) -> str:
    """Return "25 people, 2 answers overdue, 1 place open"."""
    late = sum(overdue(p, today) for p in people)
    soon = sum(due_soon(p, today) for p in people)
    free = len(open_places(people))
    said = [ntr("{n} person", "{n} people", len(people))]
    said += [ntr("{n} answer overdue", "{n} answers overdue", late)] if late else []
    said += [ntr("{n} answer due within a week", "{n} answers due within a week", soon)] * bool(
        soon
    )
    said += [ntr("{n} place open", "{n} places open", free)] if free else []
    return clauses(said)


def tally_words(dialogue: Dialogue, people: Sequence[Participation]) -> str:
    """Return "CN 5 of 5   JP 4 of 5, 1 asked": who comes of each delegation, against targets."""
    return "     ".join(_tally(t) for t in tallies(dialogue, people))


def _tally(tally: Tally) -> str:
    coming = str(tally.coming)
    if tally.target is not None:
        coming = tr("{n} of {target}", n=tally.coming, target=tally.target)
    said = [f"{tally.delegation.code} {coming}"]
    said += [tr("{n} invited", n=tally.asked)] if tally.asked else []
    said += [tr("{n} to find", n=tally.missing)] if tally.missing else []
    return clauses(said)


def _day(when: date | None) -> str:
    return dates.day(when) if when else "–"


def _by(row: InvitationRow) -> str:
    said = _day(row.part.invitation.answer_by)
    if row.late:
        return clauses((said, ntr("{n} day late", "{n} days late", row.late)))
    return clauses((said, tr("soon"))) if row.soon else said


def _name(row: InvitationRow) -> str:
    first, second = scripts(row.part)
    return f"{first.text}  {second.text}".strip()


class InvitationModel(TableModel[InvitationRow]):
    """Names, delegations, standings and dates; what is late stands out in colour and words."""

    def __init__(self) -> None:
        super().__init__(
            (
                Column(tr("Name"), _name),
                Column(tr("Delegation"), lambda r: r.part.delegation),
                Column(tr("Standing"), lambda r: tr(wording.of(r.part.standing))),
                Column(tr("Invited"), lambda r: _day(r.part.invitation.invited)),
                Column(tr("Answer wanted by"), _by),
                Column(tr("Answered"), lambda r: _day(r.part.invitation.answered)),
                Column(tr("In whose place"), lambda r: r.place, tooltip=lambda r: r.place),
            )
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if role == Qt.ItemDataRole.ForegroundRole and row is not None:
            return theme.colours().named(_ink(row, index.column()))
        return super().data(index, role)


def _ink(row: InvitationRow, column: int) -> str:
    if row.part.standing is Standing.DECLINED and column != 6:
        return "ink3"
    if column == 4 and row.late:
        return "block"
    if (column == 4 and row.soon) or (column == 6 and row.part.standing is Standing.DECLINED):
        return "warn"
    return "ink" if column in (0, 2) else "ink2"
