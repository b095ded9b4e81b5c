"""Splits a report into what it proposes: one proposal for each idea, with its passage.

Headings become topics when something is proposed under them; sentences and points of lists become
recommendations. Background, questions and furniture become nothing. What is proposed twice is
offered once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dialogueprep.domain.splitting.context import Place, Placed, is_left_out, placed
from dialogueprep.domain.splitting.cues import Cues, Wording
from dialogueprep.domain.splitting.finding import found_in
from dialogueprep.domain.splitting.furniture import (
    is_sentence_of_furniture,
    marked,
    text_begins,
)
from dialogueprep.domain.splitting.judging import (
    cue_in,
    first_of,
    goes_on,
    is_command,
    is_imperative,
    is_lead,
    is_something_new,
    tells_the_reader,
)
from dialogueprep.domain.splitting.likeness import Heard
from dialogueprep.domain.splitting.making import Making
from dialogueprep.domain.splitting.marks import as_written, with_full_marks
from dialogueprep.domain.splitting.own_names import as_we, moved, own_name
from dialogueprep.domain.splitting.points import is_one_point, points_that_agree
from dialogueprep.domain.splitting.proposal import Proposal
from dialogueprep.domain.splitting.report import Kind, Report, Span
from dialogueprep.domain.splitting.rows import sentences_in_a_row
from dialogueprep.domain.splitting.sentences import sentences_in, trim
from dialogueprep.domain.splitting.titles import bare_heading, mark_length
from dialogueprep.domain.splitting.waiting import Waiting, alone

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_A_SECTION = 3  # "### Ports" under "## Talks", where no text stands between
_TELLS_EAST = re.compile(r"(?:する|すべき(?:だ|である)?|한다|하자|할 것|해야|。)$")
_LABELLED_ACT = re.compile(r"[一-鿿ぁ-ん][うくぐすつぬぶむる]$")  # 提言1　印をつける
_TO_WHOM = re.compile(r"[^，。：；、\s]{1,8}：(?=[^，。]{3})")
_LIST_KINDS = (Kind.BULLET, Kind.NUMBERED, Kind.ACTION)


Told = Callable[[int, int], None]
"""Called with how much of the text is done and how long it is; it may raise to stop the work."""


def _nobody(done: int, total: int) -> None:
    pass


def split(report: Report, cues: Cues, told: Told = _nobody) -> tuple[Proposal, ...]:
    """Return what a report proposes, in the order of its text; passages have exact offsets.

    ``told`` is called after each paragraph: a report near the limit of what is read takes
    the better part of a minute.
    """
    known = marked(with_full_marks(report), cues)
    try:
        return tuple(as_written(p, report) for p in _Splitter(known, cues).proposals(told))
    finally:
        first_of.cache_clear()  # keeps no sentence of a report longer than it is split


class _Splitter:
    """The work on one report: what has been heard, and the heading that waits for proposals."""

    def __init__(self, report: Report, cues: Cues) -> None:
        self._report = report
        self._cues = cues
        self._make = Making(report, cues)
        self._heard = Heard(report.language)
        years = [int(y) for y in _YEAR.findall(report.text)]
        self._latest = max(years, default=None)
        self._heads = [p.start for p in report.paragraphs if p.kind is Kind.HEADING]
        self._text_begins = text_begins(report)
        self._own = own_name(report.text) if report.language == "en" else None
        self._agreeing: frozenset[int] = frozenset()
        self._in_a_row: frozenset[int] = frozenset()
        self._topics: frozenset[int] = frozenset()  # levels at which a sister heading is a topic

    def proposals(self, told: Told) -> Iterator[Proposal]:
        """Yield what is proposed; a heading waits until it is known what stands under it."""
        waiting: list[Waiting] = []
        everything = list(placed(self._report, self._cues))
        self._agreeing = points_that_agree(everything, self._stands)
        self._in_a_row = sentences_in_a_row(self._report, everything)
        for here in everything:
            if here.paragraph.kind is Kind.HEADING:
                yield from alone(waiting, here.paragraph.level)
                found, waits = self._heading(here)
                waiting = [w for w in waiting if w.level < here.paragraph.level]
                waiting += [self._as_its_sisters(waits)] if waits else []
            else:
                found = list(self._paragraph(here))
                if found:
                    yield from (w.topic for w in waiting)
                    self._topics |= {w.level for w in waiting}
                    waiting = []
                waiting = [replace(w, has_text=True) for w in waiting]
            yield from found
            told(here.paragraph.end, len(self._report.text))
        yield from alone(waiting, 0)

    # Headings

    def _as_its_sisters(self, waits: Waiting) -> Waiting:
        """Return a heading that is no recommendation itself if its sisters name topics."""
        self._topics = frozenset(level for level in self._topics if level <= waits.level)
        return replace(waits, own=None) if waits.level in self._topics else waits

    def _heading(self, here: Placed) -> tuple[list[Proposal], Waiting | None]:
        """Return what a heading itself recommends, or the topic that waits for what is under it."""
        span = self._make.body(here)
        text, wording = self._make.text(span), here.wording
        if here.place is Place.LEFT_OUT or not text:
            return [], None
        if label := wording.pattern("label").match(text):
            span = trim(self._report.text, (span[0] + label.end(), span[1]))
            return self._labelled(here, span)
        if self._is_generic(text, wording) or self._is_title(here):
            return [], None
        if self._tells_to_act(text, here):
            return [self._make.made(here, span, self._make.whole(span))], None
        if here.place.tells or self._is_said(text, here):
            return [], None
        own = self._make.made(here, span, self._make.whole(span)) if here.under else None
        return [], Waiting(here.paragraph.level, self._make.topic(here, span), own)

    def _is_generic(self, text: str, wording: Wording) -> bool:
        """Return whether a heading names a part of a report, and no topic."""
        words = bare_heading(text)
        return bool(wording.pattern("generic").search(words)) or is_left_out(words, wording)

    def _is_said(self, text: str, here: Placed) -> bool:
        """Return whether a heading asks or tells something, and names no topic."""
        if text.endswith(("——", ":", "：")):  # leads to what follows
            return True
        return self._is_question(text) or bool(here.wording.pattern("clause").search(text))

    def _labelled(self, here: Placed, span: Span) -> tuple[list[Proposal], Waiting | None]:
        """Return what follows a label such as "Recommendation 2:": it recommends by itself, or in
        nouns it names what the sentences under it recommend."""
        if span[0] >= span[1]:
            return [], None
        own = self._make.made(here, span, self._make.whole(span))
        text = self._make.text(span)
        east = here.wording.language != "en"
        told = _TELLS_EAST.search(text) or _LABELLED_ACT.search(text)
        acts = told if east else is_command(text, here.wording)
        if acts and not self._has_points(here):
            return [own], None
        topic = self._make.topic(here, span)
        return [], Waiting(here.paragraph.level, topic, own, has_text=True)

    def _has_points(self, here: Placed) -> bool:
        """Return whether a list stands right under a heading."""
        after = next((p for p in self._report.paragraphs if p.start > here.paragraph.end), None)
        return after is not None and after.kind in _LIST_KINDS

    def _tells_to_act(self, text: str, here: Placed) -> bool:
        """Return whether a heading under "Recommendations" is itself one: "Open a hotline"."""
        if here.place is not Place.RECOMMENDING:
            return False
        if here.wording.language != "en":  # a title in nouns names a topic: 回収体制の強化
            return bool(_TELLS_EAST.search(text))
        return is_command(text, here.wording) or bool(
            cue_in(text, here.place, here.wording, latest=None)
        )

    def _is_title(self, here: Placed) -> bool:
        """Return whether a heading is the title of the report, or a line of its title."""
        if here.paragraph.start >= self._text_begins:
            return False
        first = here.paragraph.start == self._heads[0]
        text = self._report.of(here.paragraph)
        numbered = mark_length(text) > 0
        if here.wording.pattern("item").match(text) or here.paragraph.level == _OF_A_SECTION:
            return False
        return not numbered or (first and here.paragraph.start == 0)

    # Paragraphs and points

    def _paragraph(self, here: Placed) -> Iterator[Proposal]:
        if here.place is Place.LEFT_OUT:
            return
        span = self._make.body(here)
        text = self._make.text(span)
        if found := here.wording.pattern("told").match(text):
            here = replace(here, place=Place.BACKGROUND, listed=False)
        elif found := here.wording.pattern("decided").match(text):
            span = trim(self._report.text, (span[0] + found.end(), span[1]))
            here = replace(here, place=Place.RECOMMENDING, listed=True)
            yield from self._point(here, span)
            return
        if here.paragraph.kind in _LIST_KINDS or here.listed:
            yield from self._point(here, span)
            return
        proposed = False
        for sentence in sentences_in(self._report.text, span):
            if label := here.wording.pattern("decided").match(self._make.text(sentence)):
                answer = replace(here, place=Place.RECOMMENDING, listed=True)
                yield from self._point(answer, (sentence[0] + label.end(), sentence[1]))
                continue
            last = sentence[1] == span[1]
            if last and here.leads and self._announces(sentence, here):
                return
            found = list(self._sentence(here, sentence, after=proposed))
            proposed = bool(found) or (
                proposed and goes_on(self._make.text(sentence), here.wording)
            )
            yield from found

    def _announces(self, sentence: Span, here: Placed) -> bool:
        """Return whether a sentence before a list only says that the list follows."""
        return bool(here.wording.pattern("following").search(self._make.text(sentence)))

    def _point(self, here: Placed, span: Span) -> Iterator[Proposal]:
        """Yield what a point of a list proposes: its first sentence, or its sentences."""
        sentences = list(sentences_in(self._report.text, span))
        if not sentences:
            return
        first, *rest = sentences
        text = self._make.text(first)
        wanted = (
            here.listed
            or here.paragraph.start in self._agreeing
            or (here.place is Place.RECOMMENDING and here.paragraph.kind in _LIST_KINDS)
        )
        acts = not here.place.tells and self._acts(text, here)
        cue = cue_in(text, here.place, here.wording, latest=self._latest)
        started = False
        denied = self._denied(text, here, acts=acts)
        if rest and cue is None and is_lead(text, here.wording):
            told = [made for each in rest for made in self._sentence(here, each, after=False)]
            if told:
                yield from told
                return
        if first[0] in self._in_a_row:
            rest = sentences
        elif (wanted or acts) and cue is None and not denied:
            told = self._whole if is_one_point(text, here.wording) else self._ideas
            for made in told(here, first):
                started = True
                yield made
        else:
            rest = sentences
        for sentence in rest:
            found = list(self._sentence(here, sentence, after=started))
            started = started or bool(found)
            yield from found

    def _denied(self, text: str, here: Placed, *, acts: bool) -> bool:
        """Return whether a point asks, tells what is or was, or says that nothing is proposed."""
        if self._is_question(text) or any(p.search(text) for p in here.wording.never):
            return True
        told = here.paragraph.kind is not Kind.ACTION and not acts
        return told and self._tells(text, here)

    def _tells(self, text: str, here: Placed) -> bool:
        return bool(here.wording.pattern("states").search(text))

    def _stands(self, here: Placed) -> bool | None:
        """Return whether a point proposes by its words; None if it tells what is, or asks."""
        span = self._make.body(here)
        first = next(iter(sentences_in(self._report.text, span)), None)
        if first is None or (here.place.tells or here.place is Place.LEFT_OUT):
            return None
        text = self._make.text(first)
        if self._acts(text, here) or cue_in(text, here.place, here.wording, latest=self._latest):
            return True
        if is_something_new(text, here.wording):
            return True
        sentence = text.endswith((".", "。"))
        return None if sentence or self._denied(text, here, acts=False) else False

    def _acts(self, text: str, here: Placed) -> bool:
        """Return whether a point tells to do something; outside of what is recommended, one that
        says who did it only tells: 협회는 서식을 배포함."""
        told = here.place is Place.PLAIN and here.wording.pattern("told_of").search(text)
        return not told and is_imperative(self._plain(text, here), here.wording)

    def _plain(self, text: str, here: Placed) -> str:
        found = here.wording.pattern("ordinal").match(text)
        return text[found.end() :] if found else text

    def _is_question(self, text: str) -> bool:
        return text.rstrip("\"'”’」』)）").endswith(("?", "？"))

    def _sentence(self, here: Placed, span: Span, *, after: bool) -> Iterator[Proposal]:
        text = self._make.text(span)
        if (
            text.endswith((":", "："))
            or self._is_question(text)
            or is_sentence_of_furniture(text, self._cues)
        ):
            return
        headed = self._headed(here)
        cue = cue_in(text, here.place, here.wording, latest=self._latest, headed=headed)
        cue = cue or self._pledged(text, here)
        if cue is None and self._is_ordinal_act(text, here, after=after):
            cue = (0, 0)
        if span[0] in self._in_a_row:
            yield from self._whole(here, span)
            return
        if cue is None:
            if not here.place.tells and here.wording.pattern("topical").search(text):
                yield self._make.topic(here, span)
            return
        if after and goes_on(text, here.wording):
            return
        yield from self._ideas(here, span, cue)

    def _pledged(self, text: str, here: Placed) -> Span | None:
        """Return where the body that speaks commits itself by its short name, or what is asked of
        those whom the sentence names before a colon: 企业：公布碳足迹。"""
        ours = as_we(text, self._own) if self._own else None
        if here.place is Place.RECOMMENDING and (named := _TO_WHOM.match(text)):
            ours = text[named.end() :]
            if is_imperative(ours, here.wording):
                return (0, 0)
        cue = cue_in(ours, here.place, here.wording, latest=self._latest) if ours else None
        return moved(cue, text, ours) if cue and ours else None

    def _headed(self, here: Placed) -> int | None:
        """Return the year that the heading above names, if it names one."""
        if here.section < 0:
            return None
        years = _YEAR.findall(self._report.of(self._report.paragraphs[here.section]))
        return int(years[-1]) if years else None

    def _is_ordinal_act(self, text: str, here: Placed, *, after: bool) -> bool:
        """Return whether a sentence is "Second, extend the pilot" or 二是推动…; in Chinese an act
        without a subject goes on proposing after a sentence that did."""
        if tells_the_reader(text, here.place, here.wording):
            return True
        found = here.wording.pattern("ordinal").match(text)
        goes_on_so = after and here.wording.language == "zh" and not self._tells(text, here)
        if here.place.tells or (
            found is None and here.place is not Place.RECOMMENDING and not goes_on_so
        ):
            return False
        rest = text[found.end() :] if found else text
        if here.place is Place.RECOMMENDING and self._is_planned(rest, here):
            return True
        if found is None and here.wording.language == "en":
            return is_command(rest, here.wording)
        if here.wording.language == "en" and here.place is not Place.RECOMMENDING:
            act = here.wording.act.match(rest)
            if act is None or act.group("gerund"):
                return False
        return is_imperative(rest, here.wording)

    def _is_planned(self, text: str, here: Placed) -> bool:
        """Return whether a sentence under "Recommendations" says how it would be done."""
        if any(p.search(text) for p in here.wording.never) or self._tells(text, here):
            return False
        return bool(here.wording.pattern("planned").search(text))

    def _ideas(self, here: Placed, span: Span, cue: Span = (0, 0)) -> Iterator[Proposal]:
        text = self._make.text(span)
        skip = self._opening(text, here.wording)
        sentence = text[skip:]
        cue = (max(0, cue[0] - skip), max(0, cue[1] - skip))
        for idea in found_in(sentence, cue, here.place, here.wording, text[:skip]):
            place = self._make.trimmed(span[0] + skip + idea.start, span[0] + skip + idea.end)
            if place[1] - place[0] < 2 or not self._heard.is_new(idea.text, idea.own):
                continue
            yield self._make.made(here, place, idea, sentence)

    def _whole(self, here: Placed, span: Span) -> Iterator[Proposal]:
        """Yield a sentence as one idea: its author told it apart from those next to it."""
        place = self._make.trimmed(
            span[0] + self._opening(self._make.text(span), here.wording), span[1]
        )
        idea = self._make.whole(place)
        if self._heard.is_new(idea.text, idea.own):
            yield self._make.made(here, place, idea)

    def _opening(self, text: str, wording: Wording) -> int:
        """Return how long the ordinal and the dateline before a sentence's own words are."""
        at = 0
        if found := self._cues.dateline.match(text):
            at = found.end()
        if found := wording.pattern("ordinal").match(text[at:]):
            at += found.end()
        return at if len(text) - at > 3 else 0
