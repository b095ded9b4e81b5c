"""A row of a file that holds a library: its cells as texts, numbers, dates and words of lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import LANGUAGES, Language, Text, Texts, TextState
from dialogueprep.exchange.library_columns import Record
from dialogueprep.exchange.library_records import standard_states

Member = TypeVar("Member", bound=StrEnum)
MOST_ROWS = 500_000
"""Rows of a file that is read: about 100,000 entries with what belongs to them."""
_EXCEL_BEGINS = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: where it stands there, and its cells."""

    place: str
    cells: Record

    def trouble(self, code: str, **facts: object) -> Trouble:
        """Return a trouble with this row."""
        return Trouble(code, row=self.place, **facts)

    def get(self, column: str) -> str:
        """Return a cell as it stands; "" if it holds nothing."""
        return self.cells.get(column, "")

    def need(self, column: str) -> str:
        """Return a cell that must hold something."""
        if not self.get(column).strip():
            raise self.trouble("library-cell-missing", column=column)
        return self.get(column)

    def word(self, column: str, among: type[Member]) -> Member:
        """Return a word of a closed list."""
        return self.among(column, self.need(column).strip(), among)

    def among(self, column: str, said: str, among: type[Member]) -> Member:
        """Return the word of a closed list that a cell says."""
        try:
            return among(said)
        except ValueError:
            known = ", ".join(among)
            raise self.trouble(
                "library-cell-unknown", column=column, said=said[:80], known=known
            ) from None

    def number(self, column: str) -> int | None:
        """Return a whole number, or None."""
        said = self.get(column).strip().removesuffix(".0")
        if not said:
            return None
        if not said.isascii() or not said.isdigit() or len(said) > 15:
            raise self.trouble("library-cell-no-number", column=column, said=said[:80])
        return int(said)

    def day(self, column: str) -> date:
        """Return a date: 2025-05-17, or a spreadsheet's number of days."""
        said = self.need(column).strip()
        try:
            if said.isdigit() and len(said) == 5:
                return _EXCEL_BEGINS + timedelta(days=int(said))
            return date.fromisoformat(said[:10])
        except ValueError:
            raise self.trouble("library-cell-no-date", column=column, said=said[:80]) from None

    def texts(self, name: str) -> Texts:
        """Return the wordings of a field with their states."""
        wordings: dict[Language, str] = {
            g: w for g in LANGUAGES if (w := self.get(f"{name} {g}")).strip()
        }
        states = standard_states(wordings)
        for part in filter(None, self.get(f"{name} states").split(",")):
            language, _, state = part.strip().partition(" ")
            if language in wordings and state in tuple(TextState):
                states[language] = TextState(state)
        return Texts(tuple(Text(g, w, states[g]) for g, w in wordings.items()))
