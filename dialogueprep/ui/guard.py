"""The guard of what is written: the gate's own search, and neutral words in place of a name."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property, partial

from dialogueprep.domain import shorthand
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.gate import Exposure, ExposureKind, Level, Roster, examine_text
from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.lines_read import NONE, LinesRead
from dialogueprep.domain.identity.neutral import descriptors, replacing
from dialogueprep.domain.identity.neutral.one_mention import mentions
from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.reading.lines import notes_of
from dialogueprep.domain.identity.search import building
from dialogueprep.domain.name_beginnings import name_beginnings
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.texts import language_of
from dialogueprep.words import tr

_ROUNDS = 4
_ADDRESS = 20  # letters in which a form of address is looked for


@dataclass(frozen=True, slots=True)
class Neutral:
    """Neutral words for a passage; ``k`` is how many they fit here, None if it is not counted."""

    words: str
    k: int | None = None
    holds: bool = True


class Guard:
    """Looks at what is typed at one item under its terms."""

    def __init__(self, roster: Roster, item: str, terms: Terms = Terms.RULE) -> None:
        self._roster, self._item = roster, item
        self._places = terms is not Terms.NO_QUOTATION
        self._best: dict[Attribution, Attribution] = {}  # for what could be said of each person
        self._counts: dict[Attribution, int] = {}
        self._lines = NONE

    def of_field(self, lines: LinesRead) -> Guard:
        """Return the same guard for a field in which one writes, which keeps what it found there

        in ``lines``: passages, and neutral words.
        """
        guard = copy(self)
        guard._lines = lines
        return guard

    @cached_property
    def _address(self) -> re.Pattern[str]:
        return cues_of(self._roster.lexicon).honorific

    def build(self) -> None:
        """Make all that a search needs now; else the first texts would wait for it."""
        deque(building(self._roster), maxlen=0)
        name_beginnings(self._roster)

    def look(self, text: str) -> tuple[Exposure, ...]:
        """Return the passages of a text that identify a participant, or may."""
        if not text.strip():
            return ()
        return examine_text(text, self._roster, item=self._item, known=self._lines)

    def neutral(self, text: str) -> str:
        """Return the text with neutral words for every passage that may not be kept.

        What still identifies somebody after that is left out, and so is a tag that does.
        """
        return self._lines.found((Guard.neutral, text), lambda: self._in_neutral_words(text))

    def _in_neutral_words(self, text: str) -> str:
        return _neutral(
            self.with_safe_tags(text),
            lambda t: [self._addressed(e, t) for e in self.look(t) if e.level is Level.BLOCK],
            self._best_words,
            self._lines,
        )

    def unfinished(self, text: str, caret: int) -> str:
        """Return what may be kept of a text that is still being written at this place.

        A name that has been begun there is left out until it is whole and has neutral words, or is
        none after all.
        """
        start = self.begun(text, caret)
        return self.neutral(text if start is None else text[:start] + text[caret:])

    def begun(self, text: str, caret: int) -> int | None:
        """Return where a name begins that ends here and is not whole; None if none does."""
        start = name_beginnings(self._roster).start(text[:caret])
        return None if start is None or self._is_grave(text, start) else start

    def _is_grave(self, text: str, at: int) -> bool:
        return any(e.start <= at < e.end for e in self.look(text) if e.level is Level.BLOCK)

    def _best_words(self, exposure: Exposure) -> str:
        """Return the neutral words for a passage that come first among the choices."""
        wanted = self._person(exposure)
        if wanted is None:
            return exposure.suggestion or ""
        return self._say(self._safest(wanted), exposure)

    def choices(self, exposure: Exposure) -> tuple[Neutral, ...]:
        """Return neutral words for a passage, the most exact that holds first.

        The last one may be what would be too exact; it cannot be taken.
        """
        wanted = self._person(exposure)
        if wanted is None:
            return (Neutral(exposure.suggestion or ""),)
        best = self._safest(wanted)
        asked = [best] if best == Attribution() else [best, Attribution()]
        found = [Neutral(self._say(a, exposure), self._count(a)) for a in asked]
        if wanted != best and self._places:
            k = self._count(wanted)
            found.append(Neutral(self._say(wanted, exposure), k, holds=False))
        return tuple(found)

    def mention(self, exposure: Exposure, found: Iterable[Exposure], text: str) -> Exposure:
        """Return the name with all that says who it is: what neutral words take the place of."""
        addressed = [self._addressed(e, text) for e in found]
        return mention_of(self._addressed(exposure, text), addressed, text)

    def _addressed(self, exposure: Exposure, text: str) -> Exposure:
        """Return a name with the form of address behind it, which tells a rank or a gender."""
        if exposure.kind is not ExposureKind.NAME:
            return exposure
        behind = self._address.match(text[exposure.end : exposure.end + _ADDRESS].lower())
        return replace(exposure, end=exposure.end + behind.end()) if behind else exposure

    def with_safe_tags(self, text: str) -> str:
        """Return the text without tags that may be a name: a tag says nothing around it."""
        return shorthand.without(text, self._identifies)

    def _identifies(self, tag: str) -> bool:
        found = self.look(tag)
        return any(e.level is Level.BLOCK or e.kind is ExposureKind.NAME for e in found)

    def _person(self, exposure: Exposure) -> Attribution | None:
        """Return all that could be said of the one person a name means; None if not one."""
        if exposure.kind is not ExposureKind.NAME or len(exposure.people) != 1:
            return None
        (person,) = exposure.people
        who = next((p for p in self._roster.participations if p.person.id == person), None)
        return descriptors.of_person(who) if who else None

    def _safest(self, wanted: Attribution) -> Attribution:
        known = self._best.get(wanted)
        if known is None:
            asked = wanted if self._places else replace(wanted, delegation=None, region=None)
            k, counting = self._roster.k, self._roster.counting
            known = descriptors.safest(asked, self._present(), k, counting)
            self._best[wanted] = known
        return known

    def _count(self, attribution: Attribution) -> int:
        known = self._counts.get(attribution)
        if known is None:
            known = self._counts[attribution] = descriptors.count(attribution, self._present())
        return known

    def _present(self) -> tuple[Attendee, ...]:
        return self._roster.rooms((self._item,))[0]

    def _say(self, attribution: Attribution, exposure: Exposure) -> str:
        spoken = language_of(exposure.suggestion or exposure.text)
        labels = self._roster.delegations
        words = descriptors.phrase(attribution, spoken, labels)
        capital = bool(exposure.suggestion and exposure.suggestion[0].isupper())
        return words[0].upper() + words[1:] if capital else words


def reason_of(exposure: Exposure) -> str:
    """Return the sentence that says why a passage was found."""
    told = {"k": exposure.k, "document": exposure.document}
    return tr(exposure.why, **told) if exposure.why else ""


def wording_choices(exposure: Exposure) -> tuple[Neutral, ...]:
    """Return neutral words for a passage that was drawn from several items, then what does not

    hold there.
    """
    better = Neutral(exposure.suggestion or "")
    if exposure.k is None:
        return (better,)
    return better, Neutral(exposure.text, exposure.k, holds=False)


def mention_of(exposure: Exposure, found: Iterable[Exposure], text: str) -> Exposure:
    """Return a passage with the institution beside it; of an institution, the name beside it."""
    grave = [e for e in found if e.level is Level.BLOCK]
    wanted = (Replacement(e.start, e.end, e.suggestion or "") for e in grave)
    one = next((m for m in mentions(text, wanted) if m.start <= exposure.start < m.end), None)
    if one is None:
        return exposure
    inside = (e for e in grave if one.start <= e.start < one.end)
    lead = min(inside, key=lambda e: e.kind is not ExposureKind.NAME, default=exposure)
    return replace(lead, start=one.start, end=one.end, suggestion=one.words)


def put(text: str, exposure: Exposure, words: str) -> Replacement:
    """Return what is to stand where in a text when these words take the place of a passage."""
    return replacing.fitted_one(text, Replacement(exposure.start, exposure.end, words))


def names_in(text: str, roster: Roster, known: str = "") -> list[Exposure]:
    """Return the names of participants in a text that was not drawn from one item.

    A part of a name that stands in ``known``, what is on disk already, has been decided on.
    """
    found = examine_text(text, roster, language=language_of(text)) if text.strip() else ()
    names = [e for e in found if e.kind is ExposureKind.NAME and e.level is Level.BLOCK]
    if not known or all(e.whole for e in names):
        return names
    decided = {e.text for e in names_in(known, roster)}
    return [e for e in names if e.whole or e.text not in decided]


def without_names(text: str, roster: Roster, known: str = "") -> str:
    """Return the text with neutral words that hold in every room for each of its names."""
    return _neutral(text, lambda t: names_in(t, roster, known), lambda e: e.suggestion or "")


def _neutral(
    text: str,
    look: Callable[[str], list[Exposure]],
    words_of: Callable[[Exposure], str],
    known: LinesRead = NONE,
) -> str:
    for turn in range(_ROUNDS):
        if not (found := look(text)):
            return text
        text = "".join(_replaced(text, found, words_of if turn < _ROUNDS - 1 else _no_words, known))
    return text


def _no_words(_exposure: Exposure) -> str:
    return ""


def _replaced(
    text: str, found: list[Exposure], words_of: Callable[[Exposure], str], known: LinesRead
) -> Iterator[str]:
    """Yield the notes of a text, and what stands between them, with words in place of passages."""
    at, left = 0, deque(sorted(found, key=lambda e: e.start))
    for start, end in notes_of(text):
        note, mine = text[start:end], list[Exposure]()
        while left and left[0].start < end:
            mine.append(left.popleft().moved(-start))
        yield text[at:start]
        key = words_of is _no_words, note, tuple(mine)
        yield known.found(key, partial(_replaced_in, note, mine, words_of)) if mine else note
        at = end


def _replaced_in(note: str, found: list[Exposure], words_of: Callable[[Exposure], str]) -> str:
    return replacing.replaced(note, (Replacement(e.start, e.end, words_of(e)) for e in found))
