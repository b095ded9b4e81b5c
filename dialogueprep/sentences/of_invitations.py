"""Why an invitation, a letter, a calendar or a plate was not made."""

from __future__ import annotations

from dialogueprep.words import later

OF_INVITATIONS: dict[str, str] = {
    "time-zone-unknown": later(
        "This machine knows no time zone “{zone}”, so the calendar was not written. Choose the "
        "time zone of the dialogue from the list in its settings."
    ),
}
