"""What left before about a finding is looked at while one writes about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from pytestqt.qtbot import QtBot

from dialogueprep.commands import documents as release_commands
from dialogueprep.commands import findings as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.notes import Finding
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.store import documents, findings
from dialogueprep.ui import name_marks
from dialogueprep.ui.pages.findings import FindingsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.guard_popup import GuardPopup
from dialogueprep.ui.widgets.wordings import WordingField
from dialogueprep.workflows.release import Wanted, gather, look_at, prepare, produce
from tests.ui.opened import shown

KEY = Qt.Key
PLACED = "A participant from Japan said that ports could tell of closures."
OF_A_FIELD = "A business participant said that ports could tell of closures."
TOGETHER = (
    "Beside Key findings, English, 30 Oct 2026 (which tells of a participant from Japan), this "
    "fits 1 of those present."
)


def first(session: Session) -> Finding:
    assert session.dialogue
    return findings.of_dialogue(session.store, session.dialogue)[0]


def reword(session: Session, words: str, language: Language = "en") -> None:
    commands.change(session.store, replace(first(session), texts=Texts.of({language: words})))


@pytest.fixture
def page(qtbot: QtBot, sample_session: Session, tmp_path: Path) -> FindingsPage:
    """The page after key findings have left that tell of a participant from Japan."""
    session = sample_session
    assert session.dialogue
    reword(session, PLACED)
    wanted = Wanted(
        dialogue=session.dialogue, product=Product.KEY_FINDINGS, language="en",
        on=date(2026, 10, 30),
    )  # fmt: skip
    out = produce(prepare(gather(session.store, wanted)), tmp_path, ("docx",))
    release_commands.register(session.store, session.dialogue, out)
    made = shown(qtbot, FindingsPage(session), 1400, 900)
    made.names.build()
    assert made.desk.choose(first(session).id)
    return made


def write(qtbot: QtBot, page: FindingsPage, words: str) -> WordingField:
    claim = page.desk.tray.claim
    claim.write(select=True)
    qtbot.keyClicks(claim.field, words)
    return claim.field


def waves(field: WordingField) -> list[str]:
    formats = field.document().firstBlock().layout().formats()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    text = field.toPlainText()
    marked = [f for f in formats if f.format.underlineStyle() is wave]
    return [text[f.start : f.start + f.length] for f in marked]


def popup_of(field: WordingField) -> GuardPopup:
    assert field.offer and field.offer.popup
    return field.offer.popup


def test_a_description_that_is_too_close_to_what_left_is_underlined_and_tab_mends_it(
    qtbot: QtBot, page: FindingsPage
) -> None:
    field = write(qtbot, page, OF_A_FIELD)
    assert waves(field) == ["A business participant"]
    assert TOGETHER in field.toolTip() and TOGETHER in field.accessibleDescription()
    popup = popup_of(field)
    assert popup.isVisible() and popup.accessibleName() == TOGETHER
    assert [(c.words, c.holds) for c in popup.choices][1] == ("A business participant", False)
    better = popup.chosen.words
    qtbot.keyClick(field, KEY.Key_Tab)
    assert field.toPlainText() == OF_A_FIELD.replace("A business participant", better)
    assert field.hasFocus() and not popup.isVisible() and waves(field) == []
    page.flush()
    assert first(page.session).texts.get("en") == field.toPlainText()
    page.session.undo()
    assert first(page.session).texts.get("en") in (PLACED, OF_A_FIELD)


def test_the_words_that_left_are_no_reason_and_esc_leaves_a_passage_as_it_is(
    qtbot: QtBot, page: FindingsPage
) -> None:
    field = write(qtbot, page, PLACED)
    assert waves(field) == [] and field.toolTip() == ""
    field = write(qtbot, page, OF_A_FIELD)
    popup = popup_of(field)
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not popup.isVisible() and field.hasFocus()
    qtbot.keyClicks(field, " Soon.")
    assert not popup.isVisible() and waves(field) == ["A business participant"]
    qtbot.keyClick(field, KEY.Key_Escape)
    assert not field.hasFocus()


def test_the_neutral_words_are_taken_with_the_mouse(qtbot: QtBot, page: FindingsPage) -> None:
    field = write(qtbot, page, OF_A_FIELD)
    popup = popup_of(field)
    better = popup.chosen.words
    row = QPoint(popup.width() // 2, popup._top() + 10)
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row)
    assert field.toPlainText().startswith(f"{better} said")


def test_another_finding_and_another_wording_are_looked_at_for_themselves(
    qtbot: QtBot, page: FindingsPage
) -> None:
    assert page.session.dialogue
    second = findings.of_dialogue(page.session.store, page.session.dialogue)[1]
    assert page.desk.choose(second.id)
    field = write(qtbot, page, OF_A_FIELD)
    assert waves(field) == []
    page.flush()
    claim = page.desk.tray.claim
    claim.languages.setFocus()
    qtbot.keyClick(claim.languages, KEY.Key_Right)
    claim.write(select=True)
    field.insertPlainText("来自日本的一位与会者表示，港口可以通报关闭。")
    assert waves(field) == ["来自日本的一位与会者"]
    assert "another wording of the same point" in field.toolTip()
    assert field.offer and not field.offer.shown  # it has not left: nothing stands in the way
    page.attend()
    assert field.offer.shown and field.offer.popup
    assert "English (which tells of a business participant)" in (field.offer.popup.accessibleName())


def test_nothing_is_read_by_key(
    qtbot: QtBot, page: FindingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(qtbot, page, "Ports")
    read: list[str] = []
    with monkeypatch.context() as patched:
        for module, name in ((documents, "releases"), (name_marks, "drawn_from")):
            patched.setattr(module, name, lambda *_: read.append("read"))
        field = page.desk.tray.claim.field
        qtbot.keyClicks(field, " could tell. A business participant agreed.")
    assert read == [] and waves(field) == ["A business participant"]


def test_a_recommendation_is_looked_at_beside_what_left_about_it(
    qtbot: QtBot, page: FindingsPage
) -> None:
    session = page.session
    assert session.dialogue
    known = findings.proposals(session.store, session.dialogue)[0]
    out = documents.releases(session.store, session.dialogue)[0]
    told = {**out.evidence, "told": {known.id: {"en": [{"territory": "JP"}]}}}
    session.run(release_commands.register, session.dialogue, [replace(out, evidence=told)])
    page._show("recommendations")
    page.names.build()
    row = page.proposals.shown[0]
    row.words.setFocus()
    row.words.selectAll()
    qtbot.keyClicks(row.words, "A business participant said that it helps.")
    assert waves(row.words) == ["A business participant"]
    assert "(which tells of a participant from Japan)" in row.words.toolTip()


def test_letters_of_an_input_method_are_left_alone_until_they_are_text(
    qtbot: QtBot, page: FindingsPage
) -> None:
    field = write(qtbot, page, "x")
    field.selectAll()
    field.insertPlainText("一位工商界与会者表示，")
    popup = popup_of(field)
    assert popup.isVisible()
    field.inputMethodEvent(QInputMethodEvent("gangkou", []))
    assert field.offer
    field.offer._pause.timeout.emit()
    assert not popup.isVisible()
    done = QInputMethodEvent()
    done.setCommitString("港口可以通报。")
    field.inputMethodEvent(done)
    field.offer._pause.timeout.emit()
    assert popup.isVisible() and field.toPlainText().endswith("港口可以通报。")


def test_the_fields_of_a_recommendation_are_looked_at_together_as_a_document_does(
    page: FindingsPage,
) -> None:
    session = page.session
    assert session.dialogue
    kept = findings.proposals(session.store, session.dialogue)[0]
    together = replace(
        kept,
        texts=Texts.of(en="A participant from Japan will name contact points"),
        instruments=Texts.of(en="In her own report"),
        addressees=Texts.of(en="Transport ministries", ja="日本の経済界の参加者"),
    )
    commands.change_proposal(session.store, together)
    page._show("recommendations")
    row = next(r for r in page.proposals.shown if r.proposal.id == kept.id)
    wanted = Wanted(
        dialogue=session.dialogue, product=Product.KEY_FINDINGS, language="en",
        on=date(2026, 10, 30),
    )  # fmt: skip
    placed = look_at(gather(session.store, wanted)).placed
    in_document = {p.exposure.text for p in placed if p.origin == kept.id}
    in_fields = {w for field in row.fields for w in waves(field)}
    assert in_document and in_fields == in_document
