"""Reads a note in whose margin it says who spoke as one that begins so: "[韩方] 太贵", 韩方：太贵.

Rapporteurs part who spoke from what was said by brackets, dashes, bars, arrows and tabs, before it
or behind it, and say before it that it was a question, an answer or the next one: "Q (PH off.): who
pays?". A colon says the same, and is what everything else reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogueprep.domain.identity.reading.labels_east import plainly
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("reading", "labels")

_LONGEST = 160
_WRAPPED = 62  # letters of a line from which on a sentence may go on in the next
_EAST = "\u3041-\u30fe\u4e00-\u9fff\uac00-\ud7a3"
_WHO = r"[^\W_](?:[^\W_]|\.|[ '’&·々ー-](?! ?-)){1,30}?"
_SAID = rf"(?=[^|\t/:：]*$)(?=[^\d\W]|[\"“‘「『(])(?:.*[^\W\d_]+\W+[^\W\d_]+.*|.*[{_EAST}]{{2,}}.*)"
_QUOTED = r"[\"“「『][^\"”」』]{2,}[\"”」』][.。]?"
_IN = r"[\[【〔<(（](?P<who>{who})[\]】〕>)）]"
# What stands before who spoke: the hour, a question, whose turn it was.
_HOUR = r"(?:[\[(]?[0-2]?[0-9][.:h][0-5][0-9][\])]?(?: ?[-–—|] ?| ))"
_LED = (
    rf"(?:(?:{_LISTS['remarks']})(?: [0-9])?(?:\.|:)? ?"
    "(?:(?<= )(?:from|by|of) )?(?:(?<= )the )?|"
    f"(?:[Aa]nd |[Bb]ut )?(?:{_LISTS['led_next']}|"
    r"[Aa]cc\. to|[Ff]loor to) |"
    r"(?:(?:[Rr]e|[Oo]n|[Aa]bt|[Aa]bout) [a-z ]{3,24}?|(?:[Pp]ara|[Ii]tem|[Pp]oint|[Aa]rt)\.? ?"
    "[0-9]{1,2}[a-z]?|[0-9]{1,2}(?:항|조|번)|[가-힣 ]{2,10} 건) ?[-–—:] |"
    "(?:질문|질의|답변?|문|의견|추가(?: 질문| 발언)?|발언|보충|이어|또|다시)"
    "(?:[0-9])? ?[:：]? ?)"
)
_AGAIN = (
    r"(?:,? (?:again|too|also here|also|once more)| ?(?:재차|다시|또|추가|의견|발언|왈|재발언)|"
    r" ?[(（][^()（）]{2,14}[)）])?"
)
_PARTS = r"\s*(?:[:：]|\s-{1,2}\s|\s?[–—]\s?|\s?(?:[-=]>|[→⇒]|>{1,2})(?! ?[0-9])|\.\.\.|…)\s*"
_MIDDLE = r" (?:--?|[–—|>/]|>>) |[—–\t→⇒…]|[-=]>|\.\.\."
_LEADS = (
    r"(?=[0-9QqAaCcRrTtNnBbFfPpOoIi\[(질문답의추발보이또다])"
    r"(?:[\[(]?[0-2]?[0-9][.:h][0-5][0-9][ \])]|[QqAa]s?[ (.:0-9]|[Cc]omment|[Qq]uestion|"
    "[Rr]e(?:ply|sponse|mark)? |[Aa](?:nswer|cc|gain|nd|lso)[ .:]|[Tt]hen |[Nn]ext |[Bb]ut |"
    f"[Bb]ack to|[Ff]loor to|[Pp]er |[Oo]n |[Aa]b(?:ou)?t |{_LISTS['leads']}|"
    "[0-9]{1,2}(?:항|조|번)|질문|질의|답|문 ?[(:]|의견|추가|"
    "발언|보충|이어 |또 |다시 )"
)
_AGAIN_SIGN = (
    r"(?:재차|다시|또|추가|의견|발언|왈) ?[:：]|[)）] ?[:：]| (?:too|again|here|more)[:：]"
)
_MIDDLES = as_written(f"{_MIDDLE}|^\\W*{_LEADS}|{_AGAIN_SIGN}")
_MAY = as_written(  # without one of these a line is not parted; a break stands before each line
    "[-–—|>/→⇒…\t*<.(（\\[【〔:：\n](?:"
    '(?<=\n)[^\\w\n]*?(?:[\\[【〔<(（][^\\W_][^"=()（）\\[\\]\n]{1,31}[\\]】〕>)）]'
    "[ :：]*[^\\s\\])]|"
    f'[@“「『"]|{_LEADS}|[^\\W_][^"“「『(（=\n]{{1,31}}["“「『(（])|'
    "(?<!\n)(?:(?<= [-–—|>/]) |(?<= --) |(?<= >>) |(?<=[—–\t→⇒…*])|"
    "(?<=[-=]>)|(?<=<)[-=]|(?<=\\.)\\.\\.|"
    '(?<=[(（\\[【〔<])[^"()（）\\[\\]\n]{2,32}[)）\\]】〕>](?= ?[:：]|[ .。]*(?:\n|$))|'
    "(?<=[oneyr왈또차시가견언][:：])"
    "(?:(?<=(?: too|gain|here|more).)|(?<=(?:재차|다시|추가|의견|발언| 왈| 또).))))"
)


def _way(pattern: str) -> re.Pattern[str]:
    return as_written(rf"\s*{pattern}\s*$".replace("{who}", _WHO))


_FIRST_IN = _way(rf"{_IN}:?\s*(?P<said>{_SAID})")
_PARTED = _way(rf"(?P<who>{{who}})(?:\s+[-–—]\s+|—|\s+(?:>|>>|/|\|)\s+|\t)(?P<said>{_SAID})")
_QUOTES = _way(rf"(?P<who>{{who}})\s*(?P<said>{_QUOTED}|[(（][^()（）]{{2,}}[)）])")
_TO = _way(rf"@(?P<who>{{who}})\s+(?P<said>{_SAID})")
_LAST_IN = _way(rf"(?P<said>[^()（）\[\]【】]{{2,}}?)\s*{_IN}")
_BACK = _way(r"(?P<said>[^<]{2,}?)\s*<[-=]\s*(?P<who>{who})")
_QUOTED_BY = _way(rf"(?P<said>{_QUOTED})\s*[-–—]?\s*(?P<who>{{who}})")
_STARRED = _way(rf"\*{{0,2}}(?P<who>{{who}})(?::?\*{{1,2}}:?|\*{{1,2}} ?[-–—])\s*(?P<said>{_SAID})")
_LED_BY = _way(rf"{_HOUR}?{_LED}?(?P<who>{{who}}){_AGAIN}{_PARTS}(?P<said>{_SAID})")
_LED_IN = _way(rf"{_HOUR}?{_LED}[(（](?P<who>{{who}})[)）]{_PARTS}(?P<said>{_SAID})")
_BEHIND = _way(
    rf"(?P<said>[^\W\d_][^|\t/:：]+[ ;,?][^|\t/:：]+?|[{_EAST}]{{4,}})\s+(?:-{{1,2}}|[–—/])\s+"
    rf"(?=[A-Z{_EAST}]|[a-z.]+ )(?P<who>{{who}})"
)
_GOES_ON = as_written("[はがをにもとのへで은는이가을를도의에와과고며]$|[,，、。.;；:：]")
_ASKED = frozenset({"Q ", "A ", "q ", "a "})
_SHORTENED = as_written(r"(?<![^\W_]{3})\.(?=-?[^\W_]|$| )|(?<=off|rof)\.")


class Labelled(NamedTuple):
    """A note as it reads with a colon, and where who spoke stands in the note as written.

    It is ``clipped`` where it was put as a plain stance, and ``sure`` if only people do that.
    """

    text: str
    start: int
    length: int
    clipped: bool = False
    sure: bool = False

    @property
    def end(self) -> int:
        """Where who spoke ends in the note as written."""
        return self.start + self.length

    @property
    def who(self) -> str:
        """Who spoke, as written."""
        return self.text[: self.length]


def labelled(note: str) -> Iterator[Labelled]:
    """Yield each line of a note as one that begins with who spoke, where a sign parts them."""
    for text, start, end, sure in plainly(note):
        yield Labelled(text, start, end - start, clipped=True, sure=sure)
    text = f"\n{note}"
    sign = _MAY.search(text)
    while sign:
        start = text.rfind("\n", 0, sign.start() + 1) + 1
        end = text.find("\n", start)
        line = text[start:end] if end >= 0 else text[start:]
        before = text[text.rfind("\n", 0, start - 1) + 1 : start - 1] if start > 1 else ""
        if not (_goes_on(before) or (_goes_on(line) and "\n" in note)):
            yield from _parted(line, start - 1)
        sign = _MAY.search(text, end) if end >= 0 else None


def _goes_on(line: str) -> bool:
    """Return whether a sentence may go on behind a line: it is as long as there was room."""
    line = line.rstrip()
    return len(line) >= _WRAPPED and not line.endswith((".", "!", "?", ")", "”", '"'))


def _parted(line: str, start: int) -> Iterator[Labelled]:
    if len(line) > _LONGEST:
        return
    known: set[int] = set()
    for way in _ways(line.strip()):
        parted = way.match(line)
        if parted and parted.start("who") not in known and _is_whole(parted["who"]):
            known.add(parted.start("who"))
            who = parted["who"].rstrip()
            text = f"{who}: {parted['said'].strip()}"
            yield Labelled(text, start + parted.start("who"), len(who))


def _ways(line: str) -> list[re.Pattern[str]]:
    """Return the ways in which a line with such signs may be parted."""
    opens, closes, middle = line[:1], line.rstrip(".。")[-1:], bool(_MIDDLES.search(line))
    ways = (
        (opens in "[【〔<(（", _FIRST_IN),
        (middle, _PARTED),
        (closes in '"”」』)）', _QUOTES),
        (opens == "@", _TO),
        (closes in "]】〕>)）", _LAST_IN),
        ("<" in line, _BACK),
        (opens in '"“「『', _QUOTED_BY),
        ("*" in line, _STARRED),
        (middle, _LED_BY),
        (middle, _LED_IN),
        (middle, _BEHIND),
    )
    return [way for may, way in ways if may]


def _is_whole(who: str) -> bool:
    """Return whether who is told ends there: no sentence goes on, and none has ended before."""
    return who not in _ASKED and not _GOES_ON.search(_SHORTENED.sub("", who))
