"""Which words of the index a mistyped word may have been meant for."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_AS_LIKE = 0.85
_TRIED = 3


def nearest(typed: str, terms: Sequence[str]) -> list[str]:
    """Return the terms nearest to a word, best first; also those that it may be the start of.

    A word of four to seven letters may have one error (a letter that is wrong, missing, in
    excess, or two that changed places), a longer one as many as leave it 85 percent alike.
    """
    cutoff = min(_AS_LIKE, 1 - 1 / len(typed)) - 1e-9
    found = process.extract(
        typed, terms, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=_TRIED
    )
    if found:
        return [term for term, _, _ in found]
    beginnings = sorted({term[: len(typed)] for term in terms if len(term) > len(typed)})
    begun = process.extract(
        typed, beginnings, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=_TRIED
    )
    return [term for term, _, _ in begun]
