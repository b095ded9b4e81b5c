"""What the findings page shows, read from the store: the notes, and the cards by column."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialogueprep.domain import finding_order, wording
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Question, Terms
from dialogueprep.domain.finding_lint import check_wording
from dialogueprep.domain.notes import Column, Finding, FindingId, Note, NoteId
from dialogueprep.domain.release_questions import Answers, are_asked, doubts, left_open
from dialogueprep.domain.texts import Text, Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, finding_origins, findings, lives, notes, tags
from dialogueprep.store.finding_origins import Rest
from dialogueprep.store.workspace import Store
from dialogueprep.ui import badges
from dialogueprep.ui.models.finding_words import SUPPORT_WORDS, lint_words, open_words
from dialogueprep.words import clauses, listed, ntr, tr


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it lies on the board."""

    finding: Finding
    claim: Text
    source: str
    behind: int
    lints: tuple[str, ...] = ()
    """What there is to check, each in a few words."""
    terms: Terms | None = None
    """The strictest terms under which the notes behind it were taken."""
    asked: bool = False
    """Whether questions are asked before it is released."""
    left: int = 0
    """How many of them are open."""
    doubts: int = 0
    """How many have an answer that says the wording is not ready."""
    gone: int = 0
    """How many of the notes behind it were destroyed."""

    @property
    def id(self) -> str:
        return self.finding.id

    @property
    def lint(self) -> str:
        """All that there is to check in one line."""
        return clauses(self.lints)

    @property
    def support(self) -> str:
        """The word for the support, or that it is missing."""
        support = self.finding.support
        return tr(SUPPORT_WORDS[support]) if support else tr("support not set")

    @property
    def count(self) -> str:
        """How many notes stand behind it, or did until they were destroyed, in words."""
        left = ntr("{n} note", "{n} notes", self.behind) if self.behind else ""
        gone = ntr("{n} note destroyed", "{n} notes destroyed", self.gone) if self.gone else ""
        return clauses(filter(None, (left, gone))) or tr("no notes")

    @property
    def questions(self) -> str:
        """What is open before it is released, in words; nothing where nothing is asked."""
        return open_words(self.left, self.doubts) if self.asked else ""

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        terms = badges.terms_word(self.terms) if self.terms else ""
        said = (
            self.finding.theme, self.claim.wording, self.support, self.source, self.count, terms,
            self.questions, self.lint,
        )  # fmt: skip
        return clauses(filter(None, said))


@dataclass(frozen=True, slots=True)
class Target:
    """The dashed place at a column's end where a new finding begins."""

    column: Column
    words: str
    draft: bool = False

    @property
    def id(self) -> str:
        return f"target-{self.column}"

    @property
    def spoken(self) -> str:
        """The place as a screen reader says it."""
        return self.words


CardRow = Card | Target


def _nothing_gone() -> Mapping[FindingId, tuple[Rest, ...]]:
    return {}


@dataclass(frozen=True)
class Board:
    """Everything on the page as values."""

    dialogue: Dialogue
    items: tuple[AgendaItem, ...]
    labels: Mapping[str, str]
    notes: tuple[Note, ...]
    cards: tuple[Card, ...] = ()
    used: frozenset[str] = field(default_factory=frozenset[str])
    answers: Mapping[str, Answers] = field(default_factory=dict[str, Answers])
    tags: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    gone: Mapping[FindingId, tuple[Rest, ...]] = field(default_factory=_nothing_gone)
    """What is kept of destroyed notes, by the finding that rested on them."""
    destroyed: bool = False
    """Whether its raw notes were destroyed; there may be new ones."""

    def card(self, finding: str | None) -> Card | None:
        """Return the card of a finding, or None."""
        return next((c for c in self.cards if c.id == finding), None)

    def column(self, column: Column) -> list[Card]:
        """Return the cards of a column in order of weight."""
        return [c for c in self.cards if c.finding.column is column]

    def behind(self, finding: Finding) -> list[Note]:
        """Return the notes behind a finding in the order of the meeting."""
        return [n for n in self.notes if n.id in finding.notes]

    def note(self, note: str) -> Note | None:
        """Return a note that may be used, or None."""
        return next((n for n in self.notes if n.id == note), None)

    def question(self, question: str | None) -> Question | None:
        """Return a guiding question of the agenda, or None."""
        return next((q for i in self.items for q in i.questions if q.id == question), None)

    @property
    def unused(self) -> int:
        """How many notes stand behind no finding."""
        return sum(1 for n in self.notes if n.id not in self.used)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """The guiding questions that no finding answers, itself or by a note behind it."""
        answered = {c.finding.question for c in self.cards}
        answered |= {n.question for n in self.notes if n.id in self.used}
        return tuple(q for i in self.items for q in i.questions if q.id not in answered)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes in the order in which they first stand."""
        return finding_order.themes_of(c.finding for c in self.cards)

    @property
    def to_check(self) -> list[Card]:
        """The cards whose wording is to be checked."""
        return [c for c in self.cards if c.lint]

    @property
    def to_answer(self) -> list[Card]:
        """The cards with questions before release that are open or answered with a doubt."""
        return [c for c in self.cards if c.asked and (c.left or c.doubts)]

    @property
    def retells(self) -> bool:
        """Whether the findings stand in the order in which the meeting came to them."""
        return finding_order.retells([c.finding for c in self.cards], self._places)

    @property
    def order_by_theme(self) -> list[FindingId]:
        """The findings by theme and importance."""
        return finding_order.by_theme([c.finding for c in self.cards])

    @property
    def better_order(self) -> bool:
        """Whether the order by theme and importance would not retell the meeting."""
        found = {c.finding.id: c.finding for c in self.cards}
        return not finding_order.retells([found[i] for i in self.order_by_theme], self._places)

    @property
    def _places(self) -> dict[NoteId, int]:
        pairs = [(n.id, n.item) for n in self.notes]
        return finding_order.places_of([i.id for i in self.items], pairs)


def read_board(store: Store, dialogue: Dialogue) -> Board:
    """Return what the page shows of a dialogue; private notes and drafts are left out."""
    slots = starts(agenda.of_dialogue(store, dialogue.id), dialogue.hours).slots
    order = {slot.item.id: n for n, slot in enumerate(slots)}
    known = [n for n in notes.of_dialogue(store, dialogue.id) if not n.private and not n.draft]
    shown = sorted(known, key=lambda n: order.get(n.item, len(order)))
    found = findings.of_dialogue(store, dialogue.id)
    answers = findings.answers(store, dialogue.id)
    board = Board(
        dialogue, tuple(slot.item for slot in slots), numbers(slots), tuple(shown),
        used=frozenset(n for f in found for n in f.notes),
        answers={str(finding): given for finding, given in answers.items()},
        tags=tags.tag_names(store),
        gone=finding_origins.of_dialogue(store, dialogue.id),
        destroyed=lives.read(store, dialogue.id).destroyed_on is not None,
    )  # fmt: skip
    by_id = {str(n.id): n for n in shown}
    cards = tuple(_card(f, board, by_id) for f in found)
    return replace(board, cards=cards)


def _card(finding: Finding, board: Board, by_id: Mapping[str, Note]) -> Card:
    behind = [by_id[n] for n in finding.notes if n in by_id]
    given = board.answers.get(finding.id, {})
    gone = board.gone.get(finding.id, ())
    every = [*behind, *gone]
    return Card(
        finding,
        finding.texts.best_text(board.dialogue.working_language),
        _source({each.item for each in every}, board.items, board.labels),
        len(behind),
        tuple(lint_words(x) for x in check_wording(finding, by_id, destroyed=bool(gone))),
        max((each.terms for each in every), key=lambda t: t.strictness, default=None),
        are_asked(behind) or any(each.terms is not Terms.ON_RECORD for each in gone),
        len(left_open(given)),
        len(doubts(given)),
        sum(each.notes for each in gone),
    )


def _source(
    among: Collection[ItemId], items: Sequence[AgendaItem], labels: Mapping[str, str]
) -> str:
    """Return "Sessions 1, 3A"; an item without a number is called by its kind."""
    mine = [item for item in items if item.id in among]
    numbered = [labels[i.id] for i in mine if i.id in labels]
    others = [tr(wording.of(i.kind)) for i in mine if i.id not in labels]
    said = dict.fromkeys(others)
    if numbered:
        names = listed(numbered)
        first = ntr("Session {names}", "Sessions {names}", len(numbered), names=names)
        said = {first: None, **said}
    return clauses(said)
