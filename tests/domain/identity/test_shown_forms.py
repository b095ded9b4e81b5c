"""Forms as the user looks at them: by script, as they are written, each once, usual ones first."""

import pytest
from planted import level, person, room

from dialogueprep.domain.gate import examine_text
from dialogueprep.domain.identity.spellings.shown_forms import Script, shown_forms
from dialogueprep.exchange.lexicon_reader import read_lexicon


def shown(who):
    known = shown_forms(who.person, read_lexicon(), who.territory)
    return {script: [f.form for f in forms] for script, forms in known.items()}


def test_forms_are_shown_by_script_and_begin_as_they_were_typed():
    forms = shown(person("Meng", "Qiaoyun", "孟巧云", "CN"))
    assert list(forms) == [Script.LATIN, Script.HAN, Script.KANA, Script.HANGUL]
    assert forms[Script.LATIN][0] == "Meng Qiaoyun"
    assert forms[Script.HAN] == ["孟巧云"]
    assert forms[Script.KANA][0] == "モン・チャオユン"


def test_each_habit_has_its_turn_among_the_first_forms():
    latin = shown(person("Tan", "Boon Kiat", "陈文杰", "SG"))[Script.LATIN]
    assert {"Tan Boon Kiat", "Chen Wenjie", "Chan Man-kit"} <= set(latin[:4])


def test_forms_that_differ_in_spaces_and_order_are_one():
    latin = shown(person("Moon", "Se-ra", "문세라", "KR"))[Script.LATIN]
    assert latin.count("Moon Se-ra") == 1
    assert "Moon Sera" not in latin
    assert "Se-ra Moon" not in latin


def test_particles_stay_small_and_hyphened_names_keep_their_capitals():
    assert shown(person("van der Meulen", "Pieter", "", "NL"))[Script.LATIN] == [
        "Pieter van der Meulen",
        "Piet van der Meulen",
    ]
    latin = shown(person("Müller-Brandt", "Käthe", "", "DE"))[Script.LATIN]
    assert latin == ["Käthe Müller-Brandt", "Kaethe Muller-Brandt"]


@pytest.mark.parametrize("written", ["Bob Ashdown", "Ashdown, Bob", "BOB ASHDOWN", "Bob  Ashdown"])
def test_a_form_that_is_switched_off_is_off_in_every_order_and_case(written):
    roster = room(person("Ashdown", "Robert", "", "GB", off=("Bob Ashdown",)))
    assert not any(e.whole for e in examine_text(f"It was {written}.", roster))
    assert any(e.whole for e in examine_text("It was Robert Ashdown.", roster))


def test_what_was_added_goes_first_and_what_is_off_is_told():
    who = person("Ashdown", "Robert", "", "GB", forms=("Robbo",), off=("Bert Ashdown",))
    latin = shown_forms(who.person, read_lexicon(), "GB")[Script.LATIN]
    assert (latin[0].form, latin[0].added) == ("Robbo", True)
    assert [f.form for f in latin if not f.on] == ["Bert Ashdown"]


def test_every_form_that_is_shown_is_found():
    for family, given, native, territory in (
        ("Hsieh", "Chih-wei", "謝志偉", "TW"),
        ("Lee", "Kyung-hee", "이경희", "KR"),
        ("Ōnuki", "Junpei", "大貫純平", "JP"),
        ("Shcherbakov", "Yevgeny", "Евгений Щербаков", "RU"),
        ("Widjajakusuma", "Djoko", "", "ID"),
    ):
        who = person(family, given, native, territory)
        roster = room(who)
        forms = [f for listed in shown(who).values() for f in listed]
        assert [f for f in forms if level(roster, f"Thanks to {f}.", f) != "block"] == []
