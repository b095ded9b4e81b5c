"""Short family names whose deed follows late, kana that stand alone, and characters in English."""

import pytest

from tests.domain.identity.planted import level, person, room

ROOM = room(
    person("Tsuji", "Kanae", "辻 香苗", "JP", reading="つじ かなえ"),
    person("Mori", "Aoi", "森 葵", "JP", reading="もり あおい"),
    person("Ogurisu", "Nao", "小栗栖 奈緒", "JP", reading="おぐりす なお"),
    person("Ning", "Zhe", "宁哲", "CN"),
)
BLOCKED = [
    ("辻は航路の安全をめぐる第二項の書きぶりについて異を唱えた。", "辻"),
    ("昨日、森が席を立った。", "森"),
    ("会場で辻が怒った。", "辻"),
    ("森は最後まで譲らなかった。", "森"),
    ("おぐりすは反対した。", "おぐりす"),
    ("会後小宁说明了理由。", "小宁"),
    ("小栗栖 said no.", "小栗栖"),
    ("辻 opposed the text.", "辻"),
    ("Only 小栗栖 objected.", "小栗栖"),
]
WARNED = [
    ("Thanks to 小栗栖.", "小栗栖"),
    ("会場でおぐりすが待っていた。", "おぐりす"),
    ("森 is against", "森"),
]
LEFT = [
    ("森は参加者が反対した地区にある。", "森"),
    ("森が切り開かれ、道路が通った。", "森"),
    ("森を守る案に参加者は賛成した。", "森"),
    ("辻に交番がある。", "辻"),
    ("The character 森 means forest.", "森"),
    ("The sign 辻 marks a crossroads.", "辻"),
    ("In Japanese 森 is read mori.", "森"),
    ("会后小组讨论继续。", "小"),
    ("下午老林区起火。", "老"),
]


@pytest.mark.parametrize(("text", "passage"), BLOCKED)
def test_is_blocked(text, passage):
    assert level(ROOM, text, passage) == "block"


@pytest.mark.parametrize(("text", "passage"), WARNED)
def test_is_warned_of(text, passage):
    assert level(ROOM, text, passage) == "warn"


@pytest.mark.parametrize(("text", "passage"), LEFT)
def test_is_left(text, passage):
    assert level(ROOM, text, passage) == ""
