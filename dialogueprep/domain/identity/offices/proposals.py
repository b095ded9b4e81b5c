"""Tells whether what an officer proposes is how the meeting is run, or a matter of substance.

To adjourn until Monday, 逐段审读草案, 二時に再開する, 휴회하자고: the meeting's order, time,
room and papers, in words of these alone. "To pool test results" is a view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("offices", "proposals")

_MOST = 90  # letters of what is proposed
_EN = re.compile(
    r",? (?:(?:then|also|again|further|instead|therefore|first|next) )?(?:propos|suggest)(?:ed|es) "
    r"(?:that )?(?:participants |the meeting |we |the group |delegates |everyone )?(?:should )?"
    rf"([^.;]{{4,{_MOST}}})[.;]?$"
)
_ZH = re.compile(
    rf"(?:[随最]后|接着|又|再次|遂|则|会上)?(?:提议|建议|提出)(?:大家|与会者|会议|各位)?([^。;,]{{2,{_MOST}}})[。;]?$"
)
_JA = re.compile(
    rf"[はが]、?((?:今、)?[^。、]{{2,{_MOST}}}?)(?:こと|よう(?:に)?|ように|こととするよう|案|旨)?[をにとは]?"
    "(?:提案し|提案が|示し|持ちかけ|呼びかけ|提起し)[^。、]{0,6}[。]?$"
)
_KO = re.compile(
    rf"[은는이가] ([^.]{{2,{_MOST}}}?)(?:자고|자는 (?:제안|안)을|는 (?:방안|안)을|[은는] 것을|"
    "기를|도록) ?"
    "(?:제안|제의|했|하였|함|내놓|냈|권)[^.]{0,6}[.]?$"
)
_PARTICLES = (
    "(?:은|는|이|가|을|를|에|에서|에게|으로|로|와|과|도|만|까지|부터|의|마다|씩|대로|별로|째|에는|"
    "간|쯤|동안|하[가-힣]{0,3}|한|할)?"
)
_KATAKANA = as_written("[ァ-ヺー]{2,}")
_WORD = re.compile(r"[a-z'-]+|[0-9]+(?:st|nd|rd|th)?|[^\s\w]")
_KO_WORD = re.compile("[가-힣0-9]+|[^\\s가-힣0-9.,]")
# What is done to a text, beside the words for substance in the table.
_OF_A_TEXT = re.compile(
    f"(?:{_LISTS['done_to_a_text']})[a-z]*"
    " (?:the |this |that )?(?:[a-z]+ )?(?:draft|paragraph|text|sentence)(?! by)|"
    f"adopt[a-z]* (?!the agenda)|{_LISTS['matters_of_a_text']}"
)


class Proposals:
    """The words of a meeting's running, folded once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._fold, self._meeting = lexicon.fold.plain, lexicon.meeting

    def is_of_substance(self, folded: Folded, start: int, end: int) -> bool | None:
        """Return whether an officer at a place proposes more than how the meeting is run, if any.

        None is returned where nothing is proposed, or more than that is told.
        """
        what = proposed(folded, start, end)
        return None if what is None else not self._is_running(folded, start, what)

    def _is_running(self, folded: Folded, start: int, what: tuple[int, int]) -> bool:
        first, last = what
        text = folded.text[first:last]
        if _OF_A_TEXT.search(text) or self._substance.search(text):
            return False
        if folded.text[start].isascii():
            return all(it in self._known["en"] or it.isdigit() for it in _WORD.findall(text))
        if is_hangul(folded.text[start]):
            known = self._korean.fullmatch, self._meeting.korean.fullmatch
            return all(any(it(word) for it in known) for word in _KO_WORD.findall(text))
        if not KANA.search(folded.text[start : last + 12]):
            return _made_of(text, self._known["zh"])
        begins, ends = folded.span(first, last)
        foreign = map(self._fold, _KATAKANA.findall(folded.original, begins, ends))
        known = self._known
        return known["ja kana"].issuperset(foreign) and _made_of(text, known["ja"], kana=True)

    @cached_property
    def _known(self) -> Mapping[str, frozenset[str]]:
        """Return the words of a meeting's running by language, and those in katakana."""
        found = {it: self._of(it) | self._meeting.words[it] for it in ("en", "zh", "ja")}
        found["ja"] |= self._meeting.stems
        return {**found, "ja kana": self._of("ja_kana") | self._meeting.kana}

    def _of(self, name: str) -> frozenset[str]:
        return frozenset(map(self._fold, _LISTS.words(name)))

    @cached_property
    def _substance(self) -> re.Pattern[str]:
        english, east = (either(self._of(name)) for name in ("en_substance", "substance"))
        return re.compile(f"(?<![a-z]){english}|{east}")

    @cached_property
    def _korean(self) -> re.Pattern[str]:
        nouns, verbs = (either(self._of(name)) for name in ("ko_nouns", "ko_verbs"))
        return re.compile(f"(?:{nouns}|[0-9])+{_PARTICLES}|{verbs}[가-힣]{{0,3}}")


def proposed(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Return where it stands what an officer at a place proposes, if that is all that is told."""
    first, last = sentence(folded, start)
    if folded.text[first:start].strip():
        return None
    after = folded.text[end:last]
    if folded.text[start].isascii():
        pattern = _EN
    elif is_hangul(folded.text[start]):
        pattern = _KO
    else:
        pattern = _JA if KANA.search(after) else _ZH
    told = pattern.match(after)
    return (end + told.start(1), end + told.end(1)) if told else None


def _made_of(text: str, words: frozenset[str], *, kana: bool = False) -> bool:
    """Return whether a text is cut into known words, digits and, in Japanese, hiragana."""
    longest = max(map(len, words))
    reached = [True] + [False] * len(text)
    for at, letter in enumerate(text):
        if not reached[at]:
            continue
        if letter.isdigit() or letter in " :、," or (kana and "ぁ" <= letter <= "ー"):
            reached[at + 1] = True
        for more in range(1, min(longest, len(text) - at) + 1):
            reached[at + more] |= text[at : at + more] in words
    return reached[-1]
