"""What is typed into a search field becomes a query; any text is one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.query import (
    Condition,
    EntryFacts,
    Excludes,
    Field,
    Query,
    as_typed,
    excludes_most,
    matches,
    parse,
    without,
)

OPERATORS = ("tag:", "oper:>=", "-", '"', ":", "used:", "lang:", "＜＝", "：", "２", " ")


def test_words_phrases_exclusions_and_conditions_are_told_apart() -> None:
    found = parse('ports "supply chain" -tariff sens:<=2 經濟 tag:半导体')
    assert found.words == ("ports", "經濟")
    assert found.phrases == ("supply chain",)
    assert found.without == ("tariff",)
    sens = Condition(Field.SENSITIVITY, "2", "<=")
    assert found.conditions == (sens, Condition(Field.TAG, "半导体"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sens:2", Condition(Field.SENSITIVITY, "2")),
        ("sens:=2", Condition(Field.SENSITIVITY, "2")),
        ("Sens:2", Condition(Field.SENSITIVITY, "2")),
        ("sens:≤2", Condition(Field.SENSITIVITY, "2", "<=")),
        ("ｓｅｎｓ：＜＝２", Condition(Field.SENSITIVITY, "2", "<=")),
        ("oper:>3", Condition(Field.OPERABILITY, "3", ">")),
        ("-oper:<3", Condition(Field.OPERABILITY, "3", "<", denied=True)),
        ("used:never", Condition(Field.USED, "never")),
        ("lang:KO", Condition(Field.LANGUAGE, "ko")),
        ('source:"Joint declaration"', Condition(Field.SOURCE, "Joint declaration")),
        ("tag:「中小 企業」", Condition(Field.TAG, "中小 企業")),
        ("format:ASEAN+3", Condition(Field.FORMAT, "ASEAN+3")),
    ],
)
def test_a_condition_is_read(typed: str, expected: Condition) -> None:
    assert parse(typed) == Query(conditions=(expected,))


@pytest.mark.parametrize(
    "typed", ["sens:x", "sens:12", "used:perhaps", "lang:xx", "http://a.b", "a:b", "tag:-"]
)
def test_what_is_no_condition_in_full_is_words(typed: str) -> None:
    assert parse(typed) == Query(words=(typed,))


@pytest.mark.parametrize("typed", ["", "  ", '"', "-", "- :", '""', "()*^", "\0", "😀"])
def test_what_says_nothing_asks_nothing(typed: str) -> None:
    assert not parse(typed)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=6), st.sampled_from(OPERATORS)), max_size=12))
def test_any_text_parses_and_is_typed_again_to_the_same(parts: list[str]) -> None:
    found = parse("".join(parts))
    assert parse(as_typed(found)) == found
    matches(found, EntryFacts())


def test_conditions_ask_for_facts() -> None:
    facts = EntryFacts(
        tags=("sme", "SMEs", "中小企业"),
        formats=("China-Japan-ROK",),
        sources=("Côte report",),
        sensitivity=2,
        used=False,
        languages=("en", "zh"),
    )
    for typed in ("tag:中小 sens:<3 used:never", "lang:zh source:cote", "-tag:trade -sens:3"):
        assert matches(parse(typed), facts), typed
    for typed in ("tag:trade", "oper:>=1", "used:yes", "-lang:en", "sens:>2", "format:ASEAN"):
        assert not matches(parse(typed), facts), typed


def test_the_condition_that_excludes_most_is_named() -> None:
    known = [EntryFacts(sensitivity=n, tags=("sme",) if n == 5 else ()) for n in (1, 2, 3, 5)]
    query = parse("sens:<=3 tag:sme")
    tag, sens = query.conditions[1], query.conditions[0]
    assert excludes_most(query, known) == Excludes(tag, 3)
    assert without(query, tag).conditions == (sens,)
    assert excludes_most(parse("words only"), known) is None


@pytest.mark.parametrize("begun", ["tag:", "-tag:", "Sens:", "sens:<=", "oper:≥", 'source:"'])
def test_a_condition_that_is_only_begun_asks_nothing(begun: str) -> None:
    assert parse(f"wells {begun}") == parse("wells")
    assert not parse(begun)


def test_a_quotation_that_is_not_closed_yet_already_asks() -> None:
    assert parse('source:"Asia').conditions == (Condition(Field.SOURCE, "Asia"),)
