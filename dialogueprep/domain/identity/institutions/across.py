"""Names of institutions as their neighbours read or translate the native name part by part.

青鸾水利研究院 is 칭롼수리연구원 (its proper name as it sounds, the rest as Koreans read it),
檜製錬 히노키제련, 临海轮渡集团 임해윤도집단, 해양수산협력단 海洋水産協力団, 돌섬조선 石岛造船.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dialogueprep.domain.identity.institutions.translated import KINDS, MATTER, usual
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import lines_of
from dialogueprep.domain.identity.spellings.neighbours import (
    han_in_hangul,
    kana_in_hangul,
    pinyin_in_hangul,
)
from dialogueprep.domain.identity.spellings.readings import pinyin_syllables
from dialogueprep.domain.identity.spellings.romaji import kana_of

_LEAST = 4  # letters of a form that is read in parts
_LONGEST = 4  # letters of a Korean word that a name is made of
_OPTIONS = 5  # words of which one part of a name is translated by, at most
_LATER = 2  # letters of a word in a name in characters
_LONGEST_PROPER = 4

_Words = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def read_in_parts(folded: str, latin: str, territory: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield a name in characters in hangul: its proper name by sound, what follows as it is read.

    ``latin`` is the first word of the institution's English name.
    """
    if len(folded) < _LATER + 1 or not all(map(is_han, folded)):
        return
    for ending, tails in _endings(folded, lexicon):
        body = folded.removesuffix(ending)
        whole = _by_words(body, lexicon)
        read = {whole + tail for tail in tails} if whole else set[str]()
        for length, proper in _proper(body, latin, territory, lexicon):
            rest = _by_words(body[length:], lexicon)
            if rest or length == len(body):
                read |= {proper + rest + tail for tail in tails}
        yield from (it for it in read if len(it) >= _LEAST)


def _endings(folded: str, lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a name ends with that says what it is, with how Koreans call that."""
    found = False
    for kind in lexicon.institutions.neighbours.kinds:
        for ending in kind.characters:
            if folded.endswith(ending) and len(ending) > 1 and len(folded) > len(ending) + 1:
                found = True
                yield ending, tuple(word for word in kind.hangul if len(word) > 1)
    for length in (1, 2) if not found else (2,):
        tails = han_in_hangul(folded[-length:], lexicon.readings)[:1]
        if tails and len(folded) > length:
            yield folded[-length:], tails


def _proper(body: str, latin: str, territory: str, lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Yield how many characters may be the proper name, and how it sounds in hangul."""
    if territory == "JP":
        for kana in kana_of(latin, lexicon.readings)[:1] if latin.isalpha() else ():
            for hangul in kana_in_hangul(kana):
                yield from ((n, hangul) for n in range(1, min(len(body), _LONGEST_PROPER) + 1))
    elif sounding := pinyin_in_hangul(pinyin_syllables(body[:_LATER], lexicon.readings)):
        yield min(len(body), _LATER), sounding


def _by_words(characters: str, lexicon: Lexicon) -> str:
    """Return characters as Koreans read them in words of two letters, or ""."""
    read = ""
    for at in range(0, len(characters), _LATER):
        word = han_in_hangul(characters[at : at + _LATER], lexicon.readings)
        if not word:
            return ""
        read += word[0]
    return read


def translated_from_korean(folded: str) -> Iterator[str]:
    """Yield a Korean name that is made of known words in Chinese and Japanese, not folded."""
    name = folded.replace(" ", "")
    if not name or not all(map(is_hangul, name)):
        return
    for length in range(1, _LONGEST + 1):
        kind, body = _kinds().get(name[-length:]), name[:-length]
        parts = _cut(body) if kind and len(body) > 1 else None
        if not kind or not parts:
            continue
        for language in (0, 1):
            each = [_matters()[part][language][:_OPTIONS] for part in parts]
            for chosen in usual(*each, kind[language]):
                if len("".join(chosen[:-1])) > 1:
                    yield "".join(chosen)


def _cut(body: str) -> list[str] | None:
    """Return a compound cut into known words, the longest first, or None."""
    if not body:
        return []
    for length in range(min(_LONGEST, len(body)), 0, -1):
        if body[:length] in _matters():
            rest = _cut(body[length:])
            if rest is not None:
                return [body[:length], *rest]
    return None


@cache
def _matters() -> _Words:
    lines = (line.split() for line in lines_of("korean_places"))
    return _by_korean(MATTER) | {hangul: ((han,), (han,)) for hangul, han in lines}


@cache
def _kinds() -> _Words:
    known = _by_korean(KINDS)
    known.update({
        "대학교": (("大学",), ("大学",)), "대학": (("大学",), ("大学",)),
        "단": (("团",), ("団",)), "조선": (("造船",), ("造船",)), "수산": (("水产",), ("水産",)),
        "해운": (("海运", "航运"), ("海運",)), "신문": (("新闻", "报"), ("新聞",)),
        "일보": (("日报",), ("日報",)), "신문사": (("报社", "新闻社"), ("新聞社",)),
        "은행": (("银行",), ("銀行",)), "과": (("科", "课", "处"), ("課",)),
        "연대": (("联合会", "团结会", "联盟"), ("連帯", "連合")),
        "식품": (("食品",), ("食品",)), "제약": (("制药",), ("製薬",)),
    })  # fmt: skip
    return known


def _by_korean(table: dict[str, tuple[tuple[str, ...], ...]]) -> _Words:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for chinese, japanese, korean in table.values():
        for word in korean:
            zh, ja = found.setdefault(word, ([], []))
            zh += (it for it in chinese if it not in zh)
            ja += (it for it in japanese if it not in ja)
    return {word: (tuple(zh), tuple(ja)) for word, (zh, ja) in found.items()}
