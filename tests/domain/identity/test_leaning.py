"""What the words around an office tell: how a meeting was run, or what the officer thinks."""

from __future__ import annotations

import pytest

from dialogueprep import paths
from dialogueprep.domain.identity.offices.leaning import likely_a_view, only_ran_it, sure
from dialogueprep.domain.identity.reading.fold import Fold
from dialogueprep.exchange.lexicon_reader import read_lexicon
from tests.corpus.learn_officers import clauses, digest, learnt

RAN = (
    ("", "the chair", " asked the interpreters for five minutes and then took up item nine."),
    ("", "主席", "请大家翻到附件二，然后按名单继续发言。"),
    ("", "議長", "は通訳の準備を待って次の議題に移った。"),
    ("", "의장", "은 통역 준비를 기다린 뒤 다음 의제로 넘어갔다."),
)
THOUGHT = (
    ("", "the chair", " doubted that the second cable would ever pay."),
    ("", "the chair", " summed up in his personal capacity."),
    ("", "主席", "怀疑第二条电缆能否回本。"),
    ("", "議長", "は二本目のケーブルは採算が合わないと疑った。"),
    ("", "의장", "은 둘째 케이블이 남는 장사인지 의심했다."),
)


@pytest.mark.parametrize("told", RAN)
def test_who_only_ran_the_meeting_holds_no_view(told: tuple[str, str, str]):
    assert only_ran_it(*_folded(told))


@pytest.mark.parametrize("told", THOUGHT)
def test_what_an_officer_thinks_is_a_view(told: tuple[str, str, str]):
    assert not only_ran_it(*_folded(told))


def test_words_that_nobody_learnt_decide_nothing():
    assert likely_a_view("", "zzzz", "en") > 0.3


def test_the_weights_are_what_the_clauses_teach():
    text = (paths.data() / "lexicon" / "officers.txt").read_text("utf-8")
    assert digest() in text, "learn them anew: python -m tests.corpus.learn_officers"
    korean = learnt([clause for clause in clauses() if clause.language == "ko"])
    rows = text.partition("[ko]\n")[2].partition("\n[")[0].split("\n")
    assert rows == [f"{trait}\t{round(100 * korean[trait])}" for trait in sorted(korean)]


def test_clauses_in_each_language_tell_both_by_several_hands():
    told = {(clause.language, clause.view, clause.hand) for clause in clauses()}
    for language in ("en", "zh", "ja", "ko"):
        for view in (True, False):
            assert sum((language, view) == one[:2] for one in told) >= 4
    assert sum(not clause.traits for clause in clauses()) == 0


def test_a_sum_of_weights_is_a_likelihood():
    assert sure(0) == 0.5
    assert 0 < sure(-1000) < 1e-9
    assert 0.999 < sure(1000) < 1


def _folded(told: tuple[str, str, str]) -> tuple[str, ...]:
    fold = Fold(read_lexicon().readings.kanji)
    before, office, after = (fold(part).text for part in told)
    return before, office, after
