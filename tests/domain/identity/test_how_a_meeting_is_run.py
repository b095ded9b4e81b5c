"""Who carries a meeting through tells no view; who spoke first or last with a view is told."""

import pytest

from dialogueprep.domain.gate import ExposureKind, Level, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table

# A table with a chair, a rapporteur and people from six countries.


@pytest.fixture(scope="module")
def room():
    return roster_of(read_table("lighthouse"))


RUN = [
    "The chair opened the session at nine and explained the rules.",
    "The chair thanked all participants and gave the floor to the first panel.",
    "The summary was compiled by the rapporteur after the meeting.",
    "The rapporteur will send the draft summary within a week.",
    "主席宣布会议开幕，并介绍了议程。",
    "主席听取了意见；有人反对这一方案。",
    "報告員が要約を取りまとめた。",
    "議長が開会を宣言し、会議の進め方を説明した。",
    "의장이 폐회를 선언하고 참석자에게 감사를 표했다.",
    "의장은 주최 측에 감사하고 폐회하였다.",
    "The keynote address was followed by coffee in the garden.",
    "3. 主旨演讲20分钟，提问10分钟",
    "9:15　基調講演（質疑込み40分）",
    "의장이 마지막 발언 신청을 받은 뒤 토의를 종결하였다.",
]
TOLD = [
    "The chair opened the session and said that the draft was weak.",
    "The chair thanked Japan and sided with it.",
    "The chair introduced the item as the most dangerous of the day.",
    "主席介绍议题时称其为最危险的一项。",
    "의장은 폐회사에서 서두르지 말라고 경고하였다.",
    "The rapporteur will not circulate the draft, which she called thin.",
    "主席宣布休会，语气不满。",
    "主席批评了草案；有人反对。",
    "議長が予定より早く閉会を宣言した。",
    "의장이 폐회를 선언하고 초안을 비판했다.",
]
TURNS = [
    ("The last speaker of the day doubted it.", Level.BLOCK),
    ("The first to speak wanted a pause.", Level.BLOCK),
    ("最先发言的人反对这一条。", Level.BLOCK),
    ("最後の発言者は反対した。", Level.BLOCK),
    ("첫 발언자는 반대했다.", Level.BLOCK),
    ("The next speaker doubted it.", Level.WARN),
    ("The opening presentation set the tone.", Level.WARN),
    ("The keynote address was followed by a gloomy silence.", Level.WARN),
    ("最先发言的人20分钟一直在抱怨。", Level.BLOCK),
    ("The last speaker should be heard before five.", None),
]


@pytest.mark.parametrize("text", RUN)
def test_how_a_meeting_is_run_is_not_marked(room, text):
    assert examine_text(text, room, item="L1") == ()


@pytest.mark.parametrize("text", TOLD)
def test_what_an_officer_thinks_is_marked(room, text):
    assert ExposureKind.ROLE in {e.kind for e in examine_text(text, room, item="L1")}


@pytest.mark.parametrize(("text", "level"), TURNS)
def test_a_turn_with_a_view_is_graver_than_a_turn(room, text, level):
    turns = [e.level for e in examine_text(text, room, item="L1") if e.kind is ExposureKind.ORDER]
    assert turns == ([level] if level else [])
