"""Tells the clipped lines of notes in Chinese and Japanese from a paragraph broken into lines.

Such lines have no sign and often no verb; each is a remark of its own. The lines of a paragraph
are as long as there was room, all but the last.
"""

from __future__ import annotations

import re

_EAST = re.compile("[\u3041-\u30fe\u4e00-\u9fff]")
_GOES_ON = re.compile("[,，、；;（(「“はがをにのとも的和与并]$")
"""How a line ends whose sentence goes on in the next."""
_FEWEST = 3
_LEAST = 2  # a letter alone is no note, but may be half a name
_LONGEST = 40
_MOST = 6_000
"""Characters of a text that may be notes of one item; what is longer is a document."""
_ROOM = 12
"""Characters that a paragraph has room for at least, where somebody broke it into lines."""
_SPARE = 2


def are_clipped_east(text: str, count: int) -> bool:
    """Return whether a text of so many lines is made of short notes, each of them read alone."""
    if count < _FEWEST or len(text) > min(count * _LONGEST, _MOST):
        return False
    told = [line.strip() for line in text.split("\n") if line.strip()]
    if len(told) < _FEWEST or max(map(len, told)) > _LONGEST or min(map(len, told)) < _LEAST:
        return False
    if sum(bool(_EAST.search(line)) for line in told) * 2 <= len(told):
        return False
    if told[-1].endswith("。") and not any(line.endswith("。") for line in told[:-1]):
        return False  # one sentence over several lines
    if any(_GOES_ON.search(line) for line in told[:-1]):
        return False
    room = max(map(len, told))
    full = sum(len(line) >= room - _SPARE for line in told[:-1])
    return room < _ROOM or full * 2 <= len(told)
