"""What a search cannot judge: how many findings of a document still have questions to answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.briefs.blocks import Audience, Brief, Run, lines_of
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.notes import FindingId
from dialogueprep.domain.release_questions import unsettled
from dialogueprep.store import finding_origins, findings, notes
from dialogueprep.store.workspace import Store
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import ntr, tr


class QuestionsNote(QWidget):
    """A sentence and the way to the first of these findings; nothing while all are answered."""

    finding_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._first: FindingId | None = None
        self.sentence = ""
        self._words = Paragraph("", "small")
        go = Button(tr("Answer in Findings"), "link", on_click=self._go)
        sign = column(IconLabel("circle-question-mark", "warn", 20), None, gap=0)
        said = column(self._words, row(go, None), gap=2)
        self.setLayout(column(row(sign, (said, 1), gap=10), margins=(0, 6, 0, 6)))
        self.hide()

    def show_findings(self, ids: Sequence[FindingId]) -> None:
        """Say how many findings ask for an answer before they leave."""
        self._first = ids[0] if ids else None
        self.sentence = ntr(
            "{n} finding here has questions before release.",
            "{n} findings here have questions before release.",
            len(ids),
        )
        self._words.show_text(self.sentence)
        self.setVisible(bool(ids))

    def _go(self) -> None:
        self.finding_wanted.emit(self._first)


def to_answer(store: Store, dialogue: DialogueId, brief: Brief) -> tuple[FindingId, ...]:
    """Return the findings in a document for others that have questions before release."""
    if brief.audience is Audience.ORGANISERS:
        return ()
    lines = (line for block in brief.blocks for line in lines_of(block))
    there = {run.origin for line in lines for run in line if isinstance(run, Run)}
    told = [f for f in findings.of_dialogue(store, dialogue) if f.id in there]
    behind = notes.of_dialogue(store, dialogue) if told else ()
    rested = finding_origins.of_dialogue(store, dialogue)
    return unsettled(told, behind, findings.answers(store, dialogue), rested.keys())
