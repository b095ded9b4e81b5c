"""Sentences in a row that each tell one act: a plan, though none of them says that it proposes.

基金を設立する。委員会を設ける。交流を広げる。 Three or more next to each other that end in a plain
verb with its object are taken so, each as one idea; one or two may tell what is. Only the verbs of
Japanese tell a plan by their form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogueprep.domain.splitting.context import Place, Placed
from dialogueprep.domain.splitting.cues import Wording
from dialogueprep.domain.splitting.report import Kind, Report, Span
from dialogueprep.domain.splitting.sentences import sentences_in

_FEWEST = 3  # of two in a row, 6 of 24 told what is in the labelled reports; of three, none of 11


def sentences_in_a_row(report: Report, everything: Iterable[Placed]) -> frozenset[int]:
    """Return where the sentences begin that propose because those next to them do so as well."""
    found: list[int] = []
    row: list[int] = []
    for start, acts in _sentences(report, everything):
        if acts:
            row.append(start)
            continue
        found += row if len(row) >= _FEWEST else []
        row = []
    return frozenset([*found, *(row if len(row) >= _FEWEST else [])])


def _sentences(report: Report, everything: Iterable[Placed]) -> Iterator[tuple[int, bool]]:
    """Yield where each sentence begins that is no heading, and whether it tells an act."""
    for here in everything:
        if here.paragraph.kind is Kind.HEADING:
            continue
        told = here.place in (Place.BACKGROUND, Place.LEFT_OUT)
        if told or "in_a_row" not in here.wording.one:
            yield here.paragraph.start, False
            continue
        for span in sentences_in(report.text, (here.paragraph.start, here.paragraph.end)):
            yield span[0], _tells_an_act(report, span, here.wording)


def _tells_an_act(report: Report, span: Span, wording: Wording) -> bool:
    text = report.text[span[0] : span[1]]
    told = wording.pattern("in_a_row").search(text)
    return bool(told) and not any(p.search(text) for p in wording.never)
