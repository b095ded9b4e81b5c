"""Which people are listed: by dialogue, delegation, sector, language and when last seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum

from dialogueprep.domain import wording
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.people import Sector
from dialogueprep.domain.texts import LANGUAGE_NAMES
from dialogueprep.ui import theme
from dialogueprep.ui.models.directory import Entry, Taken
from dialogueprep.words import tr

_RECENT = timedelta(days=366)


class Seen(StrEnum):
    """When somebody last took part in a dialogue."""

    RECENTLY = "recently"
    LONG_AGO = "long ago"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for; None asks for nothing. Those of one dialogue are looked for together."""

    dialogue: DialogueId | None = None
    delegation: str | None = None
    sector: Sector | None = None
    language: str | None = None
    seen: Seen | None = None

    @property
    def any(self) -> bool:
        """Whether anything is asked for."""
        return any(getattr(self, f.name) is not None for f in fields(self))


def kept(entries: Iterable[Entry], filters: Filters, today: date) -> list[Entry]:
    """Return the entries that fit all that is asked for."""
    return [e for e in entries if _fits(e, filters, today)]


def last_seen(entry: Entry) -> date | None:
    """Return the last day of the latest dialogue that somebody came to, or is on the list for."""
    return max((t.dialogue.last_day for t in entry.taken), default=None)


def _fits(entry: Entry, filters: Filters, today: date) -> bool:
    if filters.language is not None and filters.language not in entry.person.languages:
        return False
    if filters.seen is not None and filters.seen is not _seen(entry, today):
        return False
    asked = (filters.dialogue, filters.delegation, filters.sector)
    return asked == (None, None, None) or any(_is(t, filters) for t in entry.taken)


def _is(taken: Taken, filters: Filters) -> bool:
    part = taken.part
    return (
        filters.dialogue in (None, taken.dialogue.id)
        and filters.delegation in (None, part.delegation)
        and filters.sector in (None, part.sector)
    )


def _seen(entry: Entry, today: date) -> Seen:
    last = last_seen(entry)
    if last is None:
        return Seen.NEVER
    return Seen.RECENTLY if today - last <= _RECENT else Seen.LONG_AGO


Choices = dict[str, list[tuple[object, str]]]


def choices_of(entries: Sequence[Entry]) -> Choices:
    """Return what can be asked for among these people, by name of the filter."""
    taken = [t for e in entries for t in e.taken]
    window = theme.window_language()
    rounds = {t.dialogue.id: t.dialogue for t in taken}
    latest = sorted(rounds.values(), key=lambda d: d.first_day, reverse=True)
    labels = {
        d.code: d.labels.best(window) for it in rounds.values() for d in it.delegations
    }  # fmt: skip
    codes = sorted({t.part.delegation for t in taken if t.part.delegation})
    sectors = {t.part.sector for t in taken}
    spoken = sorted({code for e in entries for code in e.person.languages})
    names = {str(k): v for k, v in LANGUAGE_NAMES.items()}
    return {
        "dialogue": [(None, tr("All dialogues")), *((d.id, d.names.best(window)) for d in latest)],
        "delegation": [
            (None, tr("All delegations")), *((c, f"{labels.get(c, c)}  {c}") for c in codes)
        ],
        "sector": [
            (None, tr("All sectors")),
            *((s, tr(wording.of(s))) for s in Sector if s in sectors),
        ],
        "language": [(None, tr("All languages")), *((c, names.get(c, c)) for c in spoken)],
        "seen": [
            (None, tr("Seen at any time")),
            (Seen.RECENTLY, tr("Seen within a year")),
            (Seen.LONG_AGO, tr("Seen longer ago")),
            (Seen.NEVER, tr("In no dialogue yet")),
        ],
    }  # fmt: skip
