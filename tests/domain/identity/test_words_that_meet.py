"""Two words that meet may spell a name of two characters: 国王明天来访."""

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.identity.reading.han_words import is_word, runs_across
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.exchange.lexicon_reader import read_lexicon

MEETING = [
    ("王明", "国王明天来访。"),
    ("李进", "行李进站前要检查。"),
    ("江海", "长江海运公司参加。"),
    ("石开", "基石开始动摇。"),
    ("任重", "责任重大。"),
    ("堤進", "防潮堤進捗率は七割だ。"),
    ("東進", "中東進出企業の数は増えた。"),
]
NAMED = [
    ("王明", "最后王明说明了理由。"),
    ("王明", "国王明教授不同意。"),
    ("王明", "与会者王明反对。"),
    ("任重", "据任重介绍，费用会上升。"),
    ("堤進", "港湾計画局堤進課長は反対した。"),
    ("堤進", "議長は堤進案を支持した。"),
    ("堤進", "参加者堤進発言"),
]


def _found(name: str, text: str) -> list[str]:
    person = Person(id=PersonId("1"), name=Name(family=name[0], given=name[1], native=name))
    who = Participation(id=ParticipationId("1"), person=person, delegation="")
    found = examine_text(text, Roster(participations=(who,), lexicon=read_lexicon()))
    return [e.text for e in found if e.people == (who.id,)]


@pytest.mark.parametrize(("name", "text"), MEETING)
def test_ends_of_words_that_meet_are_no_name(name, text):
    assert _found(name, text) == []


@pytest.mark.parametrize(("name", "text"), NAMED)
def test_a_name_among_characters_is_one(name, text):
    assert any(name in found for found in _found(name, text))


def test_a_span_at_an_end_or_beside_a_sign_runs_across_nothing():
    assert is_word("国王")
    assert not is_word("王")
    assert runs_across("国王明天来", 1, 3)
    assert not runs_across("王明天来", 0, 2)
    assert not runs_across("国王明", 1, 3)
    assert not runs_across("国,王明天来", 2, 4)
