from __future__ import annotations

from dataclasses import replace

import pytest

from dialogueprep.domain.dialogue import DialogueId, ItemId
from dialogueprep.domain.finding_lint import LintCode, check_wording, strong_word
from dialogueprep.domain.notes import (
    Attribution,
    Column,
    Count,
    Finding,
    FindingId,
    Note,
    NoteId,
    NoteKind,
    Support,
)
from dialogueprep.domain.texts import Texts, language_of


def note(name: str, kind: NoteKind = NoteKind.POINT, count: Count = Count.ONE) -> Note:
    by = Attribution(count=count)
    return Note(id=NoteId(name), item=ItemId("i"), kind=kind, text=name, attribution=by)


NOTES = {
    n.id: n
    for n in (
        note("point"),
        note("agreed 1", NoteKind.AGREEMENT),
        note("agreed 2", NoteKind.AGREEMENT),
        note("many", count=Count.MANY),
    )
}


def finding(text: str, *behind: str, support: Support | None = Support.MANY) -> Finding:
    return Finding(
        id=FindingId("f"),
        dialogue=DialogueId("d"),
        column=Column.CONVERGENT,
        texts=Texts.of(en=text),
        support=support,
        notes=tuple(map(NoteId, behind)),
    )


def codes(it: Finding) -> list[str]:
    return [lint.code for lint in check_wording(it, NOTES)]


def test_a_plain_finding_on_notes_is_left_alone() -> None:
    assert codes(finding("Ports should share notices.", "point")) == []


def test_agreed_that_rests_on_one_note_is_said_with_its_word_and_count() -> None:
    it = finding("It was agreed that ports share notices.", "point", "agreed 1")
    (lint,) = check_wording(it, NOTES)
    assert (lint.code, dict(lint.facts)) == (LintCode.STRONG_WORD, {"word": "agreed", "n": 1})


def test_two_notes_of_agreement_carry_a_strong_word() -> None:
    assert codes(finding("All participants saw it so.", "agreed 1", "agreed 2")) == []
    assert codes(finding("It was agreed on notices.", "agreed 1", "many")) == []


def test_a_strong_word_beyond_the_judgement_of_support_is_said() -> None:
    it = finding("It was widely held.", "agreed 1", "many", support=Support.SOME)
    assert codes(it) == [LintCode.BEYOND_SUPPORT]


def test_a_finding_without_notes_or_support_says_so() -> None:
    assert codes(finding("Ports.", support=None)) == [LintCode.NO_NOTES, LintCode.NO_SUPPORT]


def test_a_question_that_stays_open_needs_no_support() -> None:
    it = finding("Who pays?", "point", support=None)
    assert codes(replace(it, column=Column.UNRESOLVED)) == []


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "No consensus was reached.", ""),
        ("en", "It was not yet agreed who pays.", ""),
        ("en", "Stocks are not all alike at all.", ""),
        ("en", "Unanimously, the room asked for it.", "Unanimously"),
        ("zh", "与会者一致认为应共享通知。", "一致认为"),
        ("zh", "尚未形成共识。", ""),
        ("ja", "参加者は全員、通知を求めた。", "全員"),
        ("ja", "費用については合意した。", "合意した"),
        ("ja", "費用については合意されなかった。", ""),
        ("ko", "참가자들은 통지에 합의했다.", "합의했"),
        ("ko", "비용은 합의되지 않았다.", ""),
    ],
)
def test_strong_words_are_found_unless_they_are_denied(language: str, text: str, word: str) -> None:
    assert strong_word(Texts.of({language: text})) == word


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("Many participants saw it so.", "Many"),
        ("许多与会者认为应当共享。", "许多与会者"),
        ("多くの参加者がそう見た。", "多くの参加者"),
        ("많은 참가자가 그렇게 보았다.", "많은 참가자"),
    ],
)
def test_many_with_one_note_is_said_in_each_language(words: str, word: str) -> None:
    it = replace(finding("x", "point"), texts=Texts.of({language_of(words): words}))
    (lint,) = check_wording(it, NOTES)
    assert (lint.code, dict(lint.facts)) == (LintCode.STRONG_WORD, {"word": word, "n": 1})
    assert codes(replace(it, notes=(NoteId("many"),))) == []
    assert codes(replace(it, notes=tuple(map(NoteId, ("point", "agreed 1", "agreed 2"))))) == []


def test_a_strong_and_a_weak_word_in_one_finding_are_mixed_unless_views_parted() -> None:
    it = finding("Many held that it works; some thought otherwise.", "many")
    (lint,) = check_wording(it, NOTES)
    assert (lint.code, dict(lint.facts)) == (
        LintCode.MIXED_STRENGTH, {"strong": "Many", "weak": "some"},
    )  # fmt: skip
    assert codes(replace(it, column=Column.DIVERGENT)) == []


@pytest.mark.parametrize(
    "words",
    ["There was consensus on it.", "各方达成共识。", "参加者は合意した。", "참가자들은 합의했다."],
)
def test_consensus_is_no_word_for_a_chairs_summary(words: str) -> None:
    it = replace(finding("x", "agreed 1", "many"), texts=Texts.of({language_of(words): words}))
    assert codes(it) == [LintCode.CONSENSUS]
    denied = Texts.of(
        en="There was no consensus on it.",
        zh="未达成共识。",
        ja="参加者は合意に達しなかった。",
        ko="참가자들은 합의에 이르지 못했다.",
    )
    assert codes(replace(it, texts=denied)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Start with the goods traded most.",
        "Three cities could begin; it serves many purposes.",
        "Some ports have notices.",
    ],
)
def test_quantities_of_things_are_no_claim_on_the_room(words: str) -> None:
    assert codes(finding(words, "point")) == []
