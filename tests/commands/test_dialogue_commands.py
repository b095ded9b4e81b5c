from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep import paths
from dialogueprep.commands import dialogues as commands
from dialogueprep.domain.dialogue import (
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    Ordered,
    Phase,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.sample_reader import read_sample
from dialogueprep.store import agenda, dialogues, findings, notes, people, statements
from dialogueprep.store.workspace import Store


def a_dialogue(**changes: object) -> Dialogue:
    dialogue = Dialogue(
        id=DialogueId(""),
        names=Texts.of(en="Round 1, Matsumae"),
        titles=Texts.of(en="Small steps", ja="小さな一歩"),
        place=Texts.of(en="Matsumae"),
        first_day=date(2027, 3, 2),
        days=2,
        time_zone="Asia/Tokyo",
        delegations=(
            Delegation(id=DelegationId(""), code="JP", labels=Texts.of(en="Japan"), target=5),
            Delegation(id=DelegationId(""), code="CN", labels=Texts.of(en="China")),
        ),
    )
    return replace(dialogue, **changes)  # pyright: ignore[reportArgumentType]


def test_a_planned_dialogue_is_read_back_as_it_was_planned(store: Store) -> None:
    planned = commands.plan(store, a_dialogue())
    read = dialogues.read(store, planned)
    without_ids = [replace(d, id=DelegationId("")) for d in read.delegations]
    assert replace(read, id=DialogueId(""), delegations=tuple(without_ids)) == a_dialogue()


def test_an_order_of_a_language_is_kept_and_taken_back(store: Store) -> None:
    planned = commands.plan(store, a_dialogue())
    before = dialogues.read(store, planned)
    ordered = before.with_order(Ordered.DELEGATIONS, "ja", ("CN", "JP"))
    commands.change(store, ordered)
    read = dialogues.read(store, planned)
    assert [d.code for d in read.delegations_in("ja")] == ["CN", "JP"]
    assert [d.code for d in read.delegations_in("en")] == ["JP", "CN"]
    again = commands.plan(store, replace(read, names=Texts.of(en="Round 2")))
    assert [d.code for d in dialogues.read(store, again).delegations_in("ja")] == ["CN", "JP"]
    store.undo()
    store.undo()
    assert dialogues.read(store, planned) == before


def test_a_dialogue_without_a_name_is_refused_and_nothing_is_written(store: Store) -> None:
    with pytest.raises(Refused, match="dialogue-needs-name"):
        commands.plan(store, a_dialogue(names=Texts()))
    assert dialogues.every(store) == ()


def test_the_sample_is_read_back_with_all_that_is_in_it(store: Store, sample: Dialogue) -> None:
    shipped = read_sample(paths.data() / "sample")
    assert sample.titles == shipped.dialogue.titles
    assert sample.contexts == shipped.dialogue.contexts
    assert [h.names for h in sample.hosts] == [h.names for h in shipped.dialogue.hosts]
    items = agenda.of_dialogue(store, sample.id)
    assert [i.titles for i in items] == [i.titles for i in shipped.items]
    assert sum(len(i.questions) for i in items) == sum(len(i.questions) for i in shipped.items)
    names = {p.person.name for p in people.participations(store, sample.id)}
    assert names == {p.person.name for p in shipped.participations}
    assert len(people.attendances(store, sample.id)) == len(shipped.attendances)
    texts = {n.text for n in notes.of_dialogue(store, sample.id)}
    assert texts == {n.text for n in shipped.notes}
    claims = [f.texts for f in findings.of_dialogue(store, sample.id)]
    assert claims == [f.texts for f in shipped.findings]
    proposals = [p.texts for p in findings.proposals(store, sample.id)]
    assert proposals == [p.texts for p in shipped.proposals]
    said = [s.texts for s in statements.of_dialogue(store, sample.id)]
    assert said == [s.texts for s in shipped.statements]


def test_removing_a_dialogue_takes_everything_in_it_and_undo_brings_it_back(
    store: Store, sample: Dialogue
) -> None:
    before = notes.of_dialogue(store, sample.id)
    commands.remove(store, sample.id)
    assert dialogues.every(store) == ()
    assert store.db.execute("SELECT count(*) FROM notes").fetchone()[0] == 0
    assert people.persons(store)
    store.undo()
    assert dialogues.read(store, sample.id) == sample
    assert notes.of_dialogue(store, sample.id) == before


def test_a_closed_dialogue_is_frozen(store: Store, sample: Dialogue) -> None:
    from dialogueprep.commands import agenda as agenda_commands
    from dialogueprep.domain.errors import Explained

    commands.move_to(store, sample, Phase.CLOSED)
    item = agenda.of_dialogue(store, sample.id)[0]
    with pytest.raises(Explained):
        agenda_commands.change_item(store, replace(item, minutes=item.minutes + 5))
    assert agenda.read(store, item.id) == item


def test_nothing_in_a_closed_dialogue_can_be_removed_or_reworded(
    store: Store, sample: Dialogue
) -> None:
    from dialogueprep.commands import agenda as agenda_commands
    from dialogueprep.commands import findings as finding_commands
    from dialogueprep.commands import people as people_commands
    from dialogueprep.domain.errors import Explained

    finding = findings.of_dialogue(store, sample.id)[0]
    item = agenda.of_dialogue(store, sample.id)[1]
    there = people.participations(store, sample.id)[0]
    reworded = replace(finding, texts=finding.texts.with_wording("en", "Other words."))
    commands.move_to(store, sample, Phase.CLOSED)
    for attempt in (
        lambda: finding_commands.change(store, reworded),
        lambda: finding_commands.remove(store, [finding.id]),
        lambda: agenda_commands.remove(store, [item.id]),
        lambda: people_commands.remove_participants(store, [there.id]),
        lambda: people_commands.set_present(store, there.id, item.id, False),
    ):
        with pytest.raises(Explained):
            attempt()
    assert findings.of_dialogue(store, sample.id)[0] == finding
    assert agenda.of_dialogue(store, sample.id)[1] == item


def test_a_closed_dialogue_is_not_removed_but_purged(store: Store, sample: Dialogue) -> None:
    commands.move_to(store, sample, Phase.CLOSED)
    with pytest.raises(Refused) as refused:
        commands.remove(store, sample.id)
    assert refused.value.code == "closed-dialogue-stays"
    assert len(findings.of_dialogue(store, sample.id)) > 0
