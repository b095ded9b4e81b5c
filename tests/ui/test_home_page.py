from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from dialogueprep import words
from dialogueprep.domain.dialogue import Host, HostId, Phase
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.store import dialogues
from dialogueprep.ui.dialogs.dialogue import DialogueDialog, _blank
from dialogueprep.ui.models.table_sides import read_back, sides_of
from dialogueprep.ui.pages.home import HomePage
from dialogueprep.ui.session import Session
from dialogueprep.ui.theme import Theme
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.dialogue_card import DialogueCard
from dialogueprep.ui.widgets.empty import OfferButton
from dialogueprep.ui.widgets.labels import Label

TODAY = date(2026, 11, 3)


def shown(qtbot: QtBot, session: Session) -> HomePage:
    page = HomePage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1072, 752)
    with qtbot.waitExposed(page):
        page.show()
    return page


def cards(page: HomePage) -> list[DialogueCard]:
    return [c for c in page.findChildren(DialogueCard) if c.isVisible()]


def test_an_empty_workspace_offers_the_sample_and_opens_it(
    qtbot: QtBot, empty_session: Session
) -> None:
    page = shown(qtbot, empty_session)
    sample = next(b for b in page.findChildren(OfferButton) if "sample" in b.text())
    with qtbot.waitSignal(empty_session.dialogue_changed):
        qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [c.card.dialogue.sample for c in cards(page)] == [True])


def test_a_digit_takes_an_offer_as_soon_as_the_page_begins(
    qtbot: QtBot, empty_session: Session
) -> None:
    page = shown(qtbot, empty_session)
    page.begin()
    (first, *_rest) = page.findChildren(OfferButton)
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(empty_session.dialogue_changed):
        qtbot.keyClick(first, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: any(card.hasFocus() for card in cards(page)))


def test_enter_presses_the_button_that_has_the_keyboard(
    qtbot: QtBot, look: Theme, empty_session: Session
) -> None:
    dialog = DialogueDialog(None, _blank(TODAY))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.name.field.setText("Round 1, Matsumae")
    cancel = next(b for b in dialog.findChildren(Button) if b.text() == "Cancel")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)
    page = shown(qtbot, empty_session)
    sample = page.findChildren(OfferButton)[1]
    with qtbot.waitSignal(empty_session.dialogue_changed):
        qtbot.keyClick(sample, Qt.Key.Key_Return)


@pytest.mark.parametrize("today", [date(2026, 11, d) for d in range(1, 8)])
def test_a_new_dialogue_has_no_day_at_a_weekend_and_says_which_day_it_is(
    qtbot: QtBot, look: Theme, today: date
) -> None:
    new = _blank(today)
    held = [(new.first_day + timedelta(days=n)).weekday() for n in range(new.days)]
    assert all(day < 5 for day in held)
    assert 60 <= (new.first_day - today).days <= 63
    dialog = DialogueDialog(None, new)
    qtbot.addWidget(dialog)
    dialog.first_day.show_day(date(2027, 1, 7))
    assert "Thursday" in [label.text() for label in dialog.findChildren(Label)]


def test_the_form_of_a_dialogue_begins_with_its_name(qtbot: QtBot, look: Theme) -> None:
    dialog = DialogueDialog(None, _blank(TODAY))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    assert dialog.name.field.hasFocus()
    assert dialog.name.field.accessibleName().startswith("Name")


def test_delegations_may_be_written_by_name_and_in_any_usual_way_apart(
    qtbot: QtBot, look: Theme
) -> None:
    dialog = DialogueDialog(None, _blank(TODAY))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    kept = dialog._delegations()
    assert dialog.table.below.text() == "China, Japan, Republic of Korea."
    dialog.delegations.setFocus()
    dialog.delegations.selectAll()
    qtbot.keyClicks(dialog.delegations, "jp; Viet Nam, kr; japan / Q")
    sides = dialog._delegations()
    assert [d.code for d in sides] == ["JP", "VN", "KR", "Q"]
    assert sides[0].id == kept[1].id  # who was there before stays who it is
    assert (sides[1].labels.get("zh"), sides[1].region) == ("越南", "Southeast Asia")
    assert dialog.table.below.text() == "Japan, Viet Nam, Republic of Korea, Q."
    qtbot.keyClick(dialog.delegations, Qt.Key.Key_Tab)
    assert "Q is no name or code that is known" in dialog.table.below.text()
    dialog.delegations.setText("日本、한국，东盟")
    dialog._say_sides()
    assert [d.code for d in dialog._delegations()] == ["JP", "KR", "ASEAN"]
    assert dialog.table.below.text() == "Japan, Republic of Korea, ASEAN."


def test_a_delegation_that_is_not_known_is_called_as_it_was_written(
    qtbot: QtBot, look: Theme
) -> None:
    dialog = DialogueDialog(None, _blank(TODAY))
    qtbot.addWidget(dialog)
    dialog.delegations.setText("JP, Inland Sea Forum")
    dialog._say_sides()
    sides = dialog._delegations()
    assert sides[1].labels == Texts.of(en="Inland Sea Forum")
    assert "Inland Sea Forum is no name or code that is known" in dialog.table.below.text()
    dialog.delegations.setText("JP, INLAND SEA FORUM")
    known = sides_of("INLAND SEA FORUM", sides)
    assert known == (sides[1],)


def test_what_is_understood_of_the_table_is_a_sentence_of_the_language(look: Theme) -> None:
    table = sides_of("JP, KR", ())
    said = []
    for language in LANGUAGES:
        words.use(language)
        said.append(read_back(table))
    assert [each[-1] for each in said] == [".", "。", "。", "."]


def test_hosts_are_named_in_each_language_and_keep_who_they_are(qtbot: QtBot, look: Theme) -> None:
    dialog = DialogueDialog(None, _blank(TODAY))
    qtbot.addWidget(dialog)
    dialog.hosts.setPlainText("Harbour Forum\n한빛연구원\nLake Institute")
    dialog.language.chosen.emit("ja")
    assert dialog.hosts.toPlainText() == "Harbour Forum\n한빛연구원\nLake Institute"
    dialog.hosts.setPlainText("港湾フォーラム\n한빛연구원\nLake Institute")
    dialog.language.chosen.emit("en")
    assert dialog.hosts.toPlainText().splitlines()[0] == "Harbour Forum"
    first, second, third = dialog._dialogue.hosts
    assert first.names == Texts.of(en="Harbour Forum", ja="港湾フォーラム")
    assert (second.names, third.names) == (Texts.of(ko="한빛연구원"), Texts.of(en="Lake Institute"))
    dialog.hosts.setPlainText("Lake Institute\nHarbor Forum\n한빛연구원")
    dialog._take_texts()
    assert [h.id for h in dialog._dialogue.hosts] == [third.id, first.id, second.id]
    assert dialog._dialogue.hosts[1].names.get("ja") == "港湾フォーラム"
    dialog.hosts.setPlainText("Harbor Forum\nNew House")
    dialog._take_texts()
    assert [h.names.best("en") for h in dialog._dialogue.hosts] == ["Harbor Forum", "New House"]
    assert dialog._dialogue.hosts[0].id == first.id


BOTH = Texts.of(en="Tide Institute of Japan", ja="日本潮位研究所", zh="日本潮位研究所")


@pytest.mark.parametrize(
    ("language", "written", "names"),
    [
        ("en", "Tide Institute of Korea", {"en": "Tide Institute of Korea"}),
        ("en", "The Lantern Forum", {"en": "The Lantern Forum"}),
        ("ja", "韓国潮位研究所", {"ja": "韓国潮位研究所"}),
        ("ko", "The Lantern Forum", {"en": "The Lantern Forum"}),
        ("en", "Tide Institut of Japan", None),
        ("ko", "Tide Institut of Japan", None),
        ("ko", "일본조위연구소", None),
    ],
)
def test_a_host_in_the_place_of_another_takes_none_of_its_names(
    qtbot: QtBot, look: Theme, language: Language, written: str, names: dict[Language, str] | None
) -> None:
    host = Host(id=HostId("tide"), names=BOTH)
    dialog = DialogueDialog(None, replace(_blank(TODAY), hosts=(host,)))
    qtbot.addWidget(dialog)
    dialog.language.chosen.emit(language)
    dialog.hosts.setPlainText(written)
    told = any(written in label.text() for label in dialog.findChildren(Label))
    dialog._take_texts()
    (now,) = dialog._dialogue.hosts
    assert told == (names is not None)
    if names is None:
        assert now.id == host.id and now.names.get("zh") == "日本潮位研究所"
        assert written in (text.wording for text in now.names.entries)
    else:
        assert now.id != host.id and now.names == Texts.of(names)
        assert {now.names.best(each) for each in LANGUAGES} == {written}


def test_a_complaint_goes_once_it_has_been_answered(qtbot: QtBot, look: Theme) -> None:
    dialog = DialogueDialog(None, _blank(TODAY))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert dialog.name.below.isVisible() and dialog.name.field.hasFocus()
    qtbot.keyClicks(dialog.name.field, "R")
    assert not dialog.name.below.isVisible()


def test_a_card_says_where_its_dialogue_stands(qtbot: QtBot, sample_session: Session) -> None:
    (card,) = cards(shown(qtbot, sample_session))
    assert card.card.dialogue.phase is Phase.DRAFTING
    assert "findings" in card.accessibleName()
    assert card.accessibleDescription() == "Prepare the documents"


def test_the_foot_of_a_card_and_enter_take_the_next_step(
    qtbot: QtBot, sample_session: Session
) -> None:
    (card,) = cards(shown(qtbot, sample_session))
    with qtbot.waitSignal(sample_session.page_wanted) as wanted:
        foot = QPoint(40, card.height() - 20)
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=foot)
    assert wanted.args[0] == "documents"
    with qtbot.waitSignal(sample_session.page_wanted):
        qtbot.keyClick(card, Qt.Key.Key_Return)


def test_a_dialogue_is_planned_by_keyboard(
    qtbot: QtBot, empty_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_in(dialog: DialogueDialog) -> int:
        qtbot.keyClicks(dialog.name.field, "Round 1, Matsumae")
        dialog._take()
        return dialog.result()

    monkeypatch.setattr(DialogueDialog, "exec", fill_in)
    page = shown(qtbot, empty_session)
    page._plan()
    (planned,) = dialogues.every(empty_session.store)
    assert planned.names == Texts.of(en="Round 1, Matsumae")
    assert [d.code for d in planned.delegations] == ["CN", "JP", "KR"]
    assert empty_session.dialogue == planned.id
    qtbot.waitUntil(lambda: bool(cards(page)))
    (card,) = cards(page)
    assert [f.words for f in card.card.facts] == [
        "Nobody is on the list yet",
        "No agenda items yet",
    ]
    qtbot.waitUntil(lambda: [c.card.step.page for c in cards(page)] == ["agenda"])


def test_a_dialogue_without_a_name_is_not_planned(
    qtbot: QtBot, empty_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, empty_session)
    said: list[str] = []

    def press_enter(dialog: DialogueDialog) -> int:
        dialog._take()
        said.append(dialog.name.below.text())
        return 0

    monkeypatch.setattr(DialogueDialog, "exec", press_enter)
    page._plan()
    assert dialogues.every(empty_session.store) == ()
    assert "Give the dialogue a name" in said[0]


def test_a_removed_dialogue_comes_back_by_undo(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, sample_session)
    cards(page)[0].setFocus()
    qtbot.keyClick(cards(page)[0], Qt.Key.Key_Delete)
    assert dialogues.every(sample_session.store) == ()
    sample_session.undo()
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
