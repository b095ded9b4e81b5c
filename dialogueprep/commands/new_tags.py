"""Words for the tags that come in with entries and that nobody has named yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from dialogueprep.commands.tag_users import as_compared
from dialogueprep.domain.library import Recommendation, Topic
from dialogueprep.domain.tagging import TagWords, slug_for
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.store import tags
from dialogueprep.store.step import Step

AnyEntry = TypeVar("AnyEntry", Topic, Recommendation)


class NewTags:
    """The tags that there are, read once in a step, and those that entries bring in it."""

    def __init__(self, step: Step) -> None:
        self._step = step
        self._merged = tags.merged_into(step)
        known = tags.by_slug(step)
        self._known = {*known, *self._merged}
        self._named = {as_compared(w): t.slug for t in known.values() for w in t.every}

    def with_written(self, entry: AnyEntry, language: Language) -> AnyEntry:
        """Return an entry whose tags, slugs or words as they were written, are slugs of tags.

        What names no tag in any language becomes one that is called so, in the language of its
        script, else in this one.
        """
        slugs = (self._slug(word, language) for word in entry.tags)
        return replace(entry, tags=tuple(dict.fromkeys(slugs)))

    def name_slugs(self, entry: Topic | Recommendation) -> None:
        """Give each tag that is not there yet its slug for a word, as a file has it."""
        for slug in entry.tags:
            if slug not in self._known:
                original = entry.titles.entries[:1]
                self._add(slug, slug, original[0].language if original else "en")

    def _slug(self, word: str, language: Language) -> str:
        if word in self._known:
            return self._merged.get(word, word)
        if (slug := self._named.get(as_compared(word))) is not None:
            return slug
        slug = slug_for(word, self._known)
        self._add(slug, word, language)
        return slug

    def _add(self, slug: str, word: str, language: Language) -> None:
        called = Texts.of({language_of(word, language): " ".join(word.split())})
        tags.put(self._step, TagWords(slug, called))
        self._known.add(slug)
        self._named[as_compared(word)] = slug
