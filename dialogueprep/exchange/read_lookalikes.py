"""Letters that look like others: of a neighbouring script, of a symbol font, in frames, raised."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеіјорсухѕһԁԛԝӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυχικ",
        "ABESIJKMHOPCTYXaeijopcyxshdqwlABEZHIKMNOPTYXovpuxik",
        strict=True,
    )
)
_SMALL = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡ", "abcdefghijklmnoprstuvwyzag", strict=True))
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_FRAMED = {
    chr(first + n): letter
    for first in (0x249C, 0x1F110, 0x1F150, 0x1F170, 0x1F1E6)
    for n, letter in enumerate(_ALPHABET)
}
"""Letters in brackets, on a dark ground, and those of flags (Unicode, 22.9)."""
_BRAILLE = dict(zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵", _ALPHABET, strict=True))
_DRAWN = {**_FRAMED, **_BRAILLE}
_LETTERS = str.maketrans({**_LIKE, **_SMALL})
_STRANGE = re.compile(f"[{''.join((*_LIKE, *_SMALL))}]")
_PICTURED = re.compile(f"[{''.join(_DRAWN)}]{{2,}}")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SYMBOLS = re.compile("[\uf020-\uf07e]{2,}")
_SHIFT = 0xF000


def in_plain_letters(text: str) -> Iterator[str]:
    """Yield the lines of a text that hold a word of Latin and other letters that look alike, or
    letters of a symbol font (Word puts those from U+F020 on), in plain letters."""
    if text.isascii():
        return
    if _STRANGE.search(text):
        lines = ((line, _WORD.sub(_plain, line)) for line in text.splitlines())
        yield from (plain for line, plain in lines if plain != line)
    for found in _PICTURED.findall(text):
        yield "".join(_DRAWN[sign] for sign in found).capitalize()
    for found in _SYMBOLS.findall(text):
        yield "".join(chr(ord(sign) - _SHIFT) for sign in found)


def _plain(word: re.Match[str]) -> str:
    """Return a word in Latin letters, if one of them is Latin or looks like a small capital."""
    small = any(letter in _SMALL for letter in word[0])
    return word[0].translate(_LETTERS) if small or _LATIN.search(word[0]) else word[0]
