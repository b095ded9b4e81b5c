"""A suggestion keeps within budget and ceiling, begins low, and explains itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.checks import SENSITIVE
from dialogueprep.domain.dialogue import DialogueId, ItemId, Phase
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Format,
    Rating,
    RatingId,
    Topic,
    TopicId,
)
from dialogueprep.domain.notes import Column
from dialogueprep.domain.offer import TopicFacts, count_kept, why_kept
from dialogueprep.domain.suggesting import (
    Suggestion,
    Wish,
    arranged,
    begins_low,
    replaced,
    suggest,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.uses import History, Use
from dialogueprep.sentences import suggested_because

TABLE = frozenset({"CN", "JP", "KR"})


def topic(name: str, dimension: Dimension, sensitivity: int = 1, operability: int = 4) -> Topic:
    values = ((Axis.SENSITIVITY, sensitivity), (Axis.OPERABILITY, operability))
    return Topic(
        id=TopicId(name), titles=Texts.of(en=name), dimension=dimension,
        formats=(Format("China-Japan-ROK"),),
        ratings=tuple(
            Rating(
                id=RatingId(f"{name}{axis}"), axis=axis, value=value, reason="Because.", rater="Us",
                rated=date(2026, 1, 1),
            )
            for axis, value in values
        ),
    )  # fmt: skip


def used(name: str, year: int, *ended: Column) -> History:
    use = Use(
        entry=name, dialogue=DialogueId(f"d{year}"), names=Texts.of(en="A round"),
        first_day=date(year, 5, 1), phase=Phase.CLOSED, item=ItemId(f"i{year}"), planned=60,
        ended=ended,
    )  # fmt: skip
    return History((use,))


def wish(budget: int, ceiling: int = 2, **more: History) -> Wish:
    return Wish(budget=budget, ceiling=ceiling, table=TABLE, histories=more)


def names(suggestion: Suggestion) -> list[str]:
    return [c.topic for c in suggestion.choices]


ratings = st.integers(1, 5)
topics = st.lists(
    st.tuples(st.sampled_from(list(Dimension)), ratings, ratings), max_size=12
).map(lambda rows: [topic(f"t{n}", *row) for n, row in enumerate(rows)])  # fmt: skip


@given(topics, st.integers(0, 600), ratings, st.randoms())
@settings(deadline=None, max_examples=150)
def test_any_suggestion_keeps_the_rules(offered, budget, ceiling, random) -> None:
    found = suggest(offered, wish(budget, ceiling))
    by_id = {t.id: t for t in offered}
    sensitivities = [by_id[c.topic].sensitivity for c in found.choices]
    assert sum(c.minutes for c in found.choices) + found.left == budget >= 0
    assert found.left >= 0
    assert all(s <= ceiling for s in sensitivities)
    assert len(set(names(found))) == len(found.choices)
    if sensitivities:
        assert sensitivities[0] == min(sensitivities)
        assert sensitivities[-1] < SENSITIVE
    shuffled = list(offered)
    random.shuffle(shuffled)
    assert suggest(shuffled, wish(budget, ceiling)) == found
    assert all(suggested_because(r.code, r.facts) for c in found.choices for r in c.reasons)


@given(topics, st.integers(0, 400), ratings, st.data())
@settings(deadline=None, max_examples=100)
def test_what_is_kept_stays_and_what_is_refused_stays_away(offered, budget, ceiling, data) -> None:
    first = suggest(offered, wish(budget, ceiling))
    some = st.sets(st.sampled_from(first.topics)) if first.topics else st.just(set())
    kept, refused = data.draw(some), data.draw(some)
    asked = replace(wish(budget, ceiling), kept=tuple(kept), refused=refused - kept)
    found = suggest(offered, asked)
    assert kept <= set(found.topics)
    assert not (refused - kept) & set(found.topics)
    assert found.left >= 0
    sensitivities = {t.id: t.sensitivity for t in offered}
    assert begins_low([sensitivities[t] for t in found.topics])
    turned = arranged(offered, asked, reversed(found.topics))
    assert turned.topics == tuple(reversed(found.topics))
    assert turned.left == found.left


@given(topics, ratings)
@settings(deadline=None, max_examples=60)
def test_each_alternative_fits_in_its_place(offered, ceiling) -> None:
    asked = wish(240, ceiling)
    found = suggest(offered, asked)
    for choice in found.choices:
        for other in choice.instead:
            swapped = replaced(offered, asked, found, choice.topic, other.topic)
            assert swapped.left >= 0
            assert other.reasons
            assert len(set(swapped.topics)) == len(found.topics)


def test_what_was_passed_over_comes_after_others_of_its_dimension() -> None:
    offered = [topic("a", Dimension.ECONOMIC), topic("b", Dimension.ECONOMIC)]
    assert names(suggest(offered, wish(75))) == ["a"]
    again = replace(wish(75), passed={TopicId("a"): 1})
    assert names(suggest(offered, again)) == ["b"]


def test_a_length_set_by_hand_counts() -> None:
    offered = [topic("a", Dimension.ECONOMIC)]
    found = suggest(offered, replace(wish(60), minutes={TopicId("a"): 50}))
    assert [c.minutes for c in found.choices] == [50]
    assert found.left == 10


def test_facts_of_a_topic_are_offered_as_the_topic_itself() -> None:
    known = [topic("a", Dimension.ECONOMIC, 1), topic("b", Dimension.SECURITY, 4)]
    facts = [TopicFacts(t.id, t.dimension, t.formats, t.sensitivity, t.operability) for t in known]
    for ceiling in range(1, 6):
        assert suggest(facts, wish(300, ceiling)) == suggest(known, wish(300, ceiling))
        offered = [t for t in known if t.offered(ceiling, TABLE)]
        assert [t for t in known if why_kept(t, ceiling, TABLE) is None] == offered
        assert count_kept(facts, ceiling, TABLE).all == len(known) - len(offered)


def test_dimensions_are_covered_before_one_comes_twice() -> None:
    offered = [topic(f"e{n}", Dimension.ECONOMIC) for n in range(3)]
    offered += [topic("s", Dimension.SOCIETAL, 2), topic("i", Dimension.INSTITUTIONAL, 2)]
    assert set(names(suggest(offered, wish(225)))) == {"e0", "s", "i"}


def test_what_was_never_used_or_ended_unresolved_comes_before_the_rest() -> None:
    offered = [topic(name, Dimension.ECONOMIC) for name in ("agreed", "new", "open")]
    histories = {
        "agreed": used("agreed", 2024, Column.CONVERGENT),
        "open": used("open", 2025, Column.UNRESOLVED),
    }
    found = suggest(offered, wish(140, **histories))
    assert set(names(found)) == {"new", "open"}
    reasons = {c.topic: [r.code for r in c.reasons] for c in found.choices}
    assert "never-used" in reasons[TopicId("new")]
    assert "ended-unresolved" in reasons[TopicId("open")]
    said = [suggested_because(r.code, r.facts) for c in found.choices for r in c.reasons]
    assert "It was last discussed in 2025-05 and ended unresolved." in said


def test_a_sensitive_topic_stands_between_mild_ones_or_not_at_all() -> None:
    hard = topic("hard", Dimension.SECURITY, 4)
    mild = [topic("a", Dimension.ECONOMIC, 1), topic("b", Dimension.SOCIETAL, 2)]
    assert names(suggest([hard, *mild], wish(300, 5))) == ["a", "hard", "b"]
    assert names(suggest([hard, mild[0]], wish(300, 5))) == ["a"]
    assert names(suggest([hard], wish(300, 5))) == []


def test_each_choice_is_replaceable_by_what_would_fit() -> None:
    offered = [
        topic("a", Dimension.ECONOMIC, 1), topic("b", Dimension.ECONOMIC, 2),
        topic("c", Dimension.SOCIETAL, 2),
    ]  # fmt: skip
    asked = wish(75)
    found = suggest(offered, asked)
    assert names(found) == ["a"]
    assert found.choices[0].alternatives == ("b", "c")
    other = replaced(offered, asked, found, TopicId("a"), TopicId("c"))
    assert names(other) == ["c"]
    assert other.choices[0].alternatives == ("a", "b")
