"""Through which folder a dialogue is shared, and what was exchanged there last.

Kept in the workspace, so encrypted, and where no undo reaches it. An installation is a workspace in
its place with one dialogue: a copy of the workspace elsewhere becomes another one, as soon as it
sees that somebody else writes under its id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Trouble
from dialogueprep.store import rows, team_folder
from dialogueprep.store.driver import run
from dialogueprep.store.rescue import Place
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.team_folder import Mark
from dialogueprep.store.team_sealing import Team
from dialogueprep.store.workspace import Store


@dataclass(frozen=True, slots=True)
class Held:
    """A file that was left out, for what one had here oneself (a digest); how many changes."""

    mark: Mark
    digest: str
    count: int


def _none() -> Mapping[str, Mark]:
    return MappingProxyType({})


def _nothing_held() -> Mapping[str, Held]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Link:
    """A dialogue's team: its folder, and how far the exchange has come.

    ``wrote`` is the last file of one's own, ``digest`` of which state. ``taken`` are the files that
    were taken in, by installation; ``held`` those of which something was left out, since the
    dialogue is closed here. ``is_here`` says whether the dialogue has come in (or was here).
    """

    team: Team
    folder: Path
    installation: str
    wrote: Mark | None = None
    digest: str = ""
    taken: Mapping[str, Mark] = field(default_factory=_none)
    held: Mapping[str, Held] = field(default_factory=_nothing_held)
    is_here: bool = False

    @property
    def dialogue(self) -> DialogueId:
        """The dialogue that the team works on."""
        return DialogueId(self.team.dialogue)

    @property
    def holding(self) -> Mapping[str, Held]:
        """The files that would be left out again, as nothing has changed here."""
        return {each: held for each, held in self.held.items() if held.digest == self.digest}

    @property
    def known(self) -> Mapping[str, Mark]:
        """The files, by installation, of which nothing new can come."""
        return {**self.taken, **{each: held.mark for each, held in self.holding.items()}}


def new_installation() -> str:
    """Return an id that tells nothing of the computer or of who uses it."""
    return new_id()


def every(source: Readable) -> tuple[Link, ...]:
    """Return all links of a workspace."""
    return tuple(_link(d, text) for d, text in run(source.db, "SELECT * FROM _teams"))


def of(source: Readable, dialogue: str) -> Link | None:
    """Return the link of a dialogue, None if it has none."""
    found = run(source.db, "SELECT * FROM _teams WHERE dialogue = ?", [dialogue])
    return _link(*found[0]) if found else None


def keep(step: Step, link: Link) -> None:
    """Keep a link in place of what was kept for its dialogue."""
    drop(step, link.dialogue)
    content = {
        "team": link.team.id,
        "key": link.team.key.hex(),
        "folder": str(link.folder),
        "installation": link.installation,
        "wrote": _listed(link.wrote),
        "digest": link.digest,
        "taken": {each: _listed(mark) for each, mark in link.taken.items()},
        "held": {e: [_listed(it.mark), it.digest, it.count] for e, it in link.held.items()},
        "is_here": link.is_here,
    }
    run(step.db, "INSERT INTO _teams VALUES (?, ?)", [link.dialogue, json.dumps(content)])


def read_again(step: Step) -> None:
    """Let what others have be taken in once more, though it was: something is here now that it
    names."""
    for link in every(step):
        keep(step, replace(link, taken=_none()))


def drop(step: Step, dialogue: str) -> None:
    """Let go of a dialogue's link."""
    run(step.db, "DELETE FROM _teams WHERE dialogue = ?", [dialogue])


def forget(store: Store, dialogue: str) -> tuple[Path, ...]:
    """Leave the team of a dialogue and delete one's own files in its folder.

    Return what is left there: files that could not be deleted, or the folder itself if it could
    not be reached. Nothing happens, and nothing is left, if the dialogue has no team.
    """
    link = of(store, dialogue)
    if link is None:
        return ()
    left = left_in(link.folder, link.installation) if link.wrote else ()
    with store.step("") as step:
        drop(step, dialogue)
    return left


def left_in(folder: Path, installation: str) -> tuple[Path, ...]:
    """Delete the files of an installation; return those that remain, or the folder if it is away.

    A folder without anything in it is one that is away: an empty mount point.
    """
    try:
        if next(folder.iterdir(), None) is None:
            return (folder,)
        return team_folder.remove(folder, installation)
    except (Trouble, OSError):
        return (folder,)


def place_of(store: Store) -> str:
    """Return what tells this workspace in its place from a copy of it elsewhere."""
    return store.db.derived(f"place in a team {Place.of(store.folder)}").hex()


def is_deleted_here(source: Readable, link: Link) -> bool:
    """Return whether the dialogue was here and has been removed."""
    return link.is_here and rows.one(source, "dialogues", link.dialogue) is None


def with_taken(link: Link, received: Mapping[str, Mark], frozen: Mapping[str, int]) -> Link:
    """Return a link that knows that files were taken in, some but for so many changes."""
    held = {each: Held(mark, link.digest, frozen[each]) for each, mark in received.items()}
    return replace(
        link,
        taken={**link.taken, **{e: mark for e, mark in received.items() if not frozen[e]}},
        held={**link.holding, **{e: it for e, it in held.items() if it.count}},
        is_here=True,
    )


def _link(dialogue: str, text: str) -> Link:
    it: dict[str, Any] = json.loads(text)
    return Link(
        Team(it["team"], bytes.fromhex(it["key"]), dialogue),
        Path(it["folder"]),
        it["installation"],
        _mark(it["wrote"]),
        it["digest"],
        {each: Mark(*mark) for each, mark in it["taken"].items()},
        {e: Held(Mark(*mark), digest, n) for e, (mark, digest, n) in it["held"].items()},
        it["is_here"],
    )


def _mark(listed: list[Any] | None) -> Mark | None:
    return Mark(*listed) if listed else None


def _listed(mark: Mark | None) -> list[Any] | None:
    return [mark.number, mark.tag] if mark else None
