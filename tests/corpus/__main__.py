"""Prints how the gate does on the corpus: ``python -m tests.corpus``.

``--frozen`` adds the totals of the frozen half, never its sentences; ``--misses`` lists what was
missed and wrongly marked in the open half, ``--fresh-misses`` in the fresh sentences,
``--constructions`` which ways of speaking are not read; ``--no-speed`` leaves out the measure of
speed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.corpus import constructions, measure
from tests.corpus.measure import Figures, Rate
from tests.corpus.together import examined_together

_COLUMNS = ("open", "frozen", "fresh, open", "fresh, frozen")
_LONG = 1_000_000


def main() -> None:
    """Print the table that the options ask for."""
    options = _options()
    if options.misses:
        _say(*measure.misses((*measure.examined_half("open"), *examined_together())))
    elif options.fresh_misses:
        _say(*measure.misses(tuple(measure.examined_fresh("open"))))
    elif options.constructions:
        _say(*constructions.wrong(), *_constructions())
    else:
        _say(*_table(frozen=options.frozen))
        _say(*_together())
        _say(*_constructions())
        _say(*_brief())
        if not options.no_speed:
            _say(*_speed())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frozen", action="store_true", help="also the totals of the frozen half")
    parser.add_argument("--misses", action="store_true", help="list what the open half shows")
    parser.add_argument("--fresh-misses", action="store_true", help="list what fresh rosters show")
    parser.add_argument(
        "--constructions", action="store_true", help="list the ways of speaking that are not read"
    )
    parser.add_argument("--no-speed", action="store_true")
    return parser.parse_args()


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _table(*, frozen: bool) -> list[str]:
    parts = [
        measure.figures_of(measure.examined_half("open")),
        measure.figures_of(measure.examined_half("frozen")) if frozen else Figures(),
        measure.figures_of(measure.examined_fresh("open")),
        measure.figures_of(measure.examined_fresh("frozen")) if frozen else Figures(),
    ]
    return [
        _row("| caught |", *_COLUMNS),
        "|---" * 5 + "|",
        _rates("**people** with every mention caught", [p.people for p in parts]),
        _rates("passages", [p.passages for p in parts]),
        _rates("passages marked at any level", [p.seen for p in parts]),
        _rates("caught names marked to the last letter", [p.whole_names for p in parts]),
        _rates("caught with the passage's own ends", [p.exact for p in parts]),
        _rates("caught as the same kind", [p.same_kind for p in parts]),
        _rates("caught descriptors with the same k", [p.same_k for p in parts]),
        *_named("kind", [p.kinds for p in parts]),
        *_named("people in", [p.languages for p in parts]),
        *_named("people at", [p.tables for p in parts[:2]] + [{}, {}]),
        _rates("**wrong alarms**: clean sentences marked", [p.clean_marked for p in parts]),
        _rates("blocked", [p.clean_blocked for p in parts]),
        _rates("warned", [p.clean_warned for p in parts]),
        *_named("marked in", [p.clean_languages for p in parts]),
        _rates("leaking sentences with a mark elsewhere", [p.stray for p in parts]),
    ]


def _constructions() -> list[str]:
    said = (
        f"{_said(rate)} constructions of {of} that {'identify' if identifies else 'do not'}"
        for (of, identifies), rate in constructions.rates().items()
    )
    return ["", "Read: " + "; ".join(said) + "."]


def _together() -> list[str]:
    figures = measure.figures_of(examined_together())
    caught, wrong = _said(figures.passages), _said(figures.clean_marked)
    return ["", f"Together with what left before: {caught} caught, {wrong} clean ones marked."]


def _named(word: str, parts: Sequence[dict[str, Rate]]) -> list[str]:
    names = sorted({name for part in parts for name in part})
    return [_rates(f"{word} {name}", [part.get(name, Rate()) for part in parts]) for name in names]


def _rates(name: str, rates: Sequence[Rate]) -> str:
    return _row(f"| {name} |", *(_said(rate) for rate in rates))


def _said(rate: Rate) -> str:
    return f"{rate.hits}/{rate.of} ({100 * rate.share:.1f} %)" if rate.of else "-"


def _row(first: str, *cells: str) -> str:
    return f"{first} {' | '.join(cells)} |"


def _brief() -> list[str]:
    marked = measure.marked_in_brief()
    return ["", f"The clean brief: {len(marked)} marks (three may be kept)."] + [
        f"  {e.level.value} {e.kind.value} {e.text!r}" for e in marked
    ]


def _speed() -> list[str]:
    dense = measure.characters_a_second(measure.dense_text(_LONG))
    plain = measure.characters_a_second(measure.plain_text(_LONG))
    said = f"{plain:,.0f} characters a second on a plain text, {dense:,.0f} on a dense one"
    return ["", f"Sixty people: {said} (processor time)."]


if __name__ == "__main__":
    main()
