"""Chinese names that are typed by their sound, with other characters than the roster has."""

import pytest
from planted import exposed, level, person, room

ROOM = room(
    person("Lu", "Jiaqi", "陆嘉琦", "CN"),
    person("Fang", "Zihan", "方子涵", "CN"),
    person("Qiu", "Dehai", "邱德海", "CN"),
)
TYPED = """
路佳琪反对。 | 路佳琪教授反对。 | 陆家奇说可以。 | 卢嘉琦表示担心。 | 方紫寒反对。
方紫涵博士反对。
丘德海说措辞可以接受。 | 会上，邱得海参赞反对。
"""
LEFT = """
求得海量数据并不容易。 | 一路加气站点说明。 | 地方自韩国引进了设备。 | 反对方自汉代以来就有记载。
芳子涵养很好。 | 路加奇迹般地恢复了。
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("text", _lines(TYPED))
def test_whoever_speaks_is_marked(text):
    name = text.removeprefix("会上，")[:3]
    assert level(ROOM, text, name) == "block"


@pytest.mark.parametrize("text", _lines(LEFT))
def test_the_same_sounds_in_other_words_are_left(text):
    assert exposed(ROOM, text) == []
