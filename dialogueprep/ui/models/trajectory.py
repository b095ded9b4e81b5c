"""How a topic fared from round to round, in words."""

from __future__ import annotations

from dialogueprep.domain import wording
from dialogueprep.domain.uses import History, Use
from dialogueprep.ui import theme
from dialogueprep.words import listed, tr


def trajectory(known: History | None) -> str:
    """Return how a topic ended in each dialogue, the earliest first: "R2 divergent, R3 emerging".

    Empty for a topic that was never used.
    """
    found: dict[str, list[Use]] = {}
    for use in reversed(known.uses if known else ()):
        found.setdefault(use.dialogue, []).append(use)
    return listed(_one(uses) for uses in found.values())


def _one(uses: list[Use]) -> str:
    use = uses[0]
    where = f"R{use.round}" if use.round else use.names.best(theme.window_language())
    ended = list(dict.fromkeys(c for u in uses for c in u.ended))
    if not ended:
        return tr("{round} no finding", round=where)
    how = " / ".join(tr(wording.of(c)) for c in ended)
    return tr("{round} {how}", round=where, how=how.lower())
