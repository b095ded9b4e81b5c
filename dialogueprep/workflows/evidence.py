"""The evidence of a released file in words: what was searched and read back, without content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from dialogueprep.domain.decisions import Ground
from dialogueprep.domain.identity.exposure import ExposureKind
from dialogueprep.domain.texts import Language
from dialogueprep.store.documents import Release
from dialogueprep.words import clauses, language, later, ntr, tr

CLAIM = later(
    "No known form of a participant’s name or institution was found where it may not stand. "
    "Content, context and memory can still identify somebody: the program does not see them."
)
UNSEEN = later(
    "Content, context and memory can still identify somebody: the program does not see them."
)
"""What no search for names sees; it is said wherever nothing was found."""
HEADS = {
    ExposureKind.NAME: later("A name"),
    ExposureKind.AFFILIATION: later("An institution as a source"),
    ExposureKind.ACRONYM: later("An institution as a source"),
    ExposureKind.TITLE: later("A title that one person holds"),
    ExposureKind.ROLE: later("A role that one person holds"),
    ExposureKind.DESCRIPTOR: later("Too few to hide among"),
    ExposureKind.ORDER: later("Order reveals"),
}
"""The message that heads a passage of each kind."""
_HOW = {
    "rewritten": later("rewritten: {n}"),
    "kept": later("kept with a reason: {n}"),  # of releases that did not yet say on which ground
    Ground.OTHER: later("kept with a reason: {n}"),
    Ground.NAMESAKE: later("kept as another person of the name: {n}"),
    Ground.FIGURE: later("kept as a public figure: {n}"),
    Ground.WORD: later("kept as a place or a word: {n}"),
}
Facts = list[tuple[str, str]]
Day = Callable[[date], str]


def facts_of(release: Release, numbers: Mapping[str, str], day: Day = date.isoformat) -> Facts:
    """Return what is known of a released file, line by line; ``numbers`` are those of the items,
    by id, and ``day`` writes a date."""
    found = release.evidence
    return [
        (tr("Released"), day(release.released_on)),
        (tr("Forms of names searched"), str(found["forms"])),
        (tr("Places in the text"), str(found["places"])),
        (tr("Parts of the file read back"), str(found["parts"])),
        (tr("Smallest group (k)"), str(found["k"])),
        *_counted(found.get("rooms", ()), numbers),
        (tr("Names that may stand in it"), str(found["names"])),
        *_decided(found["decided"]),
        *_together(found.get("together", ())),
        ("SHA-256", release.sha256),
    ]


def sheet(releases: Iterable[Release], numbers: Mapping[str, str]) -> str:
    """Return the evidence sheet of files as plain text."""
    lines = [tr("Evidence sheet"), "", tr(CLAIM)]
    for release in releases:
        facts = (f"{fact}: {value}" for fact, value in facts_of(release, numbers))
        lines += ["", release.file_name, *(f"  {line}" for line in facts)]
    return "\n".join(lines) + "\n"


def save_word(target: Path, sheets: Sequence[tuple[str, Facts]]) -> None:
    """Write the evidence as a Word file. Raises Trouble("cannot-write"), "file-differs"."""
    from dialogueprep.exchange.evidence_docx import write_evidence

    write_evidence(target, tr("Evidence sheet"), tr(CLAIM), sheets, cast("Language", language()))


def _counted(rooms: Sequence[tuple[str, int]], numbers: Mapping[str, str]) -> Facts:
    """Return over how many each numbered item counts; files of old releases do not say it."""
    here = [(numbers[item], count) for item, count in rooms if item in numbers]
    here.sort(key=lambda one: (int(re.sub(r"\D.*", "", one[0]) or 0), one[0]))  # 2 before 10
    known = [f"{number}: {count}" for number, count in here]
    return [(tr("Counted at item"), clauses(known))] if known else []


def _together(documents: Sequence[int]) -> Facts:
    """Return with how many released documents it was examined together, if that was kept."""
    if not documents:
        return []
    known, unknown = documents
    words = ntr("{n} document", "{n} documents", known) if known else tr("no other document")
    if unknown:
        more = tr("{n} released before it was kept what they say of people", n=unknown)
        words = clauses((words, more))
    return [(tr("Examined together with"), words)]


def _decided(decided: Sequence[tuple[str, str, int]]) -> Facts:
    if not decided:
        return [(tr("Passages decided on"), "0")]
    return [(tr(HEADS[ExposureKind(kind)]), tr(_HOW[how], n=n)) for kind, how, n in decided]


def evidence_lines(released: Iterable[Release]) -> list[str]:
    """Return the evidence of releases as plain lines, without a word of their content, and what
    the search does not see."""
    lines = [_evidence_line(r) for r in released]
    return [*lines, tr(UNSEEN)] if lines else []


def _evidence_line(released: Release) -> str:
    found = released.evidence
    decided = sum(n for _, _, n in found["decided"])
    known = found.get("together", [0])[0]
    names = f"no known form of a name beside the {found['names']} that may stand was found"
    if not found["names"]:
        names = "no known form of a name was found"
    return (
        f"{released.file_name}: {names}; {found['forms']} forms searched,"
        f" {found['parts']} parts read back, k {found['k']}, {decided} passages decided,"
        f" examined together with {known} released before"
    )
