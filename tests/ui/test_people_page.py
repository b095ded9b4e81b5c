from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.domain.people import FormState
from dialogueprep.store import people
from dialogueprep.ui.dialogs.person import PersonDialog
from dialogueprep.ui.models.directory import Entry
from dialogueprep.ui.pages.people import PeoplePage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.empty import OfferButton
from dialogueprep.ui.widgets.name_forms import FormChip

Key, LeftButton = Qt.Key, Qt.MouseButton.LeftButton


def write(qtbot: QtBot, field: QWidget, words: str) -> None:
    """Type Latin letters; other scripts come from an input method."""
    if words.isascii():
        qtbot.keyClicks(field, words)
        return
    composed = QInputMethodEvent()
    composed.setCommitString(words)
    QApplication.sendEvent(field, composed)


def shown(qtbot: QtBot, session: Session) -> PeoplePage:
    page = PeoplePage(session)
    qtbot.addWidget(page)
    page.resize(1240, 760)
    with qtbot.waitExposed(page):
        page.show()
    return page


def families(page: PeoplePage) -> list[str]:
    return [e.person.name.family for e in page._model.rows]


def choose(page: PeoplePage, family: str) -> Entry:
    entry = next(e for e in page._model.rows if e.person.name.family == family)
    page.list.choose(entry.id)
    return entry


def person(session: Session, family: str):
    return next(p for p in people.persons(session.store) if p.name.family == family)


def chips(page: PeoplePage) -> dict[str, FormChip]:
    return {c.form: c for c in page.detail.forms.findChildren(FormChip) if not c.isHidden()}


def ways(page: PeoplePage) -> list[Button]:
    """Return the links to dialogues that can be seen."""
    known = page.detail.findChildren(Button)
    return [b for b in known if b.isVisible() and b.text() == "Round 4, Kanazawa"]


def test_the_list_says_institution_and_dialogues(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    entry = choose(page, "Shen")
    assert entry.spoken == "SHEN Yuheng, 沈昱衡, Donglu Institute for Regional Studies, 1 dialogue"


@pytest.mark.parametrize(
    ("query", "family"),
    [("沈昱", "Shen"), ("현소담", "Hyeon"), ("Xilan", "Gu"), ("ngan", "Doãn"), ("芦名", "Ashina")],
)
def test_people_are_found_in_any_script(
    qtbot: QtBot, sample_session: Session, query: str, family: str
) -> None:
    page = shown(qtbot, sample_session)
    write(qtbot, page.search, query)
    assert families(page) == [family]
    assert page.detail.name.line("family").text() == family


def test_a_name_is_changed_in_place_and_back_by_undo(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    choose(page, "Shen")
    qtbot.keyClick(page.list, Key.Key_Return)
    line = page.detail.name.line("family")
    assert line.hasFocus()
    write(qtbot, line, "Sheng")
    qtbot.keyClick(line, Key.Key_Return)
    assert person(sample_session, "Sheng").name.given == "Yuheng"
    sample_session.undo()
    qtbot.waitUntil(lambda: line.text() == "Shen")


def test_an_empty_family_name_is_refused_at_the_field_and_the_rest_stays(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    choose(page, "Shen")
    line, title = page.detail.name.line("family"), page.detail.name.line("title")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Key.Key_Delete)
    title.selectAll()
    write(qtbot, title, "Fellow")
    page.flush()
    assert "family name is needed" in page.detail.name.family.below.text()
    assert title.text() == "Fellow"
    assert person(sample_session, "Shen").name.title != "Fellow"
    write(qtbot, line, "Shen")
    page.flush()
    assert person(sample_session, "Shen").name.title == "Fellow"


def test_what_is_half_typed_goes_to_the_person_it_was_typed_for(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    choose(page, "Shao")
    write(qtbot, page.detail.email, "shen@dongluinstitute.example")
    choose(page, "Gu")
    assert person(sample_session, "Shao").email == "shen@dongluinstitute.example"
    assert person(sample_session, "Gu").email == ""
    assert page.detail.email.text() == ""


def test_a_form_is_switched_off_and_on_again(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    choose(page, "Shen")
    qtbot.mouseClick(chips(page)["Shen Yuheng"], LeftButton)
    off = person(sample_session, "Shen").forms
    assert [(f.form, f.state) for f in off] == [("Shen Yuheng", FormState.OFF)]
    qtbot.keyClick(chips(page)["Shen Yuheng"], Key.Key_Space)
    assert person(sample_session, "Shen").forms == ()


def test_a_form_is_added_and_removed(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    choose(page, "Shen")
    write(qtbot, page.detail.forms.field, "老沈")
    qtbot.keyClick(page.detail.forms.field, Key.Key_Return)
    assert [f.form for f in person(sample_session, "Shen").forms] == ["老沈"]
    qtbot.keyClick(chips(page)["老沈"], Key.Key_Delete)
    assert person(sample_session, "Shen").forms == ()


def test_somebody_is_added_by_keyboard(
    qtbot: QtBot, empty_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: PersonDialog) -> int:
        dialog.show()
        qtbot.keyClick(dialog.name.line("family"), Key.Key_Return)
        assert dialog.isVisible() and dialog.name.family.below.text()
        write(qtbot, dialog.name.line("family"), "Bae")
        write(qtbot, dialog.name.line("native"), "배서윤")
        qtbot.keyClick(dialog.name.line("native"), Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(PersonDialog, "exec", fill_in)
    page = shown(qtbot, empty_session)
    offer, *_more = page.findChildren(OfferButton)
    qtbot.mouseClick(offer, LeftButton)
    assert families(page) == ["Bae"]
    assert page.detail.name.line("native").text() == "배서윤"


def test_a_removed_person_comes_back_to_every_dialogue(
    qtbot: QtBot, sample_session: Session
) -> None:
    assert sample_session.dialogue is not None
    page = shown(qtbot, sample_session)
    choose(page, "Shen")
    page.list.setFocus()
    with qtbot.waitSignal(sample_session.removed):
        qtbot.keyClick(page.list, Key.Key_Delete)
    assert "Shen" not in families(page)
    assert len(people.participations(sample_session.store, sample_session.dialogue)) == 24
    sample_session.undo()
    qtbot.waitUntil(lambda: "Shen" in families(page))
    assert len(people.participations(sample_session.store, sample_session.dialogue)) == 25


def test_a_dialogue_of_a_person_is_a_way_there(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    entry = choose(page, "Shen")
    qtbot.waitUntil(lambda: len(ways(page)) == 1)
    (link,) = ways(page)
    with qtbot.waitSignal(sample_session.page_wanted) as wanted:
        link.click()
    assert wanted.args == ["participants", entry.taken[0].part.id]


def test_nobody_found_says_so(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    write(qtbot, page.search, "zzz")
    assert page._nobody_fits.isVisible()
    assert not page.detail.isVisible()
