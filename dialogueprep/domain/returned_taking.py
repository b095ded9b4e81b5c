"""What is written when edits of a draft that came back are taken over, each with its words."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.returned import ReturnEdit, ReturnKind
from dialogueprep.domain.returned_lines import Deed, with_line
from dialogueprep.domain.text_places import TextPlace
from dialogueprep.domain.texts import Texts

Taken = tuple[ReturnEdit, str]
"""An edit, and the words that are to stand; a paragraph is taken out without any."""
_BESIDE = (Deed.FINDING_AFTER, Deed.FINDING_BEFORE)


def accepted(edits: Iterable[Taken]) -> dict[tuple[str, str], tuple[TextPlace, Texts]]:
    """Return the changed texts by owner and field."""
    after: dict[tuple[str, str], tuple[TextPlace, Texts]] = {}
    last: dict[tuple[str, str], str] = {}
    for edit, words in edits:
        place = edit.place
        if place is None or not edit.can_be_edited:
            continue
        at = (place.owner, place.field)
        texts = after[at][1] if at in after else place.texts
        wording = texts.get(edit.language) or ""
        changed = _wording(edit, words.strip(), wording, last)
        if changed != wording:
            after[at] = place, texts.with_wording(edit.language, changed)
    return after


def new_findings(edits: Iterable[Taken]) -> tuple[Taken, ...]:
    """Return the edits that become findings beside others, each with its words."""
    return tuple((e, words.strip()) for e, words in edits if e.deed in _BESIDE and words.strip())


def dropped_findings(edits: Iterable[Taken]) -> tuple[str, ...]:
    """Return the ids of the findings that are removed."""
    gone = (e for e, words in edits if e.deed is Deed.DROP_FINDING and not words.strip())
    return tuple(dict.fromkeys(e.place.owner for e in gone if e.place))


def _wording(edit: ReturnEdit, words: str, wording: str, last: dict[tuple[str, str], str]) -> str:
    """Return a wording after an edit; ``last`` holds the line that was put in last behind each."""
    if words and edit.kind is not ReturnKind.NEW:
        return _with_words(wording, edit.line, words)
    if edit.deed is Deed.DROP_LINE:
        return with_line(wording, edit.deed, edit.line, "")
    if not words or edit.place is None:
        return wording
    if edit.deed is Deed.LINE_BEFORE:
        return with_line(wording, edit.deed, edit.line, words)
    if edit.deed is not Deed.LINE_AFTER:
        return wording
    behind = (edit.place.key, edit.line)
    made = with_line(wording, edit.deed, last.get(behind, edit.line), words)
    last[behind] = words
    return made


def _with_words(wording: str, old: str, new: str) -> str:
    lines = wording.split("\n")
    at = next((n for n, line in enumerate(lines) if line.strip() == old), None)
    if at is None:
        return wording
    return "\n".join((*lines[:at], new, *lines[at + 1 :]))
