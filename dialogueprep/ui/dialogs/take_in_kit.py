"""Takes in a kit: which file, its passphrase, what is in it, and only then anything is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QWidget

from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.store import kits, sealing
from dialogueprep.store.keys import Key
from dialogueprep.store.kits import Kit
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, PassphraseField
from dialogueprep.ui.widgets.file_drop import dropped_files
from dialogueprep.ui.widgets.kit_contents import Fingerprint, KitContents
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import add, box, clear, column, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.words import tr
from dialogueprep.workflows.kits import NAMES, counted, name_in

_ASK, _SHOWN = range(2)


class TakeInKitDialog(QDialog):
    """``kit`` is the opened kit once it was accepted; who asked closes it.

    Without a ``session`` there is no workspace yet: one is made for the kit.
    """

    def __init__(
        self, parent: QWidget | None, session: Session | None, path: Path | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Take in a kit"))
        self.setAcceptDrops(True)
        self._session = session
        self.kit: Kit | None = None
        self.line = LineField(str(path or ""), name=tr("File"))
        self.passphrase = PassphraseField(tr("Passphrase"), tr("Show"), tr("Hide"))
        self.trouble = Label("", "small", "block", wrap=True)
        self.what = Label("", "small", "ink2", wrap=True)
        self.look = Button(tr("Show what is in it"), "primary", on_click=self.show_contents)
        self.take = Button("", "primary", on_click=self.accept)
        self.views = QStackedWidget()
        self._inside = column(gap=6, margins=(24, 18, 24, 14))
        self.views.addWidget(self._asking())
        self.views.addWidget(self._shown())
        self.setLayout(column((self.views, 1), gap=0))
        self._connect()
        self.resize(620, 480)
        self._show_state()
        (self.passphrase if path else self.line).setFocus()

    def show_contents(self) -> None:
        """Open the kit and show what it brings; a refusal is said in place."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.kit = kits.open(self.path, Key.passphrase(self.passphrase.text()))
        except Explained as error:
            self._say(explain(error))
            self.passphrase.selectAll()
            self.passphrase.setFocus()
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._fill(self.kit)
        self.views.setCurrentIndex(_SHOWN)
        self.look.setDefault(False)
        self.take.setDefault(True)
        self.take.setFocus()

    def reject(self) -> None:
        """Give it up; what was opened is closed."""
        if self.kit is not None:
            self.kit.close()
            self.kit = None
        super().reject()

    # asking ---------------------------------------------------------------------------------

    def _asking(self) -> QWidget:
        choose = Button(tr("Choose a file"), "plain", "folder-open", on_click=self._choose)
        form = column(
            Label(tr("Take in a kit"), "title"),
            Paragraph(
                tr("A kit is one sealed file with what somebody hands over of a dialogue."),
                "body",
                "ink2",
            ),
            6,
            Field(tr("File"), box(row((self.line, 1), choose, gap=8))),
            self.what,
            Field(tr("Passphrase"), self.passphrase),
            self.trouble,
            None,
            gap=10,
            margins=(24, 18, 24, 14),
        )
        self.trouble.hide()
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.look, margins=(24, 10, 24, 14)
        )
        return box(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _words: self._show_state())
        self.passphrase.textChanged.connect(lambda _words: self._show_ready())
        self.look.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._go_on)

    def _go_on(self) -> None:
        (self.take if self.views.currentIndex() == _SHOWN else self.look).click()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event):
            event.acceptProposedAction()
            self.line.setText(str(files[0]))
            self.passphrase.setFocus()

    @property
    def path(self) -> Path:
        """The file that is named."""
        return Path(self.line.text().strip()).expanduser()

    def _choose(self) -> None:
        kinds = f"{tr('Kit')} (*{kits.ENDING})"
        name, _kind = QFileDialog.getOpenFileName(self, tr("Take in a kit"), "", kinds)
        if name:
            self.line.setText(name)
            self.passphrase.setFocus()

    def _show_state(self) -> None:
        """Say of the file what can be said without its passphrase."""
        self._say("")
        self.what.setText("")
        self._readable = False
        if self.line.text().strip():
            try:
                sealed = sealing.read(self.path)
            except Explained as error:
                self._say(explain(error))
            else:
                self._readable = True
                said = {"kit": tr(NAMES[sealed.purpose]), "digits": sealed.fingerprint}
                self.what.setText(tr("{kit}. Fingerprint: {digits}", **said))
        self.what.setVisible(bool(self.what.text()))
        self._show_ready()

    def _show_ready(self) -> None:
        self.look.setEnabled(self._readable and bool(self.passphrase.text()))

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    # contents -------------------------------------------------------------------------------

    def _shown(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(self._inside)
        actions = row(
            None, Button(tr("Cancel"), on_click=self.reject), self.take, margins=(24, 10, 24, 14)
        )
        return box(
            column((box(column((inside, 1), gap=0), "paper"), 1), box(actions, "shade"), gap=0)
        )

    def _fill(self, kit: Kit) -> None:
        clear(self._inside)
        here = self._session is not None and kits.is_here(self._session.store, kit.dialogue)
        self.take.setText(tr("Compare") if here else tr("Take in"))
        follows = _what_follows(here=here)
        if self._session is None:
            self.take.setText(tr("Go on"))
            follows = _what_comes_first()
        contents = KitContents()
        contents.show_purpose(kit.purpose, counted=counted(kit.counts))
        what = {"kit": tr(NAMES[kit.purpose]), "name": kit.sender}
        for part in (
            Label(name_in(kit), "title", wrap=True),
            Label(tr("{kit} from the workspace “{name}”", **what), "body", "ink2", elide=True),
            8,
            contents,
            4,
            Label(tr("Fingerprint"), "label"),
            Fingerprint(kit.fingerprint),
            Paragraph(
                tr("Who made the kit has the same digits; compare them over the phone."),
                "small",
                "ink2",
            ),
            4,
            NoteBox(follows),
        ):
            add(self._inside, part)
        self._inside.addStretch(1)


def _what_comes_first() -> str:
    return tr(
        "It goes into a workspace of your own. Next you choose the name and the key of that; what "
        "you write stays there until you hand it back."
    )


def _what_follows(*, here: bool) -> str:
    if here:
        return tr(
            "This dialogue is here already. Next you see what the kit would change; nothing is "
            "written before you agree."
        )
    return tr(
        "This dialogue is not here yet. It is taken in as it is, in one step that can be undone, "
        "after a copy of the workspace."
    )
