"""Invented reports, labelled by hand: what is to be proposed alone, and what never."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from dialogueprep.domain.splitting.proposal import Proposal, Unit
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.source_reader import read_pasted
from dialogueprep.exchange.splitting_reader import read_cues

FOLDER = Path(__file__).with_name("reports")


@dataclass(frozen=True)
class Labelled:
    """A report and its labels."""

    name: str
    text: str
    units: tuple[str, ...]
    topics: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """What became of a report: units found alone, missed, proposals of nothing, and furniture."""

    alone: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    let_through: tuple[str, ...]
    topics_missed: tuple[str, ...]


def labelled() -> list[Labelled]:
    """Return all labelled reports."""
    return [_read(path) for path in sorted(FOLDER.glob("*.toml"))]


def _read(path: Path) -> Labelled:
    raw = tomllib.loads(path.read_text("utf-8"))
    return Labelled(
        path.stem, raw["text"], tuple(raw["units"]), tuple(raw["topics"]), tuple(raw["never"])
    )


def proposals(report: Labelled) -> tuple[Proposal, ...]:
    """Return what the splitter proposes for a report."""
    return split(read_pasted(report.text), read_cues())


def score(report: Labelled, found: tuple[Proposal, ...]) -> Score:
    """Return how proposals compare with the labels."""
    passages = [p.passage for p in found if p.kind is Unit.RECOMMENDATION]
    held = {u: [p for p in passages if u in p] for u in report.units}
    crowded = {p for p in passages if sum(u in p for u in report.units) > 1}
    alone = tuple(u for u, ps in held.items() if len(ps) == 1 and ps[0] not in crowded)
    topics = [p.passage for p in found if p.kind is Unit.TOPIC]
    every = [*passages, *topics]
    return Score(
        alone=alone,
        missed=tuple(u for u in report.units if u not in alone),
        wrong=tuple(p for p in passages if not any(u in p for u in report.units))
        + tuple(t for t in topics if not any(w in t for w in report.topics)),
        let_through=tuple(n for n in report.never if any(n in p for p in every)),
        topics_missed=tuple(w for w in report.topics if not any(w in t for t in topics)),
    )
