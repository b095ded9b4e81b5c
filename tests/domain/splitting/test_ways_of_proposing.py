"""Sentences of many kinds: what proposes is offered, what tells is not ("+" and "-" in ways/)."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

CUES = read_cues()
FOLDER = Path(__file__).with_name("ways")


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_a_sentence_is_offered_if_it_proposes_and_not_if_it_tells(language: str) -> None:
    wrong: list[str] = []
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        mark, words = line.split(" ", 1)
        found = split(read_pasted(words), CUES)
        if bool(found) != (mark == "+") or not all(p.title for p in found):
            wrong.append(line)
    assert not wrong
