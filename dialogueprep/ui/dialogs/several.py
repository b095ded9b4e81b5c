"""Changing several topics at once: tags, dimension, formats, and when ratings fall due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import bulk
from dialogueprep.commands.bulk import Wanted
from dialogueprep.domain import wording
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import FORMAT_TABLES, Dimension, Format, TopicId
from dialogueprep.domain.tagging import plain
from dialogueprep.domain.texts import Texts
from dialogueprep.sentences import explain
from dialogueprep.store.bulk import Survey
from dialogueprep.ui import dates, theme
from dialogueprep.ui.large_steps import breathing
from dialogueprep.ui.models.library_facets import format_word
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.date_field import DateField
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, hairline, row, scrolled
from dialogueprep.ui.widgets.tag_field import TagField
from dialogueprep.ui.widgets.tri_boxes import TriBoxes
from dialogueprep.words import clauses, ntr, sentences, tr

_MOST_TAGS = 60
"""How many of the tags in use are shown at first, the most used ones."""
_A_SECOND = 1500  # entries that are removed in a second, or brought back, on a plain computer
_NOTICED = 1  # seconds


@dataclass(frozen=True, slots=True)
class Several:
    """What was done with several topics: how many entries were changed, or removed."""

    changed: int = 0
    removed: int = 0
    kept: int = 0


class ChangeSeveral(QDialog):
    """Shows what topics have in common; ``done_with`` is what was done with them."""

    def __init__(
        self,
        parent: QWidget | None,
        session: Session,
        topics: Sequence[TopicId],
        tags: Mapping[str, Texts],
        today: date,
    ) -> None:
        super().__init__(parent)
        self._session, self._topics, self._tag_names = session, tuple(topics), dict(tags)
        self.done_with: Several | None = None
        self._entries: tuple[str, ...] = self._topics
        self._also = bulk.with_recommendations(session.store, topics)
        self._survey = Survey()
        title = ntr("Change {n} topic", "Change {n} topics", len(topics))
        self.setWindowTitle(title)
        more = len(self._also) - len(topics)
        words = ntr("Also their {n} recommendation", "Also their {n} recommendations", more)
        self.also = CheckBox(words)
        self.also.setEnabled(more > 0)
        self.also.toggled.connect(self._show_entries)
        self.tags: TriBoxes[str] = TriBoxes(tr("Tags that some have"))
        self._all_tags = False
        self.every_tag = Button("", "link", on_click=self._show_all_tags)
        self.more_tags = TagField(tags)
        self.dimension: Choice[Dimension | None] = Choice(name=tr("Dimension"))
        self.formats: TriBoxes[Format] = TriBoxes(tr("Formats"))
        self.other_formats = LineField(
            placeholder=tr("Another format; commas between several"), name=tr("Other formats")
        )
        self.set_due = CheckBox(tr("Look at the ratings again by"))
        self.due = DateField(_in_a_year(today), name=tr("Look at the ratings again by"))
        self.due.dateChanged.connect(lambda _day: self.set_due.setChecked(True))
        self._due_now = Label("", "small", "ink2")
        self.says = Label("", "small", "ink2", elide=True)
        self.apply = Button(title, "primary", on_click=self.take)
        self.apply.setDefault(True)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take)
        self._lay_out(title)
        self._tell_when_changed()
        self._show_entries()
        self.more_tags.line.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        session: Session,
        topics: Sequence[TopicId],
        tags: Mapping[str, Texts],
        today: date,
    ) -> Several | None:
        """Change or remove topics and return what was done, None if given up."""
        asked = cls(parent, session, topics, tags, today)
        return asked.done_with if asked.exec() else None

    # building -------------------------------------------------------------------------------

    def _lay_out(self, title: str) -> None:
        hint = tr("A bar in a box: some have it. Values of ratings are given one by one.")
        inside = column(self.tags, row(self.every_tag, None), None, gap=4, margins=(0, 0, 8, 0))
        shelf = scrolled(box(inside), "paper")
        shelf.setMinimumHeight(theme.scaled(72))
        form = column(
            Label(title, "title"),
            Paragraph(hint, "small", "ink2"),
            self.also,
            4,
            Label(tr("Tags"), "label"),
            (shelf, 1),
            self.more_tags,
            4,
            row((Field(tr("Dimension"), self.dimension), 1), None, gap=12),
            4,
            Field(tr("Formats"), self._formats_part(), tr("who sits at the table")),
            4,
            row(self.set_due, self.due, (self._due_now, 1), gap=12),
            gap=6,
            margins=(24, 18, 24, 16),
        )
        self.remove = Button(tr("Remove"), "danger", "trash-2", on_click=self.remove_all)
        cancel = Button(tr("Cancel"), on_click=self.reject)
        actions = row(self.remove, 8, (self.says, 1), cancel, self.apply, margins=(24, 10, 24, 14))
        self.setLayout(column((box(form, "paper"), 1), hairline(), box(actions, "shade"), gap=0))
        self.resize(680, 620)

    def _formats_part(self) -> QWidget:
        part = QWidget()
        part.setLayout(column(self.formats, self.other_formats, gap=6))
        return part

    def _tell_when_changed(self) -> None:
        for signal in (
            self.tags.changed, self.more_tags.changed, self.dimension.picked,
            self.formats.changed, self.other_formats.textChanged, self.set_due.toggled,
        ):  # fmt: skip
            signal.connect(self._tell)

    # showing --------------------------------------------------------------------------------

    def _show_entries(self) -> None:
        """Show what the topics, or they and their recommendations, have in common."""
        self._entries = self._also if self.also.isChecked() else self._topics
        chosen, self._survey = self.dimension.value, bulk.survey(self._session.store, self._entries)
        found = self._survey
        language = theme.window_language()
        words = {s: self._tag_names.get(s, Texts()).best(language) or s for s in found.tags}
        by_use = sorted(words.items(), key=lambda each: (-found.tags[each[0]], plain(each[1])))
        few = by_use if self._all_tags else by_use[:_MOST_TAGS]
        self.tags.show_counts(few, found.tags, found.entries)
        self.every_tag.setText(tr("Show all {n} tags", n=len(by_use)))
        self.every_tag.setVisible(len(few) < len(by_use))
        self.more_tags.hide_tags(s for s, n in found.tags.items() if n == found.entries)
        known = dict.fromkeys([*map(Format, FORMAT_TABLES), *found.formats])
        said = [(each, format_word(each)) for each in known]
        self.formats.show_counts(said, found.formats, found.entries)
        self._show_dimensions(chosen)
        self._put_into_tab_order()
        verb = ntr("Change {n} entry", "Change {n} entries", found.entries)
        self.apply.setText(verb if self.also.isChecked() else self.windowTitle())
        self.apply.updateGeometry()
        ratings = sum(found.ratings.values())
        self.set_due.setEnabled(ratings > 0)
        self.due.setEnabled(ratings > 0)
        self._due_now.setText(_due_now(found))
        self._tell()

    def _put_into_tab_order(self) -> None:
        """Let Tab reach boxes that were made anew where they stand, and not after the buttons."""
        tags = [self.also, *self.tags.boxes.values(), self.every_tag, self.more_tags.line]
        formats = [self.dimension, *self.formats.boxes.values(), self.other_formats]
        for before, after in (*pairwise(tags), *pairwise(formats)):
            QWidget.setTabOrder(before, after)

    def _show_all_tags(self) -> None:
        self._all_tags = True
        self._show_entries()
        self.tags.setFocus()

    def _show_dimensions(self, chosen: Dimension | None) -> None:
        known = self._survey.dimensions
        choices: list[tuple[Dimension | None, str]] = []
        if len(known) != 1:
            choices.append((None, tr("Mixed, stays as it is")))
        choices += [(each, tr(wording.of(each))) for each in Dimension]
        common = next(iter(known)) if len(known) == 1 else None
        self.dimension.show_choices(choices, chosen or common)

    def _tell(self, *_: object) -> None:
        """Say what would be changed."""
        parts = _told(self._wanted(typed=False))
        self.says.set_ink("ink2")
        self.says.setText(clauses(parts))

    # doing ----------------------------------------------------------------------------------

    def take(self) -> None:
        """Change them, or say that nothing is chosen."""
        if not self.isVisible():
            return
        wanted = self._wanted(typed=True)
        if not wanted:
            self.says.set_ink("block")
            self.says.setText(explain(Refused("nothing-to-change")))
            return
        changed = self._session.run(bulk.change, self._entries, wanted)
        if changed is not None:
            self.done_with = Several(changed=changed)
            self.accept()

    def remove_all(self) -> None:
        """Ask, and remove the topics."""
        from dialogueprep.ui.dialogs.confirm import Confirm

        plan = bulk.preview_removal(self._session.store, self._topics)
        if not plan.gone:
            self.says.set_ink("block")
            self.says.setText(explain(Refused("all-named-in-closed-dialogues")))
            return
        title = ntr("Remove {n} topic", "Remove {n} topics", len(plan.gone))
        if Confirm.ask(self, title, of_removal(plan), title):
            removed = None
            words = ntr("Removing {n} topic", "Removing {n} topics", len(plan.gone))
            with breathing(self._session.store, words):
                removed = self._session.run(bulk.remove, self._topics)
            if removed is not None:
                self.done_with = Several(removed=len(removed.gone), kept=len(removed.kept))
                self.accept()

    def _wanted(self, *, typed: bool) -> Wanted:
        """Return what is chosen; ``typed`` takes in what still stands in the line of tags."""
        more = self.more_tags.value if typed else self.more_tags.chosen
        new = self.more_tags.new
        added = (*self.tags.added, *(slug for slug in more if slug not in new))
        known = self._survey.dimensions
        dimension = self.dimension.value
        others = [Format(each.strip()) for each in self.other_formats.text().split(",")]
        return Wanted(
            add_tags=tuple(dict.fromkeys(added)),
            remove_tags=tuple(slug for slug in self.tags.removed if slug not in added),
            new_tags=tuple(new.values()),
            dimension=dimension if dimension and set(known) != {dimension} else None,
            add_formats=(*self.formats.added, *filter(None, others)),
            remove_formats=self.formats.removed,
            review_by=self.due.day() if self.set_due.isChecked() else None,
        )


def _told(wanted: Wanted) -> list[str]:
    more = len(wanted.add_tags) + len(wanted.new_tags)
    less, formats = len(wanted.remove_tags), len(wanted.add_formats) + len(wanted.remove_formats)
    parts = [
        ntr("{n} tag added", "{n} tags added", more) if more else "",
        ntr("{n} tag taken away", "{n} tags taken away", less) if less else "",
        tr(wording.of(wanted.dimension)) if wanted.dimension else "",
        ntr("{n} format changed", "{n} formats changed", formats) if formats else "",
        tr("ratings due {day}", day=dates.day(wanted.review_by)) if wanted.review_by else "",
    ]
    return [part for part in parts if part]


def _due_now(found: Survey) -> str:
    ratings = sum(found.ratings.values())
    if not ratings:
        return tr("Nothing is rated yet.")
    days = sorted(day for day in found.ratings if day is not None)
    words = ntr("{n} rating", "{n} ratings", ratings)
    if not days:
        return clauses([words, tr("no day set")])
    if len(found.ratings) == 1:
        return clauses([words, tr("now {day}", day=dates.day(days[0]))])
    return clauses([words, tr("now from {day}", day=dates.day(days[0]))])


def of_removal(plan: bulk.Removal) -> str:
    """Return in sentences what goes along, what stays, and how long a large removal takes."""
    seconds = (len(plan.gone) + plan.also) // _A_SECOND
    parts = [
        ntr("{n} recommendation goes with them.", "{n} recommendations go with them.", plan.also)
        if plan.also
        else "",
        ntr(
            "{n} topic stays: a closed dialogue names it.",
            "{n} topics stay: closed dialogues name them.",
            len(plan.kept),
        )
        if plan.kept
        else "",
        tr("Removing so many takes some {n} seconds, in which the window waits.", n=seconds)
        if seconds > _NOTICED
        else "",
        tr("One undo brings all of it back."),
    ]
    return sentences(parts)


def _in_a_year(today: date) -> date:
    return date(today.year + 1, today.month, min(today.day, 28))
