"""What the findings page shows, read from the store: notes by item or kind, cards by column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.material import numbers
from dialogueprep.domain.dialogue import AgendaItem, Dialogue, ItemId, Terms
from dialogueprep.domain.finding_lint import Lint, LintCode, check_wording
from dialogueprep.domain.notes import Column, Finding, Note, NoteKind, Support
from dialogueprep.domain.texts import Text
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, findings, notes
from dialogueprep.store.workspace import Store
from dialogueprep.ui import badges, theme
from dialogueprep.words import clauses, later, listed, ntr, tr

SUPPORT_WORDS = {
    Support.ONE_VIEW: later("one view"),
    Support.SOME: later("some"),
    Support.SEVERAL: later("several"),
    Support.MANY: later("many"),
    Support.WIDELY_HELD: later("widely held"),
}
SUPPORT_MEANS = {
    Support.ONE_VIEW: later("a single view"),
    Support.SOME: later("a few, same side"),
    Support.SEVERAL: later("from more than one delegation"),
    Support.MANY: later("most who spoke"),
    Support.WIDELY_HELD: later("no one spoke against"),
}
COLUMN_SECONDS = {
    Column.CONVERGENT: later("Views met"),
    Column.EMERGING: later("Gaining ground"),
    Column.DIVERGENT: later("Views parted"),
    Column.UNRESOLVED: later("Left open"),
}


def support_number(support: Support | None) -> int:
    """Return 1 to 5, or 0 where nothing is said."""
    return list(Support).index(support) + 1 if support else 0


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The heading of an item's or a kind's notes; an item has terms."""

    id: str
    number: str
    words: str
    unused: int
    terms: Terms | None = None


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note, and whether it stands behind a finding.

    ``apart`` are its terms, where the heading above it does not have the same.
    """

    note: Note
    used: bool
    apart: Terms | None = None

    @property
    def id(self) -> str:
        return self.note.id

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        used = tr("used") if self.used else tr("unused")
        terms = badges.terms_word(self.note.terms)
        return clauses((tr(wording.of(self.note.kind)), self.note.text, used, terms))


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it lies on the board."""

    finding: Finding
    claim: Text
    source: str
    behind: int
    lint: str = ""
    terms: Terms | None = None
    """The strictest terms under which the notes behind it were taken."""

    @property
    def id(self) -> str:
        return self.finding.id

    @property
    def support(self) -> str:
        """The word for the support, or that it is missing."""
        support = self.finding.support
        return tr(SUPPORT_WORDS[support]) if support else tr("support not set")

    @property
    def count(self) -> str:
        """How many notes stand behind it, in words."""
        return ntr("{n} note", "{n} notes", self.behind) if self.behind else tr("no notes")

    @property
    def spoken(self) -> str:
        """The card as a screen reader says it."""
        terms = badges.terms_word(self.terms) if self.terms else ""
        said = (self.claim.wording, self.support, self.source, self.count, terms, self.lint)
        return clauses(said)


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


@dataclass(frozen=True)
class Board:
    """Everything on the page as values."""

    dialogue: Dialogue
    items: tuple[AgendaItem, ...]
    labels: Mapping[str, str]
    notes: tuple[Note, ...]
    cards: tuple[Card, ...] = ()
    used: frozenset[str] = field(default_factory=frozenset[str])

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

    @property
    def unused(self) -> int:
        """How many notes stand behind no finding."""
        return sum(1 for n in self.notes if n.id not in self.used)

    @property
    def to_check(self) -> list[Card]:
        """The cards whose wording is to be checked."""
        return [c for c in self.cards if c.lint]


def read_board(store: Store, dialogue: Dialogue) -> Board:
    """Return what the page shows of a dialogue; private notes and drafts are left out."""
    slots = starts(agenda.of_dialogue(store, dialogue.id), dialogue.hours).slots
    order = {slot.item.id: n for n, slot in enumerate(slots)}
    known = [n for n in notes.of_dialogue(store, dialogue.id) if not n.private and not n.draft]
    shown = sorted(known, key=lambda n: order.get(n.item, len(order)))
    found = findings.of_dialogue(store, dialogue.id)
    items = tuple(slot.item for slot in slots)
    labels = numbers(slots)
    by_id = {str(n.id): n for n in shown}
    cards = tuple(_card(f, dialogue, items, labels, by_id) for f in found)
    used = frozenset(n for f in found for n in f.notes)
    return Board(dialogue, items, labels, tuple(shown), cards, used)


def _card(
    finding: Finding,
    dialogue: Dialogue,
    items: Sequence[AgendaItem],
    labels: Mapping[str, str],
    by_id: Mapping[str, Note],
) -> Card:
    behind = [by_id[n] for n in finding.notes if n in by_id]
    lints = check_wording(finding, by_id)
    claim = finding.texts.best_text(dialogue.working_language)
    said = lint_words(lints[0]) if lints else ""
    terms = max((n.terms for n in behind), key=lambda t: t.strictness, default=None)
    return Card(finding, claim, _source(behind, items, labels), len(behind), said, terms)


def _source(behind: Sequence[Note], items: Sequence[AgendaItem], labels: Mapping[str, str]) -> str:
    """Return "Sessions 1, 3A"; an item without a number is called by its kind."""
    among = {note.item for note in behind}
    mine = [item for item in items if item.id in among]
    numbered = [labels[i.id] for i in mine if i.id in labels]
    others = [tr(wording.of(i.kind)) for i in mine if i.id not in labels]
    said = dict.fromkeys(others)
    if numbered:
        names = listed(numbered)
        first = ntr("Session {names}", "Sessions {names}", len(numbered), names=names)
        said = {first: None, **said}
    return clauses(said)


def lint_words(lint: Lint) -> str:
    """Return what there is to check, in a few words."""
    match lint.code:
        case LintCode.STRONG_WORD:
            n = int(str(lint.facts["n"]))
            word = lint.facts["word"]
            if n == 0:
                return tr("no note carries “{word}”", word=word)
            return ntr("“{word}” rests on {n} note", "“{word}” rests on {n} notes", n, word=word)
        case LintCode.BEYOND_SUPPORT:
            support = tr(SUPPORT_WORDS[Support(str(lint.facts["support"]))])
            word = lint.facts["word"]
            return tr("“{word}” is more than “{support}”", word=word, support=support)
        case LintCode.NO_NOTES:
            return tr("no notes behind it")
        case LintCode.NO_SUPPORT:
            return tr("support is not set")


def notes_by_item(board: Board) -> list[NoteGroup | NoteLine]:
    """Return the notes under their items in the order of the agenda."""
    language = theme.window_language()
    rows: list[NoteGroup | NoteLine] = []
    for item in board.items:
        mine = [n for n in board.notes if n.item == item.id]
        number = board.labels.get(item.id, "")
        title = item.titles.best(language)
        rows += _group(board, ItemId(item.id), number, title, mine, item.terms)
    return rows


def notes_by_kind(board: Board) -> list[NoteGroup | NoteLine]:
    """Return the notes under their kinds."""
    rows: list[NoteGroup | NoteLine] = []
    for kind in NoteKind:
        mine = [n for n in board.notes if n.kind is kind]
        rows += _group(board, f"kind-{kind}", "", tr(wording.of(kind)), mine)
    return rows


def _group(
    board: Board,
    key: str,
    number: str,
    words: str,
    mine: Iterable[Note],
    terms: Terms | None = None,
) -> list[NoteGroup | NoteLine]:
    lines = [NoteLine(n, n.id in board.used, None if n.terms is terms else n.terms) for n in mine]
    if not lines:
        return []
    unused = sum(1 for line in lines if not line.used)
    return [NoteGroup(f"group-{key}", number, words, unused, terms), *lines]
