"""Wordings of findings that are stronger than what stands behind them.

Counts only warn: how widely a view was held is the rapporteur's judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dialogueprep.domain.notes import Column, Count, Finding, Note, NoteKind, Support
from dialogueprep.domain.texts import Language, Texts


class LintCode(StrEnum):
    """What there is to check."""

    NO_NOTES = "no-notes"
    STRONG_WORD = "strong-word"
    BEYOND_SUPPORT = "beyond-support"
    NO_SUPPORT = "no-support"


@dataclass(frozen=True, slots=True)
class Lint:
    """One thing to check. Facts: ``word`` as written, ``n`` notes that carry it."""

    code: LintCode
    facts: Mapping[str, object] = field(default_factory=dict[str, object])


_STRONG: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(agreed|consensus|unanimous(?:ly)?|everyone|everybody|widely held"
        r"|all (?:participants|sides|delegations|speakers|present|agreed|held|felt|saw|those who))"
        r"\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("一致认为|一致同意|共识|所有与会者|全体|普遍认为"),
    "ja": re.compile("合意した|合意され|一致した|全員|すべての参加者|広く共有"),
    "ko": re.compile("합의했|합의하였|합의되|만장일치|모든 참가자|모두가|널리 공감"),
}
_DENIED: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(not|no|never|nor|without|yet to be|less than|short of)\s+(?:\w+\s+)?$", re.IGNORECASE
    ),
    "zh": re.compile("(未|没有|没|不|无)[^，。]{0,3}$"),
    "ja": re.compile("(?!)"),
    "ko": re.compile("(안|못)\\s*$"),
}
_DENIED_AFTER: dict[Language, re.Pattern[str]] = {
    "en": re.compile("(?!)"),
    "zh": re.compile("^(尚未|未能)"),
    "ja": re.compile("^[^、。]{0,4}(ない|なかった|ず)"),
    "ko": re.compile("^[^,.]{0,5}(않|못)"),
}
_IN_DOCUMENTS = frozenset({Column.CONVERGENT, Column.EMERGING})
_WEAK = frozenset({Support.ONE_VIEW, Support.SOME})


def check_wording(finding: Finding, notes: Mapping[str, Note]) -> tuple[Lint, ...]:
    """Return what to check in a finding, the most pressing first; ``notes`` by id.

    A strong word needs two notes that carry it: an agreement, or something that many said.
    """
    behind = [notes[n] for n in finding.notes if n in notes]
    if not behind:
        return (Lint(LintCode.NO_NOTES), *_without_support(finding))
    return (*_strong_word(finding, behind), *_without_support(finding))


def _strong_word(finding: Finding, behind: Iterable[Note]) -> tuple[Lint, ...]:
    word = strong_word(finding.texts)
    if not word:
        return ()
    carried = sum(1 for note in behind if _carries(note))
    if carried < 2:
        return (Lint(LintCode.STRONG_WORD, {"word": word, "n": carried}),)
    if finding.support in _WEAK:
        return (Lint(LintCode.BEYOND_SUPPORT, {"word": word, "support": finding.support}),)
    return ()


def _without_support(finding: Finding) -> tuple[Lint, ...]:
    """Documents say the support of common and of gaining ground in words, so it is needed."""
    if finding.support is None and finding.column in _IN_DOCUMENTS:
        return (Lint(LintCode.NO_SUPPORT),)
    return ()


def strong_word(texts: Texts) -> str:
    """Return the first word in any language that claims the whole room, or nothing."""
    for text in texts.entries:
        for found in _STRONG[text.language].finditer(text.wording):
            before, after = text.wording[: found.start()], text.wording[found.end() :]
            denied = _DENIED[text.language].search(before)
            if not denied and not _DENIED_AFTER[text.language].search(after):
                return found[0]
    return ""


def _carries(note: Note) -> bool:
    many = note.attribution is not None and note.attribution.count is Count.MANY
    return note.kind is NoteKind.AGREEMENT or many
