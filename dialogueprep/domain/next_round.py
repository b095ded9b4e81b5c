"""The next round of a series from the last: what stays, what is dropped, whose turn it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from dialogueprep.domain.dialogue import (
    AgendaItem,
    Dialogue,
    DialogueId,
    HostId,
    ItemId,
    ItemKind,
    LanguageOrder,
    Ordered,
    Phase,
    Question,
    QuestionId,
    Terms,
)
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.people import (
    AT_TABLE,
    Attendance,
    Capacity,
    Invitation,
    Logistics,
    Participation,
    ParticipationId,
    Role,
    Seniority,
    Standing,
)
from dialogueprep.domain.texts import Texts

TURNING = (Role.CHAIR, Role.MODERATOR)
"""The roles that pass from delegation to delegation."""
SHORTEST, LONGEST, STEP = 5, 720, 5  # minutes of an item that are offered
_CHINESE = "〇一二三四五六七八九"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Duty:
    """A role at an item of the last round: who held it, whose turn it is, and who may take it."""

    item: ItemId
    role: Role
    held: ParticipationId
    turn: str  # the code of the delegation whose turn it is
    who: ParticipationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRound:
    """What the user wants of the next round. Ids are those of the last round."""

    names: Texts
    place: Texts
    first_day: date
    round: int | None
    first_host: HostId | None = None
    topics: frozenset[ItemId] = frozenset()  # items that keep their topic
    earlier: tuple[TopicId, ...] = ()  # topics of rounds before, for items that wait for one
    invited: tuple[ParticipationId, ...] = ()
    duties: tuple[Duty, ...] = ()
    questions: bool = True
    terms: bool = True
    lengths_as_held: bool = False
    targets: bool = True
    designations: bool = True
    follow_ups: bool = True  # those that are still open


def dialogue_of(last: Dialogue, wanted: NextRound, new: DialogueId) -> Dialogue:
    """Return the next round as a dialogue; its hosts begin with the one whose turn it is."""
    hosts = beginning_with([h.id for h in last.hosts], wanted.first_host)
    known = {h.id: h for h in last.hosts}
    table = last.delegations
    if not wanted.targets:
        table = tuple(replace(d, target=None) for d in table)
    return replace(
        last,
        id=new,
        names=wanted.names,
        titles=Texts(),
        place=wanted.place,
        first_day=wanted.first_day,
        round=wanted.round,
        phase=Phase.PREPARING,
        hosts=tuple(known[h] for h in hosts),
        delegations=table,
        orders=tuple(_turned(order, wanted.first_host) for order in last.orders),
        contexts=Texts(),
        next_steps=Texts(),
        press_lines=Texts(),
        chairs_openings=Texts(),
        debriefs=Texts(),
        backgrounds=Texts(),
        objectives=Texts(),
        outputs=Texts(),
        practicalities=Texts(),
        sample=False,
    )


def items_of(
    items: Iterable[AgendaItem],
    wanted: NextRound,
    dialogue: DialogueId,
    kinds: Mapping[ItemKind, Texts],
    new_id: Callable[[], str],
) -> dict[ItemId, AgendaItem]:
    """Return the items of the next round by those of the last.

    Notes, what was closed and what was stricter from somewhere on are not theirs; what was set
    aside stays where it is. An item that does not keep its topic waits for one under the word of
    its kind.
    """
    return {
        item.id: _item(item, wanted, dialogue, kinds, new_id) for item in items if not item.aside
    }


def part_in_next(it: Participation, new: ParticipationId) -> Participation:
    """Return somebody's part in the next round: on the long list, with no date, seat or consent."""
    return replace(
        it,
        id=new,
        standing=Standing.LONG_LIST,
        listed_for_participants=False,
        listed_for_public=False,
        photo=False,
        invitation=Invitation(),
        logistics=Logistics(diet=it.logistics.diet),
        seat=None,
    )


def came(it: Participation) -> bool:
    """Return whether somebody was at the table, as far as is known."""
    return it.standing in AT_TABLE


def beginning_with(values: Sequence[T], first: T | None) -> tuple[T, ...]:
    """Return values in their order, turned so that one of them is the first."""
    at = values.index(first) if first in values else 0
    return (*values[at:], *values[:at])


def next_host(dialogue: Dialogue) -> HostId | None:
    """Return the host whose turn it is after this round: the second in their order."""
    return next((h.id for h in dialogue.hosts[1:2] or dialogue.hosts), None)


def next_names(last: Dialogue, number: int | None) -> Texts:
    """Return the names of the last round with the next number and without its place."""
    return Texts.of(
        {
            t.language: _renumbered(t.wording, last.place.get(t.language) or "", last.round, number)
            for t in last.names.entries
        }
    )


def duties(
    last: Dialogue,
    items: Collection[AgendaItem],
    people: Sequence[Participation],
    attendances: Iterable[Attendance],
    invited: Collection[ParticipationId],
) -> tuple[Duty, ...]:
    """Return who chaired and moderated, whose turn it is next, and a proposal who takes it.

    The turn goes to the delegation that follows in their order, one of observers passed over. Of
    its people that are invited again the one with the fewest duties so far is proposed, seniors
    first.
    """
    known, places = {p.id: p for p in people}, [i.id for i in items if not i.aside]
    held = [
        (item, role, each.participation)
        for item in places
        for role in TURNING
        for each in attendances
        if each.item == item and role in each.roles
    ]
    table = {p.delegation for p in people if _able(p)}
    codes = [d.code for d in last.delegations if d.code in table]
    load: dict[ParticipationId, int] = {}
    found: list[Duty] = []
    for item, role, holder in held:
        turn = _following(codes, known[holder].delegation)
        able = [p for p in people if p.id in invited and p.delegation == turn and _able(p)]
        who = min(able, key=lambda p: (load.get(p.id, 0), _junior(p)), default=None)
        if who is not None:
            load[who.id] = load.get(who.id, 0) + 1
        found.append(Duty(item, role, holder, turn, who.id if who else None))
    return tuple(found)


def held_minutes(item: AgendaItem) -> int:
    """Return how long an item took as a length to plan with: whole steps, else as planned.

    With interpretation it took longer; the length is that without.
    """
    if item.actual_minutes is None:
        return item.minutes
    whole = -(-item.minutes_for(item.actual_minutes) // STEP) * STEP
    return min(max(whole, SHORTEST), LONGEST)


def _item(
    item: AgendaItem,
    wanted: NextRound,
    dialogue: DialogueId,
    kinds: Mapping[ItemKind, Texts],
    new_id: Callable[[], str],
) -> AgendaItem:
    keeps = item.topic is None or item.id in wanted.topics
    asked = item.questions if keeps and wanted.questions else ()
    return replace(
        item,
        id=ItemId(new_id()),
        dialogue=dialogue,
        titles=item.titles if keeps else kinds.get(item.kind, item.titles),
        minutes=held_minutes(item) if wanted.lengths_as_held else item.minutes,
        terms=item.terms if wanted.terms else Terms.RULE,
        topic=item.topic if keeps else None,
        questions=tuple(Question(id=QuestionId(new_id()), texts=q.texts) for q in asked),
        recommendations=item.recommendations if keeps else (),
        places=Texts(),
        terms_now=None,
        closed=False,
        keep_order=False,
        actual_minutes=None,
        began=None,
    )


def _turned(order: LanguageOrder, first: HostId | None) -> LanguageOrder:
    if order.of is not Ordered.HOSTS:
        return order
    return replace(order, codes=beginning_with(order.codes, first))


def _following(codes: Sequence[str], code: str) -> str:
    return codes[(codes.index(code) + 1) % len(codes)] if code in codes else code


def _able(it: Participation) -> bool:
    return it.capacity not in (Capacity.STAFF, Capacity.OBSERVER)


def _junior(it: Participation) -> int:
    order = list(Seniority)
    return order.index(it.seniority) if it.seniority else len(order)


def _renumbered(name: str, place: str, before: int | None, after: int | None) -> str:
    if place and name.endswith(place):
        name = name[: -len(place)].rstrip(" ,，、;；·-–—") or name
    if before is None or after is None:
        return name
    digits = re.sub(rf"(?<!\d){before}(?!\d)", str(after), name)
    return digits if digits != name else name.replace(_chinese(before), _chinese(after), 1)


def _chinese(number: int) -> str:
    """Return a number up to 99 as Chinese writes it."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _CHINESE[ones]
    lead = _CHINESE[tens] if 1 < tens < 10 else ""
    return f"{lead}十{_CHINESE[ones] if ones else ''}"
