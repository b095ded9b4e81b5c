"""Measures the gate by the corpus: who is protected, what is caught, where it alarms wrongly.

A person is protected in a text only if every passage there that identifies the person is caught.
A passage is caught if a mark of at least the label's level overlaps it and names one of those whom
it identifies.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dialogueprep.domain.gate import (
    ALL_PRESENT,
    SPEAKERS,
    Exposure,
    Level,
    Roster,
    examine_text,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.roster_reader import read_roster
from tests.corpus.fresh import fresh_cases, fresh_table
from tests.corpus.labels import Case, Label, read_cases
from tests.corpus.table import HERE, Table, read_table, table_names

FRESH_SEEDS = {"open": range(1, 7), "frozen": range(11, 17)}
_CROWD = 60
_KIND_OF = {"small": "descriptor", "group": "descriptor", "thread": "order", "nobody": "descriptor"}


def roster_of(table: Table) -> Roster:
    """Return a table as the gate sees it, read as the program reads a roster file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.json"
        path.write_text(table.document(), "utf-8")
        read = read_roster(path)
    return Roster(
        participations=read.participations,
        lexicon=read_lexicon(),
        attendance=read.attendance,
        k=table.k,
        counting=ALL_PRESENT if table.counting == "everybody" else SPEAKERS,
    )


@dataclass
class Rate:
    """How many of how many."""

    hits: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:
        """Count one more, a hit or not."""
        self.hits += hit
        self.of += 1

    @property
    def share(self) -> float:
        """Return the share of hits, 1 where there was nothing to hit."""
        return self.hits / self.of if self.of else 1.0


@dataclass(frozen=True)
class Examined:
    """A labelled sentence and what the gate marked in it."""

    case: Case
    found: tuple[Exposure, ...]

    def caught(self, label: Label) -> bool:
        """Return whether a mark of the label's level or above is on its passage."""
        return any(_level(e, label) and _same(e, label) for e in self._on(label))

    def seen(self, label: Label) -> bool:
        """Return whether any mark is on the passage, whatever its level and person."""
        return any(True for _ in self._on(label))

    def whole(self, label: Label) -> bool:
        """Return whether no letter of the passage is left without a mark."""
        marked = {n for e in self._on(label) if _level(e, label) for n in range(e.start, e.end)}
        letters = (n for n in range(label.start, label.end) if self.case.text[n].isalnum())
        return all(n in marked for n in letters)

    def exact(self, label: Label) -> bool:
        """Return whether a mark has the passage's own beginning and end."""
        return any((e.start, e.end) == (label.start, label.end) for e in self._on(label))

    def same_kind(self, label: Label) -> bool:
        """Return whether a mark on the passage is of the label's kind, in the gate's words."""
        wanted = _KIND_OF.get(label.kind, label.kind)
        return any(e.kind.value == wanted for e in self._on(label))

    def same_k(self, label: Label) -> bool:
        """Return whether a mark on the passage counts as many people as the roster says."""
        return any(e.k == label.k for e in self._on(label))

    @property
    def stray(self) -> tuple[Exposure, ...]:
        """Return the marks that are not allowed and not at a labelled passage.

        A title beside a labelled name is at it: it still identifies when the name is gone.
        """
        return tuple(
            e
            for e in self.found
            if not any(
                e.start <= label.end + 1 and label.start <= e.end + 1 for label in self.case.labels
            )
            and not (self.case.warn_allowed and e.level is Level.WARN)
        )

    def _on(self, label: Label) -> Iterator[Exposure]:
        return (e for e in self.found if e.start < label.end and label.start < e.end)


def _level(exposure: Exposure, label: Label) -> bool:
    return label.level == "warn" or exposure.level is Level.BLOCK


def _same(exposure: Exposure, label: Label) -> bool:
    people = frozenset(exposure.people)
    return not people or not label.people or bool(people & label.people)


@dataclass
class Figures:
    """What the gate did with a set of sentences."""

    people: Rate = field(default_factory=Rate)
    passages: Rate = field(default_factory=Rate)
    seen: Rate = field(default_factory=Rate)
    whole_names: Rate = field(default_factory=Rate)
    exact: Rate = field(default_factory=Rate)
    same_kind: Rate = field(default_factory=Rate)
    same_k: Rate = field(default_factory=Rate)
    kinds: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    languages: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    tables: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    clean_blocked: Rate = field(default_factory=Rate)
    clean_warned: Rate = field(default_factory=Rate)
    clean_marked: Rate = field(default_factory=Rate)
    clean_languages: dict[str, Rate] = field(default_factory=lambda: defaultdict(Rate))
    stray: Rate = field(default_factory=Rate)

    def add(self, examined: Examined) -> None:
        """Count one sentence."""
        if examined.case.labels:
            self._add_leak(examined)
        else:
            self._add_clean(examined)

    def _add_leak(self, examined: Examined) -> None:
        case = examined.case
        self.stray.add(bool(examined.stray))
        for label in case.labels:
            caught = examined.caught(label)
            self.passages.add(caught)
            self.kinds[label.kind].add(caught)
            self.seen.add(examined.seen(label))
            if caught:
                self._add_caught(examined, label)
        for person in sorted({person for label in case.labels for person in label.people}):
            safe = all(examined.caught(b) for b in case.labels if person in b.people)
            self.people.add(safe)
            self.languages[case.language].add(safe)
            self.tables[case.table].add(safe)

    def _add_caught(self, examined: Examined, label: Label) -> None:
        self.exact.add(examined.exact(label))
        self.same_kind.add(examined.same_kind(label))
        if label.kind == "name":
            self.whole_names.add(examined.whole(label))
        if label.kind == "descriptor":
            self.same_k.add(examined.same_k(label))

    def _add_clean(self, examined: Examined) -> None:
        levels = {e.level for e in examined.stray}
        self.clean_blocked.add(Level.BLOCK in levels)
        self.clean_warned.add(Level.WARN in levels)
        self.clean_marked.add(bool(levels))
        self.clean_languages[examined.case.language].add(bool(levels))


def figures_of(examined: Iterable[Examined]) -> Figures:
    """Return the figures of examined sentences."""
    figures = Figures()
    for one in examined:
        figures.add(one)
    return figures


@cache
def examined_half(half: str) -> tuple[Examined, ...]:
    """Return all sentences of the open or the frozen half with what the gate marks in them."""
    rosters = {name: roster_of(read_table(name)) for name in table_names()}
    return tuple(_examined(case, rosters[case.table]) for case in read_cases(half))


def examined_fresh(half: str, seeds: Iterable[int] = ()) -> Iterator[Examined]:
    """Yield sentences over fresh rosters with what the gate marks in them.

    ``half`` tells which frames are used; without ``seeds`` those of the half are.
    """
    for seed in seeds or FRESH_SEEDS[half]:
        roster = roster_of(fresh_table(seed))
        yield from (_examined(case, roster) for case in fresh_cases(seed, half))


def _examined(case: Case, roster: Roster) -> Examined:
    return Examined(case, tuple(examine_text(case.text, roster, item=case.item)))


def marked_in_brief(name: str = "strait") -> tuple[Exposure, ...]:
    """Return what the gate marks in the clean brief, paragraph by paragraph."""
    roster = roster_of(read_table(name))
    text = (HERE / "briefs" / f"{name}.md").read_text("utf-8")
    return tuple(e for line in text.splitlines() if line for e in examine_text(line, roster))


def crowd() -> Table:
    """Return a table of sixty people from all rosters."""
    people = [
        {**person, "id": f"{name}-{person['id']}", "sessions": ["T"]}
        for name in table_names()
        for person in read_table(name).people
    ]
    step = len(people) / _CROWD
    chosen = tuple(people[int(n * step)] for n in range(_CROWD))
    return Table("crowd", 3, "everybody", {"T": "Plenary"}, chosen)


def characters_a_second(text: str) -> float:
    """Return how many characters of a text are examined in a second, with sixty people.

    Seconds are of processor time, so that other work on the machine does not count.
    """
    roster = roster_of(crowd())
    examine_text(text[:200], roster, item="T")
    began = time.process_time()
    examine_text(text, roster, item="T")
    return len(text) / (time.process_time() - began)


def plain_text(length: int) -> str:
    """Return the clean brief over and over."""
    brief = (HERE / "briefs" / "strait.md").read_text("utf-8")
    return (brief * (length // len(brief) + 1))[:length]


def dense_text(length: int) -> str:
    """Return a text in four languages that is dense with what the gate looks for.

    It is the clean brief and the open half's clean sentences, over and over, with a sentence that
    identifies somebody in each round.
    """
    brief = (HERE / "briefs" / "strait.md").read_text("utf-8")
    cases = read_cases("open")
    clean = [case.text for case in cases if not case.labels]
    leaks = [case.text for case in cases if case.labels]
    pieces: list[str] = []
    while sum(map(len, pieces)) < length:
        pieces += [brief, *clean, leaks[len(pieces) % len(leaks)]]
    return "\n".join(pieces)[:length]


def misses(examined: Sequence[Examined]) -> Iterator[str]:
    """Yield a line for each passage that was not caught and each mark on clean text."""
    for one in examined:
        case = one.case
        missed = [b for b in case.labels if not one.caught(b)]
        for label in missed:
            how = "marked too low or for another" if one.seen(label) else "not marked"
            who = " ".join(sorted(label.people)) or "*"
            yield _line("MISS", one, f"{label.kind} {label.passage!r} of {who}: {how}")
        for e in one.stray:
            kind = "STRAY" if case.labels else "WRONG"
            yield _line(kind, one, f"{e.level.value} {e.kind.value} {e.text!r} k={e.k}")


def _line(word: str, one: Examined, said: str) -> str:
    case = one.case
    return f"{word}  {case.id} [{case.language} {case.item}] {said}\n      {case.text!r}"
