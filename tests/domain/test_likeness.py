"""Near-duplicates are proposed with their reason, and never from all pairs."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.library import (
    Dimension,
    Passage,
    PassageId,
    Recommendation,
    RecommendationId,
    SourceId,
    TopicId,
)
from dialogueprep.domain.likeness import Likeness, after_merge, alike, saying
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.library_reader import read_library
from dialogueprep.sentences import alike_because

LIBRARY = read_library()
TAGS = {t.id: t.labels for t in LIBRARY.tags}


def said(name: str, titles: Texts, texts: Texts, tags: tuple[str, ...] = ()) -> Recommendation:
    passage = Passage(id=PassageId(f"p-{name}"), source=SourceId(f"s-{name}"), locator="p. 1")
    return Recommendation(
        id=RecommendationId(name), topic=TopicId("t"), titles=titles, texts=texts, tags=tags,
        dimension=Dimension.ECONOMIC, passages=(passage,),
    )  # fmt: skip


ONE = said(
    "one",
    Texts.of(en="Share berth data between ports"),
    Texts.of(en="The port authorities should exchange data on berths and arrivals every day."),
)
OTHER = said(
    "other",
    Texts.of(en="Exchange of data on berths"),
    Texts.of(en="Daily exchange of arrivals and berth data among port authorities is proposed."),
)
FAR = said(
    "far",
    Texts.of(en="Fund student exchanges"),
    Texts.of(en="Universities should be funded to send more students abroad."),
)


def test_the_same_proposal_in_other_words_is_found_with_its_words() -> None:
    (found,) = alike((ONE, OTHER, FAR, *LIBRARY.recommendations), TAGS)[:1]
    assert found.pair == {"one", "other"}
    assert found.code == "same-words"
    words = found.facts["words"]
    assert isinstance(words, tuple)
    assert "berth" in words or "berths" in words
    assert "berth" in alike_because(found.code, found.facts)


def test_what_a_person_decided_is_not_proposed_again() -> None:
    pairs = {it.pair for it in alike((ONE, OTHER), TAGS)}
    assert pairs == {frozenset(("one", "other"))}
    assert not alike((ONE, OTHER), TAGS, frozenset(pairs))


def test_the_same_idea_in_two_languages_is_found_by_tags_names_and_numbers() -> None:
    english = said(
        "en",
        Texts.of(en="RCEP rules for supply chains"),
        Texts.of(en="Supply chain rules of RCEP should be reviewed by 2030."),
        ("trade",),
    )
    japanese = said(
        "ja",
        Texts.of(ja="RCEPのサプライチェーン規則"),
        Texts.of(ja="RCEPのサプライチェーンに関する規則を2030年までに見直すべきである。"),
        ("trade",),
    )
    other = said("zh", Texts.of(zh="青年交流"), Texts.of(zh="应扩大青年交流。"))
    found = alike((english, japanese, other, FAR), TAGS)
    assert [it.pair for it in found] == [{"en", "ja"}]
    assert found[0].code == "same-idea"
    assert (found[0].facts["tags"], found[0].facts["numbers"]) == (("trade",), ("2030",))
    assert set(found[0].facts["terms"]) == {"RCEP", "supply chains = サプライチェーン"}  # pyright: ignore
    assert "RCEP" in alike_because(found[0].code, found[0].facts)


def test_chinese_is_compared_by_its_characters() -> None:
    one = said("one", Texts.of(zh="港口泊位信息共享"), Texts.of(zh="各国应每日共享港口泊位信息。"))
    other = said("two", Texts.of(zh="共享泊位信息"), Texts.of(zh="建议港口之间每日共享泊位信息。"))
    every = alike((one, other, *LIBRARY.recommendations), TAGS)
    found = next(it for it in every if it.pair == {"one", "two"})
    words = found.facts["words"]
    assert isinstance(words, tuple)
    assert any("泊位信息" in word for word in words)


def test_the_frame_that_a_source_repeats_is_not_a_duplicate() -> None:
    found = alike((*LIBRARY.topics, *LIBRARY.recommendations), TAGS)
    assert len(found) <= 6
    entries = {e.id: e for e in (*LIBRARY.topics, *LIBRARY.recommendations)}
    for it in found:
        assert type(entries[it.one]) is type(entries[it.other])


def test_the_order_of_entries_makes_no_difference() -> None:
    entries = [ONE, OTHER, FAR, *LIBRARY.recommendations]
    twin = replace(ONE, id=RecommendationId("twin"))
    told: dict[frozenset[str], float] = {}
    found = alike((*entries, twin), TAGS, tell=lambda it: told.update({it.pair: it.score}))
    there = {(it.pair, it.score) for it in found}
    assert there == {*told.items()}
    assert {(it.pair, it.score) for it in alike((twin, *entries[::-1]), TAGS)} == there


def test_after_a_merge_what_was_alike_to_one_is_alike_to_the_other() -> None:
    first, second, third = (
        Likeness(one, other, score, "same-words")
        for one, other, score in (("a", "b", 0.9), ("b", "c", 0.8), ("a", "c", 0.7))
    )
    left = after_merge((second, third), gone="b", kept="a")
    assert [(it.pair, it.score) for it in left] == [(frozenset("ac"), 0.8)]
    assert after_merge((first,), gone="b", kept="a") == ()


def test_an_unknown_dimension_is_not_another_one() -> None:
    one = saying(said("zh", Texts.of(zh="半导体预警"), Texts()))
    known = saying(said("en", Texts.of(en="Early warning for semiconductors"), Texts()))
    other = replace(known, dimension=Dimension.SECURITY)
    scores = [
        next(it.score for it in alike((one, each), TAGS) if it.pair == {"zh", "en"})
        for each in (known, replace(known, dimension=None), other)
    ]
    assert scores[0] == scores[1] > scores[2]
