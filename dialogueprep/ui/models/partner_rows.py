"""A partner's edits as rows, with what the user decided on each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from dialogueprep.domain.partner_edits import Edit, EditKind
from dialogueprep.domain.programme_rows import Tracking
from dialogueprep.ui.painting import Mark
from dialogueprep.words import clauses, later, tr

_LOOKS = {
    EditKind.NEW: ("plus", later("New item")),
    EditKind.GONE: ("inbox", later("Left out")),
    EditKind.TIME: ("clock", later("Time")),
    EditKind.TITLE: ("pen-line", later("Title")),
    EditKind.PLACE: ("pen-line", later("Room")),
    EditKind.QUESTION: ("circle-question-mark", later("New question")),
    EditKind.NO_QUESTION: ("circle-question-mark", later("Question left out")),
    EditKind.REWORDED: ("circle-question-mark", later("Question in other words")),
    EditKind.ROLE: ("user-check", later("Roles")),
    EditKind.TERMS: ("shield", later("Terms")),
    EditKind.REMARK: ("info", later("Other words")),
    EditKind.COMMENT: ("message-square", later("Comment")),
}
_TRACKED = {
    Tracking.INSERTED: later("inserted “{text}”"),
    Tracking.DELETED: later("deleted “{text}”"),
}
_HINTS = {
    EditKind.TERMS: later("If you accept, earlier notes keep their terms."),
    EditKind.REWORDED: later("If you accept, the question keeps its notes."),
    EditKind.GONE: later("If you accept, the item is set aside with its notes and roles."),
    EditKind.REMARK: later("Only shown: the words fit nothing here, or name somebody unknown."),
    EditKind.COMMENT: later("Only shown. By whom and when is not read."),
    EditKind.TIME: later("Items keep following each other; one is anchored only if it must be."),
}


class Decision(StrEnum):
    """What was decided on an edit."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


_SIGNS = {Decision.ACCEPTED: ("check", "ok"), Decision.REJECTED: ("x", "ink3")}
_DECIDED = {
    Decision.ACCEPTED: later("Accepted"),
    Decision.REJECTED: later("Rejected"),
}


@dataclass(frozen=True, slots=True)
class EditRow:
    """An edit as the list shows it."""

    edit: Edit
    decision: Decision = Decision.OPEN

    @property
    def id(self) -> str:
        """The key of the edit."""
        return self.edit.key

    @property
    def icon(self) -> str:
        """The sign of its kind."""
        return _LOOKS[self.edit.kind][0]

    @property
    def kind(self) -> str:
        """Its kind in words."""
        return tr(_LOOKS[self.edit.kind][1])

    @property
    def title(self) -> str:
        """The item that it is about."""
        return self.edit.title or tr("The whole programme")

    @property
    def line(self) -> str:
        """Both sides in one line."""
        mine, theirs = (" ".join(each.split()) for each in (self.edit.mine, self.edit.theirs))
        return f"{mine} → {theirs}" if mine and theirs else theirs or mine

    @property
    def decided(self) -> str:
        """The decision in a word; nothing while it is open."""
        return tr(_DECIDED[self.decision]) if self.decision in _DECIDED else ""

    @property
    def quiet(self) -> bool:
        """Whether the row stands back: it was rejected, or is there to be read only."""
        return self.decision is Decision.REJECTED or not self.able

    @property
    def sign(self) -> tuple[str, str] | None:
        """The icon of the decision and its ink; nothing while it is open."""
        return _SIGNS.get(self.decision)

    @property
    def mine(self) -> str:
        """The words in the agenda."""
        return self.edit.mine

    @property
    def theirs(self) -> str:
        """The words in the file."""
        return self.edit.theirs

    @property
    def able(self) -> bool:
        """Whether it can be taken over."""
        return self.edit.kind.can_be_taken

    @property
    def hints(self) -> Sequence[str]:
        """What was tracked, and what accepting it does, where that needs words."""
        told = [tr(_TRACKED[t.what], text=t.text.strip()) for t in self.edit.tracked]
        tracked = tr("Tracked in the file: {changes}.", changes=clauses(told)) if told else ""
        return tracked, tr(_HINTS[self.edit.kind]) if self.edit.kind in _HINTS else ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.kind, self.title, self.line, self.decided))


def marks_between(one: str, other: str) -> tuple[list[Mark], list[Mark]]:
    """Return what is marked in each of two wordings: the words that the other does not have."""
    if not one or not other:
        return [], []
    mine, theirs = _words(one), _words(other)
    matcher = SequenceMatcher(None, [w for w, _ in mine], [w for w, _ in theirs], autojunk=False)
    left: list[Mark] = []
    right: list[Mark] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        left += _stretch(mine[a:b])
        right += _stretch(theirs[c:d])
    return left, right


def _words(text: str) -> list[tuple[str, int]]:
    found = re.finditer(r"[A-Za-z0-9À-ɏ’']+|\S", text)
    return [(m[0], m.start()) for m in found]


def _stretch(words: Sequence[tuple[str, int]]) -> list[Mark]:
    if not words:
        return []
    last, at = words[-1]
    return [Mark(words[0][1], at + len(last), "mark")]
