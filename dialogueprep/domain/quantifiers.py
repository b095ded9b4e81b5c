"""Words that say how many held a view, in four languages: the room, many, several, few.

A word that is denied ("no consensus", "合意には至らなかった") says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from dialogueprep.domain.texts import Language, Texts


class Reach(IntEnum):
    """How much of the room a word claims."""

    FEW = 1
    SEVERAL = 2
    MANY = 3
    ROOM = 4


@dataclass(frozen=True, slots=True)
class Claim:
    """A word as it is written, and how much of the room it claims."""

    word: str
    reach: Reach


_WHO = (
    r"(?:participants?|speakers?|experts?|scholars?|delegations?|voices|views?|sides|of those who"
    r"|(?:in|around) the (?:room|table)|who|held|saw|felt|thought|stressed|noted|spoke|said|argued"
    r"|considered|favou?red|supported|agreed|proposed|suggested|questioned|would)"
)
_OF = r"(?:\s+of)?(?:\s+(?:the|those|them))?\s+"


def _en(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_WORDS: dict[Language, dict[Reach, re.Pattern[str]]] = {
    "en": {
        Reach.ROOM: _en(
            r"\b(agreed|consensus|unanimous(?:ly)?|everyone|everybody|widely held"
            r"|all (?:participants|sides|delegations|speakers|present|agreed|held|felt|saw"
            r"|those who))\b"
        ),
        Reach.MANY: _en(
            rf"\b(many|most)\b(?={_OF}{_WHO}\b)|\bthe majority\b"
            r"|\b(?:widely|broadly|generally)\b(?= (?:shared|supported|accepted|recogni[sz]ed))"
            r"|\b(?:broad|wide|general|strong) (?:support|agreement)\b"
        ),
        Reach.SEVERAL: _en(
            rf"\bseveral\b(?={_OF}{_WHO}\b)|\ba number of\b(?= {_WHO}\b)|\bvarious\b(?= {_WHO}\b)"
        ),
        Reach.FEW: _en(
            rf"\b(?:some|a few|one)\b(?={_OF}{_WHO}\b)|\banother view\b"
            r"|\bit was (?:suggested|said)\b"
        ),
    },
    "zh": {
        Reach.ROOM: re.compile("一致认为|一致同意|共识|所有与会者|全体|普遍认为"),
        Reach.MANY: re.compile(
            "(?:许多|很多|不少|大多数|多数|大部分)(?:与会者|专家|代表|学者|人|意见|观点)"
            "|广泛(?:支持|认同)"
        ),
        Reach.SEVERAL: re.compile("(?:多位|几位|数位|若干)(?:与会者|专家|代表|学者)"),
        Reach.FEW: re.compile(
            "(?:部分|一些|个别|少数|一位|有的)(?:与会者|专家|代表|学者|人|意见|观点)"
            "|有人|有观点|另一种(?:看法|意见|观点)"
        ),
    },
    "ja": {
        Reach.ROOM: re.compile("合意した|合意され|一致した|全員|すべての参加者|広く共有"),
        Reach.MANY: re.compile(
            "(?:多くの|大多数の|多数の|大半の)(?:参加者|専門家|出席者|意見)|幅広い(?:支持|賛同)"
        ),
        Reach.SEVERAL: re.compile("(?:複数の|数名の|何人かの)(?:参加者|専門家|出席者)"),
        Reach.FEW: re.compile(
            "(?:一部の|少数の|ある)(?:参加者|専門家|出席者|意見)"
            "|別の(?:見方|見解|意見)|との指摘もあった"
        ),
    },
    "ko": {
        Reach.ROOM: re.compile("합의했|합의하였|합의되|만장일치|모든 참가자|모두가|널리 공감"),
        Reach.MANY: re.compile(
            "(?:많은|대다수|대부분의|다수의) ?(?:참가자|전문가|참석자|의견)|폭넓은 (?:지지|공감)"
        ),
        Reach.SEVERAL: re.compile("(?:여러|복수의|몇몇) ?(?:참가자|전문가|참석자)"),
        Reach.FEW: re.compile(
            "(?:일부|소수의|한) (?:참가자|전문가|참석자|의견)|다른 (?:견해|의견)"
        ),
    },
}  # fmt: skip
_CONSENSUS: dict[Language, re.Pattern[str]] = {
    "en": _en(r"\bconsensus\b|\bunanimous(?:ly)?\b"),
    "zh": re.compile("共识|一致同意"),
    "ja": re.compile("合意(?:した|され|に達し|が成立)|コンセンサス|全会一致"),
    "ko": re.compile("합의했|합의하였|합의되|합의에 이르렀|컨센서스|만장일치"),
}
_DENIED: dict[Language, re.Pattern[str]] = {
    "en": _en(r"\b(not|no|never|nor|without|yet to be|less than|short of)\s+(?:\w+\s+)?$"),
    "zh": re.compile("(未|没有|没|不|无)[^，。]{0,3}$"),
    "ja": re.compile("(?!)"),
    "ko": re.compile("(안|못)\\s*$"),
}
_DENIED_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile("(?!)"),
    "zh": re.compile("^(尚未|未能)"),
    "ja": re.compile("^[^、。]{0,8}(ない|なかった|ず)"),
    "ko": re.compile("^[^,.]{0,8}(않|못)"),
}


def claims(texts: Texts) -> tuple[Claim, ...]:
    """Return the words that say how many held a view, in any language, the strongest first."""
    found: dict[Claim, None] = {}
    for reach in sorted(Reach, reverse=True):
        for text in texts.entries:
            for word in _found(_WORDS[text.language][reach], text.wording, text.language):
                found[Claim(word, reach)] = None
    return tuple(found)


def within_one_text(texts: Texts) -> tuple[Claim, Claim] | None:
    """Return a strong and a weak word that stand in one wording, the first pair of any language."""
    for text in texts.entries:
        found = claims(Texts((text,)))
        if found and found[0].reach >= Reach.MANY and found[-1].reach is Reach.FEW:
            return found[0], found[-1]
    return None


def consensus_word(texts: Texts) -> str:
    """Return the first word that calls the outcome a consensus, or nothing.

    A chair's summary is the chair's own reading and claims none.
    """
    found = (_found(_CONSENSUS[t.language], t.wording, t.language) for t in texts.entries)
    return next((words[0] for words in found if words), "")


def _found(pattern: re.Pattern[str], wording: str, language: Language) -> list[str]:
    hits = pattern.finditer(wording)
    return [hit[0] for hit in hits if not _is_denied(hit, wording, language)]


def _is_denied(hit: re.Match[str], wording: str, language: Language) -> bool:
    before, after = wording[: hit.start()], wording[hit.end() :]
    if _DENIED[language].search(before):
        return True
    return bool(_DENIED_AFTER[language].search(after))
