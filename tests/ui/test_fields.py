"""Fields that hand over their text after a pause."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogueprep.ui import painting
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.choices import Choice, Rating, Segments
from dialogueprep.ui.widgets.fields import (
    Field,
    LineField,
    NumberField,
    SavingField,
    SavingLine,
    WritingField,
    can_undo,
)
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, side_by_side


@pytest.fixture(params=[SavingLine, SavingField])
def field(request, qtbot, look: Theme):
    made = request.param("", name="Title")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_text_is_handed_over_after_a_pause(qtbot, field) -> None:
    with qtbot.waitSignal(field.written, timeout=2000) as written:
        qtbot.keyClicks(field, "Trust is low.")
    assert written.args == ["Trust is low."]


def test_flush_hands_over_at_once_and_only_once(qtbot, field) -> None:
    heard: list[str] = []
    field.written.connect(heard.append)
    qtbot.keyClicks(field, "Ports")
    field.flush()
    field.flush()
    assert heard == ["Ports"]


def test_an_unsent_draft_wins_over_what_is_on_disk(qtbot, field) -> None:
    field.show_text("old")
    assert not can_undo(field)
    qtbot.keyClicks(field, "x")
    field.show_text("from elsewhere")
    text = field.text() if isinstance(field, SavingLine) else field.toPlainText()
    assert text in ("oldx", "xold")


def test_a_field_of_lines_grows_with_its_text(qtbot, look: Theme) -> None:
    held = QWidget()
    field = SavingField(lines=(2, 6))
    held.setLayout(column(field, None))
    qtbot.addWidget(held)
    held.resize(200, 400)
    held.show()
    low = field.height()
    field.show_text("\n".join("abcd"))
    assert low < field.height()
    field.show_text("\n".join("abcdefghijkl"))
    assert field.height() < 6 * 20 + 20


def test_a_number_shows_its_unit(qtbot, look: Theme) -> None:
    field = NumberField(5, 300, "min")
    qtbot.addWidget(field)
    field.setValue(90)
    field.resize(120, 32)
    field.show()
    assert field.text() == "90 min"
    assert field.lineEdit().width() > 80


@pytest.mark.parametrize(
    ("unit", "shown"), [("分の遅れ", "25分の遅れ"), ("분 늦음", "25분 늦음"), ("", "25")]
)
def test_between_a_number_and_a_character_is_no_gap(
    qtbot, look: Theme, unit: str, shown: str
) -> None:
    field = NumberField(0, 300, unit)
    qtbot.addWidget(field)
    field.setValue(25)
    assert field.text() == shown


def test_a_field_says_what_is_wrong_under_itself(qtbot, look: Theme) -> None:
    field = Field("Name", LineField())
    qtbot.addWidget(field)
    field.say("A name is needed.", bad=True)
    assert field.field.property("bad")
    assert field.below.text() == "A name is needed."
    assert field.field.accessibleName() == "Name"


def test_choices_are_made_by_key(qtbot, look: Theme) -> None:
    segments = Segments([(1, "One"), (2, "Two")], 1)
    rating = Rating("sensitivity")
    choice = Choice([("a", "A"), ("b", "B")], "b")
    for widget in (segments, rating, choice):
        qtbot.addWidget(widget)
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(segments, Qt.Key.Key_Right)
    with qtbot.waitSignal(rating.rated) as rated:
        qtbot.keyClick(rating, Qt.Key.Key_4)
    assert (chosen.args, rated.args, choice.value) == ([2], [4], "b")


def test_segments_give_long_words_the_room_that_short_ones_leave(qtbot, look: Theme) -> None:
    words = ["All 4", "New 4", "In the directory 0", "New"]
    segments = Segments(list(enumerate(words)), 0)
    qtbot.addWidget(segments)
    segments.resize(round(sum(painting.width(each, "strong") for each in words)) + 60, 32)
    edges = [segments.edges(n) for n in range(len(words))]
    assert edges[0][0] == 0
    assert edges[-1][1] == pytest.approx(segments.width())
    for (left, right), each in zip(edges, words, strict=True):
        assert right - left - 8 >= painting.width(each, "strong")


def test_wrapped_words_beside_a_button_have_all_their_lines(qtbot, look: Theme) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    words = Paragraph("Opens for whoever has the file, " * 5, "small")
    beside = side_by_side((column(Label("Key file", "strong"), words, gap=1), 1), Label("x"), gap=8)
    inside = QWidget()
    inside.setLayout(column(beside, gap=0, margins=(0, 9, 0, 9)))
    held.setLayout(column(inside, None))
    held.resize(400, 500)
    held.show()
    qtbot.waitUntil(lambda: 0 < words.width() < 400)
    assert words.height() == words.heightForWidth(words.width()) > 20


def test_text_begins_at_the_same_place_in_fields_of_one_line_and_of_several(
    qtbot, look: Theme
) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    one, several = LineField("|"), WritingField(lines=(2, 5))
    several.setPlainText("|")
    rest = LineField()
    box.setLayout(column(one, several, rest))
    with qtbot.waitActive(box):
        box.show()
    rest.setFocus()
    qtbot.waitUntil(rest.hasFocus)
    assert _first_ink(one) == _first_ink(several)


def _first_ink(field: QWidget) -> int:
    drawn = field.grab().toImage()
    dark = [(x, y) for x in range(4, 40) for y in range(6, 22)]
    return min(x for x, y in dark if drawn.pixelColor(x, y).lightness() < 110)
