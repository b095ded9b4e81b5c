"""What a rule of the work forbids."""

from __future__ import annotations

from dialogueprep.words import later

OF_RULES: dict[str, str] = {
    "topic-not-offered": later(
        "“{title}” is not offered to this dialogue: it is unrated, above the ceiling, or its "
        "format leaves out a delegation at the table. Rate it in the library, or choose another."
    ),
    "terms-not-stricter": later(
        "Within an item the terms can only become stricter, since what was said before was said "
        "under the terms of then."
    ),
    "item-minutes": later("An agenda item lasts from {shortest} to {longest} minutes."),
    "item-needs-title": later("An agenda item needs a title."),
    "dialogue-needs-name": later("A dialogue needs a name."),
    "workspace-needs-name": later("A workspace needs a name."),
    "person-needs-family-name": later(
        "A person needs a family name; somebody with one name only has it there."
    ),
    "person-takes-part-already": later("{name} takes part in this dialogue already."),
    "entry-needs-title": later("An entry of the library needs a title."),
    "finding-without-topic": later(
        "“{claim}” rests on nothing that was discussed under a topic of the library. Choose the "
        "topic under which it comes home."
    ),
    "merge-different-kinds": later("A topic and a recommendation do not become one entry."),
    "merge-used-in-closed-dialogue": later(
        "“{title}” was used in a dialogue that is closed, so it stays. Merge the other entry into "
        "it, or link the two as variants."
    ),
    "people-both-in-closed-dialogues": later(
        "Both entries of {name} stand in closed dialogues, which keep what they have. They stay "
        "two; remember them as not the same, or reopen one of the dialogues."
    ),
    "merge-with-itself": later("These are one entry already."),
    "rating-needs-reason": later("A rating needs a reason, one line is enough."),
    "not-drafted-yet": later("Findings come home once the dialogue is in drafting or closed."),
    "finding-identifies": later("“{words}” may tell who spoke. Use neutral words first."),
    "review-before-rating": later("The day to look at it again has to lie ahead."),
    "nothing-accepted": later("Nothing was accepted yet. Accept a proposal first."),
    "tag-needs-word": later("A tag needs a word in at least one language."),
    "tag-taken": later("Another tag is called “{word}” already. Merge them, or write another."),
    "tags-to-merge": later("Choose two tags or more to merge them."),
    "nothing-to-change": later("Nothing was chosen yet that would change the entries."),
    "all-named-in-closed-dialogues": later(
        "Each of these stands in a closed dialogue, which keeps what it names. Nothing was removed."
    ),
    "search-without-words": later("A saved search needs a name and something to search for."),
    "search-name-taken": later("Another saved search is called {name}."),
    "statement-is-empty": later("A statement needs the exact words."),
    "statement-needs-consent": later(
        "Words are quoted with consent only. Write the day on which the person gave it."
    ),
    "withdrawn-before-consent": later("A consent is withdrawn on the day it was given, or later."),
    "statement-at-rule-item": later(
        "Words stand beside a name only at an item on the record, or quoted with consent at none."
    ),
    "published-needs-words": later("Write what is public, or where it stands."),
    "designation-needs-words": later("An entry needs the words that documents use."),
    "designation-not-settled": later(
        "“{usage}” is not settled, so nothing can be put in its place. Settle it first."
    ),
    "item-has-statements": later(
        "Statements on the record were made at this item. Take them from the item first."
    ),
    "phrase-cannot-be-typed": later(
        "A short form has letters, digits or hyphens, no spaces, and twenty of them at most."
    ),
    "phrase-needs-words": later("A house phrase needs the words that it becomes."),
    "phrase-is-taken": later("“;{short}” stands for another phrase already."),
    "note-is-empty": later("A note needs words."),
    "terms-allow-no-delegation": later(
        "Under the terms of this item a note names no delegation. Choose a sector, or leave the "
        "attribution out."
    ),
    "attribution-too-narrow": later(
        "This attribution fits {k} of those present; at least {needed} are needed. Choose a wider "
        "one, or leave it out."
    ),
    "room-too-small": later(
        "Fewer than {few} of those present may speak unattributed, so a note names at most a "
        "region. Choose a wider attribution, or leave it out."
    ),
    "finding-is-empty": later("A finding needs words."),
    "passage-is-unchanged": later(
        "The wording is empty or as it was, so nothing has been changed. Write other words, or "
        "remove the finding on its own page."
    ),
    "passage-is-generated": later(
        "This passage is made from the data of the dialogue, so it has no text of its own to "
        "rewrite. Change the dialogue or its participants, or leave the part out."
    ),
    "keeping-needs-reason": later("To keep a passage as it stands, say why, in a few words."),
    "kept-name-needs-ground": later(
        "A name stays only as that of somebody else, of a public figure, or as a place or a word."
    ),
    "item-is-closed": later("The item is closed. Open it again to let its clock go on."),
    "agenda-has-changed": later(
        "The agenda has changed meanwhile. Look at the plans again before you take one."
    ),
    "dialogue-closed": later("The dialogue is closed; what it holds can no longer be changed."),
    "note-is-private": later("A private note cannot support a finding. Share it first."),
    "note-supports-a-finding": later("A note that supports a finding cannot be made private."),
    "item-has-no-notes": later("Under its terms, this item has no notes."),
    "lane-for-talk": later("Breaks, meals and logistics are for the whole room, not for a lane."),
    "block-not-beside": later("Items one after another cannot run beside another item together."),
    "day-ends-before": later("A day ends after it begins. Write a later end, or none."),
    "begins-after-midnight": later("An item begins before midnight of its day. Use the next day."),
    "no-day-for-block": later("There is no such day. Choose one of the days of the dialogue."),
    "zone-unknown": later("There is no time zone of this name: {zone}."),
    "no-day-here": later("There is no day here. Drop it on one of the days."),
    "press-line-missing": later(
        "No press line was agreed yet. Write its sentences in the texts of documents."
    ),
    "pack-not-released": later(
        "No pack was released yet with which this one could be compared. Release the whole pack."
    ),
    "pack-unchanged": later("Every word is as in version {number} of the pack."),
    "nothing-to-close": later("Choose at least one product, one language and one format."),
    "documents-held": later(
        "Nothing was written. These documents are still held back: {documents}. Decide in the "
        "window on what might identify somebody, and on what else holds them back."
    ),
    "folder-not-empty": later("There is something in “{name}” already. Choose another folder."),
    "no-annexes-here": later("Only a meeting brief has annexes; a {product} has none."),
    "no-changes-here": later(
        "Only of a briefing pack can what changed be written alone; a {product} is written whole."
    ),
    "claims-consensus": later(
        "“{words}” claims the agreement of all. A chair’s summary is the chair’s own: write in the "
        "findings how widely the view was held."
    ),
    "lanes-full": later("{most} items run there already; more at one time find no room."),
}
