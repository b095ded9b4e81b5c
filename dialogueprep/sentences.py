"""The sentence for each code of a refusal or a trouble.

A sentence says what happened, what is safe, and what to do. Its facts are named in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from dialogueprep import words
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.texts import Texts
from dialogueprep.words import language, later, tr

SENTENCES: dict[str, str] = {
    "sample-file-unreadable": later(
        "The shipped file “{file}” could not be read: {reason}. Your own work is not touched. "
        "Install the program again to get the file back."
    ),
    "library-file-unreadable": later(
        "The library file “{file}” could not be read: {reason}. The library in your workspace is "
        "not touched. Correct the file, or install the program again to get it back."
    ),
    # documents written and files read back
    "missing-glyph": later(
        "No font of this program can print {characters} in “{place}”. Nothing was written. Replace "
        "the characters there, or export as Word only."
    ),
    "cannot-read": later("“{name}” could not be read: {reason}. Nothing has been changed."),
    "not-a-file": later(
        "“{name}” is a folder, or something else that holds no document. Choose a file. Nothing "
        "has been changed."
    ),
    "file-protected": later(
        "“{name}” is protected by a password, so it could not be read. Save a copy without the "
        "password and choose that."
    ),
    "file-damaged": later(
        "“{name}” is damaged or is not the kind of file that its name says. It was not read, and "
        "nothing has been changed."
    ),
    "file-too-large": later(
        "“{name}” unfolds to far more than a document holds. It was not read, and nothing has been "
        "changed."
    ),
    "file-unsafe": later(
        "“{name}” holds declarations that no document needs and that could make a program read "
        "other files. It was not read."
    ),
    "file-kind-unknown": later(
        "“{name}” is of a kind that this program does not read. Save it as .docx, .pdf, .txt or "
        ".md and choose that."
    ),
    # reports to import
    "source-leads-outside": later(
        "“{name}” holds parts whose names lead to other folders, as no document does. It was not "
        "read, and nothing has been stored."
    ),
    "source-is-hwp": later(
        "“{name}” is in Hangul's older format .hwp, which this program does not read. Open it in "
        "Hangul (or in LibreOffice), save it as .hwpx, .docx or .pdf, and import that file."
    ),
    "source-is-doc": later(
        "“{name}” is in an older Office format, which this program does not read. Open it in Word "
        "(or in LibreOffice), save it as .docx or .pdf, and import that file."
    ),
    "source-kind-unknown": later(
        "“{name}” is not a report that this program reads. Save it as .docx, .pdf, .hwpx, .html, "
        ".md or .txt, or paste its text. Nothing has been stored."
    ),
    "source-is-scan": later(
        "“{name}” holds pictures of pages and no text. Run text recognition (OCR) on it, save it "
        "again, and import that file. Nothing has been stored."
    ),
    "source-without-text": later(
        "“{name}” holds no text, so there is nothing to propose. Nothing has been stored."
    ),
    "source-too-large": later(
        "“{name}” is longer than a report that somebody could review. Save the part that you need "
        "as a file of its own, and import that. Nothing has been stored."
    ),
    "product-not-for-audience": later(
        "The product {product} is not made for this audience: {audience}. Choose another audience "
        "or another product."
    ),
    # the gate
    "identity-in-brief": later(
        "{count} passages that could identify a participant are not decided yet. Nothing was "
        "written. Rewrite, remove or keep each of them in the list, then export again."
    ),
    "name-not-in-this-product": later(
        "“{name}” may not stand in this document ({product}): it names nobody. Nothing was written."
    ),
    "name-without-consent": later(
        "“{name}” has not agreed to be listed for this audience ({audience}). Nothing was written. "
        "Change the consent on the Participants page, or leave the name out."
    ),
    "name-not-on-roster": later(
        "“{name}” is not a participant of this dialogue, so it may not stand here. Nothing was "
        "written."
    ),
    "name-of-another": later(
        "“{name}” is not a known form of the name of the participant it stands for. Nothing was "
        "written. Correct the name on the People page."
    ),
    # rosters
    "roster-without-header": later(
        "“{name}” has no row that says what its columns are. Put a first row above the names, such "
        "as: family, given, native name, title, institution, acronym, delegation, sector."
    ),
    "roster-without-people": later("“{name}” lists nobody."),
    "roster-kind-unknown": later(
        "“{name}” is not a roster that this program reads. Save it as .csv, .xlsx or .json."
    ),
    "roster-damaged": later(
        "“{name}” could not be read as a roster: it is damaged, or not of the kind its name says."
    ),
    "item-not-on-roster": later("The roster has no item “{item}”. It has: {items}."),
    # the library as a file
    "library-kind-unknown": later(
        "“{name}” is no file that a library is kept in. Choose a name that ends with .csv, .xlsx, "
        ".json or .docx."
    ),
    "library-file-damaged": later(
        "“{name}” is damaged or is not the kind of file that its name says. Nothing was taken in."
    ),
    "library-file-without-head": later(
        "“{name}” does not say what its columns are, so it was not taken for a library. Export the "
        "library once and keep the first row of that file."
    ),
    "library-too-many-rows": later(
        "“{name}” has more rows than a library of this program holds ({most}). It was not read, "
        "and nothing was taken in."
    ),
    "library-is-another-kind": later(
        "“{name}” is not the kind of file that its name says. Nothing was taken in. Choose a file "
        "that was exported as .csv, .xlsx, .json or .docx."
    ),
    "library-too-large": later(
        "There is more than “{name}” can hold and be read back from, so it was not written. Choose "
        ".csv or .json, or fewer entries."
    ),
    "library-file-newer": later(
        "“{name}” was written by a newer version of the program. Nothing was taken in; install the "
        "newer version to read it."
    ),
    "library-column-unknown": later(
        "“{name}” has columns that a library does not have: {columns}. Nothing was taken in. "
        "Rename or remove them, then try again."
    ),
    "library-row-unknown": later("Row {row} is of an unknown kind, “{said}”. Known are: {known}."),
    "library-cell-missing": later("Row {row} has nothing in the column “{column}”."),
    "library-cell-unknown": later(
        "Row {row} says “{said}” in the column “{column}”. Known are: {known}."
    ),
    "library-cell-no-number": later(
        "Row {row} says “{said}” in the column “{column}”, where a whole number belongs."
    ),
    "library-cell-no-date": later(
        "Row {row} says “{said}” in the column “{column}”, where a date belongs, such as "
        "2025-05-17."
    ),
    "library-id-twice": later("Row {row} has the id “{said}”, which an earlier row has already."),
    "library-id-unknown": later(
        "Row {row} refers to “{said}” in the column “{column}”, which the file does not hold."
    ),
    "library-part-refused": later(
        "Row {row}, “{title}”, is left out with a row that belongs to it or that it belongs to."
    ),
    # the workspace on disk
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
    "keys-damaged": later(
        "The key file “{name}” of this workspace and its copy are damaged, so that no passphrase "
        "can be checked. Nothing has been changed. Put back “{name}” from a copy of the folder."
    ),
    "workspace-damaged": later(
        "The workspace in “{folder}” is damaged and was not opened. Nothing has been changed. The "
        "copies in its folder “backups” can be put back."
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
    # what a rule of the work forbids
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
    "note-is-empty": later("A note needs words."),
    "terms-allow-no-delegation": later(
        "Under the terms of this item a note names no delegation. Choose a sector, or leave the "
        "attribution out."
    ),
    "attribution-too-narrow": later(
        "This attribution fits {k} of those present; at least {needed} are needed. Choose a wider "
        "one, or leave it out."
    ),
    "finding-is-empty": later("A finding needs words."),
    "passage-is-unchanged": later(
        "The wording is empty or as it was, so nothing has been changed. Write other words, or "
        "remove the finding on its own page."
    ),
    "dialogue-unknown": later(
        "There is no dialogue called “{name}” in this workspace. There are: {known}."
    ),
    "product-unknown": later("There is no document called “{name}”. There are: {known}."),
    "file-holds-identity": later(
        "“{name}” was written and read back, and {count} passages in it could identify a "
        "participant, the first in the part “{part}”. Nothing has been released; the folder is as "
        "it was. Look at the document’s identifying passages, then release it again."
    ),
    "file-differs": later(
        "“{name}” was written and read back, and its words are not those of the document, first "
        "at “{place}”. Nothing has been released; the folder is as it was. Please report this as "
        "a mistake of the program."
    ),
    "passage-is-generated": later(
        "This passage is made from the data of the dialogue, so it has no text of its own to "
        "rewrite. Change the dialogue or its participants, or leave the part out."
    ),
    "keeping-needs-reason": later("To keep a passage as it stands, say why."),
    "dialogue-closed": later("The dialogue is closed; what it holds can no longer be changed."),
    "note-is-private": later("A private note cannot support a finding. Share it first."),
    "note-supports-a-finding": later("A note that supports a finding cannot be made private."),
    "item-has-no-notes": later("Under its terms, this item has no notes."),
    "lane-for-talk": later("Breaks, meals and logistics are for the whole room, not for a lane."),
    "no-day-here": later("There is no day here. Drop it on one of the days."),
    "lanes-full": later("{most} items run there already; more at one time find no room."),
    "cannot-write": later(
        "“{name}” could not be written: {reason}. Nothing was left half-written, and an older "
        "file of that name is unchanged. Free some space or choose another folder."
    ),
}

CHECKS: dict[str, str] = {
    "in-two-lanes": later("{name} is seated in two groups at once: “{first}” and “{last}”."),
    "several-in-two-lanes": later(
        "{name} are seated in two groups at once: “{first}” and “{last}”."
    ),
    "breakout-lacks-rapporteur": later("“{title}” has no rapporteur."),
    "opens-with-sensitive": later("The discussion opens with a sensitive topic: “{title}”."),
    "ends-with-sensitive": later("“{title}” is sensitive, comes last, and no pause follows it."),
    "same-delegation-moderates": later(
        "The delegation {delegation} moderates “{first}” and then “{last}”."
    ),
    "long-sitting": later(
        "From “{first}” to “{last}” there are {minutes} minutes without a pause."
    ),
}


LIKENESS: dict[str, str] = {
    "same-title": later("They have the same title. {percent} % alike."),
    "same-words": later("They share rare words: {words}. {percent} % alike."),
    "same-idea": later(
        "They are in different languages and share {signs}. Of what can be compared, "
        "they share {percent} %."
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


def suggested_because(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for one reason why a topic is suggested."""
    from dialogueprep.domain import wording  # not needed to start

    shown: dict[str, object] = {}
    for name, fact in facts.items():
        if isinstance(fact, date):
            shown[name] = fact.strftime("%Y-%m")
        else:
            shown[name] = tr(wording.of(fact)) if isinstance(fact, StrEnum) else fact
    return tr(SUGGESTED[code], **shown)


def alike_because(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for why two entries seem to say the same.

    Tags among the facts are given as they are to be shown.
    """
    said = {k: words.listed(map(str, v)) for k, v in facts.items() if isinstance(v, tuple)}
    signs = words.listed(said.get(k, "") for k in ("tags", "terms", "names", "numbers"))
    return tr(LIKENESS[code], **{**facts, **said, "signs": signs})


def observed(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for a check of the agenda; titles in the window's language."""
    shown = {k: _shown(v) for k, v in facts.items()}
    return tr(CHECKS[code], **shown)


def _shown(fact: object) -> object:
    if not isinstance(fact, Texts):
        return fact
    known: dict[str, str] = {t.language: t.wording for t in fact.entries}
    return known.get(language()) or next(iter(known.values()), "")


def explain(error: Explained) -> str:
    """Return the sentence for an error, in the window's language."""
    sentence = SENTENCES.get(error.code)
    return tr(sentence, **error.facts) if sentence else f"{error.code} {error.facts or ''}".strip()
