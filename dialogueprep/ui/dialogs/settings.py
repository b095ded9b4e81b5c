"""The settings: of this machine, of the workspace, and who holds its keys.

There is no Save: each setting holds as soon as it is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QWidget

from dialogueprep import words
from dialogueprep.commands import life
from dialogueprep.commands import workspace as commands
from dialogueprep.domain.dialogue import DEFAULT_K
from dialogueprep.domain.library import DEFAULT_CEILING
from dialogueprep.domain.life import LONGEST_DAYS
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.store import lives, second_place, settings
from dialogueprep.ui.apart import Apart
from dialogueprep.ui.second_place import still_tells
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import TEXT_SIZES, Scheme, Theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.fields import NumberField, SavingLine
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column, hairline, row, scrolled
from dialogueprep.words import ntr, sentences, tr

_IDLE = (0, 5, 10, 15, 30, 60)


Rows = Sequence[tuple[str, QWidget]]


class SettingsDialog(QDialog):
    """Three groups of settings."""

    def __init__(self, parent: QWidget | None, session: Session, look: Theme) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._machine = session.machine
        self.setWindowTitle(tr("Settings"))
        self.wanted: Apart | None = None
        inside = QWidget()
        inside.setLayout(
            column(
                Label(tr("Settings"), "title"),
                10,
                _form(
                    (tr("This computer"), self._machine_part()),
                    (tr("This workspace"), self._workspace_part()),
                ),
                10,
                hairline(),
                10,
                *self._keys_part(),
                None,
                gap=7,
                margins=(28, 20, 28, 8),
            )
        )
        close = Button(tr("Close"), "primary", on_click=self.accept)
        foot = row(None, close, margins=(28, 10, 28, 14))
        self.setLayout(column((scrolled(inside, "paper"), 1), hairline(), foot, gap=0))
        self.resize(660, 740)

    @classmethod
    def change(cls, parent: QWidget | None, session: Session, look: Theme) -> Apart | None:
        """Show the settings until they are closed; they hold at once.

        Return what is wanted of the workspace while it is closed, if anything is.
        """
        dialog = cls(parent, session, look)
        dialog.exec()
        session.machine.save()
        return dialog.wanted

    def _machine_part(self) -> Rows:
        schemes = [
            (Scheme.SYSTEM, tr("As the system")),
            (Scheme.LIGHT, tr("Light")),
            (Scheme.DARK, tr("Dark")),
        ]
        scheme = Segments(schemes, Scheme(self._machine.scheme), name=tr("Colours"))
        scheme.chosen.connect(lambda value: self._set_look("scheme", str(value)))
        languages = list(LANGUAGE_NAMES.items())
        language = Segments(languages, self._machine.language, name=tr("Language of the window"))
        language.chosen.connect(lambda value: self._set_look("language", value))
        sizes = [(size, f"{round(size * 100)}%") for size in TEXT_SIZES]
        size = Segments(sizes, self._machine.text_size, name=tr("Size of text"))
        size.chosen.connect(lambda value: self._set_look("text_size", value))
        idle: Choice[int] = Choice(
            [(m, tr("after {n} minutes", n=m) if m else tr("never")) for m in _IDLE],
            self._machine.idle_minutes,
            name=tr("Lock by itself"),
        )
        idle.picked.connect(self._set_idle)
        self._again = Paragraph(
            tr("The words of the pages follow when these settings are closed."),
            "small",
            "ink3",
        )
        self._again.hide()
        return (
            (tr("Colours"), scheme),
            (tr("Language of the window"), _over(language, self._again)),
            (tr("Size of text"), size),
            (tr("Lock by itself"), idle),
        )

    def _workspace_part(self) -> Rows:
        store = self._session.store
        name = SavingLine(str(settings.read(store, "name", "")), name=tr("Name of the workspace"))
        name.written.connect(lambda text: self._session.run(commands.rename, text))
        self._session.flush.connect(name.flush)
        self.finished.connect(lambda _result: name.flush())
        k: Choice[int] = Choice(
            [(n, tr("at least {n} likely speakers", n=n)) for n in range(2, 8)],
            settings.read(store, commands.K, DEFAULT_K),
            name=tr("Attribution holds with"),
        )
        k.picked.connect(lambda n: self._session.run(commands.set_default, commands.K, n))
        ceiling: Choice[int] = Choice(
            [(n, tr("sensitivity up to {n}", n=n)) for n in range(1, 6)],
            settings.read(store, commands.CEILING, DEFAULT_CEILING),
            name=tr("Topics offered"),
        )
        ceiling.picked.connect(
            lambda n: self._session.run(commands.set_default, commands.CEILING, n)
        )
        kept = NumberField(0, LONGEST_DAYS, tr("days after the closing"))
        kept.setAccessibleName(tr("Raw notes are destroyed"))
        kept.setValue(lives.usual_days(store))
        kept.editingFinished.connect(lambda: self._set_days(kept.value()))
        where = Label(str(store.folder), "small", elide=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setToolTip(str(store.folder))
        note = Label(tr("Both hold for new dialogues."), "small", "ink3")
        proposed = tr("Proposed when a dialogue is closed. You are reminded, and asked first.")
        return (
            (tr("Name of the workspace"), name),
            (tr("Attribution holds with"), k),
            (tr("Topics offered"), ceiling),
            ("", note),
            (tr("Raw notes are destroyed"), kept),
            ("", Paragraph(proposed, "small", "ink3")),
            (tr("Kept in"), where),
        )

    def _set_days(self, days: int) -> None:
        if days != lives.usual_days(self._session.store):
            self._session.run(life.set_usual_days, days)

    def _keys_part(self) -> list[QWidget]:
        self.holders = Button(
            tr("Who can open this workspace"), "plain", "key-round", on_click=self._show_holders
        )
        self.copies = Button(
            tr("Copies and restoring"), "plain", "archive-restore", on_click=self._show_copies
        )
        buttons = QWidget()
        buttons.setLayout(row(self.holders, self.copies, None))
        self.state = Paragraph(_waits(self._session), "small", "ink3")
        if not _waits(self._session):  # to show it before it has an owner would open a window
            self.state.hide()
        return [Label(tr("Keys and copies"), "head"), buttons, self.state]

    def _set_look(self, name: str, value: object) -> None:
        setattr(self._machine, name, value)
        machine = self._machine
        words.use(machine.language)
        self._again.setVisible(name == "language")
        self._look.apply(machine.scheme, machine.language, machine.text_size)

    def _set_idle(self, minutes: int) -> None:
        self._machine.idle_minutes = minutes

    def _show_holders(self) -> None:
        from dialogueprep.ui.dialogs.key_holders import KeyHoldersDialog

        self._go_apart(KeyHoldersDialog.change(self, self._session))

    def _show_copies(self) -> None:
        from dialogueprep.ui.dialogs.copies import CopiesDialog

        self._go_apart(CopiesDialog.show_of(self, self._session))

    def _go_apart(self, wanted: Apart | None) -> None:
        if wanted is not None:
            self.wanted = wanted
            self.accept()


def _waits(session: Session) -> str:
    """Return what waits for a second place that is not here, or nothing."""
    folder = session.store.folder
    second = second_place.chosen(folder)
    if second is None or second.is_there:
        return ""
    waiting = second_place.lacking(folder)
    copies = ntr(
        "The second place is not here now; {n} copy waits for it.",
        "The second place is not here now; {n} copies wait for it.",
        waiting,
    )
    return sentences((copies if waiting else "", still_tells(second)))


def _over(above: QWidget, below: QWidget) -> QWidget:
    held = QWidget()
    held.setLayout(column(above, below, gap=4))
    return held


def _form(*groups: tuple[str, Rows]) -> QFrame:
    """Return labels at the left of their fields, the fields of all groups below one another."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(9)
    grid.setColumnMinimumWidth(0, 170)
    grid.setColumnStretch(1, 1)
    for title, rows in groups:
        if grid.count():
            grid.addLayout(column(6, hairline(), 6, gap=0), grid.rowCount(), 0, 1, 2)
        grid.addWidget(Label(title, "head"), grid.rowCount(), 0, 1, 2)
        for label, field in rows:
            line = grid.rowCount()
            grid.addWidget(Label(label, "body", "ink2"), line, 0)
            grid.addWidget(field, line, 1)
    frame = QFrame()
    frame.setLayout(grid)
    return frame
