"""A field for tags: those chosen as chips, and a line that finds others as one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from dialogueprep.domain.tagging import plain, slug_for
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.store import folding
from dialogueprep.store.matches import matches_in
from dialogueprep.ui import painting, theme
from dialogueprep.ui.delegates.row import RowDelegate, RowState
from dialogueprep.ui.models.table_model import ListModel
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.ui.widgets.flow import Flow
from dialogueprep.ui.widgets.layout import column
from dialogueprep.ui.widgets.lists import RowList
from dialogueprep.ui.widgets.popup import MARGIN, Floating
from dialogueprep.words import listed, tr

_MOST = 8
_COMMAS = (",", "、", "，", ";", "；")


@dataclass(frozen=True, slots=True)
class _Found:
    slug: str
    word: str
    others: str = ""
    new: bool = False


class TagField(QWidget):
    """Down and Enter take what is found, a comma too; Backspace in the empty line gives back.

    What names no tag in any language becomes a new one, called so in the language of its
    script, else of the window.
    """

    changed = Signal()

    def __init__(self, tags: Mapping[str, Texts], chosen: Iterable[str] = ()) -> None:
        super().__init__()
        self._tags = dict(tags)
        self._chosen = list(chosen)
        self._hidden: set[str] = set()
        self.made: dict[str, Texts] = {}
        self.line = LineField(placeholder=tr("Find a tag or write a new one"), name=tr("Tags"))
        self.line.textEdited.connect(self._on_edited)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self._chips = Flow(gap=6)
        self._model: ListModel[_Found] = ListModel(lambda f: f.word, key=lambda f: f.slug or "+")
        self._popup: Floating | None = None
        self._list: RowList | None = None
        self.setLayout(column(self._chips, self.line, gap=6))
        self._show_chips()

    @property
    def value(self) -> tuple[str, ...]:
        """The slugs of the tags that are chosen, in order; what is still in the line counts."""
        self._take_written(self.line.text())
        self.line.clear()
        return tuple(self._chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The slugs of the tags that are chosen, without what is still in the line."""
        return tuple(self._chosen)

    @property
    def new(self) -> dict[str, Texts]:
        """The words of the tags among them that are new, by slug."""
        return {slug: names for slug, names in self.made.items() if slug in self._chosen}

    @property
    def offered(self) -> tuple[str, ...]:
        """The words that are offered just now."""
        return tuple(found.word for found in self._model.rows)

    def hide_tags(self, slugs: Iterable[str]) -> None:
        """Do not offer these tags."""
        self._hidden = set(slugs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._close()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._pressed(event.key())

    def _pressed(self, key: int) -> bool:
        is_open = self._popup is not None and self._popup.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if is_open:
                self._step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._find(self.line.text())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (is_open or self.line.text().strip()):
            self._take_found()
            return True
        if key == Qt.Key.Key_Escape and is_open:
            self._close()
            return True
        if key == Qt.Key.Key_Backspace and not self.line.text() and self._chosen:
            self._give_back(self._chosen[-1])
            return True
        return False

    def _on_edited(self, text: str) -> None:
        *done, rest = _split(text)
        if done:
            for word in done:
                self._take_written(word)
            self.line.setText(rest.lstrip())
        self._find(self.line.text())

    def _find(self, typed: str) -> None:
        words = [run for run, _ in folding.runs(typed)]
        language = theme.window_language()
        found: list[tuple[int, str, _Found]] = []
        for slug, names in {**self._tags, **self.made}.items():
            if slug in self._chosen or slug in self._hidden:
                continue
            every = [slug, *(t.wording for t in names.entries)]
            text = " \n ".join(every)
            if all(matches_in(text, [word]) for word in words):
                word = names.best(language) or slug
                rank = min(_rank(typed, each) for each in every)
                others = listed(t.wording for t in names.others(language) if t.wording != word)
                found.append((rank, plain(word), _Found(slug, word, others)))
        rows = [each for _, _, each in sorted(found, key=lambda f: f[:2])[:_MOST]]
        if words and self._named(typed) is None:
            rows.append(_Found("", " ".join(typed.split()), new=True))
        self._offer(rows, choose=bool(words))

    def _named(self, word: str) -> str | None:
        """Return the tag that a word names exactly, that in the window's language first."""
        wanted = plain(word)
        language = theme.window_language()
        known = {**self._tags, **self.made}
        for slug, names in known.items():
            if plain(names.get(language) or "") == wanted:
                return slug
        for slug, names in known.items():
            if wanted in {plain(slug), *(plain(t.wording) for t in names.entries)}:
                return slug
        return None

    def _take_found(self) -> None:
        row = self._list.value() if self._list and self._popup and self._popup.isVisible() else None
        if row is not None and not row.new:
            self._choose(row.slug)
        else:
            self._take_written(self.line.text())
        self.line.clear()
        self._close()

    def _take_written(self, written: str) -> None:
        word = " ".join(written.split())
        if not any(c.isalnum() for c in word):
            return
        slug = self._named(word)
        if slug is None:
            slug = slug_for(word, {*self._tags, *self.made})
            self.made[slug] = Texts.of({_language(word): word})
        self._choose(slug)

    def _choose(self, slug: str) -> None:
        if slug not in self._chosen and slug not in self._hidden:
            self._chosen.append(slug)
            self._show_chips()
            self.changed.emit()

    def _give_back(self, slug: str) -> None:
        self._chosen.remove(slug)
        self._show_chips()
        self.changed.emit()
        self.line.setFocus()

    def _show_chips(self) -> None:
        self._chips.clear()
        known = {**self._tags, **self.made}
        for slug in self._chosen:
            word = known.get(slug, Texts()).best(theme.window_language()) or slug
            chip = Button(
                word, "plain", "x", small=True, tooltip=tr("Take away “{word}”", word=word),
                on_click=partial(self._give_back, slug),
            )  # fmt: skip
            self._chips.add(chip)
            chip.show()
        self._chips.setVisible(bool(self._chosen))
        self._chips.updateGeometry()

    # the popup ------------------------------------------------------------------------------

    def _offer(self, rows: list[_Found], *, choose: bool) -> None:
        if not rows or not self.line.hasFocus():
            self._close()
            return
        popup, found = self._made_popup()
        self._model.show_rows(rows)
        index = self._model.index(0, 0) if choose else self._model.index(-1, 0)
        found.setCurrentIndex(index)
        high = len(rows) * theme.scaled(_FoundRows.height)
        found.setFixedHeight(high)
        wide = max(320, self.line.width())
        popup.resize(wide + 2 * MARGIN, high + 2 * MARGIN + 10)
        self._place(popup)
        popup.show()
        popup.raise_()

    def _made_popup(self) -> tuple[Floating, RowList]:
        if self._popup is None or self._list is None:
            self._popup = Floating(self.window())
            self._list = RowList(self._model, _FoundRows(), name=tr("Tags that fit"))
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.clicked.connect(lambda _index: self._take_found())
            self._popup.inside.addLayout(column(self._list, margins=(0, 4, 0, 4)))
            self._popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._popup, self._list

    def _place(self, popup: Floating) -> None:
        window = self.window()
        at = self.line.mapTo(window, QPoint(0, self.line.height()))
        top = at.y() + 4 - MARGIN
        if at.y() + popup.height() - 2 * MARGIN > window.height():
            top = at.y() - self.line.height() - 4 - popup.height() + MARGIN
        popup.move(at.x() - MARGIN, top)

    def _step(self, by: int) -> None:
        if self._list is not None:
            row = self._list.currentIndex().row() + by
            row = max(0, min(self._model.rowCount() - 1, row))
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()


def _split(text: str) -> list[str]:
    for sign in _COMMAS[1:]:
        text = text.replace(sign, ",")
    return text.split(",")


def _rank(typed: str, word: str) -> int:
    """Return how well a word fits: 0 is it, 1 begins with it, 2 holds it."""
    wanted, found = plain(typed), plain(word)
    return 0 if found == wanted else 1 if found.startswith(wanted) else 2


def _language(word: str) -> Language:
    return language_of(word, theme.window_language())


class _FoundRows(RowDelegate):
    height: ClassVar[int] = 30
    lined: ClassVar[bool] = False
    text_left: ClassVar[int] = 12

    def ground(self, value: Any, state: RowState) -> str | None:
        return "select" if state.selected else "hover" if state.hover else None

    def paint_row(self, p: QPainter, w: int, h: int, value: Any, state: RowState) -> None:
        found: _Found = value
        if found.new:
            painting.icon(p, 12, (h - 16) / 2, "plus", "accent")
            words = tr("New tag “{word}”", word=found.word)
            painting.text(p, 36, 0, w - 48, h, words, "body", "accent")
            return
        wide = painting.text(p, 12, 0, w * 0.6, h, found.word, "body")
        room = w - wide - 36
        if room > 30:
            painting.text(p, wide + 24, 0, room, h, found.others, "small", "ink3", align="right")
