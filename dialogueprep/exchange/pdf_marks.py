"""Full-width marks beside one another, or at the end of a line: half of a square is left out.

A stop, a comma or a bracket fills half of its square; two of them in a row would leave a hole in
the line, and one at its end a dent in the edge. After JIS X 4051 and the same rule for Chinese.
Colons and the like stand at the left of their square in Chinese, in its middle in Japanese.
"""

from __future__ import annotations

import re

CLOSER = 500
"""By how much the second mark stands closer, in thousandths of the size."""

_CLOSING, _OPENING = "、。，．）〕］｝〉》」』】〗”’", "（〔［｛〈《「『【〖“‘"
_MIDDLE = "：；！？・"
_PAIR = re.compile(
    f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}{_MIDDLE}])|[{_OPENING}{_MIDDLE}](?=[{_OPENING}])"
)
_PAIR_IN_CHINESE = re.compile(f"{_PAIR.pattern}|[：；！？](?=[{_CLOSING}])")


def is_half(mark: str, *, chinese: bool) -> bool:
    """Return whether the right half of a mark's square is empty."""
    return mark in _CLOSING or (chinese and mark in "：；！？")


def close_marks(text: str, *, chinese: bool) -> list[int]:
    """Return the index of each mark after which the next one stands closer."""
    return [m.start() for m in (_PAIR_IN_CHINESE if chinese else _PAIR).finditer(text)]
