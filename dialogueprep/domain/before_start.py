"""What a rapporteur looks after before the first item, on the machine and in the room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dialogueprep.words import later


class Check(StrEnum):
    """One point of the checklist."""

    INPUT_METHOD = "input method"
    CLIPBOARD = "clipboard"
    SCREEN = "screen"
    FOLDERS = "folders"
    POWER = "power"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Point:
    """What is to be done, and why."""

    words: str
    why: str


POINTS: dict[Check, Point] = {
    Check.INPUT_METHOD: Point(
        later("Input methods neither learn nor send what is typed"),
        later("Turn off cloud candidates, and learning of new words, for as long as you write."),
    ),
    Check.CLIPBOARD: Point(
        later("The clipboard keeps no history"),
        later("A history, or one shared between devices, holds what was cut and copied."),
    ),
    Check.SCREEN: Point(
        later("The screen is not shared or recorded"),
        later("Not in a video call, not on the projector, not in somebody’s view."),
    ),
    Check.FOLDERS: Point(
        later("The workspace lies in no synchronised folder"),
        later("A folder that is copied to a server takes the workspace there."),
    ),
    Check.POWER: Point(
        later("The machine has power for the day"),
        later("A charger at the seat; the machine does not sleep while you listen."),
    ),
    Check.RULE: Point(
        later("The terms are read out"),
        later("The chair reads the Rule at the opening, and what holds where it differs."),
    ),
}
