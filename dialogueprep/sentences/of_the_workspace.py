"""What is wrong with a workspace, its keys or its disk."""

from __future__ import annotations

from dialogueprep.words import later

OF_THE_WORKSPACE: dict[str, str] = {
    "wrong-passphrase": later(
        "This passphrase does not open the workspace. The workspace itself is sound; try again."
    ),
    "wrong-key": later(
        "This key does not open the workspace. The workspace itself is sound; use another key."
    ),
    "key-not-256-bit": later("A key has 32 bytes, or 64 hexadecimal digits."),
    "key-file-unreadable": later("The key file “{name}” could not be read."),
    "no-key-store": later(
        "This computer has no key store that the program can use. Choose a passphrase instead."
    ),
    "last-key-holder": later(
        "This is the last key of the workspace. Add another before you remove it."
    ),
    "recovery-key-length": later("A recovery key has {wants} letters and digits; there are {has}."),
    "recovery-key-group": later(
        "There is a slip in group {number} of the recovery key. Compare it with the sheet."
    ),
    "key-change-waits": later(
        "Notes wait in the emergency journal, which the new key could not open. Let them come into "
        "the workspace first."
    ),
    "place-is-the-workspace": later(
        "This folder lies inside the workspace itself. Choose one on another disk or a stick."
    ),
    "second-place-stopped": later(
        "The second place in “{place}” stopped answering. What was copied there is whole; the rest "
        "follows when it is back."
    ),
    "second-place-full": later(
        "The second place in “{place}” is full. What was copied there is whole; the rest follows "
        "when there is room."
    ),
    "second-place-read-only": later(
        "The second place in “{place}” cannot be written to. What was copied there is whole; the "
        "rest follows when it can."
    ),
    "no-sound-copy": later(
        "No copy in “{place}” can be read whole with this key. Nothing has been changed."
    ),
    "move-inside": later("A workspace cannot be moved into itself. Choose another folder."),
    "keys-damaged": later(
        "The key file “{name}” of this workspace and its copy are damaged, so that no passphrase "
        "can be checked. Nothing has been changed. Put back “{name}” from a copy of the folder."
    ),
    "workspace-damaged": later(
        "The workspace in “{folder}” is damaged and stays closed. Nothing has been changed. One of "
        "its copies can be put back, if it has any."
    ),
    "workspace-newer": later(
        "“{name}” was made by a newer version of the program. It was left as it is; install the "
        "newer version to open it."
    ),
    "workspace-in-use": later(
        "The workspace is open already: {user} on {host}, process {pid}, since {since}. Close it "
        "there first."
    ),
    "workspace-missing": later("There is no workspace in “{folder}”."),
    "workspace-exists": later("“{folder}” holds a workspace already. Choose an empty folder."),
    "workspace-unreadable": later(
        "The workspace in “{folder}” could not be opened. Check that you may write to the folder."
    ),
    "workspace-read-only": later(
        "The workspace in “{folder}” could not be written to. The last change was not kept; all "
        "before it is safe."
    ),
    "workspace-busy": later(
        "Another program holds the file in “{folder}”. The last change was not kept; try again."
    ),
    "disk-full": later(
        "The disk is full. The last change was not kept; all before it is safe. Free some space."
    ),
    "nowhere-to-write": later(
        "Neither the workspace nor the emergency journal on this computer can be written. What you "
        "typed last is in memory only: copy it elsewhere before you close the program."
    ),
    "disk-trouble": later(
        "The disk with “{folder}” reported a fault. The last change was not kept; all before it "
        "is safe. Copy the folder to another disk."
    ),
    "workspace-trouble": later(
        "The workspace refused this: {reason}. Nothing has been changed by it."
    ),
    "cannot-undo": later(
        "“{label}” can no longer be taken back, because something after it was removed for good. "
        "Nothing has been changed; what you do from now on can be undone."
    ),
    "backup-damaged": later(
        "The copy “{name}” is damaged and was not put back. The workspace is as it was."
    ),
}
