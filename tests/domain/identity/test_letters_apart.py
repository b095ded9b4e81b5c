"""Names whose letters stand apart, or have signs between or behind them that are not seen."""

from __future__ import annotations

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId

PEOPLE = (
    ("KR", Name(family="Min", given="Ji-hwan", native="민 지 환")),
    ("KR", Name(family="Lee", given="Han-su", native="이한수")),
    ("CN", Name(family="Wang", given="Ming", native="王\u3000明")),
    ("JP", Name(family="Katsuragi", given="Aiko", native="葛\U000e0100 城 愛 子")),
    ("JP", Name(family="Tsuji", given="Taro", native="辻\U000e0101太郎")),
)


@pytest.fixture(scope="module")
def people(lexicon) -> Roster:
    who = tuple(
        Participation(
            id=ParticipationId(name.native),
            person=Person(id=PersonId(name.native), name=name),
            delegation=territory,
            territory=territory,
        )
        for territory, name in PEOPLE
    )
    return Roster(participations=who, lexicon=lexicon, attendance={})


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("민지환", " 위원은 반대했다"),
        ("민 지 환", "은 반대했다"),
        ("민\u3000지\u3000환", " 님"),
        ("민\u3164지\u3164환", " 님"),
        ("민\u200d지\u2069환", " 위원"),
        ("王\u3000明", "认为"),
        ("葛\U000e0100 城\U000e0101愛子", "は述べた"),
        ("葛城愛子", "は述べた"),
        ("辻太郎", "は述べた"),
        ("Wa\u034fng Mi\u2060ng", " said"),
    ],
)
def test_a_name_is_found_with_its_gaps_and_signs(people: Roster, name: str, behind: str) -> None:
    text = f"Note: {name}{behind}."
    assert [text[e.start : e.end] for e in examine_text(text, people)] == [name]


@pytest.mark.parametrize(
    "text", ["바둑에서 이 한 수 때문에 졌다.", "지 환 민 경 우", "민 지 를 환"]
)
def test_syllables_that_are_words_or_parts_of_a_name_are_left(people: Roster, text: str) -> None:
    assert examine_text(text, people) == ()
