"""Names in katakana without a form of address, which what only somebody does shows."""

import pytest
from planted import exposed, level, person, room

ROOM = room(
    person("Marchetti", "Olivia", "", "IT"),
    person("Reid", "Thomas", "", "US", forms=("Tom",)),
    person("Bae", "Su-jin", "배수진", "KR"),
    person("Zhou", "Mingxuan", "周明轩", "CN"),
    person("Rahmawati", "Siti", "", "ID"),
    person("Ozaki", "Mitsuru", "尾崎満", "JP", reading="おざき みつる"),
)
NAMES = ("オリビア", "トム", "スジン", "ミンシュエン", "尾崎")
TOLD = """
{}が答えた。 | {}は冗談で答えた。 | {}は何も言わなかった。 | {}は返事をしなかった。
{}が反論した。 | {}は別の見方を示した。 | {}は数字を疑っていた。 | {}は結論を急がなかった。
{}は遅れて着いた。 | {}は草案を持ち帰った。 | {}は図を示した。 | {}は費用を気にした。
{}は時間が足りないと嘆いた。 | {}は礼を言った。 | {}は腕を組んだ。 | {}は再考を促した。
{}は結論に満足していた。 | {}は立場を明らかにしなかった。 | {}は回答を避けた。
{}は一歩も引かなかった。 | {}の番になった。 | {}に質問が集中した。 | {}への質問が多かった。
{}と議論になった。 | {}を説得できなかった。 | {}も同じ考えだ。 | {}だけが反対した。
{}の草案が配られた。 | {}は遠慮がちに切り出した。 | {}は率直だった。 | {}は乗り気ではなかった。
"""
LEFT = """
リードは縮まった。 | リードは保留になった。 | リードの番組が放送された。 | リード線は切れた。
オリビアという船が着いた。 | オリビア号は座礁した。 | トムヤムクンが人気だった。
シティは拡大した。 | シティの交通は便利になった。 | シティは静まり返った。
スジン駅が開業した。 | スジンクッパが出た。
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("frame", _lines(TOLD))
def test_whoever_does_it_is_marked(frame):
    found = {name: level(ROOM, frame.format(name), name) for name in NAMES}
    assert found == dict.fromkeys(NAMES, "block")


@pytest.mark.parametrize("text", _lines(LEFT))
def test_the_word_is_left(text):
    assert exposed(ROOM, text) == []
