"""Reads a note in whose margin it says who spoke as one that begins so: "[韩方] 太贵", 韩方：太贵.

Rapporteurs part who spoke from what was said by brackets, dashes, bars, arrows and tabs, before it
or behind it. A colon says the same, and is what everything else reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LONGEST = 160
_EAST = "\u3041-\u30fe\u4e00-\u9fff\uac00-\ud7a3"
_WHO = r"[^\W_](?:[^\W_]|[ .'’&·々ー-](?! ?-)){1,30}?"
_SAID = rf"(?=[^|\t/:：]*$)(?=[^\d\W]|[\"“‘「『(])(?:.*[^\W\d_]+\W+[^\W\d_]+.*|.*[{_EAST}]{{2,}}.*)"
_QUOTED = r"[\"“「『][^\"”」』]{2,}[\"”」』][.。]?"
_IN = r"[\[【〔<(（](?P<who>{who})[\]】〕>)）]"
_SIGN = re.compile('[\\[【〔<(（>)）|/\t—–@"“「『]| - ')  # without one nothing is parted
_WAYS = tuple(
    re.compile(rf"\s*{way}\s*$".replace("{who}", _WHO))
    for way in (
        rf"{_IN}:?\s*(?P<said>{_SAID})",
        rf"(?P<who>{{who}})(?:\s+[-–—]\s+|—|\s+(?:>|>>|/|\|)\s+|\t)(?P<said>{_SAID})",
        rf"(?P<who>{{who}})\s*(?P<said>{_QUOTED}|[(（][^()（）]{{2,}}[)）])",
        rf"@(?P<who>{{who}})\s+(?P<said>{_SAID})",
        rf"(?P<said>[^()（）\[\]【】]{{2,}}?)\s*{_IN}",
        r"(?P<said>[^<]{2,}?)\s*<[-=]\s*(?P<who>{who})",
        rf"(?P<said>{_QUOTED})\s*[-–—]?\s*(?P<who>{{who}})",
    )
)
_GOES_ON = re.compile("[はがをにもとのへで은는이가을를도의에와과고며]$|[,，、。.;；:：]")


class Labelled(NamedTuple):
    """A note as it reads with a colon, and where who spoke stands in the note as written."""

    text: str
    start: int
    length: int


def labelled(note: str) -> Iterator[Labelled]:
    """Yield a note of one line as one that begins with who spoke, where a sign parts them."""
    if len(note) > _LONGEST or "\n" in note.strip("\n") or not _SIGN.search(note):
        return
    for way in _WAYS:
        parted = way.match(note)
        if parted and not _GOES_ON.search(parted["who"]):
            who = parted["who"]
            yield Labelled(f"{who}: {parted['said']}", parted.start("who"), len(who))
