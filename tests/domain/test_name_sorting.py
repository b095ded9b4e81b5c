"""Lists of names: each order, its ties, and that it is total."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.name_sorting import (
    ListOrder,
    Naming,
    Sorting,
    Strokes,
    has_reading,
    in_order,
    without_particles,
)
from dialogueprep.domain.people import (
    Affiliation,
    Name,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
)
from dialogueprep.exchange.strokes_reader import read_strokes

STROKES = read_strokes()


def one(native: str = "", family: str = "", given: str = "", reading: str = "", place: str = ""):
    name = Name(family=family or native or "X", given=given, native=native, reading=reading)
    return Participation(
        id=ParticipationId(native + family),
        person=Person(id=PersonId(f"{native}{family}{given}{reading}"), name=name),
        delegation="CN",
        affiliation=Affiliation(name=place),
    )


def natives(people):
    return [p.person.name.native or p.person.name.family for p in people]


def by(sorting: Sorting, *people, language="en"):
    return natives(in_order(people[::-1], sorting, language, STROKES))


def test_surnames_of_few_strokes_stand_first_and_equal_ones_by_the_kind_of_stroke():
    names = ["张伟", "王芳", "丁一", "毛宁", "马力", "李明", "欧阳修", "司徒敏", "卫红"]
    in_their_order = ["丁一", "卫红", "马力", "王芳", "毛宁", "司徒敏", "李明", "张伟", "欧阳修"]
    assert by(Sorting.STROKES, *map(one, names)) == in_their_order
    assert by(Sorting.STROKES, one("王芳"), one("毛宁")) == ["王芳", "毛宁"]  # heng before pie


def test_of_one_surname_the_shorter_name_stands_before_the_one_that_goes_on():
    assert by(Sorting.STROKES, one("李一凡"), one("李一"), one("李乙")) == [
        "李一",
        "李一凡",
        "李乙",
    ]


def test_who_has_no_characters_follows_by_latin_spelling():
    people = (one(family="Berg"), one("王芳"), one("김민수", family="Kim"), one(family="Abe"))
    assert by(Sorting.STROKES, *people) == ["王芳", "Abe", "Berg", "김민수"]
    assert not has_reading(people[0], Sorting.STROKES, STROKES)


def test_an_unknown_character_is_no_guess():
    assert not has_reading(one("王\U0002a6d6"), Sorting.STROKES, Strokes({"王": "1121"}))


def test_pinyin_goes_by_letters_then_tone_and_a_typed_spelling_wins():
    assert by(Sorting.PINYIN, one("李明"), one("黎明"), one("梁安")) == ["黎明", "李明", "梁安"]
    shan = one("单安", family="Shan", given="An")
    assert by(Sorting.PINYIN, one("石安"), shan) == ["单安", "石安"]
    zeng = one("曾力", family="Zeng", given="Li")
    assert by(Sorting.PINYIN, one("张力"), zeng) == ["曾力", "张力"]
    assert by(Sorting.PINYIN, one("欧阳一", family="Ouyang", given="Yi"), one("欧一")) == [
        "欧阳一", "欧一",
    ]  # fmt: skip


def test_kana_goes_by_gojuon_without_marks_and_with_long_vowels():
    people = [
        one("佐藤", reading="さとう けん"), one("加藤", reading="カトウ ケン"),
        one("後藤", reading="ごとう けん"), one("小平", reading="こだいら けん"),
        one(native="サーラ"), one(family="Abe"),
    ]  # fmt: skip
    assert by(Sorting.KANA, *people) == ["加藤", "小平", "後藤", "サーラ", "佐藤", "Abe"]


def test_hangul_goes_by_the_dictionary_and_reads_what_others_give_in_hangul():
    mori = one("森", family="Mori", reading="모리")
    people = [one("남궁민"), one("남기철"), one("선우진"), one("제갈량"), mori, one(family="Abe")]
    assert by(Sorting.HANGUL, *people) == ["남궁민", "남기철", "森", "선우진", "제갈량", "Abe"]


def test_particles_in_small_letters_are_passed_over():
    assert without_particles("van der Meer") == "Meer"
    assert without_particles("Van der Meer") == "Van der Meer"
    assert without_particles("al-Rashid") == "Rashid"
    assert without_particles("de") == "de"
    people = [one(family="van der Meer"), one(family="Lund"), one(family="Núñez"), one(family="O")]
    assert by(Sorting.ALPHABET, *people) == ["Lund", "van der Meer", "Núñez", "O"]


@pytest.mark.parametrize(
    ("family", "given", "order", "listed"),
    [
        ("van der Meer", "Anna", NameOrder.GIVEN_FIRST, "Anna van der MEER"),
        ("Nguyễn", "Văn An", NameOrder.FAMILY_FIRST, "NGUYỄN Văn An"),
        ("Suharti", "", NameOrder.FAMILY_FIRST, "SUHARTI"),
        ("O", "", NameOrder.FAMILY_FIRST, "O"),
        ("al-Rashid", "Omar", NameOrder.GIVEN_FIRST, "Omar al-RASHID"),
        ("ahmad", "bin Ismail", NameOrder.FAMILY_FIRST, "AHMAD bin Ismail"),
        ("de la Cruz", "", NameOrder.FAMILY_FIRST, "de la CRUZ"),
    ],
)
def test_family_names_stand_in_capitals_and_particles_do_not(family, given, order, listed):
    assert Name(family=family, given=given, order=order).listed == listed


def test_by_institution_and_then_by_name():
    people = [
        one("王芳", place="The Bay Institute"), one("丁一", place="Bay Institute"),
        one("李明", place="Arch House"), one("张伟"),
    ]  # fmt: skip
    assert by(Sorting.INSTITUTION, *people, language="zh") == ["李明", "丁一", "王芳", "张伟"]


def test_each_language_has_a_usual_order_that_can_be_chosen_anew():
    naming = Naming({"zh": ListOrder(Sorting.STROKES, grouped=False)})
    assert naming.order("zh") == ListOrder(Sorting.STROKES, grouped=False)
    assert naming.order("ja") == ListOrder(Sorting.KANA)


WORDS = st.text(alphabet="王李张阳々森さとうサーガ김남궁Aaé -ouü\u202e\U0002a6d6", max_size=4)
PEOPLE = st.lists(
    st.builds(one, native=WORDS, family=WORDS, given=WORDS, reading=WORDS, place=WORDS),
    max_size=8,
    unique_by=lambda p: p.person.id,
)


@settings(deadline=None, max_examples=120)
@given(PEOPLE, st.sampled_from(list(Sorting)), st.sampled_from(["en", "zh", "ja", "ko"]))
def test_every_order_is_total_and_does_not_depend_on_how_people_came(people, sorting, language):
    first = in_order(people, sorting, language, STROKES)
    shuffled = list(people)
    random.Random(1).shuffle(shuffled)
    assert in_order(shuffled, sorting, language, STROKES) == first
    assert in_order(first, sorting, language, STROKES) == first
    assert sorted(p.person.id for p in first) == sorted(p.person.id for p in people)
