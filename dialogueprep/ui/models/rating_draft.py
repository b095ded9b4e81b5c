"""What is being rated in the dialog: a value and a reason for each axis, as seen by each view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogueprep.commands.library import Judgement, View
from dialogueprep.domain.library import Axis, Entry, Rating

Seen = str | None
"""The code of a delegation, or None: rated for all."""


@dataclass
class Stroke:
    """One axis of one view. What has expired or was never rated begins without a value."""

    known: Rating | None = None
    due: bool = False
    value: int | None = None
    reason: str = ""
    withdrawn: bool = False

    @property
    def counting(self) -> int | None:
        """The value that counts once this is written."""
        if self.value is not None or self.withdrawn or self.known is None:
            return self.value
        return self.known.value

    @property
    def former(self) -> int | None:
        """The value that expired and is still in force, else None."""
        return self.known.value if self.known and self.due and not self.withdrawn else None

    @property
    def changed(self) -> bool:
        """Whether there is a judgement to be written."""
        if self.value is None:
            return False
        known = self.known
        return known is None or self.due or (self.value, self.reason) != (known.value, known.reason)


class Draft:
    """The views of one entry as they are being rated; ``views`` has None, all, first."""

    def __init__(self, entry: Entry, today: date) -> None:
        self._strokes: dict[tuple[Seen, Axis], Stroke] = {}
        for rating in entry.ratings:
            due = rating.review_by is not None and rating.review_by <= today
            value = None if due else rating.value
            stroke = Stroke(rating, due, value, rating.reason)
            self._strokes[rating.delegation, rating.axis] = stroke
        seen = {rating.delegation for rating in entry.ratings if rating.delegation}
        self.views: list[Seen] = [None, *sorted(seen)]

    @property
    def first_due(self) -> Seen:
        """The first view of which a rating has expired, else that for all."""
        return next((v for v in self.views if any(self.of(v, a).due for a in Axis)), None)

    def of(self, view: Seen, axis: Axis) -> Stroke:
        """Return one axis of a view."""
        return self._strokes.setdefault((view, axis), Stroke())

    def add(self, view: str) -> None:
        """Add a view that is not rated yet."""
        if view not in self.views:
            self.views.append(view)

    def withdraw(self, view: Seen) -> None:
        """Take a view back; that of a delegation is gone, that for all becomes unrated."""
        for axis in Axis:
            stroke = self.of(view, axis)
            stroke.value, stroke.withdrawn = None, stroke.known is not None
        if view is not None:
            self.views.remove(view)

    def clear(self, view: Seen, axis: Axis) -> None:
        """Take one axis of a view back."""
        stroke = self.of(view, axis)
        stroke.value, stroke.withdrawn = None, stroke.known is not None

    def rate(self, view: Seen, axis: Axis, value: int) -> None:
        """Give one axis of a view a value."""
        stroke = self.of(view, axis)
        stroke.value, stroke.withdrawn = value, False

    def counting(self, axis: Axis) -> tuple[int | None, tuple[Seen, ...]]:
        """Return the value that counts, the highest of all views, and who holds it."""
        held = {view: self.of(view, axis).counting for view in self.views}
        most = max((value for value in held.values() if value is not None), default=None)
        return most, tuple(view for view, value in held.items() if value and value == most)

    def unreasoned(self) -> tuple[Seen, Axis] | None:
        """Return the first value that still lacks its reason."""
        for view in self.views:
            for axis in Axis:
                stroke = self.of(view, axis)
                if stroke.value is not None and not stroke.reason.strip():
                    return view, axis
        return None

    def written(self, front: Seen) -> tuple[View, ...]:
        """Return what is to be written: what changed, else the view in front once more."""
        found = [self._view(view, only_changed=True) for view in dict.fromkeys(self._every())]
        kept = tuple(view for view in found if view.judgements or view.withdrawn)
        if kept:
            return kept
        again = self._view(front, only_changed=False)
        return (again,) if again.judgements else ()

    def _every(self) -> list[Seen]:
        return [view for view, _axis in self._strokes]

    def _view(self, view: Seen, *, only_changed: bool) -> View:
        strokes = {axis: self.of(view, axis) for axis in Axis}
        given = [
            Judgement(axis, each.value, each.reason)
            for axis, each in strokes.items()
            if each.value is not None and (each.changed or not only_changed)
        ]
        gone = [axis for axis, each in strokes.items() if each.withdrawn]
        return View(view, tuple(given), tuple(gone))
