"""What is left over is searched for in the UI thread, and soon enough."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from dialogueprep.ui import tidying as tidying_module
from dialogueprep.ui.tidying import Tidying, look_at_all_again, tidy


@pytest.fixture(autouse=True)
def all_is_looked_at_again() -> Iterator[None]:
    yield
    look_at_all_again()


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def test_python_does_not_search_by_itself(qapp) -> None:
    gc.enable()
    owner = QObject()
    Tidying(owner)
    assert not gc.isenabled()


def test_what_only_holds_itself_goes_when_a_search_is_due(qapp) -> None:
    left = weakref.ref(_Ring())
    kept = [[] for _ in range(gc.get_threshold()[0] + 1)]
    assert left() is not None
    tidy()
    assert left() is None
    assert kept


def test_nothing_is_searched_before_it_is_due(qapp) -> None:
    gc.collect()
    left = weakref.ref(_Ring())
    tidy()
    assert left() is not None


def test_all_is_searched_in_a_pause(qapp) -> None:
    owner = QObject()
    tidying = Tidying(owner)
    ring = _Ring()
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)  # it is among the old ones now, and a search of all is due
    left = weakref.ref(ring)
    del ring
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    tidying.look()
    assert left() is not None  # something was made just now
    tidying.look()
    assert left() is None
    assert kept


def test_a_search_of_all_is_not_put_off_for_ever(qapp) -> None:
    owner = QObject()
    tidying = Tidying(owner)
    for _ in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    ring = _Ring()
    left, kept = weakref.ref(ring), []
    gc.collect(1)
    del ring
    for _ in range(tidying_module._PATIENCE + 10):
        kept += [[] for _ in range(2 * gc.get_threshold()[0])]
        tidying.look()
    assert left() is None


def test_much_that_was_made_at_once_is_searched_at_once_and_not_again(qapp) -> None:
    gc.collect()
    tidying = Tidying(QObject())
    left = weakref.ref(_Ring())
    kept = [[] for _ in range(60_000)]
    tidying.look()
    assert left() is None
    assert len(gc.get_objects()) < len(kept)


def test_what_was_made_while_somebody_types_is_searched_when_hands_rest(
    qapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.collect()
    owner = QObject()
    tidying = Tidying(owner)
    monkeypatch.setattr(tidying._resting, "rests", lambda: False)
    ring = _Ring()
    gc.collect(1)  # the youngest generation alone is searched while somebody types
    left = weakref.ref(ring)
    del ring
    kept = [[] for _ in range(60_000)]
    tidying.look()
    assert left() is not None
    monkeypatch.setattr(tidying._resting, "rests", lambda: True)
    tidying.look()
    assert left() is None
    assert len(gc.get_objects()) < len(kept)


def test_what_was_passed_over_is_found_once_the_workspace_is_closed(qapp) -> None:
    gc.collect()
    tidying = Tidying(QObject())
    ring, kept = _Ring(), [[] for _ in range(60_000)]
    tidying.look()
    left = weakref.ref(ring)
    del ring, kept
    gc.collect()
    assert left() is not None
    look_at_all_again()
    gc.collect()
    assert left() is None
