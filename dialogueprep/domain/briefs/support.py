"""How widely a view was held, in the sentence's own words: no bar, no mark, no count.

A finding that says it in its own words stands as it was written; to one on common or gaining
ground that does not, the opening words of its support are put in front.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Line, Run
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
_PROPER = frozenset(
    word
    for line in (
        "I Asia Asian Pacific East South North Northeast Southeast",
        "China Chinese Japan Japanese Korea Korean",
        "America American Europe European English Vietnam Vietnamese Indonesia Indonesian",
        "Thailand Thai Singapore Malaysia Malaysian Philippine Mongolia Mongolian January",
        "February March April May June July August September October November December",
    )
    for word in line.split()
)


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
    rest = _inside_a_sentence(text.wording, material) if text.language == "en" else text.wording
    return (Run(f"{words}{gap}{rest}", text.language, finding.id),)


def _inside_a_sentence(text: str, material: Material) -> str:
    """A sentence that follows "held that": a small letter, unless the word is a name."""
    found = re.match(r"[\w.’'-]+", text)
    word = found[0].rstrip(".") if found else ""
    if word[1:] != word[1:].lower() or _begins_with_a_name(text, word, material):
        return text
    return text[0].lower() + text[1:]


def _begins_with_a_name(text: str, word: str, material: Material) -> bool:
    """Whether the first word is a name: a known one, or one that other texts write so."""
    if word in _PROPER:
        return True
    if text.startswith(material.places) and any(_begins_with(text, p) for p in material.places):
        return True
    if word in _names_of(material):
        return not _stands_in(rf"\b{word.lower()}\b", word.lower(), material)
    return _stands_in(rf"(?<=[a-z,;] ){re.escape(word)}\b", f" {word}", material)


def _stands_in(pattern: str, within: str, material: Material) -> bool:
    """Whether an English text of the round has this pattern, which always holds ``within``."""
    found = (each for each in _english_of(material) if within in each)
    return any(re.search(pattern, each) for each in found)


def _begins_with(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _english_of(material: Material) -> Iterator[str]:
    dialogue = material.dialogue
    texts = (it.texts for it in (*material.findings, *material.proposals))
    for each in (*texts, dialogue.contexts, dialogue.next_steps):
        yield from (text.wording for text in each.entries if text.language == "en")


def _names_of(material: Material) -> frozenset[str]:
    dialogue = material.dialogue
    names = [d.labels for d in dialogue.delegations] + [h.names for h in dialogue.hosts]
    wordings = [n.get("en") or "" for n in (*names, dialogue.place)]
    for it in material.participations:
        wordings += [it.person.name.latin, *it.affiliation.spelled]
    return frozenset(w for wording_ in wordings for w in re.findall(r"\w+", wording_))
