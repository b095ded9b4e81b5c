"""A name in hangul may be the beginning of words that meet: 강수빈도가 is how often it rains."""

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.identity.reading.korean_words import ends_within_a_word, is_word
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.exchange.lexicon_reader import read_lexicon

WORDS = [
    ("강수빈", "강수빈도가 예년보다 높아졌다."),
    ("정수장", "정수장치를 새로 들였다."),
    ("전력수", "전력수요는 여름에 는다."),
    ("이상기", "이상기후에서 생긴 일이다."),
    ("안전사", "안전사고의 통계가 없다."),
    ("주가지", "주가지수만이 올랐다."),
]
PEOPLE = [
    ("강수빈", "강수빈도 동의했다."),
    ("강수빈", "강수빈에게도 자료를 물었다."),
    ("정수장", "정수장은 반대했다."),
    ("정수진", "정수진보다 늦게 말한 사람은 없다."),
    ("이상기", "이상기만은 반대했다."),
    ("안전사", "안전사까지도 반대했다."),
    ("강수빈", "강수빈연구위원은 반대했다."),
]


def _marked(name: str, text: str) -> bool:
    person = Person(id=PersonId("1"), name=Name(family=name[0], given=name[1:], native=name))
    one = Participation(id=ParticipationId("1"), person=person, delegation="KR")
    found = examine_text(text, Roster(participations=(one,), lexicon=read_lexicon()))
    return any(name in e.text for e in found)


@pytest.mark.parametrize(("name", "text"), WORDS)
def test_a_name_within_words_that_meet_is_nobody(name: str, text: str) -> None:
    assert ends_within_a_word(text, 0, len(name))
    assert not _marked(name, text)


@pytest.mark.parametrize(("name", "text"), PEOPLE)
def test_a_name_with_particles_of_its_own_is_found(name: str, text: str) -> None:
    assert _marked(name, text)


def test_only_nouns_that_are_met_are_words() -> None:
    assert is_word("빈도")
    assert is_word("옥수수")
    assert not is_word("수빈")
