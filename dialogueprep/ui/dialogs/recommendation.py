"""The form of a recommendation. What its source does not say stays empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dialogueprep.domain import wording
from dialogueprep.domain.library import (
    Format,
    Maturity,
    Recommendation,
    RecommendationId,
    Topic,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.ui.dialogs.entry_fields import EntryForm, Formats, dimension_choice
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr


class RecommendationDialog(EntryForm):
    """Asks for a recommendation's facts; ``recommendation`` is what was asked for so far."""

    def __init__(
        self, parent: QWidget | None, it: Recommendation, formats: Iterable[Format] = ()
    ) -> None:
        new = not it.id
        title = tr("New recommendation") if new else tr("Edit recommendation")
        super().__init__(parent, title, tr("Add recommendation") if new else tr("Keep changes"))
        self.recommendation = it
        line = LineField(placeholder=tr("What should be done"))
        self.title = self.add_texts("title", Field(tr("Title"), line), it.titles)
        text = WritingField(lines=(3, 8))
        self.text = self.add_texts("text", Field(tr("Text"), text), it.texts)
        self.actor = LineField(it.actor or "", name=tr("Who would do it"))
        self.addressee = LineField(it.addressee or "", name=tr("Addressee"))
        self.instrument = LineField(it.instrument or "", name=tr("Instrument"))
        self.horizon = LineField(it.horizon or "", name=tr("By when"))
        stages: list[tuple[Maturity | None, str]] = [(None, tr("The source does not say"))]
        stages += [(each, tr(wording.of(each))) for each in Maturity]
        self.maturity: Choice[Maturity | None] = Choice(stages, it.maturity, name=tr("Maturity"))
        self.support = LineField(
            it.support_as_printed or "", tr("Its exact words, or nothing"), name=tr("Support")
        )
        self.dimension = dimension_choice(it.dimension)
        self.formats = Formats(it.formats, formats)
        self.lay_out(self._form(), 700)
        line.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        it: Recommendation | None,
        topic: Topic,
        formats: Iterable[Format] = (),
    ) -> Recommendation | None:
        """Return the recommendation as the user wants it; None if given up.

        A new one (``it`` is None) has an empty id and the topic's dimension and formats.
        """
        asked = cls(parent, it or _blank(topic), formats)
        return asked.recommendation if asked.exec() else None

    def _form(self) -> QWidget:
        who = row(
            (Field(tr("Who would do it"), self.actor), 1),
            (Field(tr("Addressee"), self.addressee), 1),
            gap=12,
        )
        how = row(
            (Field(tr("Instrument"), self.instrument), 1),
            (Field(tr("By when"), self.horizon), 1),
            gap=12,
        )
        stage = row(
            (Field(tr("Maturity"), self.maturity), 1),
            (Field(tr("Dimension"), self.dimension), 1),
            gap=12,
        )
        support = Field(tr("Support"), self.support, tr("as the source prints it"))
        hint = tr("Leave empty what the source does not say.")
        return box(
            column(
                Label(self.windowTitle(), "title"),
                Paragraph(hint, "small", "ink2"),
                4,
                row(self.language, None),
                self.title,
                self.text,
                who,
                how,
                stage,
                support,
                Field(tr("Formats"), self.formats, tr("who sits at the table")),
                None,
                gap=12,
                margins=(24, 18, 24, 18),
            )
        )

    def take(self) -> None:
        """Accept what is written if there is a title."""
        titles = self.texts("title")
        if not titles:
            self.title.say(tr("A recommendation needs a title in at least one language."), bad=True)
            self.title.field.setFocus()
            return
        self.recommendation = replace(
            self.recommendation,
            titles=titles,
            texts=self.texts("text"),
            actor=_said(self.actor),
            addressee=_said(self.addressee),
            instrument=_said(self.instrument),
            horizon=_said(self.horizon),
            maturity=self.maturity.value,
            support_as_printed=_said(self.support),
            dimension=self.dimension.value or self.recommendation.dimension,
            formats=self.formats.value,
        )
        self.accept()


def _said(field: LineField) -> str | None:
    return field.text().strip() or None


def _blank(topic: Topic) -> Recommendation:
    return Recommendation(
        id=RecommendationId(""),
        topic=topic.id,
        titles=Texts(),
        texts=Texts(),
        dimension=topic.dimension,
        formats=topic.formats,
    )
