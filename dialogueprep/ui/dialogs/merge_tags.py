"""Merging tags: which one is kept, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from dialogueprep.commands import tags as commands
from dialogueprep.commands.tags import Merge
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.store.tags import Tag
from dialogueprep.ui import theme
from dialogueprep.ui.models.tag_table import languages
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice
from dialogueprep.ui.widgets.fields import Field
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, clear, column, row
from dialogueprep.words import listed, ntr, sentences, tr


class MergeTags(QDialog):
    """Shows what a merge would do; ``done`` is what it did."""

    def __init__(
        self, parent: QWidget | None, session: Session, tags: Sequence[Tag], keep: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge tags"))
        self._session, self._tags = session, tuple(tags)
        self.merged: Merge | None = None
        most = max(tags, key=lambda tag: tag.entries).slug
        language = theme.window_language()
        self.keep: Choice[str] = Choice(
            [(tag.slug, _with_count(tag.shown(language), tag.entries)) for tag in tags],
            keep or most,
            name=tr("Keep"),
        )
        self.keep.picked.connect(lambda _slug: self._show())
        self._words = QGridLayout()
        self._words.setHorizontalSpacing(14)
        self._words.setVerticalSpacing(6)
        self._words.setColumnStretch(1, 1)
        self.says = Paragraph("", "body", "ink2")
        verb = ntr("Merge {n} tag", "Merge {n} tags", len(tags))
        self.take_button = Button(verb, "primary", "git-merge", on_click=self.take)
        self.take_button.setDefault(True)
        form = column(
            Label(tr("Merge tags"), "title"), 4, Field(tr("Keep"), self.keep), 6,
            Label(tr("Its words then"), "label"), self._words, 6, self.says, None,
            gap=6, margins=(24, 18, 24, 18),
        )  # fmt: skip
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(None, cancel, self.take_button, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), box(actions, "shade"), gap=0))
        self.resize(480, 420)
        self._show()
        self.keep.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, session: Session, tags: Sequence[Tag], keep: str = ""
    ) -> Merge | None:
        """Merge and return what that did, None if given up."""
        asked = cls(parent, session, tags, keep)
        return asked.merged if asked.exec() else None

    def take(self) -> None:
        """Merge."""
        self.merged = self._session.run(commands.merge, self.keep.value or "", self._slugs())
        if self.merged is not None:
            self.accept()

    def _slugs(self) -> list[str]:
        return [tag.slug for tag in self._tags]

    def _show(self) -> None:
        kept = self.keep.value or ""
        plan = self._session.run(commands.preview_merge, kept, self._slugs())
        if plan is None:
            return
        before = next(tag for tag in self._tags if tag.slug == kept).names
        clear(self._words)
        for place, language in enumerate(languages()):
            word = plan.kept.names.get(language)
            new = bool(word) and before.get(language) is None
            self._words.addWidget(Label(LANGUAGE_NAMES[language], "small", "ink2"), place, 0)
            shown = Label(word or tr("missing"), "strong" if word else "small", language=language)
            if not word:
                shown.set_ink("ink3")
            taken = Label(tr("taken over") if new else "", "caption", "ink2")
            self._words.addLayout(row(shown, taken, None, gap=8), place, 1)
        self.says.show_text(told(plan))


def told(plan: Merge) -> str:
    """Return in sentences what follows a merge."""
    spellings = listed(t.wording for t in plan.spellings)
    parts = [
        ntr("{n} more entry gets it.", "{n} more entries get it.", plan.gaining),
        spellings and tr("The search goes on finding it by {words}.", words=spellings),
        plan.searches
        and ntr("{n} saved search follows.", "{n} saved searches follow.", plan.searches),
        plan.notes and ntr("{n} note follows.", "{n} notes follow.", plan.notes),
        plan.reviews
        and ntr("{n} import in review follows.", "{n} imports in review follow.", plan.reviews),
        plan.frozen
        and ntr(
            "{n} note of a closed dialogue stays as it is.",
            "{n} notes of closed dialogues stay as they are.",
            plan.frozen,
        ),
    ]
    return sentences(str(part) for part in parts if part)


def _with_count(word: str, entries: int) -> str:
    counted = ntr("{n} entry", "{n} entries", entries)
    return f"{word} · {counted}"
