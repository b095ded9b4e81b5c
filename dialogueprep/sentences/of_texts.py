"""Texts in their languages, sheets for translators, and drafts that come back."""

from __future__ import annotations

from dialogueprep.words import later

OF_TEXTS: dict[str, str] = {
    "text-needs-words": later("A text needs words. Write some, or leave it as it is."),
    "product-without-stages": later(
        "Programmes and lists have no review. Only texts go through a draft, a review and comments."
    ),
    "comments-need-deadline": later(
        "A comment window needs a deadline. Circulate the draft, and say until when comments are "
        "welcome."
    ),
    "circulation-needs-recipients": later("Nobody is ticked. Say who receives the draft."),
    "deadline-is-past": later(
        "The deadline lies before the day on which the draft is sent. Choose a later day."
    ),
    "sheet-is-empty": later("No text is left to put on the sheet."),
    "draft-not-word": later("“{name}” is no Word file. Save the draft as .docx."),
    "draft-is-another": later(
        "“{name}” has hardly a line of this document. Choose the document and the language that it "
        "is a draft of, and take it in there."
    ),
    "sheet-not-word": later("“{name}” is no Word file. Save the sheet as .docx."),
    "sheet-without-table": later(
        "“{name}” holds no sheet of this program: a table whose first row names the languages. "
        "Its columns may have been removed. Nothing was changed."
    ),
}
