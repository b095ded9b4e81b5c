"""Titles behind a name that a rank and an office make, and the same letters across two words."""

import pytest
from planted import exposed, level, person, room

ROOM = room(
    person("Qiu", "Dehai", "邱德海", "CN"),
    person("Minowa", "Shinji", "箕輪慎二", "JP", reading="みのわ しんじ"),
    person("Kwon", "Bo-ram", "권보람", "KR"),
)
CHINESE = """
分析师 会计师 领队 翻译 新闻官 副新闻官 企划官 高级专员 特邀研究员 客座研究员
副中心主任 教研室主任 系主任 名誉院长 首席经济学家 原局长
前市长 驻外记者 独立董事 政协委员 一等秘书 随员 合伙人
项目官员 同学
"""
JAPANESE = """
副センター長 研究センター長 最高顧問 特別顧問 共同代表 政策参与 論説主幹 総務 院生
元センター長 主任分析官
"""
KOREAN = """
준교수 정교수 수석연구위원 부의장 비서실장 통역관 선임분석관 공동대표 학예사 부단장
계장 코디네이터
"""
NAMED = (
    *(f"邱{title}表示反对。" for title in CHINESE.split()),
    *(f"箕輪{title}は反対した。" for title in JAPANESE.split()),
    *(f"미노와 {title}도 반대했다." for title in KOREAN.split()),
    *(f"권 {title}도 반대했다." for title in KOREAN.split()),
)
# Each of these has a surname of the second room right before an office, within other words.
CROWDED = room(
    *(
        person(f"X{letter}", "Chulan", f"{letter}楚岚", "CN")
        for letter in "苏州元关高常海林经全文国"
    ),
)
LEFT = """
江苏省长出席了开幕式。 | 国家元首席位安排另行通知。 | 公共关系主任负责接待。
高级顾问团将审阅草案。 | 常州市市长参加了晚宴。 | 海南省长致欢迎辞。 | 石林县长介绍了旅游收入。
经济分析师的预测没有变化。 | 经济学家普遍认为增长放缓。 | 全体委员一致同意。 | 全权代表须提交证书。
文化参赞由使馆指派。 | 文件翻译由秘书处负责。 | 文学作家协会举办了活动。 | 国际法官的任期为九年。
国家总理事会由十五人组成。
"""


@pytest.mark.parametrize("text", NAMED)
def test_a_name_before_it_is_marked(text):
    name = next(it for it in ("邱", "箕輪", "미노와", "권") if it in text)
    assert level(ROOM, text, name) == "block"


@pytest.mark.parametrize("text", [it.strip() for it in LEFT.replace("\n", "|").split("|") if it])
def test_across_two_words_it_is_left(text):
    assert exposed(CROWDED, text) == []


@pytest.mark.parametrize(
    "passage",
    [
        "箕輪参事官", "箕輪公使参事官", "箕輪一等書記官", "箕輪首席参事官", "邱副中心主任",
        "邱总参谋长", "권 수석연구위원", "箕輪さん",
    ],
)  # fmt: skip
def test_the_longest_title_is_taken(passage):
    assert [text for text, _ in exposed(ROOM, f"{passage}：反対。")] == [passage]
