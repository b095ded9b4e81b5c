"""How names from elsewhere sound in the scripts that spell them by their sound."""

from __future__ import annotations

import pytest

from dialogueprep.domain.identity.spellings.spoken import (
    consonants,
    distance,
    of_latin,
    of_written,
)

_NEAR = 0.09  # cost by consonant of a name of four consonants that is surely meant


def _cost(written: str, name: str) -> float:
    return min(
        distance(one, other) / max(1, consonants(one))
        for one in of_written(written)
        for other in of_latin(name)
    )


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("林德奎斯特", "lindqvist"),
        ("린드퀴스트", "lindqvist"),
        ("巴特佐里格", "batzorig"),
        ("ばとぞりぐ", "batzorig"),
        ("什切博夫斯卡", "szczebowska"),
        ("奥斯特罗夫斯基", "ostrowski"),
        ("兰南马", "rannanmaa"),
        ("贾马鲁丁", "jamaludin"),
        ("ばっは", "bach"),
        ("캐루", "carew"),
    ],
)
def test_a_name_is_near_what_its_neighbours_write(written: str, name: str):
    assert _cost(written, name) <= _NEAR


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("林德霍尔姆", "lindqvist"),
        ("巴特巴亚尔", "batzorig"),
        ("奥斯特瓦尔德", "ostrowski"),
        ("こすたりか", "ostrowski"),
        ("윌리엄스", "wilwright"),
    ],
)
def test_another_name_is_not(written: str, name: str):
    assert _cost(written, name) > _NEAR
