"""Words that the sheet does not use, on the page Documents: shown, replaced with one key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from dialogueprep.commands import findings as finding_commands
from dialogueprep.store import findings
from dialogueprep.ui.pages.documents import DocumentsPage

WORDS = "South Korea and Japan keep ports open. Ships of South Korea cross the East Sea."


def test_words_are_shown_with_their_place_and_replaced_with_a_key(qtbot, sample_session):
    store, of = sample_session.store, sample_session.dialogue
    first = findings.of_dialogue(store, of)[0]
    told = replace(first, texts=first.texts.with_wording("en", WORDS))
    sample_session.run(finding_commands.change, told)
    page = DocumentsPage(sample_session, today=lambda: date(2026, 10, 30))
    qtbot.addWidget(page)
    page.resize(1072, 752)
    with qtbot.waitExposed(page):
        page.show()
    cards = page.passages.words
    qtbot.waitUntil(lambda: len(cards.cards) == 2, timeout=10_000)
    korea, sea = (card.it for card in cards.cards)
    words = korea.first.words.casefold(), korea.places, sea.first.words
    assert words == ("south korea", 2, "East Sea")
    assert korea.key in {m.key for m in page._look.marks}
    assert all(button.isEnabled() for button in page.passages.release.buttons)
    cards.choose(korea.key)
    qtbot.keyClick(cards.cards[0], Qt.Key.Key_R)
    qtbot.waitUntil(lambda: len(cards.cards) == 1, timeout=10_000)
    now = findings.of_dialogue(store, of)[0].texts.get("en")
    assert now == WORDS.replace("South Korea", "Republic of Korea")
    store.undo()
    assert findings.of_dialogue(store, of)[0] == told
