"""The words of a tag in several languages, and what becomes of them when tags are merged."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dialogueprep.domain.texts import Language, Text, Texts, TextState, language_of


@dataclass(frozen=True, slots=True)
class TagWords:
    """A tag's slug, its word in each language, and other spellings by which it is found."""

    slug: str
    names: Texts = Texts()
    others: tuple[Text, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All that names the tag: its slug, its words and its other spellings."""
        return (self.slug, *(t.wording for t in (*self.names.entries, *self.others)))

    def shown(self, language: Language) -> str:
        """Return the tag's word in a language, else in another one, else its slug."""
        return self.names.best(language) or self.slug


def plain(word: str) -> str:
    """Return a word as it is compared with others: width, case and spaces do not count."""
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


def slug_for(word: str, taken: Collection[str]) -> str:
    """Return a slug for a new tag, one that no other tag has."""
    made = "-".join(plain(word).replace(",", " ").split())
    slug, number = made, 2
    while slug in taken:
        slug, number = f"{made}-{number}", number + 1
    return slug


def named(tag: TagWords, language: Language, word: str) -> TagWords:
    """Return a tag with another word in one language; an empty one leaves that language out.

    The words in the other languages stay as they are. A word that was another spelling of the
    tag is none any more.
    """
    rest = [t for t in tag.names.entries if t.language != language]
    before = next((t for t in tag.names.entries if t.language == language), None)
    new = " ".join(word.split())
    if new:
        first = before.state if before else TextState.TRANSLATED
        state = first if rest else TextState.ORIGINAL
        rest.append(Text(language, new, _still(state)))
    others = tuple(t for t in tag.others if _place(t) != (language, plain(new)))
    return TagWords(tag.slug, Texts(tuple(rest)), others)


def merged(kept: TagWords, gone: Iterable[TagWords]) -> TagWords:
    """Return what a tag becomes when others are merged into it.

    It keeps its words; in languages that it lacks it takes those of the others, in their
    order. What then has no place stays as another spelling.
    """
    names, others = list(kept.names.entries), list(kept.others)
    known = {_place(t) for t in (*names, *others)}
    for tag in gone:
        for text in _words(tag):
            if _place(text) in known:
                continue
            known.add(_place(text))
            lacking = all(t.language != text.language for t in names)
            if lacking and text not in tag.others:
                state = TextState.TRANSLATED if names else TextState.ORIGINAL
                names.append(Text(text.language, text.wording, state))
            else:
                others.append(Text(text.language, text.wording))
    return TagWords(kept.slug, Texts(tuple(names)), tuple(others))


def _words(tag: TagWords) -> tuple[Text, ...]:
    """Return the words of a tag; one that has none is called by its slug."""
    names = tag.names.entries or (Text(language_of(tag.slug), tag.slug),)
    return (*names, *tag.others)


def _place(text: Text) -> tuple[Language, str]:
    return text.language, plain(text.wording)


def _still(state: TextState) -> TextState:
    return TextState.TRANSLATED if state is TextState.STALE else state
