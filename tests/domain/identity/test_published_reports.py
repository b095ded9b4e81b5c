"""What published reports and laws say of people and sides, beside what is said in the room."""

from __future__ import annotations

from functools import cache

import pytest

from dialogueprep.domain.gate import examine_text
from dialogueprep.domain.identity.spellings.nobodys_words import before_titles, is_plain_korean
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table


@cache
def _roster():
    return roster_of(read_table("ferry"))


def _marked(text: str) -> list[str]:
    return [e.text for e in examine_text(text, _roster(), item="P")]


@pytest.mark.parametrize(
    ("of_a_report", "of_the_room", "marked"),
    [
        (
            "The fund is there for the people of Russia.",
            "The people of Russia in the room asked for a fund.",
            "The people of Russia",
        ),
        (
            "The French side will host the next round.",
            "The French side would host the next meeting only if it was paid.",
            "The French side",
        ),
        ("港务局愿同法方一道培训船员。", "法方主张同港务局一道培训船员。", "法方"),
        (
            "港務局はロシア側とともに船員を訓練する。",
            "ロシア側は船員を訓練するよう求めた。",
            "ロシア側",
        ),
        ("다음 회의는 프랑스 측이 주최한다.", "프랑스 측은 회의를 늦추자고 했다.", "프랑스 측"),
        ("송 차관은 방송에서 말했다.", "한 차관은 훈련이 짧다고 했다.", "한 차관"),
    ],
)
def test_a_side_is_left_where_it_holds_no_view(of_a_report: str, of_the_room: str, marked: str):
    assert _marked(of_a_report) == []
    assert marked in _marked(of_the_room)


@pytest.mark.parametrize("word", ["세션에서", "가능성", "예산조치", "한국군", "따르면", "인정하자"])
def test_a_word_of_ordinary_korean_words_is_plain(word: str):
    assert is_plain_korean(word)


@pytest.mark.parametrize("word", ["새크레이", "매딩리", "빌디외", "구름연구소", "마쓰바라"])
def test_a_name_is_no_plain_word(word: str):
    assert not is_plain_korean(word)


def test_a_word_before_a_title_makes_another_title():
    assert "특별" in before_titles()
    assert _marked("부문별 특별대표가 임명되었다.") == []
    assert _marked("새크레이 대표는 반대했다.") == ["새크레이"]
