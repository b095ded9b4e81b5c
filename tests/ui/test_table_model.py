"""The one model: rows change, selection stays."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from dialogueprep.ui.delegates.row import RowDelegate
from dialogueprep.ui.models.table_model import VALUE, Column, ListModel, TableModel
from dialogueprep.ui.widgets.lists import RowList


@dataclass(frozen=True)
class Town:
    id: int
    name: str = ""


COLUMNS = (
    Column[Town]("Name", lambda t: t.name, spoken=lambda t: f"town {t.name}"),
    Column[Town]("Number", lambda t: str(t.id), align=Qt.AlignmentFlag.AlignRight),
)
ROWS = st.lists(st.builds(Town, st.integers(0, 9), st.sampled_from("ab")), unique_by=lambda t: t.id)


def test_the_model_keeps_what_qt_asks_of_models(qtmodeltester, qapp) -> None:
    model = TableModel(COLUMNS)
    model.show_rows([Town(1, "Jeju"), Town(2, "Otaru")])
    qtmodeltester.check(model)
    model.show_rows([Town(3, "Dalian"), Town(2, "Otaru"), Town(1, "Seogwipo")])
    assert model.index(2, 0).data() == "Seogwipo"
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "town Seogwipo"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Number"


@given(first=ROWS, second=ROWS)
@settings(deadline=None, max_examples=60)
def test_rows_change_by_difference_and_indexes_stay_with_their_rows(qapp, first, second) -> None:
    model = ListModel(lambda t: t.name)
    model.show_rows(first)
    kept = {row.id: QPersistentModelIndex(model.index_of(row.id)) for row in first}
    model.show_rows(second)
    assert model.rows == tuple(second)
    for row in second:
        if row.id in kept:
            assert kept[row.id].data(VALUE).id == row.id
    gone = {row.id for row in first} - {row.id for row in second}
    assert not any(kept[each].isValid() for each in gone)


def test_the_chosen_row_stays_chosen_when_rows_come_and_go(qtbot, look) -> None:
    model = ListModel(lambda t: t.name)
    view = RowList(model, RowDelegate())
    qtbot.addWidget(view)
    model.show_rows([Town(n, f"Town {n}") for n in range(5)])
    view.choose(3)
    model.show_rows([Town(n, f"Town {n}") for n in (9, 3, 1)])
    assert view.value() == Town(3, "Town 3")
    with qtbot.waitSignal(view.activated_value) as taken:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert taken.args == [Town(3, "Town 3")]
