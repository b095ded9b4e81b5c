"""Texts in their languages, sheets for translators, and drafts that come back."""

from __future__ import annotations

from dialogueprep.words import later

OF_TEXTS: dict[str, str] = {
    "text-needs-words": later("A text needs words. Write some, or leave it as it is."),
    "sheet-is-empty": later("No text is left to put on the sheet."),
    "sheet-not-word": later("“{name}” is no Word file. Save the sheet as .docx."),
    "sheet-without-table": later(
        "“{name}” holds no sheet of this program: a table whose first row names the languages. "
        "Its columns may have been removed. Nothing was changed."
    ),
}
