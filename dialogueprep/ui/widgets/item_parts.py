"""Parts of the inspector of an agenda item: its fields, its lines and its headings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLayout, QWidget

from dialogueprep.domain.dialogue import AgendaItem, Terms
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.texts import Language
from dialogueprep.ui import badges, theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.choices import Choice, Segments
from dialogueprep.ui.widgets.fields import SavingField
from dialogueprep.ui.widgets.labels import Label, Paragraph
from dialogueprep.ui.widgets.layout import box, column, row
from dialogueprep.words import tr


class TitleField(SavingField):
    """The title, in the size of a panel's head; Enter hands it over and says ``done``."""

    done = Signal()

    role = "head"
    around = 6

    def __init__(self) -> None:
        super().__init__(placeholder=tr("Title"), lines=(1, 3), name=tr("Title"))
        self.setProperty("bare", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.done.emit()
            return
        super().keyPressEvent(event)


class TermsChoice(Choice[Terms]):
    """The terms, shown as their badge."""

    def paint_value(self, p: QPainter, w: int, h: int) -> None:
        if self.value is not None:
            badges.terms_badge(p, 6, (h - 20) / 2, self.value, short=w < 240)


class LanguageSegments(Segments[Language]):
    """The languages of titles and questions, as small as their signs."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(theme.scaled(24))
        hint.setWidth(4 * theme.scaled(30))
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def nothing_chosen() -> QWidget:
    """Return what stands there while no item is chosen."""
    words = tr("Choose an item to see its times, terms, questions and people.")
    return box(column(Paragraph(words, "small", "ink2"), None, margins=(16, 18, 16, 16)))


def waits_for_topic_line(suggest: Callable[[], object]) -> QWidget:
    """Return what an item says that has no topic yet, with a way to suggestions."""
    button = Button(tr("Suggest topics"), "link", on_click=suggest)
    words = Label(tr("It waits for a topic."), "small", "ink2", elide=True)
    return box(row((words, 1), button))


def heading(words: str, *more: QWidget | int, of: QWidget | None = None) -> QWidget:
    """Return a small heading with what stands at its right; it names the field ``of``."""
    label = Label(words, "label")
    if of is not None:
        label.setBuddy(of)
    return box(row(label, None, *more), height=theme.scaled(26 if more else 18))


def part(*parts: QWidget | QLayout) -> QWidget:
    """Return parts below one another with the panel's margins."""
    return box(column(*parts, gap=4, margins=(16, 8, 16, 12)))


def role_line(word: str, attendee: Attendee) -> QWidget:
    """Return a line: role, name, code of the delegation."""
    name = attendee.who.person.name
    role = Label(word, "small", "ink3")
    role.setFixedWidth(theme.scaled(84))
    who = Label(name.latin, "body", elide=True)
    return box(row(role, (who, 1), Label(attendee.who.delegation, "caption"), gap=4))


def stricter_since(item: AgendaItem) -> str:
    """Return that the terms changed inside an item, without a time."""
    if item.terms_now is None:
        return ""
    words = badges.terms_word(item.terms_now)
    return tr("Stricter since: {terms}. Earlier notes keep their terms.", terms=words)
