"""Whether a document still reads as it was released last."""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Annex, Product
from dialogueprep.store.documents import Release
from dialogueprep.workflows.digests import TEXT, text_digest
from dialogueprep.workflows.release import Examined, is_same

_OTHERWISE = frozenset({Product.PROGRAMME, Product.BRIEFING_PACK})
"""What tells by itself what is other than before: editions of the agenda, packs sent again."""


def changed_since(examined: Examined) -> Release | None:
    """Return what was released of a document last, if its text is not the same any more.

    None too where that is not known, or where it was released with other annexes.
    """
    it = examined.gathered.wanted
    last = next((r for r in examined.gathered.released if is_same(r, it)), None)
    if last is None or it.product in _OTHERWISE or TEXT not in last.evidence:
        return None
    if tuple(map(Annex, last.evidence["annexes"])) != it.annexes:
        return None
    return last if last.evidence[TEXT] != text_digest(examined.brief) else None
