"""Edits and comments of a draft that came back, as rows with what was decided on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogueprep.domain.programme_rows import Tracking
from dialogueprep.domain.returned import ReturnEdit, ReturnKind
from dialogueprep.domain.returned_lines import Deed
from dialogueprep.words import clauses, later, tr
from dialogueprep.workflows.translation_sheet import named

ACCEPT, EDIT, DECLINE, NOTE = "accept", "edit", "decline", "note"
_LOOKS = {
    ReturnKind.REWORDED: ("pen-line", later("Other words")),
    ReturnKind.AROUND: ("pen-line", later("Other words")),
    ReturnKind.COMPOSED: ("info", later("Sentence of the program")),
    ReturnKind.NEW: ("plus", later("New words")),
    ReturnKind.LEFT_OUT: ("inbox", later("Left out")),
    ReturnKind.COMMENT: ("message-square", later("Comment")),
}
_HINTS = {
    ReturnKind.AROUND: later(
        "Words that the program puts before the text are changed too. Edit the text itself."
    ),
    ReturnKind.COMPOSED: later(
        "The program makes this sentence from the data. Change the data, not the sentence."
    ),
    ReturnKind.NEW: later("No text of the document is like it. Write it where it belongs."),
    ReturnKind.LEFT_OUT: later("The text stays until it is removed by hand."),
}
_DEEDS = {
    Deed.LINE_AFTER: later("Accepted, it becomes a line of this text."),
    Deed.LINE_BEFORE: later("Accepted, it becomes a line of this text."),
    Deed.FINDING_AFTER: later("Accepted, it becomes a finding, without notes behind it yet."),
    Deed.FINDING_BEFORE: later("Accepted, it becomes a finding, without notes behind it yet."),
    Deed.DROP_LINE: later("Accepted, it is taken out of the text."),
    Deed.DROP_FINDING: later("Accepted, the finding is removed in all languages."),
}
_NEW = (Deed.FINDING_AFTER, Deed.FINDING_BEFORE)
_TRACKED = {
    Tracking.INSERTED: later("inserted “{text}”"),
    Tracking.DELETED: later("deleted “{text}”"),
}
_SIGNS = {
    ACCEPT: ("check", "ok"),
    EDIT: ("pen-line", "ok"),
    DECLINE: ("x", "ink3"),
    NOTE: ("bookmark", "ink2"),
}
_DECIDED = {
    ACCEPT: later("Accepted"),
    EDIT: later("Accepted in other words"),
    DECLINE: later("Turned down"),
    NOTE: later("Noted"),
}
_UNTRACKED = later("Not tracked in the file: the text may have changed here since it was sent.")


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """An edit or comment. ``tracking`` is whether the file tracks changes at all, ``said`` why
    its words would be kept in others."""

    edit: ReturnEdit
    decision: str = ""
    tracking: bool = False
    said: str = ""

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
        """Its kind in words, and whether there is a comment."""
        words = tr(_LOOKS[self.edit.kind][1])
        with_comment = self.edit.comments and self.edit.kind is not ReturnKind.COMMENT
        return clauses((words, tr("with a comment") if with_comment else ""))

    @property
    def title(self) -> str:
        """What it is about."""
        if self.edit.deed in _NEW:
            return tr("New finding")
        if self.edit.place is not None:
            return named(self.edit.place)
        return tr("The document")

    @property
    def mine(self) -> str:
        """The words here."""
        return self.edit.mine

    @property
    def theirs(self) -> str:
        """The words in the file, as they would be kept."""
        return self.edit.theirs

    @property
    def line(self) -> str:
        """The comment, or the words in the file, in one line."""
        words = "; ".join(self.edit.comments) if self.edit.kind is ReturnKind.COMMENT else ""
        return " ".join((words or self.edit.theirs or self.edit.mine).split())

    @property
    def able(self) -> bool:
        """Each can be decided on."""
        return True

    @property
    def quiet(self) -> bool:
        """Whether the row stands back: it was declined."""
        return self.decision == DECLINE

    @property
    def sign(self) -> tuple[str, str] | None:
        """The icon of the decision and its ink."""
        return _SIGNS.get(self.decision)

    @property
    def decided(self) -> str:
        """The decision in words."""
        return tr(_DECIDED[self.decision]) if self.decision in _DECIDED else ""

    @property
    def hints(self) -> Sequence[str]:
        """The comments, what was tracked, and what can be done with it."""
        edit = self.edit
        beside = () if edit.kind is ReturnKind.COMMENT else edit.comments
        found = [tr("Comment: {words}", words=words) for words in beside]
        if edit.tracked:
            told = [tr(_TRACKED[t.what], text=t.text.strip()) for t in edit.tracked]
            found.append(tr("Tracked in the file: {changes}.", changes=clauses(told)))
        elif self.tracking and edit.kind in (ReturnKind.REWORDED, ReturnKind.COMPOSED):
            found.append(tr(_UNTRACKED))
        if edit.deed is not None:
            found.append(tr(_DEEDS[edit.deed]))
        elif edit.kind in _HINTS:
            found.append(tr(_HINTS[edit.kind]))
        return [*found, self.said]

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.kind, self.title, self.line, self.decided))
