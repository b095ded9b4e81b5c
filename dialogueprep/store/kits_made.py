"""Which kits were made of a dialogue, and where they were put.

The list is no part of what is undone, merged or handed over. It is looked at when what the kits
hold is destroyed: those that still lie where they were put are deleted then. One on a stick that
is away meanwhile is owed, act by act, and deleted when the stick is back.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogueprep.domain.destroying import Target, What
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import kit_contents, rows, sealing, settings
from dialogueprep.store.driver import Database, run
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

OWED = "away/"
"""What the settings begin with that keep kits which were away; the id of the act follows."""
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

    @property
    def is_away(self) -> bool:
        """Whether the folder is out of reach; one with nothing in it is an empty mount point."""
        try:
            return next(self.path.parent.iterdir(), None) is None
        except OSError:
            return True

    def delete(self) -> bool:
        """Delete the file; return whether it is gone."""
        with suppress(OSError):
            self.path.unlink()
            return True
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


def owe(step: Step, act: str, kits: Iterable[KitMade]) -> None:
    """Note which kits are still to be deleted for an act of destroying."""
    kept = [[str(k.path), k.fingerprint, k.purpose.value, k.on.isoformat()] for k in kits]
    if kept:
        settings.put(step, OWED + act, kept)
    else:
        rows.delete(step, "settings", OWED + act)


def owed(store: Readable, act: str) -> tuple[KitMade, ...]:
    """Return which kits are still to be deleted for an act of destroying."""
    return tuple(
        KitMade(Path(path), fingerprint, Purpose(purpose), date.fromisoformat(on))
        for path, fingerprint, purpose, on in settings.read(store, OWED + act, ())
    )


def _holds(kit: KitMade, target: Target) -> bool:
    of_all = target.what is What.DIALOGUE
    return of_all or "notes" in kit_contents.COLUMNS[kit.purpose]
