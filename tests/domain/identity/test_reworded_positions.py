"""A position is the same in whatever order its words stand."""

from dataclasses import replace

import pytest

from dialogueprep.domain.gate import ALL_PRESENT, Roster
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.texts import Text, Texts

POSITIONS = ("Director, Regional Routes", "区域航线总监", "地域航路部長", "역내항로 담당 이사")


@pytest.fixture(scope="module")
def with_a_director(invented_roster) -> Roster:
    """Return a roster with a director of regional routes, at Qinghe Shipping."""
    known = invented_roster.participations
    who = next(p for p in known if p.person.name.family == "Zeng")
    english, *others = POSITIONS
    told = Texts(tuple(Text(n, w) for n, w in zip(("zh", "ja", "ko"), others, strict=True)))
    place = replace(who.affiliation, position=english, positions=told)
    directs = replace(who, affiliation=place)
    room = tuple(Attendee(who=directs if p is who else p, roles=frozenset()) for p in known)
    return replace(
        invented_roster,
        participations=tuple(a.who for a in room),
        attendance={"D1": room},
        counting=ALL_PRESENT,
    )


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (
            "the Director of Regional Routes at Qinghe Shipping asked for berths",
            "the Director of Regional Routes at Qinghe Shipping",
        ),
        ("Zeng, Director at Qinghe Shipping, asked", "Director at Qinghe Shipping"),
        ("The Regional Routes Director asked for berths.", "The Regional Routes Director"),
        ("the head of regional routes doubts it", "the head of regional routes"),
        ("负责区域航线的总监反对", "负责区域航线的总监"),
        ("地域航路の部長は反対した", "地域航路の部長"),
        ("역내항로 이사는 반대했다", "역내항로 이사"),
    ],
)
def test_a_position_is_found_in_another_order(with_a_director, found_at, text, passage):
    assert found_at(with_a_director, text, "D1", "block", passage)


@pytest.mark.parametrize(
    "text", ["A head of regional routes should be named.", "Regional directors met in 2012."]
)
def test_an_office_that_nobody_is_meant_by_is_left(with_a_director, exposures, text):
    assert exposures(with_a_director, text, "D1") == []
