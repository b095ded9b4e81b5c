"""Where a file is to be written: a line for its path, a button to choose one, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, mark_field
from dialogueprep.ui.widgets.layout import box, row
from dialogueprep.words import tr


class TargetField(Field):
    """``kinds`` are the endings that a file may have, with their words as messages."""

    def __init__(self, name: str, ending: str, kinds: Mapping[str, str]) -> None:
        self._kinds, self._ending = kinds, ending
        self.line = LineField(str(_documents() / f"{name}{ending}"), name=tr("File"))
        self.choose = Button(tr("Choose a place"), "plain", "folder-open", on_click=self._choose)
        super().__init__(tr("File"), box(row((self.line, 1), self.choose, gap=8)))
        self._name = name
        self.line.textChanged.connect(lambda _words: self._show_state())
        self._show_state()

    def show_ending(self, ending: str) -> None:
        """Give the file another ending, one of the kinds."""
        self._ending = ending
        path = Path(self.line.text() or self._name)
        bare = path.with_suffix("") if path.suffix.lower() in self._kinds else path
        self.line.setText(str(self._full(bare)))

    def target(self) -> Path | None:
        """Return where the file is to be written; None, after saying so, if that is no place."""
        target = self._full(self._path())
        if target.parent.is_dir() and not target.is_dir() and self.line.text().strip():
            return target
        self.say(tr("There is no such folder. Choose another place."), bad=True)
        mark_field(self.line, "bad", True)
        self.line.setFocus()
        return None

    def _full(self, path: Path) -> Path:
        """Return a path with the ending; one that is none of the kinds is part of the name."""
        if not path.name or path.suffix.lower() in self._kinds:
            return path
        return path.with_name(f"{path.name}{self._ending}")

    def _path(self) -> Path:
        return Path(self.line.text().strip()).expanduser()

    def _show_state(self) -> None:
        there = self._full(self._path()).is_file()
        self.say(tr("This file exists and will be replaced.") if there else "")
        mark_field(self.line, "bad", False)

    def _choose(self) -> None:
        kind = f"{tr(self._kinds[self._ending])} (*{self._ending})"
        name, _kind = QFileDialog.getSaveFileName(
            self, tr("Where the file is written"), str(self._path()), kind
        )
        if name:
            self.line.setText(str(self._full(Path(name))))


def _documents() -> Path:
    """Return the user's folder of documents, or their home if there is none."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(where or Path.home())
    return folder if folder.is_dir() else Path.home()
