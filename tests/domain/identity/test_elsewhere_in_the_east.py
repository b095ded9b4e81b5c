"""Who is of elsewhere, told in two descriptions or by a long surname, in East Asian languages."""

from functools import cache

import pytest

from dialogueprep.domain.identity.search import Search, search_of
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table


@cache
def _search(table: str) -> Search:
    return search_of(roster_of(read_table(table)))


@pytest.mark.parametrize(
    "text",
    [
        "北京大学的教授撰文介绍了都江堰。",
        "京都大学の准教授らが昨年公表した地図も参考にした。",
        "서울대학교 교수 두 명이 작년에 펴낸 지도도 참고하였다.",
        "中方与日方主管部门何时对接，尚待确定。",
        "女士们先生们，会议现在开始。",
        "次官、局長、課長が竣工式に出席した。",
        "임시 창고의 온도 관리가 과제로 남았다.",
        "지류 하나에서 시작하자는 제안도 있었다.",
    ],
)
def test_nobody_of_the_room_is_told_of(text: str):
    assert not _search("weir").examine(text)


@pytest.mark.parametrize(
    ("table", "text", "passage", "who"),
    [
        (
            "weir", "水文の専門家で、ポーランドから来た参加者が紹介した。",
            "専門家で、ポーランドから来た参加者", "o1",
        ),
        ("weir", "华沙：没意见", "华沙", "o1"),
        ("weir", "ワルシャワ：異論なし", "ワルシャワ", "o1"),
        ("weir", "바르샤바: 이견 없음", "바르샤바", "o1"),
        ("linnet", "春日井さんは述べた。", "春日井さん", "j4"),
        ("hazel", "韓国のNGO関係者は、夜間の搬送が止まった経緯を語った。", "韓国のNGO関係者", "k4"),
    ],
)  # fmt: skip
def test_who_is_told_so_is_found(table: str, text: str, passage: str, who: str):
    found = _search(table).examine(text)
    assert any(it.text.endswith(passage) and list(it.people) == [who] for it in found)
