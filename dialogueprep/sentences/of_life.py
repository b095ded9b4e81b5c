"""What is refused in the life of a dialogue, and where something is destroyed."""

from __future__ import annotations

from dialogueprep.words import later

OF_LIFE: dict[str, str] = {
    "dialogue-gone": later("This dialogue is not in the workspace any more."),
    "dialogue-destroyed": later(
        "This dialogue was purged in this workspace. It does not come back with a kit; take the "
        "kit into another workspace if it is needed there."
    ),
    "closed-dialogue-stays": later(
        "A closed dialogue stays. Open it again to remove it, or purge it for good."
    ),
    "date-not-believed": later(
        "This computer says that today is {day}, which does not fit the days before. Nothing was "
        "destroyed. Set its date right, or do it in the window, where you can confirm the date."
    ),
    "reopening-needs-a-reason": later("Say in a few words why the dialogue is opened again."),
    "notes-before-drafting": later(
        "The notes of this dialogue are still at work. They can be destroyed once it is in "
        "drafting or closed."
    ),
}
