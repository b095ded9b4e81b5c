"""Which files of a folder are as they were when its manifest was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.ui.jobs import Job
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.words import tr
from dialogueprep.workflows.manifest import Checked, check, said


class CheckManifest(QDialog):
    """Choose a folder; what was changed, is missing or was added stands by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Check a folder of documents"))
        self._job: Job | None = None
        self.choose = Button(tr("Choose a folder"), "plain", "folder-open", on_click=self._choose)
        self.folder = Label("", "body", "ink2", elide=True)
        self.verdict = Paragraph("", "strong")
        self._sign = IconLabel("circle-check", "ok", 20)
        self._verdict = box(row(self._sign, (self.verdict, 1), gap=10))
        self._verdict.hide()
        self.files = column(gap=6)
        head = column(
            Label(tr("Check a folder of documents"), "title"),
            Paragraph(tr("A folder that an event was closed with has a MANIFEST.txt, with the "
                "SHA-256 of each file. Files whose SHA-256 is the same are as they were, bit by "
                "bit."), "small", "ink2"),
            8, row(self.choose, (self.folder, 1), gap=10), gap=6, margins=(24, 18, 24, 14),
        )  # fmt: skip
        inside = column(self._verdict, 10, self.files, None, gap=0, margins=(24, 16, 24, 16))
        close = Button(tr("Close"), "primary", on_click=self.reject)
        close.setDefault(True)
        foot = row(None, close, margins=(24, 10, 24, 14))
        self.setLayout(
            column(box(head, "paper"), hairline(), (scrolled(box(inside, "paper"), "paper"), 1),
                   hairline(), box(foot, "shade"), gap=0)
        )  # fmt: skip
        self.resize(600, 480)
        self.choose.setFocus()

    def look_at(self, folder: Path) -> None:
        """Compare the files of a folder with its manifest, off the UI thread."""
        self.folder.setText(str(folder))
        self.choose.setEnabled(False)
        self._show("clock", "ink2", tr("The files are being read."), ())
        self._job = Job(lambda tick: check(folder, tick), self)
        self._job.done.connect(self._show_checked)
        self._job.failed.connect(self._show_failure)
        self._job.ended.connect(lambda: self.choose.setEnabled(True))
        self._job.start()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _choose(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, self.windowTitle()):
            self.look_at(Path(name))

    def _show_checked(self, found: Checked) -> None:
        lines = [
            *((path, tr("changed"), "block") for path in found.changed),
            *((path, tr("missing"), "block") for path in found.missing),
            *((path, tr("not there before"), "warn") for path in found.added),
        ]
        icon, ink = ("circle-check", "ok") if found.intact else ("triangle-alert", "warn")
        self._show(icon, ink, said(found), lines)

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, Explained):
            raise error
        self._show("octagon-x", "block", explain(error), ())

    def _show(
        self, icon: str, ink: str, sentence: str, lines: list[tuple[str, str, str]] | tuple[()]
    ) -> None:
        self._sign.show_icon(icon, ink)
        self.verdict.show_text(sentence)
        self._verdict.show()
        clear(self.files)
        for path, word, colour in lines:
            self.files.addLayout(
                row((Label(path, "body", "ink", elide=True), 1), Label(word, "small", colour))
            )
