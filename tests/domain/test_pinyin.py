"""The table of readings in Mandarin says what the library says that it was made from."""

from __future__ import annotations

import random

import pytest

from dialogueprep.domain import pinyin


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("浩然", ["hao", "ran"]),
        ("银行与行", ["yin", "hang", "yu", "xing"]),
        ("吕绿", ["lv", "lv"]),
        ("Lin 重庆,ab", ["Lin ", "chong", "qing", ",ab"]),
        ("々", ["々"]),
        ("", []),
    ],
)
def test_a_text_is_read_as_is_usual(text: str, read: list[str]) -> None:
    assert pinyin.usual(text) == read


def test_a_character_has_all_its_readings_and_a_word_its_own() -> None:
    assert pinyin.with_tones("乐") == [("le4", "yue4")]
    assert pinyin.with_tones("音乐") == [("yin1",), ("yue4",)]
    assert pinyin.without_tones("中") == [("zhong",)]


def test_the_table_says_what_the_library_says() -> None:
    import pypinyin
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    chance = random.Random(5)
    characters = [chr(n) for n in PINYIN_DICT]
    known = [*characters, *map(str, PHRASES_DICT), "ab", "한", " ", "〇"]
    texts = ["".join(chance.choices(known, k=chance.randint(1, 3))) for _ in range(2_000)]
    style = pypinyin.Style.TONE3
    for text in texts:
        said = pypinyin.pinyin(text, style=style, heteronym=True, neutral_tone_with_five=True)
        assert [list(each) for each in pinyin.with_tones(text)] == said
        assert pinyin.usual(text) == pypinyin.lazy_pinyin(text)
