"""Which row of a table is its head, and which field each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogueprep.exchange.people_contents import fields_by_content, without_doubles
from dialogueprep.exchange.people_head_words import BOTH, composed_field, is_head_word, is_of_no_use
from dialogueprep.exchange.people_table import Line
from dialogueprep.exchange.roster_fields import field_by_label as field_of

NAMES = frozenset({"name_latin", "family", "given", "name_native", "family_native", "given_native"})
_LAST_HEAD = 20
"""A head stands among so many first rows, below titles and notes."""
_SAMPLE = 60
_PARTS = re.compile(r"[/／|｜\n()（）\[\],、:：*]+")
_BETWEEN_SCRIPTS = re.compile(
    r"(?<=[\u3040-\u9fff\uac00-\ud7a3])\s*(?=[A-Za-z])|(?<=[A-Za-z.])\s*(?=[\u3040-\u9fff\uac00-\ud7a3])"
)
_PLURAL = re.compile(r"\(s\)|（s）", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heads:
    """Where the head ends among the lines (None: there is none), its words, and the field of
    each column, "" for one that is left out."""

    at: int | None
    words: tuple[str, ...]
    fields: tuple[str, ...]


def heads_of(lines: Sequence[Line]) -> Heads:
    """Return the head: the row, or the two rows, that name most fields, a name among them."""
    best, most = Heads(None, (), ()), 0
    for n, line in enumerate(lines[:_LAST_HEAD]):
        one = Heads(n, line.cells, tuple(map(field_of_head, line.cells)))
        for found in (one, _of_two_rows(lines, n)):
            known = {f for f in found.fields if f} if found is not None else set[str]()
            if found is not None and known & NAMES and len(known) > most:
                best, most = found, len(known)
    if best.at is None or (most == 1 and not _alone(lines, best.at)):
        return without_head(lines)
    below = lines[best.at + 1 : best.at + 1 + _SAMPLE]
    plain = without_doubles(best.fields, below)
    return Heads(best.at, best.words, fields_by_content(plain, below, best.words))


def _alone(lines: Sequence[Line], at: int) -> bool:
    """Return whether a head with one known word is one: it is the first row, or has no other."""
    return at == 0 or len([c for c in lines[at].cells if c]) > 1


def _of_two_rows(lines: Sequence[Line], n: int) -> Heads | None:
    """Return a head whose second row divides what the first one says, or None."""
    if n + 1 >= len(lines):
        return None
    upper, lower = lines[n].cells, lines[n + 1].cells
    said = [c for c in lower if c]
    news = [c for k, c in enumerate(lower) if c and c != (upper[k] if k < len(upper) else "")]
    if len(news) < 2 or not all(field_of_head(c) or is_head_word(c) for c in said):
        return None
    words = _joined_heads(upper, lower)
    return Heads(n + 1, words, tuple(map(field_of_head, words)))


def _joined_heads(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Return the words of both rows; an empty cell above belongs to the one on its left."""
    words: list[str] = []
    above = ""
    for n in range(max(len(upper), len(lower))):
        mine = upper[n] if n < len(upper) else ""
        below = lower[n] if n < len(lower) else ""
        above = mine or (above if below else "")
        words.append(" ".join(w for w in dict.fromkeys((above, below)) if w))
    return tuple(words)


def field_of_head(word: str) -> str:
    """Return the field that a head means, in whichever of several languages it is said, or ""."""
    if not word or len(word) > 80:
        return ""
    composed = composed_field(word)
    if composed == BOTH:
        return BOTH
    whole = field_of(word) or field_of(_PLURAL.sub("", word)) or field_of(_PLURAL.sub("s", word))
    if whole or is_of_no_use(word):
        return whole
    return composed or next((f for p in parts_of_head(word) if (f := field_of(p))), "")


def parts_of_head(word: str) -> list[str]:
    """Return the words of which a head or a heading is put together, in several languages."""
    pieces = [p for part in _PARTS.split(word) for p in (part, *_BETWEEN_SCRIPTS.split(part))]
    return [p.strip() for p in pieces if p.strip()]


def without_head(lines: Sequence[Line]) -> Heads:
    """Return columns whose words, if there are any, are not known; their contents tell the field.

    A first row that holds no address or place where all below it do is a head all the same.
    """
    sample = lines[:_SAMPLE]
    wide = max((len(line.cells) for line in sample), default=0)
    below = fields_by_content(("",) * wide, sample[1:])
    if len(sample) > 2 and _differs(sample[0], below):
        words = (*sample[0].cells, *("",) * (wide - len(sample[0].cells)))
        return Heads(0, words, below)
    return Heads(None, ("",) * wide, fields_by_content(("",) * wide, sample))


def _differs(line: Line, fields: Sequence[str]) -> bool:
    """Return whether a row says something else than its columns hold."""
    held = dict(zip(fields, line.cells, strict=False))
    alone = [Line(0, (held[f],)) for f in ("email", "country") if held.get(f)]
    return bool(alone) and not any(any(fields_by_content(("",), (each,))) for each in alone)
