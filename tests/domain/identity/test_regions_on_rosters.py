"""A roster may call a region by any of its names, in any language, or by one that nobody knows."""

from dataclasses import replace

import pytest

from dialogueprep.domain.gate import Level, examine_text
from dialogueprep.domain.identity.described.description import region_named
from dialogueprep.exchange.lexicon_reader import read_lexicon
from tests.corpus.measure import roster_of
from tests.corpus.table import read_table


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Pacific", "Oceania"),
        ("pacific islands", "Oceania"),
        ("東アジア", "Northeast Asia"),
        ("서아시아", "Middle East"),
        ("Oceania", "Oceania"),
        ("", ""),
        ("Ruritania", ""),
    ],
)
def test_a_region_is_known_by_its_names(written: str, code: str):
    assert region_named(written, read_lexicon()) == code


@pytest.mark.parametrize("written", ["Pacific", "Oceania", "太平洋島嶼国", "the islands", ""])
def test_somebody_of_a_region_is_counted_however_the_roster_calls_it(written: str):
    roster = roster_of(read_table("wren"))
    people = [
        replace(p, region=written) if p.territory in ("TO", "NZ") else p
        for p in roster.participations
    ]
    there = replace(roster, participations=tuple(people))
    [mark] = examine_text("A voice from the Pacific saw no harm in it.", there, item="W4")
    assert (mark.level, mark.people, mark.k) == (Level.BLOCK, ("w16",), 1)


def test_a_region_of_nobody_fits_nobody():
    roster = roster_of(read_table("wren"))
    [mark] = examine_text("A voice from Africa saw no harm in it.", roster, item="W4")
    assert (mark.level, mark.k) == (Level.WARN, 0)
