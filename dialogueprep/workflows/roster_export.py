"""Rosters written for an audience: which people and columns leave, and what to be warned of."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from dialogueprep.commands.directory import NameList
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.name_sorting import Sorting, in_order
from dialogueprep.domain.people import AT_TABLE, Participation
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.roster_writer import CONTACTS, INSIDE, LISTED, write_roster
from dialogueprep.exchange.strokes_reader import read_strokes
from dialogueprep.store import dialogues, directory, people
from dialogueprep.store.workspace import Store
from dialogueprep.words import later, tr
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.values import naming_of


class For(StrEnum):
    """For whom a roster is written."""

    PARTICIPANTS = "participants"
    ORGANISERS = "organisers"


WARNINGS = {
    "inside": later(
        "The file says what only organisers know: sector, gender, capacity, consent and further"
        " spellings. Give it to nobody else."
    ),
    "contacts": later(
        "The file holds addresses, telephone numbers, travel and diet of each person. Give it only"
        " to those who need them, and delete it when the meeting is over."
    ),
}
"""What to tell a person before such facts leave."""
PERSONAL = later(
    "The file leaves the encrypted workspace and holds personal data that anybody can read."
)
"""What holds for each roster."""


def columns_for(audience: For, *, contacts: bool) -> tuple[str, ...]:
    """Return the columns of a roster; contacts only where they are asked for."""
    inside = INSIDE if audience is For.ORGANISERS else ()
    return (*LISTED, *inside, *(CONTACTS if contacts else ()))


def people_for(everybody: Sequence[Participation], audience: For) -> tuple[Participation, ...]:
    """Return who leaves: for participants only those at the table who agreed to be listed."""
    if audience is For.ORGANISERS:
        return tuple(everybody)
    return tuple(p for p in everybody if p.listed_for_participants and p.standing in AT_TABLE)


def warnings(audience: For, *, contacts: bool) -> tuple[str, ...]:
    """Return the sentences that a person should read before the file is written."""
    found = [PERSONAL]
    if audience is For.ORGANISERS:
        found.append(WARNINGS["inside"])
    if contacts:
        found.append(WARNINGS["contacts"])
    return tuple(tr(sentence) for sentence in found)


def export(  # noqa: PLR0913  what leaves, for whom and in which form
    store: Store,
    dialogue: DialogueId,
    target: Path,
    *,
    audience: For = For.PARTICIPANTS,
    contacts: bool = False,
    language: Language = "en",
    separator: str = ",",
    order: Sorting | None = None,
    tick: Tick = quiet,
) -> int:
    """Write a dialogue's roster and return how many people it holds.

    They stand by delegation, within it in the ``order`` of names; without one in the order that
    was chosen for the roster, else as they were added.
    Raises as `exchange.roster_writer.write_roster`.
    """
    leaving = people_for(people.participations(store, dialogue), audience)
    found = in_file_order(store, dialogue, leaving, language, order)
    columns = columns_for(audience, contacts=contacts)
    write_roster(found, target, columns, language=language, separator=separator, tick=tick)
    return len(found)


def in_file_order(
    store: Store,
    dialogue: DialogueId,
    leaving: Sequence[Participation],
    language: Language,
    order: Sorting | None = None,
) -> Sequence[Participation]:
    """Return people in the order of a roster: by delegation, within it by name."""
    naming = naming_of(store, dialogue, NameList.ROSTER)
    if order is None and NameList.ROSTER.value in directory.list_orders(store, dialogue):
        order = naming.order(language).sorting
    if order is None:
        return leaving
    strokes = read_strokes() if order is Sorting.STROKES else None
    sides = [d.code for d in dialogues.read(store, dialogue).delegations_in(language)]
    place = {code: n for n, code in enumerate(sides)}
    named = in_order(leaving, order, language, strokes)
    return sorted(named, key=lambda p: place.get(p.delegation, len(place)))


def export_as_asked(
    *,
    out: Path,
    dialogue: str,
    audience: str = "participants",
    contacts: bool = False,
    lang: Language = "en",
    separator: str = ",",
    workspace: Path | None = None,
    key_file: Path | None = None,
) -> dict[str, Any]:
    """Write what a command asks for; return file, number of people and the warnings."""
    with opened(workspace, key_file) as store:
        found = dialogue_named(store, dialogue)
        n = export(
            store,
            found.id,
            out,
            audience=For(audience),
            contacts=contacts,
            language=lang,
            separator=separator,
        )
    return {
        "file": str(out),
        "people": n,
        "warnings": list(warnings(For(audience), contacts=contacts)),
    }
