"""Five bullets for the chair, as text to paste: the weightiest findings so far.

They pass the gate as a document does, with one difference: nobody has time to decide, so a passage
that is not decided is written in its neutral words, and a finding that cannot be made neutral is
left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import (
    Audience,
    Brief,
    Bullets,
    Line,
    Paragraph,
    Product,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.rewriting import edited, with_lines
from dialogueprep.domain.briefs.support import finding_line
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import (
    CheckedBrief,
    Decisions,
    Placed,
    Roster,
    check,
    examine,
    is_decided,
)
from dialogueprep.domain.identity.told import NOTHING, Earlier
from dialogueprep.domain.texts import Language

MOST = 5
_PASSAGES = 12
"""After so many passages a finding is left out."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """The text; how many bullets it has, in how many passages were written neutrally, and how many
    findings were left out."""

    text: str
    bullets: int
    neutral: int
    left_out: int


def five_bullets(
    material: Material,
    language: Language,
    roster: Roster,
    decisions: Decisions,
    earlier: Earlier = NOTHING,
) -> Pasted:
    """Return up to five findings as plain text that holds nothing undecided."""
    pen = Pen(language)
    found: list[Line] = []
    neutral = left_out = 0
    for line in _candidates(material, language):
        made = _neutral(_brief(pen, (line,)), roster, decisions, earlier)
        if made is None:
            left_out += 1
            continue
        neutral += made[1]
        found.append(_first_bullet(made[0]))
        if len(found) == MOST:
            break
    if not found:
        return Pasted("", 0, 0, left_out)
    whole = _neutral(_brief(pen, tuple(found)), roster, decisions, earlier)
    text = _text(whole[0]) if whole else ""
    return Pasted(text, len(found) if text else 0, neutral, left_out)


def _candidates(material: Material, language: Language) -> Iterator[Line]:
    yield from (finding_line(f, material, language) for f in material.findings if f.texts)


def _brief(pen: Pen, lines: tuple[Line, ...]) -> Brief:
    """A document of these lines alone: it goes on paper nowhere, and has no head or foot."""
    return Brief(
        product=Product.KEY_FINDINGS,
        audience=Audience.PARTICIPANTS,
        language=pen.language,
        title="",
        classification=(),
        version=(),
        footer=(),
        mark="",
        page_of="",
        blocks=(Paragraph(pen.say("Findings so far, in order of weight:")), Bullets(lines)),
    )


def _neutral(
    brief: Brief, roster: Roster, decisions: Decisions, earlier: Earlier
) -> tuple[CheckedBrief, int] | None:
    """Return the brief once it passes the gate, and in how many passages it was changed; None if
    it does not pass with neutral words."""
    for changed in range(_PASSAGES):
        open_ = [p for p in examine(brief, roster, earlier) if not is_decided(p, decisions)]
        if not open_:
            try:
                return check(brief, roster, decisions, earlier), changed
            except Refused:
                return None
        if not open_[0].exposure.suggestion:
            return None
        brief = _changed(brief, open_[0])
    return None


def _changed(brief: Brief, placed: Placed) -> Brief:
    """Return the brief with the neutral words in place of a passage."""
    it = placed.exposure
    edit = (it.start, it.end, it.suggestion or "")

    def change(block: int, number: int, line: Line) -> Line:
        here = (block, number) == (placed.block, placed.line)
        return edited(line, (edit,)) if here else line

    return with_lines(brief, change)


def _first_bullet(checked: CheckedBrief) -> Line:
    return next(lines_of(checked.brief.blocks[1]))


def _text(checked: CheckedBrief) -> str:
    head, bullets = checked.brief.blocks
    lines = [*map(plain, lines_of(head)), *(f"• {plain(line)}" for line in lines_of(bullets))]
    return "\n".join(lines) + "\n"
