"""No widget is shown before it has an owner: it would open as a window, and take the focus."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep import ui
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session

OWNED_BY = {"setLayout", "addWidget", "addLayout", "setParent", "setWidget", "add"}
MODULES = sorted(Path(ui.__file__).parent.rglob("*.py"))


def calls(inside: ast.AST) -> Iterator[tuple[ast.Call, str, str]]:
    for node in ast.walk(inside):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, ast.unparse(node.func.value), node.func.attr


def shown_alone(function: ast.FunctionDef) -> list[str]:
    """Return what is shown between the line that makes it and the first that may give it away."""
    made = {
        ast.unparse(node.targets[0]): node.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and ast.unparse(node.value.func).rpartition(".")[2][:1].isupper()
    }
    own = {"_lay_out", *OWNED_BY}
    owned = [call.lineno for call, _, name in calls(function) if name in own]
    return [
        f"{call.lineno}: {ast.unparse(call)}"
        for call, of, name in calls(function)
        if name in ("setVisible", "show")
        and of in made
        and ast.unparse(call.args[0] if call.args else call) != "False"
        and not any(made[of] < line < call.lineno for line in owned)
    ]


def test_nothing_is_shown_where_it_is_made() -> None:
    found: list[str] = []
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        if "setVisible(" in text or ".show()" in text:
            functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef))
            found += [f"{module.name}:{each}" for one in functions for each in shown_alone(one)]
    assert found == []


class Windows(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_a_search_that_marks_recommendations_keeps_the_focus(
    qtbot: QtBot, sample_session: Session, qapp: QApplication
) -> None:
    page = LibraryPage(sample_session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    windows = Windows()
    qapp.installEventFilter(windows)
    page.topics.search.insert("port")
    page.browser.settle()
    qapp.removeEventFilter(windows)
    assert windows.shown == []
