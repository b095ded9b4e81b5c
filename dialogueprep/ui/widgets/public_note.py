"""What is public already, told beside a document: who knows it can tell more from the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.published import PublicKind, Published
from dialogueprep.ui import dates
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import clear, column, row
from dialogueprep.words import clauses, later, tr

_TELLS = {
    PublicKind.LIST: later("The list of participants is public: a narrow group has known names."),
    PublicKind.PROGRAMME: later("The programme is public: an order or a role tells who spoke."),
    PublicKind.PHOTO: later("A photo is public: it shows who was there."),
    PublicKind.KEYNOTE: later("A keynote is public: what agrees with it points to who gave it."),
    PublicKind.PRESS_LINE: later("A press line is public: what goes beyond it will be noticed."),
}


class PublicNote(QWidget):
    """A line for each kind of thing that is public; nothing while nothing is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._lines = column(gap=4)
        self.setLayout(
            column(Label(tr("Already public"), "label"), self._lines, gap=4, margins=(0, 0, 0, 10))
        )
        self.hide()

    def show_entries(self, entries: Iterable[Published]) -> None:
        """Show what the entries of a register give away, with where each can be found."""
        known = list(entries)
        clear(self._lines)
        kinds = [kind for kind in PublicKind if any(e.kind is kind for e in known)]
        self.lines = [tr(_TELLS[kind]) for kind in kinds]
        for kind, said in zip(kinds, self.lines, strict=True):
            words = Paragraph(said, "small")
            words.setToolTip("\n".join(_where(e) for e in known if e.kind is kind))
            sign = column(2, IconLabel("newspaper", "warn", 15), None, gap=0)
            self._lines.addLayout(row(sign, (words, 1), gap=8))
        self.setVisible(bool(known))


def _where(entry: Published) -> str:
    day = dates.day(entry.on) if entry.on else ""
    return clauses(part for part in (entry.detail, entry.place, day) if part)
