"""What needs attention in an agenda, as sentences with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dialogueprep.domain import wording
from dialogueprep.domain.arranging import Spot, arranged
from dialogueprep.domain.briefs.language_forms import clock
from dialogueprep.domain.checks import Check
from dialogueprep.domain.dialogue import AgendaItem, ItemId, ItemKind
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import Overlap, Remedy, RemedyKind, remedies
from dialogueprep.sentences import observed
from dialogueprep.ui import theme
from dialogueprep.ui.models.agenda_blocks import Agenda
from dialogueprep.words import ntr, tr

PAUSE_MINUTES = 15  # of the break that is put into a long sitting


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: its words and the kind of change, with what it changes."""

    words: str
    kind: Literal["change", "pause", "participants", "show"]
    items: tuple[AgendaItem, ...] = ()
    """For a change: the changed items. For a pause: the break."""
    spot: Spot | None = None
    """Where the break goes."""

    def after(self, before: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
        """Return the items of the agenda as they would be."""
        if self.spot is not None:
            return arranged(before, self.items[0], self.spot)
        changed = {i.id: i for i in self.items}
        return tuple(changed.get(i.id, i) for i in before)


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence, the items it is about, and the ways out, the gentlest first."""

    sentence: str
    items: tuple[ItemId, ...]
    ways: tuple[Way, ...]


def problems_of(agenda: Agenda) -> tuple[Problem, ...]:
    """Return what overlaps, then what else stands out."""
    overlaps = (_overlap(agenda, each) for each in agenda.timetable.overlaps)
    return (*overlaps, *_observations(agenda))


def _observations(agenda: Agenda) -> Iterator[Problem]:
    """Yield one problem a check; several people in the same two lanes are one problem."""
    together: dict[tuple[object, ...], list[Check]] = {}
    for check in agenda.observations:
        alone = check.code != "in-two-lanes"
        key = (check.code, check.items, id(check) if alone else 0)
        together.setdefault(key, []).append(check)
    for alike in together.values():
        yield _observation(agenda, alike[0], len(alike))


def _overlap(agenda: Agenda, overlap: Overlap) -> Problem:
    sentence = ntr(
        "“{title}” runs {n} minute into “{anchored}”, which stays at {time}.",
        "“{title}” runs {n} minutes into “{anchored}”, which stays at {time}.",
        overlap.minutes,
        title=_title(overlap.item),
        anchored=_title(overlap.anchored),
        time=clock(overlap.anchored.anchor or 0),
    )
    ways = tuple(_way(r) for r in remedies(agenda.timetable, overlap))
    return Problem(sentence, (overlap.item.id, overlap.anchored.id), ways)


def _way(remedy: Remedy) -> Way:
    if remedy.kind is RemedyKind.MOVE_ANCHOR:
        anchor = remedy.anchor or 0
        words = tr("{title} at {time}", title=_title(remedy.item), time=clock(anchor))
        return Way(words, "change", (replace(remedy.item, anchor=anchor),))
    minutes = remedy.minutes or 0
    changed = (replace(remedy.item, minutes=minutes),)
    if remedy.kind is RemedyKind.SHORTEN:
        return Way(tr("Shorten to {n} min", n=minutes), "change", changed)
    return Way(tr("{title} in {n} min", title=_title(remedy.item), n=minutes), "change", changed)


def _observation(agenda: Agenda, check: Check, people: int) -> Problem:
    facts = dict(check.facts)
    if people > 1:
        facts["name"] = tr("{name} and {n} more", name=facts["name"], n=people - 1)
    code = "several-in-two-lanes" if people > 1 else check.code
    ways = tuple(_WAYS[check.code](agenda, check))
    return Problem(observed(code, facts), check.items, ways)


def _look(agenda: Agenda, check: Check) -> Iterator[Way]:
    yield Way(tr("Show it"), "show")


def _choose_people(agenda: Agenda, check: Check) -> Iterator[Way]:
    yield Way(tr("Choose in Participants"), "participants")
    yield Way(tr("Show it"), "show")


def _pause(agenda: Agenda, check: Check) -> Iterator[Way]:
    """A break before the row that is nearest to the middle of the sitting."""
    slots = [s for i in check.items if (s := agenda.timetable.slot(i)) is not None]
    middle = (slots[0].start + max(s.end for s in slots)) / 2
    later_ones = [s for s in slots if s.start > slots[0].start]
    if later_ones:
        nearest = min(later_ones, key=lambda s: abs(s.start - middle))
        title = tr("Break of {n} min before “{title}”", n=PAUSE_MINUTES, title=_title(nearest.item))
        spot = Spot(nearest.day, nearest.item.id)
        yield Way(title, "pause", (_break(nearest.item),), spot)
    yield Way(tr("Show it"), "show")


def _break(before: AgendaItem) -> AgendaItem:
    return AgendaItem(
        id=ItemId(""),
        dialogue=before.dialogue,
        kind=ItemKind.BREAK,
        titles=Texts.of({theme.window_language(): tr(wording.of(ItemKind.BREAK))}),
        day=before.day,
        minutes=PAUSE_MINUTES,
    )


_WAYS: dict[str, Callable[[Agenda, Check], Iterator[Way]]] = {
    "in-two-lanes": _choose_people,
    "breakout-lacks-rapporteur": _choose_people,
    "same-delegation-moderates": _choose_people,
    "opens-with-sensitive": _look,
    "ends-with-sensitive": _look,
    "long-sitting": _pause,
}


def _title(item: AgendaItem) -> str:
    return item.titles.best(theme.window_language())
