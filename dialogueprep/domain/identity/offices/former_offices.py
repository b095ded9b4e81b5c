"""Counts who once held an office: a former official is not any official in the room.

Who is known by the title to be retired is counted; where the roster tells it of nobody, all
officials go on being counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.offices.short_titles import RETIRED
from dialogueprep.domain.people import BroadSector, Participation, Sector

_ONCE = re.compile(
    r"(?<![a-z])(?:former|retired|one-time|erstwhile|ex-|used to|"
    r"ha[ds] (?:once |long |also |[a-z]+ly )?(?:sat|served|been|held|run|headed|led)|"
    r"once (?:sat|served|held|ran|headed|led))|"
    r"[前元]|退休|卸任|离任|退役|전직|퇴직|"
    r"은퇴|전 |퇴임"
)
_OR_NOW = re.compile(r"current|serving|现任|现职|전현직|전·현직|전 현직|前后|午前|以前|目前|前方")
_OFFICES = frozenset({Sector.GOVERNMENT, Sector.DIPLOMACY, Sector.MILITARY, Sector.LEGISLATURE})


def is_of_once(words: str, description: Description) -> bool:
    """Return whether a description's words tell of somebody who once held an office."""
    official = description.broad is BroadSector.OFFICIAL or description.sector in _OFFICES
    return official and bool(_ONCE.search(words)) and not _OR_NOW.search(words)


def of_once(
    people: Iterable[Participation], fold: Callable[[str], str]
) -> tuple[Participation, ...]:
    """Return those whom the roster calls retired, or former holders of an office."""
    return tuple(p for p in people if any(_retired(p, fold)))


def _retired(who: Participation, fold: Callable[[str], str]) -> Iterable[bool]:
    name = who.person.name
    for title in (name.title, name.honorific, who.affiliation.position):
        yield bool(title) and RETIRED.search(fold(title)) is not None
