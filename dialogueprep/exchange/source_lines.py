"""Lines of plain text made into paragraphs: headings, points of lists, lines that were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dialogueprep.domain.splitting.report import Kind, Piece
from dialogueprep.exchange.source_tables import pieces_of_rows

_BULLET = re.compile(
    r"^\s*(?:[-*+]\s+\[[ xX]\]\s+|[-*+•·‣▪●○◦◆■□➢►–—・✓✔◇▶※→⇒➔➜]\s+|[•●■◆・▪○◦·‣□◇▶]\s*|"
    r"[ㅇo]\s+(?=[\uac00-\ud7a3「『(（‘“]))(?=\S)"
)
_BRACKETED = re.compile(r"[【〔＜〈\[]\s?[^】〕＞〉\]]{1,30}\s?[】〕＞〉\]]")
_SQUARE = re.compile(r"^[□■◆◇▶◎]\s*(?=\S)")
_NUMBERS = (
    r"(?-i:[A-Z]{1,3}[- ]?\d{1,2}[.:)：])\s",
    r"[（(](?:\d{1,2}|[ivx]{1,4}|[a-z]|[一二三四五六七八九十１-９]{1,3})[)）]",
    r"\d{1,2}(?:[.．](?!\d)|[)）、])",
    r"[１-９]{1,2}[.．、)）]",
    r"[①-⑳]",
    r"[ivx]{1,4}[.)]\s",
    r"[a-z][)]\s",
    r"[一二三四五六七八九十]{1,3}、",
    r"[가나다라마바사아자차카타파하][.)]\s",
)
_NUMBER = re.compile(rf"^\s*(?:{'|'.join(_NUMBERS)})\s*(?=\S)")
_SECTION = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s|[IVXⅠ-Ⅻ]{1,4}[.．、]\s*|"
    r"第[一二三四五六七八九十\d１-９]{1,3}[章节節部编編]|제\s?\d{1,2}\s?[장절부]|"
    r"(?:chapter|part|section|annex)\s+(?:\d+|[ivx]+)\b)",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*$")
_ENDS = tuple(".!?。！？．;；:：,，、")
_CLOSES = "\"'”’」』)）]】》"
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HYPHEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_KEPT_BEFORE = frozenset(
    [
        "cross",
        "multi",
        "self",
        "non",
        "low",
        "high",
        "long",
        "short",
        "inter",
        "anti",
        "co",
        "pre",
        "post",
        "mid",
        "well",
        "full",
        "large",
        "small",
        "joint",
        "people",
        "government",
        "think",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "vice",
        "sub",
        "pan",
        "ex",
        "decision",
        "policy",
    ]
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "toward",
        "towards",
        "via",
        "with",
        "vs",
        "among",
        "between",
        "beyond",
        "through",
        "under",
        "over",
        "its",
        "their",
    ]
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands, and whether an empty line stands before it."""

    text: str
    apart: bool


def pieces_of_text(text: str) -> list[Piece]:
    """Return the paragraphs of plain text or Markdown."""
    lines = list(_lines(text))
    known = frozenset(re.findall(r"\w+(?:-\w+)*", text.lower()))
    joined = list(_joined(lines, _wrap_width(lines), known))
    pieces: list[Piece] = []
    for is_table, group in groupby(range(len(joined)), key=lambda n: _is_row(joined[n].text)):
        if is_table:
            pieces += pieces_of_rows(
                [_cells(joined[n].text) for n in group if not _is_rule(joined[n].text)]
            )
        else:
            pieces += [piece_at(joined, n) for n in group]
    return pieces


def _is_row(text: str) -> bool:
    """Return whether a line is a row of a table in Markdown: "| Task | By |"."""
    text = text.strip()
    return len(text) > 4 and text[0] == text[-1] == "|" and text.count("|") > 2


def _is_rule(text: str) -> bool:
    return not text.strip("|:-– \t")


def _cells(text: str) -> list[str]:
    return [_unmarked(cell.strip()) for cell in text.strip().strip("|").split("|")]


def _lines(text: str) -> Iterator[Line]:
    apart = True
    for raw in re.split(r"\r\n?|[\n\x0b\x0c\u2028\u2029]", text):
        line = raw.replace("\u00a0", " ").replace("\ufeff", "").expandtabs(1).rstrip()
        if line.strip():
            yield Line(line, apart)
            apart = False
        else:
            apart = True


def _wide(text: str) -> int:
    """Return the width of a line in half-width characters."""
    return len(text) + len(_EAST.findall(text))


def _wrap_width(lines: list[Line]) -> int | None:
    """Return the width at which the text was wrapped by hand, or None if it was not."""
    widths = sorted(_wide(one.text) for one in lines)
    if len(widths) < 4:
        return None
    longest = widths[-1]
    if longest > 130:
        return None
    near = sum(w > longest * 0.75 for w in widths)
    return longest if near >= max(3, len(widths) // 4) else None


def _joined(lines: list[Line], wrap: int | None, known: frozenset[str]) -> Iterator[Line]:
    """Yield the lines with those that one paragraph was broken into put together again."""
    held: Line | None = None
    last = ""
    for n, line in enumerate(lines):
        heads = n + 1 < len(lines) and _heads_list(last, line.text, lines[n + 1].text, wrap)
        if held is not None and not heads and _belongs(last, line, wrap, held.text):
            held = Line(joined_words(held.text, line.text.strip(), known), held.apart)
        else:
            if held is not None:
                yield held
            held = line
        last = line.text
    if held is not None:
        yield held


def _heads_list(last: str, text: str, after: str, wrap: int | None) -> bool:
    """Return whether a short line between a full stop and a list is the heading of the list."""
    short = wrap is not None and _wide(text) < 0.6 * wrap and not ended(text)
    return short and ended(last) and text[:1].isupper() and begins_anew(after)


def _belongs(last: str, line: Line, wrap: int | None, held: str) -> bool:
    """Return whether a line goes on with the paragraph of the line before it."""
    text = line.text.lstrip()
    if begins_anew(text) or _MARKDOWN.match(held) or _is_row(text) or _is_row(held):
        return False
    over = ended(last)
    long_enough = _wide(held[:80]) > 60
    if line.apart:  # only a sentence that a page break cut in two goes on after an empty line
        return not over and long_enough and (text[:1].islower() or _breaks_off(last))
    if wrap is None:
        return not over and long_enough and text[:1].islower()
    full = _wide(last) >= wrap * 0.7
    return (full and (not over or _wide(last) >= wrap * 0.85 or text[:1].islower())) or (
        not over and text[:1].islower()
    )


def ended(text: str) -> bool:
    """Return whether a line ends a sentence."""
    return text.rstrip().rstrip(_CLOSES).endswith(_ENDS[:8])


def _breaks_off(line: str) -> bool:
    """Return whether a line ends with a word that no sentence or heading ends with."""
    return bool(re.search(r"\b(?:and|or|the|of|to|in|for|with|by|a|an|between|that|on)$", line))


_LABEL = re.compile(
    r"(?:[A-Z]{4,}(?: [A-Z]+){0,2}|Action|Decision|Resolved|Agreed|Recommendation|Proposal)"
    r"\s?\d*:\s"
)


def begins_anew(text: str) -> bool:
    """Return whether a line begins a point of a list, a heading by its number, or what a label
    such as "ACTION:" names."""
    return bool(
        _LABEL.match(text.lstrip())
        or _BULLET.match(text)
        or _NUMBER.match(text)
        or _MARKDOWN.match(text)
        or _SECTION.match(text)
    )


def joined_words(before: str, after: str, known: frozenset[str]) -> str:
    """Return two lines as one: a hyphenated word whole again, no space between East Asian
    characters. ``known`` holds the words of the text in small letters."""
    hyphen = _HYPHEN.search(before, max(0, len(before) - 60))
    if hyphen and after[:1].isalpha() and not _EAST.match(after):
        return before[: hyphen.end(1)] + _hyphen(hyphen.group(1), after, known) + after
    east = _EAST.match(before[-1:]) or before[-1:] in "，。、；：？！」』）"
    hangul = "\uac00" <= after[:1] <= "\ud7a3" or "\uac00" <= before[-1:] <= "\ud7a3"
    if east and not hangul and (_EAST.match(after) or after[:1] in "「『（，。、"):
        return before + after
    return f"{before} {after}"


def _hyphen(before: str, after: str, known: frozenset[str]) -> str:
    """Return the hyphen if the word is written with one, and nothing if it was only broken."""
    rest = re.match(r"\w+", after)
    tail = rest.group().lower() if rest else ""
    if f"{before.lower()}{tail}" in known:
        return ""
    if f"{before.lower()}-{tail}" in known or after[:1].isupper():
        return "-"
    return "-" if before.lower() in _KEPT_BEFORE else ""


# What a paragraph is


def piece_at(lines: list[Line], n: int) -> Piece:
    """Return what one of these lines is, told by its words and by the lines around it."""
    text = lines[n].text.strip()
    after = lines[n + 1].text.strip() if n + 1 < len(lines) else ""
    if marked := _marked_heading(text, after):
        return marked
    text = _unmarked(text)
    if _BULLET.match(text):
        depth = (len(lines[n].text) - len(lines[n].text.lstrip())) // 2
        return Piece(text, Kind.BULLET, depth)
    if _SECTION.match(text) and looks_like_heading(text, after):
        return Piece(text, Kind.HEADING, _section_level(text))
    if _NUMBER.match(text):
        before = lines[n - 1].text.strip() if n else ""
        heads = not _goes_on_listing(lines, n) and _heads_a_section(text, before, after)
        return Piece(text, Kind.HEADING, 2) if heads else Piece(text, Kind.NUMBERED)
    heads = _is_heading_line(lines, n, text, after)
    return Piece(text, Kind.HEADING, 1 if n == 0 else 2) if heads else Piece(text)


def _goes_on_listing(lines: list[Line], n: int) -> bool:
    """Return whether a numbered line is the next point of a list that has begun, the points set
    deeper between them left aside."""
    text = lines[n].text.strip()
    k = n - 1
    while k > 0 and lines[k].text[:1].isspace() and _BULLET.match(lines[k].text):
        k -= 1
    first = n - 1 if k == n - 1 else k - 1  # beyond deeper points: two numbered lines together
    return k >= 0 and all(
        at >= 0 and _NUMBER.match(lines[at].text) and _same_kind(text, lines[at].text.strip())
        for at in (k, first)
    )


def _heads_points(text: str, after: str) -> bool:
    """Return whether a line with a large mark stands above points with another mark, or text."""
    other = bool(_BULLET.match(after)) and after[:1] != text[:1]
    return looks_like_heading(text, after) and (other or not _BULLET.match(after))


def _marked_heading(text: str, after: str) -> Piece | None:
    """Return a heading that has a mark: "## Ports", "**Ports**", "【港】", "□ 항만"."""
    if found := _MARKDOWN.match(text):
        return Piece(_unmarked(found.group(2)), Kind.HEADING, len(found.group(1)))
    bold = re.fullmatch(r"(?:\*\*|__)([^*]+)(?:\*\*|__)", text)
    if bold and looks_like_heading(bold.group(1), after):
        return Piece(bold.group(1), Kind.HEADING, 3)
    bracketed = _BRACKETED.fullmatch(text) and after
    if bracketed or (_SQUARE.match(text) and _heads_points(text, after)):
        return Piece(text, Kind.HEADING, 2)
    return None


def _unmarked(text: str) -> str:
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"^>\s+", "", text)


def _section_level(text: str) -> int:
    found = re.match(r"\s*\d{1,2}((?:\.\d{1,2})+)", text)
    return 2 + found.group(1).count(".") if found else 1


def looks_like_heading(text: str, after: str) -> bool:
    """Return whether a short line without an end stands above other text."""
    unfinished = text.rstrip(_CLOSES).endswith(_ENDS)
    return bool(after) and not unfinished and 1 < _wide(text) <= 110


def _heads_a_section(text: str, before: str, after: str) -> bool:
    """Return whether a numbered line is a heading and not a point of a list."""
    if not looks_like_heading(text, after) or (_BULLET.match(after) and _NUMBER.match(before)):
        return looks_like_heading(text, after) and bool(_BULLET.match(after))
    if _NUMBER.match(after) and _same_kind(text, after):
        return False
    if _NUMBER.match(before) and _same_kind(text, before):
        return False
    return _is_long(after) or begins_anew(after) or _is_titled(text)


def _same_kind(one: str, other: str) -> bool:
    def kind(text: str) -> str:
        found = _NUMBER.match(text)
        return (
            re.sub(r"[\d一二三四五六七八九十１-９ivxa-z①-⑳가-하]+", "n", found.group().strip())
            if found
            else ""
        )

    return kind(one) == kind(other) and one[:1].isdigit() == other[:1].isdigit()


def _is_long(text: str) -> bool:
    return _wide(text) > 110 or text.rstrip(_CLOSES).endswith(_ENDS[:8])


def _is_heading_line(lines: list[Line], n: int, text: str, after: str) -> bool:
    if not looks_like_heading(text, after):
        return False
    apart = lines[n].apart
    alone = apart and (n + 1 >= len(lines) or lines[n + 1].apart)
    follows = _is_long(after) or begins_anew(after) or _wide(after) <= 110
    if _EAST.search(text):
        return follows and _wide(text) <= 70 and (alone or _is_long(after) or begins_anew(after))
    return follows and (
        n == 0
        or _is_titled(text)
        or _is_short_and_apart(text, alone, apart and _is_long(after), begins_anew(after))
    )


def _is_short_and_apart(text: str, alone: bool, above: bool, listed: bool) -> bool:
    """Return whether a line stands alone, or apart from what is before and close above a text, or
    above a list."""
    words = len(text.split())
    capital = text[:1].isupper()
    return (alone and words <= 12) or ((above or listed) and words <= 8 and capital)


def _is_titled(text: str) -> bool:
    """Return whether the words of an English line are capitalised as in a title."""
    words = [w for w in re.findall(r"[A-Za-z][\w'’-]*", text) if w.lower() not in _SMALL]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.8 * len(words) and len(words) > 1
