"""Reads data/lexicon/terms.toml: the terms of the field in four languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.terms import Notion
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.exchange.toml_tables import reading

_DEEDS = "deeds"


@cache
def read_notions(path: Path | None = None) -> tuple[Notion, ...]:
    """Return the shipped notions, or those of this file; read once per run.

    Raises Trouble("sample-file-unreadable") when the file is damaged.
    """
    with reading(path or paths.data() / "lexicon" / "terms.toml") as table:
        return tuple(
            _notion(line, weak=part == _DEEDS)
            for part, lines in table.items()
            for line in str(lines).splitlines()
            if line.strip()
        )


def _notion(line: str, *, weak: bool) -> Notion:
    columns = [tuple(w.strip() for w in c.split(",") if w.strip()) for c in line.split("|")]
    return Notion(dict(zip(LANGUAGES, columns, strict=True)), weak)
