"""The tables and the search can be made in short steps, and are then what they are otherwise."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from itertools import islice
from pathlib import Path
from shutil import copytree

from dialogueprep import paths
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.identity.search import Search, building, search_of
from dialogueprep.exchange.lexicon_reader import read_lexicon, reading

TEXT = (
    "Dr Young said that the Harbor Council objected; a participant from Japan agreed.\n"
    "何建国说，临河学院反对。森さんは述べた。박영희 교수는 한서대학교 측이라고 말했다."
)


def test_a_search_made_in_steps_finds_the_same(invented_roster: Roster) -> None:
    known = Search(replace(invented_roster)).examine(TEXT)
    steps = building(fresh := replace(invented_roster))
    assert sum(1 for _ in steps) > 20
    assert search_of(fresh).examine(TEXT) == known
    assert known


def test_steps_may_be_left_half_way_and_taken_up_by_another(invented_roster: Roster) -> None:
    known = Search(replace(invented_roster)).examine(TEXT)
    fresh = replace(invented_roster)
    first = building(fresh)
    deque(islice(first, 2), maxlen=0)
    assert search_of(fresh).examine(TEXT) == known
    assert search_of(fresh) is search_of(fresh)
    deque(first, maxlen=0)
    assert search_of(fresh).examine(TEXT) == known


def test_tables_read_in_steps_are_read_once(tmp_path: Path) -> None:
    folder = Path(copytree(paths.data() / "lexicon", tmp_path / "lexicon"))
    steps = reading(folder)
    next(steps)
    asked = read_lexicon(folder)
    assert list(steps) == []
    assert list(reading(folder)) == []
    assert read_lexicon(folder) is asked
    assert asked.pieces == read_lexicon().pieces
