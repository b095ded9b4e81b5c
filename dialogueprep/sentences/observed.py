"""What is observed and why it is proposed: no refusals."""

from __future__ import annotations

from dialogueprep.words import later

CHECKS: dict[str, str] = {
    "in-two-lanes": later("{name} is seated in two groups at once: “{first}” and “{last}”."),
    "several-in-two-lanes": later(
        "{name} are seated in two groups at once: “{first}” and “{last}”."
    ),
    "breakout-lacks-rapporteur": later("“{title}” has no rapporteur."),
    "breakouts-lack-report": later("Nobody reports back from “{first}” to “{last}”."),
    "opens-with-sensitive": later("The discussion opens with a sensitive topic: “{title}”."),
    "ends-with-sensitive": later("“{title}” is sensitive, comes last, and no pause follows it."),
    "same-delegation-moderates": later(
        "The delegation {delegation} moderates “{first}” and then “{last}”."
    ),
    "long-sitting": later(
        "From “{first}” to “{last}” there are {minutes} minutes without a pause."
    ),
}


WHOLE_CHECKS: dict[str, str] = {
    "one-delegation-stacked": later(
        "{count} items in a row are presented by {delegation} alone: “{first}” to “{last}”."
    ),
    "one-delegation-concerned": later(
        "{count} items in a row are sensitive for {delegation} alone: “{first}” to “{last}”."
    ),
    "one-delegation-opens": later(
        "On day {day}, {delegation} presents first at each of {count} items."
    ),
    "no-presenter": later("“{title}” has no presenter."),
    "several-without-presenter": later(
        "{count} items have no presenter, the first of them “{title}”."
    ),
}


LIKENESS: dict[str, str] = {
    "same-title": later("They have the same title. {percent}% alike."),
    "same-words": later("They share rare words: {words}. {percent}% alike."),
    "same-idea": later(
        "They are in different languages and share {signs}. Of what can be compared, "
        "they share {percent}%."
    ),
}


SUGGESTED: dict[str, str] = {
    "new-dimension": later("It brings in a dimension that is not on the agenda: {dimension}."),
    "never-used": later("It was on no agenda yet."),
    "ended-unresolved": later("It was last discussed in {when} and ended unresolved."),
    "used-before": later("It was last on an agenda in {when}."),
    "rated": later("It is rated {sensitivity} for sensitivity and {operability} for operability."),
    "begins-low": later("It comes first, so that the talks begin with little at stake."),
    "ends-mild": later("It comes last, so that the talks do not end on a sensitive topic."),
}
