"""How widely a view was held, in the sentence's own words: no bar, no mark, no count.

A finding that says it in its own words stands as it was written; to one on common or gaining
ground that does not, the opening words of its support are put in front.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Line, Run
from dialogueprep.domain.briefs.capitals import inside_a_sentence
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.notes import Column, Finding, Support
from dialogueprep.domain.texts import Language

_OWN_WORDS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(participants?|widely|views?|agreed|consensus|(many|several|some|most|others|all) "
        r"(held|saw|felt|thought|stressed|noted|would|were))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile("与会|认为|看法|观点|意见|共识"),
    "ja": re.compile("参加者|見方|見解|意見|共有された|一致した"),
    "ko": re.compile("참가자|견해|의견|공감|널리|보았다|합의"),
}
_AFTER_A_SENTENCE = re.compile(r"(?<![\s.][A-Z]\.)(?<=[.!?])\s|(?<=。)")  # "U.S. and" goes on
_NEEDS_WORDS = frozenset({Column.CONVERGENT, Column.EMERGING})


def says_its_support(text: str, language: Language) -> bool:
    """Return whether a finding says in its first sentence how widely it was held."""
    first = _AFTER_A_SENTENCE.split(text, maxsplit=1)[0]
    return bool(_OWN_WORDS[language].search(first))


Opening = Callable[[Column, Support], str]
"""What a finding of this column and support opens with, as a message of the catalogue."""


def _usual(_column: Column, support: Support) -> str:
    return wording.opening(support)


def finding_line(
    finding: Finding, material: Material, language: Language, opening: Opening = _usual
) -> Line:
    """Return the finding with its support in words, each run traced back to the finding."""
    text = finding.texts.best_text(language)
    line: Line = (Run(text.wording, text.language, finding.id),)
    if finding.support is None or finding.column not in _NEEDS_WORDS:
        return line
    if says_its_support(text.wording, text.language):
        return line
    words = Pen(text.language).tell(opening(finding.column, finding.support))
    gap = " " if text.language in ("en", "ko") else ""
    rest = inside_a_sentence(text.wording, material) if text.language == "en" else text.wording
    return (Run(f"{words}{gap}{rest}", text.language, finding.id),)
