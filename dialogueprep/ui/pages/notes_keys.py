"""The keys of the notes page, as F1 lists them."""

from __future__ import annotations

from dialogueprep.ui.page import KeyHint
from dialogueprep.words import tr


def keys_of_notes() -> list[KeyHint]:
    """Return the keys of writing and of the chosen note."""
    return [
        KeyHint("Enter", tr("keep the line; in a chosen note: change its words")),
        KeyHint("Shift+Enter", tr("a new line inside the note")),
        KeyHint("Ctrl+Shift+Enter", tr("a note for each line that stands in the field")),
        KeyHint("Ctrl+1", tr("kind of the line, up to Ctrl+7; in the list 1 to 7")),
        KeyHint("Ctrl+J", tr("attribution of the line; in the list A")),
        KeyHint("Tab", tr("take neutral words; Down chooses others, Esc leaves them")),
        KeyHint("jp:", tr("at the start of a line: its attribution, in words too: many experts:")),
        KeyHint("?2", tr("at the start of a line: under question 2; >1 about the table’s first")),
        KeyHint("#", tr("and a word: a tag; // at the start: for yourself only")),
        KeyHint(";", tr("and letters, then a space: a house phrase")),
        KeyHint("Up", tr("in the empty line: to the last note; Down or Esc: back to the line")),
        KeyHint("Alt+Up", tr("move the chosen note up, Alt+Down down")),
        KeyHint("Alt+Right", tr("indent the chosen note, Alt+Left back")),
        KeyHint("Ctrl+Enter", tr("keep the line, the next is of its kind; in a note: split it")),
        KeyHint("J", tr("join the chosen note with the next")),
        KeyHint("P", tr("keep the chosen note to yourself, or share it")),
        KeyHint("Q", tr("move the chosen note to another question")),
        KeyHint("S", tr("set the chosen note aside")),
        KeyHint("R", tr("give the chosen note an attribution that holds")),
        KeyHint("Del", tr("remove the chosen note")),
        KeyHint("Shift+Del", tr("strike the chosen note beyond recovery")),
        KeyHint("Ctrl+Shift+X", tr("strike the last remark beyond recovery")),
        KeyHint("Ctrl+Shift+O", tr("stricter terms from here, and back")),
    ]
