"""Reads a pronoun in the next sentence that tells whether somebody described is a woman.

"A Japanese participant supported a register. She added ...", 一位日本与会者支持。她补充说.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.description import ONE
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.pronouns_of_one import goes_on, tells_of_another
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.people import Gender

_LISTS = word_lists("described", "pronouns_beyond")

OF_ANYBODY = "pronoun of anybody"
"""The piece of a phrase whose pronoun may be of a woman too."""
_NOT_ONE = frozenset({"two", "three", "four", "five", "six", "all", "several", "many", "none"})
_ENGLISH = re.compile(r" ?(she|he)(?= )")
_CHINESE = re.compile(
    " ?([她他])(?![们ぁ-ゖ])(?:还|又|也|并|随后|接着|进一步|同时|特别|则|继而|最后|后来|当场|另外)*"
)
_JAPANESE = re.compile(" ?(彼女?)(?=[はもが])(?!ら)")
_KOREAN = re.compile(" ?(그녀?)(?=[는도가] )")
_SAID_JA = re.compile("(?:述べ|付け加え|言っ|指摘|说明|话し|语っ|寻ね|主张|提案|补足|答え|求め)")
_SAID_KO = re.compile(
    "고 (?:했|하였|말|덧붙|답|지적|설명|주장|물|제안|강조|밝혔)|"
    "(?:소개|제안|지적|강조|언급|회고|요청|설명|주장|반문|당부)(?:했|하였|함)"
)
_WOMEN = frozenset({"she", "her", "她", "彼女", "그녀"})
_WHOLE_NAME = as_written(r",? (?:[a-z]+ ){0,3}[A-Z][a-zA-Z'-]+ [A-Z][a-zA-Z'-]+(?! [Uu]niversity)")
# Each begins with its letter: so the engine passes over all the others at once.
_PRONOUN = re.compile(
    r"she(?<![a-z]she)(?![a-z])|h(?<![a-z]h)(?:e|is|er|im)(?![a-z])|她|他(?![ぁ-ゖ])|彼|그[녀는도가의]"
)
_ANYBODYS = frozenset({"他", "그"})  # written of a woman too, where nothing turns on it
_CERTAIN, _OF_ANYBODY = frozenset[str](), frozenset({OF_ANYBODY})
_FAR = 90  # letters of a sentence in which its pronoun stands
_OF_HERS = re.compile(
    r" ?(?:but |and |yet |so )?(?:(?:in|at|for|to|by|with|under|from|within) )?(?:her|his) [a-z]"
)
# Another one of whom the sentence tells before the pronoun: mentioned a woman who, 一位女村长.
_ANOTHER = re.compile(
    "[一某那这]?[位名个]女|女(?:村|市|部|校|县|局|总|司|船|工|商)|"
    f"(?<![a-z])(?:an?|the|one|some) (?:[a-z]+ )?(?:{_LISTS['another']})(?![a-z])"
)


def until(folded: Folded, end: int) -> int:
    """Return where a sentence ends whose next part, behind a semicolon, tells of her office."""
    if folded.text[end - 1] == ";" and _OF_HERS.match(folded.text, end):
        return sentence(folded, end)[1]
    return end


def is_of_another(text: str, pronoun: int) -> bool:
    """Return whether a woman or a man is told of before the pronoun that a text has there."""
    return bool(_ANOTHER.search(text, 0, pronoun))


def pronouns(
    phrases: Sequence[Phrase], folded: Folded, cues: Cues, is_met: Callable[[Phrase], bool]
) -> Iterator[Phrase]:
    """Yield a description for each pronoun that goes on with somebody described before it.

    ``is_met`` tells whether a description is of somebody at the table.
    """
    starts = _with_a_pronoun(folded)
    ordered = sorted(phrases, key=_start) if starts else []
    for end in starts:
        first, last = sentence(folded, end - 1)
        if last != end or until(folded, end) > end:  # Dr. He; read with the sentence itself
            continue
        here = list(_until(ordered, bisect_left(ordered, first, key=_start), end))
        for phrase in here:
            alone = all(_within(p, phrase) or _is_a_thing(p) for p in here)
            told = _goes_on(folded, phrase, end, cues) if alone else None
            if told and phrase.description.gender not in (None, told[2]):
                continue
            if told and _is_one(folded, phrase, end, cues) and is_met(phrase):
                said = replace(phrase.description, gender=told[2])
                pieces = _OF_ANYBODY if folded.text[told[0] : told[1]] in _ANYBODYS else _CERTAIN
                yield Phrase(told[0], told[1], told[0], said, ONE, True, pieces)


def _with_a_pronoun(folded: Folded) -> list[int]:
    """Return where the sentences behind others begin that have a pronoun close to their head."""
    starts: list[int] = []
    for hit in _PRONOUN.finditer(folded.text):
        first, _ = sentence(folded, hit.start())
        if first and hit.start() - first < _FAR and first not in starts[-1:]:
            starts.append(first)
    return starts


def _is_one(folded: Folded, phrase: Phrase, end: int, cues: Cues) -> bool:
    """Return whether one whose gender is not told speaks in a sentence that ends there."""
    known = phrase.description.gender and not is_hangul(folded.text[phrase.head])
    if known or phrase.determiners & _NOT_ONE or _is_named(folded, phrase):
        return False
    return phrase.present or _speaks(folded.text, phrase.end, end, cues)


def _is_named(folded: Folded, phrase: Phrase) -> bool:
    """Return whether a description in English is followed by the whole name of whom it is."""
    return bool(_WHOLE_NAME.match(folded.original, folded.span(phrase.start, phrase.end)[1]))


def _speaks(text: str, start: int, end: int, cues: Cues) -> bool:
    """Return whether who is described before a place says or thinks something there."""
    mind = cues.lexicon.institutions.mind
    if text[start - 1].isascii():
        return bool(cues.saying.match(text, start) or mind["en"].match(text, start + 1))
    if cues.han_saying.match(text, start) or mind["zh"].match(text, start):
        return True
    rest = text[start:end]
    return any(it.search(rest) for it in (cues.anywhere_saying, mind["ja"], mind["ko"]))


def _until(ordered: Sequence[Phrase], at: int, end: int) -> Iterator[Phrase]:
    """Yield the phrases of a list, from one on, that begin before an end."""
    while at < len(ordered) and ordered[at].start < end:
        yield ordered[at]
        at += 1


def _start(phrase: Phrase) -> int:
    return phrase.start


def _is_a_thing(phrase: Phrase) -> bool:
    """Return whether a phrase tells nothing of anybody: the catch figures."""
    return phrase.description.empty and not phrase.present


def _within(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _goes_on(
    folded: Folded, phrase: Phrase, end: int, cues: Cues
) -> tuple[int, int, Gender] | None:
    text = folded.text
    letter = text[phrase.head]
    if letter.isascii():
        told, group = _english(text, end, cues), 1
    else:
        last = sentence(folded, end)[1]
        told, group = (_korean if is_hangul(letter) else _characters)(text, end, last, cues), 1
    if told is None and (other := goes_on(text, end, letter)):
        told, group = other
        if _tells_of_another(folded, phrase, end):
            return None
    if told is None:
        return None
    woman = told[group] in _WOMEN
    return told.start(group), told.end(group), Gender.WOMAN if woman else Gender.MAN


def _tells_of_another(folded: Folded, phrase: Phrase, end: int) -> bool:
    """Return whether the sentence of somebody described tells of another person too."""
    first, _ = sentence(folded, phrase.start)
    return any(
        tells_of_another(folded.text, folded.written(start, last), start, last)
        for start, last in ((first, phrase.start), (phrase.end, end))
        if start < last
    )


def _english(text: str, end: int, cues: Cues) -> re.Match[str] | None:
    told = _ENGLISH.match(text, end)
    if told is None:
        return None
    mind = cues.lexicon.institutions.mind["en"]
    said = cues.saying.match(text, told.end()) or mind.match(text, told.end() + 1)
    return told if said else None


def _korean(text: str, end: int, last: int, _: Cues) -> re.Match[str] | None:
    told = _KOREAN.match(text, end)
    return told if told and _SAID_KO.search(text, told.end(), last) else None


def _characters(text: str, end: int, last: int, cues: Cues) -> re.Match[str] | None:
    if told := _JAPANESE.match(text, end):
        return told if _SAID_JA.search(text, told.end(), last) else None
    told = _CHINESE.match(text, end)
    if told is None:
        return None
    mind = cues.lexicon.institutions.mind["zh"]
    said = cues.han_saying.match(text, told.end()) or mind.match(text, told.end())
    return told if said else None
