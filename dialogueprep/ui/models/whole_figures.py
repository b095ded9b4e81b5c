"""An agenda as a whole in words and figures, for the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.agenda_whole import (
    LEADING_ROLES,
    Share,
    Sitting,
    minutes_by_dimension,
    next_moderator,
    shares,
    sittings,
)
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.checks import Plan
from dialogueprep.domain.library import Dimension, TopicId
from dialogueprep.domain.people import Capacity, Role, Sector
from dialogueprep.ui import dates, theme
from dialogueprep.ui.models.agenda_blocks import Agenda, minutes_in_words
from dialogueprep.words import clauses, later, listed, ntr, tr

Group = Literal["delegation", "sector"]
INKS: Mapping[Role, str] = {
    Role.CHAIR: "ink3",
    Role.MODERATOR: "accent",
    Role.PRESENTER: "warn_line",
    Role.DISCUSSANT: "ok",
}
"""The colours of roles in bars; the words beside a bar say the same."""


_STEP = later("{time} {title}: sensitivity {n} of 5")


@dataclass(frozen=True, slots=True)
class Bar:
    """A line with a bar: its name, the parts with their colours, and the words beside it."""

    name: str
    parts: tuple[tuple[int, str], ...]
    words: str
    detail: str = ""

    @property
    def total(self) -> int:
        """The length of the whole bar."""
        return sum(n for n, _ in self.parts)

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        return clauses((self.name, self.words, self.detail))


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of a strip: minutes after midnight and how sensitive; 0 for unrated, -1 a pause."""

    start: int
    end: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A day: its items by sensitivity, and the sittings below."""

    day: str
    steps: tuple[Step, ...]
    sittings: tuple[Sitting, ...]

    @property
    def spoken(self) -> str:
        """The strip as a screen reader says it."""
        said = [
            tr(
                "{time} {title}: sensitivity {n} of 5",
                time=clock(s.start),
                title=s.title,
                n=s.level,
            )
            for s in self.steps
            if s.level > 0
        ]
        return clauses([self.day, *said, *(sitting_words(s) for s in self.sittings)])


def sitting_words(sitting: Sitting) -> str:
    """Return how long a sitting is."""
    return tr("{minutes} without a pause", minutes=minutes_in_words(sitting.minutes))


def plan_of(agenda: Agenda) -> Plan:
    """Return what the figures are taken from."""
    return Plan(agenda.timetable, agenda.present)


def strips(agenda: Agenda) -> list[Strip]:
    """Return a strip for each day that has items."""
    sat = sittings(plan_of(agenda))
    levels = {b.id: b.sensitivity or 0 for b in agenda.blocks}
    language = theme.window_language()
    found: list[Strip] = []
    for summary in agenda.timetable.days:
        steps = tuple(
            Step(
                s.start, s.end, levels.get(s.item.id, 0) if s.item.kind.has_terms else -1,
                s.item.titles.best(language),
            )
            for s in agenda.timetable.of_day(summary.day)
        )  # fmt: skip
        day = dates.long_day(agenda.dialogue.day(summary.day), year=False)
        found.append(Strip(day, steps, tuple(s for s in sat if s.day == summary.day)))
    return found


def share_bars(agenda: Agenda, group: Group) -> list[Bar]:
    """Return the voices of delegations or sectors: a bar of roles, words, and each day below."""
    plan = plan_of(agenda)
    if group == "delegation":
        labels = {
            d.code: d.labels.best(theme.window_language()) for d in agenda.dialogue.delegations
        }
        seated = [code for code in labels if code in _at_table(agenda)]
        found = shares(plan, lambda a: a.who.delegation, seated)
        return [_bar(share, labels.get(share.name, share.name)) for share in found]
    found = shares(plan, lambda a: a.who.sector or "")
    return [_bar(share, tr(wording.of(Sector(share.name)))) for share in found]


def dimension_bars(agenda: Agenda, dimensions: Mapping[TopicId, Dimension]) -> list[Bar]:
    """Return the minutes of each dimension, the most first, then those that have none."""
    found = dict(minutes_by_dimension(plan_of(agenda), dimensions))
    missing = (d for d in Dimension if d not in found)
    return [
        *(Bar(tr(wording.of(d)), ((n, "accent"),), minutes_in_words(n)) for d, n in found.items()),
        *(Bar(tr(wording.of(d)), (), tr("none")) for d in missing),
    ]


def suggestion(agenda: Agenda) -> str:
    """Return in a sentence which delegation might moderate next; "" where nothing is open."""
    seated = _at_table(agenda)
    codes = [d.code for d in agenda.dialogue.delegations if d.code in seated]
    found = next_moderator(plan_of(agenda), codes)
    if found is None:
        return ""
    labels = _labels(agenda)
    loads = listed(f"{labels[code]} {n}" for code, n in found.loads)
    return tr(
        "“{title}” has no moderator yet. {delegation} would keep the balance (items moderated so"
        " far: {loads}).",
        title=found.item.titles.best(theme.window_language()),
        delegation=labels[found.delegation],
        loads=loads,
    )


def as_text(blocks: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return headings with their lines as plain text."""
    parts = ["\n".join((head, *lines)) for head, lines in blocks if lines]
    return "\n\n".join(parts)


def _at_table(agenda: Agenda) -> set[str]:
    """The codes of the delegations of which somebody takes part, not only listens or helps."""
    aside = (Capacity.OBSERVER, Capacity.STAFF)
    people = (a.who for there in agenda.present.values() for a in there)
    return {who.delegation for who in people if who.capacity not in aside}


def _labels(agenda: Agenda) -> dict[str, str]:
    """The names of the delegations in the window's language, by code."""
    language = theme.window_language()
    return {d.code: d.labels.best(language) for d in agenda.dialogue.delegations}


def _bar(share: Share, name: str) -> Bar:
    parts = tuple((share.roles[r], INKS[r]) for r in LEADING_ROLES if share.roles.get(r))
    days = [
        tr("day {n}: {roles}", n=day + 1, roles=_roles(share.by_day[day]))
        for day in sorted(share.by_day)
    ]
    words = _roles(share.roles) or tr("no voice yet")
    return Bar(name, parts, words, "  ·  ".join(days) if len(days) > 1 else "")


def _roles(roles: Mapping[Role, int]) -> str:
    return clauses(_count(role, roles[role]) for role in LEADING_ROLES if roles.get(role))


def _count(role: Role, n: int) -> str:
    match role:
        case Role.CHAIR:
            return ntr("chairs {n} item", "chairs {n} items", n)
        case Role.MODERATOR:
            return ntr("moderates {n} item", "moderates {n} items", n)
        case Role.PRESENTER:
            return ntr("presents at {n} item", "presents at {n} items", n)
        case _:
            return ntr("discusses at {n} item", "discusses at {n} items", n)
