"""Pairs of people who may be one, and what each of the two is known by, line for line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dialogueprep.domain import wording
from dialogueprep.domain.people import FormState, PersonId
from dialogueprep.domain.person_likeness import LikelyPair, Why, likely_pairs
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.store import directory
from dialogueprep.store.workspace import Store
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.directory import Entry, read_directory
from dialogueprep.ui.people_alike import known_of
from dialogueprep.words import clauses, ntr, tr


@dataclass(frozen=True, slots=True)
class PeoplePair:
    """Two entries of the directory, and what they have in common; none if it was decided."""

    one: Entry
    other: Entry
    why: tuple[Why, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.one.id} {self.other.id}"


def open_pairs(store: Store) -> list[PeoplePair]:
    """Return the pairs that nobody has decided on, the likeliest first."""
    entries = read_directory(store)
    settled = directory.not_the_same(store)
    pairs = likely_pairs([known_of(e) for e in entries], read_lexicon(), settled)
    return _of(pairs, entries)


def decided_pairs(store: Store) -> list[PeoplePair]:
    """Return the pairs that are two people, as somebody said."""
    entries = read_directory(store)
    there = {e.id for e in entries}
    pairs = (sorted(map(PersonId, pair)) for pair in directory.not_the_same(store))
    kept = [LikelyPair(a, b, ()) for a, b in pairs if {a, b} <= there]
    return _of(sorted(kept, key=lambda p: (p.one, p.other)), entries)


def _of(pairs: Iterable[LikelyPair], entries: Sequence[Entry]) -> list[PeoplePair]:
    by_id = {e.id: e for e in entries}
    return [PeoplePair(by_id[p.one], by_id[p.other], p.why) for p in pairs]


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line of the comparison."""

    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether both have something, and not the same."""
        return bool(self.one and self.other) and self.one != self.other


def compared(pair: PeoplePair) -> list[FactLine]:
    """Return what is known of either of the two, line for line; empty lines are left out."""
    one, other = _facts(pair.one), _facts(pair.other)
    lines = (FactLine(label, one[label], other[label]) for label in one)
    return [line for line in lines if line.one or line.other]


def _facts(entry: Entry) -> dict[str, str]:
    person, name = entry.person, entry.person.name
    added = [f.form for f in person.forms if f.state is FormState.ADDED]
    return {
        tr("Family name"): name.family,
        tr("Given name"): name.given,
        tr("In the person’s own script"): name.native,
        tr("Reading"): name.reading,
        tr("Usual address"): name.address,
        tr("Title before the name"): name.title,
        tr("Honorific"): name.honorific,
        tr("Other spellings"): clauses(added),
        tr("Gender"): tr(wording.of(person.gender)) if person.gender else "",
        tr("E-mail"): person.email,
        tr("Telephone"): person.phone,
        tr("Institution"): _places(entry),
        tr("Dialogues"): _rounds(entry),
        tr("Remarks"): person.remarks,
    }


def _places(entry: Entry) -> str:
    places = (t.part.affiliation for t in entry.taken)
    return "\n".join(dict.fromkeys(clauses(p for p in (a.position, a.name or a.native) if p)
                                   for a in places if a.name or a.native))  # fmt: skip


def _rounds(entry: Entry) -> str:
    window = theme.window_language()
    return "\n".join(
        f"{t.dialogue.names.best(window)}, {dates.span(t.dialogue.first_day, t.dialogue.last_day)}"
        for t in entry.taken
    )


def count_words(n: int) -> str:
    """Return how many pairs are open, in words."""
    return ntr("{n} likely duplicate", "{n} likely duplicates", n)
