"""Reads who is told as one of several people of the sentence before: the first asked, the other.

"Two officials spoke. One argued for a fund, and the other doubted it." Of two drafts or gauges
nobody is told so. The author of a presentation is who gave it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "one_of_several")

_BACK = 220  # letters before, in which the several are looked for
_PEOPLE = f"(?:{_LISTS['people']})"
_SEVERAL = re.compile(
    rf"(?<![a-z])(?:(?:two|three|both|the two|2|3)(?: of the)?(?: [a-z]+){{0,2}} {_PEOPLE}|"
    rf"the (?:first|second|one) {_PEOPLE})(?![a-z])"
)
_OTHER_THINGS = re.compile(
    r"(?<![a-z])(?:two|three|both|several|2|3)(?: [a-z-]+){0,2} (?!"
    rf"{_PEOPLE}(?![a-z]))[a-z]+s(?![a-z])"
)
_UNIT = re.compile(f" (?:{_LISTS['unit']})$")
"""What one of several people may tell of, and is not itself the one: three years of data."""
_PEOPLE_IN = re.compile(rf"(?<![a-z]){_PEOPLE}(?![a-z])")
_ONE = re.compile(
    r"(?:(?<=[.;:!?] )|(?<=, )|(?<=, and )|(?<=, but )|(?<=, while )|(?<= and )|(?<=; and )|"
    r"(?<=; but ))(the (?:first|second|third|other|latter|former)|one)(?= [a-z])"
)
_ADVERB = re.compile(r" (?:also|then|in turn|however|later|[a-z]+ly)(?= )")
_HAD = re.compile(
    f" (?:had (?:[a-z]+ed|seen|heard|been|brought|done|made|written|read)|{_LISTS['had']})(?= )"
)
_PRESENTED = re.compile(f"(?<![a-z])(?:{_LISTS['presented']})(?![a-z])")
_AUTHOR = re.compile(
    r"(?<=[.;] )its (?:author|presenter|speaker)(?= (?!of |who |was born|had died)[a-z])"
)
_WHO = f"(?:{_LISTS['who']})"
_GAVE = (
    r"(?:(?:just |also |earlier |already )?(?:presented|given (?:a|"
    r"the) (?:[a-z]+ )?(?:presentation|"
    r"talk|keynote|lecture)))(?! (?:(?:his|her|their) |a paper (?:at|in)|in [0-9]|at a |with ))"
)
_DEED = re.compile(
    rf"(?<![a-z])(?:whoever (?:had )?presented(?! next)|(?:an?|one|"
    rf"another) {_WHO},? who had {_GAVE}|"
    rf"having {_GAVE}(?: [a-z]+){{0,4}}, (?:an?|one) {_WHO})(?![a-z])"
)
_DEEDS = ("whoever presented", "whoever had presented", "who had presented", "having presented",
    "who had just presented", "who had earlier presented", "who had also presented",
    "who had given a", "who had given the", "having given")  # fmt: skip
_WORDS = ("the first ", "the second ", "the third ", "the other ", "one ", "the latter ")
_AUTHORS = ("its author", "its presenter", "its speaker")
_DEAD = re.compile(r"(?<![a-z])(?:died|born|in (?:1[0-9]{3}))(?![a-z0-9])")


class OneOfSeveral:
    """Reads the first, the second and the other of people, and the author of a presentation."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        self._saying = cues.saying
        self._mind = lexicon.institutions.mind["en"]
        words = {**dict.fromkeys(_WORDS, False), **dict.fromkeys((*_AUTHORS, *_DEEDS), True)}
        self._words = lexicon.in_one_pass.add(words)

    def find(self, folded: Folded) -> Iterator[tuple[tuple[int, int], bool]]:
        """Yield the spans of who is told so, each with whether it is who presented."""
        text = folded.text
        for start, _, author in self._words.find(text):
            told = (_AUTHOR if author else _ONE).match(text, start)
            if deed := _DEED.search(text, max(0, start - 24), start + 80) if author else None:
                yield deed.span(), True
            if told is None:
                continue
            before = text[max(0, start - _BACK) : start]
            if author:
                met = _PRESENTED.search(before) and not _dies(text, told.end())
            else:
                met = self._speaks(text, told.end()) and _is_of_people(before)
            if met:
                yield told.span(), author

    def _speaks(self, text: str, end: int) -> bool:
        adverb = _ADVERB.match(text, end)
        at = adverb.end() if adverb else end
        if _HAD.match(text, at):
            return True
        return bool(self._saying.match(text, at) or self._mind.match(text, at + 1))


def _dies(text: str, end: int) -> bool:
    """Return whether the author is of another time: died in 1911."""
    return bool(_DEAD.search(text, end, end + 50))


def _is_of_people(before: str) -> bool:
    """Return whether the last several before are people, and no things stand behind them."""
    if not _SEVERAL.search(before):
        return False
    things = (it[0] for it in _OTHER_THINGS.finditer(before))
    return all(_PEOPLE_IN.search(it) or _UNIT.search(it) for it in things)
