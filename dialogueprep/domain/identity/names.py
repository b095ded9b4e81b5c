"""The plain forms of a person's name: what somebody may have typed for it.

A name is searched by its parts, folded: a family part beside a given part is the full name,
in either order, with a space, a comma, a hyphen or nothing between. So the forms that are
searched are the combinations of the parts; ``plain_forms`` lists those worth showing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.identity import readings as spell
from dialogueprep.domain.identity.fold import is_east_asian, is_hangul, is_kana
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.people import FormState, Name, NameOrder, Person

_MACRONS = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee"}
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_SHOWN = 40


class Part(StrEnum):
    """Which part of a name a spelling stands for."""

    FAMILY = "family"
    GIVEN = "given"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One folded spelling; ``alone`` says whether it may stand for the person by itself,

    ``sure`` is False for a spelling that is more likely somebody else's: Lee for Li.
    """

    text: str
    part: Part
    alone: bool = True
    sure: bool = True


def spellings(person: Person, lexicon: Lexicon, territory: str = "") -> tuple[Spelling, ...]:
    """Return every spelling by which the parts of a person's name are searched.

    ``territory`` is a code; it decides how characters of Chinese origin are read.
    """
    name = person.name
    found: dict[tuple[str, Part], Spelling] = {}
    for spelling in _all(name, person, lexicon, territory):
        if not spelling.text or (len(spelling.text) == 1 and spelling.part is Part.GIVEN):
            continue
        known = found.get((spelling.text, spelling.part))
        if known is None or (spelling.alone, spelling.sure) > (known.alone, known.sure):
            found[spelling.text, spelling.part] = spelling
    return tuple(found.values())


def switched_off(person: Person, lexicon: Lexicon) -> frozenset[str]:
    """Return the folded forms that the user switched off."""
    off = (f.form for f in person.forms if f.state is FormState.OFF)
    return frozenset(lexicon.fold.plain(form) for form in off)


def plain_forms(person: Person, lexicon: Lexicon, territory: str = "") -> tuple[str, ...]:
    """Return the full forms worth showing to the user, the usual ones first, in small letters

    as they are compared; forms that the user switched off are among them.
    """
    known = spellings(person, lexicon, territory)
    families = [s.text for s in known if s.part is Part.FAMILY]
    givens = [s.text for s in known if s.part is Part.GIVEN]
    whole = [s.text for s in known if s.part is Part.WHOLE]
    latin: list[str] = []
    for family in families:
        latin += [
            _full(family, given, person.name.order)
            for given in givens
            if _same_script(family, given)
        ]
    shown = (form for form in (*whole, *latin) if "\n" not in form)
    return tuple(dict.fromkeys(shown))[:_SHOWN]


def _full(family: str, given: str, order: NameOrder) -> str:
    if is_east_asian(family[0]):
        return family + given
    return f"{family} {given}" if order is NameOrder.FAMILY_FIRST else f"{given} {family}"


def _same_script(one: str, other: str) -> bool:
    return _script(one) == _script(other)


def _script(text: str) -> str:
    if all(is_kana(c) for c in text):
        return "kana"
    if all(is_hangul(c) for c in text):
        return "hangul"
    return "east asian" if is_east_asian(text[0]) else "letters"


def _all(name: Name, person: Person, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    yield from _typed(name, lexicon)
    yield from _native(name, lexicon, territory)
    yield from _reading(name, lexicon)
    if not name.native and territory in ("KR", "KP"):
        yield from _korean_by_spelling(name, lexicon)
    for form in person.forms:
        if form.state is FormState.ADDED:
            yield from _added(lexicon.fold.plain(form.form))
    yield from _addressed(name, lexicon)
    if "@" in person.email:
        yield Spelling(lexicon.fold.plain(person.email), Part.WHOLE)


def _addressed(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the usual address: whole if the family name is in it ("Ashina-sensei")."""
    folded, family = lexicon.fold.plain(name.address), lexicon.fold.plain(name.family)
    if family and family != folded and re.search(rf"\b{re.escape(family)}\b", folded):
        yield Spelling(folded, Part.WHOLE)
    else:
        yield from _added(folded)


def _added(folded: str) -> Iterator[Spelling]:
    if " " in folded or (folded and is_east_asian(folded[0]) and len(folded) > 2):
        yield Spelling(folded, Part.WHOLE)
    elif folded:
        yield Spelling(folded, Part.GIVEN)


def _typed(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    for part, wording in ((Part.FAMILY, name.family), (Part.GIVEN, name.given)):
        if not wording.strip():
            continue
        for spelling in _diacritics(wording):
            folded = lexicon.fold.plain(spelling)
            for form in _hyphens(folded):
                yield Spelling(form, part)
            yield from _halves(folded, part)


def _diacritics(wording: str) -> tuple[str, ...]:
    """Return a wording as typed and with its diacritics written out."""
    lower = wording.lower()
    found = [wording]
    for written_out in (_MACRONS, _UMLAUTS):
        found.append("".join(written_out.get(c, c) for c in lower))
    if "ü" in lower:
        found += [lower.replace("ü", u) for u in ("v", "yu")]
    if "ō" in lower:
        long = found[1]
        found += [long.replace("ō", o) for o in ("ou", "oh", "oo")]
    return tuple(dict.fromkeys(found))


def _hyphens(folded: str) -> tuple[str, ...]:
    pieces = [p for p in re.split(r"[-' ]+", folded) if p]
    if len(pieces) < 2:
        return (folded,)
    return (folded, "".join(pieces), " ".join(pieces), "-".join(pieces))


def _halves(folded: str, part: Part) -> Iterator[Spelling]:
    """Yield the pieces of a compound name that people use alone: Novotny of Novotny-Field."""
    pieces = [p for p in re.split(r"[- ]+", folded) if p]
    if len(pieces) < 2:
        return
    if part is Part.FAMILY:
        yield from (Spelling(p, part) for p in pieces if len(p) > 3)
    elif " " in folded:
        yield from (Spelling(p, part) for p in pieces if len(p) > 2)


def _native(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    native = name.native.strip()
    if spell.is_hangul_name(native):
        yield from _hangul(native, lexicon)
    elif spell.is_han_name(native):
        yield from _han(native, name, lexicon, territory)
    elif native:
        folded = lexicon.fold.plain(native)
        yield from (Spelling(form, Part.WHOLE) for form in _hyphens(folded))
        pieces = folded.split()
        if any(is_kana(c) for c in folded) and len(pieces) < 2:
            return
        if len(pieces) == 2 and not folded.isascii():
            order = (Part.FAMILY, Part.GIVEN)
            yield from (Spelling(p, part) for p, part in zip(pieces, order, strict=True))


def _hangul(native: str, lexicon: Lexicon) -> Iterator[Spelling]:
    family, given = spell.split_hangul(native, lexicon.readings)
    whole = family + given
    for broken in _with_breaks(whole, len(family)):
        yield Spelling(broken, Part.WHOLE)
    yield Spelling(family, Part.FAMILY)
    if len(given) > 1:
        yield Spelling(given, Part.GIVEN)
    surnames = spell.hangul_surname(family, lexicon.readings)
    yield from (Spelling(s, Part.FAMILY, _alone(s, lexicon)) for s in surnames)
    syllables = [spell.hangul_syllable(s, lexicon.readings) for s in given]
    for spelling in spell.separated(syllables):
        yield Spelling(spelling, Part.GIVEN, len(given) > 1 and _alone(spelling, lexicon))


def _with_breaks(whole: str, length: int) -> tuple[str, ...]:
    """Return a Korean name as it stands, spaced after the family name, and broken over lines."""
    broken = [f"{whole[:i]}\n{whole[i:]}" for i in range(1, len(whole))]
    return (whole, f"{whole[:length]} {whole[length:]}", *broken)


def _alone(spelling: str, lexicon: Lexicon) -> bool:
    return len(spelling) > 3 and not lexicon.is_common(spelling)


def _han(native: str, name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    whole = lexicon.fold.plain(native).replace(" ", "")
    yield Spelling(whole, Part.WHOLE)
    japanese = territory == "JP" or bool(name.reading.strip() and is_kana(name.reading.strip()[0]))
    if japanese:
        yield from _japanese_parts(native, whole, lexicon)
        return
    written = native if " " in native else whole
    family, given = spell.split_han(written, lexicon.readings)
    family, given = lexicon.fold.plain(family), lexicon.fold.plain(given)
    yield Spelling(family, Part.FAMILY)
    if len(given) > 1:
        yield Spelling(given, Part.GIVEN)
    if territory not in ("KR", "KP"):
        for s in spell.han_surname(family, lexicon.readings):
            yield Spelling(lexicon.fold.plain(s), Part.FAMILY, False, False)
        for s in spell.han_spellings(given):
            yield Spelling(lexicon.fold.plain(s), Part.GIVEN, len(given) > 1 and _alone(s, lexicon))


def _japanese_parts(native: str, whole: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield family and given name; without a space the surname takes two characters, or one

    where the whole has only two, and three where it has five.
    """
    family, space, given = native.strip().replace("\u3000", " ").partition(" ")
    if not space:
        lengths = {2: (1,), 3: (1, 2), 4: (2,), 5: (2, 3)}.get(len(whole), (2,))
        for length in lengths:
            yield Spelling(whole[:length], Part.FAMILY)
            if len(whole[length:]) > 1:
                yield Spelling(whole[length:], Part.GIVEN)
        return
    for part, wording in ((Part.FAMILY, family), (Part.GIVEN, given)):
        folded = lexicon.fold.plain(wording)
        if len(folded) > 1 or part is Part.FAMILY:
            yield Spelling(folded, part)


def _reading(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    reading = name.reading.strip().replace("\u3000", " ")
    if not any(is_kana(c) for c in reading):
        if any(is_hangul(c) for c in reading):
            yield Spelling(lexicon.fold.plain(reading), Part.WHOLE)
        return
    pieces = [lexicon.fold.plain(p) for p in re.split(r"[ ・=＝]+", reading) if p]
    yield Spelling("".join(pieces), Part.WHOLE)
    if len(pieces) < 2:
        return
    for part, kana in ((Part.FAMILY, pieces[0]), (Part.GIVEN, "".join(pieces[1:]))):
        if len(kana) > 1:
            yield Spelling(kana, part)
        if name.native and not spell.is_hangul_name(name.native):
            for s in spell.kana_spellings(kana, lexicon.readings):
                yield Spelling(s, part, _alone(s, lexicon))


def _korean_by_spelling(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield other spellings of a Korean name of which only Latin letters are known."""
    table = lexicon.readings
    for hangul in table.hangul_by_spelling.get(lexicon.fold.plain(name.family), ()):
        for s in table.hangul_surname[hangul]:
            yield Spelling(s, Part.FAMILY, _alone(s, lexicon))
    typed = [p for p in re.split(r"[- ]", lexicon.fold.plain(name.given)) if p]
    if not 1 < len(typed) < 4:
        return
    for s in spell.separated([_alike(p, table.hangul_syllable.values()) for p in typed]):
        yield Spelling(s, Part.GIVEN, _alone(s, lexicon))


def _alike(syllable: str, groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the spellings that share a Korean syllable with this one."""
    alike = (s for group in groups if syllable in group[:3] for s in group)
    return tuple(dict.fromkeys((syllable, *alike)))
