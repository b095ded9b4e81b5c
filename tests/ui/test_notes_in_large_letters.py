"""In large letters nothing is cut: on the notes page, in the tray of a finding, in the top bar."""

from __future__ import annotations

import pytest
from opened import notes_page, shown
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.ui import painting, theme
from dialogueprep.ui.finding import finder
from dialogueprep.ui.frame import Frame
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.places import PLACES
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.item_head import ItemHead
from dialogueprep.ui.widgets.notes_context import _Keys
from dialogueprep.ui.widgets.terms_banner import TermsBanner


def test_title_terms_and_keys_are_whole_in_large_letters(
    qtbot: QtBot, look: Theme, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    look.apply("light", "en", 1.3)
    page = notes_page(qtbot, sample_session, "Mutual recognition")
    real, cut = painting.text, []

    def spied(p, x, y, w, h, words, role="body", ink="ink", **how):  # type: ignore[no-untyped-def]
        if how.get("elide", True) and painting.width(words, role, how.get("weight")) > w + 1:
            cut.append(words)
        return real(p, x, y, w, h, words, role, ink, **how)

    monkeypatch.setattr(painting, "text", spied)
    terms, head = TermsBanner(), ItemHead()
    for each in (terms, head):
        qtbot.addWidget(each)
        each.resize(626, 90)
    terms.show_item(page._room_now().item)
    head.show_item(page._room_now().item, "4B")
    terms.grab()
    head.grab()
    keys = page.context.findChild(_Keys)
    assert keys is not None
    keys.grab()
    others = head.toolTip()
    assert [words for words in cut if words != others] == []
    assert keys.height() >= keys.heightForWidth(keys.width())
    assert head._face.title_height > theme.line("title")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sides_of_a_finding_are_named_whole(
    qtbot: QtBot, look: Theme, sample_session: Session, language: Language
) -> None:
    words.use(language)
    look.apply("light", language, 1.5)
    page = shown(qtbot, FindingsPage(sample_session), 1228, 744)
    side = page.desk.tray.side
    assert side.isVisible() and side.width() >= side.sizeHint().width()


def test_a_page_that_is_made_ahead_leaves_the_top_bar_its_height(
    qtbot: QtBot, look: Theme, sample_session: Session
) -> None:
    look.apply("light", "en", 1.5)
    frame = Frame(sample_session, finder)
    qtbot.addWidget(frame)
    frame.resize(1280, 800)
    with qtbot.waitExposed(frame):
        frame.show()
    for each in PLACES:
        frame._make_ahead(each.name)
        QApplication.processEvents()
        assert frame.top.height() == frame.top.sizeHint().height()
