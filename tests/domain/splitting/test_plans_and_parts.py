"""Plans that name acts without a word of proposing, and the parts of documents that are none."""

from __future__ import annotations

import pytest

from dialogueprep.domain.splitting.proposal import Proposal, Unit
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues


def found(text: str) -> tuple[Proposal, ...]:
    return split(read_pasted(text), read_cues())


def recommended(text: str) -> list[str]:
    return [p.passage for p in found(text) if p.kind is Unit.RECOMMENDATION]


@pytest.mark.parametrize(
    ("opening", "points"),
    [
        (
            "会议于五月在海边举行，与会者四十人。\n\n## 今后任务\n\n",
            ["设立联合搜救值班室", "海事院校每年互换教官两名", "编制灯号手册，并向渔民发放"],
        ),
        (
            "五月に会合を開き、四十名が参加した。\n\n## 推進方向\n\n",
            ["救難当直室を設置し、夜間も人を置く。", "灯火の手引きを作り、漁師に配る。"],
        ),
        (
            "지난 5월 회의를 열어 40명이 참석하였다.\n\n## 정책 방향\n\n",
            ["구조 당직실 설치 및 야간 인력 확보", "등화 안내서의 통일과 어민 무상 배포"],
        ),
        (
            "Forty people met in May.\n\n## Action table\n\n",
            ["A joint rescue desk, staffed at night", "Yearly exchange of two instructors"],
        ),
    ],
)
def test_a_point_of_a_plan_is_one_idea(opening: str, points: list[str]) -> None:
    text = opening + "".join(f"- {point}\n" for point in points)
    assert [p.passage for p in found("# 船 Ports\n\n" + text)] == points


@pytest.mark.parametrize(
    "sentence",
    [
        "구조 체계 강화와 어선 정보 공유 확대에 대한 논의가 필요하다.",
        "등대 복원 및 야간 항로 정비의 필요성을 제시하였다.",
        "救難体制の強化と漁船情報の共有拡大に向けた議論が必要である。",
    ],
)
def test_what_is_to_be_talked_about_together_is_one_idea(sentence: str) -> None:
    assert recommended(sentence) == [sentence]


def test_acts_that_a_comma_tells_apart_stay_apart() -> None:
    text = "회의는 추진체계의 재정비, 법 제도 정비와 통로 다원화의 필요성을 주장했다."
    assert len(recommended(text)) > 1


@pytest.mark.parametrize(
    "sentence",
    [
        "We considered, and do not recommend, a common hull standard.",
        "专家不建议设立新的机构。",
        "研究会は新しい機関の設立を推奨しない。",
        "연구진은 선체 규격의 의무화를 권고하지 않는다.",
        "He underscored the importance of building enduring friendships.",
    ],
)
def test_what_is_not_recommended_or_only_valued_is_not_proposed(sentence: str) -> None:
    assert recommended(sentence) == []


@pytest.mark.parametrize(
    ("heading", "proposal"),
    [
        ("说明", "专家组应公布检查结果。"),
        ("质疑", "各港应公布潮汐表。"),
        ("質疑", "各港は潮汐表を公表すべきだ。"),
        ("초록", "각 항구는 조석표를 공개해야 한다."),
        ("Abstract", "Ports should publish tide tables."),
        ("Tide workshop held in Busan, Korea", "Ports should publish tide tables."),
    ],
)
def test_parts_of_documents_and_news_are_no_topics(heading: str, proposal: str) -> None:
    text = f"# Tides 潮汐\n\n{proposal}\n\n## {heading}\n\n{proposal.replace('公', '再公')}\n"
    assert [p for p in found(text) if p.kind is Unit.TOPIC] == []


def test_a_running_head_is_no_topic() -> None:
    head = "Institute of Harbours                    Policy Report 41"
    text = f"It rained.\n\n## {head}\n\nPorts should publish tide tables."
    assert [p.passage for p in found(text)] == ["Ports should publish tide tables."]


def test_paragraphs_numbered_as_an_outline_are_points() -> None:
    text = "# 梯田\n\n2.1 设立管护员岗位。\n\n2.2 梯田共十九处。\n\n2.3 联合研制坡地插秧机。"
    assert recommended(text) == ["设立管护员岗位。", "联合研制坡地插秧机。"]


def test_directions_counted_inside_a_sentence_are_proposed_each() -> None:
    text = "그는 대응방향으로 첫째, 항로의 공동 정비 추진, 둘째, 등대 협력 추구 등을 제시하였다."
    assert recommended(text) == ["항로의 공동 정비 추진", "등대 협력 추구 등을 제시하였다."]


def test_chinese_acts_that_name_nothing_go_on_with_the_one_before() -> None:
    text = "三国应制定灯号标准，成立相关机构、确立相关制度。"
    assert recommended(text) == [text]


def test_a_part_that_only_stresses_one_thing_goes_on_with_the_one_before() -> None:
    text = "建议各港举办搜救演练，重点提升小渔船的自救能力。"
    assert recommended(text) == [text]
