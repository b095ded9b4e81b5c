"""Words that sound like a participant's name, and names that are of a thing, are nobody's."""

from __future__ import annotations

from functools import cache

import pytest

from dialogueprep.domain.gate import Exposure, Roster, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table


@cache
def _roster(name: str) -> Roster:
    return roster_of(read_table(name))


def _marks(table: str, text: str) -> tuple[Exposure, ...]:
    return tuple(examine_text(text, _roster(table)))


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("avocet", "배수가 언급되었다."),
        ("avocet", "높은 파도가 언급되었다."),
        ("basalt", "시료가 언급되었다."),
        ("avocet", "새로운 교수 채용 공고가 언급되었다."),
        ("basalt", "짧은 교수 임용 기간이 언급되었다."),
        ("kestrel", "Page, a river in the valley, floods each spring."),
        ("kestrel", "Page markers in the handbook were yellow."),
        ("osprey", "Rowan, the tree by the gate, is in flower."),
    ],
)
def test_a_word_or_a_thing_is_nobody(table: str, text: str) -> None:
    """What anybody may be told with, and what a name is said to be of."""
    assert not _marks(table, text)


@pytest.mark.parametrize(
    ("table", "text", "who"),
    [
        ("kestrel", "Whitlock-Page, a researcher, was against.", "g1"),
        ("kestrel", "Whitlock-Page, the only Briton, was against.", "g1"),
        ("kestrel", "Birchard's question was about the dam.", "u2"),
    ],
)
def test_somebody_beside_it_is_found(table: str, text: str, who: str) -> None:
    """Somebody told in the same way is a person still."""
    assert any(who in mark.people for mark in _marks(table, text))
