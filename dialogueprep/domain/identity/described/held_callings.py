"""Tells who of a roster can have a calling, and narrows descriptions that tell one.

A roster holds no callings. But a Korean lawyer is the one of the law offices, an insurance
executive from Japan the one of the mutual, 韩国水产商 the one of the fishery company.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.told_by_work import by_work
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.room_words import Trade
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.people import BroadSector, Participation, Sector

_OF_A_BODY = frozenset({Sector.BUSINESS, Sector.GOVERNMENT, Sector.CIVIL_SOCIETY})
_NOBODY, _ONE = frozenset[str](), ONE


_OF_NOBODY = "a calling that nobody of the roster is known to have"


def is_uncounted(phrase: Phrase, *, lost: bool) -> bool:
    """Return whether one person is told by a calling that the roster tells of nobody.

    ``lost`` if it tells it of somebody whom the rest of the description does not fit.
    """
    return (lost or _OF_NOBODY in phrase.pieces) and bool(_ONE & phrase.determiners)


class _Word(NamedTuple):
    """A word of a calling, or only of its line of work."""

    trade: Trade
    line: bool


class HeldCallings:
    """The callings that the institutions and posts of a roster tell."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        lexicon = roster.lexicon
        words = {w: _Word(it, line=True) for it in lexicon.room.trades for w in it.fields}
        for it in lexicon.room.trades:
            words |= {f"{w}s": _Word(it, line=False) for w in it.words if w.isascii()}
            words |= {w: _Word(it, line=False) for w in it.words}
        self._words = lexicon.kept("callings held", lambda: lexicon.in_one_pass.add(words))
        self._able: dict[Trade, frozenset[str]] = {}

    def found(self, folded: Folded) -> Iterator[tuple[int, int, Trade]]:
        """Yield where the words of callings stand, not those of a line of work."""
        for start, end, word in self._words.find(folded.text):
            if not word.line:
                yield start, end, word.trade

    def narrowed(self, phrases: Iterable[Phrase], folded: Folded) -> list[Phrase]:
        """Return phrases with who can have the calling that stands in them.

        Whoever is told by a line of work alone is among them.
        """
        told = [(a, z, it) for a, z, it in self._words.find(folded.text) if _whole(folded, a, z)]
        if not told:
            return list(phrases)
        told.sort(key=lambda it: it[0])
        starts, found = [it[0] for it in told], list[Phrase]()
        for phrase in phrases:
            first, last = bisect_left(starts, phrase.start), bisect_left(starts, phrase.end)
            found.append(self._narrowed(phrase, told[first:last]) if first < last else phrase)
        return [*found, *self._by_work(folded, told)]

    def _by_work(self, folded: Folded, told: list[tuple[int, int, _Word]]) -> Iterator[Phrase]:
        for start, end, word in told:
            span = by_work(folded, start, end) if word.line else None
            able = self.able(word.trade) if span else _NOBODY
            if span and able:
                said = Description(among=able)
                yield Phrase(span[0], span[1], span[1] - 1, said, _ONE, present=True)

    def _narrowed(self, phrase: Phrase, told: list[tuple[int, int, _Word]]) -> Phrase:
        said = phrase.description
        line = said.sector in _OF_A_BODY or (said.sector is None and said.broad is None)
        line = line or said.broad is BroadSector.NON_OFFICIAL
        within = [
            self.able(word.trade)
            for _, end, word in told
            if end <= phrase.end and (line or not word.line)
        ]
        able = next((it for it in within if it), _NOBODY)
        if able:
            return phrase._replace(description=replace(said, among=able))
        called = any(not word.line and phrase.head <= end <= phrase.end for _, end, word in told)
        return phrase._replace(pieces=phrase.pieces | {_OF_NOBODY}) if called else phrase

    def able(self, trade: Trade) -> frozenset[str]:
        """Return who can have a calling, by the name of the institution and of the post."""
        known = self._able.get(trade)
        if known is None:
            people = self._roster.participations
            named = [it for it in people if trade.words[0] in self._titles(it)]
            able = named or [it for it in people if self._can_be(trade, it)]
            known = self._able[trade] = frozenset(str(it.id) for it in able)
        return known

    def _can_be(self, trade: Trade, who: Participation) -> bool:
        if trade.sectors and (who.sector is None or who.sector.value not in trade.sectors):
            return False
        plain = self._roster.lexicon.fold.plain
        told = (
            f" {plain(who.affiliation.name)} {plain(who.affiliation.native)} {self._titles(who)} "
        )
        return any(hint in told for hint in trade.told)

    def _titles(self, who: Participation) -> str:
        return self._roster.lexicon.fold.plain(
            f"{who.affiliation.position} {who.person.name.title}"
        )


def _whole(folded: Folded, start: int, end: int) -> bool:
    """Return whether no Latin word goes on before or behind: oil in a toiler."""
    text = folded.text
    if not text[start].isascii():
        return True
    return not (text[start - 1 : start].isalpha() and text[start - 1].isascii()) and not (
        text[end : end + 1].isalpha() and text[end].isascii()
    )
