"""Adds who stands in the margin of a note to what is found in it as it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.reading.labels import Labelled, labelled

Read = Callable[[str], tuple[Exposure, ...]]


def with_margins(
    found: tuple[Exposure, ...], note: str, read: Read, is_common: Callable[[str], bool]
) -> tuple[Exposure, ...]:
    """Return what identifies in a note, also where a sign parts who spoke from the remark.

    ``read`` reads a note as one that begins with who spoke. What it is sure of takes the place of
    warnings there; an ordinary word in the margin is what the note is about, unless it is a country
    or somebody does there what only people do.
    """
    for way in labelled(note):
        here = [it for it in found if it.start < way.end and way.start < it.end]
        word = is_common(way.who.lower()) and not way.sure
        if any(it.level is Level.BLOCK for it in here) or (word and not way.clipped):
            continue
        told = _told(way, read)
        if word:
            told = tuple(it for it in told if it.kind is ExposureKind.DESCRIPTOR)
        surely = any(it.level is Level.BLOCK for it in told)
        if surely or not (here or way.clipped):
            found = (*(it for it in found if it not in here), *told)
    return found


def _told(way: Labelled, read: Read) -> tuple[Exposure, ...]:
    return tuple(
        replace(it, start=it.start + way.start, end=it.end + way.start)
        for it in read(way.text)
        if it.end <= way.length
    )
