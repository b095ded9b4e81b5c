from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dialogueprep.commands import library_import as commands
from dialogueprep.domain.library import Axis, SourceKind
from dialogueprep.domain.review import Facts, Review, Verdict, begin
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.store import library, reviews
from dialogueprep.ui.dialogs.import_report import FactsDialog, ImportDialog, Wanted
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.ui.widgets.buttons import Button
from dialogueprep.ui.widgets.labels import Paragraph
from dialogueprep.workflows.import_report import import_pasted

TODAY = date(2026, 11, 3)
Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LAKESIDE = """Outcome of the Lakeside Forum

17 May 2025

1. Economic resilience

First, the three countries should ease rules of origin for small firms. It was proposed to open \
technology pilot zones in three port cities.

Register here

2. Health and safety

Governments should open a hotline between the coast guards. The secretariat should set up a fund \
for vaccines.
"""
REPORTS = {
    "en": LAKESIDE,
    "zh": (
        "湖畔论坛成果\n\n一、经济韧性\n\n首先，三国应简化中小企业的原产地规则。"
        "其次，应在三个港口城市设立技术试点区。\n"
    ),
    "ja": (
        "湖畔フォーラムの成果\n\n1. 経済の強靱性\n\n"
        "第一に、三カ国は原産地規則を簡素化すべきである。第二に、港湾都市に実証特区を設けるべきだ。\n"
    ),
    "ko": (
        "호숫가 포럼 결과\n\n1. 경제 회복력\n\n첫째, 삼국은 원산지 규정을 간소화해야 한다. "
        "둘째, 항만 도시에 시범 구역을 설치해야 한다.\n"
    ),
}


def shown(qtbot: QtBot, session: Session) -> LibraryPage:
    page = LibraryPage(session, today=lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.begin()
    return page


def kept(session: Session, text: str = LAKESIDE) -> Review:
    imported = import_pasted(text)
    facts = Facts(
        title="Lakeside outcome", publisher="Lakeside", published=date(2025, 5, 17),
        kind=SourceKind.FORUM_OUTCOME, language=imported.report.language, rater="A. Rater",
        sha256="abc",
    )  # fmt: skip
    review = begin("r1", imported.report, imported.proposals, facts)
    commands.keep(session.store, review)
    return review


def reviewing(qtbot: QtBot, session: Session, text: str = LAKESIDE) -> LibraryPage:
    page = shown(qtbot, session)
    page.imports.open(kept(session, text).id)
    return page


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)


def stored(session: Session) -> Review:
    found = reviews.read(session.store, "r1")
    assert found is not None
    return found


def verdicts(session: Session) -> list[Verdict]:
    return [c.verdict for c in stored(session).candidates]


# deciding by keyboard ---------------------------------------------------------------------------


def test_enter_accepts_and_goes_to_the_next_and_x_rejects(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = reviewing(qtbot, sample_session)
    first = page.imports.review.list.value().id
    press(qtbot, Key.Key_Return)
    second = page.imports.review.list.value().id
    press(qtbot, Key.Key_X)
    assert second != first
    assert verdicts(sample_session)[:3] == [Verdict.ACCEPTED, Verdict.REJECTED, Verdict.OPEN]
    assert page.imports.review.list.value().id not in (first, second)


def test_ctrl_z_takes_the_last_decision_back_and_shows_it(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = reviewing(qtbot, sample_session)
    first = page.imports.review.list.value().id
    press(qtbot, Key.Key_X)
    sample_session.undo()
    assert verdicts(sample_session)[0] is Verdict.OPEN
    assert page.imports.review.list.value().id == first
    assert page.imports.is_open


def test_m_merges_with_the_proposal_before(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down)
    before = page.imports.review.list.value().candidate
    press(qtbot, Key.Key_M)
    now = stored(sample_session)
    assert next(c for c in now.candidates if c.id == before.id).verdict is Verdict.MERGED
    into = page.imports.review.list.value().candidate
    assert into.end == before.end and before.text in into.text


def test_t_and_r_change_the_kind(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    form = page.imports.review.form
    other = Unit.RECOMMENDATION if form.kind.value is Unit.TOPIC else Unit.TOPIC
    press(qtbot, Key.Key_T if other is Unit.TOPIC else Key.Key_R)
    press(qtbot, Key.Key_Return)
    assert stored(sample_session).candidates[0].kind is other


def test_nothing_is_rated_and_a_rating_needs_its_reason(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = reviewing(qtbot, sample_session)
    form = page.imports.review.form
    assert all(field.value == (None, "") for field in form.ratings.values())
    press(qtbot, Key.Key_2)
    press(qtbot, Key.Key_Return)
    assert verdicts(sample_session)[0] is Verdict.OPEN
    qtbot.keyClicks(form.ratings[Axis.SENSITIVITY].reason, "Spoken of in public")
    press(qtbot, Key.Key_Return)
    first = stored(sample_session).candidates[0]
    assert (first.sensitivity, first.sensitivity_reason) == (2, "Spoken of in public")


def test_shift_and_a_digit_rate_operability(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    press(qtbot, Key.Key_4, Shift)
    assert page.imports.review.form.ratings[Axis.OPERABILITY].scale.value == 4


def test_e_edits_the_title_and_what_was_edited_is_kept_on_leaving(
    qtbot: QtBot, sample_session: Session
) -> None:
    reviewing(qtbot, sample_session)
    press(qtbot, Key.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "Firms and rules")
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Down)
    assert stored(sample_session).candidates[0].titles.get("en") == "Firms and rules"


def test_a_proposal_is_split_at_the_cursor(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    review, form = page.imports.review, page.imports.review.form
    whole = next(c for c in stored(sample_session).candidates if "rules of origin" in c.text)
    review.list.choose(whole.id)
    cursor = form.text.textCursor()
    cursor.setPosition(whole.text.index("rules of origin"))
    form.text.setTextCursor(cursor)
    form.split.click()
    after = stored(sample_session)
    place = [c.id for c in after.candidates].index(whole.id)
    one, two = after.candidates[place], after.candidates[place + 1]
    text = after.report.text
    assert two.text.startswith("rules of origin")
    assert text[two.start : two.end] == two.text
    assert text[one.start : one.end] == one.text


def test_a_click_on_a_passage_chooses_its_proposal(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    review = page.imports.review
    last = stored(sample_session).candidates[-1]
    block = review.text.sheet.block_at(last.start)
    assert block is not None
    at = QPoint(60, block.top + block.height - 4)
    qtbot.mouseClick(review.text.sheet, Qt.MouseButton.LeftButton, pos=at)
    assert review.list.value().id == last.id


# keeping and taking in --------------------------------------------------------------------------


def test_a_closed_review_is_offered_again_in_the_library(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = reviewing(qtbot, sample_session)
    press(qtbot, Key.Key_Return)
    page.imports.close_button.click()
    assert not page.imports.is_open
    assert "1 of" in page.banner.notices[0].sentence
    page.banner.notices[0].remedies[0].act()
    assert page.imports.is_open
    assert page.imports.review.list.value().id == stored(sample_session).candidates[1].id


def test_ctrl_t_takes_in_what_was_accepted(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    assert "Ctrl+T" in [hint.keys for hint in page.key_hints()]
    before = library.topics(sample_session.store), library.recommendations(sample_session.store)
    with qtbot.waitSignal(sample_session.notice) as said:
        press(qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["No proposal is accepted yet."]
    for _ in stored(sample_session).candidates:
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not page.imports.is_open
    after = library.topics(sample_session.store), library.recommendations(sample_session.store)
    assert sum(map(len, after)) > sum(map(len, before))


def test_what_was_taken_in_by_a_key_is_selected_alone(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = reviewing(qtbot, sample_session)
    for _ in stored(sample_session).candidates:
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.topics.list.selected_count == 1


def test_a_heading_that_only_says_recommendations_names_no_topic(
    qtbot: QtBot, empty_session: Session
) -> None:
    text = "フォーラム報告\n\n二、提言\n\n1.介護資格を認証する枠組みを設けるべきである。\n"
    page = reviewing(qtbot, empty_session, text)
    press(qtbot, Qt.Key.Key_Return)
    page.imports.take_button.click()
    assert [t.titles.best("ja") for t in library.topics(empty_session.store)] == [
        "Lakeside outcome"
    ]


def test_taking_in_writes_all_in_one_step_and_one_undo_brings_the_review_back(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = reviewing(qtbot, sample_session)
    before = len(library.topics(sample_session.store)), len(library.sources(sample_session.store))
    while page.imports.review.review.next_open(0):
        press(qtbot, Key.Key_Return)
    review = stored(sample_session)
    page.imports.take_button.click()
    store = sample_session.store
    assert not page.imports.is_open and reviews.ids(store) == ()
    mine = [r for r in library.recommendations(store) if r.passages and r.passages[0].start]
    entries = [*mine, *library.topics(store)]
    passages = [p for e in entries for p in e.passages if p.text and p.start is not None]
    assert passages and all(review.report.text[p.start : p.end] == p.text for p in passages)
    assert library.source_of_file(store, "abc") is not None
    sample_session.undo()
    now = len(library.topics(store)), len(library.sources(store))
    assert now == before and reviews.ids(store) == ("r1",)


@pytest.mark.parametrize("language", list(REPORTS))
def test_reports_in_four_languages_are_taken_in(
    qtbot: QtBot, empty_session: Session, language: str
) -> None:
    page = reviewing(qtbot, empty_session, REPORTS[language])
    assert page.imports.review.review.candidates
    while page.imports.review.review.next_open(0):
        press(qtbot, Key.Key_Return)
    page.imports.take_button.click()
    assert library.topics(empty_session.store)
    assert library.sources(empty_session.store)[0].language == language


# reading ----------------------------------------------------------------------------------------


def accept_facts(monkeypatch: pytest.MonkeyPatch) -> list[Facts]:
    asked: list[Facts] = []

    def ask(_cls, _parent, guess, _formats, _about) -> Facts:
        asked.append(guess)
        return guess

    monkeypatch.setattr(FactsDialog, "ask", classmethod(ask))
    return asked


def test_a_dropped_file_is_read_and_reviewed_with_its_facts_guessed(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = accept_facts(monkeypatch)
    page = shown(qtbot, sample_session)
    path = tmp_path / "lakeside.txt"
    path.write_text(LAKESIDE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.imports.views, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPoint(300, 300), copy, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.imports.views, drop)
    qtbot.waitUntil(lambda: page.imports.is_open)
    assert asked[0].title == "Outcome of the Lakeside Forum"
    assert asked[0].published == date(2025, 5, 17)
    assert asked[0].kind is SourceKind.FORUM_OUTCOME


def test_the_same_file_again_is_said(
    qtbot: QtBot, sample_session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept_facts(monkeypatch)
    page = shown(qtbot, sample_session)
    path = tmp_path / "lakeside.txt"
    path.write_text(LAKESIDE, encoding="utf-8")
    page.imports.read_files([path])
    qtbot.waitUntil(lambda: page.imports.is_open)
    while page.imports.review.review.next_open(0):
        press(qtbot, Key.Key_Return)
    page.imports.take_button.click()
    page.imports.read_files([path])
    qtbot.waitUntil(lambda: "already" in page.banner.notices[0].sentence)
    assert not page.imports.is_open


def test_a_file_that_cannot_be_read_is_refused_in_words_and_nothing_is_stored(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page = shown(qtbot, sample_session)
    path = tmp_path / "old.hwp"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    page.imports.read_files([path])
    qtbot.waitUntil(lambda: bool(page.banner.notices))
    assert page.banner.notices[0].level == "block"
    assert reviews.ids(sample_session.store) == ()
    qtbot.waitUntil(lambda: page.imports.job is None)


def test_ctrl_i_asks_for_a_text_and_reads_it(
    qtbot: QtBot, sample_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept_facts(monkeypatch)
    monkeypatch.setattr(
        ImportDialog, "ask", classmethod(lambda _cls, _parent: Wanted(text=LAKESIDE))
    )
    page = shown(qtbot, sample_session)
    press(qtbot, Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.imports.is_open)


def test_a_pasted_text_is_taken_from_the_dialog(qtbot: QtBot, sample_session: Session) -> None:
    dialog = ImportDialog(None)
    qtbot.addWidget(dialog)
    assert not dialog.read.isEnabled()
    qtbot.keyClicks(dialog.text, "Ports should open.")
    dialog.read.click()
    assert dialog.wanted == Wanted(text="Ports should open.")


def test_a_source_needs_a_title(qtbot: QtBot, sample_session: Session) -> None:
    facts = kept(sample_session).facts
    dialog = FactsDialog(None, facts, (), "")
    qtbot.addWidget(dialog)
    dialog.title.clear()
    dialog.done_button.click()
    assert not dialog.result()
    qtbot.keyClicks(dialog.title, "Harbour report")
    dialog.done_button.click()
    assert dialog.facts.title == "Harbour report"


def test_what_the_library_says_already_is_said_and_linked(
    qtbot: QtBot, sample_session: Session
) -> None:
    text = "# Ports\n\nThe ports should share information among ports every day.\n"
    page = reviewing(qtbot, sample_session, text)
    review = page.imports.review
    qtbot.waitUntil(lambda: "Alike" in " ".join(_lines(review.form)), timeout=20_000)
    (line,) = (each for each in _lines(review.form) if "Share information among ports" in each)
    assert "in the library, from Shanghai" in line
    (link, *_rest) = (b for b in review.form.findChildren(Button) if b.text() == "Link as variant")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    (linked,) = (c for c in stored(sample_session).candidates if c.variants)
    known = {str(r.id): r for r in library.recommendations(sample_session.store)}
    assert known[linked.variants[0]].titles.best("en") == "Share information among ports"


def _lines(form: QWidget) -> list[str]:
    return [each.accessibleName() for each in form.findChildren(Paragraph) if each.isVisible()]


def test_the_next_proposal_is_shown_from_its_title(qtbot: QtBot, sample_session: Session) -> None:
    page = reviewing(qtbot, sample_session)
    page.resize(1240, 520)
    bar = page.imports.review._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    press(qtbot, Key.Key_Return)
    assert bar.value() == 0
