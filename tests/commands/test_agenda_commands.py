from __future__ import annotations

from dataclasses import replace

import pytest

from dialogueprep.commands import agenda as commands
from dialogueprep.commands import notes as note_commands
from dialogueprep.domain.arranging import Spot
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, ItemKind, Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.notes import Attribution, Note, NoteId, NoteKind
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, library, notes, people
from dialogueprep.store.workspace import Store


def titles(store: Store, dialogue: Dialogue, day: int) -> list[str]:
    items = agenda.of_dialogue(store, dialogue.id)
    return [i.titles.best("en") for i in items if i.day == day]


def an_item(dialogue: Dialogue, title: str = "Walk", **changes: object) -> AgendaItem:
    item = AgendaItem(
        id=ItemId(""),
        dialogue=dialogue.id,
        kind=ItemKind.DISCUSSION,
        titles=Texts.of(en=title),
        day=0,
        minutes=45,
    )
    return replace(item, **changes)  # pyright: ignore[reportArgumentType]


def test_a_topic_brings_its_questions_and_the_recommendations_that_fit_the_table(
    store: Store, sample: Dialogue
) -> None:
    offered = [
        t for t in library.topics(store) if t.offered(sample.ceiling, sample.table) and t.questions
    ]
    recommendations = library.recommendations(store)
    topic = next(t for t in offered if any(r.topic == t.id for r in recommendations))
    added = commands.add_topic(store, sample, topic, recommendations, day=1)
    item = agenda.read(store, added)
    assert item.titles == topic.titles
    assert [q.texts for q in item.questions] == list(topic.questions)
    fitting = {r.id for r in recommendations if r.offered(sample.ceiling, sample.table)}
    assert set(item.recommendations) <= fitting


def test_a_topic_above_the_ceiling_is_refused(store: Store, sample: Dialogue) -> None:
    topic = next(t for t in library.topics(store) if (t.sensitivity or 0) > sample.ceiling)
    with pytest.raises(Refused, match="topic-not-offered"):
        commands.add_topic(store, sample, topic, (), day=0)


def test_everybody_attends_a_new_item_of_the_whole_room(store: Store, sample: Dialogue) -> None:
    added = commands.add_item(store, an_item(sample))
    present = people.attendees(store, sample.id)[added]
    assert len(present) == len(people.participations(store, sample.id))


def test_an_item_is_added_before_another(store: Store, sample: Dialogue) -> None:
    before = titles(store, sample, 0)
    second = [i for i in agenda.of_dialogue(store, sample.id) if i.day == 0][1]
    commands.add_item(store, an_item(sample), before=second.id)
    assert titles(store, sample, 0) == [before[0], "Walk", *before[1:]]


def test_an_item_moves_to_another_day_with_its_people_and_back_by_undo(
    store: Store, sample: Dialogue
) -> None:
    days = [titles(store, sample, d) for d in range(sample.days)]
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.kind is ItemKind.DISCUSSION)
    roles = people.attendees(store, sample.id)[item.id]
    other = (item.day + 1) % sample.days
    commands.move(store, item, day=other, before=None)
    assert titles(store, sample, other) == [*days[other], item.titles.best("en")]
    assert people.attendees(store, sample.id)[item.id] == roles
    store.undo()
    assert [titles(store, sample, d) for d in range(sample.days)] == days


@pytest.mark.parametrize("minutes", [0, 4, 721])
def test_an_item_of_impossible_length_is_refused(
    store: Store, sample: Dialogue, minutes: int
) -> None:
    with pytest.raises(Refused, match="item-minutes"):
        commands.add_item(store, an_item(sample, minutes=minutes))


def test_terms_become_stricter_from_here_and_return(store: Store, sample: Dialogue) -> None:
    item = agenda.read(store, commands.add_item(store, an_item(sample)))
    commands.stricter_from_here(store, item, Terms.NO_NOTES)
    now = agenda.read(store, item.id)
    assert (now.terms, now.terms_in_force) == (Terms.RULE, Terms.NO_NOTES)
    commands.back_to_terms(store, now)
    assert agenda.read(store, item.id) == item
    with pytest.raises(Refused, match="terms-not-stricter"):
        commands.stricter_from_here(store, item, Terms.ON_RECORD)


def test_a_copy_comes_after_its_original(store: Store, sample: Dialogue) -> None:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.kind is ItemKind.DISCUSSION)
    commands.duplicate(store, item)
    day = titles(store, sample, item.day)
    at = day.index(item.titles.best("en"))
    assert day[at + 1] == day[at]


def test_a_copy_begins_under_the_terms_of_its_item(store: Store, sample: Dialogue) -> None:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.kind is ItemKind.DISCUSSION)
    commands.stricter_from_here(store, replace(item, keep_order=True), Terms.NO_NOTES)
    copy = agenda.read(store, commands.duplicate(store, agenda.read(store, item.id)))
    assert (copy.terms_in_force, copy.keep_order) == (item.terms, False)


def test_an_item_put_beside_another_is_one_step(store: Store, sample: Dialogue) -> None:
    before = agenda.of_dialogue(store, sample.id)
    one, other = (i for i in before if i.kind is ItemKind.DISCUSSION and i.day == 0)
    commands.place(store, other, Spot(0, beside=one.id))
    lanes = {i.id: i.lane for i in agenda.of_dialogue(store, sample.id)}
    assert (lanes[one.id], lanes[other.id]) == (1, 2)
    store.undo()
    assert agenda.of_dialogue(store, sample.id) == before


def test_a_new_item_is_placed_and_everybody_is_there(store: Store, sample: Dialogue) -> None:
    first = agenda.of_dialogue(store, sample.id)[0]
    added = commands.place(store, an_item(sample), Spot(0, first.id))
    assert titles(store, sample, 0)[0] == "Walk"
    assert len(people.attendees(store, sample.id)[added]) == 25


def test_removing_one_of_two_groups_gives_the_other_the_whole_room(
    store: Store, sample: Dialogue
) -> None:
    groups = [i for i in agenda.of_dialogue(store, sample.id) if i.lane]
    commands.remove(store, [groups[0].id])
    assert agenda.read(store, groups[1].id).lane == 0
    store.undo()
    assert [i for i in agenda.of_dialogue(store, sample.id) if i.lane] == groups


def test_a_waiting_item_takes_a_topic_and_keeps_its_time_and_people(
    store: Store, sample: Dialogue
) -> None:
    waiting = agenda.read(store, commands.place(store, an_item(sample, minutes=80), Spot(0)))
    topic = next(t for t in library.topics(store) if t.offered(sample.ceiling, sample.table))
    commands.fill_with_topic(store, sample, waiting, topic, library.recommendations(store))
    filled = agenda.read(store, waiting.id)
    assert (filled.titles, filled.topic, filled.minutes) == (topic.titles, topic.id, 80)
    assert people.attendees(store, sample.id)[waiting.id]


def test_changes_of_different_kinds_undo_apart(store: Store, sample: Dialogue) -> None:
    item = agenda.of_dialogue(store, sample.id)[0]
    for minutes in (35, 40):
        commands.change_item(store, replace(item, minutes=minutes), "Change length")
    longer = agenda.read(store, item.id)
    commands.change_item(store, replace(longer, titles=Texts.of(en="Welcome")), "Change title")
    store.undo()
    assert agenda.read(store, item.id) == longer
    store.undo()
    assert agenda.read(store, item.id) == item


def test_earlier_notes_keep_their_terms_when_an_item_becomes_stricter(
    store: Store, sample: Dialogue
) -> None:
    item = agenda.read(store, commands.add_item(store, an_item(sample)))
    first = Note(id=NoteId(""), item=item.id, kind=NoteKind.POINT, text="Ports first.")
    before = note_commands.take(store, sample, first)
    commands.stricter_from_here(store, item, Terms.NO_QUOTATION)
    after = note_commands.take(store, sample, first)
    with pytest.raises(Refused, match="terms-allow-no-delegation"):
        attributed = replace(first, attribution=Attribution(delegation="JP"))
        note_commands.take(store, sample, attributed)
    taken = {n.id: n.terms for n in notes.of_item(store, item.id)}
    assert taken == {before: Terms.RULE, after: Terms.NO_QUOTATION}
    commands.stricter_from_here(store, agenda.read(store, item.id), Terms.NO_NOTES)
    for write in (note_commands.keep_draft, lambda s, n: note_commands.take(s, sample, n)):
        with pytest.raises(Refused, match="item-has-no-notes"):
            write(store, first)
