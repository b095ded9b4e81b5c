"""The form of one proposal in an import review."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from dialogueprep.domain.library import Axis, Dimension, Format
from dialogueprep.domain.review import Candidate, Review, topic_guess
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.texts import Texts
from dialogueprep.ui import theme
from dialogueprep.ui.dialogs.entry_fields import dimension_choice, slugs_of
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.labels import IconLabel, Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, hairline, row
from dialogueprep.ui.widgets.notices import NoteBox
from dialogueprep.ui.widgets.proposal_fields import FormatChips, RatingField, Titles
from dialogueprep.ui.widgets.topic_picker import TopicPicker
from dialogueprep.words import clauses, tr


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry of the library that seems to say the same: what is said of it, and why."""

    id: str
    title: str
    reason: str


class ProposalForm(QWidget):
    """Shows a proposal and returns it as edited. ``split_wanted`` carries the place of the caret;
    ``variant_wanted`` the id of an entry that says the same, or no longer does."""

    split_wanted = Signal(int)
    variant_wanted = Signal(str)

    def __init__(self, find_topics: Callable[[str], Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self._shown: Candidate | None = None
        self._as_shown: Candidate | None = None
        self._tag_names: dict[str, Texts] = {}
        self.heading = Label("", "head")
        kinds = [(Unit.TOPIC, tr("Topic")), (Unit.RECOMMENDATION, tr("Recommendation"))]
        self.kind: Segments[Unit] = Segments(kinds, name=tr("Kind"), fitted=True)
        self.kind.chosen.connect(lambda _kind: self._show_parts())
        self.titles = Titles()
        self.text = WritingField(lines=(3, 7), name=tr("Text"))
        self.split = Button(
            tr("Split at the cursor"), "link", tooltip="Ctrl+Shift+S", on_click=self.ask_split
        )
        self.support = LineField(placeholder=tr("Its exact words, or nothing"), name=tr("Support"))
        self.topic = TopicPicker(find_topics)
        self.actor, self.instrument, self.horizon = LineField(), LineField(), LineField()
        self.formats = FormatChips()
        self.tags = LineField(placeholder=tr("Commas between several"), name=tr("Tags"))
        self.ratings = {axis: RatingField(axis) for axis in Axis}
        self._prompts = column(gap=6)
        self._alike = column(gap=8)
        self._lay_out()

    def _lay_out(self) -> None:
        self.dimension = dimension_choice(Dimension.ECONOMIC)
        self._make_parts()
        about = column(
            row(self.heading, None, self.kind),
            self.titles,
            *self._only_recommendations[:2],
            Field(tr("Formats"), self.formats, tr("who sits at the table")),
            gap=11,
            margins=(18, 10, 18, 14),
        )
        rated = column(*self.ratings.values(), self._prompts, gap=10, margins=(18, 12, 18, 12))
        self._alike_part = box(
            column(hairline(), column(self._alike, margins=(18, 12, 18, 14)), gap=0)
        )
        self.setLayout(
            column(
                about, hairline(), rated, self._alike_part, hairline(), self._details(), None, gap=0
            )
        )

    def _make_parts(self) -> None:
        """Make the fields that only recommendations have."""
        who = row(
            (Field(tr("Who would do it"), self.actor), 1),
            (Field(tr("By when"), self.horizon), 1),
            gap=12,
        )
        self._only_recommendations = [
            Field(tr("Belongs to the topic"), self.topic),
            Field(tr("Support"), self.support, tr("as the source prints it")),
            box(who),
            Field(tr("Instrument"), self.instrument),
        ]

    def _details(self) -> QLayout:
        """Return what is rarely changed, under the rest."""
        text_head = row(Label(tr("Text"), "label"), None, self.split)
        told = row(
            (Field(tr("Dimension"), self.dimension), 1), (Field(tr("Tags"), self.tags), 1), gap=12
        )
        return column(
            column(text_head, self.text, gap=4),
            *self._only_recommendations[2:],
            told,
            gap=11,
            margins=(18, 12, 18, 16),
        )

    # what is shown ----------------------------------------------------------------------------

    def show_candidate(
        self,
        review: Review,
        candidate: Candidate,
        topics: Sequence[tuple[str, str]],
        formats: Iterable[Format],
        tags: dict[str, Texts],
    ) -> None:
        """Show a proposal; ``topics`` are those that it may belong to, with their titles."""
        self._shown, self._tag_names = candidate, tags
        number = [c.id for c in review.candidates].index(candidate.id) + 1
        self.heading.setText(tr("Proposal {n}", n=number))
        self.kind.show_value(candidate.kind)
        self.titles.show_titles(candidate.titles, review.facts.language)
        self.text.setPlainText(candidate.text)
        for line, words in (
            (self.support, candidate.support),
            (self.actor, candidate.actor),
            (self.instrument, candidate.instrument),
            (self.horizon, candidate.horizon),
        ):
            line.setText(words)
            line.setCursorPosition(0)
        self.topic.show_choices(topics, candidate.topic or topic_guess(review, candidate))
        self.formats.show_formats(candidate.formats, formats)
        self.dimension.show_value(candidate.dimension)
        language = theme.window_language()
        names = (tags.get(t, Texts()).best(language) or t for t in candidate.tags)
        self.tags.setText(", ".join(names))
        for axis, field in self.ratings.items():
            field.show_value(*candidate.rating(axis))
        self._show_prompts(candidate)
        self._show_parts()
        self._as_shown = self.value()

    def show_alike(self, alike: Sequence[Alike], variants: Sequence[str]) -> None:
        """Show entries that seem to say the same, and which of them are variants."""
        clear(self._alike)
        self._alike_part.setVisible(bool(alike))
        if not alike:
            return
        for each in alike:
            is_one = each.id in variants
            verb = tr("Not a variant") if is_one else tr("Link as variant")
            link = Button(verb, "link", tooltip=each.title)
            link.clicked.connect(lambda _on=False, it=each.id: self.variant_wanted.emit(it))
            words = column(
                Paragraph(each.title, "small", max_lines=3),
                Paragraph(tr("said to be a variant") if is_one else each.reason, "caption", "ink2"),
                row(link, None),
                gap=1,
            )
            sign = column(2, IconLabel("git-compare"), None, gap=0)
            self._alike.addLayout(row(sign, (words, 1), gap=10))

    def value(self) -> Candidate:
        """Return the proposal as it stands in the form; ValueError if it shows none."""
        if self._shown is None:
            raise ValueError("no proposal is shown")
        sensitivity, sensitivity_reason = self.ratings[Axis.SENSITIVITY].value
        operability, operability_reason = self.ratings[Axis.OPERABILITY].value
        return replace(
            self._shown,
            kind=self.kind.value,
            titles=self.titles.value,
            text=self.text.toPlainText().strip(),
            support=self.support.text().strip(),
            actor=self.actor.text().strip(),
            instrument=self.instrument.text().strip(),
            horizon=self.horizon.text().strip(),
            topic=self.topic.value,
            formats=self.formats.value,
            dimension=self.dimension.value or self._shown.dimension,
            tags=slugs_of(self.tags.text(), self._tag_names),
            sensitivity=sensitivity,
            operability=operability,
            sensitivity_reason=sensitivity_reason,
            operability_reason=operability_reason,
        )

    @property
    def edited(self) -> bool:
        """Whether the form holds something else than it was given."""
        return self._shown is not None and self.value() != self._as_shown

    def complain(self) -> bool:
        """Say what is missing before the proposal can be accepted; return whether anything is."""
        missing = False
        for field in self.ratings.values():
            value, reason = field.value
            bad = value is not None and not reason
            field.say(tr("A rating needs a reason, one line is enough.") if bad else "")
            if bad and not missing:
                field.reason.setFocus()
            missing = missing or bad
        untitled = not self.titles.value
        self.titles.main.say(tr("It needs a title.") if untitled else "", bad=untitled)
        if untitled:
            self.titles.main.field.setFocus()
        return missing or untitled

    def ask_split(self) -> None:
        """Ask for the text to be split where its caret stands."""
        self.split_wanted.emit(self.text.textCursor().position())

    def begin(self) -> None:
        """Put the keyboard into the title."""
        field = self.titles.main.field
        field.setFocus()
        if isinstance(field, LineField):
            field.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.formats.updateGeometry()

    def set_kind(self, kind: Unit) -> None:
        """Make it a topic or a recommendation."""
        self.kind.show_value(kind)
        self._show_parts()

    def _show_parts(self) -> None:
        for part in self._only_recommendations:
            part.setVisible(self.kind.value is Unit.RECOMMENDATION)

    def _show_prompts(self, candidate: Candidate) -> None:
        clear(self._prompts)
        words = list(dict.fromkeys(w for p in candidate.prompts for w in p.words))[:4]
        if words:
            quoted = clauses(tr("“{words}”", words=each) for each in words)
            sentence = tr("{words}: such words often raise it.", words=quoted)
            self._prompts.addWidget(NoteBox(sentence, tr("Only people rate. This is a prompt.")))
