"""What the lines of documents hold, searched once and kept as long as their roster.

A document is examined anew whenever something in it has changed; most of its lines have not.
Only lines of documents come here: what is typed into a note is not kept.
"""

from __future__ import annotations

from typing import cast

from dialogueprep.domain.identity.exposure import Exposure
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.identity.told import Told
from dialogueprep.domain.remembered import Remembered
from dialogueprep.domain.texts import Language

Items = tuple[str, ...]
_Exposures = Remembered[tuple[str, Items, Language | None], tuple[Exposure, ...]]
_Sayings = Remembered[tuple[str, Items], tuple[tuple[int, int, Told], ...]]


def exposures_in(
    roster: Roster, text: str, items: Items, language: Language | None
) -> tuple[Exposure, ...]:
    """Return what identifies a participant in a line, as ``Search.examine`` does."""
    known = cast("_Exposures", _kept(roster, "exposures"))
    return known.get(
        (text, items, language), lambda: search_of(roster).examine(text, items, language)
    )


def told_of(roster: Roster, text: str, items: Items) -> tuple[tuple[int, int, Told], ...]:
    """Return what a line says of people in the room, as ``Search.told`` does."""
    known = cast("_Sayings", _kept(roster, "sayings"))
    return known.get((text, items), lambda: search_of(roster).told(text, items))


def begin_round(roster: Roster) -> None:
    """Forget the lines that the last document did not have."""
    for each in (roster, roster.allowing_none):
        for name in ("exposures", "sayings"):
            _kept(each, name).begin_round()


def _kept(roster: Roster, name: str) -> Remembered[object, object]:
    known = roster.memory.setdefault(name, Remembered[object, object]())
    return cast("Remembered[object, object]", known)
