"""By which digests the register knows a document again: all that is read in it, and its text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from dialogueprep.domain.briefs.blocks import Brief, lines_of, plain

WORDS = "words"
"""In the evidence of a release: a digest of all that a reader reads."""
TEXT = "text"
"""The same without what tells one draft from the next: version, classification, foot."""


def kept_of(brief: Brief) -> dict[str, str]:
    """Return the digests of a document as they are kept in the evidence of its release."""
    return {WORDS: words_digest(brief), TEXT: text_digest(brief)}


def words_digest(brief: Brief) -> str:
    """Return a digest of all that a reader reads in a document."""
    around = (brief.classification, brief.version, brief.footer)
    return _digest([brief.title, brief.mark, *map(plain, around), *_inside(brief)])


def text_digest(brief: Brief) -> str:
    """Return a digest of the title and the text of a document, whichever draft of it this is."""
    return _digest([brief.title, *_inside(brief)])


def _inside(brief: Brief) -> Iterator[str]:
    return (plain(line) for block in brief.blocks for line in lines_of(block))


def _digest(read: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(read).encode()).hexdigest()
