"""Speeches and services that are only spoken of, and speakers and companies that speak."""

import pytest

from tests.corpus.measure import examine_text, roster_of
from tests.corpus.table import read_table

TOLD = [
    ("The keynote was sceptical.", "k2"),
    ("The keynote warned against relying on one supplier.", "k2"),
    ("As the keynote put it, stocks are not care.", "k2"),
    ("The keynote was clear that the fund must close.", "k2"),
    ("The keynote was good on prices but hard on insurers.", "k2"),
    ("The keynote was brief: quotas do not work.", "k2"),
    ("The keynote was well received and argued for a levy.", "k2"),
    ("Two participants agreed with the keynote that the fund is too small.", "k2"),
    ("One speaker agreed with the keynote: stocks are no care.", "k2"),
    ("Two participants praised the keynote and its call for a levy.", "k2"),
    ("One participant discussed the keynote, which doubted quotas.", "k2"),
    ("基调演讲者反对配额。", "k2"),
    ("基调发言人要求删除这一段。", "k2"),
    ("A Chinese drug company has promised a study.", "c3"),
    ("A Korean company offered to pay.", "k3"),
    ("중국 제약 기업이 연구비를 내겠다고 했다.", "c3"),
    ("《海岸新报》方面追问能否见报。", "j4"),
    ("「海岸新報」は反対した。", "j4"),
    ("노즈에 임원은 반대했다.", "j4"),
    ("The ambassador in the chair refused to take the point.", "a1"),
    ("One speaker, once an ambassador, called for patience.", "a1"),
    ("One participant, formerly ambassador in three capitals, disagreed.", "a1"),
]
FREE = [
    "The keynote was long.",
    "《海岸新报》刊登了这篇文章。",
    "One participant said the keynote had been too general.",
    "Two participants agreed with the keynote.",
    "The keynote address was well attended.",
    "The keynote was longer than planned.",
    "The keynote was printed in annex two.",
    "Questions about the keynote were few.",
    "Penhallow shoes are sold in Perth.",
    "Nozue ferries were counted too.",
]


@pytest.fixture(scope="module")
def roster():
    return roster_of(read_table("dipper"))


@pytest.mark.parametrize(("text", "who"), TOLD)
def test_who_speaks_is_found(roster, text, who):
    found = examine_text(text, roster, item="M1")
    assert who in [p for e in found for p in e.people if e.level.value == "block"]


@pytest.mark.parametrize("text", FREE)
def test_what_is_spoken_of_is_left(roster, text):
    assert examine_text(text, roster, item="M1") == ()


def test_what_a_chair_holds_possible_is_a_view(roster):
    for text in ("議長は先送りは許されないと述べた。", "議長はこれ以上待てないと述べた。"):
        assert [e.level.value for e in examine_text(text, roster, item="M1")] == ["block"]
    assert examine_text("議長は休憩後に再開すると述べた。", roster, item="M1") == ()


def test_a_coast_guard_runs_a_scheme_and_objects(roster):
    runs = examine_text("The Dutch coast guard runs a similar scheme.", roster, item="M1")
    objects = examine_text("The Dutch coast guard objected.", roster, item="M1")
    assert [e.level.value for e in (*runs, *objects)] == ["block"]


def test_a_body_of_every_country_is_not_the_one_at_the_table(roster):
    for text in ("The health institute objected.", "The health institute in some detail objected."):
        here = examine_text(text, roster, item="M1")
        assert [e.people for e in here if e.level.value == "block"] == [("k1",)]
    for text in (
        "The health institute of every country objected to this.",
        "The stockpile office in most countries rejected quotas.",
    ):
        assert examine_text(text, roster, item="M1") == ()
