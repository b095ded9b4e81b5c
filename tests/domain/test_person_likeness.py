"""Who of the directory may be one person, and who is not offered as such."""

from __future__ import annotations

import pytest

from dialogueprep.domain.people import (
    Affiliation,
    FormState,
    Name,
    NameForm,
    Person,
    PersonId,
)
from dialogueprep.domain.person_likeness import Known, Why, likely_pairs, likely_same
from dialogueprep.exchange.lexicon_reader import read_lexicon

LEXICON = read_lexicon()


def known(
    id_: str, family: str = "X", given: str = "", native: str = "", place: str = "",
    territory: str = "", reading: str = "", **facts,
) -> Known:  # fmt: skip
    name = Name(family=family, given=given, native=native, reading=reading)
    places = (Affiliation(name=place),) if place else ()
    return Known(Person(id=PersonId(id_), name=name, **facts), territory, places)


CASES = [
    (known("a", "Shen", "Yuheng", "沈昱衡"), known("b", "SHEN", "Yu-heng", "沈昱衡"), Why.NATIVE),
    (known("a", "Zhang", "Wei", "張偉"), known("b", "Zhang", "W.", "张伟"), Why.NATIVE),
    (known("a", "Shen", "Yuheng"), known("b", "Yuheng", "Shen"), Why.SWAPPED),
    (known("a", "Kim", "Min-su", "김민수", territory="KR"), known("b", "Gim", "Minsoo"),
     Why.SPELLING),
    (known("a", "沈", "昱衡", "沈昱衡"), known("b", "Shen", "Yuheng"), Why.SPELLING),
    (known("a", "Satō", "Ken"), known("b", "Sato", "Ken"), Why.SPELLING),
    (known("a", "Sato", "Ken", reading="さとう けん"),
     known("b", "Satoh", "K", reading="サトウケン"), Why.READING),
    (known("a", "Berg", email="A@x.example"), known("b", "Other", email="a@x.example"), Why.EMAIL),
    (known("a", "Berg", "Anna", place="Bay Institute"),
     known("b", "Berg", "A", place="Bay institute"), Why.INITIAL),
    (known("a", "Berg", "Anna", forms=(NameForm("Anni Berg", FormState.ADDED),)),
     known("b", "Berg", "Anni"), Why.FORM),
    (known("a", "Suharti"), known("b", "Suharti"), Why.SPELLING),
    (known("a", "Ouyang", "Xiu"), known("b", "欧阳", "修", "欧阳修"), Why.SPELLING),
    (known("a", "Namgung", "Hye-won", "남궁혜원", territory="KR"),
     known("b", "Hyewon", "Namgoong"), Why.SWAPPED),
    (known("a", "Sunwoo", "Jin", territory="KR"),
     known("b", "선우", "진", "선우진", territory="KR"), Why.SPELLING),
    (known("a", "Nguyễn", "Văn An"), known("b", "Nguyen", "Van An"), Why.SPELLING),
    (known("a", "van der Meer", "Anna"), known("b", "Vandermeer", "Anna"), Why.SPELLING),
    (known("a", "齋藤", "", "齋藤一"), known("b", "斎藤", "", "斎藤一"), Why.NATIVE),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), CASES)
def test_two_entries_of_one_person_are_found_either_way(one, other, why):
    for people in ((one, other), (other, one)):
        (pair,) = likely_pairs(people, LEXICON)
        assert why in pair.why
    (found,) = likely_same(one, [one, other], LEXICON)
    assert found.other == other.person.id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known("a", "Wang", "Wei", "王伟"), known("b", "Wang", "Wei", "王薇")),
        (known("a", "Berg", "Anna", place="Bay"), known("b", "Berg", "Arne", place="Bay")),
        (known("a", "Berg", "Anna", place="Bay"), known("b", "Berg", "A", place="Sea")),
        (known("a", "Lund", place="Bay"), known("b", "Moe", place="Bay")),
        (known("a", "O"), known("b", "O")),
    ],
)
def test_two_people_are_left_alone(one, other):
    assert likely_pairs((one, other), LEXICON) == ()


def test_what_was_settled_is_not_offered_again():
    one, other = CASES[0][:2]
    assert likely_pairs((one, other), LEXICON, [frozenset("ab")]) == ()


def test_two_of_a_thousand_are_found():
    syllables = ["min", "su", "jin", "ho", "yeon", "hyun", "seo", "ji", "woo", "ah"]
    people = [
        known(str(n), f"Fam{n // 10:03}", f"{syllables[n % 10]}{syllables[n // 10 % 10]}x{n}")
        for n in range(1000)
    ]
    pairs = likely_pairs([*people, known("twin", "Fam003", "hohox33")], LEXICON)
    assert [p.ids for p in pairs] == [{"33", "twin"}]
