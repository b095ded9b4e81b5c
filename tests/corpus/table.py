"""Invented rosters: who sits at a table, counted here without the program's own counting."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
NOT_COUNTED = frozenset({"chair", "moderator", "rapporteur", "interpreter", "staff", "observer"})
_BROAD = {
    "academia": "expert",
    "think-tank": "expert",
    "government": "official",
    "diplomacy": "official",
    "military": "official",
    "legislature": "official",
    "media": "non-official",
    "business": "non-official",
    "civil society": "non-official",
}


@dataclass(frozen=True)
class Table:
    """A roster, its items, the threshold k and who is counted: "everybody" or "speakers"."""

    name: str
    k: int
    counting: str
    items: Mapping[str, str]
    people: tuple[Mapping[str, Any], ...]

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of all people."""
        return frozenset(p["id"] for p in self.people)

    def matching(self, words: Iterable[str], item: str) -> frozenset[str]:
        """Return who fits a descriptor at an item, of those whom k counts."""
        wanted = tuple(words)
        return frozenset(
            p["id"] for p in self.counted(item) if all(_fits(p, word) for word in wanted)
        )

    def counted(self, item: str) -> tuple[Mapping[str, Any], ...]:
        """Return those whom k counts at an item."""
        return tuple(
            p
            for p in self.people
            if item in p["sessions"]
            and (self.counting == "everybody" or p["meeting_role"] not in NOT_COUNTED)
        )

    def document(self) -> str:
        """Return the roster as the JSON file that the program reads."""
        rows = [{field: value or None for field, value in p.items()} for p in self.people]
        return json.dumps(
            {"meta": {"sessions": dict(self.items)}, "roster": rows}, ensure_ascii=False
        )


def _fits(person: Mapping[str, Any], word: str) -> bool:
    if word.startswith("@"):
        return person["region"] == word[1:].replace("-", " ")
    known = {
        person["country"],
        person["gender"],
        person["sector"].replace(" ", "-"),
        _BROAD[person["sector"]],
    }
    return word in known


@cache
def read_table(name: str) -> Table:
    """Return a roster of the corpus by its file's name."""
    raw = tomllib.loads((HERE / "rosters" / f"{name}.toml").read_text("utf-8"))
    columns: list[str] = raw["roster"]["columns"]
    people = tuple(dict(zip(columns, row, strict=True)) for row in raw["roster"]["people"])
    return Table(name, raw["k"], raw["counting"], raw["items"], people)


def table_names() -> tuple[str, ...]:
    """Return the names of all rosters of the corpus."""
    return tuple(sorted(path.stem for path in (HERE / "rosters").glob("*.toml")))
