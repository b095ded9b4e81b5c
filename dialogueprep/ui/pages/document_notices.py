"""What the page Documents says above a document: what holds it back, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.frame import without_results
from dialogueprep.domain.errors import Explained
from dialogueprep.sentences import explain
from dialogueprep.ui import dates
from dialogueprep.ui.models.document_look import DocumentLook
from dialogueprep.ui.models.document_words import untranslated
from dialogueprep.ui.widgets.notices import Notice, Remedy
from dialogueprep.words import sentences, tr
from dialogueprep.workflows.since_release import changed_since

_OF_RESULTS = (
    Product.MEETING_BRIEF,
    Product.KEY_FINDINGS,
    Product.CHAIRS_SUMMARY,
    Product.DEBRIEF_MEMO,
)


@dataclass(frozen=True)
class Places:
    """Where what is missing can be added."""

    findings: Callable[[], object]
    texts: Callable[[], object]
    languages: Callable[[], object]
    characters: Callable[[], object]


def notices_of(seen: DocumentLook, places: Places) -> list[Notice]:
    """Return what is said of a document that could be composed."""
    found: list[Notice] = []
    if seen.undrawn:
        instead = Remedy(tr("Choose what stands for it"), places.characters)
        found.append(Notice(explain(seen.undrawn), "block", remedies=(instead,)))
    if seen.claims:
        found.append(Notice(explain(seen.claims), "block"))
    if last := changed_since(seen.examined):
        day = dates.day(last.released_on)
        words = tr("The text has changed since v{n} was released on {day}.", n=last.number, day=day)
        found.append(Notice(words, "info"))
    if lacks_results(seen):
        nothing = tr("This dialogue has no findings and no recommendations yet.")
        found.append(Notice(nothing, "warn", remedies=_adding(seen, places)))
    if missing := not_translated(seen):
        where = Remedy(tr("Texts by language"), places.languages)
        found.append(Notice(missing, "warn", remedies=(where,)))
    return found


def refused(error: Explained, places: Places) -> Notice:
    """Return what is said of a document that could not be composed."""
    lacking = error.code == "press-line-missing"
    where = (Remedy(tr("Texts of documents"), places.texts),) if lacking else ()
    return Notice(explain(error), "block", remedies=where)


def lacks_results(seen: DocumentLook) -> bool:
    """Return whether a document of findings has neither one nor a recommendation."""
    of_results = seen.examined.brief.product in _OF_RESULTS
    return of_results and without_results(seen.examined.gathered.material)


def not_translated(seen: DocumentLook) -> str:
    """Say how many texts stand in another language than the document's, or nothing."""
    brief, material = seen.examined.brief, seen.examined.gathered.material
    found = (untranslated(material, brief, it) for it in (brief.language, brief.second) if it)
    return sentences([it for it in found if it])


def _adding(seen: DocumentLook, places: Places) -> tuple[Remedy, ...]:
    finding = Remedy(tr("Write a finding"), places.findings)
    if seen.examined.brief.product is not Product.CHAIRS_SUMMARY:
        return (finding,)
    return finding, Remedy(tr("Texts of documents"), places.texts)
