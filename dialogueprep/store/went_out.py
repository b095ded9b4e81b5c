"""Where notes went that left this workspace: what is done to them here does not reach all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogueprep.domain.destroying import Target, What
from dialogueprep.domain.notes import NoteId
from dialogueprep.store import agenda, kinship, kits_made, lineage, notes, teams
from dialogueprep.store.kits_made import KitMade
from dialogueprep.store.rows import Readable


@dataclass(frozen=True, slots=True)
class WentOut:
    """The kits made here that may hold notes, and whether these lie in a team's folder.

    ``known`` says that they left, or came in, at all.
    """

    kits: tuple[KitMade, ...] = ()
    team: bool = False
    known: bool = False

    @property
    def in_reach(self) -> tuple[KitMade, ...]:
        """The kits that lie where they were put, or on a drive that is away."""
        return tuple(kit for kit in self.kits if kit.lies_there or kit.is_away)


def of(store: Readable, ids: Iterable[NoteId]) -> WentOut:
    """Return where notes went; of a kit it is not known which notes it holds, only which kind."""
    wanted = tuple(ids)
    if all(kinship.alone(versions) for versions in lineage.of(store, wanted).values()):
        return WentOut()
    here = [found for note in wanted if (found := notes.read(store, note))]
    dialogues = dict.fromkeys(agenda.read(store, note.item).dialogue for note in here)
    made = (kit for d in dialogues for kit in kits_made.of(store.db, Target(What.NOTES, d)))
    return WentOut(tuple(made), any(teams.of(store, d) for d in dialogues), known=True)
