"""What lies on the table and at the door: name plates, sign-in sheets, the plan of the seats.

They stay in the room, among those who sit there, so they bear all names, also those of people
who did not agree to be listed. They are never part of a document that is given out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogueprep import words
from dialogueprep.domain.briefs import sentences
from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.frame import host_among
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.briefs.name_order import native_language, order_sentence, ordered
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import Dialogue, Host
from dialogueprep.domain.name_sorting import Naming, sorting_text
from dialogueprep.domain.people import Capacity, Participation
from dialogueprep.domain.table_plan import Seat, TableShape, seats
from dialogueprep.domain.texts import Language


@dataclass(frozen=True, slots=True)
class Words:
    """Words on paper, with the language whose letters they are drawn in."""

    text: str
    language: Language = "en"


class OnTop(StrEnum):
    """Which script of a name stands larger, above the other."""

    LATIN = "latin"
    NATIVE = "native"


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate: the name large, the other script beneath, and a line below (may be empty)."""

    name: Words
    beneath: Words
    below: Words


def plates(
    people: Iterable[Participation],
    language: Language,
    *,
    on_top: OnTop = OnTop.LATIN,
    affiliation: bool = False,
    capitals: bool = True,
    hosts: Sequence[Host] = (),
) -> tuple[Plate, ...]:
    """Return the plates of people, in the order given; hosts are called as they call themselves."""

    def plate(who: Participation) -> Plate:
        both = scripts(who, capitals=capitals)
        first, second = both if on_top is OnTop.LATIN or not both[1].text else both[::-1]
        below = _institution(who, hosts, language) if affiliation else ""
        return Plate(first, second, Words(below, language))

    return tuple(plate(who) for who in people)


def _institution(who: Participation, hosts: Iterable[Host], language: Language) -> str:
    """Return whom somebody belongs to: a host by the name that it has on all other papers."""
    place = who.affiliation
    host = None if place.names.get(language) else host_among(place.spelled, hosts)
    return host.names.best(language) if host else place.name_in(language)


def scripts(who: Participation, *, capitals: bool = True) -> tuple[Words, Words]:
    """Return the name in Latin letters and in its own script; the second is empty if there is
    none, or if it is the same."""
    name = who.person.name
    latin = Words(name.listed if capitals else name.latin)
    native = Words(name.native, native_language(who))
    if not latin.text:
        return native, Words("")
    same = sorting_text(name.native) == sorting_text(name.latin)
    return (latin, Words("")) if same or not name.native else (latin, native)


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sheet to sign: a row for each name under the label of the delegation."""

    title: Words
    occasion: Words
    columns: tuple[Words, ...]  # number, name, institution, then one to sign for each sitting
    groups: tuple[tuple[Words, tuple[tuple[Words, Words, Words], ...]], ...]
    order: Words  # how names are ordered, in a sentence
    page_of: str
    version: Words = Words("")  # of the agenda whose days or items are signed for


def sign_in(
    dialogue: Dialogue,
    people: Sequence[Participation],
    sittings: Sequence[str],
    language: Language,
    naming: Naming,
    *,
    version: Version | None = None,
) -> SignIn:
    """Return the sheet for people by delegation in its order; ``sittings`` head what is signed."""
    say, pen = words.of(language), Pen(language)

    def said(text: str) -> Words:
        return Words(text, language)

    heads = (say("Name"), say("Institution"), *(sittings or [say("Signature")]))
    groups = [
        (said(label), tuple(_rows(members, dialogue.hosts, language, naming)))
        for label, members in grouped(dialogue, people, language)
    ]
    return SignIn(
        title=said(say("Sign-in sheet")),
        occasion=said(dialogue.names.best(language)),
        columns=(said(""), *map(said, heads)),
        groups=tuple(groups),
        order=said(plain(order_sentence(people, pen, naming))),
        page_of="{page} / {pages}",
        version=said(plain(sentences.version(version, pen))),
    )


def grouped(
    dialogue: Dialogue, people: Iterable[Participation], language: Language
) -> list[tuple[str, list[Participation]]]:
    """Return people by delegation in its order of this language, then observers, then staff."""
    say, all_ = words.of(language), list(people)
    aside = (Capacity.OBSERVER, Capacity.STAFF)
    at_table = [p for p in all_ if p.capacity not in aside]
    known = {d.code for d in dialogue.delegations}
    found = [
        (d.labels.best(language) or d.code, [p for p in at_table if p.delegation == d.code])
        for d in dialogue.delegations_in(language)
    ]
    found += [
        (say("Other participants"), [p for p in at_table if p.delegation not in known]),
        (say("Observers"), [p for p in all_ if p.capacity is Capacity.OBSERVER]),
        (say("Secretariat"), [p for p in all_ if p.capacity is Capacity.STAFF]),
    ]
    return [(label, members) for label, members in found if members]


def _rows(
    members: Iterable[Participation], hosts: Sequence[Host], language: Language, naming: Naming
) -> Iterable[tuple[Words, Words, Words]]:
    for who in ordered(members, language, naming):
        latin, native = scripts(who, capitals=naming.capitals)
        yield latin, native, Words(_institution(who, hosts, language), language)


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody at a place: the seat, its number from 1, both scripts and the delegation."""

    seat: Seat
    number: int
    name: Words
    beneath: Words
    delegation: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of the seats around a table of some shape."""

    title: Words
    occasion: Words
    shape: TableShape
    placed: tuple[Placed, ...]


def plan(
    dialogue: Dialogue,
    people: Iterable[Participation],
    shape: TableShape,
    language: Language,
    *,
    capitals: bool = True,
) -> Plan:
    """Return the plan of people, who come in the order of their seats."""
    sitting = tuple(people)
    places = seats(shape, len(sitting))
    made: list[Placed] = []
    for n, (who, seat) in enumerate(zip(sitting, places, strict=True), start=1):
        latin, native = scripts(who, capitals=capitals)
        made.append(Placed(seat, n, latin, native, who.delegation))
    title = Words(words.of(language)("Seating plan"), language)
    return Plan(title, Words(dialogue.names.best(language), language), shape, tuple(made))
