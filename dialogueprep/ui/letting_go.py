"""Lets go of what is still held of words and dialogues that are gone; made anew if needed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from dialogueprep.ui import painting
from dialogueprep.ui.page import Page
from dialogueprep.ui.places import place
from dialogueprep.ui.session import Session


class LettingGo(QObject):
    """Lets go of the pages that nobody can go to since no dialogue is open, once one was destroyed.

    Pages that can be gone to read anew by themselves; without a dialogue these have nothing to
    read, and would keep its words.
    """

    def __init__(self, session: Session, pages: dict[str, Page], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._session, self._pages, self._stack = session, pages, stack
        session.gone.connect(self._let_go)

    def _let_go(self) -> None:
        painting.forget()
        if self._session.dialogue is not None:
            return
        for name, page in list(self._pages.items()):
            if place(name).of_dialogue and self._stack.currentWidget() is not page:
                del self._pages[name]
                self._stack.removeWidget(page)
                page.deleteLater()
