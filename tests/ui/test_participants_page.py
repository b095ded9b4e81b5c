from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import people as commands
from dialogueprep.domain.people import Attendance, Role
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.store import agenda, dialogues, people
from dialogueprep.ui.dialogs.participant import ParticipantDialog, nobody
from dialogueprep.ui.models import roster_model as model
from dialogueprep.ui.models.roster_grid import GroupRow, PersonRow
from dialogueprep.ui.models.table_model import VALUE
from dialogueprep.ui.pages.participants import ParticipantsPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets import legend
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.composition_rows import BarRow, TriedRow
from dialogueprep.ui.widgets.legend import Legend
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


def shown(qtbot: QtBot, session: Session) -> ParticipantsPage:
    page = ParticipantsPage(session)
    qtbot.addWidget(page)
    page.resize(1240, 760)
    with qtbot.waitExposed(page):
        page.show()
    return page


def part(session: Session, family: str):
    assert session.dialogue is not None
    known = people.participations(session.store, session.dialogue)
    return next(p for p in known if p.person.name.family == family)


def item(page: ParticipantsPage, sign: str):
    return next(c.item.id for c in page.roster.rows.items if c.sign == sign)


def at(page: ParticipantsPage, family: str, sign: str) -> None:
    page.roster.choose(part(page.session, family).id, item(page, sign))


def there(page: ParticipantsPage, family: str, sign: str) -> Attendance | None:
    who = part(page.session, family)
    return people.attendance(page.session.store, who.id, item(page, sign))


def press(qtbot: QtBot, page: ParticipantsPage, key: Qt.Key, *modifiers: Qt.KeyboardModifier):
    qtbot.keyClick(page.roster.items, key, *modifiers)


def families(page: ParticipantsPage) -> list[str]:
    rows = page.roster.rows.rows
    return [r.part.person.name.family for r in rows if isinstance(r, PersonRow)]


def groups(page: ParticipantsPage) -> list[GroupRow]:
    return [r for r in page.roster.rows.rows if isinstance(r, GroupRow)]


def lines(page: ParticipantsPage) -> dict[str, int]:
    rows = page.composition.findChildren(TriedRow)
    return {t.tried.words: t.tried.k for t in rows if not t.isHidden()}


def links(page: ParticipantsPage) -> dict[str, Button]:
    return {b.text(): b for b in page.composition.findChildren(Button) if not b.isHidden()}


def test_items_have_the_numbers_of_the_programme(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    signs = [c.sign for c in page.roster.rows.items]
    assert signs == ["O", "1", "2", "DM", "3", "4A", "4B", "RB", "5", "6", "N1", "N2"]
    heading = page.roster.rows.headerData(
        model.FACTS + 5, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    assert heading == "4A  Port information sharing, Chatham House Rule"


def test_delegations_say_how_many_of_their_target_come(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    assert [(g.words, g.count) for g in groups(page)][:2] == [
        ("China", "5 of 5"),
        ("Japan", "6 of 6"),
    ]


def test_a_letter_sets_a_role_and_takes_it_again(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Ashina", "1")
    qtbot.keyClicks(page.roster.items, "d")
    found = there(page, "Ashina", "1")
    assert found is not None and found.roles == {Role.DISCUSSANT}
    press(qtbot, page, Key.Key_R)
    press(qtbot, page, Key.Key_D)
    found = there(page, "Ashina", "1")
    assert found is not None and found.roles == {Role.RAPPORTEUR}
    press(qtbot, page, Key.Key_Delete)
    found = there(page, "Ashina", "1")
    assert found is not None and not found.roles
    sample_session.undo()
    found = there(page, "Ashina", "1")
    assert found is not None and found.roles == {Role.RAPPORTEUR}


def test_arrows_walk_over_the_headings_and_stay_among_items(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Jiang", "O")
    press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Left)
    row, column = page.roster.value(), page.roster.item()
    assert row is not None and row.part.person.name.family == "Ogurisu"
    assert column is not None and column.sign == "O"


def test_absence_changes_what_holds_beside_the_roster(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Ogurisu", "1")
    assert lines(page)["an expert from Japan"] == 3
    press(qtbot, page, Key.Key_Space)
    assert there(page, "Ogurisu", "1") is None
    qtbot.waitUntil(lambda: "an expert from Japan" not in lines(page))
    press(qtbot, page, Key.Key_Space)
    qtbot.waitUntil(lambda: lines(page).get("an expert from Japan") == 3)


def test_who_listens_only_is_not_counted(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Ogurisu", "1")
    press(qtbot, page, Key.Key_L)
    found = there(page, "Ogurisu", "1")
    assert found is not None and found.silent
    qtbot.waitUntil(lambda: "an expert from Japan" not in lines(page))
    press(qtbot, page, Key.Key_P)
    found = there(page, "Ogurisu", "1")
    assert found is not None and found.silent and found.roles == {Role.PRESENTER}


def test_the_mouse_chooses_a_cell_and_toggles_presence(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Gu", "1")
    here = cell(page, page.roster.rows.index_of(part(sample_session, "Hao").id), "2")
    view = page.roster.items
    qtbot.mouseClick(view.viewport(), LeftButton, pos=here)
    column = page.roster.item()
    assert column is not None and column.sign == "2"
    qtbot.mouseDClick(view.viewport(), LeftButton, pos=here)
    assert there(page, "Hao", "2") is None


def cell(page: ParticipantsPage, row: QModelIndex, sign: str) -> QPoint:
    column = page.roster.rows.column_of(item(page, sign))
    assert column is not None
    return page.roster.items.visualRect(row.siblingAtColumn(column)).center()


def test_two_groups_at_once_are_shown_and_one_is_left_by_a_link(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Hao", "4B")
    press(qtbot, page, Key.Key_Space)
    row = page.roster.value()
    assert row is not None and len(row.clashes) == 2
    count = ParticipantsPage.count(sample_session)
    assert count is not None and (count.number, count.level) == (1, "warn")
    qtbot.mouseClick(links(page)["Only 4A"], LeftButton)
    assert there(page, "Hao", "4B") is None
    assert there(page, "Hao", "4A") is not None
    row = page.roster.value()
    assert row is not None and not row.clashes


def test_a_group_without_rapporteur_gets_one_by_a_link(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Senaha", "4B")
    press(qtbot, page, Key.Key_Delete)
    qtbot.waitUntil(lambda: any(words.startswith("Ask ") for words in links(page)))
    ask = next(b for words, b in links(page).items() if words.startswith("Ask "))
    qtbot.mouseClick(ask, LeftButton)
    assert sample_session.dialogue is not None
    present = people.attendees(sample_session.store, sample_session.dialogue)[item(page, "4B")]
    assert [Role.RAPPORTEUR in a.roles for a in present].count(True) == 1


def test_a_target_is_written_where_it_stands(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    bar = next(b for b in page.composition.findChildren(BarRow) if b.share.words == "China")
    qtbot.mouseClick(bar, LeftButton, pos=QPoint(bar.width() - 8, 10))
    field = bar.focusWidget()
    assert field is not None
    write(qtbot, field, "7")
    qtbot.keyClick(field, Key.Key_Return)
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None and dialogue.delegations[0].target == 7
    qtbot.waitUntil(lambda: groups(page)[0].count == "5 of 7")
    focused = page.composition.focusWidget()
    assert isinstance(focused, BarRow) and focused.share.target == 7


@pytest.mark.parametrize(
    ("query", "family"),
    [("沈昱", "Shen"), ("남궁", "Namgung"), ("doan", "Doãn"), ("おぐりす", "Ogurisu")],
)
def test_the_search_finds_names_in_any_script(
    qtbot: QtBot, sample_session: Session, query: str, family: str
) -> None:
    page = shown(qtbot, sample_session)
    write(qtbot, page.search, query)
    assert families(page) == [family]
    qtbot.keyClick(page.search, Key.Key_Escape)
    assert len(families(page)) == 25


def filled(act: Callable[[ParticipantDialog], None]) -> Callable[[ParticipantDialog], int]:
    """Return what stands in for the dialog's loop of events: show it, do something, end."""

    def run(dialog: ParticipantDialog) -> int:
        dialog.show()
        act(dialog)
        return dialog.result()

    return run


def test_somebody_new_is_added_by_keyboard(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: ParticipantDialog) -> None:
        write(qtbot, dialog.name.line("family"), "Kitamura")
        write(qtbot, dialog.name.line("given"), "Sayo")
        write(qtbot, dialog.name.line("native"), "北村沙代")
        dialog.part.delegation.show_value("JP")
        qtbot.keyClick(dialog.name.line("given"), Key.Key_Return)

    monkeypatch.setattr(ParticipantDialog, "exec", filled(fill_in))
    page = shown(qtbot, sample_session)
    page.roster.setFocus()
    qtbot.keyClick(page.roster.items, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    made = part(sample_session, "Kitamura")
    assert (made.delegation, made.region) == ("JP", "Northeast Asia")
    row = page.roster.value()
    assert row is not None and row.id == made.id
    found = there(page, "Kitamura", "1")
    assert found is not None and there(page, "Kitamura", "4A") is None


def test_somebody_is_found_in_the_directory_and_added(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = part(sample_session, "Gu")
    commands.remove_participants(sample_session.store, [who.id])

    def find(dialog: ParticipantDialog) -> None:
        write(qtbot, dialog.finder.field, "珈宁")
        qtbot.keyClick(dialog.finder.field, Key.Key_Return)
        assert dialog.name.line("family").text() == "Gu"
        dialog.done_button.click()

    monkeypatch.setattr(ParticipantDialog, "exec", filled(find))
    page = shown(qtbot, sample_session)
    page.people.add()
    assert part(sample_session, "Gu").person.id == who.person.id


def test_a_person_without_family_name_is_refused_at_the_field(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    dialog = ParticipantDialog(None, dialogue, nobody(dialogue))
    qtbot.addWidget(dialog)
    dialog.show()
    write(qtbot, dialog.name.line("native"), "北村沙代")
    dialog.done_button.click()
    assert dialog.isVisible()
    assert "family name is needed" in dialog.name.family.below.text()
    assert dialog.name.line("native").text() == "北村沙代"


def test_enter_opens_the_person_and_a_form_is_switched_off(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def switch_off(dialog: ParticipantDialog) -> None:
        chip = next(c for c in dialog.forms.findChildren(FormChip) if c.form == "Shen Yuheng")
        qtbot.mouseClick(chip, LeftButton)
        write(qtbot, dialog.forms.field, "Dr Shen")
        qtbot.keyClick(dialog.forms.field, Key.Key_Return)
        dialog.done_button.click()

    monkeypatch.setattr(ParticipantDialog, "exec", filled(switch_off))
    page = shown(qtbot, sample_session)
    at(page, "Shen", "1")
    press(qtbot, page, Key.Key_Return)
    forms = {f.form: f.state.value for f in part(sample_session, "Shen").person.forms}
    assert forms["Shen Yuheng"] == "off"
    assert forms["Dr Shen"] == "added"


def test_a_removed_participant_comes_back_by_undo(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Gu", "1")
    with qtbot.waitSignal(sample_session.removed) as said:
        press(qtbot, page, Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert said.args is not None and "GU Jianing" in said.args[0]
    assert "Gu" not in families(page)
    assert page.roster.value() is not None
    sample_session.undo()
    qtbot.waitUntil(lambda: "Gu" in families(page))
    assert there(page, "Gu", "1") is not None


def test_the_menu_says_and_does_all_that_keys_do(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Shao", "1")
    actions = {a.text().split("\t")[0]: a for a in page.menu().actions() if a.text()}
    assert actions["Moderator"].isChecked()
    assert not actions["Chair"].isChecked()
    actions["Named in public lists"].trigger()
    assert part(sample_session, "Shao").listed_for_public


def test_an_empty_dialogue_offers_to_add_somebody(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sample_session.dialogue is not None
    known = people.participations(sample_session.store, sample_session.dialogue)
    commands.remove_participants(sample_session.store, [p.id for p in known])
    page = shown(qtbot, sample_session)
    asked: list[QWidget] = []
    monkeypatch.setattr(ParticipantDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    page.begin()
    focused = page.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Key.Key_Space)
    assert len(asked) == 1


def test_a_roster_without_an_agenda_is_a_list_to_walk(
    qtbot: QtBot, sample_session: Session
) -> None:
    assert sample_session.dialogue is not None
    dialogue = sample_session.open_dialogue()
    assert dialogue is not None
    from dialogueprep.commands import agenda as agenda_commands

    items = agenda.of_dialogue(sample_session.store, sample_session.dialogue)
    agenda_commands.remove(sample_session.store, [i.id for i in items])
    page = shown(qtbot, sample_session)
    page.begin()
    qtbot.keyClick(page.roster.facts, Key.Key_Down)
    row = page.roster.value()
    assert row is not None and row.part.person.name.family == "Gu"


def test_the_grid_is_read_aloud_in_words(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    at(page, "Shao", "1")
    index = page.roster.items.currentIndex()
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "SHAO Wenjun, 1, Disaster relief and early warning, Moderator"
    assert isinstance(index.data(VALUE), PersonRow)


def test_another_dialogue_shows_its_own_people(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    mine = sample_session.open_dialogue()
    assert mine is not None
    sample_session.choose(dialogue_commands.plan(sample_session.store, mine))
    assert page._stack.currentIndex() == 1
    sample_session.choose(dialogues.every(sample_session.store)[-1].id)


def test_an_institution_of_somebody_here_is_offered_when_a_participant_is_opened(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, sample_session)
    given: list[object] = []

    def answer(_cls: object, _parent: object, _dialogue: object, _part: object, **more: object):
        given.append(more["here"])

    monkeypatch.setattr(ParticipantDialog, "ask", classmethod(answer))
    at(page, "Ashina", "1")
    press(qtbot, page, Key.Key_Return)
    assert [len(here) for here in given] == [25]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_has_room_for_all_signs_in_a_small_window(
    qtbot: QtBot, look: Theme, language: str
) -> None:
    look.apply("light", language, 1.0)
    words.use(language)
    shown = Legend()
    qtbot.addWidget(shown)
    gap, hinted = shown.layout_for(742)
    assert legend.reach(gap) <= 742
    assert hinted or language == "en"
    assert legend.reach(shown.layout_for(1400)[0]) < 1400


def test_what_is_to_settle_takes_the_keyboard_to_its_first_way_out(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, sample_session)
    page.activateWindow()
    page.attend()
    first = page.composition.ways[0]
    qtbot.waitUntil(lambda: page.composition.focusWidget() is first)
    assert "presents at 2 items" in first.accessibleDescription()
