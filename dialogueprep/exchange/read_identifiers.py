"""Words within what programs take for one: names of styles, bookmarks, fields, layers, states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dialogueprep.domain.identity.spellings.nobodys_words import is_english

_TOKEN = re.compile(r"(?<!\d)\d*[^\W\d_][\w.]*")
_WITHIN = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[^\W\d_][\d_.]|[\d_.][^\W\d_]")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|(?:(?![A-Za-z])[^\W\d_])+")
_CAPITALS = re.compile("^[A-Z]{4,}(?=[a-z])")
_LEAST = 4
"""Letters of a word that is yielded: shorter ones (No, Sim, Sun) are parts of any identifier."""
_SHORT = 3
"""Letters of a short family name, told only beside a long word in the name of a file."""
_LONG, _LONGEST = 9, 40
"""Letters of a word that may be a name and a word."""
_ENDINGS = (", attributes", ".xml", "names of members")


def words_in_identifiers(text: str) -> Iterator[str]:
    """Yield the words of each identifier in a text that has several, such as RefAkimoto2: unless
    they are short or a single English one."""
    for token in dict.fromkeys(_TOKEN.findall(text)):
        if not _WITHIN.search(token):
            yield from _halves(token)
            continue
        words = [word for word in _WORDS.findall(token) if len(word) > 1]
        long = [word for word in words if len(word) >= _LEAST]
        own = [word for word in long if not is_english(word.lower())]
        if own or len(long) > 1:
            yield " ".join(words)
        yield from (one + other for one, other in pairwise(words) if _are_halves(one, other))


def _are_halves(one: str, other: str) -> bool:
    """Return whether two words beside each other in an identifier may be one: kiri_yama."""
    if not (one.isascii() and _LONG <= len(one) + len(other) + 1 <= _LONGEST):
        return False
    return not (is_english(one.lower()) or is_english(other.lower()))


def _halves(token: str) -> Iterator[str]:
    """Yield what stands before or after an English word in a word that is none: REPORTAKIMOTO."""
    word = token.lower()
    if not _LONG <= len(word) <= _LONGEST or not word.isascii() or is_english(word):
        return
    for n in range(_LEAST, len(word) - _LEAST + 1):
        one, other = word[:n], word[n:]
        for name, rest in ((one, other), (other, one)):
            if len(name) > _LEAST and is_english(rest) and not is_english(name):
                yield name.capitalize()


def names_in_word(word: str) -> Iterator[str]:
    """Yield what is no English word of a word, with a capital: shen, SHENFINAL, where the rest is
    one, and SHENnotes."""
    small = word.lower()
    if not (word.isascii() and word.isalpha()):
        return
    ends = (n for n in range(_LEAST, len(small) - _LEAST + 1) if len(small) <= _LONGEST)
    halves = ((small[:n], small[n:]) for n in ends)
    parted = (pair for one, other in halves for pair in ((one, other), (other, one)))
    names = (name for name, rest in parted if is_english(rest))
    if not is_english(small):
        yield from (name.capitalize() for name in _short_names(small))
    for name in dict.fromkeys((small, *(m.lower() for m in _CAPITALS.findall(word)), *names)):
        if len(name) >= _LEAST and not is_english(name):
            yield name.capitalize()


def _short_names(small: str) -> Iterator[str]:
    """Yield the first or last three letters of a word whose other letters are one: TAKFINAL."""
    for name, rest in ((small[:_SHORT], small[_SHORT:]), (small[-_SHORT:], small[:-_SHORT])):
        if len(rest) > _LEAST and is_english(rest) and not is_english(name):
            yield name


def holds_identifiers(name: str) -> bool:
    """Return whether a part holds what programs name, and no sentences, by the part's name."""
    if name.endswith(_ENDINGS):
        return not name.endswith(("word/document.xml", "content.xml"))
    return name in _OF_PDF or bool(_PARTS_OF_PDF.fullmatch(name)) or name.startswith("group ")


_OF_PDF = frozenset(
    {"info", "outline", "form", "names", "destinations", "other objects", "names of objects"}
)
_PARTS_OF_PDF = re.compile(r"page \d+, (?:annotations|marks)")
