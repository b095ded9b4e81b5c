"""What a report is split into: proposals, each with its passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.domain.splitting.cues import Cues


class Unit(StrEnum):
    """What is proposed for the library."""

    RECOMMENDATION = "recommendation"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A sensitive matter (its code) that words of a passage suggest; never a rating."""

    code: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A unit that a report offers to the library; a person accepts, edits or rejects it.

    ``passage`` is the report's text from ``start`` to ``end``. ``text`` is the idea alone; for one
    of several in a sentence it repeats the words that they share. ``section`` is the heading above.
    What the sentence does not print is None.
    """

    kind: Unit
    title: str
    text: str
    passage: str
    start: int
    end: int
    prompts: tuple[Prompt, ...] = ()
    section: str | None = None
    support_as_printed: str | None = None
    actor: str | None = None
    instrument: str | None = None
    horizon: str | None = None


def prompts_in(text: str, cues: Cues) -> tuple[Prompt, ...]:
    """Return the sensitive matters that words of a text suggest, each with its words."""
    found = ((code, _words(pattern.findall(text))) for code, pattern in cues.prompts.items())
    return tuple(Prompt(code, words) for code, words in found if words)


def _words(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in found if word.strip()))
