"""What a brief says of people, and which of it fits too few beside what was said elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import Brief, Line, Run, composed_between, halves
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.identity.told import Earlier, Narrowed, Rooms, Told, beside, narrowed
from dialogueprep.domain.identity.wording import phrase
from dialogueprep.domain.placed import Placed, fingerprint_of, items_of, places, text_of
from dialogueprep.domain.texts import language_of
from dialogueprep.words import later, listed

BESIDE_OTHERS = later(
    "Together with what is out already ({document}), only {k} of those present fit."
)
BESIDE_WORDING = later(
    "Together with another wording of the same point ({document}), only {k} of those present fit."
)


def told_in(brief: Brief, roster: Roster) -> dict[str, frozenset[Told]]:
    """Return what a brief says of people under each origin, as predicates."""
    return _by_origin(_mentions(brief, roster))


def _by_origin(mentions: Iterable[_Mention]) -> dict[str, frozenset[Told]]:
    found: dict[str, set[Told]] = {}
    for it in mentions:
        found.setdefault(it.origin, set()).add(it.told)
    return {origin: frozenset(told) for origin, told in found.items()}


@dataclass(frozen=True, slots=True)
class _Mention:
    """Somebody described in a line that was made from a value."""

    block: int
    number: int
    line: Line
    start: int
    end: int
    origin: str
    told: Told
    shift: int  # where the half of a bilingual line begins that it stands in


def _mentions(brief: Brief, roster: Roster) -> Iterator[_Mention]:
    exact = {it.id for it in roster.statements}
    halved = ((b, n, half, at) for b, n, line in places(brief) for at, half in halves(line))
    for block, number, line, shift in halved:
        if not any(isinstance(r, Run) and r.origin for r in line):
            continue
        for start, end, told in search_of(roster).told(text_of(line), items_of(line, roster)):
            origin = _origin(line, start)
            if origin and origin not in exact and not composed_between(line, start, end):
                yield _Mention(block, number, line, start, end, origin, told, shift)


def _origin(line: Line, place: int) -> str | None:
    for run in line:
        place -= len(run.text)
        if place < 0:
            return run.origin if isinstance(run, Run) else None
    return None


def beside_others(brief: Brief, roster: Roster, earlier: Earlier) -> Iterator[Placed]:
    """Yield the descriptions that fit too few together with what was said elsewhere."""
    mentions = tuple(_mentions(brief, roster))
    here = _by_origin(mentions)
    for it in mentions:
        if it.origin not in earlier:
            continue
        descriptions = frozenset(t.description for t in here[it.origin])
        rooms = roster.rooms(items_of(it.line, roster))
        found = narrowed(it.told, descriptions, earlier[it.origin], roster, rooms)
        if found:
            exposure = _together(it, found, roster, rooms)
            fingerprint = fingerprint_of(exposure, text_of(it.line))
            yield Placed(it.block, it.number, exposure, fingerprint, it.origin)


def _together(it: _Mention, found: Narrowed, roster: Roster, rooms: Rooms) -> Exposure:
    text = text_of(it.line)[it.start : it.end]
    attribution = beside(it.told, found, roster, rooms)
    wording = phrase(attribution, language_of(text), roster.labels)
    return Exposure(
        start=it.start + it.shift,
        end=it.end + it.shift,
        text=text,
        level=Level.BLOCK if found.sure and found.out else Level.WARN,
        kind=ExposureKind.DESCRIPTOR,
        people=tuple(dict.fromkeys(p.person.id for p in found.counted.people)),
        k=found.counted.k,
        why=BESIDE_OTHERS if found.out else BESIDE_WORDING,
        suggestion=wording[0].upper() + wording[1:] if text[0].isupper() else wording,
        document=listed(found.documents),
    )
