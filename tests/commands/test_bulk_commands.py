"""Many entries are changed in one step; what was not asked for stays, and one undo is enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogueprep.commands import bulk, library_files, tags
from dialogueprep.commands.bulk import Wanted
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Cancelled, Refused, Trouble
from dialogueprep.domain.library import Dimension, Format
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, journal, library, library_search
from dialogueprep.store import bulk as store_bulk
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store

DAY = date(2027, 3, 1)


def entries(store: Store) -> dict[str, object]:
    return {e.id: e for e in (*library.topics(store), *library.recommendations(store))}


def test_topics_and_their_recommendations_are_changed_at_once(
    store: Store, sample: Dialogue
) -> None:
    chosen = [t.id for t in library.topics(store)[:5]]
    ids = bulk.with_recommendations(store, chosen)
    before, depth = library_files.whole(store), store.undo_depth
    wanted = Wanted(
        add_tags=("ai",), remove_tags=("climate",), new_tags=(Texts.of(zh="绿色 增长"),),
        dimension=Dimension.SECURITY, add_formats=(Format("Talks"),),
        remove_formats=(Format("ASEAN+3"),), review_by=DAY,
    )  # fmt: skip
    assert bulk.change(store, ids, wanted) == len(ids)
    assert store.undo_depth == depth + 1
    new = next(s for s, names in library.tag_names(store).items() if names.get("zh") == "绿色 增长")
    for each in entries(store).values():
        if each.id not in ids:
            assert each == next(e for e in before.entries if e.id == each.id)
            continue
        was = next(e for e in before.entries if e.id == each.id)
        assert each.dimension is Dimension.SECURITY
        kept = [t for t in was.tags if t != "climate"]
        assert each.tags == (*dict.fromkeys([*kept, "ai", new]),)
        kept = [f for f in was.formats if f != "ASEAN+3"]
        assert each.formats == (*kept, "Talks")
        assert each.ratings == tuple(replace(r, review_by=DAY) for r in was.ratings)
    assert set(library_search.entries(store, library_search.parse("tag:绿色"))) >= set(ids)
    store.undo()
    assert library_files.whole(store) == before


def test_the_survey_counts_what_entries_share(store: Store, sample: Dialogue) -> None:
    topics = library.topics(store)[:7]
    found = bulk.survey(store, [*(t.id for t in topics), "nobody"])
    assert (found.topics, found.recommendations) == (7, 0)
    assert found.tags == {s: sum(s in t.tags for t in topics) for t in topics for s in t.tags}
    assert found.formats == {
        f: sum(f in t.formats for t in topics) for t in topics for f in t.formats
    }
    assert sum(found.dimensions.values()) == 7
    assert sum(found.ratings.values()) == sum(len(t.ratings) for t in topics)
    assert bulk.survey(store, []).entries == 0


def test_nothing_wanted_is_refused_and_leaves_no_step(store: Store, sample: Dialogue) -> None:
    depth = store.undo_depth
    with pytest.raises(Refused, match="nothing-to-change"):
        bulk.change(store, [library.topics(store)[0].id], Wanted())
    with pytest.raises(Refused, match="nothing-to-change"):
        bulk.change(store, ["nobody"], Wanted(dimension=Dimension.ECONOMIC))
    with pytest.raises(Refused, match="tag-taken"):
        new = (Texts.of(en="CLIMATE"),)
        bulk.change(store, [library.topics(store)[0].id], Wanted(new_tags=new))
    assert store.undo_depth == depth


def test_ids_of_other_things_get_no_tag(store: Store, sample: Dialogue) -> None:
    bulk.change(store, ["nobody", library.topics(store)[0].id], Wanted(add_tags=("ai",)))
    assert tags.preview_merge(store, "climate", ["ai"]).gaining == sum(
        "ai" in e.tags and "climate" not in e.tags for e in entries(store).values()
    )


def test_removing_takes_recommendations_along_and_comes_back_whole(
    store: Store, sample: Dialogue
) -> None:
    before = library_files.whole(store)
    ids = [t.id for t in library.topics(store)[:10]]
    gone = set(bulk.with_recommendations(store, ids))
    done = bulk.remove(store, ids)
    assert (len(done.gone), done.kept, done.also) == (10, (), len(gone) - 10)
    assert not gone & set(entries(store))
    store.undo()
    assert library_files.whole(store) == before


def test_what_a_closed_dialogue_names_stays(store: Store, sample: Dialogue) -> None:
    items = agenda.of_dialogue(store, sample.id)
    named = {i.topic for i in items if i.topic}
    with store.step("Close") as step:
        dialogues.put(step, replace(sample, phase=Phase.CLOSED))
    everything = list(entries(store))
    done = bulk.remove(store, everything)
    assert named <= set(done.kept)
    assert set(entries(store)) <= set(bulk.with_recommendations(store, done.kept))
    with pytest.raises(Refused, match="all-named-in-closed-dialogues"):
        bulk.remove(store, sorted(named))


wanted = st.builds(
    Wanted,
    add_tags=st.lists(st.sampled_from(("ai", "climate", "asean")), max_size=2).map(tuple),
    remove_tags=st.lists(st.sampled_from(("ai", "cities", "gone")), max_size=2).map(tuple),
    dimension=st.sampled_from([None, *Dimension]),
    add_formats=st.lists(st.sampled_from([Format("Talks"), Format("ASEAN+3")])).map(tuple),
    remove_formats=st.lists(st.sampled_from([Format("China-Japan-ROK")])).map(tuple),
    review_by=st.sampled_from([None, DAY]),
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wanted=wanted, chosen=st.sets(st.integers(0, 40), min_size=1, max_size=12))
def test_any_change_is_one_step_that_comes_back_and_can_be_done_twice(
    store: Store, sample: Dialogue, wanted: Wanted, chosen: set[int]
) -> None:
    known = list(entries(store))
    ids = [known[n % len(known)] for n in chosen]
    before, depth = library_files.whole(store), store.undo_depth
    try:
        bulk.change(store, ids, wanted)
    except Refused:
        assert not wanted
        return
    after = library_files.whole(store)
    changed = {e.id for e in set(after.entries) - set(before.entries)}
    assert changed <= set(ids)
    again = store.undo_depth
    bulk.change(store, ids, wanted)
    assert library_files.whole(store) == after
    while store.undo_depth > depth:
        store.undo()
    assert library_files.whole(store) == before
    assert again - depth in (0, 1)


def test_a_search_after_a_great_change_finds_what_a_fresh_one_would(
    store: Store, sample: Dialogue
) -> None:
    ids = [t.id for t in library.topics(store)]
    tag = library_search.parse("tag:cyber")
    before = library_search.entries(store, tag)
    bulk.change(store, ids, Wanted(add_tags=("cyber",)))
    assert set(library_search.entries(store, tag)) >= set(ids)
    store.undo()
    assert library_search.entries(store, tag) == before


def _tables(store: Store, *, tokens: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows; without tokens, which a row gets anew when it changes, graves have some."""
    names = run(store.db, "SELECT name FROM sqlite_master WHERE type = 'table'")
    found: dict[str, list[tuple[object, ...]]] = {}
    for (name,) in names:
        about = run(store.db, "SELECT name FROM pragma_table_info(?)", [name])
        columns = [c for (c,) in about if tokens or c != "version" or name == "tombstones"]
        found[name] = sorted(run(store.db, f'SELECT {", ".join(columns)} FROM "{name}"'), key=repr)
    return {name: rows for name, rows in found.items() if not name.startswith("_library")}


def test_very_many_go_as_they_would_one_by_one(
    store: Store, sample: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, mine = _tables(store), [topic.id for topic in library.topics(store)]
    after: list[dict[str, list[tuple[object, ...]]]] = []
    for many in (1, len(mine) + 1):
        monkeypatch.setattr(store_bulk, "_MANY", many)
        monkeypatch.setattr(journal, "MANY", many)
        bulk.remove(store, mine)
        after.append(_tables(store, tokens=False))
        gone = _tables(store)
        store.undo()
        assert _tables(store) == before
        store.redo()
        assert _tables(store) == gone
        store.undo()
        assert _tables(store) == before
    assert after[0] == after[1]
    assert not after[0]["entry_tags"]


def test_a_removal_or_its_undo_that_is_cancelled_leaves_everything(
    store: Store, sample: Dialogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_bulk, "_MANY", 1)
    mine, stopping = [topic.id for topic in library.topics(store)], [True]

    def tell(done: int, every: int) -> None:
        assert 0 < done <= every
        with pytest.raises(Trouble) as busy, store.step("Meanwhile"):
            pass
        assert busy.value.code == "workspace-busy"
        if stopping[0] and done > every // 3:
            raise Cancelled

    store.tell(tell)
    before, depth = _tables(store), store.undo_depth
    with pytest.raises(Cancelled):
        bulk.remove(store, mine)
    assert (_tables(store), store.undo_depth) == (before, depth)
    stopping[0] = False
    bulk.remove(store, mine)
    stopping[0], after = True, _tables(store)
    with pytest.raises(Cancelled):
        store.undo()
    assert _tables(store) == after
    store.tell(None)
    store.undo()
    assert _tables(store) == before
