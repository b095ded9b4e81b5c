from __future__ import annotations

import pytest

from dialogueprep.commands import library_searches as commands
from dialogueprep.commands.library_searches import SavedSearch, saved
from dialogueprep.domain.errors import Refused
from dialogueprep.store.workspace import Store


def test_searches_are_saved_renamed_and_removed_and_each_is_undone(store: Store) -> None:
    commands.save(store, " Low ", "sens:<=2 ")
    commands.save(store, "芯片", "tag:半导体 oper:>=3")
    low, chips = SavedSearch("Low", "sens:<=2"), SavedSearch("芯片", "tag:半导体 oper:>=3")
    assert saved(store) == (low, chips)
    commands.rename(store, "Low", "Easy")
    assert [each.name for each in saved(store)] == ["Easy", "芯片"]
    commands.remove(store, "Easy")
    assert saved(store) == (chips,)
    for _ in range(2):
        store.undo()
    assert saved(store) == (low, chips)


def test_a_search_saved_under_the_same_name_takes_its_place(store: Store) -> None:
    commands.save(store, "One", "a")
    commands.save(store, "Two", "b")
    commands.save(store, "One", "c")
    assert saved(store) == (SavedSearch("One", "c"), SavedSearch("Two", "b"))


def test_names_and_words_are_needed_and_names_differ(store: Store) -> None:
    commands.save(store, "One", "a")
    commands.save(store, "Two", "b")
    for name, query in (("", "a"), ("Three", " ")):
        with pytest.raises(Refused, match="search-without-words"):
            commands.save(store, name, query)
    with pytest.raises(Refused, match="search-name-taken"):
        commands.rename(store, "One", "Two")
    assert len(saved(store)) == 2
