"""The parts of a topic's detail, each as one widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Passage, Source, SourceId, Topic
from dialogueprep.domain.query import parse
from dialogueprep.domain.texts import Texts
from dialogueprep.store.matches import matches_in
from dialogueprep.ui import painting, theme
from dialogueprep.ui.dates import day
from dialogueprep.ui.models.library_facets import format_word
from dialogueprep.ui.painting import Mark
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import listed, ntr, tr

SHOWN_QUESTIONS = 3
_WIDEST = 350


def other_titles(titles: Texts) -> QWidget:
    """Return the titles in the other languages, side by side if they fit, else in lines."""
    shown = [
        Label(t.wording, "body", "ink2", language=t.language)
        for t in titles.others(theme.window_language())
    ]
    if sum(each.sizeHint().width() + 12 for each in shown) <= _WIDEST:
        return Flow(*shown, gap=12)
    lines = column(gap=2)
    for each in shown:
        each.setWordWrap(each.sizeHint().width() > _WIDEST)
        lines.addWidget(each)
    return box(lines)


def marked(words: str, query: str) -> list[Mark]:
    """Return where the words and phrases of a query stand in words, for the eye."""
    return [Mark(start, end) for start, end in matches_in(words, parse(query).shown)]


def facts_line(topic: Topic, tags: Mapping[str, Texts], query: str) -> QWidget:
    """Return dimension, formats and tags in one quiet paragraph."""
    language = theme.window_language()
    formats = listed(map(format_word, topic.formats)) or tr("no format")
    parts = [tr(wording.of(topic.dimension)), formats]
    parts += [tags.get(tag, Texts()).best(language) or tag for tag in topic.tags]
    words = "  ·  ".join(parts)
    return Paragraph(words, "small", "ink2", marks=marked(words, query))


def questions(known: Sequence[Texts], query: str) -> QWidget:
    """Return the guiding questions; of many, the first and a button for the rest."""
    language = theme.window_language()
    head = row(
        Label(tr("Guiding questions"), "label", "ink2"),
        Label(str(len(known)), "caption", "ink3"),
        None,
    )
    parts = column(head, gap=5)
    hidden: list[QWidget] = []
    for number, question in enumerate(known, 1):
        label = Label(str(number), "small", "ink3")
        label.setFixedWidth(theme.scaled(16))
        words = question.best(language)
        text = Paragraph(words, marks=marked(words, query))
        line = box(row(column(label, None, gap=0), (text, 1), gap=4))
        parts.addWidget(line)
        if number > SHOWN_QUESTIONS:
            line.hide()
            hidden.append(line)
    if hidden:
        parts.addWidget(_more(hidden))
    return box(parts)


def _more(hidden: Sequence[QWidget]) -> Button:
    words = ntr("{n} more question", "{n} more questions", len(hidden))
    button = Button(words, "link")

    def show_all() -> None:
        for each in hidden:
            each.show()
        button.hide()

    button.clicked.connect(show_all)
    return button


def origins(passages: Sequence[Passage], sources: Mapping[SourceId, Source]) -> QWidget:
    """Return where an entry comes from, source by source; words only where they are kept."""
    parts = column(Label(tr("Where it comes from"), "label", "ink2"), gap=6)
    for number in dict.fromkeys(passage.source for passage in passages):
        here = [passage for passage in passages if passage.source == number]
        for passage in here:
            if passage.text:
                parts.addWidget(_Quoted(passage))
        if (source := sources.get(number)) is not None:
            parts.addLayout(_origin(source, here))
    if not passages:
        parts.addWidget(Label(tr("Written here; no source is named."), "small", "ink3"))
    return box(parts)


def _origin(source: Source, passages: Sequence[Passage]) -> QVBoxLayout:
    sign = column(2, IconLabel("book-open", "ink2"), None, gap=0)
    parts = column(row(sign, (Paragraph(source.title), 1), gap=8), gap=1)
    facts = (source.publisher, day(source.published), tr(wording.of(source.kind)))
    second = Paragraph("  ·  ".join(filter(None, facts)), "small", "ink2")
    parts.addLayout(row(24, (second, 1), gap=0))
    for locator in dict.fromkeys(passage.locator for passage in passages if passage.locator):
        parts.addLayout(row(24, (Paragraph(locator, "small", "ink3"), 1), gap=0))
    return parts


class _Quoted(QWidget):
    """The words of a passage with those of the entry marked, beside a bar."""

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        marks = []
        if passage.start is not None and passage.end is not None:
            marks = [Mark(passage.start, passage.end)]
        words = Paragraph(passage.text or "", marks=marks)
        self.setLayout(column(words, margins=(14, 0, 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 2, self.height(), painting.colour("hair_strong"))
