"""A proposal of roles while it is worked on: what is kept, rejected, and how many are wanted."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import ItemId, ItemKind
from dialogueprep.domain.people import Participation, ParticipationId, Role
from dialogueprep.domain.role_rules import ASKED_FOR, WANTED, Place, Question
from dialogueprep.domain.role_suggesting import (
    Choice,
    Proposal,
    Reason,
    cells_of,
    suggest_roles,
)
from dialogueprep.domain.seating import Cell
from dialogueprep.sentences import chosen_because
from dialogueprep.ui.models.roster_grid import RosterGrid
from dialogueprep.words import ntr, sentences, tr

Held = tuple[ParticipationId, ItemId, Role]


@dataclass(frozen=True, slots=True)
class HeadRow:
    """An item, above its roles."""

    sign: str
    title: str

    @property
    def id(self) -> Hashable:
        return ("item", self.sign, self.title)


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Somebody for a role, or nobody (``who`` is None), with why."""

    place: Place
    who: Participation | None
    side: str
    why: str
    there: bool = False
    kept: bool = False

    @property
    def id(self) -> Hashable:
        return (self.place, self.who.id if self.who else None)

    @property
    def cell(self) -> Held | None:
        """Who does what where; None if nobody does."""
        return (self.who.id, self.place.item, self.place.role) if self.who else None


@dataclass
class RoleProposal:
    """What the dialog works on."""

    grid: RosterGrid
    wanted: dict[ItemKind, dict[Role, int]] = field(
        default_factory=lambda: {kind: dict(roles) for kind, roles in WANTED.items()}
    )
    anew: bool = False
    kept: set[Held] = field(default_factory=set[Held])
    rejected: set[Held] = field(default_factory=set[Held])
    proposal: Proposal = field(default_factory=lambda: Proposal(()))

    def __post_init__(self) -> None:
        self._why: dict[Held, tuple[Reason, ...]] = {}
        self.again()

    @property
    def kinds(self) -> tuple[ItemKind, ...]:
        """The kinds of items on the agenda at which roles may be wanted."""
        there = {slot.item.kind for slot in self.grid.seating.slots.values()}
        return tuple(k for k in ItemKind if k in there and k is not ItemKind.DELEGATION_MEETING)

    def again(self) -> None:
        """Suggest anew; what is kept stays."""
        self._take(suggest_roles(self._question(self.kept)))

    def want(self, kind: ItemKind, role: Role, count: int) -> None:
        """Change how many of a role an item of a kind wants, and suggest anew."""
        self.wanted.setdefault(kind, {})[role] = count
        self.again()

    def reject(self, cell: Held) -> None:
        """Look for somebody else in a place; the rest stays if that is possible."""
        self.rejected.add(cell)
        self.kept.discard(cell)
        others = {c.cell for c in self.new} - {cell}
        found = suggest_roles(self._question(self.kept | others))
        if len(found.left_open) > len(self.proposal.left_open):
            freely = suggest_roles(self._question(self.kept))
            found = min(found, freely, key=lambda p: len(p.left_open))
        self._take(found)

    def keep(self, cell: Held) -> None:
        """Keep a choice whatever is suggested next, or no longer."""
        self.kept ^= {cell}

    @property
    def new(self) -> tuple[Choice, ...]:
        """The choices that the roster does not hold yet."""
        return tuple(c for c in self.proposal.choices if not self._there(c.cell))

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells as they would be."""
        return cells_of(self._question(self.kept), self.proposal)

    def rows(self) -> list[HeadRow | ChoiceRow]:
        """Return the proposal item by item."""
        found: list[HeadRow | ChoiceRow] = []
        for column in self.grid.columns:
            mine = [
                self._row(c)
                for c in self.proposal.choices
                if c.place.item == column.item.id and c.place.role in ASKED_FOR
            ]
            mine += [
                ChoiceRow(place, None, "", chosen_because(why.code, why.facts))
                for place, why in self.proposal.left_open
                if place.item == column.item.id
            ]
            if mine:
                order = list(Role)
                mine.sort(key=lambda r: order.index(r.place.role))
                found += [HeadRow(column.sign, column.title), *mine]
        return found

    def said(self) -> str:
        """Return in a sentence or two what is proposed."""
        n, left = len(self.new), len(self.proposal.left_open)
        people = len({c.participation for c in self.new})
        if people > 1:
            said = [tr("{n} roles for {people} people are proposed.", n=n, people=people)]
        elif n:
            said = [ntr("{n} role is proposed.", "{n} roles are proposed.", n)]
        else:
            said = [tr("No role is proposed.") if left else tr("Every role is taken.")]
        if left:
            said.append(ntr("{n} stays open.", "{n} stay open.", left))
        return sentences(said)

    def _question(self, kept: set[Held]) -> Question:
        wanted: Mapping[ItemKind, Mapping[Role, int]] = self.wanted
        return Question(
            self.grid.seating, wanted, frozenset(kept), frozenset(self.rejected), self.anew
        )

    def _take(self, proposal: Proposal) -> None:
        self._why.update({c.cell: c.reasons for c in proposal.choices if c.reasons})
        known = [replace(c, reasons=self._why.get(c.cell, ())) for c in proposal.choices]
        self.proposal = replace(proposal, choices=tuple(known))

    def _there(self, cell: Held) -> bool:
        there = self.grid.seating.attendances.get(cell[:2])
        return there is not None and cell[2] in there.roles

    def _row(self, choice: Choice) -> ChoiceRow:
        who = self.grid.seating.by_id[choice.participation]
        there = self._there(choice.cell)
        why = sentences(chosen_because(r.code, self._facts(r)) for r in choice.reasons)
        if there:
            why = sentences(w for w in (tr("Has the role already."), why) if w)
        return ChoiceRow(choice.place, who, who.delegation, why, there, choice.cell in self.kept)

    def _facts(self, reason: Reason) -> dict[str, object]:
        labels = {d.code: d.labels for d in self.grid.dialogue.delegations}
        facts = dict(reason.facts)
        if (side := facts.get("delegation")) in labels:
            from dialogueprep.ui import theme

            facts["delegation"] = labels[str(side)].best(theme.window_language())
        if sector := facts.get("sector"):
            facts["sector"] = tr(wording.of(sector))  # type: ignore[arg-type]
        return facts
