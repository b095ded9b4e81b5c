"""Institutions of elsewhere, their proper name as it sounds and the rest translated."""

import pytest

from dialogueprep.domain.gate import ExposureKind, Level, examine_text
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table


@pytest.fixture(scope="module")
def rooms():
    return {name: roster_of(read_table(name)) for name in ("wren", "teal", "heron")}


VIEWS = [
    ("wren", "W1", "w17", "ハラケケ政策研究所は費用が高すぎると主張した。"),
    ("wren", "W1", "w17", "하라케케연구소는 비용이 높다고 주장했다."),
    ("wren", "W1", "w17", "哈拉凯凯政策研究所认为费用太高。"),
    ("wren", "W1", "w05", "시오카제 어협은 비용이 높다고 주장했다."),
    ("wren", "W1", "w19", "フィヨルドリース・シーフードは費用が高すぎると主張した。"),
    ("wren", "W1", "w10", "水产追溯局认为费用太高。"),
    ("wren", "W1", "w10", "水産トレーサビリティ局は費用が高すぎると主張した。"),
    ("wren", "W1", "w18", "내륙국선박등록사무소는 비용이 높다고 주장했다."),
    ("teal", "S1", "d1", "ノルトリヒト財団は費用が高すぎると主張した。"),
    ("teal", "S1", "m1", "国家粮食储备局认为费用太高。"),
    ("teal", "S1", "p1", "琥珀海岸大学认为费用太高。"),
    ("teal", "S1", "r1", "보스포루스지역연락사무소는 비용이 높다고 주장했다."),
]
FREE = [
    ("wren", "W1", "資料はハラケケ政策研究所が印刷した。"),
    ("teal", "S1", "会议由琥珀海岸大学承办。"),
    ("wren", "W1", "ハリケン研究所は費用が高すぎると主張した。"),
    ("wren", "W1", "하라다연구소는 비용이 높다고 주장했다."),
    ("teal", "S1", "ノルウェー財団は費用が高すぎると主張した。"),
    ("heron", "H1", "スタンフォード研究所は費用が高すぎると主張した。"),
    ("wren", "W1", "哈佛大学认为费用太高。"),
]


@pytest.mark.parametrize(("table", "item", "who", "text"), VIEWS)
def test_an_institution_is_known_by_sound_and_meaning(rooms, table, item, who, text):
    found = examine_text(text, rooms[table], item=item)
    kinds = {(e.level, e.kind) for e in found if who in e.people}
    assert (Level.BLOCK, ExposureKind.AFFILIATION) in kinds


@pytest.mark.parametrize(("table", "item", "text"), FREE)
def test_a_host_and_who_only_sounds_alike_are_free(rooms, table, item, text):
    assert examine_text(text, rooms[table], item=item) == ()
