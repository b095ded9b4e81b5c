"""The language of the document, its contents, and the pages as they will be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.ui import theme
from dialogueprep.ui.widgets.choices import Segments
from dialogueprep.ui.widgets.document_choices import DocumentChoices
from dialogueprep.ui.widgets.layout import box, column, hairline, row
from dialogueprep.ui.widgets.page_marks import HeadingAt
from dialogueprep.ui.widgets.page_tools import ContentsList, PageTools
from dialogueprep.ui.widgets.page_view import PageView
from dialogueprep.words import tr

_ROOMY = 760
"""From this width on the contents stand beside the pages until they are put away."""


class PreviewPanel(QFrame):
    """The language of the document, its contents, the pages, and the tools below them.

    Where there is room the contents stand beside the pages; else they come when asked for and go
    when one of them was chosen.
    """

    def __init__(self) -> None:
        super().__init__()
        names = list(LANGUAGE_NAMES.items())
        shown: Language = theme.window_language()
        self.language = Segments(names, shown, name=tr("Language of the document"))
        self.choices = DocumentChoices(shown)
        self.language.chosen.connect(self.choices.show_language)
        self.pages = PageView()
        self.pages.setAccessibleName(tr("Pages as they will be"))
        self.contents = ContentsList()
        self.contents.hide()
        self.tools = PageTools(self.pages)
        self._put_away = False
        self.contents.wanted.connect(self._go_to)
        self.tools.contents_wanted.connect(self.ask_contents)
        self.pages.turned.connect(lambda _page, _pages: self.contents.follow(*self.pages.place()))
        bar = row(self.language, None, self.choices.part, gap=4, margins=(16, 0, 12, 0))
        top = box(bar, "paper", height=max(44, theme.scaled(38)))
        beside = row(self.contents, (self.pages, 1), gap=0)
        self.setLayout(
            column(top, hairline(), self.choices, (beside, 1), hairline(), self.tools, gap=0)
        )

    def show_headings(self, headings: Sequence[HeadingAt]) -> None:
        """Show the contents of the document."""
        self.contents.show_headings(headings)
        self.contents.follow(*self.pages.place())

    def ask_contents(self) -> None:
        """Show the contents with the keyboard in them, or put them away."""
        shown = self.contents.isHidden()
        self._put_away = not shown
        self.contents.setVisible(shown)
        if shown:
            self.contents.list.choose_first()
        target = self.contents.list if shown else self.pages
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, key: int) -> None:
        """Bring a heading of the document into sight."""
        if heading := self.contents.heading(key):
            self._go_to(heading)

    def keys(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """Return the keys of the contents and of the scale, for the page that holds the panel."""
        pages = self.pages
        return [
            ("Ctrl+G", self.ask_contents),
            ("Ctrl++", partial(pages.enlarge, 1)),
            ("Ctrl+=", partial(pages.enlarge, 1)),
            ("Ctrl+-", partial(pages.enlarge, -1)),
            ("Ctrl+0", partial(pages.show_zoom, "width")),
            ("Ctrl+9", partial(pages.show_zoom, "page")),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_roomy(event.oldSize().width()) != self._is_roomy(event.size().width()):
            self.contents.setVisible(self._is_roomy(self.width()) and not self._put_away)

    def _is_roomy(self, width: int) -> bool:
        return width >= theme.scaled(_ROOMY)

    def _go_to(self, heading: HeadingAt) -> None:
        self.pages.turn_to(heading.page + 1, max(0.0, heading.top - 24))
        self.contents.list.choose(heading.key)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._is_roomy(self.width()):
            self.contents.hide()
