"""Places in a text as Qt counts them, to which a rare character or an emoji is two."""

from __future__ import annotations


def place(text: str, at: int) -> int:
    """Return a place in a text as Qt counts it."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def counted_by(text: str, place: int) -> int:
    """Return how many characters stand before a place that Qt has named."""
    if text.isascii():
        return min(place, len(text))
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * place]
    return len(before.decode("utf-16-le", "ignore"))
