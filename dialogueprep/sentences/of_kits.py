"""What is wrong with a kit, or with taking it in."""

from __future__ import annotations

from dialogueprep.words import later

OF_KITS: dict[str, str] = {
    "kit-needs-passphrase": later("A kit needs a passphrase. Have one made, or type your own."),
    "passphrase-too-short": later(
        "This passphrase is too short. Take several words, or have one made."
    ),
    "kit-passphrase": later(
        "This passphrase does not open “{name}”. The file is whole; ask for the passphrase again, "
        "letter by letter."
    ),
    "kit-damaged": later(
        "“{name}” is damaged: something in it was changed after it was made. Nothing has been "
        "taken in. Ask for the file again and compare the fingerprint."
    ),
    "kit-incomplete": later(
        "“{name}” is not all there: its end is missing, as when copying was broken off. Nothing "
        "has been taken in. Copy the file again."
    ),
    "kit-newer": later(
        "“{name}” was made by a newer version of the program. Nothing has been taken in; install "
        "the newer version to open it."
    ),
    "not-a-kit": later("“{name}” is not a kit of this program. Nothing has been taken in."),
    "kit-unreadable": later("“{name}” could not be read. Nothing has been taken in."),
    "kit-to-be-decided": later(
        "Changed both in the kit and in the workspace: {n}. Nothing has been taken in. In the "
        "window both sides are shown, to be decided on."
    ),
    "dialogue-is-here": later(
        "This dialogue is in the workspace already. What the kit brings has to be brought together "
        "with it."
    ),
}
