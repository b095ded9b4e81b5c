"""What the preview of a list of people shows, and what was decided in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.name_splitting import SplitName, swapped
from dialogueprep.domain.newcomers import Decision, Intake, Known, Newcomer, Taken, first_decision
from dialogueprep.domain.people import Capacity, Standing
from dialogueprep.sentences import told
from dialogueprep.words import clauses, later, ntr, tr
from dialogueprep.workflows.people_import import Compared, told_of_row

View = Literal["all", "new", "known", "unclear", "refused"]

DECISIONS: dict[Decision, str] = {
    Decision.NEW: later("New person"),
    Decision.MERGE: later("Fill gaps"),
    Decision.SAME: later("Keep as here"),
    Decision.LEAVE: later("Leave out"),
}


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A row of the preview; ``newcomer`` is None for one that cannot be taken."""

    row: int
    newcomer: Newcomer | None
    known: Known | None = None
    decision: Decision = Decision.LEAVE
    shown: str = ""
    why: str = ""

    @property
    def id(self) -> int:
        """The number of the row in the file."""
        return self.row

    @property
    def notes(self) -> str:
        """What should be known of the row, in sentences."""
        if self.newcomer is None:
            return self.why
        return " ".join(told(t.code, t.facts) for t in told_of_row(self.newcomer, self.known))

    @property
    def unclear(self) -> bool:
        """Whether somebody should look at the row."""
        it = self.newcomer
        return it is not None and (
            bool(it.told) or it.twice is not None or bool(self.known and not self.known.sure)
        )

    @property
    def about(self) -> str:
        """Institution, delegation and sector of the row."""
        if self.newcomer is None:
            return self.why
        part = self.newcomer.part
        place = part.delegation
        if part.territory and part.territory != part.delegation:
            place = f"{part.delegation} ({part.territory})" if part.delegation else part.territory
        sector = tr(wording.of(part.sector)) if part.sector else ""
        capacity = "" if part.capacity is Capacity.PERSONAL else tr(wording.of(part.capacity))
        at = part.affiliation
        shown = f"{at.name} ({at.acronym})" if at.acronym and at.name else at.name or at.acronym
        return " · ".join(filter(None, (at.position, shown, place, sector, capacity)))

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        if self.newcomer is None:
            return ", ".join((tr("Row {n}", n=self.row), self.shown, self.why))
        name = self.newcomer.person.name
        parts = (name.latin, name.native, tr(DECISIONS[self.decision]), self.about, self.notes)
        return ", ".join(filter(None, parts))


@dataclass
class Intaking:
    """The rows of a list with the decisions on them; decisions stay when a list is read again."""

    intake: Intake = field(default_factory=Intake)
    compared: Compared = ()
    decisions: dict[int, Decision] = field(default_factory=dict[int, Decision])
    swaps: set[int] = field(default_factory=set[int])
    standing: Standing = Standing.CONFIRMED
    agreed: bool = False
    """Whether those of whom the file does not say it agreed to the list for participants."""
    rows: list[IntakeRow] = field(default_factory=list[IntakeRow])

    def show(self, intake: Intake, compared: Compared) -> None:
        """Take what was read."""
        self.intake, self.compared = intake, compared
        self._make()

    def _make(self) -> None:
        self.rows = [self._row(it, known) for it, known in self.compared]
        self.rows += [
            IntakeRow(r.row, None, None, Decision.LEAVE, r.shown, told(r.why.code, r.why.facts))
            for r in self.intake.refused
        ]

    def _row(self, it: Newcomer, known: Known | None) -> IntakeRow:
        if it.row in self.swaps:
            name = swapped(SplitName(it.person.name)).name
            person = replace(it.person, name=name)
            it = replace(it, part=replace(it.part, person=person))
        decision = self.decisions.get(it.row) or first_decision(it, known)
        if known is None and decision in (Decision.SAME, Decision.MERGE):
            decision = Decision.NEW
        return IntakeRow(it.row, it, known, decision)

    def decide(self, rows: set[int], decision: Decision) -> None:
        """Put a decision on rows."""
        self.decisions.update(dict.fromkeys(rows, decision))
        self._make()

    def swap(self, rows: set[int]) -> None:
        """Exchange family and given name in rows, or put them back."""
        self.swaps ^= rows
        self._make()

    def listed(self, view: View) -> list[IntakeRow]:
        """Return the rows of one of the lists."""
        return [row for row in self.rows if _IN_VIEW[view](row)]

    def counts(self) -> Mapping[View, tuple[int, str]]:
        """Return how many rows each list holds, and its words."""
        words: dict[View, str] = {
            "all": tr("All"),
            "new": tr("New"),
            "known": tr("Known"),
            "unclear": tr("To look at"),
            "refused": tr("Unusable"),
        }
        return {v: (sum(map(_IN_VIEW[v], self.rows)), said) for v, said in words.items()}

    def taken(self) -> tuple[Taken, ...]:
        """Return the rows as they are taken."""
        found: list[Taken] = []
        for row in self.rows:
            it = row.newcomer
            if it is None:
                continue
            part = it.part
            if "standing" not in it.said:
                part = replace(part, standing=self.standing)
            if "listed_for_participants" not in it.said:
                part = replace(part, listed_for_participants=self.agreed)
            it = replace(it, part=part)
            found.append(Taken(it, row.decision, row.known.person if row.known else None))
        return tuple(found)

    @property
    def number(self) -> int:
        """How many rows are taken."""
        return sum(row.decision is not Decision.LEAVE for row in self.rows)

    def in_words(self) -> str:
        """Return what is taken and what is not, in one line."""
        new = sum(r.decision is Decision.NEW for r in self.rows)
        known = sum(r.decision in (Decision.SAME, Decision.MERGE) for r in self.rows)
        left = len(self.rows) - new - known
        return clauses(
            (
                ntr("{n} new person", "{n} new people", new) if new else "",
                tr("{n} in the directory already", n=known) if known else "",
                tr("{n} left out", n=left) if left else "",
            )
        )


_IN_VIEW: dict[View, Callable[[IntakeRow], bool]] = {
    "all": lambda _row: True,
    "new": lambda row: row.newcomer is not None and row.known is None,
    "known": lambda row: row.known is not None,
    "unclear": lambda row: row.unclear,
    "refused": lambda row: row.newcomer is None,
}
