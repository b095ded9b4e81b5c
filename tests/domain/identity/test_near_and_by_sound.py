"""Slips of the key, and names from elsewhere in katakana and Hangul."""

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.identity.named.near import nearly
from dialogueprep.domain.people import Name, NameOrder, Participation, Person
from dialogueprep.exchange.lexicon_reader import read_lexicon

PEOPLE = (
    Name(family="Carrowmore", given="Felicity", order=NameOrder.GIVEN_FIRST),
    Name(family="Bernasconi", given="Giada", order=NameOrder.GIVEN_FIRST),
    Name(family="Wongsaroj", given="Thanakrit", order=NameOrder.GIVEN_FIRST),
    Name(family="Shen", given="Ruolan", native="沈若澜"),
    Name(family="Tak", given="Ye-ryul", native="탁예률"),
)


@pytest.fixture(scope="module")
def roster():
    people = tuple(
        Participation(id=str(n), person=Person(id=str(n), name=name), delegation="")
        for n, name in enumerate(PEOPLE, 1)
    )
    return Roster(participations=people, lexicon=read_lexicon())


SOUNDS = [
    ("フェリシティ・キャロウモアは慎重だった。", "1"),
    ("キャロウモア氏は慎重だった。", "1"),
    ("ジャーダ・ベルナスコーニ教授が尋ねた。", "2"),
    ("펠리시티 캐로모어 교수는 물었다.", "1"),
    ("베르나스코니 박사의 제안", "2"),
    ("타나끄릿 웡사롯 씨가 물었다.", "3"),
]


@pytest.mark.parametrize(("text", "who"), SOUNDS)
def test_a_name_from_elsewhere_is_found_as_it_sounds(roster, text, who):
    assert ("block", (who,)) in [(e.level.value, e.people) for e in examine_text(text, roster)]


NEAR = [
    ("Carowmore asked.", "1"),
    ("Bernasconni asked.", "2"),
    ("沈若蓝要求数据。", "4"),
    ("탁예율 박사는 물었다.", "5"),
]


@pytest.mark.parametrize(("text", "who"), NEAR)
def test_what_is_nearly_a_name_warns(roster, text, who):
    assert who in [p for e in examine_text(text, roster) for p in e.people]


@pytest.mark.parametrize(
    "text",
    [
        "サンフランシスコ・ベイの港",
        "カロリー教授法",
        "Barcelona asked.",
        "沈船在港口",
        "탁자 위의 물",
    ],
)
def test_other_words_are_no_names(roster, text):
    assert examine_text(text, roster) == ()


def test_a_clipped_name_before_another_is_somebody_else(roster):
    assert [e.level.value for e in examine_text("Admiral Carrow asked.", roster)] == ["block"]
    voyage = "Admiral Carrow Hale's voyages were recalled."
    assert [e for e in examine_text(voyage, roster) if e.level.value == "block"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Bernasconi, the captain of the ferry, objected.",
        "Bernasconi, an expert as well, objected.",
        "The figures Bernasconi sent by Friday were doubted.",
        "Bernasconi estimates were too low.",
        "Bernasconi rose again to ask.",
        "The crews from Bernasconi were angry.",
    ],
)
def test_who_has_a_rare_name_is_no_thing_by_what_follows(roster, text):
    assert ("block", ("2",)) in [(e.level.value, e.people) for e in examine_text(text, roster)]


def test_short_words_and_other_beginnings_are_never_near():
    assert not nearly("mori", "moro")
    assert not nearly("takanashi", "wakanashi")
    assert nearly("takanashi", "takanshi")
