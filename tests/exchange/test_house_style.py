"""Which font sets which character, and what is refused."""

from __future__ import annotations

import unicodedata

import pytest

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.house_style import FILES, font_face, house_style, printed, runs_by_font
from dialogueprep.sentences import explain


def test_measures_come_from_the_tokens():
    h = house_style()
    assert (h.title.size, h.title.lead, h.title.strong) == (25, 30, True)
    assert h.accent == "#24508C"


@pytest.mark.parametrize(
    ("text", "language", "families"),
    [
        ("Nguyễn Đạo", "en", ["Source Sans 3"]),
        ("直通", "zh", ["Noto Sans SC"]),
        ("直通", "ja", ["Noto Sans JP"]),
        ("直通", "ko", ["Noto Sans KR"]),
        ("直通", "en", ["Noto Sans SC"]),
        ("のど", "en", ["Noto Sans JP"]),
        ("한강", "en", ["Noto Sans KR"]),
        ("𠮷野家", "en", ["Noto Sans JP"]),
        ("“港”", "zh", ["Noto Sans SC"]),
        ("“port”", "en", ["Source Sans 3"]),
    ],
)
def test_the_language_decides_which_font_sets_a_character(text, language, families):
    assert [family for family, _ in runs_by_font(text, language)] == families


@pytest.mark.parametrize("family", sorted({family for family, _ in FILES}))
def test_both_weights_of_a_family_have_the_same_characters(family):
    regular, strong = (font_face(FILES[family, weight]).charToGlyph for weight in (False, True))
    assert set(regular) == set(strong)


def test_pieces_add_up_to_the_text():
    text = "港湾閉鎖通知 (closure notice), 항만 폐쇄 통지; 港口关闭通知 “x” 50％"
    for language in ("en", "zh", "ja", "ko"):
        assert "".join(piece for _, piece in runs_by_font(text, language)) == text


def test_a_character_without_a_font_is_named_with_its_place():
    with pytest.raises(Trouble) as raised:
        runs_by_font("Beppu ก 👍 hall", "en")
    assert raised.value.code == "missing-glyph"
    assert raised.value.facts["characters"] == "ก (U+0E01), 👍 (U+1F44D)"
    assert "Beppu ก 👍 hall" in explain(raised.value)


def test_text_is_composed_and_holds_nothing_invisible():
    decomposed = unicodedata.normalize("NFD", "한강 Čapek")
    assert printed(decomposed) == "한강 Čapek"
    assert printed("Mi\u200bn\u00adsu\u00a0Kim\ufeff") == "Minsu Kim"
