"""Names are heard as they are said where they come from, and known in other romanisations."""

from __future__ import annotations

import pytest

from dialogueprep.domain.gate import SPEAKERS, Level, Roster, examine_text
from dialogueprep.domain.identity.spellings.respelled import sounds_of
from dialogueprep.domain.identity.spellings.spoken_tongues import as_said
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Gender,
    Name,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Sector,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon

NAMES = {
    "a": ("Desrosiers", "Luc", "CA"),
    "b": ("Łukasiewicz", "Wojciech", "PL"),
    "c": ("Kjærgaard", "Søren", "DK"),
    "d": ("Phongsathorn", "Anurak", "TH"),
    "e": ("Thackeray", "Imogen", "GB"),
    "f": ("Þorvaldsdóttir", "Guðrún", "IS"),
    "g": ("Szentgyörgyi", "Zsófia", "HU"),
}


def _roster() -> Roster:
    people = tuple(
        Participation(
            id=ParticipationId(key),
            person=Person(
                id=PersonId(key),
                name=Name(family=family, given=given, order=NameOrder.GIVEN_FIRST),
                gender=Gender.WOMAN,
            ),
            delegation=home,
            territory=home,
            sector=Sector.ACADEMIA,
            affiliation=Affiliation(name=f"Institute {key}"),
        )
        for key, (family, given, home) in NAMES.items()
    )
    room = tuple(Attendee(who=p, roles=frozenset()) for p in people)
    return Roster(
        participations=people,
        lexicon=read_lexicon(),
        attendance={"S": room},
        k=1,
        counting=SPEAKERS,
    )


ROSTER = _roster()


@pytest.mark.parametrize(
    ("name", "territory", "said"),
    [
        ("Desrosiers", "CA", "derozie"),
        ("Łukasiewicz", "PL", "lukashyevish"),
        ("Guimarães", "BR", "kimarais"),
        ("Szentgyörgyi", "HU", "sentzhoerzhi"),
    ],
)
def test_a_name_is_said_as_its_language_has_it(name: str, territory: str, said: str):
    assert said in as_said(name, territory)


@pytest.mark.parametrize(
    ("one", "other"),
    [("phongsathorn", "pongsatorn"), ("sheremetyev", "cheremetiev"), ("qureshi", "quraishi")],
)
def test_two_spellings_of_a_name_sound_the_same(one: str, other: str):
    assert sounds_of(one) == sounds_of(other)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("デロジエ氏は反対した。", "a"),
        ("데로지에 대사가 말했다.", "a"),
        ("德罗西耶认为期限太短。", "a"),
        ("ウカシェヴィチさんによれば、期限は短い。", "b"),
        ("武卡谢维奇大使说不行。", "b"),
        ("ケアゴー氏は慎重だった。", "c"),
        ("Pongsatorn asked for the list.", "d"),
        ("새커리의 의견은 달랐다.", "e"),
        ("Thorvaldsdottir will send the table.", "f"),
        ("Szent-Györgyi asked for the list.", "g"),
    ],
)
def test_a_name_is_found_as_others_write_it(text: str, who: str):
    found = examine_text(text, ROSTER, item="S")
    assert any(who in e.people and e.level is Level.BLOCK for e in found)


@pytest.mark.parametrize(
    "text",
    [
        "コストは慎重に検討された。",
        "결론: 자료를 더 모은다.",
        "德国的提议没有通过。",
        "The chapel of St Luke was closed.",
        "谢谢主席。",
    ],
)
def test_words_that_sound_like_nobody_stay(text: str):
    assert examine_text(text, ROSTER, item="S") == ()
