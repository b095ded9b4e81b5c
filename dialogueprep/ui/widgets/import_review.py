"""The import review: proposals, the report with their passages, and the form of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dialogueprep.commands import library_import as commands
from dialogueprep.domain.library import Axis
from dialogueprep.domain.review import (
    Candidate,
    Review,
    Verdict,
    beside,
    changed,
    into,
    merged,
    split,
    topic_guess,
    without_number,
)
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.store import library_search, reviews
from dialogueprep.store.offers import titles
from dialogueprep.ui import dates, theme
from dialogueprep.ui.delegates.proposal_row import ProposalRow, ProposalRows, SectionHead, spoken
from dialogueprep.ui.models.library_holdings import Holdings
from dialogueprep.ui.models.proposal_list import first_change, flags_of, rows_of
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.alike_in_library import AlikeInLibrary
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import IconLabel, Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.panels import Panel, Panels
from dialogueprep.ui.widgets.part_bar import PartBar
from dialogueprep.ui.widgets.proposal_form import ProposalForm
from dialogueprep.ui.widgets.report_text import ReportText
from dialogueprep.words import tr

_OWN = ("candidate:", "new:")
_FOUND, _SHOWN = 40, 8
"""Entries that a search for a topic looks at, and topics that it lists."""


class ImportReview(QWidget):
    """Decides on the proposals of one report. ``gone`` says that it is no longer kept."""

    gone = Signal()
    moved = Signal()
    """Something was decided."""

    def __init__(self, session: Session, today: Callable[[], date]) -> None:
        super().__init__()
        self._session, self._today = session, today
        self.review: Review | None = None
        self._held = Holdings()
        self._current = 0
        self._busy = False
        self._progress = Label("", "strong")
        self._bar = PartBar()
        self._model: ListModel[SectionHead | ProposalRow] = ListModel(
            lambda r: r.title if isinstance(r, ProposalRow) else r.words,
            spoken=spoken,
            tooltip=lambda r: r.title if isinstance(r, ProposalRow) else r.words,
            flags=flags_of,
        )
        self.list = RowList(self._model, ProposalRows(), name=tr("Proposals"), on="paper")
        self.list.chosen.connect(self._on_chosen)
        self.list.activated_value.connect(lambda _row: self.accept())
        self._source = Label("", "small", "ink", elide=True)
        self._date = Label("", "small", "ink2")
        self.text = ReportText()
        self.text.pointed.connect(self._choose_at)
        self.form = ProposalForm(self._find_topics)
        self.form.split_wanted.connect(self._split)
        self.form.variant_wanted.connect(self._toggle_variant)
        self.alike = AlikeInLibrary(session, self)
        self.alike.found.connect(self._show_alike)
        self._lay_out()
        self._add_keys()

    # building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        progress = box(column(self._progress, self._bar, gap=8, margins=(16, 12, 16, 12)), "paper")
        left = box(column(progress, hairline(), (self.list, 1), gap=0), "paper")
        head = row(
            IconLabel("book-open"), (self._source, 1), self._date, gap=8, margins=(32, 15, 32, 13)
        )
        middle = box(column(head, hairline(), (self.text, 1), gap=0), "sheet")
        self._reject = Button(tr("Reject"), key="X", on_click=self.reject)
        self._merge = Button(
            tr("Merge"), key="M", tooltip=tr("Merge with the one before"), on_click=self.merge
        )
        self._accept = Button(tr("Accept"), "primary", key="Enter", on_click=self.accept)
        foot = row(self._reject, self._merge, None, self._accept, margins=(18, 0, 18, 0))
        self._scroll = scrolled(self.form, "paper")
        right = column((self._scroll, 1), hairline(), box(foot, "shade", height=54), gap=0)
        self.panels = Panels(
            "import review",
            self._session.machine,
            Panel(left, 256, "list-todo", tr("Proposals"), least=200),
            Panel(middle, None, least=320),
            Panel(box(right, "paper"), 368, "pen-line", tr("Proposal"), least=340),
        )
        self.setLayout(column((self.panels, 1), gap=0))

    def acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        """Return the keys of a review, what they do, and how."""
        return [
            ("X", tr("reject the proposal"), self.reject),
            ("M", tr("merge it with the one before"), self.merge),
            ("E", tr("edit it"), self.edit),
            ("T", tr("make it a topic"), lambda: self._set_kind(Unit.TOPIC)),
            ("R", tr("make it a recommendation"), lambda: self._set_kind(Unit.RECOMMENDATION)),
            ("Ctrl+Shift+S", tr("split it at the cursor in the text"), self.form.ask_split),
            ("S", tr("show what was left out of the report"), self.text.show_left_out),
        ]

    def _add_keys(self) -> None:
        acts = [(keys, act) for keys, _words, act in self.acts()]
        acts += [("Ctrl+Return", self.accept), ("Ctrl+Enter", self.accept)]
        for n in range(1, 6):
            acts.append((str(n), lambda n=n: self._rate(self._axis_in_focus(), n)))
            acts.append((f"Shift+{n}", lambda n=n: self._rate(Axis.OPERABILITY, n)))
        for keys, act in acts:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what is shown ----------------------------------------------------------------------------

    def show_review(self, review: Review, held: Holdings) -> None:
        """Begin or go on with a review, at its first open proposal."""
        self.review, self._held = review, held
        self.alike.look(review)
        self.text.show_report(review.report)
        self._source.setText(
            f"{review.facts.publisher}, {review.facts.title}"
            if review.facts.publisher
            else review.facts.title
        )
        self._date.setText(dates.day(review.facts.published))
        self._current = 0
        first = review.next_open(0) or next(iter(review.candidates), None)
        self._show(first.id if first else 0)

    def refresh(self, held: Holdings) -> None:
        """Show what is kept now, e.g. after an undo."""
        if self.review is None:
            return
        self._held = held
        kept = reviews.read(self._session.store, self.review.id)
        if kept is None:
            self.review = None
            self.gone.emit()
            return
        if kept != self.review and not self._busy:
            before, self.review = self.review, kept
            moved = first_change(before, kept)
            self._current = 0
            self._show(moved or self._current)

    def begin(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_stops(self) -> Sequence[QWidget]:
        """Return the panels, for F6."""
        return [self.list, self.text, self.form]

    def flush(self) -> None:
        """Keep what was edited in the form."""
        if self.review is None or self._busy or not self.form.edited:
            return
        edited = self.form.value()
        if self.review.of(edited.id):
            self._keep(changed(self.review, edited), tr("Edit the proposal"))

    def _show(self, candidate: int) -> None:
        review = self.review
        if review is None:
            return
        self._busy = True
        self._model.show_rows(rows_of(review))
        if not self.list.choose(candidate):
            self.list.choose_first()
        self._busy = False
        done, every = review.reviewed, len(review.candidates)
        self._progress.setText(tr("{n} of {every} reviewed", n=done, every=every))
        self._bar.show_part(done / every if every else 1.0)
        row_ = self.list.value()
        self._show_candidate(row_.id if isinstance(row_, ProposalRow) else 0)
        self.moved.emit()

    def _on_chosen(self, value: object) -> None:
        if self._busy or not isinstance(value, ProposalRow):
            return
        if value.id != self._current:
            self.flush()
            self._show_candidate(value.id)

    def _show_candidate(self, candidate: int) -> None:
        review = self.review
        it = review.of(candidate) if review else None
        self.form.setEnabled(it is not None)
        for button in (self._reject, self._merge, self._accept):
            button.setEnabled(it is not None)
        if review is None or it is None:
            self.text.mark(None, ())
            return
        if candidate != self._current and self.form.focusWidget() is not self.focusWidget():
            self._scroll.verticalScrollBar().setValue(0)
        self._current = candidate
        self._merge.setEnabled(into(review, candidate) is not None)
        self.form.show_candidate(
            review, it, self._topics(review, it), self._held.formats, dict(self._held.tags)
        )
        self.form.show_alike(self.alike.of(it), it.variants)
        self.text.mark(it, beside(review, it))

    def _show_alike(self) -> None:
        it = self.review.of(self._current) if self.review else None
        if it is not None:
            self.form.show_alike(self.alike.of(it), it.variants)

    def _topics(self, review: Review, it: Candidate) -> list[tuple[str, str]]:
        """Return the topics that a recommendation may belong to, the likely ones first."""
        language = theme.window_language()
        found: dict[str, str] = {}
        for each in review.candidates:
            kept = each.verdict in (Verdict.OPEN, Verdict.ACCEPTED)
            if each.kind is Unit.TOPIC and kept and each.id != it.id:
                title = each.titles.best(language)
                found[f"candidate:{each.id}"] = tr("{title} (this report)", title=title)
        heading = without_number(it.section) or review.facts.title
        for name in dict.fromkeys((heading, review.facts.title)):
            found[f"new:{name}"] = tr("New topic: {title}", title=name)
        here = it.topic and it.topic not in found and not it.topic.startswith(_OWN)
        if here:
            found |= titles(self._session.store, [it.topic], language)
        guess = it.topic if it.topic in found else topic_guess(review, it)
        return [(guess, found.pop(guess, guess.partition(":")[2])), *found.items()]

    def _find_topics(self, typed: str) -> list[tuple[str, str]]:
        """Return the topics of the library that a search finds, the best first."""
        store = self._session.store
        topics = library_search.found(store, typed, _FOUND).topics
        named = titles(store, topics, theme.window_language()) if topics else {}
        found = [(str(topic), named[topic]) for topic in topics if topic in named]
        found.sort(key=lambda option: typed.casefold() not in option[1].casefold())
        return found[:_SHOWN]

    # deciding ---------------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the proposal as it stands in the form, and go to the next."""
        if self.review and self.review.of(self._current) and not self.form.complain():
            self._decide(Verdict.ACCEPTED, tr("Accept the proposal"))

    def reject(self) -> None:
        """Reject the proposal and go to the next."""
        if self.review and self.review.of(self._current):
            self._decide(Verdict.REJECTED, tr("Reject the proposal"))

    def merge(self) -> None:
        """Merge the proposal with the one before, which is then shown."""
        review = self.review
        if review is None or review.of(self._current) is None:
            return
        there = into(review, self._current)
        if there is None:
            self._session.notice.emit(tr("There is no proposal before it to merge with."))
            return
        joined = merged(changed(review, self.form.value()), self._current)
        self._keep(joined, tr("Merge proposals"))
        self._show(there.id)

    def edit(self) -> None:
        """Go to the title."""
        self.panels.reveal(self.panels.panel_widgets()[2])
        self.form.begin()

    def _decide(self, verdict: Verdict, label: str) -> None:
        review = self.review
        if review is None:
            return
        decided = replace(self.form.value(), verdict=verdict)
        after = changed(review, decided)
        self._keep(after, label)
        following = after.next_open(self._current)
        self._show(following.id if following else self._current)
        if isinstance(self.focusWidget(), (QLineEdit, QPlainTextEdit)):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _split(self, at: int) -> None:
        if self.review is None or self.review.of(self._current) is None:
            return
        edited = changed(self.review, replace(self.form.value(), text=self.form.text.toPlainText()))
        parts = split(edited, self._current, at)
        if parts == edited:
            words = tr("Put the cursor into the text, where the second proposal begins.")
            self._session.notice.emit(words)
            self.form.text.setFocus()
            return
        self._keep(parts, tr("Split the proposal"))
        self._show(self._current)

    def _toggle_variant(self, entry: str) -> None:
        if self.review is None:
            return
        it = self.form.value()
        kept = tuple(each for each in it.variants if each != entry)
        variants = kept if entry in it.variants else (*it.variants, entry)
        self._keep(changed(self.review, replace(it, variants=variants)), tr("Variant of"))
        self._show(self._current)

    def _keep(self, review: Review, label: str) -> None:
        self._busy = True
        try:
            self._session.run(commands.keep, review, label)
            self.review = reviews.read(self._session.store, review.id) or self.review
        finally:
            self._busy = False

    def _set_kind(self, kind: Unit) -> None:
        if kind is not self.form.kind.value:
            self.form.set_kind(kind)

    def _axis_in_focus(self) -> Axis:
        inside = self.form.ratings[Axis.OPERABILITY].isAncestorOf(self.focusWidget() or self)
        return Axis.OPERABILITY if inside else Axis.SENSITIVITY

    def _rate(self, axis: Axis, value: int) -> None:
        self.panels.reveal(self.panels.panel_widgets()[2])
        self.form.ratings[axis].rate(value)

    def _choose_at(self, place: int) -> None:
        if self.review is None:
            return
        holding = [c for c in self.review.candidates if c.start <= place < c.end]
        if holding:
            self.list.choose(min(holding, key=lambda c: c.end - c.start).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape and self.focusWidget() is not self.list:
            self.begin()
        else:
            super().keyPressEvent(event)
