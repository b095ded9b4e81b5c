"""Reads and examines the sentences that left one after the other about one finding."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Audience, Brief, Paragraph, Product, line
from dialogueprep.domain.gate import About, Exposure, Roster, examine, examine_wording, told_in
from dialogueprep.domain.identity.told import Rendering
from dialogueprep.domain.texts import language_of
from tests.corpus.labels import Case, case_of
from tests.corpus.measure import Examined, roster_of
from tests.corpus.table import HERE, read_table

_ORIGIN = "finding"


def pairs() -> Iterator[tuple[tuple[str, ...], Case]]:
    """Yield what left before and the labelled sentence that goes out now."""
    raw = tomllib.loads((HERE / "together.toml").read_text("utf-8"))
    for name, languages in raw.items():
        for language, entries in languages.items():
            for key, (item, before, marked) in entries.items():
                id_ = f"{name}-{language}-{key}"
                table = read_table(name)
                yield tuple(before), case_of(id_, "open", table, language, item, marked, "", "")


def examined_while_written() -> tuple[tuple[Exposure, ...], ...]:
    """Return for the same sentences what is marked in each while it is written."""
    known = {name: roster_of(read_table(name)) for name in {c.table for _, c in pairs()}}
    return tuple(
        examine_wording(
            case.text,
            known[case.table],
            About((case.item,), elsewhere=_elsewhere(before, case, known[case.table])),
            language_of(case.text),
        )
        for before, case in pairs()
    )


def examined_together() -> tuple[Examined, ...]:
    """Return the sentences with what the gate marks in them beside what left before."""
    known = {name: roster_of(read_table(name)) for name in {c.table for _, c in pairs()}}
    return tuple(_examined(before, case, known[case.table]) for before, case in pairs())


def _elsewhere(before: tuple[str, ...], case: Case, roster: Roster) -> tuple[Rendering, ...]:
    there = replace(roster, origins={_ORIGIN: (case.item,)})
    said = [told_in(_brief(text), there).get(_ORIGIN, {}) for text in before]
    told = [frozenset(it for one in by.values() for it in one) for by in said]
    return tuple(Rendering(str(n), it) for n, it in enumerate(told))


def _examined(before: tuple[str, ...], case: Case, roster: Roster) -> Examined:
    there = replace(roster, origins={_ORIGIN: (case.item,)})
    earlier = {_ORIGIN: _elsewhere(before, case, roster)}
    placed = examine(_brief(case.text), there, earlier)
    return Examined(case, tuple(p.exposure for p in placed))


def _brief(text: str) -> Brief:
    said = Paragraph(line(text, language_of(text), _ORIGIN))
    return Brief(
        product=Product.KEY_FINDINGS, audience=Audience.PARTICIPANTS, language="en", title="",
        classification=(), version=(), footer=(), mark="", page_of="", blocks=(said,),
    )  # fmt: skip
