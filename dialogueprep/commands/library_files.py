"""Taking a library from a file into a workspace, and what leaves with one."""

from __future__ import annotations

from collections.abc import Callable, Generator
from collections.abc import Collection as Ids
from functools import cache

from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.commands.new_tags import NewTags
from dialogueprep.domain import taking_in
from dialogueprep.domain.collection import Collection
from dialogueprep.domain.library import Recommendation, Source, Topic
from dialogueprep.domain.taking_in import Change, Plan, Shelf
from dialogueprep.store import dialogues, library, library_slices, library_use, pairs
from dialogueprep.store.past_uses import put_past_use
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
READS = (
    "topics", "topic_questions", "recommendations", "ratings", "sources", "passages",
    "entry_passages", "entry_tags", "tags", "texts", "pairs", "past_uses", "items", "dialogues",
    "findings", "finding_notes", "item_recommendations", "proposals", "notes",
)  # fmt: skip
"""The tables that `reading` reads: where one changes meanwhile, it is to begin anew."""
Tick = Callable[[int, int], None]


def whole(store: Readable) -> Collection:
    """Return the library of a workspace, with what became of its entries."""
    return _with_entries(store, library.topics(store), library.recommendations(store))


def reading(store: Readable) -> Generator[tuple[int, int], None, Collection]:
    """Read what `whole` returns some entries at a time; yield how many of how many are read."""
    topics, recommendations = yield from library_slices.entries(store)
    return _with_entries(store, topics, recommendations)


def reading_shelf(store: Readable) -> Generator[tuple[int, int], None, Shelf]:
    """Read what `shelf` returns some entries at a time; yield how many of how many are read."""
    collection = yield from reading(store)
    return _shelf(store, collection)


def shelf(store: Readable) -> Shelf:
    """Return what a file is compared with."""
    return _shelf(store, whole(store))


def _with_entries(
    store: Readable, topics: tuple[Topic, ...], recommendations: tuple[Recommendation, ...]
) -> Collection:
    return Collection(
        sources=library.sources(store),
        topics=topics,
        recommendations=recommendations,
        tags=library.tag_names(store),
        uses=library_use.uses(store),
        decisions=pairs.decisions(store),
    )


def _shelf(store: Readable, collection: Collection) -> Shelf:
    return Shelf(
        collection=collection,
        shipped={
            **library.shipped_ids(store, "topics"),
            **library.shipped_ids(store, "recommendations"),
        },
        dialogues=frozenset(d.id for d in dialogues.every(store)),
    )


def preview(
    store: Readable,
    brought: Collection,
    *,
    with_ratings: bool = False,
    with_histories: bool = False,
) -> Plan:
    """Return what taking in a collection would do: new, changed and same entries, and uses."""
    return taking_in.plan(
        shelf(store), brought, new_id, with_ratings=with_ratings, with_histories=with_histories
    )


def take_in(
    store: Store,
    plan: Plan,
    left: Ids[str] = (),
    tick: Tick = lambda _done, _every: None,
) -> int:
    """Write a plan into the library in one step and return how much was written.

    What is ``left`` (ids) stays as it is here. Nothing is removed. ``tick`` is told what is done;
    if it raises Cancelled, nothing is written.
    """
    wanted = plan.accepted(left)
    here = {e.id for e in plan.same} | {c.id for c in (*plan.changed, *wanted)}
    uses = [use for use in plan.uses if use.entry in here]
    decisions = [d for d in plan.decisions if {d.one, d.other} <= here]
    every = len(wanted) + len(uses) + len(decisions)
    if not every:
        return 0
    copy_before(store, IMPORT)
    with store.step(tr("Take in library"), page=PAGE) as step:
        new = cache(lambda: NewTags(step))  # the tags of the plan are written before its entries
        for number, change in enumerate(wanted):
            tick(number, every)
            _write(step, change, new)
        for number, use in enumerate(uses, start=len(wanted)):
            tick(number, every)
            put_past_use(step, use)
        for decision in decisions:
            pairs.put(step, decision.one, decision.other, decision.verdict)
    return every


def _write(step: Step, change: Change, new: Callable[[], NewTags]) -> None:
    match change.theirs:
        case Topic():
            new().name_slugs(change.theirs)
            library.put_topic(step, change.theirs)
        case Recommendation():
            new().name_slugs(change.theirs)
            library.put_recommendation(step, change.theirs)
        case Source():
            library.put_source(step, change.theirs)
        case _:
            library.put_tag(step, change.id, change.theirs)
