"""Somebody who is not counted, as a listener, is described whatever word stands before."""

from dataclasses import replace

import pytest

from dialogueprep.domain.gate import SPEAKERS, Roster
from dialogueprep.domain.people import Attendee, Person, Sector


@pytest.fixture(scope="module")
def with_a_listener(invented_roster) -> Roster:
    """Return a roster with one Mongolian expert, who listens."""
    known = invented_roster.participations[0]
    name = replace(known.person.name, family="Ganzorig", given="Enkhtuul", native="")
    who = replace(
        known,
        id="99",
        person=Person(id="99", name=name),
        delegation="OBS",
        territory="MN",
        region="Northeast Asia",
        sector=Sector.THINK_TANK,
    )
    listens = Attendee(who=who, roles=frozenset(), silent=True)
    room = (*invented_roster.attendance["D1"], listens)
    return replace(
        invented_roster,
        participations=tuple(a.who for a in room),
        attendance={"D1": room},
        counting=SPEAKERS,
    )


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("蒙古专家说不行", "蒙古专家"),
        ("蒙古国学者认为不行", "蒙古国学者"),
        ("モンゴルの専門家は反対した", "モンゴルの専門家"),
        ("몽골 전문가는 반대했다", "몽골 전문가"),
        ("a Mongolian expert doubts this", "a Mongolian expert"),
        ("the Mongolian side doubts this", "the Mongolian side"),
        ("one of the two Mongolian experts doubts it", "Mongolian experts"),
        ("A Thai expert sees no need for it.", "A Thai expert"),
    ],
)
def test_one_of_a_delegation_is_described_whatever_the_verb(
    with_a_listener, found_at, text, passage
):
    assert found_at(with_a_listener, text, "D1", "block", passage)


@pytest.mark.parametrize(
    "text",
    [
        "Mongolian expert opinions are rare.",
        "Official visits to Mongolia resumed.",
        "蒙方去年同意了。",
        "Mongolian experts met last year.",
    ],
)
def test_others_of_the_country_are_left(with_a_listener, exposures, text):
    assert exposures(with_a_listener, text, "D1") == []
