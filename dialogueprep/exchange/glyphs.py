"""Characters that no bundled font has: found with their places, or replaced by a sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Heading,
    Line,
    Missing,
    Named,
    Run,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.rewriting import with_lines
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import Language
from dialogueprep.exchange.house_style import missing_in, printed, signs_for

_AROUND = 24  # characters before and after


@dataclass(frozen=True, slots=True)
class Unset:
    """A character that no font sets: in which block, under which heading, in which words."""

    character: str
    block: int
    heading: str
    around: str

    @property
    def named(self) -> str:
        """The character with its code, as "👍 (U+1F44D)"."""
        return f"{self.character} (U+{ord(self.character):04X})"


def unset_in(brief: Brief) -> tuple[Unset, ...]:
    """Return every place of a character that no bundled font has, in reading order."""
    return tuple(_found(brief))


def _found(brief: Brief) -> Iterator[Unset]:
    heading = ""
    for n, block in enumerate(brief.blocks):
        if isinstance(block, Heading):
            heading = f"{block.number} {plain(block.line)}".strip()
        for line in lines_of(block):
            yield from _in_line(line, n, heading)
    for line in (brief.classification, brief.version, brief.footer):
        yield from _in_line(line, -1, "")


def _in_line(line: Line, block: int, heading: str) -> Iterator[Unset]:
    if plain(line).isascii():
        return
    whole = printed(plain(line))
    at = 0
    for run in line:
        text = printed(run.text)
        for where in missing_in(text, run.language):
            place = at + where
            around = whole[max(place - _AROUND, 0) : place + 1 + _AROUND]
            yield Unset(text[where], block, heading, " ".join(around.split()))
        at += len(text)


def refuse_unset(brief: Brief) -> None:
    """Raise Trouble("missing-glyph") that names each missing character and the place of the
    first; return when every character can be set."""
    found = unset_in(brief)
    if not found:
        return
    first = found[0]
    place = f"{first.heading}: {first.around}" if first.heading else first.around
    named = ", ".join(dict.fromkeys(each.named for each in found))
    raise Trouble("missing-glyph", characters=named, place=place)


def with_signs(brief: Brief, missing: Missing, *, in_names: bool = False) -> Brief:
    """Return the brief with a sign for each character that no bundled font has, as chosen; the
    same brief when they are to be refused or there is none. Names are left alone by default:
    a document with a name that cannot be set is refused."""
    if missing is Missing.REFUSE or not unset_in(brief):
        return brief

    def signed(_block: int, _line: int, line: Line) -> Line:
        return tuple(_signed(run, missing, in_names) for run in line)

    made = with_lines(brief, signed)
    return replace(made, title=_replaced(made.title, brief.language, missing))


def _signed(run: Run | Named, missing: Missing, in_names: bool) -> Run | Named:
    if isinstance(run, Named) and not in_names:
        return run
    return replace(run, text=_replaced(run.text, run.language, missing))


def _replaced(text: str, language: Language, missing: Missing) -> str:
    if text.isascii():
        return text
    clean = printed(text)
    places = set(missing_in(clean, language))
    if not places:
        return text
    signs = (signs_for(c, missing) if n in places else c for n, c in enumerate(clean))
    return "".join(signs)
