"""The people of a dialogue to whom nothing else refers, so that they can go along with it.

Whoever takes part in another dialogue stays, and whoever is named by id in what else is kept: an
answer that waits for a decision, a list of recipients, a setting. What a text says of somebody is
no reference; it stays, and so does nobody because of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dialogueprep.domain.people import Person
from dialogueprep.store.destroyed import ACTS
from dialogueprep.store.directory import NOT_THE_SAME
from dialogueprep.store.driver import Database, run
from dialogueprep.store.step import Step
from dialogueprep.store.tables import TABLES

_OF = "SELECT DISTINCT person FROM participations WHERE dialogue = ?"
_LISTS = tuple(
    (table, column)
    for table, columns in TABLES.items()
    for column, kind in columns.items()
    if "json_valid" in kind
)
"""Columns that hold lists or whole values: nothing but their content tells to whom they refer."""
_SAYS_NOTHING = f"(table_id GLOB '{ACTS}*' OR table_id = '{NOT_THE_SAME}')"


@dataclass(frozen=True, slots=True)
class Alone:
    """The people of a dialogue to whom nothing else refers, and how many others stay.

    ``destroyed`` and ``kept`` count rows by table as they would be if these people went too.
    """

    people: tuple[Person, ...]
    staying: int
    destroyed: Mapping[str, int]
    kept: Mapping[str, int]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of those who can go."""
        return frozenset(each.id for each in self.people)


def of_dialogue(db: Database, dialogue: str) -> frozenset[str]:
    """Return the ids of everybody who has a part in a dialogue."""
    return frozenset(person for (person,) in run(db, _OF, [dialogue]))


def among(db: Database, people: Collection[str]) -> frozenset[str]:
    """Return those to whom no row refers that is in the database now."""
    left = set(people) - {each for (each,) in run(db, "SELECT DISTINCT person FROM participations")}
    for text in _texts(db, min(map(len, left), default=0)) if left else ():
        left -= {each for each in left if each in text}
    return frozenset(left)


def _texts(db: Database, shortest: int) -> list[str]:
    """Return what may name somebody by an id that is at least so long."""
    found: list[str] = []
    for table, column in _LISTS:
        own = f" AND NOT {_SAYS_NOTHING.replace('table_id', 'id')}" if table == "settings" else ""
        sql = f"SELECT {column} FROM {table} WHERE length({column}) >= ?{own}"
        found += [value for (value,) in run(db, sql, [shortest])]
    waiting = run(db, "SELECT id, root, content FROM conflicts")
    return [*found, *(cell for row in waiting for cell in row)]


def forget(step: Step, ids: Collection[str]) -> None:
    """Forget that rows were ever here, by id.

    So they are no deletion elsewhere, and come in again with another dialogue that has them.
    """
    for table, column in (("tombstones", "id"), ("_lineage", "id"), ("_renamed", "stands")):
        sql = f"DELETE FROM {table} WHERE {column} = ?"
        step.db.conn.executemany(sql, [(each,) for each in ids])
