"""Context and next steps: the texts of a round that documents begin and end with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row, scrolled
from dialogueprep.ui.widgets.wordings import Wordings
from dialogueprep.words import tr

_WIDTH = 720


class RoundTexts(QFrame):
    """Two texts in their languages."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = Wordings(
            tr("Context"), tr("Why this round was held, and what came before it"), lines=(6, 14)
        )
        self.steps = Wordings(tr("Next steps"), tr("What was settled for the time after"),
                              lines=(4, 12))  # fmt: skip
        parts = column(
            *self._part(
                tr("Context"), tr("The meeting brief begins with it. One paragraph a line."),
                self.context,
            ),
            22,
            *self._part(
                tr("Next steps"),
                tr("Key findings and meeting brief end with them. One step a line."),
                self.steps,
            ),
            None, gap=6,
        )  # fmt: skip
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside.setLayout(parts)
        around = box(row((inside, 100), None, margins=(24, 18, 24, 24)))
        self.setLayout(column((scrolled(around, "paper"), 1), gap=0))

    def show_dialogue(self, dialogue: Dialogue) -> None:
        """Show the texts of a dialogue; what is being typed stays."""
        self.context.show_texts(dialogue.contexts)
        self.steps.show_texts(dialogue.next_steps)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        self.context.flush()
        self.steps.flush()

    def _part(self, title: str, sentence: str, wordings: Wordings) -> tuple[QWidget, ...]:
        return Label(title, "head"), Paragraph(sentence, "small", "ink2"), wordings
