"""Names that were typed in one: which part is the family name, and how sure that is.

What tells, the surest first: a comma, capitals, the reading or the characters beside it, a
family name that is frequent where somebody comes from, and last the usual order there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogueprep.domain.identity.reading.fold import is_east_asian, is_hangul, is_kana
from dialogueprep.domain.name_affixes import Affixes, cased, loose, parted_titles, plain
from dialogueprep.domain.name_beside import (
    without_called,
    without_hanja,
    without_nicknames,
    without_spoken,
)
from dialogueprep.domain.people import Name, NameOrder

_EAST = frozenset({"CN", "JP", "KR", "KP", "TW", "HK", "MO", "VN", "KH", "SG"})
_UNSURE_ORDER = frozenset({"", "MY", "ID", "MM", "SG", "TH", "LA"})
_OF_JAPAN = frozenset({"さん", "様", "さま", "氏", "san", "sensei", "sama"})
_HIGH_BUT = re.compile(r"(?:Mc|Mac|Fitz|[ODL]['’])(?=[A-Z]{2})")
_APART = re.compile(r"[\s\u3000·・‧•]+")


@dataclass(frozen=True)
class NameWords:
    """Frequent family names by territory, folded, and what stands around a name."""

    affixes: Affixes
    latin: Mapping[str, frozenset[str]]
    han: frozenset[str]
    han_of_two: frozenset[str]
    hangul_of_two: frozenset[str]
    japanese: frozenset[str]
    particles: frozenset[str]
    hangul_latin: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Typed:
    """A name as a roster gives it: its fields, and the code of the territory."""

    family: str = ""
    given: str = ""
    latin: str = ""
    native: str = ""
    reading: str = ""
    title: str = ""
    honorific: str = ""
    address: str = ""
    order: str = ""
    territory: str = ""


@dataclass(frozen=True, slots=True)
class SplitName:
    """A name in its parts; ``guessed``: nothing in the roster says which part is which."""

    name: Name
    guessed: bool = False
    others: tuple[str, ...] = ()
    """Further forms that stood beside it: a nickname in quotation marks, Hanja beside Hangul."""


@dataclass(frozen=True, slots=True)
class _Parts:
    family: str
    given: str
    order: NameOrder
    guessed: bool = False
    title: str = ""
    address: str = ""


def split_name(typed: Typed, words: NameWords) -> SplitName:
    """Return the parts of a name. The family name is empty only if nothing was typed."""
    if typed.latin.startswith(("=", "@")) and not typed.family:  # a formula has no parts
        return SplitName(Name(family=typed.latin, native=typed.native), guessed=True)
    latin, nicknames = without_nicknames(typed.latin)
    latin, called = without_called(latin)
    if latin != typed.latin:
        typed = replace(typed, latin=latin, address=typed.address or called)
    typed = _sorted_by_script(typed)
    native, beside = without_hanja(typed.native)
    if native != typed.native:
        typed = replace(typed, native=native)
    said = typed.order in tuple(NameOrder)
    title, latin = parted_titles(typed.latin, words.affixes)
    native, honorific = _without_honorific(typed.native, words.affixes)
    latin, spoken = without_spoken(latin)
    honorific = honorific or spoken
    if honorific in _OF_JAPAN and not typed.territory:
        typed = replace(typed, territory="JP")
    if latin != typed.latin or native != typed.native:
        typed = replace(typed, latin=latin, native=native)
    if typed.family:
        lead, family = ("", typed.family) if said else parted_titles(typed.family, words.affixes)
        lead_given, given = ("", typed.given) if said else parted_titles(typed.given, words.affixes)
        title = title or lead or lead_given
        order = NameOrder(typed.order) if said else _order_beside(typed, family, words)
        parts = _Parts(family if said else cased(family, given), given, order)
    else:
        parts = _of_whole(typed, words)
    name = Name(
        family=parts.family,
        given=parts.given,
        order=NameOrder(typed.order) if said else parts.order,
        native=typed.native,
        reading=typed.reading,
        address=typed.address or parts.address,
        title=typed.title or title or parts.title,
        honorific=typed.honorific or honorific,
    )
    return SplitName(name, parts.guessed, (*nicknames, *beside))


def swapped(split: SplitName) -> SplitName:
    """Return the name with family and given name exchanged, and as it stood when typed in one."""
    name = split.name
    if not name.given:
        return split
    first = name.order is NameOrder.FAMILY_FIRST
    order = NameOrder.GIVEN_FIRST if first else NameOrder.FAMILY_FIRST
    return SplitName(replace(name, family=name.given, given=name.family, order=order))


def split_native(native: str, territory: str, words: NameWords) -> tuple[str, str, bool]:
    """Return family and given name of a name in its own script, and whether that is a guess."""
    pieces = [p for p in _APART.split(native.strip()) if p]
    if len(pieces) > 1:
        western = "·" in native or "・" in native
        given, family = (pieces[0], " ".join(pieces[1:])) if western else ("", "")
        return (family, given, True) if western else (pieces[0], " ".join(pieces[1:]), False)
    whole = "".join(pieces)
    length, guessed = _native_length(whole, territory, words)
    return whole[:length], whole[length:], guessed


def _native_length(whole: str, territory: str, words: NameWords) -> tuple[int, bool]:
    if len(whole) < 2 or all(is_kana(c) for c in whole) or not is_east_asian(whole[0]):
        return len(whole), False
    if is_hangul(whole[0]):
        return (2 if len(whole) > 2 and whole[:2] in words.hangul_of_two else 1), False
    if territory == "JP" or any(is_kana(c) for c in whole):
        return _japanese_length(whole, words)
    if territory == "" and len(whole) > 2 and whole[:2] in words.japanese:
        return 2, True
    if len(whole) > 2 and whole[:2] in words.han_of_two:
        return 2, False
    return 1, whole[0] not in words.han


def _japanese_length(whole: str, words: NameWords) -> tuple[int, bool]:
    if whole in words.japanese:
        return len(whole), False
    for length in (3, 2, 1):
        if len(whole) > length and whole[:length] in words.japanese:
            return length, False
    return (1, True) if len(whole) < 3 else (3 if len(whole) > 5 else 2, True)


def _sorted_by_script(typed: Typed) -> Typed:
    """Return what was typed with characters under ``native``, kana beside them as the reading."""
    if not (typed.latin or typed.family) and re.search("[A-Za-z]{2}|[(（]", typed.native):
        typed = replace(typed, latin=typed.native, native="")
    if typed.latin.isascii() or not any(is_east_asian(c) for c in typed.latin):
        return typed
    text = re.sub(r"[()（）\[\]【】/／,，|｜]+", "\n", typed.latin)
    text = re.sub(r"(?<=[A-Za-z.'’])\s+(?=[\u3040-\u9fff\uac00-\ud7a3])", "\n", text)
    text = re.sub(r"(?<=[\u3040-\u9fff\uac00-\ud7a3])\s*(?=[A-Za-z])", "\n", text)
    pieces = [p.strip() for p in text.split("\n") if p.strip()]
    native = [p for p in pieces if is_east_asian(p[0])]
    kana = [p for p in native if all(is_kana(c) or c.isspace() for c in p)]
    chars = [p for p in native if p not in kana] or kana
    latin = ", ".join(p for p in pieces if p not in native)
    return replace(
        typed,
        latin=latin,
        native=typed.native or " ".join(chars),
        reading=typed.reading or (" ".join(kana) if kana != chars else ""),
    )


def _without_honorific(native: str, affixes: Affixes) -> tuple[str, str]:
    """Return a name in its own script and the honorific that stood behind it."""
    bare = native.strip()
    if bare[-1:] not in affixes.honorific_ends:
        return bare, ""
    for word in affixes.honorifics:
        if bare.endswith(word) and len(bare) - len(word) >= 1:
            rest = bare[: -len(word)]
            if len(rest.strip()) > 1 or rest != rest.strip() or len(bare) > 2:
                return rest.strip(), word
    return bare, ""


def _order_beside(typed: Typed, family: str, words: NameWords) -> NameOrder:
    """Return the order of a name whose parts stood in two columns."""
    if typed.latin:
        pieces = plain(typed.latin).split()
        if pieces and plain(family).split()[:1] == pieces[:1]:
            return NameOrder.FAMILY_FIRST
        return NameOrder.GIVEN_FIRST
    return _usual(family, typed, words)


def _usual(family: str, typed: Typed, words: NameWords) -> NameOrder:
    """Return the order that is usual where somebody with this family name comes from."""
    eastern = typed.territory in _EAST or (not typed.territory and bool(typed.native))
    surname = not typed.territory and loose(family) in words.latin.get("", frozenset())
    return NameOrder.FAMILY_FIRST if eastern or surname else NameOrder.GIVEN_FIRST


def _of_whole(typed: Typed, words: NameWords) -> _Parts:
    if not typed.latin:
        family, given, guessed = split_native(typed.native, typed.territory, words)
        first = any(is_east_asian(c) for c in family[:1]) and not (
            "·" in typed.native or "・" in typed.native
        )
        order = NameOrder.FAMILY_FIRST if first else NameOrder.GIVEN_FIRST
        return _Parts(family or typed.given, given if family else "", order, guessed)
    if "," in typed.latin:
        return _of_comma(typed, words)
    latin = typed.latin.title() if typed.latin.islower() and typed.latin.isascii() else typed.latin
    pieces = latin.split()
    if len(pieces) < 2:
        return _Parts(cased(typed.latin, ""), typed.given, NameOrder.FAMILY_FIRST)
    return _of_capitals(pieces) or _of_pieces(pieces, typed, words)


def _of_comma(typed: Typed, words: NameWords) -> _Parts:
    """Return the parts of "Shen, Yuheng"; "CHAN Tai Man, Peter" is called Peter."""
    family, _, given = (p.strip() for p in typed.latin.partition(","))
    title, given = parted_titles(given, words.affixes)
    marked = _of_capitals(family.split()) if " " in family else None
    if marked is not None and marked.order is NameOrder.FAMILY_FIRST:
        return replace(marked, title=title, address=given)
    order = _usual(family, typed, words)
    return _Parts(cased(family, given), cased(given, family), order, title=title)


def _is_high(piece: str) -> bool:
    """Return whether a word stands in capitals: SILVA, McDONALD, but not an initial."""
    if piece.isupper():
        return len(piece.strip(".")) > 1
    found = _HIGH_BUT.match(piece)
    return found is not None and piece[found.end() :].isupper()


def _of_capitals(pieces: list[str]) -> _Parts | None:
    """Return the parts of a name whose family name stands in capitals."""
    high = [_is_high(p) for p in pieces]
    if all(high) or not any(high):
        return None
    if high[0]:
        n = high.index(False)
        if any(high[n:]):
            return None
        family, given, order = pieces[:n], pieces[n:], NameOrder.FAMILY_FIRST
    else:
        n = high.index(True)
        if not all(high[n:]):
            return _of_capitals_within(pieces, high, n)
        family, given, order = pieces[n:], pieces[:n], NameOrder.GIVEN_FIRST
        while len(given) > 1 and given[-1].islower():  # "Jan van der BERG"
            family = [given[-1], *family]
            given = given[:-1]
    return _Parts(" ".join(cased(f, "") for f in family), " ".join(given), order)


def _of_capitals_within(pieces: list[str], high: list[bool], n: int) -> _Parts | None:
    """Return the parts of "de SILVA Nimal" and of "Peter CHAN Tai-man", who is called Peter."""
    end = next(k for k in range(n, len(high)) if not high[k])
    if any(high[end:]):
        return None
    before = pieces[:n]
    lower = all(p.islower() for p in before)
    marked = [cased(p, "") for p in pieces[n:end]]
    family = " ".join([*before, *marked] if lower else marked)
    called = "" if lower else " ".join(before)
    given, order = " ".join(pieces[end:]), NameOrder.FAMILY_FIRST
    return _Parts(family, given, order, guessed=not lower, address=called)


def _of_pieces(pieces: list[str], typed: Typed, words: NameWords) -> _Parts:
    pieces = cased(" ".join(pieces), "").split()
    known = _known_families(typed, words)
    first, last = loose(pieces[0]) in known, loose(pieces[-1]) in known
    if first != last:
        order = NameOrder.FAMILY_FIRST if first else NameOrder.GIVEN_FIRST
        return _cut(pieces, order, words, guessed=not typed.native and not typed.territory)
    eastern = typed.territory in _EAST or (not typed.territory and (bool(typed.native) or first))
    if "-" in pieces[0] and "-" not in pieces[-1]:
        eastern = False  # "Gil-dong Hong": given names are hyphenated
    order = NameOrder.FAMILY_FIRST if eastern else NameOrder.GIVEN_FIRST
    guessed = eastern or typed.territory in _UNSURE_ORDER
    return _cut(pieces, order, words, guessed=guessed)


def _cut(pieces: list[str], order: NameOrder, words: NameWords, *, guessed: bool) -> _Parts:
    if order is NameOrder.FAMILY_FIRST:
        return _Parts(pieces[0], " ".join(pieces[1:]), order, guessed)
    start = next(
        (n for n, p in enumerate(pieces) if 0 < n < len(pieces) - 1 and p in words.particles),
        len(pieces) - 1,
    )
    return _Parts(" ".join(pieces[start:]), " ".join(pieces[:start]), order, guessed)


def _known_families(typed: Typed, words: NameWords) -> frozenset[str]:
    """Return spellings of family names: of the characters beside it, else the frequent ones."""
    if typed.reading and (romanised := words.affixes.romanised(typed.reading)):
        return romanised
    if typed.native and is_hangul(typed.native[0]):
        family, _given, _guessed = split_native(typed.native, "KR", words)
        return frozenset(words.hangul_latin.get(family, ()))
    common = words.latin.get(typed.territory)
    if common is not None:
        return common
    return frozenset() if typed.territory else words.latin.get("", frozenset())
