"""Takes what stands apart from a description, and tells of the same person, for a part of it.

A participant (Korea, academia), one official, Chinese, a woman who teaches at a university in
Japan, the Chinese among the scholars, 学者中来自韩国的一位, 중국 참석자(학자).
Each fact alone may fit many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dialogueprep.domain.identity.described.description import ONE, Description
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.pronouns_beyond import OF_ANYBODY
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import ends_word

_LISTS = word_lists("described", "facts_beside")

_PLACES, _FIELDS = frozenset({"territory", "region"}), frozenset({"sector", "broad", "gender"})
_OF_SEVERAL = frozenset({"several", "many", "all", "two", "three", "four", "five", "six", "none"})
_LED_EN = re.compile(
    ",? (?:who (?:is |was |works? |worked |teaches |taught |(?:has|had) worked |serves |served |"
    "sits |sat |came |had come |flew in |had flown in |had travelled ))?"
    f"(?:(?:{_LISTS['led_en']}) )?"
    "(?:with an? (?:strong |long )?(?:background|career|past|post|position|job) )?"
    "(?:from|of|in|at|for|by) (?:the |an? |one )?"
)
_FIELD = re.compile(r"(?!outside|within|inside|beyond|other)[a-z]{4,} ")  # a travel company
_APART_EN = re.compile(r", (?:an? |the )?")
_APART_ENDS = re.compile(r"[,.;:)]|$")
_GOES_ON_EN = re.compile(
    r"$|[^a-z ]| [^a-z ]|"
    r" (?:in|from|of|at|on|and|but|who|that|then|also|had|was|were|is|has|would|could|did|not|"
    r"thought|saw|felt|took|made|gave|put|spoke|went|found|held|told|left|knew|kept|set|"
    r"[a-z]{2,}(?:ed|s))(?![a-z])"
)
_OPENS, _CLOSES, _COMMA = (
    re.compile(r" ?\("),
    re.compile(r"\)"),
    re.compile(r" ?[,、/;·] ?| |の|的"),
)
_AMONG = re.compile(r"(?<![a-z])(?:the|one|a) ([a-z ]{4,20}) among $")
_AMONG_EAST = re.compile(
    "们?(?:中|里|当中|之中)的?(?:一[位名个]|那[位名个])?|(?:の)?(?:うち|中)(?:の|で)?、?|"
    "(?:们)?,?(?:兼任?|同时也是|也是一[位名])|で、?(?=[^。、]{2,12}でもある)|"
    "(?:들)? ?(?:중|가운데)(?:의|에서)? ?"
)
_FROM_EAST = re.compile("来自|从")
_WHO_EAST = re.compile(_LISTS["who_east"])
_ALSO_JA = re.compile("でもある(?:人|方|者)")
_WORKS = frozenset("在于、,且并")
_WORKS_ZH = re.compile(
    "(?:一[位名]|有)?来自([\u4e00-\u9fff]{2,6})[、,](?:现|目前|并|且|长期)?(?:在|于|供职于|"
    "任职于)?$"
)
_BRACKETS, _AMONG_THEM = ("(", " ("), " among "
_LEADS = (
    ", ", " who ", " employed", " based", " working", " teaching", " serving", " present", " at ",
    " in ", " with ", " from ", " of ", " for ", " by ",
)  # fmt: skip
_LEADS_EAST = frozenset("们中里当之のうでも兼同,들 중가")
"""How what is read behind a description begins; most descriptions have nothing of it."""
_USUAL = re.compile(" who (?:works|teaches|serves) ").match  # a woman who works for a company
_LONGEST, _TIMES = 18, 3


class FactsBeside:
    """Widens descriptions by such facts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._pieces = lexicon.pieces

    def widened(self, phrases: Iterable[Phrase], folded: Folded) -> Iterator[Phrase]:
        """Yield descriptions with what stands apart and tells of the same person."""
        for phrase in phrases:
            widened = phrase
            for _ in range(_TIMES):
                further = self._further(widened, folded)
                if further is None:
                    break
                widened = further
            yield widened

    def _further(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        text, at = folded.text, phrase.end
        if text.startswith(_BRACKETS, at):
            return self._bracketed(phrase, folded)
        if is_east_asian(text[phrase.head]):
            led = text[at : at + 1] in _LEADS_EAST
            return self._among_east(phrase, folded) if led else self._placed_before(phrase, folded)
        if text.endswith(_AMONG_THEM, 0, phrase.start):
            return self._one_among(phrase, folded)
        if phrase.determiners & _OF_SEVERAL or not text.startswith(_LEADS, at):
            return None
        return self._apart(phrase, folded) or self._led(phrase, folded)

    def _bracketed(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        """Return who is told in brackets behind: a participant (Korea, academia)."""
        opened = _OPENS.match(folded.text, phrase.end)
        at, said = opened.end() if opened else phrase.end, phrase.description
        if come := _FROM_EAST.match(folded.text, at):
            at = come.end()
        while found := self._piece(folded, at):
            at, piece = found
            if not _adds(said, piece):
                return None
            said = said.with_piece(piece)
            if closed := _CLOSES.match(folded.text, at):
                return _wider(phrase, closed.end(), said)
            gap = _COMMA.match(folded.text, at)
            at = gap.end() if gap else at
        return None

    def _apart(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        """Return who is told between commas: one official, Chinese, asked."""
        if "one" not in phrase.determiners or not (led := _APART_EN.match(folded.text, phrase.end)):
            return None
        found = self._piece(folded, led.end())
        if not found or not _APART_ENDS.match(folded.text, found[0]):
            return None
        end, piece = found
        if not _adds(phrase.description, piece):
            return None
        return _wider(phrase, end, phrase.description.with_piece(piece))

    def _led(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        """Return who is told by words that lead on: who teaches at a university in Japan."""
        led = _LED_EN.match(folded.text, phrase.end)
        if not led or not (phrase.present or (ONE & phrase.determiners and not _USUAL(led[0]))):
            return None
        at, said = led.end(), phrase.description
        field = None if self._piece(folded, at) else _FIELD.match(folded.text, at)
        found = self._piece(folded, field.end() if field else at)
        if not found or found[1].kind == "head" or not _adds(said, found[1]):
            return None
        end, piece = found
        if field and piece.kind != "sector":  # of central Africa
            return None
        if piece.kind not in _PLACES and not _GOES_ON_EN.match(folded.text, end):
            return None
        if not phrase.present:  # a captain of a company in Norway may be anybody
            phrase = phrase._replace(pieces=phrase.pieces | {OF_ANYBODY})
        return _wider(phrase, end, said.with_piece(piece))

    def _one_among(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        """Return the one of several whom a place before them tells: the Chinese among them."""
        led = _AMONG.search(folded.text, max(0, phrase.start - 36), phrase.start)
        places = [p for p in self._pieces.get(led[1], ()) if p.kind in _PLACES] if led else ()
        if not led or not places or not _adds(phrase.description, places[0]):
            return None
        said = phrase.description.with_piece(places[0])
        return phrase._replace(start=led.start(), description=said, determiners=ONE)

    def _among_east(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        """Return the one of several whom a place or a calling behind them tells."""
        if also := _ALSO_JA.match(folded.text, phrase.end):
            return phrase._replace(end=also.end(), determiners=ONE, present=True)
        led = _AMONG_EAST.match(folded.text, phrase.end)
        if not led:
            return None
        come = _FROM_EAST.match(folded.text, led.end())
        found = self._piece(folded, come.end() if come else led.end())
        if not found or not _adds(phrase.description, found[1]):
            return None
        end, piece = found
        who = _WHO_EAST.match(folded.text, end)
        if piece.kind != "head" and not who:
            return None
        said = phrase.description.with_piece(piece)
        one = phrase._replace(determiners=ONE, present=True)
        return _wider(one, who.end() if who else end, said)

    def _placed_before(self, phrase: Phrase, folded: Folded) -> Phrase | None:
        """Return who is told by a place before the field: 一位来自日本、在企业任职的与会者."""
        if folded.text[phrase.start - 1 : phrase.start] not in _WORKS:
            return None
        led = _WORKS_ZH.search(folded.text, max(0, phrase.start - 16), phrase.start)
        places = [p for p in self._pieces.get(led[1], ()) if p.kind in _PLACES] if led else ()
        if not led or not places or not _adds(phrase.description, places[0]):
            return None
        said = phrase.description.with_piece(places[0])
        return phrase._replace(start=led.start(), description=said, determiners=ONE)

    def _piece(self, folded: Folded, start: int) -> tuple[int, Piece] | None:
        """Return the longest word here that tells something of somebody."""
        text = folded.text
        for end in range(min(len(text), start + _LONGEST), start, -1):
            known = self._pieces.get(text[start:end])
            if not known or (text[end - 1].isascii() and not ends_word(folded, end)):
                continue
            for piece in known:
                if piece.kind in _FIELDS or (piece.kind == "head" and (piece.value or piece.extra)):
                    return end, piece
                if piece.kind in _PLACES and self._written(folded, start, end):
                    return end, piece
        return None

    @staticmethod
    def _written(folded: Folded, start: int, end: int) -> bool:
        written = folded.written(start, end)
        return not written.isascii() or (written[:1].isupper() and len(written) > 3)


def _adds(said: Description, piece: Piece) -> bool:
    """Return whether a word says of somebody what is not told yet."""
    if piece.kind in _PLACES:
        return not said.territory and (piece.kind == "territory" or not said.region)
    if piece.kind == "gender" or piece.extra in ("woman", "man"):
        return said.gender is None
    return said.sector is None and said.with_piece(piece) != said


def _wider(phrase: Phrase, end: int, said: Description) -> Phrase:
    return phrase._replace(end=end, description=said)
