"""What became of a library entry: on which agendas it stood, for how long, how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dialogueprep.domain.dialogue import DialogueId, ItemId, Phase
from dialogueprep.domain.notes import Column, FindingId, ProposalId, Support
from dialogueprep.domain.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the rapporteur made of a use: a finding, or a recommendation that the round made.

    ``column`` and ``support`` are those of the finding; a recommendation has neither.
    """

    id: FindingId | ProposalId
    texts: Texts
    column: Column | None = None
    support: Support | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An entry on the agenda of a dialogue; minutes as planned, and as taken where known.

    ``day`` counts from 0. ``outcomes`` are the findings that rest on notes of the item or refer
    to the recommendation, in the order of `Column`, then the recommendations that the round made
    of it; ``ended`` holds the columns, each once. ``item`` is None where something refers to a
    recommendation that was on no agenda of the dialogue. A use ``elsewhere`` came in with a file:
    its dialogue is not kept in this workspace, and what it came to is known by columns alone.
    """

    entry: str
    dialogue: DialogueId
    names: Texts
    first_day: date
    phase: Phase
    round: int | None = None
    item: ItemId | None = None
    titles: Texts = Texts()
    planned: int = 0
    actual: int | None = None
    ended: tuple[Column, ...] = ()
    day: int = 0
    outcomes: tuple[Outcome, ...] = ()
    elsewhere: bool = False
    last_day: date | None = field(default=None, compare=False)
    """That of the dialogue, where it is kept here; files do not hold it."""

    @property
    def minutes(self) -> int:
        """The minutes that were taken, else those planned."""
        return self.planned if self.actual is None else self.actual

    @property
    def unresolved(self) -> bool:
        """Whether it ended without the room coming together on any of it."""
        return bool(self.ended) and not set(self.ended) & {Column.CONVERGENT, Column.EMERGING}


@dataclass(frozen=True, slots=True)
class History:
    """The uses of one entry, the latest first, and what they come to."""

    uses: tuple[Use, ...] = ()

    @property
    def dialogues(self) -> int:
        """On how many dialogues' agendas it stood."""
        return len({u.dialogue for u in self.uses})

    @property
    def rounds(self) -> tuple[int, ...]:
        """The rounds in which it stood, in their order, each once."""
        return tuple(sorted({u.round for u in self.uses if u.round is not None}))

    @property
    def minutes(self) -> int:
        """All minutes together; an item counts once."""
        return sum({u.item: u.minutes for u in self.uses if u.item}.values())

    @property
    def ended(self) -> tuple[Column, ...]:
        """How it ended when it was last discussed; empty if no finding says so."""
        return next((u.ended for u in self.uses if u.ended), ())

    def without(self, dialogue: DialogueId) -> History:
        """Return the uses in all other dialogues."""
        return History(tuple(u for u in self.uses if u.dialogue != dialogue))

    @property
    def last(self) -> date | None:
        """The first day of the latest dialogue that used it."""
        return max((u.first_day for u in self.uses), default=None)


def histories(uses: Iterable[Use]) -> dict[str, History]:
    """Return the history of each entry that was used, the latest use first."""
    found: dict[str, list[Use]] = {}
    for use in sorted(uses, key=lambda u: u.first_day, reverse=True):
        found.setdefault(use.entry, []).append(use)
    return {entry: History(tuple(each)) for entry, each in found.items()}
