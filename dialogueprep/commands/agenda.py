"""What a user can do with an agenda."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from dialogueprep.commands.offering import refuse_entry, refuse_unoffered
from dialogueprep.domain import arranging
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import (
    AgendaItem,
    DayHours,
    Dialogue,
    DialogueId,
    ItemId,
    ItemKind,
    Question,
    QuestionId,
    Terms,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Recommendation, Topic, TopicId
from dialogueprep.domain.people import Attendance
from dialogueprep.domain.remedies import Remedy
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, dialogues, people
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import later, of, tr

PAGE = "agenda"
SHORTEST, LONGEST = 5, 720  # minutes of an item
DISCUSSION_MINUTES = 75
CANDIDATES = 3  # recommendations put on the table with a topic
CONTINUED = later("{title} (continued)")


def add_item(store: Store, item: AgendaItem, *, before: ItemId | None = None) -> ItemId:
    """Add an item, before another one or last of its day; it gets an id of its own.

    Everybody who takes part is present at a new item of the whole room. Refused as
    `commands.offering.refuse_unoffered`.
    """
    refuse_unoffered(store, item, None)
    return _add(store, item, before)


def _add(store: Store, item: AgendaItem, before: ItemId | None) -> ItemId:
    mine = replace(checked(item), id=ItemId(new_id()), questions=_own_questions(item.questions))
    with store.step(tr("Add item"), page=PAGE) as step:
        _insert(step, mine, before)
    return mine.id


def add_topic(
    store: Store,
    dialogue: Dialogue,
    topic: Topic,
    recommendations: Iterable[Recommendation],
    *,
    day: int,
    before: ItemId | None = None,
    minutes: int = DISCUSSION_MINUTES,
    spot: Spot | None = None,
) -> ItemId:
    """Put a topic on the agenda with its questions and the recommendations that fit the table.

    It stands before an item or last of its day, or at a spot.

    Refused if the topic is unrated, above the dialogue's ceiling, or of a format that leaves
    out a delegation at the table.
    """
    item = item_of_topic(dialogue, topic, recommendations, day=day, minutes=minutes)
    there = agenda.of_dialogue(store, dialogue.id)
    placed = arranging.arranged(there, item, spot or Spot(day, before))
    with store.step(tr("Put topic on the agenda"), page=PAGE) as step:
        write_agenda(step, there, placed)
        _invite(step, item)
    return item.id


def fill_with_topic(
    store: Store,
    dialogue: Dialogue,
    item: AgendaItem,
    topic: Topic,
    recommendations: Iterable[Recommendation],
) -> ItemId:
    """Give an item that still waits for one its topic; time, length, people and terms stay.

    Refused as in `add_topic`.
    """
    content = item_of_topic(dialogue, topic, recommendations, day=item.day, minutes=item.minutes)
    filled = filled_with(item, content)
    with store.step(tr("Put topic on the agenda"), page=PAGE) as step:
        agenda.put(step, filled)
    return item.id


def add_topics(
    store: Store,
    dialogue: Dialogue,
    topics: Iterable[tuple[Topic, int]],
    recommendations: Sequence[Recommendation],
    *,
    days: int | None = None,
    exact: Collection[TopicId] = (),
) -> tuple[ItemId, ...]:
    """Put several topics on the agenda, each for so many minutes, in one step.

    Items of the first ``days`` (else all of the dialogue) that wait for a topic are filled
    first, in their order, and keep their length unless the topic is among ``exact``; what is
    left goes where it fits, spread over these days. The dialogue grows to as many days.
    Refused as in `add_topic`.
    """
    span = days or dialogue.days
    there = agenda.of_dialogue(store, dialogue.id)
    now, new = there, list[AgendaItem]()
    placed: list[ItemId] = []
    for topic, minutes in topics:
        item = item_of_topic(dialogue, topic, recommendations, day=0, minutes=minutes)
        waits = next((i for i in now if i.day < span and arranging.waits_for_topic(i)), None)
        if waits is not None:
            filled = filled_with(waits, item, minutes if topic.id in exact else None)
            now = tuple(checked(filled) if i.id == waits.id else i for i in now)
            placed.append(waits.id)
            continue
        spot = arranging.spread_fit(starts(now, dialogue.hours), minutes, span)
        now = arranging.arranged(now, replace(checked(item), day=spot.day), spot)
        new.append(item)
        placed.append(item.id)
    with store.step(tr("Put suggested topics on the agenda"), page=PAGE) as step:
        if span > dialogue.days:
            dialogues.put(step, replace(dialogue, days=span))
        write_agenda(step, there, now)
        for item in new:
            _invite(step, item)
    return tuple(placed)


def change_item(store: Store, item: AgendaItem, label: str = "") -> None:
    """Write a changed item; a run of changes of one kind to one item undoes as one.

    Refused as `commands.offering.refuse_unoffered` for what comes anew from the library.
    """
    label = label or tr("Change item")
    refuse_unoffered(store, item, agenda.read(store, item.id))
    with store.step(label, merge=("item", item.id, label), page=PAGE) as step:
        agenda.put(step, checked(item))


def change_items(store: Store, items: Iterable[AgendaItem], label: str) -> None:
    """Write several changed items in one step, as a remedy does."""
    changed = [checked(item) for item in items]
    for item in changed:
        refuse_unoffered(store, item, agenda.read(store, item.id))
    with store.step(label, page=PAGE) as step:
        for item in changed:
            agenda.put(step, item)


def take_remedy(store: Store, remedy: Remedy, label: str) -> None:
    """End a conflict in one step; of a split item the second part has the people of the first."""
    there = agenda.of_dialogue(store, remedy.item.dialogue)
    dialogue = dialogues.read(store, remedy.item.dialogue)
    with store.step(label, page=PAGE) as step:
        if remedy.day_ends is not None:
            dialogues.put(step, replace(dialogue, hours=remedy.hours(dialogue.hours)))
        if remedy.rest is None:
            write_agenda(step, there, remedy.items(there))
            return
        rest = replace(remedy.rest, id=ItemId(new_id()), titles=continued(remedy.rest.titles))
        write_agenda(step, there, replace(remedy, rest=rest).items(there))
        _attend_alike(step, remedy.item, rest)


def place(store: Store, item: AgendaItem, spot: Spot) -> ItemId:
    """Put an item, known or new, at a spot; what it leaves alone in its row gets the whole room.

    Refused as in `domain.arranging.arranged`. Moves of one item undo as one.
    """
    there = agenda.of_dialogue(store, item.dialogue)
    new = all(i.id != item.id for i in there)
    if new:
        refuse_unoffered(store, item, None)
    mine = replace(checked(item), id=ItemId(new_id())) if new else item
    placed = arranging.arranged(there, mine, spot)
    label, merge = (tr("Add item"), None) if new else (tr("Move item"), ("move", item.id))
    with store.step(label, merge=merge, page=PAGE) as step:
        write_agenda(step, there, placed)
        if new:
            _invite(step, mine)
    return mine.id


def change_lane(store: Store, item: AgendaItem, by: int) -> bool:
    """Move an item a lane to the left (-1) or right (1); return whether there is one."""
    there = agenda.of_dialogue(store, item.dialogue)
    placed = arranging.swapped(there, item, by)
    if placed:
        with store.step(tr("Move item"), merge=("move", item.id), page=PAGE) as step:
            write_agenda(step, there, placed)
    return bool(placed)


def move(
    store: Store, item: AgendaItem, *, day: int, before: ItemId | None, lane: int | None = None
) -> None:
    """Move an item to a day, before another item or last of that day; its notes go with it."""
    if before == item.id:
        return
    moved = replace(item, day=day, lane=item.lane if lane is None else lane)
    with store.step(tr("Move item"), merge=("move", item.id), page=PAGE) as step:
        agenda.put(step, moved)
        _place(step, agenda.of_dialogue(step, item.dialogue), moved, before)


def duplicate(store: Store, item: AgendaItem) -> ItemId:
    """Add a copy of an item after it, without notes, roles or anchor."""
    there = agenda.of_dialogue(store, item.dialogue)
    later = there[[i.id for i in there].index(item.id) + 1 :]
    following = next((i.id for i in later if i.day == item.day), None)
    return _add(
        store,
        replace(
            item,
            anchor=None,
            closed=False,
            actual_minutes=None,
            began=None,
            terms_now=None,
            keep_order=False,
        ),
        following,
    )


def remove(store: Store, items: Iterable[ItemId]) -> None:
    """Remove items; their notes and roles go with them until undone.

    What is left alone of parallel items gets the whole room.
    """
    gone = tuple(items)
    if not gone:
        return
    there = agenda.of_dialogue(store, agenda.read(store, gone[0]).dialogue)
    with store.step(tr("Remove item"), page=PAGE) as step:
        for item in gone:
            agenda.delete(step, item)
        write_agenda(step, there, arranging.removed(there, gone))


def use_template(
    store: Store,
    dialogue: Dialogue,
    items: Sequence[AgendaItem],
    hours: Sequence[DayHours] = (),
) -> None:
    """Fill days with the items of a template; the dialogue grows to as many, with their hours."""
    days = max(item.day for item in items) + 1
    fresh = {h.number for h in hours}
    kept = tuple(h for h in dialogue.hours if h.number not in fresh)
    grown = replace(dialogue, days=max(days, dialogue.days), hours=(*kept, *hours))
    with store.step(tr("Use template"), page=PAGE) as step:
        if grown != dialogue:
            dialogues.put(step, grown)
        for item in items:
            mine = replace(item, id=ItemId(new_id()), dialogue=dialogue.id)
            _insert(step, mine, None)


def stricter_from_here(store: Store, item: AgendaItem, terms: Terms) -> None:
    """Set stricter terms for what is said from now on; earlier notes keep theirs."""
    if terms.strictness <= item.terms.strictness:
        raise Refused("terms-not-stricter")
    with store.step(tr("Stricter from here"), page="notes") as step:
        agenda.put(step, replace(item, terms_now=terms))


def back_to_terms(store: Store, item: AgendaItem) -> None:
    """Return to the item's own terms for what is said from now on."""
    with store.step(tr("Back to the item’s terms"), page="notes") as step:
        agenda.put(step, replace(item, terms_now=None))


def continued(titles: Texts) -> Texts:
    """Return titles that say, each in its language, that the item goes on."""
    return Texts.of(
        {t.language: of(t.language)(CONTINUED, title=t.wording) for t in titles.entries}
    )


def checked(item: AgendaItem) -> AgendaItem:
    """Return an item as it is. Refused "item-minutes" and "item-needs-title"."""
    if not SHORTEST <= item.minutes <= LONGEST:
        raise Refused("item-minutes", shortest=SHORTEST, longest=LONGEST)
    if not item.titles:
        raise Refused("item-needs-title")
    return item


def _own_questions(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(Question(id=QuestionId(new_id()), texts=q.texts) for q in questions)


def _insert(step: Step, item: AgendaItem, before: ItemId | None) -> None:
    agenda.put(step, item)
    _place(step, agenda.of_dialogue(step, item.dialogue), item, before)
    if item.kind.has_terms and item.lane == 0:
        _everybody_attends(step, item.dialogue, item.id)


def item_of_topic(
    dialogue: Dialogue,
    topic: Topic,
    recommendations: Iterable[Recommendation],
    *,
    day: int,
    minutes: int,
) -> AgendaItem:
    """Return a discussion of a topic, with an id of its own. Refused "topic-not-offered"."""
    refuse_entry(topic, dialogue)
    fitting = [
        r
        for r in recommendations
        if r.topic == topic.id and r.offered(dialogue.ceiling, dialogue.table)
    ]
    return AgendaItem(
        id=ItemId(new_id()),
        dialogue=dialogue.id,
        kind=ItemKind.DISCUSSION,
        titles=topic.titles,
        day=day,
        minutes=minutes,
        topic=topic.id,
        questions=tuple(Question(id=QuestionId(new_id()), texts=q) for q in topic.questions),
        recommendations=tuple(r.id for r in fitting[:CANDIDATES]),
    )


def filled_with(item: AgendaItem, content: AgendaItem, minutes: int | None = None) -> AgendaItem:
    """Return an item that waits for a topic with what an item of a topic holds."""
    return replace(
        item,
        minutes=minutes or item.minutes,
        titles=content.titles,
        topic=content.topic,
        questions=content.questions,
        recommendations=content.recommendations,
    )


def write_agenda(step: Step, before: Iterable[AgendaItem], after: Sequence[AgendaItem]) -> None:
    """Write what differs, and the order."""
    known = {i.id: i for i in before}
    for item in after:
        if known.get(item.id) != item:
            agenda.put(step, item)
    agenda.order(step, (i.id for i in after))


def _invite(step: Step, item: AgendaItem) -> None:
    """Let everybody be present at a new item, unless it was made in a lane."""
    if item.kind.has_terms and agenda.read(step, item.id).lane == 0:
        _everybody_attends(step, item.dialogue, item.id)


def _everybody_attends(step: Step, dialogue: DialogueId, item: ItemId) -> None:
    for it in people.participations(step, dialogue):
        people.put_attendance(step, Attendance(participation=it.id, item=item))


def _attend_alike(step: Step, one: AgendaItem, other: AgendaItem) -> None:
    """Let those who are present at one item be present at another, with the same roles."""
    for it in people.attendances(step, one.dialogue):
        if it.item == one.id:
            people.put_attendance(step, replace(it, item=other.id))


def _place(
    step: Step, items: Sequence[AgendaItem], moved: AgendaItem, before: ItemId | None
) -> None:
    """Give the items their order, with one before another or last of its day."""
    rest = [i for i in items if i.id != moved.id]
    at = next((n for n, i in enumerate(rest) if i.id == before), None)
    if at is None:
        at = sum(1 for i in rest if i.day <= moved.day)
    rest.insert(at, moved)
    agenda.order(step, (i.id for i in rest))
