"""What two entries of the directory become when they are one person: nothing of either is lost."""

from __future__ import annotations

from dataclasses import fields, replace

from dialogueprep.domain.people import (
    AT_TABLE,
    FormState,
    Invitation,
    Logistics,
    Name,
    NameForm,
    Participation,
    Person,
    Standing,
)


def merged_person(kept: Person, gone: Person) -> Person:
    """Return the kept person with what only the other one had.

    Where both have something else, the kept one's stands; names of the other one are added as
    forms that documents are searched for, second contacts and remarks go into the remarks.
    """
    name = _filled(kept.name, gone.name)
    return replace(
        kept,
        name=name,
        gender=kept.gender or gone.gender,
        forms=_forms(kept, gone, name),
        languages=tuple(dict.fromkeys((*kept.languages, *gone.languages))),
        email=kept.email or gone.email,
        phone=kept.phone or gone.phone,
        remarks=_remarks(kept, gone),
    )


def merged_part(kept: Participation, gone: Participation) -> Participation:
    """Return what two parts in one dialogue become: the kept one, its gaps filled.

    Consent is kept only where both gave it.
    """
    place, other = kept.affiliation, gone.affiliation
    affiliation = replace(
        place, **{f.name: getattr(place, f.name) or getattr(other, f.name) for f in fields(place)}
    )
    return replace(
        kept,
        delegation=kept.delegation or gone.delegation,
        territory=kept.territory or gone.territory,
        region=kept.region or gone.region,
        sector=kept.sector or gone.sector,
        seniority=kept.seniority or gone.seniority,
        affiliation=affiliation,
        listed_for_participants=kept.listed_for_participants and gone.listed_for_participants,
        listed_for_public=kept.listed_for_public and gone.listed_for_public,
        photo=kept.photo and gone.photo,
        facts=tuple(dict.fromkeys((*kept.facts, *gone.facts))),
        standing=_standing(kept.standing, gone.standing),
        invitation=_invitation(kept.invitation, gone.invitation),
        seat=gone.seat if kept.seat is None else kept.seat,
        logistics=_logistics(kept.logistics, gone.logistics),
    )


def _standing(kept: Standing, gone: Standing) -> Standing:
    """Return the standing of who comes, if one of the two does."""
    return gone if gone in AT_TABLE and kept not in AT_TABLE else kept


def _invitation(kept: Invitation, gone: Invitation) -> Invitation:
    return Invitation(
        invited=kept.invited or gone.invited,
        answer_by=kept.answer_by or gone.answer_by,
        answered=kept.answered or gone.answered,
        substitute_for=kept.substitute_for or gone.substitute_for,
    )


def _logistics(kept: Logistics, gone: Logistics) -> Logistics:
    return Logistics(
        arrives=kept.arrives or gone.arrives,
        departs=kept.departs or gone.departs,
        travel=kept.travel or gone.travel,
        lodging=kept.lodging or gone.lodging,
        diet=kept.diet or gone.diet,
    )


def _filled(kept: Name, gone: Name) -> Name:
    parts = ("native", "reading", "address", "title", "honorific")
    filled = {p: getattr(kept, p) or getattr(gone, p) for p in parts}
    given = kept.given or (gone.given if gone.family == kept.family else "")
    return replace(kept, given=given, **filled)


def _forms(kept: Person, gone: Person, name: Name) -> tuple[NameForm, ...]:
    """Return the forms of the kept one and what was added to the other.

    What was switched off for the other one only is searched for again.
    """
    found = {form.form: form for form in kept.forms}
    added = [form.form for form in gone.forms if form.state is FormState.ADDED]
    both = (*_written(kept.name), *_written(gone.name))
    added += [written for written in both if written not in _written(name)]
    if gone.email and kept.email and gone.email != kept.email:
        added.append(gone.email)
    found |= {form: NameForm(form, FormState.ADDED) for form in added}
    return tuple(found.values())


def _written(name: Name) -> tuple[str, ...]:
    words = (name.latin, name.native, name.reading, name.address)
    return tuple(w for w in words if w)


def _remarks(kept: Person, gone: Person) -> str:
    second = [
        theirs
        for mine, theirs in ((kept.email, gone.email), (kept.phone, gone.phone))
        if mine and theirs and mine != theirs
    ]
    lines = [kept.remarks, gone.remarks if gone.remarks != kept.remarks else "", *second]
    return "\n".join(line for line in lines if line)
