"""What is observed about roles and presence, its remedies, and why somebody is suggested."""

from __future__ import annotations

from dialogueprep.words import later

ROLE_CHECKS: dict[str, str] = {
    "chair-not-coming": later("{name}, who chairs “{title}”, has declined."),
    "role-not-coming": later("{name} has declined, but has a role at “{title}”: {role}."),
    "arrives-later": later("{name} is down for “{title}” and arrives after it begins, on {when}."),
    "arrives-later-several": later(
        "{name} is down for {n} items and arrives after they begin, on {when}; “{title}” is first."
    ),
    "leaves-earlier": later("{name} is down for “{title}” and leaves before it ends, on {when}."),
    "leaves-earlier-several": later(
        "{name} is down for {n} items and leaves before they end, on {when}; “{title}” is first."
    ),
    "moderates-own-paper": later("{name} leads “{title}” and presents there too."),
    "nobody-leads": later("“{title}” has neither chair nor moderator."),
    "rapporteur-on-end": later(
        "{name} takes notes for {minutes} minutes on end, from “{first}” to “{last}”."
    ),
    "interpreter-on-end": later(
        "{name} interprets for {minutes} minutes on end, from “{first}” to “{last}”."
    ),
    "presents-twice": later("{name} presents at {n} items on {day}."),
    "side-presents-nowhere": later("Nobody from {delegation} presents."),
    "roles-unconfirmed": later("Roles are given to people who have not confirmed: {names}."),
}

ROLE_REMEDIES: dict[str, str] = {
    "only-at": later("Only {item}"),
    "hand-to": later("{role}: {name}"),
    "hand-at": later("{role} at {item}: {name}"),
    "take-roles": later("Take the roles"),
    "absent-then": later("Mark as absent then"),
    "no-longer": later("Not {role}"),
    "ask": later("Ask {name}, {item}"),
    "discussant-at": later("Discussant at {item}"),
    "show": later("Show {name}, {item}"),
    "open": later("Open {name}"),
}

CHOSEN: dict[str, str] = {
    "only-one": later("Nobody else who attends is free."),
    "side-waits": later("{delegation} has had this role least often."),
    "other-side": later("The delegation has no other role at this item."),
    "turn": later("{delegation} moderates neither before nor after."),
    "first-role": later("It is the only role of {name}."),
    "least-busy": later("{name} has {n} roles in all; the most that anybody has are {most}."),
    "senior": later("{name} is among the senior participants."),
    "early": later("{name} is at an early stage of the career."),
    "rested": later("No more than {minutes} minutes of notes on end."),
    "sector": later("Nobody else with a role at this item is from {sector}."),
}

LEFT_OPEN: dict[str, str] = {
    "nobody-attends": later("Nobody is down for it."),
    "all-taken": later("All who attend have a role there or elsewhere at that time."),
    "rules-forbid": later(
        "Whoever is free would moderate twice in a row for a delegation, or take notes too long."
    ),
    "all-rejected": later("Those who could have been rejected."),
}

OF_ROLES: dict[str, str] = {
    "targets-need-name": later("Write a name for the template."),
    "targets-name-taken": later("There is a template called “{name}” already."),
    "no-targets-to-keep": later("There are no targets yet. Set one at the bars beside the roster."),
    "cells-unreadable": later(
        "“{words}” stands for no role. Cells hold the letters {letters}, a dot, or nothing."
    ),
    "cells-empty": later("There is nothing on the clipboard that fits cells of the roster."),
}
