"""Kits from the command line, and the words that say what is in a kit, for window and command."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from dialogueprep import paths
from dialogueprep.commands import kits as commands
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import Purpose, made_passphrase
from dialogueprep.domain.texts import Language
from dialogueprep.store import dialogues, kits, sealing, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.kits import Kit
from dialogueprep.store.workspace import Store
from dialogueprep.words import language, later, listed, ntr, tr
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import asked_passphrase, opened

VARIABLE = "DIALOGUEPREP_KIT_PASSPHRASE"

NAMES: Mapping[Purpose, str] = {
    Purpose.AGENDA: later("Agenda only"),
    Purpose.RAPPORTEUR: later("Rapporteur’s kit"),
    Purpose.NOTES: later("Notes back"),
    Purpose.RECORD: later("Secretariat’s record"),
    Purpose.WHOLE: later("Whole dialogue"),
}
"""What each kit is called."""
FOR_WHOM: Mapping[Purpose, str] = {
    Purpose.AGENDA: later("For a partner"),
    Purpose.RAPPORTEUR: later("For who takes notes"),
    Purpose.NOTES: later("To who sent the kit"),
    Purpose.RECORD: later("For the files"),
    Purpose.WHOLE: later("For who goes on with it"),
}
"""Who is meant to have it."""
IN_IT: Mapping[Purpose, str] = {
    Purpose.AGENDA: later(
        "Name, place and days, hosts and delegations, items with their terms and questions, and "
        "the recommendations on the agenda."
    ),
    Purpose.RAPPORTEUR: later(
        "The agenda, and of participants what the guard needs: names and their spellings, "
        "institution, delegation, sector, and who is present at which item in which role."
    ),
    Purpose.NOTES: later("The notes of this dialogue with their attributions, and the agenda."),
    Purpose.RECORD: later(
        "Findings, recommendations of the round, statements, follow-ups, the agenda with its "
        "circulated versions, the roster with consents, and the register of releases."
    ),
    Purpose.WHOLE: later(
        "Everything of this dialogue: agenda, roster with invitations and travel, notes, "
        "findings, drafts of documents, decisions and releases."
    ),
}
"""What is in it, as a sentence."""
NOT_IN_IT: Mapping[Purpose, str] = {
    Purpose.AGENDA: later(
        "No people, no notes, no findings, no ratings, nothing else of the library."
    ),
    Purpose.RAPPORTEUR: later(
        "No contacts, no travel, no consents, no notes, no findings, no ratings."
    ),
    Purpose.NOTES: later(
        "No private notes, nothing that was struck, no line that is still being written, no people."
    ),
    Purpose.RECORD: later("No notes, no contacts, no travel, no drafts, no ratings."),
    Purpose.WHOLE: later(
        "No private notes, nothing that was struck, no line that is still being written, no "
        "contacts and remarks of the directory, no ratings."
    ),
}
"""What is not in it, as a sentence."""


def file_name(purpose: Purpose, today: date) -> str:
    """Return a name for a kit's file, which does not tell what the dialogue is about."""
    return f"{purpose.value} kit {today.isoformat()}{kits.ENDING}"


def counted(counts: Mapping[str, int]) -> str:
    """Return how many of what is in a kit: 17 items, 25 participants."""
    words = {
        "items": ntr("{n} item", "{n} items", counts.get("items", 0)),
        "item_questions": ntr("{n} question", "{n} questions", counts.get("item_questions", 0)),
        "recommendations": ntr(
            "{n} recommendation of the library",
            "{n} recommendations of the library",
            counts.get("recommendations", 0),
        ),
        "participations": ntr(
            "{n} participant", "{n} participants", counts.get("participations", 0)
        ),
        "notes": ntr("{n} note", "{n} notes", counts.get("notes", 0)),
        "findings": ntr("{n} finding", "{n} findings", counts.get("findings", 0)),
        "proposals": ntr(
            "{n} recommendation of the round",
            "{n} recommendations of the round",
            counts.get("proposals", 0),
        ),
        "statements": ntr("{n} statement", "{n} statements", counts.get("statements", 0)),
        "follow_ups": ntr("{n} follow-up", "{n} follow-ups", counts.get("follow_ups", 0)),
        "releases": ntr("{n} released file", "{n} released files", counts.get("releases", 0)),
    }
    return listed(said for table, said in words.items() if counts.get(table))


def name_in(kit: Kit) -> str:
    """Return the name of the dialogue in a kit, in the language of the window if it has one."""
    it = dialogues.read(kit.store, kit.dialogue)
    code = cast("Language", language())
    return ": ".join(filter(None, (it.names.best(code), it.titles.best(code))))


def make_as_asked(
    *,
    dialogue: str,
    purpose: str,
    out: Path,
    passphrase_file: Path | None = None,
    workspace: Path | None = None,
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Write a kit and return what it is; the passphrase is told if it was made here.

    Raises Refused("dialogue-unknown"), Refused("passphrase-too-short"), Trouble("cannot-write").
    """
    given = asked_passphrase(passphrase_file, VARIABLE)
    passphrase = given or made_passphrase()
    with opened(workspace, key_file) as store:
        it = dialogue_named(store, dialogue)
        made = commands.hand_over(store, it.id, Purpose(purpose), out, passphrase)
    return {
        "file": str(out),
        "purpose": made.purpose.value,
        "fingerprint": made.fingerprint,
        "counts": dict(made.counts),
        "passphrase": None if given else passphrase,
    }


def show_as_asked(file: Path, *, passphrase_file: Path | None = None) -> dict[str, Any]:
    """Return what a kit is and, with its passphrase, what is in it. Raises as `kits.open`."""
    passphrase = asked_passphrase(passphrase_file, VARIABLE)
    if not passphrase:
        sealed = sealing.read(file)
        told = {"purpose": sealed.purpose.value, "fingerprint": sealed.fingerprint}
        return {"file": str(file), **told, "dialogue": None, "from": None, "counts": None}
    with kits.open(file, Key.passphrase(passphrase)) as kit:
        return _shown(file, kit)


def take_as_asked(
    file: Path,
    *,
    passphrase_file: Path | None = None,
    workspace: Path | None = None,
    key_file: Path | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Take in the dialogue of a kit, into a new workspace where the folder holds none.

    One that is there already is brought together with the kit, unless something has to be decided:
    Refused("kit-to-be-decided"). Raises as `kits.open`.
    """
    passphrase = asked_passphrase(passphrase_file, VARIABLE)
    with kits.open(file, Key.passphrase(passphrase)) as kit:
        with _opened_or_made(workspace, key_file, kit) as store:
            outcome = _taken(store, kit, today or date.today())
        return {**_shown(file, kit), **outcome}


def _taken(store: Store, kit: Kit, today: date) -> dict[str, Any]:
    if not kits.is_here(store, kit.dialogue):
        taken = commands.take_in(store, kit, today)
        return {"merged": False, "nothing_new": False, "notes_left_deleted": taken.deleted}
    if waiting := len(commands.preview(store, kit).conflicts):
        raise Refused("kit-to-be-decided", n=waiting)
    changed = commands.merge(store, kit, {}, today) is not None
    return {"merged": True, "nothing_new": not changed, "notes_left_deleted": 0}


def _opened_or_made(folder: Path | None, key_file: Path | None, kit: Kit) -> Store:
    place = folder or paths.workspaces() / "default"
    if (place / workspace.FILE).exists():
        return opened(folder, key_file)
    key = Key.from_file(key_file) if key_file else Key.from_environment() or Key.keystore()
    return workspace.create(place, key, kit.sender or tr("Workspace"))


def _shown(file: Path, kit: Kit) -> dict[str, Any]:
    return {
        "file": str(file),
        "purpose": kit.purpose.value,
        "fingerprint": kit.fingerprint,
        "dialogue": name_in(kit),
        "from": kit.sender,
        "counts": dict(kit.counts),
    }
