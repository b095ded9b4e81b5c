"""Reads the parts of a finished file: it may hold the names of its brief, and no other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.gate import MASK, CheckedBrief
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind
from dialogueprep.domain.identity.reading.fold import UNSEEN, unvaried
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.identity.spellings.name_parts import loose

_LISTING = frozenset(
    {
        Product.PARTICIPANT_LIST,
        Product.PROGRAMME,
        Product.BRIEFING_PACK,
        Product.RUN_SHEET,
        Product.SECRETARIAT_RECORD,
    }
)
_SECOND = re.compile(r"(?<=^word/document\.xml), joined$|(?<=\d), closed up$")
"""A part of the body in another reading: names whose letters stand apart, read together."""
_APART = rf"[\s{UNSEEN}]"


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


@dataclass(frozen=True, slots=True)
class _Read:
    """A part of the body: its text, the same with its names covered, and which were."""

    text: str
    masked: str
    names: Counter[str]


def verify(checked: CheckedBrief, parts: Iterable[TextPart], roster: Roster) -> tuple[Leak, ...]:
    """Return every name and institution in a finished file that may not stand where it is.

    In the body each name of the brief may stand as often as in the brief, and in a second reading
    of it at the same places; in properties, comments, file names and all other parts none may.
    """
    left: dict[str, Counter[str]] = {}
    read: dict[str, _Read] = {}
    leaks: list[Leak] = []
    for part in parts:
        text = unicodedata.normalize("NFC", part.text)
        of = _SECOND.sub("", part.name)
        body = _is_body(of)
        if of in read and of != part.name:
            text = _read_again(text, read.pop(of))
        elif body:
            allowed = left.setdefault(re.sub(r"\d+", "", part.name), _allowance(checked))
            before, written = allowed.copy(), text
            text = _masked(text, allowed)
            read[part.name] = _Read(written, text, before - allowed)
        leaks += (
            Leak(part.name, e)
            for e in search_of(roster).identities(text)
            if not (body and _may_stand(e, checked, roster, again=of != part.name))
        )
    return tuple(leaks)


def _is_body(name: str) -> bool:
    return name == "word/document.xml" or re.fullmatch(r"page \d+", name) is not None


def _allowance(checked: CheckedBrief) -> Counter[str]:
    """Return how often each name may stand; the writers leave out signs that are not seen."""
    names = (unvaried(unicodedata.normalize("NFC", n.text)).strip() for n in checked.named)
    return Counter(names)


def _masked(text: str, allowed: Counter[str]) -> str:
    """Return the text with the allowed names covered, and what is left of the allowance."""
    for name in sorted(allowed, key=len, reverse=True):
        pattern = _spread(name)
        text, found = (
            re.subn(pattern, lambda m: MASK * len(m.group()), text, count=allowed[name])
            if allowed[name]
            else (text, 0)
        )
        allowed[name] -= found
    return text


def _read_again(text: str, body: _Read) -> str:
    """Return the second reading of a part with the names covered that are in that part."""
    lines: list[str] = []
    broken = {re.sub("[-\u2010]", "", name): n for name, n in body.names.items()}
    names = body.names | Counter(broken)  # a hyphen of a name may stand at the end of a line
    for line in text.splitlines():
        places = list(_places(line, body)) if line.strip() else []
        lines += places or [_masked(line, names)]
    return "\n".join(lines)


def _spread(wording: str) -> str:
    """Return the pattern of a wording with any gaps, and signs that are not seen, between."""
    return f"{_APART}*".join(re.escape(c) for c in wording if not c.isspace())


def _places(line: str, body: _Read) -> Iterator[str]:
    """Yield how a line that is read together stands in the part with its names covered."""
    pattern = _spread(line)
    close = not any(c.isspace() for c in line)
    for match in re.finditer(pattern, body.text):
        covered = body.masked[match.start() : match.end()]
        pairs = zip(covered, match.group(), strict=True)
        yield "".join(c for c, own in pairs if not (close and re.match(_APART, own)))


def _may_stand(exposure: Exposure, checked: CheckedBrief, roster: Roster, *, again: bool) -> bool:
    words = roster.lexicon.fold.plain(exposure.text)
    if (exposure.kind, words) in checked.kept:
        return True
    if again and (exposure.kind, loose(words)) in {(k, loose(w)) for k, w in checked.kept}:
        return True
    lists = checked.brief.product in _LISTING or checked.brief.annexes
    if not lists or exposure.kind is ExposureKind.NAME:
        return False
    return bool({n.person for n in checked.named}.intersection(exposure.people))
