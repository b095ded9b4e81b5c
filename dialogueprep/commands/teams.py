"""A team on one folder: found one, join one, leave it, and exchange what has changed.

An exchange has three parts, so that a slow folder stops nobody: `outgoing` reads the workspace,
`exchange` only the folder (it may run in another thread), `take` writes the workspace. What comes
in is brought together as a kit is (`merging`), in one step that leaves what can be undone as it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dialogueprep.commands import merging
from dialogueprep.commands.copies import TEAM, copy_before
from dialogueprep.commands.merging import Merge
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import refuse_short
from dialogueprep.store import (
    conflicts,
    gone_for_good,
    kits,
    team_folder,
    team_state,
    teams,
)
from dialogueprep.store.keys import Key
from dialogueprep.store.rows import Readable
from dialogueprep.store.team_folder import Look, Mark, Received
from dialogueprep.store.team_sealing import Foreign, Incomplete, Newer, Team
from dialogueprep.store.team_state import State
from dialogueprep.store.teams import Link
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What one exchange starts from; ``state`` is None if nothing has changed since the last."""

    link: Link
    place: str
    state: State | None = field(default=None, repr=False)
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What an exchange did in the folder: the link as it is now, and what came."""

    link: Link
    look: Look
    wrote: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an exchange.

    ``changed`` says whether rows changed here, ``waiting`` on how many things one has to decide,
    ``frozen`` how many changes were left out since the dialogue is closed here. ``unready``,
    ``newer`` and ``others`` are as in `Look`.
    """

    dialogue: DialogueId
    wrote: bool
    changed: bool
    waiting: int
    frozen: int
    unready: int
    newer: int
    others: int


def found(store: Store, dialogue: DialogueId, folder: Path, passphrase: str) -> Link:
    """Found the team of a dialogue in a folder that has none.

    Refused: "team-needs-passphrase", "passphrase-too-short", "team-already", "team-is-here",
    "team-folder-of-workspace";
    Trouble: "team-missing" (no such folder), "cannot-write".
    """
    _may_begin(store, dialogue, folder, passphrase)
    refuse_short(passphrase)
    team = Team(os.urandom(16).hex(), os.urandom(32), dialogue)
    team_folder.found_team(folder, team, Key.passphrase(passphrase))
    return _begin(store, team, folder)


def join(store: Store, folder: Path, passphrase: str) -> Link:
    """Join the team of a folder; its dialogue comes in with the next exchange.

    Refused and Trouble as `found`, and Trouble: "team-not-there", "team-file-incomplete",
    "team-file-newer", "team-passphrase". Refused("dialogue-destroyed") if it was destroyed here.
    """
    _may_begin(store, "", folder, passphrase)
    team = team_folder.joined_team(folder, Key.passphrase(passphrase))
    if teams.of(store, team.dialogue) is not None:
        raise Refused("team-already")
    return _begin(store, team, folder)


def leave(store: Store, dialogue: DialogueId) -> tuple[Path, ...]:
    """Leave the team of a dialogue, as `teams.forget`."""
    return teams.forget(store, dialogue)


def exchange_now(store: Store, dialogue: DialogueId, today: date) -> Taken | None:
    """Write what changed here, take in what others have, and write what came of it.

    None if the dialogue has no team or was removed here. Raises Trouble as `exchange` and `take`.
    """
    first = _once(store, dialogue, today)
    second = _once(store, dialogue, today)
    if first is None or second is None:
        return first
    wrote, changed = first.wrote or second.wrote, first.changed or second.changed
    return replace(second, wrote=wrote, changed=changed)


def outgoing(store: Store, link: Link) -> Outgoing | None:
    """Return what an exchange starts from; None if the dialogue was removed here.

    What is to leave is noted as shared, and nothing else is written.
    """
    if teams.is_deleted_here(store, link):
        return None
    place = teams.place_of(store)
    if not kits.is_here(store, link.dialogue):
        return Outgoing(link, place)
    it = team_state.gathered(store, link.dialogue)
    if it.digest == link.digest:
        return Outgoing(link, place)
    with store.step("") as step:  # nothing that can be undone changes
        it = team_state.shared(store, step, it)
    return Outgoing(link, place, it.state, it.digest)


def exchange(out: Outgoing) -> Exchanged:
    """Write what has changed into the folder, and read what others have; no workspace is touched.

    Trouble: "team-missing", "team-other", "team-file-incomplete", "team-file-newer",
    "cannot-write", "team-left".
    """
    link, folder, wrote = _as_own(out.link, out.place), out.link.folder, False
    team_folder.check(folder, link.team.id)
    if out.state is not None and link.installation == out.link.installation:
        number = link.wrote.number + 1 if link.wrote else 1
        state = {**out.state, "place": out.place}
        mark = team_folder.write(folder, link.team, link.installation, number, state)
        link, wrote = replace(link, wrote=mark, digest=out.digest), True
    look = team_folder.look(folder, link.team, link.installation, link.known)
    return Exchanged(link, look, wrote)


def take(store: Store, done: Exchanged, today: date) -> Taken | None:
    """Bring what came together with what is here, in one step after one copy, if anything changes.

    Nothing is decided: of what both changed mine stands, and theirs waits. None, and nothing is
    written, if the team was left meanwhile.
    """
    now = teams.of(store, done.link.dialogue)
    if now is None or now.team.id != done.link.team.id:
        return None
    known = [it for it in done.look.received if team_state.is_known(it.state)]
    found = [(it, _merge(store, it)) for it in known]
    changed = any(_changes(store, it, merge) for it, merge in found)
    marks = {it.installation: it.mark for it in known}
    frozen = {it.installation: sum(merge.frozen.values()) for it, merge in found}
    link = teams.with_taken(done.link, marks, frozen) if known else done.link
    if changed:
        copy_before(store, TEAM, today)
    if link != now:
        _put(store, found, link)
    return Taken(
        dialogue=link.dialogue,
        wrote=done.wrote,
        changed=changed,
        waiting=len({it.root for it in conflicts.waiting(store, link.dialogue)}),
        frozen=max((it.count for it in link.holding.values()), default=0),
        unready=done.look.unready,
        newer=done.look.newer + len(done.look.received) - len(known),
        others=done.look.others,
    )


def _once(store: Store, dialogue: DialogueId, today: date) -> Taken | None:
    link = teams.of(store, dialogue)
    out = outgoing(store, link) if link else None
    return take(store, exchange(out), today) if out else None


def _may_begin(store: Store, dialogue: str, folder: Path, passphrase: str) -> None:
    if not passphrase.strip():
        raise Refused("team-needs-passphrase")
    if dialogue and teams.of(store, dialogue) is not None:
        raise Refused("team-already")
    own, there = store.folder.resolve(), folder.resolve()
    if own.is_relative_to(there) or there.is_relative_to(own):
        raise Refused("team-folder-of-workspace")


def _begin(store: Store, team: Team, folder: Path) -> Link:
    gone_for_good.refuse(store, team.dialogue)
    is_here = kits.is_here(store, DialogueId(team.dialogue))
    link = Link(team, folder.resolve(), teams.new_installation(), is_here=is_here)
    with store.step("") as step:
        teams.keep(step, link)
    return link


def _merge(source: Readable, it: Received) -> Merge:
    return merging.preview_of(source, team_state.side_of(source, it.state))


def _changes(store: Store, it: Received, merge: Merge) -> bool:
    return merging.changes_anything(store, merge) or team_state.has_new_settings(store, it.state)


def _put(store: Store, found: Iterable[tuple[Received, Merge]], link: Link) -> None:
    """Write what came and the link in one step; what was written before bears on what follows."""
    came = tuple(found)
    theirs = frozenset[str]().union(*(team_state.notes_in(it.state) for it, _ in came))
    with store.step(tr("Take in from the team"), aside=True) as step, merging.heeding(step, theirs):
        for number, (it, merge) in enumerate(came):
            merging.write(step, _merge(step, it) if number else merge)
            team_state.take_settings(step, it.state)
        teams.keep(step, link)
    merging.strike_on(store)


def _as_own(link: Link, place: str) -> Link:
    """Return the link as it goes on after what lies in the folder under its id.

    What a copy of the workspace elsewhere wrote is not one's own: then the id is left to it. What
    this workspace wrote before, or in a later time from which it was restored, is replaced. A file
    that is gone or broken is written again.
    """
    files = team_folder.own_files(link.folder, link.installation)
    others = [each for each in files if _mark(each, link.team) != link.wrote]
    if any(_is_of_a_copy(each, link.team, place) for each in others):
        return replace(link, installation=teams.new_installation(), wrote=None, digest="")
    if link.wrote is None or len(others) == len(files):
        last = max((each.number for each in files), default=0)
        number = max(last, link.wrote.number if link.wrote else 0)
        return replace(link, wrote=Mark(number, "") if number else None, digest="")
    team_folder.delete(others)  # the engine brought them back
    return link


def _mark(file: team_folder.Found, team: Team) -> Mark | None:
    """Return the mark of a file of one's own, None if it was broken since it was written."""
    try:
        return team_folder.whole_mark_of(file, team)
    except (OSError, Incomplete, Foreign, Newer):
        return None


def _is_of_a_copy(file: team_folder.Found, team: Team, place: str) -> bool:
    """Return whether a file under one's own id was written in another place."""
    try:
        return team_folder.opened(file, team).get("place") != place
    except (OSError, Incomplete, Foreign, Newer):
        return False
