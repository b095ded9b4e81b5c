"""Finds the spellings of all participants' names in folded text, in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.domain.identity.automaton import Automaton
from dialogueprep.domain.identity.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.names import Part, Spelling, spellings, switched_off
from dialogueprep.domain.people import Participation

_BETWEEN = ("", " ", "-", ", ", ",", "\n", " -", "- ", " , ", "/")
_PARTICLES = (*"은는이가을를의도만과와에께로야씨님측",
    "으로", "라고", "라는", "란", "처럼", "보다", "까지", "부터", "조차", "한테", "들",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling of somebody's name found in folded text. ``who`` counts participations."""

    start: int
    end: int
    who: int
    part: Part
    alone: bool
    sure: bool = True


_Entry = tuple[int, Part, bool, bool]  # who, part, alone, sure


class Matcher:
    """The spellings of a roster's names in one automaton."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.forms = 0
        self._off: list[frozenset[str]] = []
        entries: dict[str, list[_Entry]] = {}
        for who, participation in enumerate(participations):
            self._add(who, participation, entries)
        self._automaton = Automaton(entries)

    def _add(
        self,
        who: int,
        participation: Participation,
        entries: dict[str, list[_Entry]],
    ) -> None:
        territory = participation.territory or participation.delegation
        known = spellings(participation.person, self.lexicon, territory)
        for s in known:
            entries.setdefault(s.text, []).append((who, s.part, s.alone, s.sure))
        self.forms += _combinations(known)
        self._off.append(switched_off(participation.person, self.lexicon))

    def full_names(self, folded: Folded) -> tuple[list[Hit], list[Hit]]:
        """Return the full names in a text, and the parts of names that stand without the rest."""
        parts, full = self._parts(folded)
        full += _put_together(parts, folded)
        full = [h for h in _longest(full) if self._counts(h, folded)]
        covered = {(h.who, i) for h in full for i in range(h.start, h.end)}
        single = [h for h in parts if (h.who, h.start) not in covered]
        return full, [h for h in single if whole_word(folded, h.start, h.end)]

    def _parts(self, folded: Folded) -> tuple[list[Hit], list[Hit]]:
        parts: list[Hit] = []
        whole: list[Hit] = []
        for hit in self._hits(folded.text):
            if hit.part is Part.WHOLE:
                whole.append(hit)
            elif starts_word(folded, hit.start) or ends_word(folded, hit.end):
                parts.append(hit)
        return parts, whole

    def _hits(self, text: str) -> Iterator[Hit]:
        for start, end, found in self._automaton.find(text):
            for who, part, alone, sure in found:
                yield Hit(start, end, who, part, alone, sure)

    def _counts(self, hit: Hit, folded: Folded) -> bool:
        wording = folded.text[hit.start : hit.end]
        if wording in self._off[hit.who] or not whole_word(folded, hit.start, hit.end):
            return False
        return not self._ordinary(hit, folded) and self._korean_ends(folded, hit.end)

    def _korean_ends(self, folded: Folded, end: int) -> bool:
        """Return whether a Korean name ends here: with a particle or a form of address at most."""
        after = folded.text[end : end + 6]
        if not after or not is_hangul(after[0]) or not is_hangul(folded.text[end - 1]):
            return True
        return after.startswith(_PARTICLES) or after.startswith(self.lexicon.speech.honorifics)

    def _ordinary(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a full name is only ordinary words in small letters: "a long rose"."""
        wording = folded.text[hit.start : hit.end]
        pieces = wording.replace(",", " ").replace("-", " ").split()
        if not wording.isascii() or not all(self.lexicon.is_common(p) for p in pieces):
            return False
        written = folded.written(hit.start, hit.end)
        return sum(c.isupper() for c in written) < min(2, len(pieces))


def _combinations(known: tuple[Spelling, ...]) -> int:
    """Return how many forms these spellings stand for: alone, and family beside given."""
    families = sum(s.part is Part.FAMILY for s in known)
    givens = sum(s.part is Part.GIVEN for s in known)
    return len(known) + 2 * families * givens


def _put_together(parts: list[Hit], folded: Folded) -> list[Hit]:
    """Return the full names made of a family and a given part side by side, in either order."""
    begins: dict[tuple[int, int], list[Hit]] = {}
    for hit in parts:
        begins.setdefault((hit.who, hit.start), []).append(hit)
    found: list[Hit] = []
    for first in parts:
        for between in _BETWEEN:
            if not folded.text.startswith(between, first.end):
                continue
            for second in begins.get((first.who, first.end + len(between)), ()):
                if second.part is not first.part and _one_script(folded, first, second):
                    found.append(Hit(first.start, second.end, first.who, Part.WHOLE, True))
    return found


def _one_script(folded: Folded, first: Hit, second: Hit) -> bool:
    """Return whether both parts are Latin, or both are not and in the eastern order."""
    one, other = folded.text[first.start], folded.text[second.start]
    if is_east_asian(one) != is_east_asian(other):
        return False
    return not is_east_asian(one) or first.part is Part.FAMILY


def _longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits that lie inside no longer hit of the same person."""
    kept: list[Hit] = []
    last: dict[int, int] = {}
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if hit.end > last.get(hit.who, -1):
            kept.append(hit)
            last[hit.who] = hit.end
    return kept


def whole_word(folded: Folded, start: int, end: int) -> bool:
    """Return whether a span begins and ends where its script ends a word."""
    return starts_word(folded, start) and ends_word(folded, end)


def starts_word(folded: Folded, start: int) -> bool:
    """Return whether a word begins here: no letter of the same script stands before."""
    if start == 0:
        return True
    before, first = folded.text[start - 1], folded.text[start]
    if is_hangul(first):
        return not is_hangul(before)
    if is_east_asian(first):
        return True
    return not _latin(before) or (
        folded.starts[start] != folded.ends[start - 1] and _joined(folded, start)
    )


def ends_word(folded: Folded, end: int) -> bool:
    """Return whether a word ends here; Chinese, Japanese and Korean go on with particles."""
    if end >= len(folded.text):
        return True
    last, after = folded.text[end - 1], folded.text[end]
    if is_east_asian(last):
        return True
    return not _latin(after) or (
        folded.starts[end] != folded.ends[end - 1] and _joined(folded, end)
    )


def _latin(letter: str) -> bool:
    return letter.isalnum() and not is_east_asian(letter)


def _joined(folded: Folded, position: int) -> bool:
    """Return whether a break that was folded away stood here."""
    between = folded.original[folded.ends[position - 1] : folded.starts[position]]
    return "\n" in between or "\u200b" in between
