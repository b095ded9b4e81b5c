"""A post in characters is told without its field or rank: 参赞 of a 公使衔参赞."""

import pytest
from planted import exposed, person, room

from dialogueprep.domain.identity.offices.short_titles import post_alone

ROOM = room(
    person("Qian", "Haoran", "钱浩然", "CN", honorific="公使衔参赞"),
    person("Wang", "Yihang", "汪一航", "CN", title="Division Director", honorific="亚洲二处处长"),
    person("Kanzaki", "Ryō", "神崎亮", "JP", honorific="沿岸調整課長"),
    person("Kubota", "Megumi", "久保田恵", "JP", honorific="常務理事"),
    person("Tan", "Wei Jie", "陈伟杰", "SG", honorific="常务副院长"),
    person("Kōno", "Sumi", "河野澄", "JP", honorific="国際局長"),
)
HERE = """
参赞说需要请示国内。 = 参赞 | 参赞没有表态。 = 参赞 | 参事官は首を振った。 = 参事官
处长没有让步。 = 处长 | 處長沒有讓步。 = 處長 | 処長は持ち帰ると言った。 = 処長
課長は審査の遅れを認めた。 = 課長 | 課長の懸念は共有されなかった。 = 課長
理事は遺憾の意を示した。 = 理事 | 理事から異論が出た。 = 理事
副院长建议改为非正式磋商。 = 副院长 | 副院長は反対した。 = 副院長
局長は賛成しなかった。 = 局長 | 局长没有同意。 = 局长
"""
NOBODY = """
参赞一级的磋商每年举行两次。 | 处长以上干部须申报。 | 課長級の会合は四月に開かれる。
理事会は年四回開かれる。 | 理事会于三月开会。 | 副院长由院长提名。 | 局長級協議が再開された。
課長補佐が資料を配った。 | 部長は反対した。 | 大臣は反対した。
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("line", _lines(HERE))
def test_who_holds_it_alone_is_marked(line):
    text, passage = line.split(" = ")
    assert (passage, "block") in exposed(ROOM, text)


@pytest.mark.parametrize("text", _lines(NOBODY))
def test_another_post_or_a_rank_is_left(text):
    assert exposed(ROOM, text) == []


def test_a_deputy_holds_no_post_of_the_chief():
    told = {"公使衔参赞": "参赞", "国际司副司长": "副司长", "常务副院长": "副院长", "课长": ""}
    assert {title: post_alone(title) for title in told} == told
