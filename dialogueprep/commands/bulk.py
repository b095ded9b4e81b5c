"""What a user can do with many entries of the library at once, each in one step.

Values of ratings are not among it: each is judged by a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dialogueprep.commands import tags as tag_commands
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.library import Dimension, Format
from dialogueprep.domain.tagging import TagWords, slug_for
from dialogueprep.domain.texts import Texts
from dialogueprep.store import bulk, tags
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "library"
survey = bulk.survey


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to become of entries; what is empty or None stays as it is.

    Tags are slugs; ``new_tags`` are the words of tags that are to be made and given.
    """

    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    new_tags: tuple[Texts, ...] = ()
    dimension: Dimension | None = None
    add_formats: tuple[Format, ...] = ()
    remove_formats: tuple[Format, ...] = ()
    review_by: date | None = None

    def __bool__(self) -> bool:
        return self != Wanted()


def with_recommendations(store: Readable, topics: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of topics, and of all their recommendations."""
    mine = tuple(topics)
    return tuple(dict.fromkeys((*mine, *bulk.recommendations_of(store, mine))))


def change(store: Store, entries: Iterable[str], wanted: Wanted) -> int:
    """Change topics and recommendations in one step; return how many there are.

    Raises Refused("nothing-to-change") if nothing is wanted or there are no entries, and
    Refused("tag-taken") if a new tag has the word of one that is there.
    """
    found = bulk.survey(store, mine := tuple(dict.fromkeys(entries)))
    if not wanted or not found.entries:
        raise Refused("nothing-to-change")
    for names in wanted.new_tags:
        tag_commands.refuse_taken(store, names)
    with store.step(tr("Change several entries"), page=PAGE) as step:
        _change_tags(step, mine, wanted)
        if wanted.dimension is not None:
            bulk.set_dimension(step, mine, wanted.dimension)
        if wanted.add_formats or wanted.remove_formats:
            bulk.change_formats(step, mine, lambda there: _formats(there, wanted))
        if wanted.review_by is not None:
            bulk.set_review_by(step, mine, wanted.review_by)
    return found.entries


@dataclass(frozen=True, slots=True)
class Removal:
    """Which entries can be removed, and which stay since a closed dialogue names them.

    ``also`` counts the recommendations that go with their topics.
    """

    gone: tuple[str, ...]
    kept: tuple[str, ...]
    also: int = 0


def preview_removal(store: Readable, entries: Iterable[str]) -> Removal:
    """Return what removing entries would do."""
    frozen = bulk.frozen(store)
    mine = tuple(dict.fromkeys(entries))
    gone = tuple(each for each in mine if each not in frozen)
    also = set(bulk.recommendations_of(store, gone)).difference(gone)
    return Removal(gone, tuple(each for each in mine if each in frozen), len(also))


def remove(store: Store, entries: Iterable[str]) -> Removal:
    """Remove topics with their recommendations, and recommendations; return what was done.

    What a closed dialogue names stays. Raises Refused("all-named-in-closed-dialogues") if that
    is all of it, Refused("nothing-to-change") if there are no entries.
    """
    done = preview_removal(store, entries)
    if not done.gone:
        raise Refused("all-named-in-closed-dialogues" if done.kept else "nothing-to-change")
    with store.step(tr("Remove several entries"), page=PAGE) as step:
        bulk.delete(step, done.gone)
    return done


def _change_tags(step: Step, entries: tuple[str, ...], wanted: Wanted) -> None:
    known = tags.by_slug(step)
    there = bulk.existing(step, entries)
    for slug in wanted.remove_tags:  # a tag that is added as well stays where it is
        if slug in known and slug not in wanted.add_tags:
            bulk.remove_tag(step, there, known[slug].id)
    adding = [slug for slug in wanted.add_tags if slug in known]
    for names in wanted.new_tags:
        taken = {*tags.by_slug(step), *tags.merged_into(step)}
        adding.append(slug_for(names.entries[0].wording, taken))
        tags.put(step, TagWords(adding[-1], names))
    known = tags.by_slug(step) if wanted.new_tags else known
    for slug in adding:
        bulk.add_tag(step, there, known[slug].id)


def _formats(there: tuple[Format, ...], wanted: Wanted) -> tuple[Format, ...]:
    kept = [each for each in there if each not in wanted.remove_formats]
    return tuple(dict.fromkeys([*kept, *wanted.add_formats]))
