"""Words that identify in one place and not in another: the place that is meant is acted on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.occurrences import place_in
from dialogueprep.store import findings
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.passages import PassageCard

FIRST = "The city of Chae Mountain was named as a place to begin."


def test_the_place_with_the_same_words_around_it_is_meant() -> None:
    text = "Chae Mountain is near. So Chae said. Then Chae left."
    assert place_in(text, "Chae", ("So ", " said.")) == 26
    assert place_in(text, "Chae", (" Then ", "")) == 42
    assert place_in(text, "Chae") == 0
    assert place_in(text, "chae", ("", " said")) == 26
    assert place_in(text, "Chang") == place_in(text, "") == -1


def test_a_name_is_marked_and_rewritten_where_it_identifies_and_not_in_a_place(
    qtbot: QtBot, sample_session: Session
) -> None:
    session, of = sample_session, sample_session.dialogue
    assert of is not None
    first = findings.of_dialogue(session.store, of)[0]
    words = f"{FIRST} Chae said that a trial can begin in spring."
    texts = first.texts.with_wording("en", words)
    session.run(finding_commands.change, replace(first, texts=texts))
    page = DocumentsPage(session, today=lambda: date(2026, 10, 30))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: len(page.passages.list.passages) == 1, timeout=10_000)
    (passage,) = page.passages.list.passages
    assert passage.placed.exposure.text == "Chae"
    assert page._look is not None
    (mark,) = page._look.marks
    (rect,) = mark.rects
    assert rect[0] > 300  # the second of the two, far along the line
    (card,) = page.passages.list.findChildren(PassageCard)
    qtbot.keyClick(card, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.passages.list.passages == ())
    claim = findings.of_dialogue(session.store, of)[0].texts.get("en") or ""
    assert claim.startswith(FIRST)
    assert "Chae" not in claim.removeprefix(FIRST)


def test_two_sentences_that_are_the_same_are_gone_to_one_after_the_other(
    qtbot: QtBot, sample_session: Session
) -> None:
    session, of = sample_session, sample_session.dialogue
    assert of is not None
    for finding in findings.of_dialogue(session.store, of)[:2]:
        texts = finding.texts.with_wording("en", "Professor Ashina agreed.")
        session.run(finding_commands.change, replace(finding, texts=texts))
    page = DocumentsPage(session, today=lambda: date(2026, 10, 30))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: len(page.passages.list.passages) == 2, timeout=10_000)
    assert page._look is not None
    one, other = page._look.marks
    assert one.rects != other.rects
    cards = page.passages.list.findChildren(PassageCard)
    assert [card._current for card in cards] == [True, False]
    page._step(1)
    current = page.passages.list.current
    assert current is not None and current.key == other.key
    page._step(1)
    current = page.passages.list.current
    assert current is not None and current.key == one.key
