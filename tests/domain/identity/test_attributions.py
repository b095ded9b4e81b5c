"""Attributions: counted over those who may speak, proposed from the most specific down."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogueprep.domain.gate import Roster, examine_text
from dialogueprep.domain.identity.neutral.descriptors import count, holding, holds, phrase, safest
from dialogueprep.domain.identity.roster import ALL_PRESENT, Counting
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import (
    Attendee,
    BroadSector,
    Capacity,
    Name,
    Participation,
    Person,
    Role,
    Sector,
)
from dialogueprep.domain.texts import LANGUAGES

NEA, SEA = "Northeast Asia", "Southeast Asia"
OPEN = Counting(small_room=0)


def _present(
    number, delegation, region, sector, roles=(), silent=False, capacity=Capacity.PERSONAL
):
    person = Person(id=str(number), name=Name(family=f"Person{number}"))
    who = Participation(
        id=str(number), person=person, delegation=delegation, region=region, sector=sector,
        capacity=capacity,
    )  # fmt: skip
    return Attendee(who=who, roles=frozenset(roles), silent=silent)


ROOM = tuple(
    _present(n, code, region, sector)
    for n, (code, region, sector) in enumerate(
        [("JP", NEA, Sector.ACADEMIA)] * 2
        + [("JP", NEA, Sector.MEDIA), ("KR", NEA, Sector.ACADEMIA), ("KR", NEA, Sector.DIPLOMACY)]
        + [("VN", SEA, Sector.THINK_TANK)] * 3
        + [("CN", NEA, Sector.THINK_TANK)] * 2
    )
)


def test_chair_staff_interpreter_and_silent_observer_are_not_counted():
    others = (
        _present(20, "JP", NEA, Sector.ACADEMIA, {Role.CHAIR}),
        _present(21, "JP", NEA, None, {Role.INTERPRETER}),
        _present(22, "JP", NEA, None, silent=True),
        _present(23, "JP", NEA, None, capacity=Capacity.STAFF),
    )
    japan = Attribution(delegation="JP")
    assert count(japan, ROOM + others) == 3
    assert count(japan, ROOM + others, ALL_PRESENT) == 7


def test_in_a_small_room_no_more_than_a_region_is_named():
    allowed = [a for a, _ in holding(ROOM[:7], 3)]
    assert allowed == [Attribution(region=NEA), Attribution()]
    assert not holds(Attribution(delegation="JP"), ROOM[:7], 3)


def test_delegation_goes_before_sector_among_equals():
    proposed = [a for a, _ in holding(ROOM, 3)]
    assert proposed.index(Attribution(delegation="JP")) < proposed.index(
        Attribution(sector=Sector.ACADEMIA)
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Attribution(delegation="JP", sector=Sector.MEDIA), Attribution(delegation="JP")),
        (Attribution(delegation="CN"), Attribution(region=NEA)),
        (Attribution(sector=Sector.DIPLOMACY), Attribution()),
        (
            Attribution(delegation="CN", sector=Sector.THINK_TANK, count=Count.SEVERAL),
            Attribution(region=NEA, broad=BroadSector.EXPERT, count=Count.SEVERAL),
        ),
    ],
)
def test_the_safest_attribution_covers_what_was_wanted(wanted, found):
    assert safest(wanted, ROOM, 3) == found


@given(st.integers(1, 12))
def test_every_attribution_that_is_proposed_holds(k):
    assert all(n >= k or a == Attribution() for a, n in holding(ROOM, k))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "a participant from Japan"),
        ("zh", "来自日本的一位与会者"),
        ("ja", "日本のある参加者"),
        ("ko", "일본의 한 참가자"),
    ],
)
def test_an_attribution_is_said_in_four_languages(language, words):
    assert phrase(Attribution(delegation="JP"), language) == words


FIELDS = [(None, None), *((s, None) for s in Sector), *((None, b) for b in BroadSector)]


@pytest.mark.parametrize(
    "text",
    [
        "A former minister of fisheries agreed.",
        "One, once fisheries minister in a former life, agreed.",
    ],
)
def test_a_fact_that_few_share_is_found_in_other_words(lexicon, text):
    knower = replace(ROOM[0].who, facts=("former minister of fisheries",))
    people = (knower, *(a.who for a in ROOM[1:]))
    roster = Roster(participations=people, lexicon=lexicon)
    assert [(e.level, e.k) for e in examine_text(text, roster) if e.people == ("0",)] == [
        ("block", 1)
    ]


PLACES = [("JP", None), ("KR", None), ("VN", None), (None, NEA), (None, SEA), (None, None)]
ENDS = {
    "en": " agreed.",
    "zh": "表示同意。",
    "ja": "は同意すると述べた。",
    "ko": "는 동의한다고 말했다.",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_the_gate_reads_its_own_words_back_with_the_same_count(lexicon, place, language):
    roster = Roster(
        participations=tuple(a.who for a in ROOM),
        lexicon=lexicon,
        attendance={"D": ROOM},
        k=99,
        counting=OPEN,
    )
    for sector, broad in FIELDS:
        attribution = Attribution(delegation=place[0], region=place[1], sector=sector, broad=broad)
        counted = count(attribution, ROOM, OPEN)
        words = phrase(attribution, language, roster.labels)
        found = examine_text(words + ENDS[language], roster, item="D")
        read = [e.k for e in found if e.kind == "descriptor"]
        if counted or attribution == Attribution():
            assert read == ([counted] if attribution != Attribution() else []), words
        else:  # never written: of nobody, or a scholar of a think tank
            assert len(read) == 1, words
