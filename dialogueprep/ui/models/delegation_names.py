"""The delegations that an entry may be rated for, and what the window calls them."""

from __future__ import annotations

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.library import PRINCIPALS
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.store import dialogues
from dialogueprep.store.rows import Readable
from dialogueprep.ui import theme


def delegation_names(store: Readable, here: Dialogue | None = None) -> dict[str, str]:
    """Return names by code: of the open dialogue first, then of all others, then the principals."""
    every = [here, *dialogues.every(store)] if here else dialogues.every(store)
    names: dict[str, str] = {}
    for dialogue in every:
        for each in dialogue.delegations:
            names.setdefault(each.code, each.labels.best(theme.window_language()) or each.code)
    for code in sorted(PRINCIPALS):
        if code not in names:
            names[code] = territory_name(code)
    return names


def territory_name(code: str) -> str:
    """Return what the window calls a territory, or the code where it is not known."""
    known = read_lexicon().territories.get(code)
    words = dict(known.words) if known else {}
    found = words.get(theme.window_language()) or words.get("en") or ()
    return found[0] if found else code
