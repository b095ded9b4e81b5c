"""Who does what in a dialogue, and how to reach those on whom its course depends."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import frame
from dialogueprep.domain.briefs.blocks import (
    Block,
    Line,
    Named,
    Paragraph,
    Run,
    Stress,
    Table,
    Why,
    stressed,
)
from dialogueprep.domain.briefs.language_forms import bracketed, joined, listing
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.name_order import name_line, ordered
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.people import Capacity, Participation, Role
from dialogueprep.domain.texts import language_of

LEADING = frozenset({Role.CHAIR, Role.MODERATOR, Role.RAPPORTEUR, Role.INTERPRETER, Role.STAFF})
"""The roles whose holders the organisers may have to reach at any moment."""
_NOTHING = "–"


def role_lines(item: AgendaItem, material: Material, pen: Pen) -> list[Line]:
    """Return who holds which role at an item, a line for each role; for organisers only."""
    held = material.roles_at(item)
    coming = [p for p in material.attending if p.id in held]
    lines: list[Line] = []
    for role in Role:
        people = [p for p in coming if role in held[p.id].roles]
        if people:
            lines.append(_role_line(role, people, material, pen))
    return lines


def _role_line(role: Role, people: list[Participation], material: Material, pen: Pen) -> Line:
    label = stressed(pen.say(wording.role(role, several=len(people) > 1)), Stress.QUIET)
    names = [_name(p, material, pen) for p in in_order(people, material, pen)]
    return pen.say("{role}: {names}", role=label, names=joined(names, pen.language))


def _name(who: Participation, material: Material, pen: Pen) -> Line:
    delegation = material.delegation(who.delegation)
    staff = who.capacity is Capacity.STAFF
    label = pen.write(delegation.labels) if delegation and not staff else ()
    name = name_line(who, pen, Why.ROLE, capitals=material.naming.capitals)
    return (*name, *bracketed(label, pen.language))


def in_order(people: Iterable[Participation], material: Material, pen: Pen) -> list[Participation]:
    """Return people in the order of the delegations, and of names within each."""
    codes = [d.code for d in material.dialogue.delegations]
    by_name = ordered(people, pen.language, material.naming)
    return sorted(by_name, key=lambda p: codes.index(p.delegation) if p.delegation in codes else 99)


def roles_of(who: Participation, material: Material) -> list[Role]:
    """Return the roles that somebody holds anywhere, in the order of the list of roles."""
    held = {r for a in material.attendances if a.participation == who.id for r in a.roles}
    return [role for role in Role if role in held]


def to_reach(material: Material) -> tuple[Participation, ...]:
    """Return the staff and all who lead, report or interpret at some item; staff first."""
    leading = [
        p for p in material.attending
        if p.capacity is Capacity.STAFF or LEADING.intersection(roles_of(p, material))
    ]  # fmt: skip
    return tuple(sorted(leading, key=lambda p: p.capacity is not Capacity.STAFF))


def contacts(material: Material, pen: Pen) -> tuple[Block, ...]:
    """Return a table of those to reach with telephone and e-mail, and who gave neither."""
    people = to_reach(material)
    staff = in_order([p for p in people if p.capacity is Capacity.STAFF], material, pen)
    others = in_order([p for p in people if p.capacity is not Capacity.STAFF], material, pen)
    known = [p for p in (*staff, *others) if p.person.phone or p.person.email]
    unknown = [p for p in (*staff, *others) if p not in known]
    head = (pen.say("Name"), pen.say("Duty"), pen.say("Telephone"), pen.say("E-mail"))
    summary = pen.tell("Those on whom the course of the meeting depends, with their contacts.")
    rows = tuple(_contact(p, material, pen) for p in known)
    table = frame.filled(Table(head, rows, (0.22, 0.24, 0.2, 0.34), (), summary)) if rows else ()
    return (*table, *_without(unknown, material, pen))


def _without(people: list[Participation], material: Material, pen: Pen) -> tuple[Block, ...]:
    if not people:
        return ()
    capitals = material.naming.capitals
    names = [name_line(p, pen, Why.ROLE, capitals=capitals) for p in people]
    said = pen.say(
        "No telephone number or e-mail address is known for {names}.",
        names=joined(names, pen.language),
    )
    return (Paragraph(said, quiet=True),)


def _contact(who: Participation, material: Material, pen: Pen) -> tuple[Line, ...]:
    person = who.person
    email = (Named(person.email, "en", person.id, Why.CONTACT),) if person.email else ()
    return (
        name_line(who, pen, Why.ROLE, capitals=material.naming.capitals),
        _duty(who, material, pen),
        pen.text(person.phone or _NOTHING),
        email or pen.text(_NOTHING),
    )


def _duty(who: Participation, material: Material, pen: Pen) -> Line:
    roles = [r for r in roles_of(who, material) if r in LEADING]
    position = who.affiliation.position_in(pen.language)
    if who.capacity is Capacity.STAFF and position and Role.INTERPRETER not in roles:
        return (Run(position, language_of(position, pen.language), composed=True),)
    named = [pen.say(wording.role(role)) for role in roles or [Role.STAFF]]
    return listing(named, pen.language)
