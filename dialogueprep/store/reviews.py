"""Reviews of imports that were kept for later: settings, so that they travel with a workspace.

The report stands in one setting, what was decided in another, so that a decision writes little.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from dialogueprep.domain.library import Dimension, Format, SourceKind
from dialogueprep.domain.review import Candidate, Facts, Review, Verdict
from dialogueprep.domain.splitting.proposal import Prompt, Unit
from dialogueprep.domain.splitting.report import Kind, Paragraph, Report
from dialogueprep.domain.texts import Text, Texts, TextState
from dialogueprep.store import rows, settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

REVIEWS = "reviews"  # name of the setting that lists them
_PLAIN = (
    "id", "text", "start", "end", "section", "support", "actor", "instrument", "horizon", "topic",
    "sensitivity", "operability", "sensitivity_reason", "operability_reason",
)  # fmt: skip


def ids(store: Readable) -> tuple[str, ...]:
    """Return the ids of the reviews that are kept, the oldest first."""
    return tuple(cast("list[str]", settings.read(store, REVIEWS, [])))


def read(store: Readable, review: str) -> Review | None:
    """Return a review, or None if it is not kept."""
    report = settings.read(store, _report_name(review))
    work = settings.read(store, _work_name(review))
    if report is None or work is None:
        return None
    return Review(
        id=review,
        report=_report(report),
        facts=_facts(work["facts"]),
        candidates=tuple(_candidate(each) for each in work["candidates"]),
    )


def put(step: Step, review: Review) -> None:
    """Write a review, new or changed."""
    known = ids(step)
    if review.id not in known:
        settings.put(step, REVIEWS, [*known, review.id])
        settings.put(step, _report_name(review.id), _row_of_report(review.report))
    work = {
        "facts": _row_of_facts(review.facts),
        "candidates": [_row_of(each) for each in review.candidates],
    }
    settings.put(step, _work_name(review.id), work)


def delete(step: Step, review: str) -> None:
    """Forget a review."""
    settings.put(step, REVIEWS, [each for each in ids(step) if each != review])
    for name in (_report_name(review), _work_name(review)):
        rows.delete(step, "settings", name)


def _report_name(review: str) -> str:
    return f"review {review} report"


def _work_name(review: str) -> str:
    return f"review {review} work"


def _row_of_report(report: Report) -> dict[str, Any]:
    paragraphs = [[p.start, p.end, p.kind.value, p.level] for p in report.paragraphs]
    return {"text": report.text, "language": report.language, "paragraphs": paragraphs}


def _report(row: dict[str, Any]) -> Report:
    paragraphs = (Paragraph(s, e, Kind(kind), level) for s, e, kind, level in row["paragraphs"])
    return Report(row["text"], tuple(paragraphs), row["language"])


def _row_of_facts(it: Facts) -> dict[str, Any]:
    return {
        "title": it.title,
        "publisher": it.publisher,
        "published": it.published.isoformat(),
        "kind": it.kind.value,
        "language": it.language,
        "dimension": it.dimension.value,
        "formats": list(it.formats),
        "rater": it.rater,
        "file": it.file,
        "sha256": it.sha256,
    }


def _facts(row: dict[str, Any]) -> Facts:
    return Facts(
        title=row["title"],
        publisher=row["publisher"],
        published=date.fromisoformat(row["published"]),
        kind=SourceKind(row["kind"]),
        language=row["language"],
        dimension=Dimension(row["dimension"]),
        formats=tuple(Format(each) for each in row["formats"]),
        rater=row["rater"],
        file=row["file"],
        sha256=row["sha256"],
    )


def _row_of(it: Candidate) -> dict[str, Any]:
    plain = {name: getattr(it, name) for name in _PLAIN}
    return {
        **plain,
        "kind": it.kind.value,
        "titles": [[t.language, t.wording, t.state.value] for t in it.titles.entries],
        "prompts": [[p.code, list(p.words)] for p in it.prompts],
        "verdict": it.verdict.value,
        "dimension": it.dimension.value,
        "formats": list(it.formats),
        "tags": list(it.tags),
        "variants": list(it.variants),
    }


def _candidate(row: dict[str, Any]) -> Candidate:
    titles = (Text(language, words, TextState(state)) for language, words, state in row["titles"])
    plain = {name: row[name] for name in _PLAIN}
    return Candidate(
        **plain,
        kind=Unit(row["kind"]),
        titles=Texts(tuple(titles)),
        prompts=tuple(Prompt(code, tuple(words)) for code, words in row["prompts"]),
        verdict=Verdict(row["verdict"]),
        dimension=Dimension(row["dimension"]),
        formats=tuple(Format(each) for each in row["formats"]),
        tags=tuple(row["tags"]),
        variants=tuple(row["variants"]),
    )
