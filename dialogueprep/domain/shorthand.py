"""Shorthand at the start of a line of notes: ``jp:``, ``exp jp:``, ``sev:``, ``?2 many cn:``.

Nobody picks from a palette at 80 words a minute: a few letters and a colon ask for an
attribution, a question mark and a number for a question of the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector

_QUESTION = re.compile(r"\s*[?？](\d{1,2})(?:\s+|$)")
_ASKED = re.compile(r"\s*([A-Za-z]+(?: +[A-Za-z]+){0,3}) ?[:：]\s*")
_WORDS: dict[str, Attribution] = {
    "off": Attribution(broad=BroadSector.OFFICIAL),
    "exp": Attribution(broad=BroadSector.EXPERT),
    "biz": Attribution(sector=Sector.BUSINESS),
    "one": Attribution(),
    "sev": Attribution(count=Count.SEVERAL),
    "many": Attribution(count=Count.MANY),
}


@dataclass(frozen=True, slots=True)
class Shorthand:
    """What the start of a line asks for; ``question`` counts from 1, ``text`` is the rest."""

    text: str
    attribution: Attribution | None = None
    question: int | None = None


def read(line: str, codes: Iterable[str]) -> Shorthand:
    """Return what a line asks for; ``codes`` are those of the delegations at the table.

    A start with a word that is no shorthand is part of the text.
    """
    question: int | None = None
    if asked := _QUESTION.match(line):
        question, line = int(asked[1]), line[asked.end() :]
    found = _ASKED.match(line)
    attribution = _attribution(found[1].casefold().split(), codes) if found else None
    if found is None or attribution is None:
        return Shorthand(line.strip(), None, question)
    return Shorthand(line[found.end() :].strip(), attribution, question)


def _attribution(words: list[str], codes: Iterable[str]) -> Attribution | None:
    """Return the attribution that the words add up to, None if one of them is unknown."""
    by_code = {code.casefold(): code for code in codes}
    asked = Attribution()
    for word in words:
        if word in by_code:
            asked = replace(asked, delegation=by_code[word])
        elif (known := _WORDS.get(word)) is None:
            return None
        else:
            asked = _joined(asked, known)
    return asked


def _joined(asked: Attribution, word: Attribution) -> Attribution:
    return replace(
        asked,
        count=asked.count if word.count is Count.ONE else word.count,
        sector=word.sector or asked.sector,
        broad=word.broad or asked.broad,
    )
