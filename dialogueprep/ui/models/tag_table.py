"""The tags as a table: a tick, a word in each language, and how many entries have each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal

from dialogueprep.domain.tagging import plain
from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language
from dialogueprep.store import folding
from dialogueprep.store.matches import matches_in
from dialogueprep.store.tags import Tag
from dialogueprep.ui import theme
from dialogueprep.ui.models.table_model import Column, Index, TableModel
from dialogueprep.words import listed, tr

Order = Literal["word", "most", "least"]
TICK, FIRST_WORD = 0, 1


def languages() -> tuple[Language, ...]:
    """Return the languages in the order of the columns, that of the window first."""
    first = theme.window_language()
    return (first, *(each for each in LANGUAGES if each != first))


def in_order(tags: Iterable[Tag], order: Order) -> list[Tag]:
    """Return tags by word in the window's language, or by how many entries have them."""
    language = theme.window_language()
    by_word = sorted(tags, key=lambda tag: plain(tag.shown(language)))
    if order == "word":
        return by_word
    return sorted(by_word, key=lambda tag: tag.entries, reverse=order == "most")


def fitting(tags: Iterable[Tag], typed: str) -> list[Tag]:
    """Return the tags in whose words, in any language, all that is typed stands."""
    words = [run for run, _ in folding.runs(typed)]
    if not words:
        return list(tags)
    return [
        tag for tag in tags if all(matches_in(" \n ".join(tag.every), [word]) for word in words)
    ]


def lacks(tag: Tag) -> bool:
    """Say whether a tag has no word in one of the languages."""
    return any(tag.names.get(each) is None for each in LANGUAGES)


class TagModel(TableModel[Tag]):
    """``written`` says what was written into a cell: a slug, a language, a word."""

    written = Signal(str, str, str)
    ticked_changed = Signal()

    def __init__(self) -> None:
        self.shown_languages = languages()
        words = [Column(LANGUAGE_NAMES[each], _word(each)) for each in self.shown_languages]
        right = Qt.AlignmentFlag.AlignRight
        super().__init__(
            (
                Column[Tag]("", lambda _tag: ""),
                *words,
                Column(tr("Topics"), lambda tag: str(tag.topics), align=right),
                Column(tr("Recommendations"), lambda tag: str(tag.recommendations), align=right),
            ),
            key=lambda tag: tag.slug,
        )
        self.ticked: set[str] = set()

    def language(self, index: Index) -> Language | None:
        """Return the language of a column of words, else None."""
        place = index.column() - FIRST_WORD
        return self.shown_languages[place] if 0 <= place < len(LANGUAGES) else None

    def tick(self, slugs: Iterable[str]) -> None:
        """Tick these tags and no others."""
        self.ticked = set(slugs)
        self._say_ticks()

    def toggle(self, index: Index) -> None:
        """Tick the tag of a row, or untick it."""
        if (tag := self.at(index)) is not None:
            self.ticked ^= {tag.slug}
            self._say_ticks()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == TICK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if self.language(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tag = self.at(index)
        if tag is None:
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            on = tag.slug in self.ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(tag, index)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == FIRST_WORD:
            return _spellings(tag) or None
        if role == Qt.ItemDataRole.EditRole:
            role = Qt.ItemDataRole.DisplayRole
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag, language = self.at(index), self.language(index)
        if tag is None or language is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value).strip() != (tag.names.get(language) or ""):
            self.written.emit(tag.slug, language, str(value))
        return True

    def _spoken(self, tag: Tag, index: Index) -> str:
        if index.column() == TICK:
            word = tag.shown(theme.window_language())
            return tr("{word}, ticked", word=word) if tag.slug in self.ticked else word
        language = self.language(index)
        if language is None:
            return str(super().data(index))
        return tag.names.get(language) or tr("missing in {language}", language=language)

    def _say_ticks(self) -> None:
        last = max(0, self.rowCount() - 1)
        self.dataChanged.emit(self.index(0, TICK), self.index(last, self.columnCount() - 1))
        self.ticked_changed.emit()


def _word(language: Language) -> Callable[[Tag], str]:
    return lambda tag: tag.names.get(language) or ""


def _spellings(tag: Tag) -> str:
    return tr("Also found by {words}", words=listed(t.wording for t in tag.others)) * bool(
        tag.others
    )
