"""Pictures that are kept look like what is painted, and take no more memory than they may."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from dialogueprep.ui import painting
from dialogueprep.ui.kept_pictures import KeptPictures
from dialogueprep.ui.theme import Theme


def ground(p: QPainter, rect: QRectF) -> None:
    painting.rounded(p, rect.x(), rect.y(), rect.width(), rect.height(), 4, "sheet", "hair_strong")


def painted(act, ratio: float = 1.0) -> QImage:
    picture = QPixmap(round(120 * ratio), round(60 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    p = QPainter(picture)
    p.translate(0, -30)
    act(p)
    p.end()
    return picture.toImage()


def most_apart(one: QImage, other: QImage) -> int:
    return max(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_a_kept_picture_stands_where_it_would_be_painted(look: Theme, ratio: float) -> None:
    kept = KeptPictures(1_000_000)
    for rect in (QRectF(10, 40, 80, 20), QRectF(10.4, 40.2, 80, 20.6), QRectF(7, 47, 80, 20)):
        plain = painted(partial(ground, rect=rect), ratio)
        for _ in range(2):  # as it is made, and as it is kept
            seen = painted(partial(kept.paint, rect=rect, look="one", act=ground), ratio)
            assert most_apart(seen, plain) <= 16  # an edge is off by a quarter of a pixel at most


def test_equal_looks_are_painted_once_and_little_is_kept(look: Theme) -> None:
    kept, count = KeptPictures(200_000), list[QRectF]()

    def act(_p: QPainter, rect: QRectF) -> None:
        count.append(rect)

    def all_of_it(p: QPainter) -> None:
        for n in range(5):
            kept.paint(p, QRectF(10, 40 + n, 80, 20), "one", act)

    painted(all_of_it)
    assert len(count) == 1
    painted(lambda p: [kept.paint(p, QRectF(1, 1, 50, 20), n, act) for n in range(200)])
    assert len(count) == 201
    assert 0 < kept.bytes <= 200_000
    painted(lambda p: [kept.paint(p, QRectF(0, 0, 400, 400), "large", act) for _ in range(3)])
    assert len(count) == 204  # a large one would leave no room for others


def test_a_line_looks_the_same_when_it_is_kept(look: Theme) -> None:
    for words in ("10:15  Item 12", "第5項 協力", "3A  한국어"):

        def line(p: QPainter, words: str = words) -> None:
            painting.text(p, 4.3, 41.4, 100, 18, words, "small", "ink", weight=600)

        first = painted(line)
        assert all(painted(line) == first for _ in range(5)), words
