"""Reads the tables of words: lists that patterns are made of, and tables with a row in each line.

The lists are in ``data/lexicon/words/*.toml``: a file holds the words of a room, a table of it
those of a module, a list words parted by commas. What may stand where is grammar, and the module
says it; which words may stand there, the list says. A word may have endings of its own as a pattern
has them: ``cit(?:y|ies)``, ``harbou?r``. Words that several lists need stand once, in a table of
``identity.toml``; a list has ``@views.ko`` in their place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from dialogueprep import paths

_OF_ANOTHER = "@"


class BrokenWordList(ValueError):
    """A list that is not there, or that no pattern can be made of."""


class WordLists:
    """The lists of one table, by name."""

    def __init__(self, table: str, lists: Mapping[str, object]) -> None:
        self._table, self._lists = table, lists

    def __getitem__(self, name: str) -> str:
        """Return the words of a list as the branches of a pattern."""
        return "|".join(self.words(name))

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of a list, in its order."""
        written = self._lists.get(name)
        if not isinstance(written, str):
            raise BrokenWordList(f"{self._table} has no list of words {name!r}")
        words = " ".join(written.split()).split(", ")
        if _OF_ANOTHER in written:
            words = list(_with_others(words))
        if not all(words):
            raise BrokenWordList(f"{self._table}, {name}: there are two commas without a word")
        if len(set(words)) < len(words):
            twice = sorted({word for word in words if words.count(word) > 1})
            raise BrokenWordList(f"{self._table}, {name}: twice there: {', '.join(twice)}")
        return tuple(words)


def _with_others(words: Iterable[str]) -> Iterator[str]:
    """Yield words, and those of another list where it is named."""
    for word in words:
        if word.startswith(_OF_ANOTHER):
            table, _, name = word.removeprefix(_OF_ANOTHER).partition(".")
            yield from word_lists("identity", table).words(name)
        else:
            yield word


def lines_of(table: str) -> list[str]:
    """Return the lines of ``data/lexicon/{table}.txt``, without those that say what it is."""
    written = (paths.data() / "lexicon" / f"{table}.txt").read_text("utf-8")
    return [line for line in written.splitlines() if line and not line.startswith("#")]


@cache
def word_lists(room: str, table: str) -> WordLists:
    """Return a table of a room's file, which is read when the first of its tables is needed."""
    found = _file(room).get(table)
    if found is None:
        raise BrokenWordList(f"data/lexicon/words/{room}.toml has no table [{table}]")
    return WordLists(f"data/lexicon/words/{room}.toml, [{table}]", found)


@cache
def _file(room: str) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((paths.data() / "lexicon" / "words" / f"{room}.toml").read_text("utf-8"))
