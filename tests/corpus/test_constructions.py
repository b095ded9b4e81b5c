"""Ways of speaking that the gate could read, it goes on reading."""

from __future__ import annotations

from tests.corpus.constructions import rates, tried

FLOORS = {
    ("institutions", True): 0.99,
    ("institutions", False): 0.99,
    ("people", True): 0.91,
    ("people", False): 0.98,
    ("meetings", True): 0.98,
    ("meetings", False): 0.955,
}


def test_no_fewer_ways_of_speaking_are_read_than_were() -> None:
    read = rates()
    assert read.keys() == FLOORS.keys()
    below = {of: rate.share for of, rate in read.items() if rate.share < FLOORS[of]}
    assert below == {}


def test_each_way_of_speaking_is_written_once() -> None:
    texts = [(one.of, one.text) for one in tried()]
    assert len(texts) == len(set(texts))
