"""Who is at the table, who is present at which item, and how to count them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dialogueprep.domain.dialogue import DEFAULT_K, Delegation, Host
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.notes import Statement
from dialogueprep.domain.people import Attendee, Participation
from dialogueprep.domain.published import PublicKind
from dialogueprep.domain.texts import LANGUAGES, Texts

Rooms = tuple[tuple[Attendee, ...], ...]
"""Who is in each room that is meant."""
SMALL_ROOM = 8
_BEYOND_ANY = 1_000_000  # more than any room holds


@dataclass(frozen=True, slots=True)
class Counting:
    """How k is counted: over those who may speak unattributed, or over all present.

    In a room with fewer counted people than ``small_room`` only a region may be named.
    """

    everybody: bool = False
    small_room: int = SMALL_ROOM

    def counted(self, attendees: tuple[Attendee, ...]) -> tuple[Attendee, ...]:
        """Return those whom k counts."""
        if self.everybody:
            return attendees
        return tuple(a for a in attendees if a.may_speak_unattributed)


SPEAKERS = Counting()
ALL_PRESENT = Counting(everybody=True, small_room=0)


@dataclass(frozen=True, kw_only=True, repr=False)
class Roster:
    """A dialogue's participants as the gate sees them. Build it once and keep it.

    It shows no names when it is printed, as in a log.
    ``attendance`` maps item ids to attendees. ``hosts`` are institutions that may be named.
    ``origins`` maps the origin of a run to the items it was drawn from. ``statements`` are words
    that may stand beside a name. ``undescribed`` are origins under terms that allow no descriptor.
    ``public`` is what others can read already: it decides how grave an order of speaking is.
    """

    participations: tuple[Participation, ...]
    lexicon: Lexicon
    attendance: Mapping[str, tuple[Attendee, ...]] = field(
        default_factory=dict[str, tuple[Attendee, ...]]
    )
    k: int = DEFAULT_K
    counting: Counting = SPEAKERS
    hosts: tuple[str, ...] = ()
    delegations: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    statements: tuple[Statement, ...] = ()
    undescribed: frozenset[str] = frozenset()
    public: frozenset[PublicKind] = frozenset()

    def __repr__(self) -> str:
        return f"Roster({len(self.participations)} people)"

    @classmethod
    def of(
        cls,
        *,
        participations: Iterable[Participation],
        attendance: Mapping[str, Iterable[Attendee]],
        delegations: Iterable[Delegation],
        hosts: Iterable[Host],
        lexicon: Lexicon,
        k: int = DEFAULT_K,
        origins: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Roster:
        """Return the roster of a dialogue; its hosts may be named, as hosts."""
        known = tuple(hosts)
        host_names = {t.wording for h in known for t in h.names.entries}
        acronyms = {h.acronym for h in known if h.acronym}
        return cls(
            participations=tuple(participations),
            attendance={item: tuple(present) for item, present in attendance.items()},
            delegations={d.code: d.labels for d in delegations},
            hosts=tuple(sorted(host_names | acronyms)),
            lexicon=lexicon,
            k=k,
            origins=origins or {},
        )

    def rooms(self, items: tuple[str, ...] = ()) -> Rooms:
        """Return who is present at each of these items, or at each item there is.

        Where it is not known of one of them who was there, the rooms of all items count. Without
        any attendance everybody on the roster is taken to be in one room. The same items give the
        same tuple, so that what is counted in it need not be counted again.
        """
        asked = self._rooms_of
        if items not in asked:
            asked[items] = self._present_at(items)
        return asked[items]

    @cached_property
    def _rooms_of(self) -> dict[tuple[str, ...], Rooms]:
        return {}

    def _present_at(self, items: tuple[str, ...]) -> Rooms:
        known = tuple(self.attendance.get(item, ()) for item in items)
        if known and all(known):
            return known
        return tuple(filter(None, self.attendance.values())) or (self.everyone,)

    @cached_property
    def everyone(self) -> tuple[Attendee, ...]:
        """Everybody on the roster as present, without roles."""
        return tuple(Attendee(who=p, roles=frozenset()) for p in self.participations)

    @cached_property
    def allowing_none(self) -> Roster:
        """The same roster where no descriptor fits enough, however many it fits."""
        return replace(self, k=_BEYOND_ANY)

    @cached_property
    def labels(self) -> Mapping[str, Texts]:
        """What delegations and territories are called: the dialogue's labels go first."""
        known = {
            code: Texts.of({language: t.words[language][0] for language in LANGUAGES})
            for code, t in self.lexicon.territories.items()
        }
        return {**known, **self.delegations}

    @cached_property
    def memory(self) -> dict[str, object]:
        """What is worked out once for this roster: the automaton and the like."""
        return {}
