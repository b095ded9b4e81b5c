"""Why an invitation, a letter, a calendar or a plate was not made."""

from __future__ import annotations

from dialogueprep.words import later

OF_INVITATIONS: dict[str, str] = {
    "time-zone-unknown": later(
        "This machine knows no time zone “{zone}”, so the calendar was not written. Choose the "
        "time zone of the dialogue from the list in its settings."
    ),
    "answer-before-invitation": later(
        "For {name}, the answer or its deadline lies before the day of the invitation. Nothing was "
        "changed. Correct one of the days."
    ),
    "weeks-out-of-range": later(
        "Answers can be wanted 0 to {most} weeks before the first day. Nothing was changed."
    ),
    "substitute-for-nobody": later(
        "A substitute can be nominated for somebody who has declined. Nobody was added. Mark the "
        "person as declined first."
    ),
    "letter-unresolved": later(
        "The letter to {name} still holds {fields}, so no letter was written. Write the name of a "
        "field as it stands in the list, or take it out."
    ),
    "letter-without-field": later(
        "The letter to {name} needs {fields}, which is not known, so no letter was written. Fill "
        "it in, or take the field out of the letter."
    ),
    "file-has-properties": later(
        "The file “{name}” holds more about itself than its title ({part}), so it was not kept. "
        "Report this as a mistake of the program."
    ),
    "template-unsuitable": later(
        "The file “{name}” cannot serve as letter paper: {reason}. Nothing was written. Choose "
        "another .docx file, or save this one again after you have mended that."
    ),
}
