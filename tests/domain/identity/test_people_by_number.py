"""People by a number, a letter or how they took part, and numbers of days, places and papers."""

import pytest
from planted import exposed, person, room

ROOM = room(*(person(f"Fang{n}", "Zihan", "", "CN") for n in "abcd"))
CALLED = """
3号与会者表示反对。 = 3号与会者 | 12号发言者反对。 = 12号发言者 | 与会者七号不同意。 = 与会者七号
参加者 3 は反対した。 = 参加者 3 | 参加者 A は反対した。 = 参加者 A | 参加者Xは反対した。 = 参加者X
참가자 X는 반대했다. = 참가자 X
The newcomer disagreed. = The newcomer disagreed
The remote participant objected. = The remote participant objected
"""
LEFT = """
参加者 12 名が出席した。 | 参加者 3人が出席した。 | 3号发言者席位在左侧。 | 5月3号与会者抵达。
12月3号发言者提交了稿件。 | 3号参加者名簿を配布する。 | 请3号与会者到二楼领取证件。
参加者 2の資料は別紙。 | 与会者XX人。
The newcomer pack is ready. | The online participant list was long. | Remote participants objected.
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("line", _lines(CALLED))
def test_whoever_is_called_so_is_marked(line):
    text, passage = line.split(" = ")
    assert [words for words, _ in exposed(ROOM, text)] == [passage]


@pytest.mark.parametrize("text", _lines(LEFT))
def test_other_numbers_are_left(text):
    assert exposed(ROOM, text) == []
