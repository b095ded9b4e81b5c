"""A part of a file that was read back, and what all readers share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.read_text import decode, sound_in

MOST_BYTES = 300_000_000
"""A file whose parts unfold to more is not read: it is made to exhaust the machine."""
DEEPEST = 4
"""Files within files are read to this depth."""


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one part of a file. ``unread``: the part also holds what no text was got
    from, such as a picture; its ``text`` is then what could be found in its bytes. ``again``:
    words of another part in another reading, such as a web page without its tags. ``digest``: of
    the bytes of what could not be read, by which a picture of a document is known again."""

    name: str
    text: str
    unread: bool = False
    again: bool = False
    digest: str = ""

    def within(self, outer: str) -> Part:
        """Return this part as one of a file within a file."""
        return replace(self, name=f"{outer}: {self.name}")


def damaged(name: str) -> Trouble:
    """Return the trouble of a file that is not what it claims to be."""
    return Trouble("file-damaged", name=name)


_PLAIN = re.compile(rb"[\x20-\x7e]{4,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){4,}")
_BEYOND = re.compile(rb"(?:[\xc2-\xf4][\x80-\xbf]{1,3}){2,}")
_MIXED = re.compile(rb"(?:[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){2,}")
_FAR = re.compile(
    "(?<![^\0-\xff])(?:[\u3041-\u30fe\u4e00-\u9fff]{2,}|[\uac00-\ud7a3]{2,})(?![^\0-\xff])"
)
"""In one script, and between signs of one byte: other bytes look like far letters by chance."""
_MOST_SEARCHED = 1_000_000
_SHORTEST = 4
_SIGNS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FEW = 50


def strings(data: bytes) -> str:
    """Return the stretches of words found in bytes of unknown form, one a line."""
    wide = data.startswith(_WIDE_MARKS)
    found = _SIGNS.split(decode(data)) if wide else _stretches(data)
    return "\n".join(text for text in found if any(c.isalpha() for c in text))


def _stretches(data: bytes) -> list[str]:
    """Return stretches of letters in some encoding; those of UTF-8 whole, accents and all."""
    mixed = [m for m in _MIXED.findall(data) if len(m) >= _SHORTEST]
    wide = [m.decode("utf-16-le") for m in _WIDE.findall(data)]
    wide += far_words(data) if len(data) <= _MOST_SEARCHED else []
    if not sound_in(data, "utf-8"):
        beyond = [m for m in mixed if not m.isascii()]
        mixed = [*_PLAIN.findall(data), *_BEYOND.findall(data), *beyond]
    return list(dict.fromkeys((*wide, *(m.decode("utf-8", "ignore") for m in mixed))))


def far_words(data: bytes) -> list[str]:
    """Return words of East Asia in UTF-16 that end where such a string ends in other bytes."""
    pairs = ((data[start:], f"utf-16-{order}e") for start in (0, 1) for order in "lb")
    texts = (held[: len(held) // 2 * 2].decode(form, "replace") for held, form in pairs)
    return [words for text in texts for words in _FAR.findall(text)]


def is_text(text: str) -> bool:
    """Return whether what bytes were read as is likely a text: it has hardly a control sign."""
    odd = len(_SIGNS.findall(text))
    return odd <= 2 or odd * _FEW <= len(text)
