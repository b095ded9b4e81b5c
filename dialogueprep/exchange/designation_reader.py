"""Reads the shipped sheet of designations, data/lexicon/designations.toml."""

from __future__ import annotations

from functools import lru_cache

from dialogueprep import paths
from dialogueprep.domain.designations import Designation, DesignationId
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.exchange.toml_tables import reading


@lru_cache(maxsize=1)
def read_designations() -> tuple[Designation, ...]:
    """Return the entries that a dialogue begins with; they belong to no dialogue yet.

    Raises Trouble("sample-file-unreadable") when the file is damaged.
    """
    with reading(paths.data() / "lexicon" / "designations.toml") as table:
        return tuple(
            Designation(
                id=DesignationId(f"shipped-{number}"),
                dialogue=DialogueId(""),
                language=entry["language"],
                usage=entry["usage"],
                instead_of=tuple(entry["instead"]),
                settled=entry.get("settled", True),
            )
            for number, entry in enumerate(table["entries"])
        )
