"""Furniture of a report: bylines, datelines, navigation, invitations, signatures."""

from __future__ import annotations

import re
from dataclasses import replace

from dialogueprep.domain.splitting.cues import Cues, Wording
from dialogueprep.domain.splitting.judging import is_imperative
from dialogueprep.domain.splitting.report import Kind, Paragraph, Report
from dialogueprep.domain.splitting.titles import mark_length, without_mark

_MOST_OF_A_LINE = 160
_MOST_OF_AN_ITEM = 100
_LEVEL_OF_AN_ITEM = 7


def marked(report: Report, cues: Cues) -> Report:
    """Return the report with the paragraphs that are furniture by their words marked so, and items
    of an agenda ("Item 3: Ports") marked as the headings that they are."""
    paragraphs = _without_names(report, [_marked(report, p, cues) for p in report.paragraphs])
    paragraphs = _with_titles(report, _with_numbers(report, paragraphs))
    paragraphs = _with_lists(report, paragraphs)
    paragraphs = _with_lines(report, paragraphs, cues.languages[report.language])
    return replace(report, paragraphs=tuple(_without_signature(report, paragraphs, cues)))


def text_begins(report: Report) -> int:
    """Return where the first paragraph begins that is no heading and no short line above one, such
    as an entry of a menu or the number of an issue."""
    texts = [p for p in report.paragraphs if p.kind not in (Kind.FURNITURE, Kind.HEADING)]
    for each in texts:
        if each.kind is not Kind.TEXT or report.of(each).rstrip().endswith(_ENDS):
            return each.start
    return texts[0].start if texts else len(report.text)


# "Institute of Ports            Policy Report 41": what a page bears at its head.
_RUNNING_HEAD = re.compile(r"\S.{2,70}?\S(?: {4,}|\t+ *)\S.{0,40}?\d{1,4}")
_NUMBERED = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+(?=\S)")


def _with_numbers(report: Report, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Mark paragraphs that their author numbers as in an outline, "2.1 ...", as points of it."""
    found = [
        n for n, p in enumerate(paragraphs) if p.kind is Kind.TEXT and _NUMBERED.match(report.of(p))
    ]
    short = [n for n in found if len(report.of(paragraphs[n])) <= _MOST_OF_A_POINT]
    if len(found) < _FEWEST_NUMBERED or len(short) < len(found):
        return paragraphs
    for n in found:
        paragraphs[n] = replace(paragraphs[n], kind=Kind.NUMBERED)
    return paragraphs


_MOST_OF_A_POINT = 160
_FEWEST_NUMBERED = 3


_ENTRY = (";", "；")
_SEVERAL_MARKS = re.compile(r"(?:[△▲]\s?[^△▲]{2,80}){2,}")


def _with_lists(report: Report, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Mark the points of lists that bear no bullets: lines that end in semicolons and the line
    that closes them, and lines of "△ ... △ ..."."""
    before = False
    for n, paragraph in enumerate(paragraphs):
        text = report.of(paragraph).strip()
        plain = paragraph.kind is Kind.TEXT
        entry = plain and len(text) <= _MOST_OF_A_POINT and text.endswith(_ENTRY)
        last = plain and len(text) <= _MOST_OF_A_POINT and before
        several = paragraph.kind in (Kind.TEXT, Kind.HEADING) and _SEVERAL_MARKS.fullmatch(text)
        if entry or last or several:
            paragraphs[n] = replace(paragraph, kind=Kind.BULLET, level=0)
        before = entry
    return paragraphs


def _with_lines(report: Report, paragraphs: list[Paragraph], wording: Wording) -> list[Paragraph]:
    """Mark lines that look like headings, and each tell to do something, right under a line that
    says what they are ("Participants recommended"), as the points of a list."""
    run: list[int] = []
    for n, paragraph in enumerate([*paragraphs, Paragraph(0, 0)]):
        if _is_point(report.of(paragraph), paragraph.kind, wording):
            run.append(n)
            continue
        above = report.of(paragraphs[run[0] - 1]) if run and run[0] else ""
        if len(run) > 1 and wording.pattern("recommending").search(above):
            for at in run:
                paragraphs[at] = replace(paragraphs[at], kind=Kind.BULLET, level=0)
        run = []
    return paragraphs


def _is_point(text: str, kind: Kind, wording: Wording) -> bool:
    """Return whether a line looks like a heading, or ends so, and tells to do something."""
    text = text.strip()
    line = kind is Kind.TEXT and len(text) <= _MOST_OF_AN_ITEM and not text.endswith(_ENDS)
    if mark_length(text) or not (line or kind is Kind.HEADING):
        return False
    return is_imperative(text, wording)


_TITLES = 8  # paragraphs at most before the text
_SHORTEST_TEXT = 25
_ENDS = tuple(".。!！?？:：;；,，、”」)）*_")
_ENDS_OF_NOTES = re.compile(r"(?:함|음|됨|임)$")


def _with_titles(report: Report, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Mark the lines above the first sentence of a report as the lines of its title."""
    sentences = (n for n, p in enumerate(paragraphs) if _is_sentence(report.of(p)))
    begins = next(sentences, 0)
    if begins > _TITLES:
        return paragraphs
    for at, paragraph in enumerate(paragraphs[:begins]):
        text = report.of(paragraph).rstrip()
        if paragraph.kind is Kind.TEXT and not text.endswith(_ENDS):
            paragraphs[at] = replace(paragraph, kind=Kind.HEADING, level=1)
    return paragraphs


def _is_sentence(text: str) -> bool:
    text = text.rstrip()
    ended = text.endswith(_ENDS) or bool(_ENDS_OF_NOTES.search(text))
    return len(text) >= _SHORTEST_TEXT and ended


def _marked(report: Report, paragraph: Paragraph, cues: Cues) -> Paragraph:
    text = report.of(paragraph)
    if is_line_of_furniture(text, cues) or _RUNNING_HEAD.fullmatch(text.strip()):
        return replace(paragraph, kind=Kind.FURNITURE, level=0)
    item = cues.languages[report.language].pattern("item").match(text)
    if item and item.end() < len(text) <= _MOST_OF_AN_ITEM:
        return replace(paragraph, kind=Kind.HEADING, level=_LEVEL_OF_AN_ITEM)
    return paragraph


_NAME = re.compile(r"(?:[A-Z][\w.'’-]*,? (?:and |& )?){1,5}[A-Z][\w'’-]+")
_BEGINNING = 8  # paragraphs


def _without_names(report: Report, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Mark the names that stand close to the date at the beginning of an article."""
    for at, paragraph in enumerate(paragraphs[:_BEGINNING]):
        near = paragraphs[at + 1 : at + 2]
        named = _NAME.fullmatch(report.of(paragraph).strip())
        if at and named and near and near[0].kind is Kind.FURNITURE:
            paragraphs[at] = replace(paragraph, kind=Kind.FURNITURE, level=0)
    return paragraphs


def is_line_of_furniture(text: str, cues: Cues) -> bool:
    """Return whether a whole paragraph is a line of furniture."""
    text = text.strip()
    if len(text) > _MOST_OF_A_LINE:
        return False
    bare = without_mark(text).strip()
    bare = "" if bare.isascii() else bare  # "- Draft the form" is a point, "Draft" a stamp
    return any(cues.furniture_lines.search(each) for each in {text, bare} if each)


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
