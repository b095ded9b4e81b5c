"""The sentence for each code of a refusal or a trouble.

A sentence says what happened, what is safe, and what to do. Its facts are named in braces.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogueprep.domain.errors import Explained
from dialogueprep.domain.texts import Texts
from dialogueprep.words import language, later, tr

SENTENCES: dict[str, str] = {
    "sample-file-unreadable": later(
        "The shipped file “{file}” could not be read: {reason}. Your own work is not touched. "
        "Install the program again to get the file back."
    ),
    "library-file-unreadable": later(
        "The library file “{file}” could not be read: {reason}. The library in your workspace is "
        "not touched. Correct the file, or install the program again to get it back."
    ),
    "product-not-for-audience": later(
        "The product {product} is not made for this audience: {audience}. Choose another audience "
        "or another product."
    ),
    "cannot-write": later(
        "“{name}” could not be written: {reason}. Nothing was left half-written, and an older "
        "file of that name is unchanged. Free some space or choose another folder."
    ),
}

CHECKS: dict[str, str] = {
    "in-two-lanes": later("{name} is seated in two groups at once: “{first}” and “{last}”."),
    "breakout-lacks-rapporteur": later("“{title}” has no rapporteur."),
    "opens-with-sensitive": later("The discussion opens with a sensitive topic: “{title}”."),
    "ends-with-sensitive": later("“{title}” is sensitive, comes last, and no pause follows it."),
    "same-delegation-moderates": later(
        "The delegation {delegation} moderates “{first}” and then “{last}”."
    ),
    "long-sitting": later(
        "From “{first}” to “{last}” there are {minutes} minutes without a pause."
    ),
}


def observed(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for a check of the agenda; titles in the window's language."""
    shown = {k: _shown(v) for k, v in facts.items()}
    return tr(CHECKS[code], **shown)


def _shown(fact: object) -> object:
    if not isinstance(fact, Texts):
        return fact
    known: dict[str, str] = {t.language: t.wording for t in fact.entries}
    return known.get(language()) or next(iter(known.values()), "")


def explain(error: Explained) -> str:
    """Return the sentence for an error, in the window's language."""
    sentence = SENTENCES.get(error.code)
    return tr(sentence, **error.facts) if sentence else f"{error.code} {error.facts or ''}".strip()
