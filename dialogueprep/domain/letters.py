"""Letters to participants: their kinds, the fields in their words, and what fields stand for.

A field is written in braces: {salutation}. Its value comes from the directory and the agenda.
Words in square brackets depend on the fields in them: [ in {place}] is left out where no place is
known, and [On behalf of {hosts}, we|We] says what stands after the stroke instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from dialogueprep import words
from dialogueprep.domain import wording
from dialogueprep.domain.addressing import addressee, full_name, salutation
from dialogueprep.domain.briefs import sentences
from dialogueprep.domain.briefs.blocks import Run, plain
from dialogueprep.domain.briefs.language_forms import bracketed, day, days, joined, span, weekday
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.calendars import attended
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.domain.people import Attendance, Capacity, Participation, Role, Standing
from dialogueprep.domain.texts import LANGUAGES, Language, Texts, language_of
from dialogueprep.domain.timetable import Slot
from dialogueprep.words import later

_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")
_PASSAGE = re.compile(r"\[([^\[\]|]*\{[^\[\]|]*)(?:\|([^\[\]]*))?\]")


class LetterKind(StrEnum):
    """The letters that go out, in the order in which they do."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    CONFIRMATION = "confirmation"
    THANKS = "thanks"


FIELDS: Mapping[str, str] = {
    "date": later("the day of the letter"),
    "addressee": later("the name as it stands in the address"),
    "name": later("the whole name"),
    "position": later("the position"),
    "institution": later("the institution"),
    "capacity": later("in which capacity the person takes part"),
    "salutation": later("how the person is addressed"),
    "dialogue": later("the name of the dialogue"),
    "round": later("the name of the dialogue, where the title is another"),
    "title": later("the title of the round"),
    "place": later("where it takes place"),
    "dates": later("its days"),
    "hosts": later("those who invite"),
    "answer_by": later("the day by which an answer is wanted"),
    "roles": later("the roles of the person"),
    "programme": later("the items that the person attends, with their times"),
}
"""The fields that may stand in a letter, with what they stand for."""
LATIN = "latin name"
"""No field: told of an English letter that has to write a name in characters."""
SAID_OF_NAMES: Mapping[str, str] = {LATIN: later("the name in Latin letters")}
MAY_BE_EMPTY = frozenset({"position", "institution", "capacity", "roles", "round"})
"""The fields that a letter does without also where no square brackets stand around them."""
_OFTEN_EMPTY = frozenset({"capacity", "roles", "round"})
"""The fields of which nobody is told that they are empty: most letters are without them."""
_NAMING = frozenset({"addressee", "name", "salutation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What letters tell of: the dialogue, when its items are, who does what, and the day."""

    dialogue: Dialogue
    today: date
    slots: tuple[Slot, ...] = ()
    attendances: tuple[Attendance, ...] = ()
    answer_by: date | None = None  # for those on the long list, who are about to be invited
    version: Version | None = None  # of the agenda; it stands under each programme


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person. ``missing`` are fields without which it does not read, ``left_out``
    those that are empty and that the letter does without, ``unknown`` are no fields."""

    who: Participation
    language: Language
    text: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()  # what each field stands for, for letter paper


def language_for(who: Participation, dialogue: Dialogue) -> Language:
    """Return the first language of a person that letters are written in, else the working one."""
    for code in who.person.languages:
        for each in LANGUAGES:
            if each == code:
                return each
    return dialogue.working_language


def letter(who: Participation, template: str, language: Language, occasion: Occasion) -> Letter:
    """Return the letter to a person. A line that held nothing but empty fields is left out."""
    values = values_of(who, language, occasion)
    template = template.strip()
    used = tuple(dict.fromkeys(_FIELD.findall(template)))
    empty = [f for f in used if f in values and not values[f]]
    needed = set(_FIELD.findall(_PASSAGE.sub("", template)))
    missing = tuple(f for f in empty if f in needed and f not in MAY_BE_EMPTY)
    whole = _PASSAGE.sub(lambda found: _passage(found, values), template)
    lines = [_line(line, values) for line in whole.split("\n")]
    return Letter(
        who,
        language,
        re.sub(r"\n{3,}", "\n\n", "\n".join(line for line in lines if line is not None)).strip(),
        missing,
        tuple(f for f in used if f not in values),
        (
            *(f for f in empty if f not in missing and f not in _OFTEN_EMPTY),
            *_not_latin(used, values, language),
        ),
        tuple(values.items()),
    )


def _not_latin(
    used: tuple[str, ...], values: Mapping[str, str], language: Language
) -> tuple[str, ...]:
    """Return a sign that an English letter writes a name in characters, if it does."""
    written = language == "en" and not _NAMING.isdisjoint(used)
    return (LATIN,) if written and any(map(is_east_asian, values["name"])) else ()


def _passage(found: re.Match[str], values: Mapping[str, str]) -> str:
    """Return the words of a passage in square brackets, or those in its place."""
    fields = _FIELD.findall(found[1])
    if any(f not in values for f in fields):
        return found[1]
    return found[1] if all(values[f] for f in fields) else found[2] or ""


def unresolved(text: str) -> tuple[str, ...]:
    """Return the fields that still stand in a text, with their braces."""
    return tuple(dict.fromkeys(f"{{{found}}}" for found in _FIELD.findall(text)))


def _line(line: str, values: Mapping[str, str]) -> str | None:
    fields = _FIELD.findall(line)
    known = [values[f] for f in fields if f in values]
    if fields and len(known) == len(fields) and not any(known):
        return None
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), line).rstrip()


def values_of(who: Participation, language: Language, occasion: Occasion) -> dict[str, str]:
    """Return what each field stands for in a letter to this person."""
    dialogue = occasion.dialogue
    by = who.invitation.answer_by
    if by is None and who.standing is Standing.LONG_LIST:
        by = occasion.answer_by
    name = dialogue.names.best(language)
    title = (dialogue.titles or dialogue.names).best(language)
    hosts = [(Run(h.names.best(language), language),) for h in dialogue.hosts_in(language)]
    return {
        "date": day(occasion.today, language),
        "addressee": addressee(who, language),
        "name": full_name(who, language),
        "position": _position(who, language),
        "institution": who.affiliation.name_in(language),
        "capacity": _CAPACITIES.get((who.capacity, language), ""),
        "salutation": salutation(who, language),
        "dialogue": name,
        "round": name if title != name else "",
        "title": title,
        "place": dialogue.place.best(language),
        "dates": days(dialogue.first_day, dialogue.last_day, language),
        "hosts": plain(joined(hosts, language)),
        "answer_by": day(by, language) if by else "",
        "roles": _roles(who, language, occasion),
        "programme": _programme(who, language, occasion),
    }


def _position(who: Participation, language: Language) -> str:
    """Return the position where it is known in the language of the letter, else nothing: an
    English line below a Chinese name is no address."""
    said = who.affiliation.position_in(language)
    return said if language_of(said, language) == language else ""


_CAPACITIES: Mapping[tuple[Capacity, Language], str] = {
    (Capacity.PERSONAL, "en"): "in your personal capacity",
    (Capacity.PERSONAL, "zh"): "以个人身份",
    (Capacity.PERSONAL, "ja"): "個人の資格で",
    (Capacity.PERSONAL, "ko"): "개인 자격으로",
    (Capacity.INSTITUTION, "en"): "as a representative of your institution",
    (Capacity.INSTITUTION, "zh"): "代表所在机构",
    (Capacity.INSTITUTION, "ja"): "ご所属の機関の代表として",
    (Capacity.INSTITUTION, "ko"): "소속 기관의 대표로",
    (Capacity.OBSERVER, "en"): "as an observer",
    (Capacity.OBSERVER, "zh"): "以观察员身份",
    (Capacity.OBSERVER, "ja"): "オブザーバーとして",
    (Capacity.OBSERVER, "ko"): "참관인 자격으로",
}
"""The capacity in the words of a letter; staff have none."""


def _mine(who: Participation, occasion: Occasion) -> dict[str, Attendance]:
    return {a.item: a for a in occasion.attendances if a.participation == who.id}


def _roles(who: Participation, language: Language, occasion: Occasion) -> str:
    """Return "Moderator of “Ports”", one line a role."""
    mine, say = _mine(who, occasion), words.of(language)
    lines: list[str] = []
    for slot in occasion.slots:
        held = mine[slot.item.id].roles if slot.item.id in mine else frozenset[Role]()
        title = slot.item.titles.best(language)
        lines += [_role(say, role, title, language) for role in Role if role in held]
    return "\n".join(lines)


def _role(say: Callable[..., str], role: Role, title: str, language: Language) -> str:
    about = plain(bracketed((Run(title, language),), language)) if title else ""
    return f"{say(wording.role(role))}{about}"


def _programme(who: Participation, language: Language, occasion: Occasion) -> str:
    slots = attended(occasion.slots, _mine(who, occasion).values())
    made: list[str] = []
    for number, group in groupby(sorted(slots, key=lambda s: (s.day, s.start)), lambda s: s.day):
        made.append(weekday(occasion.dialogue.day(number), language))
        made += [_row(slot, language) for slot in group]
    stamp = plain(sentences.version(occasion.version, Pen(language)))
    return "\n".join([*made, stamp] if made and stamp else made)


def _row(slot: Slot, language: Language) -> str:
    room = slot.item.places.best(language)
    where = plain(bracketed((Run(room, language),), language)) if room else ""
    title = slot.item.titles.best(language)
    return f"{span(slot.start, slot.end, language)}\t{title}{where}"


def template_of(
    kind: LetterKind,
    language: Language,
    own: Mapping[str, Texts],
    usual: Mapping[LetterKind, Texts],
) -> str:
    """Return the words of a letter: the dialogue's own in this language, else the usual ones."""
    mine = own.get(kind.value, Texts()).get(language)
    return mine or usual[kind].get(language) or ""


def letters(
    people: Sequence[Participation],
    wording_in: Callable[[Language], str],
    language_of_: Callable[[Participation], Language],
    occasion: Occasion,
) -> tuple[Letter, ...]:
    """Return the letters to people, each in the language that is chosen for the person."""
    made: list[Letter] = []
    for who in people:
        language = language_of_(who)
        made.append(letter(who, wording_in(language), language, occasion))
    return tuple(made)
