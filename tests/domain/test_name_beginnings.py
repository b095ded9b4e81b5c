"""A participant's name is known while it is typed, and ordinary words are left alone."""

from __future__ import annotations

import pytest
from built_people import participant

from dialogueprep.domain.gate import Roster
from dialogueprep.domain.name_beginnings import name_beginnings
from dialogueprep.domain.people import Name, NameOrder
from dialogueprep.exchange.lexicon_reader import read_lexicon


def name(family: str, given: str, native: str = "") -> Name:
    order = NameOrder.FAMILY_FIRST if native else NameOrder.GIVEN_FIRST
    return Name(family=family, given=given, order=order, native=native)


@pytest.fixture(scope="module")
def roster() -> Roster:
    people = (
        participant("e", "KR", name=name("Su", "Ji-an", "수지안")),
        participant("a", "JP", name=name("Ogurisu", "Naoto", "小栗栖直人")),
        participant("b", "CN", name=name("Shen", "Yuheng", "沈昱衡")),
        participant("c", "KR", name=name("Namgung", "Hye-won", "남궁혜원")),
        participant("d", "AU", name=name("Wexcombe", "Maude")),
    )
    return Roster(participations=people, lexicon=read_lexicon())


def begun(roster: Roster, text: str) -> str:
    """Return what the end of a text has begun of a name."""
    start = name_beginnings(roster).start(text)
    return "" if start is None else text[start:]


@pytest.mark.parametrize(
    ("around", "name", "least"),
    [
        ("We heard that ", "Ogurisu Naoto", 3),
        ("We heard that ", "Naoto Ogurisu", 3),
        ("we heard that ", "ogurisu naoto", 5),
        ("As ", "OGURISU Naoto", 3),
        ("As ", "Namgung Hye-won", 3),
        ("As ", "Maude Wexcombe", 3),
        ("As 😀 ", "Wexcombe", 3),
        ("会上", "沈昱衡", 2),
        ("昨日", "小栗栖直人", 2),
        ("회의에서 ", "남궁혜원", 2),
        ("As ", "Ogurisu-san", 3),
    ],
)
def test_each_beginning_of_a_name_is_known(
    roster: Roster, around: str, name: str, least: int
) -> None:
    for end in range(least, len(name)):
        assert begun(roster, around + name[:end]) == name[:end]
    for end in range(least - 1):
        assert begun(roster, around + name[:end]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "the ports share their tide tables early and in one format each day",
        "Shared standards, then questions of Northern shipping; Chinese and Japanese rules",
        "我们认为小额支付可以先行",
        "이상하게도 남은 궁금증이 많았다",
        "할 수 있는 일부터, 회의에서 정한 대로",
        "小さく始める。栗の産地でも同じ",
    ],
)
def test_ordinary_words_are_left_alone_at_each_letter(roster: Roster, text: str) -> None:
    assert [begun(roster, text[:end]) for end in range(len(text) + 1)] == [""] * (len(text) + 1)


@pytest.mark.parametrize("behind", [" doubts", " and others", "は慎重だった", "。"])
def test_a_name_is_over_when_other_words_follow(roster: Roster, behind: str) -> None:
    assert begun(roster, f"Ogurisu Naoto{behind}") == ""
