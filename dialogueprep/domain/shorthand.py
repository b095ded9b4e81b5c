"""Shorthand in a line of notes: ``?2 many cn: ports share tables >1 #tides``.

Nobody picks from a palette at 80 words a minute. At the start of a line ``//`` keeps it private,
``?2`` puts it under a question of the item, and a few letters and a colon ask for an attribution
(``jp:``, ``exp jp:``, ``sev:``). At its start or end ``>1`` says which recommendation on the table
it is about; inside, as in "grew >1 percent", it is text. ``#tides`` gives a tag anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector

_PRIVATE = re.compile(r"\s*(?:\uff0f\uff0f|//)\s*")
_QUESTION = re.compile(r"\s*[?？](\d{1,2})(?:\s+|$)")
_LETTERS = r"[A-Za-z\uff21-\uff3a\uff41-\uff5a]+"  # full-width ones as well
_ASKED = re.compile(rf"\s*({_LETTERS}(?:[ \u3000]+{_LETTERS}){{0,3}})[ \u3000]?[:：]\s*")
_ABOUT = re.compile(r"^\s*[>＞](\d{1,2})(?:\s+|$)|\s+[>＞](\d{1,2})\s*$")
_NO_SPACES = r"\u3000-\u30ff\u3400-\u9fff\uff01-\uff0f"  # Chinese, Japanese, their stops
_TAG = re.compile(rf"(?:^|(?<=[\s{_NO_SPACES}]))[#＃]([^\W\d_][\w-]{{0,39}})(?:\s+|$)")
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
    """What a line asks for; ``question`` and ``about`` count from 1, ``text`` is the rest."""

    text: str
    attribution: Attribution | None = None
    question: int | None = None
    about: int | None = None
    tags: tuple[str, ...] = ()
    private: bool = False


def read(line: str, codes: Iterable[str]) -> Shorthand:
    """Return what a line asks for; ``codes`` are those of the delegations at the table.

    A start with a word that is no shorthand is part of the text.
    """
    number, line = _about(line)
    if private := _PRIVATE.match(line):
        line = line[private.end() :]
    question: int | None = None
    if asked := _QUESTION.match(line):
        question, line = int(asked[1]), line[asked.end() :]
    found = _ASKED.match(line)
    asked_for = unicodedata.normalize("NFKC", found[1]).casefold().split() if found else []
    attribution = _attribution(asked_for, codes) if found else None
    if found is not None and attribution is not None:
        line = line[found.end() :]
    text, tags = tagged(line)
    if number is None:
        number, text = _about(text)
    return Shorthand(text, attribution, question, number, tags, private is not None)


def _about(line: str) -> tuple[int | None, str]:
    """Return which recommendation the start or the end of a line names, and the rest."""
    found = _ABOUT.search(line)
    if found is None:
        return None, line
    return int(found[1] or found[2]), line[: found.start()] + line[found.end() :]


def tagged(line: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without its tags, and the tags in their order, each once."""
    tags = tuple(dict.fromkeys(_TAG.findall(line)))
    return _TAG.sub("", line).strip(), tags


def without(line: str, unwanted: Callable[[str], bool]) -> str:
    """Return a line without the tags that are unwanted, the rest as typed."""
    return _TAG.sub(lambda found: "" if unwanted(found[1]) else found[0], line)


def about(line: str, number: int) -> str:
    """Return a line with the mark of a recommendation on the table before it, and no other."""
    return f">{number} {_about(line)[1].lstrip()}"


def is_private(line: str) -> bool:
    """Return whether a line, though it is not finished, is for oneself only."""
    return _PRIVATE.match(_about(line)[1]) is not None


def with_tags(text: str, tags: Iterable[str]) -> str:
    """Return a text with its tags behind it, as they are typed."""
    return " ".join((text, *(f"#{tag}" for tag in tags)))


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
