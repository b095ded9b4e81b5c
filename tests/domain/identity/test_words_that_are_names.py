"""A name that is a word as well: who does what only somebody does, and what happens to things."""

import pytest

from dialogueprep.domain.gate import examine_text
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.people import NameOrder
from tests.domain.identity.planted import person, room


@pytest.fixture(scope="module")
def roster():
    given_first = NameOrder.GIVEN_FIRST
    return room(
        person("Wells", "Hope", territory="GB"),
        person("Price", "Bill", territory="NZ", order=given_first),
        person("Power", "Grace", territory="AU", order=given_first),
        person("An", "Ji-su", native="안지수", territory="KR"),
        person("Na", "Sa-rang", native="나사랑", territory="KR"),
        person("Moreau", "Claire", territory="FR"),
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Price", "Price (for the press) asked who would quote it."),
        ("Power", "Power (by video) called the draft timid."),
        ("Hope", "Hope (visibly tired) agreed."),
        ("Hope", "Hope was asked to speak again."),
        ("지수", "지수는 설문 자료를 발표했다."),
        ("지수", "회의가 끝났다. 지수는 말을 아꼈다."),
        ("지수", "지수는 다음 회의를 서울에서 열자고 제안했다."),
        ("사랑", "사랑은 조항에 반대했다."),
    ],
)
def test_who_does_what_only_somebody_does_is_found(roster, name, text):
    found = examine_text(text, roster)
    assert any(e.level is Level.BLOCK and name in e.text for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "Hope was expressed that talks will resume.",
        "Hope was voiced that the line would open.",
        "Grace was shown by both sides.",
        "Power was shared after the war.",
        "Price was discussed at length.",
        "Power (in watts) fell.",
        "Hope (the noun) appeared twice.",
        "지수는 2퍼센트 올랐다고 통계청이 발표했다.",
        "지수는 매달 발표된다.",
        "지수가 낮은 까닭을 한 참석자가 설명했다.",
        "사랑은 국경을 넘는다는 말이 나왔다.",
        "노르웨이 정부는 반대했다고 신문이 말했다.",
    ],
)
def test_what_happens_to_the_thing_is_free(roster, text):
    assert not examine_text(text, roster)
