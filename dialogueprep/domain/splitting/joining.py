"""Which parts of a sentence belong to the idea before them, though each has a verb of its own.

A part is an idea by itself if it can be read by itself. "Agree on a scale and print it on masks" is
one idea, since "it" is the scale; so is 점검하고 그 결과를 공개한다. In Japanese and Korean a part
that names neither what is done nor who does it goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.ideas import Idea
from dialogueprep.domain.texts import Language

# Words at the beginning of a part for what the part before it names, or for its spirit: 携手….
_POINTS_BACK: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\w+(?: \w+)? (?:them|it|these|those|the same)\b(?! (?:is|are|that|who))|"
        r"(?:to )?report (?:back )?(?:on|about) (?:their|its|this|progress|results|"
        r"the (?:results?|progress|outcomes?|findings))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"[^，。；]{0,10}?(?:其(?![他它中次余餘])|由此|此(?![外次类類])|[该該])|(?:[给給]予|予以|加以)|"
        r"[^，。；]{0,9}?(?:公布|公[开開]|通[报報]|[发發]布|[报報]告|公示)(?:[结結]果|成果|[进進]展|情[况況])[。]?$|"
        r"[重着][点點重](?=[^，。；是]{2,24}(?:[，。]|$))|携手|攜手|共[克建享创創](?!新)|共同致力"
    ),
    "ja": re.compile(r"(?:これら|その(?!他|ほか|ため|上|うえ)(?=.{1,11}$)|それ(?!ぞれ)|同[じ時])"),
    "ko": re.compile(r"(?:그 (?=.{1,13}$)|그것|이를 |해당 )"),
}
_LEADS_ON: dict[Language, re.Pattern[str]] = {
    "ja": re.compile(r"[ぁ-ん]$"),
    "ko": re.compile(r"(?:고|며|면서)$"),
}
# An object, or somebody who acts.
_NAMED: dict[Language, re.Pattern[str]] = {
    "ja": re.compile(r"[をがは]"),
    "ko": re.compile(r"(?:[을를은는이가도]|부터|까지|[을를]? ?위해)\s"),
}
# What is, and not what is to be done.
_IS_SO = re.compile(r"(?:있|없|높|낮|많|적|크|복잡하|다양하|생기|불구하|되어 있)(?:고|으며|며)$")


def joined(ideas: list[Idea], sentence: str, wording: Wording) -> Iterator[Idea]:
    """Yield the ideas of a sentence with each part that goes on added to the one before it."""
    waiting: Idea | None = None
    for idea in ideas:
        if waiting is not None and _goes_on(waiting, idea, sentence, wording.language):
            waiting = _both(waiting, idea, sentence)
            continue
        if waiting is not None:
            yield waiting
        waiting = idea
    if waiting is not None:
        yield waiting


def _goes_on(before: Idea, idea: Idea, sentence: str, language: Language) -> bool:
    left = sentence[before.start : before.end].rstrip(" 、，,;；")
    right = sentence[idea.start : idea.end].lstrip(" 、，,;；")
    if _POINTS_BACK[language].match(right):
        return True
    if language == "en" and _names_again(left, right):
        return True
    if language not in _LEADS_ON or not _LEADS_ON[language].search(left):
        return False
    return not _NAMED[language].search(right) or bool(_IS_SO.search(left))


_THE_SAME = re.compile(
    r"\w+ the (?P<what>[a-z]{3,})\b(?! (?:of|for|that|which|in)\b)", re.IGNORECASE
)


def _names_again(left: str, right: str) -> bool:
    """Return whether a part acts on what the one before it has made: "Map the warehouses and
    publish the map"."""
    found = _THE_SAME.match(right)
    if found is None:
        return False
    stem = found["what"].lower().rstrip("s")
    return bool(re.search(rf"\b{re.escape(stem)}", left, re.IGNORECASE))


def _both(one: Idea, other: Idea, sentence: str) -> Idea:
    own = sentence[one.start : other.end].strip(" 、，,;；")
    head = one.text[: len(one.text) - len(one.own)] if one.text.endswith(one.own) else ""
    return Idea(one.start, other.end, head + own, own)
