"""Between the days and the inspector: what it shows of the chosen item, and how one gets there."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Qt

from dialogueprep.domain.library import (
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    TopicId,
)
from dialogueprep.store import library, library_use
from dialogueprep.ui.models.agenda_subject import subject_of
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_acts import AgendaActs
from dialogueprep.ui.widgets.item_inspector import ItemInspector
from dialogueprep.ui.widgets.timeline_drag import AgendaDays


class ItemInspecting(QObject):
    """Shows the chosen item, or several; ``reveal`` brings the inspector into sight."""

    def __init__(
        self,
        session: Session,
        days: AgendaDays,
        acts: AgendaActs,
        inspector: ItemInspector,
        reveal: Callable[[], object],
    ) -> None:
        super().__init__(days)
        self._session, self._days, self._acts = session, days, acts
        self._inspector, self._reveal = inspector, reveal
        self._recommendations: dict[RecommendationId, Recommendation] = {}
        self._sources: dict[SourceId, Source] = {}
        days.chosen.connect(lambda _item: self.show_chosen())
        days.opened.connect(lambda _item: self.begin())
        days.several.connect(self._show_several)
        acts.field_wanted.connect(self._begin_time)
        inspector.changed.connect(acts.change)
        inspector.block.connect_to(acts.block)
        inspector.times.done.connect(days.setFocus)
        inspector.title.done.connect(days.setFocus)
        inspector.left.connect(self._leave)

    def read_library(self, topics: Collection[TopicId]) -> None:
        """Read what the library proposes for the topics on the agenda, and what is on the table."""
        agenda, store = self._days.agenda, self._session.store
        items = agenda.items if agenda else ()
        on_table = {r for item in items for r in item.recommendations}
        found = library.recommendations_for(store, topics, on_table)
        self._recommendations = {r.id: r for r in found}
        self._sources = {s.id: s for s in library.sources(store)}

    def show_chosen(self) -> None:
        """Show the item that is chosen in the days, or that none is."""
        block, agenda = self._days.value(), self._days.agenda
        subject = None
        if block and agenda:
            store = self._session.store
            there = store.presence.at(store, agenda.dialogue.id, block.id)
            topic = block.item.topic
            fared = library_use.history(store, {topic}).get(topic) if topic else None
            known = self._recommendations, self._sources
            subject = subject_of(agenda, block, *known, there, fared)
        self._inspector.show_subject(subject)

    def begin(self) -> None:
        """Put the keyboard on the title."""
        self._reveal()
        self._inspector.begin()

    def _begin_time(self, which: str) -> None:
        if self._days.value() is not None and not self._days.choice.several:
            self._reveal()
            self._inspector.times.begin(which)

    def _show_several(self) -> None:
        items = self._acts.block.items if self._days.choice.several else []
        self._inspector.show_block(items)

    def _leave(self) -> None:
        self._inspector.flush()
        self._days.setFocus(Qt.FocusReason.OtherFocusReason)
