"""Settles which of the passages found in a text stay where several lie on one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found

IDENTITIES = frozenset({ExposureKind.NAME, ExposureKind.AFFILIATION, ExposureKind.ACRONYM})


def settled(found: Iterable[Found]) -> list[Found]:
    """Return the passages without those that others cover, with people of one passage together."""
    identities: list[Found] = []
    others: list[Found] = []
    for one in sorted(found, key=_weight):
        group = identities if one.kind in IDENTITIES else others
        at = bisect_left(group, one.start, key=_end_before)
        if at == len(group) or group[at].start >= one.end:
            group.insert(at, one)
        elif _same_passage(group[at], one) or _says_who(group[at], one):
            group[at] = _together(group[at], one)
    return identities + [one for one in others if not _within_a_name(one, identities)]


def _within_a_name(other: Found, identities: list[Found]) -> bool:
    """Return whether what describes somebody are letters of a name: 元教授 in 秋元教授."""
    if other.kind is not ExposureKind.DESCRIPTOR:
        return False
    at = bisect_left(identities, other.start, key=_end_before)
    name = identities[at] if at < len(identities) else other
    covered = name.start <= other.start and other.end <= name.end
    return covered and name.kind is ExposureKind.NAME and name.level is Level.BLOCK


def _end_before(found: Found) -> int:
    """Return the last letter of a passage; those kept lie apart, so this is in order too."""
    return found.end - 1


def _weight(found: Found) -> tuple[bool, bool, int, bool, int]:
    """Return what orders passages: whole names first, long ones, of the same letters a name."""
    warned, short = found.level is Level.WARN, -(found.end - found.start)
    return (not found.whole, warned, short, found.kind is not ExposureKind.NAME, found.k or 0)


def _same_passage(kept: Found, other: Found) -> bool:
    return (kept.kind, kept.start, kept.end) == (other.kind, other.start, other.end)


def _says_who(kept: Found, other: Found) -> bool:
    """Return whether what lies within a passage tells somebody else whom that may mean.

    A retired ambassador may be of a think tank now; the only journalist present is that one.
    """
    title = other.kind is ExposureKind.TITLE and kept.kind is ExposureKind.DESCRIPTOR
    singled = other.kind is ExposureKind.DESCRIPTOR and kept.kind is ExposureKind.ORDER
    return (title or singled) and kept.start <= other.start and other.end <= kept.end


def _together(kept: Found, other: Found) -> Found:
    return replace(kept, who=tuple(dict.fromkeys((*kept.who, *other.who))))
