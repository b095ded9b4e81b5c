from __future__ import annotations

from opened import shown
from pytestqt.qtbot import QtBot

from dialogueprep.commands import findings as commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.release_questions import NO, YES, ReleaseQuestion
from dialogueprep.store import findings
from dialogueprep.ui.pages.documents import DocumentsPage
from dialogueprep.ui.session import Session

GOOD = {
    ReleaseQuestion.ONE_SOURCE: NO,
    ReleaseQuestion.OWN_PHRASE: NO,
    ReleaseQuestion.ACCEPTED: YES,
    ReleaseQuestion.PUBLIC: "The list of participants",
}


def test_findings_with_questions_are_told_until_all_are_answered_well(
    qtbot: QtBot, sample_session: Session
) -> None:
    page = shown(qtbot, DocumentsPage(sample_session))
    page.products.list.choose(Product.KEY_FINDINGS)
    note = page.passages.questions
    assert sample_session.dialogue
    found = findings.of_dialogue(sample_session.store, sample_session.dialogue)
    qtbot.waitUntil(lambda: note.sentence.startswith(f"{len(found)} findings"))
    assert note.isVisibleTo(page)
    with qtbot.waitSignal(sample_session.page_wanted) as asked:
        note.finding_wanted.emit(found[0].id)
    assert asked.args == ["findings", found[0].id]
    for finding in found:
        for question, answer in GOOD.items():
            sample_session.run(commands.answer_before_release, finding, question, answer)
    qtbot.waitUntil(note.isHidden)
    doubt = (found[0], ReleaseQuestion.ONE_SOURCE, YES)
    sample_session.run(commands.answer_before_release, *doubt)
    qtbot.waitUntil(lambda: note.sentence.startswith("1 finding "))


def test_a_document_for_organisers_asks_nothing(qtbot: QtBot, sample_session: Session) -> None:
    page = shown(qtbot, DocumentsPage(sample_session))
    page.products.list.choose(Product.DEBRIEF_MEMO)
    qtbot.waitUntil(
        lambda: page._look is not None and page._look.examined.brief.product is Product.DEBRIEF_MEMO
    )
    assert page.passages.questions.isHidden()
