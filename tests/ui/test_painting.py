"""What is painted keeps its lines and its measure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from dialogueprep.domain.dialogue import Terms
from dialogueprep.ui import badges, painting
from dialogueprep.ui.theme import Theme

LONG = "Care shortages arrive within the same ten years in all three societies. "


@pytest.fixture
def painter(look: Theme):
    picture = QPixmap(600, 200)
    picture.fill(Qt.GlobalColor.white)
    p = QPainter(picture)
    yield p
    p.end()


def _rows_with_ink(words: str) -> tuple[int, int]:
    """Return the first and last line of pixels that a text in 20 px leaves a trace on."""
    picture = QPixmap(300, 40)
    picture.fill(Qt.GlobalColor.white)
    p = QPainter(picture)
    painting.text(p, 0, 0, 300, 40, words)
    p.end()
    image = picture.toImage()
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 200 for x in range(image.width()))
    ]
    return rows[0], rows[-1]


def test_a_cjk_letter_does_not_move_the_line(look: Theme) -> None:
    plain_top, plain_bottom = _rows_with_ink("HxH")
    _, mixed_bottom = _rows_with_ink("HxH 一")
    assert mixed_bottom - plain_bottom <= 1
    assert plain_top > 0


def test_a_paragraph_is_as_high_as_its_lines_in_any_script(painter: QPainter) -> None:
    english = painting.paragraph(painter, 0, 0, 200, LONG, "body")
    chinese = painting.paragraph(painter, 0, 0, 200, "照护短缺将在十年内到来。" * 5, "body")
    assert english % 20 == chinese % 20 == 0
    assert painting.paragraph_height(200, LONG) == english


def test_a_paragraph_stops_at_its_last_line(painter: QPainter) -> None:
    marks = [painting.Mark(0, len(LONG) * 4, "mark"), painting.Mark(300, 310, "block")]
    high = painting.paragraph(painter, 0, 0, 200, LONG * 4, "body", max_lines=2, marks=marks)
    assert high == 40


@pytest.mark.parametrize("value", [None, 1, 2, 3, 4, 5])
def test_each_rating_has_its_sign(painter: QPainter, value: int | None) -> None:
    assert badges.meter(painter, 0, 0, value) > 20
    assert badges.digit(painter, 0, 0, value) == 22
    assert badges.level_word(value)


@pytest.mark.parametrize("terms", list(Terms))
def test_terms_are_said_with_icon_and_word(painter: QPainter, terms: Terms) -> None:
    assert badges.terms_badge(painter, 0, 0, terms) > badges.terms_dot(painter, 0, 0, terms)
    assert badges.terms_look(terms).icon


def test_keys_of_a_combination_are_told_apart() -> None:
    assert badges.split_keys("Ctrl+Shift+N") == ["Ctrl", "Shift", "N"]
    assert badges.split_keys("Ctrl++") == ["Ctrl", "+"]
    assert badges.split_keys(">") == [">"]


def test_lines_of_a_paragraph_stay_lines(look: Theme) -> None:
    one = painting.paragraph_height(400, "Kept since then:")
    assert painting.paragraph_height(400, "Kept since then:\n/media/stick/notes.dpkit") == 2 * one
    assert painting.paragraph_height(400, "a\n\nb") == 3 * one
