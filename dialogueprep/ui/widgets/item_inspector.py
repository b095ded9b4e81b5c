"""The inspector of an agenda item: title, times, terms, questions, proposals, roles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.arranging import waits_for_topic
from dialogueprep.domain.dialogue import AgendaItem, ItemKind, Question, Terms
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.people import Role
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.ui import badges, theme
from dialogueprep.ui.models.agenda_subject import Subject
from dialogueprep.ui.widgets.block_inspector import BlockInspector
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import SavingLine
from dialogueprep.ui.widgets.item_history import ItemHistory
from dialogueprep.ui.widgets.item_parts import (
    LanguageSegments,
    TermsChoice,
    TitleField,
    heading,
    nothing_chosen,
    part,
    role_line,
    stricter_since,
    waits_for_topic_line,
)
from dialogueprep.ui.widgets.item_proposals import ItemProposals
from dialogueprep.ui.widgets.item_questions import ItemQuestions
from dialogueprep.ui.widgets.item_times import ItemTimes
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row, scrolled
from dialogueprep.words import ntr, tr

SHOWN_ROLES = (
    Role.CHAIR, Role.MODERATOR, Role.PRESENTER, Role.DISCUSSANT, Role.RAPPORTEUR, Role.INTERPRETER,
)  # fmt: skip
SIGNS: dict[Language, str] = {"en": "EN", "zh": "中", "ja": "日", "ko": "한"}


class ItemInspector(QFrame):
    """Edits one item; ``changed`` carries the changed item and what was changed, in words."""

    changed = Signal(object, str)
    participants_wanted = Signal()
    suggestion_wanted = Signal()
    recommendation_wanted = Signal()
    library_questions_wanted = Signal()
    left = Signal()
    """Esc in a field: the keyboard goes back to the days."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._subject: Subject | None = None
        self._language: Language = theme.window_language()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(nothing_chosen())
        self._make_fields()
        self._stack.addWidget(scrolled(self._form()))
        self.block = BlockInspector()
        self._stack.addWidget(self.block)

    # what the page uses -------------------------------------------------------------------

    def show_subject(self, subject: Subject | None) -> None:
        """Show an item, or that none is chosen."""
        if subject is None:
            self._subject = None
            self._stack.setCurrentIndex(0)
            return
        other = self._subject is None or self._subject.block.id != subject.block.id
        if other:
            self.flush()
        before, self._subject = self._subject, subject
        if other or before != subject:
            self._show(subject)
        if self._stack.currentIndex() == 0:
            self._stack.setCurrentIndex(1)

    def show_block(self, items: Sequence[AgendaItem]) -> None:
        """Show several items that are chosen together; none shows the one again."""
        if len(items) > 1:
            self.flush()
            self.block.show_items(items)
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0 if self._subject is None else 1)

    def flush(self) -> None:
        """Hand over what was typed and not sent yet."""
        self.title.flush()
        self.room.flush()
        self.questions.flush()

    def begin(self) -> None:
        """Put the keyboard on the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    # building -------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self._number = Label("", "head")
        self.title = TitleField()
        self.title.written.connect(self._set_title)
        self.languages = LanguageSegments(
            [(each, SIGNS[each]) for each in LANGUAGES], self._language, name=tr("Language")
        )
        self.languages.chosen.connect(self._set_language)
        self._others = Label("", "small", "ink2", elide=True)
        self.times = ItemTimes()
        self.times.changed.connect(lambda item: self._send(item, tr("Change times")))
        kinds = [(kind, tr(wording.of(kind))) for kind in ItemKind]
        self.kind = Choice(kinds, name=tr("Kind"))
        self.kind.picked.connect(self._set_kind)
        self.room = SavingLine(name=tr("Room"))
        self.room.written.connect(self._set_room)
        terms = [(each, badges.terms_word(each)) for each in Terms]
        self.terms = TermsChoice(terms, name=tr("Terms"))
        self.terms.picked.connect(self._set_terms)
        self.questions = ItemQuestions()
        self.questions.changed.connect(self._set_questions)
        self._present = Label("", "caption")
        self.proposals = ItemProposals()
        self.proposals.changed.connect(self._set_proposals)
        self._roles = column(gap=4)
        self.history = ItemHistory()

    def _form(self) -> QWidget:
        self._since = Paragraph("", "small", "warn")
        self._terms_part = box(
            column(heading(tr("Terms"), of=self.terms), self.terms, self._since, gap=4)
        )
        self._waits = waits_for_topic_line(self.suggestion_wanted.emit)
        kind = column(heading(tr("Kind"), of=self.kind), self.kind, gap=4)
        room = column(heading(tr("Room"), of=self.room), self.room, gap=4)
        head = column(
            row((box(self._title_row()), 1)),
            row((self._others, 1), self.languages),
            self._waits,
            self.history,
            4,
            self.times,
            4,
            row((kind, 1), (room, 1)),
            self._terms_part,
            gap=6,
            margins=(16, 12, 16, 14),
        )
        self._add_question = self._plus(tr("Add a question (Ctrl+Shift+Q)"), self._offer_question)
        self._add_proposal = self._plus(
            tr("Put a recommendation on the table (Ctrl+Shift+R)"), self.recommendation_wanted.emit
        )
        self._talk = box(
            column(
                hairline(),
                part(heading(tr("Questions"), self._add_question), self.questions),
                hairline(),
                part(
                    heading(tr("Recommendations on the table"), self._add_proposal), self.proposals
                ),
                hairline(),
                part(heading(tr("Roles"), self._present, 4, self._to_participants()), self._roles),
                gap=0,
            )
        )
        form = QWidget()
        form.setLayout(column(head, self._talk, None, gap=0))
        return form

    def _title_row(self) -> QLayout:
        top = Qt.AlignmentFlag.AlignTop
        lead = QVBoxLayout()
        lead.setContentsMargins(0, theme.scaled(3), 0, 0)
        lead.addWidget(self._number)
        lead.addStretch(1)
        layout = row(gap=8)
        layout.addLayout(lead)
        layout.addWidget(self.title, 1, top)
        return layout

    def _plus(self, name: str, act: Callable[[], object]) -> Button:
        return Button("", "link", "plus", tooltip=name, on_click=act)

    def _to_participants(self) -> Button:
        return Button(tr("Participants"), "link", on_click=self.participants_wanted.emit)

    # showing --------------------------------------------------------------------------------

    def _show(self, subject: Subject) -> None:
        item = subject.block.item
        self._number.setText(subject.block.number)
        self._number.setVisible(bool(subject.block.number))
        self._show_language()
        self.times.show_block(
            subject.block, subject.told, held=subject.held, left_on=subject.left_on
        )
        self.kind.show_value(item.kind)
        self.terms.show_value(item.terms)
        self._waits.setVisible(waits_for_topic(item))
        self.history.show_words(subject.before)
        self._since.show_text(stricter_since(item))
        self._since.setVisible(item.terms_now is not None)
        self._terms_part.setVisible(item.kind.has_terms)
        self._talk.setVisible(item.kind.has_terms)
        self.proposals.show_proposals(
            item.recommendations, subject.recommendations, subject.origins
        )
        self._show_roles(subject)

    def _show_language(self) -> None:
        if self._subject is None:
            return
        item = self._subject.block.item
        self.title.show_text(item.titles.get(self._language) or "")
        self.title.setPlaceholderText(item.titles.best(self._language))
        self.room.show_text(item.places.get(self._language) or "")
        self.room.setPlaceholderText(item.places.best(self._language))
        others = [t.wording for t in item.titles.others(self._language)]
        shown = item.titles.get(self._language)
        self._others.setText("   ".join(others) if shown else "")
        self.questions.show_questions(item.questions, self._language)

    def _show_roles(self, subject: Subject) -> None:
        clear(self._roles)
        for role in SHOWN_ROLES:
            holders = [a for a in subject.present if role in a.roles]
            for number, each in enumerate(holders):
                word = tr(wording.role(role, several=len(holders) > 1)) if not number else ""
                self._roles.addWidget(role_line(word, each))
        if not self._roles.count():
            self._roles.addWidget(Label(tr("No roles yet."), "small", "ink3"))
        present = len(subject.present)
        self._present.setText(ntr("{n} present", "{n} present", present) if present else "")

    # changing -------------------------------------------------------------------------------

    def _set_language(self, language: Language) -> None:
        self.flush()
        self._language = language
        self._show_language()

    def _set_title(self, words: str) -> None:
        if self._subject is not None:
            item = self._subject.block.item
            titles = item.titles.with_wording(self._language, " ".join(words.split()))
            self._send(replace(item, titles=titles), tr("Change title"))

    def _set_room(self, words: str) -> None:
        if self._subject is not None:
            item = self._subject.block.item
            places = item.places.with_wording(self._language, words.strip())
            self._send(replace(item, places=places), tr("Change room"))

    def _set_kind(self, kind: ItemKind) -> None:
        if self._subject is not None:
            self._send(replace(self._subject.block.item, kind=kind), tr("Change kind"))

    def _set_terms(self, terms: Terms) -> None:
        if self._subject is not None:
            item = replace(self._subject.block.item, terms=terms, terms_now=None)
            self._send(item, tr("Set terms"))

    def _set_questions(self, questions: tuple[Question, ...]) -> None:
        if self._subject is not None:
            item = replace(self._subject.block.item, questions=questions)
            self._send(item, tr("Change questions"))

    def _offer_question(self) -> None:
        """Offer an empty question, or to take one from the library."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        new = menu.addAction(tr("New question"), self.questions.add)
        menu.addAction(tr("From the topic or others"), self.library_questions_wanted.emit)
        menu.setActiveAction(new)
        menu.popup(self._add_question.mapToGlobal(self._add_question.rect().bottomLeft()))

    def _set_proposals(self, ids: tuple[RecommendationId, ...]) -> None:
        if self._subject is not None:
            item = replace(self._subject.block.item, recommendations=ids)
            self._send(item, tr("Change recommendations"))

    def _send(self, item: AgendaItem, label: str) -> None:
        self.changed.emit(item, label)
