"""Invented participants, built in code."""

from __future__ import annotations

from dialogueprep.domain.people import (
    Capacity,
    Gender,
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Standing,
)


def participant(
    id_: str,
    delegation: str = "CN",
    *,
    name: Name | None = None,
    gender: Gender | None = None,
    standing: Standing = Standing.CONFIRMED,
    capacity: Capacity = Capacity.PERSONAL,
    languages: tuple[str, ...] = (),
) -> Participation:
    """Return a participation whose ids are made of one word."""
    person = Person(
        id=PersonId(f"person {id_}"),
        name=name or Name(family=f"Fam{id_}", given="Gi"),
        gender=gender,
        languages=languages,
    )
    return Participation(
        id=ParticipationId(id_),
        person=person,
        delegation=delegation,
        standing=standing,
        capacity=capacity,
    )
