"""Reads and examines the sentences that left one after the other about one finding."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

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
    return tuple(
        examine_wording(
            case.text,
            _known(case.table),
            About((case.item,), elsewhere=_elsewhere(before, case)),
            language_of(case.text),
        )
        for before, case in pairs()
    )


@cache
def examined_together() -> tuple[Examined, ...]:
    """Return the sentences with what the gate marks in them beside what left before."""
    return tuple(_examined(before, case) for before, case in pairs())


@cache
def _known(table: str) -> Roster:
    return roster_of(read_table(table))


@cache
def _there(table: str, item: str) -> Roster:
    """Return the roster for a finding of an item, the same one each time: it is searched for."""
    return replace(_known(table), origins={_ORIGIN: (item,)})


@cache
def _elsewhere(before: tuple[str, ...], case: Case) -> tuple[Rendering, ...]:
    there = _there(case.table, case.item)
    said = [told_in(_brief(text), there).get(_ORIGIN, {}) for text in before]
    told = [frozenset(it for one in by.values() for it in one) for by in said]
    return tuple(Rendering(str(n), it) for n, it in enumerate(told))


def _examined(before: tuple[str, ...], case: Case) -> Examined:
    earlier = {_ORIGIN: _elsewhere(before, case)}
    placed = examine(_brief(case.text), _there(case.table, case.item), earlier)
    return Examined(case, tuple(p.exposure for p in placed))


def _brief(text: str) -> Brief:
    said = Paragraph(line(text, language_of(text), _ORIGIN))
    return Brief(
        product=Product.KEY_FINDINGS, audience=Audience.PARTICIPANTS, language="en", title="",
        classification=(), version=(), footer=(), mark="", page_of="", blocks=(said,),
    )  # fmt: skip
