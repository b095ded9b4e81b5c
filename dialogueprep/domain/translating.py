"""Sheets for translators: which texts go out, and what a sheet that came back would change.

A row is found again by its key. The original stands in the sheet, so that a translation of an
original that has changed since is known for what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import Language, Text, Texts, TextState

_NEEDED = (None, TextState.STALE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A text as a sheet shows it: the original, and what there is in each wanted language.

    The cell of its own language is None: it needs no translation.
    """

    place: TextPlace
    original: Text
    cells: Mapping[Language, Text | None]


class Coming(StrEnum):
    """What a wording that came back is to what stands here."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OUTDATED = "original changed"  # it translates an original that is another one by now
    UNKNOWN = "unknown"  # no text here has the key of its row


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a sheet that came back, with all tracked changes accepted."""

    key: str
    original: str
    wordings: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Translation:
    """One wording that came back. ``place`` is None for a row that is not known here."""

    what: Coming
    key: str
    language: Language
    theirs: str
    mine: str = ""
    place: TextPlace | None = None
    original_there: str = ""

    @property
    def id(self) -> str:
        """The key of the row and its language."""
        return f"{self.key} {self.language}"

    @property
    def can_be_taken(self) -> bool:
        """Whether taking it in changes a text."""
        return self.what in (Coming.NEW, Coming.CHANGED, Coming.OUTDATED)


def state_in(texts: Texts, language: Language) -> TextState | None:
    """Return the state of a text in a language; None if it has no wording there."""
    found = _text(texts, language)
    return found.state if found else None


def needs(texts: Texts, language: Language) -> bool:
    """Return whether a text has to be translated into a language, for the first time or anew."""
    return bool(texts) and state_in(texts, language) in _NEEDED


def rows_for(
    places: Iterable[TextPlace], languages: Sequence[Language], *, only_needed: bool = True
) -> tuple[SheetRow, ...]:
    """Return the rows of a sheet in these languages; only those with something to translate.

    What stands in the same words in several places, such as a break of each day, is one row.
    """
    rows = (_row(place, languages) for place in places if place.texts)
    wanted = (r for r in rows if not only_needed or _anything(r, languages))
    once: dict[object, SheetRow] = {}
    for row in wanted:
        once.setdefault((row.original, tuple(row.cells.items())), row)
    return tuple(once.values())


def _row(place: TextPlace, languages: Sequence[Language]) -> SheetRow:
    original = place.texts.entries[0]
    others: list[Language] = [each for each in languages if each != original.language]
    return SheetRow(place, original, {each: _text(place.texts, each) for each in others})


def _text(texts: Texts, language: Language) -> Text | None:
    return next((t for t in texts.entries if t.language == language), None)


def _anything(row: SheetRow, languages: Sequence[Language]) -> bool:
    return any(needs(row.place.texts, language) for language in languages)


def translations(
    rows: Iterable[ReturnedRow], places: Iterable[TextPlace]
) -> tuple[Translation, ...]:
    """Return what each wording of a sheet is to the texts here, in the order of the sheet.

    An empty cell says nothing, and the cell in the language of an original is not read. What was
    sent once for several places comes back for each of them that is as the one that was sent.
    """
    known, came = {place.key: place for place in places}, tuple(rows)
    alone = {row.key for row in came}
    found: list[Translation] = []
    for row in came:
        place = known.get(row.key)
        found += _of_row(row, place)
        others = _others(place, known.values()) if place else ()
        found += (t for each in others if each.key not in alone for t in _alike(row, place, each))
    return tuple(found)


def _others(place: TextPlace, places: Iterable[TextPlace]) -> Iterator[TextPlace]:
    """Yield the other places where the same original stands."""
    for each in places:
        if each.key != place.key and each.texts.entries[:1] == place.texts.entries[:1]:
            yield each


def _alike(row: ReturnedRow, sent: TextPlace | None, other: TextPlace) -> Iterator[Translation]:
    """Yield what a row is to another place of its original, in languages where both are alike."""
    for it in _of_row(replace(row, key=other.key), other):
        mine = sent and sent.texts.get(it.language)
        if needs(other.texts, it.language) or other.texts.get(it.language) == mine:
            yield it


def _of_row(row: ReturnedRow, place: TextPlace | None) -> Iterator[Translation]:
    for language, theirs in row.wordings.items():
        if not theirs:
            continue
        if place is None:
            yield Translation(Coming.UNKNOWN, row.key, language, theirs)
            continue
        original = place.texts.entries[0]
        if language == original.language:
            continue
        mine = place.texts.get(language) or ""
        what = _what(row, original, mine, theirs)
        yield Translation(what, row.key, language, theirs, mine, place, row.original)


def _what(row: ReturnedRow, original: Text, mine: str, theirs: str) -> Coming:
    if folded(theirs) == folded(mine):
        return Coming.UNCHANGED
    if folded(row.original) != folded(original.wording):
        return Coming.OUTDATED
    return Coming.CHANGED if mine else Coming.NEW


def folded(text: str) -> str:
    """Return a wording as it is compared: one space or line feed between words and lines."""
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def taken_in(
    taken: Iterable[Translation], *, checked: bool = False
) -> dict[tuple[str, str], tuple[TextPlace, Texts]]:
    """Return the changed texts by owner and field, with the state that each wording then has.

    A translation of another original is out of date from the start. ``checked`` says that
    somebody has read the others against the original.
    """
    after: dict[tuple[str, str], tuple[TextPlace, Texts]] = {}
    for each in taken:
        if each.place is None or not each.can_be_taken:
            continue
        place = each.place
        at = (place.owner, place.field)
        texts = after[at][1] if at in after else place.texts
        texts = texts.with_wording(each.language, each.theirs)
        if each.what is Coming.OUTDATED:
            texts = texts.with_state(each.language, TextState.STALE)
        elif checked:
            texts = texts.with_state(each.language, TextState.CHECKED)
        after[at] = place, texts
    return after
