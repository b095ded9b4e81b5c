"""Callings that a roster tells by an institution or a post only, and lines of work."""

from __future__ import annotations

import pytest

from dialogueprep.domain.gate import Level, Roster, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import Table, read_table

_WEIR, _TERN = "weir", "tern"


@pytest.fixture(scope="module")
def rosters() -> dict[tuple[str, int], Roster]:
    found: dict[tuple[str, int], Roster] = {}
    for name in (_WEIR, _TERN):
        table = read_table(name)
        for k in (2, 3):
            of_k = Table(name, k, table.counting, table.items, table.people)
            found[name, k] = roster_of(of_k)
    return found


def _blocked(roster: Roster, text: str, item: str) -> set[str]:
    found = examine_text(text, roster, item=item)
    return {who for it in found if it.level is Level.BLOCK for who in it.people}


@pytest.mark.parametrize(
    "text",
    [
        "A Southeast Asian lawyer asked who would sue whom.",
        "The question was put to a Southeast Asian lawyer.",
        "一名东南亚律师问谁来起诉谁。",
        "東南アジアの弁護士が、誰が誰を訴えるのかと尋ねた。",
        "동남아에서 온 변호사가 누가 누구를 고소하느냐고 물었다.",
    ],
)
def test_a_calling_counts_those_who_can_have_it(rosters: dict[tuple[str, int], Roster], text: str):
    assert _blocked(rosters[_TERN, 2], text, "T1") == {"f1"}


@pytest.mark.parametrize(
    "text",
    [
        "The gentleman in marine insurance thought the premium fair.",
        "做保险的那一位质疑保费。",
        "保険の仕事をしている方が保険料に疑問を呈した。",
        "보험 일을 하는 분이 보험료에 의문을 제기했다.",
    ],
)
def test_a_line_of_work_tells_who_is_in_it(rosters: dict[tuple[str, int], Roster], text: str):
    assert _blocked(rosters[_WEIR, 2], text, "W1") == {"u1"}


@pytest.mark.parametrize(
    "text",
    [
        "The law was drafted by an American insurer in 1938.",
        "Should an insurer have to answer for a flood that nobody measured?",
        "做保险要讲诚信。",
        "保険業の規模は昨年わずかに伸びた。",
        "보험 일을 하는 사람은 해마다 시험을 본다.",
    ],
)
def test_a_calling_of_anybody_tells_of_nobody(rosters: dict[tuple[str, int], Roster], text: str):
    assert not examine_text(text, rosters[_WEIR, 3], item="W1")


@pytest.mark.parametrize(("k", "leaks"), [(2, False), (3, True)])
def test_two_fish_traders_are_enough_for_two_and_not_for_three(
    rosters: dict[tuple[str, int], Roster], k: int, leaks: bool
):
    found = _blocked(rosters[_TERN, k], "A seafood executive asked about the season.", "T1")
    assert found == ({"k3", "u1"} if leaks else set())


def test_a_quotation_in_korean_leaves_no_family_name_behind(
    rosters: dict[tuple[str, int], Roster],
):
    text = "“너무 늦다”고 일본 기자가 말했다."
    assert _blocked(rosters[_TERN, 2], text, "T1") == {"j3"}


def test_a_calling_that_the_roster_tells_of_nobody_is_asked_about(
    rosters: dict[tuple[str, int], Roster],
):
    found = examine_text("A Japanese lawyer asked who would pay.", rosters[_TERN, 3], item="T1")
    assert [it.level for it in found] == [Level.WARN]
    ruled = "A Japanese lawyer has to pass an examination."
    assert not examine_text(ruled, rosters[_TERN, 3], item="T1")
