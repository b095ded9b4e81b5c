"""The tags of the library: their words in four languages, edited in place, merged, removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from dialogueprep.commands import tags as commands
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.sentences import explain
from dialogueprep.store import tags as store_tags
from dialogueprep.store.step import Changes
from dialogueprep.store.tags import Tag
from dialogueprep.ui import theme
from dialogueprep.ui.models.tag_table import (
    FIRST_WORD,
    Order,
    TagModel,
    fitting,
    in_order,
    lacks,
)
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import CheckBox, Choice
from dialogueprep.ui.widgets.fields import SearchField
from dialogueprep.ui.widgets.labels import Label
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.notices import Banner, Notice, Remedy
from dialogueprep.ui.widgets.tag_table import TagTable
from dialogueprep.words import clauses, ntr, tr


class TagsDialog(QDialog):
    """All tags; each change is a step of its own, and undone here with Ctrl+Z."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        self.session = session
        self._tags: tuple[Tag, ...] = ()
        self._order: list[str] = []
        self._floor = session.store.undo_depth
        self.model = TagModel()
        self.table = TagTable(self.model)
        self.search = SearchField(tr("Find a tag in any language"))
        self.lacking = CheckBox(tr("A language is missing"), count="0")
        orders: list[tuple[Order, str]] = [
            ("word", tr("By word")), ("most", tr("Most used first")),
            ("least", tr("Least used first")),
        ]  # fmt: skip
        self.order: Choice[Order] = Choice(orders, "word", name=tr("Order"))
        self.banner = Banner()
        self._says = Label("", "small", "ink2", elide=True)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._sort()
        self.table.setCurrentIndex(self.model.index(0, FIRST_WORD))
        self.table.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session) -> None:
        """Show the tags until the user closes them."""
        cls(parent, session).exec()

    # building -------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.new = Button(tr("New tag"), "plain", "plus", key="N", on_click=self.add)
        self.merge_button = Button(
            tr("Merge"), "plain", "git-merge", key="M", on_click=self.merge_ticked
        )
        self.remove_button = Button(
            tr("Remove"), "quiet", "trash-2", key="Del", on_click=self.remove_ticked
        )
        self.undo_button = Button(tr("Undo"), "quiet", "undo-2", on_click=self.undo)
        self.close_button = Button(tr("Close"), "primary", on_click=self.accept)

    def _lay_out(self) -> None:
        head = row(Label(tr("Tags"), "title"), 8, (self._says, 1), self.new)
        self.order.setFixedWidth(180)
        sieve = row((self.search, 1), 8, self.lacking, 8, self.order)
        self._keys = Label(
            tr("Enter writes in a cell, Space ticks a row, Ctrl+Z undoes."), "caption", "ink3"
        )
        actions = row(
            self.merge_button, self.remove_button, 8, self.undo_button, None, self._keys, 8,
            self.close_button, margins=(24, 10, 24, 14),
        )  # fmt: skip
        top = column(head, sieve, gap=12, margins=(24, 18, 24, 12))
        self.setLayout(
            column(
                box(top, "paper"), self.banner, hairline(), (self.table, 1), box(actions, "shade"),
                gap=0,
            )
        )  # fmt: skip
        self.resize(980, 640)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _typed: self._sort())
        self.search.returnPressed.connect(self._to_table)
        self.lacking.toggled.connect(lambda _on: self._sort())
        self.order.picked.connect(lambda _order: self._sort())
        self.model.written.connect(self._rename)
        self.model.ticked_changed.connect(self._show_state)
        acts: dict[str, Callable[[], object]] = {
            "m": self.merge_ticked, "n": self.add, "/": self.search.setFocus,
            "del": self.remove_ticked,
        }  # fmt: skip
        self.table.pressed_key.connect(lambda key: acts[key]())
        self.session.changed.connect(self._on_changed)
        self.banner.on_closed = lambda _notice: self.table.setFocus()
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo),
            (QKeySequence("Ctrl+F"), self.search.setFocus),
            (QKeySequence("Ctrl+N"), self.add),
        ):
            QShortcut(keys, self).activated.connect(act)

    # showing --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the tags as they are now; rows stay where they are until the order is asked for."""
        self._tags = store_tags.every(self.session.store)
        self._show()

    def _show(self) -> None:
        known = {tag.slug: tag for tag in self._tags}
        new = [slug for slug in known if slug not in self._order]
        self._order = [slug for slug in self._order if slug in known]
        shown = {tag.slug for tag in self._fitting()}
        fresh = [slug for slug in new if slug in shown]
        self._order = [*fresh, *self._order]
        self.model.show_rows([known[slug] for slug in self._order])
        self.model.tick(self.model.ticked & known.keys())
        self._show_state()

    def _fitting(self) -> list[Tag]:
        found = fitting(self._tags, self.search.text())
        return [tag for tag in found if lacks(tag)] if self.lacking.isChecked() else found

    def _sort(self) -> None:
        self._tags = store_tags.every(self.session.store)
        self._order = [tag.slug for tag in in_order(self._fitting(), self.order.value or "word")]
        self._show()

    def _show_state(self) -> None:
        missing = sum(map(lacks, self._tags))
        self.lacking.set_count(str(missing))
        n = len(self.model.ticked)
        words = [ntr("{n} tag", "{n} tags", len(self._tags))]
        words += [ntr("{n} ticked", "{n} ticked", n)] if n else []
        self._says.setText(clauses(words))
        self.merge_button.setEnabled(n > 1)
        self.remove_button.setEnabled(bool(self._chosen()))
        self.undo_button.setEnabled(self.session.store.undo_depth > self._floor)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches("tags", "texts", "entry_tags"):
            self.refresh()

    def _chosen(self) -> list[Tag]:
        """Return the tags that are ticked, else that of the current row."""
        if self.model.ticked:
            return [tag for tag in self._tags if tag.slug in self.model.ticked]
        here = self.model.at(self.table.currentIndex())
        return [here] if here else []

    def _to_table(self) -> None:
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, FIRST_WORD))
            self.table.setFocus()
        elif self.search.text().strip():
            self.add()

    def choose(self, slug: str) -> None:
        """Go to the row of a tag."""
        index = self.model.index_of(slug)
        if index.isValid():
            self.table.setCurrentIndex(index.siblingAtColumn(FIRST_WORD))
            self.table.setFocus()

    # changing -------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new tag; what was searched in vain is its first word."""
        from dialogueprep.ui.dialogs.tag_form import TagForm

        typed = "" if self.model.rowCount() else self.search.text().strip()
        if added := TagForm.ask(self, self.session, typed):
            self.banner.show_notices([])
            self.search.clear()
            self.refresh()
            self.choose(added)

    def merge_ticked(self) -> None:
        """Ask how to merge the tags that are ticked."""
        if len(self.model.ticked) > 1:
            self._merge(self._chosen())
        else:
            self._say(explain(Refused("tags-to-merge")))

    def remove_ticked(self) -> None:
        """Remove what is ticked, else the tag of the current row, and say what that did."""
        chosen = self._chosen()
        if not chosen:
            return
        row_, column_ = self.table.currentIndex().row(), self.table.currentIndex().column()
        lost = self.session.run(commands.remove, [tag.slug for tag in chosen])
        if lost is None:
            return
        words = chosen[0].shown(theme.window_language())
        said = (
            tr("Removed “{word}”.", word=words)
            if len(chosen) == 1
            else ntr("Removed {n} tag.", "Removed {n} tags.", len(chosen))
        )
        loss = ntr("{n} entry lost it.", "{n} entries lost it.", lost)
        self._say(said, loss if lost else "", Remedy(tr("Undo"), self.undo))
        last = min(row_, self.model.rowCount() - 1)
        self.table.setCurrentIndex(self.model.index(last, column_))
        self.table.setFocus()

    def undo(self) -> None:
        """Take back the last change that was made here."""
        if self.session.store.undo_depth > self._floor:
            self.banner.show_notices([])
            self.session.attempt(self.session.store.undo)
            self._show_state()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.session.attempt(self.session.store.redo)
        self._show_state()

    def _rename(self, slug: str, language: str, word: str) -> None:
        code: Language = next(each for each in LANGUAGES if each == language)

        def write() -> None:
            try:
                commands.rename(self.session.store, slug, code, word)
                self.banner.show_notices([])
            except Refused as refused:
                self._refuse(slug, refused)

        self.session.attempt(write)

    def _refuse(self, slug: str, refused: Refused) -> None:
        """Say why a word was not taken; tags of one word can be merged."""
        other = str(refused.facts.get("slug", ""))
        pair = [tag for tag in self._tags if tag.slug in (slug, other)]
        merge = Remedy(tr("Merge the two"), lambda: self._merge(pair, other))
        self._say(explain(refused), "", *([merge] if len(pair) == 2 else []))

    def _merge(self, tags: list[Tag], keep: str = "") -> None:
        from dialogueprep.ui.dialogs.merge_tags import MergeTags, told

        merged = MergeTags.ask(self, self.session, tags, keep)
        if merged is None:
            return
        word = merged.kept.shown(theme.window_language())
        self.model.tick(())
        self._say(
            tr("Merged into “{word}”.", word=word), told(merged), Remedy(tr("Undo"), self.undo)
        )
        self.choose(merged.kept.slug)

    def _say(self, sentence: str, detail: str = "", *remedies: Remedy) -> None:
        level = "info" if detail or remedies else "warn"
        self.banner.show_notices([Notice(sentence, level, detail, remedies, closable=True)])
