"""Reads the two letters of a country where they tell in notes who speaks: "AU: lower fees", "(FR)".

Only the letters of the roster's own delegations and countries are read, in capitals: at the head of
a remark, behind it, in front of what only somebody at the table does, or among those who agree. A
law, a figure, a language or a price of a country is told of nobody here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dialogueprep.domain.identity.cues import Cues
from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.remarks_english import is_no_remark
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.folded_lines import line_at, short_lines
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.stances import is_short_of_a_verb, takes_a_stance

_LISTS = word_lists("described", "letters_of_countries")

WORDS = frozenset({
    "am", "as", "at", "be", "by", "de", "do", "id", "in", "is", "it", "la", "ma", "me", "my", "no",
    "of", "on", "or", "so", "to", "up", "us", "we",
})  # fmt: skip
"""Letters of a country that are a word: they tell it beside those of another country."""
_NUMBERED = rf"(?:(?:{_LISTS['numbered']})\.? ?[0-9]+[a-z]?(?: ?[:,–—-]+)? ?)?"
_HEAD = re.compile(
    r"(?:^|[\n;.?!] ?|, |(?:->|=>|[→⇒>]) ?)(?:[-*•·–—] ?)*(?:[0-9]{1,2}[:.h][0-9]{2} ?)?"
    r"(?:\(?[0-9a-z]\) ?)?(?:cont(?:'?d)?\.? ?:? )?"
    + _NUMBERED
    + r"(?:(?:and|but|then|also|only|even|so|again|now|while|yet) )?$"
)
_REMARK = re.compile(
    r"(?:,? (?:again|too|also|once more))?(?: ?: ?| (?:--?|[–—]|->|=>|→) ?| ?(?:->|=>|[→⇒]) ?)"
    r"(?=[^\W\d_]|['\"“‘(?]|no |why)"
)
_DOES = re.compile(
    " (?:(?:just|also|again|then|still|now|only|rather|never|not) )?(?:wants?|for(?! (?:example|"
    f"instance|the (?:first|next|year|period)))|{_LISTS['does_say']}|(?:keeps|kept)"
    f"(?= (?:{_LISTS['does_keep']})(?![a-z])|$)|"
    rf"""{_LISTS["does_back"]})(?![a-z])|,? ['\"‘“]"""
)
_LED = re.compile(
    rf"(?<![a-z])(?:(?:{_LISTS['led_remarks']}) ?(?:from |by |of )?\(?|"
    "(?:all|everybody|everyone|nobody|none|rest)(?: [a-z/]+){0,3}?,? "
    r"(?:exc(?:ept|l)?\.?(?: for)?|but|save|bar|minus) |"
    r"(?:acc(?:ording)?\.? to|asked|ask|per|unlike|as|tell|remind|wait for) |"
    rf"(?:{_LISTS['led_people']})\.? from )$"
)
_LED_ON = re.compile(rf"\)?(?: ?[:,;.?!]| ?-|$| (?:{_LISTS['led_on']})(?![a-z]))")
_OWN = re.compile(
    f"(?:'s?)? (?:{_LISTS['own_things']})s? (?:was |were |is )?(?:{_LISTS['own_went']})(?![a-z])"
)
_CLOSED = re.compile(
    rf"(?: (?:{_LISTS['closed']}))?[)\]]"
    r"(?= ?(?:$|\n|[.;!?]|no answer|-))"
)
_OPENED = re.compile(
    r"(?:[a-z]{2,}|[a-z]/[a-z]|[\"'?!.])(?<!law)(?<!act)(?<!ports)(?<!list) [(\[]$"
)
_ASKED = re.compile(r"(?:(?:^|[\s])(?:q|qs|a|questions?|comments?)(?: ?:)? ?|[?;] ?)\($")
_ASKED_WHAT = re.compile(
    r"\) ?(?:who|whose|why|what|how|whether|when|which|where|and|but|is|are|can|could|will|does|do)"
    r"(?![a-z])"
)
# A remark without a verb that ends in what is thought of it: "NZ blur + delay, fine for rescue".
_THOUGHT = re.compile(
    r" [a-z][a-z +&/'-]{2,32}, (?:fine|ok|okay|not|no|if|but|only if|too [a-z]+)"
    r"(?![a-z])(?! until| from)(?![^.]*menu)"
)
_FIGURES = re.compile(
    r"[^.;?!]{0,20}, ?[0-9.]+ ?(?:yrs?|years?|months?|weeks?|days?|%|kt|km|tons?|m|bn)(?![a-z])"
)
# What only somebody does, so that letters that are a word too are a country's: "ID keeps asking".
_OWN_DEED = re.compile(f" (?:{_LISTS['own_deed']})(?![a-z])")
_TRAILS = re.compile(r" (?:--|[–—]|-|/) $")
_LINE_ENDS = re.compile(r" ?(?:$|\n)")
_THING = re.compile(
    f" ?: ?(?:the )?(?:[a-z]+ ){{0,2}}(?:{_LISTS['thing']}|n/a|"
    "tbc|tbd|passport|embassy|visa|flights?)(?![a-z])"
)
_FULL_STOP = re.compile(r"\.\s*$")
_COUNTED = re.compile(r"^ (?:x ?[2-9]|[fm](?= ?[:-]))(?![a-z0-9])")  # KR x2, NZ F
_FAR = 60  # letters before a place that are looked at
_BETWEEN = re.compile(r" ?[/+&] ?|, | and | & ")


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a country in folded text, and the country."""

    start: int
    end: int
    code: str


class LettersOfCountries:
    """Reads who is told by the letters of a country, over one roster."""

    def __init__(self, roster: Roster, cues: Cues) -> None:
        self._roster = roster
        self._when = cues.lexicon.room.when

    def read(self, folded: Folded) -> Iterator[Phrase]:
        """Yield a description for each who is told by the letters of a country."""
        found = self._found(folded)
        lines = short_lines(folded) if found else ()
        for joined in _chains(folded.text, found):
            line = line_at(lines, joined[0].start)
            if self._told(folded.text, line, joined, found):
                for each in joined:
                    said, one = Description(territory=each.code), ONE
                    yield Phrase(each.start, each.end, each.start, said, one, present=True)

    def _found(self, folded: Folded) -> list[_Letters]:
        found: list[_Letters] = []
        for code in self._codes.finditer(folded.original):
            start = bisect_left(folded.starts, code.start())
            found.append(_Letters(start, start + 2, code.group()))
        return found

    @cached_property
    def _codes(self) -> re.Pattern[str]:
        """The letters of the roster's countries where they stand as a word of their own.

        The engine goes to the next of their first letters, since nothing is looked for before.
        """
        people = self._roster.participations
        codes = {c for p in people for c in (p.delegation, p.territory) if c and len(c) == 2}
        words = either(sorted(codes)) or "(?!)"
        return as_written(rf"{words}(?![^\W_])(?<![^\W_]..)", re.DOTALL)

    def _told(
        self, text: str, line: tuple[int, int], joined: list[_Letters], found: list[_Letters]
    ) -> bool:
        """Return whether it is told of some letters, one or several that are joined, who speaks."""
        start, end = joined[0].start, joined[-1].end
        first, last = line
        personal = joined[-1].code != "US" and _OWN_DEED.match(text, end, last)
        if not personal and not _are_sure(joined, found):
            return False
        before, after = text[max(first, start - _FAR) : start], _COUNTED.sub("", text[end:last])
        if _LED.search(before) and _LED_ON.match(after):
            return True
        if _TRAILS.search(before) and _LINE_ENDS.match(after):
            return True
        if self._when.search(after):
            return False
        return _is_behind(before, after) or _is_ahead(before, after)


def _chains(text: str, found: list[_Letters]) -> list[list[_Letters]]:
    """Return letters one behind another, those together that are joined: "AU/FR", "AU + FR"."""
    chains: list[list[_Letters]] = []
    for one in found:
        if chains and _BETWEEN.fullmatch(text, chains[-1][-1].end, one.start):
            chains[-1].append(one)
        else:
            chains.append([one])
    return chains


def _are_sure(joined: list[_Letters], found: list[_Letters]) -> bool:
    """Return whether letters are no word, or stand in a text with those of another country."""
    own = {it.code for it in joined}
    if any(code.lower() not in WORDS for code in own):
        return True
    return any(it.code not in own and it.code.lower() not in WORDS for it in found)


def _is_ahead(before: str, after: str) -> bool:
    """Return whether a remark follows, or what only somebody at the table does."""
    if not _HEAD.search(before) or _THING.match(after):
        return False
    remark = _REMARK.match(after)
    told = remark and not _FIGURES.match(after, remark.end())
    told = told and not is_no_remark(after[remark.end() if remark else 0 :])
    told = told or _DOES.match(after) or _OWN.match(after) or _THOUGHT.match(after)
    return bool(told) or takes_a_stance(after) or is_short_of_a_verb(after)


def _is_behind(before: str, after: str) -> bool:
    """Return whether a remark stands before the letters in brackets, in a line of notes."""
    closed = _CLOSED.match(after) and _OPENED.search(before)
    closed = closed or (_ASKED_WHAT.match(after) and _ASKED.search(before))
    return bool(closed) and not _FULL_STOP.search(after) and not is_no_remark(before)
