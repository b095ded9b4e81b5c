"""How a list of people is read and where its people go: encoding, separator, sheet, standing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.people import Standing
from dialogueprep.exchange.people_csv import SEPARATORS
from dialogueprep.exchange.people_encoding import OFFERED, Sure
from dialogueprep.exchange.people_reader import ReadFile
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import later, tr

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "cp949": "EUC-KR / CP949",
    "cp1252": "Latin-1",
}
_SAME = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "latin-1": "cp1252"}
_SURE = {
    Sure.MARKED: later("certain"),
    Sure.LIKELY: later("likely"),
    Sure.UNSURE: later("a guess"),
}
_SIGNS = {"\t": later("Tab"), ",": ",", ";": ";", "|": "|"}
_STANDINGS = (Standing.CONFIRMED, Standing.ACCEPTED, Standing.INVITED, Standing.LONG_LIST)


class IntakeOptions(QWidget):
    """``reread`` carries encoding and separator as they are chosen, ``sheet_chosen`` a number."""

    reread = Signal(str, str)
    sheet_chosen = Signal(object)
    standing_chosen = Signal(object)
    agreed_chosen = Signal(bool)

    def __init__(self, dialogue: Dialogue | None) -> None:
        super().__init__()
        self._read: tuple[str, str] = ("", "")
        self._file = Label("", "title", elide=True)
        self.encoding: Choice[str] = Choice([("", "")], "", name=tr("Encoding"))
        self.separator: Choice[str] = Choice([("", "")], "", name=tr("Separator"))
        self.sheet: Choice[int] = Choice([(0, "")], 0, name=tr("Sheet"))
        self.encoding.picked.connect(lambda _value: self._ask())
        self.separator.picked.connect(lambda _value: self._ask())
        self.sheet.picked.connect(self.sheet_chosen)
        name = dialogue.names.best(theme.window_language()) if dialogue else ""
        self.into = CheckBox(tr("They take part in {dialogue}", dialogue=name))
        self.into.setChecked(dialogue is not None)
        if dialogue is None:  # to show it before it has an owner would open a window
            self.into.hide()
        standings = [(s, tr(wording.of(s))) for s in _STANDINGS]
        self.standing: Choice[Standing] = Choice(
            standings, Standing.CONFIRMED, name=tr("Standing of those without one")
        )
        if dialogue is None:
            self.standing.hide()
        self.standing.picked.connect(self.standing_chosen)
        self.into.toggled.connect(self.standing.setEnabled)
        self.agreed = CheckBox(tr("They agreed to be named in the list for participants"))
        if dialogue is None:
            self.agreed.hide()
        self.agreed.toggled.connect(self.agreed_chosen)
        self.into.toggled.connect(self.agreed.setEnabled)
        self._asked = {
            each: Label(words, "small", "ink2")
            for each, words in (
                (self.encoding, tr("Encoding")),
                (self.separator, tr("Separator")),
                (self.sheet, tr("Sheet")),
            )
        }
        parts = [part for each, label in self._asked.items() for part in (label, each)]
        below = (self.into, self.standing, self.agreed)
        self.setLayout(
            column(
                row((self._file, 1), *parts, gap=8, margins=(24, 14, 16, 0)),
                box(row(*below, None, gap=14, margins=(24, 0, 16, 0))),
                gap=4,
            )
        )

    @property
    def into_dialogue(self) -> bool:
        """Whether the people take part in the dialogue, and do not only enter the directory."""
        return self.into.isChecked()

    def ask_for_consent(self, *, asks: bool) -> None:
        """Ask whether people agreed to be named, unless their list says so itself."""
        self.agreed.setVisible(asks and not self.into.isHidden())

    def show_file(self, file: ReadFile, sheet: int) -> None:
        """Show how a file was read."""
        self._file.setText(file.name)
        guess = file.encoding
        known = _SAME.get(guess.encoding, guess.encoding) if guess else ""
        sure = tr(_SURE[guess.sure]) if guess else ""
        self._read = (known, file.separator)
        self.encoding.show_choices(
            [(e, f"{_ENCODINGS[e]} · {sure}" if e == known else _ENCODINGS[e]) for e in OFFERED],
            known,
        )
        signs = [(s, tr(_SIGNS[s]) if s in _SIGNS else s) for s in SEPARATORS]
        self.separator.show_choices(signs, file.separator)
        sheets = [(n, s.name or str(n + 1)) for n, s in enumerate(file.sheets)]
        self.sheet.show_choices(sheets, sheet)
        shown = {
            self.encoding: guess is not None,
            self.separator: bool(file.separator) and guess is not None,
            self.sheet: len(file.sheets) > 1,
        }
        for choice, visible in shown.items():
            choice.setVisible(visible)
            self._asked[choice].setVisible(visible)

    def _ask(self) -> None:
        asked = (self.encoding.value, self.separator.value)
        if asked != self._read:
            # another encoding may show another separator
            self.reread.emit(asked[0], asked[1] if asked[0] == self._read[0] else "")
