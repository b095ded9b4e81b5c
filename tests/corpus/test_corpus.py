"""The corpus itself: its labels hold together."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.corpus.fresh import fresh_cases, fresh_table
from tests.corpus.labels import HALVES, KINDS, LANGUAGES, Case, half_of, read_cases
from tests.corpus.table import HERE, read_table, table_names

CASES = tuple(case for half in HALVES for case in read_cases(half))


def test_there_are_enough_sentences_in_four_languages():
    by_language = Counter(case.language for case in CASES)
    assert len(CASES) >= 400
    assert all(by_language[language] >= 100 for language in LANGUAGES)
    clean = sum(not case.labels for case in CASES)
    assert 0.4 <= clean / len(CASES) <= 0.5


def test_there_are_six_tables_of_eight_to_twenty_five_people():
    tables = [read_table(name) for name in table_names()]
    assert len(tables) >= 6
    assert all(8 <= len(t.people) <= 25 and len(t.ids) == len(t.people) for t in tables)


def test_no_sentence_stands_twice():
    assert len({(case.table, case.item, case.text) for case in CASES}) == len(CASES)
    assert len({case.id for case in CASES}) == len(CASES)


def test_the_id_decides_the_half():
    assert [case.id for case in CASES if case.half != half_of(case.id)] == []
    sizes = Counter(case.half for case in CASES)
    assert min(sizes.values()) > 0.45 * len(CASES)


def test_labels_stand_where_they_say():
    for case in CASES:
        table = read_table(case.table)
        assert case.item in table.items, case.id
        for label in case.labels:
            assert case.text[label.start : label.end] == label.passage, case.id
            assert label.kind in KINDS, case.id
            assert label.people <= table.ids, case.id


def test_counted_labels_agree_with_the_roster():
    for case in CASES:
        k = read_table(case.table).k
        assert all(size >= k for size in case.enough), case.id
        for label in case.labels:
            if label.kind == "descriptor":
                assert label.k in range(1, k), (case.id, label.passage)
            elif label.kind in ("group", "small"):
                assert label.people, (case.id, label.passage)


def test_nothing_is_taken_from_the_sample_cases():
    sample = json.loads((HERE.parent / "cases" / "sample_cases.json").read_text("utf-8"))
    texts = {re.sub(r"\W", "", case["text"]).casefold() for case in sample["cases"]}
    names = {person["name_latin"] for person in sample["roster"]}
    assert not texts & {re.sub(r"\W", "", case.text).casefold() for case in CASES}
    for name in table_names():
        people = read_table(name).people
        assert not names & {f"{p['family']} {p['given']}" for p in people}


def test_a_mark_that_is_not_closed_is_refused():
    from tests.corpus.labels import case_of

    with pytest.raises(ValueError, match="x-1"):
        case_of("x-1", "open", read_table("strait"), "en", "P", "⟦He|name asked", "", "")


def test_fresh_sentences_are_the_same_for_the_same_seed():
    assert fresh_cases(7) == fresh_cases(7)
    assert fresh_cases(7) != fresh_cases(8)


@pytest.mark.parametrize("seed", range(4))
def test_fresh_sentences_are_labelled_by_their_roster(seed: int):
    table = fresh_table(seed)
    cases: tuple[Case, ...] = fresh_cases(seed)
    assert {case.language for case in cases} == set(LANGUAGES)
    for case in cases:
        assert all(label.people and label.people <= table.ids for label in case.labels)
        assert all(label.k in range(1, table.k) for label in case.labels if label.k is not None)
        assert all(size >= table.k for size in case.enough)
