"""Proposals made of stretches of a report: the words, the title, and what the sentence prints."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.context import Placed
from dialogueprep.domain.splitting.cues import Cues
from dialogueprep.domain.splitting.ideas import Idea
from dialogueprep.domain.splitting.proposal import Proposal, Unit, prompts_in
from dialogueprep.domain.splitting.report import Kind, Report, Span
from dialogueprep.domain.splitting.sentences import sentences_in, trim
from dialogueprep.domain.splitting.titles import (
    heading_title,
    mark_length,
    title_of_item,
)

_LEADS_ON = re.compile(r"\s*[;,；，、]\s*(?:and|or)?\s*$|\s*,?\s+and$")

_IT = re.compile(r"It (?=(?:must|should|needs|ought|could|can|may|has|would)\b)")
_WHAT = re.compile(
    r"(?P<what>(?:The|Our|Their|An?) (?:[\w-]+ ){0,4}?[\w-]+?) (?:set up|established|created|built|"
    r"agreed|signed|is|was|has|had|works?|worked|began|covers?|already|now|still|exists?|proved)\b"
)


class Making:
    """Makes the proposals of one report, and finds the stretches that they are made of."""

    def __init__(self, report: Report, cues: Cues) -> None:
        self._report = report
        self._cues = cues

    def topic(self, here: Placed, span: Span) -> Proposal:
        """Return a stretch as a topic."""
        text = self.text(span)
        return Proposal(
            kind=Unit.TOPIC,
            title=heading_title(text, here.wording),
            text=text,
            passage=text,
            start=span[0],
            end=span[1],
            prompts=prompts_in(text, self._cues),
        )

    def made(self, here: Placed, span: Span, idea: Idea, sentence: str | None = None) -> Proposal:
        """Return an idea at a place as a recommendation; ``sentence`` is the one it is of."""
        whole = sentence or idea.text
        wording = here.wording

        def printed(name: str) -> str | None:
            found = wording.pattern(name).search(whole)
            return found.group().strip() if found else None

        own = idea.own if len(idea.own) >= 3 else idea.text
        subject = wording.pattern("subject").match(whole)
        actor = subject.group(1).strip() if subject else None
        section = self._report.paragraphs[here.section] if here.section >= 0 else None
        return Proposal(
            kind=Unit.RECOMMENDATION,
            title=self._title(here, span, own, idea.text),
            text=idea.text,
            passage=self.text(span),
            start=span[0],
            end=span[1],
            prompts=prompts_in(idea.text, self._cues),
            section=self._report.of(section) if section else None,
            support_as_printed=printed("support"),
            actor=actor if actor and wording.actors.search(actor) else None,
            instrument=printed("instrument"),
            horizon=printed("horizon"),
        )

    def _title(self, here: Placed, span: Span, own: str, text: str) -> str:
        """Return the title of an idea; where it would begin with "It", with what that stands
        for, if the sentence before begins with it."""
        title = title_of_item(own, text, here.wording)
        before = list(sentences_in(self._report.text, (here.paragraph.start, span[0])))
        if not _IT.match(title) or not before:
            return title
        found = _WHAT.match(self.text(before[-1]))
        if not found:
            return title
        own, text = (_IT.sub(found["what"] + " ", each, count=1) for each in (own, text))
        return title_of_item(own, text, here.wording)

    def trimmed(self, start: int, end: int) -> Span:
        """Return a span without spaces, and without the "; and" that leads to the next point."""
        link = _LEADS_ON.search(self._report.text[start:end])
        return trim(self._report.text, (start, start + link.start() if link else end))

    def text(self, span: Span) -> str:
        """Return the words of a stretch."""
        return self._report.text[span[0] : span[1]]

    def whole(self, span: Span) -> Idea:
        """Return a stretch as one idea."""
        text = self.text(span)
        return Idea(0, len(text), text, text)

    def body(self, here: Placed) -> Span:
        """Return a paragraph without its bullet or number."""
        start, end = here.paragraph.start, here.paragraph.end
        text = self._report.text[start:end]
        start += mark_length(text)
        if here.paragraph.kind is Kind.HEADING and (
            item := here.wording.pattern("item").match(text)
        ):
            start = here.paragraph.start + item.end()
            after = here.wording.pattern("after_item").search(self._report.text, start, end)
            end = after.start() if after else end
        return trim(self._report.text, (start, end))
