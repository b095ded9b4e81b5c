"""A text that is being written: a key reads the line that it changed, and finds what all would."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from typing import TypeVar

import pytest

from dialogueprep.domain.gate import examine_text
from dialogueprep.domain.identity.lines_read import LinesRead, Unread
from dialogueprep.domain.identity.reading.stretches import stretches_of
from dialogueprep.domain.identity.roster import Roster

T = TypeVar("T")


class Counted(LinesRead):
    """Counts the lines that had to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[object] = []

    def found(self, what: object, read: Callable[[], T]) -> T:
        def counted() -> T:
            self.read.append(what)
            return read()

        return super().found(what, counted)


LINES = [f"- Hoshino-san and Prof. Ma share table {n} with Ueki-san" for n in range(20)]


def test_a_key_reads_the_line_that_it_changed(sample_roster: Roster) -> None:
    known = Counted()
    text = "\n".join(LINES)
    examine_text(text, sample_roster, known=known)
    assert len(known.read) == len(LINES)
    known.read.clear()
    found = examine_text(text + "x", sample_roster, known=known)
    assert len(known.read) == 1
    assert len(found) >= len(LINES)
    assert found == examine_text(text + "x", sample_roster)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(LINES[:4]) + "\nHoshino: fees fall\n星野さんは慎重だった",
        "Ma: fees fall\nJapan: ports first, then fees\nHoshino - no more fees",
        "李文博：数据可公开\n马雨婷：先看港口\n장미소 교수가 물었다",
    ],
)
def test_what_is_found_is_what_reading_all_of_it_finds(sample_roster: Roster, text: str) -> None:
    known = LinesRead()
    for end in range(len(text) + 1):
        found = examine_text(text[:end], sample_roster, known=known)
        assert found == examine_text(text[:end], sample_roster)
        if end % 7 == 0:
            known.turn()
    assert len(examine_text(text, sample_roster)) > 1
    without = text.replace("\n", " ", 1)  # two lines have become one
    assert examine_text(without, sample_roster, known=known) == examine_text(without, sample_roster)


def test_a_line_that_is_gone_is_forgotten(sample_roster: Roster) -> None:
    known = Counted()
    examine_text("\n".join(LINES[:2]), sample_roster, known=known)
    known.turn()
    examine_text(LINES[0], sample_roster, known=known)
    known.turn()
    known.read.clear()
    examine_text("\n".join(LINES[:2]), sample_roster, known=known)
    assert len(known.read) == 1
    known.clear()
    examine_text(LINES[0], sample_roster, known=known)
    assert len(known.read) == 2


SAID = [
    "Hoshino: fees fall",
    "Hoshino-san and Prof. Ma share table 3",
    "so Ueki Shiori went on, and",
    "李文博：数据可公开",
    "星野さんは慎重だった。",
    "장미소 교수가 물었다",
    "the only business man from Japan",
    "- ports share tide tables early",
    "and several said so. ",
    "Japan: ports first",
    "",
    "(Hoshino)",
    "as Ma",
    "Yuting had put it, in one format and on the day of each event, so that all may plan",
]


def edited(chance: random.Random, text: str) -> str:
    """Return a text after a key, a paste or a cut at some place."""
    at = chance.randrange(len(text) + 1)
    if chance.random() < 0.2:
        return text[:at] + text[at + chance.randrange(1, 200) :]
    words = chance.choice(SAID) if chance.random() < 0.5 else chance.choice("aM, .:\n李-")
    return text[:at] + chance.choice(["", "\n", " "]) + words + text[at:]


@pytest.mark.parametrize("seed", range(8))
def test_after_any_edits_is_found_what_a_fresh_reading_finds(
    sample_roster: Roster, seed: int
) -> None:
    chance = random.Random(seed)
    joint = chance.choice(["\n", "\n- ", " "])
    text = joint.join(chance.choices(SAID, k=chance.choice([3, 30])))
    known, seen = LinesRead(), 0
    for turn in range(25):
        text = edited(chance, text)
        fresh = examine_text(text, sample_roster, known=LinesRead())
        assert examine_text(text, sample_roster, known=known) == fresh
        seen += len(fresh)
        if turn % 4 == 3:
            known.turn()
    assert seen


def test_what_is_read_bit_by_bit_is_read_to_the_end(sample_roster: Roster) -> None:
    known = Counted()
    text = "\n".join([*LINES, "so Hoshino and Ueki went on " * 50])
    found = None
    while found is None:
        before = len(known.read)
        with suppress(Unread), known.until(lambda: True):
            found = examine_text(text, sample_roster, known=known)
        assert len(known.read) <= before + 1
    assert len(known.read) > len(LINES)
    assert found == examine_text(text, sample_roster, known=LinesRead())


@pytest.mark.parametrize("joint", [" ", "\n", ", ", ""])
def test_stretches_hold_each_letter_of_a_note_once_and_are_short(joint: str) -> None:
    text = joint.join(SAID * 20)
    held = [(part.start + part.first, part.start + part.last) for part in stretches_of(text)]
    assert held[-1][1] == len(text)
    gaps = (text[end:begin] for (_, end), (begin, _) in pairwise(held))
    assert all(not gap.strip("\n- ") for gap in gaps)
    assert max(end - begin for begin, end in held) <= 800


def test_a_name_is_found_wherever_stretches_part(sample_roster: Roster) -> None:
    for before in range(380, 620, 3):
        text = (
            ("ports share tide tables " * 30)[:before]
            + " Hoshino Ryutaro said so"
            + " early and" * 90
        )
        (it,) = examine_text(text, sample_roster, known=LinesRead())
        assert it.text == "Hoshino Ryutaro"
