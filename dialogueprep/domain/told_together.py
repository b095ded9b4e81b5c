"""What a brief says of people, and which of it fits too few beside what was said elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from dialogueprep.domain.briefs.blocks import Brief, Line, Run, composed_between, halves
from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.neutral.wording import phrase
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import Mentions
from dialogueprep.domain.identity.searched import told_of
from dialogueprep.domain.identity.told import (
    Earlier,
    Narrowed,
    Rendering,
    Rooms,
    Told,
    attribution_of,
    beside,
    narrowed,
)
from dialogueprep.domain.notes import Count
from dialogueprep.domain.people import Gender
from dialogueprep.domain.placed import Placed, items_of, placed_in, places, text_of
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, language_of
from dialogueprep.words import clauses, language, later, listed, tr

BESIDE_OTHERS = later("Beside {document}, this fits {k} of those present.")
BESIDE_WORDING = later(
    "Beside another wording of the same point, {document}, this fits {k} of those present."
)
Saying = Mapping[str, Mapping[Language, frozenset[Told]]]
"""What is said of people, by origin and language."""


def told_in(brief: Brief, roster: Roster) -> Saying:
    """Return what a brief says of people under each origin in each language, as predicates."""
    return _by_origin(_mentions(brief, roster))


def _by_origin(mentions: Iterable[_Mention]) -> Saying:
    found: dict[str, dict[Language, frozenset[Told]]] = {}
    for it in mentions:
        here = found.setdefault(it.origin, {})
        here[it.language] = here.get(it.language, frozenset()) | {it.told}
    return found


@dataclass(frozen=True, slots=True)
class _Mention:
    """Somebody described in a line that was made from a value."""

    block: int
    number: int
    line: Line
    start: int
    end: int
    origin: str
    language: Language
    told: Told
    shift: int  # where the half of a bilingual line begins that it stands in


def _mentions(brief: Brief, roster: Roster) -> Iterator[_Mention]:
    exact = {it.id for it in roster.statements}
    halved = ((b, n, half, at) for b, n, line in places(brief) for at, half in halves(line))
    for block, number, line, shift in halved:
        if not any(isinstance(r, Run) and r.origin for r in line):
            continue
        for start, end, told in told_of(roster, text_of(line), items_of(line, roster)):
            run = _run_at(line, start)
            if run is None or not run.origin or run.origin in exact:
                continue
            if not composed_between(line, start, end):
                of = (run.origin, run.language)
                yield _Mention(block, number, line, start, end, *of, told, shift)


def _run_at(line: Line, place: int) -> Run | None:
    for run in line:
        place -= len(run.text)
        if place < 0:
            return run if isinstance(run, Run) else None
    return None


def beside_others(brief: Brief, roster: Roster, earlier: Earlier) -> Iterator[Placed]:
    """Yield the descriptions that fit too few together with what was said elsewhere, or with what

    the same document says in its other language.
    """
    mentions = tuple(_mentions(brief, roster))
    said = _by_origin(mentions)
    for it in mentions:
        others = tuple(_in_other_languages(said[it.origin], it.language))
        elsewhere = (*others, *earlier.get(it.origin, ()))
        if not elsewhere:
            continue
        here = frozenset(t.description for t in said[it.origin][it.language])
        rooms = roster.rooms(items_of(it.line, roster))
        found = narrowed(it.told, here, elsewhere, roster, rooms)
        if found:
            exposure = _together(it, found, roster, rooms)
            yield placed_in(text_of(it.line), it.block, it.number, exposure, it.origin)


def _in_other_languages(
    said: Mapping[Language, frozenset[Told]], language: Language
) -> Iterator[Rendering]:
    for other, told in said.items():
        if other != language:
            yield Rendering(LANGUAGE_NAMES[other], told)


@dataclass(frozen=True, slots=True)
class About:
    """What a wording is of: the items it was drawn from, and what is said of the same elsewhere.

    ``described`` is False under terms that allow no description of who spoke. ``here`` is how else
    people are described under the same origin in the same language.
    """

    items: tuple[str, ...] = ()
    described: bool = True
    elsewhere: tuple[Rendering, ...] = ()
    here: frozenset[Description] = frozenset()


def beside_in(text: str, said: Mentions, roster: Roster, about: About) -> Iterator[Exposure]:
    """Yield the descriptions in a wording that fit too few together with what is said elsewhere.

    ``said`` is what the wording says of people, with where it says so.
    """
    here = about.here | {told.description for _, _, told in said}
    rooms = roster.rooms(about.items)
    for start, end, told in said:
        found = narrowed(told, here, about.elsewhere, roster, rooms)
        if found:
            yield _exposed(text, start, end, told, found, roster, rooms)


def _together(it: _Mention, found: Narrowed, roster: Roster, rooms: Rooms) -> Exposure:
    exposure = _exposed(text_of(it.line), it.start, it.end, it.told, found, roster, rooms)
    return replace(exposure, start=it.start + it.shift, end=it.end + it.shift)


def _exposed(
    whole: str, start: int, end: int, told: Told, found: Narrowed, roster: Roster, rooms: Rooms
) -> Exposure:
    text = whole[start:end]
    wording = phrase(beside(told, found, roster, rooms), language_of(text), roster.labels)
    return Exposure(
        start=start,
        end=end,
        text=text,
        level=Level.BLOCK if found.sure and found.out else Level.WARN,
        kind=ExposureKind.DESCRIPTOR,
        people=tuple(dict.fromkeys(p.person.id for p in found.counted.people)),
        k=found.counted.k,
        why=BESIDE_OTHERS if found.out else BESIDE_WORDING,
        suggestion=wording[0].upper() + wording[1:] if text[0].isupper() else wording,
        document=listed(_said(it, one, roster) for it, one in found.elsewhere),
    )


def _said(rendering: Rendering, told: Told, roster: Roster) -> str:
    """Return what a document is called and what it tells, which is kept as predicates."""
    it = told.description
    count = Count.SEVERAL if told.several else Count.ONE
    words = phrase(attribution_of(it, count), cast("Language", language()), roster.labels)
    if it.gender:
        words = clauses((words, tr("a woman") if it.gender is Gender.WOMAN else tr("a man")))
    return tr("{document} (which tells of {words})", document=rendering.name, words=words)
