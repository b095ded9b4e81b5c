"""Other readings of the same words: without tags, entities, marks of emphasis, codes of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from dialogueprep.exchange.read_codes import unescaped

_BLOCKS = (
    "address|article|aside|body|br|caption|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|hr|"
    "html|li|main|nav|ol|option|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_RUBY = re.compile(r"<r[tp]\b[^<>]*>[^<>]*(?:</r[tp]\s*>)?", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*{1,3}|~~|`+|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|\\(?=[^\w\s])")
_CODES = re.compile("(?:%[0-9A-Fa-f]{2})+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def without_tags(text: str) -> str:
    """Return the words of HTML or XML: blocks are lines, other tags leave no gap."""
    return unescape(_TAG.sub("", _BLOCK.sub("\n", text)))


def without_ruby(text: str) -> str:
    """Return HTML without the small letters that tell how others are read."""
    return _RUBY.sub("", text)


def spelled_again(text: str) -> Iterator[str]:
    """Yield other readings of a text that holds HTML, or letters in codes."""
    if "<" in text or "&" in text:
        yield without_tags(text)
    if "\\" in text and (spelled := unescaped(text)) != text:
        yield spelled


def without_marks(text: str) -> str:
    """Return the words of Markdown and of HTML in it, with and without what reads other words."""
    plain = [text, without_ruby(text)] if "<rt" in text.lower() else [text]
    if "\\" in text and (spelled := unescaped(text)) != text:
        plain.append(spelled)
    return "\n".join(_EMPHASIS.sub("", _LINK.sub(r"\1", without_tags(one))) for one in plain)


def other_lines(text: str, again: str) -> str:
    """Return the lines of another reading that the first one does not have, each once."""
    known = {line.strip() for line in text.splitlines()} | {""}
    lines = dict.fromkeys(line.strip() for line in again.splitlines())
    return "\n".join(line for line in lines if line not in known)


def unlinked(text: str) -> str:
    """Return the target of a link with its codes (``%20``) as characters."""
    return _CODES.sub(lambda m: bytes.fromhex(m[0].replace("%", "")).decode(errors="replace"), text)
