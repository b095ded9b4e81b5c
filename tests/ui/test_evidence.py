"""The evidence sheet: what it says of a release, what it keeps silent on, and its print."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dialogueprep.exchange.read_pdf_library import pdfium
from dialogueprep.exchange.readback import body_text, read_parts
from dialogueprep.store.documents import Release
from dialogueprep.ui.dialogs.evidence import EvidenceDialog, facts_of
from dialogueprep.ui.theme import Theme

RELEASE = Release(
    product="meeting-brief", audience="participants", language="en", format="docx", number=1,
    released_on=date(2026, 10, 20), file_name="brief.docx", sha256="ab" * 32,
    evidence={
        "forms": 812, "places": 96, "parts": 9, "k": 3, "names": 0, "statements": [],
        "rooms": [["one", 19], ["coffee", 25], ["two", 9]],
        "decided": [["name", "rewritten", 2], ["affiliation", "kept", 1]],
    },
)  # fmt: skip
NUMBERS = {"one": "1", "two": "2A"}


def test_it_counts_by_item_and_decisions_by_kind(look: Theme) -> None:
    facts = dict(facts_of(RELEASE, NUMBERS))
    assert facts["Counted at item"] == "1: 19, 2A: 9"
    assert facts["A name"] == "rewritten: 2"
    assert facts["An institution as a source"] == "kept with a reason: 1"
    assert facts["SHA-256"] == RELEASE.sha256


def test_it_says_on_what_ground_names_were_kept_and_with_what_it_was_examined(look: Theme) -> None:
    kept = [["name", "namesake", 1], ["name", "public figure", 2], ["order", "other", 1]]
    found = {**RELEASE.evidence, "decided": kept, "together": [2, 1], "told": {"f": {"en": [{}]}}}
    facts = facts_of(Release(**{**_fields(), "evidence": found}), NUMBERS)
    assert ("A name", "kept as another person of the name: 1") in facts
    assert ("A name", "kept as a public figure: 2") in facts
    assert ("Order reveals", "kept with a reason: 1") in facts
    together = dict(facts)["Examined together with"]
    assert together.startswith("2 documents") and "1 released before" in together
    alone = {**found, "together": [0, 0]}
    facts = facts_of(Release(**{**_fields(), "evidence": alone}), NUMBERS)
    assert dict(facts)["Examined together with"] == "no other document"


def test_a_release_of_an_earlier_version_is_shown_without_what_it_lacks(look: Theme) -> None:
    old = {name: value for name, value in RELEASE.evidence.items() if name != "rooms"}
    facts = dict(facts_of(Release(**{**_fields(), "evidence": old}), NUMBERS))
    assert "Counted at item" not in facts and facts["Smallest group (k)"] == "3"


def test_it_is_printed_for_the_chair(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "evidence.pdf"

    def choose(asked: QPrintDialog) -> int:
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(sheet))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    dialog = EvidenceDialog(None, [RELEASE], NUMBERS)
    qtbot.addWidget(dialog)
    dialog.print.click()
    with pdfium().PdfDocument(sheet) as document:
        assert _height_of_letters(document[0]) > 6  # points: to be read without a glass
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert "brief.docx" in text and "812" in text and "1: 19, 2A: 9" in text
    assert "does not see them" in text


def test_it_is_saved_as_a_word_file_with_the_same_facts(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "evidence.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    dialog = EvidenceDialog(None, [RELEASE, RELEASE], NUMBERS)
    qtbot.addWidget(dialog)
    dialog.save.click()
    lines = body_text(sheet)
    assert lines[0] == "Evidence sheet" and "does not see them" in lines[1]
    assert lines.count("brief.docx") == 2
    assert lines.count("Counted at item 1: 19, 2A: 9") == 2
    assert "evidence.docx" in dialog.said.text()
    assert not [part.name for part in read_parts(sheet) if part.unread]


def test_it_says_why_a_word_file_could_not_be_saved(
    qtbot: QtBot, look: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    nowhere = str(tmp_path / "file" / "evidence.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    dialog = EvidenceDialog(None, [RELEASE], NUMBERS)
    qtbot.addWidget(dialog)
    dialog.save.click()
    assert "evidence.docx" in dialog.said.text()
    assert "Saved" not in dialog.said.text()


def _height_of_letters(page: Any) -> float:
    """Return how high the box of the highest letter is, in points."""
    read = page.get_textpage()
    boxes = [read.get_charbox(n) for n in range(read.count_chars())]
    return max(top - bottom for _, bottom, _, top in boxes)


def test_items_stand_in_the_order_of_their_numbers(look: Theme) -> None:
    rooms = [["c", 9], ["b", 8], ["a", 7], ["d", 6]]
    release = Release(**{**_fields(), "evidence": {**RELEASE.evidence, "rooms": rooms}})
    facts = dict(facts_of(release, {"a": "1", "b": "4A", "c": "10", "d": "4B"}))
    assert facts["Counted at item"] == "1: 7, 4A: 8, 4B: 6, 10: 9"


def _fields() -> dict[str, object]:
    return {name: getattr(RELEASE, name) for name in Release.__slots__}
