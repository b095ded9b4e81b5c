"""Sensitive matters that the words of an entry suggest; shown to who rates, and no more."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.library import Entry, Recommendation, Topic
from dialogueprep.domain.splitting.proposal import Prompt, prompts_in
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.splitting_reader import read_cues
from dialogueprep.words import clauses, later, tr

MATTERS = {
    "military": later("Military matters"),
    "intelligence": later("Intelligence matters"),
    "territory": later("Territorial matters"),
    "sanctions": later("Sanctions and coercion"),
    "history": later("History issues"),
    "public-opinion": later("Public opinion"),
    "technology-controls": later("Technology controls"),
}
MOST_WORDS = 6


def prompts_of(entry: Entry) -> tuple[Prompt, ...]:
    """Return the matters that an entry's words suggest, in all languages and in its passages."""
    return prompts_in("\n".join(_words(entry)), read_cues())


def in_words(prompt: Prompt) -> str:
    """Return the words of a prompt, each in quotation marks."""
    alike = {word.casefold(): word for word in reversed(prompt.words)}
    shown = list(reversed(alike.values()))[:MOST_WORDS]
    return clauses(tr("“{words}”", words=word) for word in shown)


def _words(entry: Entry) -> Iterable[str]:
    yield from _of(entry.titles)
    if isinstance(entry, Topic):
        yield from _of(entry.summaries)
        for question in entry.questions:
            yield from _of(question)
    elif isinstance(entry, Recommendation):
        yield from _of(entry.texts)
        yield from filter(None, (entry.actor, entry.addressee, entry.instrument))
    yield from (passage.text for passage in entry.passages if passage.text)


def _of(texts: Texts) -> Iterable[str]:
    return (text.wording for text in texts.entries)
