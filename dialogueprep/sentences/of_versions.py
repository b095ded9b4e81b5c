"""Editions of an agenda, and programmes that come back."""

from __future__ import annotations

from dialogueprep.words import later

OF_VERSIONS: dict[str, str] = {
    "nothing-to-circulate": later("The agenda is empty. Put something on it first."),
    "circulated-already": later(
        "Nothing is different since version {number} was circulated. There is nothing to send."
    ),
    "programme-without-times": later(
        "No times were found in “{name}”. A programme has a time in front of each item, or a "
        "table with a column of times."
    ),
    "programme-not-word": later("“{name}” is no Word file. Save the programme as .docx."),
    "programme-too-long": later("“{name}” holds more than {most} items. It is no programme."),
}
