"""Finds the place that a title or a role is of: 比の次官, 日方主席, 독일 의장.

In English a place stands before a role, or behind it; here it is looked for in the other scripts.
"""

from __future__ import annotations

import re
from functools import cached_property

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded

_FARTHEST = 16
# Whose post it is, in one character where a side or の follows: 比の次官, 菲方副部长, 필리핀 차관.
# the ministry it is of may stand between: モンゴル外交部局の二等書記官
_OF_A_BODY = "(?:外交|外务|政府)?(?:部局|当局|政府|省|厅|部|使节团|대사관|정부|외교부|외무부| 정부)"
_OF_A_PLACE = (
    f"(?:方面?|侧|国|籍|出身|{_OF_A_BODY})?(?:から来た|来的|から|[の的]|의|측|쪽)?"
    "(?:[前元]| 전직?)? ?$"
)
_OF_A_SIGN = "(?:方面?的?|侧の?|[の的]|측|측의)(?:[前元]| 전직?)? ?$"


class PlacesBefore:
    """Places by their words in characters, kana and hangul."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, folded: Folded, start: int) -> tuple[int, str] | None:
        """Return where a place that ends before ``start`` begins, with its code; else None."""
        first = max(0, start - _FARTHEST)
        found = self._pattern.search(folded.text[first:start])
        if not found:
            return None
        group = 1 if found[1] else 2
        begins = first + found.start(group)
        came = folded.text[max(0, begins - 2) : begins] == "来自"
        return begins - 2 * came, self._codes[found[group]]

    @cached_property
    def _codes(self) -> dict[str, str]:
        fold = self._lexicon.fold.plain
        return {
            fold(word): place.code
            for place in self._lexicon.territories.values()
            for word in (*place.short, *(w for it in ("zh", "ja", "ko") for w in place.words[it]))
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._codes, key=len, reverse=True)
        whole = "|".join(re.escape(w) for w in words if len(w) > 1)
        signs = "|".join(re.escape(w) for w in words if len(w) == 1)
        return re.compile(f"({whole}){_OF_A_PLACE}|(?<![\u4e00-\u9fff가-힣])({signs}){_OF_A_SIGN}")
