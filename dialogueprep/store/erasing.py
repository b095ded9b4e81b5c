"""Taking the notes of a dialogue, or all of it, out of one database: the workspace's or a copy's.

It is the same for a database of any schema, and doing it again changes nothing. What a finding
says of where it comes from is kept without the notes: from which items, under which terms.

People who go along with a dialogue go out of a copy with whatever part they had in others then. A
database that knows of the act is through with them: whoever is in it has come in again since.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from dialogueprep.domain.destroying import Target, What
from dialogueprep.store import kinship
from dialogueprep.store.destroyed import ACTS
from dialogueprep.store.directory import NOT_THE_SAME
from dialogueprep.store.driver import Database, run

ORIGINS = "origins/"
"""What the setting begins with that keeps where findings come from; the dialogue's id follows."""
_ITEMS = "SELECT id FROM items WHERE dialogue = ?"
_BEHIND = (
    "SELECT fn.finding, n.item, n.terms, n.recommendation, count(*) FROM finding_notes fn"
    f" JOIN notes n ON n.id = fn.note WHERE n.item IN ({_ITEMS}) GROUP BY 1, 2, 3, 4 ORDER BY 1, 2"
)
_NOTES = f"SELECT id FROM notes WHERE item IN ({_ITEMS})"
_WAITING = (
    "DELETE FROM conflicts WHERE table_name IN ('notes', 'finding_notes') AND (dialogue = ?1"
    f" OR coalesce(json_extract(content, '$.item'), '') IN ({_ITEMS.replace('?', '?1')}))"
)
_KNOWN = f"SELECT 1 FROM settings WHERE id GLOB '{ACTS}*' AND json_extract(value, '$.target') = ?"
_THEM = "(SELECT value FROM json_each(?1))"
_CLOSED_WITH = (
    "SELECT id FROM dialogues WHERE phase = 'closed'"
    f" AND id IN (SELECT dialogue FROM participations WHERE person IN {_THEM})"
)
_WAITING_OF = (
    f"DELETE FROM conflicts WHERE id IN {_THEM} OR root IN {_THEM}"
    " OR EXISTS (SELECT 1 FROM json_each(?1) one WHERE instr(content, one.value))"
)


def erase(db: Database, target: Target) -> None:
    """Erase in the open transaction; deleted cells are overwritten (`secure_delete`)."""
    if target.what is What.NOTES:
        _erase_notes(db, target.dialogue)
    else:
        _erase_dialogue(db, target.dialogue)
        if target.people and not run(db, _KNOWN, [target.mark]):
            _erase_people(db, target.people)


def erase_in_file(opened: Database, targets: Iterable[Target], acts: Mapping[str, str]) -> None:
    """Erase in a copy that has been opened apart, down to its free pages.

    ``acts`` are settings to keep in it, so that a restored copy knows of them too. They come last:
    a copy that does not know them may have been left before it was written anew.
    """
    run(opened, "BEGIN IMMEDIATE")
    for target in targets:
        erase(opened, target)
    run(opened, "COMMIT")
    known = bool(acts) and all(_value(opened, name) == value for name, value in acts.items())
    changed = run(opened, "SELECT total_changes()")[0][0]
    if not known or changed or run(opened, "PRAGMA freelist_count")[0][0]:
        run(opened, "VACUUM")
    run(opened, "BEGIN IMMEDIATE")
    for name, value in acts.items():
        _put(opened, name, value)
    run(opened, "COMMIT")


def leave_no_journal(path: Path) -> None:
    """Delete the empty journal that lies beside a copy once it has been written and closed."""
    journal = path.with_name(f"{path.name}-journal")
    if journal.is_file() and not journal.stat().st_size:  # else a crash is yet to be taken back
        journal.unlink(missing_ok=True)


def _erase_notes(db: Database, dialogue: str) -> None:
    _keep_origins(db, dialogue)
    if run(db, "SELECT 1 FROM main.sqlite_master WHERE name = 'conflicts'"):
        run(db, _WAITING, [dialogue])
    kinship.erase(db, _NOTES, [dialogue])
    run(db, f"DELETE FROM notes WHERE item IN ({_ITEMS})", [dialogue])
    done = "destroy_notes_on = NULL WHERE id = ? AND destroy_notes_on IS NOT NULL"
    run(db, f"UPDATE dialogues SET {done}", [dialogue])


def _erase_dialogue(db: Database, dialogue: str) -> None:
    found = run(db, "SELECT series FROM dialogues WHERE id = ?", [dialogue])
    ends = [f"{joint}{dialogue}" for joint in "/ "]
    run(db, f"DELETE FROM settings WHERE substr(id, -{len(ends[0])}) IN (?, ?)", ends)
    kinship.erase(db, _NOTES, [dialogue])
    run(db, "DELETE FROM dialogues WHERE id = ?", [dialogue])
    for (series,) in found:
        alone = "NOT EXISTS (SELECT 1 FROM dialogues WHERE series = ?1)"
        run(db, f"DELETE FROM series WHERE id = ?1 AND {alone}", [series])


def _erase_people(db: Database, people: tuple[str, ...]) -> None:
    """Erase people with all that belongs to them; what is closed is opened for it and closed."""
    them = [json.dumps(people)]
    closed = run(db, _CLOSED_WITH, them)
    for (dialogue,) in closed:
        run(db, "UPDATE dialogues SET phase = 'drafting' WHERE id = ?", [dialogue])
    if run(db, "SELECT 1 FROM main.sqlite_master WHERE name = 'conflicts'"):
        run(db, _WAITING_OF, them)
    pairs: list[list[str]] = json.loads(_value(db, NOT_THE_SAME) or "[]")
    left = [pair for pair in pairs if not {*pair} & {*people}]
    if left != pairs:
        _put(db, NOT_THE_SAME, json.dumps(left))
    run(db, f"DELETE FROM persons WHERE id IN {_THEM}", them)
    for (dialogue,) in closed:
        run(db, "UPDATE dialogues SET phase = 'closed' WHERE id = ?", [dialogue])


def _keep_origins(db: Database, dialogue: str) -> None:
    """Add to what is known of where findings come from what their notes say of it now."""
    found = run(db, _BEHIND, [dialogue])
    if not found:
        return
    kept = Counter[tuple[str, ...]]()
    for finding, rests in origins_of(db, dialogue).items():
        for *where, count in rests:
            kept[finding, *where] += count
    for finding, item, terms, recommendation, count in found:
        kept[finding, item, terms, recommendation or ""] += count
    value: dict[str, list[list[str | int]]] = {}
    for (finding, *where), count in kept.items():
        value.setdefault(finding, []).append([*where, count])
    _put(db, ORIGINS + dialogue, json.dumps(value))


def origins_of(db: Database, dialogue: str) -> dict[str, list[tuple[str, str, str, int]]]:
    """Return for each finding whose notes are gone: item, terms, recommendation and how many."""
    found = run(db, "SELECT value FROM settings WHERE id = ?", [ORIGINS + dialogue])
    kept: dict[str, list[list[str | int]]] = json.loads(found[0][0]) if found else {}
    return {
        finding: [(str(i), str(t), str(r), int(n)) for i, t, r, n in rests]
        for finding, rests in kept.items()
    }


def _value(db: Database, name: str) -> str | None:
    found = run(db, "SELECT value FROM settings WHERE id = ?", [name])
    return found[0][0] if found else None


def _put(db: Database, name: str, value: str) -> None:
    version = os.urandom(8).hex()
    if run(db, "SELECT 1 FROM settings WHERE id = ?", [name]):
        sql = "UPDATE settings SET value = ?, version = ? WHERE id = ? AND value <> ?1"
        run(db, sql, [value, version, name])
    else:
        sql = "INSERT INTO settings (value, version, id) VALUES (?, ?, ?)"
        run(db, sql, [value, version, name])
