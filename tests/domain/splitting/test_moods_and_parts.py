"""Small texts labelled by hand: moods that propose, two ideas in a sentence, parts of a report.

``moods``: "+" proposes, "-" does not. ``halves``: "‖" stands where one idea ends and the next
begins. ``parts``: a report, a paragraph a line; "#" heads a part, "*" is a point of a list.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.splitting.report import Kind, Piece, report_of
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted, read_source
from dialogueprep.exchange.splitting_reader import read_cues

CUES = read_cues()
LANGUAGES = ["en", "zh", "ja", "ko"]


def _lines(folder: str, language: str) -> list[str]:
    path = Path(__file__).parent / folder / f"{language}.txt"
    return path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_proposes_by_its_mood(language: str) -> None:
    wrong: list[str] = []
    for line in _lines("moods", language):
        mark, words = line.split(" ", 1)
        if bool(split(read_pasted(words), CUES)) != (mark == "+"):
            wrong.append(line)
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_split_where_its_second_half_acts_by_itself(language: str) -> None:
    wrong: list[list[str]] = []
    for line in _lines("halves", language):
        report = read_pasted(line.replace("‖", ""))
        given = [_bare(p.passage) for p in split(report, CUES)]
        if given != [_bare(half) for half in line.split("‖")]:
            wrong.append(given)
    assert not wrong


def _bare(half: str) -> str:
    """Return half of a sentence without the words and marks that only lead on."""
    half = re.sub(r"(?:や|と)$", "", half.strip(" ,;，、。.；"))
    return re.sub(r"^(?:and )?(?:to |for )?(?:并|同时)?", "", half)


_KINDS = {"#": Kind.HEADING, "##": Kind.HEADING, "+*": Kind.BULLET, "-*": Kind.BULLET}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_under_background_is_not_proposed(language: str) -> None:
    told = [line.split(" ", 1) for line in _lines("parts", language)]
    pieces = [
        Piece(words, _KINDS.get(mark, Kind.TEXT), len(mark) if mark[0] == "#" else 0)
        for mark, words in told
    ]
    report = report_of(pieces)
    found = [p for p in split(report, CUES) if p.kind is Unit.RECOMMENDATION]
    given = {
        n for n, p in enumerate(report.paragraphs) for f in found if p.start <= f.start < p.end
    }
    wanted = {n for n, (mark, _) in enumerate(told) if mark[0] == "+"}
    wrong = [f"{'+' if n in wanted else '-'} {told[n][1]}" for n in sorted(given ^ wanted)]
    assert not wrong


def test_a_bold_line_of_a_page_heads_what_is_under_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><h1>Statement</h1><p>We met in May for three days of talks at sea.</p>"
        "<p><b>SAFE <i>HARBOURS</i></b></p><p>Ports should share <b>one</b> list of pilots.</p>"
        "<p><b>The hall was full to the last seat.</b></p></body></html>",
        "utf-8",
    )
    found = split(read_source(page), CUES)
    assert [(p.kind, p.passage) for p in found] == [
        (Unit.TOPIC, "SAFE HARBOURS"),
        (Unit.RECOMMENDATION, "Ports should share one list of pilots."),
    ]
