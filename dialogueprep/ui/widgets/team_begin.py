"""Beginning with a team: founding one for a dialogue, or joining one in a folder."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from dialogueprep.domain.kits import made_passphrase
from dialogueprep.store.team_folder import TEAM_FILE
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, PassphraseField
from dialogueprep.ui.widgets.keycards import KeyCard, StrengthBar
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import later, tr


class Way(StrEnum):
    """How one begins."""

    FOUND = "found"
    JOIN = "join"


WHAT_IT_MEANS = (
    later(
        "Everybody works in a workspace of their own. Only sealed files lie in the folder, and "
        "each writes none but their own. Another program keeps the folder in step: Syncthing, "
        "Nextcloud, a file server. This one uses no network."
    ),
    later(
        "Whoever has the folder and the passphrase can read the whole dialogue: agenda, people, "
        "notes, findings. Private notes, what was struck, lines that are still being written and "
        "contacts do not go there."
    ),
    later(
        "Notes under the Chatham House Rule lie there too, sealed. The other program may keep "
        "older files after they were deleted here; set it to keep none."
    ),
    later(
        "Nobody can be shut out afterwards: they keep what they have. To go on without somebody, "
        "found a new team in another folder, with another passphrase."
    ),
)
"""What a team folder means, in plain words."""


class TeamBegin(QWidget):
    """Cards for both ways, a folder, a passphrase, and what it means. ``changed`` on each key."""

    changed = Signal()

    def __init__(self, *, may_found: bool) -> None:
        super().__init__()
        self.cards = {
            Way.FOUND: KeyCard(tr("Found a team"), tr("For this dialogue"), "plus"),
            Way.JOIN: KeyCard(tr("Join a team"), tr("With its passphrase"), "users"),
        }
        self.folder = LineField("", name=tr("Folder"))
        self.passphrase = PassphraseField(tr("Passphrase"), tr("Show"), tr("Hide"))
        self.strength = StrengthBar()
        self.make_one = Button(tr("Make one"), "plain", "refresh-cw", on_click=self._make_one)
        self.trouble = Label("", "small", "block", wrap=True)
        self.trouble.hide()
        self._lay_out(may_found=may_found)
        for way, card in self.cards.items():
            card.toggled.connect(lambda on, it=way: self._show_way(it) if on else None)
        self.folder.textChanged.connect(self._on_folder)
        self.passphrase.textChanged.connect(self._on_passphrase)
        self.way = Way.FOUND if may_found else Way.JOIN
        self.cards[self.way].setChecked(True)
        self._show_way(self.way)

    @property
    def path(self) -> Path:
        """The folder that stands in the line."""
        return Path(self.folder.text().strip()).expanduser()

    @property
    def is_ready(self) -> bool:
        """Whether there is a folder and a passphrase to go on with."""
        return bool(self.folder.text().strip() and self.passphrase.text().strip())

    def say(self, sentence: str) -> None:
        """Say what was refused, in place; nothing hides it."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _lay_out(self, *, may_found: bool) -> None:
        ways = QWidget()
        ways.setLayout(column(*self.cards.values(), None, gap=6))
        ways.setFixedWidth(theme.scaled(230))
        self.cards[Way.FOUND].setEnabled(may_found)
        self.cards[Way.FOUND].setVisible(may_found)
        choose = Button(tr("Choose a folder"), "plain", "folder-open", on_click=self._choose)
        means = [Paragraph(tr(each), "small", "ink2") for each in WHAT_IT_MEANS]
        asked = column(
            Field(tr("Folder"), box(row((self.folder, 1), choose, gap=8))),
            Field(tr("Passphrase"), box(row((self.passphrase, 1), self.make_one, gap=8))),
            self.strength,
            self.trouble,
            8,
            Label(tr("What it means"), "label"),
            *means,
            None,
            gap=8,
        )
        self.setLayout(row(ways, (box(asked), 1), gap=24))

    def _show_way(self, way: Way) -> None:
        self.way = way
        founds = way is Way.FOUND
        self.make_one.setVisible(founds)
        self.strength.setVisible(founds)
        if founds and not self.passphrase.text():
            self._make_one()
        elif not founds:
            self.passphrase.clear()
        self.say("")
        self.changed.emit()

    def _make_one(self) -> None:
        self.passphrase.setText(made_passphrase())
        self.passphrase.reveal()

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Team folder"), self.folder.text())
        if name:
            self.folder.setText(name)

    def _on_folder(self) -> None:
        """Offer to join where a team is already."""
        self.say("")
        if self.folder.text().strip() and (self.path / TEAM_FILE).is_file():
            self.cards[Way.JOIN].setChecked(True)
        self.changed.emit()

    def _on_passphrase(self) -> None:
        self.say("")
        self.strength.show_passphrase(self.passphrase.text())
        self.changed.emit()
