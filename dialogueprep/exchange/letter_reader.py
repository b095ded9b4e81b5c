"""The usual words of letters, as they are shipped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dialogueprep import paths
from dialogueprep.domain.letters import LetterKind
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.toml_tables import reading, texts


@cache
def usual_letters() -> Mapping[LetterKind, Texts]:
    """Return the words of each letter in each language; Trouble("sample-file-unreadable")."""
    with reading(paths.data() / "letters" / "letters.toml") as table:
        return {kind: texts(table[kind]) for kind in LetterKind}
