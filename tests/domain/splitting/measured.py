"""How well files are split: units found alone, wrong proposals, furniture let through, offsets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from made_files import make_file
from marked_reports import Marked, Span, spans_of

from dialogueprep.domain.splitting.proposal import Unit
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_source
from dialogueprep.exchange.splitting_reader import read_cues

_MOST_OF = 0.6  # of a unit, for a proposal to hold it
_HALF = 0.5  # of a proposal, for it to stand inside a passage


@dataclass(frozen=True)
class Measured:
    """What became of one report. ``misses`` are for the halves that may be looked at."""

    report: Marked
    units: int
    alone: int
    topics: int
    topics_found: int
    proposed: int
    wrong: int
    tempting: int
    let_through: int
    offsets_wrong: int
    misses: tuple[str, ...] = field(default=(), repr=False)
    kinds: Counter[str] = field(default_factory=Counter[str], repr=False)


@dataclass(frozen=True)
class Figures:
    """The sums over several reports."""

    recall: float
    topics: float
    precision: float
    units: int
    proposed: int
    let_through: int
    tempting: int
    offsets_wrong: int


def measure(report: Marked, folder: Path) -> Measured:
    """Make the file of a report, read it, split it, and compare what is proposed."""
    read = read_source(make_file(report, folder))
    found = split(read, read_cues())
    text, labels = read.text, report.labels
    spans = spans_of(report, text)
    either = [s for s in spans["E"] if s]
    given = [(p.start, p.end) for p in found if p.kind is Unit.RECOMMENDATION]
    topics = [(p.start, p.end) for p in found if p.kind is Unit.TOPIC]
    alone = [_alone(s, given, spans["R"]) for s in spans["R"]]
    wrong = [p for p in given if not _is_unit(p, spans["R"], either)]
    wrong += [t for t in topics if not any(_holds(t, s) for s in spans["T"]) and not _in(t, either)]
    named = [any(_holds(t, s) for t in topics) for s in spans["T"]]
    every = [*given, *topics]
    through = [s for s in spans["N"] if s and any(_holds(p, s) or _in(p, [s]) for p in every)]
    missed = [u for u, ok in zip(labels["R"] + labels["T"], alone + named, strict=True) if not ok]
    return Measured(
        report,
        len(alone),
        sum(alone),
        len(named),
        sum(named),
        len(every),
        len(wrong),
        len(spans["N"]),
        len(through),
        sum(text[p.start : p.end] != p.passage for p in found),
        (*(f"missed: {u}" for u in missed), *(f"wrong: {text[a:b]}" for a, b in wrong)),
        Counter(_how_missed(u, given) for u in _lost(spans["R"], alone))
        + Counter(_how_wrong(p, spans["R"]) for p in wrong),
    )


def _lost(units: list[Span | None], alone: list[bool]) -> list[Span | None]:
    return [unit for unit, found in zip(units, alone, strict=True) if not found]


def _how_missed(unit: Span | None, given: list[Span]) -> str:
    """Return whether a unit is held together with another, cut, or not proposed at all."""
    if any(_holds(p, unit) for p in given):
        return "missed: offered with another"
    cut = unit is not None and any(_shared(p, unit) for p in given)
    return "missed: cut" if cut else "missed: not seen"


def _how_wrong(proposal: Span, units: list[Span | None]) -> str:
    part = any(u is not None and _shared(proposal, u) for u in units)
    return "wrong: a part of a unit" if part else "wrong: no unit"


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _holds(proposal: Span, unit: Span | None) -> bool:
    return unit is not None and _shared(proposal, unit) >= _MOST_OF * (unit[1] - unit[0])


def _in(proposal: Span, passages: Iterable[Span]) -> bool:
    return any(_shared(proposal, s) >= _HALF * (proposal[1] - proposal[0]) for s in passages)


def _alone(unit: Span | None, given: list[Span], units: list[Span | None]) -> bool:
    """Return whether one proposal holds a unit, and no other unit with it."""
    holding = [p for p in given if _holds(p, unit)]
    return len(holding) == 1 and sum(_holds(holding[0], other) for other in units) == 1


def _is_unit(proposal: Span, units: list[Span | None], either: list[Span]) -> bool:
    return (
        any(_holds(proposal, u) for u in units)
        or _in(proposal, either)
        or any(_holds(proposal, s) for s in either)
    )


def figures(measured: Iterable[Measured]) -> Figures:
    """Return the sums; a share of nothing is 1."""
    known = list(measured)

    def total(of: Callable[[Measured], int]) -> int:
        return sum(map(of, known))

    units, proposed = total(lambda m: m.units), total(lambda m: m.proposed)
    topics = total(lambda m: m.topics)
    return Figures(
        recall=total(lambda m: m.alone) / units if units else 1,
        topics=total(lambda m: m.topics_found) / topics if topics else 1,
        precision=1 - total(lambda m: m.wrong) / proposed if proposed else 1,
        units=units,
        proposed=proposed,
        let_through=total(lambda m: m.let_through),
        tempting=total(lambda m: m.tempting),
        offsets_wrong=total(lambda m: m.offsets_wrong),
    )
