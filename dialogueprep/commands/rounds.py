"""What a user can do with series and the rounds in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dialogueprep.commands.agenda import DISCUSSION_MINUTES, filled_with, item_of_topic
from dialogueprep.commands.dialogues import own_ids
from dialogueprep.commands.follow_ups import carry
from dialogueprep.commands.templates import words_of_kinds
from dialogueprep.domain.arranging import waits_for_topic
from dialogueprep.domain.beside import as_held
from dialogueprep.domain.designations import DesignationId
from dialogueprep.domain.dialogue import (
    AgendaItem,
    Dialogue,
    DialogueId,
    ItemId,
    Series,
    SeriesId,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Topic, TopicId
from dialogueprep.domain.next_round import NextRound, dialogue_of, items_of, part_in_next
from dialogueprep.domain.people import Attendance, ParticipationId, Role
from dialogueprep.domain.targets import Dimension
from dialogueprep.domain.texts import Texts
from dialogueprep.store import (
    agenda,
    designations,
    dialogues,
    invitations,
    library,
    people,
    targets,
)
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "home"


def begin_next(
    store: Store, last: DialogueId, wanted: NextRound, series: Texts | None = None
) -> DialogueId:
    """Plan the next round from the last in one step; return its id.

    Structure, lengths and hours stay; notes, findings, attendance, rooms and seats do not. A
    topic that the table may no longer be offered is left out. Where the last round is in no
    series and one is named, both rounds come into it. Refused "dialogue-needs-name".
    """
    if not wanted.names:
        raise Refused("dialogue-needs-name")
    old = dialogues.read(store, last)
    with store.step(tr("Plan the next round"), page=PAGE) as step:
        if old.series is None and series:
            old = replace(old, series=_made(step, series))
            dialogues.put(step, old)
        new = own_ids(dialogue_of(old, wanted, last))
        dialogues.put(step, new)
        items = _put_items(store, step, old, new, wanted)
        _put_people(step, old, new, wanted, items)
        _put_rest(step, old, new, wanted)
    return new.id


def earlier_topics(store: Store, last: Dialogue) -> dict[TopicId, Topic]:
    """Return topics of other rounds of the series that were not on the last one's agenda.

    Those that its table may be offered, by their title.
    """
    rounds = [d.id for d in dialogues.every(store) if last.series and d.series == last.series]
    mine = {i.topic for i in agenda.of_dialogue(store, last.id)}
    used = {u.topic for u in agenda.topic_uses(store) if u.dialogue in rounds} - mine
    found = library.some_topics(store, list(used)).values()
    fits = [t for t in found if t.offered(last.ceiling, last.table)]
    return {t.id: t for t in sorted(fits, key=lambda t: t.titles.best("en"))}


def offered_topics(store: Store, dialogue: Dialogue, items: Iterable[AgendaItem]) -> set[ItemId]:
    """Return the items whose topic may be offered to the same table again."""
    mine = [i for i in items if i.topic and not i.aside]
    known = library.some_topics(store, [i.topic for i in mine if i.topic])
    return {
        i.id
        for i in mine
        if i.topic and i.topic in known and known[i.topic].offered(dialogue.ceiling, dialogue.table)
    }


def make_series(store: Store, names: Texts, dialogue: DialogueId | None = None) -> SeriesId:
    """Make a series, with a dialogue in it; return its id. Refused "series-needs-name"."""
    _refuse_unnamed(names)
    with store.step(tr("Make a series"), page=PAGE) as step:
        made = _made(step, names)
        if dialogue is not None:
            dialogues.put(step, replace(dialogues.read(step, dialogue), series=made))
    return made


def rename_series(store: Store, series: Series) -> None:
    """Give a series other names. Refused "series-needs-name"."""
    _refuse_unnamed(series.names)
    with store.step(tr("Rename the series"), page=PAGE) as step:
        dialogues.put_series(step, series)


def put_into_series(
    store: Store, dialogue: DialogueId, series: SeriesId | None, number: int | None
) -> None:
    """Put a dialogue into a series as a round with a number, or into none."""
    changed = replace(
        dialogues.read(store, dialogue), series=series, round=number if series else None
    )
    with store.step(tr("Put into a series"), page=PAGE) as step:
        dialogues.put(step, changed)


def _made(step: Step, names: Texts) -> SeriesId:
    made = SeriesId(new_id())
    dialogues.put_series(step, Series(id=made, names=names))
    return made


def _refuse_unnamed(names: Texts) -> None:
    if not names:
        raise Refused("series-needs-name")


def _put_items(
    store: Store, step: Step, old: Dialogue, new: Dialogue, wanted: NextRound
) -> dict[ItemId, AgendaItem]:
    before = as_held(agenda.of_dialogue(store, old.id))
    offered = offered_topics(store, old, before)
    kept = replace(wanted, topics=wanted.topics & offered)
    items = items_of(before, kept, new.id, words_of_kinds(), new_id)
    table = {r for i in items.values() for r in i.recommendations}
    fits = {
        r.id
        for r in library.recommendations_for(store, (), table)
        if r.offered(new.ceiling, new.table)
    }
    for key, item in items.items():
        fitting = tuple(r for r in item.recommendations if r in fits)
        items[key] = replace(item, recommendations=fitting)
    spare = _fill(store, new, items, wanted.earlier)
    for item in (*items.values(), *spare):
        agenda.put(step, item)
    agenda.order(step, (i.id for i in (*items.values(), *spare)))
    return items


def _fill(
    store: Store, new: Dialogue, items: dict[ItemId, AgendaItem], earlier: Iterable[TopicId]
) -> list[AgendaItem]:
    """Give topics of earlier rounds to items that wait for one; return those set aside."""
    known = library.some_topics(store, list(earlier))
    recommendations = library.recommendations_for(store, known, ())
    spare: list[AgendaItem] = []
    for topic in known.values():
        if not topic.offered(new.ceiling, new.table):
            continue
        content = item_of_topic(new, topic, recommendations, day=0, minutes=DISCUSSION_MINUTES)
        waits = next((key for key, i in items.items() if waits_for_topic(i)), None)
        if waits is None:
            spare.append(replace(content, aside=True))
        else:
            items[waits] = filled_with(items[waits], content)
    return spare


def _put_people(
    step: Step,
    old: Dialogue,
    new: Dialogue,
    wanted: NextRound,
    items: Mapping[ItemId, AgendaItem],
) -> None:
    """Write who is invited again; everybody is present in the whole room, and who has a duty."""
    ids = {who: ParticipationId(new_id()) for who in wanted.invited}
    roles: dict[tuple[ParticipationId, ItemId], frozenset[Role]] = {
        (who, item.id): frozenset()
        for who in ids
        for item in items.values()
        if item.kind.has_terms and item.lane == 0
    }
    for duty in wanted.duties:
        if duty.who is not None and duty.who in ids and duty.item in items:
            at = duty.who, items[duty.item].id
            roles[at] = roles.get(at, frozenset()) | {duty.role}
    for it in people.participations(step, old.id):
        if it.id in ids:
            people.put_participation(step, new.id, part_in_next(it, ids[it.id]))
    for (who, item), held in roles.items():
        people.put_attendance(step, Attendance(participation=ids[who], item=item, roles=held))


def _put_rest(step: Step, old: Dialogue, new: Dialogue, wanted: NextRound) -> None:
    """Write what stands beside a dialogue: letters, targets and the sheet of designations."""
    invitations.put_weeks_before(step, new.id, invitations.weeks_before(step, old.id))
    invitations.put_table_shape(step, new.id, invitations.table_shape(step, old.id))
    for kind, wordings in invitations.letters(step, old.id).items():
        invitations.put_letter(step, new.id, kind, wordings)
    if wanted.targets:
        for target in targets.of_dialogue(step, old.id):
            if target.dimension is not Dimension.DELEGATION:
                targets.put(step, new.id, target)
    if wanted.follow_ups:
        carry(step, old.id, new.id)
    if wanted.designations:
        sheet = designations.of_dialogue(step, old.id)
        own = [replace(e, id=DesignationId(new_id()), dialogue=new.id) for e in sheet]
        designations.write(step, new.id, own)
