"""Why a file was not read, not written or not let out."""

from __future__ import annotations

from dialogueprep.words import later

OF_FILES: dict[str, str] = {
    "sample-file-unreadable": later(
        "The shipped file “{file}” could not be read: {reason}. Your own work is not touched. "
        "Install the program again to get the file back."
    ),
    "library-file-unreadable": later(
        "The library file “{file}” could not be read: {reason}. The library in your workspace is "
        "not touched. Correct the file, or install the program again to get it back."
    ),
    "missing-glyph": later(
        "No font of this program can print {characters} in “{place}”. Nothing was written. Replace "
        "the characters there, choose a sign that stands for them under “Paper, logos and "
        "template”, or export as Word only."
    ),
    "no-manifest": later("There is no MANIFEST.txt in “{name}”. Choose a folder that has one."),
    "manifest-damaged": later(
        "The MANIFEST.txt in “{name}” is damaged or not one of this program. Nothing was compared."
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
    "picture-kind": later("“{name}” is no PNG or JPEG picture, or it is damaged."),
    "picture-too-large": later("“{name}” is too large for a logo. Save it smaller and try again."),
    "template-kind": later(
        "“{name}” is no Word document or template (.docx or .dotx). Save it as one of these in "
        "Word, without macros, and choose that."
    ),
    "template-without-styles": later("“{name}” has no styles, so documents cannot follow it."),
    "file-in-use": later(
        "“{name}” is open in another program, such as Word. Nothing was written. Close it there "
        "and try again."
    ),
    "file-of-another": later(
        "There is a file “{name}” in “{folder}” already that was not released from this dialogue. "
        "Nothing was written. Choose another folder."
    ),
    "password-empty": later("No password could be read from “{name}”. Nothing was written."),
    "password-for-pdf": later(
        "A password locks a PDF, not a Word file. Nothing was written; ask for PDF alone."
    ),
    "no-room-for-file": later(
        "There is no room left to write “{name}”. Nothing was written. Make room or choose another "
        "folder, and try again."
    ),
    "cannot-print": later(
        "The printer “{name}” did not take the document. Nothing was registered. See that it is "
        "ready, or release the PDF and print that."
    ),
    "file-unlocked": later(
        "“{name}” opens without its password, or with a weak lock. Nothing was written."
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
    "source-leads-outside": later(
        "“{name}” holds parts whose names lead to other folders, as no document does. It was not "
        "read, and nothing has been stored."
    ),
    "source-is-hwp": later(
        "“{name}” is in Hangul’s older format .hwp, which this program does not read. Open it in "
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
    "identity-in-brief": later(
        "{count} passages that could identify a participant are not decided yet. Nothing was "
        "written. Rewrite, remove or keep each of them in the list, then export again."
    ),
    "name-not-in-this-product": later(
        "“{name}” may not stand in this document ({product}): it names nobody. Nothing was written."
    ),
    "name-without-statement": later(
        "“{name}” may stand here only beside that person’s exact words, within their consent. "
        "Nothing was written. Look at the statements of this dialogue."
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
    "roster-without-header": later(
        "“{name}” has no row that says what its columns are. Put a first row above the names, such "
        "as: family, given, native name, title, institution, acronym, delegation, sector."
    ),
    "roster-without-people": later("“{name}” lists nobody."),
    "roster-kind-unknown": later(
        "“{name}” is not a roster that this program reads. Save it as .csv, .xlsx or .json."
    ),
    "roster-damaged": later(
        "“{name}” could not be read as a list of people: it is damaged, or a file of another kind. "
        "Save the list again as .csv or .xlsx, and choose that file."
    ),
    "item-not-on-roster": later("The roster has no item “{item}”. It has: {items}."),
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
    "cannot-write": later(
        "“{name}” could not be written: {reason}. Nothing was left half-written, and an older "
        "file of that name is unchanged. Free some space or choose another folder."
    ),
}
