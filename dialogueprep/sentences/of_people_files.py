"""Why a list of people was not read, and what a person should know of one that was."""

from __future__ import annotations

from dialogueprep.words import later

OF_PEOPLE_FILES: dict[str, str] = {
    "people-is-old-excel": later(
        "“{name}” is in an older Office format, or protected by a password. Open it in Excel (or "
        "in LibreOffice), save it as .xlsx or .csv, and choose that file. Nothing was taken in."
    ),
    "people-too-many": later(
        "“{name}” has more rows than a list of people that somebody could look through ({most}). "
        "Nothing was taken in. Save the part that you need as a file of its own."
    ),
    "people-too-large": later(
        "“{name}” is far larger than a list of people. It was not read, and nothing was taken in."
    ),
    "people-line-too-long": later(
        "“{name}” has a line that is longer than any list of people has. It is damaged or not such "
        "a list; nothing was taken in."
    ),
    "people-without-names": later(
        "“{name}” has rows, but no names in them that could be read. A roster needs a column with "
        "names; addresses alone do not tell how somebody is called."
    ),
    "people-kind-unknown": later(
        "“{name}” is not a list of people that this program reads. Save it as .csv or .xlsx, or as "
        "vCards (.vcf)."
    ),
    "people-none-chosen": later(
        "Nobody of this list is taken: every row is left out. Choose at least one row."
    ),
}

TOLD_OF_PEOPLE: dict[str, str] = {
    "people-links-not-followed": later(
        "The workbook refers to other files. They were not opened; the values stored with it count."
    ),
    "people-hidden-rows": later("Rows that the sheet hides were read as well: {n}."),
    "people-error-cells": later("Cells that show an error of the sheet were taken as empty: {n}."),
    "people-formulas-uncomputed": later(
        "Formulas whose result is not stored in the file were taken as empty cells: {n}. Open the "
        "file in a spreadsheet and save it, if they matter."
    ),
    "people-quote-unclosed": later(
        "A quotation mark is never closed, so quotation marks were taken as ordinary signs."
    ),
    "people-pictures-left-out": later("Pictures in the cards were left out: {n}."),
    "people-card-unended": later("Cards without an end, read as far as they go: {n}."),
    "people-cards-of-groups": later("Cards of organisations and groups were left out: {n}."),
    "people-table-turned": later("People stand in columns here; the table was turned to read it."),
    "people-letters-lost": later(
        "Characters that could not be read in this encoding: {n}. Choose another one if names look "
        "wrong."
    ),
    "people-cells-lost": later(
        "The program that saved this file lost letters: question marks stand for them in {n} rows. "
        "Have it saved as .xlsx, or as .csv in UTF-8, or write these names again."
    ),
    "people-row-lost": later("Question marks stand here for letters that the file lost."),
    "people-encoding-unsure": later(
        "The encoding is a guess ({encoding}). Look at the names, and choose another one if they "
        "look wrong."
    ),
    "people-other-sheets": later("Other sheets were not read: {names}."),
    "people-columns-left-out": later("Columns that are left out: {columns}."),
    "people-without-head": later(
        "No row says what the columns are; what stands in them was guessed from their contents."
    ),
    "people-consent-not-said": later(
        "The file does not say who agreed to be named in the list for participants, so nobody is "
        "named there yet."
    ),
    "people-headings-between": later("Rows between the people that are headings or sums: {n}."),
    "people-side-unknown": later(
        "“{said}” is no delegation of this dialogue. Rows that say so: {n}."
    ),
    "people-roles-not-taken": later(
        "Rows that name a role: {n}. Roles are held at items of the agenda, so they are given "
        "there."
    ),
    "people-word-unknown": later("“{said}” is not known in “{column}” and was left out."),
    "people-email-unclear": later("“{said}” does not look like an email address."),
    "people-date-unclear": later("“{said}” in “{column}” is not a date that is understood."),
    "people-name-guessed": later("Which part is the family name is a guess."),
    "people-name-romanised": later(
        "The name in Latin letters is proposed from its reading. Look whether the person spells it "
        "so."
    ),
    "people-name-is-formula": later(
        "The name begins as a formula of a spreadsheet does. It is kept as text and computes "
        "nothing."
    ),
    "people-same-row": later("The same person as row {row}."),
    "people-known": later("Is in the directory already."),
    "people-perhaps-known": later("Somebody in the directory has the same name."),
    "people-row-nameless": later("There is no name in this row."),
    "people-row-too-long": later("A cell of this row is longer than any name or institution."),
    "people-row-is-sum": later("This row is a sum and not a person."),
    "people-row-nobody": later("The row keeps a place for somebody who is not named."),
    "people-row-no-letters": later("The name in this row has no letters."),
}
"""What is told beside a list or one of its rows; `sentences.told` fills them."""
