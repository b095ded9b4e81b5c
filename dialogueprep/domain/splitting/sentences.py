"""Sentences of English, Chinese, Japanese and Korean text, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.splitting.report import Span

_WESTERN_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)")
_EASTERN_END = re.compile(r"[。！？｡]+[”’」』）)\]》】\"']*|[!?]+(?=[\u3040-\u9fff\uac00-\ud7a3])")
_HANGUL_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$|[\uac00-\ud7a3])")
_OPENING = dict(zip("「『（(《【“", "」』）)》】”", strict=True))

_SHORT_FORM = re.compile(
    r"(?:^|[\s(\"“‘'/-])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Amb|Gen|Col|Lt|Maj|Adm|Capt|Sen|Rep|Gov|Hon|Rev|St|"
    r"Sr|Jr|vs|etc|cf|al|approx|ca|No|Nos|Vol|pp|ed|eds|Fig|Sec|Art|para|paras|Inc|Ltd|Co|Corp|Univ|Dept|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|i\.e|e\.g|a\.m|p\.m|Ph\.D|(?:[A-Z]\.)+[A-Z])\.$"
)
_ALWAYS_GOES_ON = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|Amb|Gen|vs|cf|i\.e|e\.g|No|Nos|pp|Fig|St)\.$"
)
_QUOTED_ON = re.compile(r"[」』”’](?:と|라고|고|，|、|,)")
_LONGEST = 2000
_OPENERS = re.compile(
    r"\s+[\"'“‘(]*(?:The|This|That|These|Those|It|They|We|In|On|At|For|A|An|As|To|If|However|But|And|"
    r"First|Second|Third|Finally|Moreover|Experts|Participants|Both|All|Its|Their|Our)\s"
)


def sentences_in(text: str, span: Span) -> Iterator[Span]:
    """Yield the spans of the sentences between two places, without the spaces around them."""
    start, end = span
    for at in (*_ends(text, start, end), end):
        trimmed = trim(text, (start, at))
        yield from _short_enough(text, trimmed)
        start = at


def _short_enough(text: str, span: Span) -> Iterator[Span]:
    """Yield the span, cut at spaces or commas where it is longer than any sentence."""
    start, end = span
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + 200, start + _LONGEST) for mark in " ，、,") + 1
        cut = cut or start + _LONGEST
        yield trim(text, (start, cut))
        start = cut
    if start < end:
        yield trim(text, (start, end))


def trim(text: str, span: Span) -> Span:
    """Return the span without spaces at either end."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    part = text[start:end]
    enclosed = _enclosed(part)
    candidates = [
        *(m.end() for m in _WESTERN_END.finditer(part) if not _goes_on(part, m)),
        *(m.end() for m in _EASTERN_END.finditer(part) if not _QUOTED_ON.match(part, m.end() - 1)),
        *(m.end() for m in _HANGUL_END.finditer(part) if _after_hangul(part, m)),
    ]
    for at in sorted(set(candidates)):
        if not enclosed[at - 1] and at < len(part):
            yield start + at


def _after_hangul(text: str, stop: re.Match[str]) -> bool:
    return "\uac00" <= text[stop.start() - 1 : stop.start()] <= "\ud7a3"


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Return whether a full stop ends an abbreviation or a number and not the sentence."""
    rest = text[stop.end() : stop.end() + 60]
    if stop.group()[0] != ".":
        return rest.lstrip()[:1].islower()
    before = text[max(0, stop.start() - 20) : stop.start() + 1]
    if rest.lstrip()[:1].islower() or _ALWAYS_GOES_ON.search(before):
        return True
    if re.search(r"(?:^|\s)\d{1,2}\.$", before):  # "1. Ports" at the start of a point
        start = text[max(0, stop.start() - 6) : stop.start() + 1]
        return bool(re.search(r"(?:^|[.!?。]\s)\s*\d{1,2}\.$", start))
    if not _SHORT_FORM.search(before):
        return False
    return not _OPENERS.match(rest) if rest else False


def _enclosed(text: str) -> bytearray:
    """Return for each character whether it stands inside East Asian quotation marks or brackets
    that are closed again; the closing mark itself stands outside."""
    inside = bytearray(len(text))
    stack: list[tuple[str, int]] = []
    for at, c in enumerate(text):
        if c in _OPENING:
            stack.append((_OPENING[c], at))
        elif stack and c == stack[-1][0]:
            _, opened = stack.pop()
            if at - opened < 300 and not _holds_sentences(text[opened:at]):
                inside[opened:at] = b"\1" * (at - opened)
    return inside


def _holds_sentences(text: str) -> bool:
    return len(re.findall(r"[。！？]|[.!?](?=\s|$|[\u3040-\u9fff])", text)) > 1
