"""The inspector while several items are chosen: what they are, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import minutes_in_words
from dialogueprep.ui.widgets.block_acts import BlockActs
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import column
from dialogueprep.words import ntr, tr

MOST_TITLES = 8


class BlockInspector(QFrame):
    """Says what is chosen; its buttons act on all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._acts: BlockActs | None = None
        self._head = Label("", "head")
        self._length = Label("", "small", "ink2")
        self._titles = Label("", "small", "ink2", wrap=True)
        hint = tr("Alt and arrows move them, Shift and arrows change their length.")
        self.aside = self._button(tr("Set aside"), "S", "set_aside")
        self.copy = self._button(tr("Duplicate"), "Ctrl+D", "duplicate")
        self.remove = self._button(tr("Remove"), "Del", "remove")
        acts = Flow(self.aside, self.copy, self.remove, gap=8)
        self.setLayout(
            column(
                self._head, self._length, 6, self._titles, 8, acts, 4,
                Paragraph(hint, "small", "ink3"), None, gap=4, margins=(16, 14, 16, 14),
            )
        )  # fmt: skip

    def connect_to(self, acts: BlockActs) -> None:
        """Let the buttons act through these."""
        self._acts = acts

    def show_items(self, items: Sequence[AgendaItem]) -> None:
        """Show what is chosen."""
        self._head.setText(ntr("{n} item", "{n} items", len(items)))
        taken = minutes_in_words(sum(i.takes for i in items))
        self._length.setText(tr("{length} in all", length=taken))
        titles = [i.titles.best(theme.window_language()) for i in items]
        left = len(titles) - MOST_TITLES
        more = [ntr("and {n} more", "and {n} more", left)] if left > 0 else []
        self._titles.setText("\n".join(titles[:MOST_TITLES] + more))

    def _button(self, words: str, key: str, verb: str) -> Button:
        return Button(words, key=key, small=True, on_click=lambda: self._do(verb))

    def _do(self, verb: str) -> None:
        if self._acts is not None:
            getattr(self._acts, verb)()
