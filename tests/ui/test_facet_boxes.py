"""Boxes with counts keep the lines of their words and their place in the order of Tab."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.ui import painting
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.facet_boxes import Boxes, FacetBox
from dialogueprep.ui.widgets.layout import column


def test_the_second_line_of_words_stays_when_the_count_gets_short(qtbot: QtBot) -> None:
    box = FacetBox("Trilateral cooperation in the region")
    qtbot.addWidget(box)
    just = painting.width(box.text(), "body") + painting.width("0", "caption") + 36
    box.resize(round(just) + 2, 42)
    box.show_count("Tag", 1500)
    before = box.sizeHint().height()
    box.show_count("Tag", 0)
    assert box.sizeHint().height() == before
    assert len(box._lines()) == 2


def test_boxes_come_before_what_stands_below_them(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    boxes: Boxes[int] = Boxes("Tag", most=2)
    below = QLineEdit()
    whole.setLayout(column(boxes, below))
    whole.show()
    choices: Mapping[int, str] = {n: f"tag {n}" for n in range(5)}
    boxes.show_boxes(choices, frozenset(), lambda values: dict.fromkeys(values, 1))
    stops: list[QWidget] = [boxes.box_of(0)]
    while stops[-1] is not below:
        stops.append(stops[-1].nextInFocusChain() or below)
    assert stops.index(boxes.box_of(1)) < stops.index(boxes.more) < stops.index(below)


def test_a_long_count_leaves_the_words_their_room(qtbot: QtBot) -> None:
    one, other = CheckBox("China-Japan-ROK", count="9"), CheckBox("China-Japan-ROK", count="9/9")
    long = CheckBox("China-Japan-ROK", count="16653/25000")
    for each in (one, other, long):
        qtbot.addWidget(each)
    wide = painting.width("16653/25000", "caption") + painting.width("China-Japan-ROK", "body")
    assert long.sizeHint().width() > wide + 26
    assert one.sizeHint() == other.sizeHint()


def test_the_ring_of_a_box_to_tick_stands_beside_the_box(qtbot: QtBot, look: Theme) -> None:
    box = CheckBox("The machine has power for the day")
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus()
    ringed = box.grab().toImage()
    box.clearFocus()
    plain = box.grab().toImage()
    changed = [
        x
        for x in range(plain.width())
        if any(plain.pixel(x, y) != ringed.pixel(x, y) for y in range(plain.height()))
    ]
    assert changed and min(changed) > 17  # the box is 16 px wide and begins at 1
