"""The order of findings: by theme and importance, and whether it only retells the meeting.

A synthesis that follows the sessions one after the other lets a reader put a finding to the hour,
and so to those who had the floor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dialogueprep.domain.dialogue import ItemId
from dialogueprep.domain.notes import Finding, FindingId, NoteId, Support

FEWEST = 4
"""From so many findings with notes on, an order says something."""
_NEAR = 0.9
"""So great a part of all pairs in the order of the meeting is called retelling it."""

Places = Mapping[NoteId, int]
"""For each note, the place of its item in the order of the meeting."""


def place_of(finding: Finding, places: Places) -> float | None:
    """Return where in the meeting a finding comes from on average; None without notes."""
    known = [places[n] for n in finding.notes if n in places]
    return sum(known) / len(known) if known else None


def retells(findings: Iterable[Finding], places: Places) -> bool:
    """Return whether findings stand in the order in which the meeting came to them."""
    known = [place for f in findings if (place := place_of(f, places)) is not None]
    if len(known) < FEWEST:
        return False
    apart = [(a, b) for a, b in combinations(known, 2) if a != b]
    if len(set(known)) < FEWEST - 1 or not apart:
        return False
    return sum(a < b for a, b in apart) / len(apart) >= _NEAR


def by_theme(findings: Sequence[Finding]) -> list[FindingId]:
    """Return the findings under their themes, the weightiest first in each.

    The theme of the weightiest finding comes first, findings without a theme last; what weighs
    the same stays in the order in which it stands.
    """
    weightiest = sorted(findings, key=lambda f: (-_weight(f), -len(f.notes)))
    themes = list(dict.fromkeys(f.theme for f in weightiest if f.theme))
    places = {theme: place for place, theme in enumerate(themes)}
    ordered = sorted(weightiest, key=lambda f: places.get(f.theme, len(themes)))
    return [f.id for f in ordered]


def themes_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the themes in the order in which they first stand."""
    return tuple(dict.fromkeys(f.theme for f in findings if f.theme))


def places_of(items: Sequence[ItemId], notes: Iterable[tuple[NoteId, ItemId]]) -> dict[NoteId, int]:
    """Return for each note the place of its item among these; notes of others are left out."""
    order = {item: place for place, item in enumerate(items)}
    return {note: order[item] for note, item in notes if item in order}


def _weight(finding: Finding) -> int:
    return list(Support).index(finding.support) + 1 if finding.support else 0
