"""The sheet of designations of a dialogue, and where a document does not keep to it.

It is a lint and no gate: a place that is called otherwise is pointed at, and the document may be
released. The exact words of a statement are left alone; they are the person's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NewType

from dialogueprep.domain.briefs.blocks import Brief, Line, Named, lines_of
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.texts import LANGUAGES, Language, Text, Texts

_Search = tuple[re.Pattern[str] | None, dict[str, "Designation"], re.Pattern[str] | None]
"""What finds words that are not to be used, their entries, and what finds the usages."""
DesignationId = NewType("DesignationId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """What documents in a language write, and the words that they do not write instead.

    One that is not settled has words that somebody may object to and none that replaces them.
    """

    id: DesignationId
    dialogue: DialogueId
    language: Language
    usage: str
    instead_of: tuple[str, ...] = ()
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Misnamed:
    """Words in a line of a brief that the sheet does not use, or that are not settled.

    ``start`` and ``end`` count characters of the line; ``origin`` is the value they come from.
    """

    block: int
    line: int
    start: int
    end: int
    words: str
    entry: Designation
    origin: str | None = None


def misnamed(
    brief: Brief, sheet: Sequence[Designation], exact: frozenset[str] = frozenset()
) -> tuple[Misnamed, ...]:
    """Return where a brief does not keep to the sheet, in reading order.

    ``exact`` are origins whose words stand as they were said; what is printed elsewhere stands so
    too.
    """
    known = tuple(sheet)
    searches: dict[Language, _Search] = {each: _search(each, known) for each in LANGUAGES}
    return tuple(
        found
        for block, each in enumerate(brief.blocks)
        for number, line in enumerate(lines_of(each))
        for found in _in_line(block, number, line, searches, exact)
    )


def _in_line(
    block: int, number: int, line: Line, searches: Mapping[Language, _Search], exact: frozenset[str]
) -> Iterator[Misnamed]:
    start = 0
    for run in line:
        if not isinstance(run, Named) and run.origin not in exact and not run.printed:
            for at, end, entry in _hits(run.text, searches[run.language]):
                words = run.text[at:end]
                yield Misnamed(block, number, start + at, start + end, words, entry, run.origin)
        start += len(run.text)


def found_in(
    text: str, language: Language, sheet: tuple[Designation, ...]
) -> Iterator[tuple[int, int, Designation]]:
    """Return where words of the sheet stand that are not to be used; longer ones go first.

    Words that stand inside a settled usage are part of it.
    """
    return _hits(text, _search(language, sheet))


def _hits(text: str, search: _Search) -> Iterator[tuple[int, int, Designation]]:
    pattern, entries, usages = search
    if pattern is None:
        return
    hits = list(pattern.finditer(text))
    kept = [m.span() for m in usages.finditer(text)] if usages and hits else []
    for hit in hits:
        start, end = hit.span()
        if not any(a <= start and end <= b for a, b in kept):
            yield start, end, entries[hit.group().casefold()]


def swapped(texts: Texts, entry: Designation) -> Texts:
    """Return texts that write the usage in place of the other words, in the entry's language."""
    return Texts(tuple(_swapped(text, entry) for text in texts.entries))


def _swapped(text: Text, entry: Designation) -> Text:
    if text.language != entry.language or not entry.settled:
        return text
    wording = text.wording
    for start, end, _ in reversed(list(found_in(wording, entry.language, (entry,)))):
        wording = wording[:start] + entry.usage + wording[end:]
    return replace(text, wording=wording)


@lru_cache(maxsize=32)
def _search(language: Language, sheet: tuple[Designation, ...]) -> _Search:
    mine = [entry for entry in sheet if entry.language == language]
    entries = {w.casefold(): entry for entry in mine for w in entry.instead_of if w.strip()}
    usages = [entry.usage for entry in mine if entry.settled and entry.usage]
    return _any_of(entries), entries, _any_of(usages)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    longest = sorted(words, key=lambda word: (-len(word), word))
    if not longest:
        return None
    begins = "".join(sorted({re.escape(word[0]) for word in longest}))  # tried only there
    return re.compile(f"(?=[{begins}])(?:{'|'.join(map(_alone, longest))})", re.IGNORECASE)


def _alone(word: str) -> str:
    """A word of Latin letters stands alone; scripts without spaces run on."""
    found = re.escape(word)
    before = r"(?<![A-Za-z])" if word[0].isascii() and word[0].isalpha() else ""
    after = r"(?![A-Za-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    return f"{before}{found}{after}"
