"""Several reports wait their turn for review, and a topic is found among thousands by typing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dialogueprep.commands import library_import as commands
from dialogueprep.domain.library import SourceKind
from dialogueprep.domain.review import Facts, Review, Verdict, begin
from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.store import library, reviews
from dialogueprep.ui.dialogs.import_report import FactsDialog
from dialogueprep.ui.pages.library import LibraryPage
from dialogueprep.ui.session import Session
from dialogueprep.workflows.import_report import import_pasted

Key = Qt.Key
REPORT = "Outcome of the {} Forum\n\n1. Trade\n\nGovernments should ease rules for {} firms.\n"


def shown(qtbot: QtBot, session: Session) -> LibraryPage:
    page = LibraryPage(session, today=lambda: date(2026, 11, 3))
    qtbot.addWidget(page)
    page.resize(1240, 752)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def keep(session: Session, *names: str) -> None:
    for name in names:
        imported = import_pasted(REPORT.format(name, name))
        facts = Facts(
            title=f"{name} outcome", publisher="", published=date(2025, 5, 17),
            kind=SourceKind.REPORT, language="en",
        )  # fmt: skip
        review = begin(name, imported.report, imported.proposals, facts)
        commands.keep(session.store, accepted(review))


def accepted(review: Review) -> Review:
    candidates = tuple(replace(c, verdict=Verdict.ACCEPTED) for c in review.candidates)
    return replace(review, candidates=candidates)


def test_reports_that_wait_are_counted_and_listed(qtbot: QtBot, sample_session: Session) -> None:
    keep(sample_session, "Lake", "Hill", "Coast")
    page = shown(qtbot, sample_session)
    (notice,) = page.banner.notices
    assert notice.sentence == "3 reports wait for review"
    for name in ("Lake outcome", "Hill outcome", "Coast outcome"):
        assert name in notice.detail
    page.banner.take(3)
    assert page.imports.review.review is not None
    assert page.imports.review.review.id == "Coast"


def test_the_next_opens_when_one_is_done(qtbot: QtBot, sample_session: Session) -> None:
    keep(sample_session, "Lake", "Hill")
    page = shown(qtbot, sample_session)
    page.banner.take(1)
    page.imports.take_in()
    assert page.imports.review.review is not None
    assert page.imports.review.review.id == "Hill"
    assert "Lake outcome" in page.banner.notices[0].sentence
    page.imports.take_in()
    assert not page.imports.is_open
    assert reviews.ids(sample_session.store) == ()


def test_each_of_several_files_is_kept_for_review(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page = shown(qtbot, sample_session)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(REPORT.format(name, name))
    (tmp_path / "c.txt").mkdir()
    asked: list[str] = []

    def answer() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, FactsDialog) and found._about.text() not in asked:
            asked.append(found._about.text())
            found.take()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(20)
    page.imports.read_files([tmp_path / f"{name}.txt" for name in "abc"])
    qtbot.waitUntil(lambda: len(reviews.ids(sample_session.store)) == 2)
    qtbot.waitUntil(lambda: page.imports.job is None)
    assert page.imports.is_open
    assert asked[0].startswith("1 of 2 · a.txt")
    assert "c.txt" in page.banner.notices[0].sentence


def picking(qtbot: QtBot, session: Session) -> LibraryPage:
    keep(session, "Lake")
    page = shown(qtbot, session)
    page.imports.open("Lake")
    review = page.imports.review
    review.form.set_kind(Unit.RECOMMENDATION)
    return page


def test_typing_finds_a_topic_and_enter_takes_it(qtbot: QtBot, sample_session: Session) -> None:
    page = picking(qtbot, sample_session)
    wanted = next(
        t for t in library.topics(sample_session.store) if "supply" in t.titles.best("en").lower()
    )
    picker = page.imports.review.form.topic
    picker.field.setFocus()
    qtbot.waitUntil(picker.list.isVisible)
    qtbot.keyClicks(picker.field, "supply ch")
    titles = [o[1] for o in picker._model.rows]
    assert wanted.titles.best("en") in titles
    for _ in range(titles.index(wanted.titles.best("en"))):
        qtbot.keyClick(picker.field, Key.Key_Down)
    qtbot.keyClick(picker.field, Key.Key_Return)
    assert picker.value == wanted.id
    assert not picker.list.isVisible()
    page.imports.flush()
    kept = reviews.read(sample_session.store, "Lake")
    assert kept is not None
    assert wanted.id in {c.topic for c in kept.candidates}


def test_escape_keeps_the_topic_that_was_chosen(qtbot: QtBot, sample_session: Session) -> None:
    page = picking(qtbot, sample_session)
    picker = page.imports.review.form.topic
    before = picker.value, picker.field.text()
    picker.field.setFocus()
    qtbot.keyClicks(picker.field, "zzz")
    qtbot.keyClick(picker.field, Key.Key_Escape)
    assert (picker.value, picker.field.text()) == before
