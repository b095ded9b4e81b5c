"""An institution that sent somebody is the source of a view in many ways, and a host in others."""

from __future__ import annotations

from functools import cache

import pytest

from dialogueprep.domain.gate import ExposureKind, Level, Roster, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table

KINDS = (ExposureKind.AFFILIATION, ExposureKind.ACRONYM)
NAMES = {
    "en": ("the River Safety Agency", "CFU", "Baiyan"),
    "zh": ("上游水务局", "FCPO", "白砚"),
    "ja": ("月瀬流域研究所", "TIBS", "雪代"),
    "ko": ("가온물미래연구원", "FCPO", "가온연구원"),
}
TOLD = {
    "en": """Nobody could move {X} on costs. | It took {X} an hour to come round. |
        {X} to redraft para 4 |
        The gap between {X} and the others narrowed. |
        Over the objections of {X} the clause was kept. |
        {X} was the lone holdout. | Second thoughts at {X} about the list. | {X} had its doubts. |
        The figure of nine hours goes back to {X}. | If it were up to {X}, there would be no list. |
        There is disagreement with {X} on costs. | {X}'s preferred option is a pilot. |
        {X} puts the loss at a third. | {X} frets about crews. | {X} disputed the figure. |
        {X} reads the data differently. | {X} vouched for the model. | {X} is for a pilot. |
        {X} & co. pushed back.""",
    "zh": """谁也说服不了{X}。 | 应{X}一再要求，删去该条。 | 方括号是{X}加上去的。 | 阻力主要在{X} |
        {X}退而求其次。 | {X}关心的是责任。 | 连{X}也没有替这一条辩护。 |
        从{X}的角度看，这是个陷阱。 |
        {X}午饭后又提起此事。 | {X}的首选是试点。 | {X}一口回绝。""",
    "ja": """{X}に遠慮して条文はぼかされた。 | {X}からすると高すぎる。 | {X}が気にするのは責任だ。 |
        最大の壁は{X} | {X}の一言で場が静まった。 | {X}の本心は読めない。 |
        {X}を悩ませたのは期限だ。 |
        {X}は受け入れ可 | 例外は{X}だ。 | {X}の配った草案はさらに踏み込んでいる。""",
    "ko": """아무도 {X}을 움직이지 못했다. | {X}의 눈치를 보느라 문장이 흐려졌다. |
        {X}에 밀려 날짜가 빠졌다. |
        최대 걸림돌은 {X} | {X}을 괴롭힌 것은 기한이다. | {X}의 답은 모호했다. | {X} 왈, 비싸다. |
        {X}이 신경 쓰는 것은 책임이다. | {X}도 결국 따라올 것이다.""",
}  # fmt: skip
LEFT = {
    "en": """The data of {X} are public. | It is {X} that issues the licences under the act. |
        The group agreed to meet at {X} next year. |
        Whether {X} has the power to close it was left open. |
        Opinions differed on the future of {X}. | {X}: opening hours 9 to 5 |
        Lunch: {X}, second floor |
        It was suggested that {X} keep the register. | {X} is open to visitors on Monday. |
        {X} puts the fleet at 40 ships in its yearbook. | {X} counts 400 gauges in its register. |
        The director of {X} is appointed for five years.""",
    "zh": """从{X}到车站步行十分钟。 | {X}的调查是公开的。 | {X}离车站步行十分钟。 |
        名单周五前交{X}。 |
        与会者同意明年在{X}再聚。 | 对{X}的前途看法不一。 | {X}承担了旅费。""",
    "ja": """{X}と駅の間は歩いて十分。 | {X}の調査は公開されている。 |
        {X}には人手が足りないとの意見が出た。 |
        写し：{X} | {X}の所長の任期は五年である。 | 会場を{X}にするとの提案があった。""",
    "ko": """{X}에서 역까지는 걸어서 십 분이다. | {X}의 자료는 공개되어 있다. | 참조: {X} |
        {X} 소장의 임기는 5년이다. | {X}의 앞날을 두고 의견이 갈렸다. |
        명단을 {X}에 보내기로 뜻을 모았다.""",
}  # fmt: skip
PARTS = {
    "marl": """the Coordination Bureau objected. | the Licensing Bureau objected. | 救助局不同意。 |
        鸣沙能源所不同意。 | 监视室不同意。 | 監視室は反対した。 | 동백센터는 반대했다. |
        유학생국은 반대했다. |
        해상안전센터는 반대했다. | 塔马拉克州立大学不同意。 |
        トンベク海上安全センターは反対した。""",
    "juniper": """the Dust Office objected. | 먼지대응실은 반대했다. | ひばり側は反対した。 |
        努里研究院不同意。""",
}  # fmt: skip


@cache
def _roster(name: str) -> Roster:
    return roster_of(read_table(name))


def _cases(frames: dict[str, str]) -> list[str]:
    return [
        frame.strip().replace("{X}", name)
        for language, several in frames.items()
        for frame in several.split("|")
        for name in NAMES[language]
    ]


def _levels(text: str, name: str = "sedge") -> set[Level]:
    text = text[0].upper() + text[1:]
    return {e.level for e in examine_text(text, _roster(name)) if e.kind in KINDS}


@pytest.mark.parametrize("text", _cases(TOLD))
def test_an_institution_whose_view_is_told_is_blocked(text: str):
    assert Level.BLOCK in _levels(text)


@pytest.mark.parametrize("text", _cases(LEFT))
def test_an_institution_that_is_a_place_an_addressee_or_the_matter_is_left(text: str):
    assert not _levels(text)


@pytest.mark.parametrize(
    ("table", "text"),
    [(t, it.strip()) for t, several in PARTS.items() for it in several.split("|")],
)
def test_an_institution_is_known_by_some_of_its_words_or_its_sound(table: str, text: str):
    assert Level.BLOCK in _levels(text, table)
