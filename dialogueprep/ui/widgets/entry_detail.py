"""The detail of a topic: titles, ratings, questions, recommendations, where from, history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.library import Recommendation, Source, SourceId
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.uses import History
from dialogueprep.store import library_use
from dialogueprep.ui import theme
from dialogueprep.ui.models.delegation_names import delegation_names
from dialogueprep.ui.models.library_facets import EntryRow
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.entry_history import history
from dialogueprep.ui.widgets.entry_parts import (
    facts_line,
    marked,
    origins,
    other_titles,
    questions,
)
from dialogueprep.ui.widgets.entry_ratings import ratings
from dialogueprep.ui.widgets.entry_variants import EntryVariants
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.ui.widgets.recommendation_row import RecommendationRow
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class Shown:
    """What the detail shows of a topic; ``why_not`` says why it cannot be put on an agenda."""

    row: EntryRow
    recommendations: tuple[Recommendation, ...] = ()
    sources: Mapping[SourceId, Source] = field(default_factory=dict[SourceId, Source])
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    why_not: str = ""
    today: date = date.min
    query: str = ""
    """What is searched for, to be marked."""


class EntryDetail(QFrame):
    """Signals say what is asked for; those of a recommendation carry it."""

    edit_wanted = Signal()
    rate_wanted = Signal()
    add_wanted = Signal()
    """The topic is to go on the agenda, or to be shown there."""
    place_wanted = Signal(object, str, object)
    """A dialogue, a page of it, and there an item or a finding."""
    new_recommendation_wanted = Signal()
    recommendation_asked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: Shown | None = None
        self._memory: Mapping[str, History] = {}
        self._remember: Callable[[Sequence[str]], Mapping[str, History]] = _nothing_known
        self._known_names: Mapping[str, str] = {}
        self._names: Callable[[], Mapping[str, str]] = dict[str, str]
        self._session: Session | None = None
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(20, 16, 20, 20)
        self._inside.setSpacing(8)
        self._scroll = scrolled(box(self._inside), "paper")
        self._make_foot()
        whole = box(column((self._scroll, 1), hairline(), self._foot, gap=0))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_nothing())
        self._stack.addWidget(whole)

    def _make_foot(self) -> None:
        self.edit = Button(tr("Edit"), icon="pen-line", key="E")
        self.edit.clicked.connect(self.edit_wanted)
        self.rate = Button(tr("Rate"), key="R")
        self.rate.clicked.connect(self.rate_wanted)
        self.add = Button(tr("Add to agenda"), "primary", "plus")
        self.add.clicked.connect(self.add_wanted)
        self.go = Button(tr("Show on agenda"), icon="calendar-range")
        self.go.clicked.connect(self.add_wanted)
        self._why = Paragraph("", "small", "ink2", max_lines=3)
        buttons = row(self.edit, self.rate, (self._why, 100), None, self.go, self.add, gap=6)
        self._foot = box(column(buttons, margins=(20, 10, 12, 10)), "paper")
        self._foot.setMinimumHeight(theme.scaled(52))

    def attach(self, session: Session) -> None:
        """Show histories as this session's workspace has them, and go to their places in it."""
        self._session = session
        self._remember = lambda ids: library_use.history(session.store, ids)

        self._names = lambda: delegation_names(session.store, session.open_dialogue())

        def go(dialogue: DialogueId, page: str, subject: object) -> None:
            session.choose(dialogue)
            session.go(page, subject)

        self.place_wanted.connect(go)

    @property
    def why(self) -> str:
        """The sentence that says why the topic cannot be put on the agenda, or nothing."""
        return self._why.accessibleName() if not self._why.isHidden() else ""

    def show_topic(self, shown: Shown | None) -> None:
        """Show a topic, or that none is chosen; the scroll position stays with the topic."""
        if shown is None:
            self._shown = None
            self._stack.setCurrentIndex(0)
            return
        memory = self._remember([shown.row.id, *(it.id for it in shown.recommendations)])
        if shown == self._shown and memory == self._memory:
            return
        self._memory = memory
        same = self._shown is not None and self._shown.row.id == shown.row.id
        focused = self._focused_recommendation() if same else None
        at = self._scroll.verticalScrollBar().value() if same else 0
        self._shown = shown
        self._rebuild(shown)
        self._show_foot(shown)
        self._stack.setCurrentIndex(1)
        self._inside.activate()
        self._scroll.verticalScrollBar().setValue(at)
        for each in self.findChildren(RecommendationRow):
            if each.recommendation.id == focused and not each.isHidden():
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_recommendation(self) -> str | None:
        rows = self.findChildren(RecommendationRow)
        return next((each.recommendation.id for each in rows if each.hasFocus()), None)

    def _show_foot(self, shown: Shown) -> None:
        here = shown.row.here
        self._why.show_text(shown.why_not)
        self._why.setVisible(bool(shown.why_not) and not here)
        self.go.setVisible(here)
        self.add.setVisible(not shown.why_not and not here)

    def _rebuild(self, shown: Shown) -> None:
        clear(self._inside)
        topic, language = shown.row.topic, theme.window_language()
        parts: list[QWidget | int | None] = [Paragraph(shown.row.title, "head")]
        parts += [other_titles(topic.titles)] if len(topic.titles.entries) > 1 else []
        parts += [2, self._ratings(shown), facts_line(topic, shown.tags, shown.query)]
        if summary := topic.summaries.best(language):
            marks = marked(summary, shown.query)
            parts += [hairline(), Paragraph(summary, marks=marks)]
        if topic.questions:
            parts += [hairline(), questions(topic.questions, shown.query)]
        parts += [hairline(), self._recommendations(shown)]
        if self._session is not None:
            parts += [EntryVariants(self._session, (topic, *shown.recommendations))]
        parts += [hairline(), origins(topic.passages, shown.sources)]
        parts += [hairline(), history(self._history_of(topic.id), self.place_wanted.emit), None]
        for part in parts:
            if part is None:
                self._inside.addStretch(1)
            elif isinstance(part, int):
                self._inside.addSpacing(part)
            else:
                self._inside.addWidget(part)
                if not isinstance(part, EntryVariants):
                    part.show()  # else Qt does it later, and what is hidden takes no focus

    def _ratings(self, shown: Shown) -> QWidget:
        every = (shown.row.topic, *shown.recommendations)
        views = any(rating.delegation for entry in every for rating in entry.ratings)
        self._known_names = self._names() if views else {}
        again = self.rate_wanted.emit
        return ratings(shown.row.topic, shown.today, self._known_names, again)

    def _history_of(self, entry: str) -> History:
        return self._memory.get(entry, History())

    def _recommendations(self, shown: Shown) -> QWidget:
        known = shown.recommendations
        add = Button(tr("Add"), "link", on_click=self.new_recommendation_wanted.emit)
        add.setAccessibleName(tr("Add recommendation"))
        count = Label(str(len(known)), "caption", "ink3")
        heading = row(Label(tr("Recommendations"), "label", "ink2"), count, None, add, gap=8)
        rows = column(gap=0, margins=(0, 0, 0, 0))
        for it in known:
            history_of_it = self._history_of(it.id)
            each = RecommendationRow(it, shown.query, history_of_it, shown.today, self._known_names)
            each.place_wanted.connect(self.place_wanted)
            each.asked.connect(self.recommendation_asked)
            rows.addWidget(each)
        if not known:
            rows.addWidget(Label(tr("None yet."), "small", "ink3"))
        return box(column(heading, rows, gap=4))


def _nothing_known(_ids: Sequence[str]) -> Mapping[str, History]:
    return {}


def _nothing() -> QWidget:
    words = Label(tr("Choose a topic to see it here."), "small", "ink3")
    icon = IconLabel("library", "ink3")
    return box(column(row(icon, words, None), None, margins=(20, 20, 20, 20)), "paper")
