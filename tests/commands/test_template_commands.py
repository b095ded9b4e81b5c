from __future__ import annotations

from dataclasses import replace

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import templates as commands
from dialogueprep.domain.dialogue import DayHours, Dialogue, Phase, Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.templates import Kept
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.template_reader import read_templates
from dialogueprep.store import agenda, agenda_templates, dialogues
from dialogueprep.store.workspace import Store

NAME = Texts.of(en="Our usual round", ja="いつもの会合")


def test_an_agenda_becomes_a_template_without_topics_or_people(
    store: Store, sample: Dialogue
) -> None:
    commands.save(store, sample.id, NAME, Kept())
    (kept,) = agenda_templates.every(store)
    items = [i for i in agenda.of_dialogue(store, sample.id) if not i.aside]
    assert kept.titles == NAME
    assert [(i.kind, i.minutes, i.day, i.lane, i.terms) for i in kept.items] == [
        (i.kind, i.minutes, i.day, i.lane, i.terms) for i in items
    ]
    with_topic = [k for k, i in zip(kept.items, items, strict=True) if i.topic]
    assert with_topic
    assert all(k.titles.get("en") in ("Discussion", "Breakout") for k in with_topic)
    assert not any(k.questions for k in kept.items)
    store.undo()
    assert agenda_templates.every(store) == ()


def test_titles_and_questions_are_kept_on_wish_and_terms_left_out(
    store: Store, sample: Dialogue
) -> None:
    commands.save(store, sample.id, NAME, Kept(topics=True, questions=True, terms=False))
    (kept,) = agenda_templates.every(store)
    items = [i for i in agenda.of_dialogue(store, sample.id) if not i.aside]
    assert [k.titles.best("ko") for k in kept.items] == [i.titles.best("ko") for i in items]
    assert any(k.questions for k in kept.items)
    assert {k.terms for k in kept.items} == {Terms.RULE}


def test_a_template_is_renamed_and_removed_each_in_one_step(store: Store, sample: Dialogue) -> None:
    commands.save(store, sample.id, NAME, Kept())
    (kept,) = agenda_templates.every(store)
    commands.rename(store, kept, Texts.of(en="Another"))
    assert agenda_templates.every(store)[0].titles == Texts.of(en="Another")
    commands.remove(store, kept.id)
    assert agenda_templates.every(store) == ()
    store.undo()
    store.undo()
    assert agenda_templates.every(store) == (kept,)


def test_a_template_needs_a_name_of_its_own_and_items(store: Store, sample: Dialogue) -> None:
    with pytest.raises(Refused, match="template-needs-name"):
        commands.save(store, sample.id, Texts(), Kept())
    commands.save(store, sample.id, NAME, Kept())
    with pytest.raises(Refused, match="template-name-taken"):
        commands.save(store, sample.id, Texts.of(en="our usual ROUND"), Kept())
    empty = dialogue_commands.plan(store, replace(sample, series=None))
    with pytest.raises(Refused, match="template-without-items"):
        commands.save(store, empty, Texts.of(en="Empty"), Kept())


def test_a_template_fills_an_empty_agenda_with_its_hours(store: Store, sample: Dialogue) -> None:
    empty = dialogue_commands.plan(store, replace(sample, days=1, hours=()))
    template = read_templates()[1]
    assert commands.use(store, empty, template) == 0
    whole, items = dialogues.read(store, empty), agenda.of_dialogue(store, empty)
    assert (whole.days, len(items)) == (2, len(template.items))
    assert whole.hours_of(0) == DayHours(0, 810, None)
    assert whole.hours_of(1) == DayHours(1, 540, 1050)
    assert [len(i.questions) for i in items if i.questions] == [2]


def test_a_template_is_added_after_the_days_that_have_something(
    store: Store, sample: Dialogue
) -> None:
    before = agenda.of_dialogue(store, sample.id)
    last = max(i.day for i in before if not i.aside)
    first = commands.use(store, sample.id, read_templates()[0])
    after = agenda.of_dialogue(store, sample.id)
    assert first == last + 1
    assert [i for i in after if i.id in {b.id for b in before}] == list(before)
    assert dialogues.read(store, sample.id).days == max(sample.days, first + 1)
    assert dialogues.read(store, sample.id).hours_of(first).starts == 570
    store.undo()
    assert agenda.of_dialogue(store, sample.id) == before
    assert dialogues.read(store, sample.id) == sample


def test_a_closed_dialogue_takes_no_template(store: Store, sample: Dialogue) -> None:
    dialogue_commands.move_to(store, sample, Phase.CLOSED)
    with pytest.raises(Refused, match="dialogue-closed"):
        commands.use(store, sample.id, read_templates()[0])


def test_a_template_may_keep_lengths_as_held(store: Store, sample: Dialogue) -> None:
    assert not commands.has_been_held(store, sample.id)
    there = agenda.of_dialogue(store, sample.id)
    first, second = there[0], replace(there[1], stretch=150)
    agenda_commands.change_items(
        store, [replace(first, actual_minutes=42), replace(second, actual_minutes=150)], "Held"
    )
    assert commands.has_been_held(store, sample.id)
    commands.save(store, sample.id, NAME, Kept(as_held=True))
    (kept,) = agenda_templates.every(store)
    assert [i.minutes for i in kept.items[:2]] == [45, 100]
    assert kept.items[2].minutes == there[2].minutes
