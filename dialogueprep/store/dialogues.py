"""Series, dialogues, their hosts and delegations."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from dialogueprep.domain.dialogue import (
    DayHours,
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    Host,
    HostId,
    LanguageOrder,
    Ordered,
    Phase,
    Series,
    SeriesId,
)
from dialogueprep.domain.texts import LANGUAGES, Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id

_TEXT_FIELDS = (
    "names", "titles", "place", "contexts", "next_steps", "press_lines", "chairs_openings",
    "debriefs", "backgrounds", "objectives", "outputs", "practicalities",
)  # fmt: skip


def every(store: Readable) -> tuple[Dialogue, ...]:
    """Return all dialogues, the latest first."""
    parts = _Parts(store)
    found = rows.select(store, "dialogues", order="first_day DESC")
    return tuple(_dialogue(r, parts) for r in found)


def some(store: Readable, wanted: Collection[str]) -> tuple[Dialogue, ...]:
    """Return these dialogues, the latest first; nothing of others is read."""
    parts = _Parts(store, wanted)
    found = rows.select(store, "dialogues", f"id IN ({_THESE})", [_these(wanted)], "first_day DESC")
    return tuple(_dialogue(r, parts) for r in found)


def phases(store: Readable) -> tuple[tuple[DialogueId, Phase], ...]:
    """Return all dialogues and their phases, the latest first, without reading anything else."""
    found = rows.select(store, "dialogues", order="first_day DESC")
    return tuple((DialogueId(r["id"]), Phase(r["phase"])) for r in found)


def names(store: Readable) -> dict[DialogueId, Texts]:
    """Return the names of all dialogues, the latest first."""
    found = texts.of_table(store, "dialogues", field="names")
    return {each: found.get(each, {}).get("names", Texts()) for each in ids(store)}


def ids(store: Readable) -> tuple[DialogueId, ...]:
    """Return the ids of all dialogues, the latest first, without reading anything else."""
    found = rows.select(store, "dialogues", order="first_day DESC")
    return tuple(DialogueId(r["id"]) for r in found)


def read(store: Readable, dialogue: DialogueId) -> Dialogue:
    """Return one dialogue; KeyError if there is none with this id."""
    row = rows.one(store, "dialogues", dialogue)
    if row is None:
        raise KeyError(dialogue)
    return _dialogue(row, _Parts(store, [dialogue]))


def series(store: Readable) -> tuple[Series, ...]:
    """Return all series."""
    names = texts.of_table(store, "series")
    return tuple(
        Series(id=SeriesId(r["id"]), names=names.get(r["id"], {}).get("names", Texts()))
        for r in rows.select(store, "series")
    )


def put_series(step: Step, it: Series) -> None:
    """Write a series, new or changed."""
    rows.put(step, "series", it.id, {})
    texts.write(step, "series", it.id, {"names": it.names})


def put(step: Step, dialogue: Dialogue) -> None:
    """Write a dialogue with its texts, hosts and delegations, new or changed."""
    row = {
        "series": dialogue.series,
        "round": dialogue.round,
        "first_day": dialogue.first_day.isoformat(),
        "days": dialogue.days,
        "time_zone": dialogue.time_zone,
        "second_zone": dialogue.second_zone,
        "phase": dialogue.phase.value,
        "ceiling": dialogue.ceiling,
        "k": dialogue.k,
        "working_language": dialogue.working_language,
        "sample": int(dialogue.sample),
    }
    rows.put(step, "dialogues", dialogue.id, row)
    fields: dict[str, Texts] = {name: getattr(dialogue, name) for name in _TEXT_FIELDS}
    texts.write(step, "dialogues", dialogue.id, fields)
    _put_hosts(step, dialogue)
    _put_delegations(step, dialogue)
    _put_hours(step, dialogue)
    _put_orders(step, dialogue)


def delete(step: Step, dialogue: DialogueId) -> None:
    """Delete a dialogue and all that belongs to it."""
    rows.delete(step, "dialogues", dialogue)


_THESE = "SELECT value FROM json_each(?)"


def _these(wanted: Iterable[str]) -> str:
    return json.dumps(list(wanted))


class _Parts:
    """The texts, hosts and delegations of all dialogues, or of some, read in one query each."""

    def __init__(self, store: Readable, wanted: Collection[str] | None = None) -> None:
        self._store = store
        self._values = () if wanted is None else (_these(wanted),)
        self.texts = texts.of_table(
            store, "dialogues", _THESE if self._values else "", self._values
        )
        self.hosts: dict[str, list[Host]] = defaultdict(list)
        names = self._texts("hosts")
        for row in self._rows("hosts", "position"):
            name = names.get(row["id"], {}).get("names", Texts())
            host = Host(id=HostId(row["id"]), names=name, acronym=row["acronym"])
            self.hosts[row["dialogue"]].append(host)
        self.delegations: dict[str, list[Delegation]] = defaultdict(list)
        labels = self._texts("delegations")
        for row in self._rows("delegations", "position"):
            label = labels.get(row["id"], {}).get("labels", Texts())
            self.delegations[row["dialogue"]].append(_delegation(row, label))
        self.hours: dict[str, list[DayHours]] = defaultdict(list)
        for row in self._rows("days", "number"):
            hours = DayHours(row["number"], row["starts"], row["ends"])
            self.hours[row["dialogue"]].append(hours)
        self.orders: dict[str, list[LanguageOrder]] = defaultdict(list)
        for row in self._rows("orders", "kind, language"):
            self.orders[row["dialogue"]] += _order(row)

    def _rows(self, table: str, order: str) -> Iterator[Row]:
        where = f"dialogue IN ({_THESE})" if self._values else ""
        return rows.select(self._store, table, where, self._values, f"dialogue, {order}")

    def _texts(self, table: str) -> dict[str, dict[str, Texts]]:
        among = f"SELECT id FROM {table} WHERE dialogue IN ({_THESE})" if self._values else ""
        return texts.of_table(self._store, table, among, self._values)


def _delegation(row: Row, labels: Texts) -> Delegation:
    return Delegation(
        id=DelegationId(row["id"]),
        code=row["code"],
        labels=labels,
        region=row["region"],
        target=row["target"],
    )


def _order(row: Row) -> list[LanguageOrder]:
    of, codes = Ordered(row["kind"]), rows.from_list(row["codes"])
    return [LanguageOrder(of, each, codes) for each in LANGUAGES if each == row["language"]]


def _dialogue(row: Row, parts: _Parts) -> Dialogue:
    fields = parts.texts.get(row["id"], {})
    return Dialogue(
        id=DialogueId(row["id"]),
        **{name: fields.get(name, Texts()) for name in _TEXT_FIELDS},
        first_day=date.fromisoformat(row["first_day"]),
        days=row["days"],
        time_zone=row["time_zone"],
        second_zone=row["second_zone"],
        series=SeriesId(row["series"]) if row["series"] else None,
        round=row["round"],
        phase=Phase(row["phase"]),
        hosts=tuple(parts.hosts[row["id"]]),
        delegations=tuple(parts.delegations[row["id"]]),
        hours=tuple(parts.hours[row["id"]]),
        orders=tuple(parts.orders[row["id"]]),
        ceiling=row["ceiling"],
        k=row["k"],
        working_language=row["working_language"],
        sample=bool(row["sample"]),
    )


def _put_hosts(step: Step, dialogue: Dialogue) -> None:
    rows.keep_only(step, "hosts", "dialogue", dialogue.id, (h.id for h in dialogue.hosts))
    for position, host in enumerate(dialogue.hosts):
        row = {"dialogue": dialogue.id, "acronym": host.acronym, "position": position}
        rows.put(step, "hosts", host.id, row)
        texts.write(step, "hosts", host.id, {"names": host.names})


def _put_delegations(step: Step, dialogue: Dialogue) -> None:
    kept = (d.id for d in dialogue.delegations)
    rows.keep_only(step, "delegations", "dialogue", dialogue.id, kept)
    for position, delegation in enumerate(dialogue.delegations):
        row = {
            "dialogue": dialogue.id,
            "code": delegation.code,
            "region": delegation.region,
            "target": delegation.target,
            "position": position,
        }
        rows.put(step, "delegations", delegation.id, row)
        texts.write(step, "delegations", delegation.id, {"labels": delegation.labels})


def _put_hours(step: Step, dialogue: Dialogue) -> None:
    where = "dialogue = ?"
    there = {r["number"]: r["id"] for r in rows.select(step, "days", where, [dialogue.id])}
    for hours in dialogue.hours:
        row = {
            "dialogue": dialogue.id,
            "number": hours.number,
            "starts": hours.starts,
            "ends": hours.ends,
        }
        rows.put(step, "days", there.pop(hours.number, None) or new_id(), row)
    for gone in there.values():
        rows.delete(step, "days", gone)


def _put_orders(step: Step, dialogue: Dialogue) -> None:
    found = rows.select(step, "orders", "dialogue = ?", [dialogue.id])
    there = {(r["kind"], r["language"]): r["id"] for r in found}
    for order in dialogue.orders:
        row = {
            "dialogue": dialogue.id,
            "kind": order.of.value,
            "language": order.language,
            "codes": rows.as_list(order.codes),
        }
        row_id = there.pop((order.of.value, order.language), None) or new_id()
        rows.put(step, "orders", row_id, row)
    for gone in there.values():
        rows.delete(step, "orders", gone)
