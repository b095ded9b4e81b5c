"""A text that is being written: a key reads the line that it changed, and finds what all would."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dialogueprep.domain.gate import examine_text
from dialogueprep.domain.identity.exposure import Exposure
from dialogueprep.domain.identity.lines_read import Found, LinesRead
from dialogueprep.domain.identity.roster import Roster


class Counted(LinesRead):
    """Counts the lines that had to be read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[object] = []

    def found(self, line: object, read: Callable[[], Found]) -> Found:
        def counted() -> tuple[Exposure, ...]:
            self.read.append(line)
            return read()

        return super().found(line, counted)


LINES = [f"- Ogurisu-san and Prof. Gu share table {n} with Majima-san" for n in range(20)]


def test_a_key_reads_the_line_that_it_changed(sample_roster: Roster) -> None:
    known = Counted()
    text = "\n".join(LINES)
    examine_text(text, sample_roster, known=known)
    assert len(known.read) == len(LINES)
    known.read.clear()
    found = examine_text(text + "x", sample_roster, known=known)
    assert len(known.read) == 1
    assert found == examine_text(text + "x", sample_roster)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(LINES[:4]) + "\nOgurisu: fees fall\n小栗栖さんは慎重だった",
        "Gu: fees fall\nJapan: ports first, then fees\nOgurisu - no more fees",
        "沈昱衡：数据可公开\n小常：先看港口\n남궁혜원 교수가 물었다",
    ],
)
def test_what_is_found_is_what_reading_all_of_it_finds(sample_roster: Roster, text: str) -> None:
    known = LinesRead()
    for end in range(len(text) + 1):
        found = examine_text(text[:end], sample_roster, known=known)
        assert found == examine_text(text[:end], sample_roster)
        if end % 7 == 0:
            known.turn()
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
