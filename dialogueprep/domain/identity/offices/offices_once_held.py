"""Reads somebody told by an office once held, in the words of what was done there.

"A speaker who had sat in cabinet", "one participant, once a rear admiral,", "a speaker with three
decades in uniform", "a former member of the Cortes". Whoever is meant by such words in general
("someone who has run a ministry knows") is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.people import BroadSector, Sector

_LISTS = word_lists("offices", "offices_once_held")

_FAR = 130
_WHO = (
    f"(?:(?:an?|the|one|our|another|that) (?:[a-z]+ )?(?:{_LISTS['who_alone']})|"
    f"{_LISTS['who_of_us']}|(?<=[.;] )(?:he|she)(?= had ))"
)
_HAVING = (
    r"(?:,? (?:who|that))?,? (?:(?:had|has|'d)(?: (?:once|long|himself|herself|also|earlier|"
    r"previously|formerly))?|used to|once|formerly|previously) "
)
_HOUSE = f"(?:{_LISTS['house']})"
_ANY = r"(?:(?:the|an?|her|his|their|its|one) )?(?:[a-z]+(?:'s)? )?"
_CABINET = (
    f"(?:(?:sat|served|been|sit|be) in {_ANY}(?:cabinet|government)"
    "(?: as an? (?:[a-z]+ )?minister)?|"
    f"held (?:cabinet rank|ministerial (?:office|rank)|{_ANY}(?:ministry|portfolio))|"
    f"(?:{_LISTS['cabinet']}) {_ANY}ministry|"
    f"(?:been|served as|be) {_ANY}minister)"
)
_ARMS = (
    f"(?:(?:commanded|command) (?:[a-z]+ )?(?:[a-z]+ )?(?:{_LISTS['arms']})|"
    f"(?:worn|wore|wear) {_ANY}uniform)"
)
_SAT = rf"(?:(?:sat|sit|served|had a seat|held a seat) in {_ANY}{_HOUSE}|been {_ANY}(?:mp|senator))"
_POSTED = rf"(?:(?:ran|run|headed|led) {_ANY}embassy|(?:been|served as) {_ANY}(?:ambassador|envoy))"
_RANKS = f"(?:(?:(?:rear|vice) )?admiral|{_LISTS['ranks']})"
_SPENT = (
    r" with (?:[a-z]+ )?(?:years|decades|a lifetime|a career)(?: of service)? (?:in|of) (?:the )?"
)
_SHORT = (
    "(?:(?:the|our|that) )?(?:ex|ret|retd)[-. ]+(?:navy|army|air force|coast guard|military)[- ]"
    f"(?:{_LISTS['short']})"
)
_WORDS: dict[str, tuple[Description, str]] = {
    **dict.fromkeys(
        ("cabinet", "government", "ministry", "portfolio", "minister", "ministerial"),
        (Description(broad=BroadSector.OFFICIAL), rf"{_WHO}{_HAVING}{_CABINET}"),
    ),
    **dict.fromkeys(
        ("commanded ", "command ", "uniform"),
        (
            Description(sector=Sector.MILITARY),
            rf"{_WHO}(?:{_HAVING}{_ARMS}|{_SPENT}uniform)",
        ),
    ),
    **dict.fromkeys(
        (
            "parliament", "congress", "senate", "the diet", "cortes", "bundestag", "legislature",
            "lok sabha", "sejm", "riksdag", "national assembly",
        ),
        (
            Description(sector=Sector.LEGISLATURE),
            rf"(?:{_WHO}(?:{_HAVING}{_SAT}|{_SPENT}{_HOUSE})|(?:an?|the|our|one) former (?:member|"
            rf"deputy|speaker) of {_ANY}{_HOUSE})",
        ),
    ),
    **dict.fromkeys(
        ("navy", "army", "air force", "coast guard", "military"),
        (Description(sector=Sector.MILITARY), _SHORT),
    ),
    "ret. amb": (Description(sector=Sector.DIPLOMACY), r"ret\. amb(?=[ .,:;)])\.?"),
    **dict.fromkeys(
        ("embassy", "ambassador", "envoy"),
        (
            Description(sector=Sector.DIPLOMACY),
            rf"(?:{_WHO}{_HAVING}{_POSTED}|{_WHO} (?:recalled|recalls|spoke of|drew on) "
            r"(?:his|her) (?:own )?(?:years|time|days|posting|service|experience) as "
            r"(?:an? )?(?:[a-z]+ )?(?:ambassador|envoy)|"
            r"having (?:once )?(?:been|served as) [^.,;]{1,40}?"
            r"(?:ambassador|envoy)[^.,;]{0,40}, (?:he|she|one participant))",
        ),
    ),
    **dict.fromkeys(
        ("admiral", "general", "colonel", "commodore", "naval officer", "army officer"),
        (
            Description(sector=Sector.MILITARY),
            rf"{_WHO}, (?:once|formerly|earlier|long|for years) an? {_RANKS}(?=,)",
        ),
    ),
}  # fmt: skip
_ANYONE = re.compile(
    f"(?:some|any)(?:one|body) (?:who|that) has [^.;,]{{2,50}} (?:{_LISTS['anyone']})(?![a-z])"
)


_AT_THE_TABLE = re.compile(
    "(?<![a-z])(?:participant|delegate|discussant|panellist)(?![a-z])"
    f"(?!.*(?:{_LISTS['at_the_table']}))"
)
_A_MAN = re.compile(r"an? (?:[a-z]+ )?(?:man|woman|person|lady|gentleman|expert|guest|one) ")
_ASIDE = re.compile(
    r", (?:one|a|the|this) (?:participant|speaker|delegate|official|colleague)(?= )"
)


_LEADS = (
    " who ", " that ", " had ", " has ", " used to ", " once ", " with ", "having ", " as ",
    "former", "ex-", "ex ", "ret", " previously ",
)  # fmt: skip
"""What stands before each of these words where a pattern matches, beside its own word."""


def _is_led(before: str) -> bool:
    return any(word in before for word in _LEADS)


def is_of_anyone(text: str, start: int) -> bool:
    """Return whether words of a life tell of whoever has led it: someone who has run one knows."""
    return bool(_ANYONE.match(text, start))


class OfficesOnceHeld:
    """Reads who is told by what was done in an office."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        self._saying = cues.saying
        patterns = {
            word: (said, re.compile(rf"(?<![a-z]){pattern}(?![a-z])"))
            for word, (said, pattern) in _WORDS.items()
        }
        self._words = lexicon.in_one_pass.add(patterns)

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        text, done = folded.text, 0
        for start, end, (said, pattern) in self._words.find(text):
            if start < done or not _is_led(text[max(0, start - _FAR) : end]):
                continue
            for told in pattern.finditer(text, max(done, start - _FAR), end + _FAR):
                if told.start() > start:
                    break
                if told.end() >= end and self._is_met(text, told):
                    aside = _ASIDE.match(text, told.end())
                    done = aside.end() if aside else told.end()
                    yield Phrase(told.start(), done, start, said, ONE, present=True)
                    break

    def _is_met(self, text: str, told: re.Match[str]) -> bool:
        """Return whether it is somebody: a man who had served spoke, or is pointed at."""
        if is_of_anyone(text, told.start()):
            return False
        if told[0].startswith(("he had", "she had")):
            return bool(_AT_THE_TABLE.search(text, max(0, told.start() - _FAR), told.start()))
        return not _A_MAN.match(told[0]) or bool(self._saying.match(text, told.end()))
