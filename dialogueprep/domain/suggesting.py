"""Topics for the time that an agenda has, each with its reasons, each replaceable.

The rules: what is offered to the table under the ceiling, coverage of dimensions first, then
what was never on an agenda, what ended unresolved, and what was used longest ago. The order
begins low, and no sensitive topic stands last. What the organiser keeps stays, and what was
refused does not come back by itself. Equal questions get equal answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dialogueprep.domain.checks import SENSITIVE
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.offer import TopicFacts, why_kept
from dialogueprep.domain.uses import History

USUAL_MINUTES = 75
LEAST_MINUTES, MOST_MINUTES = 30, 120
ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a topic was chosen or stands where it does: a code with its facts.

    "new-dimension" (dimension), "never-used", "ended-unresolved" (when), "used-before" (when),
    "rated" (sensitivity, operability), "begins-low", "ends-mild".
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Alternative:
    """A topic that could stand in another's place for so many minutes, and why."""

    topic: TopicId
    minutes: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A topic for this many minutes, why, and what could stand in its place, the best first."""

    topic: TopicId
    minutes: int
    reasons: tuple[Reason, ...] = ()
    instead: tuple[Alternative, ...] = ()

    @property
    def alternatives(self) -> tuple[TopicId, ...]:
        """The topics that could stand in its place."""
        return tuple(each.topic for each in self.instead)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Topics in their order, and the minutes of the budget that are left.

    ``left`` is below 0 only where the organiser kept or lengthened more than there is time for.
    """

    choices: tuple[Choice, ...] = ()
    left: int = 0

    @property
    def minutes(self) -> int:
        """All minutes together."""
        return sum(each.minutes for each in self.choices)

    @property
    def topics(self) -> tuple[TopicId, ...]:
        """The topics in their order."""
        return tuple(each.topic for each in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a suggestion is for: minutes, ceiling, the table, and what is on the agenda already.

    ``kept`` topics stay, ``refused`` ones are not chosen again, ``passed`` says how often a
    topic was proposed and passed over, and ``minutes`` holds lengths that the organiser set.
    """

    budget: int
    ceiling: int
    table: frozenset[str]
    histories: Mapping[str, History] = field(default_factory=dict[str, History])
    present: Collection[TopicId] = ()
    covered: Collection[Dimension] = ()
    kept: Sequence[TopicId] = ()
    refused: Collection[TopicId] = ()
    passed: Mapping[TopicId, int] = field(default_factory=dict[TopicId, int])
    minutes: Mapping[TopicId, int] = field(default_factory=dict[TopicId, int])


def suggest(topics: Iterable[Topic | TopicFacts], wish: Wish) -> Suggestion:
    """Return the topics that fill the budget best; fewer where fewer are offered."""
    return _Choosing(topics, wish).suggestion()


def arranged(
    topics: Iterable[Topic | TopicFacts], wish: Wish, order: Iterable[TopicId]
) -> Suggestion:
    """Return these topics in this order as a suggestion; what is not offered is left out."""
    return _Choosing(topics, wish).arranged(order)


def replaced(
    topics: Iterable[Topic | TopicFacts],
    wish: Wish,
    suggestion: Suggestion,
    gone: TopicId,
    by: TopicId,
) -> Suggestion:
    """Return the suggestion with one topic in the place of another; reasons are told anew."""
    order = [by if c.topic == gone else c.topic for c in suggestion.choices]
    return arranged(topics, wish, order)


def minutes_of(history: History | None) -> int:
    """Return how long a topic is likely to take: as it took on average, else the usual time."""
    taken = [u.minutes for u in history.uses if u.minutes] if history else []
    if not taken:
        return USUAL_MINUTES
    mean = round(sum(taken) / len(taken) / 5) * 5
    return min(max(mean, LEAST_MINUTES), MOST_MINUTES)


def begins_low(sensitivities: Sequence[int]) -> bool:
    """Return whether nothing in an order is less sensitive than what comes first."""
    return not sensitivities or sensitivities[0] == min(sensitivities)


@dataclass(frozen=True, slots=True)
class _Card:
    """What choosing looks at: a topic that is offered."""

    id: TopicId
    dimension: Dimension
    sensitivity: int
    operability: int
    minutes: int
    rank: tuple[int, int, date, int, int, str]

    @property
    def sensitive(self) -> bool:
        return self.sensitivity >= SENSITIVE


class _Choosing:
    def __init__(self, topics: Iterable[Topic | TopicFacts], wish: Wish) -> None:
        self._wish = wish
        cards = (
            self._card(t)
            for t in topics
            if t.id not in wish.present and why_kept(t, wish.ceiling, wish.table) is None
        )
        self._cards = sorted(cards, key=lambda card: card.rank)
        self._known = {card.id: card for card in self._cards}

    def suggestion(self) -> Suggestion:
        picked = [self._known[id_] for id_ in self._wish.kept if id_ in self._known]
        while (best := self._next(picked)) is not None:
            picked.append(best)
        return self._explained(_in_order(self._with_mild_ends(picked)))

    def arranged(self, order: Iterable[TopicId]) -> Suggestion:
        return self._explained([self._known[id_] for id_ in order if id_ in self._known])

    def _card(self, topic: Topic | TopicFacts) -> _Card:
        history = self._wish.histories.get(topic.id) or History()
        sensitivity, operability = topic.sensitivity or 0, topic.operability or 0
        freshness = 0 if not history.uses else 1 if history.uses[0].unresolved else 2
        at = (freshness, history.last or date.min, sensitivity, -operability, topic.id)
        return _Card(
            topic.id,
            topic.dimension,
            sensitivity,
            operability,
            self._wish.minutes.get(topic.id) or minutes_of(history),
            (self._wish.passed.get(topic.id, 0), *at),
        )

    def _left(self, picked: Iterable[_Card]) -> int:
        return self._wish.budget - sum(card.minutes for card in picked)

    def _next(self, picked: list[_Card], *, mild: bool = False) -> _Card | None:
        """Return the best topic that fits and whose dimension is covered least."""
        counts = Counter([*self._wish.covered, *(card.dimension for card in picked)])
        left, out = self._left(picked), {*self._wish.refused, *(card.id for card in picked)}
        fitting = (
            card
            for card in self._cards
            if card.minutes <= left and card.id not in out and not (mild and card.sensitive)
        )
        return min(fitting, key=lambda card: counts[card.dimension], default=None)

    def _with_mild_ends(self, picked: list[_Card]) -> list[_Card]:
        """Return topics of which two are mild, to begin and to end with, where any is sensitive.

        What is sensitive gives way to what is mild; where there is nothing mild, it is left out.
        What the organiser keeps stays all the same.
        """
        kept = list(picked)
        while (gives_way := self._too_sensitive(kept)) is not None:
            kept.remove(gives_way)
            mild = self._next(kept, mild=True)
            if mild is not None:
                kept.append(mild)
        return kept

    def _too_sensitive(self, picked: list[_Card]) -> _Card | None:
        if sum(not card.sensitive for card in picked) >= 2:
            return None
        free = (c for c in reversed(picked) if c.sensitive and c.id not in self._wish.kept)
        return next(free, None)

    def _explained(self, picked: list[_Card]) -> Suggestion:
        covered = set(self._wish.covered)
        choices: list[Choice] = []
        for number, card in enumerate(picked):
            reasons = self._reasons(card, covered)
            place = _place(picked, number)
            covered.add(card.dimension)
            instead = self._instead(picked, number)
            choices.append(Choice(card.id, card.minutes, (*reasons, *place), instead))
        return Suggestion(tuple(choices), self._left(picked))

    def _reasons(self, card: _Card, covered: Collection[Dimension]) -> tuple[Reason, ...]:
        history = self._wish.histories.get(card.id) or History()
        reasons: list[Reason] = []
        if card.dimension not in covered:
            reasons.append(Reason("new-dimension", {"dimension": card.dimension}))
        if not history.uses:
            reasons.append(Reason("never-used"))
        elif history.uses[0].unresolved:
            reasons.append(Reason("ended-unresolved", {"when": history.last}))
        else:
            reasons.append(Reason("used-before", {"when": history.last}))
        rated = {"sensitivity": card.sensitivity, "operability": card.operability}
        return (*reasons, Reason("rated", rated))

    def _instead(self, picked: list[_Card], number: int) -> tuple[Alternative, ...]:
        """Return what could stand here: of the same dimension first, mild at both ends."""
        here = picked[number]
        room = max(self._left(picked), 0) + here.minutes
        at_end = number in (0, len(picked) - 1)
        taken = {card.id for card in picked}
        fitting = [
            card
            for card in self._cards
            if card.minutes <= room
            and card.id not in taken
            and not (at_end and card.sensitive and not here.sensitive)
        ]
        fitting.sort(key=lambda card: card.dimension is not here.dimension)
        others = (card for card in picked if card is not here)
        covered = {*self._wish.covered, *(card.dimension for card in others)}
        return tuple(
            Alternative(card.id, card.minutes, self._reasons(card, covered))
            for card in fitting[:ALTERNATIVES]
        )


def _in_order(picked: list[_Card]) -> list[_Card]:
    """Return topics from the least to the most sensitive, but for a mild one at the end."""
    ordered = sorted(picked, key=lambda card: card.sensitivity)
    mild = [card for card in ordered if not card.sensitive]
    if ordered and ordered[-1].sensitive and len(mild) > 1:
        ordered.remove(mild[-1])
        ordered.append(mild[-1])
    return ordered


def _place(picked: list[_Card], number: int) -> tuple[Reason, ...]:
    if len(picked) < 2:
        return ()
    if number == 0 and begins_low([card.sensitivity for card in picked]):
        return (Reason("begins-low"),)
    sensitive_before = any(card.sensitive for card in picked[:number])
    if number == len(picked) - 1 and sensitive_before and not picked[number].sensitive:
        return (Reason("ends-mild"),)
    return ()
