"""Half-width punctuation between East Asian characters, read as the full-width marks it stands for.

Many pages write 加强合作,扩大交流 with the comma of a Western keyboard. The rules know one form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dialogueprep.domain.splitting.proposal import Proposal
from dialogueprep.domain.splitting.report import Report
from dialogueprep.domain.texts import Language

_FULL: dict[Language, dict[str, str]] = {
    "zh": dict(zip(",;:?!()﹐﹔﹕", "，；：？！（），；：", strict=True)),
    "ja": dict(zip("，,;:?!().．｡､", "、、；：？！（）。。。、", strict=True)),
}
_EAST = r"[\u3000-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60“”‘’\d\s)\]%a-zA-Z]"
_SCRIPT = r"[\u3001-\u303f\u3041-\u30ff\u3400-\u9fff\uff01-\uff60”’）」』》%]"
_BETWEEN = re.compile(
    rf"[﹐﹔﹕]|(?<={_SCRIPT})(?:[,;:?!()，｡､]|(?<![０-９])．)(?={_EAST}|$)|(?<=[\w)）”’])[,;:?!()，｡､](?={_SCRIPT})"
    r"|(?<=[\u3041-\u30ff\u4e00-\u9fff])[.．](?=\s|$)"
)


def with_full_marks(report: Report) -> Report:
    """Return the report with full-width marks in place of half-width ones; its length stays."""
    full = _FULL.get(report.language)
    if full is None:
        return report
    text = _BETWEEN.sub(lambda m: full.get(m.group(), m.group()), report.text)
    return replace(report, text=text)


def as_written(proposal: Proposal, report: Report) -> Proposal:
    """Return a proposal with its passage as the report has it."""
    passage = report.text[proposal.start : proposal.end]
    text = passage if proposal.text == proposal.passage else proposal.text
    return replace(proposal, passage=passage, text=text)
