"""Between the days and the tray of what is set aside: what is dropped, put back and offered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint

from dialogueprep.commands import scheduling as commands
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.sentences import explain
from dialogueprep.store import tray
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.agenda_acts import AgendaActs
from dialogueprep.ui.widgets.timeline_drag import AgendaDays
from dialogueprep.ui.widgets.topics_panel import TopicsPanel
from dialogueprep.words import tr


class TrayDrops(QObject):
    """Lets items go to the tray and come back; dropping anywhere on the topics sets aside."""

    def __init__(
        self, session: Session, days: AgendaDays, topics: TopicsPanel, acts: AgendaActs
    ) -> None:
        super().__init__(days)
        self._session, self._topics = session, topics
        self._tray = topics.aside
        days.carried_out.connect(self._hover)
        days.left_out.connect(self._drop)
        self._tray.wanted.connect(acts.take_back)
        self._tray.carried.connect(days.hover_item)
        self._tray.dropped.connect(acts.drop_back)
        self._tray.put_back.connect(days.leave_topic)
        self._tray.offered.connect(self._offer)

    def show_items(self, dialogue: Dialogue, items: Sequence[AgendaItem]) -> None:
        """Show what is set aside in a dialogue and in its series."""
        closed = dialogue.phase is Phase.CLOSED
        series = () if closed else tray.of_series(self._session.store, dialogue)
        self._tray.show_items(items, series, in_series=dialogue.series is not None)

    def _hover(self, at: QPoint | None) -> None:
        self._tray.show_hot(at is not None and self._over(at), waiting=at is not None)

    def _drop(self, items: Sequence[ItemId], at: QPoint) -> None:
        if self._over(at):
            self._session.run(commands.set_aside, items)
        else:
            self._session.notice.emit(explain(Refused("no-day-here")))

    def _over(self, at: QPoint) -> bool:
        there = self._topics.mapFromGlobal(at)
        return self._topics.isVisible() and self._topics.rect().contains(there)

    def _offer(self, item: AgendaItem) -> None:
        dialogue = self._session.open_dialogue()
        if dialogue is not None and dialogue.series is not None:
            self._session.run(commands.offer_to_series, item, not item.for_series)
        else:
            self._session.notice.emit(tr("This dialogue belongs to no series."))
