from __future__ import annotations

from dataclasses import replace

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import suggesting as commands
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.store import agenda, library
from dialogueprep.store.workspace import Store


def test_a_suggestion_is_put_on_the_agenda_with_questions_in_one_step(
    store: Store, sample: Dialogue
) -> None:
    before = agenda.of_dialogue(store, sample.id)
    found = commands.suggest(store, sample, 225)
    assert found.choices
    present = {i.topic for i in before}
    assert not present & {c.topic for c in found.choices}
    placed = commands.put_on_agenda(store, sample, found.choices)
    topics = {t.id: t for t in library.topics(store)}
    for choice, id_ in zip(found.choices, placed, strict=True):
        item = agenda.read(store, id_)
        assert (item.topic, item.minutes) == (choice.topic, choice.minutes)
        assert tuple(q.texts for q in item.questions) == topics[choice.topic].questions
    store.undo()
    assert agenda.of_dialogue(store, sample.id) == before


def test_items_that_wait_for_a_topic_are_filled_first(store: Store, sample: Dialogue) -> None:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.topic and i.day == 0)
    waiting = replace(item, topic=None, questions=(), recommendations=())
    agenda_commands.change_item(store, waiting)
    found = commands.suggest(store, sample, item.minutes + 60)
    placed = commands.put_on_agenda(store, sample, found.choices[:1])
    assert placed == (item.id,)
    filled = agenda.read(store, item.id)
    assert (filled.topic, filled.minutes) == (found.choices[0].topic, item.minutes)


def test_a_choice_is_replaced_by_an_alternative(store: Store, sample: Dialogue) -> None:
    found = commands.suggest(store, sample, 150)
    first = found.choices[0]
    other = commands.replace_choice(store, sample, 150, found, first.topic, first.alternatives[0])
    assert other.choices[0].topic == first.alternatives[0]
