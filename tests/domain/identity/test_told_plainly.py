"""Somebody told plainly is found: by where they work, as the only one, in the present tense."""

import pytest

from dialogueprep.domain.gate import ALL_PRESENT, Roster, examine_text
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Name,
    Participation,
    Person,
    Sector,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon

_PEOPLE = {
    "nurse": ("KR", Sector.CIVIL_SOCIETY, "Danbi Clinic", "단비의원 간호과"),
    "curator": ("KR", Sector.ACADEMIA, "Nuri Museum", "누리박물관"),
    "journalist": ("KR", Sector.MEDIA, "Saebyeok Ilbo", "새벽일보"),
    "official": ("LA", Sector.GOVERNMENT, "Department of River Affairs", ""),
    "owner": ("NO", Sector.BUSINESS, "Skjold Shipping", ""),
}


@pytest.fixture(scope="module")
def roster():
    lexicon = read_lexicon()
    people = tuple(
        Participation(
            id=key,
            person=Person(id=key, name=Name(family=f"Zq{key}")),
            delegation=land,
            territory=land,
            region=lexicon.territories[land].region,
            sector=sector,
            affiliation=Affiliation(name=name, native=native),
        )
        for key, (land, sector, name, native) in _PEOPLE.items()
    )
    present = tuple(Attendee(who=p, roles=frozenset()) for p in people)
    return Roster(
        participations=people,
        lexicon=lexicon,
        attendance={"D1": present},
        counting=ALL_PRESENT,
    )


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("nurse", "한 병원 간호사가 이견을 말했다."),
        ("curator", "박물관 학예사가 이견을 말했다."),
        ("curator", "어느 국립 박물관 학예사는 반대했다."),
        ("journalist", "유일한 언론인이 인용 여부를 물었다."),
        ("journalist", "The only journalist present asked whether quotes were allowed."),
        ("official", "A Lao official protests."),
        ("official", "The Lao official protests."),
        ("official", "A Lao official walks out."),
        ("official", "A Lao official smiles and leaves."),
        ("owner", "A Norwegian ship-owner opposed the levy."),
    ],
)
def test_who_is_told_plainly_is_found(roster, who, text):
    found = examine_text(text, roster, item="D1")
    assert who in {p for e in found if e.level is Level.BLOCK for p in e.people}


@pytest.mark.parametrize(
    "text",
    [
        "박물관 학예사를 늘리자는 의견이 있었다.",
        "학교 교사의 처우가 논의되었다.",
        "An official news conference is planned.",
        "An official visit to Laos takes place in May.",
        "The Lao official statistics are late.",
        "Lao official statements are late.",
        "A Lao official holiday falls in April.",
        "An expert series on ports is planned.",
        "A delegate pass lasts two days.",
    ],
)
def test_what_is_told_of_nobody_is_free(roster, text):
    assert not examine_text(text, roster, item="D1")
