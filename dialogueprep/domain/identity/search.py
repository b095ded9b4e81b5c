"""Searches one text for everything that could identify a participant."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import cast

from dialogueprep.domain.identity.attributions import of_person, safest
from dialogueprep.domain.identity.cues import MAYBE, SPEAKING, cues_of
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.speakers import SpeakerSearch
from dialogueprep.domain.identity.described.whole_rooms import WholeRooms
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.institutions.finder import InstitutionMatcher
from dialogueprep.domain.identity.lines_read import NONE, LinesRead
from dialogueprep.domain.identity.margins import with_margins, with_parallels
from dialogueprep.domain.identity.named.addresses import AddressSearch
from dialogueprep.domain.identity.named.beside_institutions import beside_institution
from dialogueprep.domain.identity.named.by_sound import SoundSearch
from dialogueprep.domain.identity.named.eastern_heads import EasternHeads
from dialogueprep.domain.identity.named.eastern_names import EasternNames
from dialogueprep.domain.identity.named.file_names import FileNameSearch
from dialogueprep.domain.identity.named.initials import InitialsSearch
from dialogueprep.domain.identity.named.line_heads import LineHeadSearch
from dialogueprep.domain.identity.named.named_together import TogetherSearch
from dialogueprep.domain.identity.named.near import NearSearch
from dialogueprep.domain.identity.named.standing import Standing
from dialogueprep.domain.identity.neutral.wording import INSTITUTION, phrase
from dialogueprep.domain.identity.offices.leaning import likely_a_view
from dialogueprep.domain.identity.offices.roles import RoleSearch
from dialogueprep.domain.identity.reading.fold import Folded, is_han
from dialogueprep.domain.identity.reading.labels import labelled
from dialogueprep.domain.identity.reading.lines import notes_of
from dialogueprep.domain.identity.reading.trial_lines import TRIAL
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.identity.settled import settled
from dialogueprep.domain.identity.spellings.matcher import Hit, Matcher, spellings_of
from dialogueprep.domain.identity.spellings.names import Spelling
from dialogueprep.domain.identity.told import Told
from dialogueprep.domain.notes import Attribution
from dialogueprep.domain.texts import Language, language_mostly
from dialogueprep.words import later

FULL_NAME = later("The full name of a participant.")

Mentions = tuple[tuple[int, int, Told], ...]
"""Where a text says something of people in the room, and what."""
_GOES_ON, _APART = frozenset(";:,"), 9
_AT_ONCE = 8  # people whose names are spelt in one step


class Search:
    """All searches over one roster; made once, since the automata take time to build."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._fold = roster.lexicon.fold
        self._neutral_of: dict[tuple[int, tuple[int, ...]], Attribution] = {}
        self._spelled: dict[int, tuple[Spelling, ...]] = {}
        of = roster.participations, roster.lexicon
        self._standing = Standing(cues_of(roster.lexicon))
        self._roles = RoleSearch(roster)
        self._whole_rooms = WholeRooms(roster)
        self._sounds = SoundSearch(*of)
        self._near = NearSearch(*of)
        self._initials = InitialsSearch(*of)
        self._heads = LineHeadSearch(*of)
        self._addresses = AddressSearch(*of)
        self._files = FileNameSearch(*of)

    def building(self) -> Iterator[None]:
        """Make in steps of some milliseconds what is otherwise made when it is first needed."""
        if "_names" not in self.__dict__:
            yield from self._spelling()
        yield from cues_of(self.roster.lexicon).building()
        for part in ("_names", "_eastern", "_institutions", "_speakers"):
            yield
            getattr(self, part)
        parts = self._roles, self._speakers, self._sounds, self._institutions, self._near
        for part in parts:
            yield from part.building()
        yield
        _ = self.roster.lexicon.meeting  # which reads it
        yield
        likely_a_view("", "", "en")  # which reads the weights
        yield
        self.roster.lexicon.in_one_pass.make()
        for text in TRIAL:
            yield
            self.examine_and_told(text)

    def _spelling(self) -> Iterator[None]:
        for number, who in enumerate(self.roster.participations):
            if number not in self._spelled:
                self._spelled[number] = spellings_of(who, self.roster.lexicon)
                if number % _AT_ONCE == 0:
                    yield

    @cached_property
    def _names(self) -> Matcher:
        deque(self._spelling(), maxlen=0)
        people = self.roster.participations
        known = [self._spelled[number] for number in range(len(people))]
        return Matcher(people, self.roster.lexicon, known)

    @cached_property
    def _eastern(self) -> tuple[TogetherSearch, EasternHeads]:
        """What finds people named together, and at the head of notes, in eastern scripts."""
        _ = self._names  # which spells them
        people, lexicon = self.roster.participations, self.roster.lexicon
        known = [self._spelled[number] for number in range(len(people))]
        names = EasternNames(people, known, self._sounds.spoken, lexicon)
        together = TogetherSearch(names, lexicon, self._sounds.katakana)
        return together, EasternHeads(names)

    @cached_property
    def _institutions(self) -> InstitutionMatcher:
        roster = self.roster
        return InstitutionMatcher(roster.participations, roster.hosts, roster.lexicon)

    @cached_property
    def _speakers(self) -> SpeakerSearch:
        return SpeakerSearch(self.roster)

    @property
    def forms(self) -> int:
        """How many forms of names and institutions are searched."""
        return self._names.forms + self._institutions.forms

    def examine(
        self,
        text: str,
        items: tuple[str, ...] = (),
        language: Language | None = None,
        known: LinesRead = NONE,
    ) -> tuple[Exposure, ...]:
        """Return what identifies a participant in a text, in order of place.

        ``items`` are the agenda items it was drawn from; without any the lowest k counts. A line
        that is ``known`` as it stands is not read again.
        """

        def read(line: str) -> tuple[Exposure, ...]:
            found = self._examined
            return known.found((line, language), lambda: found(self._fold(line), items, language))

        found: list[Exposure] = []
        for part in known.stretches(text):
            found += part.own(read(text[part.start : part.end]))
        return self._beside(tuple(found), text, items, known)

    def _beside(
        self,
        found: tuple[Exposure, ...],
        text: str,
        items: tuple[str, ...],
        known: LinesRead = NONE,
    ) -> tuple[Exposure, ...]:
        """Return what is found in a text, also in the margins of lines beside one another."""

        def read(line: str) -> tuple[Exposure, ...]:
            return known.found(line, lambda: self._read(self._fold(line), items, None))

        return with_parallels(found, text, read, self.roster.lexicon.is_common)

    def examine_and_told(
        self, text: str, items: tuple[str, ...] = (), language: Language | None = None
    ) -> tuple[tuple[Exposure, ...], Mentions]:
        """Return what `examine` and what `told` return, reading the text once."""
        if tuple(notes_of(text)) != ((0, len(text)),):
            return self.examine(text, items, language), self.told(text, items)
        folded = self._fold(text)
        read = self._speakers.read(folded)
        found = self._beside(self._examined(folded, items, language, read), text, items)
        return found, self._told(folded, items, read)

    def told(self, text: str, items: tuple[str, ...] = ()) -> Mentions:
        """Return what a text says of people in the room, with where it says so."""
        return tuple(
            (first + start, last + start, told)
            for start, end in notes_of(text)
            for first, last, told in self._told(self._fold(text[start:end]), items)
        )

    def _examined(
        self,
        folded: Folded,
        items: tuple[str, ...],
        language: Language | None,
        read: list[Phrase] | None = None,
    ) -> tuple[Exposure, ...]:
        """Return what identifies in a note, also where a sign parts who spoke from the remark."""
        found = self._read(folded, items, language, read)
        found = with_margins(
            found,
            folded.original,
            lambda text: self._read(self._fold(text), items, language),
            self.roster.lexicon.is_common,
        )
        return tuple(sorted(found, key=lambda it: (it.start, it.end)))

    def _read(
        self,
        folded: Folded,
        items: tuple[str, ...],
        language: Language | None,
        read: list[Phrase] | None = None,
    ) -> tuple[Exposure, ...]:
        rooms = self.roster.rooms(items)
        identities, free = self._identities(folded)
        described = self._speakers.find(folded, rooms, language, read)
        found = [
            *identities,
            *(f for f in described if not any(_is_of_its_name(f, place) for place in free)),
            *self._roles.find(folded, rooms),
            *self._whole_rooms.find(folded, rooms),
        ]
        kept = sorted(settled(found), key=lambda f: (f.start, f.end))
        return tuple(self._placed(f, folded, rooms, language) for f in kept)

    def _told(
        self, folded: Folded, items: tuple[str, ...], read: list[Phrase] | None = None
    ) -> Mentions:
        """Return what a note says of people, also of who stands in its margin."""
        rooms = self.roster.rooms(items)
        found = self._speakers.told(folded, rooms, read)
        told = tuple((*folded.span(start, end), what) for start, end, what in found)
        for way in labelled(folded.original):
            begin, past = way.start, way.start + way.length
            if all(end <= begin or past <= start for start, end, _ in told):
                more = self._speakers.told(self._fold(way.text), rooms)
                told += tuple((a + begin, z + begin, it) for a, z, it in more if z <= way.length)
        return told

    def identities(self, text: str) -> tuple[Exposure, ...]:
        """Return only names and institutions in a text, as for the parts of a finished file."""
        folded = self._fold(text)
        rooms = self.roster.rooms()
        kept = sorted(settled(self._identities(folded)[0]), key=lambda f: (f.start, f.end))
        return tuple(self._placed(f, folded, rooms, None) for f in kept)

    def _identities(self, folded: Folded) -> tuple[list[Found], list[Found]]:
        """Return names and institutions that identify, and the institutions that do not."""
        full, single = self._names.full_names(folded)
        institutions, free = self._institutions.find(folded)
        inside = {i for place in free for i in range(place.start, place.end)}
        single = [h for h in single if h.start not in inside or h.end - 1 not in inside]
        found = [self._full(h, folded) for h in full if not self._words(h, folded)]
        people = self.roster.participations
        found += [
            *self._standing.judge_all(single, people, folded, full),
            *self._initials.find(folded),
            *self._heads.find(folded),
            *self._addresses.find(folded),
            *self._files.find(folded),
            *institutions,
        ]
        sounding = self._sounds.find(folded)
        found += (f for f in sounding if f.start not in inside or f.end - 1 not in inside)
        eastern = sorted(
            {(h.start, h.end) for h in (*single, *full) if folded.text[h.start] > "\u1100"}
        )
        found += (f for search in self._eastern for f in search.find(folded, eastern))
        found += [_of_one_surname(*several) for several in self._names.several(folded)]
        places = [*institutions, *free]
        common = self.roster.lexicon.is_common
        found += beside_institution(places, single, found, folded, common)
        taken = [(f.start, f.end) for f in (*found, *free)]
        return [*found, *self._near.find(folded, taken)], free

    def _full(self, hit: Hit, folded: Folded) -> Found:
        """Return a full name with the title before it.

        It only warns if its first character ends a word, or its last begins one: 如何建国.
        """
        divided = self._divides_a_word(hit, folded)
        return Found(
            start=self._standing.begins(hit, folded),
            end=hit.end,
            level=Level.WARN if divided else Level.BLOCK,
            kind=ExposureKind.NAME,
            why=MAYBE if divided else FULL_NAME,
            who=(hit.who,),
            whole=not divided,
        )

    def _words(self, hit: Hit, folded: Folded) -> bool:
        """Return whether a name of two characters is two words: 曾 and the first of 强调."""
        common = self.roster.lexicon.is_common
        return common(folded.text[hit.start]) and self._begins_a_word(hit, folded)

    def _divides_a_word(self, hit: Hit, folded: Folded) -> bool:
        before = folded.text[max(0, hit.start - 1) : hit.start + 1]
        ends = len(before) == 2 and is_han(before[0]) and self.roster.lexicon.is_common(before)
        return ends or self._begins_a_word(hit, folded)

    def _begins_a_word(self, hit: Hit, folded: Folded) -> bool:
        """Return whether the last of two characters begins a word, and nothing shows a person."""
        joint = folded.text[hit.end - 1 : hit.end + 1]
        if hit.end - hit.start != 2 or not is_han(joint[0]):
            return False
        return self.roster.lexicon.is_common(joint) and not self._standing.speaks(hit, folded)

    def _placed(
        self, found: Found, folded: Folded, rooms: Rooms, language: Language | None
    ) -> Exposure:
        start, end = folded.span(found.start, found.end)
        people = self.roster.participations
        return Exposure(
            start=start,
            end=end,
            text=folded.original[start:end],
            level=found.level,
            kind=found.kind,
            people=tuple(dict.fromkeys(people[w].person.id for w in found.who)),
            k=found.k,
            why=found.why,
            suggestion=found.suggestion or self._suggest(found, folded, rooms, language),
            whole=found.whole,
        )

    def _suggest(
        self, found: Found, folded: Folded, rooms: Rooms, language: Language | None
    ) -> str:
        start, end = sentence(folded, found.start)
        spoken = language or _spoken_around(folded, found, start, end)
        if found.kind in (ExposureKind.AFFILIATION, ExposureKind.ACRONYM):
            wording = INSTITUTION[spoken]
        else:
            wording = phrase(self._neutral(found, rooms), spoken, self.roster.labels)
        opens = not folded.text[start : found.start].strip() and not _joined(folded, found.start)
        return wording[0].upper() + wording[1:] if opens else wording

    def _neutral(self, found: Found, rooms: Rooms) -> Attribution:
        """Return the most specific attribution of the person meant that holds in every room."""
        if found.kind is not ExposureKind.NAME or len(found.who) != 1:
            return Attribution()
        key = (found.who[0], tuple(map(id, rooms)))  # the roster keeps its rooms
        known = self._neutral_of.get(key)
        if known is None:
            known = of_person(self.roster.participations[found.who[0]])
            for room in rooms:
                known = safest(known, room, self.roster.k, self.roster.counting)
            self._neutral_of[key] = known
        return known


def _joined(folded: Folded, start: int) -> bool:
    """Return whether the sentence goes on here, behind a comma, a colon or a semicolon."""
    return folded.text[max(0, start - _APART) : start].rstrip()[-1:] in _GOES_ON


def _of_one_surname(start: int, end: int, who: tuple[int, ...]) -> Found:
    kind, why = ExposureKind.NAME, SPEAKING
    return Found(start=start, end=end, level=Level.BLOCK, kind=kind, why=why, who=who)


def search_of(roster: Roster) -> Search:
    """Return the search of a roster, made the first time it is asked for."""
    known = roster.memory.get("search")
    if known is None:
        known = roster.memory.setdefault("search", Search(roster))
    return cast("Search", known)


def building(roster: Roster) -> Iterator[None]:
    """Make the search of a roster in steps; when all are done, `search_of` has it ready.

    Whoever needs it earlier just asks for it. Each step takes some milliseconds, the longest 20.
    """
    search = search_of(roster)
    yield
    yield from search.building()


def _spoken_around(folded: Folded, found: Found, start: int, end: int) -> Language:
    """Return the language of a sentence without the passage; of the passage if it is alone."""
    first, last = folded.span(found.start, found.end)
    begins, ends = folded.span(start, end) if end > start else (first, last)
    around = folded.original[begins:first] + folded.original[last:ends]
    alone = not any(c.isalpha() for c in around)
    return _mostly(folded.original[first:last] if alone else around)


_mostly = lru_cache(maxsize=1)(language_mostly)  # the same words stand around several findings


def _is_of_its_name(described: Found, place: Found) -> bool:
    """Return whether a description begins with words of an institution's name that stands free."""
    if place.start < described.start < place.end:
        return True
    return place.start <= described.start and described.end <= place.end
