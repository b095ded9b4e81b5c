"""A programme that a partner sends back, compared with the agenda."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dialogueprep.domain.briefs.blocks import Audience, Product, Table, plain
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.briefs.programme import ANNOUNCED
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.partner_edits import Edit, Mine, proposed
from dialogueprep.domain.partner_roles import known_people
from dialogueprep.domain.people import Participation, ParticipationId, Role
from dialogueprep.domain.programme_reading import read_programme
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.domain.timetable import Slot
from dialogueprep.exchange.programme_docx import read_rows
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.brief import dialogue_named
from dialogueprep.workflows.opening import opened
from dialogueprep.workflows.values import material_of


def mine_of(material: Material) -> tuple[Mine, ...]:
    """Return the items of an agenda with the lines that the programme has for each."""
    slots, labels = material.timed, numbers(material.timed)
    cells: dict[Language, list[tuple[str, ...]]] = {
        language: _cells(material, language) for language in LANGUAGES
    }

    def lines(n: int) -> dict[Language, tuple[str, ...]]:
        return {language: of[n] for language, of in cells.items() if n < len(of)}

    shown = {p.id for p in material.listed(Audience.PARTICIPANTS)}

    def roles(slot: Slot) -> dict[Role, frozenset[ParticipationId]]:
        held = material.roles_at(slot.item)
        found = {r: frozenset(w for w, a in held.items() if r in a.roles and w in shown)
                 for r in ANNOUNCED}  # fmt: skip
        return {role: people for role, people in found.items() if people}

    return tuple(
        Mine(slot, labels.get(slot.item.id, ""), lines(n), roles(slot))
        for n, slot in enumerate(slots)
    )


def edits_in(
    path: Path, dialogue: Dialogue, mine: tuple[Mine, ...], people: Iterable[Participation] = ()
) -> tuple[Edit, ...]:
    """Return what the programme in a file would change; needs no store, so it may take long.

    Raises Trouble as `programme_docx.read_rows`, and Refused as `read_programme`.
    """
    days = max([dialogue.days, *(m.slot.day + 1 for m in mine)])
    programme = read_programme(read_rows(path), dialogue.first_day, days, path.name)
    return proposed(programme, mine, known_people(people))


def compare_file(store: Store, dialogue: DialogueId, path: Path) -> dict[str, Any]:
    """Return the edits that a file proposes as a document of plain values."""
    material = material_of(store, dialogue)
    edits = edits_in(path, material.dialogue, mine_of(material), material.participations)
    return {"file": path.name, "edits": [_told(edit) for edit in edits]}


def compare_as_asked(
    file: Path, *, dialogue: str, workspace: Path | None = None, key_file: Path | None = None
) -> dict[str, Any]:
    """Return what `compare_file` does for a dialogue that is named, as the command line does.

    Raises Refused("dialogue-unknown") beside what reading the file raises.
    """
    with opened(workspace, key_file) as store:
        return compare_file(store, dialogue_named(store, dialogue).id, file)


def _told(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind.value,
        "item": edit.item,
        "title": edit.title,
        "mine": edit.mine,
        "theirs": edit.theirs,
        "tracked": [[each.what.value, each.text] for each in edit.tracked],
    }


def _cells(material: Material, language: Language) -> list[tuple[str, ...]]:
    """Return the lines of each item's cell in the programme of a language."""
    brief = compose(Product.PROGRAMME, material, language)
    tables = [block for block in brief.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    return [tuple(plain(row[1]).split("\n")) for row in rows]
