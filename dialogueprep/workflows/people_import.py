"""People of files: read, compared with the directory, and taken into a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dialogueprep.commands import people_import
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.newcomers import (
    Directory,
    Intake,
    Known,
    Newcomer,
    Taken,
    Told,
    first_decision,
)
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.people_reader import ReadFile, all_people_of, open_people
from dialogueprep.sentences import explain, told
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import opened

_MOST_WARNINGS = 200
Compared = tuple[tuple[Newcomer, Known | None], ...]
"""Each row with whom of the directory it may mean."""


def compare(intake: Intake, known: Directory, tick: Tick = quiet) -> Compared:
    """Return each row with the person of the directory whom it may mean."""
    found: list[tuple[Newcomer, Known | None]] = []
    for n, it in enumerate(intake.newcomers):
        if n % 2_000 == 0:
            tick(n, len(intake.newcomers))
        found.append((it, known.alike(it.person, it.part.affiliation.name)))
    return tuple(found)


def proposed(compared: Compared) -> tuple[Taken, ...]:
    """Return what is proposed for each row."""
    return tuple(_taken(it, known) for it, known in compared)


def _taken(it: Newcomer, known: Known | None) -> Taken:
    decision = first_decision(it, known)
    return Taken(it, decision, known.person if known else None)


def import_as_asked(
    files: Sequence[Path],
    *,
    dry_run: bool,
    workspace: Path | None = None,
    dialogue: str = "",
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Take the people of files into a workspace, or say what that would do.

    Who is surely in the directory is not added again; who only has the name of somebody there is
    added, with a warning. With a ``dialogue``, all take part in it. A file is taken whole, or
    refused; each is one step.
    """
    if dry_run and workspace is None and key_file is None and not dialogue:
        return {"files": [_file(path, None)[0] for path in files]}
    with opened(workspace, key_file) as store:
        found = dialogue_named(store, dialogue) if dialogue else None
        sides = tuple(d.code for d in found.delegations) if found else ()
        into = found.id if found else None
        return {"files": [_into(store, into, path, sides, writes=not dry_run) for path in files]}


def _into(
    store: Store, dialogue: DialogueId | None, path: Path, sides: Sequence[str], *, writes: bool
) -> dict[str, Any]:
    document, compared = _file(path, people_import.directory(store), sides)
    if writes and document["refused"] is None:
        try:
            done = people_import.take_in(store, dialogue, proposed(compared))
            document["taken_in"] = done.total
        except Explained as error:
            document["refused"] = explain(error)
    return document


def _file(
    path: Path, known: Directory | None, sides: Sequence[str] = ()
) -> tuple[dict[str, Any], Compared]:
    """Return what a command prints of a file, and its rows."""
    empty: dict[str, Any] = {"file": str(path), "people": [], "warnings": [], "refused": None}
    try:
        file = open_people(path)
        intake = all_people_of(file, sides)
    except Explained as error:
        return {**empty, "refused": explain(error)}, ()
    compared = compare(intake, known or Directory(()))
    empty["people"] = [_row(it, about) for it, about in compared]
    empty["warnings"] = _warnings(intake, compared)
    empty["refused_rows"] = [
        {"row": r.row, "shown": r.shown, "why": _said(r.why)} for r in intake.refused
    ]
    empty["encoding"] = file.encoding.encoding if file.encoding else None
    return empty, compared


def _warnings(intake: Intake, compared: Compared) -> list[str]:
    found = [_said(each) for each in intake.told]
    found += [f"{r.row}: {_said(r.why)}" for r in intake.refused]
    for it, known in compared:
        found += [f"{it.row}: {_said(each)}" for each in told_of_row(it, known)]
        if len(found) > _MOST_WARNINGS:
            return [*found[:_MOST_WARNINGS], "…"]
    return found


def told_of_row(it: Newcomer, known: Known | None) -> tuple[Told, ...]:
    """Return what should be known of a row, beside what it says."""
    twice = (Told("people-same-row", {"row": it.twice}),) if it.twice is not None else ()
    code = "people-known" if known and known.sure else "people-perhaps-known"
    there = (Told(code),) if known is not None else ()
    return (*twice, *there, *it.told)


def _said(each: Told) -> str:
    return told(each.code, each.facts)


def _row(it: Newcomer, known: Known | None) -> dict[str, Any]:
    """Return a person as the command prints them."""
    person, part = it.person, it.part
    name, at = person.name, part.affiliation
    return {
        "row": it.row,
        "family": name.family,
        "given": name.given,
        "order": name.order.value,
        "native": name.native,
        "reading": name.reading,
        "title": name.title,
        "honorific": name.honorific,
        "aliases": [f.form for f in person.forms],
        "affiliation": at.name,
        "acronym": at.acronym,
        "affiliation_native": at.native,
        "position": at.position,
        "country": part.territory or part.delegation,
        "delegation": part.delegation,
        "sector": part.sector.value if part.sector else None,
        "gender": person.gender.value if person.gender else None,
        "languages": list(person.languages),
        "email": person.email,
        "phone": person.phone,
        "capacity": part.capacity.value,
        "listed_for_participants": part.listed_for_participants,
        "listed_for_public": part.listed_for_public,
        "name_guessed": it.guessed,
        "same_as_row": it.twice,
        "known": None if known is None else ("sure" if known.sure else "perhaps"),
    }


def read(path: Path, *, encoding: str = "", separator: str = "", tick: Tick = quiet) -> ReadFile:
    """Return a file as it stands; raises as `exchange.people_reader.open_people`."""
    return open_people(path, encoding=encoding, separator=separator, tick=tick)
