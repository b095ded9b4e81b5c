"""In which encoding a list of people is written, and how sure that is.

A list of names is short and holds few frequent characters, so that the words at its head, the
places and sectors in its cells, and family names tell more than the usual signs of a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.people_words import surnames
from dialogueprep.exchange.read_text import GUESSED, MARKED, beginning, plausible, sound_in
from dialogueprep.exchange.roster_columns import field_of, gender_of, role_of, sector_of

_CELL = re.compile(r"[,;\t|\n\r\"]+")
_MOST_CELLS = 400
_CLEAR = 0.35
"""By how much the best reading must lie before the next to be called likely."""
OFFERED = ("utf-8", "utf-16", "gb18030", "big5", "cp932", "euc_jp", "iso2022_jp", "cp949", "cp1252")
"""The encodings that a person may choose from."""


class Sure(StrEnum):
    """How sure the encoding is."""

    MARKED = "marked"  # the file says so itself, or only one reading is possible
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding and how sure it is."""

    encoding: str
    sure: Sure


def guess_encoding(data: bytes) -> Guess:
    """Return the likeliest encoding of a list of people."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return Guess(encoding, Sure.MARKED)
    if wide := _wide(data):
        return Guess(wide, Sure.LIKELY)
    if b"\x1b$" in data[:100_000] and sound_in(data, "iso2022_jp"):
        return Guess("iso2022_jp", Sure.MARKED)
    if sound_in(data, "utf-8"):
        return Guess("utf-8", Sure.MARKED)
    return Guess("utf-8", Sure.LIKELY) if _nearly_utf8(data) else _among(data)


def _nearly_utf8(data: bytes) -> bool:
    """Return whether all but a few bytes are UTF-8: a file that was put together from two."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    beyond = sum(c > "\x7f" for c in text) - lost
    return lost * 20 <= beyond


def _wide(data: bytes) -> str:
    """Return the encoding of two bytes a character, without a mark, that zero bytes show."""
    odd, even = data[1::2].count(0), data[::2].count(0)
    if max(odd, even) <= 4 * min(odd, even) or len(data) % 2 or max(odd, even) < len(data) // 100:
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if sound_in(data, encoding) else ""


def _among(data: bytes) -> Guess:
    sound = [e for e in GUESSED if sound_in(data, e)]
    if not sound:
        return Guess("latin-1", Sure.UNSURE)
    scores = sorted(((_score(beginning(data, e), e), e) for e in sound), reverse=True)
    best, encoding = scores[0]
    alone = len(scores) == 1 and (encoding != "cp1252" or _is_western(data))
    clear = alone or (len(scores) > 1 and best - scores[1][0] > _CLEAR)
    return Guess(encoding, Sure.LIKELY if clear and best > 0 else Sure.UNSURE)


def _is_western(data: bytes) -> bool:
    """Return whether letters with marks stand among plain ones, as in words of western languages;
    every sequence of bytes can be read as cp1252."""
    text = beginning(data, "cp1252")
    words = re.findall(r"[^\W\d_]+", text)
    marked = [w for w in words if not w.isascii()]
    return all(sum(not c.isascii() for c in w) * 2 <= len(w) + 1 for w in marked)


def _score(text: str, encoding: str) -> float:
    """Return how much a reading looks like a list of people: its words, names and characters."""
    cells = [c.strip() for c in _CELL.split(text[:20_000])][:_MOST_CELLS]
    beyond = [c for c in cells if not c.isascii()]
    if not beyond:
        return plausible(text, encoding)
    known = sum(_weight(cell) for cell in beyond) / len(beyond)
    return known + plausible(text, encoding) - _strays(text)


def _weight(cell: str) -> float:
    """Return how much a cell speaks for a reading."""
    if field_of(cell) or sector_of(cell) or cell in _places():
        return 3
    if gender_of(cell) in ("woman", "man") or (len(cell) < 9 and role_of(cell)):
        return 2
    return 1 if _is_name(cell) else 0


def _is_name(cell: str) -> bool:
    """Return whether a cell begins with a frequent family name and is as long as a name."""
    table, bare = surnames(), cell.replace(" ", "").replace("\u3000", "")
    if not 2 <= len(bare) <= 5:
        return False
    if all(is_hangul(c) for c in bare):
        return bare[0] in read_lexicon().readings.hangul_surname
    if not is_han(bare[0]):
        return False
    japanese = any(bare[:n] in _japanese() for n in (2, 3, 1))
    return japanese or (len(bare) < 5 and bare[0] in table["han"]["one"])


@cache
def _japanese() -> frozenset[str]:
    return frozenset(surnames()["japanese"]["han"])


@cache
def _places() -> frozenset[str]:
    lexicon = read_lexicon()
    named = [*lexicon.territories.values(), *lexicon.regions.values()]
    return frozenset(w for place in named for words in place.words.values() for w in words)


def _strays(text: str) -> float:
    """Return how much speaks against a reading: scripts mixed inside words, signs of controls."""
    sample = text[:20_000]
    mixed = len(re.findall("[\uac00-\ud7a3][\u4e00-\u9fff]|[\u4e00-\u9fff][\uac00-\ud7a3]", sample))
    odd = len(re.findall("[\x80-\x9f\ue000-\uf8ff\uff61-\uff9f\u0400-\u04ff\u2500-\u257f]", sample))
    letters = sum(c > "\x7f" for c in sample) or 1
    return 3 * (mixed + odd) / letters
