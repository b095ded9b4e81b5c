"""Texts in a language, and translations that came back, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogueprep.domain import wording
from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, TextState
from dialogueprep.domain.translating import Coming, Translation, state_in
from dialogueprep.words import clauses, later, tr
from dialogueprep.workflows.translation_sheet import named

TAKE, LEAVE = "take", "leave"
_COMING = {
    Coming.NEW: ("plus", later("New")),
    Coming.CHANGED: ("pen-line", later("Changed")),
    Coming.UNCHANGED: ("check", later("Unchanged")),
    Coming.OUTDATED: ("triangle-alert", later("The original changed meanwhile")),
    Coming.UNKNOWN: ("circle-question-mark", later("Unknown row")),
}
_SIGNS = {TAKE: ("check", "ok"), LEAVE: ("x", "ink3")}
_DECIDED = {TAKE: later("To be taken in"), LEAVE: later("Left out")}
_STATES = {
    TextState.ORIGINAL: "check",
    TextState.TRANSLATED: "languages",
    TextState.CHECKED: "circle-check",
    TextState.STALE: "triangle-alert",
}


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """A wording that came back, with what was decided on it.

    ``said`` is why it would be kept in other words than the file has.
    """

    translation: Translation
    decision: str = ""
    said: str = ""

    @property
    def id(self) -> str:
        """The key of the text and the language."""
        return self.translation.id

    @property
    def icon(self) -> str:
        """The sign of what it is."""
        return _COMING[self.translation.what][0]

    @property
    def kind(self) -> str:
        """What it is, and in which language."""
        words = tr(_COMING[self.translation.what][1])
        return clauses((words, LANGUAGE_NAMES[self.translation.language]))

    @property
    def title(self) -> str:
        """What the text is called."""
        place = self.translation.place
        return named(place) if place else self.translation.key

    @property
    def mine(self) -> str:
        """The wording here."""
        return self.translation.mine

    @property
    def theirs(self) -> str:
        """The wording in the sheet, as it would be kept."""
        return self.translation.theirs

    @property
    def line(self) -> str:
        """The wording in one line."""
        return " ".join(self.theirs.split())

    @property
    def able(self) -> bool:
        """Whether it can be taken in."""
        return self.translation.can_be_taken

    @property
    def quiet(self) -> bool:
        """Whether the row stands back."""
        return not self.able or self.decision == LEAVE

    @property
    def sign(self) -> tuple[str, str] | None:
        """The icon of the decision and its ink."""
        return _SIGNS.get(self.decision) if self.able else None

    @property
    def decided(self) -> str:
        """The decision in words."""
        return tr(_DECIDED[self.decision]) if self.able and self.decision in _DECIDED else ""

    @property
    def hints(self) -> Sequence[str]:
        """The original that stands here, and what taking it in means where that needs words."""
        it = self.translation
        if it.place is None:
            unknown = tr(
                "No text here has the key {key}. It may have been removed, or the sheet is of "
                "another dialogue.",
                key=it.key,
            )
            return (unknown,)
        here = tr("Original: {words}", words=it.place.texts.entries[0].wording)
        if it.what is not Coming.OUTDATED:
            return here, self.said
        there = tr("Original in the sheet: {words}", words=it.original_there)
        after = tr("If you take it in, the wording counts as out of date.")
        return here, there, after, self.said

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.kind, self.title, self.line, self.decided))


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text as the list of a language shows it."""

    place: TextPlace
    language: Language

    @property
    def id(self) -> str:
        """The key of the text."""
        return self.place.key

    @property
    def state(self) -> TextState | None:
        """Its state in the language; None if it has no wording there."""
        return state_in(self.place.texts, self.language)

    @property
    def icon(self) -> str:
        """The sign of its state."""
        return _STATES[self.state] if self.state else "circle-dashed"

    @property
    def kind(self) -> str:
        """What it is called."""
        return named(self.place)

    @property
    def title(self) -> str:
        """The wording in the language, else the original, in one line."""
        return " ".join(self.place.texts.best(self.language).split())

    @property
    def line(self) -> str:
        """The state in words."""
        if self.state is None:
            return tr("Missing")
        return tr(wording.of(self.state))

    @property
    def quiet(self) -> bool:
        """Whether the row stands back: there is nothing to do."""
        return self.state in (TextState.ORIGINAL, TextState.CHECKED)

    @property
    def sign(self) -> tuple[str, str] | None:
        """Nothing is decided on a text."""
        return None

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.kind, self.title, self.line))
