"""Everything that names a tag, so that it follows when tags are renamed, merged or removed.

- entries of the library have tags by their id, and follow by themselves;
- notes keep tags as they were written, by slug or word;
- saved searches ask for ``tag:word``, by slug, word or the beginning of one;
- reviews of imports that wait keep slugs, and so do slugs of merged tags, by which files of
  before the merge are understood (`store.tags.note_merged`);
- the search index holds ids and words, and reads what a step touches by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dialogueprep.commands.library_searches import SAVED, SavedSearch, saved
from dialogueprep.domain.query import Field, reworded
from dialogueprep.domain.review import Review
from dialogueprep.domain.tagging import TagWords, plain
from dialogueprep.domain.texts import Text
from dialogueprep.store import folding, reviews, settings, tags
from dialogueprep.store.matches import matches_in
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


class Renaming:
    """How tags are named before and after a change."""

    def __init__(
        self,
        known: Mapping[str, TagWords],
        changed: Mapping[str, TagWords],
        gone: Mapping[str, str | None] | None = None,
    ) -> None:
        """``changed`` are tags with new words; ``gone`` says by slug into what tags went."""
        self._before = known
        self._gone = dict(gone or {})
        self._after = {**known, **changed}
        for slug in self._gone:
            self._after.pop(slug, None)
        self._touched = {*changed, *self._gone}

    def of_slug(self, slug: str) -> str | None:
        """Return the slug that stands for this one now, None if there is none."""
        return self._gone.get(slug, slug)

    def of_name(self, name: str) -> str | None:
        """Return how the tag is called that is named by slug or word, None if it is gone.

        What still names it, or names no tag of those that changed, stays as it is.
        """
        mine = [slug for slug in self._touched if _exactly(name, self._before.get(slug))]
        if len(mine) != 1 or self._still_named(name, mine[0]):
            return name
        return self._called_now(mine[0], name)

    def of_query(self, value: str) -> str:
        """Return what a search asks for that asked for ``tag:value``.

        It is left alone where it still finds the tag, or where several were meant by the
        beginning of a word.
        """
        exactly = self.of_name(value)
        if exactly != value:
            return exactly or value
        mine = [slug for slug, tag in self._before.items() if _found(value, tag)]
        if len(mine) != 1 or mine[0] not in self._touched:
            return value
        now = self._after.get(self.of_slug(mine[0]) or "")
        if now is None or _found(value, now):
            return value
        return self._called_now(mine[0], value) or value

    def _still_named(self, name: str, slug: str) -> bool:
        """Say whether a name goes on naming its tag, or names another one that has not changed.

        Other spellings are for the search: what was written by one is called by its name.
        """
        now = self._after.get(self.of_slug(slug) or "")
        named = now is not None and _exactly(name, replace(now, others=()))
        others = (t for s, t in self._before.items() if s not in self._touched)
        return named or any(_exactly(name, other) for other in others)

    def _called_now(self, slug: str, name: str) -> str | None:
        to = self.of_slug(slug)
        now = self._after.get(to) if to else None
        if now is None:
            return None
        before = self._before[slug]
        if name == slug:
            return now.slug
        said = _text_of(before, name)
        if said is None:
            return now.slug
        return now.names.get(said.language) or now.shown(said.language)


def searches_naming(store: Readable, renaming: Renaming) -> int:
    """Return how many saved searches ask for a tag in words that change."""
    return sum(_searching(each, renaming) != each for each in saved(store))


def reviews_naming(store: Readable, renaming: Renaming) -> int:
    """Return how many reviews that wait name a tag that is gone."""
    found = (reviews.read(store, each) for each in reviews.ids(store))
    return sum(each is not None and _reviewing(each, renaming) != each for each in found)


def follow(step: Step, renaming: Renaming) -> None:
    """Let notes, saved searches and reviews name tags as they are called now."""
    _follow_in_searches(step, renaming)
    forget(step, renaming)


def forget(step: Step, renaming: Renaming) -> None:
    """Let notes and reviews name no tag that is gone; saved searches stay as they are."""
    tags.change_notes(step, renaming.of_name)
    for each in reviews.ids(step):
        review = reviews.read(step, each)
        if review is not None and (changed := _reviewing(review, renaming)) != review:
            reviews.put(step, changed)


def _follow_in_searches(step: Step, renaming: Renaming) -> None:
    before = saved(step)
    after: list[SavedSearch] = []
    names = {each.name for each in before}
    for each in before:
        new = _searching(each, renaming)
        taken = new.name != each.name and new.name in names
        after.append(replace(new, name=each.name) if taken else new)
        names.add(after[-1].name)
    if tuple(after) != before:
        settings.put(step, SAVED, [{"name": a.name, "query": a.query} for a in after])


def _searching(each: SavedSearch, renaming: Renaming) -> SavedSearch:
    """Return a saved search that asks for tags as they are called now.

    Its name follows where it is the query itself.
    """
    query = reworded(each.query, Field.TAG, renaming.of_query)
    return SavedSearch(query if each.name == each.query else each.name, query)


def _reviewing(review: Review, renaming: Renaming) -> Review:
    candidates = tuple(
        replace(it, tags=tags.changed(it.tags, renaming.of_slug)) for it in review.candidates
    )
    return replace(review, candidates=candidates)


def _exactly(name: str, tag: TagWords | None) -> bool:
    return tag is not None and plain(name) in map(plain, tag.every)


def _found(value: str, tag: TagWords) -> bool:
    """Say whether ``tag:value`` finds a tag, as the search does it."""
    text = " \n ".join(tag.every)
    words = [run for run, _ in folding.runs(value)]
    return bool(words) and all(matches_in(text, [word]) for word in words)


def _text_of(tag: TagWords, value: str) -> Text | None:
    """Return the word of a tag that a name or the beginning of one means."""
    texts = (*tag.names.entries, *tag.others)
    exactly = (t for t in texts if plain(t.wording) == plain(value))
    begun = (t for t in texts if matches_in(t.wording, [value]))
    return next(exactly, None) or next(begun, None)


def as_compared(word: str) -> str:
    """Return a word as it is compared: width, case, spaces and forms of characters aside."""
    return " ".join(folding.fold(word).split())
