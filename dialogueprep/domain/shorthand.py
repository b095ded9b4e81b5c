"""Shorthand in a line of notes: ``?2 many cn: ports share tables >1 #tides``.

Nobody picks from a palette at 80 words a minute. At the start of a line, in any order, ``//`` keeps
it private, ``?2`` puts it under a question of the item, and a few letters and a colon ask for an
attribution (``jp:``, ``exp jp:``, ``sev:``, ``several jp:``, ``2 exp:``). Several of these
(``off: jp:``) count as one; if they name two delegations, what covers both is taken. Words of the
four languages ask as well (``日方专家：``, ``several experts:``, see `mark_words`). At its start or
end ``>1`` says which recommendation on the table it is about; inside, as in "grew >1 percent", it
is text. ``#tides`` gives a tag anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector

_PRIVATE = re.compile(r"\s*(?:\uff0f\uff0f|//)\s*")
_QUESTION = re.compile(r"\s*[?？](\d{1,2})(?:\s+|$)")
_LETTERS = r"[A-Za-z\uff21-\uff3a\uff41-\uff5a]+"  # full-width ones as well
_TOKEN = rf"(?:{_LETTERS}|[0-9\uff10-\uff19]{{1,2}})"
_ASKED = re.compile(rf"\s*({_TOKEN}(?:[ \u3000]+{_TOKEN}){{0,3}})[ \u3000]?[:：]\s*")
_IN_WORDS = re.compile(r"\s*([^:：\s][^:：\n]{0,31}?)[ \u3000]?[:：](?!//)\s*")
_ABOUT = re.compile(r"\s*[>＞](\d{1,2})(?:\s+|$)")
_ABOUT_AT_END = re.compile(r"\s+[>＞](\d{1,2})\s*$")
_NO_SPACES = r"\u3000-\u30ff\u3400-\u9fff\uff01-\uff0f"  # Chinese, Japanese, their stops
_NAME = r"[#＃]([^\W\d_][\w-]{0,39})"
_PARTS = ",，、;；:：.。．"  # between a tag at the start of a line and its words
_STOPS = ",，、;；:：.。．!！?？)）"
# Behind a tag a stop goes on with the sentence, and stays; else it only parts or ends the tags.
_GOES_ON = rf"(?=[{_STOPS}](?:[^\W\d_a-zA-Z]|\s{{1,9}}[^\s#＃])|[，、；：][a-zA-Z]|[!！?？)）]\s*$)"
_TAG = re.compile(
    rf"(?:(?<!\s)\s+|^|(?<=[{_NO_SPACES}])){_NAME}{_GOES_ON}"
    rf"|(?:^|(?<=[\s,;{_NO_SPACES}])){_NAME}[,，、;；.。．]?(?:\s+|$|(?<=[,，、;；])(?=[#＃]))"
)
_WORDS: dict[str, Attribution] = {
    "off": Attribution(broad=BroadSector.OFFICIAL),
    "exp": Attribution(broad=BroadSector.EXPERT),
    "biz": Attribution(sector=Sector.BUSINESS),
    "one": Attribution(),
    "sev": Attribution(count=Count.SEVERAL),
    "several": Attribution(count=Count.SEVERAL),
    "many": Attribution(count=Count.MANY),
}
_SEVERAL, _MANY = Attribution(count=Count.SEVERAL), Attribution(count=Count.MANY)
# Words that begin a sentence as well: they count beside another one, as in ``two jp:``.
_BESIDE_OTHERS: dict[str, Attribution] = {
    **dict.fromkeys(("two", "three", "four", "both", "some", "few"), _SEVERAL),
    "most": _MANY,
    **dict.fromkeys(("expert", "experts"), Attribution(broad=BroadSector.EXPERT)),
    **dict.fromkeys(("official", "officials"), Attribution(broad=BroadSector.OFFICIAL)),
    "business": Attribution(sector=Sector.BUSINESS),
}
_LEAST = 2  # from so many on, a number says several: no number of persons is kept
_MARKS = 3  # at most, one behind another


InWords = Callable[[str, str], tuple[Attribution, ...]]
"""What words before a colon ask for, each for itself; with them comes what stands behind it."""


def _no_words(_head: str, _rest: str) -> tuple[Attribution, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Shorthand:
    """What a line asks for; ``question`` and ``about`` count from 1, ``text`` is the rest."""

    text: str
    attribution: Attribution | None = None
    question: int | None = None
    about: int | None = None
    tags: tuple[str, ...] = ()
    private: bool = False
    covers: bool = False
    """Whether the attribution covers several that do not go together."""


@dataclass(slots=True)
class _Start:
    """The marks that are taken from the start of a line, one after another."""

    by_code: Mapping[str, str]
    in_words: InWords
    asked: list[Attribution] = field(default_factory=list[Attribution])
    asking: int = 0  # marks that ask for an attribution
    question: int | None = None
    about: int | None = None
    tags: list[str] = field(default_factory=list[str])
    private: bool = False

    def rest_of(self, line: str) -> str:
        """Take all marks from the start of a line, and return what is left of it."""
        while (rest := self._after_one(line)) is not None:
            line = rest
        return line

    def _after_one(self, line: str) -> str | None:
        """Take a mark, and return the rest of the line; None if it begins with text."""
        if not self.private and (found := _PRIVATE.match(line)):
            self.private = True
        elif self.question is None and (found := _QUESTION.match(line)):
            self.question = int(found[1])
        elif self.about is None and (found := _ABOUT.match(line)):
            self.about = int(found[1])
        elif found := _TAG.match(line.lstrip()):
            self.tags.append(found[1] or found[2])
            rest = line.lstrip()[found.end() :].lstrip()
            return rest[1:].lstrip() if rest[:1] in _PARTS else rest
        else:
            found = self._asking(line) if self.asking < _MARKS else None
        return line[found.end() :] if found else None

    def _asking(self, line: str) -> re.Match[str] | None:
        """Take note of the attribution that the start of a line asks for, and return its mark."""
        found = _ASKED.match(line)
        known = in_letters(found[1], self.by_code) if found else []
        if found and self.asking and found[1].casefold() == "one":
            return None
        if not known and (found := _IN_WORDS.match(line)):
            known = list(self.in_words(found[1], line[found.end() :]))
        self.asked += known
        self.asking += bool(known)
        return found if known else None


def read(line: str, codes: Iterable[str], in_words: InWords = _no_words) -> Shorthand:
    """Return what a line asks for; ``codes`` are those of the delegations at the table.

    A start with a word that is no shorthand is part of the text. ``in_words`` reads what is not
    written in short marks.
    """
    start = _Start({code.casefold(): code for code in codes}, in_words)
    line = start.rest_of(line)
    number = start.about
    if number is None:
        number, line = _about_at_end(line)
    text, tags = tagged(line)
    if number is None:
        number, text = _about_at_end(text)
    attribution, covers = _covering(start.asked)
    every_tag = tuple(dict.fromkeys((*start.tags, *tags)))
    return Shorthand(text, attribution, start.question, number, every_tag, start.private, covers)


def in_letters(marks: str, by_code: Mapping[str, str]) -> list[Attribution]:
    """Return what short marks ask for, each for itself; nothing if one of them is unknown."""
    return _attributions(unicodedata.normalize("NFKC", marks).casefold().split(), by_code)


def _about_at_end(line: str) -> tuple[int | None, str]:
    """Return which recommendation the end of a line names, and the rest."""
    found = _ABOUT_AT_END.search(line)
    return (int(found[1]), line[: found.start()]) if found else (None, line)


def tagged(line: str) -> tuple[str, tuple[str, ...]]:
    """Return a line without its tags, and the tags in their order, each once."""
    tags = tuple(dict.fromkeys(each[1] or each[2] for each in _TAG.finditer(line)))
    rest = _TAG.sub("", line).strip()
    if tags and rest[:1] in _PARTS and not line.lstrip().startswith(rest[:1]):
        rest = rest[1:].lstrip()
    return rest, tags


def without(line: str, unwanted: Callable[[str], bool]) -> str:
    """Return a line without the tags that are unwanted, the rest as typed."""
    return _TAG.sub(lambda it: "" if unwanted(it[1] or it[2]) else it[0], line)


def about(line: str, number: int) -> str:
    """Return a line with the mark of a recommendation on the table before it, and no other."""
    found = _ABOUT.match(line)
    rest = line[found.end() :] if found else _about_at_end(line)[1]
    return f">{number} {rest.lstrip()}"


def with_tags(text: str, tags: Iterable[str]) -> str:
    """Return a text with its tags behind it, as they are typed."""
    return " ".join((text, *(f"#{tag}" for tag in tags)))


def unattributed(asked: Shorthand) -> str:
    """Return a line as it is typed, but for what asks for an attribution."""
    question = f"?{asked.question} " if asked.question else ""
    about = f">{asked.about} " if asked.about else ""
    private = "// " if asked.private else ""
    return f"{about}{private}{question}{with_tags(asked.text, asked.tags)}"


def _attributions(words: list[str], by_code: Mapping[str, str]) -> list[Attribution]:
    """Return what each word asks for; nothing if one of them is unknown."""
    alone = len(words) == 1
    found: list[Attribution] = []
    for word in words:
        if word in by_code:
            found.append(Attribution(delegation=by_code[word]))
        elif word.isdigit() and not alone:
            found.append(Attribution() if int(word) < _LEAST else _SEVERAL)
        elif word in _WORDS:
            found.append(_WORDS[word])
        elif word in _BESIDE_OTHERS and not alone:
            found.append(_BESIDE_OTHERS[word])
        else:
            return []
    return found


def _covering(asked: list[Attribution]) -> tuple[Attribution | None, bool]:
    """Return the attribution that all words together ask for, and whether it says less than they.

    What contradicts itself, as two delegations do, is left out: several who share the rest.
    """
    if not asked:
        return None, False
    places = {a.delegation for a in asked if a.delegation}
    sectors = {a.sector for a in asked if a.sector}
    broads = {a.broad for a in asked if a.broad} | {s.broad for s in sectors}
    covers = len(places) > 1 or len(sectors) > 1 or len(broads) > 1
    count = max((a.count for a in asked), key=list(Count).index)
    sector = min(sectors) if len(sectors) == 1 and len(broads) == 1 else None
    return Attribution(
        count=Count.SEVERAL if covers and count is Count.ONE else count,
        delegation=min(places) if len(places) == 1 else None,
        sector=sector,
        broad=min(broads) if len(broads) == 1 and not sectors else None,
    ), covers
