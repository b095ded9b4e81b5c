"""Names where only somebody stands, in two scripts, clipped, and with how they are read."""

import pytest

from dialogueprep.domain.gate import Level, examine_text
from dialogueprep.domain.people import Name, NameOrder
from tests.domain.identity.known import roster_of_names

GF = NameOrder.GIVEN_FIRST
PEOPLE = (
    (Name(family="Pi", given="Dong-uk", native="피동욱(皮東旭)"), "KR"),
    (Name(family="Noh", given="Hye-rin", native="노혜린"), "KR"),
    (Name(family="Venkataraghavan", given="Kannan", order=GF), "IN"),
    (Name(family="Bedi", given="Harpreet", order=GF), "IN"),
    (Name(family="Shen", given="Ruobing", native="沈若冰"), "CN"),
    (Name(family="Kusumaningrum", given="Dewi", order=GF), "ID"),
    (Name(family="Dorj", given="Munkhjargal"), "MN"),
    (Name(family="Srisuk", given="Kanokwan", order=GF), "TH"),
)


@pytest.fixture(scope="module")
def roster():
    return roster_of_names(PEOPLE)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dong-wook Pi asked who would pay.", "1"),
        ("皮东旭没有表态。", "1"),
        ("피동욱이었다.", "1"),
        ("노혜린였다.", "2"),
        ("卢惠琳前记者没有再问。", "2"),
        ("Dr Venkat sent the model.", "3"),
        ("벤카트 박사가 모형을 보냈다.", "3"),
        ("cc: ベディ", "4"),
        ("座位4：贝迪", "4"),
        ("抄送：若冰", "5"),
        ("沈（しん）教授が補足した。", "5"),
        ("참조: 쿠수마닝룸", "6"),
        ("쿠수마닝룸 옆에 앉았다.", "6"),
        ("孟和吉日嘎拉没有表态。", "7"),
        ("蒙赫扎尔嘎勒教授问谁来付钱。", "7"),
        ("反对的是甲诺婉。", "8"),
    ],
)
def test_a_name_is_found_there(roster, text, who):
    assert {(e.people, e.level) for e in examine_text(text, roster)} == {((who,), Level.BLOCK)}


@pytest.mark.parametrize(
    "text",
    [
        "→ テント",
        "座位4：空着",
        "抄送：秘书处",
        "참조: 사무국",
        "난로 옆에 앉았다.",
        "席4：ベンチ",
        "皮革的数据太旧。",
        "그 피해였다.",
    ],
)
def test_what_else_stands_there_is_left(roster, text):
    assert not examine_text(text, roster)
