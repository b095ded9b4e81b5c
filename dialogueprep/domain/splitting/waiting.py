"""Headings that wait until it is known what stands under them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dialogueprep.domain.splitting.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Waiting:
    """A heading that names a topic if something is proposed under it. Under "Recommendations" it
    is ``own`` the recommendation if nothing else is, and text explains it."""

    level: int
    topic: Proposal
    own: Proposal | None
    has_text: bool = False


def alone(waiting: list[Waiting], level: int) -> Iterator[Proposal]:
    """Yield the headings of this level or deeper that are recommendations themselves."""
    for n, each in enumerate(waiting):
        if each.level >= level and each.own is not None and each.has_text:
            yield from (w.topic for w in waiting[:n] if w.own is None)
            yield each.own
