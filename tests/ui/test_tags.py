"""Tags in the window: written in place, merged, removed, undone; found or made in a form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dialogueprep.commands import tags as commands
from dialogueprep.domain.library import Topic
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library
from dialogueprep.store.tags import Tag, by_slug
from dialogueprep.ui.dialogs.merge_tags import MergeTags
from dialogueprep.ui.dialogs.tag_form import TagForm
from dialogueprep.ui.dialogs.tags import TagsDialog
from dialogueprep.ui.dialogs.topic import TopicDialog
from dialogueprep.ui.models.tag_table import FIRST_WORD
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.tag_field import TagField
from dialogueprep.ui.widgets.tags_part import TagsPart

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def type_in(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    """Type letters as keys, and others as an input method hands them over."""
    for letter in words:
        if letter.isascii():
            qtbot.keyClicks(field, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(field, event)


def opened(qtbot: QtBot, session: Session) -> TagsDialog:
    dialog = TagsDialog(None, session)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.table.setFocus()
    return dialog


def shown(dialog: TagsDialog) -> list[str]:
    return [tag.shown("en") for tag in dialog.model.rows]


def write(qtbot: QtBot, dialog: TagsDialog, words: str, end: Key = Key.Key_Return) -> None:
    """Write into the current cell, as one does by hand."""
    qtbot.keyClick(dialog.table, Key.Key_Return)
    editor = dialog.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    type_in(qtbot, editor, words)
    qtbot.keyClick(editor, end)
    qtbot.waitUntil(lambda: dialog.table.findChild(QLineEdit) is None)


def tag(session: Session, slug: str) -> Tag:
    return by_slug(session.store)[slug]


def sentence(dialog: TagsDialog) -> str:
    return dialog.banner.notices[0].sentence if dialog.banner.notices else ""


# the table --------------------------------------------------------------------------------------


def test_a_word_is_written_in_its_cell_and_undone(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session)
    dialog.choose("ai")
    write(qtbot, dialog, "Machine intelligence")
    assert tag(sample_session, "ai").names.get("en") == "Machine intelligence"
    assert dialog.model.at(dialog.table.currentIndex()).slug == "ai"  # the row stays in its place
    qtbot.keyClick(dialog.table, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tag(sample_session, "ai").names.get("en") == "Artificial intelligence"
    assert not dialog.undo_button.isEnabled()


def test_escape_leaves_a_cell_as_it_was_and_the_dialog_open(
    qtbot: QtBot, sample_session: Session
) -> None:
    dialog = opened(qtbot, sample_session)
    write(qtbot, dialog, "Other", Key.Key_Escape)
    assert dialog.isVisible()
    assert "Other" not in shown(dialog)
    assert dialog.session.store.undo_depth == dialog._floor


def test_missing_languages_are_sifted_out_and_filled_in(
    qtbot: QtBot, sample_session: Session
) -> None:
    commands.add(sample_session.store, Texts.of(en="Ferries"))
    dialog = opened(qtbot, sample_session)
    qtbot.mouseClick(dialog.lacking, Left, pos=QPoint(8, dialog.lacking.height() // 2))
    assert shown(dialog) == ["Ferries"]
    index = dialog.model.index(0, FIRST_WORD + 1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "missing in zh"
    dialog.table.setCurrentIndex(index)
    dialog.table.setFocus()
    for words in ("渡口", "渡し場", "나루"):
        write(qtbot, dialog, words)
        at = dialog.table.currentIndex()
        dialog.table.setCurrentIndex(at.siblingAtColumn(at.column() + 1))
    names = tag(sample_session, "ferries").names
    assert [t.wording for t in names.entries] == ["Ferries", "渡口", "渡し場", "나루"]


def test_tags_are_found_in_any_language_and_script(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session)
    for typed in ("氣候", "気候", "기후", "clim"):
        qtbot.keyClick(dialog.table, "/")
        assert dialog.search.hasFocus()
        dialog.search.clear()
        type_in(qtbot, dialog.search, typed)
        assert shown(dialog) == ["Climate"], typed
        qtbot.keyClick(dialog.search, Key.Key_Return)
        assert dialog.table.hasFocus()


def test_a_taken_word_is_refused_in_place_and_offers_the_merge(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, sample_session)
    dialog.choose("ai")
    write(qtbot, dialog, "climate")
    assert "called “Climate” already" in sentence(dialog)
    assert tag(sample_session, "ai").names.get("en") == "Artificial intelligence"
    seen: list[str] = []

    def merge(asked: MergeTags) -> int:
        seen.append(asked.keep.value or "")
        qtbot.mouseClick(asked.take_button, Left)
        return asked.result()

    monkeypatch.setattr(MergeTags, "exec", merge)
    dialog.banner.take(1)
    assert seen == ["climate"]
    assert "ai" not in by_slug(sample_session.store)
    assert "Artificial intelligence" in {t.wording for t in tag(sample_session, "climate").others}


def test_ticked_tags_are_merged_with_a_preview_by_keyboard(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, sample_session)
    qtbot.keyClick(dialog.table, "m")
    assert sentence(dialog) == "Choose two tags or more to merge them."
    for slug in ("climate", "ai"):
        dialog.choose(slug)
        qtbot.keyClick(dialog.table, Key.Key_Space)
    before = tag(sample_session, "climate").entries
    told: list[str] = []

    def merge(asked: MergeTags) -> int:
        asked.show()
        told.append(asked.says.accessibleName())
        qtbot.keyClick(asked, Key.Key_Return)
        return asked.result()

    monkeypatch.setattr(MergeTags, "exec", merge)
    qtbot.keyClick(dialog.table, "m")
    assert "more entries get it" in told[0]
    assert sentence(dialog).startswith("Merged into “Climate”")
    assert tag(sample_session, "climate").entries > before
    dialog.banner.take(1)
    assert tag(sample_session, "climate").entries == before
    assert "ai" in by_slug(sample_session.store)


def test_removing_says_what_is_lost_and_is_undone(qtbot: QtBot, sample_session: Session) -> None:
    dialog = opened(qtbot, sample_session)
    entries = tag(sample_session, "climate").entries
    dialog.choose("climate")
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert sentence(dialog) == "Removed “Climate”."
    assert dialog.banner.notices[0].detail == f"{entries} entries lost it."
    assert "climate" not in by_slug(sample_session.store)
    assert dialog.table.hasFocus()
    qtbot.mouseClick(dialog.undo_button, Left)
    assert tag(sample_session, "climate").entries == entries


def test_only_what_was_done_here_is_undone_here(qtbot: QtBot, sample_session: Session) -> None:
    commands.add(sample_session.store, Texts.of(en="Before"))
    dialog = opened(qtbot, sample_session)
    dialog.undo()
    assert "before" in by_slug(sample_session.store)


def test_a_new_tag_is_asked_for_with_what_was_searched_in_vain(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, sample_session)

    def fill_in(form: TagForm) -> int:
        assert form.lines["ko"].text() == "나루"
        form.lines["zh"].setText("氣候")
        qtbot.mouseClick(form.add, Left)
        assert "There is a tag “气候” already." in form.fields["zh"].below.text()
        form.lines["zh"].setText("渡口")
        qtbot.mouseClick(form.add, Left)
        return form.result()

    monkeypatch.setattr(TagForm, "exec", fill_in)
    type_in(qtbot, dialog.search, "나루")
    assert dialog.model.rowCount() == 0
    qtbot.keyClick(dialog.search, Key.Key_Return)
    added = dialog.model.at(dialog.table.currentIndex())
    assert (added.names.get("zh"), added.names.get("ko")) == ("渡口", "나루")


def test_the_library_page_opens_the_tags(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = LibraryPage(sample_session)
    qtbot.addWidget(page)
    seen: list[TagsDialog] = []
    monkeypatch.setattr(TagsDialog, "exec", lambda dialog: seen.append(dialog) or 0)
    (command,) = TagsPart(sample_session, page).commands()
    command.act()
    assert len(seen[0].model.rows) == len(by_slug(sample_session.store))


# the field in the form of a topic ---------------------------------------------------------------


@pytest.fixture
def field(qtbot: QtBot, sample_session: Session) -> TagField:
    made = TagField(library.tag_names(sample_session.store), ("asean",))
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    return made


def test_tags_are_completed_in_any_language(qtbot: QtBot, field: TagField) -> None:
    type_in(qtbot, field.line, "clim")
    assert field.offered == ("Climate", "clim")  # what would be new stands last
    qtbot.keyClick(field.line, Key.Key_Return)
    type_in(qtbot, field.line, "人工")
    assert field.offered[0] == "Artificial intelligence"
    qtbot.keyClick(field.line, Key.Key_Return)
    assert field.value == ("asean", "climate", "ai")
    assert not field.new


def test_what_is_chosen_is_not_offered_and_goes_by_backspace(qtbot: QtBot, field: TagField) -> None:
    type_in(qtbot, field.line, "asea")
    assert "ASEAN" not in field.offered
    for _ in "asea":
        qtbot.keyClick(field.line, Key.Key_Backspace)
    assert field.value == ("asean",)
    qtbot.keyClick(field.line, Key.Key_Backspace)
    assert field.value == ()


def test_arrows_choose_among_what_is_found_and_escape_closes(qtbot: QtBot, field: TagField) -> None:
    type_in(qtbot, field.line, "c")
    second = field.offered[1]
    qtbot.keyClick(field.line, Key.Key_Down)
    qtbot.keyClick(field.line, Key.Key_Return)
    assert len(field.chosen) == 2
    assert field._tags[field.chosen[1]].get("en") == second
    type_in(qtbot, field.line, "c")
    qtbot.keyClick(field.line, Key.Key_Escape)
    assert field.isVisible()
    assert field.line.text() == "c"


def test_a_new_word_becomes_a_tag_in_its_language(qtbot: QtBot, field: TagField) -> None:
    type_in(qtbot, field.line, "Green  growth,")
    type_in(qtbot, field.line, "綠色增長、")
    type_in(qtbot, field.line, "녹색")
    assert field.value == ("asean", "green-growth", "綠色增長", "녹색")
    assert {s: n.entries[0].language for s, n in field.new.items()} == {
        "green-growth": "en", "綠色增長": "zh", "녹색": "ko",
    }  # fmt: skip


def test_a_topic_is_kept_with_its_new_tags_in_one_step(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = LibraryPage(sample_session)
    qtbot.addWidget(page)
    topic: Topic = library.topics(sample_session.store)[0]

    def write_tag(dialog: TopicDialog) -> int:
        dialog.tags.line.setText("Green growth")
        dialog.take()
        return dialog.result()

    monkeypatch.setattr(TopicDialog, "exec", write_tag)
    depth = sample_session.store.undo_depth
    asked = TopicDialog.ask(page, topic, library.tag_names(sample_session.store))
    assert asked is not None
    from dialogueprep.commands import library as library_commands

    sample_session.run(library_commands.change_topic, asked.topic, asked.new_tags)
    assert sample_session.store.undo_depth == depth + 1
    assert tag(sample_session, "green-growth").names.get("en") == "Green growth"
    assert tag(sample_session, "green-growth").topics == 1


def test_hundreds_of_tags_are_offered_a_few_at_a_time(qtbot: QtBot, look: object) -> None:
    many = {f"t{n}": Texts.of(en=f"Topic word {n}", zh=f"词{n}") for n in range(600)}
    made = TagField(many)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.line.setFocus()
    qtbot.waitUntil(made.line.hasFocus)
    qtbot.keyClicks(made.line, "word 59")
    assert made.offered[0] == "Topic word 59"
    assert len(made.offered) == 9
    QApplication.processEvents()
