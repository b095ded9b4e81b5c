"""A name may tell of an office and of the body that it belongs to: either identifies."""

import pytest

from dialogueprep.domain.gate import ALL_PRESENT, Roster, examine_text
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.institutions.compound import bodies_within
from dialogueprep.domain.people import Affiliation, Attendee, Name, Participation, Person
from dialogueprep.exchange.lexicon_reader import read_lexicon

_BODIES = {
    "union": ("Stockholm Chapter of the Baltic Dialogue Union", "", "SE"),
    "school": ("School of Marine Policy, Hamanasu University", "浜茄子大学海洋政策学部", "JP"),
    "team": ("Ministry of Ocean Trade, Polar Team", "해양무역부 극지팀", "KR"),
    "embassy": ("Embassy of Ukraine in Tokyo", "", "UA"),
    "freight": ("Okavango Freight (Pty) Ltd", "", "ZA"),
    "desk": ("Latin Desk at the Cordillera Review", "", "PE"),
    "sons": ("Merlion & Sons Ltd", "", "SG"),
    "peace": ("Hangang University Peace Institute", "한강대학교 평화연구소", "KR"),
    "islands": ("Centre for Island Studies, Donghu University", "东湖大学岛屿研究中心", "CN"),
    "growers": ("Rice Growers' Federation", "", "JP"),
    "shipping": ("Arctic Shipping Desk, Nordkap & Co", "", "NO"),
}


def _at_the_table(key):
    name, native, territory = _BODIES[key]
    return Participation(
        id=key,
        person=Person(id=key, name=Name(family=f"Zq{key}")),
        delegation=territory,
        territory=territory,
        affiliation=Affiliation(name=name, native=native),
    )


@pytest.fixture(scope="module")
def roster():
    people = tuple(_at_the_table(key) for key in _BODIES)
    present = tuple(Attendee(who=p, roles=frozenset()) for p in people)
    return Roster(
        participations=people,
        lexicon=read_lexicon(),
        attendance={"D1": present},
        counting=ALL_PRESENT,
    )


def _blocked(roster, text):
    found = examine_text(text, roster, item="D1")
    return {who for one in found if one.level is Level.BLOCK for who in one.people}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("union", "The Baltic Dialogue Union was not convinced."),
        ("union", "The Oslo office of the Baltic Dialogue Union was not convinced."),
        ("union", "The Baltic Dialogue Union's Oslo office doubted the text."),
        ("growers", "The Rice Growers disagreed."),
        ("growers", "The Rice Growers Federation disagreed."),
        ("school", "Hamanasu University disagreed."),
        ("school", "The School of Marine Policy disagreed."),
        ("team", "The Polar Team thought the plan too dear."),
        ("team", "해양무역부는 계획이 비싸다고 보았다."),
        ("team", "극지팀은 계획이 비싸다고 보았다."),
        ("embassy", "The Ukrainian embassy asked for more time."),
        ("embassy", "우크라이나 대사관은 시간을 더 달라고 했다."),
        ("embassy", "The Ukrainian embassy in Tokyo asked for more time."),
        ("freight", "Okavango Freight complained about the fees."),
        ("desk", "The Cordillera Review wanted to print it."),
        ("desk", "The Latin desk wanted to print it."),
        ("sons", "Merlion opposed a vote."),
        ("peace", "한강대는 자료를 요구했다."),
        ("islands", "동호대학의 연구자는 조사를 의심했다."),
        ("shipping", "Nordkap & co opposed the levy."),
    ],
)
def test_either_part_of_a_name_identifies(roster, key, text):
    assert key in _blocked(roster, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Ukrainian embassy will issue visas.",
        "The Ukrainian embassy in Tokyo will issue visas.",
        "An embassy should answer within a week.",
        "Papers go to the Baltic Dialogue Union.",
        "The report was published by the Oslo office of the Baltic Dialogue Union.",
        "A university disagreed with the ranking in 2019, the report says.",
        "A polar team was rescued in 1911.",
        "Latin words should be avoided.",
        "Desk research is not enough.",
        "The dinner was hosted by Hamanasu University.",
        "평화연구소가 여러 나라에 있다.",
        "대사관은 비자를 내준다.",
        "해양 무역이 늘었다.",
    ],
)
def test_what_its_words_say_otherwise_is_free(roster, text):
    assert not _blocked(roster, text)


def test_a_long_name_that_is_none_is_read_in_time():
    name = "centre of " + "law of " * 60 + "it, x of y z"
    assert "x of y z" in [it.name for it in bodies_within(name, read_lexicon())]
