"""A certificate on the screen, and saving it as a PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from dialogueprep.domain.certificate import Section
from dialogueprep.domain.destroying import Act
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, column, hairline
from dialogueprep.words import tr
from dialogueprep.workflows import certificate

_NAMES = 190


class CertificateView(QWidget):
    """The page about one act, as its file has it. ``said`` is for the foot of its dialog."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._act: Act | None = None
        self._inside = column(gap=6, margins=(28, 16, 28, 16))
        self.setLayout(self._inside)
        self.said = Label("", "small", "ink2", elide=True)

    def show_act(self, act: Act) -> None:
        """Show the page about an act, as it stands now."""
        self._act = act
        clear(self._inside)
        it = certificate.certificate_of(self._session.store, act)
        self._inside.addWidget(Label(it.title, "head"))
        self._inside.addWidget(Paragraph(it.said, "body", "ink2"))
        for section in it.sections:
            self._add(section)
        self._inside.addSpacing(6)
        self._inside.addWidget(hairline())
        self._inside.addWidget(Paragraph(it.limits, "small", "ink2"))
        self._inside.addWidget(Paragraph(certificate.check_line(it), "small", "ink3"))
        self._inside.addStretch(1)

    def _add(self, section: Section) -> None:
        self._inside.addSpacing(6)
        self._inside.addWidget(hairline())
        self._inside.addWidget(Label(section.head, "label"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, _NAMES)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(section.rows):
            grid.addWidget(Paragraph(name, "body", "ink2"), at, 0)
            grid.addWidget(Paragraph(value, "body", "ink"), at, 1)
        self._inside.addLayout(grid)

    def ask_where(self) -> None:
        """Ask where the page is to be written, and write it."""
        if self._act is None:
            return
        proposed = str(Path.home() / f"{certificate.file_name(self._act)}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the certificate"), proposed, "PDF (*.pdf)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the page as a PDF, and say so."""
        if self._act is None:
            return
        try:
            certificate.save(self._session.store, self._act, path)
        except Explained as error:
            self._say(explain(error))
            return
        self._say(tr("Saved as {name}, and read back", name=path.name))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setToolTip(sentence)
