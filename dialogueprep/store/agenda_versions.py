"""The editions of agendas that were circulated."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from dialogueprep.domain.dialogue import DialogueId, ItemId, ItemKind, Terms
from dialogueprep.domain.editions import Edition, Entry
from dialogueprep.domain.people import AT_TABLE, Attendance, ParticipationId, Role
from dialogueprep.domain.texts import Text, Texts, TextState
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

_COMING = (
    " JOIN attendances a ON a.item = i.id JOIN participations p ON p.id = a.participation"
    " WHERE i.dialogue = ? AND p.standing IN (SELECT value FROM json_each(?))"
)
_WITH_ROLES = (
    f"SELECT a.participation, a.item, a.roles, a.silent FROM items i{_COMING} AND a.roles <> '[]'"
)
_WITHOUT_ROLES = (
    f"SELECT a.item, json_group_array(a.participation) FROM items i{_COMING} AND a.roles = '[]'"
    " GROUP BY a.item"
)


def of_dialogue(store: Readable, dialogue: DialogueId) -> tuple[Edition, ...]:
    """Return the circulated editions of a dialogue's agenda, the first one first."""
    found = rows.select(store, "agenda_versions", "dialogue = ?", [dialogue], "number")
    return tuple(_edition(row) for row in found)


def latest(store: Readable, dialogue: DialogueId) -> Edition | None:
    """Return the edition that was circulated last; None while there is none."""
    rows_ = rows.select(store, "agenda_versions", "dialogue = ?", [dialogue], "number DESC")
    row = next(rows_, None)
    return _edition(row) if row else None


def roles_held(store: Readable, dialogue: DialogueId) -> tuple[Attendance, ...]:
    """Return who that comes is present at which item with a role there."""
    return tuple(
        Attendance(
            participation=ParticipationId(who),
            item=ItemId(item),
            roles=frozenset(map(Role, rows.from_list(roles))),
            silent=bool(silent),
        )
        for who, item, roles, silent in rows.execute(store.db, _WITH_ROLES, _among(dialogue))
    )


def present_without_role(
    store: Readable, dialogue: DialogueId
) -> dict[ItemId, frozenset[ParticipationId]]:
    """Return who that comes is present at each item without a role there."""
    found = rows.execute(store.db, _WITHOUT_ROLES, _among(dialogue))
    return {ItemId(item): frozenset(json.loads(present)) for item, present in found}


def _among(dialogue: DialogueId) -> tuple[str, str]:
    return dialogue, rows.as_list(sorted(AT_TABLE))


def put(step: Step, dialogue: DialogueId, edition: Edition) -> None:
    """Keep an edition as circulated."""
    groups = list(dict.fromkeys(entry.present for entry in edition.entries))
    content = {
        "first_day": edition.first_day.isoformat(),
        "groups": [sorted(group) for group in groups],
        "items": [_written(e) | {"present": groups.index(e.present)} for e in edition.entries],
    }
    row: Row = {
        "id": new_id(),
        "dialogue": dialogue,
        "number": edition.number,
        "circulated": edition.on.isoformat() if edition.on else "",
        "content": json.dumps(content, ensure_ascii=False),
    }
    rows.insert(step, "agenda_versions", row)


def _edition(row: Row) -> Edition:
    content = json.loads(row["content"])
    present: list[list[str]] = content["groups"]
    groups = [frozenset(ParticipationId(who) for who in each) for each in present]
    return Edition(
        number=row["number"],
        on=date.fromisoformat(row["circulated"]),
        first_day=date.fromisoformat(content["first_day"]),
        entries=tuple(_entry(each, groups) for each in content["items"]),
    )


def _written(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "titles": _wordings(entry.titles),
        "day": entry.day,
        "start": entry.start,
        "end": entry.end,
        "lane": entry.lane,
        "terms": entry.terms.value,
        "places": _wordings(entry.places),
        "questions": [_wordings(texts) for texts in entry.questions],
        "roles": sorted([role.value, who] for role, who in entry.roles),
    }


def _entry(written: dict[str, Any], groups: list[frozenset[ParticipationId]]) -> Entry:
    return Entry(
        id=ItemId(written["id"]),
        kind=ItemKind(written["kind"]),
        titles=_texts(written["titles"]),
        day=written["day"],
        start=written["start"],
        end=written["end"],
        lane=written["lane"],
        terms=Terms(written["terms"]),
        places=_texts(written["places"]),
        questions=tuple(_texts(each) for each in written["questions"]),
        roles=frozenset((Role(role), ParticipationId(who)) for role, who in written["roles"]),
        present=groups[int(written["present"])],
    )


def _wordings(texts: Texts) -> list[list[str]]:
    return [[t.language, t.wording, t.state.value] for t in texts.entries]


def _texts(written: Iterable[list[Any]]) -> Texts:
    return Texts(tuple(Text(code, words, TextState(state)) for code, words, state in written))
