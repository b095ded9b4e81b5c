"""Points of one list are alike: where most of them propose, the others do so too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dialogueprep.domain.splitting.context import Placed
from dialogueprep.domain.splitting.report import Kind

_POINTS = (Kind.BULLET, Kind.NUMBERED)


def points_that_agree(
    everything: Iterable[Placed], stands: Callable[[Placed], bool | None]
) -> frozenset[int]:
    """Return where the points begin that propose because their list does.

    ``stands`` says whether a point proposes by its own words, and None for one that cannot: it
    asks, or tells what is. At least half of a list must propose, and a quarter at most tell or ask:
    those are left out.
    """
    found: list[int] = []
    for points in _lists(everything):
        told = [stands(point) for point in points]
        told_by_words = sum(map(bool, told))
        if len(told) > 1 and 2 * told_by_words >= len(told) and told.count(None) * 4 <= len(told):
            found += [p.paragraph.start for p, t in zip(points, told, strict=True) if t is not None]
    return frozenset(found)


def _lists(everything: Iterable[Placed]) -> Iterator[list[Placed]]:
    points: list[Placed] = []
    for here in everything:
        if points and not _same_list(points[-1], here):
            yield points
            points = []
        if here.paragraph.kind in _POINTS:
            points.append(here)
    if points:
        yield points


def _same_list(last: Placed, here: Placed) -> bool:
    one, other = last.paragraph, here.paragraph
    return one.kind is other.kind and one.level == other.level
