"""Joining people loses nothing; telling them apart is remembered; lists are ordered by choice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import directory as commands
from dialogueprep.commands import people as people_commands
from dialogueprep.commands.directory import NameList
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.name_sorting import ListOrder, Sorting
from dialogueprep.domain.people import (
    Affiliation,
    FormState,
    Name,
    NameForm,
    Participation,
    ParticipationId,
    Person,
    PersonId,
)
from dialogueprep.domain.person_merging import merged_person
from dialogueprep.domain.texts import Texts
from dialogueprep.store import directory, people
from dialogueprep.store.workspace import Store


def somebody(store: Store, family: str = "Kim", given: str = "Minsu", **facts) -> Person:
    """Add somebody to the directory and return the entry."""
    blank = Person(id=PersonId(""), name=Name(family=family, given=given, native="김민수"))
    made = people_commands.add_person(store, replace(blank, **facts))
    return next(p for p in people.persons(store) if p.id == made)


def part(person: Person, **facts) -> Participation:
    it = Participation(id=ParticipationId(""), person=person, delegation="KR")
    return replace(it, **facts)


def everything(store: Store, dialogue: Dialogue):
    return (
        people.persons(store), people.parts(store), people.attendances(store, dialogue.id),
        directory.not_the_same(store),
    )  # fmt: skip


def test_a_merge_keeps_both_spellings_and_contacts_and_one_undo_takes_it_back(
    store: Store, sample: Dialogue
) -> None:
    one = somebody(store, "Kim", "Minsu", email="minsu@one.example")
    two = somebody(
        store, "Gim", "Min-soo", email="minsoo@two.example", phone="+82 2 123 4567",
        forms=(NameForm("M. S. Kim", FormState.ADDED),), remarks="Likes tea",
    )  # fmt: skip
    people_commands.add_participant(store, sample.id, part(two))
    before = everything(store, sample)
    kept = commands.merge_people(store, one, two)
    (left,) = [p for p in people.persons(store) if p.name.native == "김민수"]
    assert left.id == kept == one.id
    forms = {f.form for f in left.forms if f.state is FormState.ADDED}
    assert {"Gim Min-soo", "M. S. Kim", "minsoo@two.example"} <= forms
    assert (left.email, left.phone) == ("minsu@one.example", "+82 2 123 4567")
    assert "Likes tea" in left.remarks and "minsoo@two.example" in left.remarks
    assert [p.delegation for _, p in people.parts(store)[kept]] == ["KR"]
    store.undo()
    assert everything(store, sample) == before


def test_two_parts_in_one_dialogue_become_one_with_the_presence_of_both(
    store: Store, sample: Dialogue
) -> None:
    first, second = people.participations(store, sample.id)[:2]
    held = {
        a.item: a.roles
        for a in people.attendances(store, sample.id)
        if a.participation in (first.id, second.id)
    }
    before = everything(store, sample)
    commands.merge_people(store, first.person, second.person)
    now = [a for a in people.attendances(store, sample.id) if a.participation == first.id]
    assert {a.item for a in now} == set(held)
    assert all(held[a.item] <= a.roles for a in now)
    assert second.id not in {p.id for p in people.participations(store, sample.id)}
    store.undo()
    assert everything(store, sample) == before


def test_who_stands_in_a_closed_dialogue_keeps_the_place_there(
    store: Store, sample: Dialogue
) -> None:
    there = people.participations(store, sample.id)[0]
    newcomer = somebody(store, there.person.name.family, "Other")
    dialogue_commands.change(store, replace(sample, phase=Phase.CLOSED))
    kept = commands.merge_people(store, newcomer, there.person)
    assert kept == there.person.id
    assert people.parts(store)[kept][0][1].id == there.id
    left = next(p for p in people.persons(store) if p.id == kept)
    assert left.name.given == "Other"
    others = people.participations(store, sample.id)[1].person
    with pytest.raises(Refused, match="people-both-in-closed-dialogues"):
        commands.merge_people(store, left, others)


def test_not_the_same_is_remembered_follows_a_merge_and_can_be_taken_back(store: Store) -> None:
    one, two, three = (somebody(store, family) for family in ("Kim", "Gim", "Ghim"))
    commands.not_the_same(store, one.id, two.id)
    assert directory.not_the_same(store) == {frozenset((one.id, two.id))}
    commands.merge_people(store, three, two)
    assert directory.not_the_same(store) == {frozenset((one.id, three.id))}
    commands.undecided(store, three.id, one.id)
    assert directory.not_the_same(store) == frozenset()


def test_institutions_in_each_language_are_kept_and_undone(store: Store, sample: Dialogue) -> None:
    there = people.participations(store, sample.id)[0]
    names = Texts.of(ko="물결연구원", ja="波研究所")
    place = replace(there.affiliation, names=names, positions=Texts.of(zh="研究员"))
    people_commands.change_participant(
        store, sample.id, replace(there, affiliation=place, photo=True)
    )
    now = people.participations(store, sample.id)[0]
    assert (now.affiliation, now.photo) == (place, True)
    assert people.parts(store)[there.person.id][0][1].affiliation == place
    store.undo()
    assert people.participations(store, sample.id)[0] == there


def test_an_institution_is_named_in_the_language_else_in_its_own_else_as_first_written() -> None:
    place = Affiliation(name="Wave Institute", native="波研究所", names=Texts.of(ko="물결연구원"))
    assert [place.name_in(x) for x in ("en", "zh", "ja", "ko")] == [
        "Wave Institute", "波研究所", "波研究所", "물결연구원",
    ]  # fmt: skip
    assert Affiliation(native="波研究所").name_in("en") == "波研究所"
    assert Affiliation(name="Bay", position="Dean").position_in("ko") == "Dean"


def test_an_order_of_names_is_chosen_for_a_product_and_a_language(
    store: Store, sample: Dialogue
) -> None:
    chosen = {"zh": ListOrder(Sorting.STROKES, grouped=False)}
    commands.order_names(store, sample.id, [NameList.SIGN_IN], chosen, capitals=False)
    naming = commands.naming_of(store, sample.id, NameList.SIGN_IN)
    assert (naming.order("zh"), naming.capitals) == (chosen["zh"], False)
    assert naming.order("ko").sorting is Sorting.HANGUL
    assert commands.naming_of(store, sample.id, NameList.PARTICIPANTS).capitals
    store.undo()
    assert commands.naming_of(store, sample.id, NameList.SIGN_IN).capitals


WORDS = st.sampled_from(["", "Kim", "Gim", "김민수", "金敏洙", "Min", "a@b.example", "+82 123"])
FORMS = st.lists(st.builds(NameForm, WORDS.filter(bool), st.sampled_from(FormState)), max_size=3)
PEOPLE = st.builds(
    lambda family, given, native, forms, email, phone, remarks: Person(
        id=PersonId(family), name=Name(family=family or "X", given=given, native=native),
        forms=tuple({f.form: f for f in forms}.values()), email=email, phone=phone,
        remarks=remarks,
    ),
    WORDS, WORDS, WORDS, FORMS, WORDS, WORDS, WORDS,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(PEOPLE, PEOPLE)
def test_no_form_and_no_contact_is_lost(kept, gone):
    became = merged_person(kept, gone)
    searched = {f.form for f in became.forms if f.state is FormState.ADDED}
    searched |= {became.name.latin, became.name.native, became.email}
    for person in (kept, gone):
        added = {f.form for f in person.forms if f.state is FormState.ADDED}
        assert added <= searched
        names = {person.name.latin, person.name.native, person.email} - {""}
        assert names <= searched
        for contact in (person.email, person.phone, person.remarks):
            assert contact in f"{became.email} {became.phone} {became.remarks}"
