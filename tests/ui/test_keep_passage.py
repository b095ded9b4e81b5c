"""A name is kept only on a ground that is chosen, and a full name only as somebody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.domain.decisions import Ground, Keep, may_keep
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.ui.dialogs.keep_passage import KeepDialog

WHOLE = Exposure(
    start=0, end=10, text="Kuroda Aki", level=Level.BLOCK, kind=ExposureKind.NAME, whole=True
)
PART = replace(WHOLE, end=6, text="Kuroda", whole=False)
ORDER = replace(PART, text="the first paper", level=Level.WARN, kind=ExposureKind.ORDER)


@pytest.fixture
def asked(qtbot: QtBot):
    def ask(exposure: Exposure) -> KeepDialog:
        dialog = KeepDialog(None, exposure)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return ask


def is_kept(dialog: KeepDialog) -> bool:
    dialog.accept()
    return dialog.result() == QDialog.DialogCode.Accepted


def test_a_full_name_needs_the_choice_and_who_it_is(asked) -> None:
    dialog = asked(WHOLE)
    assert dialog.sure.isVisible() and not dialog.choice.isVisible()
    dialog.words.field.setPlainText("she does not mind")
    assert not is_kept(dialog)
    assert dialog.unsure.isVisible() and dialog.focusWidget() is dialog.sure
    assert not dialog.words.below.isVisible() and not dialog.words.field.property("bad")
    dialog.sure.setChecked(True)
    assert not dialog.unsure.isVisible()
    dialog.words.field.setPlainText("x")
    assert not is_kept(dialog)
    dialog.words.field.setPlainText("author of the paper cited")
    assert is_kept(dialog)
    assert dialog.kept == Keep("author of the paper cited", Ground.NAMESAKE)
    assert may_keep(WHOLE, dialog.kept)


@pytest.mark.parametrize(("language", "said"), [("ja", "「Kuroda Aki」"), ("en", "“Kuroda Aki”")])
def test_the_passage_stands_in_the_quotation_marks_of_the_window(
    asked, language: str, said: str
) -> None:
    before = words.language()
    words.use(language)
    try:
        labels = {label.text() for label in asked(WHOLE).findChildren(QLabel)}
    finally:
        words.use(before)
    assert said in labels


@pytest.mark.parametrize("ground", [Ground.FIGURE, Ground.WORD])
def test_of_a_name_alone_it_is_chosen_what_it_stands_for(asked, ground: Ground) -> None:
    dialog = asked(PART)
    assert not dialog.sure.isVisible()
    dialog.words.field.setPlainText("he is meant")
    assert not is_kept(dialog)
    dialog.choice.show_value(ground)
    assert is_kept(dialog) and dialog.kept.ground is ground


def test_another_person_of_a_name_alone_is_told_by_who_it_is(asked) -> None:
    dialog = asked(PART)
    dialog.choice.show_value(Ground.NAMESAKE)
    assert not is_kept(dialog)
    dialog.words.field.setPlainText("作者")
    assert is_kept(dialog)


def test_a_warning_of_another_kind_asks_for_a_reason_alone(asked) -> None:
    dialog = asked(ORDER)
    assert not dialog.sure.isVisible() and not dialog.choice.isVisible()
    assert not is_kept(dialog)
    dialog.words.field.setPlainText("papers stood in no order")
    assert is_kept(dialog) and dialog.kept.ground is Ground.OTHER
