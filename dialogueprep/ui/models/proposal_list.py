"""The list of an import review: headings of the report and the proposals under them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from dialogueprep.domain.review import Review
from dialogueprep.ui import theme
from dialogueprep.ui.delegates.proposal_row import ProposalRow, SectionHead


def flags_of(value: SectionHead | ProposalRow) -> Qt.ItemFlag:
    if isinstance(value, SectionHead):
        return Qt.ItemFlag.ItemIsEnabled
    return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def rows_of(review: Review) -> list[SectionHead | ProposalRow]:
    language = theme.window_language()
    rows: list[SectionHead | ProposalRow] = []
    section: str | None = None
    for number, each in enumerate(review.candidates):
        if each.section != section:
            section = each.section
            run = 0
            for other in review.candidates[number:]:
                if other.section != section:
                    break
                run += 1
            words = section or review.facts.title
            rows.append(SectionHead(f"head {each.id}", words, run))
        rows.append(ProposalRow(each.id, each, each.titles.best(language)))
    return rows


def first_change(before: Review, after: Review) -> int:
    """Return the first proposal that is not as it was, or 0."""
    known = {c.id: c for c in before.candidates}
    different = (c.id for c in after.candidates if known.get(c.id) != c)
    return next(different, 0)
