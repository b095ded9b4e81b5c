"""Patterns of speech.toml name the word lists they share; the reader puts the words in."""

from __future__ import annotations

import re
import tomllib

from dialogueprep import paths
from dialogueprep.exchange.lexicon_reader import read_lexicon


def test_every_name_of_a_list_is_replaced_and_counts_in_braces_stay() -> None:
    patterns = "\n".join(p for ps in read_lexicon().speech.orders.values() for p in ps)
    assert re.findall(r"\{(?![0-9]+,?[0-9]*\})", patterns) == []
    assert "{2,50}" in patterns
    assert "day's) (?:critic|sceptic|skeptic|opponent|" in patterns


def test_every_word_list_is_used_more_than_once() -> None:
    table = tomllib.loads((paths.data() / "lexicon" / "speech.toml").read_text("utf-8"))
    patterns = "\n".join(p for ps in table["order"].values() for p in ps)
    assert [n for n in table["lists"] if patterns.count(f"{{{n}}}") < 2] == []
