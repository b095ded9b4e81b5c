"""A word that ends like a name does not hide the name behind it."""

import pytest
from planted import exposed, level, person, room

ROOM = room(
    person("Barr", "Ed", territory="US"),
    person("Ng", "Kim", territory="SG"),
    person("Le", "Anh", territory="VN"),
    person("Gil", "An", territory="KR"),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We asked Ed Barr about water.", "Ed Barr"),
        ("We asked ed barr about water.", "ed barr"),
        ("It ended; Ed Barr agreed.", "Ed Barr"),
        ("They asked Barr, Ed about it.", "Barr, Ed"),
        ("During the evening Kim Ng wrote it down.", "Kim Ng"),
        ("at the round table Anh Le agreed", "Anh Le"),
    ],
)
def test_a_full_name_behind_a_word_that_ends_like_part_of_it_is_whole(text, name):
    assert level(ROOM, text, name) == "block"
    assert [found for found, _ in exposed(ROOM, text)] == [name]


def test_the_ending_of_a_word_is_no_part_of_a_name():
    assert exposed(ROOM, "They asked for barrels, and the meeting ended.") == []
    assert exposed(ROOM, "They asked Barr about it.") == [("Barr", "block")]


@pytest.mark.parametrize(
    "written", ["EdBarr", "BarrEd", "Ed-Barr", "Ed\u200bBarr", "E\u00add Barr"]
)
def test_parts_that_are_written_together_are_one_name(written):
    assert level(ROOM, f"As {written} said.", written) == "block"
