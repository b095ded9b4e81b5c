"""Names in a neighbour's script by the official rules, and older spellings in Latin letters."""

import pytest

from dialogueprep.domain.identity.spellings import neighbours
from dialogueprep.domain.identity.spellings.cyrillic import cyrillic_of, latin_of
from dialogueprep.domain.identity.spellings.dialects import cantonese
from dialogueprep.domain.identity.spellings.romaji import kana_of
from dialogueprep.domain.identity.spellings.wade_giles import wade_giles


@pytest.mark.parametrize(
    ("kana", "hangul"),
    [
        ("やまもと", "야마모토"),
        ("たなか", "다나카"),
        ("とうきょう", "도쿄"),
        ("はっとり", "핫토리"),
        ("しんいちろう", "신이치로"),
        ("つちや", "쓰치야"),
        ("じゅんぺい", "준페이"),
    ],
)
def test_kana_is_written_in_hangul_by_the_rules(kana, hangul):
    assert neighbours.kana_in_hangul(kana)[0] == hangul


@pytest.mark.parametrize(("kana", "also"), [("たなか", "타나카"), ("つちや", "츠치야")])
def test_kana_is_written_in_hangul_by_habit_too(kana, also):
    assert also in neighbours.kana_in_hangul(kana)


@pytest.mark.parametrize(
    ("hangul", "kana"),
    [
        ("철수", "ちょるす"),
        ("문", "むん"),
        ("신애", "しね"),
        ("영숙", "よんすく"),
        ("혁", "ひょく"),
    ],
)
def test_hangul_is_written_in_kana(hangul, kana):
    assert kana in neighbours.hangul_in_kana(hangul)


@pytest.mark.parametrize(
    ("sounds", "hangul"),
    [
        (("xi", "jin", "ping"), "시진핑"),
        (("zhang", "jia", "hui"), "장자후이"),
        (("lv", "jian", "xiong"), "뤼젠슝"),
        (("si", "chi", "zi"), "쓰츠쯔"),
        (("yuan", "xue", "quan"), "위안쉐취안"),
    ],
)
def test_pinyin_is_written_in_hangul_as_it_sounds(sounds, hangul):
    assert neighbours.pinyin_in_hangul(sounds) == hangul


def test_every_syllable_of_pinyin_that_has_kana_has_hangul(lexicon):
    known = lexicon.readings.pinyin_kana
    missing = [s for s in known if not neighbours.pinyin_in_hangul((s,))]
    assert missing == []


def test_characters_are_read_as_koreans_and_japanese_do(lexicon):
    table = lexicon.readings
    assert neighbours.han_in_hangul("习近平", table)[0] == "습근평"
    assert neighbours.han_in_hangul("李", table)[:2] == ("이", "리")
    assert "しゅうきんぺい" in neighbours.han_in_kana("习近平", table)


@pytest.mark.parametrize(
    ("sound", "older"),
    [("xie", "hsieh"), ("zhi", "chih"), ("guo", "kuo"), ("duo", "to"), ("jian", "chien"),
     ("rong", "jung"), ("qiu", "ch'iu"), ("gui", "kuei"), ("hai", "hai")],
)  # fmt: skip
def test_pinyin_is_spelled_in_wade_giles(sound, older):
    assert wade_giles(sound)[0] == older


@pytest.mark.parametrize(
    ("jyutping", "spelled"),
    [("coeng", "cheung"), ("leoi", "lui"), ("jyun", "yuen"), ("gwok", "kwok"), ("wai", "wai")],
)
def test_cantonese_is_spelled_as_in_hong_kong(jyutping, spelled):
    assert spelled in cantonese(jyutping)


def test_a_japanese_name_in_latin_letters_is_read_back(lexicon):
    assert kana_of("Shin'ichirō", lexicon.readings) == ("しんいちろう",)
    assert "きょうへい" in kana_of("Kyohei", lexicon.readings)
    assert kana_of("Novotny", lexicon.readings) == ()


def test_cyrillic_is_spelled_by_several_habits_and_back():
    assert {"shcherbakov", "scherbakov", "schtscherbakow"} <= set(latin_of("щербаков"))
    assert {"yevgeny", "evgenii", "jewgeni"} <= set(latin_of("евгений"))
    assert cyrillic_of("tsvetkova") == "цветкова"
