"""The short forms of a house, which become their words as one goes on writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from dialogueprep.domain.house_phrases import Phrase, expanded, with_space
from dialogueprep.ui.qt_places import counted_by, place
from dialogueprep.workflows import marks


def expand(field: QPlainTextEdit, phrases: Sequence[Phrase]) -> bool:
    """Put the words of a phrase in the place of its short form before the caret, if one stands

    there; return whether one did.
    """
    cursor = field.textCursor()
    text = field.toPlainText()
    before = text[: counted_by(text, cursor.position())]
    found = None if cursor.hasSelection() else expanded(before, phrases, marks.latin_keys)
    if found is None:
        return False
    start, words = found
    cursor.setPosition(place(text, start), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(with_space(words))
    return True
