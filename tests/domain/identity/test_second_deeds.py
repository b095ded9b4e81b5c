"""Institutions that host, publish or are thanked, and then hold a view, or only do more of it."""

from dataclasses import replace

import pytest
from planted import exposed, person, room

from dialogueprep.domain.people import Affiliation


def _of(who, name):
    return replace(who, affiliation=Affiliation(name=name))


ROOM = room(
    _of(person("Bracken", "Tom", "", "US"), "Pinecrest Institute"),
    _of(person("Minowa", "Shinji", "箕輪慎二", "JP"), "海洋対話局"),
    _of(person("Qiu", "Dehai", "邱德海", "CN"), "海外事务司"),
    _of(person("Kwon", "Bo-ram", "권보람", "KR"), "매봉대학교"),
)
HELD = {
    "Pinecrest Institute": """
    The Pinecrest Institute volunteered to host, and pressed for a vote.
    The Pinecrest Institute offered to host the next round but rejected the text.
    The Pinecrest Institute hosted the meeting and argued for a vote.
    The Pinecrest Institute will host the next round and wants it short.
    The Pinecrest Institute, our host, argued for a vote.
    The Pinecrest Institute published the paper and defended it.
    """,
    "海洋対話局": """
    海洋対話局は会場を提供し、時期尚早だと主張した。
    海洋対話局が主催したが、採決には反対した。
    """,
    "海外事务司": """
    海外事务司承办了会议，并要求表决。
    海外事务司承办会议，但反对表决。
    """,
    "매봉대": """
    매봉대는 회의를 주최했지만 표결에는 반대했다.
    매봉대가 장소를 제공하고 표결을 요구했다.
    """,
}
LEFT = """
The Pinecrest Institute hosted lunch and thanked all.
The Pinecrest Institute hosted the dinner and provided interpreters.
The Pinecrest Institute hosted the dinner, and participants argued for a vote.
The Pinecrest Institute hosted a round at which others rejected the text.
The Pinecrest Institute provided the room, and the group called for a break.
海洋対話局が主催し、通訳も手配した。
海洋対話局が主催した会合で、参加者は採決に反対した。
海洋対話局が主催し、参加者が採決に反対した。
海外事务司承办了会议并提供翻译。
海外事务司承办了会议，并要求与会者提前报到。
海外事务司承办了会议，但与会者反对表决。
매봉대가 장소를 제공하고 통역을 준비했다.
매봉대가 회의를 주최하고 참가자들은 표결에 반대했다.
"""


def _lines(table):
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, table in HELD.items() for text in _lines(table)]
)
def test_the_view_is_its_own(name, text):
    found = [passage for passage, level in exposed(ROOM, text) if level == "block"]
    assert [name in passage for passage in found] == [True]


@pytest.mark.parametrize("text", _lines(LEFT))
def test_a_host_that_provides_more_is_left(text):
    assert exposed(ROOM, text) == []


@pytest.mark.parametrize("between", ["\n\n", "\t\n\n", "\n \n"])
def test_a_heading_over_an_empty_line_is_no_view_of_it(between):
    text = f"Pinecrest Institute{between}Findings on ports\n"
    assert "block" not in [level for _, level in exposed(ROOM, text)]
