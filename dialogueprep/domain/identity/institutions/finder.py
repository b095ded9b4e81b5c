"""Finds participants' institutions and judges whether they stand as a source of views.

An institution as host, addressee, publisher or matter discussed is fine; as a source of
views it identifies.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found, around, outermost, sentence
from dialogueprep.domain.identity.institutions.beside import Beside
from dialogueprep.domain.identity.institutions.forms import Form, exact, institution_forms, named_by
from dialogueprep.domain.identity.institutions.heard import HeardInstitutions
from dialogueprep.domain.identity.institutions.notes import (
    is_one_of_several,
    is_source_in_notes,
    is_thing,
    spells_out,
)
from dialogueprep.domain.identity.institutions.notes_east import (
    is_source_in_notes_east,
    is_thing_east,
)
from dialogueprep.domain.identity.institutions.parts import is_in_capitals, is_the_one
from dialogueprep.domain.identity.institutions.people import (
    ANOTHER_BESIDE,
    FRIEND_FROM,
    KIND_OF,
    LINE_OF,
    PEOPLE,
    PEOPLE_OF,
    SOMEBODY,
    SOMEBODY_EAST,
)
from dialogueprep.domain.identity.institutions.positions import Positions
from dialogueprep.domain.identity.institutions.second_deeds import has_a_second_deed
from dialogueprep.domain.identity.institutions.short import is_short_source
from dialogueprep.domain.identity.institutions.sounds import InstitutionSounds
from dialogueprep.domain.identity.institutions.sources import AS_A_RULE, Sources
from dialogueprep.domain.identity.institutions.talk import Talk
from dialogueprep.domain.identity.institutions.things import (
    AS_SUCH_OF,
    BEGINS_A_DEED,
    GOES_ON,
    NO_OFFICE,
    OF_KANA,
    ends_apart,
    is_of_a_matter,
    is_within,
    lies_within,
    next_is_capital,
    of_acronym,
    outside_its_quotes,
    stands_as_such,
)
from dialogueprep.domain.identity.institutions.turns import answers, asks
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.automaton import Automaton
from dialogueprep.domain.identity.reading.boundaries import is_katakana, whole_word
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_han, is_kana
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.stances import is_marked_as_heard, takes_a_stance
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

_LISTS = word_lists("institutions", "finder")

SOURCE = later("A participant’s institution, standing as the source of a view.")
UNCLEAR = later("A participant’s institution is mentioned; decide whether it may stand.")

_SHORTEST_KANA = 2  # a word in hiragana is another one more often: うみ
_OPENS = re.compile(r"(?:^|[.!?;。！？\n] ?)(?:the )?$")
_WANT = re.compile(f" (?:{_LISTS['want']})(?![a-z])")
_BULLET = re.compile(r"^(?:[-*•>→⇒➔\[@] ?)+")
_BRACKET = re.compile(r"\((?:the |our )$")
_JOINED = as_written(  # and the Onnuri Networks; / DCAP
    r"(?:(?: ?[/&+] ?|, | and )(?:the )?[A-Z][\w'-]*(?: (?:of |for )?[A-Z][\w'-]*){0,4}){1,3}"
)
_JOINED_BEFORE = as_written(
    r"(?:^|[\n.;:(] ?)(?:(?:the )?(?!To |From |For |By |With |In |At |On |Between |Via |See |"
    r"Cc )[A-Z][\w'-]*(?: (?:of |for )?[A-Z][\w'-]*){0,4}(?: ?[/&+] ?|, | and )){1,3}(?:the )?$"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    who: tuple[int, ...]
    acronym: str  # as written, or empty
    short: bool = False  # the proper name alone, which needs somebody of it behind
    matter: bool = False  # what it is for, which needs its people behind

    @property
    def part(self) -> bool:
        """Whether it is not the whole name."""
        return self.short or self.matter


class InstitutionMatcher:
    """The institutions of a roster in one automaton."""

    def __init__(
        self, participations: tuple[Participation, ...], hosts: tuple[str, ...], lexicon: Lexicon
    ) -> None:
        self._lexicon = lexicon
        self._cues = cues_of(lexicon)
        self._named = frozenset(lexicon.fold.plain(h) for h in hosts)
        self._sources = Sources(self._cues, lexicon.institutions, lexicon.room)
        self._talk = Talk(lexicon)
        self._beside = lexicon.kept("beside institutions", lambda: Beside(lexicon))
        self._positions = Positions(participations, lexicon)
        self._participations = participations
        entries: dict[Form, tuple[int, ...]] = {}
        known: dict[tuple[str, ...], tuple[Form, ...]] = {}  # many are of one institution
        for who, participation in enumerate(participations):
            key = named_by(participation)
            if key not in known:
                known[key] = tuple(institution_forms(participation, lexicon))
            for form in known[key]:
                entries[form] = (*entries.get(form, ()), who)
        self.forms = len(entries)
        by_text: dict[str, list[_Entry]] = {}
        for form, who in entries.items():
            by_text.setdefault(form.text, []).append(
                _Entry(who, form.acronym, form.short, form.matter)
            )
        self._automaton = Automaton(by_text)

    @cached_property
    def _sounds(self) -> InstitutionSounds:
        return InstitutionSounds(self._participations, self._lexicon)

    @cached_property
    def _heard(self) -> HeardInstitutions:
        return HeardInstitutions(self._participations, self._lexicon)

    def building(self) -> Iterator[None]:
        """Make in steps what is otherwise made with the first text."""
        yield
        _ = self._heard
        yield from self._sounds.building()
        yield from self._beside.building()

    def find(self, folded: Folded) -> tuple[list[Found], list[Found]]:
        """Return the institutions in a text that identify, or may; and the others."""
        found: list[Found] = []
        free: list[Found] = []
        hits = list(self._hits(folded)) if self.forms else []
        whole = sorted((start, end) for start, end, entry in hits if not entry.part)
        for start, end, entry in hits:
            if lies_within(whole, start, end) or (entry.part and (start, end) in whole):
                continue
            span = self._positions.around(folded, (start, end), entry.who)
            sure = entry.short or span != (start, end)
            level = Level.BLOCK if sure else self._level(folded, start, end)
            if entry.acronym and not sure:
                level = of_acronym(folded.text, (start, end), level)
            one = self._found(folded, span, entry, level or Level.WARN)
            (found if level else free).append(one)
        return outermost(found), free

    def _hits(self, folded: Folded) -> Iterator[tuple[int, int, _Entry]]:
        for start, end, entries in self._automaton.find(folded.text):
            if not whole_word(folded, start, end) or folded.text.startswith(NO_OFFICE, end - 1):
                continue
            for entry in entries:
                if self._is_meant(folded, start, end, entry):
                    yield start, end, entry
        for start, end, who in chain(self._sounds.find(folded), self._heard.find(folded)):
            yield start, end, _Entry(who, "")
        for start, end, who in self._sounds.alone(folded):
            if self._is_short_source(folded, start, end):
                yield start, end, _Entry(who, "", short=True)

    def _speaks(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether a short name thinks or speaks, or somebody is from there."""
        after, before = folded.text[end : end + 60], folded.text[max(0, start - 60) : start]
        beside = ANOTHER_BESIDE.match(after)
        rest = after[beside.end() - 1 :] if beside else after
        mind = self._lexicon.institutions.mind["en"]
        if self._cues.saying.match(rest) or mind.match(rest, 1):
            return True
        return bool(FRIEND_FROM.search(before)) and not re.match(" [a-z]*[A-Z]", after)

    def _is_meant(self, folded: Folded, start: int, end: int, entry: _Entry) -> bool:
        """Return whether a form stands as it has to: an acronym, a short name, a shortened one."""
        if entry.acronym:
            before = folded.text[max(0, start - 60) : start]
            short = before.endswith("(") and (
                spells_out(before, entry.acronym) or is_of_a_matter(folded, start, end)
            )
            if short and not self._is_own(before, entry):
                return False
            return exact(folded.written(start, end)) == entry.acronym
        if entry.matter:
            named = _has_people(folded, start, end) or self._has_kind(folded, start, end)
            return named or (
                is_in_capitals(folded, start, end) and self._is_short_source(folded, start, end)
            )
        if entry.short:
            return self._is_short_source(folded, start, end)
        shortened = folded.text[end - 1] in "大研"
        return not (shortened and GOES_ON.match(folded.text, end))

    def _has_kind(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether another word for a body stands behind what it is for, as a source."""
        kind = KIND_OF.match(folded.text, end)
        if not kind or not is_in_capitals(folded, start, end):
            return False
        return self._level(folded, start, kind.end()) is Level.BLOCK

    def _is_own(self, before: str, entry: _Entry) -> bool:
        """Return whether the name before an acronym is that of its own institution."""
        own = {
            self._lexicon.fold.plain(name).removeprefix("the ")
            for who in entry.who
            for name in self._participations[who].affiliation.spelled
        }
        return any(before.rstrip("( ").endswith(name) for name in own if name)

    def _is_short_source(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether the first word of a name stands for the institution, as a source."""
        word, after = folded.text[start:end], folded.text[end : end + 60]
        first, _ = sentence(folded, start)
        before = folded.text[max(first, start - 60) : start].lstrip()
        if not word.isascii():
            return self._is_short_east(folded, start, end, before)
        written = folded.written(start, end)
        named = is_in_capitals(folded, start, end) or is_the_one(folded, start, end)
        if next_is_capital(folded, end) or not named:
            return False
        if (" " in written and is_within(folded, start)) or is_thing(before, after):
            return False
        return self._is_short_latin(folded, start, end, before)

    def _is_short_latin(self, folded: Folded, start: int, end: int, before: str) -> bool:
        word, after = folded.text[start:end], folded.text[end : end + 60]
        acts = self._lexicon.institutions.acts["en"]
        if AS_SUCH_OF.search(before) or acts.match(after, 1):
            return False
        behind = SOMEBODY.match(folded.text, end)
        somebody = bool(behind) and folded.written(end, behind.end()).islower()
        if somebody or self._speaks(folded, start, end):
            return True
        known = is_short_source(word, before, after, self._lexicon)
        return known or self._level(folded, start, end) is Level.BLOCK

    def _is_short_east(self, folded: Folded, start: int, end: int, before: str) -> bool:
        """Return whether what is short for an institution, or a word, is said to have a view."""
        word, after = folded.text[start:end], folded.text[end : end + 60]
        if is_kana(word[0]) and not any(map(is_han, word)) and not is_katakana(folded, start):
            return len(word) > _SHORTEST_KANA and self._is_kana_source(before, after)
        if is_short_source(word, before, after, self._lexicon):
            return True
        return self._is_han_source(folded, (start, end), before)

    def _is_han_source(self, folded: Folded, span: tuple[int, int], before: str) -> bool:
        """Return whether a short name stands apart from other words, as a source of a view."""
        (start, end), (_, last) = span, sentence(folded, span[0])
        word, after = folded.text[start:end], folded.text[end:last][:60]
        joined = bool(before) and is_han(word[0]) and is_han(before[-1])
        particles = self._lexicon.common.han_particles
        apart = not joined or ends_apart(before, particles)
        if joined and (is_word(word) or (len(word) > 2 and not apart)):
            return False  # a word, as 运河 is, or the end of another name
        noted = is_source_in_notes_east(word, before, after)
        if noted or self._is_party(word, before, after):
            return True
        if not is_han(word[0]) or before.endswith(("的", "の")):
            return False
        goes_on = after[:1] and is_han(after[0]) and not BEGINS_A_DEED.match(after)
        return apart and not goes_on and self._level(folded, start, end) is Level.BLOCK

    @staticmethod
    def _is_kana_source(before: str, after: str) -> bool:
        """Return whether what may be a word in hiragana is somebody's: ひばり側は."""
        if before and (is_kana(before[-1]) and before[-1] not in "はがもとのや"):
            return False
        return bool(OF_KANA.match(after)) or (not before and asks(after))

    def _level(self, folded: Folded, start: int, end: int) -> Level | None:
        """Return a block for the source of a view, a warning for what stands alone, else None."""
        first, last = around(folded, start, end)
        before, after = folded.text[max(first, start - 90) : start], folded.text[end:last][:90]
        before, after = outside_its_quotes(_BULLET.sub("", before.lstrip()), after)
        word, asked = folded.text[start:end], answers(folded.text, start, end)
        if has_a_second_deed(after, self._lexicon.institutions.mind["en"]):
            return Level.BLOCK
        free = asked is False or stands_as_such(before, after)
        if free or self._beside.is_free(word, before, after):
            return None
        named = word in self._named
        noted = asked or self._noted(folded, (start, end), before, after)
        if (noted and not named) or self._is_told(word, before, after):
            return Level.BLOCK
        if self._is_matter(before, after):
            return None
        if self._speaks_up(named, before, after):
            return Level.BLOCK
        return self._else(word, before, after)

    def _is_told(self, word: str, before: str, after: str) -> bool:
        """Return whether the grammar around an institution makes it the source of a view."""
        if self._lexicon.institutions.source_strong.match(after) or LINE_OF.match(after):
            return True
        somebody = SOMEBODY_EAST.match(after)
        behind = (after, after[somebody.end() :]) if somebody else (after,)
        if any(self._sources.is_source(word, before, it) for it in behind):
            return True
        return word not in self._named and self._is_party(word, before, after)

    def _is_party(self, word: str, before: str, after: str) -> bool:
        talk, beside = self._talk, self._beside
        return talk.is_party(word, before, after) or beside.is_party(word, before, after)

    def _is_matter(self, before: str, after: str) -> bool:
        tables = self._lexicon.institutions
        if AS_A_RULE.search(before) or _at_end(tables.matter_before, before):
            return True
        return bool(tables.matter_after.match(after))

    def _speaks_up(self, named: bool, before: str, after: str) -> bool:
        """Return whether somebody speaks for an institution, or it heads a remark."""
        tables, bare = self._lexicon.institutions, _BRACKET.sub("(", before)
        if _at_end(tables.source_before, bare.rstrip("(") if named else bare):
            return True
        if named:
            return False
        speaks = _OPENS.search(before) and (re.match(" ?:", after) or is_marked_as_heard(after))
        return bool(speaks or tables.source_after.match(after)) or self._told(after)

    def _else(self, word: str, before: str, after: str) -> Level | None:
        """Return the level where no known grammar tells: by the words around."""
        thing = word.isascii() and is_thing(before, after)
        if thing or is_thing_east(word, before, after) or word in self._named:
            return None
        if self._talk.is_talk(word, before, after):
            return Level.BLOCK
        return Level.WARN if self._sources.stands_alone(before, after) else None

    def _noted(self, folded: Folded, span: tuple[int, int], before: str, after: str) -> bool:
        """Return whether hurried notes name an institution as the source of a view."""
        start, end = span
        if not folded.text[start:end].isascii() or is_east_asian(after.lstrip(" :->(/")[:1] or " "):
            return is_source_in_notes_east(folded.text[start:end], before, after)
        if is_source_in_notes(before, after):
            return True
        first, last = folded.span(start, end)
        led = _JOINED_BEFORE.search(folded.original, max(0, first - 80), first)
        joined = _JOINED.match(folded.original, last)
        if not led and not joined:
            return False
        behind = bisect_left(folded.starts, joined.end()) if joined else end
        rest = folded.text[behind : behind + 60]
        return is_one_of_several("" if led else before, rest)

    def _told(self, after: str) -> bool:
        """Return whether somebody of an institution is told to act or to take a stance."""
        of = PEOPLE.match(after)
        rest = after[of.end() :] if of else ""
        if not rest or self._lexicon.room.when.search(rest):
            return False
        told = self._lexicon.room.past.match(rest, 1) or self._cues.saying.match(rest)
        return bool(told or takes_a_stance(rest) or _WANT.match(rest))

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


def _has_people(folded: Folded, start: int, end: int) -> bool:
    """Return whether people of what a body is for stand behind it: the Open Code people."""
    people = PEOPLE_OF.match(folded.text, end)
    if not people or not folded.written(end, people.end()).islower():
        return False
    return is_in_capitals(folded, start, end)


def _at_end(pattern: re.Pattern[str], before: str) -> bool:
    return any(m.end() == len(before) for m in pattern.finditer(before))
