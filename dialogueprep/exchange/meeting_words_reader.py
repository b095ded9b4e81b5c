"""Reads data/lexicon/meeting.toml: the words of a meeting itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dialogueprep.domain.identity.meeting_words import MeetingWords
from dialogueprep.domain.identity.reading.fold import Fold
from dialogueprep.domain.identity.reading.word_tree import either

_NO_VOWEL = re.compile("[^aeiou]y$")
_DOUBLED = re.compile("[^aeiou][aeiou][bdgmnprt]$")
_SIBILANT = re.compile("(?:s|x|z|ch|sh)$")
_ONE_SYLLABLE = 5  # letters at most of a verb whose last letter is doubled: stop, stopped
_PARTICLES = (
    "(?:들|님|분|측)?(?:은|는|이|가|을|를|에|에서|에게|에게서|께|께서|으로|로|와|과|도|만|까지|부터|의|마다|씩|"
    "쯤|한테|이나|나|이며|이고|이자|입니다|이다|임|인|이었다|이었으며|였다|였으며|이라고|라고|이라는|라는|이므로|동안|"
    "간|째|째로|별로|별|순|순으로|대로|한다|된다|하[가-힣]{0,4}|했[가-힣]{0,3}|한|할|함|합니다|해|해서|되[가-힣]{0,4}|된|될|됨|"
    "됐[가-힣]{0,3}|시키[가-힣]{0,3}|시켰다|받[가-힣]{0,3}|드리[가-힣]{0,3}|드립니다|없[가-힣]{0,4}|있[가-힣]{0,4}|없이)?"
    "(?:는|은|도|만)?"
)


def meeting_words_in(file: Path, fold: Fold) -> MeetingWords:
    """Return the words of a file's tables on folded text."""
    raw = tomllib.loads(file.read_text("utf-8"))
    english = raw["en"]
    words = {
        "en": frozenset((*_english(english), *(fold.plain(p) for p in english["phrases"]))),
        "zh": _folded(raw["zh"]["words"], fold),
        "ja": _folded(raw["ja"]["words"], fold),
    }
    longest = {"en": max(word.count(" ") + 1 for word in words["en"])}
    longest |= {name: max(map(len, words[name])) for name in ("zh", "ja")}
    return MeetingWords(
        words=words,
        longest=longest,
        things=frozenset((*_things(english), *(fold.plain(p) for p in english["phrases"]))),
        stems=_folded(raw["ja"]["stems"], fold),
        kana=_folded(raw["ja"]["kana"], fold),
        korean=_korean(raw["ko"], fold),
        never={name: _any(raw[name]["never"], name, fold) for name in raw},
        speaking={name: _any(raw[name]["speaking"].split(), name, fold) for name in raw},
    )


def _folded(written: str, fold: Fold) -> frozenset[str]:
    return frozenset(fold.plain(word) for word in written.split())


def _any(words: Iterable[str], language: str, fold: Fold) -> re.Pattern[str]:
    pattern = either(fold.plain(word) for word in words)
    return re.compile(rf"(?<![a-z]){pattern}(?![a-z])" if language == "en" else pattern)


def _korean(raw: Mapping[str, Any], fold: Fold) -> re.Pattern[str]:
    nouns, verbs = (either(_folded(raw[name], fold)) for name in ("nouns", "verbs"))
    return re.compile(rf"(?P<thing>(?:{nouns}|[0-9])+{_PARTICLES})|{verbs}[가-힣]{{0,4}}")


def _english(raw: Mapping[str, str]) -> Iterator[str]:
    yield from raw["function"].split()
    yield from raw["words"].split()
    yield from _things(raw)
    for verb in raw["verbs"].split():
        yield from (verb, _with_s(verb))
        for ending in ("ed", "ing"):
            yield _with(verb, ending)
            if len(verb) <= _ONE_SYLLABLE and _DOUBLED.search(verb):
                yield verb + verb[-1] + ending


def _things(raw: Mapping[str, str]) -> Iterator[str]:
    for noun in raw["nouns"].split():
        yield from (noun, _with_s(noun), f"{noun}'s", f"{noun}s'")


def _with_s(word: str) -> str:
    if _NO_VOWEL.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")


def _with(verb: str, ending: str) -> str:
    if ending == "ed" and _NO_VOWEL.search(verb):
        return verb[:-1] + "ied"
    return (verb[:-1] if verb.endswith("e") else verb) + ending
