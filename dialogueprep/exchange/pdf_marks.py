"""Full-width marks that stand beside one another: half of the first one's square is left out.

A stop, a comma or a bracket fills half of its square; two of them in a row would leave a hole in
the line. After JIS X 4051 and the same rule for Chinese. Colons and the like stand at the left of
their square in Chinese, in its middle in Japanese.
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


def close_marks(text: str, *, chinese: bool) -> list[int]:
    """Return the index of each mark after which the next one stands closer."""
    return [m.start() for m in (_PAIR_IN_CHINESE if chinese else _PAIR).finditer(text)]
