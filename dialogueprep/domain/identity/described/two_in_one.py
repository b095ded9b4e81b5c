"""Takes two descriptions of one person together: 若手の女性研究者で、日本から来た参加者.

Who is told as two things at once fits both; each alone may fit many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogueprep.domain.identity.described.description import Description

if TYPE_CHECKING:
    from dialogueprep.domain.identity.described.phrases import Phrase

_BETWEEN = re.compile("(?:で、|であり、?|でもある|であって、?|이자 |이며 |인 동시에 )")
_LONGEST = 6  # letters of these
NO_NUMBER = (
    "の方(?![はも、:]|$)|共同(?![认主反表提呼要建])|一致(?:点|を|性|的[口行])|达成|"
    "분[야과기류석쟁]|"
    "(?:のうち)?[一1][人名](?:も|を除)|[한1] ?(?:명|사람|분)(?:도|을 [제빼뺀]|만 빼)"
)
"""What counts nobody behind a description, though it looks so: 共同発表, 达成, 一人も, 한 명도."""


def taken_together(phrases: Sequence[Phrase], text: str) -> list[Phrase]:
    """Return phrases in order, two that are said of one person as one."""
    kept: list[Phrase] = []
    for phrase in phrases:
        last = kept[-1] if kept else None
        near = last if last and 0 < phrase.start - last.end <= _LONGEST else None
        if near and _BETWEEN.fullmatch(text, near.end, phrase.start) and _fit(near, phrase):
            kept[-1] = _both(near, phrase)
        else:
            kept.append(phrase)
    return kept


def _fit(one: Phrase, other: Phrase) -> bool:
    """Return whether two descriptions do not say another thing of the same."""
    pairs = zip(_told(one.description), _told(other.description), strict=True)
    return not any(a and b and a != b for a, b in pairs)


def _both(one: Phrase, other: Phrase) -> Phrase:
    first, last = one.description, other.description
    sector = first.sector or last.sector
    return other._replace(
        start=one.start,
        description=Description(
            first.territory or last.territory,
            first.region or last.region,
            sector,
            None if sector else first.broad or last.broad,
            first.gender or last.gender,
        ),
        determiners=one.determiners | other.determiners,
        present=one.present or other.present,
        pieces=one.pieces | other.pieces,
    )


def _told(it: Description) -> tuple[str | None, ...]:
    return it.territory, it.region, it.sector, it.broad, it.gender
