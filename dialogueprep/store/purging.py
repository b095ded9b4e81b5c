"""Destroying the notes of a dialogue, or all of it, beyond recovery: everywhere, or it goes on.

A copy of the workspace comes first. Then one step takes the rows out and keeps the act, and with
that it has happened. What is left (what can be undone, free pages, the emergency journal, the
copies here and at the second place, kits that lie where they were put) is done over again until
all of it is through: at once, and else at each opening. At last the copy that came first goes.
A kit whose folder is away is looked for at each opening too, and while the program runs.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dialogueprep import __version__
from dialogueprep.domain.destroying import Act, Order, Reached, Target, What
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.texts import Texts
from dialogueprep.store import (
    alone,
    backup,
    driver,
    erasing,
    kits_made,
    past_uses,
    people,
    rows,
    second_place,
    settings,
    teams,
)
from dialogueprep.store.alone import Alone
from dialogueprep.store.backup import Backup
from dialogueprep.store.destroyed import ACTS, act_of, acts
from dialogueprep.store.driver import Database, run
from dialogueprep.store.kits_made import KitMade
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.tables import TABLES

if TYPE_CHECKING:
    from dialogueprep.store.rescue import Rescue
    from dialogueprep.store.workspace import Store

_GONE = "gone/"  # with an act's id: the ids of all rows that went, which are not taken in again
_SHARED = "shared/"  # with an act's id: the team's folder, and who wrote there from here
_GOING_ON = "destroying"
_BEFORE = "purge"
_ITEMS = "SELECT id FROM items WHERE dialogue = ?"
_OWN = ("settings", "past_uses")
Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an act would destroy and what would stay, by table; and where it would reach."""

    destroyed: Mapping[str, int]
    kept: Mapping[str, int]
    copies: int
    copies_at_second: int | None
    """How many lie at the second place; -1 while that is away, None where there is none."""
    kits: tuple[kits_made.KitMade, ...]
    undo: int
    in_team: bool = False
    alone: Alone | None = None
    """Who of a dialogue that goes could go too; None where only notes do."""


class _Looked(Exception):
    """Ends a step that was only to be looked at."""


def preview(store: Store, target: Target) -> Preview:
    """Return what an act would do; nothing is written."""
    act = Act(id="", target=target, on=date.min, program="")
    found, others = act, None
    with suppress(_Looked), store.step("") as step:
        known = {each.id: each for each in people.persons(step)}
        of_it = alone.of_dialogue(step.db, target.dialogue)
        found = _taken_out(store, step, act)
        if target.what is What.DIALOGUE:
            left = alone.among(step.db, of_it)
            more = _with_people(step, found, left)
            who = tuple(each for each in known.values() if each.id in left)
            others = Alone(who, len(of_it - left), more.destroyed, more.kept)
        raise _Looked
    second = second_place.chosen(store.folder)
    at_second = None if second is None else len(second.copies) if second.is_there else -1
    return Preview(
        found.destroyed,
        found.kept,
        len(backup.listed(store.folder)),
        at_second,
        kits_made.of(store.db, target),
        store.undo_depth,
        teams.of(store, target.dialogue) is not None,
        others,
    )


def purge(
    store: Store, order: Order, today: date, label: str, page: str, tick: Tick | None = None
) -> Act:
    """Destroy what was ordered, here and wherever this reaches; return what came of it.

    Raises Trouble if the workspace or the copy before cannot be written; then nothing has
    happened. What could not be reached stands in the act, and is tried again at each opening.
    """
    if rows.one(store, "dialogues", order.target.dialogue) is None:
        raise Refused("dialogue-gone")
    backup.copy(store.db, store.folder, today, _BEFORE)
    begun = Act(id=new_id(), target=order.target, on=today, program=__version__, name=order.name)
    journals = (store.rescue, *store.left_behind())
    with driver.explained(store.folder), store.step(label, page=page, undoable=False) as step:
        waiting = _waiting(store, journals, order.target)
        before, of_it = _buried(step), alone.of_dialogue(step.db, order.target.dialogue)
        act = _taken_out(store, step, begun)
        if order.people and order.target.what is What.DIALOGUE:
            act = _with_people(step, act, alone.among(step.db, of_it & order.people))
        _keep(step, act)
        gone = _buried(step) - before
        settings.put(step, _GONE + act.id, sorted(gone | set(waiting)))
        _note_shared(store, step, act)
        settings.put(step, _GOING_ON, True)
    with suppress(Trouble):  # it has happened, and goes on at the next opening
        go_on(store, tick)
    with suppress(Trouble), driver.explained(store.folder):  # nor can a full disk be read always
        return next(each for each in acts(store) if each.id == act.id)
    return act


def go_on(store: Store, tick: Tick | None = None) -> None:
    """Go on with acts that have happened and are not through.

    Raises Trouble if the workspace cannot be written.
    """
    with driver.explained(store.folder):
        for act in acts(store):
            if not act.done:
                _go_on(store, act, tick or _unsaid)
            elif any(not kit.is_away for kit in kits_made.owed(store, act.id)):
                _end_kits(store, act)
        if is_unfinished(store.db) and all(each.done for each in acts(store)):
            with store.step("", aside=True) as step:
                rows.delete(step, "settings", _GOING_ON)


def _go_on(store: Store, act: Act, tick: Tick) -> None:
    second_place.owe(store.folder, (), [act.target.mark])
    if act.reached == Reached():  # else it is only about what was missed before
        store.leave_no_trace()
    reached, away = _reach(store, act, tick)
    with driver.explained(store.folder), store.step("", aside=True) as step:
        _keep(step, replace(act, reached=reached, done=reached.all_here))
        _let_go(step, act, kits_made.of(store.db, act.target), away)
        if reached.all_here:
            rows.delete(step, "settings", _SHARED + act.id)
    with suppress(Trouble):  # it is owed, and done when the place is there
        second_place.catch_up(store.folder, store.db.beside)


def _end_kits(store: Store, act: Act) -> None:
    """Delete the kits of an act that were away and are there now."""
    owed = kits_made.owed(store, act.id)
    reached, away = _reach_kits(act.reached, owed)
    with store.step("", aside=True) as step:
        _keep(step, replace(act, reached=reached))
        _let_go(step, act, owed, away)


def is_unfinished(db: Database) -> bool:
    """Whether an act has happened that is not through everywhere here."""
    return bool(run(db, "SELECT 1 FROM settings WHERE id = ?", [_GOING_ON]))


class Second(Enum):
    """How an act stands at the second place: done, owed until it is back, or left behind there."""

    DONE = "done"
    OWED = "owed"
    LEFT = "left"


def at_second(store: Store, act: Act) -> Second:
    """Return how an act stands at the second place."""
    second = second_place.chosen(store.folder)
    if second is not None and act.target.mark in second.erased:
        return Second.OWED
    left = act.target.mark in second_place.left_behind(store.folder)
    return Second.LEFT if left else Second.DONE


def gone_for_good(store: Readable) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of dialogues that were destroyed here, and those of all rows that were."""
    dialogues = (a.target.dialogue for a in acts(store) if a.target.what is What.DIALOGUE)
    asked = "SELECT j.value FROM settings s, json_each(s.value) j WHERE s.id GLOB ?"
    return frozenset(dialogues), frozenset(n for (n,) in run(store.db, asked, [f"{_GONE}*"]))


def team_folder_of(store: Readable, act: Act) -> Path | None:
    """Return the team's folder in which files of this computer may still lie, None if none do."""
    folder, _ = settings.read(store, _SHARED + act.id, ("", ""))
    return Path(folder) if folder else None


def clean_copy(db: Database, copy: Backup) -> bool:
    """Take out of a copy whatever was destroyed here; return whether nothing of it is left.

    The copy keeps its time. This is for one that is about to be restored.
    """
    kept = _settings(db, ACTS)
    targets = [act_of(json.loads(value)).target for value in kept.values()]
    kept |= _settings(db, _GONE) | _settings(db, kits_made.OWED)
    return not targets or _cleaned(db, copy, targets, kept)


def _buried(step: Step) -> set[str]:
    return {row for (row,) in run(step.db, "SELECT id FROM tombstones")}


def _taken_out(store: Store, step: Step, act: Act) -> Act:
    """Take the rows out in the open step; return the act with what went and what stays."""
    target = act.target
    before, of_it = _counted(step.db), _people(step, target)
    if target.what is What.DIALOGUE:
        _keep_uses(store, step, target)
    erasing.erase(step.db, target)
    return replace(act, destroyed=_went(step, before), kept={**_kept(step, target), **of_it})


def _with_people(step: Step, act: Act, who: Collection[str]) -> Act:
    """Take people out too, once their dialogue is out; return the act with them."""
    before, graves = _counted(step.db), _buried(step)
    target = replace(act.target, people=tuple(sorted(who)))
    erasing.erase(step.db, target)
    alone.forget(step, _buried(step) - graves)
    destroyed = dict(Counter(act.destroyed) + Counter(_went(step, before)))
    stay = act.kept.get("persons", 0) - len(who)
    return replace(act, target=target, destroyed=destroyed, kept={**act.kept, "persons": stay})


def _went(step: Step, before: Mapping[str, int]) -> dict[str, int]:
    after = _counted(step.db)
    return {table: n - after[table] for table, n in before.items() if n > after[table]}


def _people(step: Step, target: Target) -> dict[str, int]:
    """Return how many people of a dialogue that goes stay in the directory."""
    if target.what is What.NOTES:
        return {}
    return {"persons": len(alone.of_dialogue(step.db, target.dialogue))}


def _keep_uses(store: Store, step: Step, target: Target) -> None:
    """Let the library remember minutes and outcome, without the words of agenda and findings."""
    from dialogueprep.store import library_use

    for use in library_use.uses(step):
        if use.dialogue == target.dialogue and not use.elsewhere:
            past_uses.put_past_use(step, replace(use, titles=Texts()))


def _kept(step: Step, target: Target) -> dict[str, int]:
    of_it = {"past_uses": "dialogue = ?"}
    if target.what is What.NOTES:
        of_it = {
            table: "dialogue = ?"
            for table, columns in TABLES.items()
            if "dialogue" in columns and table != "past_uses"
        }
    sql = "SELECT count(*) FROM {} WHERE {}"
    found = {t: run(step.db, sql.format(t, w), [target.dialogue])[0][0] for t, w in of_it.items()}
    return {table: n for table, n in found.items() if n}


def _counted(db: Database) -> dict[str, int]:
    tables = [*(t for t in TABLES if t not in _OWN), "conflicts"]
    return {table: run(db, f"SELECT count(*) FROM {table}")[0][0] for table in tables}


def _waiting(store: Store, journals: Iterable[Rescue], target: Target) -> list[str]:
    """Return the ids of notes that only wait in an emergency journal."""
    items = {item for (item,) in run(store.db, _ITEMS, [target.dialogue])}
    known = [(i, row) for journal in journals for i, row in journal.waiting.items()]
    return [i for i, row in known if row and row["item"] in items]


def _reach(store: Store, act: Act, tick: Tick) -> tuple[Reached, tuple[KitMade, ...]]:
    kept = {ACTS + act.id: _as_kept_in_copies(act), **_settings(store.db, _GONE + act.id)}
    copies = backup.listed(store.folder)
    missed: list[str] = []
    safety = [copy for copy in copies if copy.before == _BEFORE]
    others = [copy for copy in copies if copy.before != _BEFORE]
    for number, copy in enumerate(others):
        tick(number, len(copies))
        if not _cleaned(store.db, copy, [act.target], kept):
            missed.append(copy.path.name)
    backup.delete(safety)
    before = act.reached
    in_team = teams.of(store, act.target.dialogue) is not None
    teams.forget(store, act.target.dialogue)
    folder, installation = settings.read(store, _SHARED + act.id, ("", ""))
    kits = (*kits_made.of(store.db, act.target), *kits_made.owed(store, act.id))
    reached, away = _reach_kits(before, tuple(dict.fromkeys(kits)))
    reached = replace(
        reached,
        copies=len(others) - len(missed),
        missed=tuple(missed),
        journal=_out_of_journals(store, act),
        second=second_place.chosen(store.folder) is not None,
        team=before.team or in_team,
        shared_left=len(teams.left_in(Path(folder), installation)) if folder else 0,
    )
    return reached, away


def _reach_kits(before: Reached, kits: Collection[KitMade]) -> tuple[Reached, tuple[KitMade, ...]]:
    """Delete the kits that lie where they were put; return how far it came, and which are away."""
    there = [kit for kit in kits if kit.lies_there]
    away = tuple(kit for kit in kits if kit not in there and kit.is_away)
    left = [kit for kit in there if not kit.delete()]
    reached = replace(
        before,
        kits_deleted=before.kits_deleted + len(there) - len(left),
        kits_gone=before.kits_gone + len(kits) - len(there) - len(away),
        kits_left=len(left),
        kits_away=len(away),
    )
    return reached, (*away, *left)


def _note_shared(store: Store, step: Step, act: Act) -> None:
    """Note where files of this computer lie in a team's folder: it may be away now."""
    link = teams.of(store, act.target.dialogue)
    if link is not None and link.wrote:
        settings.put(step, _SHARED + act.id, [str(link.folder), link.installation])


def _cleaned(
    db: Database, copy: Backup, targets: Iterable[Target], kept: Mapping[str, str]
) -> bool:
    """Erase in a copy, which keeps its time; return whether nothing is left in it."""
    with suppress(Trouble, OSError):
        before = copy.path.stat()
        with driver.explained(copy.path.parent), db.beside(copy.path) as opened:
            erasing.erase_in_file(opened, targets, kept)
        os.utime(copy.path, ns=(before.st_atime_ns, before.st_mtime_ns))
        erasing.leave_no_journal(copy.path)
        return True
    return not copy.path.exists()


def _let_go(step: Step, act: Act, kits: Iterable[KitMade], owed: Collection[KitMade]) -> None:
    """Forget the kits that are no more; those that could not be reached are owed."""
    for kit in kits:
        if kit not in owed:
            kits_made.forget(step, act.target.dialogue, kit)
    kits_made.owe(step, act.id, owed)


def _out_of_journals(store: Store, act: Act) -> bool:
    with suppress(Trouble):
        for journal in (store.rescue, *store.left_behind()):
            journal.drop(settings.read(store, _GONE + act.id, ()))
        return True
    return False


def _settings(db: Database, begin: str) -> dict[str, str]:
    found = run(db, "SELECT id, value FROM settings WHERE id GLOB ?", [f"{begin}*"])
    return {name: value for name, value in found}


def _as_kept_in_copies(act: Act) -> str:
    """Return an act as copies keep it: always the same, and nothing to go on with."""
    return json.dumps(_row(replace(act, reached=Reached(), done=True)))


def _keep(step: Step, act: Act) -> None:
    settings.put(step, ACTS + act.id, _row(act))


def _row(act: Act) -> dict[str, Any]:
    return asdict(act) | {"target": act.target.mark, "on": act.on.isoformat()}


def _unsaid(_done: int, _total: int) -> None:
    return None
