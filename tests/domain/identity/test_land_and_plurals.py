"""Land and its names are nobody, though a participant's name is a word in them."""

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.exchange.lexicon_reader import read_lexicon

GIANG = Name(family="Đỗ", given="Thu Giang", native="Đỗ Thu Giang")
OF_A_PLACE = Name(family="Võ", given="An Giang", native="Võ An Giang")
BROOKS = Name(family="Brooks", given="Curtis", native="Curtis Brooks")
CLEAN = [
    (GIANG, "The water reached An Giang and Dong Thap within three days."),
    (GIANG, "Rice prices fell in Kien Giang."),
    (BROOKS, "The banks of two small brooks gave way in the night."),
    (BROOKS, "There were no brooks left."),
]
LEAKS = [
    (GIANG, "Giang objected."),
    (GIANG, "Dr Giang asked about the An Giang gauges."),
    (OF_A_PLACE, "An Giang objected."),
    (OF_A_PLACE, "The point was raised by An Giang."),
    (BROOKS, "Brooks gave way in the end."),
    (BROOKS, "thanks to brooks for the map of the brooks"),
]


def _marks(name: Name, text: str) -> int:
    person = Person(id=PersonId("1"), name=name)
    one = Participation(id=ParticipationId("1"), person=person, delegation="VN")
    return len(examine_text(text, Roster(participations=(one,), lexicon=read_lexicon())))


@pytest.mark.parametrize(("name", "text"), CLEAN)
def test_a_province_and_a_plural_are_nobody(name: Name, text: str) -> None:
    assert not _marks(name, text)


@pytest.mark.parametrize(("name", "text"), LEAKS)
def test_whoever_is_called_so_is_found(name: Name, text: str) -> None:
    assert _marks(name, text)
