"""Views at the table that are told by a place alone, and what a state holds or did."""

import pytest
from planted import exposed, person, room

ROOM = room(
    person("Okafor", "Marcus", "", "SE"),
    person("Rattanaporn", "Somsak", "", "TH"),
    person("Whitlow", "Hannah", "", "GB"),
    *(person(f"Fang{n}", "Zihan", "", "CN") for n in "abc"),
)
HELD = """
The Swedish preference was for a shorter text. | A Swedish request for more time was noted.
The Swedish reading was different. | The Swedish position was that it was too early.
From the Swedish perspective, it was too early.
In the British reading, the clause is toothless. | Sweden said no. | Sweden asked for more time.
The UK would not sign. | Sweden was against. | 瑞典反对。 | 泰国不愿签字。
瑞典的意见是太早了。 | 从瑞典的角度看，为时过早。 | 瑞典的建议没有得到响应。
スウェーデンは反対した。 | スウェーデンの意見は時期尚早というものだった。
スウェーデンとしては時期尚早だ。 | 스웨덴은 반대했다. | 스웨덴인은 반대했다.
英国人は反対した。 | 스웨덴의 의견은 시기상조라는 것이었다. | 태국으로서는 시기상조다.
태국의 걱정은 시간이었다. | 一位英国来宾称该条款软弱无力。 | 一位从英国飞来的学者不同意。
英国の論客は条項を骨抜きと評した。 | 영국 손님은 조항이 무력하다고 평했다.
A British practitioner called the clause toothless.
From a Thai perspective, the draft is too long.
The British advice was to wait. | 从泰国的角度看，问题不大。 | 瑞典的意见是再等一等。
スウェーデンの提案は支持された。 | スウェーデンの意見は受け入れられた。
Sweden asked for the floor.
"""
OF_STATES = """
The Swedish position on whaling has not changed since 1982. | Sweden ratified the convention.
The British position at the 1997 conference was that nets should be banned.
Sweden was against the war. | 瑞典的建议载于附件。 | Thailand would not sign the 1982 treaty.
瑞典反对该条约。 | 瑞典的立场多年未变。 | 泰国同意加入。 | スウェーデンは条約に反対した。
スウェーデンの立場は1982年から変わっていない。 | タイとしては初めての議長国だ。
스웨덴은 조약에 반대했다. | 스웨덴의 입장은 1982년부터 변하지 않았다.
태국으로서는 첫 의장국이다. | 欢迎英国客人来访。 | 英国の歴史家の著作が引用された。
British visitors numbered 30,000 last year. | The Chinese preference was for a shorter text.
中国的意见是太早了。 | From a Thai perspective, the book covers the last ten years.
Sweden asked for the floor plan of the new embassy. | 瑞典的意见是通过大使馆转交的。
The British advice was drafted by the ministry and filed with the court.
The British feeling came through in the design of the hall. | 瑞典的答复是书面的，已附在文件后。
从泰国的角度看世界的书已经出版。 | スウェーデンの提案は理事会で採択された。
スウェーデンの立場は白書に書かれた。 | 英国の希望は条約に盛り込まれた。
スウェーデンの意見は資料集に収められた。
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("text", _lines(HELD))
def test_whoever_holds_it_is_marked(text):
    assert exposed(ROOM, text) != []


@pytest.mark.parametrize("text", _lines(OF_STATES))
def test_a_state_and_a_country_of_many_here_are_left(text):
    assert exposed(ROOM, text) == []
