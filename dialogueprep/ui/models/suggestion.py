"""A suggestion of topics while it is being worked on: keep, replace, move, remove, ask again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dialogueprep.commands import suggesting as commands
from dialogueprep.domain import suggesting, wording
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.offer import KeptBack, count_kept, why_kept
from dialogueprep.domain.suggesting import Alternative, Choice, Reason, Suggestion
from dialogueprep.sentences import suggested_because
from dialogueprep.store import library
from dialogueprep.store.workspace import Store
from dialogueprep.ui import theme
from dialogueprep.words import clauses, sentences, tr

SHORTEST, LONGEST = 5, 720  # minutes of a topic


@dataclass(frozen=True, slots=True)
class SuggestedRow:
    """A topic as it is shown: among the choices with its number, else among alternatives."""

    id: TopicId
    title: str
    native: str
    minutes: int
    sensitivity: int
    operability: int
    facts: str
    """Dimension, when it was used, and where it goes."""
    why: str
    number: int = 0
    kept: bool = False

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        rated = tr(
            "sensitivity {sensitivity}, operability {operability}",
            sensitivity=self.sensitivity,
            operability=self.operability,
        )
        length = tr("{n} min", n=self.minutes)
        kept = tr("kept") if self.kept else ""
        number = str(self.number) if self.number else ""
        return clauses((number, self.title, self.native, length, rated, self.facts, kept, self.why))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be put on the agenda, on how many days; lengths in ``exact`` were set by hand."""

    choices: tuple[Choice, ...]
    days: int
    exact: frozenset[TopicId] = frozenset()


class Proposal:
    """The choices in their order, what is kept, and what the organiser did not want.

    Reads the store once; nothing is written.
    """

    def __init__(self, store: Store, dialogue: Dialogue) -> None:
        self._store = store
        self.dialogue = dialogue
        self.days = dialogue.days
        self._standings = store.standings.all()
        self._wish = commands.wish_for(store, dialogue, 0)
        self._standing = {each.id: each for each in self._standings}
        self._topics: dict[TopicId, Topic] = {}
        self._refused: set[TopicId] = set()
        self._passed: Counter[TopicId] = Counter()
        self._minutes: dict[TopicId, int] = {}
        self._kept: list[TopicId] = []
        self.suggestion = Suggestion()
        self.budget = self.usual_budget()
        self.suggest()

    # what is asked ------------------------------------------------------------------------

    def usual_budget(self) -> int:
        """Return the minutes that wait for topics, else what the days leave for talk."""
        return commands.free_minutes(self._store, self.dialogue, self.days)

    def suggest(self) -> None:
        """Choose anew around what is kept."""
        self.suggestion = suggesting.suggest(self._standings, self._now())

    def suggest_rest(self) -> None:
        """Choose others for what is not kept; what is there now comes later."""
        self._passed.update(t for t in self.suggestion.topics if t not in self._kept)
        self.suggest()

    def set_budget(self, minutes: int) -> None:
        """Fill another time."""
        self.budget = minutes
        self.suggest()

    def keep(self, topic: TopicId) -> None:
        """Keep a topic when the rest is suggested again, or let it go."""
        if topic in self._kept:
            self._kept.remove(topic)
        else:
            self._kept.append(topic)

    def remove(self, topic: TopicId) -> None:
        """Take a topic out; it does not come back by itself."""
        self._refused.add(topic)
        self._let_go(topic)
        self._arrange(t for t in self.suggestion.topics if t != topic)

    def replace(self, topic: TopicId, by: TopicId) -> None:
        """Put another topic in the place of one."""
        self._refused.discard(by)
        self._let_go(topic)
        self._arrange(by if t == topic else t for t in self.suggestion.topics)

    def move(self, topic: TopicId, step: int) -> None:
        """Move a topic up (-1) or down (1)."""
        order = list(self.suggestion.topics)
        at = order.index(topic)
        if 0 <= at + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
            self._arrange(order)

    def set_minutes(self, topic: TopicId, minutes: int) -> None:
        """Give a topic another length, within bounds."""
        self._minutes[topic] = min(max(minutes, SHORTEST), LONGEST)
        self._arrange(self.suggestion.topics)

    # what is shown ------------------------------------------------------------------------

    @property
    def asked(self) -> Asked:
        """What is to be put on the agenda."""
        return Asked(self.suggestion.choices, self.days, frozenset(self._minutes))

    @property
    def offered(self) -> bool:
        """Whether any topic that is not on the agenda can be offered."""
        it = self._wish
        return any(
            t.id not in it.present and why_kept(t, it.ceiling, it.table) is None
            for t in self._standings
        )

    @property
    def more_wanted(self) -> bool:
        """Whether nothing that is offered, and was not taken out, fits the time that is left."""
        left = self.suggestion.left
        return suggesting.suggest(self._standings, self._rest()).left == left

    @property
    def kept_back(self) -> KeptBack:
        """How many topics are not offered to this dialogue, and why."""
        return count_kept(self._standings, self.dialogue.ceiling, self.dialogue.table)

    @property
    def sensitivities(self) -> list[int]:
        """The ratings of the choices in their order."""
        return [self._standing[t].sensitivity or 0 for t in self.suggestion.topics]

    @property
    def coverage(self) -> dict[Dimension, tuple[int, int]]:
        """How many topics of each dimension are on the agenda, and how many are suggested."""
        new = Counter(self._standing[t].dimension for t in self.suggestion.topics)
        there = Counter(self._wish.covered)
        return {each: (there[each], new[each]) for each in Dimension}

    def rows(self) -> list[SuggestedRow]:
        """Return the choices as they are shown."""
        self._read(self.suggestion.topics)
        waiting = commands.waiting(self._store, self.dialogue, self.days)
        found: list[SuggestedRow] = []
        for number, choice in enumerate(self.suggestion.choices):
            goes = ""
            if number < len(waiting):
                item = waiting[number]
                title = item.titles.best(theme.window_language())
                goes = tr("into “{title}” on day {n}", title=title, n=item.day + 1)
            row = self._row(choice, goes)
            found.append(replace(row, number=number + 1, kept=choice.topic in self._kept))
        return found

    def alternatives(self, topic: TopicId) -> list[SuggestedRow]:
        """Return what could stand in the place of a topic."""
        choice = next((c for c in self.suggestion.choices if c.topic == topic), None)
        if choice is None:
            return []
        self._read(choice.alternatives)
        return [self._row(each) for each in choice.instead]

    def _row(self, it: Choice | Alternative, goes: str = "") -> SuggestedRow:
        topic, standing = self._topics[it.topic], self._standing[it.topic]
        language = theme.window_language()
        others = topic.titles.others(language)
        return SuggestedRow(
            id=it.topic,
            title=topic.titles.best(language),
            native=others[0].wording if others else "",
            minutes=it.minutes,
            sensitivity=standing.sensitivity or 0,
            operability=standing.operability or 0,
            facts="  ·  ".join(filter(None, (*_facts(standing.dimension, it.reasons), goes))),
            why=_why(it.reasons),
        )

    def _now(self) -> suggesting.Wish:
        return replace(
            self._wish,
            budget=self.budget,
            kept=tuple(t for t in self.suggestion.topics if t in self._kept),
            refused=self._refused,
            passed=self._passed,
            minutes=self._minutes,
        )

    def _rest(self) -> suggesting.Wish:
        """Return the wish for the time that is left."""
        there = {*self._wish.present, *self.suggestion.topics}
        return replace(self._now(), budget=self.suggestion.left, kept=(), present=there)

    def _arrange(self, order: Iterable[TopicId]) -> None:
        self.suggestion = suggesting.arranged(self._standings, self._now(), tuple(order))

    def _let_go(self, topic: TopicId) -> None:
        if topic in self._kept:
            self._kept.remove(topic)

    def _read(self, ids: Sequence[TopicId]) -> None:
        new = [id_ for id_ in ids if id_ not in self._topics]
        if new:
            self._topics.update(library.some_topics(self._store, new))


def _facts(dimension: Dimension, reasons: Iterable[Reason]) -> tuple[str, str]:
    used = next((r.facts["when"] for r in reasons if "when" in r.facts), None)
    when = tr("used {when}", when=f"{used:%Y-%m}") if used else tr("never used")
    return tr(wording.of(dimension)), when


def _why(reasons: Iterable[Reason]) -> str:
    """Return the sentences of the reasons, ratings aside: these are shown."""
    told = (suggested_because(r.code, r.facts) for r in reasons if r.code != "rated")
    return sentences(told)
