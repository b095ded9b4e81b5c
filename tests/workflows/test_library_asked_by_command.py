"""The command line searches as the window does: words, conditions, and errors of typing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shared_key import CHEAP

from dialogueprep import cli
from dialogueprep.domain.collection import Collection
from dialogueprep.domain.library import Topic
from dialogueprep.store import library_search, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.passing_library import PassingLibrary
from dialogueprep.workflows.library_listing import search
from dialogueprep.workflows.library_searching import (
    Answer,
    answered,
    search_shipped,
    shipped_library,
)
from dialogueprep.workflows.sample import put_in_library

KEY = "four words"
Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def shipped() -> Collection:
    return shipped_library()


@pytest.fixture(scope="module")
def ask(shipped: Collection) -> Iterator[Ask]:
    with PassingLibrary(shipped) as passing:
        yield lambda query: answered(shipped, library_search.found(passing, query))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ports", "ports-logistics"),
        ("PORTS logistic", "ports-logistics"),
        ("ＲＣＥＰ", "trade-facilitation-rcep"),
        ("少子老龄化", "low-birth-rates-ageing"),
        ("少子高齢化", "low-birth-rates-ageing"),
        ("저출생", "low-birth-rates-ageing"),
        ("半导体", "technology-dialogue"),
        ("半導體", "technology-dialogue"),
        ("quantum", "us-japan-rok-quantum"),
        ("vice-ministerial", "vice-ministerial-dialogue"),
    ],
)
def test_words_are_found_in_four_languages_and_titles_come_first(
    ask: Ask, query: str, first: str
) -> None:
    topics = [each.id for each in ask(query).entries if isinstance(each, Topic)]
    assert topics[0] == first


def test_all_words_have_to_stand_there_and_some_may_be_left_out(ask: Ask) -> None:
    both = {e.id for e in ask("stockpiles emergency").entries}
    assert both
    assert both < {e.id for e in ask("stockpiles").entries}
    rest = {e.id for e in ask("stockpiles -emergency").entries}
    assert rest == {e.id for e in ask("stockpiles").entries} - both


def test_conditions_on_ratings_and_words_in_quotation_marks_hold(ask: Ask) -> None:
    found = ask("climate sens:<=2 oper:>=3").entries
    assert found
    assert all((e.sensitivity or 9) <= 2 and (e.operability or 0) >= 3 for e in found)
    assert ask('"trade facilitation"').entries
    assert ask("facilitation trade").entries
    assert not ask('"facilitation trade"').entries


def test_an_error_of_typing_is_forgiven_where_nothing_matches(ask: Ask) -> None:
    found = ask("qauntum")
    assert found.forgiven == (("qauntum", "quantum"),)
    assert found.entries == ask("quantum").entries
    assert ask("umbrella stand") == Answer(found.library, ())


@pytest.mark.parametrize("query", ["(", "[a", "*", "\\", "a|b", '"', "−", "\u200b", "' OR 1"])
def test_any_text_can_be_searched_for(ask: Ask, query: str) -> None:
    assert isinstance(ask(query).entries, tuple)


def test_a_query_that_asks_nothing_finds_everything(shipped: Collection) -> None:
    assert search_shipped("  tag:").entries == shipped.entries


def test_a_workspace_is_searched_as_the_shipped_library_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = Key.passphrase(KEY)
    with workspace.create(tmp_path / "workspace", words, "Test", cost=CHEAP) as store:
        put_in_library(store)
    (key := tmp_path / "key").write_text(KEY, encoding="utf-8")
    named = ["--workspace", str(tmp_path / "workspace"), "--key-file", str(key), "--json"]
    assert cli.run(["library", "search", "qauntum sens:>=4", *named]) == cli.DONE
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert "quantum" in said.err
    assert found["forgiven"] == [{"typed": "qauntum", "taken": "quantum"}]
    there = search("quantum sens:>=4")
    assert {e["title"] for e in found["topics"]} == {e["title"] for e in there["topics"]} != set()
