"""What reads descriptions without a head noun of their own: groups, callings, fields, letters."""

from __future__ import annotations

from collections.abc import Iterator

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.bodies_in_pairs import BodiesInPairs
from dialogueprep.domain.identity.described.bodies_in_places import BodiesInPlaces
from dialogueprep.domain.identity.described.bodies_that_speak import BodiesThatSpeak
from dialogueprep.domain.identity.described.callings import CallingReader
from dialogueprep.domain.identity.described.clipped_heads_east import ClippedHeadsEast
from dialogueprep.domain.identity.described.coded_delegations import CodedDelegations
from dialogueprep.domain.identity.described.fields_in_japanese import FieldsInJapanese
from dialogueprep.domain.identity.described.heads_of_notes_east import HeadsOfNotes
from dialogueprep.domain.identity.described.letters_of_countries import LettersOfCountries
from dialogueprep.domain.identity.described.loose_groups import LooseGroupReader
from dialogueprep.domain.identity.described.margin_fields import MarginFields
from dialogueprep.domain.identity.described.margins_korean import MarginsKorean
from dialogueprep.domain.identity.described.only_one import OnlyOneReader
from dialogueprep.domain.identity.described.paired_peoples import PairedPeoples
from dialogueprep.domain.identity.described.people_of_bodies import PeopleOfBodies
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.places_over_lines import PlacesOverLines
from dialogueprep.domain.identity.described.pointed_at_chinese import PointedAtChinese
from dialogueprep.domain.identity.described.sector_voices import SectorVoices
from dialogueprep.domain.identity.described.served_in import ServedIn
from dialogueprep.domain.identity.described.set_apart import SetApart
from dialogueprep.domain.identity.described.short_delegations import ShortDelegations
from dialogueprep.domain.identity.described.sides_korean import SidesInKorean
from dialogueprep.domain.identity.described.signs_in_notes import SignsInNotes
from dialogueprep.domain.identity.offices.offices_once_held import OfficesOnceHeld
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.roster import Roster


class FurtherPhrases:
    """The readers of such descriptions over one roster."""

    def __init__(self, roster: Roster, cues: Cues) -> None:
        lexicon = roster.lexicon
        self._groups = LooseGroupReader(lexicon)
        self._callings = CallingReader(lexicon)
        voices = lexicon.kept("sector voices", lambda: SectorVoices(lexicon, cues))
        self._bodies = (
            lexicon.kept("bodies in places", lambda: BodiesInPlaces(lexicon)),
            lexicon.kept("bodies that speak", lambda: BodiesThatSpeak(lexicon)),
        )
        people = roster.participations
        self._here = {code for p in people for code in (p.territory, p.delegation, p.region)}
        self._readers = (
            OnlyOneReader(lexicon),
            self._groups,
            self._callings,
            voices,
            lexicon.kept("served in", lambda: ServedIn(lexicon)),
            lexicon.kept("paired peoples", lambda: PairedPeoples(lexicon)),
            lexicon.kept("bodies in pairs", lambda: BodiesInPairs(lexicon, cues)),
            lexicon.kept("offices once held", lambda: OfficesOnceHeld(lexicon, cues)),
            lexicon.kept("places over lines", lambda: PlacesOverLines(lexicon)),
            lexicon.kept("margin fields", lambda: MarginFields(lexicon)),
            lexicon.kept("margins in korean", lambda: MarginsKorean(lexicon)),
            lexicon.kept("heads of notes", lambda: HeadsOfNotes(lexicon)),
            lexicon.kept("clipped heads", lambda: ClippedHeadsEast(lexicon)),
            lexicon.kept("pointed at", lambda: PointedAtChinese(lexicon)),
            lexicon.kept("fields in japanese", lambda: FieldsInJapanese(lexicon)),
            lexicon.kept("people of bodies", lambda: PeopleOfBodies(lexicon)),
            lexicon.kept("set apart", lambda: SetApart(lexicon, cues)),
            lexicon.kept("sides", lambda: SidesInKorean(lexicon)),
            lexicon.kept("signs in notes", lambda: SignsInNotes(lexicon)),
            ShortDelegations(roster),
            CodedDelegations(roster, cues),
            LettersOfCountries(roster, cues),
        )

    def building(self) -> Iterator[None]:
        """Name in steps the words that are looked for."""
        yield from self._callings.building()
        yield from self._groups.building()

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told so."""
        for reader in self._readers:
            yield from reader.read(folded)
        for reader in self._bodies:
            for phrase in reader.read(folded):  # of elsewhere, they are nobody at the table
                if {phrase.description.territory, phrase.description.region} & self._here:
                    yield phrase
