"""One finding or recommendation of a round that may come home, with its topic."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Recommendation, Topic, TopicId
from dialogueprep.domain.notes import Finding
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import column, row
from dialogueprep.words import clauses, listed, ntr, tr
from dialogueprep.workflows.homecoming import Homecoming

_INSET = 26
_INKS = {"shield": "block_line", "triangle-alert": "warn_line", "check": "ok_line"}
_MOST = 3  # words, or entries that are alike, said in one line


class HomecomingRow(QWidget):
    """A box to tick, the text, where it goes, and what speaks against it. ``changed`` on a tick."""

    changed = Signal()

    def __init__(self, of: Homecoming, topics: Sequence[Topic]) -> None:
        super().__init__()
        self.of = of
        language = theme.window_language()
        words = of.it.texts.best(language)
        self.check = CheckBox(_kind(of))
        self.check.setAccessibleName(clauses((_kind(of), words)))
        self.check.setChecked(of.likely and of.topic is not None)
        self.check.setEnabled(of.may_come)
        self.check.toggled.connect(lambda _on: self.changed.emit())
        choices: list[tuple[TopicId | None, str]] = [(None, tr("Choose a topic"))]
        choices += [(t.id, t.titles.best(language)) for t in topics]
        self.topic: Choice[TopicId | None] = Choice(choices, of.topic, name=tr("Topic"))
        self.topic.picked.connect(lambda _topic: self.needed.hide())
        self.needed = Label(tr("It needs a topic to stand under."), "small", "block")
        self.needed.hide()
        parts = column(self.check, gap=4, margins=(0, 10, 0, 12))
        ink = "ink" if of.may_come else "ink3"
        inside = column(Paragraph(words, "body", ink), gap=4, margins=(_INSET, 0, 0, 0))
        self._add_others(inside)
        for sign, said in _remarks(of):
            icon = column(2, IconLabel(sign, _INKS.get(sign, "ink2"), 14), None, gap=0)
            inside.addLayout(row(icon, (Paragraph(said, "small", "ink2"), 1), gap=6))
        if of.may_come:
            inside.addLayout(row(Label(tr("Topic"), "small", "ink2"), (self.topic, 1), gap=10))
            inside.addWidget(self.needed)
        else:
            self.topic.hide()
        parts.addLayout(inside)
        self.setLayout(parts)

    def say_topic(self) -> None:
        """Say that the topic is missing."""
        self.needed.show()

    def _add_others(self, inside) -> None:
        others = self.of.it.texts.others(theme.window_language())
        if not others:
            return
        lines = [Paragraph(t.wording, "small", "ink2") for t in others]
        names = listed(LANGUAGE_NAMES[t.language] for t in others)
        show = Button(tr("Also in {languages}", languages=names), "link", small=True)

        def toggle() -> None:
            for line in lines:
                line.setVisible(line.isHidden())

        show.clicked.connect(toggle)
        inside.addLayout(row(show, None))
        for line in lines:
            line.hide()
            inside.addWidget(line)


def _kind(of: Homecoming) -> str:
    if isinstance(of.it, Finding):
        return tr("Finding, {column}", column=tr(wording.of(of.it.column)).casefold())
    return tr("Recommendation of the round")


def _remarks(of: Homecoming) -> list[tuple[str, str]]:
    """Return in sentences what speaks against bringing it, each with its icon."""
    if of.home is not None:
        return [("check", tr("Already in the library."))]
    found: list[tuple[str, str]] = []
    if of.identifies:
        words = listed(tr("“{words}”", words=e.text) for e in of.identifies[:_MOST])
        said = tr("{words} may tell who spoke. Write it with neutral words first.", words=words)
        found.append(("shield", said))
    elif of.exposures:
        words = listed(tr("“{words}”", words=e.text) for e in of.exposures[:_MOST])
        said = tr("{words} may narrow down who spoke. Look at it before you tick it.", words=words)
        found.append(("triangle-alert", said))
    if of.known is not None:
        said = tr("Takes up “{title}”, which is in the library.", title=_title(of.known))
        found.append(("library", said))
    for each in of.like[:_MOST]:
        found.append(("copy", tr("Alike: “{title}”, in the library.", title=_title(each))))
    if len(of.like) > _MOST:
        more = len(of.like) - _MOST
        found.append(("copy", ntr("{n} more is alike.", "{n} more are alike.", more)))
    return found


def _title(entry: Recommendation) -> str:
    return entry.titles.best(theme.window_language())
