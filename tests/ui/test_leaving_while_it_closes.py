"""A workspace that is closed or locked while documents are made: all that left is registered."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from opened import shown
from pytestqt.qtbot import QtBot
from shared_key import KEY

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.store import dialogues, documents, workspace
from dialogueprep.ui.dialogs.close_event import CloseEvent
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session
from dialogueprep.workflows.event_plan import Closing

TODAY = date(2026, 10, 30)
FILES = {"programme-en.docx", "programme-en.pdf"}


def page_at_programme(qtbot: QtBot, session: Session) -> DocumentsPage:
    page = shown(qtbot, DocumentsPage(session, today=lambda: TODAY), 1072, 752)
    page.products.list.choose("programme")

    def is_drawn() -> bool:
        return page._job is None and not page._again and page._look is not None

    qtbot.waitUntil(is_drawn, timeout=30_000)
    return page


def is_so(fact: Callable[[], bool]) -> None:
    """Wait for work of another thread, and let nothing of it arrive in this one meanwhile."""
    until = time.monotonic() + 30
    while not fact():
        assert time.monotonic() < until
        time.sleep(0.01)


def registered(folder: Path) -> set[str]:
    with workspace.open(folder, KEY) as store:
        (sample,) = dialogues.every(store)
        return {each.file_name for each in documents.releases(store, sample.id)}


def test_what_was_written_just_before_it_closed_is_registered(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page, out = page_at_programme(qtbot, sample_session), tmp_path / "out"
    page.release_to(out)
    is_so(lambda: {each.name for each in out.glob("*.*")} >= FILES)
    sample_session.close()
    assert registered(tmp_path / "workspace") == FILES


def test_what_was_not_written_yet_does_not_leave(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    page, out = page_at_programme(qtbot, sample_session), tmp_path / "out"
    page.release_to(out)
    sample_session.close()
    written = {each.name for each in out.iterdir()} if out.exists() else set[str]()
    assert registered(tmp_path / "workspace") == written
    assert not [each for each in written if each.startswith(".")]


def test_a_folder_of_an_event_that_is_there_when_its_dialog_closes_is_registered(
    qtbot: QtBot, sample_session: Session, tmp_path: Path
) -> None:
    assert sample_session.dialogue
    it = Closing(dialogue=sample_session.dialogue, products=(Product.KEY_FINDINGS,),
                 languages=("en",), on=TODAY, formats=("docx",))  # fmt: skip
    dialog = CloseEvent(None, sample_session, it, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin()
    folder = dialog.folder
    is_so(folder.is_dir)
    dialog.reject()  # as a lock does
    sample_session.close()
    assert registered(tmp_path / "workspace") == {each.name for each in folder.rglob("key-*.docx")}
