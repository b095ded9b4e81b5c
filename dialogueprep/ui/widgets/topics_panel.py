"""The topics that a dialogue may be offered, to search, to take and to drag to a day."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import Topic, TopicId
from dialogueprep.store.workspace import Store
from dialogueprep.ui.delegates.topic_row import TopicRow, TopicRows
from dialogueprep.ui.models.table_model import VALUE, ListModel
from dialogueprep.ui.models.topic_offer import TopicOffer
from dialogueprep.ui.widgets.aside_tray import AsideTray
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.kept_line import KeptLine
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.words import tr

AT_ONCE = 100  # rows that are read at a time
_MANY = 5000  # topics from which on a search takes longer than a key may wait
_PAUSE_MS = 150


class TopicList(RowList):
    """The list; a row that is dragged reports where the mouse is on the screen."""

    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    left = Signal()

    def __init__(self, model: ListModel[TopicRow]) -> None:
        super().__init__(model, TopicRows(), name=tr("Topics"), on="shade")
        self._pressed: tuple[Topic, QPoint] | None = None
        self._active = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found: TopicRow | None = self.indexAt(event.position().toPoint()).data(VALUE)
        if found and event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._active = (found.topic, event.position().toPoint()), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        topic, start = self._pressed
        far = (event.position().toPoint() - start).manhattanLength()
        self._active = self._active or far >= QApplication.startDragDistance()
        if self._active:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(topic, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        self.viewport().unsetCursor()
        if pressed and self._active:
            self._active = False
            self.dropped.emit(pressed[0], event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._active:
            self._pressed, self._active = None, False
            self.viewport().unsetCursor()
            self.left.emit()
            return
        super().keyPressEvent(event)


class TopicsPanel(QFrame):
    """Search field, how many are offered, the list, and what is kept back.

    ``taken`` carries a topic. More rows are read when the list is scrolled to its end.
    """

    taken = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("shade")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offer = TopicOffer(store)
        self._used: frozenset[str] = frozenset()
        self._ceiling, self._limit = 0, AT_ONCE
        self._matching: Sequence[TopicId] = ()
        self.search = _Search(self)
        self._count = Label("", "caption")
        self._none = Label(tr("No topic fits."), "small", wrap=True)
        self._empty = box(column(self._none, None, margins=(16, 12, 12, 0)))
        self._model: ListModel[TopicRow] = ListModel(lambda r: r.title, spoken=lambda r: r.spoken)
        self.list = TopicList(self._model)
        self.kept = KeptLine()
        self.aside = AsideTray()
        self._foot = box(column(hairline(), box(row(self.kept, margins=(16, 6, 8, 8))), gap=0))
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _text: self._search_in_time())
        self.list.activated_value.connect(lambda found: self.taken.emit(found.topic))
        self.list.verticalScrollBar().valueChanged.connect(lambda _at: self._show_more())
        self._lay_out()

    def _lay_out(self) -> None:
        parts = column(
            box(row(Label(tr("Topics"), "head"), None, margins=(16, 0, 8, 0)), height=46),
            box(row(self.search, margins=(12, 0, 12, 8))),
            box(row((self._count, 1), margins=(16, 0, 12, 6))),
            hairline(),
            (self.list, 1),
            (self._empty, 1),
            self._foot,
            self.aside,
            gap=0,
        )
        self.setLayout(parts)

    def forget(self) -> None:
        """Read the library again when it is shown next."""
        self._offer.forget()

    def show_offer(self, of: Dialogue, used: Collection[str]) -> None:
        """Show the topics that fit the dialogue's ceiling and table; ``used`` are their ids."""
        self._offer.show_to(of)
        self._used, self._ceiling = frozenset(used), of.ceiling
        self.kept.show_kept(self._offer.kept, of.ceiling)
        self._foot.setVisible(bool(self._offer.kept.all))
        self._find()

    def offered(self) -> dict[TopicId, str]:
        """Return the titles of the topics that are offered and not on the agenda."""
        return {t: words for t, words in self._offer.titles().items() if t not in self._used}

    def take(self, topic: TopicId) -> None:
        """Take a topic as Enter on its row does."""
        for each in self._offer.topics([topic]):
            self.taken.emit(each)

    def complete(self) -> None:
        """Find now what was typed a moment ago."""
        if self._soon.isActive():
            self._search()

    def _search_in_time(self) -> None:
        """Find what is typed: at once, or among very many when one has typed it."""
        self._soon.start() if self._offer.size > _MANY else self._search()

    def _search(self) -> None:
        self._soon.stop()
        self._limit = AT_ONCE
        self._find()
        self.list.scrollToTop()

    def _find(self) -> None:
        self._matching = self._offer.matching(self.search.text())
        self._show()

    def _show_more(self) -> None:
        bar = self.list.verticalScrollBar()
        near_end = bar.value() >= bar.maximum() - bar.pageStep()
        if near_end and self._limit < len(self._matching) and bar.maximum():
            self._limit += AT_ONCE
            self._show()

    def _show(self) -> None:
        topics = self._offer.topics(self._matching[: self._limit])
        self._model.show_rows([TopicRow(t, t.id in self._used) for t in topics])
        count = len(self._matching)
        self._count.setText(tr("{n} within ceiling {ceiling}", n=count, ceiling=self._ceiling))
        self._none.setText(
            tr("No topic fits what is typed.") if self.search.text().strip()
            else tr("No topic in the library is rated within this ceiling.")
        )  # fmt: skip
        self._empty.setVisible(not topics)
        self.list.setVisible(bool(topics))


class _Search(SearchField):
    """The search field; Down goes to the list, Enter takes the first topic."""

    def __init__(self, panel: TopicsPanel) -> None:
        super().__init__(tr("Search"))
        self._panel = panel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self._panel.list
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._panel.complete()
            found.choose_first()
            if event.key() == Qt.Key.Key_Down:
                found.setFocus(Qt.FocusReason.TabFocusReason)
            elif found.value() is not None and self.text():
                self._panel.taken.emit(found.value().topic)
            return
        super().keyPressEvent(event)
