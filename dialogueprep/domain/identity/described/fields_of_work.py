"""Skips what somebody is an expert on, between where they come from and who they are.

波兰的水文专家 and 베트남 수문 담당자 tell of a country and a person with a word between them
that no table holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.reading.fold import is_han, is_hangul, is_kana

_MOST = 5  # letters of a field
_KOREAN = re.compile("(?<= )([가-힣]{2,5}) ?$")
# What ends so is a body, whose head follows: 부산항 항만공사 사장 is of a company.
_A_BODY = (
    "[局部院省府会社校所团党厅署港市县州区行台报]$|公司$|机构$|集团$|"
    "(?:청|국|부|처|시|도|항|회|사|원|교|소|단|군|당|센터|은행|기구) ?$"
)
_LINKS = "のの的"
# Who is told of already: 日本の経営者は研修生を, 일본 기업인은 연수생을.
_TOLD_OF = (
    "[者人员授士师长家生民官手事][はがも]|[はがもを]$|[은는을를] ?$|"
    "(?:인|자|원|관|장|민|생|수|사람|위원)(?:이|가|도|께서) ?$"
)
_NO_FIELD = re.compile(f"{_A_BODY}|{_TOLD_OF}")


def before_a_field(text: str, end: int) -> Iterator[int]:
    """Yield where a place could end that stands before a field of work ending here."""
    last = text[end - 1]
    if is_hangul(last):
        field = _KOREAN.search(text, max(0, end - 8), end)
        if field and not _NO_FIELD.search(field[1]):
            yield field.start() - 1
        return
    for length in range(1, min(_MOST, end - 1) + 1):
        start = end - length
        if not (is_han(text[start]) or is_kana(text[start])) or text[start] in _LINKS:
            return
        if _NO_FIELD.match(text, start, end):
            return  # nothing of the kind begins behind, or it would have been met before
        if text[start - 1] in _LINKS:
            yield start - 1
        elif 1 < length < 4 and is_han(text[start]) and is_han(text[start - 1]):
            yield start
