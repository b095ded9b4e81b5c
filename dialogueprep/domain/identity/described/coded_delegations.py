"""Reads delegations that notes tell by a code of two letters: "UZ lady asked", "VN biz: permits".

In small letters a code that is no word tells it at the head of a line, before a field as notes
shorten it: "kr gov: too slow". Only the codes of the roster's own delegations are read. What a
country's media cover or its insurers pay is told of nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.letters_of_countries import WORDS
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.remarks_english import is_a_remark, is_no_remark
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.stances import heads_a_note, takes_a_stance
from dialogueprep.domain.people import BroadSector, Gender, Sector

_LISTS = word_lists("described", "coded_delegations")

_ONE = {
    "lady": Gender.WOMAN, "woman": Gender.WOMAN, "guy": Gender.MAN, "man": Gender.MAN,
    "chap": Gender.MAN, "gent": Gender.MAN, "gentleman": Gender.MAN, "bloke": Gender.MAN,
}  # fmt: skip
_FIELD: dict[str, Sector | BroadSector | None] = {
    "biz": Sector.BUSINESS, "business": Sector.BUSINESS, "industry": Sector.BUSINESS,
    "media": Sector.MEDIA, "press": Sector.MEDIA, "gov": Sector.GOVERNMENT,
    "govt": Sector.GOVERNMENT, "ngo": Sector.CIVIL_SOCIETY, "mil": Sector.MILITARY,
    "military": Sector.MILITARY, "uni": Sector.ACADEMIA, "acad": Sector.ACADEMIA,
    "academia": Sector.ACADEMIA, "embassy": Sector.DIPLOMACY, "mp": Sector.LEGISLATURE,
    "journo": Sector.MEDIA, "reporter": Sector.MEDIA, "insurer": Sector.BUSINESS,
    "company": Sector.BUSINESS, "firm": Sector.BUSINESS, "lawyer": None, "young": None,
    "official": Sector.GOVERNMENT, "prof": Sector.ACADEMIA, "professor": Sector.ACADEMIA,
    "scholar": Sector.ACADEMIA, "think tank": Sector.THINK_TANK, "diplomat": Sector.DIPLOMACY,
    "amb": Sector.DIPLOMACY, "participant": None, "colleague": None, "delegate": None,
    "tt": Sector.THINK_TANK, "off": Sector.GOVERNMENT, "offl": Sector.GOVERNMENT,
    "gov't": Sector.GOVERNMENT, "exp": BroadSector.EXPERT, "dipl": Sector.DIPLOMACY,
    "univ": Sector.ACADEMIA, "exec": Sector.BUSINESS, "insurance": Sector.BUSINESS,
    "rep": None, "speaker": None, "friend": None, "expert": None, "one": None,
}  # fmt: skip
_SHORT = frozenset(_LISTS.words("short_fields"))
"""Fields as only notes have them right behind a code in small letters."""
_REPORTED = frozenset({"media", "press", "industry", "business", "insurance"})
"""What notes also tell facts of, so that only a remark tells that somebody of it spoke."""
_HEADS = re.compile(r"(?:^|\n)(?:[-–—*•·>+] ?)*$")
_OPENS = re.compile(r"(?:^|[\n;:.(] ?(?:[-*•] ?)?|, |(?<![a-z])(?:the|and|but|from|q from|only) )$")
_LED = re.compile(r"(?<![a-z0-9.&'/-])([a-z]{2}) $")
_REACTS = re.compile(
    f" (?:(?:just|also|again|then|still) )?(?:{_LISTS['reacts']}|again (?:on|about|w/|with)|"
    "silent|quiet|grumbled|won't|doubtful)(?![a-z])"
)
_SIGN = re.compile(r" ?: ?| - ?| ?[–—] ?")
_CODE = 4


class CodedDelegations:
    """Reads delegations by the codes of a roster."""

    def __init__(self, roster: Roster, cues: Cues) -> None:
        self._roster = roster
        self._cues = cues
        self._words = roster.lexicon.kept("coded delegations", self._made)

    def _made(self) -> Words[bool]:
        return self._roster.lexicon.in_one_pass.add({f" {word}": True for word in (*_ONE, *_FIELD)})

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told by a delegation's code."""
        text = folded.text
        codes = self._codes
        for start, end, _ in self._words.find(text):
            if text[max(0, start - 2) : start] not in codes:
                continue
            led = _LED.search(text, max(0, start - _CODE), start + 1)
            if not led or text[end : end + 1].isalpha():
                continue
            if led[1] not in codes:
                continue
            word, after = text[start + 1 : end], text[end : end + 80]
            before = text[max(0, led.start() - 8) : led.start()]
            if folded.written(led.start(1), led.end(1)).isupper():
                told = _OPENS.search(before) and self._speaks(word, after)
            else:
                told = _HEADS.search(before) and _speaks_in_small(led[1], word, after)
            if told:
                field, code = _FIELD.get(word), led[1].upper()
                said = Description(
                    territory=code,
                    sector=field if isinstance(field, Sector) else None,
                    broad=field if isinstance(field, BroadSector) else None,
                    gender=_ONE.get(word),
                )
                one = ONE
                yield Phrase(led.start(), end, start + 1, said, one, present=True)

    def _speaks(self, word: str, after: str) -> bool:
        """Return whether what follows is told of somebody here: what media say is not."""
        after = after.removeprefix(".")
        if heads_a_note(after) or takes_a_stance(after) or _REACTS.match(after):
            return True
        return word in _ONE and bool(self._cues.saying.match(after))

    @cached_property
    def _codes(self) -> frozenset[str]:
        people = self._roster.participations
        return frozenset(c.lower() for p in people for c in (p.delegation, p.territory) if c)


def _speaks_in_small(code: str, word: str, after: str) -> bool:
    """Return whether a code in small letters and a field are who speaks: "kr gov: too slow"."""
    if code in WORDS or word not in _SHORT:
        return False
    after = after.removeprefix(".")
    sign = _SIGN.match(after)
    if sign and word in _REPORTED:
        return is_a_remark(after[sign.end() :])
    return bool(sign) and heads_a_note(after) and not is_no_remark(after[sign.end() :])
