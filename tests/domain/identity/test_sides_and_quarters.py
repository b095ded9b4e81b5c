"""A side of which a view is told is a delegation; a quarter of the sky or a page is not."""

import pytest
from planted import exposed, person, room

ROOM = room(
    person("Keo", "Somphone", "", "LA"),
    person("Dao", "Lan", "", "VN"),
)
CLEAN = """
라오스의 남쪽은 덥다. | 베트남 북쪽은 가물다고 했다. | 라오스 남쪽 지방이 반대했다는 기사가 있다.
베트남 양쪽 기슭에 대한 의견이 많았다. | 라오스 세 쪽은 자료다.
라오스 쪽에서 오는 물에 대한 우려가 컸다. | 老挝一方面反对,一方面支持。
在越南一侧,大家都反对修坝。 | ラオスの一方的な主張に反対が出た。
国境のラオス側は浅い。 | 边境的老挝侧很陡。
"""
TOLD = [
    ("라오스 쪽은 반대했다.", "라오스 쪽"),
    ("라오스쪽은 반대했다.", "라오스쪽"),
    ("베트남쪽은 반대했다.", "베트남쪽"),
    ("国境のラオス側は慎重姿勢を崩さなかった。", "のラオス側"),
    ("边境的老挝侧倾向于推迟。", "的老挝侧"),
    ("老挝一方反对。", "老挝一方"),
    ("越南一侧强调数据。", "越南一侧"),
]


@pytest.mark.parametrize("text", [t.strip() for t in CLEAN.replace("\n", "|").split("|") if t])
def test_land_a_quarter_and_a_page_are_no_side(text):
    assert exposed(ROOM, text) == []


@pytest.mark.parametrize(("text", "passage"), TOLD)
def test_a_side_of_which_a_view_is_told_is_blocked(text, passage):
    assert (passage, "block") in exposed(ROOM, text)
