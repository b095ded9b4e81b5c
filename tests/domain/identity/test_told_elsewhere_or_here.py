"""Who is told of in a text or in another town is nobody here; who puts a view is at the table."""

from dataclasses import replace

import pytest
from planted import exposed, person, room

from dialogueprep.domain.people import Sector

ROOM = room(replace(person("Dao", "Lan", "", "VN"), sector=Sector.DIPLOMACY))
CLEAN = """
이 소설은 한 대사를 다룬다. | 소설에서 한 대사가 사랑에 빠진다.
신문은 한 대사가 사임했다고 보도했다.
다른 나라의 대사가 그 책을 썼다.
伝記は、ある大使が最初の地図を作った経緯を語る。 | 전기는 한 대사가 지도를 그린 과정을 들려준다.
新聞は、ある大使が辞任したと報じた。 | 小説では、ある大使が恋に落ちる。
In the novel, an ambassador falls in love. | In the local paper, an ambassador praised the soup.
"""
HERE = [
    ("이야기는 한 대사가 꺼냈다.", "한 대사"),
    ("다큐멘터리는 한 대사가 비판했다.", "한 대사"),
    ("다른 나라의 대사가 반대했다.", "대사"),
    ("映画は、ある大使が批判した。", "ある大使"),
    ("別の国の大使は反対した。", "の大使"),
    ("新聞は出席した大使の発言を引いた。", "大使"),
    (
        "In the local paper, an ambassador at the meeting praised the text.",
        "an ambassador at the meeting",
    ),
    ("In the background paper, an ambassador argued for delay.", "an ambassador"),
]


@pytest.mark.parametrize("text", [t.strip() for t in CLEAN.replace("\n", "|").split("|") if t])
def test_who_is_told_of_elsewhere_is_nobody_here(text):
    assert exposed(ROOM, text) == []


@pytest.mark.parametrize(("text", "passage"), HERE)
def test_who_puts_a_view_is_here(text, passage):
    assert (passage, "block") in exposed(ROOM, text)
