"""People of the directory who may be one person, and what speaks for it.

Two people are compared where they share a sign: a whole name in their own script, a reading, a
Latin spelling in either order of its parts (as `identity.spellings` knows them), an e-mail, or the
family name with an initial at one institution. What two people of one name say differently in the
same script (王伟 and 王薇) speaks against it: they are offered only with an e-mail in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.spellings import readings
from dialogueprep.domain.identity.spellings.names import Part, spellings
from dialogueprep.domain.people import Affiliation, FormState, Person, PersonId

_CROWD = 40
"""So many people with one sign are no sign any more."""


class Why(StrEnum):
    """What two people have in common; the strongest first."""

    NATIVE = "native"
    READING = "reading"
    SPELLING = "spelling"
    SWAPPED = "swapped"
    FORM = "form"
    EMAIL = "email"  # two people may share that of an office
    INITIAL = "initial"
    PHONE = "phone"
    INSTITUTION = "institution"


_ENOUGH = frozenset(Why) - {Why.INSTITUTION, Why.PHONE}


@dataclass(frozen=True, slots=True)
class Known:
    """A person with what the dialogues tell: where from, and the institutions."""

    person: Person
    territory: str = ""
    places: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two people who may be one, and why."""

    one: PersonId
    other: PersonId
    why: tuple[Why, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True, slots=True)
class _Signs:
    known: Known
    signs: Mapping[str, Why]
    native: str
    places: frozenset[str]


def likely_pairs(
    people: Sequence[Known], lexicon: Lexicon, settled: Collection[frozenset[str]] = ()
) -> tuple[LikelyPair, ...]:
    """Return the pairs that may be one person, the likeliest first; settled ones are left out."""
    by_id = {k.person.id: _signs_of(k, lexicon) for k in people}
    found = (_compared(by_id[a], by_id[b]) for a, b in _together(by_id.values()))
    pairs = [p for p in found if p is not None and p.ids not in settled]
    return tuple(sorted(pairs, key=lambda p: (_rank(p), p.one, p.other)))


class Directory:
    """People to compare a newcomer with, whose signs are known beforehand."""

    def __init__(self, people: Iterable[Known], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._signs = {k.person.id: _signs_of(k, lexicon) for k in people}

    def likely_same(self, newcomer: Known) -> tuple[LikelyPair, ...]:
        """Return who the newcomer may be, the likeliest first; ``other`` is who is there."""
        mine = _signs_of(newcomer, self._lexicon)
        others = (s for id_, s in self._signs.items() if id_ != newcomer.person.id)
        found = (_compared(mine, it) for it in others if mine.signs.keys() & it.signs.keys())
        return tuple(sorted((p for p in found if p is not None), key=_rank))


def likely_same(
    newcomer: Known, people: Iterable[Known], lexicon: Lexicon
) -> tuple[LikelyPair, ...]:
    """Return who of these people the newcomer may be, the likeliest first."""
    return Directory(people, lexicon).likely_same(newcomer)


def _rank(pair: LikelyPair) -> tuple[int, int]:
    order = list(Why)
    return min(order.index(w) for w in pair.why), -len(pair.why)


def _together(people: Iterable[_Signs]) -> Iterator[tuple[PersonId, PersonId]]:
    """Yield each pair of people who share a sign once."""
    holders: dict[str, list[PersonId]] = defaultdict(list)
    for it in people:
        for sign in it.signs:
            holders[sign].append(it.known.person.id)
    seen: set[frozenset[str]] = set()
    for sharing in holders.values():
        if not 1 < len(sharing) <= _CROWD:
            continue
        for one, other in combinations(sharing, 2):
            if (pair := frozenset((one, other))) not in seen:
                seen.add(pair)
                yield one, other


def _compared(one: _Signs, other: _Signs) -> LikelyPair | None:
    shared = one.signs.keys() & other.signs.keys()
    kinds = ((one.signs[s], other.signs[s]) for s in shared)
    # two names changed over are alike only if one of them is not
    why = {max(k, key=list(Why).index) for k in kinds if k != (Why.SWAPPED, Why.SWAPPED)}
    alike = bool(one.places & other.places)
    if alike:
        why.add(Why.INSTITUTION)
    if not alike or not (_initial_only(one) or _initial_only(other)):
        why.discard(Why.INITIAL)
    if written_differently(one.native, other.native):
        why -= {Why.READING, Why.SPELLING, Why.SWAPPED, Why.INITIAL}
    if not why & _ENOUGH:
        return None
    order = tuple(w for w in Why if w in why)
    return LikelyPair(one.known.person.id, other.known.person.id, order)


def _initial_only(it: _Signs) -> bool:
    return len(_close(it.known.person.name.given)) == 1


def written_differently(one: str, other: str) -> bool:
    """Return whether two names, folded, differ in one script: then it is not one person's name."""
    return bool(one and other) and one != other and _script(one) == _script(other)


def _signs_of(known: Known, lexicon: Lexicon) -> _Signs:
    person, fold = known.person, lexicon.fold.plain
    signs: dict[str, Why] = {}
    for sign, why in _all_signs(known, lexicon):
        if why is not Why.EMAIL and len(sign) < 4 and sign.isascii():
            continue
        if sign not in signs or list(Why).index(why) < list(Why).index(signs[sign]):
            signs[sign] = why
    native = _close(fold(person.name.native))
    places = frozenset(_close(fold(n)) for place in known.places for n in _names_of(place))
    return _Signs(known, signs, native, places - {""})


def _all_signs(known: Known, lexicon: Lexicon) -> Iterator[tuple[str, Why]]:
    person, fold = known.person, lexicon.fold.plain
    name = person.name
    if "@" in person.email:
        yield f"@{fold(person.email)}", Why.EMAIL
    if len(digits := re.sub(r"\D", "", person.phone)) > 6:
        yield f"+{digits[-9:]}", Why.PHONE
    if len(native := _close(fold(name.native))) > 1:
        yield f"={native}", Why.NATIVE
    if len(reading := _close(fold(name.reading))) > 2:
        yield f"~{reading}", Why.READING
    yield from _latin(known, lexicon)
    for form in person.forms:
        if form.state is FormState.ADDED and len(added := _close(fold(form.form))) > 1:
            yield (added if added.isascii() else f"={added}"), Why.FORM


def _latin(known: Known, lexicon: Lexicon) -> Iterator[tuple[str, Why]]:
    name, fold = known.person.name, lexicon.fold.plain
    family, given = _close(fold(name.family)), _close(fold(name.given))
    if family and given and (family + given).isascii():
        yield given + family, Why.SWAPPED
        yield f"{family} {given[0]}.", Why.INITIAL
    for spelled_family, spelled_given in _full_spellings(known, lexicon):
        yield spelled_family + spelled_given, Why.SPELLING
    if family and not given:
        yield family, Why.SPELLING


def _full_spellings(known: Known, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    found = [s for s in spellings(known.person, lexicon, known.territory) if s.text.isascii()]
    families = {_close(s.text) for s in found if s.part is Part.FAMILY and s.sure}
    if not families and readings.is_han_name(known.person.name.native):
        families = {_close(s.text) for s in found if s.part is Part.FAMILY}
    givens = {_close(s.text) for s in found if s.part is Part.GIVEN}
    for family in families:
        yield from ((family, given) for given in givens)


def _names_of(place: Affiliation) -> tuple[str, ...]:
    return (*place.spelled, place.acronym)


def _close(folded: str) -> str:
    """Return folded words without spaces, hyphens and dots between their parts."""
    return re.sub(r"[\s\-'.·]+", "", folded.removeprefix("the "))


def _script(native: str) -> str:
    if readings.is_hangul_name(native):
        return "hangul"
    return "han" if readings.is_han_name(native) else "other"
