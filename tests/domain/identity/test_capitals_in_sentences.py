"""A capital inside an English sentence is a name; what stands elsewhere needs more to be one."""

import pytest
from planted import level

from tests.corpus.measure import roster_of
from tests.corpus.table import read_table

# A table with Page, Till, Ami, Perry, Marsh, Mine, Wake and He, and a note-taker called Banks.
NAMES = [
    ("I think Till is right.", "Till"),
    ("Most of it was Marsh and the rest was the room.", "Marsh"),
    ("They asked He whether the gate would hold.", "He"),
    ("Page would rather close a street.", "Page"),
    ("Marsh, for his part, was unmoved.", "Marsh"),
    ("Ask Mine about the joints.", "Mine"),
    ("Action: Ami and Perry to redraft it.", "Ami"),
    ("Seki/Wake to draft.", "Seki"),
    ("The Marsh amendment fell.", "Marsh"),
    ("Wake: who pays for the scaffolding?", "Wake"),
    ("CS – shear walls; KM – not for timber.", "KM"),
    ("S.B. said it would not be published.", "S.B."),
    ("Sir P. told his story of the pier.", "Sir P"),
    ("和気課長は費用を尋ねた。", "和気"),
    ("ノックさんは首をかしげた。", "ノック"),
    ("틸 소장은 고개를 저었다.", "틸"),
]
WORDS = [
    "See page 12 and Page 3 of the annex.",
    "Till the gate opens, nobody pays.",
    "Venues in Seki and in Aurore were considered.",
    "He asked for figures, and so did she.",
    "Amber lights and marigold garlands were named as clutter.",
    "Notes on How to Page Through Old Maps",
    "NB: the hall closes at six.",
    "和気あいあいとした雰囲気だった。",
    "이 박사는 모르는 사람이 없다.",
]


@pytest.fixture(scope="module")
def room():
    return roster_of(read_table("lighthouse"))


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_is_one_by_where_it_stands(room, text, name):
    assert level(room, text, name) == "block"


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_no_name(room, text):
    assert level(room, text, text) == ""
