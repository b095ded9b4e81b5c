"""Finds roles told with a place: the Japanese presenter, 来自加拿大的报告人, 독일 의장.

Of several who present, one may be from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.offices.places_before import PlacesBefore
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.people import Attendee

_LISTS = word_lists("offices", "placed_roles")

Holds = Callable[[Attendee, str], bool]
Placed = tuple[int, int, str, tuple[str, ...]]
"""Where somebody is told so, the role, and who holds it."""
_BEFORE = re.compile(
    r"(?<![a-z])(the|our|this|that|an?|one) (?:[a-z]+ )?((?:south |north |new |saudi |sri )?"
    r"[a-z]+(?:[ -][a-z]+)?)[ -]$"
)
_FROM = re.compile(r",? (?:who (?:came|comes|is) )?from (?:the )?([a-z]+(?: [a-z]+){0,2})")
_THE = re.compile(r"(?<![a-z])(the|our|this|that|an?|one) (?:[a-z]+ )?$")
_POINTING = ("the", "our", "this", "that")
_IN_A_THING = re.compile(f"(?:s?'s?)? (?:{_LISTS['in_a_thing']})(?![a-z])")
"""What makes of a role no person of the room, or tells only where somebody sits."""
_NO_ROLES = frozenset({"staff"})


class PlacedRoles:
    """Roles beside the place of who holds them."""

    def __init__(self, roster: Roster, holds: Holds) -> None:
        self._roster = roster
        self._holds = holds
        self._lexicon = roster.lexicon
        self._cues = cues_of(roster.lexicon)
        self._before = self._lexicon.kept("places before", lambda: PlacesBefore(self._lexicon))
        self._words = self._lexicon.kept("placed roles", self._named)

    def _named(self) -> Words[str]:
        named: dict[str, str] = {}
        for role, words in self._lexicon.speech.roles.items():
            for word in words if role not in _NO_ROLES else ():
                named[word] = role
        return self._lexicon.in_one_pass.add(named)

    def find(self, folded: Folded, rooms: Rooms) -> Iterator[Placed]:
        """Yield those told by a role and a place whom fewer than k are."""
        for start, end, role in self._words.find(folded.text):
            latin = folded.text[start].isascii()
            placed = (self._english if latin else self._eastern)(folded, start, end)
            if placed is None:
                continue
            first, last, code = placed
            holders = self._holders(role, Description(territory=code), rooms)
            if 0 < len(holders) < max(self._roster.k, 2):
                yield first, last, role, holders

    def _holders(self, role: str, of: Description, rooms: Rooms) -> tuple[str, ...]:
        sets = (
            tuple(
                str(a.who.id)
                for a in room
                if self._holds(a, role) and of.fits(a.who, self._lexicon)
            )
            for room in rooms
        )
        return min((s for s in sets if s), key=len, default=())

    def _eastern(self, folded: Folded, start: int, end: int) -> tuple[int, int, str] | None:
        place = self._before.find(folded, start)
        return (place[0], end, place[1]) if place else None

    def _english(self, folded: Folded, start: int, end: int) -> tuple[int, int, str] | None:
        text = folded.text
        if text[end : end + 1].isalpha() or text[start - 1 : start].isalpha():
            return None
        if _IN_A_THING.match(text, end):
            return None
        near = text[max(0, start - 40) : start]
        if (led := _BEFORE.search(near)) and (code := self._code(led[2])):
            first = start - len(near) + led.start()
            written = folded.written(start - len(near) + led.start(2), start)[:1].isupper()
            return (first, end, code) if written and self._points(led[1], text, end) else None
        behind, the = _FROM.match(text, end), _THE.search(near)
        if not behind or not the:
            return None
        words = behind[1].split()
        for count in range(len(words), 0, -1):
            place = " ".join(words[:count])
            last = behind.start(1) + len(place)
            capital = folded.written(behind.start(1), behind.start(1) + 1).isupper()
            if capital and (code := self._code(place)) and self._points(the[1], text, last):
                return start - len(near) + the.start(), last, code
        return None

    def _points(self, article: str, text: str, end: int) -> bool:
        """Return whether somebody is pointed at, or says something."""
        return article in _POINTING or bool(self._cues.saying.match(text, end))

    def _code(self, word: str) -> str:
        """Return the code of a place by its English word, or of its last word; else ""."""
        for told in (word, word.rpartition(" ")[2]):
            for piece in self._lexicon.pieces.get(told, ()):
                if piece.kind == "territory":
                    return piece.value
        return ""
