"""What is written in one script, width or case is found in another; any query is only text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogueprep.store import folding, search
from dialogueprep.store.search import Hit
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store

TOPIC = "topic of the test"
PERSON = "person of the test"


@pytest.fixture
def filled(store: Store) -> Store:
    with store.step("Fill") as step:
        db = step.db
        db.table("topics").insert({"id": TOPIC, "dimension": "economic"})
        text = {"owner_table": "topics", "owner": TOPIC, "state": "original"}
        wordings = {
            "en": "Supply chains in Côte d'Ivoire and the STRAIT",
            "zh": "經濟安全與供應鏈",
            "ja": "ﾎﾟｰﾄ・湾岸の経済",
            "ko": "항만 협력을 위한",
        }
        db.table("texts").insert_all(
            text | {"id": new_id(), "field": "title", "language": language, "wording": wording}
            for language, wording in wordings.items()
        )
        person = {"id": PERSON, "family": "Nguyễn", "given": "Thị Ánh", "native": "渡邊"}
        db.table("persons").insert(person)
        form = {"id": new_id(), "person": PERSON, "form": "Watanabe", "state": "added"}
        db.table("name_forms").insert(form)
    return store


@pytest.mark.parametrize(
    "query",
    [
        "经",  # one character, in the middle
        "链",  # the last one of a run
        "经济",
        "經濟",
        "経済",
        "经济安全",
        "安全与供应链",
        "ポート",
        "ﾎﾟｰﾄ",
        "湾岸",
        "협력",
        "항",
        "supp",
        "ＳＵＰＰＬＹ",
        "strait",
        "cote ivoire",
        "Côte d’Ivoire",
        "chain 经济 항만",
    ],
)
def test_a_topic_is_found(filled: Store, query: str) -> None:
    assert search.find(filled, query) == (Hit("topic", TOPIC),)


@pytest.mark.parametrize("query", ["济经", "经全", "hain", "經濟學", "supply peace", "济安与"])
def test_other_words_find_nothing(filled: Store, query: str) -> None:
    assert search.find(filled, query) == ()


@pytest.mark.parametrize("query", ["nguyen", "NGUYỄN thi", "渡边", "渡邊", "anh watana"])
def test_a_person_is_found_by_all_names(filled: Store, query: str) -> None:
    assert search.find(filled, query) == (Hit("person", PERSON),)


def test_search_keeps_to_the_kinds_asked_for(filled: Store) -> None:
    assert search.find(filled, "s", kinds=["person"]) == ()
    assert search.find(filled, "s", kinds=[]) == ()
    assert search.find(filled, "s", kinds=["topic", "person"]) == (Hit("topic", TOPIC),)
    assert search.find(filled, "s", limit=0) == ()


def test_what_changes_or_goes_is_found_no_more(filled: Store) -> None:
    with filled.step("Change") as step:
        step.db.execute("UPDATE texts SET wording = 'Energy' WHERE language = 'en'")
    assert search.find(filled, "supply") == ()
    assert search.find(filled, "energy") == (Hit("topic", TOPIC),)
    with filled.step("Delete") as step:
        step.db.table("topics").delete(TOPIC)
    assert search.find(filled, "energy") == ()
    filled.undo()
    filled.undo()
    assert search.find(filled, "supply") == (Hit("topic", TOPIC),)


@pytest.mark.parametrize(
    "query",
    ["", " ", '"', "'", "*", "a AND", "NEAR(a b)", "-a", "words:a", "(", "a\0b", "😀"],
)
def test_syntax_is_only_text(filled: Store, query: str) -> None:
    assert isinstance(search.find(filled, query), tuple)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=40))
def test_any_text_is_a_query(filled: Store, query: str) -> None:
    assert set(search.find(filled, query)) <= {Hit("topic", TOPIC), Hit("person", PERSON)}


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(st.sampled_from("经濟安全港湾협력aáBｃ 、-"), min_size=1, max_size=12))
def test_a_text_is_found_by_itself_and_by_its_beginning(store: Store, wording: str) -> None:
    with store.step("Set") as step:
        row = {"id": "s", "title": wording, "published": "2026", "kind": "report"}
        step.db.table("sources").upsert(row, pk="id")
    found = search.find(store, wording)
    assert found == ((Hit("source", "s"),) if wording.strip(" 、-") else ())
    first = wording.strip(" 、-")[:1]
    assert not first or search.find(store, first) == (Hit("source", "s"),)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(
        st.sampled_from("aéə\u0301\u0323\ue000_·-'經济ｱガ각ᄀ¼ⅷ१ति\0 "), min_size=1, max_size=10
    )
)
def test_a_text_is_found_by_each_of_its_words(store: Store, wording: str) -> None:
    with store.step("Set") as step:
        row = {"id": "s", "title": wording, "published": "2026", "kind": "report"}
        step.db.table("sources").upsert(row, pk="id")
    for word, _ in folding.runs(wording):
        assert search.find(store, word) == (Hit("source", "s"),)


def test_the_words_are_read_in_slices_and_all_of_them(store: Store) -> None:
    with store.step("Fill") as step:
        for n in range(40):
            step.db.table("topics").insert({"id": f"t{n}", "dimension": "economic"})
            row = {"id": new_id(), "owner_table": "topics", "owner": f"t{n}", "field": "title"}
            said = {"language": "en", "state": "original", "wording": f"Harbour{n} tide"}
            step.db.table("texts").insert(row | said)
    every = [*store.index.terms().words]
    assert every == sorted(set(every))
    assert len([term for term in every if term.startswith("harbour")]) == 40
    words = store.index.library
    found: list[str] = []
    while some := words.terms(found[-1] if found else "", 7):
        found += some
    assert [term for term in found if len(term) > 3] == every
