"""Shows that a sentence holds the words of a meeting alone: its room, order, time, papers, thanks.

What somebody thinks of a matter needs a word for it, or one of praise, doubt or wish; a sentence
that has none tells of an officer no more than that he ran the meeting, whatever its grammar.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.meeting_words import MeetingWords
from dialogueprep.domain.identity.reading.fold import HANGUL, KANA, Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("offices", "only_meeting")

_ENGLISH = re.compile(r"[a-z](?:[a-z&'-]*[a-z])?(?:s')?|[0-9]+(?:st|nd|rd|th|am|pm)?")
_KOREAN = re.compile("[가-힣0-9]+|[a-z\u3041-\u30ff\u4e00-\u9fff]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_KATAKANA = as_written("[ァ-ヺー]{2,}")
_SIGN = re.compile(r"[^a-z\u00e0-\u024f\u0370-\u1fff\u3041-\u30ff\u3400-\u9fff가-힣]")
_FAR = 240
"""Letters at most of a sentence that is read so."""
_OFFICER = re.compile(
    "(?<![a-z])(?:chair|moderator|facilitator)(?![a-z])|主席|主持人|议长|座长|司会|의장|좌장|사회자"
)
_SPEECH = re.compile(
    f"(?:{_LISTS['speech']})$|"
    "(?:演讲|讲演|致[辞词]|[主基][旨题调]发言|报告|发表|"
    "挨拶|あいさつ|欢迎[辞词])$|(?:연설|강연|발표|발제|인사말?|[개폐]회사|축사|환영사)$"
)
_LONGEST_SPEECH = 14
# What a speech does as an item of a programme; what it put, found or held is another matter.
_HAS_ITS_PLACE = re.compile(
    f"[^a-z ]|$| (?:{_LISTS['has_its_place']}|took [a-z0-9]+ "
    "minutes|at|on|in|by|from|before|after|until|and|for|of|slot)(?![a-z])"
)
# In East Asia its sentence has a time, a room, an order or what is done for it: 十時から大ホールで.
_TIMED = re.compile(
    f"[0-9一二三四五六七八九十半两](?:[时点分刻天日]|:[0-9])|{_LISTS['timed_zh_ja']}|"
    f"[0-9] ?[시분]|{_LISTS['timed_ko']}"
)
_LEAST = {"en": 2, "zh": 3, "ja": 4, "ko": 3}
_ENOUGH = {"en": 5, "zh": 6, "ja": 8, "ko": 4}
"""Words, or characters, around an office that say enough: 主席表示感谢 may be all of a remark."""


def _words_of(text: str) -> int:
    return len(text.split())


def _letters_of(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


_LENGTHS = {"en": _words_of, "zh": _letters_of, "ja": _letters_of, "ko": _words_of}


def language_of(text: str) -> str:
    """Return the language of a sentence by its letters: "en", "zh", "ja" or "ko"."""
    if HANGUL.search(text):
        return "ko"
    return "ja" if KANA.search(text) else "zh" if _HAN.search(text) else "en"


def is_of_the_meeting(
    words: MeetingWords, folded: Folded, start: int, end: int, *, silent: bool = False
) -> bool:
    """Return whether the sentence of a passage is in the words of a meeting alone.

    ``silent`` asks too that nobody spoke: what a presenter says is not of the meeting's order.
    """
    first, last = sentence(folded, start)
    if last - first > _FAR:
        return False
    before, after = folded.text[first:start], folded.text[end:last]
    whole = folded.text[first:last]
    language = language_of(whole)
    said = _LENGTHS[language](before + " " + after)
    silent = silent or said < _ENOUGH[language]
    if said < _LEAST[language]:
        return False
    if words.never[language].search(whole) or (silent and words.speaking[language].search(whole)):
        return False
    read = {"en": _english, "ko": _korean, "ja": _japanese, "zh": _chinese}[language]
    known = language != "ja" or _kana(words, folded, first, last)
    if language == "en" and is_a_speech(folded.text, start, end):
        before += "keynote"  # a thing of a meeting
    return known and read(words, before, after)


def is_given(words: MeetingWords, folded: Folded, start: int, end: int) -> bool:
    """Return whether a turn is what an officer gave: the chair recognised the next speaker.

    So is a speech that has its place in a programme: the keynote address is at ten.
    """
    if not is_a_speech(folded.text, start, end):
        first, last = sentence(folded, start)
        if not _OFFICER.search(folded.text, first, last):
            return False
    elif not _has_its_place(folded, start, end):
        return False
    return is_of_the_meeting(words, folded, start, end, silent=True)


def _has_its_place(folded: Folded, start: int, end: int) -> bool:
    if folded.text[start].isascii():
        return bool(_HAS_ITS_PLACE.match(folded.text, end))
    first, last = sentence(folded, start)
    return bool(_TIMED.search(folded.text, first, start) or _TIMED.search(folded.text, end, last))


def is_a_speech(text: str, start: int, end: int) -> bool:
    """Return whether words that end here are of a speech, and not of who gives it."""
    return bool(_SPEECH.search(text, max(start, end - _LONGEST_SPEECH), end))


def _korean(words: MeetingWords, before: str, after: str) -> bool:
    around = [words.korean.fullmatch(word) for word in _KOREAN.findall(f"{before}의장{after}")]
    things = [it for it in around if it and it["thing"]]
    return all(around) and len(things) > 1  # the office and one more


def _english(words: MeetingWords, before: str, after: str) -> bool:
    """Return whether all words are of a meeting, and one at least is something that it has."""
    tokens = _ENGLISH.findall(f"{before} , {after}")
    known, longest = words.words["en"], words.longest["en"]
    reached, thing = [True] + [False] * len(tokens), False
    for at, token in enumerate(tokens):
        if not reached[at]:
            continue
        if token in known or token[0].isdigit():
            reached[at + 1] = True
        thing = thing or token in words.things or token[0].isdigit()
        for more in range(2, min(longest, len(tokens) - at) + 1):
            several = " ".join(tokens[at : at + more])
            reached[at + more] |= several in known
            thing = thing or several in words.things
    return reached[-1] and thing


def _characters(words: MeetingWords, language: str, text: str) -> bool:
    known, longest = words.words[language], words.longest[language]
    japanese = language == "ja"
    reached = [True] + [False] * len(text)
    for at, letter in enumerate(text):
        if not reached[at]:
            continue
        free = _SIGN.match(letter) or (japanese and "ぁ" <= letter <= "ー")
        if free or (japanese and letter in words.stems and "ぁ" <= text[at + 1 : at + 2] <= "ー"):
            reached[at + 1] = True
        for more in range(1, min(longest, len(text) - at) + 1):
            reached[at + more] |= text[at : at + more] in known
    return reached[-1]


def _japanese(words: MeetingWords, before: str, after: str) -> bool:
    return _characters(words, "ja", f"{before}议长{after}")  # so that a particle is read


def _chinese(words: MeetingWords, before: str, after: str) -> bool:
    """Return whether it is of a meeting in Chinese, or in Japanese without kana."""
    return _characters(words, "zh", f"{before},{after}") or _japanese(words, before, after)


def _kana(words: MeetingWords, folded: Folded, first: int, last: int) -> bool:
    """Return whether all words in katakana are of the meeting; kana have lost their kind here."""
    begins, ends = folded.span(first, last)
    for run in _KATAKANA.finditer(folded.original, begins, ends):
        if _hiragana(run.group()) not in words.kana:
            return False
    return True


def _hiragana(katakana: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in katakana)
