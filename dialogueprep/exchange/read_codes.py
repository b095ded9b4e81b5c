"""Words that stand in codes: letters by number, and bytes written in sixty-four letters."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from itertools import islice

from dialogueprep.exchange.read_part import far_words, is_text, strings
from dialogueprep.exchange.read_text import decode, sound_in

_LETTER = re.compile(
    r"(?i)\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(0{0,3}[0-9a-f]{4,5})[ ]?"
    r"|_x([0-9a-f]{4})_"
)
"""Of scripts, of style sheets, which write only the number, and of names in Office (ECMA-376,
22.9.2.19)."""
_NUMBERED = re.compile(
    r"(?i)\b(?:UNICHAR|CHAR|ChrW?|fromCharCode|fromCodePoint)\s*\(\s*(\d{1,7}(?:\s*,\s*\d{1,7})*)\s*\)"
)
_BYTES = re.compile(r"(?:%[0-9A-Fa-f]{2})+|(?:=[0-9A-F]{2}(?:=\r?\n)?){2,}")
_SIXTY_FOUR = re.compile(r"(?:[A-Za-z0-9+/]{4}(?:\r?\n[ \t]*)?){6,}(?:[A-Za-z0-9+/]{2,3}={0,2})?")
_SHORT_SIXTY_FOUR = re.compile(
    r"(?<![\w+/])(?:[A-Za-z0-9+/]{4}){1,6}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?(?![\w+/=])"
)
_HEX = re.compile(
    r"(?<![\w{-])(?:0x)?((?:[0-9A-Fa-f]{2}){4,2000}|[0-9A-Fa-f]{2}(?:[ :,-][0-9A-Fa-f]{2}){3,2000})"
    r"(?![\w}-])"
)
_SEVEN_BIT = re.compile(r"\+[A-Za-z0-9+/]{3,}(?:-|(?![A-Za-z0-9+/]))")
"""Letters by their numbers in sixty-four others (UTF-7, RFC 2152)."""
_UNIX_CODED = re.compile(r"(?m)^begin [0-7]{3,4} \S+\n[ -`]+$")
"""A file in the letters of the oldest mails (POSIX, uuencode)."""
_NO_LETTERS = re.compile(
    "[^ -~\xa0-\u024f\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
_NUMBER = re.compile(r"[0-9A-Fa-f\s]+")
_MOST_WORDS = 100_000
_LONG_WORDS = 6
_FEW_LETTERS = 3
_LONG_DECIMAL = 12
"""Digits; what is longer is no date and no telephone number."""
_EAST = "\u2fff"
"""Behind it stand the letters of East Asia."""
_BY_NUMBER = ("utf-8", "utf-16-le", "utf-16-be")
_LEAST_CODE = 24
_SHORT = 40
_LONG = 2_000
"""Bytes; fewer are a number, a key or the state of a field, not a picture."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_FILES = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"{\\rtf")
_PACKED = (zlib.MAX_WBITS, -zlib.MAX_WBITS, zlib.MAX_WBITS + 16)
_CERTIFICATE = (b"\x30\x82", b"\x30\x80")
_STRING = re.compile(rb"[\x0c\x13\x14\x16\x1e](?=([\x02-\x7f]))")


def unescaped(text: str) -> str:
    r"""Return a text with letters in codes (``\u661f``, ``\x41``, ``%E6%98%9F``, ``=E6=98=9F``)
    as letters; halves are joined."""
    spelled = _BYTES.sub(_spelled, text) if _BYTES.search(text) else text
    if "(" in spelled:
        spelled = _NUMBERED.sub(_by_numbers, spelled)
    if "\\" not in spelled and "_x" not in spelled:
        return spelled
    spelled = _LETTER.sub(_letter, spelled)
    return spelled.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _by_numbers(call: re.Match[str]) -> str:
    """Return the letters that a formula or a script gives by their numbers, as a string."""
    numbers = [int(each) for each in re.findall(r"\d+", call[1])]
    return '"' + "".join(chr(n) for n in numbers if n < 0x110000) + '"'


def _spelled(found: re.Match[str]) -> str:
    return decode(bytes.fromhex(re.sub(r"[%=\s]", "", found[0])))


def _letter(found: re.Match[str]) -> str:
    number = int(next(filter(None, found.groups())), 16)
    return chr(number) if number < 0x110000 else found[0]


def coded_words(text: str) -> tuple[str, bool]:
    """Return the words in stretches of base64, and whether one holds what gives no words, such as
    a picture."""
    found: list[str] = []
    unread = _UNIX_CODED.search(text) is not None
    found += short_words(text)
    for held in _stretches(text):
        data = _unfolded(held) or held
        shows = _shows(data)
        if not shows and len(data) < _SHORT:
            found += far_words(data)
            continue  # an identifier that only looks like it, or the state of a field
        found += [decode(data)] if shows else filter(_is_long, strings(data).split("\n"))
        if data.startswith(_CERTIFICATE):
            found += certified_words(data)
        unread = unread or (not shows and _is_file(data))
    words = "\n".join(found)
    return words[:_MOST_WORDS], unread or len(words) > _MOST_WORDS


def short_words(text: str) -> Iterator[str]:
    """Yield words in stretches too short to be told from an identifier otherwise, and in bytes
    written by their numbers: all of them are letters."""
    for match in _SHORT_SIXTY_FOUR.finditer(text):
        held = match[0].rstrip("=")
        data = b64decode(held + "=" * (-len(held) % 4))
        if len(data) > _FEW_LETTERS and (words := _of_letters(data, "utf-8")):
            yield words
    yield from _by_bytes(text)
    if "+" in text:
        for line in text.splitlines():
            if "+" in line and (words := _SEVEN_BIT.sub(_in_seven_bits, line)) != line:
                yield words


def _by_bytes(text: str) -> Iterator[str]:
    """Yield the words of which a text gives the bytes by their numbers (``4b69726979616d61``)."""
    for match in _HEX.finditer(text):
        if not match[1].isdecimal() or len(match[1]) > _LONG_DECIMAL:
            data = bytes.fromhex(re.sub("[:,-]", " ", match[1]))
            found = filter(None, (_of_letters(data, encoding) for encoding in _BY_NUMBER))
            yield from islice(found, 1)


def _of_letters(data: bytes, encoding: str) -> str:
    """Return bytes as a text if they are sound and all of it is letters as words have them."""
    if not sound_in(data, encoding):
        return ""
    words = data.decode(encoding).strip("\0 \r\n")
    scripts = {c > _EAST for c in words if c.isalpha()}
    shown = _NO_LETTERS.search(words) is None and len(scripts) == 1
    return words if shown and _mostly_letters(words) else ""


def _mostly_letters(words: str) -> bool:
    letters = sum(c.isalpha() or c.isspace() for c in words)
    return letters == len(words) or (len(words) > _LONG_WORDS and 5 * letters > 4 * len(words))


def _in_seven_bits(code: re.Match[str]) -> str:
    """Return letters in UTF-7 as such; what only looks like them stays."""
    try:
        words = code[0].encode().decode("utf-7")
    except UnicodeError:
        return code[0]
    known = words and not _NO_LETTERS.search(words) and any(c.isalpha() for c in words)
    return words if known else code[0]


def _unfolded(data: bytes) -> bytes:
    """Return what was packed as such, as drawings of some programs are; b"" if nothing was."""
    for form in _PACKED:
        reader = zlib.decompressobj(form)
        try:
            unfolded = reader.decompress(data, _MOST_WORDS)
        except zlib.error:
            continue
        if unfolded and (reader.eof or reader.unconsumed_tail):
            return unfolded
    return b""


def _shows(data: bytes) -> bool:
    """Return whether bytes are a text in an encoding that is not merely possible."""
    known = sound_in(data, "utf-8") if b"\0" not in data else b"\0\0" not in data
    return known and is_text(decode(data))


def _is_long(words: str) -> bool:
    return len(words) >= _LONG_WORDS or not words.isascii()


def certified_words(data: bytes) -> list[str]:
    """Return the strings of a certificate or a signature, such as the name of who signed."""
    found: list[str] = []
    for match in _STRING.finditer(data):
        words = data[match.end() + 1 : match.end() + 1 + match[1][0]]
        wide = match[0][:1] == b"\x1e"
        text = words.decode("utf-16-be" if wide else "utf-8", "replace")
        if text.isprintable() and any(c.isalpha() for c in text):
            found.append(text)
    return found


def _stretches(text: str) -> Iterator[bytes]:
    for match in _SIXTY_FOUR.finditer(text):
        if _NUMBER.fullmatch(match[0]) or match[0].isalpha():
            continue
        for held in (match[0], *_lines_apart(match[0])):
            letters = re.sub(r"\s", "", held).rstrip("=")
            try:
                yield b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")
            except (Error, ValueError):
                continue


def _lines_apart(held: str) -> list[str]:
    """Return the lines of a stretch that is not one code wrapped: those have equal lines."""
    lines = held.split()
    wrapped = len({len(line) for line in lines[:-1]}) == 1 and len(lines[-1]) <= len(lines[0])
    return [] if wrapped else [line for line in lines if len(line) >= _LEAST_CODE]


def _is_file(data: bytes) -> bool:
    if data.startswith((*_PICTURES, *_FILES)) or _FILES[0] in data[:_LEAST_CODE]:
        return True
    return len(data) > _LONG and not data.startswith(_CERTIFICATE)
