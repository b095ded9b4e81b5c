"""Other readings of the same words: without tags, entities, marks of emphasis, codes of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import product

from dialogueprep.exchange.read_codes import unescaped
from dialogueprep.exchange.read_hangul import in_syllables
from dialogueprep.exchange.read_lookalikes import in_plain_letters
from dialogueprep.exchange.read_marked import (
    as_styled,
    unquoted,
    without_asides,
    without_commands,
)
from dialogueprep.exchange.read_pairs import pairs_of
from dialogueprep.exchange.read_text import GUESSED, sound_in

_BLOCKS = (
    "address|article|aside|body|br|caption|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|hr|"
    "html|li|main|nav|ol|option|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"<!--(?:(?!<!--).)*?--!?>|<[!?/][^<>]*>"
    r"""|</?[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|</?[A-Za-z][^<>]*>""",
    re.DOTALL,
)
_GAP = "[ \\t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_SPACED = re.compile(rf"(?<!\S)[^\W\d_](?:{_GAP}{{1,3}}[^\W\d_]){{2,}}(?!\S)")
_LOOSE = re.compile(rf"(?<!\S)[^\W\d_]{{1,2}}(?:{_GAP}{{1,3}}[^\W\d_]{{1,2}}){{4,}}(?!\S)")
"""Letters that were set one by one and that a reader of PDFs puts together here and there."""
_STACKED = re.compile(r"^[ \t]*[^\W\d_][ \t]*(?:\n+[ \t]*[^\W\d_][ \t]*)+$", re.MULTILINE)
_BELOW = re.compile(r"[^\W\d_][ \t]*(?:\n[ \t]*[^\W\d_][ \t]*){3,}$", re.MULTILINE)
_SIGNED = re.compile(
    r"(?<![^\W\d_])[^\W\d_]([-.\u00b7\u30fb_*/|~=+])[^\W\d_](?:\1[^\W\d_])+(?![^\W\d_])"
)
"""Letters with one sign between them: K-i-r-i."""
_DROPPED = re.compile(r"^[ \t]*([A-Z])[ \t]*\n+[ \t]*([a-z]{2,})", re.MULTILINE)
"""A first letter that stands over several lines."""
_NUMBER = "0123456789 "
_HYPHENS = "-\u2010\u00ad"
_FEW, _NEAR = 3, 6
"""Lines at the end of a page, letters of a line."""
_UNSEEN = re.compile(
    "[\ufff9-\ufffb\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
_TURNED = re.compile("\u202e([^\u202c\n]*)")
_TAGGED = re.compile(r"<(\w[^<>]*)>([^<>]*)")
_TURNS = re.compile(r"^bdo\b.*\brtl\b|\bbidi-override\b", re.IGNORECASE | re.DOTALL)
_TAGS_UNSEEN = re.compile("[\U000e0020-\U000e007e]+")
"""Letters of ASCII once more, where nothing shows them (Unicode, 23.9)."""
_QUOTED = re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE)
_CONTINUED = re.compile(r"\n[ \t](?=\S)")
_CARDS = re.compile(r"(?mi)^BEGIN:V[A-Z]+")
"""Calendars and cards, which fold their lines (RFC 5545, 3.1; RFC 6350, 3.2)."""
_OVER_BREAK = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{3,40})<br\s*/?>\s*([^\W\d_]{3,40})", re.IGNORECASE
)
_NOT_SHOWN = (
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?!\.?\d)"
    r"|(?<![\w-])color\s*:\s*(?:white|transparent|#fff(?:fff)?)\b"
    r"|(?:left|right|top|text-indent)\s*:\s*-\d{3}"
)
_LEAF = re.compile(r"<(\w+)\b([^<>]*)>[^<>]*</\1\s*>", re.IGNORECASE)
"""An element of a page that holds no other, and its attributes."""
_HIDING_CLASS = re.compile(
    rf"\.([\w-]+)[^{{}}<>]{{0,200}}\{{[^{{}}]{{0,400}}?(?:{_NOT_SHOWN})", re.IGNORECASE
)
_TOGETHER = re.compile(r"""(["'])\s*[&+]\s*\1""")
"""Between two strings of a formula or a script that are put together."""
_LISTED = re.compile(r'(["\'])(?:\s*,\s*)?\1')
_LITERAL = re.compile(r"""(["'`])([^\W\d_]{1,20})\1""")
_GOES_ON = re.compile(r"\\\n[ \t]*|\$\{[^{}\n]{0,80}\}")
"""Where a string of a script goes on: on the next line, behind what is put into it."""
_LISTS = re.compile(r"(?i)\b(?:concat\w*|textjoin|join)\b")
"""A formula or a script that puts a list of strings together."""
_ESCAPED = re.compile(r"(?:\\[^\W\d_]){3,}")
"""Letters of a number's format, each after its sign (ECMA-376, 18.8.30)."""
_RUBY = re.compile(
    r"<(?:text:ruby-text|r[tp])\b[^<>]*>[^<>]*(?:</(?:text:ruby-text|r[tp])\s*>)?", re.IGNORECASE
)
_EMPHASIS = re.compile(
    r"\*{1,3}|~~|`+|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|\\(?=[^\w\s])"
    r"|(?<=\w)\\ (?=\S)"
)
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]|'{2,5}()")
"""A link and marks of emphasis as wikis have them."""
_CODES = re.compile(b"(?:%[0-9A-Fa-f]{2})+")
_DOMAIN = re.compile(r"\bxn--([a-z0-9-]+)", re.IGNORECASE)
_STYLED = re.compile("\x1b\\[[0-9;]*[A-Za-z]|[^\x08\n]\x08")
"""Colours of a terminal, and letters that were typed over."""
_READS = re.compile(r"<(?:text:ruby-text|rt)\b[^<>]*>([^<>]*)", re.IGNORECASE)
_CELLS = re.compile(r"""["']?[ \t]*[,;|\t][ \t]*["']?""")
_ROW = re.compile(r"""(["'])[,;] ?\1|\|""")
_LINK = re.compile(
    r"!?\[([^\[\]^]*)\](?:\([^()]*\)|[ ]?\[[^\[\]]*\])"
    r"|(?<=[^\W\d_])\[(?:\^[^\[\]]*|([^\[\]]*))\]|\[([^\[\]]*)\](?=[^\W\d_])"
)
"""A link with its target, or with the name of one; a note; a name of a target in a word."""


def without_tags(text: str) -> str:
    """Return the words of HTML or XML: blocks are lines, other tags leave no gap."""
    return unescape(_TAG.sub("", _BLOCK.sub("\n", text)))


def without_ruby(text: str) -> str:
    """Return HTML without the small letters that tell how others are read."""
    return _RUBY.sub("", text)


def closed_up(text: str) -> Iterator[str]:
    """Yield words whose letters stand apart: with gaps between them, one on each line, with signs
    between them that are not seen; those that are turned round, hold letters of another script
    that look alike, or are syllables of Hangul in single letters."""
    for match in (*_SPACED.finditer(text), *_STACKED.finditer(text), *_BELOW.finditer(text)):
        yield "".join(match[0].split())
    for match in _LOOSE.finditer(text):
        pieces = match[0].split()
        if 2 * sum(len(piece) > 1 for piece in pieces) < len(pieces):
            yield "".join(pieces)
    yield from (re.sub(r"[\W_]", "", match[0]) for match in _SIGNED.finditer(text))
    yield from (match[1] + match[2] for match in _DROPPED.finditer(text))
    yield from in_plain_letters(text)
    yield from in_syllables(text)
    if _STYLED.search(text):
        yield from (_STYLED.sub("", line) for line in text.splitlines())
    if not text.isascii():
        yield from (_UNSEEN.sub("", line) for line in text.splitlines() if _UNSEEN.search(line))
        yield from (match[1][::-1] for match in _TURNED.finditer(text))
        yield from ("".join(chr(ord(c) & 0x7F) for c in m[0]) for m in _TAGS_UNSEEN.finditer(text))


def across(before: str, after: str) -> Iterator[str]:
    """Yield words that begin on a page and end on the next, whatever head and foot lie between."""
    tails, heads = _lines(before), _lines(after)
    furniture = set(tails) & set(heads)
    tails = [line for line in tails if line not in furniture][-_FEW:]
    heads = [line for line in heads if line not in furniture][:_FEW]
    for tail, head in product(tails, heads):
        if tail[-1] in _HYPHENS:
            yield " ".join(tail.split()[-2:])[:-1] + " ".join(head.split()[:2])
        elif _has_no_gaps(tail[-1]) and _has_no_gaps(head[0]):
            yield tail[-_NEAR:] + head[:_NEAR]


def _lines(text: str) -> list[str]:
    """Return the lines of a page without a number at their end."""
    return [bare for line in text.splitlines() if (bare := line.strip().rstrip(_NUMBER).strip())]


def _has_no_gaps(letter: str) -> bool:
    """Return whether a letter is of East Asia, where a line ends anywhere."""
    return letter >= "\u3041" and letter.isalpha()


def spelled_again(text: str) -> Iterator[str]:
    """Yield other readings of a text that holds HTML, letters in codes, or letters apart."""
    yield from closed_up(text)
    if "<" in text or "&" in text:
        bare = without_tags(text)
        yield bare
        if "</" in bare:  # a page within a value
            yield without_tags(bare)
    yield from put_together(text)


def put_together(text: str) -> Iterator[str]:
    """Yield a text with what formulas, scripts and formats of numbers put together, and with
    letters in codes as letters."""
    if "\\" in text:
        yield from (match[0].replace("\\", "") for match in _ESCAPED.finditer(text))
    if '""' in text:
        yield text.replace('""', "")
    if _LISTS.search(text):
        yield _LISTED.sub("", text)
    if "\\\n" in text or "${" in text:
        yield _GOES_ON.sub("", text)
    yield from pairs_of(match[2] for match in _LITERAL.finditer(text))
    spelled = unescaped(text)
    for one in dict.fromkeys((text, spelled)):
        if _TOGETHER.search(one):
            yield _TOGETHER.sub("", one)
    if spelled != text:
        yield spelled


def without_marks(text: str, name: str = "") -> str:
    """Return the words of Markdown, of TeX and of HTML in it, with and without what reads other
    words or is not shown, and of quoted and folded lines."""
    plain = [text]
    if (bare := unquoted(text)) != text:
        plain.append(bare)
    if _RUBY.search(text):
        read = _READS.findall(text)
        plain += [without_ruby(text), "".join(read), *(f"{one}: " for one in dict.fromkeys(read))]
    plain += _unfolded(text)
    if (spelled := unescaped(text)) != text:
        plain.append(spelled)
    plain += [_TOGETHER.sub("", one) for one in plain if _TOGETHER.search(one)]
    plain += pairs_of(match[2] for match in _LITERAL.finditer(text))
    if "<" in text:
        plain += _as_seen(text)
    plain += without_commands(text, name)
    words = [_EMPHASIS.sub("", _LINK.sub(_linked, without_tags(one))) for one in plain]
    apart = [one for bare in dict.fromkeys((text, words[0])) for one in closed_up(bare)]
    return "\n".join((*words, *apart, *([spelled] if spelled != text else [])))


def _unfolded(text: str) -> Iterator[str]:
    """Yield a text without marks of quotation and of wikis, and with lines that go on."""
    if "\n>" in text:
        yield _QUOTED.sub("", text)
    if _CARDS.search(text):
        yield _CONTINUED.sub("", text)
    if "\\\n" in text:
        yield _GOES_ON.sub("", text)
    if _WIKI.search(text):
        yield _WIKI.sub(r"\1", text)


def _linked(link: re.Match[str]) -> str:
    return "".join(filter(None, link.groups()))


def _as_seen(text: str) -> Iterator[str]:
    """Yield a page without what it hides, words that it turns round or breaks, and pages that
    stand in its attributes."""
    classes = "|".join(re.escape(name) for name in dict.fromkeys(_HIDING_CLASS.findall(text)))
    by_class = rf"|\bclass\s*=\s*[\"']?[^\"'<>]{{0,200}}(?<![\w-])(?:{classes})(?![\w-])"
    hides = re.compile(rf"{_NOT_SHOWN}|\shidden\b{by_class if classes else ''}", re.IGNORECASE)
    seen = _LEAF.sub(lambda e: "" if hides.search(e[2]) else e[0], without_asides(text))
    if seen != text:
        yield seen
    yield from as_styled(text)
    yield from (tag[2][::-1] for tag in _TAGGED.finditer(text) if _TURNS.search(tag[1]))
    yield from (match[1] + match[2] for match in _OVER_BREAK.finditer(text))
    if "&lt;" in text:
        yield unescape(text)


def rows_of(text: str, table: bool) -> str:
    """Return the lines of a text that are rows of a table, cell beside cell; all lines where the
    whole text is a table."""
    rows = (line for line in text.splitlines() if table or _ROW.search(line))
    return "\n".join(_CELLS.sub("\t", row).strip('"\t') for row in rows)


def other_lines(text: str, again: str) -> str:
    """Return the lines of another reading that the first one does not have, each once."""
    known = {line.strip() for line in text.splitlines()} | {""}
    lines = dict.fromkeys(line.strip() for line in again.splitlines())
    return "\n".join(line for line in lines if line not in known)


def unlinked(text: str) -> str:
    """Return the target of a link with its codes (``%20``, ``xn--``) as characters; in each
    encoding in which they are sound, a line each, where they are not UTF-8."""
    if "--" in text:
        text = _DOMAIN.sub(lambda m: _international(m[1]) or m[0], text)
    if "%" not in text:
        return text
    data = _CODES.sub(_held, text.encode("utf-8", "replace"))
    if sound_in(data, "utf-8"):
        return data.decode()
    lines = (data.decode(e) for e in GUESSED if sound_in(data, e))
    return "\n".join(dict.fromkeys(lines)) or data.decode(errors="replace")


def _held(code: re.Match[bytes]) -> bytes:
    return bytes.fromhex(code[0].decode().replace("%", ""))


def _international(label: str) -> str:
    """Return a label of a domain with its own letters (RFC 3492), "" if it is none."""
    try:
        return label.encode("ascii").decode("punycode")
    except UnicodeError:
        return ""
