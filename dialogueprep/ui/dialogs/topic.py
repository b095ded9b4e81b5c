"""The form of a topic: texts in each language, dimension, formats, tags, guiding questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.dialogue import Question, QuestionId
from dialogueprep.domain.library import Dimension, Format, Topic, TopicId
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.store.step import new_id
from dialogueprep.ui.dialogs.entry_fields import EntryForm, Formats, dimension_choice
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import Field, LineField, WritingField
from dialogueprep.ui.widgets.item_questions import ItemQuestions
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.ui.widgets.tag_field import TagField
from dialogueprep.words import tr


@dataclass(frozen=True, slots=True)
class AskedTopic:
    """A topic as it is wanted, and the words of its tags that are new, by slug."""

    topic: Topic
    new_tags: Mapping[str, Texts]


class TopicDialog(EntryForm):
    """Asks for a topic's facts; ``topic`` is what was asked for so far."""

    def __init__(
        self,
        parent: QWidget | None,
        topic: Topic,
        tags: Mapping[str, Texts],
        formats: Iterable[Format] = (),
    ) -> None:
        new = not topic.id
        verb = tr("Add topic") if new else tr("Keep changes")
        super().__init__(parent, tr("New topic") if new else tr("Edit topic"), verb)
        self.topic = topic
        title = LineField(placeholder=tr("What would be talked about"))
        self.title = self.add_texts("title", Field(tr("Title"), title), topic.titles)
        summary = WritingField(placeholder=tr("In one or two sentences"), lines=(2, 5))
        self.summary = self.add_texts("summary", Field(tr("Summary"), summary), topic.summaries)
        self.dimension = dimension_choice(topic.dimension)
        self.formats = Formats(topic.formats, formats)
        self.tags = TagField(tags, topic.tags)
        self._questions = tuple(
            Question(id=QuestionId(new_id()), texts=texts) for texts in topic.questions
        )
        self.questions = ItemQuestions()
        self.questions.changed.connect(self._take_questions)
        self.questions.show_questions(self._questions, self._shown)
        self.lay_out(self._form(), 690)
        title.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        topic: Topic | None,
        tags: Mapping[str, Texts],
        formats: Iterable[Format] = (),
    ) -> AskedTopic | None:
        """Return the topic as the user wants it, its id empty if it is new; None if given up."""
        asked = cls(parent, topic or _blank(), tags, formats)
        return AskedTopic(asked.topic, asked.tags.new) if asked.exec() else None

    def _form(self) -> QWidget:
        more = Button(tr("Add question"), "link", on_click=self.questions.add)
        questions = column(
            row(Label(tr("Guiding questions"), "label"), None, more), self.questions, gap=4
        )
        return box(
            column(
                Label(self.windowTitle(), "title"),
                4,
                row(self.language, None),
                self.title,
                self.summary,
                questions,
                Field(tr("Dimension"), self.dimension),
                Field(tr("Formats"), self.formats, tr("who sits at the table")),
                Field(tr("Tags"), self.tags),
                None,
                gap=12,
                margins=(24, 18, 24, 18),
            )
        )

    def change_language(self, language: Language) -> None:
        """Show the texts and questions in another language."""
        self.questions.flush()
        super().change_language(language)
        self.questions.show_questions(self._questions, language)

    def take(self) -> None:
        """Accept what is written if there is a title."""
        self.questions.flush()
        titles = self.texts("title")
        if not titles:
            self.title.say(tr("A topic needs a title in at least one language."), bad=True)
            self.title.field.setFocus()
            return
        self.topic = replace(
            self.topic,
            titles=titles,
            summaries=self.texts("summary"),
            dimension=self.dimension.value or self.topic.dimension,
            formats=self.formats.value,
            tags=self.tags.value,
            questions=tuple(q.texts for q in self._questions if q.texts),
        )
        self.accept()

    def _take_questions(self, questions: tuple[Question, ...]) -> None:
        self._questions = questions
        self.questions.show_questions(questions, self._shown)


def _blank() -> Topic:
    return Topic(
        id=TopicId(""),
        titles=Texts(),
        dimension=Dimension.ECONOMIC,
        formats=(Format("China-Japan-ROK"),),
    )
