"""Kits: a dialogue is handed over, and one that was handed over is taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import Purpose
from dialogueprep.store import backup, kit_intake, kits
from dialogueprep.store.keys import Key
from dialogueprep.store.kits import Kit, Made
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "home"


@dataclass(frozen=True, slots=True)
class Taken:
    """A dialogue that was taken in, and how many of its notes stay deleted here."""

    dialogue: DialogueId
    deleted: int = 0


def hand_over(
    store: Store, dialogue: DialogueId, purpose: Purpose, into: Path, passphrase: str
) -> Made:
    """Write a kit of a dialogue for one purpose as one sealed file.

    Refused "kit-needs-passphrase"; Trouble("cannot-write").
    """
    if not passphrase.strip():
        raise Refused("kit-needs-passphrase")
    return kits.make(store, purpose, dialogue, into, Key.passphrase(passphrase))


def take_in(store: Store, kit: Kit, today: date) -> Taken:
    """Take in the dialogue of a kit that is not here yet, as one step after a copy.

    Refused "dialogue-is-here" where it is: then it is merged.
    """
    if kits.is_here(store, kit.dialogue):
        raise Refused("dialogue-is-here")
    intake = kit_intake.prepare(store, kit)
    backup.copy(store.db, store.folder, today, before="kit")
    with store.step(tr("Take in a dialogue"), page=PAGE) as step:
        kit_intake.write(step, intake, kit)
    return Taken(kit.dialogue, intake.deleted)
