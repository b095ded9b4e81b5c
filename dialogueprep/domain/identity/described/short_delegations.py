"""Reads delegations that notes shorten to a letter: "k. official: annex or nothing", "J side".

A letter tells one only where just one delegation on the roster begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.people import BroadSector, Sector

_WHO = {
    "official": Sector.GOVERNMENT, "officials": Sector.GOVERNMENT, "ministry": Sector.GOVERNMENT,
    "academic": Sector.ACADEMIA, "scholar": Sector.ACADEMIA, "prof": Sector.ACADEMIA,
    "expert": BroadSector.EXPERT, "experts": BroadSector.EXPERT, "diplomat": Sector.DIPLOMACY,
    "journalist": Sector.MEDIA, "think tank": Sector.THINK_TANK, "participant": None,
    "participants": None, "delegate": None, "delegates": None, "side": None, "delegation": None,
    "colleague": None, "rep": None, "team": None, "speaker": None, "guy": None, "lady": None,
}  # fmt: skip
_SHORT = re.compile(
    r"(?<![a-z0-9.&'-])([a-z])(\.?) ((?:" + "|".join(sorted(_WHO, key=len, reverse=True)) + r"))"
    r"(?![a-z-])"
)
_OPENS = re.compile(r"(?:^|[\n;:.,(] ?|(?<![a-z])(?:an?|the|one|our|from|both|two) )$")
_ALSO = {"KR": ("Korea",)}
_SEVERAL = ("s", "side", "delegation", "team")


class ShortDelegations:
    """Reads delegations by the first letter of their English name."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._words = roster.lexicon.kept("short delegations", self._made)

    def _made(self) -> Words[bool]:
        return self._roster.lexicon.in_one_pass.add({f" {word}": True for word in _WHO})

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told by a delegation's letter."""
        for start, _, _ in self._words.find(folded.text):
            at = start - 2 if folded.text[start - 1 : start] == "." else start - 1
            short = _SHORT.match(folded.text, at) if at >= 0 else None
            if short and (code := self._code(folded, short)):
                yield _phrase(short, code)

    def _code(self, folded: Folded, short: re.Match[str]) -> str:
        """Return whose letter it is: with a full stop, or a capital; else ""."""
        capital = folded.written(short.start(), short.start() + 1).isupper()
        if not (short[2] or (capital and short[1] not in "ai")):
            return ""
        before = folded.text[max(0, short.start() - 8) : short.start()]
        return self._letters.get(short[1], "") if _OPENS.search(before) else ""

    @cached_property
    def _letters(self) -> dict[str, str]:
        """The delegation on the roster that alone begins with a letter."""
        roster = self._roster
        codes = {p.delegation for p in roster.participations if p.delegation}
        found: dict[str, set[str]] = {}
        for code in codes:
            for word in self._english(code):
                found.setdefault(roster.lexicon.fold.plain(word)[:1], set()).add(code)
        return {letter: min(known) for letter, known in found.items() if len(known) == 1}

    def _english(self, code: str) -> tuple[str, ...]:
        """Return the words by which a delegation may be shortened: Japan; Korea, ROK."""
        known = self._roster.lexicon.territories.get(code)
        if known is None:
            return ()
        return tuple(w for w in (known.words["en"][0], *_ALSO.get(code, ())) if w)


def _phrase(short: re.Match[str], code: str) -> Phrase:
    field = _WHO[short[3]]
    said = Description(
        territory=code,
        sector=field if isinstance(field, Sector) else None,
        broad=field if isinstance(field, BroadSector) else None,
    )
    number = {"several"} if short[3].endswith(_SEVERAL) else {"one", "the"}
    return Phrase(short.start(), short.end(), short.start(3), said, frozenset(number), present=True)
