"""Guesses about the source of a report, to be shown as guesses and checked by a person."""

from __future__ import annotations

import re
from datetime import date

from dialogueprep.domain.library import FORMAT_TABLES, Format, SourceKind
from dialogueprep.domain.review import Facts
from dialogueprep.domain.splitting.report import Kind, Report

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_NAMED = "|".join(f"{m[:3]}(?:{m[3:]})?" if m[3:] else m for m in _MONTHS)
_DATES = (
    re.compile(r"(?P<y>(?:19|20)\d\d)\s*[-./年년]\s*(?P<m>\d{1,2})\s*[-./月월]\s*(?P<d>\d{1,2})"),
    re.compile(rf"\b(?P<d>\d{{1,2}})\s+(?P<n>{_NAMED})\.?,?\s+(?P<y>(?:19|20)\d\d)", re.I),
    re.compile(rf"\b(?P<n>{_NAMED})\.?\s+(?P<d>\d{{1,2}}),?\s+(?P<y>(?:19|20)\d\d)", re.I),
)
_SAYS_KIND = {
    SourceKind.INTERVIEW: r"\binterview\b|采访|专访|訪談|インタビュー|인터뷰|대담",
    SourceKind.PRESS_RELEASE: r"press release|新闻稿|報道発表|プレスリリース|보도자료",
    SourceKind.FORUM_OUTCOME: r"\bforum\b|论坛|論壇|フォーラム|포럼",
}
_BEGINNING = 1500


def guess(report: Report, file: str, sha256: str, today: date, rater: str = "") -> Facts:
    """Return what a report seems to be: its first heading as the title, the first date near its
    beginning (else today), its kind by words, its language by script, formats that it names."""
    beginning = report.text[:_BEGINNING]
    return Facts(
        title=_title(report, file),
        publisher="",
        published=_published(beginning, today),
        kind=_kind(beginning),
        language=report.language,
        formats=tuple(Format(f) for f in FORMAT_TABLES if f.casefold() in report.text.casefold()),
        rater=rater,
        file=file,
        sha256=sha256,
    )


def _title(report: Report, file: str) -> str:
    heads = [report.of(p) for p in report.paragraphs[:8] if p.kind is Kind.HEADING]
    stem = file.rsplit(".", 1)[0].replace("_", " ").strip()
    first = report.text[: report.text.find("\n")] if "\n" in report.text else ""
    found = next(iter(heads), "") or stem or first
    return " ".join(found.split())[:160]


def _kind(text: str) -> SourceKind:
    said = (kind for kind, words in _SAYS_KIND.items() if re.search(words, text, re.IGNORECASE))
    return next(said, SourceKind.REPORT)


def _published(text: str, today: date) -> date:
    for pattern in _DATES:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            month = int(parts["m"]) if parts.get("m") else _month(parts["n"])
            try:
                return date(int(parts["y"]), month, int(parts["d"]))
            except ValueError:
                continue
    return today


def _month(name: str) -> int:
    return next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(name[:3].lower()))
