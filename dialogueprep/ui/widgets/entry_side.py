"""One entry as it stands beside another: what it says, where from, how rated, where used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import Axis, Recommendation, Source, SourceId, Topic
from dialogueprep.domain.texts import LANGUAGE_NAMES, Text, Texts
from dialogueprep.domain.uses import History
from dialogueprep.ui import theme
from dialogueprep.ui.models.library_facets import format_word
from dialogueprep.ui.models.pair_queue import marks_of
from dialogueprep.ui.widgets.entry_history import in_short
from dialogueprep.ui.widgets.entry_parts import origins
from dialogueprep.ui.widgets.entry_ratings import MeterLine
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row
from dialogueprep.words import listed, tr


@dataclass(frozen=True, slots=True)
class Beside:
    """An entry with all that is shown of it; ``under`` is the topic of a recommendation."""

    entry: Topic | Recommendation
    under: str = ""
    sources: Mapping[SourceId, Source] = field(default_factory=dict[SourceId, Source])
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    history: History = History()

    @property
    def body(self) -> Texts:
        """The summary of a topic or the text of a recommendation."""
        entry = self.entry
        return entry.summaries if isinstance(entry, Topic) else entry.texts


class EntrySide(QWidget):
    """Shows an entry; words that it shares with the other one are marked."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(20, 16, 20, 20)
        self._inside.setSpacing(8)

    def show_entry(self, beside: Beside, shared: Sequence[str] = ()) -> None:
        """Show an entry instead of what is shown."""
        clear(self._inside)
        self.setAccessibleName(beside.entry.titles.best(theme.window_language()))
        for part in (
            Label(_kind(beside), "caption", "ink3", elide=True),
            self._wordings(beside.entry.titles, shared, title=True),
            self._wordings(beside.body, shared),
            2,
            _ratings(beside.entry),
            Paragraph(_facts(beside), "small", "ink2"),
            hairline(),
            origins(beside.entry.passages, beside.sources),
            hairline(),
            _uses(beside.history),
        ):
            if isinstance(part, int):
                self._inside.addSpacing(part)
            else:
                self._inside.addWidget(part)
        self._inside.addStretch(1)

    def _wordings(self, texts: Texts, shared: Sequence[str], *, title: bool = False) -> QWidget:
        """Return a wording in the window's language, and where they differ the others below."""
        first = texts.best_text(theme.window_language())
        lines = column(gap=4)
        for text in (first, *texts.others(theme.window_language())):
            if text.wording:
                lines.addWidget(_wording(text, shared, title=title, main=text is first))
        return box(lines)


def _wording(text: Text, shared: Iterable[str], *, title: bool, main: bool) -> QWidget:
    role = ("head" if main else "body") if title else ("body" if main else "small")
    words = Paragraph(
        text.wording, role, "ink" if main else "ink2", marks=marks_of(shared, text.wording)
    )
    words.setToolTip(LANGUAGE_NAMES[text.language])
    return words


def _kind(beside: Beside) -> str:
    if isinstance(beside.entry, Topic):
        return tr("Topic")
    return tr("Recommendation under “{topic}”", topic=beside.under)


def _ratings(entry: Topic | Recommendation) -> QWidget:
    values = {Axis.SENSITIVITY: entry.sensitivity, Axis.OPERABILITY: entry.operability}
    return box(row(*((MeterLine(axis, value), 1) for axis, value in values.items()), gap=12))


def _facts(beside: Beside) -> str:
    entry, language = beside.entry, theme.window_language()
    formats = listed(map(format_word, entry.formats)) or tr("no format")
    parts = [tr(wording.of(entry.dimension)), formats]
    parts += [beside.tags.get(tag, Texts()).best(language) or tag for tag in entry.tags]
    return "  ·  ".join(parts)


def _uses(history: History) -> QWidget:
    words = in_short(history) or tr("Not used yet")
    return box(column(Label(tr("History"), "label", "ink2"), Paragraph(words, "small"), gap=4))
