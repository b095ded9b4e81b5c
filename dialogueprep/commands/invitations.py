"""What a user can do with invitations, letters and seats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.invitations import deadline, moved
from dialogueprep.domain.people import (
    Attendance,
    Participation,
    ParticipationId,
    PersonId,
    Standing,
)
from dialogueprep.domain.table_plan import TableShape
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.store import dialogues, invitations, people
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "participants"
MOST_WEEKS = 52


def move(
    store: Store,
    dialogue: DialogueId,
    who: Iterable[ParticipationId],
    where: Callable[[Standing], Standing | None],
    today: date,
) -> int:
    """Move people to another standing and return how many were moved; dates set themselves.

    ``where`` says where each goes from a standing; None leaves somebody where they are.
    """
    by = deadline(dialogues.read(store, dialogue), invitations.weeks_before(store, dialogue), today)
    chosen = set(who)
    mine = [p for p in people.participations(store, dialogue) if p.id in chosen]
    wanted = [(p, there) for p in mine if (there := where(p.standing)) not in (None, p.standing)]
    if not wanted:
        return 0
    with store.step(tr("Change standing"), page=PAGE) as step:
        for each, there in wanted:
            people.put_participation(step, dialogue, moved(each, there or each.standing, today, by))
    return len(wanted)


def set_dates(store: Store, dialogue: DialogueId, who: Iterable[Participation]) -> None:
    """Write the dates of invitations; Refused("answer-before-invitation") if one precedes."""
    changed = tuple(who)
    for each in changed:
        dates = each.invitation
        if dates.invited and any(
            d and d < dates.invited for d in (dates.answer_by, dates.answered)
        ):
            raise Refused("answer-before-invitation", name=each.person.name.listed)
    with store.step(tr("Change dates of the invitation"), page=PAGE) as step:
        for each in changed:
            people.put_participation(step, dialogue, each)


def wait_until(store: Store, dialogue: DialogueId, weeks: int) -> None:
    """Write how many weeks before the first day answers are wanted; letters out stay as they are.

    Refused("weeks-out-of-range", most) below 0 or above `MOST_WEEKS`.
    """
    if not 0 <= weeks <= MOST_WEEKS:
        raise Refused("weeks-out-of-range", most=MOST_WEEKS)
    with store.step(tr("Change when answers are due"), page=PAGE) as step:
        invitations.put_weeks_before(step, dialogue, weeks)


def nominate(store: Store, dialogue: DialogueId, it: Participation) -> ParticipationId:
    """Add a substitute for somebody who declined, who takes over presence and roles.

    Refused: "person-needs-family-name", "person-takes-part-already",
    "substitute-for-nobody" if the one who is replaced has not declined.
    """
    if not it.person.name.family.strip():
        raise Refused("person-needs-family-name")
    there = people.participations(store, dialogue)
    if it.person.id and any(p.person.id == it.person.id for p in there):
        raise Refused("person-takes-part-already", name=it.person.name.latin)
    replaced = next((p for p in there if p.id == it.invitation.substitute_for), None)
    if replaced is None or replaced.standing is not Standing.DECLINED:
        raise Refused("substitute-for-nobody")
    person = it.person if it.person.id else replace(it.person, id=PersonId(new_id()))
    mine = replace(it, id=ParticipationId(new_id()), person=person)
    taken = [a for a in people.attendances(store, dialogue) if a.participation == replaced.id]
    with store.step(tr("Nominate a substitute"), page=PAGE) as step:
        people.put_person(step, person)
        people.put_participation(step, dialogue, mine)
        people.put_participation(step, dialogue, replace(replaced, seat=None))
        _take_over(step, taken, mine.id)
    return mine.id


def _take_over(step: Step, taken: Iterable[Attendance], by: ParticipationId) -> None:
    for it in taken:
        people.put_attendance(step, replace(it, participation=by))
        if it.roles:
            people.put_attendance(step, replace(it, roles=frozenset()))


def word_letter(
    store: Store, dialogue: DialogueId, kind: str, language: Language, words: str
) -> None:
    """Write the dialogue's own words of a letter in a language; empty ones take the usual ones."""
    known = invitations.letters(store, dialogue).get(kind, Texts())
    changed = known.with_wording(language, words)
    with store.step(tr("Change a letter"), merge=("letter", f"{kind} {language}"), page=PAGE) as s:
        invitations.put_letter(s, dialogue, kind, changed)


def seat(store: Store, dialogue: DialogueId, seats: Mapping[ParticipationId, int | None]) -> None:
    """Write where people sit; who is not named keeps the seat."""
    mine = {p.id: p for p in people.participations(store, dialogue)}
    changed = [
        replace(mine[who], seat=at)
        for who, at in seats.items()
        if who in mine and mine[who].seat != at
    ]
    if not changed:
        return
    with store.step(tr("Change the seating plan"), page=PAGE) as step:
        for each in changed:
            people.put_participation(step, dialogue, each)


def shape_table(store: Store, dialogue: DialogueId, shape: TableShape) -> None:
    """Write the form of the table; the order of the seats stays."""
    with store.step(tr("Change the form of the table"), page=PAGE) as step:
        invitations.put_table_shape(step, dialogue, shape)
