"""The life of a dialogue from the command line: its phase, and destroying with a preview first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from dialogueprep.commands import life as commands
from dialogueprep.domain.destroying import Act, Order, Target, What
from dialogueprep.domain.dialogue import DialogueId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.store import lives
from dialogueprep.store.purging import Preview
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import certificate
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import opened


def stage_as_asked(
    *,
    dialogue: str,
    to: str | None = None,
    reason: str = "",
    keep_notes: bool = False,
    workspace: Path | None = None,
    key_file: Path | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Bring a dialogue into a phase if one is given; return where it stands.

    A closed one needs a reason to be opened again, and goes to drafting whichever phase is given.
    Closing sets the usual date for its notes unless they are to be kept.
    """
    day = today or date.today()
    with opened(workspace, key_file) as store:
        it = dialogue_named(store, dialogue)
        if to is not None and Phase(to) is not it.phase:
            _move(store, it.id, Phase(to), reason, day, keep_notes)
        life = lives.read(store, it.id)
    return {
        "dialogue": it.id,
        "phase": life.phase.value,
        "destroy_notes_on": life.destroy_on.isoformat() if life.destroy_on else None,
        "notes_destroyed_on": life.destroyed_on.isoformat() if life.destroyed_on else None,
    }


def _move(
    store: Store, it: DialogueId, to: Phase, reason: str, day: date, keep_notes: bool
) -> None:
    if lives.read(store, it).phase is Phase.CLOSED:
        commands.reopen(store, it, reason, day)
        return
    match to:
        case Phase.CLOSED:
            commands.close(store, it, day, None if keep_notes else commands.usual_date(store, day))
        case Phase.DRAFTING:
            commands.draft(store, it, day)
        case Phase.IN_SESSION:
            commands.begin(store, it, day)
        case Phase.PREPARING:
            commands.prepare(store, it, day)


def destroy_as_asked(
    what: What,
    *,
    dialogue: str,
    yes: bool = False,
    named: bool = False,
    people: bool = False,
    page: Path | None = None,
    workspace: Path | None = None,
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Return what would go and what would stay; with ``yes`` destroy it and write its certificate.

    With ``people`` those go along to whom nothing else refers. Refused "date-not-believed" where
    this computer's date does not fit the days before.
    """
    day = date.today()
    with opened(workspace, key_file) as store:
        it = dialogue_named(store, dialogue)
        target = Target(what, it.id)
        if not yes:
            return _previewed(commands.preview(store, target), along=people)
        if not commands.date_is_believable(store, day):
            raise Refused("date-not-believed", day=day.isoformat())
        name = it.names.best(it.working_language) if named else ""
        others = commands.preview(store, target).alone if people else None
        along = others.ids if others else frozenset[str]()
        act = commands.destroy(store, Order(target, name, along), day)
        if page is not None:
            certificate.save(store, act, page)
        return {**_told(act), "certificate": str(page) if page else None}


def _previewed(found: Preview, *, along: bool) -> dict[str, Any]:
    others = found.alone
    counted = others if others and along else found
    told = {"done": False, "destroyed": dict(counted.destroyed), "kept": dict(counted.kept)}
    if others is None:
        return told
    names = [each.name.listed for each in others.people]
    return {**told, "people_alone": names, "people_elsewhere": others.staying}


def _told(act: Act) -> dict[str, Any]:
    return {
        "done": act.done,
        "act": act.id,
        "destroyed": dict(act.destroyed),
        "kept": dict(act.kept),
        "copies": act.reached.copies,
        "missed": list(act.reached.missed),
    }
