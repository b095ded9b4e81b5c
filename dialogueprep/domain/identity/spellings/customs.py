"""What custom makes of a name in Latin letters: particles, nicknames, fathers' names, spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.people import Participation

_INITIALS = re.compile(r"(?:[a-z]{1,2}\.[ -]?){1,3}|[b-df-hj-np-tv-z](?: [a-z]){0,2}")
_LEFT_OUT = 3  # letters at least of a name that its clipped form leaves out
_TO_NEW = (("oe", "u"), ("tj", "c"), ("dj", "\x01"), ("sj", "sy"), ("nj", "ny"), ("ch", "kh"),
    ("j", "y"), ("\x01", "j"))  # fmt: skip
_TO_OLD = (("sy", "\x02"), ("ny", "\x03"), ("kh", "ch"), ("j", "\x01"), ("y", "j"), ("\x01", "dj"),
    ("\x02", "sj"), ("\x03", "nj"), ("u", "oe"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pieces:
    """A name in folded words: ``personal`` and ``family`` names; ``father`` where the second is

    the name of a father, not of a family; ``initials`` of names that are only given as letters.
    """

    personal: tuple[str, ...]
    family: tuple[str, ...]
    father: bool = False
    initials: str = ""


def pieces_of(family: str, given: str, lexicon: Lexicon) -> Pieces:
    """Return the words of a name, told apart as custom has it."""
    customs = lexicon.customs
    words = [*given.split(), *family.split()]
    at = next((i for i, w in enumerate(words) if i and w.strip(".") in customs.patronymic), None)
    if (
        at is None
        and family.split()[:1]
        and family.split(maxsplit=1)[0].strip(".") in customs.patronymic
    ):
        at = len(given.split())
    if at:
        after = tuple(w for w in words[at:] if w.strip(".") not in customs.patronymic)
        return Pieces(tuple(words[:at]), after, father=True)
    for letters, whole in ((given, family), (family, given)):
        if _INITIALS.fullmatch(letters) and whole and not _INITIALS.fullmatch(whole):
            return Pieces(tuple(whole.split()), (), initials=re.sub("[^a-z]", "", letters))
    if not family or not given:
        return _single(words)
    return Pieces(tuple(given.split()), tuple(family.split()))


def _single(words: Sequence[str]) -> Pieces:
    """Return a name typed in one field: initials that lead it stand apart."""
    first = 0
    while first < len(words) - 1 and _INITIALS.fullmatch(words[first]):
        first += 1
    letters = re.sub("[^a-z]", "", "".join(words[:first]))
    return Pieces(tuple(words[first:]), (), initials=letters)


def with_initials(letters: str, name: str) -> Iterator[str]:
    """Yield a name with initials before or behind it, in the ways to write them."""
    dotted, spaced = ".".join(letters) + ".", ". ".join(letters) + "."
    for written in dict.fromkeys((dotted, spaced, " ".join(letters), letters)):
        yield f"{written} {name}"
        yield f"{name} {written}"
        yield f"{name}, {written}"
    yield dotted + name


def without_particles(family: Sequence[str], lexicon: Lexicon) -> tuple[str, str]:
    """Return the particles of a family name and the rest: "van der", "meulen"."""
    at = 0
    while at < len(family) - 1 and family[at].strip(".") in lexicon.customs.particles:
        at += 1
    return " ".join(family[:at]), " ".join(family[at:])


def short_particles(particles: str, rest: str) -> Iterator[str]:
    """Yield a family name with its particles shortened: v. hagenow, v.d. meulen."""
    letters = [word[0] for word in particles.split()]
    for written in (".".join(letters) + ".", ". ".join(letters) + ".", "".join(letters)):
        yield f"{written} {rest}"
    yield f"{particles.replace(' ', '')}{rest}"


def alike(word: str, groups: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Return the other names of the groups that a name belongs to."""
    return tuple(sorted({w for group in groups if word in group for w in group} - {word}))


def clipped(word: str, beginnings: Iterable[str]) -> tuple[str, ...]:
    """Return what is made of a long name by its beginning alone: Venkat of Venkataraghavan."""
    return tuple(b for b in beginnings if word.startswith(b) and len(word) - len(b) >= _LEFT_OUT)


def given_abroad(who: Participation, lexicon: Lexicon) -> frozenset[str]:
    """Return how custom writes a given name of elsewhere, and its nicknames, in eastern scripts."""
    customs, fold = lexicon.customs, lexicon.fold.plain
    words = set(re.split("[ -]+", fold(who.person.name.given)))
    words |= {w for word in words for w in alike(word, customs.nicknames.get(word, ()))}
    return frozenset(f for w in words for f in customs.abroad.get(w, ()) if len(f) > 1)


def old_and_new(word: str) -> tuple[str, ...]:
    """Return an Indonesian name in the old and the present spelling, whole and in part."""
    new, old = _replaced(word, _TO_NEW), _replaced(word, _TO_OLD)
    if any(sign in word for sign, _ in _TO_NEW[:5]):
        older = word if "oe" in word else _replaced(word, _TO_OLD[-1:])
        return tuple(dict.fromkeys((word, word.replace("oe", "u"), new, older)))
    return tuple(dict.fromkeys((word, _replaced(word, _TO_OLD[-1:]), old)))


def _replaced(word: str, pairs: Iterable[tuple[str, str]]) -> str:
    for one, other in pairs:
        word = word.replace(one, other)
    return word
