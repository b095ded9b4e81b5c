"""Letters, calendars and papers of the room: gathered from the store, written into a folder.

`gather` reads the store and belongs on its thread; the rest takes values only. Files have names
that say what they are and not whom they are for, unless that is asked for; each is read back
before it is put in place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dialogueprep import words
from dialogueprep.domain import room_papers
from dialogueprep.domain.briefs.blocks import Paper
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.calendars import Calendar, Writing, attended, dropped, programme
from dialogueprep.domain.dialogue import Dialogue, DialogueId
from dialogueprep.domain.editions import Edition
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.invitations import deadline
from dialogueprep.domain.letters import Letter, LetterKind, Occasion, template_of, unresolved
from dialogueprep.domain.name_sorting import Naming
from dialogueprep.domain.people import Participation
from dialogueprep.domain.table_plan import TableShape
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.exchange.atomic import whole_files
from dialogueprep.store import agenda_versions, invitations
from dialogueprep.store.workspace import Store
from dialogueprep.words import later
from dialogueprep.workflows.editions import stamp
from dialogueprep.workflows.values import material_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """All that letters, calendars and papers of a dialogue are made of."""

    occasion: Occasion
    people: tuple[Participation, ...]
    own_letters: Mapping[str, Texts]
    naming: Naming
    version: Version  # of the agenda as it stands
    editions: tuple[Edition, ...] = ()  # those that were circulated
    paper: Paper = Paper.A4  # that of the dialogue's documents

    @property
    def dialogue(self) -> Dialogue:
        """The dialogue that they are about."""
        return self.occasion.dialogue

    def template(self, kind: LetterKind, language: Language) -> str:
        """Return the words of a letter in a language."""
        from dialogueprep.exchange.letter_reader import usual_letters

        return template_of(kind, language, self.own_letters, usual_letters())


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made, and the person it is for (None: for everybody)."""

    path: Path
    who: Participation | None = None


def gather(store: Store, dialogue: DialogueId, today: date) -> Correspondence:
    """Return what there is to write about a dialogue, as it stands in the store."""
    material = material_of(store, dialogue)
    version, _since = stamp(store, dialogue, today)
    return Correspondence(
        occasion=Occasion(
            dialogue=material.dialogue,
            today=today,
            slots=material.timed,
            attendances=material.attendances,
            answer_by=deadline(material.dialogue, invitations.weeks_before(store, dialogue), today),
            version=version,
        ),
        people=material.participations,
        own_letters=invitations.letters(store, dialogue),
        naming=material.naming,
        version=version,
        editions=agenda_versions.of_dialogue(store, dialogue),
        paper=material.house.paper,
    )


_STEMS: Mapping[LetterKind, str] = {kind: kind.value for kind in LetterKind}
_TITLES: Mapping[LetterKind, str] = {
    LetterKind.INVITATION: later("Invitation"),
    LetterKind.REMINDER: later("Reminder"),
    LetterKind.CONFIRMATION: later("Confirmation"),
    LetterKind.THANKS: later("Thanks"),
}


def letter_title(kind: LetterKind) -> str:
    """Return the name of a kind of letter, as an English message of the catalogue."""
    return _TITLES[kind]


def check_letters(letters: Iterable[Letter]) -> None:
    """Refuse letters that are not complete.

    Refused("letter-unresolved") for a word in braces that is no field, and
    Refused("letter-without-field") for a field that has no value.
    """
    for each in letters:
        name = each.who.person.name.listed
        if left := each.unknown and unresolved(each.text):
            raise Refused("letter-unresolved", name=name, fields=words.listed(left))
        if each.missing:
            fields = words.listed(f"{{{field}}}" for field in each.missing)
            raise Refused("letter-without-field", name=name, fields=fields)


def write_letters(
    letters: Sequence[Letter],
    kind: LetterKind,
    folder: Path,
    *,
    together: bool = False,
    named: bool = False,
    paper: Path | None = None,
    size: Paper = Paper.A4,
) -> tuple[Made, ...]:
    """Write letters as Word files, one a person or all in one, and return the files.

    ``paper`` is a .docx file of the user's whose place {letter} takes the words; the letters are
    then a file each, on that paper. The others have this ``size``. Refused as `check_letters`, and
    "template-unsuitable".
    """
    from dialogueprep.exchange.letter_paper import on_paper
    from dialogueprep.exchange.letter_writer import letters_docx

    check_letters(letters)
    batches = [list(letters)] if together and paper is None else [[each] for each in letters]
    made: list[tuple[str, bytes, Participation | None]] = []
    for number, batch in enumerate(batches, start=1):
        language = batch[0].language
        title = words.of(language)(_TITLES[kind])
        whole = together and paper is None
        content = on_paper(paper, batch[0], title) if paper else letters_docx(batch, title, size)
        who = None if whole else batch[0].who
        stem = _STEMS[kind] + ("s" if whole and kind is not LetterKind.THANKS else "")
        made.append((_name(stem, number, len(batches), who, named) + ".docx", content, who))
    return _put(folder, made, _check_docx)


def calendar_of(it: Correspondence, writing: Writing, who: Participation | None = None) -> Calendar:
    """Return the calendar of a person, or of the whole programme.

    What a circulated version had for them and this one has not is cancelled in it.
    """
    slots = it.occasion.slots
    if who is None:
        gone = dropped(it.editions, slots)
        return programme(it.dialogue, slots, writing, version=it.version, dropped=gone)
    mine = [a for a in it.occasion.attendances if a.participation == who.id]
    here = attended(slots, mine)
    roles = {s.item.id: a.roles for s in here for a in mine if a.item == s.item.id}
    gone = dropped(it.editions, here, who.id)
    return programme(it.dialogue, here, writing, version=it.version, roles=roles, dropped=gone)


def write_calendars(
    it: Correspondence,
    people: Iterable[Participation],
    folder: Path,
    writing: Callable[[Participation], Writing],
    *,
    named: bool = False,
) -> tuple[Made, ...]:
    """Write an .ics file for each person with the items that the person attends."""
    from dialogueprep.exchange.calendar_writer import calendar_bytes

    chosen = list(people)
    made: list[tuple[str, bytes, Participation | None]] = []
    for number, who in enumerate(chosen, start=1):
        calendar = calendar_of(it, writing(who), who)
        name = _name("calendar", number, len(chosen), who, named) + ".ics"
        made.append((name, calendar_bytes(calendar, it.occasion.today), who))
    return _put(folder, made)


def write_programme(it: Correspondence, folder: Path, writing: Writing) -> tuple[Made, ...]:
    """Write the whole programme as one .ics file."""
    from dialogueprep.exchange.calendar_writer import calendar_bytes

    content = calendar_bytes(calendar_of(it, writing), it.occasion.today)
    return _put(folder, [("programme.ics", content, None)])


def plates(
    it: Correspondence,
    people: Iterable[Participation],
    language: Language,
    *,
    on_top: room_papers.OnTop = room_papers.OnTop.LATIN,
    affiliation: bool = False,
) -> bytes:
    """Return a PDF with a name plate for each person."""
    from dialogueprep.exchange.room_papers import plates_pdf

    made = room_papers.plates(
        people, language, on_top=on_top, affiliation=affiliation, capitals=it.naming.capitals,
        hosts=it.dialogue.hosts,
    )  # fmt: skip
    return plates_pdf(made, words.of(language)("Name plates"), language, it.paper)


def sign_in(
    it: Correspondence,
    people: Sequence[Participation],
    language: Language,
    sittings: Sequence[str] = (),
) -> bytes:
    """Return a PDF that people sign, with a column for each of the ``sittings``."""
    from dialogueprep.exchange.room_papers import sign_in_pdf

    sheet = room_papers.sign_in(
        it.dialogue, people, sittings, language, it.naming, version=it.version
    )
    return sign_in_pdf(sheet, language, it.paper)


def plan(
    it: Correspondence, people: Iterable[Participation], language: Language, shape: TableShape
) -> bytes:
    """Return a PDF of the seating plan of people, who come in the order of their seats."""
    from dialogueprep.exchange.room_papers import plan_pdf

    capitals = it.naming.capitals
    drawn = room_papers.plan(it.dialogue, people, shape, language, capitals=capitals)
    return plan_pdf(drawn, language, it.paper)


def write_pdf(folder: Path, name: str, content: bytes) -> tuple[Made, ...]:
    """Write a PDF of this module, read back for what it says about itself."""
    return _put(folder, [(name, content, None)], _check_pdf)


def _name(stem: str, number: int, count: int, who: Participation | None, named: bool) -> str:
    """Return "invitation-03", or "invitation-shen-yuheng" where names are wanted."""
    if who is None:
        return stem
    digits = max(2, len(str(count)))
    numbered = f"{stem}-{number:0{digits}}"
    return f"{numbered}-{_plain(who)}" if named and _plain(who) else numbered


def _plain(who: Participation) -> str:
    """Return a name in letters that every system has in names of files."""
    apart = unicodedata.normalize("NFKD", who.person.name.latin.replace("đ", "d"))
    letters = apart.encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60]


_Check = Callable[[Path], None]


def _put(
    folder: Path,
    files: Iterable[tuple[str, bytes, Participation | None]],
    check: _Check | None = None,
) -> tuple[Made, ...]:
    made: list[Made] = []
    with whole_files(folder) as beside:
        for name, content, who in files:
            (beside / name).write_bytes(content)
            if check is not None:
                check(beside / name)
            made.append(Made(folder / name, who))
    return tuple(made)


def _check_docx(path: Path) -> None:
    """Refuse a Word file in which a field still stands, or that holds more than title and words."""
    from dialogueprep.exchange.readback import read_parts

    for part in read_parts(path):
        if part.name == "word/document.xml" and (left := unresolved(part.text)):
            raise Refused("letter-unresolved", name=path.name, fields=words.listed(left))
        if part.name in _TELLING:
            raise Refused("file-has-properties", name=path.name, part=part.name)


def _check_pdf(path: Path) -> None:
    """Refuse a PDF whose properties hold more than its title."""
    from dialogueprep.exchange.readback import read_parts

    for part in read_parts(path):
        if part.name == "xmp" or (part.name == "info" and "\n" in part.text.strip()):
            raise Refused("file-has-properties", name=path.name, part=part.name)


_TELLING = frozenset({"docProps/app.xml", "docProps/custom.xml", "word/comments.xml"})
