"""Templates of agendas, and rounds of a series."""

from __future__ import annotations

from dialogueprep.words import later

OF_ROUNDS: dict[str, str] = {
    "template-needs-name": later("A template needs a name in at least one language."),
    "template-name-taken": later("Another template is called “{name}”. Choose another name."),
    "template-without-items": later(
        "The agenda is empty. Put something on it before it becomes a template."
    ),
    "template-unreadable": later(
        "“{file}” is no template of an agenda that can be read here ({reason}). Nothing was "
        "taken in."
    ),
    "series-needs-name": later("A series needs a name."),
    "follow-up-needs-words": later("Write what is to be done."),
    "template-too-large": later("“{name}” is too large for a template of an agenda."),
}
