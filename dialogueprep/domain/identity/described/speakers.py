"""Judges descriptors, roles and orders of speaking: could one person be meant?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from dialogueprep.domain.identity.attributions import widened
from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.described.description import Counted, Description, lowest, neutral
from dialogueprep.domain.identity.described.facts_beside import FactsBeside
from dialogueprep.domain.identity.described.further_phrases import FurtherPhrases
from dialogueprep.domain.identity.described.held_callings import HeldCallings, is_uncounted
from dialogueprep.domain.identity.described.in_the_room import InTheRoom, is_plural
from dialogueprep.domain.identity.described.known_facts import KnownFacts
from dialogueprep.domain.identity.described.lone_trades import LoneTrades
from dialogueprep.domain.identity.described.one_mind import UNANIMOUS, denies_all, of_one_mind
from dialogueprep.domain.identity.described.phrases import Phrase, PhraseReader
from dialogueprep.domain.identity.described.pronouns_beyond import (
    OF_ANYBODY,
    is_of_another,
    pronouns,
    until,
)
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.neutral.wording import phrase as say_attribution
from dialogueprep.domain.identity.offices.former_offices import is_of_once, of_once
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.roster import ALL_PRESENT, Rooms, Roster
from dialogueprep.domain.identity.told import Told, description_of
from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Gender, Participation, Sector
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.words import later

TOO_FEW = later("Too few of those present fit this description: {k}.")
WHOLE_GROUP = later("This speaks of all whom the description fits ({k}).")
SMALL_ROOM = later("Fewer than eight could have spoken: name no more than a region.")
FEW_OUTSIDE = later("This fits {k} of those present; decide whether one of them is meant.")
NOBODY = later("Nobody present fits this description: it is wrong, or somebody else is meant.")

_WOMAN = re.compile(
    "[sh她彼그](?:(?<![a-z].)(?:(?<=s)he|(?<=h)er(?:s|self)?)(?![a-z])|(?<=她)|(?<=彼)女|(?<=그)녀)"
)
_MAN = re.compile(
    "[h彼](?:(?<=h)(?<![a-z].)(?:e|is|im(?:self)?)(?![a-z])|(?<=彼)(?:[はがも](?!ら)|自身))"
)
_ABSENT = re.compile("(?<![a-z])absent|not attend|未出席|缺席|没有出席|불참|결석")
_SOME_ZH = re.compile("(?<![没只仅唯])有$")  # 有官员表示: some official or other
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_POINTING = frozenset({"one", "the", "two"})
_LONE = ("the only", "the sole", "the lone")
_SEVERAL_AT_LEAST = 3
_LOOSELY = {
    Sector.ACADEMIA: BroadSector.EXPERT,
    Sector.THINK_TANK: BroadSector.EXPERT,
    Sector.GOVERNMENT: BroadSector.OFFICIAL,
}
_SEVERAL = frozenset({"several", "many", "all", *_NUMBERS})


class SpeakerSearch:
    """Descriptors in a roster's texts."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._cues = cues_of(roster.lexicon)
        lexicon, saying = roster.lexicon, self._cues.saying
        self._reader = lexicon.kept("phrases", lambda: PhraseReader(lexicon, saying))
        self._beside = FactsBeside(lexicon)
        self._callings = HeldCallings(roster)
        self._trades = LoneTrades(roster, self._cues, self._callings)
        self._facts = KnownFacts(roster)
        self._further = FurtherPhrases(roster, self._cues)
        self._rooms: Rooms = ()
        self._known: dict[Description, Counted] = {}
        self._attributions: dict[tuple[Description, Count, int], Attribution] = {}
        self._room = InTheRoom(self._cues, roster.lexicon.room)

    def building(self) -> Iterator[None]:
        """Name in steps the words that are looked for."""
        yield from self._further.building()

    def find(
        self,
        folded: Folded,
        rooms: Rooms,
        language: Language | None,
        read: list[Phrase] | None = None,
    ) -> list[Found]:
        """Return the descriptors in a text that fit too few; ``read`` are its phrases."""
        phrases = self.read(folded) if read is None else read
        found = [self._judge(p, folded, rooms, language) for p in phrases]
        trades = self._trades.find(folded, rooms, phrases)
        return [f for f in (*found, *self._facts.find(folded, rooms), *trades) if f]

    def read(self, folded: Folded) -> list[Phrase]:
        """Return the phrases of a text that may describe somebody."""
        described = self._beside.widened(self._reader.read(folded), folded)
        found = [*described, *self._further.read(folded)]
        found = self._callings.narrowed(found, folded)

        def is_met(phrase: Phrase) -> bool:
            return self._described(phrase, folded)[1] is Level.BLOCK

        return [*found, *pronouns(found, folded, self._cues, is_met)]

    def told(
        self, folded: Folded, rooms: Rooms, read: list[Phrase] | None = None
    ) -> list[tuple[int, int, Told]]:
        """Return what a text says of people in the room, whether it fits enough or not."""
        found: list[tuple[int, int, Told]] = []
        for phrase in self.read(folded) if read is None else read:
            description, level = self._described(phrase, folded)
            if level is not Level.BLOCK:
                continue
            description, counted = self._as_meant(description, rooms)
            if counted.k and self._holds_office(phrase, counted, folded):
                several = bool(phrase.determiners & _SEVERAL) or is_plural(folded, phrase)
                known = replace(description, among=None)
                found.append((phrase.start, phrase.end, Told(known, several)))
        return found

    def _described(self, phrase: Phrase, folded: Folded) -> tuple[Description, Level | None]:
        """Return what a phrase says, and how surely of somebody at the table; None if not."""
        if "none" in phrase.determiners and not denies_all(phrase, folded):
            return phrase.description, None
        description = self._narrowed(phrase, folded)
        if description.empty:
            return description, None
        return description, self._room.level(phrase, description, folded)

    def _judge(
        self,
        phrase: Phrase,
        folded: Folded,
        rooms: Rooms,
        language: Language | None,
    ) -> Found | None:
        description, level = self._described(phrase, folded)
        if level is None:
            return None
        description, counted = self._as_meant(description, rooms)
        if description.empty or not self._is_sure(phrase, description, level, folded):
            return None
        if not counted.k:
            told = level is Level.BLOCK and OF_ANYBODY not in phrase.pieces
            told = told and self._tells_of_one(phrase, description, folded)
            met = told and self._is_of_this_meeting(phrase, folded)
            of = (phrase, description, folded, rooms, language)
            return self._of_nobody_counted(*of) if met else None
        if not self._holds_office(phrase, counted, folded):
            return None
        if is_of_once(folded.text[phrase.start : phrase.end], description):
            counted = self._once(description, counted, rooms)
        some = "several" in phrase.determiners or _SOME_ZH.search(
            folded.text, max(0, phrase.start - 2), phrase.start
        )
        retired = some and self._counts_the_retired(description, counted, rooms)
        why = None if retired else self._why(phrase, description, counted, folded)
        lost = description.among is None and phrase.description.among is not None
        asked = why is None and description.territory and is_uncounted(phrase, lost=lost)
        if asked and level is Level.BLOCK and self._trades.meant(phrase, folded):
            level = Level.WARN
        elif why is None:
            return None
        why = why if why and level is not Level.WARN else FEW_OUTSIDE
        return self._exposed(phrase, description, counted, folded, language, level, why)

    def _is_sure(
        self, phrase: Phrase, description: Description, level: Level, folded: Folded
    ) -> bool:
        """Return whether somebody told by a calling alone is surely of the meeting."""
        if not description.only_calling:
            return True
        return level is Level.BLOCK and self._trades.meant(phrase, folded)

    def _once(self, description: Description, counted: Counted, rooms: Rooms) -> Counted:
        """Return whom a description fits who once held an office, where a roster tells any."""
        among = counted
        if description.sector is None:  # who held any office may be of a think tank now
            among = self._counted(replace(description, broad=None), rooms)
        held = of_once(among.people, self._roster.lexicon.fold.plain)
        return replace(among, k=len(held), people=held) if held else counted

    def _as_meant(self, description: Description, rooms: Rooms) -> tuple[Description, Counted]:
        """Return a description with whom it fits: where nobody, more loosely said.

        A scholar may be of a think tank, and an official retired.
        """
        counted = self._counted(description, rooms)
        present = description.among is not None and not counted.k
        if present and lowest(description, self._roster, rooms, ALL_PRESENT).k:
            return description, counted  # the chair is the lawyer
        if present:  # a lawyer whom no house tells
            description = replace(description, among=None)
            counted = self._counted(description, rooms) if not description.empty else counted
        wide = _LOOSELY.get(description.sector) if description.sector else None
        wide = BroadSector.EXPERT if description.broad is BroadSector.EXPERT else wide
        if counted.k or wide is None:
            return description, counted
        wider = replace(description, sector=None, broad=wide)
        found = self._counted(wider, rooms)
        if not found.k and description.territory:
            wider = replace(wider, broad=None)  # a hydrologist may be of a ministry
            found = self._counted(wider, rooms)
            found = found if found.k < self._roster.k else counted
        return (wider, found) if found.k else (description, counted)

    def _of_nobody_counted(
        self,
        phrase: Phrase,
        description: Description,
        folded: Folded,
        rooms: Rooms,
        language: Language | None,
    ) -> Found | None:
        """Return a description that fits nobody who may speak: it tells of the chair or of an

        observer, or is wrong.
        """
        counted = lowest(description, self._roster, rooms, ALL_PRESENT)
        wide = _LOOSELY.get(description.sector) if description.sector else None
        if not counted.k and wide:  # a scholar may be of a think tank
            wider = replace(description, sector=None, broad=wide)
            counted = lowest(wider, self._roster, rooms, ALL_PRESENT)
        if not self._holds_office(phrase, counted, folded):
            return None
        level, why = Level.BLOCK, TOO_FEW
        if not counted.k:
            if not self._is_pointed_at(phrase, description, folded):
                return None
            everybody = (a.who for room in rooms for a in room)
            if not all(map(description.known_of, everybody)):
                return None
            level, why = Level.WARN, NOBODY
        elif counted.k >= self._roster.k:
            return None
        return self._exposed(phrase, description, counted, folded, language, level, why)

    def _exposed(
        self,
        phrase: Phrase,
        description: Description,
        counted: Counted,
        folded: Folded,
        language: Language | None,
        level: Level,
        why: str,
    ) -> Found:
        return Found(
            start=phrase.start,
            end=phrase.end,
            level=level,
            kind=ExposureKind.DESCRIPTOR,
            why=why,
            who=self._positions(counted.people),
            k=counted.k,
            suggestion=self._suggest(phrase, description, counted, folded, language),
        )

    def _is_pointed_at(self, phrase: Phrase, description: Description, folded: Folded) -> bool:
        """Return whether a description that fits nobody is of one person."""
        side = phrase.end - phrase.head == 1  # 美方: also a government, discussed
        present = phrase.present and not description.only_region and not side
        lone = folded.text.startswith(_LONE, phrase.start)
        return present or lone or bool(phrase.determiners & _POINTING)

    def _tells_of_one(self, phrase: Phrase, description: Description, folded: Folded) -> bool:
        """Return whether a description is of somebody such as a meeting has: no fishers."""
        side = phrase.end - phrase.head == 1  # 蒙方: also a government
        field = bool(description.sector or description.broad or phrase.present)
        return (field and not side) or self._is_pointed_at(phrase, description, folded)

    def _is_of_this_meeting(self, phrase: Phrase, folded: Folded) -> bool:
        """Return whether nothing tells of somebody absent, or of another time."""
        _, end = sentence(folded, phrase.head)
        absent = _ABSENT.search(folded.text, phrase.end, end)
        return not absent and not self._room.other_time(phrase, folded)

    def _why(
        self, phrase: Phrase, description: Description, counted: Counted, folded: Folded
    ) -> str | None:
        """Return why the descriptor exposes, or None if it holds."""
        if self._whole(phrase, counted, folded):
            return WHOLE_GROUP
        if counted.k < self._roster.k:
            return TOO_FEW
        if of_one_mind(phrase, folded):
            return WHOLE_GROUP
        return SMALL_ROOM if counted.small and not description.only_region else None

    def _counted(self, description: Description, rooms: Rooms) -> Counted:
        """Return how many a description fits; the same ones come again and again in a text."""
        if self._rooms is not rooms:
            self._rooms, self._known, self._attributions = rooms, {}, {}
        known = self._known.get(description)
        if known is None:
            known = self._known[description] = lowest(description, self._roster, rooms)
        return known

    def _neutral(self, description: Description, count: Count, counted: Counted) -> Attribution:
        key = (description, count, id(counted.room))
        known = self._attributions.get(key)
        if known is None:
            known = neutral(description, count, self._roster, counted.room)
            known = next(
                filter(self._stands, widened(known, counted.room)), Attribution(count=count)
            )
            self._attributions[key] = known
        return known

    def _stands(self, attribution: Attribution) -> bool:
        """Return whether its words would be marked in none of the rooms in question."""
        said = description_of(attribution)
        counted = self._counted(said, self._rooms)
        enough = counted.k >= self._roster.k and (said.only_region or not counted.small)
        return said.empty or not counted.k or enough

    def _holds_office(self, phrase: Phrase, counted: Counted, folded: Folded) -> bool:
        """Return False where a public office is named that nobody described holds."""
        head = folded.text[phrase.head : phrase.end]
        office = next((w for w in self._roster.lexicon.room.offices if head.startswith(w)), "")
        told = (f"{p.person.name.title} {p.affiliation.position}" for p in counted.people)
        fold = self._roster.lexicon.fold.plain
        return not office or any(office.removesuffix("s") in fold(t) for t in told)

    def _whole(self, phrase: Phrase, counted: Counted, folded: Folded) -> bool:
        """Return whether all whom the descriptor fits are meant, and are of one mind."""
        number = max((_NUMBERS.get(d, 0) for d in phrase.determiners), default=0)
        every = "all" in phrase.determiners and "one" not in phrase.determiners  # neither a
        every = every or bool(UNANIMOUS.match(folded.text, phrase.end))
        if not every and number < counted.k:
            return False
        _, end = sentence(folded, phrase.head)
        differ = self._roster.lexicon.room.differ.search(folded.text, phrase.end, end)
        return not differ or number == 1

    def _counts_the_retired(self, description: Description, counted: Counted, rooms: Rooms) -> bool:
        """Return whether several officials are more than serve, so that others are meant too."""
        few = description.sector is Sector.GOVERNMENT and counted.k < _SEVERAL_AT_LEAST
        if not few:
            return False
        wide = replace(description, sector=None, broad=BroadSector.OFFICIAL)
        found = self._counted(wide, rooms)
        return found.k >= self._roster.k and not found.small

    def _narrowed(self, phrase: Phrase, folded: Folded) -> Description:
        """Return the predicates with the gender that a pronoun in the sentence tells."""
        description = phrase.description
        single = not phrase.determiners & _SEVERAL
        if description.gender or not single or not (phrase.present or not description.empty):
            return description
        _, end = sentence(folded, phrase.head)
        rest = folded.text[phrase.end : until(folded, end)]
        woman, man = _WOMAN.search(rest), _MAN.search(rest)
        told = woman or man
        if told is None or (woman and man) or is_of_another(rest, told.start()):
            return description
        gender = Gender.WOMAN if woman else Gender.MAN
        return replace(description, gender=gender)

    def _positions(self, people: tuple[Participation, ...]) -> tuple[int, ...]:
        return tuple(self._places[p.id] for p in people if p.id in self._places)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {p.id: i for i, p in enumerate(self._roster.participations)}

    def _suggest(
        self,
        phrase: Phrase,
        description: Description,
        counted: Counted,
        folded: Folded,
        language: Language | None,
    ) -> str:
        several = phrase.determiners & _SEVERAL
        count = (
            Count.MANY if "many" in phrase.determiners else Count.SEVERAL if several else Count.ONE
        )
        spoken = language or language_of(folded.written(phrase.start, phrase.end))
        attribution = self._neutral(description, count, counted)
        wording = say_attribution(attribution, spoken, self._roster.labels)
        capital = folded.written(phrase.start, phrase.end)[:1].isupper()
        return wording[0].upper() + wording[1:] if capital else wording
