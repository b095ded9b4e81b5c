"""Who leads an agenda and who sits in its parallel groups, read once and kept until it changes.

Everybody present at every item is much to read for a large meeting; the agenda as a whole asks
only for those who have a role, for moderators wherever they are present (they may swap), and for
everybody where groups run side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.people import AT_TABLE, Attendee, Participation, Role
from dialogueprep.store import people, rows
from dialogueprep.store.rows import Readable

if TYPE_CHECKING:
    from dialogueprep.domain.identity.attributions import Tally

_TABLES = frozenset(
    {"attendances", "participations", "persons", "name_forms", "delegations", "dialogues", "texts"}
)
_WITH_ROLES = (
    "SELECT a.item, a.participation, a.roles, a.silent FROM items i"
    " JOIN attendances a ON a.item = i.id WHERE i.dialogue = ? AND a.roles <> '[]'"
)
_IN_LANES = (
    "SELECT a.item, a.participation, a.roles, a.silent FROM items i"
    " JOIN attendances a ON a.item = i.id WHERE i.dialogue = ? AND i.lane > 0 AND a.roles = '[]'"
)
_OF_PEOPLE = (
    "SELECT a.item, a.participation, a.roles, a.silent FROM attendances a"
    " JOIN items i ON i.id = a.item WHERE a.participation IN (SELECT value FROM json_each(?))"
    " AND i.lane = 0 AND a.roles = '[]'"
)
_LANES = "SELECT id FROM items WHERE dialogue = ? AND lane > 0"
_AT = "SELECT item, participation, roles, silent FROM attendances WHERE item = ?"

_Presence = dict[ItemId, tuple[Attendee, ...]]


class Presence:
    """What was read of one dialogue; forgotten when a row that it rests on changes."""

    def __init__(self) -> None:
        self._of: DialogueId | None = None
        self._lanes: frozenset[str] = frozenset()
        self._people: dict[str, Participation] = {}
        self._rank: dict[str, int] = {}
        self._leading: _Presence | None = None
        self._everybody: _Presence = {}
        self._tallies: dict[ItemId, Tally] = {}

    def discard(self) -> None:
        """Forget what was read, perhaps inside a step that has been taken back."""
        self._of = None

    def touch(self, changed: Iterable[tuple[str, str, Mapping[str, object]]]) -> None:
        """Note that rows changed: table, id, and the row as it was."""
        for table, _row, before in changed:
            if table in _TABLES and not (table == "texts" and _of_content(before)):
                self._of = None
                return

    def leading(self, store: Readable, dialogue: DialogueId) -> _Presence:
        """Return those with a role at each item, and all who are present at parallel items.

        They stand by delegation, in the order of the dialogue, then by name.
        """
        lanes = frozenset(str(id_) for (id_,) in rows.execute(store.db, _LANES, [dialogue]))
        self._know(store, dialogue)
        if self._leading is None or lanes != self._lanes:
            self._lanes = lanes
            self._leading = self._read_leading(store, dialogue)
        return self._leading

    def at(self, store: Readable, dialogue: DialogueId, item: ItemId) -> tuple[Attendee, ...]:
        """Return everybody who is present at an item."""
        self._know(store, dialogue)
        if item not in self._everybody:
            found = self._grouped(rows.execute(store.db, _AT, [item]))
            self._everybody[item] = found.get(item, ())
        return self._everybody[item]

    def tally(self, store: Readable, dialogue: DialogueId, item: ItemId) -> Tally:
        """Return how many there are of each kind among those present at an item."""
        present = self.at(store, dialogue, item)
        if item not in self._tallies:
            from dialogueprep.domain.identity.attributions import Tally

            self._tallies[item] = Tally(present)
        return self._tallies[item]

    def _know(self, store: Readable, dialogue: DialogueId) -> None:
        if self._of == dialogue:
            return
        there = people.participations(store, dialogue)
        sides = list(dict.fromkeys(p.delegation for p in there))
        place = {side: n for n, side in enumerate(sides)}
        there = sorted(there, key=lambda p: (place[p.delegation], p.person.name.listed))
        self._people = {p.id: p for p in there if p.standing in AT_TABLE}
        self._rank = {id_: n for n, id_ in enumerate(self._people)}
        self._of, self._leading = dialogue, None
        self._everybody, self._tallies = {}, {}

    def _read_leading(self, store: Readable, dialogue: DialogueId) -> _Presence:
        holding = list(rows.execute(store.db, _WITH_ROLES, [dialogue]))
        moderators = {who for _, who, roles, _ in holding if Role.MODERATOR.value in roles}
        return self._grouped(
            (
                *holding,
                *rows.execute(store.db, _IN_LANES, [dialogue]),
                *rows.execute(store.db, _OF_PEOPLE, [rows.as_list(sorted(moderators))]),
            )
        )

    def _grouped(self, found: Iterable[Sequence[Any]]) -> _Presence:
        at: dict[ItemId, list[Attendee]] = defaultdict(list)
        known: dict[str, frozenset[Role]] = {}
        for item, participation, roles, silent in found:
            who = self._people.get(participation)
            if who is None:
                continue
            if roles not in known:
                known[roles] = frozenset(Role(r) for r in rows.from_list(roles))
            at[item].append(Attendee(who=who, roles=known[roles], silent=bool(silent)))
        rank = self._rank
        for there in at.values():
            there.sort(key=lambda a: rank[a.who.id])
        return {item: tuple(there) for item, there in at.items()}


def _of_content(before: Mapping[str, object]) -> bool:
    """Return whether a text that changed belongs to what is not a person, as far as is known."""
    return bool(before) and before["owner_table"] not in ("participations", "delegations")
