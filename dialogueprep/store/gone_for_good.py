"""What was destroyed here does not come in again, with whatever kit or change of others."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.merge_sides import Ref, Shape, Side
from dialogueprep.store import destroyed as destroyed_acts
from dialogueprep.store import purging
from dialogueprep.store.rows import Readable


def left_out(store: Readable, theirs: Side, shape: Shape) -> Side:
    """Return the other side without the rows that were destroyed here and what belongs to them.

    People who went along with a dialogue come in again only with a part in another one.
    """
    dialogues, destroyed = purging.gone_for_good(store)
    gone: set[Ref] = {("dialogues", each) for each in dialogues}
    gone |= {ref for ref in theirs.rows if ref[1] in destroyed}
    people = {("persons", each) for each in destroyed_acts.people(store)} & theirs.rows.keys()
    if not gone and not people:
        return theirs
    _add_belonging(gone, theirs, shape)
    parts = (
        row for ref, row in theirs.rows.items() if ref[0] == "participations" and ref not in gone
    )
    if alone := people - {("persons", row["person"]) for row in parts}:
        gone |= alone
        _add_belonging(gone, theirs, shape)
    kept = {ref: row for ref, row in theirs.rows.items() if ref not in gone}
    return replace(theirs, rows=kept)


def _add_belonging(gone: set[Ref], theirs: Side, shape: Shape) -> None:
    for ref in shape.sorted(theirs.rows):
        if gone.intersection(shape.parents(ref, theirs.rows[ref], theirs.rows.__contains__)):
            gone.add(ref)


def refuse(store: Readable, dialogue: str) -> None:
    """Refused("dialogue-destroyed") if a dialogue was destroyed here."""
    dialogues, _ = purging.gone_for_good(store)
    if dialogue in dialogues:
        raise Refused("dialogue-destroyed")
