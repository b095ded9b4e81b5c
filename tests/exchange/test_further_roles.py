"""Meeting roles that are none of the program's are kept as they are written, and looked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dialogueprep.domain.people import Role
from dialogueprep.exchange.roster_columns import further_role_of, role_of
from dialogueprep.exchange.roster_reader import read_roster
from dialogueprep.workflows.screen import screen

PEOPLE = [
    ("a", "Ono Haruka", "adviser", "academia"),
    ("b", "Kim Do-hee", "participant", "academia"),
    ("c", "Li Shan", "participant", "think tank"),
    ("d", "Anna Berg", "note taker", "think tank"),
]


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    fields = ("id", "name_latin", "meeting_role", "sector")
    rows = [dict(zip(fields, person, strict=True)) for person in PEOPLE]
    path = tmp_path / "roster.json"
    path.write_text(json.dumps({"roster": rows}), "utf-8")
    return path


def test_a_role_without_a_name_in_the_program_is_kept_as_written(roster: Path):
    there = read_roster(roster).attendance["*"]
    assert [a.called for a in there] == ["adviser", "", "", ""]
    assert there[0].may_speak_unattributed
    assert there[3].roles == {Role.RAPPORTEUR}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The adviser to the meeting doubted it.", "The adviser to the meeting"),
        ("顾问认为为时过早。", "顾问"),
        ("顧問は慎重だった。", "顧問"),
        ("고문은 이르다고 말했다.", "고문"),
        ("The tax adviser of the firm was never paid.", None),
    ],
)
def test_it_is_looked_for_in_four_languages_and_told(
    roster: Path, tmp_path: Path, text: str, marked: str | None
):
    note = tmp_path / "note.txt"
    note.write_text(text, "utf-8")
    result = screen([note], roster)
    found = [e for e in result["files"][0]["exposures"] if e["text"] == marked]
    assert [e["participants"] for e in found] == ([["a"]] if marked else [])
    assert result.get("further_roles") == ["adviser"]


@pytest.mark.parametrize("word", ["Adviser to the chair", "主席顾问", "議長補佐", "의장 보좌"])
def test_who_serves_the_chair_is_not_the_chair(word: str):
    assert (role_of(word), further_role_of(word)) == ("", word)


@pytest.mark.parametrize("word", ["", "participant", "Experts", "与会者", "chair", "Session chair"])
def test_plain_participants_and_known_roles_are_no_further_roles(word: str):
    assert further_role_of(word) == ""
