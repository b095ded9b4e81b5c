"""Duplicates of the library: pair after pair side by side, with three decisions and one undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from dialogueprep.commands import likeness as commands
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.likeness import Likeness, Saying
from dialogueprep.sentences import explain
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.pair_row import about
from dialogueprep.ui.likeness_work import LookForPairs
from dialogueprep.ui.models.besides import Besides
from dialogueprep.ui.models.pair_queue import PairQueue, PairRow, because, shared_words
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import EmptyState
from dialogueprep.ui.widgets.entry_side import Beside
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.merge_preview import MergePreview
from dialogueprep.ui.widgets.pair_list import PairList
from dialogueprep.ui.widgets.pair_view import PairView
from dialogueprep.ui.widgets.searching_view import SearchingStrip, SearchingView
from dialogueprep.words import ntr, tr
from dialogueprep.workflows.duplicates import ToCompare

_SEARCHING, _NOTHING, _PAIR, _MERGE = range(4)


class DuplicatesDialog(QDialog):
    """Looks for duplicates when it opens and works through them; every step is on disk at once."""

    def __init__(
        self, parent: QWidget | None, session: Session, topic: TopicId | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._topic = session, topic
        self.besides = Besides(session.store)
        self._of_topic = self.besides.in_topic(topic) if topic else frozenset[str]()
        self.queue = PairQueue()
        self._searching, self._cancelled = True, False
        self._said: dict[str, Saying] = {}
        self.setWindowTitle(tr("Duplicates"))
        self.pairs = PairList(of_topic=topic is not None)
        self.pairs.asked.connect(self._show)
        self.pairs.list.chosen.connect(lambda _row: self._show_chosen())
        self._make_views()
        self._make_buttons()
        self._lay_out()
        self._add_keys()
        self.resize(1180, 760)
        self.work = LookForPairs(session, self)
        self.work.progress.connect(self.searching.show_part)
        self.work.progress.connect(self.strip.show_part)
        self.work.some.connect(self._on_some)
        self.work.done.connect(self._on_found)
        self.work.failed.connect(self._on_failed)
        self.work.cancelled.connect(self._on_cancelled)
        self._show()
        self.searching.cancel.setFocus()
        self.work.start()

    # building -------------------------------------------------------------------------------

    def _make_views(self) -> None:
        self.searching = SearchingView()
        self.strip = SearchingStrip()
        for each in (self.searching, self.strip):
            each.cancel.clicked.connect(self._cancel)
        self.nothing = QStackedWidget()
        self.pair = PairView()
        self.preview = MergePreview()
        self.preview.wanted.connect(self.merge)
        self.preview.given_up.connect(self._leave_merge)
        self.views = QStackedWidget()
        for view in (self.searching, self.nothing, self.pair, self.preview):
            self.views.addWidget(view)

    def _make_buttons(self) -> None:
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", key="Ctrl+Z", on_click=self.undo)
        self.not_same = Button(tr("Not the same"), icon="x", key="N", on_click=self.not_the_same)
        self.variant = Button(tr("Link as variant"), icon="link", key="V", on_click=self.link)
        self.merging = Button(tr("Merge"), icon="git-merge", key="M", on_click=self.show_merge)
        self.take_back = Button(
            tr("Take the decision back"), icon="undo-2", key="T", on_click=self.undecide
        )
        self.refused = Paragraph("", "small", "block", max_lines=2)
        self.done_button = Button(tr("Close"), "primary", on_click=self.accept)

    def _lay_out(self) -> None:
        right = box(column(self.views), "paper")
        decisions = (self.not_same, self.variant, self.merging, self.take_back)
        foot = row(self.undo_button, (self.refused, 1), *decisions, 12, self.done_button)
        foot.setContentsMargins(16, 10, 16, 12)
        left = column((self.pairs, 1), box(column(self.strip), "paper"), gap=0)
        both = row(left, hairline("down"), (right, 1), gap=0)
        self.setLayout(column((both, 1), hairline(), box(foot, "shade"), gap=0))

    def _add_keys(self) -> None:
        acts: list[tuple[str, Callable[[], object]]] = [
            ("V", self.link),
            ("N", self.not_the_same),
            ("M", self.show_merge),
            ("T", self.undecide),
            ("S", self._swap),
            ("Ctrl+Z", self.undo),
        ]
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # what is found --------------------------------------------------------------------------

    def _on_found(self, what: ToCompare, found: tuple[Likeness, ...]) -> None:
        self._take(what, found)
        self._stop()

    def _on_some(self, what: ToCompare, found: tuple[Likeness, ...]) -> None:
        """Show pairs while others are sought; what is looked at stays as it is."""
        before = self._proposed
        self._take(what, found)
        if self.pairs.decided:
            return
        if self.searching.cancel.hasFocus() and self.queue.pairs:
            self.pairs.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_rows()
        view = self.views.currentIndex()
        if view != _MERGE and (view != _PAIR or self._proposed != before):
            self._show_chosen()

    def _take(self, what: ToCompare, found: tuple[Likeness, ...]) -> None:
        self._said = self._said or {s.id: s for s in what.sayings}
        ids = {each for it in found for each in it.pair}
        self.queue.take(found, {each: self._said[each] for each in ids})

    @property
    def _proposed(self) -> Likeness | None:
        """What is proposed of the chosen pair."""
        return self.queue.of(self.chosen.id) if self.chosen else None

    def _on_failed(self, error: Exception) -> None:
        self._stop()
        self._session.fail(error)

    def _on_cancelled(self) -> None:
        self._cancelled = True
        self._stop()

    def _cancel(self) -> None:
        self.work.cancel()

    def _stop(self) -> None:
        self._searching = False
        if self.searching.cancel.hasFocus() or self.strip.cancel.hasFocus():
            self.pairs.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.views.currentIndex() == _MERGE:
            self._show_rows()
            self.strip.hide()
        else:
            self._show()

    # what is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the pairs of the scope, and the chosen one."""
        self._show_rows()
        self._show_chosen()

    def _show_rows(self) -> None:
        if self.pairs.decided:
            rows = self.besides.decided()
        else:
            language = theme.window_language()
            rows = self.queue.rows(self.pairs.scope.value or "every", self._of_topic, language)
        self.pairs.show_rows(rows, self._counted(len(rows)))

    def _counted(self, n: int) -> str:
        if self.pairs.decided or not (self._searching or self._cancelled):
            return ntr("{n} pair", "{n} pairs", n)
        if self._searching:
            return ntr("{n} pair so far", "{n} pairs so far", n) if n else ""
        return ntr(
            "{n} pair before the search was cancelled",
            "{n} pairs before the search was cancelled",
            n,
        )

    def _show_chosen(self) -> None:
        chosen = self.chosen
        self.refused.show_text("")
        found = self.besides.of(chosen.one, chosen.other) if chosen else ()
        self._allow(chosen if len(found) > 1 else None)
        if chosen is not None and len(found) > 1:
            self._show_pair(chosen, found)
        elif self._searching and not self.pairs.decided:
            self.views.setCurrentIndex(_SEARCHING)
        else:
            self._say_empty()
        self.strip.setVisible(self._searching and self.views.currentIndex() != _SEARCHING)

    def _show_pair(self, chosen: PairRow, found: tuple[Beside, ...]) -> None:
        it = self.queue.of(chosen.id)
        reason, shared = about(chosen), tuple[str, ...]()
        if it is not None:
            reason = because(it, self.besides.tags, theme.window_language())
            shared = shared_words(it)
        self.pair.show_pair(found[0], found[1], reason, shared)
        self.views.setCurrentIndex(_PAIR)

    @property
    def chosen(self) -> PairRow | None:
        """The pair that is shown, if there is one."""
        return self.pairs.chosen

    def _allow(self, chosen: PairRow | None) -> None:
        for button in (self.not_same, self.variant, self.merging):
            button.setEnabled(chosen is not None)
            button.setVisible(not self.pairs.decided)
        self.take_back.setEnabled(chosen is not None)
        self.take_back.setVisible(self.pairs.decided)
        self.undo_button.setEnabled(self.queue.steps > 0)

    def _say_empty(self) -> None:
        if self.pairs.decided:
            words = tr("Pairs that you link as variants or call not the same stand here.")
            self._say_nothing(tr("Nothing is decided yet"), words)
        elif self._cancelled and not self.queue.pairs and not self.queue.steps:
            self._say_nothing(tr("The search was cancelled"), tr("No pair was looked at."))
        elif self.queue.pairs:
            self._say_nothing(tr("No pair in this scope"), tr("Choose another scope at the left."))
        else:
            words = tr("No two entries seem to say the same, apart from those that are decided.")
            self._say_nothing(tr("No pair is open"), words)

    def _say_nothing(self, title: str, sentence: str) -> None:
        while (old := self.nothing.currentWidget()) is not None:
            self.nothing.removeWidget(old)
            old.deleteLater()
        self.nothing.addWidget(EmptyState(title, sentence))
        self.views.setCurrentIndex(_NOTHING)

    # deciding -------------------------------------------------------------------------------

    def link(self) -> None:
        """Keep both and say that they are one idea."""
        self._decide(commands.link_as_variant)

    def not_the_same(self) -> None:
        """Keep both and do not propose them again."""
        self._decide(commands.not_the_same)

    def _decide(self, command: Callable[..., None]) -> None:
        chosen = self.chosen
        if chosen is None or self.pairs.decided or not self._views_a_pair():
            return
        if self._ran(lambda: command(self._session.store, chosen.one, chosen.other)):
            self._next_after(chosen, lambda: self.queue.decided(chosen.id))

    def undecide(self) -> None:
        """Take a decision back; the pair is proposed again when duplicates are looked for."""
        chosen = self.chosen
        if chosen is None or not self.pairs.decided:
            return
        store = self._session.store
        if self._ran(lambda: commands.undecided(store, chosen.one, chosen.other)):
            self._next_after(chosen, lambda: self.queue.stepped(chosen.id))

    def show_merge(self) -> None:
        """Show what the merged entry would be."""
        chosen = self.chosen
        if chosen is None or self.pairs.decided or not self._views_a_pair():
            return
        one, other = self.besides.of(chosen.one, chosen.other)
        self.preview.show_pair(one, other)
        self.views.setCurrentIndex(_MERGE)
        for button in (self.not_same, self.variant, self.merging):
            button.hide()
        self.preview.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def merge(self) -> None:
        """Merge as the preview shows it."""
        chosen, kept, gone = self.chosen, self.preview.kept, self.preview.gone
        if chosen is None or kept is None or gone is None:
            return
        one, other = kept.entry, gone.entry
        if self._ran(lambda: commands.merge(self._session.store, one, other)):  # pyright: ignore
            self._next_after(chosen, lambda: self.queue.merged(chosen.id, other.id, one.id))
            self.pairs.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Take the last decision back and show its pair again."""
        if not self.queue.steps or not self._ran(self._session.store.undo):
            return
        pair = self.queue.back()
        if pair is not None:
            self.pairs.which.show_value(self.queue.of(pair) is None)
            self._show()
            self.pairs.list.choose(pair)
            self._show_chosen()

    def _ran(self, work: Callable[[], object]) -> bool:
        """Run a command; return whether it was done. What was refused is said in place."""
        done: list[bool] = []

        def command() -> None:
            try:
                work()
            except Refused as refused:
                self.refused.show_text(explain(refused))
            else:
                done.append(True)

        self.refused.show_text("")
        self._session.attempt(command)
        return bool(done)

    def _next_after(self, chosen: PairRow, step: Callable[[], object]) -> None:
        at = self.pairs.rows.index(chosen)
        step()
        self._show()
        rows = self.pairs.rows
        if rows:
            self.pairs.list.choose(rows[min(at, len(rows) - 1)].id)
        self._show_chosen()

    def _views_a_pair(self) -> bool:
        return self.views.currentIndex() == _PAIR

    def _swap(self) -> None:
        if self.views.currentIndex() == _MERGE:
            self.preview.swap()

    def _leave_merge(self) -> None:
        self._show_chosen()
        self.pairs.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.views.currentIndex() == _MERGE:
            self._leave_merge()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close; a search that is under way is given up."""
        if self._searching:
            self.work.cancel()
        super().done(result)
