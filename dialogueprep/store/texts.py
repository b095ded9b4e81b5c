"""The wordings of all fields that exist in several languages."""

from __future__ import annotations

from collections.abc import Mapping

from dialogueprep.domain.texts import Text, Texts, TextState
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id

ByField = Mapping[str, Texts]


def of_table(
    source: Readable, table: str, among: str = "", values: tuple[str, ...] = (), *, field: str = ""
) -> dict[str, dict[str, Texts]]:
    """Return the texts of a table's rows by owner and field; the original stands first.

    ``among`` narrows the owners: SQL that selects their ids, with bound values; ``field`` what is
    read of them.
    """
    where = "owner_table = ?" + (f" AND owner IN ({among})" if among else "")
    where += " AND field = ?" if field else ""
    found = rows.select(source, "texts", where, [table, *values, *([field] if field else [])])
    entries: dict[str, dict[str, list[Text]]] = {}
    for row in found:
        text = Text(row["language"], row["wording"], TextState(row["state"]))
        entries.setdefault(row["owner"], {}).setdefault(row["field"], []).append(text)
    return {
        owner: {field: Texts(tuple(found)) for field, found in fields.items()}
        for owner, fields in entries.items()
    }


def write(step: Step, table: str, owner: str, fields: ByField) -> None:
    """Make these the texts of these fields of a row."""
    where = "owner = ? AND field = ?"
    for field, texts in fields.items():
        there = {r["language"]: r for r in rows.select(step, "texts", where, [owner, field])}
        for text in texts.entries:
            old = there.pop(text.language, None)
            row = {"wording": text.wording, "state": text.state.value}
            if old is not None:
                rows.update(step, "texts", old["id"], row)
                continue
            place = {"owner_table": table, "owner": owner, "field": field}
            new = {"id": new_id(), **place, "language": text.language, **row}
            rows.insert(step, "texts", new)
        for gone in there.values():
            rows.delete(step, "texts", gone["id"])
