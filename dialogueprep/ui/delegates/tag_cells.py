"""The cells of the table of tags: a tick, words, missing ones, numbers; words are edited there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.store.tags import Tag
from dialogueprep.ui import badges, painting, theme
from dialogueprep.ui.models.table_model import VALUE
from dialogueprep.ui.models.tag_table import FIRST_WORD, TICK, TagModel
from dialogueprep.ui.widgets.fields import LineField
from dialogueprep.words import listed

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 36


class TagCells(QStyledItemDelegate):
    """Paints a row of a tag; ticked rows and the current row have a ground."""

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        tag, model, view = index.data(VALUE), index.model(), option.widget
        if not isinstance(tag, Tag) or not isinstance(model, TagModel):
            return
        p.save()
        p.setClipRect(rect)
        if ground := _ground(tag, model, view, index):
            p.fillRect(rect, painting.colour(ground))
        painting.hairline(p, rect.x(), rect.bottom(), rect.width())
        p.translate(rect.topLeft())
        w, h = rect.width(), rect.height()
        if index.column() == TICK:
            _paint_tick(p, h, tag.slug in model.ticked)
        elif (language := model.language(index)) is None:
            n = str(index.data())
            ink = "ink3" if n == "0" else "ink2"
            painting.text(p, 0, 0, w - 8, h, n, "small", ink, align="right", tabular=True)
        elif word := tag.names.get(language):
            _paint_word(p, w, h, word, tag, first=index.column() == FIRST_WORD, language=language)
        else:
            _paint_missing(p, w, h, tag, index)
        if option.state & QStyle.StateFlag.State_HasFocus and view and view.hasFocus():
            painting.focus_ring(p, 1, 1, w - 2, h - 3, 4)
        p.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme.scaled(HEIGHT))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        tag, model = index.data(VALUE), index.model()
        language = model.language(index) if isinstance(model, TagModel) else None
        name = LANGUAGE_NAMES[language] if language else ""
        editor = LineField(name=name, placeholder=tag.shown("en") if tag else "")
        editor.setParent(parent)
        editor.setFont(theme.font("body", language=language))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(1, 1, -1, -2))


def _ground(tag: Tag, model: TagModel, view: QWidget | None, index: Index) -> str | None:
    if tag.slug in model.ticked:
        return "select"
    here = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
    return "hover" if here else None


def _paint_tick(p: QPainter, h: int, on: bool) -> None:
    y = (h - 16) / 2
    painting.rounded(p, 16, y, 16, 16, 3, "accent" if on else "sheet", "accent" if on else "edge")
    if on:
        painting.icon(p, 18, y + 2, "check", "on_accent", 12)


def _paint_word(p: QPainter, w: int, h: int, word: str, tag: Tag, *, first: bool, language) -> None:
    role = "strong" if first else "body"
    wide = painting.text(p, 8, 0, w - 16, h, word, role, language=language)
    room = w - wide - 28
    if first and tag.others and room > 40:
        also = listed(t.wording for t in tag.others)
        painting.text(p, 8 + wide + 10, 1, room, h, also, "caption", "ink3")


def _paint_missing(p: QPainter, w: int, h: int, tag: Tag, index: Index) -> None:
    model = index.model()
    language = model.language(index) if isinstance(model, TagModel) else None
    if language is None:
        return
    words = LANGUAGE_NAMES[language]
    wide = badges.chip(
        p, 8, (h - 20) / 2, words, "warn", None, "warn_line", sign="plus", dashed=True
    )
    if index.column() == FIRST_WORD:
        painting.text(p, 16 + wide, 0, w - wide - 24, h, tag.shown(language), "small", "ink2")
