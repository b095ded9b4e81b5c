"""What a user can do with the tags of the library; what names a tag elsewhere follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogueprep.commands.tag_users import (
    Renaming,
    as_compared,
    follow,
    forget,
    reviews_naming,
    searches_naming,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.tagging import TagWords, merged, named, slug_for
from dialogueprep.domain.texts import Language, Text, Texts
from dialogueprep.store import tags
from dialogueprep.store.rows import Readable
from dialogueprep.store.tags import Tag
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"


def called(store: Readable, language: Language, word: str, but: str = "") -> Tag | None:
    """Return the tag that a word names in this language, case, width and script aside.

    ``but`` is the slug of a tag that is not meant. A tag without words is called by its slug.
    """
    wanted = as_compared(word)
    for tag in tags.every(store):
        if tag.slug != but and any(as_compared(each) == wanted for each in _in(tag, language)):
            return tag
    return None


def add(store: Store, names: Texts) -> str:
    """Add a tag with a word in at least one language; return its slug.

    Raises Refused("tag-needs-word") or Refused("tag-taken") if a word names another tag.
    """
    if not names:
        raise Refused("tag-needs-word")
    refuse_taken(store, names)
    known = {*tags.by_slug(store), *tags.merged_into(store)}
    tag = TagWords(slug_for(names.entries[0].wording, known), names)
    with store.step(tr("Add tag"), page=PAGE) as step:
        tags.put(step, tag)
    return tag.slug


def rename(store: Store, slug: str, language: Language, word: str) -> None:
    """Give a tag another word in one language; what named it by the old one follows.

    An empty word leaves the language out. Raises Refused("tag-needs-word") if that was the
    last, Refused("tag-taken") if the word names another tag, which may be merged instead.
    """
    known = tags.by_slug(store)
    before = known[slug]
    after = named(before, language, word)
    if not after.names:
        raise Refused("tag-needs-word")
    if word.strip():
        _refuse_taken(store, language, word, but=slug)
    if (after.names, after.others) == (before.names, before.others):
        return
    renaming = Renaming(known, {slug: after})
    with store.step(tr("Rename tag"), page=PAGE) as step:
        tags.put(step, after)
        follow(step, renaming)


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging tags does: the tag that is kept as it becomes, and what follows it.

    ``spellings`` are words that have no place among its names; the search goes on finding it
    by them. ``frozen`` are notes of closed dialogues, which stay as they are.
    """

    kept: TagWords
    gone: tuple[Tag, ...]
    spellings: tuple[Text, ...]
    gaining: int
    searches: int
    notes: int
    frozen: int
    reviews: int


def preview_merge(store: Readable, kept: str, gone: Iterable[str]) -> Merge:
    """Return what merging tags into one would do.

    Raises Refused("tags-to-merge") if there are not two of them.
    """
    known = tags.by_slug(store)
    others = tuple(known[slug] for slug in dict.fromkeys(gone) if slug != kept)
    if not others:
        raise Refused("tags-to-merge")
    became = merged(known[kept], others)
    renaming = Renaming(known, {kept: became}, {tag.slug: kept for tag in others})
    notes, frozen = tags.count_notes(store, renaming.of_name)
    return Merge(
        kept=became,
        gone=others,
        spellings=tuple(t for t in became.others if t not in known[kept].others),
        gaining=tags.count_gaining(store, known[kept].id, [tag.id for tag in others]),
        searches=searches_naming(store, renaming),
        notes=notes - frozen,
        frozen=frozen,
        reviews=reviews_naming(store, renaming),
    )


def merge(store: Store, kept: str, gone: Iterable[str]) -> Merge:
    """Merge tags into one of them in one step, and return what that did.

    Entries, saved searches, notes and reviews that have or name the others have or name the
    kept one. Words go into the languages that it lacks, else they stay as other spellings.
    Raises Refused("tags-to-merge") if there are not two of them.
    """
    done = preview_merge(store, kept, gone)
    known = tags.by_slug(store)
    into: dict[str, str | None] = {tag.slug: kept for tag in done.gone}
    renaming = Renaming(known, {kept: done.kept}, {tag.slug: kept for tag in done.gone})
    with store.step(tr("Merge tags"), page=PAGE) as step:
        for tag in done.gone:
            tags.give_entries(step, tag.id, known[kept].id)
            tags.delete(step, tag.id)
        tags.put(step, done.kept)
        tags.note_merged(step, into)
        follow(step, renaming)
    return done


def remove(store: Store, slugs: Iterable[str]) -> int:
    """Remove tags; return how many topics and recommendations lose one.

    Notes lose it too. Saved searches stay as they are: they find nothing by it any more.
    """
    known = tags.by_slug(store)
    gone = [known[slug] for slug in dict.fromkeys(slugs) if slug in known]
    entries = tags.count_having(store, [tag.id for tag in gone])
    renaming = Renaming(known, {}, {tag.slug: None for tag in gone})
    with store.step(tr("Remove tags"), page=PAGE) as step:
        for tag in gone:
            tags.delete(step, tag.id)
        tags.note_merged(step, {tag.slug: None for tag in gone})
        forget(step, renaming)
    return entries


def refuse_taken(store: Readable, names: Texts) -> None:
    """Raise Refused("tag-taken") if one of these words names a tag that is there."""
    for text in names.entries:
        _refuse_taken(store, text.language, text.wording)


def _refuse_taken(store: Readable, language: Language, word: str, but: str = "") -> None:
    other = called(store, language, word, but)
    if other is not None:
        raise Refused("tag-taken", word=other.shown(language), slug=other.slug)


def _in(tag: TagWords, language: Language) -> list[str]:
    """Return what a tag is called in a language."""
    words = [t.wording for t in (*tag.names.entries, *tag.others) if t.language == language]
    return words if tag.names else [*words, tag.slug]
