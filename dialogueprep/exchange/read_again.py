"""Other readings of the same words: without tags, entities, marks of emphasis, codes of links."""

from __future__ import annotations

import re
from html import unescape

_BLOCKS = (
    "address|article|aside|body|br|caption|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|hr|"
    "html|li|main|nav|ol|option|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_EMPHASIS = re.compile(r"\*{1,3}|~~|`+|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|\\(?=[^\w\s])")
_CODES = re.compile("(?:%[0-9A-Fa-f]{2})+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def without_tags(text: str) -> str:
    """Return the words of HTML or XML: blocks are lines, other tags leave no gap."""
    return unescape(_TAG.sub("", _BLOCK.sub("\n", text)))


def without_marks(text: str) -> str:
    """Return the words of Markdown and of HTML in it."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", without_tags(text)))


def other_lines(text: str, again: str) -> str:
    """Return the lines of another reading that the first one does not have, each once."""
    known = {line.strip() for line in text.splitlines()} | {""}
    lines = dict.fromkeys(line.strip() for line in again.splitlines())
    return "\n".join(line for line in lines if line not in known)


def unlinked(text: str) -> str:
    """Return the target of a link with its codes (``%20``) as characters."""
    return _CODES.sub(lambda m: bytes.fromhex(m[0].replace("%", "")).decode(errors="replace"), text)
