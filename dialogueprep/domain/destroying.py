"""Destroying notes on their date, or a whole dialogue: what was asked for, and what came of it.

An `Act` is kept where it happened. It holds kinds, counts and random ids, and no word of what was
destroyed: a certificate is written from it alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class What(StrEnum):
    """What is destroyed: the raw notes of a dialogue, or all of it."""

    NOTES = "notes"
    DIALOGUE = "dialogue"


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be destroyed of which dialogue, by its id, and which people go along with it."""

    what: What
    dialogue: str
    people: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """The target as one word, for where it is owed; ids say nothing."""
        along = f"/{','.join(self.people)}" if self.people else ""
        return f"{self.what.value}/{self.dialogue}{along}"


def target_of(mark: str) -> Target:
    """Return the target of which this is the mark. Raises ValueError."""
    what, _, rest = mark.partition("/")
    dialogue, _, people = rest.partition("/")
    return Target(What(what), dialogue, tuple(filter(None, people.split(","))))


@dataclass(frozen=True, slots=True)
class Order:
    """What the user has said yes to: ``name`` is what the certificate may call the dialogue.

    ``people`` were shown and may go too, by id: those of them do to whom nothing else refers.
    """

    target: Target
    name: str = ""
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far it came: copies here, kits where they were put, the places apart.

    ``missed`` are the copies that could not be opened or written; they may still hold it.
    ``kits_gone`` are not where they were put any more; of ``kits_away`` the folder is out of reach.
    ``journal`` says whether the emergency journal holds nothing of it, ``second`` whether there is
    a second place.
    """

    copies: int = 0
    missed: tuple[str, ...] = ()
    kits_deleted: int = 0
    kits_gone: int = 0
    kits_left: int = 0
    kits_away: int = 0
    journal: bool = True
    second: bool = False
    team: bool = False
    shared_left: int = 0
    """Files of this installation that could not be taken out of the team's folder."""

    @property
    def all_here(self) -> bool:
        """Whether nothing here holds what was destroyed."""
        return self.journal and not (self.missed or self.kits_left or self.shared_left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act of destroying. ``destroyed`` and ``kept`` count rows by table.

    ``done`` says that every place in this computer's reach is through.
    """

    id: str
    target: Target
    on: date
    program: str
    name: str = ""
    destroyed: Mapping[str, int] = field(default_factory=dict[str, int])
    kept: Mapping[str, int] = field(default_factory=dict[str, int])
    reached: Reached = field(default_factory=Reached)
    done: bool = False
