"""People of one name each, and how a passage with it is judged; for the tables of name forms."""

from dialogueprep.domain.gate import ALL_PRESENT, Roster, examine_text
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    FormState,
    Name,
    NameForm,
    NameOrder,
    Participation,
    Person,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon

GIVEN_FIRST = frozenset({"MY", "ID", "TH", "IN", "MN", "GB", "US", "DE", "FR", "NL", "ES", "RU"})


def person(family, given="", native="", territory="", **more):
    """Return somebody at the table; ``forms`` are added, ``email`` and name fields are taken."""
    order = NameOrder.GIVEN_FIRST if territory in GIVEN_FIRST else NameOrder.FAMILY_FIRST
    order = more.pop("order", order)
    forms = tuple(NameForm(f, FormState.ADDED) for f in more.pop("forms", ()))
    off = tuple(NameForm(f, FormState.OFF) for f in more.pop("off", ()))
    email, position = more.pop("email", ""), more.pop("position", "")
    name = Name(family=family, given=given, native=native, order=order, **more)
    return Participation(
        id=f"{family} {given}",
        person=Person(id=f"{family} {given}", name=name, forms=forms + off, email=email),
        delegation=territory,
        territory=territory,
        affiliation=Affiliation(name="", position=position),
    )


def room(*people, **more):
    """Return the roster of people in one room."""
    present = tuple(Attendee(who=p, roles=frozenset()) for p in people)
    return Roster(
        participations=people,
        lexicon=read_lexicon(),
        attendance={"D1": present},
        counting=ALL_PRESENT,
        **more,
    )


def cases(table):
    """Return (key, wording) for each wording of a table; wordings are parted by a bar."""
    return [(key, form.strip()) for key, forms in table.items() for form in forms.split("|")]


def rooms_of(people):
    """Return a roster for each of several people."""
    return {key: room(who) for key, who in people.items()}


def is_whole(roster, written, around="Thanks to {}."):
    """Return whether a wording is covered by passages that are a full name, never kept."""
    text = around.format(written)
    found = [e for e in examine_text(text, roster) if e.whole]
    start = text.index(written)
    covered = {i for e in found for i in range(e.start, e.end)}
    return all(i in covered for i in range(start, start + len(written)) if text[i].isalnum())


def level(roster, text, passage):
    """Return "block", "warn" or "" for a passage of a text: its worst exposure by name."""
    start = text.index(passage)
    levels = {
        e.level.value
        for e in examine_text(text, roster)
        if e.start < start + len(passage) and start < e.end and e.kind.value == "name"
    }
    return "block" if "block" in levels else "warn" if levels else ""


def exposed(roster, text):
    """Return what is found in a text, with its level."""
    return [(e.text, e.level.value) for e in examine_text(text, roster)]
