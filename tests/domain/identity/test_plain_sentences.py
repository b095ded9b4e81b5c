"""Plain sentences that tell of a participant, and their twins that tell of nobody."""

import pytest

from tests.corpus.measure import examine_text, roster_of
from tests.corpus.table import read_table

TOLD = [
    ("The slides from Shimizu were praised.", "p04"),
    ("清水给大家看了图。", "p04"),
    ("清水は補給を急げと述べた。", "p04"),
    ("这一设想最早是小陆讲的。", "p02"),
    ("《海礁晨讯》的同行问起保险费。", "p02"),
    ("엘러비는 서문을 짧게 하자는 쪽이었다.", "p09"),
    ("At the chair's insistence, the panel moved on.", "p07"),
    ("Chizuru S. Shimizu's advice was recalled.", "p04"),
]
FREE = [
    "At the chair's invitation, the panel moved on.",
    "Ships from Shimizu took part in the drill.",
    "船上的清水只够用三天。",
    "清水タンクの点検は出港前に済ませる。",
    "海礁晨讯的同行评议栏目",
    "The proposed sale of Haijiao Morning Dispatch was in the news.",
]


@pytest.fixture(scope="module")
def roster():
    return roster_of(read_table("smew"))


@pytest.mark.parametrize(("text", "who"), TOLD)
def test_who_is_told_of_is_found(roster, text, who):
    assert who in [p for e in examine_text(text, roster, item="D1") for p in e.people]


@pytest.mark.parametrize("text", FREE)
def test_what_tells_of_nobody_is_left(roster, text):
    assert examine_text(text, roster, item="D1") == ()


def test_another_given_name_and_an_initial_only_warn(roster):
    found = examine_text("Hiroko S. Shimizu's advice of 1879 was recalled.", roster, item="D1")
    assert [(e.text, e.level.value) for e in found] == [("Shimizu", "warn")]
