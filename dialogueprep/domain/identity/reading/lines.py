"""Tells lines that stand for themselves, as notes do, from a sentence that goes on in the next.

A name may be broken over two lines of a sentence, never over two notes: "小常：数据可公开" and the
line beneath it are read each alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.reading.clipped_lines import are_clipped_east
from dialogueprep.domain.identity.reading.written import as_written

_DOT = "*•●○◦‣▪■□☐☑✓✔◆◇▶►▸·・>※+|"
_NUMBER = r"[(（]?(?:[0-9]{1,2}[.)）、]|[a-zA-Z][)）])(?![0-9])|[①-⑳]"
_AT = r"[\[(（]?[0-2]?[0-9][:：h][0-5][0-9](?![0-9:：])[\])）]?(?:[ \t]*[-–—:：|](?=[ \t]))?"
_BULLET = as_written(rf"[ \t]*(?:[-–—→⇒{_DOT}]|{_NUMBER}|{_AT})[ \t]*(?=\S)")
_HEAD = as_written(r"[ \t]*[^\s:：][^\n:：,，。.;；]{0,19}[:：](?![/0-9])")
"""How a note begins: with a sign of a list, or with who speaks or what it is about."""
_SIGN = as_written(rf"[ \t]*(?:[-–—→⇒](?![0-9])|[{_DOT}]|{_NUMBER}|{_AT})[ \t]*(?=\S)")
"""The sign of a list, or the time, behind which a note reads as it would without one."""
_KOREAN_END = as_written(
    "(?:[함음임됨봄심짐옴움춤]|[다라자냐]고|[가-힣]\\.)[)\"'”’]?[ \t]*(?=\n|$)"
)
"""How a line of Korean notes ends; prose that is broken into lines seldom ends so in each."""
_MAY_END_SO = as_written(
    "\n(?<=[함음임됨봄심짐옴움춤고.)\"'”’ \t]\n)"
    "(?:(?<=[가-힣]\n)|(?<=[가-힣].\n)|(?<=[가-힣]..\n)|(?<=[ \t]\n))"
)
"""The end of each line that may end so, which the engine goes to at once."""
_MANY = 3


def notes_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of a text that are read each alone: its notes, or the text as a whole.

    The sign of a list before a note is no part of it.
    """
    start = 0
    for at in _breaks(text) if "\n" in text else ():
        yield _behind_sign(text, start), at
        start = at + 1
    yield _behind_sign(text, start), len(text)


def _behind_sign(text: str, start: int) -> int:
    sign = _SIGN.match(text, start)
    return sign.end() if sign else start


def _breaks(text: str) -> Iterator[int]:
    """Yield where a line ends behind which a note begins.

    Where half of the lines say who speaks, all are notes; those of a list may go on in the next.
    """
    begins = [0, *(m.end() for m in re.finditer("\n", text))]
    heads = [bool(_HEAD.match(text, begin)) for begin in begins]
    notes = sum(heads) >= max(2, len(begins) / 2) or _are_korean_notes(text, len(begins))
    notes = notes or are_clipped_east(text, len(begins))
    for head, begin in zip(heads[1:], begins[1:], strict=True):
        if head or notes or _BULLET.match(text, begin):
            yield begin - 1


def _are_korean_notes(text: str, lines: int) -> bool:
    """Return whether most of three or more lines end as Korean notes do."""
    if lines < _MANY or (len(_MAY_END_SO.findall(text)) + 1) * 2 <= lines:
        return False
    return len(_KOREAN_END.findall(text)) * 2 > lines
