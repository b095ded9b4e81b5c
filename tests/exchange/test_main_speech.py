"""A roster's keynote speaker is one of two who present, and told apart from the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialogueprep.exchange.roster_columns import gives_main_speech
from dialogueprep.workflows.screen import screen

PEOPLE = (
    ("main", "Kurose Aoi", "keynote speaker"),
    ("other", "Bae Yeon-su", "presenter"),
    ("a", "Ono Haruka", "participant"),
    ("b", "Tan Mei Fen", "participant"),
)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    people = [
        {"id": id_, "name_latin": name, "meeting_role": role, "sessions": ["S"]}
        for id_, name, role in PEOPLE
    ]
    path = tmp_path / "roster.json"
    path.write_text(json.dumps({"roster": people, "meta": {"sessions": {"S": "Ports"}}}), "utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The presenter argued that ports come first.", ["other"]),
        ("A view was heard that agreed with the presenter's point.", ["other"]),
        ("The keynote speaker argued that ports come first.", ["main"]),
        ("The keynote stressed costs.", ["main"]),
        ("Several participants agreed with the keynote that costs matter.", ["main"]),
        ("발표자의 지적에 공감한다는 의견이 있었다.", ["other"]),
        ("基調講演者は費用を問題にした。", ["main"]),
        ("主旨演讲人强调了成本。", ["main"]),
        ("The keynote was at nine.", []),
    ],
)
def test_two_who_present_are_told_apart(tmp_path: Path, roster: Path, text: str, who: list[str]):
    file = tmp_path / "text.txt"
    file.write_text(text, "utf-8")
    (screened,) = screen([file], roster, "S", k=2)["files"]
    assert [p for e in screened["exposures"] for p in e["participants"]] == who


@pytest.mark.parametrize(
    "word", ["keynote", "Keynote speaker", "主旨发言人", "基調講演者", "기조연설자"]
)
def test_words_for_the_main_speech(word: str):
    assert gives_main_speech(word)


@pytest.mark.parametrize("word", ["presenter", "报告人", "adviser to the keynote speaker", ""])
def test_other_roles_give_no_main_speech(word: str):
    assert not gives_main_speech(word)
