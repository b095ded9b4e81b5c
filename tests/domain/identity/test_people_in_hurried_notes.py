"""Somebody told in hurried notes by a people, a title or a role, without a verb or an article."""

import pytest

from dialogueprep.domain.gate import ExposureKind, Level, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table


@pytest.fixture(scope="module")
def room():
    return roster_of(read_table("basalt"))


TOLD = [
    "the Spaniard: insurers first",
    "Malaysian guy against",
    "both Indonesians: no treaty",
    "the colonel not keen",
    "ex-colonel told a war story",
    "the CTO: a year of logs",
    "the reporter: open the registry",
    "US prof unimpressed",
    "德国人哪条都不喜欢",
    "今早从柏林飞来的那位说不",
    "西班牙女士:让保险公司去管",
    "ドイツの人は全部気に入らない様子",
    "マレーシアの方も第三条に反対",
    "ウズベクの女性官僚、誰が払うのかと",
    "우즈벡 여성분 보험료 누가 내냐고",
    "베트남 기업인: 허가에 14개월",
    "예비역 대령: 어느 선인지 몰랐다",
]
GENERAL = [
    "Germans pay in cash",
    "Malaysian permits: 14 months",
    "retired colonels run half of these firms",
    "participants: 24",
    "德国人喜欢散步",
    "泰国人均收入翻了一番",
    "美国教授工资高",
    "ドイツの人は散歩が好きだ",
    "タイの人口は七千万",
    "스페인 분위기의 식당",
    "베트남 기업인 비자: 14일",
]
VIEWS = [
    "chair cut in: she herself finds tiering silly",
    "chair: tiers are silly, said so twice",
    "rapp doubts it",
    "per chair: no tiers",
    "主席插话:她自己觉得分级没意思",
    "議長は段階制に否定的",
    "의장: 등급제 무의미",
]
RUN = [
    "chair: coffee at 10:30, back by 10:45 sharp",
    "chair suggests we break",
    "corrections to the rapporteur by noon",
    "The chair, having thanked the hosts, adjourned until nine.",
    "主席宣布开会,并说明了会议规则。",
    "问题写在纸上交给主席。",
    "議長九時五分開会、規則読み上げ、電話は回収",
    "議長閉会、五時半",
    "의장 9시 5분 개회, 규칙 낭독, 휴대전화 수거",
    "수정 사항은 정오까지 서기에게",
]


@pytest.mark.parametrize("text", TOLD)
def test_somebody_told_at_the_head_of_a_note_is_blocked(room, text):
    assert Level.BLOCK in {e.level for e in examine_text(text, room, item="B1")}


@pytest.mark.parametrize("text", GENERAL)
def test_people_in_general_are_not_marked(room, text):
    assert examine_text(text, room, item="B1") == ()


@pytest.mark.parametrize("text", VIEWS)
def test_an_officer_with_a_view_is_blocked(room, text):
    assert ExposureKind.ROLE in {e.kind for e in examine_text(text, room, item="B1")}


@pytest.mark.parametrize("text", RUN)
def test_how_the_meeting_is_run_is_clean_in_notes(room, text):
    assert examine_text(text, room, item="B1") == ()
