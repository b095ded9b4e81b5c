"""Names whose parts no space tells: long surnames, readings and syllables that run together."""

import pytest

from tests.domain.identity.planted import level, person, room

PEOPLE = {
    "run-on reading": person("Ogurisu", "Nao", "小栗栖奈緒", "JP", reading="おぐりすなお"),
    "three characters": person("Takanashi", "Rin", "小鳥遊凛", "JP", reading="たかなし りん"),
    "unlisted": person("Kunigida", "Ren", "国義田蓮", "JP"),
    "four characters": person("Mushanokoji", "Toru", "武者小路徹", "JP"),
    "four, given of one": person("Teshigawara", "Go", "勅使河原剛", "JP"),
    "typed together": person("Namgung", "Hyewon", "", "KR"),
    "long Korean": person("Namgung", "Hye-won", "남궁혜원", "KR"),
    "one syllable": person("Bae", "Sol", "배솔", "KR"),
    "a surname too": person("Bang", "Woo", "방우", "KR"),
}
ROOMS = {key: room(who) for key, who in PEOPLE.items()}
BLOCKED = [
    ("run-on reading", "おぐりすさんは席を立った。", "おぐりす"),
    ("run-on reading", "座長はおぐりす氏に確認した。", "おぐりす"),
    ("run-on reading", "Ogurisu Na said no.", "Ogurisu Na"),
    ("three characters", "小鳥遊委員の発言を受けて直した。", "小鳥遊"),
    ("three characters", "Drafted by 小鳥遊さん.", "小鳥遊"),
    ("unlisted", "国義田委員から質問があった。", "国義田"),
    ("four characters", "武者小路教授宛てに送る。", "武者小路"),
    ("four, given of one", "勅使河原さんを除き全員が賛成。", "勅使河原"),
    ("typed together", "Namgung Hye-won said no.", "Namgung Hye-won"),
    ("typed together", "Thanks to Hye Won Namgung.", "Hye Won Namgung"),
    ("long Korean", "Namgung Hye-wo asked for time.", "Namgung Hye-wo"),
    ("long Korean", "남궁혜 교수가 반대했다.", "남궁혜 교수"),
    ("one syllable", "솔 씨가 다시 물었다.", "솔 씨"),
    ("one syllable", "의장이 솔씨를 설득했다.", "솔씨"),
    ("one syllable", "솔 교수는 반대했다.", "솔 교수"),
    ("one syllable", "솔 박사님께 다시 물었다.", "솔 박사님"),
    ("three characters", "凛ちゃんは反対した。", "凛ちゃん"),
    ("three characters", "小鳥遊ちゃんが質問した。", "小鳥遊ちゃん"),
    ("run-on reading", "おぐりすちゃんの意見は違った。", "おぐりすちゃん"),
]
LEFT = [
    ("one syllable", "솔 씨앗을 심었다.", "솔"),
    ("one syllable", "솔 박사과정을 새로 연다.", "솔"),
    ("three characters", "赤ちゃんのための施設をつくる。", "赤ちゃん"),
    ("one syllable", "소나무와 솔 사이에 길이 있다.", "솔"),
    ("long Korean", "남궁혜진 씨의 소설을 읽었다.", "남궁혜"),
    ("three characters", "小鳥が遊ぶ庭で休憩した。", "小鳥"),
]


@pytest.mark.parametrize(("who", "text", "passage"), BLOCKED)
def test_is_blocked(who, text, passage):
    assert level(ROOMS[who], text, passage) == "block"


def test_what_is_a_family_name_too_warns():
    assert level(ROOMS["a surname too"], "우 씨가 다시 물었다.", "우 씨") == "warn"


@pytest.mark.parametrize(("who", "text", "passage"), LEFT)
def test_is_left(who, text, passage):
    assert level(ROOMS[who], text, passage) == ""
