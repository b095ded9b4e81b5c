"""Reads who stands in the margin of English notes by a place and a field, as notes shorten them.

"JP off.: three enough", "Indian TT: a registry", "the company from Australia: halve them". A field
as notes have it (biz, industry, govt) is a person's there only if a remark follows, no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.places_over_lines import cities
from dialogueprep.domain.identity.described.remarks_english import is_a_remark, is_no_remark
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.folded_lines import short_lines
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.stances import takes_a_stance
from dialogueprep.domain.people import BroadSector, Sector

_LISTS = word_lists("described", "margin_fields")

_FIELDS: dict[str, Sector | BroadSector] = {
    "off": Sector.GOVERNMENT, "offl": Sector.GOVERNMENT, "govt": Sector.GOVERNMENT,
    "gov": Sector.GOVERNMENT, "ministry": Sector.GOVERNMENT, "government": Sector.GOVERNMENT,
    "official": Sector.GOVERNMENT, "civil servant": Sector.GOVERNMENT,
    "tt": Sector.THINK_TANK, "think tank": Sector.THINK_TANK, "think-tank": Sector.THINK_TANK,
    "institute": Sector.THINK_TANK, "think tanker": Sector.THINK_TANK,
    "researcher": BroadSector.EXPERT, "expert": BroadSector.EXPERT, "fellow": BroadSector.EXPERT,
    "biz": Sector.BUSINESS, "business": Sector.BUSINESS, "industry": Sector.BUSINESS,
    "company": Sector.BUSINESS, "firm": Sector.BUSINESS, "exec": Sector.BUSINESS,
    "corp": Sector.BUSINESS, "insurer": Sector.BUSINESS, "private sector": Sector.BUSINESS,
    "ngo": Sector.CIVIL_SOCIETY, "civil society": Sector.CIVIL_SOCIETY,
    "activist": Sector.CIVIL_SOCIETY, "charity": Sector.CIVIL_SOCIETY,
    "uni": Sector.ACADEMIA, "univ": Sector.ACADEMIA, "university": Sector.ACADEMIA,
    "acad": Sector.ACADEMIA, "academia": Sector.ACADEMIA, "prof": Sector.ACADEMIA,
    "academic": Sector.ACADEMIA, "scholar": Sector.ACADEMIA, "professor": Sector.ACADEMIA,
    "mil": Sector.MILITARY, "military": Sector.MILITARY, "navy": Sector.MILITARY,
    "media": Sector.MEDIA, "press": Sector.MEDIA, "paper": Sector.MEDIA, "journo": Sector.MEDIA,
    "journalist": Sector.MEDIA, "reporter": Sector.MEDIA, "newspaper": Sector.MEDIA,
    "mp": Sector.LEGISLATURE, "lawmaker": Sector.LEGISLATURE, "parliament": Sector.LEGISLATURE,
    "gov't": Sector.GOVERNMENT, "exp": BroadSector.EXPERT, "dipl": Sector.DIPLOMACY,
    "amb": Sector.DIPLOMACY, "diplomat": Sector.DIPLOMACY, "embassy": Sector.DIPLOMACY,
    "ambassador": Sector.DIPLOMACY,
}  # fmt: skip
"""Fields as notes shorten them, and the bodies for whoever is of them."""
_STATE = frozenset(_LISTS.words("told_of_facts"))
"""What notes also tell facts of, so that only a remark tells that somebody of it spoke."""
_ONE = rf"(?:\.? (?:{_LISTS['one']}))?"
_ARTICLE = r"(?:the |an? |our |that |one |another )?"
_SIGN = re.compile(r"(?:,? (?:again|too|also))? ?: ?(?=[^\W_]|[\"'“‘(])")
_WANTS = re.compile(f" (?:again |still |also )?(?:{_LISTS['wants']})(?![a-z])")
_BULLET = re.compile(r"(?:[-–—*•·>+] ?)*")
_LINE = 110  # letters of a line that are looked at
_LETTERS = 2  # of a country's code


class MarginFields:
    """Reads such people with a lexicon's words for places."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who stands so at the head of a line."""
        for first, last in short_lines(folded):
            led = _BULLET.match(folded.text, first, last)
            start = led.end() if led else first
            head = self._heads.match(folded.text, start, min(last, start + _LINE))
            if head and self._tells(folded, head, last):
                yield self._phrase(head)

    def _tells(self, folded: Folded, head: re.Match[str], last: int) -> bool:
        """Return whether a remark follows, and places are written as such."""
        group = "place" if head["place"] else "whence"
        written = folded.written(*head.span(group))
        code = len(head[group]) == _LETTERS
        if not (written.isupper() if code else written[0].isupper()):
            return False
        after = folded.text[head.end() : last]
        if sign := _SIGN.match(after):
            said = after[sign.end() :]
            state = (head["field"] or head["of"]) in _STATE
            return is_a_remark(said) if state else not is_no_remark(said)
        return takes_a_stance(after) or bool(_WANTS.match(after))

    def _phrase(self, head: re.Match[str]) -> Phrase:
        field = _FIELDS[head["field"] or head["of"]]
        said = Description(
            territory=self._codes[head["place"] or head["whence"]],
            sector=field if isinstance(field, Sector) else None,
            broad=field if isinstance(field, BroadSector) else None,
        )
        at = head.start("field") if head["field"] else head.start("of")
        one = ONE
        return Phrase(head.start(), head.end(), at, said, one, present=True)

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        place, field = either(self._codes), either(_FIELDS)
        return re.compile(
            rf"{_ARTICLE}(?:(?P<place>{place}) (?P<field>{field})|(?P<of>{field}){_ONE}\.? "
            rf"(?:from|of) (?:the )?(?P<whence>{place})){_ONE}\.?(?=[ :,])"
        )

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Words and letters of countries, of their peoples, capitals and other cities."""
        fold = self._lexicon.fold.plain
        words = {
            word: piece.value
            for word, pieces in self._lexicon.pieces.items()
            for piece in pieces
            if piece.kind == "territory" and word.isascii()
        }
        letters = {code.lower(): code for code in self._lexicon.territories}
        return {**{fold(city): code for city, code in cities()}, **letters, **words}
