"""What stands around a name: titles before, degrees and honorifics behind, capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

_SURE = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "ambassador", "amb", "h.e", "hon",
     "sir", "dame", "rev", "gen", "col", "lt", "maj", "capt", "adm", "radm", "vadm", "brig",
     "dr.-ing", "dipl.-ing", "h.c", "emer")
)  # fmt: skip
"""Titles that are no given names, so that they part from a name of one word."""


_BEHIND = re.compile(
    r"[\s,]*[(（]\s*((?:mr|mrs|ms|miss|mx|dr|prof|amb)\.?)\s*[)）]$", re.IGNORECASE
)
"""A title in brackets behind the name, as lists in East Asia give it: KIM Jisoo (Ms.)."""
_RETIRED = re.compile(r"\s*[(（]\s*(?:ret|retd|retired)\.?\s*[)）],?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Affixes:
    """Titles and degrees, folded; honorifics as they are written, the longest first."""

    titles: frozenset[str]
    degrees: frozenset[str]
    honorifics: tuple[str, ...]
    romanised: Callable[[str], frozenset[str]]
    """Returns the spellings in Latin letters of the family name in a reading in kana."""

    @cached_property
    def honorific_ends(self) -> frozenset[str]:
        """The last letters of honorifics: most names end with none of them."""
        return frozenset(word[-1] for word in self.honorifics)


def parted_titles(typed: str, affixes: Affixes) -> tuple[str, str]:
    """Return the titles before a name as they were typed, and the name without titles, degrees."""
    text = " ".join(typed.split())
    if not text:
        return "", ""
    said = ""
    if "(" in text or "（" in text:
        behind = _BEHIND.search(text)
        said = behind[1] if behind else ""
        text = _RETIRED.sub(" ", text[: behind.start()] if behind else text).strip()
    pieces = _without_degrees(text, affixes).split(" ")
    n = 0
    while n < len(pieces) and (length := _title_length(pieces[n:], affixes)):
        n += length
    return " ".join(pieces[:n]).rstrip(",") or said, " ".join(pieces[n:])


def _without_degrees(text: str, affixes: Affixes) -> str:
    while True:
        rest, _, last = text.rpartition(" ")
        if not rest or last.strip(",()").casefold() not in affixes.degrees:
            return text
        sure = last.isupper() and not rest.isupper() and len(last) > 2
        sure = sure or last.casefold() in ("phd", "ret", "(ret)")
        if not ("," in rest[-1:] or "." in last or sure):
            return text
        text = rest.rstrip(", ")


def _title_length(pieces: list[str], affixes: Affixes) -> int:
    """Return how many of the pieces are a title; the name after it must be left."""
    for length in (3, 2, 1):
        if len(pieces) <= length:
            continue
        words = " ".join(pieces[:length]).casefold().strip(",")
        bare = words.rstrip(".")
        if bare in _SURE or words in _SURE:
            return length
        left = len(pieces) - length
        if left > 1 and (bare in affixes.titles or words in affixes.titles):
            return length
    return 0


_WORD = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"(Mc|Mac|Fitz|[ODL]['’])([A-Z]{2,})$")
_LOW = frozenset(
    ("van", "von", "der", "den", "de", "di", "da", "del", "della", "dos", "du", "la", "le", "ter",
     "ten", "zu", "al", "el", "bin", "binti")
)  # fmt: skip


@lru_cache(maxsize=20_000)
def cased(part: str, other: str) -> str:
    """Return a part of a name that stands in capitals as a name is usually written.

    It is left alone if it is one or two letters, or if the other part of the name shows that
    capitals are not a way of marking.
    """
    if found := _MIXED.match(part):
        return found[1] + found[2].capitalize()
    letters = sum(c.isalpha() for c in part)
    if not part.isupper() or letters < 2 or (other and other.isupper() and letters < 3):
        return part
    words = [_WORD.sub(lambda m: m[0].capitalize(), w) for w in part.split(" ")]
    return " ".join(
        w.lower() if w.lower() in _LOW and n < len(words) - 1 and len(words) > 1 else w
        for n, w in enumerate(words)
    )


def plain(text: str) -> str:
    """Return a text without case and marks, for comparison."""
    return _plain(text) if len(text) < 200 else text.casefold()


@lru_cache(maxsize=60_000)
def _plain(text: str) -> str:
    if text.isascii():
        return text.casefold()
    bare = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept.replace("đ", "d").replace("ø", "o"))


@lru_cache(maxsize=60_000)
def loose(text: str) -> str:
    """Return only the letters of a text, without case, marks, hyphens and long vowels' h."""
    folded = plain(text)
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
