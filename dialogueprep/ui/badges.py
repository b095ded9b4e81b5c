"""Small signs that say a value: meters, digits, terms, chips, keys.

Each takes the painter and the upper left corner in px, paints a value and returns its width.
Sensitivity and operability run from 1 to 5; None is "not rated".
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from dialogueprep.domain.dialogue import Terms
from dialogueprep.ui import theme
from dialogueprep.ui.painting import Ink, icon, rounded, text, width
from dialogueprep.ui.theme import TermsLook
from dialogueprep.words import later, tr

_LOOKS = {
    Terms.ON_RECORD: "on_record",
    Terms.RULE: "rule",
    Terms.NO_QUOTATION: "no_quotation",
    Terms.NO_NOTES: "no_notes",
}
_WORDS = {
    Terms.ON_RECORD: later("On the record"),
    Terms.RULE: later("Chatham House Rule"),
    Terms.NO_QUOTATION: later("No quotation, no delegation"),
    Terms.NO_NOTES: later("No notes"),
}
_SHORT = {Terms.NO_QUOTATION: later("No quotation")}
_BRIEF = {
    Terms.ON_RECORD: later("On record"),
    Terms.RULE: later("Rule"),
    Terms.NO_QUOTATION: later("No quoting"),
    Terms.NO_NOTES: later("No notes"),
}
_LEVELS = (
    later("very low"),
    later("low"),
    later("moderate"),
    later("high"),
    later("very high"),
)
METER_WIDTH = 34
SQUARE = 18  # px of the icon of an item's terms where it stands alone
Scale = Literal["sensitivity", "operability"]


def level_word(value: int | None) -> str:
    """Return the word for a rating: "very low" to "very high", or "not rated"."""
    return tr("not rated") if value is None else tr(_LEVELS[value - 1])


def terms_look(terms: Terms) -> TermsLook:
    """Return the colours and the icon of an item's terms."""
    return theme.colours().terms[_LOOKS[terms]]


def terms_word(terms: Terms, *, short: bool = False) -> str:
    """Return the name of an item's terms; ``short`` where it is tight."""
    return tr(_SHORT.get(terms, _WORDS[terms]) if short else _WORDS[terms])


def meter(
    p: QPainter,
    x: float,
    y: float,
    value: int | None,
    kind: Scale = "sensitivity",
    h: float = 14,
) -> float:
    """Paint five bars filled up to the value, and the digit."""
    if value is None:
        return _unrated(p, x, y - 2, 22, h + 4)
    ratio, dark = p.device().devicePixelRatioF(), theme.colours().dark
    p.drawPixmap(QPointF(x, y), _bars(value, kind, h, ratio, dark))
    text(p, x + 24, y - 2, 14, h + 4, str(value), "small", weight=600, elide=False, tabular=True)
    return METER_WIDTH


@lru_cache(128)
def _bars(value: int, kind: Scale, h: float, ratio: float, _dark: bool) -> QPixmap:
    """Return the picture of five bars; lists paint very many of them."""
    c = theme.colours()
    filled = c.sensitivity_line[value - 1] if kind == "sensitivity" else c.ink2
    picture = QPixmap(math.ceil(20 * ratio), math.ceil(h * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    for bar in range(5):
        p.setBrush(filled if bar < value else c.hair_strong)
        p.drawRoundedRect(QRectF(bar * 4, 2, 3, h - 4), 0.8, 0.8)
    p.end()
    return picture


def digit(
    p: QPainter, x: float, y: float, value: int | None, w: float = 22, h: float = 18
) -> float:
    """Paint the sensitivity's digit on its colour of the ladder."""
    if value is None:
        return _unrated(p, x, y, w, h)
    c = theme.colours()
    rounded(p, x, y, w, h, 3, c.sensitivity_fill[value - 1], c.sensitivity_line[value - 1])
    ink = c.sensitivity_text[value - 1]
    text(p, x, y, w, h, str(value), "label", ink, weight=700, align="centre", elide=False)
    return w


def _unrated(p: QPainter, x: float, y: float, w: float, h: float) -> float:
    rounded(p, x, y, w, h, 3, None, "edge", dashed=True)
    text(p, x, y, w, h, "–", "label", "ink3", align="centre", elide=False)
    return w


def support_bars(p: QPainter, x: float, y: float, value: int, h: float = 13) -> float:
    """Paint the ladder of support, five rising blocks filled up to the value (1 to 5)."""
    c = theme.colours()
    for step in range(5):
        high = 4 + (h - 4) * step / 4
        ink = c.accent if step < value else c.hair_strong
        rounded(p, x + step * 11, y + h - high, 9, high, 1, ink)
    return 53


def terms_badge(
    p: QPainter, x: float, y: float, terms: Terms, *, short: bool = True, h: float = 20
) -> float:
    """Paint the badge of an item's terms: icon and word."""
    return _terms_badge(p, x, y, terms, terms_word(terms, short=short), h)


def terms_tag(
    p: QPainter | None, right: float, y: float, terms: Terms, room: float, h: float = 18
) -> float:
    """Paint the terms of an item so that they end at ``right``: icon and word, as far as it fits.

    The word is the usual one or a shorter one; only where neither fits, the icon stands alone.
    Without a painter only the width is told.
    """
    for word, around in ((terms_word(terms, short=True), 30), (tr(_BRIEF[terms]), 26)):
        wide = width(word, "label") + around
        if wide <= room:
            if p is not None:
                _terms_badge(p, right - wide, y, terms, word, h, around)
            return wide
    size = min(SQUARE, h)
    if p is not None:
        terms_dot(p, right - size, y + (h - size) / 2, terms, size)
    return size


def _terms_badge(
    p: QPainter, x: float, y: float, terms: Terms, word: str, h: float, around: int = 30
) -> float:
    """Paint icon and word, with ``around`` px for the icon and the room about them."""
    wide, ratio = width(word, "label") + around, p.device().devicePixelRatioF()
    dark = theme.colours().dark
    p.drawPixmap(QPointF(x - 1, y - 1), _terms_picture(terms, dark, word, wide, h, around, ratio))
    return wide


@lru_cache(128)
def _terms_picture(
    terms: Terms, _dark: bool, word: str, wide: float, h: float, around: int, ratio: float
) -> QPixmap:
    """Return the badge with a pixel of room about it; an agenda paints very many of them."""
    picture = QPixmap(math.ceil((wide + 2) * ratio), math.ceil((h + 2) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    p, edge, look = QPainter(picture), 1 + (around - 18) / 2, terms_look(terms)
    rounded(p, 1, 1, wide, h, 3, look.bg, look.line)
    icon(p, edge, 1 + (h - 13) / 2, look.icon, look.fg, 13)
    text(p, edge + 17, 1, wide, h, word, "label", look.fg, elide=False)
    p.end()
    return picture


def terms_dot(p: QPainter, x: float, y: float, terms: Terms, size: float = 18) -> float:
    """Paint the square of an item's terms: the icon alone, where there is no room."""
    look = terms_look(terms)
    rounded(p, x, y, size, size, 3, look.bg, look.line)
    icon(p, x + (size - 12) / 2, y + (size - 12) / 2, look.icon, look.fg, 12)
    return size


def chip(  # noqa: PLR0913  a place, a value, and how it looks
    p: QPainter,
    x: float,
    y: float,
    words: str,
    ink: Ink = "ink2",
    fill: Ink | None = None,
    outline: Ink = "hair_strong",
    *,
    sign: str = "",
    weight: int = 400,
    h: float = 20,
    dashed: bool = False,
) -> float:
    """Paint a chip: words in a small frame, with an icon where ``sign`` names one."""
    lead = 17 if sign else 0
    wide = width(words, "caption", weight) + 14 + lead
    rounded(p, x, y, wide, h, 3, fill, outline, dashed=dashed)
    if sign:
        icon(p, x + 6, y + (h - 13) / 2, sign, ink, 13)
    text(p, x + 7 + lead, y, wide, h, words, "caption", ink, weight=weight, elide=False)
    return wide


def now_pill(p: QPainter, x: float, y: float) -> float:
    """Paint the calm pill that says an item runs now."""
    word = tr("Now")
    wide = max(38.0, width(word, "label") + 14)
    rounded(p, x, y, wide, 16, 3, "press")
    text(p, x, y, wide, 16, word, "label", "ink2", align="centre", elide=False)
    return wide


def key_cap(p: QPainter, x: float, y: float, name: str, h: float = 18) -> float:
    """Paint one key."""
    wide = key_cap_width(name)
    rounded(p, x, y, wide, h, 3, "sheet", "hair_strong")
    p.fillRect(int(x + 2), int(y + h - 2), int(wide - 4), 1, theme.colours().hair_strong)
    text(p, x, y - 0.5, wide, h, name, "caption", "ink2", weight=500, align="centre", elide=False)
    return wide


def key_cap_width(name: str) -> int:
    """Return the width of one key."""
    return round(max(18.0, width(name, "caption", 500) + 10))


def keys(p: QPainter, x: float, y: float, combination: str, h: float = 18) -> float:
    """Paint the keys of a combination such as ``Ctrl+K``; return the width of all."""
    at = x
    for name in split_keys(combination):
        at += key_cap(p, at, y, name, h) + 3
    return at - 3 - x


def keys_width(combination: str) -> int:
    """Return the width that ``keys`` takes."""
    return sum(key_cap_width(name) + 3 for name in split_keys(combination)) - 3


def split_keys(combination: str) -> list[str]:
    """Return the names of the keys: ``Ctrl++`` gives Ctrl and +."""
    if combination.endswith("++"):
        return [*combination[:-2].split("+"), "+"]
    return combination.split("+") if len(combination) > 1 else [combination]
