"""Words that sound like somebody's name and are nobody's: places, and words that meetings use.

They are compared as they stand in ``data/lexicon``: in simplified characters, hiragana and hangul.
"""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.identity.reading.word_lists import lines_of

_TWO, _THREE = 2, 3
_TOLD_ENDINGS = ("한", "된", "할", "될", "하는", "되는", "하던", "했던", "적인")
_NOUN_ENDS = frozenset(
    "성자군권일력률율제형용법적화안비금소실국과팀단층망업품물량치점별간상하내외시기장원인사관주서회"
)
_PARTICLE = re.compile(
    "(?:에서는?|에게서?|으로|에는|에도|에|로|은|는|이|가|을|를|의|도|만|와|과|까지|부터|마다|보다|"
    "처럼|이나|라도|들)$"
)
_OF_A_VERB = re.compile("[하되시][^ ]{0,3}$|(?:한|된|할|될|함|됨|했|됐)[^ ]{0,2}$")


@cache
def places() -> frozenset[str]:
    """Return names of places, other than those that the tables have."""
    return _words("places")


@cache
def ordinary() -> frozenset[str]:
    """Return ordinary words, mostly loan words."""
    return _words("ordinary_words")


@cache
def before_titles() -> frozenset[str]:
    """Return words that make another title of the title behind them, or tell of anybody with it:

    특별대표, 特别代表, 젊은 기자, 은퇴한 교수.
    """
    nouns = (word for word in ordinary() if len(word) == _TWO and "가" <= word[0] <= "힣")
    told = frozenset(noun + ending for noun in nouns for ending in _TOLD_ENDINGS)
    return _words("before_titles") | told


@cache
def long_surnames() -> frozenset[str]:
    """Return Japanese family names of three characters or four, as they are written."""
    return _words("long_surnames")


@cache
def led_to_names() -> dict[str, str]:
    """Return Chinese words that stand before a name, and of which kind each is: verbs or words."""
    rows = (line.partition("\t") for line in lines_of("led_to_names"))
    return {word: kind for kind, _, words in rows for word in words.split()}


@cache
def named_things() -> frozenset[str]:
    """Return names of places and things that have several words: new york, marshall plan."""
    return frozenset(lines_of("named_things"))


@cache
def well_known_letters() -> frozenset[str]:
    """Return letters, in small ones, that everybody knows to stand for something: kpi, bmi."""
    return frozenset(letters.lower() for letters in _words("well_known_letters"))


def is_english(word: str) -> bool:
    """Return whether a folded word of five letters or more is an English one, or its plural."""
    known = _words("english_words")
    return word in known or (word.endswith("s") and word[:-1] in known)


@cache
def is_plain_korean(word: str) -> bool:
    """Return whether a word in hangul is made of ordinary words: 세션에서, 가능성, 예산조치.

    They are compared with a particle, with an ending of nouns and of verbs, and two of them joined.
    """
    if word in ordinary() or _PARTICLE.sub("", word) in ordinary():
        return True
    if _OF_A_VERB.sub("", word) in ordinary():
        return True
    longer = len(word) > _TWO
    if longer and word[-1] in _NOUN_ENDS and word[:-1] in ordinary():
        return True
    return len(word) > _THREE and word[:_TWO] in ordinary() and word[_TWO:] in ordinary()


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word for line in lines_of(table) for word in line.split())
