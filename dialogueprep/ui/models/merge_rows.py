"""What both sides changed, as rows to decide on: all that hangs together is one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialogueprep.commands.merging import Merge
from dialogueprep.domain.merge_deciding import Decision, allowed
from dialogueprep.domain.merge_plan import Conflict, Reason
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.ui.models.merge_words import RowWords
from dialogueprep.words import later, listed, sentences, tr

_LOOKS = {
    Reason.BOTH: ("git-merge", later("changed on both sides")),
    Reason.DELETED_THERE: ("trash-2", later("deleted there, changed here")),
    Reason.DELETED_HERE: ("trash-2", later("deleted here, changed there")),
    Reason.PARENT_HERE: ("trash-2", later("deleted here, added to there")),
    Reason.PARENT_MISSING: ("circle-question-mark", later("what it belongs to is not here")),
    Reason.NO_NOTES: ("pen-off", later("note at an item without notes")),
    Reason.PRIVATE: ("eye-off", later("supported by a note that is private here")),
    Reason.AT_RULE: ("shield", later("statement at an item under the Rule")),
    Reason.TAKEN: ("copy", later("there is one of these here")),
}
_HINTS = {
    Reason.DELETED_THERE: later("Taking theirs deletes it here, with all that belongs to it."),
    Reason.DELETED_HERE: later("Taking theirs brings it back."),
    Reason.PARENT_HERE: later(
        "It was deleted here. Taking theirs brings it back with what is new."
    ),
    Reason.PARENT_MISSING: later("It cannot be taken in: what it belongs to is not in the file."),
    Reason.NO_NOTES: later("It cannot be taken in while the item goes without notes here."),
    Reason.PRIVATE: later("A private note supports no finding. Share the note first."),
    Reason.AT_RULE: later("Statements stand only at items on the record."),
    Reason.TAKEN: later("Rename one of the two, and take the file in again."),
}
_SIGNS = {
    Decision.MINE: ("check", "ok"),
    Decision.THEIRS: ("file-input", "ok"),
    Decision.BOTH: ("copy", "ok"),
}
_DECIDED = {
    Decision.MINE: later("Mine stays"),
    Decision.THEIRS: later("Theirs is taken"),
    Decision.BOTH: later("Both stay"),
}


@dataclass(frozen=True, slots=True)
class MergeRow:
    """Something to decide on: its words, and what was decided."""

    root: Ref
    reason: Reason
    noun: str
    title: str
    mine: str
    theirs: str
    along: str
    can: tuple[Decision, ...]
    decision: Decision | None = None

    @property
    def id(self) -> str:
        """The key of the row."""
        return key_of(self.root)

    @property
    def icon(self) -> str:
        """The sign of why it has to be decided on."""
        return _LOOKS[self.reason][0]

    @property
    def kind(self) -> str:
        """What it is and why it has to be decided on."""
        reason = tr(_LOOKS[self.reason][1])
        return tr("{noun}: {reason}", noun=self.noun, reason=reason)

    @property
    def line(self) -> str:
        """Both sides in one line."""
        mine, theirs = (" ".join(each.split()) for each in (self.mine, self.theirs))
        gone = tr("deleted")
        return f"{mine or gone} → {theirs or gone}"

    @property
    def decided(self) -> str:
        """The decision in words; nothing while it is open."""
        return tr(_DECIDED[self.decision]) if self.decision else ""

    @property
    def quiet(self) -> bool:
        """Whether the row stands back: it can only be left."""
        return not self.able

    @property
    def sign(self) -> tuple[str, str] | None:
        """The icon of the decision and its ink; nothing while it is open."""
        return _SIGNS[self.decision] if self.decision else None

    @property
    def able(self) -> bool:
        """Whether there is something to decide."""
        return bool(self.can)

    @property
    def hints(self) -> Sequence[str]:
        """What a decision does, and what comes along with it."""
        hint = tr(_HINTS[self.reason]) if self.reason in _HINTS else ""
        along = tr("Decided together with it: {what}.", what=self.along) if self.along else ""
        return hint, along

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return sentences((self.kind, self.title, self.line, self.decided))


def key_of(root: Ref) -> str:
    """Return the key of what is decided together."""
    return " ".join(root)


def rows_of(
    merge: Merge, words: RowWords, decisions: Mapping[str, str] | None = None
) -> tuple[MergeRow, ...]:
    """Return what is to be decided on, by what it is about."""
    together: dict[Ref, list[Conflict]] = {}
    for it in merge.conflicts:
        together.setdefault(it.root, []).append(it)
    made = [_row(merge, words, root, parts, decisions or {}) for root, parts in together.items()]
    return tuple(sorted(made, key=lambda row: (row.title, row.noun, row.id)))


def _row(
    merge: Merge,
    words: RowWords,
    root: Ref,
    parts: Sequence[Conflict],
    decisions: Mapping[str, str],
) -> MergeRow:
    it = next((each for each in parts if each.ref == root), parts[0])
    mine = merge.mine.rows.get(it.ref)
    decided = decisions.get(key_of(root))
    return MergeRow(
        root=root,
        reason=it.reason,
        noun=words.noun(words.subject(it.ref)),
        title=words.name(it.ref),
        mine="\n".join((words.told(it.ref, mine, it.theirs), *_kept(merge, it))),
        theirs="\n".join((words.told(it.ref, it.theirs, mine), *_brought(merge, it, parts))),
        along=_along(words, it, parts),
        can=allowed(it, mine),
        decision=Decision(decided) if decided else None,
    )


def _kept(merge: Merge, it: Conflict) -> list[str]:
    """Return the notes here of an item that was deleted there by somebody who did not know them."""
    if it.theirs is not None or it.ref[0] != "items":
        return []
    here = sorted(merge.mine.rows.items())
    return [
        row["wording"]
        for ref, row in here
        if ref[0] == "notes" and row["item"] == it.ref[1] and ref not in merge.theirs.graves
    ]


def _brought(merge: Merge, it: Conflict, parts: Sequence[Conflict]) -> list[str]:
    """Return the notes that are new there below what was deleted here."""
    new = [each for each in parts if each is not it and each.ref not in merge.mine.graves]
    return [each.theirs["wording"] for each in new if each.theirs and each.ref[0] == "notes"]


def _along(words: RowWords, it: Conflict, parts: Sequence[Conflict]) -> str:
    """Return what is decided with a row, with the words of what is new."""
    others = [each for each in parts if each is not it and each.ref[0] != "texts"]
    counts = Counter(words.noun(each.ref) for each in others)
    return listed(tr("{noun} ({n})", noun=noun, n=n) for noun, n in sorted(counts.items()))
