"""Reads data/lexicon/splitting.toml once and hands it to the domain as frozen cues."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.splitting.cues import Cues, cues_of
from dialogueprep.exchange.toml_tables import reading


@cache
def read_cues(path: Path | None = None) -> Cues:
    """Return the shipped cues, or those of this file; read once per run.

    Raises Trouble("sample-file-unreadable") when the file is damaged.
    """
    with reading(path or paths.data() / "lexicon" / "splitting.toml") as table:
        return cues_of(table)
