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
_BEFORE = re.compile(
    rf"\s*(?:[\[【〔<(（](?P<a>{_WHO})[\]】〕>)）]:?\s*(?P<a_said>{_SAID})|"
    rf"(?P<b>{_WHO})(?:\s+[-–—]\s+|—|\s+(?:>|>>|/|\|)\s+|\t)(?P<b_said>{_SAID})|"
    rf"(?P<c>{_WHO})\s*(?P<c_said>{_QUOTED}|[(（][^()（）]{{2,}}[)）])|"
    rf"@(?P<d>{_WHO})\s+(?P<d_said>{_SAID}))\s*$"
)
_BEHIND = re.compile(
    rf"\s*(?:(?P<a_said>[^()（）\[\]【】]{{2,}}?)\s*[(（\[【〔](?P<a>{_WHO})[)）\]】〕]|"
    rf"(?P<b_said>[^<]{{2,}}?)\s*<[-=]\s*(?P<b>{_WHO})|"
    rf"(?P<c_said>{_QUOTED})\s*[-–—]?\s*(?P<c>{_WHO})|(?P<d>$)(?P<d_said>$))\s*$"
)
_GOES_ON = re.compile("[はがをにもとのへで은는이가을를도의에와과고며]$|[,，、。.;；:：]")


class Labelled(NamedTuple):
    """A note as it reads with a colon, and where who spoke stands in the note as written."""

    text: str
    start: int
    length: int


def labelled(note: str) -> Iterator[Labelled]:
    """Yield a note of one line as one that begins with who spoke, where a sign parts them."""
    if len(note) > _LONGEST or "\n" in note.strip("\n"):
        return
    for pattern in (_BEFORE, _BEHIND):
        parted = pattern.match(note)
        way = parted and next(way for way in "abcd" if parted[way])
        if parted and way and not _GOES_ON.search(parted[way]):
            who, said = parted[way], parted[f"{way}_said"]
            yield Labelled(f"{who}: {said}", parted.start(way), len(who))
