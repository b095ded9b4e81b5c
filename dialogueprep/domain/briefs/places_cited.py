"""Where in a source something stands, in the language of the document that cites it.

The shipped library names places in English, in few words ("part 1, third point, sentences 2 and 3";
docs/sources.md). A place that is named in other words stands as it is.
"""

from __future__ import annotations

import re

from dialogueprep.domain.briefs.blocks import Line, Run
from dialogueprep.domain.briefs.language_forms import between, joined
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.words import later

_ONE = {
    "introduction": later("introduction"),
    "first point": later("first point"),
    "second point": later("second point"),
    "third point": later("third point"),
    "fourth point": later("fourth point"),
    "last point": later("last point"),
}
_COUNTED = {
    "part": later("part {n}"),
    "answer": later("answer {n}"),
    "question": later("question {n}"),
    "measure": later("measure {n}"),
    "measures": later("measures {n}"),
    "paragraph": later("paragraph {n}"),
    "paragraphs": later("paragraphs {n}"),
    "sentence": later("sentence {n}"),
    "sentences": later("sentences {n}"),
}
_NUMBERS = r"\d+(?:, \d+)*(?: (?:and|to) \d+)?"
_PART = re.compile(
    f"(?:(?P<one>{'|'.join(_ONE)})|(?P<kind>{'|'.join(_COUNTED)}) (?P<n>{_NUMBERS}))(?:, |$)"
)
_APART: dict[Language, str] = {"en": ", ", "zh": "", "ja": "", "ko": ", "}
_UP_TO: dict[Language, str] = {"en": " to ", "zh": "至", "ja": "～", "ko": "~"}


def place(told: str, pen: Pen) -> Line:
    """Return the name of a place as the program's own words."""
    parts: list[Line] = []
    at = 0
    while pen.language != "en" and (found := _PART.match(told, at)):
        at = found.end()
        one = found["one"]
        said = pen.say(_ONE[one]) if one else _counted(found["kind"], found["n"], pen)
        parts.append(said)
    if not parts or at < len(told):
        return (Run(told, language_of(told, "en"), composed=True),)
    return between(parts, _APART[pen.language], pen.language)


def _counted(kind: str, numbers: str, pen: Pen) -> Line:
    if " to " in numbers:
        counts = pen.text(numbers.replace(" to ", _UP_TO[pen.language]))
    else:
        counts = joined([pen.text(n) for n in re.findall(r"\d+", numbers)], pen.language)
    return pen.say(_COUNTED[kind], n=counts)
