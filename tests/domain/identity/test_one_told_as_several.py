"""One observer told as several who put a view is that one; several of a room's business are not."""

import pytest
from planted import person

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.people import Attendee
from dialogueprep.exchange.lexicon_reader import read_lexicon

ONE, OTHER = person("Dao", "Lan", "", "VN"), person("Keo", "Somphone", "", "LA")
ROOM = (Attendee(who=ONE, roles=frozenset(), silent=True), Attendee(who=OTHER, roles=frozenset()))
ROSTER = Roster(participations=(ONE, OTHER), lexicon=read_lexicon(), attendance={"D1": ROOM})


@pytest.mark.parametrize("text", ["The observers objected.", "Both observers doubted the data."])
def test_a_view_of_several_is_of_the_one(text):
    assert [e.kind.value for e in examine_text(text, ROSTER)] == ["role"]


def test_what_several_do_in_the_room_is_of_nobody():
    assert not examine_text("The observers were shown to the gallery.", ROSTER)
