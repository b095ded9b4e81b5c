"""The chips of a name: by script, few at first, switched off and added to."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dialogueprep.domain.people import FormState, Name, NameForm, Person, PersonId
from dialogueprep.ui.widgets.name_forms import FIRST, FormChip, NameForms

TAN = Person(id=PersonId("1"), name=Name(family="Tan", given="Boon Kiat", native="陈文杰"))


@pytest.fixture
def forms(qtbot: QtBot) -> NameForms:
    widget = NameForms()
    qtbot.addWidget(widget)
    widget.show_person(TAN, "SG")
    widget.show()
    return widget


def chips(widget: NameForms) -> dict[str, FormChip]:
    return {c.form: c for c in widget.findChildren(FormChip) if not c.isHidden()}


def test_each_script_shows_a_few_forms_and_the_rest_when_asked(forms: NameForms) -> None:
    few = chips(forms)
    assert {"Tan Boon Kiat", "陈文杰", "천원제"} <= set(few)
    assert len([f for f in few if f.isascii()]) == FIRST
    forms.more.click()
    assert len(chips(forms)) > len(few)
    assert forms.more.isHidden()


def test_a_script_without_forms_is_not_shown(qtbot: QtBot) -> None:
    widget = NameForms()
    qtbot.addWidget(widget)
    widget.show_person(Person(id=PersonId("2"), name=Name(family="Ashdown", given="Ivo")), "GB")
    assert [g.isHidden() for g in widget._groups.values()] == [False, True, True, True, True]


def test_a_form_is_switched_off_and_on_again(qtbot: QtBot, forms: NameForms) -> None:
    with qtbot.waitSignal(forms.changed) as sent:
        qtbot.mouseClick(chips(forms)["Chen Wenjie"], Qt.MouseButton.LeftButton)
    assert sent.args == [(NameForm("Chen Wenjie", FormState.OFF),)]
    assert not chips(forms)["Chen Wenjie"].isChecked()
    with qtbot.waitSignal(forms.changed) as sent:
        qtbot.mouseClick(chips(forms)["Chen Wenjie"], Qt.MouseButton.LeftButton)
    assert sent.args == [()]


def test_a_form_in_another_spacing_is_added_only_once(qtbot: QtBot, forms: NameForms) -> None:
    for typed in ("Benny Tan", "Tan, Benny"):
        forms.field.setText(typed)
        qtbot.keyClick(forms.field, Qt.Key.Key_Return)
    added = [c.form for c in chips(forms).values() if c.added]
    assert added == ["Tan, Benny"]
