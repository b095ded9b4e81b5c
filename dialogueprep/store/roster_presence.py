"""Presence read quickly: one text for each participant, taken apart where it is looked at.

A roster of five hundred people and two hundred items has tens of thousands of presences. Most
are not in sight, and most are as they were when the page was last read.
"""

from __future__ import annotations

from functools import lru_cache

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.people import Attendance, ParticipationId, Role
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable

_BETWEEN, _INSIDE = "\x1e", "\x1f"
_QUERY = f"""
    SELECT participation,
           group_concat(item || '{_INSIDE}' || silent || roles, '{_BETWEEN}')
      FROM attendances
     WHERE participation IN (SELECT id FROM participations WHERE dialogue = ?)
     GROUP BY participation
"""


def of_dialogue(store: Readable, dialogue: DialogueId) -> dict[ParticipationId, str]:
    """Return in one text for each participant where they are present; equal texts say the same."""
    cursor = rows.execute(store.db, _QUERY, [dialogue])
    return {ParticipationId(who): text for who, text in cursor}


def mark(store: Readable) -> int:
    """Return a number that is another one after anything has been written."""
    return store.db.conn.total_changes


def taken_apart(who: ParticipationId, text: str) -> dict[ItemId, Attendance]:
    """Return a participant's presences by item."""
    found: dict[ItemId, Attendance] = {}
    for each in text.split(_BETWEEN) if text else ():
        item, _, rest = each.partition(_INSIDE)
        roles = _roles(rest[1:])
        found[ItemId(item)] = Attendance(
            participation=who, item=item, roles=roles, silent=rest[0] == "1"
        )
    return found


@lru_cache(maxsize=256)
def _roles(column: str) -> frozenset[Role]:
    return frozenset(Role(r) for r in rows.from_list(column))
