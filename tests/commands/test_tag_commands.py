"""Tags are renamed, merged and removed everywhere, each in one step that undo takes back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shared_key import KEY

from dialogueprep.commands import library as library_commands
from dialogueprep.commands import library_searches, tags
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Dimension, Topic
from dialogueprep.domain.notes import Note, NoteKind
from dialogueprep.domain.texts import LANGUAGES, Texts
from dialogueprep.store import agenda, dialogues, library, library_search, notes, reviews, workspace
from dialogueprep.store import tags as store_tags
from dialogueprep.store.driver import run
from dialogueprep.store.step import new_id
from dialogueprep.store.tables import TABLES
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.sample import put_in_library


def picture(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows that tags could stand in."""
    tables = ("tags", "entry_tags", "texts", "notes", "settings", "topics", "recommendations")
    return {name: sorted(run(store.db, f"SELECT * FROM {name}"), key=repr) for name in tables}


def add_topic(store: Store, title: str, *slugs: str) -> str:
    return library_commands.add_topic(store, Texts.of(en=title), Dimension.ECONOMIC, tags=slugs)


def tags_of(store: Store, topic: str) -> tuple[str, ...]:
    return next(t.tags for t in library.topics(store) if t.id == topic)


def queries(store: Store) -> list[str]:
    return [each.query for each in library_searches.saved(store)]


def found(store: Store, typed: str) -> set[str]:
    return set(library_search.found(store, typed).topics)


@pytest.fixture
def climate(store: Store) -> str:
    return tags.add(store, Texts.of(en="Climate", zh="气候"))


@pytest.fixture
def weather(store: Store) -> str:
    return tags.add(store, Texts.of(en="Weather and climate", zh="天气", ja="気象"))


def test_a_word_of_another_tag_is_refused_whatever_its_case_width_or_script(
    store: Store, climate: str
) -> None:
    for names in (
        Texts.of(en="ｃｌｉｍａｔｅ "),
        Texts.of(zh="氣候"),
        Texts.of(en="New", zh="气候"),
    ):
        with pytest.raises(Refused, match="tag-taken") as refused:
            tags.add(store, names)
        assert refused.value.facts["slug"] == climate
    other = tags.add(store, Texts.of(en="Energy"))
    with pytest.raises(Refused, match="tag-taken"):
        tags.rename(store, other, "en", "CLIMATE")
    tags.rename(store, climate, "en", "climate")  # its own word may be written otherwise
    assert library.tag_names(store)[climate].get("en") == "climate"


def test_a_tag_keeps_a_word_in_one_language_at_least(store: Store, climate: str) -> None:
    tags.rename(store, climate, "en", "")
    assert library.tag_names(store)[climate].entries[0].wording == "气候"
    with pytest.raises(Refused, match="tag-needs-word"):
        tags.rename(store, climate, "zh", " ")
    with pytest.raises(Refused, match="tag-needs-word"):
        tags.add(store, Texts())


def test_words_in_any_language_make_slugs_that_differ(store: Store) -> None:
    slugs = [tags.add(store, Texts.of({language: "港口"})) for language in ("zh", "ja")]
    assert slugs == ["港口", "港口-2"]


def test_a_rename_reaches_saved_searches_and_notes(store: Store, sample: Dialogue) -> None:
    climate = "climate"
    library_searches.save(store, "tag:climate sens:<=2", "tag:climate sens:<=2")
    library_searches.save(store, "mine", "sea -tag:气候 ports")
    library_searches.save(store, "begun", "TAG：气")
    note = planted_note(store, sample, "气候", "other")
    tags.rename(store, climate, "zh", "全球 变暖")
    assert queries(store) == [
        "tag:climate sens:<=2",  # the slug goes on naming it
        'sea -tag:"全球 变暖" ports',
        "TAG：气",  # the Japanese word begins with it too
    ]
    assert notes.read(store, note).tags == ("全球 变暖", "other")
    assert found(store, 'tag:"全球 变暖"') == found(store, "tag:climate")
    store.undo()
    assert queries(store)[1] == "sea -tag:气候 ports"
    assert notes.read(store, note).tags == ("气候", "other")


def planted_note(store: Store, sample: Dialogue, *names: str) -> str:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.topic)
    note = Note(
        id=notes.NoteId(new_id()), item=item.id, kind=NoteKind.POINT, text="A point.",
        language="en", attribution=None, terms=item.terms, tags=names,
    )  # fmt: skip
    with store.step("Note") as step:
        notes.put(step, note)
    return note.id


def test_a_merge_moves_entries_and_keeps_the_words_of_all_languages(
    store: Store, climate: str, weather: str
) -> None:
    both = add_topic(store, "Both", weather, climate)
    one = add_topic(store, "One", "first", weather)
    before = picture(store)
    done = tags.merge(store, climate, [weather, climate])
    assert tags_of(store, both) == (climate,)
    assert tags_of(store, one) == ("first", climate)
    assert done.gaining == 1
    tag = store_tags.by_slug(store)[climate]
    assert {t.language: t.wording for t in tag.names.entries} == {
        "en": "Climate", "zh": "气候", "ja": "気象",
    }  # fmt: skip
    assert [t.wording for t in done.spellings] == ["Weather and climate", "天气"]
    assert weather not in store_tags.by_slug(store)
    for query in ("tag:weather", "tag:天氣", "tag:気象", "天气"):
        assert found(store, query) == {both, one}, query
    store.undo()
    assert picture(store) == before
    assert found(store, "tag:天气") == {both, one}
    assert found(store, "tag:气候") == {both}


def test_other_spellings_survive_a_second_merge_and_become_names_again(
    store: Store, climate: str, weather: str
) -> None:
    tags.merge(store, climate, [weather])
    energy = tags.add(store, Texts.of(en="Energy"))
    tags.merge(store, energy, [climate])
    tag = store_tags.by_slug(store)[energy]
    assert {t.wording for t in tag.others} == {"Climate", "Weather and climate", "天气"}
    tags.rename(store, energy, "zh", "天气")
    assert "天气" not in {t.wording for t in store_tags.by_slug(store)[energy].others}
    with pytest.raises(Refused, match="tag-taken"):
        tags.add(store, Texts.of(en="weather AND climate"))


def test_entries_that_come_back_by_an_old_slug_get_the_tag_that_took_it_in(
    store: Store, climate: str, weather: str
) -> None:
    energy = tags.add(store, Texts.of(en="Energy"))
    tags.merge(store, climate, [weather])
    tags.merge(store, energy, [climate])
    assert tags_of(store, add_topic(store, "Late", weather)) == (energy,)
    tags.remove(store, [energy])
    assert tags_of(store, add_topic(store, "Later", weather)) == (weather,)


def test_the_shipped_library_leaves_renamed_and_merged_tags_alone(store: Store) -> None:
    put_in_library(store)
    tags.rename(store, "climate", "en", "Global warming")
    tags.merge(store, "ai", ["biotechnology"])
    before = library.tag_names(store)
    gone = library.topics(store)[0]
    library_commands.remove_topic(store, gone.id)
    put_in_library(store)
    assert library.tag_names(store) == before


def test_merging_needs_two_tags(store: Store, climate: str) -> None:
    with pytest.raises(Refused, match="tags-to-merge"):
        tags.merge(store, climate, [climate])


def test_removing_tags_says_how_many_entries_lose_one(
    store: Store, climate: str, weather: str
) -> None:
    both = add_topic(store, "Both", weather, climate)
    add_topic(store, "One", climate)
    library_searches.save(store, "mine", "tag:climate")
    before = picture(store)
    assert tags.remove(store, [climate, weather]) == 2
    assert tags_of(store, both) == ()
    assert queries(store) == ["tag:climate"]
    store.undo()
    assert picture(store) == before


def test_notes_of_a_closed_dialogue_stay_as_they_were(store: Store, sample: Dialogue) -> None:
    note = planted_note(store, sample, "climate", "ai")
    with store.step("Close") as step:
        dialogues.put(step, replace(sample, phase=Phase.CLOSED))
    plan = tags.preview_merge(store, "ai", ["climate"])
    assert (plan.notes, plan.frozen) == (0, 1)
    tags.merge(store, "ai", ["climate"])
    assert notes.read(store, note).tags == ("climate", "ai")


# everywhere -------------------------------------------------------------------------------------

KNOWN_COLUMNS = {("entry_tags", "tag"), ("notes", "tags")}
"""What is new here has to follow in `tag_users`, and be planted in the next test."""


def test_all_columns_that_name_a_tag_are_known_here() -> None:
    columns = {
        (table, column)
        for table, kinds in TABLES.items()
        for column in kinds
        if "tag" in column or "REFERENCES tags" in kinds[column]
    }
    assert columns == KNOWN_COLUMNS


def rows_naming(store: Store, slug: str) -> set[tuple[str, str]]:
    """Return table and id of all rows in which a slug stands as one, or is searched for."""
    named = re.compile(rf'"{slug}"|tag:{slug}\b(?!-)')
    return {
        (table, str(row[0]))
        for table in TABLES
        for row in run(store.db, f"SELECT * FROM {table}")
        if any(isinstance(cell, str) and (cell == slug or named.search(cell)) for cell in row)
    }


def test_whatever_names_a_tag_follows_a_merge_and_comes_back(
    store: Store, sample: Dialogue
) -> None:
    topic: Topic = next(t for t in library.topics(store) if "climate" in t.tags)
    note = planted_note(store, sample, "climate", "気候", "ai")
    library_searches.save(store, "tag:Climate", "tag:Climate")
    library_searches.save(store, "slug", "tag:climate-policy tag:climate")
    with store.step("Review") as step:
        reviews.put(step, a_review("climate", "ai"))
    before, finds = picture(store), found(store, "tag:climate")
    assert {table for table, _ in rows_naming(store, "climate")} == {"notes", "settings", "tags"}
    tags.merge(store, "ai", ["climate"])
    assert rows_naming(store, "climate") == {("settings", store_tags.MERGED)}
    merged = next(t for t in library.topics(store) if t.id == topic.id)
    assert "ai" in merged.tags
    assert "climate" not in merged.tags
    assert all("climate" not in r.tags for r in library.recommendations(store))
    assert notes.read(store, note).tags == ("ai", "人工知能")
    assert queries(store)[0] == 'tag:"Artificial intelligence"'
    assert library_searches.saved(store)[0].name == queries(store)[0]
    assert queries(store)[1] == "tag:climate-policy tag:ai"
    assert reviews.read(store, "r").candidates[0].tags == ("ai",)
    assert found(store, "tag:climate") == found(store, "tag:ai") >= finds
    assert "climate" not in library.tag_names(store)
    store.undo()
    assert picture(store) == before
    assert found(store, "tag:climate") == finds


def a_review(*slugs: str):
    from datetime import date

    from dialogueprep.domain.library import SourceKind
    from dialogueprep.domain.review import Candidate, Facts, Review
    from dialogueprep.domain.splitting.proposal import Unit
    from dialogueprep.domain.splitting.report import Report

    facts = Facts(
        title="A report", publisher="", published=date(2026, 1, 2), kind=SourceKind.REPORT,
        language="en", dimension=Dimension.ECONOMIC, formats=(), rater="", file="", sha256="",
    )  # fmt: skip
    candidate = Candidate(
        id=1, kind=Unit.TOPIC, text="Ports", start=0, end=5, titles=Texts.of(en="Ports"),
        dimension=Dimension.ECONOMIC, formats=(), tags=slugs,
    )  # fmt: skip
    return Review(id="r", report=Report("Ports", (), "en"), facts=facts, candidates=(candidate,))


# laws -------------------------------------------------------------------------------------------

WORDS = ("Ports", "ports", "Energy", "港口", "港灣", "항만", "Energy security", "AI", "ＡＩ", "")
slugs = st.integers(0, 5)
acts = st.one_of(
    st.tuples(st.just("rename"), slugs, st.sampled_from(LANGUAGES), st.sampled_from(WORDS)),
    st.tuples(st.just("merge"), slugs, slugs),
    st.tuples(st.just("add"), st.sampled_from(LANGUAGES), st.sampled_from(WORDS)),
    st.tuples(st.just("remove"), slugs),
)


def act(store: Store, it: tuple[object, ...]) -> None:
    known = sorted(store_tags.by_slug(store))

    def nth(number: object) -> str:
        return known[int(str(number)) % len(known)]

    if it[0] == "add":
        tags.add(store, Texts.of({it[1]: it[2]}))  # type: ignore[dict-item]
    elif not known:
        return
    elif it[0] == "rename":
        tags.rename(store, nth(it[1]), it[2], str(it[3]))  # type: ignore[arg-type]
    elif it[0] == "merge":
        tags.merge(store, nth(it[1]), [nth(it[2])])
    else:
        tags.remove(store, [nth(it[1])])


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory):
    with workspace.create(tmp_path_factory.mktemp("law") / "workspace", KEY, "Test") as store:
        for word in ("Energy", "Ports", "Trade"):
            slug = tags.add(store, Texts.of(en=word, zh=f"{word}港"))
            add_topic(store, word, slug, "untold")
            library_searches.save(store, f"tag:{slug}", f"tag:{slug}")
            library_searches.save(store, word, f"tag:{word}港 sea")
        yield store


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(acts, max_size=8))
def test_any_sequence_is_undone_exactly_and_loses_no_entry(shelf: Store, walk: list) -> None:
    states = [picture(shelf)]
    depth = shelf.undo_depth
    for it in walk:
        before = shelf.undo_depth
        try:
            act(shelf, it)
        except Refused:
            assert shelf.undo_depth == before
        if shelf.undo_depth > before:
            states.append(picture(shelf))
        known = store_tags.every(shelf)
        for language in LANGUAGES:
            named = [tags.as_compared(w) for t in known if (w := t.names.get(language))]
            assert len(named) == len(set(named))
        merged_into = store_tags.merged_into(shelf)
        assert not {t.slug for t in known} & set(merged_into)
        assert set(merged_into.values()) <= {t.slug for t in known}
    end, steps = states[-1], len(states) - 1
    while shelf.undo_depth > depth:
        assert picture(shelf) == states.pop()
        shelf.undo()
    assert picture(shelf) == states.pop()
    for _ in range(steps):
        shelf.redo()
    assert picture(shelf) == end
    while shelf.undo_depth > depth:
        shelf.undo()
