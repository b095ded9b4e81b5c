"""The forms of an institution's name: other spellings, short ones, and those of its neighbours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dialogueprep.domain.identity.institutions.across import (
    read_in_parts,
    translated_from_korean,
)
from dialogueprep.domain.identity.institutions.behind_proper import translated_behind
from dialogueprep.domain.identity.institutions.compound import bodies_within
from dialogueprep.domain.identity.institutions.contracted import (
    contracted,
    matter_of,
    of_romaji,
    school_forms,
    shortened_kinds,
    turned,
    without_proper,
)
from dialogueprep.domain.identity.institutions.parts import (
    parts_in_english,
    parts_in_the_east,
    proper_with_kind,
)
from dialogueprep.domain.identity.institutions.short import parts_of_name, short_names
from dialogueprep.domain.identity.institutions.translated import KINDS, translated
from dialogueprep.domain.identity.institutions.units import (
    ends_as_a_unit,
    titles_of,
    units_of,
)
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul, is_kana
from dialogueprep.domain.identity.spellings.neighbours import han_in_hangul
from dialogueprep.domain.people import Participation

_SPELLINGS = (
    ("centre", "center"), ("&", "and"), (" and ", " & "), ("university", "univ."),
    ("university", "univ"), ("institute", "inst."), ("organisation", "organization"),
    ("harbour", "harbor"), ("labour", "labor"), ("programme", "program"),
    ("defence", "defense"), ("department", "dept."), ("ministry", "min."), ("laboratory", "lab"),
    ("center", "centre"), ("organization", "organisation"), ("defense", "defence"),
)  # fmt: skip


_HANGUL_HEADS = (
    "연구재단", "정책연구원", "연구원", "연구소", "대학교", "재단", "센터", "포럼", "위원회",
    "학회", "협회", "정책연구소", "전략연구소", "전략연구원", "문제연구소", "신문사", "신문",
    "일보", "방송", "공사", "은행",
)  # fmt: skip


_SHORTENED = (
    ("대학교", "대"), ("대학교", "대학"), ("대학", "대"), ("大学", "大"),
    ("연구원", "연"), ("研究院", "研"), ("社会科学院", "社科院"), ("农业科学院", "农科院"),
    ("医学科学院", "医科院"), ("林业科学院", "林科院"),
)  # fmt: skip
_LEFT_OUT = ("事务", "政策", "问题", "战略", "综合", "国际", "研究")
_SHORTEST = 3  # letters of a shortened name at least, less one
_MOST = 24  # forms that come of one exchange of words
_PROPER = 4  # letters of a proper name at least
_OF_SEVERAL = re.compile("s'(?= )")  # Rice Growers' Federation, also without the sign


def _headed(name: str, head: str) -> bool:
    """Return whether a Korean name without a space there ends with a word that is often apart."""
    rest = name.removesuffix(head)
    return rest != name and len(rest) > 1 and is_hangul(rest[-1])


# How German and Nordic vowels are written without their signs: Stiftung Kuestenblick.
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa", "Å": "Aa"}
)  # fmt: skip


class Form(NamedTuple):
    """A folded form of an institution's name; an acronym also as it is written.

    One that is ``short`` is only its proper name, which needs somebody of it to stand behind; one
    that is a ``matter`` is what it is for, which needs its people.
    """

    text: str
    acronym: str = ""
    short: bool = False
    matter: bool = False


def named_by(who: Participation) -> tuple[str, ...]:
    """Return all that the forms of somebody's institution are made of."""
    return *who.affiliation.spelled, who.affiliation.acronym, *titles_of(who)


def institution_forms(who: Participation, lexicon: Lexicon) -> Iterator[Form]:
    """Yield the forms of a participant's institution."""
    affiliation = who.affiliation
    latin = _begins_in_latin(affiliation.spelled, lexicon)
    territory = who.territory or who.delegation
    yield from _behind_proper(affiliation.spelled, territory, lexicon)
    yield from _of_units(units_of(who, lexicon.fold.plain), lexicon)
    for name in affiliation.spelled:
        folded = lexicon.fold.plain(name).removeprefix("the ")
        yield from _written_out(name, lexicon)
        for each in dict.fromkeys((folded, _OF_SEVERAL.sub("s", folded))):
            if len(each) > 1:
                yield from _of_a_name(each, latin, who, lexicon)
    yield from _of_bodies_within(affiliation.spelled, latin, who, lexicon)
    acronym = affiliation.acronym.strip()
    if len(acronym) > 1:
        written = exact(acronym)
        yield Form(lexicon.fold.plain(acronym), written)
        if written.isascii() and written.isupper():
            yield Form(".".join(written.lower()), written)
            yield Form(".".join(written.lower()) + ".", written)


def _of_a_name(folded: str, latin: str, who: Participation, lexicon: Lexicon) -> Iterator[Form]:
    """Yield the forms of one folded name; ``latin`` is how the English one begins."""
    territory = who.territory or who.delegation
    ordinary = lexicon.institutions.neighbours.ordinary
    yield from (Form(form) for form in _spelled(folded, lexicon))
    yield from (Form(form) for form in _abroad(folded, lexicon))
    yield from (Form(form) for form in turned(folded))
    east = (lexicon.fold.plain(form) for form in translated(folded))
    yield from (Form(form) for form in east if len(form) > _SHORTEST)
    korean = translated_from_korean(folded)
    yield from (Form(lexicon.fold.plain(form)) for form in korean)
    yield from map(Form, read_in_parts(folded, latin, territory, lexicon))
    if proper := proper_name(folded, lexicon):
        yield Form(proper, short=True)
        yield from (Form(it, short=True) for it in shortened_kinds(folded, proper))
        if "JP" in (who.territory, who.delegation):
            yield from (Form(it, short=True) for it in of_romaji(proper, lexicon))
    yield from (Form(it, short=True) for it in without_proper(folded))
    yield from (Form(it, short=True, matter=True) for it in matter_of(folded))
    yield from (Form(it, short=True) for it in contracted(folded, lexicon))
    yield from (Form(short, short=True) for short in short_names(folded, lexicon))
    if headed := proper_with_kind(folded, latin):
        yield Form(headed)
    yield from (Form(it, short=True) for it in parts_in_english(folded))
    yield from (Form(it, short=True) for it in parts_in_the_east(folded, ordinary, latin))
    generic = lexicon.institutions.neighbours.generic
    yield from (Form(part, short=True) for part in parts_of_name(folded, generic))


def _of_bodies_within(
    names: tuple[str, ...], latin: str, who: Participation, lexicon: Lexicon
) -> Iterator[Form]:
    """Yield the forms of the bodies that names of several are made of."""
    plain = (lexicon.fold.plain(name).removeprefix("the ") for name in names)
    within = tuple(it for name in plain if len(name) > 1 for it in bodies_within(name, lexicon))
    whole = tuple(it.name for it in within if not it.short)
    yield from _behind_proper(whole, who.territory or who.delegation, lexicon)
    for it in within:
        if it.short:
            yield Form(it.name, short=True)
        elif len(it.name) > 1:
            yield from _of_a_name(it.name, latin, who, lexicon)


def _of_units(units: Iterable[str], lexicon: Lexicon) -> Iterator[Form]:
    """Yield the forms of units, which others may have as well: they count as a source alone."""
    ordinary = lexicon.institutions.neighbours.ordinary
    for unit in units:
        forms = (unit, *_abroad(unit, lexicon), *contracted(unit, lexicon))
        forms += tuple(parts_in_the_east(unit, ordinary, ""))
        told = (it for it in forms if len(it) >= _SHORTEST and ends_as_a_unit(it))
        yield from (Form(it, short=True) for it in told)


def _behind_proper(names: tuple[str, ...], territory: str, lexicon: Lexicon) -> Iterator[Form]:
    """Yield the forms in which a proper name stays and neighbours translate the rest."""
    plain = tuple(lexicon.fold.plain(name).removeprefix("the ") for name in names)
    for form, part in translated_behind(plain, territory, lexicon):
        if len(form) > _SHORTEST:
            yield Form(form, short=part)


def _written_out(name: str, lexicon: Lexicon) -> Iterator[Form]:
    """Yield a name with its umlauts written out, if it has any."""
    written = name.translate(_UMLAUTS)
    if written != name:
        yield Form(lexicon.fold.plain(written).removeprefix("the "))


def _begins_in_latin(names: tuple[str, ...], lexicon: Lexicon) -> str:
    """Return the first word of an institution's English name."""
    folded = (lexicon.fold.plain(name).removeprefix("the ") for name in names)
    return next((name.split()[0] for name in folded if name[:1].isascii() and name), "")


def _spelled(folded: str, lexicon: Lexicon) -> list[str]:
    forms = [folded]
    for one, other in _SPELLINGS:
        forms += [f.replace(one, other) for f in forms if one in f]
    if any(is_hangul(c) for c in folded) and " " in folded:
        forms.append(folded.replace(" ", ""))
    forms += [f"{folded[: -len(w)]} {w}" for w in _HANGUL_HEADS if _headed(folded, w)]
    forms += [f.replace("-", "") for f in forms] + [f.replace("-", " ") for f in forms]
    if turned := re.match(r"university of ([a-z' -]+)$", folded):
        forms.append(f"{turned.group(1)} university")
    elif turned := re.match(r"([a-z'-]+) university$", folded):
        forms.append(f"university of {turned.group(1)}")
    forms += _head(folded, lexicon)
    return list(dict.fromkeys(forms))


def _abroad(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a name in characters or hangul in short, and as its neighbours write and read it."""
    for whole, short in _SHORTENED:
        short_enough = len(folded) - len(whole) > (0 if whole == "大学" else 1)
        if folded.endswith(whole) and short_enough:
            yield folded.removesuffix(whole) + short
    yield from school_forms(folded)
    if not folded or not all(is_han(c) or is_kana(c) for c in folded):
        return
    forms = [folded]
    for group in lexicon.institutions.neighbours.alike:
        forms += [f.replace(one, other) for f in forms for one in group if one in f
                  for other in group if other != one][:_MOST]  # fmt: skip
    yield from forms[1:]
    yield from _without_generic_words(folded, lexicon)
    if all(map(is_han, folded)):
        yield from han_in_hangul(folded, lexicon.readings)[:2]
        yield from _read_in_korean(folded, lexicon)


def _without_generic_words(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a name in characters without words that people leave out: 清荷中心."""
    for word in _LEFT_OUT:
        shorter = folded.replace(word, "", 1)
        if shorter != folded and len(shorter) > _SHORTEST:
            yield shorter
    endings = (e for kind in lexicon.institutions.neighbours.kinds for e in kind.characters)
    for ending in {e for e in endings if len(e) > 1 and folded.endswith(e)}:
        if len(folded) - len(ending) > _SHORTEST - 1 and is_han(folded[1]):
            yield folded[:2] + ending


def _read_in_korean(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a name as Koreans read its characters, with their own words for what it is."""
    for kind in lexicon.institutions.neighbours.kinds:
        for ending in kind.characters:
            proper = folded.removesuffix(ending)
            if proper != folded and len(proper) > 1 and is_han(ending[0]):
                for read in han_in_hangul(proper, lexicon.readings)[:2]:
                    yield from (read + word for word in kind.hangul)
                    yield from (f"{read} {word}" for word in kind.hangul)


def proper_name(folded: str, lexicon: Lexicon) -> str:
    """Return what an English name begins with that is a name and no word, else ""."""
    words = folded.split()
    if len(words) in (2, 3) and words[0] in lexicon.institutions.neighbours.generic:
        return _behind_generic(" ".join(words[1:]), lexicon)
    first = words[0].removesuffix("'s") if len(words) > 1 else ""
    tables = lexicon.institutions
    known = tables.words | tables.neighbours.ordinary | lexicon.customs.particles
    if len(first) < _PROPER or not first.isascii() or not first.isalpha() or first in known:
        return ""
    if lexicon.is_common(first) or first in lexicon.pieces:
        return ""
    return first


def _behind_generic(rest: str, lexicon: Lexicon) -> str:
    """Return the proper name of Stiftung Flusswacht, Fundación Puerto Abierto."""
    ordinary = all(lexicon.is_common(w) or w in lexicon.pieces or w in KINDS for w in rest.split())
    return rest if len(rest) >= _PROPER and not ordinary and rest.isascii() else ""


def _head(folded: str, lexicon: Lexicon) -> list[str]:
    """Return the short form people use: Aoba Institute of Aoba Institute of Port Affairs."""
    short = re.split(r" (?:of|for|on) |, ", folded, maxsplit=1)[0]
    words = short.split()
    distinct = len(words) > 1 and words[0] not in lexicon.institutions.words
    if short == folded or not distinct or lexicon.is_common(words[0]):
        return []
    return [short] if any(w in lexicon.institutions.words for w in words) else []


def exact(written: str) -> str:
    """Return an acronym as written, without full stops and what has no width."""
    composed = unicodedata.normalize("NFKC", written)
    return re.sub(r"[\s.\u200b-\u200f\u00ad\u2060\ufeff]+", "", composed)
