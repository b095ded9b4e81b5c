"""Where a line may end: a part of the Unicode line breaking algorithm, with Japanese kinsoku.

After UAX #14 (classes OP, CL, EX, NS, IN, QU, ID, PR, PO and the spaces) and the line-start and
line-end rules of JIS X 4051. Latin words and Korean break at spaces, Latin also after a hyphen
or a dash inside; Chinese and Japanese between any two characters that the rules let part. A number
stays with what it counts, and what reads as one stays whole: a short word in brackets, an address,
a given name with a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate

NO_START = frozenset(
    # closing brackets and quotes
    "）〕］｝〉》」』】〗〙〛〞〟｠»’”)]}｣"
    # stops, commas, dividing marks
    "、。，．：；！？,.:;!?･・｡､‼⁇⁈⁉‥…·"
    # small kana, prolonged sound and iteration marks
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿー々〻ゝゞヽヾ｜～〜゠–"
    "ｧｨｩｪｫｬｭｮｯｰﾞﾟ"
    # units that stay with their number
    "%％‰℃℉°′″¢￠"
    # what leads from one number to the next
    "→"
)
"""Characters that no line starts with."""

NO_END = frozenset("（〔［｛〈《「『【〖〘〚〝｟«‘“([{｢￥＄￡＃¥$£€＠№→")
"""Characters that no line ends with."""

_TOGETHER = frozenset("…‥—―─")  # two of them in a row are one mark
_QUOTES = frozenset("\"'")
_IDEOGRAPH = re.compile(
    r"[\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u31ff\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uff66-\uff9f\uffe0-\uffe6\U00020000-\U0003ffff"
    r"①-⓿]"
)


@cache
def ideographic(character: str) -> bool:
    """Return whether a line may break on both sides of a character, rules permitting."""
    return _IDEOGRAPH.match(character) is not None


def may_break(text: str, i: int) -> bool:
    """Return whether a line may end before ``text[i]``; ``0 < i < len(text)``.

    Spaces belong to the line that they end, so a break is never before a space.
    """
    before, after = text[i - 1], text[i]
    if after == " " or before == "\n":
        return before == "\n"
    if before == " ":
        return _after_space(text, i)
    return _pair(before, after) and not (before == after and before in _TOGETHER)


def _after_space(text: str, i: int) -> bool:
    """Return whether the rules let a line end after the spaces before ``text[i]``."""
    last = i - 1
    while last > 0 and text[last] == " ":
        last -= 1
    return text[i] not in NO_START and text[last] not in NO_END


@cache
def _pair(before: str, after: str) -> bool:
    if after in NO_START or before in NO_END or before in _QUOTES or after in _QUOTES:
        return False
    if ideographic(before) or ideographic(after):
        return not (before.isdecimal() or (before == "第" and after.isdecimal()))
    if before in "-‐" or before == "/":
        return after.isalpha()
    return before == "—"


def breaks(text: str) -> list[int]:
    """Return every index before which a line may end, and the length of the text."""
    if text.isascii():
        found = [i for i in _ascii_candidates(text) if may_break(text, i)]
    else:
        found = [i for i in range(1, len(text)) if may_break(text, i)]
    whole = [one.span() for one in _WHOLE.finditer(text)]
    if whole:
        found = [i for i in found if not any(a < i < b for a, b in whole)]
    return [*found, len(text)]


_WHOLE = re.compile(r"[（(][^\s()（）]{1,8}[）)]|[\w.+-]+@[\w.-]+|\b[A-Z][a-z]{1,6}-[a-z]{1,6}\b")
"""What no line parts: a native name or a delegation in brackets, an e-mail address, Seung-hyeon."""


_ASCII = re.compile(r"[ \n\-/](?=[^ \n])|\n")


def _ascii_candidates(text: str) -> list[int]:
    return [m.end() for m in _ASCII.finditer(text) if m.end() < len(text)]


def _as_wide(_index: int) -> float:
    return 0.0


def lines_of_text(
    text: str,
    widths: Sequence[float],
    room: float,
    less: Callable[[int], float] = _as_wide,
) -> list[tuple[int, int]]:
    """Return (start, end) of each line of a text that is set in ``room`` points.

    ``widths`` holds the width of each character, ``less`` tells by how much less one takes where
    it ends a line. Spaces at the end of a line count as nothing.
    A line feed ends a line. A piece that alone is wider than the room is cut where it must be.
    """
    reach = [0.0, *accumulate(widths)]
    lines: list[tuple[int, int]] = []
    start = fits = 0
    points = breaks(text)
    for point in points:
        while _excess(text, reach, start, point, room, less) > 0:
            end = fits if fits > start else _forced(text, reach, start, point, room)
            lines.append((start, end))
            start = fits = end
        fits = point
        if text[point - 1 : point] == "\n":
            lines.append((start, point))
            start = fits = point
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return _with_company(text, lines, points)


_FEW = 3  # characters that a last line has at least where its paragraph has wide ones


def _with_company(
    text: str, lines: list[tuple[int, int]], points: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the lines so that the last one before a line feed, and the last of all, holds more
    than a lone wide character and its stop."""
    made = lines[:]
    for n in range(1, len(made)):
        (before, start), (_, end) = made[n - 1 : n + 1]
        ends = end == len(text) or text[end - 1] == "\n"
        if ends and _is_lone(text, start, end):
            better = [p for p in points if before + 1 < p < start and end - p >= _FEW]
            if better and text[better[-1] : start].strip():
                made[n - 1 : n + 1] = [(before, better[-1]), (better[-1], end)]
    return made


def _is_lone(text: str, start: int, end: int) -> bool:
    if end - start > 2 * _FEW or not ideographic(text[start]) or text[start - 1] == "\n":
        return False
    return sum(c not in NO_START and c not in " \n" for c in text[start:end]) == 1


def _excess(
    text: str,
    reach: Sequence[float],
    start: int,
    end: int,
    room: float,
    less: Callable[[int], float],
) -> float:
    """Return by how much a line is too wide for its room."""
    while end > start and text[end - 1] in " \n":
        end -= 1
    excess = reach[end] - reach[start] - room
    return excess - less(end - 1) if excess > 0 else excess


def _width(text: str, reach: Sequence[float], start: int, end: int) -> float:
    return _excess(text, reach, start, end, 0, _as_wide)


def _forced(text: str, reach: Sequence[float], start: int, end: int, room: float) -> int:
    """Return where a piece too wide for any line is cut: as late as fits, by the rules if it
    can be, and after one character at least."""
    last = start + 1
    while last < end and _width(text, reach, start, last + 1) <= room:
        last += 1
    for at in range(last, max(start, last - 8), -1):
        if at < len(text) and text[at] not in NO_START and text[at - 1] not in NO_END:
            return at
    return last
