"""Points of one list are alike: where most of them propose, the others do so too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dialogueprep.domain.splitting.context import Placed
from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import Kind

_POINTS = (Kind.BULLET, Kind.NUMBERED)


# What joins two acts; where a point joins no more it is one idea, unless it names fields or more.
_JOINS = {
    "zh": re.compile(r"[，,]"),
    "ja": re.compile(r"、|及び|および|並びに"),
    "ko": re.compile(r"\s및\s|[과와]\s"),
}
_APART = {
    "zh": re.compile(
        r"等|例如|比如|包括|[；;：:]|(?<![，,])(?:[并並]|以及)|、.*、|"
        r"[，,](?:鼓[励勵]|支持|引[导導]|推[动動]|邀[请請]|要求|敦促)"  # others act
    ),
    "ja": re.compile(r"など|等|といった|をはじめ|[：:；]"),
    "ko": re.compile(r"[△▲▷▶■□◆◇]|,|등\s|와 같은|과 같은|[고며],?\s|[:：;]"),
}


def is_one_point(text: str, wording: Wording) -> bool:
    """Return whether a point of a list is one idea though it joins two acts: the point is what its
    author told apart."""
    if wording.language not in _JOINS or _APART[wording.language].search(text):
        return False
    return len(_JOINS[wording.language].findall(text)) <= 1


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
