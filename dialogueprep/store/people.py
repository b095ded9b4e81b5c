"""Persons, their part in dialogues, and who is present at which item."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from functools import lru_cache

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.people import (
    AT_TABLE,
    Affiliation,
    Attendance,
    Attendee,
    Capacity,
    FormState,
    Gender,
    Invitation,
    Logistics,
    Name,
    NameForm,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
    Seniority,
    Standing,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import rows, texts
from dialogueprep.store.rows import Readable, Row
from dialogueprep.store.step import Step, new_id


def persons(store: Readable) -> tuple[Person, ...]:
    """Return everybody in the directory, by family and given name."""
    forms = _forms(store)
    found = rows.select(store, "persons", order="family COLLATE NOCASE, given COLLATE NOCASE")
    return tuple(_person(r, forms) for r in found)


def parts(store: Readable) -> dict[PersonId, tuple[tuple[DialogueId, Participation], ...]]:
    """Return each person's part in the dialogues, the latest dialogue first."""
    known = {p.id: p for p in persons(store)}
    latest = [r["id"] for r in rows.select(store, "dialogues", order="first_day DESC, id")]
    found: dict[PersonId, list[tuple[DialogueId, Participation]]] = defaultdict(list)
    said = texts.of_table(store, "participations")
    for row in rows.select(store, "participations"):
        who = known[PersonId(row["person"])]
        part = _participation(row, who, said.get(row["id"], {}))
        found[who.id].append((DialogueId(row["dialogue"]), part))
    return {
        person: tuple(sorted(mine, key=lambda part: latest.index(part[0])))
        for person, mine in found.items()
    }


def participations(store: Readable, dialogue: DialogueId) -> tuple[Participation, ...]:
    """Return who takes part in a dialogue: by delegation in its order, then by position."""
    codes = [
        r["code"] for r in rows.select(store, "delegations", "dialogue = ?", [dialogue], "position")
    ]
    known = {p.id: p for p in persons(store)}
    mine = "SELECT id FROM participations WHERE dialogue = ?"
    said = texts.of_table(store, "participations", mine, (dialogue,))
    found = [
        _participation(r, known[PersonId(r["person"])], said.get(r["id"], {}))
        for r in rows.select(store, "participations", "dialogue = ?", [dialogue], "position")
    ]
    last = len(codes)
    return tuple(
        sorted(found, key=lambda p: codes.index(p.delegation) if p.delegation in codes else last)
    )


def attendances(store: Readable, dialogue: DialogueId) -> tuple[Attendance, ...]:
    """Return who is present at which item of a dialogue."""
    mine = "item IN (SELECT id FROM items WHERE dialogue = ?)"
    return tuple(
        _attendance(r) for r in rows.select(store, "attendances", mine, [dialogue], "item, id")
    )


def attendance(store: Readable, participation: ParticipationId, item: ItemId) -> Attendance | None:
    """Return somebody's presence at an item, or None for absence."""
    row = _attendance_row(store, participation, item)
    return _attendance(row) if row else None


def attendees(store: Readable, dialogue: DialogueId) -> dict[ItemId, tuple[Attendee, ...]]:
    """Return who is present at each item, with roles: what attributions are counted over.

    Those who have declined, or not answered yet, are not there to be counted.
    """
    known = {p.id: p for p in participations(store, dialogue) if p.standing in AT_TABLE}
    found: dict[ItemId, list[Attendee]] = defaultdict(list)
    for it in attendances(store, dialogue):
        if it.participation in known:
            who = Attendee(who=known[it.participation], roles=it.roles, silent=it.silent)
            found[ItemId(it.item)].append(who)
    return {item: tuple(present) for item, present in found.items()}


def put_person(step: Step, person: Person) -> None:
    """Write a person with the name forms that the user added or switched off."""
    name = person.name
    row = {
        "family": name.family,
        "given": name.given,
        "name_order": name.order.value,
        "native": name.native,
        "reading": name.reading,
        "address": name.address,
        "title": name.title,
        "honorific": name.honorific,
        "gender": person.gender.value if person.gender else None,
        "languages": rows.as_list(person.languages),
        "email": person.email,
        "phone": person.phone,
        "remarks": person.remarks,
    }
    rows.put(step, "persons", person.id, row)
    _put_forms(step, person)


def delete_person(step: Step, person: PersonId) -> None:
    """Delete a person from the directory and from every dialogue."""
    rows.delete(step, "persons", person)


def put_participation(step: Step, dialogue: DialogueId, it: Participation) -> None:
    """Write somebody's part in a dialogue, new (last of all) or changed."""
    row = _participation_row(dialogue, it)
    if rows.one(step, "participations", it.id) is None:
        position = rows.next_position(step, "participations", "dialogue", dialogue)
        rows.insert(step, "participations", {"id": it.id, "position": position, **row})
    else:
        rows.update(step, "participations", it.id, row)
    place = it.affiliation
    fields = {"affiliation": place.names, "position": place.positions}
    texts.write(step, "participations", it.id, fields)


def delete_participation(step: Step, participation: ParticipationId) -> None:
    """Take somebody out of a dialogue; the person stays in the directory."""
    rows.delete(step, "participations", participation)


def put_attendance(step: Step, attendance: Attendance) -> None:
    """Write that somebody is present at an item, and with which roles."""
    row = {
        "roles": rows.as_list(sorted(r.value for r in attendance.roles)),
        "silent": int(attendance.silent),
    }
    there = _attendance_row(step, attendance.participation, attendance.item)
    if there is not None:
        rows.update(step, "attendances", there["id"], row)
        return
    place = {"participation": attendance.participation, "item": attendance.item}
    rows.insert(step, "attendances", {"id": new_id(), **place, **row})


def delete_attendance(step: Step, participation: ParticipationId, item: ItemId) -> None:
    """Write that somebody is not present at an item."""
    there = _attendance_row(step, participation, item)
    if there is not None:
        rows.delete(step, "attendances", there["id"])


def _attendance_row(source: Readable, participation: str, item: str) -> Row | None:
    where = "participation = ? AND item = ?"
    return next(rows.select(source, "attendances", where, [participation, item]), None)


def _attendance(row: Row) -> Attendance:
    return Attendance(
        participation=ParticipationId(row["participation"]),
        item=row["item"],
        roles=_roles(row["roles"]),
        silent=bool(row["silent"]),
    )


@lru_cache(maxsize=256)
def _roles(listed: str) -> frozenset[Role]:
    return frozenset(Role(r) for r in rows.from_list(listed))


def _forms(store: Readable) -> dict[str, list[NameForm]]:
    forms: dict[str, list[NameForm]] = defaultdict(list)
    for row in rows.select(store, "name_forms", order="form"):
        forms[row["person"]].append(NameForm(row["form"], FormState(row["state"])))
    return forms


def _person(row: Row, forms: dict[str, list[NameForm]]) -> Person:
    return Person(
        id=PersonId(row["id"]),
        name=Name(
            family=row["family"],
            given=row["given"],
            order=NameOrder(row["name_order"]),
            native=row["native"],
            reading=row["reading"],
            address=row["address"],
            title=row["title"],
            honorific=row["honorific"],
        ),
        gender=Gender(row["gender"]) if row["gender"] else None,
        forms=tuple(forms[row["id"]]),
        languages=rows.from_list(row["languages"]),
        email=row["email"],
        phone=row["phone"],
        remarks=row["remarks"],
    )


def _put_forms(step: Step, person: Person) -> None:
    there = {r["form"]: r for r in rows.select(step, "name_forms", "person = ?", [person.id])}
    for form in person.forms:
        old = there.pop(form.form, None)
        if old is not None:
            rows.update(step, "name_forms", old["id"], {"state": form.state.value})
            continue
        row = {"person": person.id, "form": form.form, "state": form.state.value}
        rows.insert(step, "name_forms", {"id": new_id(), **row})
    for gone in there.values():
        rows.delete(step, "name_forms", gone["id"])


def _day(column: str | None) -> date | None:
    return date.fromisoformat(column) if column else None


def _moment(column: str | None) -> datetime | None:
    return datetime.fromisoformat(column) if column else None


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _participation(row: Row, person: Person, said: texts.ByField) -> Participation:
    return Participation(
        id=ParticipationId(row["id"]),
        person=person,
        delegation=row["delegation"],
        territory=row["territory"],
        region=row["region"],
        sector=Sector(row["sector"]) if row["sector"] else None,
        capacity=Capacity(row["capacity"]),
        affiliation=Affiliation(
            name=row["affiliation"],
            acronym=row["affiliation_acronym"],
            native=row["affiliation_native"],
            position=row["office"],
            names=said.get("affiliation", Texts()),
            positions=said.get("position", Texts()),
        ),
        standing=Standing(row["standing"]),
        listed_for_participants=bool(row["listed_for_participants"]),
        listed_for_public=bool(row["listed_for_public"]),
        photo=bool(row["photo"]),
        facts=rows.from_list(row["facts"]),
        seniority=Seniority(row["seniority"]) if row["seniority"] else None,
        invitation=_invitation(row),
        logistics=_logistics(row),
        seat=row["seat"],
    )


def _invitation(row: Row) -> Invitation:
    replaced = row["substitute_for"]
    return Invitation(
        invited=_day(row["invited_on"]),
        answer_by=_day(row["answer_by"]),
        answered=_day(row["answered_on"]),
        substitute_for=ParticipationId(replaced) if replaced else None,
    )


def _logistics(row: Row) -> Logistics:
    return Logistics(
        arrives=_moment(row["arrives"]),
        departs=_moment(row["departs"]),
        travel=row["travel"],
        lodging=row["lodging"],
        diet=row["diet"],
    )


def _participation_row(dialogue: DialogueId, it: Participation) -> Row:
    return {
        "dialogue": dialogue,
        "person": it.person.id,
        "delegation": it.delegation,
        "territory": it.territory,
        "region": it.region,
        "sector": it.sector.value if it.sector else None,
        "capacity": it.capacity.value,
        "affiliation": it.affiliation.name,
        "affiliation_acronym": it.affiliation.acronym,
        "affiliation_native": it.affiliation.native,
        "office": it.affiliation.position,
        "standing": it.standing.value,
        "listed_for_participants": int(it.listed_for_participants),
        "listed_for_public": int(it.listed_for_public),
        "photo": int(it.photo),
        "facts": rows.as_list(it.facts),
        "seniority": it.seniority.value if it.seniority else None,
        "invited_on": _iso(it.invitation.invited),
        "answer_by": _iso(it.invitation.answer_by),
        "answered_on": _iso(it.invitation.answered),
        "substitute_for": it.invitation.substitute_for,
        "arrives": _iso(it.logistics.arrives),
        "departs": _iso(it.logistics.departs),
        "travel": it.logistics.travel,
        "lodging": it.logistics.lodging,
        "diet": it.logistics.diet,
        "seat": it.seat,
    }
