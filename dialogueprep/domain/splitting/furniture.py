"""Furniture of a report: bylines, datelines, navigation, invitations, signatures."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.domain.splitting.cues import Cues
from dialogueprep.domain.splitting.report import Kind, Paragraph, Report

_MOST_OF_A_LINE = 160


def marked(report: Report, cues: Cues) -> Report:
    """Return the report with the paragraphs that are furniture by their words marked so."""
    paragraphs = [_marked(report, p, cues) for p in report.paragraphs]
    return replace(report, paragraphs=tuple(_without_signature(report, paragraphs, cues)))


def _marked(report: Report, paragraph: Paragraph, cues: Cues) -> Paragraph:
    if is_line_of_furniture(report.of(paragraph), cues):
        return replace(paragraph, kind=Kind.FURNITURE, level=0)
    return paragraph


def is_line_of_furniture(text: str, cues: Cues) -> bool:
    """Return whether a whole paragraph is a line of furniture."""
    text = text.strip()
    return len(text) <= _MOST_OF_A_LINE and bool(cues.furniture_lines.search(text))


def is_sentence_of_furniture(text: str, cues: Cues) -> bool:
    """Return whether a sentence inside a paragraph invites, advertises or registers."""
    return bool(cues.furniture_sentences.search(text))


def _without_signature(report: Report, paragraphs: list[Paragraph], cues: Cues) -> list[Paragraph]:
    """Mark the short lines at the end that name institutions and say nothing."""
    for at in range(len(paragraphs) - 1, 0, -1):
        text = report.of(paragraphs[at]).strip()
        if paragraphs[at].kind is Kind.FURNITURE:
            continue
        if len(text) > 200 or text.endswith((".", "。")) or not cues.signatures.search(text):
            break
        paragraphs[at] = replace(paragraphs[at], kind=Kind.FURNITURE, level=0)
    return paragraphs
