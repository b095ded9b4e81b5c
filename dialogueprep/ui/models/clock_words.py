"""What the clock says, in words and figures."""

from __future__ import annotations

from dataclasses import dataclass

from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.dialogue import AgendaItem
from dialogueprep.domain.running import WARN_AT, Course, seconds_left, used
from dialogueprep.ui import theme
from dialogueprep.words import tr

WARN, OVER = 1, 2


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """The time of an item: the figures, the words under them, and how far it is used up.

    ``level`` is 0, `WARN` from 70% on, `OVER` when nothing is left; ``part`` runs from 0 to 1.
    """

    figures: str
    words: str
    level: int = 0
    part: float = 0.0
    counts: bool = False


def time_left(item: AgendaItem, spent: int | None) -> TimeLeft:
    """Return what is left of an item that has been on for so many seconds; None: it is not on."""
    if spent is None and item.actual_minutes is not None:
        taken = tr("{n} min", n=item.actual_minutes)
        return TimeLeft(taken, tr("taken, {n} min planned", n=item.takes), part=1.0)
    left, percent = seconds_left(item, spent or 0), used(item, spent or 0)
    figures = _figures(left)
    if left <= 0:
        return TimeLeft(figures, _over(left), OVER, 1.0, spent is not None)
    if percent >= WARN_AT:
        words = tr("used to {percent}%, of {n} min", percent=percent, n=item.takes)
        return TimeLeft(figures, words, WARN, percent / 100, True)
    return TimeLeft(figures, tr("left of {n} min", n=item.takes), 0, percent / 100, bool(spent))


def ends(course: Course, *, late: bool = True) -> str:
    """Return when what is on ends, and what comes then; ``late``: say so here if it is."""
    title = _title(course.next)
    time = clock(course.shown(course.resume))
    if course.on is None:
        return _between(course, title)
    if late and course.late > 0:
        if course.next is None:
            return tr("Ends {time}, {n} min late", time=time, n=course.late)
        return tr("Ends {time}, {n} min late, then {next}", time=time, n=course.late, next=title)
    if course.next is None:
        return tr("Ends {time}, the last item of the day", time=time)
    return tr("Ends {time}, then {next}", time=time, next=title)


def ends_shorter(course: Course, *, late: bool = True) -> tuple[str, ...]:
    """Return the same in fewer words, for where there is less room, the longest first."""
    time = clock(course.shown(course.resume))
    if course.on is None:
        return ()
    if late and course.late > 0:
        return (
            tr("Ends {time}, {n} min late", time=time, n=course.late),
            tr("Ends {time}", time=time),
        )
    return (tr("Ends {time}", time=time),)


def day_ends(course: Course) -> str:
    """Return when the day will end, and how much later than agreed."""
    by, time = course.ends - course.ends_as_agreed, clock(course.shown(course.ends))
    if course.over:
        return tr("Day ended {time}", time=time)
    if by > 0:
        return tr("Day ends {time}, {n} min late", time=time, n=by)
    if by < 0:
        return tr("Day ends {time}, {n} min early", time=time, n=-by)
    return tr("Day ends {time}, as planned", time=time)


def warning(level: int) -> str:
    """Return what is said once, when an item has used up 70% of its time, or all of it."""
    if level == WARN:
        return tr("The time of this item is used to 70%")
    return tr("The time of this item is over")


def _between(course: Course, title: str) -> str:
    if course.next is None:
        return tr("The day is over")
    facts = {"next": title, "time": _when(course, course.next_at)}
    if course.late > 0:
        return tr("Nothing is on. {next} was due {n} min ago", n=course.late, **facts)
    return tr("Nothing is on. {next} begins {time}", **facts)


def _when(course: Course, minute: int | None) -> str:
    return clock(course.shown(course.resume if minute is None else minute))


def _title(item: AgendaItem | None) -> str:
    return item.titles.best(theme.window_language()) if item else ""


def _figures(left: int) -> str:
    minutes, seconds = divmod(abs(left), 60)
    return f"{'+' if left < 0 else ''}{minutes}:{seconds:02}"


def _over(left: int) -> str:
    return tr("{n} min over", n=-left // 60) if left <= -60 else tr("over")


def then(course: Course, item: AgendaItem) -> str:
    """Return what follows an item, and when, for the chair; while nothing is on, as agreed."""
    here = next((n for n, row in enumerate(course.rest, 1) if any(i.id == item.id for i in row)), 0)
    following = course.rest[here:][:1]
    if not following:
        return ""
    next_ = following[0][0]
    slot = (course.expected if course.on else course.agreed).slot(next_.id)
    facts = {"title": _title(next_), "time": _when(course, slot.start if slot else None)}
    return tr("Next {title}, {time}", **facts)
