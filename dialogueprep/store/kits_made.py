"""Which kits were made of a dialogue, and where they were put.

The list is no part of what is undone, merged or handed over. It is looked at when what the kits
hold is destroyed: those that still lie where they were put are deleted then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogueprep.domain.destroying import Target, What
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kit_contents, sealing
from dialogueprep.store.driver import Database, run
from dialogueprep.store.step import Step

_PUT = (
    "INSERT OR REPLACE INTO _kits (dialogue, path, fingerprint, purpose, made_on)"
    " VALUES (?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class KitMade:
    """A kit that was written: where, what for, its fingerprint and the day."""

    path: Path
    fingerprint: str
    purpose: Purpose
    on: date

    @property
    def lies_there(self) -> bool:
        """Whether the same file still lies where it was put."""
        try:
            return sealing.read(self.path).fingerprint == self.fingerprint
        except Trouble:
            return False


def note(step: Step, dialogue: str, made: KitMade) -> None:
    """Note that a kit was written."""
    values = [str(made.path), made.fingerprint, made.purpose.value, made.on.isoformat()]
    run(step.db, _PUT, [dialogue, *values])


def of(db: Database, target: Target) -> tuple[KitMade, ...]:
    """Return the kits that hold what is to be destroyed, by path."""
    sql = "SELECT path, fingerprint, purpose, made_on FROM _kits WHERE dialogue = ? ORDER BY path"
    found = (
        KitMade(Path(path), fingerprint, Purpose(purpose), date.fromisoformat(on))
        for path, fingerprint, purpose, on in run(db, sql, [target.dialogue])
    )
    return tuple(kit for kit in found if _holds(kit, target))


def forget(step: Step, dialogue: str, kit: KitMade) -> None:
    """Let go of a kit that is no more where it was put."""
    sql = "DELETE FROM _kits WHERE dialogue = ? AND path = ? AND fingerprint = ?"
    run(step.db, sql, [dialogue, str(kit.path), kit.fingerprint])


def _holds(kit: KitMade, target: Target) -> bool:
    of_all = target.what is What.DIALOGUE
    return of_all or "notes" in kit_contents.COLUMNS[kit.purpose]
