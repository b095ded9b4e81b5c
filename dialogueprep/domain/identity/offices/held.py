"""Tells who holds a role in some rooms: who chairs, presents, sits there in silence."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.identity.roster import Rooms
from dialogueprep.domain.people import Attendee, Role

OBSERVER, PRESENTER, MAIN = "observer", "presenter", "main"
_MAIN_SPEECH = ("keynot", "主旨", "主题", "基调", "기조")
_FIRST_SPEECH = ("opening", "lead", "introduc", "引言", "首")
_CHAIRS = (("chair", "moderator"), ("moderator", "chair"))

Held = dict[str, tuple[str, ...]]
"""The ids of who holds each role, and of who gives the main speech."""


def holding_each(roles: Iterable[str], rooms: Rooms) -> Held:
    """Return who holds each role; 主持人 is who chairs where nobody is called a moderator."""
    held = {name: _holders(name, rooms) for name in roles}
    for name, other in _CHAIRS:
        held[name] = held[name] or held[other]
    return held


def presenting(word: str, held: Held) -> tuple[str, ...]:
    """Return whom a word for a presenter fits: who gave the main speech, the others, or all."""
    main, others = held[MAIN], held[PRESENTER]
    if main and any(part in word for part in _MAIN_SPEECH):
        return main
    first = any(part in word for part in _FIRST_SPEECH)
    return (*main, *(who for who in others if who not in main)) if first else others


def holds(attendee: Attendee, role: str) -> bool:
    """Return whether somebody holds a role; who sits there in silence is an observer."""
    return attendee.silent if role == OBSERVER else Role(role) in attendee.roles


def _holders(role: str, rooms: Rooms) -> tuple[str, ...]:
    """Return the participations that hold a role, in the room where the fewest do."""
    sets = [tuple(a.who.id for a in _holding(room, role)) for room in rooms]
    return min((s for s in sets if s), key=len, default=())


def _holding(room: tuple[Attendee, ...], role: str) -> list[Attendee]:
    """Return who holds a role; "the presenter" is not who gives the main speech, if others do."""
    if role == MAIN:
        return [a for a in room if a.main]
    holding = [a for a in room if holds(a, role)]
    others = [a for a in holding if not a.main]
    return others if role == PRESENTER and others else holding
