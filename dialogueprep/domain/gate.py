"""The gate: nothing leaves without having passed here.

``examine`` finds what could identify a participant in a brief, the user decides, and
``check`` makes the only value that writers accept. ``verify`` reads the finished file's
parts again. What is claimed: no known form of a participant's name or institution remains
where it may not stand, and every descriptor fits at least k. Content and memory can still
identify a speaker.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import InitVar, dataclass, replace
from itertools import accumulate

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Line,
    Named,
    Product,
    Run,
    Table,
    Why,
    composed_between,
    halves,
    lines_of,
)
from dialogueprep.domain.briefs.rewriting import (
    AROUND,
    LINES_AROUND,
    SUMMARY,
    Edit,
    edited,
    with_lines,
)
from dialogueprep.domain.decisions import Decision, Decisions, Ground, Keep, Rewrite, may_keep
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.identity.exposure import Exposure, ExposureKind, Level
from dialogueprep.domain.identity.lines_read import NONE, LinesRead
from dialogueprep.domain.identity.permission import require_permission
from dialogueprep.domain.identity.roster import ALL_PRESENT, SPEAKERS, Counting, Roster
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.identity.searched import begin_round, exposures_in
from dialogueprep.domain.identity.told import NOTHING, Earlier
from dialogueprep.domain.placed import MASK, Placed, items_of, placed_in, places, text_of
from dialogueprep.domain.texts import Language
from dialogueprep.domain.told_together import About, beside_in, beside_others, told_in
from dialogueprep.words import later

__all__ = [
    "ALL_PRESENT",
    "SPEAKERS",
    "About",
    "CheckedBrief",
    "Counting",
    "Decision",
    "Decisions",
    "Evidence",
    "Exposure",
    "ExposureKind",
    "Ground",
    "Keep",
    "Level",
    "Placed",
    "Rewrite",
    "Roster",
    "check",
    "examine",
    "examine_text",
    "examine_wording",
    "is_decided",
    "may_keep",
    "told_in",
]

NO_DESCRIPTOR = later("The terms of the item allow no delegation and no description of who spoke.")
_LISTING = frozenset(
    {
        Product.PARTICIPANT_LIST,
        Product.PROGRAMME,
        Product.BRIEFING_PACK,
        Product.RUN_SHEET,
        Product.SECRETARIAT_RECORD,
    }
)
_INSTITUTIONS = frozenset({ExposureKind.AFFILIATION, ExposureKind.ACRONYM})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was searched and what was decided; it holds no word of the document."""

    forms: int
    places: int
    k: int
    decided: tuple[tuple[ExposureKind, str, int], ...] = ()  # kind, "rewritten" or ground, count


class _Maker:
    """Only this module holds one: it shows that a checked brief was made by ``check``."""


_MAKER = _Maker()


@dataclass(frozen=True, slots=True)
class CheckedBrief:
    """A brief that passed the gate. Only ``check`` makes one; writers accept nothing else.

    ``named`` are the names that may stand, each as often as it stands here; ``kept`` are
    kind and folded words of passages that were kept or stand as the program's own words.
    """

    brief: Brief
    named: tuple[Named, ...]
    evidence: Evidence
    kept: frozenset[tuple[ExposureKind, str]]
    maker: InitVar[_Maker]

    def __post_init__(self, maker: _Maker) -> None:
        if maker is not _MAKER:
            raise TypeError("only the gate makes a CheckedBrief")


def examine_text(
    text: str,
    roster: Roster,
    *,
    item: str | None = None,
    language: Language | None = None,
    known: LinesRead = NONE,
) -> tuple[Exposure, ...]:
    """Return what identifies a participant in a text, in order of place.

    ``item`` is the agenda item it belongs to; without one the lowest k over all items counts.
    Lines that are ``known`` under this roster are not read again.
    """
    return search_of(roster).examine(text, (item,) if item else (), language, known)


def examine_wording(
    text: str, roster: Roster, about: About, language: Language | None = None
) -> tuple[Exposure, ...]:
    """Return what a document would have to decide on in a wording while it is written, in order

    of place: what identifies by itself, and what does beside what was said of the same elsewhere.
    """
    searched = search_of(roster if about.described else roster.allowing_none)
    alone, said = searched.examine_and_told(text, about.items, language)
    if not about.described:
        alone = tuple(map(_not_allowed, alone))
    beside = (
        b
        for b in beside_in(text, said, roster, about)
        if all(b.end <= e.start or e.end <= b.start for e in alone)
    )
    return tuple(sorted((*alone, *beside), key=lambda e: (e.start, e.end)))


def _not_allowed(it: Exposure) -> Exposure:
    return replace(it, why=NO_DESCRIPTOR) if it.kind is ExposureKind.DESCRIPTOR else it


def examine(brief: Brief, roster: Roster, earlier: Earlier = NOTHING) -> tuple[Placed, ...]:
    """Return all exposures of a brief, in reading order; names that may stand are left out.

    ``earlier`` is what was said elsewhere under the same origins: a description that holds by
    itself may fit too few beside it.
    """
    begin_round(roster)
    alone = [
        p for p, line in _all(brief, roster) if not _stands(p, brief) and not _composed(p, line)
    ]
    known = {(p.block, p.line, p.exposure.text) for p in alone}
    beside = [
        p
        for p in beside_others(brief, roster, earlier)
        if (p.block, p.line, p.exposure.text) not in known
    ]
    order = {(block, number): n for n, (block, number, _) in enumerate(places(brief))}
    return tuple(
        sorted((*alone, *beside), key=lambda p: (order[p.block, p.line], p.exposure.start))
    )


def _all(brief: Brief, roster: Roster) -> Iterator[tuple[Placed, Line]]:
    for block, number, line in places(brief):
        for start, half in halves(line):
            for placed in _in_line(block, number, half, brief, roster):
                yield _moved(placed, start), line


def _moved(placed: Placed, by: int) -> Placed:
    """Return a passage of the second half of a line as a passage of the whole line."""
    if not by:
        return placed
    it = placed.exposure
    return replace(placed, exposure=replace(it, start=it.start + by, end=it.end + by))


def _composed(placed: Placed, line: Line) -> bool:
    """The program's own words hold no view: in them only names of persons are searched for."""
    exposure = placed.exposure
    named = exposure.kind is ExposureKind.NAME
    return not named and composed_between(line, exposure.start, exposure.end)


def check(
    brief: Brief, roster: Roster, decisions: Decisions, earlier: Earlier = NOTHING
) -> CheckedBrief:
    """Return the brief with its decisions carried out, free of what identifies a participant.

    Raises Refused: "identity-in-brief" with ``count`` passages left to decide, or what
    `require_permission` raises for a name that may not stand.
    """
    _require_permissions(brief, roster)
    placed = examine(brief, roster, earlier)
    undecided = [p for p in placed if not is_decided(p, decisions)]
    if undecided:
        raise Refused("identity-in-brief", count=len(undecided))
    rewritten = _rewritten(brief, placed, decisions)
    _require_permissions(rewritten, roster)
    kept = frozenset(
        _signature(p.exposure, roster)
        for p in placed
        if isinstance(decisions.get(p.fingerprint), Keep)
    )
    left = [
        p for p in examine(rewritten, roster, earlier) if _signature(p.exposure, roster) not in kept
    ]
    if left:
        raise Refused("identity-in-brief", count=len(left))
    named = tuple(r for _, _, ln in places(rewritten) for r in ln if isinstance(r, Named))
    evidence = _evidence(brief, placed, decisions, roster)
    hosts = frozenset(
        _signature(p.exposure, roster) for p, ln in _all(rewritten, roster) if _composed(p, ln)
    )
    return CheckedBrief(rewritten, named, evidence, kept | hosts, _MAKER)


def _require_permissions(brief: Brief, roster: Roster) -> None:
    for _, _, line in places(brief):
        for run in line:
            if isinstance(run, Named):
                require_permission(brief, run, line, roster)


def _in_line(block: int, number: int, line: Line, brief: Brief, roster: Roster) -> Iterator[Placed]:
    text = text_of(line)
    if not text.strip(MASK + " "):
        return
    origins = [r.origin for r in line if isinstance(r, Run) and r.origin]
    items = items_of(line, roster)
    language = line[0].language if line else brief.language
    for exposure in _examined(text, items, origins, language, roster):
        yield placed_in(text, block, number, exposure, origins[0] if origins else None)


def _examined(
    text: str, items: tuple[str, ...], origins: list[str], language: Language, roster: Roster
) -> tuple[Exposure, ...]:
    """Examine a line; under terms without delegation no descriptor may stand, whom it may fit."""
    if roster.undescribed.isdisjoint(origins):
        return exposures_in(roster, text, items, language)
    return tuple(map(_not_allowed, exposures_in(roster.allowing_none, text, items, language)))


def _stands(placed: Placed, brief: Brief) -> bool:
    """Return whether the passage belongs to a name that may stand beside it: an institution

    "for identification only", or the role that the organiser announces.
    """
    if placed.block == AROUND or not (brief.product in _LISTING or brief.annexes):
        return False
    lines = tuple(lines_of(brief.blocks[placed.block]))
    if brief.annexes and any(r.why is Why.STATEMENT for ln in lines for r in _names(ln)):
        return False  # beside a view, not in a list
    named = {r.person for line in lines for r in _names(line)}
    if placed.exposure.kind in _INSTITUTIONS:
        return bool(named.intersection(placed.exposure.people))
    if _heads_an_item(placed, brief, _line(lines, placed.line)):
        return True
    return placed.exposure.kind is ExposureKind.ROLE and any(_names(_line(lines, placed.line)))


def _heads_an_item(placed: Placed, brief: Brief, line: Line) -> bool:
    """Return whether these are the first words of a title such as "Opening remarks" in a programme,
    which announces who speaks when; in the record, whose tables hold findings too, all of them."""
    it = placed.exposure
    if it.kind is not ExposureKind.ORDER or not isinstance(brief.blocks[placed.block], Table):
        return False
    ends = tuple(accumulate(len(run.text) for run in line))
    begins = {end - len(run.text) for run, end in zip(line, ends, strict=True)}
    alone = it.end in ends or brief.product is not Product.SECRETARIAT_RECORD
    return it.start in begins and alone


def _names(line: Line) -> tuple[Named, ...]:
    return tuple(run for run in line if isinstance(run, Named))


def _line(lines: tuple[Line, ...], number: int) -> Line:
    return lines[number] if 0 <= number < len(lines) else ()


def is_decided(placed: Placed, decisions: Decisions) -> bool:
    """Return whether a decision on a passage is there that may be made on it."""
    match decisions.get(placed.fingerprint):
        case Keep() as keep:
            return may_keep(placed.exposure, keep)
        case Rewrite():
            return _is_line(placed)
        case None:
            return False


def _is_line(placed: Placed) -> bool:
    """Return whether a passage stands in a line, so that a rewriting can be carried out."""
    if placed.block == AROUND:
        return placed.line < LINES_AROUND
    return placed.line != SUMMARY


def _rewritten(brief: Brief, placed: tuple[Placed, ...], decisions: Decisions) -> Brief:
    edits: dict[tuple[int, int], list[Edit]] = {}
    for p in placed:
        decision = decisions.get(p.fingerprint)
        if isinstance(decision, Rewrite):
            edit = (p.exposure.start, p.exposure.end, decision.replacement)
            edits.setdefault((p.block, p.line), []).append(edit)
    return with_lines(brief, lambda b, n, line: edited(line, _apart(edits.get((b, n), []))))


def _apart(edits: list[Edit]) -> list[Edit]:
    """Return edits without those that overlap an earlier, longer one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e[0] - e[1], e[0])):
        if all(edit[1] <= k[0] or k[1] <= edit[0] for k in kept):
            kept.append(edit)
    return kept


def _signature(exposure: Exposure, roster: Roster) -> tuple[ExposureKind, str]:
    return exposure.kind, roster.lexicon.fold.plain(exposure.text)


def _evidence(
    brief: Brief, placed: tuple[Placed, ...], decisions: Decisions, roster: Roster
) -> Evidence:
    counts: Counter[tuple[ExposureKind, str]] = Counter()
    for p in placed:
        decision = decisions.get(p.fingerprint)
        how = decision.ground.value if isinstance(decision, Keep) else "rewritten"
        counts[p.exposure.kind, how] += 1
    return Evidence(
        forms=search_of(roster).forms,
        places=sum(bool(line) for _, _, line in places(brief)),
        k=roster.k,
        decided=tuple((kind, how, n) for (kind, how), n in sorted(counts.items())),
    )
