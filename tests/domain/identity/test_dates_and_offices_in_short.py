"""Months that are given names, what one is told to do in Korean, and offices in short."""

from __future__ import annotations

import pytest

from dialogueprep.domain.gate import Level
from tests.corpus.measure import examine_text, roster_of
from tests.corpus.table import read_table


def blocked(text: str, item: str, table: str) -> list[str]:
    found = examine_text(text, roster_of(read_table(table)), item=item)
    return [one.text for one in found if one.level is Level.BLOCK]


@pytest.mark.parametrize(
    "text",
    [
        "The drill is planned for 14 Jun 2027.",
        "Jun 2027 is too early for a drill.",
        "14 Jun to 16 Jun, Manila",
        "Remarks are due by 3 Jun.",
    ],
)
def test_a_month_in_a_date_is_nobody(text: str):
    assert not blocked(text, "Q1", "jacana")


@pytest.mark.parametrize(
    "text",
    [
        "item 14 Jun in favour",
        "14 Jun said no.",
        "2 Jun asked for a map.",
        "Jun wanted 2027.",
        "Agreed with Jun, 14 May 2027.",
    ],
)
def test_somebody_called_like_a_month_is_found_beside_numbers(text: str):
    assert blocked(text, "Q1", "jacana") == ["Jun"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("운동을 하라는 조언만으로는 낙상을 막지 못한다.", []),
        ("하라는 대로만 해서는 어렵다.", []),
        ("하라는 반대했다.", ["하라"]),
        ("이 제안을 하라는 끝까지 반대했다.", ["하라"]),
    ],
)
def test_what_one_is_told_to_do_is_no_name(text: str, found: list[str]):
    assert blocked(text, "A1", "hoopoe") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("调配办认为现有库存够用三个月。", ["调配办"]),
        ("救灾办反对延长。", ["救灾办"]),
        ("调配办公室认为不够。", ["调配办公室"]),
        ("调配办法还没有写好。", []),
        ("渚テントの担当者は、在庫に余裕がないと語った。", ["渚テント"]),
        ("渚のテントが足りないと語られた。", []),
    ],
)
def test_an_office_in_short_is_read_where_it_is_no_other_word(text: str, found: list[str]):
    assert blocked(text, "Q2", "jacana") == found
