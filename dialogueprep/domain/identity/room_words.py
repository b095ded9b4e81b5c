"""The words that show whether somebody described was in the room, as one frozen value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_Patterns = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Trade:
    """A calling: its words, what in the name of an institution tells it, and its sectors.

    ``fields`` are words of its line of work, which narrow a description that they stand in.
    """

    words: tuple[str, ...]
    told: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoomWords:
    """Patterns on folded text, by language where they differ.

    ``past`` matches an English verb in the past. ``view`` matches an expression of a view,
    ``source`` what stands around its source, ``general`` what is said of people of a kind,
    ``elsewhere`` a public life elsewhere, ``when`` a time that is not the meeting's, and
    ``differ`` that people are not of one mind. ``offices`` are words for a public office,
    ``keynote`` for who gives the main speech. ``titles`` maps a title to those that say the
    same, ``addresses`` are forms of address that are no title, ``capitals`` words that
    English writes with a capital anyway, ``trades`` callings that no roster holds.
    """

    past: re.Pattern[str]
    view: _Patterns
    source: _Patterns
    general: _Patterns
    elsewhere: _Patterns
    when: re.Pattern[str]
    differ: re.Pattern[str]
    offices: tuple[str, ...]
    keynote: tuple[str, ...]
    titles: Mapping[str, tuple[str, ...]]
    addresses: frozenset[str]
    capitals: frozenset[str]
    trades: tuple[Trade, ...] = ()
