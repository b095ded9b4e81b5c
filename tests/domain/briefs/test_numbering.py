"""The numbers of headings in four languages."""

from __future__ import annotations

import pytest
from built_material import MATERIAL

from dialogueprep.domain.briefs.blocks import Heading, Product
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.numbering import chinese, ganada, heading_number
from dialogueprep.domain.texts import LANGUAGES


def test_headings_are_numbered_as_the_language_does():
    assert [heading_number(language, 2) for language in LANGUAGES] == ["2", "二、", "2", "2."]
    assert [heading_number(language, 2, 3) for language in LANGUAGES] == [
        "2.3",
        "（三）",
        "(3)",
        "다.",
    ]


@pytest.mark.parametrize(
    ("n", "written"),
    [(1, "一"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九")],
)
def test_numbers_in_chinese(n, written):
    assert chinese(n) == written


def test_letters_of_a_korean_list_go_on_after_the_last():
    assert [ganada(n) for n in (1, 14, 15, 28)] == ["가", "하", "가가", "하하"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_headings_beneath_each_other_have_one_number(language):
    numbers = [
        (b.level, b.number)
        for b in compose(Product.MEETING_BRIEF, MATERIAL, language).blocks
        if isinstance(b, Heading) and b.number
    ]
    first = [number for level, number in numbers if level == 1]
    assert first == [heading_number(language, n + 1) for n in range(len(first))]
    second = [number for level, number in numbers if level == 2]
    assert second == [heading_number(language, 2, n + 1) for n in range(len(second))]
