"""Asking for other words for a passage, for the reason to keep it, and showing evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.store.documents import Release
from dialogueprep.ui import dates
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, WritingField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import column, hairline, row, scrolled
from dialogueprep.words import tr


class WordsDialog(QDialog):
    """One field of words; Ctrl+Enter takes them."""

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, field: Field, done: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = field
        take = Button(done, "primary", on_click=self.accept)
        take.setShortcut("Ctrl+Return")
        self.setLayout(
            column(
                Label(title, "head"),
                Label(sentence, "body", "ink2", wrap=True),
                field,
                row(None, Button(tr("Cancel"), on_click=self.reject), take),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )
        self.setMinimumWidth(520)
        field.field.setFocus()

    @property
    def words(self) -> str:
        """What was written."""
        field = self.field.field
        return field.toPlainText().strip() if isinstance(field, WritingField) else ""


def ask_wording(parent: QWidget | None, line: str, passage: str) -> str | None:
    """Return new wording for the whole line that holds a passage, or None if cancelled."""
    field = Field(tr("Wording"), WritingField(line, lines=(4, 10)))
    sentence = tr(
        "The passage is “{passage}”. It is changed where it comes from, in this language.",
        passage=passage,
    )
    dialog = WordsDialog(parent, tr("Other words"), sentence, field, tr("Rewrite"))
    return dialog.words if dialog.exec() else None


def ask_reason(parent: QWidget | None, passage: str) -> str | None:
    """Return the reason for keeping a passage, or None if cancelled or empty."""
    field = Field(
        tr("Reason"),
        WritingField("", tr("For example: a quoted author who was not present"), lines=(2, 5)),
    )
    sentence = tr("“{passage}” stays as it stands. The reason is kept inside.", passage=passage)
    dialog = WordsDialog(parent, tr("Keep the passage"), sentence, field, tr("Keep"))
    return (dialog.words or None) if dialog.exec() else None


class EvidenceDialog(QDialog):
    """What was searched and read back for each released file, without its content."""

    def __init__(self, parent: QWidget | None, releases: Sequence[Release]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Evidence sheet"))
        inside = column(
            Label(tr("Evidence sheet"), "title"),
            Label(
                tr(
                    "No known form of a participant’s name or institution was found where it may"
                    " not stand. Content, context and memory can still identify somebody: the"
                    " program does not see them."
                ),
                "body",
                "ink2",
                wrap=True,
            ),
            gap=10,
            margins=(24, 20, 24, 12),
        )
        for release in releases:
            inside.addWidget(hairline())
            inside.addLayout(_sheet(release))
        inside.addStretch(1)
        holder = QWidget()
        holder.setLayout(inside)
        close = row(None, Button(tr("Close"), on_click=self.accept), margins=(24, 0, 24, 16))
        self.setLayout(column((scrolled(holder, "paper"), 1), close, gap=8))
        self.resize(600, 520)


def _sheet(release: Release):
    found = release.evidence
    facts = [
        (tr("Released"), dates.day(release.released_on)),
        (tr("Forms of names searched"), str(found["forms"])),
        (tr("Places in the text"), str(found["places"])),
        (tr("Parts of the file read back"), str(found["parts"])),
        (tr("Smallest group (k)"), str(found["k"])),
        (tr("Names that may stand in it"), str(found["names"])),
        (tr("Passages kept with a reason"), str(_decided(release, "kept"))),
        ("SHA-256", release.sha256),
    ]
    lines = [
        row(Label(name, "small"), (Label(value, "small", "ink", wrap=True), 1), gap=16)
        for name, value in facts
    ]
    return column(Label(release.file_name, "strong"), *lines, gap=4)


def _decided(release: Release, how: str) -> int:
    return sum(n for _, decision, n in release.evidence["decided"] if decision == how)
