"""Reads reports and proposes topics and recommendations from them; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.splitting.furniture import marked
from dialogueprep.domain.splitting.proposal import Proposal
from dialogueprep.domain.splitting.report import Report
from dialogueprep.domain.splitting.splitter import split
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.source_reader import read_pasted, read_source
from dialogueprep.exchange.splitting_reader import read_cues
from dialogueprep.sentences import explain


@dataclass(frozen=True, slots=True)
class Imported:
    """A report as it was read, its furniture marked, and what it proposes."""

    report: Report
    proposals: tuple[Proposal, ...]


class PromptRow(TypedDict):
    """A sensitive matter that words of a passage suggest."""

    code: str
    words: list[str]


class ProposalRow(TypedDict):
    """A proposal as `library import --json` prints it; offsets count characters of the text."""

    kind: str
    title: str
    text: str
    passage: str
    start: int
    end: int
    prompts: list[PromptRow]


class ImportedFile(TypedDict):
    """A file: its text and proposals, or why it was refused."""

    file: str
    text: str
    proposals: list[ProposalRow]
    refused: NotRequired[str]


class Proposed(TypedDict):
    """What `library import --dry-run --json` prints."""

    files: list[ImportedFile]


def import_file(path: Path, tick: Tick = quiet) -> Imported:
    """Return a report file and what it proposes. Raises Trouble when it cannot be read."""
    return _imported(read_source(path, tick), tick)


def import_pasted(text: str) -> Imported:
    """Return a pasted text and what it proposes. Raises Trouble when it holds no words."""
    return _imported(read_pasted(text))


def _imported(report: Report, tick: Tick = quiet) -> Imported:
    cues = read_cues()
    return Imported(marked(report, cues), split(report, cues, tick))


def proposals_of(files: Iterable[Path], tick: Tick = quiet) -> Proposed:
    """Return what files propose; a file that cannot be read says why, and stops no other.

    ``tick`` is told how many files are done; it may raise Cancelled.
    """
    paths = list(files)
    rows: list[ImportedFile] = []
    for done, path in enumerate(paths, start=1):
        rows.append(_file(path))
        tick(done, len(paths))
    return {"files": rows}


def _file(path: Path) -> ImportedFile:
    try:
        imported = import_file(path)
    except Trouble as trouble:
        return {"file": str(path), "text": "", "proposals": [], "refused": explain(trouble)}
    rows = [_row(proposal) for proposal in imported.proposals]
    return {"file": str(path), "text": imported.report.text, "proposals": rows}


def _row(proposal: Proposal) -> ProposalRow:
    return {
        "kind": proposal.kind.value,
        "title": proposal.title,
        "text": proposal.text,
        "passage": proposal.passage,
        "start": proposal.start,
        "end": proposal.end,
        "prompts": [{"code": p.code, "words": list(p.words)} for p in proposal.prompts],
    }
