"""Finds addresses and logins that are made of a participant's name: mpenhallow@, /home/mpenhallow.

Whoever reads such an address knows whose it is, whether a roster has it or not. Offices usually
make them of the names as they are romanised: both, either with an initial, or the given name alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import product

from dialogueprep.domain.identity.cues import MAYBE, SPEAKING
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import is_english
from dialogueprep.domain.people import FormState, Participation

_LOCAL = as_written(r"[A-Za-z][A-Za-z0-9._+-]*$")
_LOGIN = r"(?P<login>[A-Za-z][A-Za-z0-9._-]{4,})(?=[\\/]|[ \t]*$)"
_IN_A_PATH = as_written(r"[\\/](?P<home>~?)" + _LOGIN, re.MULTILINE)
_FIRST, _ON_A_LINE = (as_written(line + _LOGIN, re.MULTILINE) for line in ("", r"\n"))
"""At the head of a text or of a line, as in the properties of a file."""
_IN_A_DOMAIN = as_written(r"^[A-Za-z][A-Za-z0-9.-]{0,14}\\" + _LOGIN, re.MULTILINE)
"""As systems of Microsoft write who uses them: ORG\\mpenhallow."""
_HOMES = re.compile(r"(?:^|[\\/])(?:users|home|documents and settings)$", re.MULTILINE | re.I)
_LONGEST_HOME = 24  # letters of such a folder, and more
_LONGEST = 64  # letters of a local part, as mail allows
_LEAST = 4  # letters of one that says anything
_PARTED = re.compile(r"[._+-]+")


class AddressSearch:
    """The local parts that may be made of the names of a roster's people."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[str, tuple[int, ...]] = {}
        self._logins = frozenset[str]().union(*map(self._logins_of, participations))
        for who, participation in enumerate(participations):
            for made in frozenset(self._made_of(participation)):
                self._known[made] = (*self._known.get(made, ()), who)

    def find(self, folded: Folded) -> list[Found]:
        """Return such local parts as places in folded text."""
        text = folded.original
        found: list[Found] = []
        at = text.find("@")
        while at > 0:
            local = _LOCAL.search(text, max(0, at - _LONGEST), at)
            if local and text[at + 1 : at + 2].isalnum():
                found += self._of(local.group(), local.span(), folded)
            at = text.find("@", at + 1)
        for login in _logins_in(text):
            if self._is_login(login["login"], alone="home" in login.re.groupindex):
                found += self._of(login["login"], login.span("login"), folded)
        return found

    def _is_login(self, local: str, *, alone: bool) -> bool:
        """Return whether it is a name with an initial, and no word: both names whole are found as
        names, and one ``alone`` too, but for the folder of one who uses a machine."""
        plain = local.lower().rstrip("0123456789")
        known = plain in self._logins or (alone and plain in self._known)
        return known and not (self._lexicon.is_common(plain) or is_english(plain))

    def _of(self, local: str, span: tuple[int, int], folded: Folded) -> Iterator[Found]:
        plain = local.lower().rstrip("0123456789")
        who = self._known.get(_PARTED.sub("", plain), ()) or self._known.get(
            _PARTED.sub(".", plain), ()
        )
        if not who:
            return
        parted = bool(_PARTED.search(plain.strip("._+-")))
        level = Level.WARN if self._lexicon.is_common(plain) and not parted else Level.BLOCK
        yield Found(
            start=bisect_left(folded.starts, span[0]),
            end=bisect_left(folded.ends, span[1]) + 1,
            level=level,
            kind=ExposureKind.NAME,
            why=SPEAKING if level is Level.BLOCK else MAYBE,
            who=who,
        )

    def _made_of(self, participation: Participation) -> Iterator[str]:
        """Yield the local parts that an office may make of a name, without what parts them."""
        name = participation.person.name
        added = (f.form for f in participation.person.forms if f.state is FormState.ADDED)
        called = [f for f in added if f.isascii() and " " not in f.strip()]
        families, givens = self._words(name.family), self._words(name.given)
        whole = "".join(re.findall("[a-z]+", self._lexicon.fold.plain(name.family)))
        usual = _usual(families) | frozenset[str](filter(None, (whole,)))
        for family, given in product(usual, _usual(givens)):
            first, last = given[0], family[0]
            initials = "".join(w[0] for w in givens)
            yield from (family + given, given + family, first + family, initials + family)
            for one, letter in ((family, first), (family, initials), (given, last)):
                yield f"{one}.{letter}"  # roses@, grants@ are nobody's, rose.s@ is
                if not self._lexicon.is_common(one):
                    yield one + letter
            yield f"{last}.{given}"
        for alone in ("".join(givens), "".join(families), *map(self._joined, called)):
            if len(alone) > _LEAST:
                yield alone

    def _logins_of(self, participation: Participation) -> frozenset[str]:
        name = participation.person.name
        family, given = "".join(self._words(name.family)), "".join(self._words(name.given))
        if len(family) < _LEAST or not given:
            return frozenset()
        return frozenset({given[0] + family, family + given[0], f"{given[0]}.{family}"})

    def _words(self, name: str) -> list[str]:
        particles = self._lexicon.customs.particles | self._lexicon.customs.patronymic
        words = [w for w in re.split(r"[^a-z]+", self._lexicon.fold.plain(name)) if w]
        return [w for w in words if w not in particles] or words

    def _joined(self, name: str) -> str:
        return "".join(self._words(name))


def _usual(words: list[str]) -> frozenset[str]:
    """Return a name as one word, and its first and last word, which may stand for it."""
    return frozenset({"".join(words), words[0], words[-1]}) if words else frozenset()


def _logins_in(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be a login: the folder of one who uses a machine, or the head of a line."""
    if first := _FIRST.match(text):
        yield first
    yield from _ON_A_LINE.finditer(text)
    yield from _IN_A_DOMAIN.finditer(text) if "\\" in text else ()
    if "/" not in text and "\\" not in text:
        return
    for part in _IN_A_PATH.finditer(text):
        start = part.start()
        if part["home"] or _HOMES.search(text, max(0, start - _LONGEST_HOME), start):
            yield part
