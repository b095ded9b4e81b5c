"""A short family name beside somebody else's institution, or one that nobody is of, is a name."""

import pytest


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Lü of Taihe University agreed on b", "Lü"),
        ("He from Merlion School doubts it.", "He"),
        ("Tan of the University of Foo doubts it.", "Tan"),
        ("Tan of FUSI doubts it.", "Tan"),
        ("太和大学的曾不同意", "曾"),
        ("太和大学吕不同意", "吕"),
        ("青葉財団の大野は反対した", "大野"),
        ("한서대학교 최는 반대했다", "최"),
    ],
)
def test_a_name_beside_an_institution_is_one(invented_roster, found_at, text, passage):
    assert found_at(invented_roster, text, "D1", "block", passage)


@pytest.mark.parametrize(
    "text",
    [
        "太和大学的何种方案",
        "太和大学何时开放",
        "太和大学高考改革",
        "港学院の森は広がった",
        "A tan of the University of Foo colours",
    ],
)
def test_words_beside_an_institution_stay_words(invented_roster, exposures, text):
    assert not [e for e in exposures(invented_roster, text, "D1") if e[2] == "name"]
