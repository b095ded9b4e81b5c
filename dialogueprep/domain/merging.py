"""Two entries that say the same made into one, with both provenances."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from dialogueprep.domain.library import Entry, Rating, RatingId, Recommendation, Topic
from dialogueprep.domain.texts import Texts, TextState

E = TypeVar("E", Topic, Recommendation)
T = TypeVar("T")


def merged(kept: E, other: E, new_id: Callable[[], str]) -> E:
    """Return the kept entry with what the other one adds.

    Its own texts stay; languages that it lacks come from the other one, as translations. Formats,
    tags and passages are united. On each axis, for each delegation, the higher rating counts,
    with both reasons. ``new_id`` gives ratings that come from the other entry their ids.
    """
    common = {
        "titles": united(kept.titles, other.titles),
        "formats": _once((*kept.formats, *other.formats)),
        "tags": _once((*kept.tags, *other.tags)),
        "passages": _once((*kept.passages, *other.passages)),
        "ratings": _ratings(kept, other, new_id),
    }
    if isinstance(kept, Topic) and isinstance(other, Topic):
        asked = tuple(q for q in other.questions if not _asked(q, kept.questions))
        return replace(
            kept,
            summaries=united(kept.summaries, other.summaries),
            questions=(*kept.questions, *asked),
            **common,
        )
    assert isinstance(kept, Recommendation) and isinstance(other, Recommendation)  # noqa: S101
    said = {f: getattr(kept, f) or getattr(other, f) for f in _SAID}
    return replace(kept, texts=united(kept.texts, other.texts), **said, **common)


_SAID = ("actor", "addressee", "instrument", "horizon", "maturity", "support_as_printed")


def united(kept: Texts, other: Texts) -> Texts:
    """Return texts with the languages that they lack taken from others, as translations."""
    if not kept:
        return other
    here = {t.language for t in kept.entries}
    more = (
        replace(t, state=TextState.TRANSLATED) if t.state is TextState.ORIGINAL else t
        for t in other.entries
        if t.language not in here
    )
    return Texts((*kept.entries, *more))


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _asked(question: Texts, among: Iterable[Texts]) -> bool:
    wordings = {t.wording for each in among for t in each.entries}
    return any(t.wording in wordings for t in question.entries)


def _ratings(kept: Entry, other: Entry, new_id: Callable[[], str]) -> tuple[Rating, ...]:
    found = {(r.axis, r.delegation): r for r in kept.ratings}
    for theirs in other.ratings:
        place = (theirs.axis, theirs.delegation)
        mine = found.get(place)
        if mine is None:
            found[place] = replace(theirs, id=RatingId(new_id()))
        else:
            found[place] = _higher(mine, theirs)
    return tuple(found.values())


def _higher(mine: Rating, theirs: Rating) -> Rating:
    """Return the higher rating with both reasons, under the id of the first."""
    higher, lower = (theirs, mine) if theirs.value > mine.value else (mine, theirs)
    reasons = _once(r.reason.strip() for r in (higher, lower) if r.reason.strip())
    review = min((r.review_by for r in (mine, theirs) if r.review_by), default=None)
    return replace(higher, id=mine.id, reason=" ".join(reasons), review_by=review)
