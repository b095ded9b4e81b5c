"""Judges descriptors, roles and orders of speaking: could one person be meant?"""

from __future__ import annotations

import re
from functools import cached_property

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.description import Counted, Description, lowest, neutral
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.phrases import Phrase, PhraseReader
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.wording import phrase as say_attribution
from dialogueprep.domain.notes import Count
from dialogueprep.domain.people import Attendee, Gender, Participation
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.words import later

TOO_FEW = later("Only {k} of those present fit this description.")
WHOLE_GROUP = later("This speaks of all whom the description fits ({k}).")
SMALL_ROOM = later("Fewer than eight could have spoken: name no more than a region.")
FEW_OUTSIDE = later("This fits {k} of those present; decide whether one of them is meant.")
FACT = later("A fact that only {k} of those present have in common.")
TITLE_ALONE = later("Only {k} of those present hold this title.")

_WOMAN = re.compile(r"(?<![a-z])(?:she|hers?|herself)(?![a-z])|她|彼女|그녀")
_MAN = re.compile(r"(?<![a-z])(?:he|his|him|himself)(?![a-z])|彼[はがも](?!ら)|彼自身")
_EMPTY = frozenset(
    {"only", "with", "from", "that", "this", "once", "over", "person", "participant"}
)
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_BY = re.compile(r"(?:^|[ (,])(?:by|from|according to|as|told|asked|with|than|thanked|to|of) $")
_OUTSIDE = re.compile(
    r"(?:was|were|had been|been) (?:detained|arrested|killed|elected|appointed|released|jailed|"
    r"expelled|awarded|invited to visit)|(?:published|wrote|died|born|elected) in (?:19|20)\d\d|"
    r"被(?:拘留|逮捕|捕)|逮捕され|구금|체포"
)


class SpeakerSearch:
    """Descriptors in a roster's texts."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._cues = Cues(roster.lexicon)
        self._reader = PhraseReader(roster.lexicon, self._cues.saying)

    def find(
        self, folded: Folded, rooms: tuple[tuple[Attendee, ...], ...], language: Language | None
    ) -> list[Found]:
        """Return the descriptors in a text that fit too few."""
        found = [self._judge(p, folded, rooms, language) for p in self._reader.read(folded)]
        return [f for f in (*found, *self._facts(folded, rooms)) if f]

    def _judge(
        self,
        phrase: Phrase,
        folded: Folded,
        rooms: tuple[tuple[Attendee, ...], ...],
        language: Language | None,
    ) -> Found | None:
        if "none" in phrase.determiners:
            return None
        description = self._narrowed(phrase, folded)
        level = self._position(phrase, description, folded)
        if description.empty or level is None:
            return None
        counted = lowest(description, self._roster, rooms)
        why = self._why(phrase, description, counted)
        if counted.k == 0 or why is None:
            return None
        why = FEW_OUTSIDE if level is Level.WARN else why
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

    def _why(self, phrase: Phrase, description: Description, counted: Counted) -> str | None:
        """Return why the descriptor exposes, or None if it holds."""
        number = max((_NUMBERS.get(d, 0) for d in phrase.determiners), default=0)
        if "all" in phrase.determiners or number >= counted.k:
            return WHOLE_GROUP
        if counted.k < self._roster.k:
            return TOO_FEW
        return SMALL_ROOM if counted.small and not description.only_region else None

    def _narrowed(self, phrase: Phrase, folded: Folded) -> Description:
        """Return the predicates with the gender that a pronoun in the sentence tells."""
        description = phrase.description
        single = not phrase.determiners & {"several", "many", "all", "two", "three", "four"}
        if description.gender or not single or not (phrase.present or not description.empty):
            return description
        _, end = sentence(folded, phrase.head)
        rest = folded.text[phrase.end : end]
        woman, man = bool(_WOMAN.search(rest)), bool(_MAN.search(rest))
        if woman == man:
            return description
        gender = Gender.WOMAN if woman else Gender.MAN
        return Description(
            description.territory, description.region, description.sector, description.broad, gender
        )

    def _position(self, phrase: Phrase, description: Description, folded: Folded) -> Level | None:
        """Return how surely the descriptor speaks of somebody at the table."""
        if phrase.present:
            return Level.BLOCK
        start, end = sentence(folded, phrase.head)
        if self._speaks(phrase, folded, end):
            outside = _OUTSIDE.search(folded.text, phrase.end, end)
            return Level.WARN if outside else Level.BLOCK
        if not phrase.determiners & {"one", "two", "three", "all", "several"}:
            return None
        if not (description.territory or description.region or description.gender):
            return None
        before = folded.text[start : phrase.start]
        leads = not before.strip(" \"'「『“(").strip() or bool(_BY.search(before))
        outside = _OUTSIDE.search(folded.text, phrase.end, end)
        return Level.BLOCK if leads and not outside else Level.WARN

    def _speaks(self, phrase: Phrase, folded: Folded, end: int) -> bool:
        after = folded.text[phrase.end : min(end, phrase.end + 60)]
        if is_hangul(folded.text[phrase.head]):
            particle = re.match(r"(?:들|님)?(?:[은는이가도의]|에 따르면|에게서|측)", after)
            return bool(
                particle and self._cues.anywhere_saying.search(folded.text, phrase.end, end)
            )
        if is_east_asian(folded.text[phrase.head]):
            subject = re.match("[はがも、,]|から|の(?:提案|指摘|意见|発言|发言|质问)|によ", after)
            says = subject and self._cues.anywhere_saying.search(folded.text, phrase.end, end)
            return bool(
                says
                or self._cues.han_saying.match(after)
                or re.match("的(?:发言|意见|提议|问题|建议|看法)", after)
            )
        before = folded.text[max(0, phrase.start - 24) : phrase.start]
        by = re.search(r"(?:by|from|according to|as|told|asked) $", before)
        return bool(self._cues.saying.match(after) or after.startswith("'s ") or by)

    def _facts(self, folded: Folded, rooms: tuple[tuple[Attendee, ...], ...]) -> list[Found]:
        found: list[Found] = []
        for fact, holders in self._known_facts.items():
            span = _stated(fact, folded)
            present = any(a.who in holders for room in rooms for a in room)
            if span and present and len(holders) < self._roster.k:
                found.append(
                    Found(
                        start=span[0],
                        end=span[1],
                        level=Level.BLOCK,
                        kind=ExposureKind.DESCRIPTOR,
                        why=FACT,
                        who=self._positions(holders),
                        k=len(holders),
                    )
                )
        return found

    @cached_property
    def _known_facts(self) -> dict[str, tuple[Participation, ...]]:
        known: dict[str, tuple[Participation, ...]] = {}
        for who in self._roster.participations:
            for fact in who.facts:
                folded = self._roster.lexicon.fold.plain(fact)
                if len(folded) > 2:
                    known[folded] = (*known.get(folded, ()), who)
        return known

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
        several = phrase.determiners & {"several", "all", "two", "three", "four"}
        count = (
            Count.MANY if "many" in phrase.determiners else Count.SEVERAL if several else Count.ONE
        )
        spoken = language or language_of(folded.written(phrase.start, phrase.end))
        attribution = neutral(description, count, self._roster, counted.room)
        wording = say_attribution(attribution, spoken, self._roster.labels)
        capital = folded.written(phrase.start, phrase.end)[:1].isupper()
        return wording[0].upper() + wording[1:] if capital else wording


def _stated(fact: str, folded: Folded) -> tuple[int, int] | None:
    """Return where a fact is stated: in its own words, or with all its words in one sentence."""
    start = folded.text.find(fact)
    if start >= 0:
        return start, start + len(fact)
    stems = [word[:6] for word in re.findall(r"[a-z]{4,}", fact) if word not in _EMPTY]
    if len(stems) < 2:
        return None
    for first in re.finditer(rf"(?<![a-z]){stems[0]}[a-z]*", folded.text):
        begins, ends = sentence(folded, first.start())
        words = [re.search(rf"(?<![a-z]){s}[a-z]*", folded.text[begins:ends]) for s in stems]
        spans = [w.span() for w in words if w]
        if len(spans) == len(stems):
            return begins + min(s for s, _ in spans), begins + max(e for _, e in spans)
    return None
