"""Wordings of findings that are stronger than what stands behind them.

Counts only warn: how widely a view was held is the rapporteur's judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dialogueprep.domain.notes import Column, Count, Finding, Note, NoteKind, Support
from dialogueprep.domain.quantifiers import (
    Claim,
    Reach,
    claims,
    consensus_word,
    within_one_text,
)
from dialogueprep.domain.texts import Texts


class LintCode(StrEnum):
    """What there is to check."""

    NO_NOTES = "no-notes"
    STRONG_WORD = "strong-word"
    BEYOND_SUPPORT = "beyond-support"
    MIXED_STRENGTH = "mixed-strength"
    CONSENSUS = "consensus"
    NO_SUPPORT = "no-support"


@dataclass(frozen=True, slots=True)
class Lint:
    """One thing to check. Facts: ``word`` as written, ``n`` notes that carry it."""

    code: LintCode
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


_IN_DOCUMENTS = frozenset({Column.CONVERGENT, Column.EMERGING})
_WEIGHTS = {Count.ONE: 1, Count.SEVERAL: 2, Count.MANY: 3}
_CARRIERS = 2
"""So many notes of agreement, or of what many said, carry a word that claims the whole room."""
_LEAST_SUPPORT = {
    Reach.ROOM: Support.SEVERAL,
    Reach.MANY: Support.SEVERAL,
    Reach.SEVERAL: Support.SOME,
}


def check_wording(
    finding: Finding, notes: Mapping[str, Note], *, destroyed: bool = False
) -> tuple[Lint, ...]:
    """Return what to check in a finding, the most pressing first; ``notes`` by id.

    Where notes behind it were ``destroyed``, its words are not weighed against those that are left.

    A word for the whole room needs two notes that carry it: an agreement, or something that many
    said. "Many" needs three notes or one on what many said, "several" two or one on what several
    said.
    """
    behind = [notes[n] for n in finding.notes if n in notes]
    first = _strength(finding, behind) if behind else (Lint(LintCode.NO_NOTES),)
    first = () if destroyed else first
    said = {lint.facts.get("word") for lint in first}
    consensus = [lint for lint in _consensus(finding) if lint.facts["word"] not in said]
    return (*first, *_mixed(finding), *consensus, *_without_support(finding))


def strong_word(texts: Texts) -> str:
    """Return the first word in any language that claims the whole room, or nothing."""
    return next((c.word for c in claims(texts) if c.reach is Reach.ROOM), "")


def _strength(finding: Finding, behind: list[Note]) -> tuple[Lint, ...]:
    claim = next((c for c in claims(finding.texts) if c.reach > Reach.FEW), None)
    if claim is None:
        return ()
    carried = sum(1 for n in behind if _carries(n)) if claim.reach is Reach.ROOM else len(behind)
    if not _is_carried(claim, behind):
        return (Lint(LintCode.STRONG_WORD, {"word": claim.word, "n": carried}),)
    if finding.support is not None and _rank(finding.support) < _rank(_LEAST_SUPPORT[claim.reach]):
        return (Lint(LintCode.BEYOND_SUPPORT, {"word": claim.word, "support": finding.support}),)
    return ()


def _is_carried(claim: Claim, behind: Iterable[Note]) -> bool:
    if claim.reach is Reach.ROOM:
        return sum(1 for note in behind if _carries(note)) >= _CARRIERS
    return sum(_weight(note) for note in behind) >= claim.reach.value


def _weight(note: Note) -> int:
    return _WEIGHTS[note.attribution.count] if note.attribution else 1


def _carries(note: Note) -> bool:
    many = note.attribution is not None and note.attribution.count is Count.MANY
    return note.kind is NoteKind.AGREEMENT or many


def _mixed(finding: Finding) -> tuple[Lint, ...]:
    """Where views parted or stay open, several strengths belong together; elsewhere they do not."""
    pair = within_one_text(finding.texts) if finding.column in _IN_DOCUMENTS else None
    if pair is None:
        return ()
    return (Lint(LintCode.MIXED_STRENGTH, {"strong": pair[0].word, "weak": pair[1].word}),)


def _consensus(finding: Finding) -> tuple[Lint, ...]:
    word = consensus_word(finding.texts)
    return (Lint(LintCode.CONSENSUS, {"word": word}),) if word else ()


def _without_support(finding: Finding) -> tuple[Lint, ...]:
    """Documents say the support of common and of gaining ground in words, so it is needed."""
    if finding.support is None and finding.column in _IN_DOCUMENTS:
        return (Lint(LintCode.NO_SUPPORT),)
    return ()


def _rank(support: Support) -> int:
    return list(Support).index(support)
