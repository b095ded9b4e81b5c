"""The review of an import: proposals of a report, one by one accepted, merged or rejected."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogueprep.domain.library import Axis, Dimension, Format, SourceKind
from dialogueprep.domain.splitting.proposal import Prompt, Proposal, Unit
from dialogueprep.domain.splitting.report import Kind, Report, without_day
from dialogueprep.domain.texts import Language, Texts

_NUMBER = re.compile(
    r"^\s*(?:\d+(?:\.\d+)*[.)．、:]?\s+|\d+[.)．、]\s*|[IVX]+[.)]\s+|[（(]?[一二三四五六七八九十]+[)）、.．]\s*"
    r"|第[一二三四五六七八九十\d]+[章节節部分、]*\s*|제\s*\d+\s*[장절부]?\s*)"
)
_SAYS_NO_TOPIC = re.compile(
    r"(?:(?:our|key|main|policy|joint) )*(?:recommendations?|proposals?|suggestions?|conclusions?)"
    r"|(?:若干|主要|政策|相关|相關|对策|對策)*(?:建议|建議|提议|提案|倡议|结论|結論)"
    r"|(?:主な|共同|政策)*(?:提言|提案|勧告|まとめ|結論)"
    r"|(?:주요|정책|공동)?\s*(?:제언|제안|권고|건의|결론)",
    re.IGNORECASE,
)


class Verdict(StrEnum):
    """What a person said about a proposal; merged means that it went into the one before."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MERGED = "merged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said of the source of a review, and what its entries begin with.

    ``file`` is the name of the file and ``sha256`` its digest; both empty for a pasted text.
    """

    title: str
    publisher: str
    published: date
    kind: SourceKind
    language: Language
    dimension: Dimension = Dimension.ECONOMIC
    formats: tuple[Format, ...] = ()
    rater: str = ""
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A proposal in review, as edited so far; ``start`` to ``end`` is its passage.

    ``topic`` says where a recommendation belongs: "candidate:3" for one of the same review,
    "new:Title" for a topic to be made, else the id of a topic of the library; empty is open.
    What the report does not say is empty. ``variants`` are ids of entries that say the same.
    """

    id: int
    kind: Unit
    titles: Texts
    text: str
    start: int
    end: int
    section: str = ""
    support: str = ""
    actor: str = ""
    instrument: str = ""
    horizon: str = ""
    prompts: tuple[Prompt, ...] = ()
    verdict: Verdict = Verdict.OPEN
    topic: str = ""
    dimension: Dimension = Dimension.ECONOMIC
    formats: tuple[Format, ...] = ()
    tags: tuple[str, ...] = ()
    sensitivity: int | None = None
    operability: int | None = None
    sensitivity_reason: str = ""
    operability_reason: str = ""
    variants: tuple[str, ...] = ()

    def rating(self, axis: Axis) -> tuple[int | None, str]:
        """Return the value on an axis, None if unrated, and its reason."""
        if axis is Axis.SENSITIVITY:
            return self.sensitivity, self.sensitivity_reason
        return self.operability, self.operability_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A report, what is known of its source, and its proposals in order."""

    id: str
    report: Report
    facts: Facts
    candidates: tuple[Candidate, ...]

    @property
    def reviewed(self) -> int:
        """How many proposals a person has decided on."""
        return sum(c.verdict is not Verdict.OPEN for c in self.candidates)

    @property
    def accepted(self) -> tuple[Candidate, ...]:
        """The proposals that will enter the library."""
        return tuple(c for c in self.candidates if c.verdict is Verdict.ACCEPTED)

    def of(self, candidate: int) -> Candidate | None:
        """Return the proposal with this number, or None."""
        return next((c for c in self.candidates if c.id == candidate), None)

    def next_open(self, after: int) -> Candidate | None:
        """Return the first open proposal after one, else the first of all, else None."""
        at = next((n for n, c in enumerate(self.candidates) if c.id == after), -1)
        order = (*self.candidates[at + 1 :], *self.candidates[: at + 1])
        return next((c for c in order if c.verdict is Verdict.OPEN), None)


def begin(review: str, report: Report, proposals: Iterable[Proposal], facts: Facts) -> Review:
    """Return the review of a report in which nothing is decided; nothing is rated."""
    heads = [(p.start, report.of(p)) for p in report.paragraphs if p.kind is Kind.HEADING]
    starts = [start for start, _words in heads]

    def section(at: int) -> str:
        number = bisect_right(starts, at) - 1
        return heads[number][1] if number >= 0 else ""

    ordered = sorted(proposals, key=lambda p: p.start)
    found = (_candidate(n, p, section(p.start), facts) for n, p in enumerate(ordered, 1))
    return Review(id=review, report=report, facts=facts, candidates=tuple(found))


def _candidate(number: int, it: Proposal, section: str, facts: Facts) -> Candidate:
    return Candidate(
        id=number,
        kind=it.kind,
        titles=Texts.of({facts.language: it.title}),
        text=it.text,
        start=it.start,
        end=it.end,
        section=section,
        support=it.support_as_printed or "",
        actor=it.actor or "",
        instrument=it.instrument or "",
        horizon=it.horizon or "",
        prompts=it.prompts,
        dimension=facts.dimension,
        formats=facts.formats,
    )


def changed(review: Review, candidate: Candidate) -> Review:
    """Return the review with one of its proposals changed."""
    kept = (candidate if c.id == candidate.id else c for c in review.candidates)
    return replace(review, candidates=tuple(kept))


def into(review: Review, candidate: int) -> Candidate | None:
    """Return the proposal that this one would be merged with: the nearest before that is kept."""
    at = next(n for n, c in enumerate(review.candidates) if c.id == candidate)
    kept = (Verdict.OPEN, Verdict.ACCEPTED)
    return next((c for c in reversed(review.candidates[:at]) if c.verdict in kept), None)


def merged(review: Review, candidate: int) -> Review:
    """Return the review with a proposal merged into the one before; unchanged if there is none.

    The passages become one, from the start of the first to the end of the second.
    """
    one, other = into(review, candidate), review.of(candidate)
    if one is None or other is None:
        return review
    gap = "" if review.facts.language in ("zh", "ja") else " "
    joined = replace(
        one,
        text=one.text if other.text in one.text else one.text + gap + other.text,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        prompts=tuple(dict.fromkeys((*one.prompts, *other.prompts))),
        support=one.support or other.support,
    )
    return changed(changed(review, joined), replace(other, verdict=Verdict.MERGED))


def split(review: Review, candidate: int, at: int) -> Review:
    """Return the review with a proposal split where its text is cut; unchanged at its ends.

    The passage is cut at the same words if they stand in it, else both keep all of it.
    """
    whole = review.of(candidate)
    if whole is None or not whole.text[:at].strip() or not whole.text[at:].strip():
        return review
    first, second = whole.text[:at].strip(), whole.text[at:].strip()
    cut = review.report.text.find(second, whole.start, whole.end)
    new = max(c.id for c in review.candidates) + 1
    before = replace(whole, text=first, end=cut if cut > whole.start else whole.end)
    end = len(review.report.text[before.start : before.end].rstrip()) + before.start
    after = replace(
        whole,
        id=new,
        titles=Texts.of({review.facts.language: title_of(second)}),
        text=second,
        start=cut if cut > whole.start else whole.start,
        sensitivity=None,
        operability=None,
        sensitivity_reason="",
        operability_reason="",
        variants=(),
    )
    place = review.candidates.index(whole)
    parts = (replace(before, end=end), after)
    rest = review.candidates
    return replace(review, candidates=(*rest[:place], *parts, *rest[place + 1 :]))


def beside(review: Review, candidate: Candidate) -> tuple[Candidate, ...]:
    """Return the other proposals from the same paragraphs that were not rejected."""
    mine = [
        p for p in review.report.paragraphs if p.start < candidate.end and p.end > candidate.start
    ]
    start = min((p.start for p in mine), default=candidate.start)
    end = max((p.end for p in mine), default=candidate.end)
    kept = (Verdict.OPEN, Verdict.ACCEPTED)
    return tuple(
        c
        for c in review.candidates
        if c.id != candidate.id and c.verdict in kept and c.start < end and c.end > start
    )


def title_of(text: str) -> str:
    """Return the first words of a text as a title, in at most 80 characters."""
    first = re.split(r"(?<=[.;。；])\s*", text.strip(), maxsplit=1)[0].rstrip(".;。； ")
    title = first[:1].upper() + first[1:]
    return title if len(title) <= 80 else title[:80].rsplit(" ", 1)[0].rstrip(",") + "…"


def without_number(heading: str) -> str:
    """Return a heading without the number or the day that it begins with."""
    return without_day(_NUMBER.sub("", heading)).strip() or heading.strip()


def topic_guess(review: Review, candidate: Candidate) -> str:
    """Return where a recommendation seems to belong: the topic before it in its section, else a
    new one that is called as the section, or as the source if "Recommendations" is all that the
    section is called."""
    before = [c for c in review.candidates if c.kind is Unit.TOPIC and c.start <= candidate.start]
    kept = (Verdict.OPEN, Verdict.ACCEPTED)
    for each in reversed(before):
        if each.section == candidate.section and each.verdict in kept and each.id != candidate.id:
            return f"candidate:{each.id}"
    heading, title = without_number(candidate.section), review.facts.title
    if heading and not (title and _SAYS_NO_TOPIC.fullmatch(heading)):
        return f"new:{heading}"
    return f"new:{title}"
