"""What is wrong with a team's folder, or with joining it."""

from __future__ import annotations

from dialogueprep.words import later

OF_TEAMS: dict[str, str] = {
    "team-needs-passphrase": later(
        "A team folder needs a passphrase. Have one made, or type your own."
    ),
    "team-already": later("This dialogue has a team folder already. Leave that one first."),
    "team-is-here": later(
        "“{folder}” is a team folder already. Join it, or choose a folder of its own for this "
        "dialogue."
    ),
    "team-folder-of-workspace": later(
        "The workspace itself must not lie in a team folder, nor the team folder in the "
        "workspace. Choose another folder."
    ),
    "team-missing": later(
        "The team folder cannot be reached, or the file that makes it one is not there. Nothing is "
        "lost: all of your work is in your workspace, and the exchange goes on when the folder is "
        "back."
    ),
    "team-not-written": later(
        "The team folder could not be written: {reason}. Nothing is lost: all of your work is in "
        "your workspace, and it goes there when the folder can be written again."
    ),
    "team-not-there": later(
        "There is no team in “{folder}”, or its file has not arrived yet. Look whether it is the "
        "folder that you share with the others, and wait until it is in step."
    ),
    "team-file-incomplete": later(
        "The team’s file in the folder is not there whole yet. Wait until the folder is in step, "
        "then try again."
    ),
    "team-file-newer": later(
        "The team’s folder is of a newer version of the program. Install the newer version; "
        "nothing was changed."
    ),
    "team-other": later(
        "Another team has been founded in “{folder}”. Nothing is exchanged there. Leave the team "
        "and join this one, or ask whoever founded it to choose another folder."
    ),
    "team-passphrase": later(
        "This passphrase does not open the team folder. Ask for it again, letter by letter."
    ),
    "team-left": later("The team was left meanwhile; nothing more was written."),
    "team-none": later("This dialogue has no team folder."),
}
