"""Topics for the time that an agenda has, each with its reasons, each replaceable.

The rules: what is offered to the table under the ceiling, coverage of dimensions first, then
what was never on an agenda, what ended unresolved, and what was used longest ago. The order
begins low, and no sensitive topic stands last. Equal questions get equal answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dialogueprep.domain.checks import SENSITIVE
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.uses import History

USUAL_MINUTES = 75
LEAST_MINUTES, MOST_MINUTES = 30, 120
ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a topic was chosen or stands where it does: a code with its facts.

    "new-dimension" (dimension), "never-used", "ended-unresolved" (rounds), "used-before" (last),
    "rated" (sensitivity, operability), "begins-low", "ends-mild".
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Choice:
    """A topic for this many minutes, why, and what could stand in its place, the best first."""

    topic: TopicId
    minutes: int
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[TopicId, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Topics in their order, and the minutes of the budget that are left."""

    choices: tuple[Choice, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a suggestion is for: minutes, ceiling, the table, and what is on the agenda already."""

    budget: int
    ceiling: int
    table: frozenset[str]
    histories: Mapping[str, History] = field(default_factory=dict[str, History])
    present: Collection[TopicId] = ()
    covered: Collection[Dimension] = ()


def suggest(topics: Iterable[Topic], wish: Wish) -> Suggestion:
    """Return the topics that fill the budget best; fewer where fewer are offered."""
    offered = [
        t for t in topics if t.id not in wish.present and t.offered(wish.ceiling, wish.table)
    ]
    return _Choosing(offered, wish).suggestion()


def replaced(
    topics: Iterable[Topic], wish: Wish, suggestion: Suggestion, gone: TopicId, by: TopicId
) -> Suggestion:
    """Return the suggestion with one topic in the place of another; reasons are told anew."""
    known = {t.id: t for t in topics}
    picked = [known[by if c.topic == gone else c.topic] for c in suggestion.choices]
    offered = [
        t
        for t in known.values()
        if t.id not in wish.present and t.offered(wish.ceiling, wish.table)
    ]
    return _Choosing(offered, wish).explained(picked)


def minutes_of(history: History | None) -> int:
    """Return how long a topic is likely to take: as it took on average, else the usual time."""
    taken = [u.minutes for u in history.uses if u.minutes] if history else []
    if not taken:
        return USUAL_MINUTES
    mean = round(sum(taken) / len(taken) / 5) * 5
    return min(max(mean, LEAST_MINUTES), MOST_MINUTES)


class _Choosing:
    def __init__(self, offered: list[Topic], wish: Wish) -> None:
        self._wish = wish
        self._offered = sorted(offered, key=self._rank)

    def suggestion(self) -> Suggestion:
        picked: list[Topic] = []
        while (best := self._next(picked, self._left(picked))) is not None:
            picked.append(best)
        return self.explained(_in_order(self._with_mild_ends(picked)))

    def explained(self, picked: list[Topic]) -> Suggestion:
        covered = set(self._wish.covered)
        choices: list[Choice] = []
        for number, topic in enumerate(picked):
            reasons = self._reasons(topic, topic.dimension not in covered)
            place = _place(picked, number)
            covered.add(topic.dimension)
            choices.append(
                Choice(
                    topic.id,
                    self._minutes(topic),
                    (*reasons, *place),
                    self._alternatives(picked, number),
                )
            )
        return Suggestion(tuple(choices), self._left(picked))

    def _history(self, topic: Topic) -> History:
        return self._wish.histories.get(topic.id, History())

    def _minutes(self, topic: Topic) -> int:
        return minutes_of(self._wish.histories.get(topic.id))

    def _left(self, picked: Iterable[Topic]) -> int:
        return self._wish.budget - sum(self._minutes(t) for t in picked)

    def _rank(self, topic: Topic) -> tuple[int, date, int, int, str, str]:
        history = self._history(topic)
        last = history.last or date.min
        freshness = 0 if not history.uses else 1 if history.uses[0].unresolved else 2
        rated = (topic.sensitivity or 9, -(topic.operability or 0))
        return (freshness, last, *rated, topic.titles.best("en"), topic.id)

    def _next(self, picked: list[Topic], left: int, mild: bool = False) -> Topic | None:
        """Return the best topic that fits and whose dimension is covered least."""
        counts = Counter([*self._wish.covered, *(t.dimension for t in picked)])
        fitting = [
            t
            for t in self._offered
            if t not in picked and self._minutes(t) <= left and not (mild and _sensitive(t))
        ]
        return min(fitting, key=lambda t: counts[t.dimension], default=None)

    def _with_mild_ends(self, picked: list[Topic]) -> list[Topic]:
        """Return topics of which two are mild, to begin and to end with, where any is sensitive.

        What is sensitive gives way to what is mild; where there is nothing mild, it is left out.
        """
        kept = list(picked)
        while any(map(_sensitive, kept)) and sum(not _sensitive(t) for t in kept) < 2:
            kept.remove(next(t for t in reversed(kept) if _sensitive(t)))
            mild = self._next(kept, self._left(kept), mild=True)
            if mild is not None:
                kept.append(mild)
        return kept

    def _reasons(self, topic: Topic, new_dimension: bool) -> tuple[Reason, ...]:
        history = self._history(topic)
        reasons: list[Reason] = []
        if new_dimension:
            reasons.append(Reason("new-dimension", {"dimension": topic.dimension}))
        if not history.uses:
            reasons.append(Reason("never-used"))
        elif history.uses[0].unresolved:
            reasons.append(Reason("ended-unresolved", {"when": history.last}))
        else:
            reasons.append(Reason("used-before", {"when": history.last}))
        rated: dict[str, object] = {
            "sensitivity": topic.sensitivity,
            "operability": topic.operability,
        }
        return (*reasons, Reason("rated", rated))

    def _alternatives(self, picked: list[Topic], number: int) -> tuple[TopicId, ...]:
        """Return what could stand here: of the same dimension first, mild at both ends."""
        topic = picked[number]
        room = self._left(picked) + self._minutes(topic)
        at_end = number in (0, len(picked) - 1)
        fitting = [
            t
            for t in self._offered
            if t not in picked
            and self._minutes(t) <= room
            and not (at_end and _sensitive(t) and not _sensitive(topic))
        ]
        fitting.sort(key=lambda t: t.dimension is not topic.dimension)
        return tuple(t.id for t in fitting[:ALTERNATIVES])


def _sensitive(topic: Topic) -> bool:
    return (topic.sensitivity or 0) >= SENSITIVE


def _in_order(picked: list[Topic]) -> list[Topic]:
    """Return topics from the least to the most sensitive, but for a mild one at the end."""
    ordered = sorted(picked, key=lambda t: t.sensitivity or 0)
    if ordered and _sensitive(ordered[-1]):
        last_mild = [t for t in ordered if not _sensitive(t)][-1]
        ordered.remove(last_mild)
        ordered.append(last_mild)
    return ordered


def _place(picked: list[Topic], number: int) -> tuple[Reason, ...]:
    if len(picked) < 2:
        return ()
    if number == 0:
        return (Reason("begins-low"),)
    before = max(t.sensitivity or 0 for t in picked[:number])
    if number == len(picked) - 1 and before > (picked[number].sensitivity or 0):
        return (Reason("ends-mild"),)
    return ()


def with_minutes(choice: Choice, minutes: int) -> Choice:
    """Return the choice for another length."""
    return replace(choice, minutes=minutes)
