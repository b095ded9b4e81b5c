from __future__ import annotations

from dialogueprep.domain import finding_order
from dialogueprep.domain.dialogue import DialogueId, ItemId, Terms
from dialogueprep.domain.notes import Column, Finding, FindingId, Note, NoteId, NoteKind, Support
from dialogueprep.domain.release_questions import ReleaseQuestion, are_asked, doubts, left_open
from dialogueprep.domain.texts import Texts

PLACES = {NoteId(str(n)): n for n in range(6)}


def finding(*notes: int, theme: str = "", support: Support | None = None) -> Finding:
    return Finding(
        id=FindingId(f"{theme}{notes}{support}"), dialogue=DialogueId("d"),
        column=Column.CONVERGENT, texts=Texts.of(en="x"), support=support, theme=theme,
        notes=tuple(NoteId(str(n)) for n in notes),
    )  # fmt: skip


def test_findings_in_the_order_of_the_items_retell_the_meeting() -> None:
    assert finding_order.retells([finding(0), finding(1), finding(2), finding(3, 4)], PLACES)
    assert not finding_order.retells([finding(3), finding(1), finding(2), finding(0)], PLACES)


def test_few_findings_or_few_items_tell_nothing_of_an_order() -> None:
    assert not finding_order.retells([finding(0), finding(1), finding(2)], PLACES)
    assert not finding_order.retells([finding(0), finding(0), finding(1), finding(1)], PLACES)


def test_findings_without_notes_say_nothing_of_when() -> None:
    assert not finding_order.retells([finding(), finding(), finding(), finding()], PLACES)


def test_the_theme_of_the_weightiest_comes_first_and_in_it_the_weightiest() -> None:
    care, ports = finding(0, theme="care"), finding(1, theme="ports", support=Support.MANY)
    more = finding(2, theme="care", support=Support.SOME)
    bare = finding(3, support=Support.WIDELY_HELD)
    order = finding_order.by_theme([care, bare, more, ports])
    assert order == [ports.id, more.id, care.id, bare.id]


def test_questions_are_asked_unless_all_was_on_the_record() -> None:
    def note(terms: Terms) -> Note:
        return Note(id=NoteId("n"), item=ItemId("i"), kind=NoteKind.POINT, text="x", terms=terms)

    assert are_asked([]) and are_asked([note(Terms.ON_RECORD), note(Terms.RULE)])
    assert not are_asked([note(Terms.ON_RECORD)])


def test_an_unwelcome_answer_is_a_doubt_and_none_is_open() -> None:
    answers = {ReleaseQuestion.ONE_SOURCE: "yes", ReleaseQuestion.ACCEPTED: "yes"}
    assert doubts(answers) == (ReleaseQuestion.ONE_SOURCE,)
    assert left_open(answers) == (ReleaseQuestion.OWN_PHRASE, ReleaseQuestion.PUBLIC)
