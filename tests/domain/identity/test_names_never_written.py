"""Names of which a roster has only Latin letters, or hangul, in the scripts of their neighbours."""

import pytest

from dialogueprep.domain.gate import Level, examine_text
from dialogueprep.domain.people import Name
from tests.domain.identity.known import roster_of_names

PEOPLE = (
    (Name(family="Shen", given="Ruobing"), "CN"),
    (Name(family="Hsueh", given="Shu-chuan"), "TW"),
    (Name(family="Kwan", given="Wing-sze"), "HK"),
    (Name(family="Teo", given="Hui Shan"), "SG"),
    (Name(family="Noh", given="Hye-rin"), "KR"),
    (Name(family="Seo", given="Eun-ju", native="서은주"), "KR"),
)


@pytest.fixture(scope="module")
def roster():
    return roster_of_names(PEOPLE)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("沈若冰没有表态。", "1"),
        ("→ 沈若冰：周五前发幻灯片", "1"),
        ("沈教授问谁来付钱。", "1"),
        ("シェン・ルオビンは懐疑的だった。", "1"),
        ("선뤄빙은 회의적이었다.", "1"),
        ("薛淑娟次長から質問があった。", "2"),
        ("쉐수쥐안은 회의적이었다.", "2"),
        ("關詠詩同意。", "3"),
        ("张慧珊教授的数据太旧。", "4"),
        ("卢惠琳没有给日期。", "5"),
        ("徐恩珠没有给日期。", "6"),
    ],
)
def test_a_name_is_found_though_nobody_wrote_it(roster, text, who):
    assert (who, Level.BLOCK) in {
        (p, e.level) for e in examine_text(text, roster) for p in e.people
    }


@pytest.mark.parametrize(
    "text",
    [
        "沈没的船捞上来了。",
        "关于税率没有共识。",
        "张口就来的数字不可信。",
        "薛定谔方程印在杯子上。",
        "卢沟桥在城西。",
        "徐徐展开的画卷。",
        "深水に若い氷が浮く。",
        "선거가 끝났다.",
    ],
)
def test_words_that_begin_alike_are_left(roster, text):
    assert not examine_text(text, roster)


JAPANESE = (
    (Name(family="Tanaka", given="Kenji"), "JP"),
    (Name(family="Andō", given="Reina", reading="あんどう れいな"), "JP"),
    (Name(family="Nguyễn", given="Thị Minh Khuê"), "VN"),
    (Name(family="Trần", given="Văn Hùng"), "VN"),
)


@pytest.fixture(scope="module")
def more_people():
    return roster_of_names(JAPANESE)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("田中氏は休会を求めた。", "1"),
        ("田中健二によれば、数字は古い。", "1"),
        ("安藤玲奈の発言に異論はなかった。", "2"),
        ("安藤女士询问是否发表声明。", "2"),
        ("グエン・ミン・クエは用語集を提案した。", "3"),
        ("フン教授は用語集を提案した。", "4"),
        ("チャン・ヴァン・フンの発言に異論はなかった。", "4"),
    ],
)
def test_a_japanese_or_vietnamese_name_is_found_in_letters_of_its_neighbours(
    more_people, text, who
):
    assert (who, Level.BLOCK) in {
        (p, e.level) for e in examine_text(text, more_people) for p in e.people
    }


@pytest.mark.parametrize(
    "text", ["安藤忠雄の建築を見学した。", "グエン・フー・チョンの演説が引用された。"]
)
def test_somebody_else_of_the_family_name_is_left(more_people, text):
    assert not [e for e in examine_text(text, more_people) if e.level is Level.BLOCK]
