"""A part of a file that was read back, and what all readers share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dialogueprep.domain.errors import Trouble

MOST_BYTES = 300_000_000
"""A file whose parts unfold to more is not read: it is made to exhaust the machine."""
DEEPEST = 4
"""Files within files are read to this depth."""


@dataclass(frozen=True, slots=True)
class Part:
    """The text of one part of a file. ``unread``: the part also holds what no text was got
    from, such as a picture; its ``text`` is then what could be found in its bytes. ``again``:
    words of another part in another reading, such as a web page without its tags. ``digest``: of
    the bytes of what could not be read, by which a picture of a document is known again."""

    name: str
    text: str
    unread: bool = False
    again: bool = False
    digest: str = ""

    def within(self, outer: str) -> Part:
        """Return this part as one of a file within a file."""
        return replace(self, name=f"{outer}: {self.name}")


def damaged(name: str) -> Trouble:
    """Return the trouble of a file that is not what it claims to be."""
    return Trouble("file-damaged", name=name)


def strings(data: bytes) -> str:
    """Return the stretches of words found in bytes of unknown form, one a line."""
    plain = [m.decode("ascii") for m in re.findall(rb"[\x20-\x7e]{4,}", data)]
    wide = [m.decode("utf-16-le") for m in re.findall(rb"(?:[\x20-\x7e]\x00){4,}", data)]
    beyond = re.findall(rb"(?:[\xc2-\xf4][\x80-\xbf]{1,3}){2,}", data)
    found = [*plain, *wide, *(m.decode("utf-8", "ignore") for m in beyond)]
    return "\n".join(text for text in found if any(c.isalpha() for c in text))
