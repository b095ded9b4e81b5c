"""Vietnamese names among Chinese, Japanese and Korean words.

In Chinese characters they are those that each syllable stands for; in katakana and hangul the
family name has few spellings, and what follows is compared as it sounds.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.name_parts import Habit, Part, Spelling
from dialogueprep.domain.identity.spellings.sounds import joined
from dialogueprep.domain.people import Name

TERRITORY = "VN"
_MOST = 48
_SYLLABLE = as_written(
    r"(ngh?|nh|gh|gi(?=[aeiou])|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]?)[aeiouy]*"
    r"(ch|nh|ng|[cmnpt])?$"
)
_FIRST = {
    "ng": "n k", "ngh": "n k", "nh": "n", "g": "k", "gh": "k", "gi": "s ", "d": "s ", "đ": "t",
    "kh": "k ", "ph": "p", "th": "t", "tr": "s t", "ch": "s", "qu": "k", "c": "k", "k": "k",
    "q": "k", "h": "", "b": "p", "l": "r", "m": "n", "n": "n", "p": "p", "r": "r s", "s": "s",
    "t": "t", "v": "p ", "x": "s",
}  # fmt: skip
_LAST = {
    "c": "k ", "ch": "k s t", "m": "n", "n": "n", "ng": "n", "nh": "n", "p": "p ", "t": "t s ",
}  # fmt: skip


def family_abroad(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the family name in characters, kana and hangul, and the whole in characters."""
    family = lexicon.fold.plain(name.family)
    for word in lexicon.vietnamese.family.get(family, ()):
        if is_han(word[0]):
            yield Spelling(word, Part.FAMILY, False, False, Habit.READ)
            for given in _in_characters(name, lexicon):
                yield Spelling(word + given, Part.WHOLE, habit=Habit.READ)
        elif len(word) > 1:
            yield Spelling(word, Part.FAMILY, len(word) > 2, len(word) > 2, Habit.SOUND)
        elif is_hangul(word[0]):
            yield Spelling(word, Part.FAMILY, False, False, Habit.SOUND)


def _in_characters(name: Name, lexicon: Lexicon) -> Iterator[str]:
    syllables = lexicon.fold.plain(name.given).split()
    called = [s for s in syllables if s not in lexicon.vietnamese.middle]
    for words in (syllables, called) if 1 < len(called) < len(syllables) else (syllables,):
        known = [lexicon.vietnamese.han.get(s, "") for s in words]
        if known and all(known):
            yield from map("".join, itertools.islice(itertools.product(*known), _MOST))


def given_sounds(name: Name) -> tuple[frozenset[str], ...]:
    """Return by word of the given name the classes of consonants that it may sound like."""
    return tuple(frozenset(_sounds(word)) for word in _plain(name.given).split())


def _plain(written: str) -> str:
    bare = unicodedata.normalize("NFKD", written.lower())
    return "".join(c for c in bare if not unicodedata.combining(c))


def _sounds(word: str) -> Iterator[str]:
    parts = _SYLLABLE.match(word)
    if not parts:
        return
    first, last = parts.group(1), parts.group(2) or ""
    firsts = "s t " if first == "d" and word.isascii() else _FIRST.get(first, "")
    if word.startswith("hu"):  # フン
        firsts = " p"
    for one, other in itertools.product(firsts.split(" "), _LAST.get(last, "").split(" ")):
        yield joined(one + other)


def sounds_together(words: tuple[frozenset[str], ...]) -> frozenset[str]:
    """Return the classes of several words one behind the other."""
    together = itertools.islice(itertools.product(*words), 4 * _MOST)
    return frozenset(joined("".join(t)) for t in together)
