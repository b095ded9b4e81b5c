"""Dates, times and lists as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from dialogueprep.domain.briefs.blocks import Run, line, plain
from dialogueprep.domain.briefs.language_forms import (
    during,
    joined,
    quoted,
    quoted_list,
    round_number,
    said_in_quotes,
    short_day,
    span,
    weekday,
    with_article,
)
from dialogueprep.domain.texts import LANGUAGES

TWELFTH, THIRTEENTH = date(2026, 11, 12), date(2026, 11, 13)


@pytest.mark.parametrize(
    ("last", "written"),
    [
        (
            TWELFTH,
            ("on 12 November 2026", "2026年11月12日", "2026年11月12日", "2026년 11월 12일"),
        ),
        (
            THIRTEENTH,
            (
                "on 12 and 13 November 2026",
                "2026年11月12日至13日",
                "2026年11月12日・13日",
                "2026년 11월 12~13일",
            ),
        ),
        (
            date(2026, 11, 14),
            (
                "from 12 to 14 November 2026",
                "2026年11月12日至14日",
                "2026年11月12日～14日",
                "2026년 11월 12~14일",
            ),
        ),
        (
            date(2026, 12, 1),
            (
                "from 12 November to 1 December 2026",
                "2026年11月12日至12月1日",
                "2026年11月12日～12月1日",
                "2026년 11월 12일~12월 1일",
            ),
        ),
        (
            date(2027, 1, 2),
            (
                "from 12 November 2026 to 2 January 2027",
                "2026年11月12日至2027年1月2日",
                "2026年11月12日～2027年1月2日",
                "2026년 11월 12일~2027년 1월 2일",
            ),
        ),
    ],
)
def test_a_range_of_days_in_four_languages(last, written):
    assert tuple(during(TWELFTH, last, language) for language in LANGUAGES) == written


def test_a_day_at_the_head_of_a_column_is_no_other_day():
    assert [short_day(TWELFTH, language) for language in LANGUAGES] == ["12 Nov", *["11/12"] * 3]


def test_a_day_with_its_weekday():
    assert [weekday(TWELFTH, language) for language in LANGUAGES] == [
        "Thursday 12 November 2026",
        "2026年11月12日（星期四）",
        "2026年11月12日（木）",
        "2026년 11월 12일(목)",
    ]


def test_a_dinner_past_midnight_ends_on_the_clock():
    assert span(22 * 60, 24 * 60 + 30, "en") == "22:00–00:30"


def test_a_round_is_counted_in_chinese_characters():
    said = [round_number(n, "zh") for n in (1, 4, 10, 11, 20, 34)]
    assert said == ["一", "四", "十", "十一", "二十", "三十四"]
    assert [round_number(4, it) for it in ("en", "ja", "ko")] == ["4", "4", "4"]


def test_what_somebody_said_has_other_marks_than_a_title_in_korean():
    words = line("A", "ko")
    assert plain(quoted(words, "ko")) == "‘A’"
    assert plain(said_in_quotes(words, "ko")) == "“A”"
    assert plain(said_in_quotes(words, "ja")) == "「A」"


def test_lists_and_quotation_marks_by_language():
    parts = [(Run(x, "en"),) for x in "ABC"]
    assert [plain(joined(parts, language)) for language in LANGUAGES] == [
        "A, B and C",
        "A、B和C",
        "A、B及びC",
        "A, B 및 C",
    ]
    assert [plain(quoted_list(parts, language)) for language in LANGUAGES] == [
        "“A”, “B” and “C”",
        "“A”“B”和“C”",
        "「A」「B」及び「C」",
        "‘A’, ‘B’ 및 ‘C’",
    ]


def test_an_english_label_takes_its_article_inside_a_sentence():
    assert with_article("Republic of Korea", "en") == "the Republic of Korea"
    assert with_article("ASEAN", "en") == "ASEAN"
    assert with_article("Republic of Korea", "ja") == "Republic of Korea"
