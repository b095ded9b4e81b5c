"""Sentences in a row that each tell one act: a plan, though none of them says that it proposes.

基金を設立する。委員会を設ける。交流を広げる。 Three or more next to each other that end in a plain
verb with its object are taken so, each as one idea; one or two may tell what is. So are those of a
list in which each point holds one. Only the verbs of Japanese tell a plan by their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from dialogueprep.domain.splitting.context import Place, Placed
from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import Kind, Report, Span
from dialogueprep.domain.splitting.sentences import sentences_in, trim
from dialogueprep.domain.splitting.titles import mark_length

_FEWEST = 3  # of two in a row, 6 of 24 told what is in the labelled reports; of three, none of 11


def sentences_in_a_row(report: Report, everything: Iterable[Placed]) -> frozenset[int]:
    """Return where the sentences begin that propose because those next to them do so as well."""
    found: list[int] = []
    row: list[int] = []
    points = list(everything)
    for start, acts in _sentences(report, points):
        if acts:
            row.append(start)
            continue
        found += row if len(row) >= _FEWEST else []
        row = []
    found += row if len(row) >= _FEWEST else []
    apart = frozenset(_told_at_length(report, points))
    return frozenset([*found, *_of_lists(report, points)]) - apart


def _told_at_length(report: Report, everything: Iterable[Placed]) -> Iterator[int]:
    """Yield where short points begin that tell or list several things between their commas."""
    for here in everything:
        spans = list(_spans_of(report, here))
        if here.paragraph.kind not in (Kind.BULLET, Kind.NUMBERED) or len(spans) >= _FEWEST:
            continue
        yield from (start for start, end in spans if report.text.count("、", start, end) > 1)


def _sentences(report: Report, everything: Iterable[Placed]) -> Iterator[tuple[int, bool]]:
    """Yield where each sentence begins that is no heading, and whether it tells an act."""
    for here in everything:
        if here.paragraph.kind is Kind.HEADING:
            continue
        yield from _sentences_of(report, here)


def _sentences_of(report: Report, here: Placed) -> Iterator[tuple[int, bool]]:
    told = here.place.tells or here.place is Place.LEFT_OUT
    if told or "in_a_row" not in here.wording.one:
        yield here.paragraph.start, False
        return
    for span in _spans_of(report, here):
        yield span[0], _tells_an_act(report, span, here.wording)


def _spans_of(report: Report, here: Placed) -> Iterator[Span]:
    start, end = here.paragraph.start, here.paragraph.end
    start += mark_length(report.text[start:end])
    return sentences_in(report.text, trim(report.text, (start, end)))


def _of_lists(report: Report, everything: Iterable[Placed]) -> Iterator[int]:
    """Yield where the acts begin of lists in which each point tells one, though some tell as well
    what is: 映画製作も行っている。フォーラムとして支援する。"""
    for _, points in groupby(everything, key=lambda here: _list_of(report, here)):
        told = [list(_sentences_of(report, here)) for here in points]
        acts = [[start for start, acts in point if acts] for point in told]
        if len(acts) >= _FEWEST and all(acts):
            yield from (start for point in acts for start in point)


def _list_of(report: Report, here: Placed) -> tuple[object, ...]:
    """Return what the points of one list have in common: how they are marked, and how deep."""
    paragraph = here.paragraph
    if paragraph.kind not in (Kind.BULLET, Kind.NUMBERED):
        return (paragraph.start,)
    text = report.of(paragraph)
    return paragraph.kind, paragraph.level, re.sub(r"\w+", "n", text[: mark_length(text)].strip())


def _tells_an_act(report: Report, span: Span, wording: Wording) -> bool:
    text = report.text[span[0] : span[1]]
    told = wording.pattern("in_a_row").search(text)
    return bool(told) and not any(p.search(text) for p in wording.never)
