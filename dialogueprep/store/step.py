"""A step: what a write needs, and what is told when it is done."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from dialogueprep.store.driver import Database

MergeKey = tuple[str, ...]
TakeOut = Callable[[Sequence[tuple[str, Collection[str]]]], None]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a step, an undo or a redo changed, and the page on which that is seen."""

    tables: frozenset[str]
    label: str
    page: str = ""

    def touches(self, *tables: str) -> bool:
        """Say whether any of these tables was changed."""
        return not self.tables.isdisjoint(tables)


@dataclass(frozen=True, slots=True)
class Step:
    """The right to write, for as long as the step is open.

    ``take_out`` deletes very many rows, by tables and ids (see `Journal.take_out`); None where no
    journal is kept.
    """

    db: Database
    take_out: TakeOut | None = None


def new_id() -> str:
    """Return a random id of 128 bits as hex text; it tells no order and no time."""
    return os.urandom(16).hex()
