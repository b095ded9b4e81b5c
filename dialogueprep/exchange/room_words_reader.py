"""Reads data/lexicon/standing.toml: what shows that somebody described was in the room."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from typing import Any

from dialogueprep.domain.identity.reading.anywhere import anywhere
from dialogueprep.domain.identity.reading.fold import Fold
from dialogueprep.domain.identity.room_words import RoomWords, Trade

_ANYWHERE = frozenset(
    {"general ja", "general ko", "elsewhere en_before", "elsewhere en", "elsewhere east"}
)
"""Words that are looked for in all that stands before or behind somebody."""


def reading_room_words(raw: Mapping[str, Any], fold: Fold) -> Generator[None, None, RoomWords]:
    """Return the words of the file's tables as patterns on folded text, made in steps."""

    def either(words: Iterable[str]) -> str:
        return "|".join(f"(?:{fold(w).text})" for w in _longest_first(words))

    found: dict[str, dict[str, re.Pattern[str]]] = {}
    for table in ("view", "source", "general", "elsewhere"):
        found[table] = {}
        for name, words in raw[table].items():
            if name != "when":
                made = anywhere if f"{table} {name}" in _ANYWHERE else re.compile
                found[table][name] = made(either(words))
                yield
    english = "|".join(re.escape(w) for w in _longest_first(raw["view"]["en"]))
    view = {**found["view"], "en": re.compile(rf"(?:[a-z-]+ )?(?:{english})(?![a-z])")}
    yield
    return RoomWords(
        past=_past(raw["past"]),
        view=view,
        source=found["source"],
        general=found["general"],
        elsewhere=found["elsewhere"],
        when=anywhere(either(raw["elsewhere"]["when"])),
        differ=anywhere(either(raw["differ"]["words"])),
        offices=tuple(fold.plain(w) for w in _longest_first(raw["office"]["words"])),
        keynote=tuple(fold.plain(w) for w in _longest_first(raw["office"]["keynote"])),
        titles=_alike(raw["title"]["alike"], fold),
        capitals=frozenset(raw["capitals"]["words"].split()),
        addresses=frozenset(fold.plain(w) for w in raw["title"]["address"]),
        trades=tuple(_trade(row, fold) for row in raw["trade"]),
    )


def _trade(row: Mapping[str, list[str]], fold: Fold) -> Trade:
    words, fields = (tuple(fold.plain(w) for w in row.get(it, ())) for it in ("words", "fields"))
    told = tuple(it if it.isascii() else fold.plain(it) for it in row["told"])
    return Trade(words, told, tuple(row.get("sectors", ())), fields)


def _alike(groups: Iterable[Iterable[str]], fold: Fold) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        folded = tuple(fold.plain(title) for title in group)
        found.update({title: (*found.get(title, ()), *folded) for title in folded})
    return found


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _past(raw: Mapping[str, str]) -> re.Pattern[str]:
    irregular = "|".join(raw["irregular"].split())
    other = "|".join(raw["not_past"].split())
    regular = rf"(?!(?:{other})(?![a-z]))[a-z]{{2,}}ed"
    modal = "would|could(?! be)|might(?! be)"
    return re.compile(rf"(?<![a-z])(?:{irregular}|were|{modal}|{regular})(?![a-z])")
