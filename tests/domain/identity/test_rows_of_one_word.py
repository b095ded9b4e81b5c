"""A text that is one word over and over takes steps in proportion to its length.

Steps are calls of functions, which no clock and no busy machine changes. What the engine of
regular expressions does within a call is measured by ``tests/benchmarks/gate_rows.py``.
"""

import sys

import pytest

from dialogueprep.domain.identity.search import Search

WORDS = (
    "外交官", "official ", "admirals ", "CEO ", "bankers ", "中国", "一位", "元教授", "主持的那位",
    "の", "教授、", "기자 ", "한국 ", "the ", "Dr ", "·", "“", "[JP] ", "A. ", "7", " ", "\n",
    "JP\n", "가 ", "加 ",
)  # fmt: skip
LENGTH, OF_TWICE = 700, 2.6


@pytest.fixture(scope="module")
def search(invented_roster):
    made = Search(invented_roster)
    made.examine("".join(WORDS))
    return made


def steps(search: Search, text: str) -> int:
    taken = 0

    def count(*_event):
        nonlocal taken
        taken += 1

    search.examine(text)  # which keeps what it looks up once
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        search.examine(text)
    finally:
        sys.setprofile(before)
    return taken


@pytest.mark.parametrize("word", WORDS)
def test_twice_as_long_a_row_takes_twice_the_steps(search, word):
    row = (word * LENGTH)[:LENGTH]
    assert steps(search, row * 2) < steps(search, row) * OF_TWICE
