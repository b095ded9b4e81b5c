"""How notes call people, institutions and groups: by sound, in short, by a number and a place."""

from __future__ import annotations

import pytest

from dialogueprep.domain.identity.described.fields_of_work import before_a_field
from dialogueprep.domain.identity.described.loose_groups import LooseGroupReader
from dialogueprep.domain.identity.institutions.short import (
    is_short_source,
    parts_of_name,
    short_names,
)
from dialogueprep.domain.identity.spellings.spoken import distance, of_latin, of_written
from dialogueprep.exchange.lexicon_reader import read_lexicon

LEXICON = read_lexicon()


def cost(written: str, name: str) -> float:
    ways = of_written(LEXICON.fold.plain(written))
    return min(distance(sounds, it) for sounds in ways for it in of_latin(name))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("カルー", "carew"),
        ("이바롤라", "ibarrola"),
        ("霍洛韦尔", "hollowell"),
        ("ヤドヴィガ", "jadwiga"),
    ],
)
def test_a_name_costs_little_as_its_neighbours_write_it(written: str, name: str):
    assert cost(written, name) < 0.1


@pytest.mark.parametrize(
    ("written", "name"), [("カーター", "carew"), ("グリーン", "grant"), ("ドナルド", "rinaldi")]
)
def test_another_name_with_like_consonants_costs_much(written: str, name: str):
    assert cost(written, name) > 1


@pytest.mark.parametrize(
    ("text", "passage", "territory"),
    [
        ("Both Koreans in the room agreed.", "both koreans in the room", "KR"),
        ("The two from Japan left.", "the two from japan", "JP"),
        ("The Koreans, without exception, said no.", "the koreans, without exception,", "KR"),
        ("The Japanese all asked for more.", "the japanese all", "JP"),
        ("来自日本的两位意见一致。", "来自日本的两位", "JP"),
        ("韓国の二人とも賛成した。", "韩国の二人とも", "KR"),
        ("일본인 둘 다 찬성했다.", "일본인 둘 다", "JP"),
    ],
)
def test_a_number_and_a_place_tell_a_group(text: str, passage: str, territory: str):
    folded = LEXICON.fold(text)
    (phrase,) = LooseGroupReader(LEXICON).read(folded)
    assert folded.text[phrase.start : phrase.end] == passage
    assert phrase.description.territory == territory


@pytest.mark.parametrize(
    "text",
    [
        "Both Koreas share the river.",
        "韓国の二つの川が出た。",
        "두 분야 모두 부족하다.",
        "两位数的增长。",
    ],
)
def test_what_is_counted_beside_a_place_is_no_group_of_people(text: str):
    assert not [*LooseGroupReader(LEXICON).read(LEXICON.fold(text))]


def test_a_field_of_work_stands_between_a_place_and_a_calling():
    assert 2 in before_a_field("波兰的水文", 5)
    assert not [*before_a_field("부산 해양공사", 7)]


def test_an_institution_is_known_by_its_first_word_unless_many_begin_so():
    assert "돌섬" in short_names("돌섬조선", LEXICON)
    assert "青鸾" in short_names("青鸾水利研究院", LEXICON)
    assert not [*short_names("国家海洋研究院", LEXICON)]
    assert "residue office" in parts_of_name("residue standards office", frozenset())


@pytest.mark.parametrize(
    ("word", "after", "source"),
    [
        ("돌섬", " 측은 반대했다", True),
        ("돌섬", "에서 배가 떠난다", False),
        ("青鸾", "方面认为应先签", True),
        ("青鸾", "是一种鸟", False),
        ("mirinae", " paper", False),
        ("mirinae", "'s view was that", True),
    ],
)
def test_a_first_word_counts_only_as_a_source(word: str, after: str, source: bool):
    assert is_short_source(word, "", after, LEXICON) is source
