"""Everything that a letter by e-mail holds: its head, each of its pieces, what is attached."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value
from typing import cast

from dialogueprep.exchange.read_part import Part, strings
from dialogueprep.exchange.read_text import decode, sound_in

CODED = re.compile(rb"(?mi)^(?:content-transfer-encoding|mime-version):|=\?[\w-]+\?[bq]\?")
"""What tells that words of a text stand in the codes of letters (RFC 2045, 2047)."""
_NAMES = (".eml", ".mht", ".mhtml", ".mbox", ".emlx")
_HEAD = re.compile(rb"\s*(?:\d+\s+)?(?:From |[A-Za-z][\w-]*:)")
_FIELD = re.compile(rb"(?mi)^(?:from|to|subject|date|received|message-id|mime-version):")
_NEXT = re.compile(rb"(?m)^From \S+ .*\r?\n")
"""What stands before each letter of a box (RFC 4155)."""
_IN_LETTER = 1 << 13
_DEEPEST = 16
"""Letters within letters, and their pieces, are read to this depth."""
_FOLDED = re.compile(r"\r?\n[ \t]+")
_OF_PROGRAMS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
"""Encodings that no letter is written in; some take very long."""
_WITH_VALUES = ("content-type", "content-disposition")
_HEAD_OF_LETTER, _HEAD_OF_PIECE = "head of the message", "head of a piece"
_SHOWN = frozenset({"image", "audio", "video"})
_SEALED = re.compile("-----BEGIN PGP MESSAGE-----")
ReadInner = Callable[[str, bytes], list[Part]]


def is_mail(name: str, data: bytes) -> bool:
    """Return whether a file is a letter or a box of them: it begins with a head."""
    head = data[:_IN_LETTER]
    if not _HEAD.match(head):
        return False
    named = name.lower().endswith(_NAMES) and _FIELD.search(head) is not None
    return named or CODED.search(head) is not None


def read_mail(data: bytes, read_inner: ReadInner) -> list[Part]:
    """Return the parts of a letter, or of each letter of a box: the head of each piece with its
    codes as letters, texts, and what is attached, read as files within the file."""
    letters = [one for one in _NEXT.split(data) if one.strip()] if _NEXT.match(data) else [data]
    several = len(letters) > 1
    found: list[Part] = []
    for n, letter in enumerate(letters, start=1):
        parts = _parts(letter.lstrip(b"\r\n"), read_inner)
        found += (part.within(f"message {n}") if several else part for part in parts)
    return found


def _parts(letter: bytes, read_inner: ReadInner) -> list[Part]:
    """Return the parts of a letter; one that cannot be taken apart is a text said to be unread."""
    try:
        return list(_letter(message_from_bytes(letter), read_inner, 0))
    except (ValueError, RecursionError):  # by the parser: of a head, of letters in letters
        return [Part("message", decode(letter), unread=True)]


def _letter(
    message: Message, read_inner: ReadInner, depth: int, head: str = _HEAD_OF_LETTER
) -> Iterator[Part]:
    yield Part(head, "\n".join(_heads(message)))
    for text in (message.preamble, message.epilogue):
        if text and text.strip():
            yield Part("beside the message", decode(_bytes_of(text)))
    if message.is_multipart():
        inner = cast("list[Message]", message.get_payload())
        if depth > _DEEPEST:
            yield Part("message", "", unread=True)
            return
        head = _HEAD_OF_PIECE if message.get_content_maintype() == "multipart" else _HEAD_OF_LETTER
        for one in inner:
            yield from _letter(one, read_inner, depth + 1, head)
        return
    content = message.get_payload(decode=True)
    if isinstance(content, bytes) and content.strip():
        yield from _piece(message, content, read_inner)


def _piece(message: Message, content: bytes, read_inner: ReadInner) -> Iterator[Part]:
    attached = _decoded(collapse_rfc2231_value(message.get_filename() or ""))
    if message.get_content_maintype() != "text":
        name = attached or "attachment"
        if message.get_content_maintype() in _SHOWN and message.get_content_subtype() != "svg+xml":
            found = [Part("picture", strings(content), unread=True)]
        else:
            found = read_inner(name, content)
        yield from (part.within(f"attachment {name}") for part in found)
        return
    declared = str(message.get_content_charset() or "")
    if text := _said_in(content, declared):
        content = text.encode()
    for part in read_inner(attached or "message", content):
        sealed = part.name == "text" and _SEALED.search(part.text) is not None
        one = Part("text", part.text, unread=True) if sealed else part
        yield one.within(f"attachment {attached}" if attached else "message")


def _said_in(held: bytes, encoding: str) -> str | None:
    """Return a text in the encoding that is named for it; None if it is in no such encoding."""
    try:
        if codecs.lookup(encoding).name in _OF_PROGRAMS:
            return None
        text = held.decode(encoding)
        text.encode()
        return text if sound_in(held, encoding) else None
    except (LookupError, ValueError):
        return None


def _heads(message: Message) -> Iterator[str]:
    """Yield the fields of a head, unfolded, and their values that stand in codes of their own."""
    for key, value in message.raw_items():
        yield f"{key}: {_decoded(str(value))}"
        if key.lower() in _WITH_VALUES:
            held = message.get_params(header=key) or []
            said = (_decoded(collapse_rfc2231_value(v)) for _, v in held[1:] if v)
            yield from (v for v in said if v not in str(value))


def _decoded(value: str) -> str:
    """Return a value of a head with its words in codes as letters; halves are joined."""
    value = _FOLDED.sub(" ", decode(_bytes_of(value)))
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(_word(held, encoding) for held, encoding in pieces)


def _word(held: str | bytes, encoding: str | None) -> str:
    if isinstance(held, str):
        return held
    if encoding is None:
        plain = held.decode("raw-unicode-escape", "replace")
        return plain.encode("utf-8", "replace").decode()
    text = _said_in(held, encoding)
    return decode(held) if text is None else text


def _bytes_of(text: str) -> bytes:
    """Return the bytes that a text was read from: the parser keeps those beyond ASCII aside."""
    return text.encode("utf-8", "surrogateescape")
