"""Finds participants' institutions and judges whether they stand as a source of views.

An institution as host, addressee, publisher or matter discussed is fine; as a source of
views it identifies.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.domain.identity.automaton import Automaton
from dialogueprep.domain.identity.boundaries import whole_word
from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded, is_hangul
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.sources import Sources
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

SOURCE = later("A participant's institution, standing as the source of a view.")
UNCLEAR = later("A participant's institution is mentioned; decide whether it may stand.")

_SPELLINGS = (
    ("centre", "center"), ("&", "and"), (" and ", " & "), ("university", "univ."),
    ("university", "univ"), ("institute", "inst."), ("organisation", "organization"),
    ("harbour", "harbor"), ("labour", "labor"), ("programme", "program"),
    ("defence", "defense"), ("department", "dept."), ("ministry", "min."), ("laboratory", "lab"),
    ("center", "centre"), ("organization", "organisation"), ("defense", "defence"),
)  # fmt: skip


_HANGUL_HEADS = (
    "연구재단", "정책연구원", "연구원", "연구소", "대학교", "재단", "센터", "포럼", "위원회",
    "학회", "협회", "정책연구소", "전략연구소", "전략연구원", "문제연구소", "신문사", "신문",
    "일보", "방송", "공사", "은행",
)  # fmt: skip


def _headed(name: str, head: str) -> bool:
    """Return whether a Korean name without a space there ends with a word that is often apart."""
    rest = name.removesuffix(head)
    return rest != name and len(rest) > 1 and is_hangul(rest[-1])


_OPENS = re.compile(r"(?:^|[.!?;。！？\n] ?)(?:the )?$")


@dataclass(frozen=True, slots=True)
class _Entry:
    who: tuple[int, ...]
    acronym: str  # as written, or empty


class InstitutionMatcher:
    """The institutions of a roster in one automaton."""

    def __init__(
        self, participations: tuple[Participation, ...], hosts: tuple[str, ...], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._cues = Cues(lexicon)
        self._named = frozenset(lexicon.fold.plain(h) for h in hosts)
        self._sources = Sources(self._cues, lexicon.institutions, lexicon.room)
        self._positions = _Positions(participations, lexicon)
        entries: dict[tuple[str, str], tuple[int, ...]] = {}
        for who, participation in enumerate(participations):
            for form in institution_forms(participation, lexicon):
                entries[form] = (*entries.get(form, ()), who)
        self.forms = len(entries)
        by_text: dict[str, list[_Entry]] = {}
        for (text, acronym), who in entries.items():
            by_text.setdefault(text, []).append(_Entry(who, acronym))
        self._automaton = Automaton(by_text)

    def find(self, folded: Folded) -> tuple[list[Found], list[tuple[int, int]]]:
        """Return the institutions in a text that identify, or may; and where others stand."""
        found: list[Found] = []
        free: list[tuple[int, int]] = []
        for start, end, entry in self._hits(folded) if self.forms else ():
            span = self._positions.around(folded, (start, end), entry.who)
            level = Level.BLOCK if span != (start, end) else self._level(folded, start, end)
            if level:
                found.append(self._found(folded, span, entry, level))
            else:
                free.append(span)
        return _outermost(found), free

    def _hits(self, folded: Folded) -> Iterator[tuple[int, int, _Entry]]:
        for start, end, entries in self._automaton.find(folded.text):
            if not whole_word(folded, start, end):
                continue
            for entry in entries:
                if not entry.acronym or _exact(folded.written(start, end)) == entry.acronym:
                    yield start, end, entry

    def _level(self, folded: Folded, start: int, end: int) -> Level | None:
        """Return a block where an institution is the source of a view, a warning where it

        stands in no sentence, else None.
        """
        tables = self._lexicon.institutions
        first, last = sentence(folded, start)
        if last <= end:  # its own full stop: Univ.
            last = sentence(folded, end)[1]
        before, after = folded.text[max(first, start - 90) : start], folded.text[end:last][:90]
        before = before.lstrip()
        if tables.source_strong.match(after):
            return Level.BLOCK
        if self._sources.is_source(folded.text[start:end], before, after):
            return Level.BLOCK
        if _at_end(tables.matter_before, before) or tables.matter_after.match(after):
            return None
        named = folded.text[start:end] in self._named
        if _at_end(tables.source_before, before.rstrip("(") if named else before):
            return Level.BLOCK
        speaks = _OPENS.search(before) and re.match(" ?:", after)
        if not named and (speaks or tables.source_after.match(after)):
            return Level.BLOCK
        alone = not named and self._sources.stands_alone(before, after)
        return Level.WARN if alone else None

    def _found(self, folded: Folded, span: tuple[int, int], entry: _Entry, level: Level) -> Found:
        start, end = span
        article = re.search(r"(?<![a-z])(?:the|an?) $", folded.text[max(0, start - 4) : start])
        kind = ExposureKind.ACRONYM if entry.acronym else ExposureKind.AFFILIATION
        return Found(
            start=start - len(article.group()) if article else start,
            end=end,
            level=level,
            kind=kind,
            why=SOURCE if level is Level.BLOCK else UNCLEAR,
            who=entry.who,
        )


class _Positions:
    """The positions of a roster's people, which with the institution tell who is meant."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._of = [
            frozenset(lexicon.fold.plain(p) for p in _told(who)) - {""} for who in participations
        ]

    def around(
        self, folded: Folded, span: tuple[int, int], who: tuple[int, ...]
    ) -> tuple[int, int]:
        """Return the span of an institution with the position before or behind it."""
        start, end = span
        before, after = folded.text[max(0, start - 90) : start], folded.text[end : end + 40]
        for position in (p for w in who for p in self._of[w]):
            article = r"(?<![a-z])(?:the |our )?"
            if led := re.search(rf"{article}{re.escape(position)} (?:of|at) (?:the )?$", before):
                return start - len(before) + led.start(), end
            if followed := re.match(rf"(?:의|の|的)? ?{re.escape(position)}", after):
                return start, end + followed.end()
        return span


def _told(who: Participation) -> tuple[str, ...]:
    place = who.affiliation
    return (place.position, *(t.wording for t in place.positions.entries))


def institution_forms(who: Participation, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the folded forms of a participant's institution; an acronym also as written."""
    affiliation = who.affiliation
    for name in affiliation.spelled:
        folded = lexicon.fold.plain(name).removeprefix("the ")
        if len(folded) > 1:
            yield from ((form, "") for form in _spelled(folded, lexicon))
    acronym = affiliation.acronym.strip()
    if len(acronym) > 1:
        exact = _exact(acronym)
        yield lexicon.fold.plain(acronym), exact
        if exact.isascii() and exact.isupper():
            yield ".".join(exact.lower()), exact
            yield ".".join(exact.lower()) + ".", exact


def _spelled(folded: str, lexicon: Lexicon) -> list[str]:
    forms = [folded]
    for one, other in _SPELLINGS:
        forms += [f.replace(one, other) for f in forms if one in f]
    if any(is_hangul(c) for c in folded) and " " in folded:
        forms.append(folded.replace(" ", ""))
    forms += [f"{folded[: -len(w)]} {w}" for w in _HANGUL_HEADS if _headed(folded, w)]
    forms += [f.replace("-", "") for f in forms] + [f.replace("-", " ") for f in forms]
    if turned := re.match(r"university of ([a-z' -]+)$", folded):
        forms.append(f"{turned.group(1)} university")
    elif turned := re.match(r"([a-z'-]+) university$", folded):
        forms.append(f"university of {turned.group(1)}")
    forms += _head(folded, lexicon)
    return list(dict.fromkeys(forms))


def _head(folded: str, lexicon: Lexicon) -> list[str]:
    """Return the short form people use: Aoba Institute of Aoba Institute of Port Affairs."""
    short = re.split(r" (?:of|for|on) |, ", folded, maxsplit=1)[0]
    words = short.split()
    distinct = len(words) > 1 and words[0] not in lexicon.institutions.words
    if short == folded or not distinct or lexicon.is_common(words[0]):
        return []
    return [short] if any(w in lexicon.institutions.words for w in words) else []


def _at_end(pattern: re.Pattern[str], before: str) -> bool:
    return any(m.end() == len(before) for m in pattern.finditer(before))


def _exact(written: str) -> str:
    composed = unicodedata.normalize("NFKC", written)
    return re.sub(r"[\s.\u200b-\u200f\u00ad\u2060\ufeff]+", "", composed)


def _outermost(found: list[Found]) -> list[Found]:
    """Return those that lie inside no other."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept
