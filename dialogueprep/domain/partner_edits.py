"""What a programme that came back would change, edit by edit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dialogueprep.domain.dialogue import (
    ItemId,
)
from dialogueprep.domain.partner_matching import ALIKE, Mine, alike, fold, kind_of, matched
from dialogueprep.domain.programme_reading import Programme, Theirs
from dialogueprep.domain.programme_rows import Tracked
from dialogueprep.domain.texts import Language, language_of

_USUAL = 30  # minutes of a new item without an end
_BULLETS = "•·▪◦‣-–*・ "


class EditKind(StrEnum):
    """What an edit would change. A remark is only shown: it is settled by hand."""

    NEW = "new"
    GONE = "gone"
    TIME = "time"
    TITLE = "title"
    PLACE = "place"
    QUESTION = "question"
    NO_QUESTION = "no question"
    REMARK = "remark"
    COMMENT = "comment"

    @property
    def can_be_taken(self) -> bool:
        """Whether accepting it changes the agenda."""
        return self not in (EditKind.REMARK, EditKind.COMMENT)


@dataclass(frozen=True, slots=True)
class Edit:
    """One proposed change. ``mine`` and ``theirs`` are the words side by side.

    ``day``, ``start`` and ``end`` are of a time or of a new item; ``language`` is that of the
    words. ``title`` names the item.
    """

    key: str
    kind: EditKind
    item: ItemId | None
    title: str
    mine: str = ""
    theirs: str = ""
    tracked: tuple[Tracked, ...] = ()
    language: Language = "en"
    day: int = 0
    start: int = 0
    end: int = 0


def proposed(programme: Programme, mine: Sequence[Mine]) -> tuple[Edit, ...]:
    """Return the edits in the order of their programme; what they left out comes last."""
    pairs, left = matched(programme.items, mine)
    edits: list[Edit] = []
    for theirs, own in pairs:
        found = list(_differences(theirs, own)) if own else [_new(theirs)]
        title = own.item.titles.best(_language(theirs.title, own)) if own else theirs.title
        notes = (Edit("", EditKind.COMMENT, own and own.item.id, title, theirs=c)
                 for c in theirs.comments)  # fmt: skip
        edits += [*found, *notes]
    edits += [_gone(own, programme) for own in left]
    edits += [Edit("", EditKind.COMMENT, None, "", theirs=c) for c in programme.comments]
    return tuple(replace(edit, key=f"{n}") for n, edit in enumerate(edits))


def _language(title: str, own: Mine) -> Language:
    """The language of mine whose title is most like theirs, if one is at all."""
    entries = own.item.titles.entries
    best = max(entries, key=lambda t: alike(fold(title), fold(t.wording)), default=None)
    if best is None or alike(fold(title), fold(best.wording)) < ALIKE:
        return language_of(title)
    return best.language


def _differences(theirs: Theirs, own: Mine) -> Iterable[Edit]:
    language = _language(theirs.title, own)
    name = own.item.titles.best(language)
    tracked = theirs.tracked

    def edit(kind: EditKind, mine: str, other: str, **more: int) -> Edit:
        return Edit("", kind, own.item.id, name, mine, other, tracked, language, **more)

    slot = own.slot
    end = theirs.end if theirs.end is not None else theirs.start + slot.end - slot.start
    if (theirs.day, theirs.start, end) != (slot.day, slot.start, slot.end):
        when = (clock_span(theirs.start, end), {"day": theirs.day, "start": theirs.start})
        yield edit(EditKind.TIME, clock_span(slot.start, slot.end), when[0], **when[1], end=end)
    title, room = _parted(theirs.title, own)
    known = [fold(t.wording) for t in own.item.titles.entries]
    if fold(title) not in known and not _same_pause(title, own):
        yield edit(EditKind.TITLE, own.item.titles.get(language) or "", title)
    if room and fold(room) not in (fold(t.wording) for t in own.item.places.entries):
        yield edit(EditKind.PLACE, own.item.places.best(language), room)
    yield from _of_lines(theirs, own, language, edit)


def _same_pause(title: str, own: Mine) -> bool:
    """Whether it is only another word for a break or a meal."""
    return kind_of(title) is own.item.kind and not own.item.kind.has_terms


def _of_lines(
    theirs: Theirs, own: Mine, language: Language, edit: Callable[..., Edit]
) -> Iterable[Edit]:
    """Yield what is different below the title, by the lines that the programme would have."""
    expected = {fold(line) for lines in own.lines.values() for line in lines}
    there = {fold(line) for line in theirs.lines}
    mine = [q.texts.best(language) for q in own.item.questions]
    asked = [line.strip(_BULLETS) for line in theirs.lines if _asks(line)]
    for line in theirs.lines:
        if fold(line) in expected:
            continue
        question = line.strip(_BULLETS)
        if not _asks(line):
            yield edit(EditKind.REMARK, "", line)
        elif all(fold(question) != fold(each) for each in mine):
            yield edit(EditKind.QUESTION, "", question)
    if asked or _shows_questions(own, language, there):
        for question in mine:
            if fold(question) not in {fold(each) for each in asked}:
                yield edit(EditKind.NO_QUESTION, question, "")


def _asks(line: str) -> bool:
    return line[:1] in "•·▪◦‣*・" or line.rstrip()[-1:] in "?？"


def _shows_questions(own: Mine, language: Language, there: set[str]) -> bool:
    """Whether their lines are those that this program writes, so that questions were there."""
    others = [fold(line) for line in own.lines.get(language, ()) if not _asks(line)]
    return bool(others) and any(line in there for line in others)


def _parted(title: str, own: Mine) -> tuple[str, str]:
    """Return a title without the room in brackets after it, and the room."""
    known = {fold(t.wording) for t in own.item.titles.entries}
    found = re.fullmatch(r"(.+?)\s*[(（]([^()（）]+)[)）]", title)
    if found is None or fold(title) in known:
        return title, ""
    return found[1], found[2]


def _new(theirs: Theirs) -> Edit:
    end = theirs.end if theirs.end is not None else theirs.start + _USUAL
    said = "\n".join((clock_span(theirs.start, end), theirs.title, *theirs.lines))
    return Edit(
        "", EditKind.NEW, None, theirs.title, "", said, theirs.tracked,
        language_of(theirs.title), theirs.day, theirs.start, end,
    )  # fmt: skip


def _gone(own: Mine, programme: Programme) -> Edit:
    titles = [fold(t.wording) for t in own.item.titles.entries]
    tracked = tuple(t for t in programme.taken_out if any(x in fold(t.text) for x in titles))
    said = clock_span(own.slot.start, own.slot.end)
    first = own.item.titles.entries[:1]
    title = first[0].wording if first else ""
    return Edit(
        "", EditKind.GONE, own.item.id, title, f"{said}\n{title}", "", tracked,
        day=own.slot.day, start=own.slot.start, end=own.slot.end,
    )  # fmt: skip


def clock_span(start: int, end: int) -> str:
    """Return "09:20–10:40", which says the same in each language."""
    return "–".join(f"{each // 60 % 24:02d}:{each % 60:02d}" for each in (start, end))
