"""The positions of a roster's people, which beside the name of an institution tell who is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.offices.reworded_positions import Rewording, head_alone
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.people import Participation

_JOINTS = (" of ", " of the ", " at ", " at the ")
_TITLE = 9  # letters of a title that is more than a form of address: commentator


class Positions:
    """The positions of a roster's people, which with the institution tell who is meant."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        reword = Rewording(lexicon.fold.plain)
        self._of = [frozenset(_alike(who, lexicon, reword)) - {""} for who in participations]
        self._known: dict[int, tuple[re.Pattern[str], re.Pattern[str]]] = {}

    def around(
        self, folded: Folded, span: tuple[int, int], who: tuple[int, ...]
    ) -> tuple[int, int]:
        """Return the span of an institution with the position before or behind it."""
        start, end = span
        before, after = folded.text[max(0, start - 90) : start], folded.text[end : end + 40]
        joint = before.endswith(_JOINTS)
        for leads, follows in (self._patterns(w) for w in who if self._of[w]):
            if joint and (led := leads.search(before)):
                return start - len(before) + led.start(), end
            if followed := follows.match(after):
                return start, end + followed.end()
        return span

    def _patterns(self, who: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return what matches the positions of one of the roster before and behind a place."""
        if who not in self._known:
            longest = sorted(self._of[who], key=len, reverse=True)
            either = "|".join(map(re.escape, longest))
            article = r"(?<![a-z])(?:the |our )?"
            leads = re.compile(rf"{article}(?:{either}) (?:of|at) (?:the )?$")
            self._known[who] = leads, re.compile(rf"(?:의|の|的|'s?)? ?(?:{either})")
        return self._known[who]


def _alike(who: Participation, lexicon: Lexicon, reword: Rewording) -> Iterator[str]:
    """Yield somebody's positions, and what says the same in other languages."""
    for position in _told(who):
        folded = lexicon.fold.plain(position)
        if folded in lexicon.room.addresses:
            continue
        yield from (folded, *reword.of(folded), head_alone(folded))
        yield from lexicon.room.titles.get(folded, ())


def _told(who: Participation) -> tuple[str, ...]:
    place, name = who.affiliation, who.person.name
    title = name.title if " " in name.title or len(name.title) > _TITLE else ""
    return (place.position, title, name.honorific, *(t.wording for t in place.positions.entries))
