"""Sentences about people and orders say only what is true of the data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_material import DIALOGUE, MATERIAL, PEOPLE, with_people
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.briefs.blocks import HostBlock, Product, plain
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.briefs.name_order import order_sentence, ordered
from dialogueprep.domain.briefs.orders import delegation_order, host_order, order_of
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import (
    capacity,
    headcount,
    mix,
    participants,
    places_of,
    unlisted_sentence,
)
from dialogueprep.domain.briefs.sentences import session_count, version
from dialogueprep.domain.dialogue import Ordered
from dialogueprep.domain.people import BroadSector, Capacity, Name, Sector, Standing
from dialogueprep.domain.texts import LANGUAGES, Texts

EN = Pen("en")


def sectors(*counts: tuple[Sector, int]):
    """Return the material with so many participants of each sector, all from one delegation."""
    people = []
    for sector, count in counts:
        for n in range(count):
            one = replace(PEOPLE[0], sector=sector)
            people.append(replace(one, id=f"{sector}-{n}"))
    return with_people(people)


def delegations(*codes: str):
    by_code = {d.code: d for d in DIALOGUE.delegations}
    chosen = tuple(by_code[code] for code in codes)
    return replace(MATERIAL, dialogue=replace(DIALOGUE, delegations=chosen))


def test_a_category_under_k_is_merged_into_a_larger_one():
    few = sectors((Sector.ACADEMIA, 8), (Sector.DIPLOMACY, 4), (Sector.MEDIA, 1))
    assert plain(headcount(few, EN)) == (
        "13 participants from China: researchers, and officials and practitioners"
    )


def test_two_small_categories_are_merged_with_one_another():
    few = sectors((Sector.ACADEMIA, 8), (Sector.DIPLOMACY, 2), (Sector.MEDIA, 1))
    assert mix(few) == (
        frozenset({BroadSector.EXPERT}),
        frozenset({BroadSector.OFFICIAL, BroadSector.NON_OFFICIAL}),
    )


def test_a_mix_that_cannot_be_told_safely_is_left_out():
    lone = sectors((Sector.ACADEMIA, 2), (Sector.DIPLOMACY, 2), (Sector.MEDIA, 1))
    unknown = with_people([*PEOPLE, replace(PEOPLE[0], id="x", sector=None)])
    assert plain(headcount(lone, EN)) == "5 participants from China"
    assert mix(unknown) == ()


def test_who_was_confirmed_and_did_not_come_is_not_counted():
    came = [replace(p, standing=Standing.ATTENDED) for p in PEOPLE[:6]]
    assert len(participants(with_people([*came, *PEOPLE[6:]]))) == 6


def test_fewer_than_k_are_not_counted_at_all():
    assert headcount(with_people(PEOPLE[:2]), EN) == ()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(list(Sector)), max_size=14), st.integers(2, 5))
def test_every_named_category_has_at_least_k_and_all_together_everybody(chosen, k):
    people = [replace(PEOPLE[0], id=str(n), sector=s) for n, s in enumerate(chosen)]
    material = replace(with_people(people), dialogue=replace(DIALOGUE, k=k))
    groups = mix(material)
    sizes = [sum(p.sector.broad in group for p in people) for group in groups]
    assert all(size >= k for size in sizes)
    assert not groups or sum(sizes) == len(participants(material))


def test_a_small_delegation_hides_among_others():
    alone = with_people([*PEOPLE[:6], PEOPLE[6]])
    assert plain(places_of(alone, EN)) == "Japan and elsewhere"
    assert plain(places_of(with_people(PEOPLE[:4]), EN)) == ""


def test_observers_are_neither_counted_nor_mentioned_under_k():
    observer = replace(PEOPLE[8], capacity=Capacity.OBSERVER)
    assert plain(headcount(with_people([*PEOPLE[:6], observer]), EN)).startswith(
        "6 participants from China and Japan"
    )


def test_capacity_is_said_only_as_far_as_the_data_say_so():
    said = {
        held: plain(capacity(_one_in(held), EN, held=True))
        for held in (Capacity.PERSONAL, Capacity.OBSERVER, Capacity.INSTITUTION, Capacity.STAFF)
    }
    assert said[Capacity.PERSONAL] == "Participants took part in a personal capacity."
    assert said[Capacity.STAFF] == said[Capacity.PERSONAL]
    assert "other than observers" in said[Capacity.OBSERVER]
    assert "except where an institution" in said[Capacity.INSTITUTION]


def _one_in(held: Capacity):
    return with_people([*PEOPLE[:-1], replace(PEOPLE[-1], capacity=held)])


def test_nobody_in_a_personal_capacity_means_no_such_sentence():
    institutions = with_people(replace(p, capacity=Capacity.INSTITUTION) for p in PEOPLE)
    for language in LANGUAGES:
        assert capacity(institutions, Pen(language), held=True) == ()


def test_the_note_on_an_order_is_true_of_the_order():
    beginning = "Delegations in English alphabetical order, beginning with the Republic of Korea."
    assert plain(delegation_order(delegations("CN", "JP", "KR"), EN)) == (
        "Delegations in English alphabetical order."
    )
    assert plain(delegation_order(delegations("KR", "CN", "JP"), EN)) == beginning
    assert plain(delegation_order(delegations("KR", "JP", "CN"), EN)) == (
        "Delegations in the order chosen by the hosts."
    )


@pytest.mark.parametrize(
    ("language", "codes", "sentence"),
    [
        ("en", "JP CN KR", "Japan first, then the delegations in English alphabetical order."),
        ("zh", "KR JP CN", "in the alphabetical order of this language"),
        ("ja", "KR CN JP", "in the alphabetical order of this language"),
        ("ko", "JP CN KR", "in the alphabetical order of this language"),
        ("zh", "CN JP KR", "in English alphabetical order"),
    ],
)
def test_a_language_knows_its_own_alphabet(language, codes, sentence, monkeypatch):
    monkeypatch.setattr("dialogueprep.words.of", lambda _language: lambda message: message)
    assert sentence in plain(delegation_order(delegations(*codes.split()), Pen(language)))


def test_documents_name_hosts_and_delegations_in_the_order_of_their_language():
    own = DIALOGUE.with_order(Ordered.DELEGATIONS, "ko", ("KR", "CN"))
    assert [d.code for d in own.delegations_in("ko")][:2] == ["KR", "CN"]
    assert own.delegations_in("ja") == DIALOGUE.delegations
    assert own.with_order(Ordered.DELEGATIONS, "ko", ()) == DIALOGUE
    hosts = DIALOGUE.with_order(Ordered.HOSTS, "ja", (DIALOGUE.hosts[-1].id,))
    material = replace(MATERIAL, dialogue=hosts)
    block = compose(Product.PROGRAMME, material, "ja").blocks[0]
    assert isinstance(block, HostBlock)
    assert plain(block.hosts[0][0]) == DIALOGUE.hosts[-1].names.best("ja")


def test_hosts_in_another_order_are_not_called_alphabetical():
    dialogue = replace(DIALOGUE, hosts=DIALOGUE.hosts[::-1])
    assert plain(host_order(MATERIAL, EN)) == "Hosts in English alphabetical order."
    reversed_ = plain(host_order(replace(MATERIAL, dialogue=dialogue), EN))
    assert reversed_ == "Hosts in the order that they chose."


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["Ash", "Birch", "Cedar", "Elm", "Fir"]), unique=True, min_size=2))
def test_an_order_called_alphabetical_or_rotated_is_one(names):
    order = order_of([Texts.of(en=name) for name in names])
    start = names.index(min(names))
    turned = names[start:] + names[:start]
    rotated = turned == sorted(names) and len(names) > 2
    led = names[1:] == sorted(names[1:]) and len(names) > 2
    assert (order == "alphabetical") == (names == sorted(names))
    assert (order == "rotated") == (rotated and names != sorted(names))
    assert (order == "led") == (led and not rotated and names != sorted(names))


def test_sessions_are_counted_with_parallel_groups_as_one():
    assert plain(session_count(MATERIAL, EN)) == (
        "Three sessions in two days, one of them in parallel groups"
    )
    assert (
        plain(session_count(MATERIAL, Pen("ja"))) == "2日間で3セッション（うち1つは並行する分科会）"
    )


@pytest.mark.parametrize("count", [0, 1, 2])
def test_who_asked_not_to_be_listed_is_no_number_under_k(count):
    assert unlisted_sentence(count, 3, EN) == ()
    assert plain(unlisted_sentence(3, 3, EN)) == "Three further persons asked not to be listed."


def test_japanese_names_stand_by_reading_and_others_after_them():
    people = [p for p in PEOPLE if p.delegation != "KR"]
    assert [p.id for p in ordered(people, "ja")][:3] == ["ochi", "goto", "hida"]
    assert "かな表記のない者" in plain(order_sentence(people, Pen("ja")))
    assert "かな表記のない者" not in plain(order_sentence(people[3:], Pen("ja")))


def test_chinese_names_stand_by_pinyin_as_the_user_spelt_them():
    shan = replace(PEOPLE[0].person, name=Name(family="Shan", given="An", native="单安"))
    people = [*PEOPLE[:3], replace(PEOPLE[0], id="shan", person=shan)]
    assert [p.id for p in ordered(people, "zh")] == ["bi", "ren", "shan", "xue"]
    assert plain(order_sentence(people, Pen("zh"))) == "各组内按姓名的汉语拼音顺序排列。"


def test_korean_names_stand_in_korean_order():
    assert [p.id for p in ordered(PEOPLE[6:], "ko")] == ["maeng", "bok", "tak"]
    assert [p.id for p in ordered(PEOPLE[6:], "en")] == ["bok", "maeng", "tak"]


def test_a_version_says_what_it_replaces():
    stamp = MATERIAL.version
    assert stamp is not None
    assert plain(version(stamp, EN)) == "Draft 2 of 20 November 2026, replaces draft 1"
    final = Version(3, stamp.on, replaces=2, draft=False)
    assert plain(version(final, EN)) == "Version 3 of 20 November 2026, replaces version 2"
    assert version(None, EN) == ()
