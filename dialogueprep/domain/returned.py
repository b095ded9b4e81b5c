"""What a draft that came back would change, edit by edit.

The lines of the file are matched with those that the document has now. A line is traced to the
text that it was made from; what the program put around that text stays apart. There is no field
for who proposed an edit, or when.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from dialogueprep.domain.briefs.blocks import Brief, Line, Run, lines_of, plain
from dialogueprep.domain.partner_matching import fold
from dialogueprep.domain.programme_rows import Row, Tracked
from dialogueprep.domain.returned_lines import (
    Deed,
    Neighbour,
    deed_between,
    deed_of_left_out,
)
from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import Language

_ALIKE = 0.5  # of two lines that may be one
_SHORT = 60  # letters of a line that is compared letter by letter
_MOST_PAIRS = 200_000
_FEWEST = 3  # letters of a line that is compared at all; numbers and signs are not


class ReturnKind(StrEnum):
    """What an edit is about."""

    REWORDED = "reworded"
    AROUND = "around"  # the words that the program puts around a text are others too
    COMPOSED = "composed"  # a sentence that the program makes from the data
    NEW = "new"
    LEFT_OUT = "left out"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class ReturnEdit:
    """One proposed edit: the words now and in the file, and what was said beside them.

    ``line`` is the line of the text that it would replace, in ``language``. ``tracked`` are the
    changes in the file that it comes from; without any, the text may have changed here since.
    ``deed`` is what accepting a new paragraph or one that is left out does; ``place`` and ``line``
    are then those beside it.
    """

    key: str
    kind: ReturnKind
    place: TextPlace | None
    language: Language
    mine: str = ""
    theirs: str = ""
    line: str = ""
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[str, ...] = ()
    deed: Deed | None = None

    @property
    def can_be_taken(self) -> bool:
        """Whether it can be accepted as it stands in the file."""
        return self.kind is ReturnKind.REWORDED or self.deed is not None

    @property
    def can_be_edited(self) -> bool:
        """Whether other words can be written into the text that it is about."""
        return self.place is not None and bool(self.line)

    @property
    def known(self) -> str:
        """The line that stands here already, whose words may be kept; a new one has none."""
        return "" if self.kind is ReturnKind.NEW else self.line


@dataclass(frozen=True, slots=True)
class _Present:
    """A line of the document as it is now: the words around the text, and the text's own line."""

    text: str
    language: Language
    place: TextPlace | None = None
    line: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _There:
    """A line of the file, with what was tracked and said in its row."""

    text: str
    row: Row


def proposed_edits(
    rows: Sequence[Row], brief: Brief, places: Sequence[TextPlace]
) -> tuple[ReturnEdit, ...]:
    """Return the edits in the order of the file; what it leaves out comes last."""
    present, there = list(_present(brief, places)), list(_there(rows))
    pairs, left = _matched(there, present)
    edits = [_put(e, pairs, n) for n, (each, own) in enumerate(pairs) for e in _edits(each, own)]
    kept = {own.place.key for _, own in pairs if own and own.place}
    edits += [_left_out(own, own.place.key not in kept) for own in left if own.place]
    return tuple(replace(edit, key=f"{n}") for n, edit in enumerate(_once(edits)))


# the document as it is now -------------------------------------------------------------------


def _present(brief: Brief, places: Sequence[TextPlace]) -> Iterator[_Present]:
    for block in brief.blocks:
        for line in lines_of(block):
            runs = [run for run in line if isinstance(run, Run)]
            if len(runs) < len(line):  # it names somebody, and is not open to edits
                yield from (_Present(part, brief.language) for part in plain(line).split("\n"))
                continue
            for part in _parts(runs):
                yield _traced(part, brief.language, places)


def _parts(line: Sequence[Run]) -> Iterator[Line]:
    """Yield the lines of a line that is broken within its block or cell."""
    runs: list[Run] = []
    for run in line:
        first, *more = run.text.split("\n")
        runs.append(replace(run, text=first))
        for piece in more:
            yield tuple(runs)
            runs = [replace(run, text=piece)]
    yield tuple(runs)


def _traced(line: Line, language: Language, places: Sequence[TextPlace]) -> _Present:
    """Trace a line to its text; a sentence in which several texts stand is the program's own."""
    text = plain(line)
    texts = [r for r in line if isinstance(r, Run) and not r.composed and r.text.strip()]
    found = _place_of(texts[0], places) if len(texts) == 1 else None
    if found is None:
        return _Present(text, language)
    place, own = found
    at = text.index(texts[0].text) + _at(texts[0].text, own)
    return _Present(text, texts[0].language, place, own, text[:at], text[at + len(own) :])


def _place_of(run: Run, places: Sequence[TextPlace]) -> tuple[TextPlace, str] | None:
    """Return the text that a run was made from, and which of its lines; the longest counts."""
    found = [
        (place, line)
        for place in places
        if run.origin in (None, place.owner)
        for line in _lines(place.texts.get(run.language) or "")
        if _at(run.text, line) >= 0 and len(line) * 2 > len(run.text)
    ]
    return max(found, key=lambda pair: len(pair[1]), default=None)


def _lines(wording: str) -> Iterator[str]:
    return (line.strip() for line in wording.split("\n") if line.strip())


def _at(text: str, line: str) -> int:
    """Return where a line begins in a text, whatever the case of its first letter."""
    exact = text.find(line)
    return exact if exact >= 0 else text.find(line[:1].swapcase() + line[1:])


# the file ------------------------------------------------------------------------------------


def _there(rows: Sequence[Row]) -> Iterator[_There]:
    for row in rows:
        texts = [line.strip() for cell in row.cells for line in cell.split("\n") if line.strip()]
        for text in texts or [""] * bool(row.comments):
            yield _There(text, row)


Pairs = list[tuple[_There, _Present | None]]


def _matched(there: Sequence[_There], present: Sequence[_Present]) -> tuple[Pairs, list[_Present]]:
    """Pair lines that say the same in their order, then the most alike of what is left."""
    folded = [fold(own.text) for own in present]
    texts = [fold(each.text) for each in there]
    waiting: dict[str, deque[int]] = {}
    for m, own in enumerate(folded):
        waiting.setdefault(own, deque()).append(m)
    taken = {n: waiting[text].popleft() for n, text in enumerate(texts) if waiting.get(text)}
    free = set(range(len(present))) - set(taken.values())
    said = {folded[m] for m in taken.values()}
    others = {n: t for n, t in enumerate(texts) if n not in taken and t not in said}
    rest = {m: folded[m] for m in free if folded[m] not in said}
    for score, n, m in sorted(_scored(others, rest), key=lambda s: (-s[0], abs(s[1] - s[2]))):
        if score >= _ALIKE and n not in taken and m in free:
            taken[n] = m
            free.discard(m)
    pairs: Pairs = [(each, present[taken[n]] if n in taken else None)
                    for n, each in enumerate(there)
                    if n in taken or _is_new(each, said)]  # fmt: skip
    return pairs, [present[m] for m in sorted(free) if folded[m] not in said and folded[m]]


def _is_new(each: _There, said: set[str]) -> bool:
    folded = fold(each.text)
    letters = sum(c.isalpha() for c in folded)
    return (letters >= _FEWEST and folded not in said) or (not folded and bool(each.row.comments))


def _scored(
    there: Mapping[int, str], present: Mapping[int, str]
) -> Iterator[tuple[float, int, int]]:
    """Yield how alike folded lines are, from 0 to 1, where they are alike at all.

    Short lines are compared by their letters, long ones by the words that they share. Where very
    many lines differ, only those that stand about as far down are compared.
    """
    words = {n: Counter(_words(text)) for n, text in there.items()}
    reach = _MOST_PAIRS / max(1, len(there) * len(present))
    for at, (m, own) in enumerate(present.items()):
        mine = Counter(_words(own))
        for by, (n, text) in enumerate(there.items()):
            apart = abs(at / len(present) - by / len(there))
            if apart > reach or min(len(text), len(own)) < _FEWEST:
                continue
            if max(len(text), len(own)) <= _SHORT:
                score = SequenceMatcher(None, text, own, autojunk=False).ratio()
            else:
                shared = (mine & words[n]).total()
                score = 2 * shared / (mine.total() + words[n].total())
            if score >= _ALIKE:
                yield score, n, m


def _words(text: str) -> list[str]:
    """Return the words of a text, of Chinese, Japanese and Korean each two letters."""
    found = re.findall(r"[a-z0-9\u00c0-\u024f]+", text)
    wide = re.sub(r"[a-z0-9\u00c0-\u024f\s]+", "", text)
    return [*found, *(wide[n : n + 2] for n in range(len(wide) - 1))]


# edits ---------------------------------------------------------------------------------------


def _edits(each: _There, own: _Present | None) -> Iterator[ReturnEdit]:
    if own is None:
        if each.text:
            kind = ReturnKind.NEW
            yield _with_row(ReturnEdit("", kind, None, "en", theirs=each.text), each.row)
        else:
            yield _with_row(ReturnEdit("", ReturnKind.COMMENT, None, "en"), each.row)
        return
    if _same(each.text, own.text):
        if each.row.comments:
            found = _edit(ReturnKind.COMMENT, own, mine=own.line or own.text)
            yield replace(found, comments=each.row.comments)
        return
    if own.place is None:
        found = _edit(ReturnKind.COMPOSED, own, mine=own.text, theirs=each.text)
    elif (theirs := _inner(each.text, own)) is not None:
        found = _edit(ReturnKind.REWORDED, own, mine=own.line, theirs=theirs)
    else:
        found = _edit(ReturnKind.AROUND, own, mine=own.text, theirs=each.text)
    yield _with_row(found, each.row)


def _put(edit: ReturnEdit, pairs: Pairs, at: int) -> ReturnEdit:
    """Return a new paragraph with where it belongs, as the lines beside it in the file tell."""
    if edit.kind is not ReturnKind.NEW or len(pairs[at][0].row.cells) > 1:
        return edit
    above = next((own for _, own in reversed(pairs[:at]) if own), None)
    below = next((own for _, own in pairs[at + 1 :] if own), None)
    found = deed_between(_neighbour(above), _neighbour(below))
    if found is None:
        return edit
    deed, it = found
    return replace(edit, deed=deed, place=it.place, line=it.line, language=it.language)


def _left_out(own: _Present, alone: bool) -> ReturnEdit:
    it = _neighbour(own)
    edit = _edit(ReturnKind.LEFT_OUT, own, mine=own.text)
    return replace(edit, deed=deed_of_left_out(it, alone=alone)) if it else edit


def _neighbour(own: _Present | None) -> Neighbour | None:
    if own is None or own.place is None:
        return None
    whole = not own.before.strip() and not own.after.strip()
    return Neighbour(own.place, own.line, own.language, whole)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _inner(theirs: str, own: _Present) -> str | None:
    """Return the part of a line that stands for the text; None if what is around is other."""
    before, after = own.before.lstrip(), own.after.rstrip()
    if not theirs.startswith(before) or not theirs.endswith(after):
        return None
    inner = theirs[len(before) : len(theirs) - len(after)].strip()
    if before and own.line[:1].isupper():  # it follows words of the program with a small letter
        inner = inner[:1].upper() + inner[1:]
    return inner or None


def _edit(kind: ReturnKind, own: _Present, mine: str = "", theirs: str = "") -> ReturnEdit:
    return ReturnEdit("", kind, own.place, own.language, mine, theirs, own.line)


def _with_row(edit: ReturnEdit, row: Row) -> ReturnEdit:
    """Return the edit with what was tracked and said in its row; what others stand in is not."""
    sides = [f" {fold(each)} " for each in (edit.mine, edit.theirs)]
    mine = tuple(
        t for t in row.tracked if (words := fold(t.text)) and any(f" {words} " in s for s in sides)
    )
    return replace(edit, tracked=mine or row.tracked, comments=row.comments)


def _once(edits: Sequence[ReturnEdit]) -> Iterator[ReturnEdit]:
    """Yield edits so that a comment stands at the first one of its row that is no comment."""
    said = {c for e in edits if e.kind is not ReturnKind.COMMENT for c in e.comments}
    shown: set[str] = set()
    for edit in edits:
        kept = tuple(
            c for c in edit.comments
            if c not in shown and (edit.kind is not ReturnKind.COMMENT or c not in said)
        )  # fmt: skip
        shown.update(kept)
        if kept or edit.kind is not ReturnKind.COMMENT:
            yield replace(edit, comments=kept)
