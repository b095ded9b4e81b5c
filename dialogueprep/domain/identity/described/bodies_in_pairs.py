"""Reads groups told as the bodies of a field: "both NGOs want a hotline", 两家公司都要求.

What both are named for in a report, or suffered in the world, is told of nobody at the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import heads_a_note, takes_a_stance
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "bodies_in_pairs")

_BODIES = {
    Sector.ACADEMIA: "universities|大学|대학|대학교",
    Sector.BUSINESS: _LISTS["firms"],
    Sector.CIVIL_SOCIETY: "ngos|民间组织|市民団体|ngo|단체|시민단체",
    Sector.GOVERNMENT: "ministries|agencies|部门|部委|省|省庁|부처|기관",
    Sector.THINK_TANK: _LISTS["institutes"],
    Sector.MEDIA: _LISTS["papers"],
    Sector.DIPLOMACY: "embassies|使馆|大使館|대사관",
}
_LED = re.compile(
    r"(?<![a-z])(?:(both|the two)|((?:all|the) three)|((?:all|the) four)|(all))(?: of)?(?: the| "
    r"our)? $"
)
_NUMBER = ("two", "three", "four", "all")
WANTS = re.compile(
    "(?: here| present| in the room| at the table)?,? (?:(?:also|then|again|still|now|both|all|"
    f"clearly|quickly|firmly) )?(?:{_LISTS['wants']})(?![a-z])"
)
_LED_EAST = re.compile("(?:([两二2]|两|둘|두)|([三3]|세)|([四4]|네))(?:[家所个名]|개|곳의?)? ?$")
# The last letter of both, two, three, four, all, the and our, or of a number in the east.
_LEADS = frozenset("hoelr家所个名两二2둘두三3세四4네개곳의")
_ZH = re.compile(
    "(?:都|均|一致)[^,。;]{0,8}(?:要求|希望|认为|主张|反对|赞成|支持|担心|建议|同意|表示|愿|不肯|"
    "倾向)"
)
_JA = re.compile(
    "とも[、は]?[^。]{0,30}(?:求め|望ん|述べ|反对|赞成|主张|悬念|支持|提案|慎重|拒|涩)"
)
_KO = re.compile(
    " ?(?:모두|다|전부|함께)(?:가)? [^.]{0,30}(?:요구|원했|원한|반대|찬성|주장|우려|지지|제안|"
    "말했|바랐|희망|고 했|고 함)"
)


class BodiesInPairs:
    """Reads groups by a number and what bodies they come from."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        fold = lexicon.fold.plain
        self._words = lexicon.in_one_pass.add(
            {fold(word): it for it, words in _BODIES.items() for word in words.split("|")}
        )
        self._cues = cues

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each group that is told so."""
        text = folded.text
        for start, end, sector in self._words.find(text):
            if text[max(0, start - 2) : start].strip()[-1:] not in _LEADS:
                continue
            before = text[max(0, start - 18) : start]
            latin = text[start].isascii() and before.endswith(" ")
            led = (_LED if latin else _LED_EAST).search(before)
            if not led:
                continue
            last = self._end(text, end, sentence(folded, start)[1], latin=latin)
            if last:
                number = next(n for n, group in zip(_NUMBER, led.groups(), strict=False) if group)
                first = start - len(before) + led.start()
                said = Description(sector=sector)
                yield Phrase(first, last, start, said, frozenset({number, "the"}), present=True)

    def _end(self, text: str, end: int, last: int, *, latin: bool) -> int:
        """Return where the words for a group end that is told with a view, or 0."""
        if latin:
            after = text[end : min(last, end + 60)]
            noted = takes_a_stance(after) or heads_a_note(after) or WANTS.match(after)
            return end if noted else 0
        told = _KO if is_hangul(text[end - 1]) else None
        for pattern in (told,) if told else (_ZH, _JA):
            if found := pattern.match(text, end, last):
                return end + 1 + found.group().startswith("とも")
        return 0
