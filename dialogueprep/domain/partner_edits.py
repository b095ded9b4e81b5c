"""What a programme that came back would change, edit by edit."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import ItemId, Terms
from dialogueprep.domain.partner_matching import ALIKE, Mine, alike, fold, kind_of, matched
from dialogueprep.domain.partner_roles import Known, RoleLine, line_of, role_lines
from dialogueprep.domain.people import ParticipationId, Role
from dialogueprep.domain.programme_reading import Programme, Theirs
from dialogueprep.domain.programme_rows import Tracked
from dialogueprep.domain.texts import LANGUAGES, Language, language_of

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
    REWORDED = "reworded"  # a question that keeps its place and its notes
    ROLE = "role"
    TERMS = "terms"
    REMARK = "remark"
    COMMENT = "comment"

    @property
    def can_be_taken(self) -> bool:
        """Whether accepting it changes the agenda."""
        return self not in (EditKind.REMARK, EditKind.COMMENT)


@dataclass(frozen=True, slots=True)
class Edit:
    """One proposed change. ``mine`` and ``theirs`` are the words side by side.

    ``day``, ``start`` and ``end`` are of a time or of a new item, ``place`` and ``questions`` of
    a new item. ``people`` shall have a ``role`` instead of those ``before``; who has it and is not
    shown in a programme keeps it. ``language`` is that of the words, ``title`` names the item, and
    ``tracked`` are the changes in the file that it comes from.
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
    place: str = ""
    questions: tuple[str, ...] = ()
    role: Role | None = None
    people: frozenset[ParticipationId] = frozenset()
    before: frozenset[ParticipationId] = frozenset()
    terms: Terms | None = None


def proposed(
    programme: Programme, mine: Sequence[Mine], known: Known | None = None
) -> tuple[Edit, ...]:
    """Return the edits in the order of their programme; what they left out comes last.

    ``known`` are the people whom roles may name.
    """
    pairs, left = matched(programme.items, mine)
    edits: list[Edit] = []
    for theirs, own in pairs:
        found = list(_differences(theirs, own, known or Known())) if own else [_new(theirs)]
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


def _differences(theirs: Theirs, own: Mine, known: Known) -> Iterable[Edit]:
    language = _language(theirs.title, own)
    name = own.item.titles.best(language)

    def edit(kind: EditKind, mine: str, other: str, **more: Any) -> Edit:
        tracked = _behind(theirs.tracked, mine, other)
        return Edit("", kind, own.item.id, name, mine, other, tracked, language, **more)

    slot = own.slot
    end = theirs.end if theirs.end is not None else theirs.start + slot.end - slot.start
    if (theirs.day, theirs.start, end) != (slot.day, slot.start, slot.end):
        when = (clock_span(theirs.start, end), {"day": theirs.day, "start": theirs.start})
        yield edit(EditKind.TIME, clock_span(slot.start, slot.end), when[0], **when[1], end=end)
    title, room = _parted(theirs.title, own)
    titles = [fold(t.wording) for t in own.item.titles.entries]
    if fold(title) not in titles and not _same_pause(title, own):
        yield edit(EditKind.TITLE, own.item.titles.get(language) or "", title)
    if room and fold(room) not in (fold(t.wording) for t in own.item.places.entries):
        yield edit(EditKind.PLACE, own.item.places.best(language), room)
    said = list(role_lines(theirs.lines, known))
    yield from _of_roles(said, own, language, edit)
    terms = {line: found for line in theirs.lines if (found := _terms_words().get(fold(line)))}
    for line, found in terms.items():
        if found is not own.item.terms:
            mine = words.of(language)(wording.of(own.item.terms))
            yield edit(EditKind.TERMS, mine, line, terms=found)
    understood = {*terms, *(each.line for each in said if each.people is not None)}
    yield from _of_lines(theirs, own, language, edit, understood)


def _same_pause(title: str, own: Mine) -> bool:
    """Whether it is only another word for a break or a meal."""
    return kind_of(title) is own.item.kind and not own.item.kind.has_terms


def _behind(tracked: tuple[Tracked, ...], mine: str, theirs: str) -> tuple[Tracked, ...]:
    """Return the tracked changes whose words stand on either side; all, if none does."""
    sides = [f" {fold(each)} " for each in (mine, theirs)]
    there = tuple(
        t for t in tracked if (words := fold(t.text)) and any(f" {words} " in s for s in sides)
    )
    return there or tracked


@cache
def _terms_words() -> Mapping[str, Terms]:
    """The words of terms as programmes have them, in all languages; without notes has none."""
    return {
        fold(words.of(language)(wording.of(terms))): terms
        for language in LANGUAGES
        for terms in Terms
        if terms is not Terms.NO_NOTES
    }


def _of_roles(
    said: Sequence[RoleLine], own: Mine, language: Language, edit: Callable[..., Edit]
) -> Iterable[Edit]:
    """Yield which roles others have; one that is left out, where they say others."""
    lines = own.lines.get(language, ())
    for role in dict.fromkeys((*own.roles, *(each.role for each in said))):
        before = own.roles.get(role, frozenset[ParticipationId]())
        theirs = next((each for each in said if each.role is role), None)
        people = theirs.people if theirs else frozenset[ParticipationId]()
        if said and people is not None and people != before:
            other = theirs.line if theirs else ""
            yield edit(EditKind.ROLE, line_of(lines, role), other, role=role, people=people,
                       before=before)  # fmt: skip


def _of_lines(
    theirs: Theirs,
    own: Mine,
    language: Language,
    edit: Callable[..., Edit],
    understood: Collection[str],
) -> Iterable[Edit]:
    """Yield what is different below the title, by the lines that the programme would have."""
    expected = {fold(line) for lines in own.lines.values() for line in lines}
    mine = [q.texts.best(language) for q in own.item.questions]
    there = {fold(each) for each in mine} | expected
    asked = [line.strip(_BULLETS) for line in theirs.lines if _asks(line)]
    new = [q for q in asked if fold(q) not in there]
    gone: list[str] = []
    if asked or _shows_questions(own, language, {fold(line) for line in theirs.lines}):
        gone = [q for q in mine if fold(q) not in {fold(each) for each in asked}]
    for line in theirs.lines:
        if not _asks(line) and fold(line) not in expected and line not in understood:
            yield edit(EditKind.REMARK, "", line)
    for question in new:
        before = max(gone, key=lambda q: alike(fold(q), fold(question)), default="")
        if before and alike(fold(before), fold(question)) >= ALIKE:
            gone.remove(before)
            yield edit(EditKind.REWORDED, before, question)
        else:
            yield edit(EditKind.QUESTION, "", question)
    for question in gone:
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
    return (title, "") if fold(title) in known else _with_room(title)


def _with_room(title: str) -> tuple[str, str]:
    found = re.fullmatch(r"(.+?)\s*[(（]([^()（）]+)[)）]", title)
    return (found[1], found[2]) if found else (title, "")


def _new(theirs: Theirs) -> Edit:
    end = theirs.end if theirs.end is not None else theirs.start + _USUAL
    said = "\n".join((clock_span(theirs.start, end), theirs.title, *theirs.lines))
    title, room = _with_room(theirs.title)
    return Edit(
        key="",
        kind=EditKind.NEW,
        item=None,
        title=title,
        theirs=said,
        tracked=theirs.tracked,
        language=language_of(theirs.title),
        day=theirs.day,
        start=theirs.start,
        end=end,
        place=room,
        questions=tuple(line.strip(_BULLETS) for line in theirs.lines if _asks(line)),
    )


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
