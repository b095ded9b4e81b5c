"""Words and conditions together over topics and recommendations."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Entry,
    Format,
    Passage,
    PassageId,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Source,
    SourceId,
    SourceKind,
    Topic,
    TopicId,
)
from dialogueprep.domain.query import EntryFacts, matches, parse
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, library_search, search, search_words
from dialogueprep.store.library_search import (
    best_topics,
    excludes_most,
    found,
    topics_in_slices,
)
from dialogueprep.store.matches import matches_in
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store

TODAY = date(2026, 11, 3)
CJK_FORMAT = Format("China-Japan-ROK")
ASEAN_FORMAT = Format("ASEAN+3")
TAGS = {
    "sme": Texts.of(en="Small firms", zh="中小企业", ja="中小企業", ko="중소기업"),
    "chips": Texts.of(en="Semiconductors", zh="半导体", ja="半導体", ko="반도체"),
}
SOURCE = Source(
    id=SourceId("report"),
    title="Côte Forum outcome",
    publisher="Forum",
    published=date(2026, 1, 2),
    kind=SourceKind.REPORT,
)


def ratings(sensitivity: int | None, operability: int | None) -> tuple[Rating, ...]:
    values = ((Axis.SENSITIVITY, sensitivity), (Axis.OPERABILITY, operability))
    return tuple(
        Rating(
            id=RatingId(new_id()),
            axis=axis,
            value=value,
            reason="",
            rater="",
            rated=SOURCE.published,
        )
        for axis, value in values
        if value is not None
    )


TOPICS = (
    Topic(
        id=TopicId("chains"),
        titles=Texts.of(en="Resilient supply chains", zh="供应链韧性"),
        dimension=Dimension.ECONOMIC,
        formats=(CJK_FORMAT, ASEAN_FORMAT),
        tags=("chips",),
        ratings=ratings(3, 4),
        questions=(Texts.of(en="Which bottlenecks matter?"),),
    ),
    Topic(
        id=TopicId("youth"),
        titles=Texts.of(ko="청년 교류", en="Youth exchanges"),
        dimension=Dimension.SOCIETAL,
        formats=(CJK_FORMAT,),
        ratings=ratings(1, 5),
        passages=(
            Passage(id=PassageId("p"), source=SOURCE.id, locator="p. 3", text="Campus Asia grows"),
        ),
    ),
    Topic(id=TopicId("bare"), titles=Texts.of(ja="湾岸の港"), dimension=Dimension.POLITICAL),
)
RECOMMENDATIONS = (
    Recommendation(
        id=RecommendationId("loans"),
        topic=TopicId("chains"),
        titles=Texts.of(en="Offer loans to small firms"),
        texts=Texts.of(en="A fund lends where banks do not."),
        dimension=Dimension.ECONOMIC,
        tags=("sme",),
        ratings=ratings(2, 2),
    ),
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.step("Fill") as step:
        for slug, names in TAGS.items():
            library.put_tag(step, slug, names)
        library.put_source(step, SOURCE)
        for topic in TOPICS:
            library.put_topic(step, topic)
        for it in RECOMMENDATIONS:
            library.put_recommendation(step, it)
    return store


def use(step: Step, topic: str) -> None:
    db = step.db
    db.table("dialogues").insert({"id": "d", "first_day": "2026-11-03"})
    item = {"id": new_id(), "dialogue": "d", "kind": "discussion", "day": 0, "minutes": 30}
    db.table("items").insert(item | {"terms": "chatham house rule", "topic": topic})


def ids(store: Store, typed: str) -> set[str]:
    return set(found(store, typed).entries)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("supply", {"chains"}),
        ("bottleneck resilient", {"chains"}),  # a question and the title together
        ("campus", {"youth"}),  # a passage
        ("供應鏈", {"chains"}),
        ("中小", {"loans"}),  # a tag in another language
        ("tag:半導體", {"chains", "loans"}),  # a recommendation shares the tags of its topic
        ("tag:sme", {"loans"}),
        ("tag:nothing", set()),
        ("tag:s", {"chains", "loans"}),  # every tag there is
        ("-tag:s", {"youth", "bare"}),
        ("s supply", {"chains"}),
        ("-tag:sme -tag:chips", {"youth", "bare"}),
        ("sens:<=2", {"youth", "loans"}),
        ("sens:2", {"loans"}),
        ("oper:>=4", {"youth", "chains"}),
        ("-sens:<=5", {"bare"}),  # unrated
        ("lang:ko", {"youth"}),
        ("format:asean", {"chains", "loans"}),
        ("source:cote", {"youth"}),
        ("used:yes", set()),
        ("used:never oper:>=1", {"chains", "youth", "loans"}),
        ('"supply chains"', {"chains"}),
        ('"chains supply"', set()),
        ("supply -youth", {"chains"}),
        ("-supply", {"youth", "bare", "loans"}),
        ("港", {"bare"}),
        ("", set()),
    ],
)
def test_a_query_finds(filled: Store, typed: str, expected: set[str]) -> None:
    assert ids(filled, typed) == expected


def test_a_recommendation_brings_its_topic(filled: Store) -> None:
    result = found(filled, "loans sens:<=2")
    assert (result.entries, result.topics) == (("loans",), ("chains",))
    assert library_search.entries(filled, parse("loans")) == ("loans",)


def test_use_ratings_and_tags_that_change_are_found_as_they_are(filled: Store) -> None:
    assert ids(filled, "used:yes tag:chips") == set()
    with filled.step("Use") as step:
        use(step, "chains")
        step.db.execute("UPDATE ratings SET value = 5 WHERE subject = 'youth'")
        step.db.execute("UPDATE texts SET wording = 'Wafers' WHERE wording = 'Semiconductors'")
    assert ids(filled, "used:yes") == {"chains"}
    assert ids(filled, "sens:5") == {"youth"}
    assert ids(filled, "wafers") == {"chains", "loans"}
    filled.undo()
    assert ids(filled, "used:yes") == set()
    assert ids(filled, "sens:1") == {"youth"}
    assert ids(filled, "tag:semicond") == {"chains", "loans"}
    with filled.step("Untag") as step:
        step.db.execute("DELETE FROM entry_tags WHERE entry = 'chains'")
    assert ids(filled, "tag:chips") == set()


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("suply", "supply"),
        ("yuoth", "youth"),
        ("bottlenekcs", "bottlenecks"),
        ("botlenec", "bottlenec"),
    ],
)
def test_an_error_of_typing_is_forgiven_and_said(filled: Store, typed: str, taken: str) -> None:
    result = found(filled, typed)
    assert result.forgiven == ((typed, taken),)
    assert result.query.words == (taken,)
    assert result.topics


@pytest.mark.parametrize("typed", ["sup", "xxxxxxx", "供应练", "yuo", "campus loans"])
def test_nothing_else_is_guessed(filled: Store, typed: str) -> None:
    assert found(filled, typed).forgiven == ()


def test_what_is_found_as_typed_is_not_guessed_further(filled: Store) -> None:
    assert search.find_forgiving(filled, "youth").forgiven == ()
    forgiving = search.find_forgiving(filled, "yuoth")
    assert forgiving.forgiven == (("yuoth", "youth"),)
    assert [hit.id for hit in forgiving.hits] == ["youth"]


def test_the_condition_that_excludes_most_is_named(filled: Store) -> None:
    query = parse("sens:1 lang:ja")
    excludes = excludes_most(filled, query)
    assert excludes and (excludes.condition.typed, excludes.left) == ("sens:1", 1)
    assert excludes_most(filled, parse("sens:1 xxxx")) is None


def test_an_index_read_in_slices_finds_the_same(filled: Store) -> None:
    slices = 0
    while not filled.index.catch_up(0):
        slices += 1
        if slices == 3:
            with filled.step("Meanwhile") as step:
                step.db.execute("UPDATE texts SET wording = 'Tidal' WHERE wording = '供应链韧性'")
    assert slices > 3
    assert ids(filled, "tidal") == {"chains"}
    assert ids(filled, "供应链") == set()


def test_a_step_taken_back_while_it_reads_leaves_nothing(filled: Store) -> None:
    with pytest.raises(RuntimeError, match="no"), filled.step("No") as step:
        step.db.execute("UPDATE texts SET wording = 'Tidal' WHERE wording = '供应链韧性'")
        assert ids(filled, "tidal") == {"chains"}
        raise RuntimeError("no")
    assert ids(filled, "tidal") == set()
    assert ids(filled, "供应链") == {"chains"}


def facts(entry: Entry, language: set[str], sources: set[str]) -> EntryFacts:
    labels = [t.wording for tag in entry.tags for t in TAGS[tag].entries]
    return EntryFacts(
        (*entry.tags, *labels),
        entry.formats,
        sources,
        entry.sensitivity,
        entry.operability,
        False,
        language,
    )


CONDITIONS = (
    "sens:<=2", "sens:>2", "-sens:3", "oper:>=4", "oper:<5", "used:never", "-used:yes", "tag:sme",
    "-tag:半导体", "format:ASEAN", "-format:China", "source:forum", "lang:zh", "-lang:en",
)  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=3))
def test_the_index_meets_conditions_as_the_domain_says(
    filled: Store, conditions: list[str]
) -> None:
    query = parse(" ".join(conditions))
    expected = {
        topic.id
        for topic in TOPICS
        if matches(
            query,
            facts(
                topic,
                {t.language for each in (topic.titles, topic.summaries) for t in each.entries},
                {SOURCE.title} if topic.passages else set(),
            ),
        )
    }
    assert {e for e in library_search.entries(filled, query) if e != "loans"} == expected


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=30))
def test_any_text_can_be_searched(filled: Store, typed: str) -> None:
    assert len(found(filled, typed).entries) <= 4


def test_all_topics_come_in_slices_the_best_first(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_words, "_SLICE", 2)
    every = found(filled, "used:never")
    best = best_topics(filled, "used:never", 3)
    assert best.topics == tuple(dict.fromkeys(every.topics))[: len(best.topics)]
    assert not best.whole and best_topics(filled, "used:never", 5).topics == every.topics
    slices = [*topics_in_slices(filled, best.query)]
    numbers = library_search.found_topics(filled, "used:never").numbers
    assert len(slices) == 3 and set().union(*slices) == numbers
    assert best_topics(filled, "zzzz", 3).topics == ()


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Resilient Supply chains", ["suppl", "chain"], ["Suppl", "chain"]),
        ("the oversupply", ["supply"], []),
        ("Côte d’Ivoire", ["cote", "d'ivo"], ["Côte", "d’Ivo"]),
        ("經濟安全與供應鏈", ["经济", "链"], ["經濟", "鏈"]),
        ("経済と湾岸", ["经济"], ["経済"]),
        ("ﾎﾟｰﾄ・湾岸", ["ポート"], ["ﾎﾟｰﾄ"]),
        ("ＳＵＰＰＬＹ", ["sup"], ["ＳＵＰ"]),
        ("항만 협력을", ["협력"], ["협력"]),
        ("supply  chain supply", ["supply chain"], ["supply  chain"]),
        ("Nguyễn", ["nguyen"], ["Nguyễn"]),
        ("a*b", ["*", "(", ""], []),
        ("㍿の港と㈱ﾊﾟ湾", ["港", "湾"], ["港", "湾"]),  # signs that are several when folded
        ("经济安全", ["经济", "济安"], ["经济安"]),
    ],
)
def test_what_was_found_is_marked(text: str, words: list[str], marked: list[str]) -> None:
    assert [text[start:end] for start, end in matches_in(text, words)] == marked
