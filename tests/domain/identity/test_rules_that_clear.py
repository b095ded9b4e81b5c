"""What leaves a name, a title or a description alone leaves nobody at the table alone.

Each line stands beside a clean one of the same words: whoever rules, wrote, visited or lived
elsewhere is nobody here, and whoever does the same at the table is.
"""

from dataclasses import replace

import pytest
from planted import exposed, person, room

from dialogueprep.domain.people import Attendee, Role, Sector


def _of(sector, *args, **more):
    return replace(person(*args, **more), sector=sector)


ROOM = room(
    _of(Sector.GOVERNMENT, "Sisavath", "Bounmy", "", "LA", position="Deputy Director"),
    _of(Sector.MILITARY, "Ganbold", "Tserendorj", "", "MN", position="General"),
    _of(Sector.GOVERNMENT, "Rusdiana", "Ahmad", "", "ID", position="Minister"),
    _of(Sector.GOVERNMENT, "Ōtomo", "Shin", "大友慎", "JP", honorific="局長"),
    _of(Sector.MILITARY, "Xu", "Muyang", "徐牧野", "CN", honorific="将军"),
    _of(Sector.GOVERNMENT, "Xianyu", "Che", "鲜于澈", "CN", honorific="先生"),
    _of(Sector.DIPLOMACY, "Nguyễn", "Thị Sao", "", "VN", position="Ambassador"),
    _of(Sector.GOVERNMENT, "Hyeon", "Ji-u", "현지우", "KR", honorific="국장"),
)
_CHAIR, _RAPPORTEUR, _LISTENS = (person(name, "Ida", "", "FI") for name in ("Aro", "Eld", "Oja"))
OFFICERS = replace(
    room(_CHAIR, _RAPPORTEUR, _LISTENS),
    attendance={
        "D1": (
            Attendee(who=_CHAIR, roles=frozenset({Role.CHAIR})),
            Attendee(who=_RAPPORTEUR, roles=frozenset({Role.RAPPORTEUR})),
            Attendee(who=_LISTENS, roles=frozenset(), silent=True),
        )
    },
)
VIEWS = """
An objection came from the observer. | An objection came from the chair.
A question was put by the observer. | An objection came from the rapporteur.
反对意见来自观察员。 | 不同意的只有观察员。 | 反対したのはオブザーバーだった。
이견은 참관인에게서 나왔다. | 이견은 서기에게서 나왔다.
"""
RUN = """
The session was opened by the chair. | The papers came from the rapporteur by e-mail.
观察员席位设在后排。 | オブザーバー席は後方にある。 | 참관인 자리는 뒤쪽이다.
자료는 서기가 보낸다.
"""
HERE = """
A Lao official cannot accept clause three. | A Lao official can live with clause three.
A Lao official rejected the treaty of 1957. | The Lao official had opposed the dam in 2019.
A Lao official strikes the clause. | A Lao official hears this every day.
A Lao official is not bound by the draft, he said. | What a Lao official proposes is a levy.
A Lao official thinks it too early, and a Korean official thinks it too late.
A general complained at the second session, the press says.
Nobody beyond Sisavath objected. | The wording was agreed via Rusdiana.
Ganbold means a hotline, not a treaty. | Ganbold was the third name on the speakers' list.
Ganbold said hulls were built too cheaply. | Ganbold & co opposed the clause.
Ganbold the Mongolian said no. | Sisavath and partners want the dam.
一位老挝官员去年访问过该港,反对收费。 | 一位老挝官员会后表示反对。 | 一位老挝官员会支持这一条。
老挝官员总是反对。 | 据报老挝方面反对大坝。 | 部长会后仍不同意。 | 部长当场摇头。
各国大使都不同意。 | 各国大使都提出了异议。 | 三国大使都没有意见。
日记里写到一位大使在会上反对。 | 媒体报道,部长在会上不同意草案。
徐将军像往常一样反对。 | 徐将军传阅了草案。 | 鲜于反对收费。 | 鲜于先生说太晚。
大友は誤りを指摘した。 | 大友は草案の穴を指摘した。 | 大友は前例を指して反対した。
大友は安全のことだと説明した。 | 大友いわく、早すぎる。
大臣は2019年の合意に反対した。 | ラオスの官僚は昨年ダムを視察し、漏水を懸念した。
ラオス側が次回を主催するが、議題には反対だ。 | ラオス側の統計への疑問が出た。
ラオスの官僚も同じ意見だ。 | 新聞では、ある大使が第二部で反対したという。
국장은 2019년 합의에 반대했다. | 라오스 관료는 작년 댐을 시찰했고 누수를 걱정했다.
라오스 관료가 쓴 초안에 이견이 나왔다. | 신문에 따르면 한 대사가 둘째 날 반대했다.
라오스 측이 다음 회의를 주최하지만 의제에는 반대했다.
"""
ELSEWHERE = """
A member of parliament may ask for the list. | A Dutch engineer drew the first chart in 1867.
A minister resigned over the scandal, the newspapers reported.
The Lao officials' strike lasted a week.
When a diplomat asks, the port answers within a day.
Ships passed near Ganbold. | Ganbold is a town on the coast. | Ganbold & Co. printed the boards.
Ganbold the Great crossed the river. | Ganbold tractors are sold in forty countries.
老挝官员会议推迟到下午。 | 部长会议每年召开两次。 | 大使馆位于市中心。 | 大使夫人出席了晚宴。
各国大使都住在同一家酒店。 | 三国大使都有翻译陪同。 | 各国大使都提前到了。
省长办公室提供了地图。 | 传说一位大使变成了鱼。 | 新鲜于今日上市。
大友とは大きな友のことだ。 | 大友という姓は多い。
2011年に大臣が交代した。 | 次回は日本側が主催する。 | ラオス側の岸壁は古い。
대사는 1960년에 이곳에 부임했다. | 다음 회의는 라오스 측이 주최한다.
소설에서는 한 대사가 사랑에 빠진다. | 프랑스 관료가 쓴 회고록이 화제였다.
"""


def _lines(table):
    return [t.strip() for t in table.replace("\n", "|").split("|") if t.strip()]


@pytest.mark.parametrize("text", _lines(HERE))
def test_who_is_at_the_table_is_marked(text):
    assert "block" in [level for _, level in exposed(ROOM, text)]


@pytest.mark.parametrize("text", _lines(ELSEWHERE))
def test_who_is_elsewhere_is_left(text):
    assert exposed(ROOM, text) == []


@pytest.mark.parametrize("text", _lines(VIEWS))
def test_from_whom_a_view_came_is_marked(text):
    assert "block" in [level for _, level in exposed(OFFICERS, text)]


@pytest.mark.parametrize("text", _lines(RUN))
def test_how_a_meeting_is_run_is_left(text):
    assert exposed(OFFICERS, text) == []
