"""The short name by which a report calls the body that speaks in it: "The Network (NEST) ... NEST
will open its groups" commits it, as "We will open our groups" does."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.report import Span

_GLOSSED = re.compile(
    r"\b(?P<name>[A-Z][\w&’'-]+(?: (?:of|for|the|and|on|in|[A-Z][\w&’'-]+)){1,9}) "
    r"\((?:the )?[\"“]?(?P<short>[A-Z][A-Za-z]?[A-Z]{1,6})[\"”]?\)"
)
_A_BODY = re.compile(
    r"\b(?:network|union|forum|institute|council|association|alliance|coalition|cent(?:re|er)|"
    r"committee|federation|league|group|foundation|secretariat|academy|society|initiative|"
    r"commission|partnership|university|office|agency|movement|team|club)\b",
    re.IGNORECASE,
)
_BEGINNING = 3000  # characters in which a body that speaks is named
_WE = "We"


def own_name(text: str) -> str | None:
    """Return the short name of the first body that the beginning of a report names with one."""
    for found in _GLOSSED.finditer(text, 0, _BEGINNING):
        if _A_BODY.search(found["name"]):
            return found["short"]
    return None


def as_we(sentence: str, own: str) -> str | None:
    """Return a sentence in which the body that speaks says what it will do, with "We" for it; None
    if it does not, or speaks of its meetings."""
    act = r"(?:will|shall|undertakes? to|commits? (?:itself )?to|pledges? to|intends? to|plans? to)"
    meets = r"(?! (?:\w+ )?(?:hold|host|meet|convene|celebrate|mark|be|have|gather)\b)"
    found = re.match(rf"(?:The )?{own}(?= (?:also |therefore )?{act}\b{meets})", sentence)
    return _WE + sentence[found.end() :] if found else None


def moved(cue: Span, sentence: str, other: str) -> Span:
    """Return where a cue of the other wording of a sentence stands in the sentence itself."""
    by = len(sentence) - len(other)
    return (cue[0] + by if cue[0] else 0, cue[1] + by)
