"""Every form of every name is found where it is planted, and forms can be added or switched off."""

from dataclasses import replace

import pytest

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.identity.spellings.names import plain_forms
from dialogueprep.domain.people import FormState, Name, NameForm, Participation, Person

SETTINGS = ("The view of {} was noted.", "({})", "«{}»", "Agreed: {}.", "与会者感谢{}。", "{}は、")


def _planted(form, around):
    return around.format(form.title() if form.isascii() else form)


@pytest.mark.parametrize("around", SETTINGS)
def test_every_plain_form_is_found_where_it_is_planted(invented_roster, lexicon, around):
    missed = [
        form
        for who in invented_roster.participations
        for form in plain_forms(who.person, lexicon, who.territory)
        if who.person.id
        not in {p for e in examine_text(_planted(form, around), invented_roster) for p in e.people}
    ]
    assert missed == []


@pytest.mark.parametrize("written", ["HONG Gil-dong", "Gildong Hong", "Hong Kil-tong", "홍 길동"])
def test_korean_spellings_of_a_name_known_in_hangul(lexicon, written):
    roster = _alone(lexicon, Name(family="Hong", given="Gil-dong", native="홍길동"))
    assert [e.whole for e in examine_text(f"Thanks to {written}.", roster)] == [True]


def test_a_name_typed_in_latin_letters_only_is_found_in_other_korean_spellings(lexicon):
    roster = _alone(lexicon, Name(family="Rhee", given="Young-jae"))
    assert examine_text("Yi Yong-jai replied.", roster)[0].whole


def test_a_form_that_the_user_added_is_found(lexicon):
    added = NameForm("Gil the Younger", FormState.ADDED)
    roster = _alone(lexicon, Name(family="Hong", given="Gil-dong"), added)
    assert examine_text("Gil the Younger was thanked", roster)[0].whole


def test_a_form_that_the_user_switched_off_is_not_reported(lexicon):
    off = NameForm("Hong Kil-dong", FormState.OFF)
    roster = _alone(lexicon, Name(family="Hong", given="Gil-dong", native="홍길동"), off)
    assert not any(e.whole for e in examine_text("the tale of Hong Kil-dong", roster))
    assert examine_text("the tale of Hong Gil-dong", roster)[0].whole


def _alone(lexicon, name, *forms):
    person = Person(id="1", name=name, forms=forms)
    who = Participation(id="1", person=person, delegation="KR", territory="KR")
    return Roster(participations=(who,), lexicon=lexicon)


def test_two_people_of_one_surname_are_both_meant(lexicon):
    one = Participation(
        id="1", person=Person(id="1", name=Name(family="Kim", given="Ara")), delegation="KR"
    )
    other = replace(one, id="2", person=Person(id="2", name=Name(family="Kim", given="Bora")))
    roster = Roster(participations=(one, other), lexicon=lexicon)
    assert examine_text("Dr Kim asked.", roster)[0].people == ("1", "2")
