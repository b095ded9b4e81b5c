"""A title of several words is whose roster has it so; others may hold one that is translated so."""

from dataclasses import replace

import pytest
from planted import exposed, person, room


def _titled(who, title, honorific=""):
    name = replace(who.person.name, title=title, honorific=honorific)
    return replace(who, person=replace(who.person, name=name))


ROOM = room(
    _titled(person("Fang", "Zihan", "方子涵", "CN"), "Senior Researcher", "高级研究员"),
    _titled(person("Yoo", "Seung-woo", "유승우", "KR"), "Senior Fellow", "선임연구위원"),
    _titled(person("Minowa", "Shinji", "箕輪慎二", "JP"), "Deputy Director-General", "審議官"),
    _titled(person("Qiu", "Dehai", "邱德海", "CN"), "Counsellor", "参赞"),
    _titled(person("Onuki", "Haruka", "小貫遥", "JP"), "Assoc. Prof.", "准教授"),
    _titled(person("Bai", "Lan", "白岚", "CN"), "Associate Professor", "副教授"),
    k=2,
)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The senior researcher disagreed.", "The senior researcher"),
        ("Only the senior researcher objected.", "the senior researcher"),
        ("The senior fellow disagreed.", "The senior fellow"),
        ("심의관은 반대했다.", "심의관"),
        ("参赞宁愿再等等。", "参赞"),
        ("参赞急于签字。", "参赞"),
        ("参赞无意推迟。", "参赞"),
    ],
)
def test_who_alone_is_called_so_is_marked(text, passage):
    assert (passage, "block") in exposed(ROOM, text)


@pytest.mark.parametrize(
    "text",
    ["The associate professor disagreed.", "各国参赞打算明年再来。", "参赞的职位空缺。"],
)
def test_a_title_of_two_in_any_spelling_is_left(text):
    assert exposed(ROOM, text) == []
