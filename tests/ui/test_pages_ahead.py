"""Pages are made ahead one by one, and not while somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from dialogueprep.exchange import lexicon_reader
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.ui.pages_ahead import PagesAhead
from dialogueprep.ui.places import PLACES
from dialogueprep.ui.resting import Resting
from dialogueprep.ui.session import Session

AHEAD = [each.name for each in PLACES if each.ahead]


@pytest.fixture
def made(sample_session: Session) -> tuple[PagesAhead, list[str], QObject]:
    pages: list[str] = []
    owner = QObject()
    resting = Resting(owner, sample_session)
    ahead = PagesAhead(sample_session, resting, pages, pages.append, owner)
    read_lexicon()
    ahead.start()
    return ahead, pages, owner


def test_the_tables_of_the_gate_are_read_first(
    made: tuple[PagesAhead, list[str], QObject], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead, pages, _owner = made
    monkeypatch.setattr(lexicon_reader, "_read", {})
    ahead.start()
    turns = 0
    while not pages:
        ahead._go_on()
        turns += 1
    assert turns > 10 and lexicon_reader._read


def test_each_turn_makes_one_page(made: tuple[PagesAhead, list[str], QObject]) -> None:
    ahead, pages, _owner = made
    for number in range(1, len(AHEAD) + 1):
        ahead._go_on()
        assert pages == AHEAD[:number]
    ahead._go_on()
    assert pages == AHEAD


def test_nothing_is_made_while_hands_do_not_rest(
    made: tuple[PagesAhead, list[str], QObject], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead, pages, _owner = made
    monkeypatch.setattr(ahead._resting, "rests", lambda: False)
    ahead._go_on()
    assert not pages and ahead._soon.isActive()
