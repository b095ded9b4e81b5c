"""Names of many cultures: each form that writers use, parts that stand as a person, ordinary words.

The tables stand in ``forms_*.py``, a file for each part of the world.
"""

import forms_chinese
import forms_inner_asian
import forms_japanese
import forms_korean
import forms_other_people
import forms_southeast_asian
import forms_western
import pytest
from planted import cases, exposed, is_whole, level

STRICT = (forms_chinese, forms_inner_asian, forms_japanese, forms_korean, forms_western)
MAY_WARN = (forms_southeast_asian, forms_other_people)
"""Some of these names are words: ordinary text may be warned of, and is not blocked."""
EVERYBODY = (*STRICT, *MAY_WARN)


def rows(tables, which):
    """Return the rows of one kind of several tables, each with its people and an id."""
    return [
        pytest.param(table.ROOMS, *row, id=f"{table.__name__[6:]}-{row[0]}-{row[1]}")
        for table in tables
        for row in (table.JUDGED if which == "JUDGED" else cases(getattr(table, which)))
    ]


@pytest.mark.parametrize(("rooms", "who", "written"), rows(EVERYBODY, "FORMS"))
def test_a_form_is_found_as_the_full_name(rooms, who, written):
    found = is_whole(rooms[who], written)
    if rooms is forms_inner_asian.ROOMS and not found:  # one name and initials: blocked at least
        found = level(rooms[who], f"Thanks to {written} for it", written) == "block"
    assert found


@pytest.mark.parametrize(("rooms", "who", "text", "passage", "expected"), rows(EVERYBODY, "JUDGED"))
def test_a_part_of_a_name_that_stands_as_a_person(rooms, who, text, passage, expected):
    assert level(rooms[who], text, passage) == expected


@pytest.mark.parametrize(("rooms", "who", "text"), rows(STRICT, "CLEAN"))
def test_ordinary_words_stay_unmarked(rooms, who, text):
    assert exposed(rooms[who], text) == []


@pytest.mark.parametrize(("rooms", "who", "text"), rows(MAY_WARN, "CLEAN"))
def test_ordinary_words_are_not_blocked(rooms, who, text):
    assert "block" not in [found for _, found in exposed(rooms[who], text)]


@pytest.mark.parametrize(
    "text",
    ["Anders Sjöström1 said so.", "Dr Sjöström2 said so.", "See 3Sjöström, who said so."],
)
def test_the_mark_of_a_footnote_hides_no_name(text):
    assert any(
        "Sjöström" in passage for passage, _ in exposed(forms_western.ROOMS["sjöström"], text)
    )


def test_a_name_ends_with_its_sentence():
    said = exposed(forms_western.ROOMS["sjöström"], "We thank Anders Sjöström. Anders then left.")
    assert [passage for passage, _ in said] == ["Anders Sjöström", "Anders"]
    said = exposed(forms_western.ROOMS["sjöström"], "We thank A. Sjöström here.")
    assert said == [("A. Sjöström", "block")]
