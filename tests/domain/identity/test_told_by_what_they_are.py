"""People told by a rank, a role with a place, a field, a letter, or by what they want of a text."""

from __future__ import annotations

import pytest

from dialogueprep.domain.gate import ALL_PRESENT, Level, Roster, examine_text
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Gender,
    Name,
    Participation,
    Person,
    Role,
    Sector,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon

PEOPLE = (
    ("Oda", "Kana", "JP", Sector.ACADEMIA, "Professor", Role.PRESENTER, Gender.WOMAN),
    ("Berg", "Anna", "DE", Sector.THINK_TANK, "", Role.CHAIR, Gender.WOMAN),
    ("Stone", "Ed", "US", Sector.BUSINESS, "Vice President", Role.PRESENTER, Gender.MAN),
    ("Putra", "Adi", "ID", Sector.MILITARY, "Colonel (ret.)", None, Gender.MAN),
    ("Ruiz", "Ana", "ES", Sector.THINK_TANK, "Former Minister", None, Gender.WOMAN),
    ("Kowal", "Ewa", "PL", Sector.GOVERNMENT, "Chief Hydrologist", None, Gender.WOMAN),
    ("Lu", "Wen", "CN", Sector.GOVERNMENT, "Division Chief", None, Gender.MAN),
    ("Bong", "Haru", "KR", Sector.MEDIA, "Reporter", None, Gender.MAN),
)
TOLD = """
    ret. col. - two hours|Putra; Our retired soldier thought so.|Putra; 穿过军装的那位笑了。|Putra
    It took a former cabinet member to say so.|Ruiz; former min.: signed three|Ruiz
    当过部长的那位说不。|Ruiz; 大臣を務めた方は苦笑した。|Ruiz; 장관을 지낸 분은 웃었다.|Ruiz
    首席水文专家不同意。|Kowal; 主任水文学者は反対した。|Kowal; 수석 수문학자는 반대했다.|Kowal
    The Japanese presenter would wait.|Oda; 来自美国的报告人说不。|Stone
    ドイツの議長は反対した。|Berg; 일본 측 발제자는 반대했다.|Oda
    q from the press: who pays?|Bong; 媒体提问：谁出钱？|Bong; 언론 질문: 누가 내나|Bong
    The business side asked for a day.|Stone
    C. official: pilot first|Lu; A woman from the Iberian peninsula asked.|Ruiz
    Japan wants the verb out.|Oda; 韓国、前文は半分で可と|Bong; 일본: 전문은 반으로 줄이자고|Oda
    The JP professor: not yet|Oda; 韩国媒体：谁出钱|Bong; 印尼军方：先预警|Putra
    ポーランドの公務員は数字を諳んじていた。|Kowal
"""
CLEAN = """
    部长、局长、处长出席了启用仪式。; 次官、局長、課長が出席した。; 차관, 국장, 과장이 참석했다.
    The minister's office is on the third floor.; 大臣を務めた人はたいてい回顧録を書く。
    報告者の持ち時間は十分とする。; 每位报告人十分钟。; 发题者の席は前列である。
    Questions from the press will be taken on Friday.; 记者会不开，新闻稿照发。
    Japan wants the dam finished by 2030.; 韓国、日本、中国の順に多い。; 일본: 일곱 곳
    A woman asked why the testers were all men.; 韩国媒体：三家
    A German chair and a deputy is the usual recipe.; 맡기자는 말도 나왔다.
"""


def _roster() -> Roster:
    there: list[Attendee] = []
    for family, given, place, sector, title, role, gender in PEOPLE:
        name = Name(family=family, given=given, title=title)
        who = Participation(
            id=family,
            person=Person(id=family, name=name, gender=gender),
            delegation=place,
            territory=place,
            sector=sector,
            affiliation=Affiliation(),
        )
        there.append(Attendee(who=who, roles=frozenset({role} if role else ())))
    return Roster(
        participations=tuple(a.who for a in there),
        lexicon=read_lexicon(),
        attendance={"a": tuple(there)},
        k=2,
        counting=ALL_PRESENT,
    )


ROSTER = _roster()


def _texts(table: str) -> list[str]:
    return [it.strip() for it in table.replace("\n", ";").split(";") if it.strip()]


@pytest.mark.parametrize("told", [t for t in _texts(TOLD) if not t.endswith("|")])
def test_who_is_told_by_what_they_are_is_blocked(told: str):
    text, _, who = told.partition("|")
    found = examine_text(text, ROSTER, item="a")
    assert [e.people for e in found if e.level is Level.BLOCK] == [(who,)]


@pytest.mark.parametrize("text", _texts(CLEAN))
def test_posts_offices_and_places_as_such_stay(text: str):
    assert [e.text for e in examine_text(text, ROSTER, item="a")] == []


@pytest.mark.parametrize(
    "text",
    [
        "P3: sirens first.",
        "甲主张先试点。",
        "A氏は試行を主張した。",
        "갑은 시범 사업을 주장했다.",
        "上述与会者要求删去数字。",
        "Next up, a participant argued for drones.",
        "休憩後の最初の質問は保険料だった。",
        "휴식 뒤 첫 질문은 보험료였다.",
    ],
)
def test_turns_and_ties_warn(text: str):
    assert "order" in {e.kind.value for e in examine_text(text, ROSTER, item="a")}
