"""An office as such is nobody; who is told by a deed, or as the only one, is somebody."""

import pytest

from dialogueprep.domain.gate import ExposureKind, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table

# A table with a chair (k2), a moderator (j4) and one participant each from France and the US.


@pytest.fixture(scope="module")
def ferry():
    return roster_of(read_table("ferry"))


GENERAL = [
    "The duty of the chair is to be heard last.",
    "The moderator's job is to listen.",
    "In most dialogues the chair is elected for a year.",
    "主持人的主要任务是提醒时间。",
    "主席一般由东道主轮流担任。",
    "座長の任期は一年である。",
    "司会はくじで決める。",
    "의장의 임기는 이 년이다.",
    "사회자는 매번 추첨으로 정한다.",
    "次回の議長をどこから出すかは決まらなかった。",
    "차기 의장은 정해지지 않았다.",
]
MEANT = [
    "The duty of the chair was discharged with a joke.",
    "The chair is of another opinion.",
    "主席的任务已经完成了。",
    "主持人说，轮流担任更公平。",
    "座長は、くじで決めようと言った。",
    "의장은 추첨으로 정하자고 말했다.",
]


@pytest.mark.parametrize("text", GENERAL)
def test_an_office_as_such_is_not_marked(ferry, text):
    assert examine_text(text, ferry, item="P") == ()


@pytest.mark.parametrize("text", MEANT)
def test_who_holds_the_office_is_marked_where_something_is_told(ferry, text):
    assert ExposureKind.ROLE in {e.kind for e in examine_text(text, ferry, item="P")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("会场唯一的法国人起身告辞了。", "f1"),
        ("唯一のアメリカ人は笑った。", "u1"),
        ("유일한 미국인이 웃었다.", "u1"),
        ("作点评的法国大使没有看稿。", "f1"),
    ],
)
def test_the_only_one_of_a_people_and_who_is_told_by_a_deed_are_marked(ferry, text, who):
    assert who in {p for e in examine_text(text, ferry, item="P") for p in e.people}


@pytest.mark.parametrize(
    "text",
    [
        "早上赞成试点的那位女士下午反对。",
        "先ほど運賃を褒めたあの人が、また口を開いた。",
        "어제 운임을 칭찬했던 그 참가자가 오늘은 반대했다.",
        "The delegate who had asked for a map in the morning now had two.",
    ],
)
def test_a_person_told_by_what_was_said_before_warns(ferry, text):
    assert ExposureKind.ORDER in {e.kind for e in examine_text(text, ferry, item="P")}


@pytest.mark.parametrize(
    "text", ["甲斐なき努力だった。", "働き甲斐のある職場が少ない。", "MRIは三台しかない。"]
)
def test_a_word_or_a_thing_is_not_a_participant(text):
    assert examine_text(text, roster_of(read_table("visitor")), item="D1") == ()


def test_a_participant_of_that_name_is_still_marked():
    text = "甲斐さんは、努力のかいがあったと述べた。"
    assert examine_text(text, roster_of(read_table("visitor")), item="D1")[0].people == ("j6",)
