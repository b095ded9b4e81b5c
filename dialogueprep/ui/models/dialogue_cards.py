"""What the cards of Home say: where each dialogue stands, and its next step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dialogueprep.domain.briefs.kinds import Product
from dialogueprep.domain.dialogue import Dialogue, Phase, Series, SeriesId
from dialogueprep.domain.invitations import overdue
from dialogueprep.domain.people import Capacity, Standing
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.domain.timetable import starts
from dialogueprep.store import (
    agenda,
    documents,
    findings,
    follow_ups,
    lives,
    notes,
    people,
    whether,
)
from dialogueprep.store.workspace import Store
from dialogueprep.ui import dates, theme
from dialogueprep.words import clauses, later, ntr, tr

PHASES: dict[Phase, str] = {
    Phase.PREPARING: later("Preparing"),
    Phase.IN_SESSION: later("In session"),
    Phase.DRAFTING: later("Drafting"),
    Phase.CLOSED: later("Closed"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    icon: str
    words: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """The words on the foot of a card, and the page and what on it they lead to."""

    words: str
    page: str
    subject: object = None


@dataclass(frozen=True, slots=True)
class Card:
    dialogue: Dialogue
    name: str
    title: str
    native: str
    when: str
    facts: tuple[Fact, ...]
    warning: str
    step: NextStep
    series: str = ""

    @property
    def id(self) -> str:
        return self.dialogue.id

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        facts = (f.words for f in self.facts)
        said = (self.name, self.title, self.native, self.when, self.series, *facts, self.warning)
        return clauses(said)


def card_of(
    store: Store, dialogue: Dialogue, today: date, series: Mapping[SeriesId, Series] | None = None
) -> Card:
    """Return the card of a dialogue as it stands in the store; ``series`` are those it has."""
    language = theme.window_language()
    others = [t for t in dialogue.titles.others(language) if t.language in LANGUAGES[1:]]
    facts, warning, step = _PHASE[dialogue.phase](store, dialogue)
    if dialogue.phase is Phase.PREPARING and (late := _overdue(store, dialogue, today)):
        warning = clauses(w for w in (warning, late) if w)
    if due := _due_in(store, dialogue, today):
        warning = clauses(w for w in (warning, _due(due)) if w)
    facts = (*facts, *_follow_ups(store, dialogue), *_raw_notes(store, dialogue, today))
    return Card(
        dialogue=dialogue,
        name=dialogue.names.best(language),
        title=dialogue.titles.best(language),
        native=others[0].wording if others else "",
        when=_when(dialogue, today),
        facts=facts,
        warning=warning,
        step=step,
        series=in_series(dialogue, (series or {}).get(dialogue.series or SeriesId(""))),
    )


def in_series(dialogue: Dialogue, series: Series | None) -> str:
    """Return which round of which series a dialogue is; empty without a series."""
    if series is None:
        return ""
    name = series.names.best(theme.window_language())
    return tr("Round {n} of {series}", n=dialogue.round, series=name) if dialogue.round else name


def _when(dialogue: Dialogue, today: date) -> str:
    span = dates.span(dialogue.first_day, dialogue.last_day)
    days = (dialogue.first_day - today).days
    if dialogue.phase is Phase.PREPARING and days > 0:
        return f"{span}  ·  " + ntr("in {n} day", "in {n} days", days)
    if dialogue.phase is Phase.IN_SESSION and dialogue.first_day <= today <= dialogue.last_day:
        return f"{span}  ·  " + tr("today")
    return span


Told = tuple[tuple[Fact, ...], str, NextStep]


def _preparing(store: Store, dialogue: Dialogue) -> Told:
    items = agenda.of_dialogue(store, dialogue.id)
    there = people.participations(store, dialogue.id)
    facts = (_confirmed(store, dialogue), _agenda(store, dialogue))
    overlaps = starts(items, dialogue.hours).overlaps
    if not items:
        return facts, "", NextStep(tr("Choose topics"), "agenda")
    if overlaps:
        title = overlaps[0].item.titles.best(theme.window_language())
        warning = tr("“{title}” runs over its time", title=title)
        return facts, warning, NextStep(tr("Settle the agenda"), "agenda")
    if not there:
        return facts, "", NextStep(tr("Add participants"), "participants")
    return facts, "", NextStep(tr("Look at the programme"), "documents", Product.PROGRAMME)


def _in_session(store: Store, dialogue: Dialogue) -> Told:
    facts = (_notes(store, dialogue), _agenda(store, dialogue))
    return facts, "", NextStep(tr("Go on with the notes"), "notes")


def _drafting(store: Store, dialogue: Dialogue) -> Told:
    made = findings.of_dialogue(store, dialogue.id)
    unused = notes.count_unused(store, dialogue.id)
    counts = (
        ntr("{n} finding", "{n} findings", len(made)),
        ntr("{n} note unused", "{n} notes unused", unused),
    )
    facts = (Fact("columns-3", clauses(counts)), _released(store, dialogue))
    if not made:
        return facts, "", NextStep(tr("Work out the findings"), "findings")
    return facts, "", NextStep(tr("Prepare the documents"), "documents")


def _closed(store: Store, dialogue: Dialogue) -> Told:
    return (_released(store, dialogue),), "", NextStep(tr("Look at the documents"), "documents")


_PHASE = {
    Phase.PREPARING: _preparing,
    Phase.IN_SESSION: _in_session,
    Phase.DRAFTING: _drafting,
    Phase.CLOSED: _closed,
}


def _confirmed(store: Store, dialogue: Dialogue) -> Fact:
    there = [
        p for p in people.participations(store, dialogue.id) if p.capacity is not Capacity.STAFF
    ]
    if not there:
        return Fact("user-check", tr("Nobody is on the list yet"))
    sure = sum(p.standing in (Standing.CONFIRMED, Standing.ATTENDED) for p in there)
    return Fact("user-check", tr("{sure} of {n} confirmed", sure=sure, n=len(there)))


def _overdue(store: Store, dialogue: Dialogue, today: date) -> str:
    late = sum(overdue(p, today) for p in people.participations(store, dialogue.id))
    said = ntr("{n} answer to an invitation overdue", "{n} answers to invitations overdue", late)
    return said if late else ""


def _due_in(store: Store, dialogue: Dialogue, today: date) -> int:
    """Return how many comment windows have passed."""
    if not whether.circulated(store, dialogue.id):
        return 0
    from dialogueprep.ui.models.draft_rows import due_in

    return len(due_in(store, dialogue, today))


def _due(n: int) -> str:
    return ntr("{n} deadline for comments has passed", "{n} deadlines for comments have passed", n)


def _agenda(store: Store, dialogue: Dialogue) -> Fact:
    items = agenda.of_dialogue(store, dialogue.id)
    said = ntr("{n} agenda item", "{n} agenda items", len(items))
    return Fact("calendar-range", said if items else tr("No agenda items yet"))


def _notes(store: Store, dialogue: Dialogue) -> Fact:
    taken = notes.count(store, dialogue.id)
    return Fact("notebook-pen", ntr("{n} note", "{n} notes", taken))


def _follow_ups(store: Store, dialogue: Dialogue) -> tuple[Fact, ...]:
    waiting = sum(not each.done for each in follow_ups.of_dialogue(store, dialogue.id))
    words = ntr("{n} follow-up open", "{n} follow-ups open", waiting)
    return (Fact("list-todo", words),) if waiting else ()


def _raw_notes(store: Store, dialogue: Dialogue, today: date) -> tuple[Fact, ...]:
    """Return until when raw notes are kept, or since when they are destroyed."""
    life = lives.read(store, dialogue.id)
    if life.destroyed_on is not None and life.destroy_on is None:
        return (Fact("eraser", tr("Notes destroyed on {day}", day=dates.day(life.destroyed_on))),)
    if life.destroy_on is None:
        return ()
    if life.destroy_on <= today:
        return (Fact("eraser", tr("Notes due to be destroyed")),)
    return (Fact("eraser", tr("Notes kept until {day}", day=dates.day(life.destroy_on))),)


def _released(store: Store, dialogue: Dialogue) -> Fact:
    products = {(r.product, r.language) for r in documents.releases(store, dialogue.id)}
    released = ntr("{n} document released", "{n} documents released", len(products))
    return Fact("file-text", released if products else tr("No document released yet"))
