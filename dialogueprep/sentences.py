"""The sentence for each code of a refusal or a trouble.

A sentence says what happened, what is safe, and what to do. Its facts are named in braces.
"""

from __future__ import annotations

from dialogueprep.domain.errors import Explained
from dialogueprep.words import later, tr

SENTENCES: dict[str, str] = {
    "sample-file-unreadable": later(
        "The shipped file “{file}” could not be read: {reason}. Your own work is not touched. "
        "Install the program again to get the file back."
    ),
    "cannot-write": later(
        "“{name}” could not be written: {reason}. Nothing was left half-written, and an older "
        "file of that name is unchanged. Free some space or choose another folder."
    ),
}


def explain(error: Explained) -> str:
    """Return the sentence for an error, in the window's language."""
    sentence = SENTENCES.get(error.code)
    return tr(sentence, **error.facts) if sentence else f"{error.code} {error.facts or ''}".strip()
