"""Reports saved from a web page: its text, with navigation, scripts and styles left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.splitting.report import Kind, Piece
from dialogueprep.exchange.read_part import damaged
from dialogueprep.exchange.source_lines import Line, looks_like_heading, piece_at
from dialogueprep.exchange.source_tables import proposing_columns

_MOSTLY = 0.8  # of a block's characters: it only leads elsewhere


_MOST_MARKS = 300_000
"""Tags, or references to characters, of a page that is read."""
_MOST_UNENDED = 100
_DEEPEST = 400


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DROPPED = _set("script style noscript template svg head iframe object canvas")
_FURNITURE = _set("nav footer aside form button select menu dialog figcaption header")
_EMPTY = _set("br hr img input meta link source wbr area base col embed track param")
_BLOCKS = _set(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr td th section article main blockquote pre "
    "body html address figure br hr title caption nav footer aside form header"
)
_IS_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_FURNITURE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav\w*|menu|breadcrumbs?|share|sharing|social|cookies?|related|footer|sidebar|"
    r"foot|header|logo|topbar|masthead|crumbs?|bread|gnb|lnb|snb|sns|rec|recommend(?:ed)?|hot|ranking|most-read|"
    r"subscribe|newsletter|comments?|advert\w*|ads?|promo|byline|author|meta|tags|pager|pagination|"
    r"banner|signup|register|skip|toolbar|copyright|caption|popup|modal)(?:$|[-_\s])",
    re.IGNORECASE,
)


def pieces_of_html(text: str, name: str = "") -> list[Piece]:
    """Return the paragraphs of a page; what only the page needs is marked as furniture.

    Raises Trouble("source-too-large") for more tags than a report has, Trouble("file-damaged")
    for a page of tags that do not end.
    """
    if text.count("<") > _MOST_MARKS or text.count("&") > _MOST_MARKS:
        raise Trouble("source-too-large", name=name)
    reader = _Reader(name, has_main=bool(re.search(r"<(?:main|article)\b", text, re.IGNORECASE)))
    reader.feed(text)
    reader.close()
    reader.end_block()
    pieces = reader.pieces
    return [_judged(pieces, n, bold=n in reader.bold) for n in range(len(pieces))]


def _judged(pieces: list[Piece], n: int, *, bold: bool) -> Piece:
    """Return a piece; a plain paragraph that begins with a mark is a point of a list, and a short
    one that is bold throughout, with text under it, is a heading."""
    piece = pieces[n]
    if piece.kind is not Kind.TEXT:
        return piece
    after = next((p for p in pieces[n + 1 :] if p.kind is not Kind.FURNITURE), None)
    if bold and after and after.kind is not Kind.HEADING and _heads(piece.text, after.text):
        return Piece(piece.text, Kind.HEADING, _LEVEL_OF_BOLD)
    near = [Line(p.text, True) for p in pieces[max(0, n - 1) : n + 2]]
    judged = piece_at(near, min(n, 1))
    return judged if judged.kind in (Kind.BULLET, Kind.NUMBERED) else piece


_LEVEL_OF_BOLD = 7  # below those of the page's own headings
_MOST_OF_BOLD = 80


def _heads(text: str, after: str) -> bool:
    """Return whether a bold line stands above text as a heading, and not as its first sentence."""
    return len(text) <= _MOST_OF_BOLD and looks_like_heading(text, after)


@dataclass
class _Table:
    """A table that is being read: where each of its cells begins among the pieces."""

    rows: list[list[int]] = field(default_factory=list[list[int]])


class _Reader(HTMLParser):
    """Gathers the blocks of a page; unclosed elements are closed by those around them."""

    def __init__(self, name: str, *, has_main: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._name = name
        self._unended = 0
        self.pieces: list[Piece] = []
        self.bold: set[int] = set()  # which pieces are bold throughout
        self._open: list[tuple[str, bool, bool]] = []  # its name; whether furniture, and bold
        self._words: list[str] = []
        self._has_main = has_main
        self._dropped = 0
        self._furniture = 0
        self._mains = 0
        self._linked = 0  # how many of the characters of this block stand in links
        self._in_bold = 0  # and how many are bold
        self._tables: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a block ends the words before it."""
        if tag in _BLOCKS:
            self.end_block()
            if tag in ("p", "li", "td", "th", "tr"):
                self._close_open(tag)
        if tag in _EMPTY:
            return
        self._begin_cell(tag)
        furniture = tag in _FURNITURE or _is_furniture(attrs)
        if tag in ("main", "article", "body", "html"):
            furniture = False
        if len(self._open) >= _DEEPEST:
            return  # nobody nests so deep; each end would look through all of them
        self._open.append((tag, furniture, _is_bold(tag, attrs)))
        self._dropped += tag in _DROPPED
        self._furniture += furniture
        self._mains += tag in ("main", "article")

    def _close_open(self, tag: str) -> None:
        """Close an element that another of its kind ends: <li> after <li>."""
        inner = [name for name, *_ in self._open[-4:]]
        if tag in inner and not {"ul", "ol", "table"} & set(inner[inner.index(tag) + 1 :]):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element and those left open inside it."""
        if tag in _BLOCKS or tag in _FURNITURE:
            self.end_block()
        if tag not in [name for name, *_ in self._open]:
            return
        if tag == "table":
            self._end_table()
        while self._open:
            name, furniture, _ = self._open.pop()
            self._dropped -= name in _DROPPED
            self._furniture -= furniture
            self._mains -= name in ("main", "article")
            if name == tag:
                break

    def parse_starttag(self, i: int) -> int:
        """Read a tag; what does not end was looked through to the end of the page."""
        return self._ended(super().parse_starttag(i))

    def parse_endtag(self, i: int) -> int:
        """Read the end of an element."""
        return self._ended(super().parse_endtag(i))

    def parse_html_declaration(self, i: int) -> int:
        """Read a comment or a declaration."""
        return self._ended(super().parse_html_declaration(i))

    def parse_pi(self, i: int) -> int:
        """Read a processing instruction."""
        return self._ended(super().parse_pi(i))

    def _ended(self, at: int) -> int:
        self._unended += at < 0
        if self._unended > _MOST_UNENDED:
            raise damaged(self._name)
        return at

    def handle_data(self, data: str) -> None:
        """Keep words that a reader of the page sees."""
        if not self._dropped:
            self._words.append(data)
            length = len("".join(data.split()))
            self._linked += length if any(name == "a" for name, *_ in self._open) else 0
            self._in_bold += length if any(bold for *_, bold in self._open) else 0

    def _begin_cell(self, tag: str) -> None:
        """Remember where a table, a row or a cell begins."""
        if tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1].append(len(self.pieces))

    def _end_table(self) -> None:
        """Mark the cells that say what is to be done, and the heads above them."""
        if not self._tables:
            return
        rows = self._tables.pop().rows
        starts = [start for row in rows for start in row]
        ends = dict(pairwise([*starts, len(self.pieces)]))
        words = [
            [" ".join(p.text for p in self.pieces[at : ends[at]]) for at in row] for row in rows
        ]
        proposing = proposing_columns(words)
        for n, row in enumerate(rows if proposing else []):
            for column, at in enumerate(row):
                for k in range(at, ends[at]):
                    self.pieces[k] = _in_table(self.pieces[k], n, acts=column in proposing)

    def end_block(self) -> None:
        """Make a piece of the words gathered so far."""
        text = re.sub(r"\s+", " ", "".join(self._words)).strip()
        linked, self._linked = self._linked, 0
        in_bold, self._in_bold = self._in_bold, 0
        self._words.clear()
        if text:
            piece = self._piece(text)
            only_links = linked >= _MOSTLY * len("".join(text.split()))
            if only_links and piece.kind is not Kind.HEADING and not text.endswith((".", "。")):
                piece = Piece(text, Kind.FURNITURE)
            if in_bold == len("".join(text.split())) and not self._tables:
                self.bold.add(len(self.pieces))
            self.pieces.append(piece)

    def _piece(self, text: str) -> Piece:
        names = [name for name, *_ in self._open]
        heading = next((n for n in reversed(names) if re.fullmatch(r"h[1-6]", n)), "")
        inside = not self._has_main or self._mains > 0
        if (
            heading
            and inside
            and not {"nav", "footer", "aside"} & set(names)
            and self._furniture < 2
        ):
            return Piece(text, Kind.HEADING, int(heading[1]))
        if self._furniture or not inside:
            return Piece(text, Kind.FURNITURE)
        if "li" in names:
            lists = [n for n in names if n in ("ul", "ol")]
            kind = Kind.NUMBERED if lists[-1:] == ["ol"] else Kind.BULLET
            return Piece(text, kind, max(0, len(lists) - 1))
        return Piece(text)


def _is_bold(tag: str, attributes: list[tuple[str, str | None]]) -> bool:
    style = next((value or "" for name, value in attributes if name == "style"), "")
    return tag in ("b", "strong") or bool(_IS_BOLD.search(style))


def _in_table(piece: Piece, row: int, *, acts: bool) -> Piece:
    if piece.kind is Kind.FURNITURE or not (acts or row == 0):
        return piece
    return Piece(piece.text, Kind.ACTION if row else Kind.FURNITURE)


def _is_furniture(attributes: list[tuple[str, str | None]]) -> bool:
    known = {name: value or "" for name, value in attributes}
    if "hidden" in known or "display:none" in known.get("style", "").replace(" ", ""):
        return True
    if known.get("role") in ("navigation", "banner", "contentinfo", "complementary", "search"):
        return True
    names = f"{known.get('class', '')} {known.get('id', '')}"
    return bool(_FURNITURE_NAMES.search(names))
