"""Names as another hand, another habit of romanising or another script writes them."""

import pytest

from dialogueprep.domain.gate import Level, examine_text
from dialogueprep.domain.people import Name, NameOrder
from tests.domain.identity.known import roster_of_names

WEST = NameOrder.GIVEN_FIRST
PEOPLE = (
    (Name(family="Kuo", given="Shu-fen"), "TW"),
    (Name(family="Qiu", given="Yanhong"), "CN"),
    (Name(family="Hsieh", given="Pei-ling", native="謝佩玲"), "TW"),
    (Name(family="Jeong", given="Gi-beom", native="정기범"), "KR"),
    (Name(family="dela Cruz-Santos", given="Maria Luisa", order=WEST), "PH"),
    (Name(family="Srisuwan", given="Wichai", order=WEST), "TH"),
    (Name(family="Thornbury", given="Elizabeth", order=WEST), "GB"),
    (Name(family="Leung", given="Siu-fong", native="梁小芳"), "HK"),
    (Name(family="Zhou", given="Xiaoqian", native="周晓倩"), "CN"),
    (
        Name(family="Zakharchuk", given="Aleksei", order=WEST, native="Алексей Петрович Захарчук"),
        "RU",
    ),
    (Name(family="Osterkamp", given="Bernd", order=WEST), "DE"),
    (Name(family="Rangihau", given="Mere", order=WEST, honorific="Whaea"), "NZ"),
    (Name(family="Tserendolgor", given="Khulan", order=WEST), "MN"),
    (Name(family="Hoshikawa", given="Rei", native="星川玲", reading="ほしかわ れい"), "JP"),
)


@pytest.fixture(scope="module")
def roster():
    return roster_of_names(PEOPLE)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The idea came from Guo Shufen, who withdrew it later.", "1"),
        ("Nobody answered Chiu Yen-hung.", "2"),
        ("The idea came from Shieh Pei-ling, who withdrew it later.", "3"),
        ("According to Joung Gi-beom, the figures are old.", "4"),
        ("Nobody answered Ms dela Cruz-Santos when asked.", "5"),
        ("Nobody answered Ms Dela Cruz when asked.", "5"),
        ("Prof. Vichai reserved his position.", "6"),
        ("The paper is by Whaea Mere.", "12"),
        ("The note is signed Захарчук.", "10"),
        ("伊丽莎白·索恩伯里询问是否发表声明。", "7"),
        ("エリザベス・ソーンベリーが計算した。", "7"),
        ("与会者支持周教授的提议。", "9"),
        ("会后收到周女士的表格。", "9"),
        ("그 안은 오스터캄프가 냈다.", "11"),
        ("Khulan Ts. sent comments by e-mail.", "13"),
        ("星川前副教授反对。", "14"),
        ("星川前准教授は反対した。", "14"),
        ("周前研究员没有再问。", "9"),
    ],
)
def test_it_is_found_however_it_is_written(roster, text, who):
    assert (who, Level.BLOCK) in {
        (p, e.level) for e in examine_text(text, roster) for p in e.people
    }


@pytest.mark.parametrize(
    "text",
    [
        "伊丽莎白·泰勒的照片挂在走廊。",
        "エリザベス・テイラーの写真が飾られていた。",
        "与会者支持周边国家的做法。",
        "会上周密的安排受到好评。",
        "提高教授待遇的建议没有列入。",
        "마이크 오스틴의 책이 인용되었다.",
    ],
)
def test_somebody_else_and_other_words_are_left(roster, text):
    assert [e for e in examine_text(text, roster) if e.kind.value == "name"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Elizabeth Taylor's portrait hangs in the hall.",
        "정 박사 과정은 삼 년이다.",
    ],
)
def test_a_frequent_given_name_of_another_and_a_degree_are_nobody(roster, text):
    assert examine_text(text, roster) == ()
