"""The bar in the margin of a Word document, beside what has other words than before."""

from __future__ import annotations

import re

from dialogueprep.exchange.house_style import house_style

_BEFORE = "pStyle|keepNext|keepLines|pageBreakBefore|framePr|widowControl|numPr|suppressLineNumbers"
_PARAGRAPH = re.compile(r"<w:p>(?:<w:pPr>(.*?)</w:pPr>)?")
_LEADING = re.compile(
    rf"(?:<w:(?:{_BEFORE})(?: [^>]*)?/>|<w:numPr>.*?</w:numPr>|<w:(?:{_BEFORE})>)*"
)
_TABLE = "<w:tblLayout "


def barred(made: str) -> str:
    """Return paragraphs and tables with a bar at their left edge; gaps have none."""
    parts = re.split(r"(<w:tbl>.*?</w:tbl>)", made)
    return "".join(_table(p) if p.startswith("<w:tbl>") else _paragraphs(p) for p in parts)


def _bar() -> str:
    colour = house_style().accent[1:]
    return f'<w:left w:val="single" w:sz="18" w:space="10" w:color="{colour}"/>'


def _table(made: str) -> str:
    return made.replace(_TABLE, f"<w:tblBorders>{_bar()}</w:tblBorders>{_TABLE}", 1)


def _paragraphs(made: str) -> str:
    return _PARAGRAPH.sub(lambda found: _paragraph(found[0], found[1] or ""), made)


def _paragraph(whole: str, own: str) -> str:
    """Return the beginning of a paragraph with the bar where the order of the schema has it."""
    if "BriefGap" in own or "BriefNotice" in own:  # these have a bar of their own, or no words
        return whole
    match = _LEADING.match(own)
    at = match.end() if match else 0
    return f"<w:p><w:pPr>{own[:at]}<w:pBdr>{_bar()}</w:pBdr>{own[at:]}</w:pPr>"
