"""Asks for the names of a template or a series, and for what of the agenda a template keeps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dialogueprep.commands import templates as commands
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.templates import AgendaTemplate, Kept
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language, Texts
from dialogueprep.sentences import explain
from dialogueprep.ui import theme
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr


class TemplateForm(QDialog):
    """A name in each language, one at least; with ``keeping`` also what is kept.

    ``held``: it is known of some item how long it took.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        verb: str,
        write: Callable[[Texts, Kept], object],
        *,
        titles: Texts,
        keeping: bool,
        held: bool = False,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._write, self._before = write, titles
        own = theme.window_language()
        ordered: list[Language] = sorted(LANGUAGES, key=lambda each: each != own)
        self.names: dict[Language, LineField] = {
            each: LineField(titles.get(each) or "", name=LANGUAGE_NAMES[each]) for each in ordered
        }
        self.fields = [
            Field(LANGUAGE_NAMES[each], line, (note or tr("name of the template")) if not n else "")
            for n, (each, line) in enumerate(self.names.items())
        ]
        kept = self._kept(held)
        form = column(Label(title, "title"), *self.fields, gap=10, margins=(24, 18, 24, 18))
        if keeping:
            form.addLayout(kept)
        self.done_button = Button(verb, "primary", on_click=self.take)
        self.done_button.setDefault(True)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.done_button, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.setFixedWidth(460)
        next(iter(self.names.values())).setFocus()

    def _kept(self, held: bool) -> QVBoxLayout:
        """Make the boxes of what is kept."""
        self.topics = CheckBox(tr("Titles of items that have a topic"))
        self.questions = CheckBox(tr("Guiding questions"))
        self.terms = CheckBox(tr("Terms of each item"))
        self.anchors = CheckBox(tr("Fixed starting times"))
        self.as_held = CheckBox(tr("Lengths as held, where they are known"))
        if not held:
            self.as_held.hide()
        for each in (self.terms, self.anchors):
            each.setChecked(True)
        return column(
            Label(tr("Kept beside the items, their order and length"), "label"),
            self.terms, self.anchors, self.questions, self.topics, self.as_held,
            Paragraph(
                tr("People, notes, rooms and what comes from the library stay out of it."),
                "small", "ink2",
            ),
            gap=6,
        )  # fmt: skip

    @classmethod
    def save(cls, parent: QWidget | None, session: Session, dialogue: DialogueId) -> str | None:
        """Ask, and keep the agenda of a dialogue as a template; return its first name."""
        store, made = session.store, list[Texts]()

        def write(titles: Texts, kept: Kept) -> None:
            commands.save(store, dialogue, titles, kept)
            made.append(titles)

        asked = cls(
            parent, tr("Save the agenda as a template"), tr("Save the template"), write,
            titles=Texts(), keeping=True, held=commands.has_been_held(store, dialogue),
        )  # fmt: skip
        return made[0].best(theme.window_language()) if asked.exec() else None

    @classmethod
    def rename(cls, parent: QWidget | None, session: Session, template: AgendaTemplate) -> bool:
        """Ask for other names of a template; return whether it has them."""

        def write(titles: Texts, _kept: Kept) -> None:
            commands.rename(session.store, template, titles)

        asked = cls(
            parent, tr("Rename the template"), tr("Rename"), write,
            titles=template.titles, keeping=False,
        )  # fmt: skip
        return bool(asked.exec())

    def take(self) -> None:
        """Write it; a refusal is said at the first name."""
        titles = self._before
        for language, line in self.names.items():
            titles = titles.with_wording(language, line.text().strip())
        kept = Kept(
            topics=self.topics.isChecked(),
            questions=self.questions.isChecked(),
            terms=self.terms.isChecked(),
            anchors=self.anchors.isChecked(),
            as_held=self.as_held.isChecked(),
        )
        try:
            self._write(titles, kept)
        except Refused as refusal:
            self.fields[0].say(explain(refusal), bad=True)
            next(iter(self.names.values())).setFocus()
            return
        self.accept()
