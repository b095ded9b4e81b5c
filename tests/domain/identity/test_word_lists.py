"""The words that patterns are made of are read from tables, each of which a module needs."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogueprep import paths
from dialogueprep.domain import identity
from dialogueprep.domain.identity.reading.word_lists import (
    BrokenWordList,
    WordLists,
    lines_of,
    word_lists,
)

HERE = Path(identity.__file__).parent
FILES = sorted((paths.data() / "lexicon" / "words").glob("*.toml"))
OF_SEVERAL = "several"  # the table of words that lists of several modules hold
ROOMS = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in FILES}


def shipped() -> Iterator[tuple[str, str, str]]:
    for room, tables in ROOMS.items():
        for table, lists in tables.items():
            yield from ((room, table, name) for name in lists)


def needed() -> Iterator[tuple[str, str, str]]:
    """Yield the lists that modules name."""
    for module in HERE.rglob("*.py"):
        text = module.read_text("utf-8")
        strings = (n.value for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Constant))
        named = frozenset(it for it in strings if isinstance(it, str))
        for room, table in re.findall(r'word_lists\("(\w+)", "(\w+)"\)', text):
            yield from ((room, table, name) for name in named & ROOMS[room][table].keys())
    for file in FILES:
        for table, name in re.findall(r"@(\w+)\.(\w+)", file.read_text("utf-8")):
            yield "identity", table, name


def test_each_list_is_needed():
    assert set(needed()) == set(shipped())


def test_a_table_has_the_name_of_its_module_or_is_of_several():
    for room, tables in ROOMS.items():
        folder = HERE if room == "identity" else HERE / room
        alone = {table for table in tables if not (folder / f"{table}.py").exists()}
        assert alone <= ({OF_SEVERAL} if room == "identity" else set())


@pytest.mark.parametrize(("room", "table", "name"), list(shipped()))
def test_each_list_is_words_that_a_pattern_can_be_made_of(room, table, name):
    for word in word_lists(room, table).words(name):
        assert re.compile(word)
        assert re.compile(word).search("") is None
        assert word == word.strip()


def test_words_may_go_over_lines():
    lists = WordLists("a table", {"ways": "\nroad, rail,\nferry line\n"})
    assert lists.words("ways") == ("road", "rail", "ferry line")
    assert lists["ways"] == "road|rail|ferry line"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("road, , rail", "a table, ways: there are two commas without a word"),
        ("road, rail,\nroad", "a table, ways: twice there: road"),
        (["road"], "a table has no list of words 'ways'"),
    ],
)
def test_a_list_that_is_broken_is_told(written, said):
    with pytest.raises(BrokenWordList, match=re.escape(said)):
        WordLists("a table", {"ways": written}).words("ways")


def test_a_table_that_is_not_there_is_told():
    with pytest.raises(BrokenWordList, match=r"words/named\.toml has no table \[ways\]"):
        word_lists("named", "ways")


def test_words_that_several_lists_need_stand_once():
    lists = WordLists("a table", {"deeds": "@views.ko_nouns, 속내"})
    assert lists.words("deeds") == ("의견", "입장", "생각", "발언", "속내")


def test_lines_that_say_what_a_table_is_are_not_of_it():
    assert lines_of("cities")[0].startswith("CN Shanghai ")


def test_the_gate_has_one_reader_of_files():
    readers = {
        module.name
        for module in HERE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("read_text", "loads", "open")
    }
    assert readers == {"word_lists.py"}
