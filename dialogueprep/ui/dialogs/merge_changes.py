"""Taking in what another workspace has: how much it changes, and what has to be decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from dialogueprep.commands.merging import Merge
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.ui.dialogs.side_by_side import Choice, ComparedRow, SideBySide
from dialogueprep.ui.models.merge_rows import MergeRow, rows_of
from dialogueprep.ui.models.merge_words import RowWords
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, scrolled
from dialogueprep.ui.widgets.merge_counts import MergeCounts
from dialogueprep.words import clauses, ntr, tr

_TALL = 190  # of the counts at most; more dialogues scroll


class MergeDialog(SideBySide):
    """Counts by dialogue and kind, then each conflict side by side. ``taken`` are the decisions.

    Nothing is written here; what is left open stays as it is, and theirs waits.
    """

    def __init__(
        self, parent: QWidget | None, name: str, merge: Merge, names: Mapping[str, str]
    ) -> None:
        choices = (
            Choice(Decision.MINE, tr("Keep mine"), "check", "M", tr("Keep all mine")),
            Choice(Decision.THEIRS, tr("Take theirs"), "file-input", "T", tr("Take all theirs")),
            Choice(Decision.BOTH, tr("Keep both"), "copy", "B"),
        )
        super().__init__(parent, tr("Take in"), name, choices)
        self._merge, self._words = merge, RowWords(merge)
        self.counts = MergeCounts(merge, self._words, names)
        self.lay_out()

    @property
    def taken(self) -> dict[Ref, Decision]:
        """What was decided, by what is decided together."""
        return {row.root: row.decision for row in self.rows() if row.decision}

    def rows(self) -> Sequence[MergeRow]:
        return rows_of(self._merge, self._words, self.decisions)

    def above(self) -> Sequence[QWidget]:
        if not self.counts.lines:
            return ()
        inside = scrolled(box(column(self.counts), "paper"), "paper")
        inside.setFixedHeight(min(self.counts.sizeHint().height() + 2, _TALL))
        return (inside,)

    def sides(self) -> tuple[str, str]:
        return tr("Here"), tr("There")

    def nothing(self) -> tuple[str, str]:
        if self._merge.is_nothing:
            return tr("Nothing new"), tr("All that it has is here already.")
        return (
            tr("Nothing to decide"),
            tr("Nothing was changed on both sides. What is new is taken in."),
        )

    def summary(self) -> str:
        rows = self.rows()
        open_ = sum(row.decision is None for row in rows)
        frozen = sum(self._merge.frozen.values())
        return clauses(
            (
                ntr("{n} to decide on", "{n} to decide on", len(rows)) if rows else "",
                ntr("{n} not decided", "{n} not decided", open_) if open_ else "",
                ntr(
                    "{n} change left out: the dialogue is closed here",
                    "{n} changes left out: the dialogue is closed here",
                    frozen,
                )
                if frozen
                else "",
            )
        )

    def beside(self) -> Sequence[QWidget]:
        open_ = tr("What is not decided stays as it is here, and theirs waits.")
        once = tr("This cannot be undone; a copy of the workspace is made before.")
        words = (open_, once) if self.rows() else (once,)
        said = box(column(*(Paragraph(each, "small", "ink2") for each in words), gap=2))
        said.setMinimumWidth(480)
        return (said,)

    def verb(self) -> str:
        return tr("Take in") if self._merge.counts else tr("Decide")

    def ready(self) -> bool:
        return bool(self._merge.counts or self.decisions)

    def show_chosen(self) -> None:
        super().show_chosen()
        chosen: MergeRow | None = self.list.value()
        for decision, button in self.buttons.items():
            button.setVisible(chosen is not None and decision in chosen.can)

    def allows(self, row_: ComparedRow, decision: str) -> bool:
        return isinstance(row_, MergeRow) and (not decision or Decision(decision) in row_.can)
