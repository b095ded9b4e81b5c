"""First run: what the program promises, and the form that creates a workspace."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dialogueprep import paths, words
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.sentences import explain
from dialogueprep.store import bringing_back, location, unmade, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store
from dialogueprep.ui import painting, theme
from dialogueprep.ui.machine_settings import MachineSettings
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets import first_kit
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Segments
from dialogueprep.ui.widgets.fields import Field, LineField, PassphraseField
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.first_kit import FirstKit
from dialogueprep.ui.widgets.keycards import KeyCard, StrengthBar
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import add, box, clear, column, row, scrolled, side_by_side
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.standing import told
from dialogueprep.words import tr


class FirstRunPage(QWidget):
    """``opened`` carries a Session; ``another_wanted`` the folder of an existing workspace."""

    opened = Signal(object)
    another_wanted = Signal(Path)

    def __init__(self, machine: MachineSettings, look: Theme) -> None:
        super().__init__()
        self._machine, self._look = machine, look
        self._kit: FirstKit | None = None
        self.setAcceptDrops(True)
        self._parent_folder = paths.workspaces()
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._build(name=tr("My workspace"))

    def make(self) -> None:
        """Create the workspace; a refusal or trouble is said under the form."""
        try:
            store = workspace.create(self._folder(), self._key(), self.name.text().strip())
            _put_in(store, sample=self.sample.isChecked() and self._kit is None)
        except Explained as error:
            self._trouble.setText(explain(error))
            self._trouble.show()
            return
        session = Session(store, self._machine)
        kit, self._kit = self._kit, None
        self.opened.emit(session)
        if kit is not None:
            kit.take_into(session)

    def take_in(self, path: Path | None = None) -> None:
        """Ask for a kit that the new workspace is made for, and show it in the form."""
        if (kit := first_kit.ask(self, path)) is not None:
            self._show_kit(kit)

    def _build(self, name: str) -> None:
        clear(self._outer)
        self._make_fields(name)
        self._outer.addWidget(_Promise())
        self._outer.addWidget(scrolled(self._form(), "paper"), 1)
        self._connect()
        self._show_doubt()
        self._on_edited()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _make_fields(self, name: str) -> None:
        languages = list(LANGUAGE_NAMES.items())
        self.language = Segments(languages, words.language(), name=tr("Language of the window"))
        self.name = LineField(name, name=tr("Name of the workspace"))
        self.passphrase = PassphraseField(tr("Passphrase"), tr("Show"), tr("Hide"))
        self.again = PassphraseField(tr("Once more"), tr("Show"), tr("Hide"))
        self.by_passphrase = KeyCard(
            tr("A passphrase"), tr("Typed each time. Safest in the field."), "key-round"
        )
        self.by_store = KeyCard(
            tr("This computer’s key store"),
            tr("No typing. Opens for your login only."),
            "hard-drive",
        )
        self.by_passphrase.setChecked(True)
        self._strength = StrengthBar()
        self.sample = CheckBox(tr("Put in the sample dialogue, to look around"))
        self.sample.setChecked(True)
        self._where = Label("", "small", "ink3", elide=True)
        self._doubt = Paragraph("", "small", "warn")
        self._trouble = Label("", "small", "block", wrap=True)
        self._trouble.hide()
        self.create_button = Button(tr("Create workspace"), "primary", on_click=self.make)
        self._open = Button(tr("Open an existing workspace"), "plain", "folder-open")
        self.take = Button(tr("Take in a kit"), "link", "file-input", on_click=self.take_in)
        self._inside_kit = column(gap=0)
        self._of_kit = box(self._inside_kit)

    def _form(self) -> QWidget:
        change = Button(tr("Change"), "link", on_click=self._change_folder)
        self._typed = QFrame()
        self._twice = Field(tr("Once more"), self.again)
        two = side_by_side((Field(tr("Passphrase"), self.passphrase), 1), (self._twice, 1), gap=12)
        warning = NoteBox(
            tr("A forgotten passphrase cannot be recovered."),
            tr(
                "Keep a written copy apart from this computer, or add a second key for a colleague."
            ),
            "warn",
        )
        self._typed.setLayout(column(two, self._strength, warning, gap=9))
        intro = tr("It keeps the library, the people and all dialogues of your organisation.")
        parts = column(
            Label(tr("Create a workspace"), "display"),
            Label(intro, "body", "ink2", wrap=True),
            14,
            Field(tr("Language of the window"), self.language),
            8,
            Field(tr("Name of the workspace"), self.name),
            row((self._where, 1), change, gap=10),
            self._doubt,
            8,
            Label(tr("Key"), "label"),
            row((self.by_passphrase, 1), (self.by_store, 1), gap=12),
            6,
            self._typed,
            4,
            row(self.sample, None, self.take),
            self._of_kit,
            self._trouble,
            10,
            row(self._open, None, self.create_button),
            gap=6,
        )
        held = QWidget()
        held.setLayout(parts)
        held.setMaximumWidth(520)
        held.setMinimumWidth(420)
        inside = QWidget()
        around = row((_space(), 1), (held, 20), (_space(), 2), margins=(0, 64, 0, 32), gap=0)
        around.setAlignment(held, Qt.AlignmentFlag.AlignTop)
        inside.setLayout(around)
        return inside

    def _connect(self) -> None:
        self.language.chosen.connect(self._use_language)
        for field in (self.name, self.passphrase, self.again):
            field.textChanged.connect(self._on_edited)
        for card in (self.by_passphrase, self.by_store):
            card.toggled.connect(lambda _on: self._on_edited())
        self.again.editingFinished.connect(self._compare)
        self._open.clicked.connect(self._choose_existing)
        self._show_kit(self._kit)

    def _show_kit(self, kit: FirstKit | None) -> None:
        """Show the kit for which the workspace is made, in the place of the sample."""
        self._kit = kit
        for shown in (self.sample, self.take):
            shown.setVisible(kit is None)
        self._of_kit.setVisible(kit is not None)
        if kit is not None:
            leave = Button(tr("Leave it out"), "link", on_click=lambda: self._show_kit(None))
            clear(self._inside_kit)
            add(self._inside_kit, first_kit.told(kit, leave))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event):
            event.acceptProposedAction()
            self.take_in(files[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return()
        else:
            super().keyPressEvent(event)

    def _on_edited(self) -> None:
        first, second = self.passphrase.text(), self.again.text()
        self._strength.show_passphrase(first)
        if first.startswith(second):
            self._twice.say("")
        elif len(second) >= len(first):
            self._compare()
        self._typed.setVisible(self.by_passphrase.isChecked())
        self._where.setText(tr("Kept in {folder}", folder=_short(self._folder())))
        ready = bool(self.name.text().strip()) and (
            self.by_store.isChecked() or self._passphrases_agree()
        )
        self.create_button.setEnabled(ready)

    def _compare(self) -> None:
        """Say under the second field that it differs from the first."""
        if self.again.text() and not self._passphrases_agree():
            self._twice.say(tr("The two are not the same."), bad=True)

    def _on_return(self) -> None:
        if self.create_button.isEnabled():
            self.make()
        else:
            self.focusNextChild()

    def _passphrases_agree(self) -> bool:
        return bool(self.passphrase.text()) and self.passphrase.text() == self.again.text()

    def _key(self) -> Key:
        if self.by_store.isChecked():
            return Key.keystore()
        return Key.passphrase(self.passphrase.text())

    def _folder(self) -> Path:
        return self._parent_folder / _slug(self.name.text())

    def _use_language(self, language: str) -> None:
        words.use(language)
        self._machine.language = language
        self._look.apply(self._machine.scheme, language, self._machine.text_size)
        self._build(self.name.text())
        self.language.setFocus()

    def _change_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Where to keep the workspace"), str(self._parent_folder)
        )
        if chosen:
            self.keep_in(Path(chosen))

    def keep_in(self, parent: Path) -> None:
        """Keep the workspace in this folder; say it if that is a bad place."""
        self._parent_folder = parent
        self._show_doubt()
        self._on_edited()

    def _show_doubt(self) -> None:
        found = location.doubt(self._parent_folder)
        self._doubt.show_text(" ".join(told(found)) if found else "")
        self._doubt.setVisible(found is not None)

    def _choose_existing(self) -> None:
        if folder := choose_workspace(self):
            self.another_wanted.emit(folder)


def _space() -> QWidget:
    held = QWidget()
    held.setMinimumWidth(32)
    return held


def choose_workspace(parent: QWidget) -> Path | None:
    """Let the user choose a workspace, or the stick that it is on; None if it was given up."""
    chosen = QFileDialog.getExistingDirectory(
        parent, tr("Open an existing workspace"), str(paths.workspaces())
    )
    return bringing_back.meant(Path(chosen)) if chosen else None


def _put_in(store: Store, *, sample: bool) -> None:
    """Fill a new workspace; undo begins with what the user does in it."""
    from dialogueprep.workflows import sample as shipped

    try:
        shipped.put_in_library(store)
        if sample:
            shipped.put_in_sample(store)
    except BaseException:
        store.close()
        unmade.take_back(store.folder)  # or its name would be taken by one that is half filled
        raise
    store.forget_all()


def _slug(name: str) -> str:
    """Return a name for a folder that every platform accepts."""
    plain = unicodedata.normalize("NFC", name).strip()
    plain = re.sub(r"[\\/:*?\"<>|\x00-\x1f]+", " ", plain).strip(" .")
    return re.sub(r"\s+", "-", plain).casefold() or "workspace"


def _short(folder: Path) -> str:
    """Return a folder with the user's home as ~."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)


class _Promise(QFrame):
    """The left side: what the program does, not more."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(430)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(56, 0, 44, 24)
        layout.setSpacing(0)
        layout.addSpacing(theme.scaled(196))
        first, second = tr("What was said may leave the room."), tr("Who said it is not kept.")
        for sentence in (first, second):
            layout.addWidget(Paragraph(sentence, "display", weight=600))
        layout.addSpacing(24)
        for icon, words_, detail in _points():
            layout.addLayout(_point(icon, words_, detail))
            layout.addSpacing(16)
        layout.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        painting.upright(p, self.width() - 1, 0, self.height())
        painting.icon(p, 56, 56, "messages-square", "accent", 24)
        painting.text(p, 92, 54, 250, 28, "DialoguePrep", "title")


def _points() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "lock-keyhole",
            tr("Encrypted on this computer"),
            tr("One folder, readable only with your key."),
        ),
        ("wifi-off", tr("Works offline"), tr("No account, no server.")),
        (
            "shield-check",
            tr("Checked on the way out"),
            tr("Each document is searched for every known form of a name, written, and read back."),
        ),
    )


def _point(icon: str, words_: str, detail: str) -> QHBoxLayout:
    sign = IconLabel(icon, "accent", 18)
    said = column(Label(words_, "strong"), Paragraph(detail, "body", "ink2"), gap=2)
    return row(column(2, sign, None, gap=0), (said, 1), gap=14)
