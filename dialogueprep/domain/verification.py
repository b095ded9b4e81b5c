"""Reads the parts of a finished file: it may hold the names of its brief, and no other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.gate import MASK, CheckedBrief
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import search_of

_LISTING = frozenset(
    {
        Product.PARTICIPANT_LIST,
        Product.PROGRAMME,
        Product.BRIEFING_PACK,
        Product.RUN_SHEET,
        Product.SECRETARIAT_RECORD,
    }
)


class TextPart(Protocol):
    """A part of a file: its name in the file, and all text in it."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a part of a finished file that may not stand there."""

    part: str
    exposure: Exposure


def verify(checked: CheckedBrief, parts: Iterable[TextPart], roster: Roster) -> tuple[Leak, ...]:
    """Return every name and institution in a finished file that may not stand where it is.

    In the body each name of the brief may stand as often as in the brief; in properties,
    comments, file names and all other parts none may.
    """
    left: dict[str, Counter[str]] = {}
    leaks: list[Leak] = []
    for part in parts:
        text = unicodedata.normalize("NFC", part.text)
        body = _is_body(part.name)
        if body:
            allowed = left.setdefault(re.sub(r"\d+", "", part.name), _allowance(checked))
            text = _masked(text, allowed)
        leaks += (
            Leak(part.name, e)
            for e in search_of(roster).identities(text)
            if not (body and _may_stand(e, checked, roster))
        )
    return tuple(leaks)


def _is_body(name: str) -> bool:
    return name == "word/document.xml" or re.match(r"page \d", name) is not None


def _allowance(checked: CheckedBrief) -> Counter[str]:
    return Counter(unicodedata.normalize("NFC", n.text).strip() for n in checked.named)


def _masked(text: str, allowed: Counter[str]) -> str:
    """Return the text with the allowed names covered, and what is left of the allowance."""
    for name in sorted(allowed, key=len, reverse=True):
        pattern = r"\s*".join(re.escape(c) for c in name if not c.isspace())
        text, found = (
            re.subn(pattern, lambda m: MASK * len(m.group()), text, count=allowed[name])
            if allowed[name]
            else (text, 0)
        )
        allowed[name] -= found
    return text


def _may_stand(exposure: Exposure, checked: CheckedBrief, roster: Roster) -> bool:
    if (exposure.kind, roster.lexicon.fold.plain(exposure.text)) in checked.kept:
        return True
    lists = checked.brief.product in _LISTING or checked.brief.annexes
    if not lists or exposure.kind is ExposureKind.NAME:
        return False
    return bool({n.person for n in checked.named}.intersection(exposure.people))
