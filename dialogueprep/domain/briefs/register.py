"""What a secretariat record keeps of the time after: follow-ups, releases, decisions by kind."""

from __future__ import annotations

from itertools import groupby

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import frame
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Line,
    Product,
    Run,
    Table,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.inside import Filed
from dialogueprep.domain.briefs.language_forms import between, day, joined
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen, language_name
from dialogueprep.domain.follow_ups import FollowUp
from dialogueprep.domain.identity.exposure import ExposureKind
from dialogueprep.domain.published import Published
from dialogueprep.domain.texts import LANGUAGES, language_of
from dialogueprep.words import later

_NOTHING = "–"
_FORMATS = {"docx": later("Word"), "pdf": later("PDF"), "print": later("paper")}
_KINDS: dict[str, tuple[ExposureKind, ...]] = {
    later("A name"): (ExposureKind.NAME,),
    later("An institution as a source"): (ExposureKind.AFFILIATION, ExposureKind.ACRONYM),
    later("A title that one person holds"): (ExposureKind.TITLE,),
    later("A role that one person holds"): (ExposureKind.ROLE,),
    later("Too few to hide among"): (ExposureKind.DESCRIPTOR,),
    later("Order reveals"): (ExposureKind.ORDER,),
}


def follow_ups(material: Material, pen: Pen) -> tuple[Block, ...]:
    """Return what institutions took upon themselves, as a table; nothing for none."""
    rows = tuple(_follow_up(it, material, pen) for it in material.inside.follow_ups)
    if not rows:
        return ()
    head = (pen.say("What"), pen.say("Responsible"), pen.say("By"), pen.say("State"))
    summary = pen.tell("What was taken up, by which institution, and how far it is.")
    return frame.filled(Table(head, rows, (0.4, 0.26, 0.2, 0.14), (), summary))


def _follow_up(it: FollowUp, material: Material, pen: Pen) -> tuple[Line, ...]:
    return (
        pen.write(it.texts, origin=it.id),
        _owner(it.owner, material, pen) or pen.text(_NOTHING),
        pen.text(day(it.due, pen.language) if it.due else _NOTHING),
        pen.say("Carried out") if it.done else pen.say("Still to do"),
    )


def _owner(name: str, material: Material, pen: Pen) -> Line:
    """Return an institution, a host as this document calls it."""
    if as_host := frame.host_called([name], material, pen):
        return as_host
    return (Run(name, language_of(name, pen.language), composed=True),) if name else ()


def sections(material: Material, pen: Pen) -> tuple[Section, ...]:
    """Return what was released, which passages were decided on, and what is public already."""
    return (
        Section(pen.say("Documents released"), _released(material, pen)),
        Section(pen.say("Passages decided on"), _decided(material, pen)),
        Section(pen.say("Already public"), _published(material, pen)),
    )


def _released(material: Material, pen: Pen) -> tuple[Block, ...]:
    rows = tuple(_release(list(files), pen) for files in _together(material.inside.released))
    if not rows:
        return ()
    head = (pen.say("Document"), pen.say("For"), pen.say("Version"), pen.say("Date"),
            pen.say("Files"))  # fmt: skip
    summary = pen.tell("The documents that were released, with version, date and files.")
    return (Table(head, rows, (0.22, 0.15, 0.11, 0.21, 0.31), (), summary),)


def _together(released: tuple[Filed, ...]) -> list[list[Filed]]:
    """Return files of one document, number and day together, the earliest first."""

    def key(it: Filed) -> tuple[str, int, str, str]:
        return it.on.isoformat(), _rank(it.product), it.audience, f"{it.number:06d}"

    return [list(files) for _, files in groupby(sorted(released, key=key), key=key)]


def _rank(product: str) -> int:
    values = [p.value for p in Product]
    return values.index(product) if product in values else len(values)


def _release(files: list[Filed], pen: Pen) -> tuple[Line, ...]:
    first = files[0]
    known = first.product in [p.value for p in Product]
    name = pen.say(wording.of(Product(first.product))) if known else pen.text(first.product)
    number = pen.text(str(first.number)) if first.number else pen.say("Draft")
    return (
        name,
        pen.say(wording.of(Audience(first.audience))),
        number,
        pen.text(day(first.on, pen.language)),
        _files(files, pen),
    )


def _files(files: list[Filed], pen: Pen) -> Line:
    """Return the languages, two of one document with a stroke, and the formats they come in."""
    languages = sorted({f.language for f in files}, key=_place)
    names = [_called(each, pen) for each in languages]
    there = {f.format for f in files}
    formats = [pen.say(words) for key, words in _FORMATS.items() if key in there]
    return pen.say(
        "{languages}; {formats}",
        languages=joined(names, pen.language),
        formats=joined(formats, pen.language),
    )


def _place(language: str) -> tuple[int, ...]:
    """Where a language stands in the order of languages; documents in two come last."""
    codes = language.split("-")
    return (len(codes), *(LANGUAGES.index(c) for c in LANGUAGES if c in codes))


def _called(language: str, pen: Pen) -> Line:
    codes = language.split("-")
    names = [language_name(each, pen) for code in codes for each in LANGUAGES if each == code]
    return between(names, "/", pen.language)


def _decided(material: Material, pen: Pen) -> tuple[Block, ...]:
    """Return how many passages of each kind were rewritten or kept, and no word of them."""
    rows = tuple(
        (pen.say(words), *(pen.text(str(n)) for n in counts))
        for words, kinds in _KINDS.items()
        if any(counts := _counts(material, kinds))
    )
    if not rows:
        return ()
    head = (pen.say("Kind of passage"), pen.say("Rewritten"), pen.say("Kept"))
    summary = pen.tell("How many identifying passages of each kind were rewritten or kept.")
    return (Table(head, rows, (0.5, 0.25, 0.25), (), summary),)


def _counts(material: Material, kinds: tuple[ExposureKind, ...]) -> tuple[int, ...]:
    found = material.inside.decided
    return tuple(sum(found.get((kind, how), 0) for kind in kinds) for how in ("rewritten", "kept"))


def _published(material: Material, pen: Pen) -> tuple[Block, ...]:
    entries = material.inside.published
    if not entries:
        return ()
    rows = tuple(_public(it, pen) for it in entries)
    head = (pen.say("What"), pen.say("Where"), pen.say("Since"))
    summary = pen.tell("What can be found of the meeting already.")
    return frame.filled(Table(head, rows, (0.3, 0.46, 0.24), (), summary))


def _public(it: Published, pen: Pen) -> tuple[Line, ...]:
    place = (Run(it.place, language_of(it.place, pen.language)),) if it.place else ()
    return (
        pen.say(wording.of(it.kind)),
        place or pen.text(_NOTHING),
        pen.text(day(it.on, pen.language) if it.on else _NOTHING),
    )
