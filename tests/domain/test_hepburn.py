"""Japanese names in Latin letters, proposed from their readings."""

from __future__ import annotations

import pytest

from dialogueprep.domain.hepburn import hepburn, proposed_latin
from dialogueprep.domain.people import Name
from dialogueprep.exchange.lexicon_reader import read_lexicon


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("サトウ", "Sato"), ("おおの", "Ono"), ("とおやま", "Toyama"), ("ゆうじ", "Yuji"),
        ("りょう", "Ryo"), ("しゅうへい", "Shuhei"), ("きょうこ", "Kyoko"), ("ジョー", "Jo"),
        ("いのうえ", "Inoue"), ("まつうら", "Matsuura"), ("ひろおか", "Hirooka"),
        ("やまのうち", "Yamanouchi"), ("おおうち", "Ouchi"), ("こうち", "Kochi"),
        ("もとお", "Motoo"), ("うえだ", "Ueda"), ("えっちゅう", "Etchu"),
        ("しんいち", "Shinichi"), ("ふじわら", "Fujiwara"),
        ("高羽", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_reading_is_spelled_as_in_passports(kana: str, latin: str) -> None:
    assert hepburn(kana, read_lexicon()) == latin


@pytest.mark.parametrize("kana", ["ヴァン", "Van", "", "たなか1"])
def test_what_kana_do_not_tell_is_not_spelled(kana: str) -> None:
    assert hepburn(kana, read_lexicon()) == ""


def test_only_a_name_in_characters_gets_a_spelling() -> None:
    lexicon = read_lexicon()
    mine = Name(family="高羽", given="美咲", native="高羽 美咲", reading="タカバ　ミサキ")
    made = proposed_latin(mine, lexicon)
    assert (made.latin, made.native, made.reading) == ("Takaba Misaki", mine.native, mine.reading)
    own = Name(family="Ohno", given="Misaki", native="大野 美咲", reading="オオノ ミサキ")
    assert proposed_latin(own, lexicon) == own
    whole = Name(family="高羽美咲", native="高羽美咲", reading="タカバミサキ")
    assert proposed_latin(whole, lexicon) == whole
