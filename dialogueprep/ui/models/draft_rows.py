"""Stages of a document, drafts that were sent, and who can receive one, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import (
    STAGES,
    Circulation,
    Draft,
    Due,
    Recipient,
    RecipientKind,
    Return,
    Stage,
    deadline,
    draft_of,
    passed,
)
from dialogueprep.domain.people import Participation
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language
from dialogueprep.store import drafts, people
from dialogueprep.store.workspace import Store
from dialogueprep.ui import dates, theme
from dialogueprep.words import clauses, later, listed, ntr, tr

_ABOUT = {
    Stage.RAW: later("Put together from the notes; nobody has read it yet."),
    Stage.RAPPORTEUR: later("The rapporteur stands by it."),
    Stage.CHAIR: later("The chair reads it before anybody else does."),
    Stage.COMMENTS: later("Others may comment; silence until the deadline counts as consent."),
    Stage.FINAL: later("The pages say that it is final."),
}
_GROUPS = {
    RecipientKind.HOST: later("Institutions that invite"),
    RecipientKind.DELEGATION: later("Delegations"),
    RecipientKind.PARTICIPATION: later("Participants"),
}


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage in its order; ``place`` is below 0 before, 0 at and above 0 after the present."""

    stage: Stage
    place: int
    until: date | None = None

    @property
    def id(self) -> str:
        """The stage."""
        return self.stage.value

    @property
    def words(self) -> str:
        """The name of the stage."""
        return tr(STAGES[self.stage])

    @property
    def about(self) -> str:
        """What it means, or until when comments are welcome."""
        if self.stage is Stage.COMMENTS and self.until is not None:
            return tr("Until {day}; silence then counts as consent.", day=dates.day(self.until))
        return tr(_ABOUT[self.stage])

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.words, tr("now") if not self.place else "", self.about))


def stage_rows(draft: Draft, until: date | None) -> list[StageRow]:
    """Return all stages, seen from where a document stands."""
    order = list(Stage)
    here = order.index(draft.stage)
    return [StageRow(stage, n - here, until) for n, stage in enumerate(order)]


def short_stage(
    there: Iterable[Draft], sent: Iterable[Circulation], product: Product, language: Language
) -> str:
    """Return the stage of a document in a few words; nothing while it is raw."""
    draft = draft_of(there, product, language)
    if draft.stage is Stage.RAW:
        return ""
    until = deadline(sent, product, language)
    if draft.stage is Stage.COMMENTS and until is not None:
        return tr("Comments until {day}", day=dates.day(until))
    return tr(STAGES[draft.stage])


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """Somebody who can receive a draft; a heading has no recipient."""

    words: str
    below: str = ""
    recipient: Recipient | None = None
    ticked: bool = False

    @property
    def id(self) -> str:
        """What finds the row again."""
        return f"{self.recipient.kind} {self.recipient.id}" if self.recipient else self.words

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        state = (tr("ticked") if self.ticked else tr("not ticked")) if self.recipient else ""
        return clauses((state, self.words, self.below))


def recipient_rows(
    dialogue: Dialogue, roster: Iterable[Participation], ticked: Iterable[Recipient] = ()
) -> list[RecipientRow]:
    """Return who can receive a draft, under a heading for each kind that there is."""
    chosen = set(ticked)
    rows: list[RecipientRow] = []
    for kind, words in _GROUPS.items():
        found = [
            RecipientRow(name, below, Recipient(kind, id_), Recipient(kind, id_) in chosen)
            for id_, name, below in _of_kind(kind, dialogue, roster)
        ]
        rows += [RecipientRow(tr(words)), *found] if found else []
    return rows


def _of_kind(
    kind: RecipientKind, dialogue: Dialogue, roster: Iterable[Participation]
) -> Iterator[tuple[str, str, str]]:
    language = theme.window_language()
    if kind is RecipientKind.HOST:
        yield from ((h.id, h.names.best(language), "") for h in dialogue.hosts)
    elif kind is RecipientKind.DELEGATION:
        yield from ((d.id, d.labels.best(language) or d.code, "") for d in dialogue.delegations)
    else:
        for each in roster:
            yield each.id, each.person.name.latin, each.affiliation.name


def recipient_names(sent: Circulation, dialogue: Dialogue, roster: Iterable[Participation]) -> str:
    """Return who received a draft; who is no longer on the roster is counted only."""
    rows = recipient_rows(dialogue, roster)
    known = {r.recipient: r.words for r in rows if r.recipient is not None}
    names = [known[each] for each in sent.recipients if each in known]
    gone = len(sent.recipients) - len(names)
    more = ntr("{n} no longer on the roster", "{n} no longer on the roster", gone) if gone else ""
    return listed([*names, more])


def sent_words(sent: Circulation) -> str:
    """Return "Draft 2, 20 Nov 2026", with the deadline if there was one."""
    until = ""
    if sent.comments_until is not None:
        until = tr("comments until {day}", day=dates.day(sent.comments_until))
    return clauses((tr("Draft {n}", n=sent.number), dates.day(sent.on), until))


def returned_words(came: Return) -> str:
    """Return what became of the edits of a draft that came back."""
    told = (
        tr("{n} accepted", n=came.accepted) if came.accepted else "",
        tr("{n} accepted in other words", n=came.edited) if came.edited else "",
        tr("{n} turned down", n=came.declined) if came.declined else "",
        tr("{n} noted", n=came.noted) if came.noted else "",
    )
    return clauses(told)


def due_sentence(due: Due) -> str:
    """Return that a deadline has passed, for which document."""
    return tr(
        "Comments on “{product}” ({language}) were welcome until {day}. The window is still open.",
        product=tr(wording.of(due.product)),
        language=LANGUAGE_NAMES[due.language],
        day=dates.day(due.until),
    )


def due_in(store: Store, dialogue: Dialogue, today: date) -> tuple[Due, ...]:
    """Return the comment windows of a dialogue whose deadline has passed."""
    there = drafts.of_dialogue(store, dialogue.id)
    return passed(there, drafts.circulations(store, dialogue.id), today)


def roster_in(store: Store, dialogue: Dialogue) -> tuple[Participation, ...]:
    """Return everybody on the roster of a dialogue."""
    return people.participations(store, dialogue.id)
