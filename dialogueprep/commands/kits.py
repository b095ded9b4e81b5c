"""Kits: a dialogue is handed over, and one that was handed over is taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogueprep.commands import merging
from dialogueprep.commands.copies import KIT, copy_before
from dialogueprep.commands.merging import Merge
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import Purpose, refuse_short
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.store import (
    gone_for_good,
    kit_intake,
    kit_lineage,
    kits,
    kits_made,
    striking,
)
from dialogueprep.store.backup import Backup
from dialogueprep.store.keys import Key
from dialogueprep.store.kits import Kit, Made
from dialogueprep.store.kits_made import KitMade
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "home"


@dataclass(frozen=True, slots=True)
class Taken:
    """A dialogue that was taken in, and how many of its notes stay deleted here."""

    dialogue: DialogueId
    deleted: int = 0


def hand_over(
    store: Store,
    dialogue: DialogueId,
    purpose: Purpose,
    into: Path,
    passphrase: str,
    today: date | None = None,
) -> Made:
    """Write a kit of a dialogue for one purpose as one sealed file; remember where it was put.

    Refused "kit-needs-passphrase", "passphrase-too-short"; Trouble("cannot-write").
    """
    if not passphrase.strip():
        raise Refused("kit-needs-passphrase")
    refuse_short(passphrase)
    made = kits.make(store, purpose, dialogue, into, Key.passphrase(passphrase))
    put = KitMade(into.resolve(), made.fingerprint, purpose, today or date.today())
    with store.step("") as step:  # nothing that can be undone changes
        kits_made.note(step, dialogue, put)
    return made


def delete(store: Store, dialogue: DialogueId, made: Sequence[KitMade]) -> tuple[KitMade, ...]:
    """Delete kits of a dialogue that lie where they were put; return those that are left."""
    left = tuple(kit for kit in made if (not kit.delete() if kit.lies_there else kit.is_away))
    with store.step("") as step:  # nothing that can be undone changes
        for kit in made:
            if kit not in left:
                kits_made.forget(step, dialogue, kit)
    return left


def take_in(store: Store, kit: Kit, today: date) -> Taken:
    """Take in the dialogue of a kit that is not here yet, as one step after a copy.

    Refused "dialogue-is-here" where it is: then it is merged; "dialogue-destroyed" where it was.
    """
    gone_for_good.refuse(store, kit.dialogue)
    if kits.is_here(store, kit.dialogue):
        raise Refused("dialogue-is-here")
    intake = kit_intake.prepare(store, kit)
    copy_before(store, KIT, today)
    heed_strikes(store, kit)
    with store.step(tr("Take in a dialogue"), page=PAGE, arrived=True) as step:
        kit_intake.write(step, intake, kit)
    return Taken(kit.dialogue, intake.deleted)


def heed_strikes(store: Store, kit: Kit) -> None:
    """Strike here what was struck where a kit comes from and is in copies only, if anywhere."""
    striking.heed(store, kit.store)
    merging.strike_on(store)


def preview(store: Store, kit: Kit) -> Merge:
    """Return what bringing a kit together with its dialogue here would change.

    What the kit's purpose leaves out stands as it does here.
    """
    return merging.preview_of(store, kit_lineage.side_of(store, kit.store, kit.purpose))


def merge(store: Store, kit: Kit, decisions: Mapping[Ref, Decision], today: date) -> Backup | None:
    """Bring a kit together with its dialogue here, in one step after a copy; as `merging.merge`."""
    side = kit_lineage.side_of(store, kit.store, kit.purpose)
    return merging.merge_side(store, side, decisions, today)
