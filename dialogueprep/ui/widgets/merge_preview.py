"""What two entries will be once they are merged, and which of them stays."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain.merging import merged
from dialogueprep.domain.uses import History, Use
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.ui.models.entry_merge_words import what_comes
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.entry_side import Beside, EntrySide
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.words import tr


class MergePreview(QWidget):
    """Shows the entry that comes of a merge. ``wanted`` asks for it, ``given_up`` goes back."""

    wanted = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kept: Beside | None = None
        self.gone: Beside | None = None
        self._first: Beside | None = None
        self.stays: Segments[bool] = Segments(
            [(True, tr("The first")), (False, tr("The second"))], True, name=tr("Which one stays")
        )
        self.stays.chosen.connect(lambda _first: self.swap())
        self._gone = Paragraph("", "small", "ink2")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.side = EntrySide()
        back = Button(tr("Back"), key="Esc", on_click=self.given_up.emit)
        self.button = Button(tr("Merge"), "primary", "git-merge", on_click=self.wanted.emit)
        swap = Button(tr("Swap"), "quiet", key="S", on_click=self.swap)
        head = row(Label(tr("What stays"), "label", "ink2"), self.stays, swap, None, gap=12)
        about = column(head, self._gone, self._lines, gap=8, margins=(20, 14, 20, 14))
        foot = row(Label(tr("Ctrl+Z takes it back."), "small"), None, back, self.button)
        self.setLayout(
            column(
                box(about, "info_soft"),
                hairline(),
                (scrolled(self.side, "paper"), 1),
                hairline(),
                box(row(foot, margins=(20, 10, 20, 10)), "shade"),
                gap=0,
            )
        )

    def show_pair(self, first: Beside, second: Beside) -> None:
        """Show what comes of a pair; the one that says more in more languages stays."""
        self._first = first
        self._show(*((second, first) if _says(second) > _says(first) else (first, second)))

    def swap(self) -> None:
        """Let the other one stay."""
        if self.kept is not None and self.gone is not None:
            self._show(self.gone, self.kept)

    def _show(self, kept: Beside, gone: Beside) -> None:
        self.kept, self.gone = kept, gone
        self.stays.show_value(kept is self._first)
        one, other = kept.entry, gone.entry
        became = merged(one, other, new_id)  # pyright: ignore[reportArgumentType]
        language = theme.window_language()
        title = other.titles.best(language)
        self._gone.show_text(tr("“{title}” becomes part of the entry below.", title=title))
        clear(self._lines)
        for words in what_comes(one, other, became, kept.tags, gone.history):
            sign = column(2, IconLabel("check", "ink2", 14), None, gap=0)
            self._lines.addLayout(row(sign, (Paragraph(words, "small"), 1), gap=8))
        history = History(_once((*kept.history.uses, *gone.history.uses)))
        sources = {**gone.sources, **kept.sources}
        self.side.show_entry(Beside(became, kept.under, sources, kept.tags, history))


def _says(beside: Beside) -> tuple[int, int, int]:
    entry = beside.entry
    words = sum(len(t.wording) for t in beside.body.entries)
    return len(beside.history.uses), len(entry.titles.entries) + entry.rated, words


def _once(uses: tuple[Use, ...]) -> tuple[Use, ...]:
    return tuple(dict.fromkeys(uses))
