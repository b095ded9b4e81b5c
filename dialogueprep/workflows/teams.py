"""A team on one folder from the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

from dialogueprep import paths
from dialogueprep.commands import teams as commands
from dialogueprep.commands.teams import Taken
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import made_passphrase
from dialogueprep.domain.texts import Language
from dialogueprep.store import conflicts, dialogues, kits, team_folder, teams, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.teams import Link
from dialogueprep.store.workspace import Store
from dialogueprep.words import language, tr
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import asked_passphrase, opened

VARIABLE = "DIALOGUEPREP_TEAM_PASSPHRASE"


def found_as_asked(
    *,
    dialogue: str,
    folder: Path,
    passphrase_file: Path | None = None,
    workspace: Path | None = None,
    key_file: Path | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Found the team of a dialogue and write to its folder; a passphrase that is made is told.

    Raises Refused("dialogue-unknown"), Refused("passphrase-too-short") and as
    `commands.teams.found`.
    """
    given = asked_passphrase(passphrase_file, VARIABLE)
    words = given or made_passphrase()
    with opened(workspace, key_file) as store:
        link = commands.found(store, dialogue_named(store, dialogue).id, folder, words)
        told = _exchanged(store, link, today)
    return {**told, "passphrase": None if given else words}


def join_as_asked(
    *,
    folder: Path,
    passphrase_file: Path | None = None,
    workspace: Path | None = None,
    key_file: Path | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Join the team of a folder and take in its dialogue, into a new workspace where none is.

    Raises as `commands.teams.join`.
    """
    words = asked_passphrase(passphrase_file, VARIABLE)
    if not _is_there(workspace):  # else what is refused would leave an empty workspace behind
        team_folder.joined_team(folder, Key.passphrase(words))
    with _opened_or_made(workspace, key_file) as store:
        link = commands.join(store, folder, words)
        return _exchanged(store, link, today)


def now_as_asked(
    *,
    dialogue: str = "",
    workspace: Path | None = None,
    key_file: Path | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Exchange with the folder of one team, or of all. Raises as `commands.teams.exchange_now`."""
    with opened(workspace, key_file) as store:
        return {"teams": [_exchanged(store, link, today) for link in _links(store, dialogue)]}


def show_as_asked(
    *, dialogue: str = "", workspace: Path | None = None, key_file: Path | None = None
) -> dict[str, Any]:
    """Return how the team of one dialogue stands, or how all stand; nothing is exchanged."""
    with opened(workspace, key_file) as store:
        return {"teams": [_shown(store, link) for link in _links(store, dialogue)]}


def leave_as_asked(
    *, dialogue: str, workspace: Path | None = None, key_file: Path | None = None
) -> dict[str, Any]:
    """Leave the team of a dialogue; return which files could not be removed."""
    with opened(workspace, key_file) as store:
        (link,) = _links(store, dialogue)
        left = commands.leave(store, link.dialogue)
    return {"folder": str(link.folder), "not_removed": [str(path) for path in left]}


def _links(store: Store, dialogue: str) -> list[Link]:
    if not dialogue:
        return list(teams.every(store))
    link = teams.of(store, dialogue) or teams.of(store, dialogue_named(store, dialogue).id)
    if link is None:
        raise Refused("team-none")
    return [link]


def _exchanged(store: Store, link: Link, today: date | None) -> dict[str, Any]:
    done = commands.exchange_now(store, link.dialogue, today or date.today())
    return {**_shown(store, link), **_told(done)}


def _told(done: Taken | None) -> dict[str, Any]:
    return {
        "wrote": bool(done and done.wrote),
        "took_in": bool(done and done.changed),
        "left_out_closed": done.frozen if done else 0,
        "unready": done.unready if done else 0,
        "newer": done.newer if done else 0,
    }


def _shown(store: Store, link: Link) -> dict[str, Any]:
    waits = conflicts.waiting(store, link.dialogue)
    return {
        "dialogue": _name(store, link.dialogue),
        "id": link.dialogue,
        "folder": str(link.folder),
        "in_reach": (link.folder / team_folder.TEAM_FILE).is_file(),
        "to_decide": len({it.root for it in waits}),
    }


def _name(store: Store, dialogue: DialogueId) -> str:
    if not kits.is_here(store, dialogue):
        return ""
    return dialogues.read(store, dialogue).names.best(cast("Language", language()))


def _place(folder: Path | None) -> Path:
    return folder or paths.workspaces() / "default"


def _is_there(folder: Path | None) -> bool:
    return (_place(folder) / workspace.FILE).exists()


def _opened_or_made(folder: Path | None, key_file: Path | None) -> Store:
    place = _place(folder)
    if _is_there(folder):
        return opened(folder, key_file)
    key = Key.from_file(key_file) if key_file else Key.from_environment() or Key.keystore()
    return workspace.create(place, key, tr("Workspace"))
