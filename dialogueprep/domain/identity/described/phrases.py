"""Reads descriptors in running text: determiner, adjectives, head noun, and what follows.

A head noun is found first; from there known words are read to the left and to the right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.fields_of_work import before_a_field
from dialogueprep.domain.identity.described.nouns_in_use import ADJECTIVAL, OF_A_PAPER, goes_on
from dialogueprep.domain.identity.described.peoples import is_of_a_people
from dialogueprep.domain.identity.described.two_in_one import NO_NUMBER, taken_together
from dialogueprep.domain.identity.lexicon import Lexicon, Piece
from dialogueprep.domain.identity.reading.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.spellings.matcher import ends_word, starts_word
from dialogueprep.domain.identity.stances import heads_a_note, is_marked_as_heard, takes_a_stance
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "phrases")

_DEMONYM_OF_ONE = re.compile(f"(?:[a-z]an|[a-z]ipin[oa]|[a-z]i|{_LISTS['demonym_of_one']})$")
_MODIFIERS = ("territory", "region", "sector", "broad", "gender", "determiner", "link", "short")
_TELLING = frozenset({"territory", "region", "sector", "gender", "broad"})
_STOP = re.compile(
    r"^(?:of|in|at|by|from|and|or|but|to|for|on|with|that|which|who|as|than|is|was|are|were|be|"
    r"been|has|had|have|said|not|among|amongst|exception|if|when|while|about|between|their|his|her|"
    r"its|said|argued|noted)$"
)
_FROM = re.compile(
    rf",? (?:who (?:is |was |came |comes )?)?(?:{_LISTS['from']}|\() ?(?:the |an? )?"
)
# Somebody who is said to be here; experts who present a paper are not, nor those at the meeting of
# ministers.
_HERE = re.compile(
    "(?: who (?:was|were|is|are))? (?:present|in attendance|here|"
    "(?:(?:in|at|around|on) (?:the|this|our|that) (?:drafting |working |small |breakout |late )?"
    f"(?:{_LISTS['here_rooms']})|"
    "(?:at|over) (?:breakfast|lunch|dinner|tea|coffee)))(?![a-z-])"
    "(?! (?:an?|the|their|its|his|her|our|it|them|no|new|some|any|of|on|between|held|"
    "[a-z]{4,}s)"
    "(?![a-z]))"
)
_FIELD = re.compile(r"(?!outside|within|inside|beyond|other)[a-z]{4,}[ -]")  # of a travel company
_BACKGROUND = re.compile(f"[ -](?:{_LISTS['background']})")
_JOINT = re.compile("[のはがも][、,]?|[、,]|[은는이가의도] ?| ")
_HEADS_ONLY_AFTER_PLACE = {*"方侧측者人势쪽", "side", "那边", "관리", "一侧", "一方"}
_NOT_AFTER_HAN = re.compile(_LISTS["goes_on_behind_people"])
_AFTER_SHORT = re.compile(
    f"{_LISTS['after_short']}|(?<=[米豪越蒙独佛英印泰加比俄露菲澳美尼])"
    r"(?<![\u4e00-\u9fff].)(?:の(?!方が)|から(?:の|来た|参加した|ご参加の))"
)
_HANGUL_HEAD_ENDS = re.compile(
    r"(?:들|님|분)?(?:$|[^가-힣]|[은는이가을를의도만과와에께로]|측|에게|에서|으로|이라|라고|중|"
    r"가운데|보다|처럼|답게|이자|이며|만큼|치고|한테|마다|부터|"
    r"까지|마저|조차|뿐|였|이었|입니|다(?![가-힣])|이나|랑)"
)
_EXHORTS = frozenset(f"{it}기자" for it in "맡넘남옮즐챙당숨벗웃튕매새섬쫓")  # 맡기자는
_ALPHABET, _LONG_WORD = "abcdefghijklmnopqrstuvwxyz", 20
_MOST_BEFORE, _FAR = 16, 200  # words before a head, and letters behind it: not all of a long row
_GAP_BETWEEN, _CLOSES = re.compile("[ -]"), re.compile(r"\)")
_NO_FIRMS, _PLACES = ("商", "上商"), frozenset({"territory", "region", "short"})
_NONE, _SAYS_NOTHING = frozenset[str](), Description()


class Phrase(NamedTuple):
    """A descriptor in folded text: its span, predicates, determiners and head."""

    start: int
    end: int
    head: int  # where the head noun begins
    description: Description = Description()
    determiners: frozenset[str] = frozenset()
    present: bool = False  # the head names somebody at the table
    pieces: frozenset[str] = _NONE


class PhraseReader:
    """Reads the descriptors of a text with a lexicon's words."""

    def __init__(self, lexicon: Lexicon, saying: re.Pattern[str]) -> None:
        self._lexicon = lexicon
        self._saying = saying
        self._meanings: dict[tuple[int, int], tuple[Description, Description]] = {}
        lengths: dict[str, set[int]] = {}
        for word in lexicon.pieces:
            lengths.setdefault(word[-3:], set()).add(len(word))
        # how long the words are that end or begin so, the longest first
        self._lengths = {end: sorted(known, reverse=True) for end, known in lengths.items()}
        self._lengths_of: dict[str, tuple[int, ...]] = {}
        self._stops: dict[str, bool] = {}
        after: dict[str, set[int]] = {}
        for word in lexicon.pieces:
            after.setdefault(word[:2], set()).add(len(word))
        self._lengths_after = {two: sorted(known, reverse=True) for two, known in after.items()}
        self._numbers = {
            word: next(p for p in pieces if p.kind == "after")
            for word, pieces in lexicon.pieces.items()
            if any(p.kind == "after" for p in pieces)
        }
        words = either(self._numbers) or "(?!)"
        self._begin_numbers = frozenset(word[0] for word in self._numbers)
        self._behind = re.compile(f"(?!{NO_NUMBER})(?:{words})")
        self._heads = lexicon.in_one_pass.add(
            {
                word: pieces
                for word, pieces in lexicon.pieces.items()
                if any(p.kind == "head" or is_of_a_people(p, word, lexicon) for p in pieces)
            }
        )

    def read(self, folded: Folded) -> list[Phrase]:
        """Return the descriptors of a text in order, the longest where they overlap."""
        phrases = [
            p
            for start, end, piece in self._found(folded)
            if (p := self._read(folded, start, end, piece))
        ]
        kept: list[Phrase] = []
        for one in sorted(phrases, key=lambda p: (p.start, -p.end)):
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
        return taken_together(kept, folded.text)

    def _found(self, folded: Folded) -> Iterator[tuple[int, int, Piece]]:
        for start, end, pieces in self._heads.find(folded.text):
            if is_east_asian(folded.text[end - 1]):  # NGO関係者 too
                if self._east_head(folded, start, end):
                    yield from ((start, end, p) for p in pieces if p.kind == "head")
            elif starts_word(folded, start) and ends_word(folded, end):
                yield from self._latin_head(folded, start, end, pieces)

    def _east_head(self, folded: Folded, start: int, end: int) -> bool:
        text = folded.text
        if is_hangul(text[end - 1]):
            led = text[start - 1 : end] in _EXHORTS if start else False
            led = led or (text[start:end] == "연구원" and self._ends_a_body(folded, start))
            return not led and bool(_HANGUL_HEAD_ENDS.match(text[end : end + 4]))
        return not _NOT_AFTER_HAN.match(text, end)

    def _ends_a_body(self, folded: Folded, start: int) -> bool:
        """Return whether a word in hangul goes on here that tells no place: 한울정책연구원."""
        inside = start > 0 and is_hangul(folded.text[start - 1])
        return inside and not self._ends_place(folded, start)

    def _latin_head(
        self, folded: Folded, start: int, end: int, pieces: tuple[Piece, ...]
    ) -> Iterator[tuple[int, int, Piece]]:
        word, after = folded.text[start:end], folded.text[end : end + 40]
        for piece in pieces:
            if piece.kind == "head":
                if word.rpartition(" ")[2] not in ADJECTIVAL or self._is_noun(folded, start, after):
                    yield start, end, piece
            elif (
                piece.kind in ("territory", "region")
                and self._written(folded, start, end)
                and (after.startswith("'s ") or self._acts(word, after))
            ):
                yield start, end, piece

    def _acts(self, word: str, after: str) -> bool:
        told = self._saying.match(after) or heads_a_note(after) or takes_a_stance(after)
        return bool(told) or self._oneis_of_a_people(word, after)

    def _oneis_of_a_people(self, word: str, after: str) -> bool:
        """Return whether somebody of a people is meant behind an article: the German was."""
        if not _DEMONYM_OF_ONE.search(word):
            return bool(_HERE.match(after))
        told = re.match(" (?:(?:was|had|would) (?!invaded|born|then)|from |who )", after)
        told = told or takes_a_stance(after)
        return bool(told or _HERE.match(after) or self._lexicon.room.past.match(after, 1))

    def _is_noun(self, folded: Folded, start: int, after: str) -> bool:
        """Return whether what may be an adjective is a noun by what stands around it."""
        told = self._saying.match(after) or takes_a_stance(after) or is_marked_as_heard(after)
        past, mind = self._lexicon.room.past, self._lexicon.institutions.mind["en"]
        return bool(told) or goes_on(folded.text[max(0, start - 40) : start], after, past, mind)

    def _written(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether a place in Latin letters is written with its capitals."""
        written = folded.written(start, end)
        return written[:1].isupper() and (len(written) > 3 or written.isupper() or written == "Lao")

    def _read(self, folded: Folded, start: int, end: int, head: Piece) -> Phrase | None:
        phrase = self._leftwards(folded, start, end, head)
        word = folded.text[start:end]
        if word in _HEADS_ONLY_AFTER_PLACE and not _PLACES & phrase.pieces:
            return None
        if head.kind in ("territory", "region") and not phrase.determiners:
            return None
        if not phrase.determiners and word[-1] == "商" and word[-2:] not in _NO_FIRMS:
            return None  # 美国保险商: firms, unless one is counted
        return self._rightwards(folded, phrase)

    def _leftwards(self, folded: Folded, start: int, end: int, head: Piece) -> Phrase:
        said, determiners, kinds, position = self._meaning(_SAYS_NOTHING, head), _NONE, _NONE, start
        for _ in range(_MOST_BEFORE):
            at = _before_gap(folded.text, position)
            taken = self._piece_before(folded, at) or self._over_unknown(folded, at)
            if taken is None:
                break
            position, piece = taken
            if piece.kind == "determiner":
                determiners |= {piece.value}
            said = self._meaning(said, piece)
            kinds |= {piece.kind}
        if folded.text[start] <= "z" < folded.text[end - 1]:  # NGO関係者
            start = end - len(folded.text[start:end].lstrip(f"{_ALPHABET} "))
        return Phrase(position, end, start, said, determiners, head.extra == "present", kinds)

    def _piece_before(self, folded: Folded, end: int) -> tuple[int, Piece] | None:
        text = folded.text
        tail = text[max(0, end - 3) : end]
        lengths = self._lengths_of.get(tail)
        if lengths is None:
            lengths = self._lengths_of[tail] = self._all_lengths(tail)
        for length in lengths:
            start = end - length
            pieces = self._lexicon.pieces.get(text[start:end]) if start >= 0 else None
            if pieces and self._stands(folded, start):
                for piece in pieces:
                    if self._modifies(folded, start, end, piece):
                        return start, piece
        return None

    def _all_lengths(self, tail: str) -> tuple[int, ...]:
        """Return how long the words are that may end with these last letters of a text."""
        known = self._lengths.get(tail, ()), *(self._lengths.get(tail[n:], ()) for n in (-2, -1))
        return tuple(dict.fromkeys(length for lengths in known for length in lengths))

    def _stands(self, folded: Folded, start: int) -> bool:
        first = folded.text[start]
        if is_hangul(first):
            return starts_word(folded, start) or self._ends_place(folded, start)
        return is_east_asian(first) or starts_word(folded, start)

    def _ends_place(self, folded: Folded, end: int) -> bool:
        """Return whether a known word ends here, so that a suffix may follow: 한국측."""
        before = folded.text[max(0, end - 10) : end]
        return any(
            p.kind in ("territory", "region", "sector", "short", "gender", "head")
            for i in range(len(before))
            for p in self._lexicon.pieces.get(before[i:], ())
        )

    def _modifies(self, folded: Folded, start: int, end: int, piece: Piece) -> bool:
        if piece.kind == "short":
            return bool(_AFTER_SHORT.match(folded.text, end))
        if piece.kind == "determiner" and folded.text[start] == "ど":  # ポーランドの
            return folded.written(start, start + 1) == "ど"
        if piece.kind in ("territory", "region") and folded.text[start].isascii():
            return self._written(folded, start, end)
        if piece.kind == "head":
            return bool(piece.value or piece.extra in ("woman", "man"))
        return piece.kind in _MODIFIERS

    def _over_unknown(self, folded: Folded, end: int) -> tuple[int, Piece] | None:
        """Skip up to two unknown English words, if a known one stands before them."""
        if is_east_asian(folded.text[end - 1]):
            return self._over_field(folded, end)
        position = end
        for _ in range(2):
            if not "a" <= folded.text[position - 1 : position] <= "z":
                return None
            before = folded.text[max(0, position - _LONG_WORD) : position]
            unknown = before[len(before.rstrip(_ALPHABET)) :]
            if self._is_stop(unknown):
                return None
            position = _before_gap(folded.text, position - len(unknown))
            known = self._piece_before(folded, position)
            if known and known[1].kind in ("territory", "region", "sector", "gender"):
                return known
            if known:
                return known if known[1].kind == "determiner" else None
        return None

    def _is_stop(self, word: str) -> bool:
        """Return whether a word is none that tells of somebody: it joins, or is a verb."""
        known = self._stops.get(word)
        if known is None:
            known = bool(_STOP.match(word) or self._saying.match(" " + word))
            self._stops[word] = known
        return known

    def _over_field(self, folded: Folded, end: int) -> tuple[int, Piece] | None:
        """Skip what somebody is an expert on in characters or hangul, behind a place."""
        for at in before_a_field(folded.text, end):
            known = self._piece_before(folded, at)
            if known and known[1].kind in ("territory", "region"):
                return known
        return None

    def _rightwards(self, folded: Folded, phrase: Phrase) -> Phrase:
        if is_east_asian(folded.text[phrase.head]):
            return self._after(folded, phrase)
        if here := _HERE.match(folded.text, phrase.end):
            return phrase._replace(end=here.end(), present=True)
        media = phrase.description.sector is Sector.MEDIA
        if media and (paper := OF_A_PAPER.match(folded.text, phrase.end)):
            return phrase._replace(end=paper.end())
        joint = _FROM.match(folded.text, phrase.end)
        if not joint:
            return phrase
        position, widened, found, far = joint.end(), phrase, False, joint.end() + _FAR
        while position < far and (piece := self._piece_after(folded, position, over=not found)):
            end, known = piece
            widened = self._taking(widened, widened.start, end, known)
            found = found or known.kind != "link"
            if not _GAP_BETWEEN.match(folded.text, end):
                break
            position = end + 1
        if not found:
            return phrase
        trailing = _BACKGROUND.match(folded.text, widened.end)
        trailing = trailing or _CLOSES.match(folded.text, widened.end)
        return widened._replace(end=trailing.end()) if trailing else widened

    def _piece_after(
        self, folded: Folded, start: int, *, over: bool = False
    ) -> tuple[int, Piece] | None:
        """Return the known word here; ``over`` one that tells of its field: a travel company."""
        known, at = self._known_after(folded, start), start
        for _ in range(2 if over and not known else 0):
            field = _FIELD.match(folded.text, at)
            if not field:
                return None
            at = field.end()
            behind = self._known_after(folded, at)
            if behind:
                return behind if behind[1].kind == "sector" else None
        return known

    def _known_after(self, folded: Folded, start: int) -> tuple[int, Piece] | None:
        first, second = folded.text[start : start + 2], folded.text[start : start + 1]
        known = self._lengths_after
        for length in (*known.get(first, ()), *(known.get(second, ()) if first != second else ())):
            end = start + length
            pieces = self._lexicon.pieces.get(folded.text[start:end])
            if pieces and end <= len(folded.text) and ends_word(folded, end):
                for piece in pieces:
                    if piece.kind in _TELLING and self._modifies(folded, start, end, piece):
                        return end, piece
        return None

    def _after(self, folded: Folded, phrase: Phrase) -> Phrase:
        """Return a phrase with the numbers and words for all that stand behind its head."""
        for _ in range(3):
            joint = _JOINT.match(folded.text, phrase.end)
            starts = (phrase.end, joint.end()) if joint else (phrase.end,)
            longest = next((t for start in starts if (t := self._number(folded, start))), None)
            if longest is None or (longest[1].value == "one" and longest[0] == phrase.end):
                break
            phrase = phrase._replace(
                end=longest[0], determiners=phrase.determiners | {longest[1].value}
            )
        return phrase

    def _taking(self, phrase: Phrase, start: int, end: int, piece: Piece) -> Phrase:
        """Return a phrase with a further word."""
        determiners = phrase.determiners
        if piece.kind == "determiner":
            determiners |= {piece.value}
        said = self._meaning(phrase.description, piece)
        pieces = phrase.pieces | {piece.kind}
        return Phrase(start, end, phrase.head, said, determiners, phrase.present, pieces)

    def _meaning(self, said: Description, piece: Piece) -> Description:
        """Return what a description says with a further word; the same ones come often."""
        key = (id(said), id(piece))  # both are kept: by these values, and by the lexicon
        known = self._meanings.get(key)
        if known is None:
            made = _loosened(said, piece).with_piece(piece)
            known = self._meanings[key] = (said, made)
        return known[1]

    def _number(self, folded: Folded, start: int) -> tuple[int, Piece] | None:
        if folded.text[start : start + 1] not in self._begin_numbers:
            return None
        number = self._behind.match(folded.text, start)
        return (number.end(), self._numbers[number.group()]) if number else None


def _loosened(description: Description, piece: Piece) -> Description:
    """Return a description without the university of a scholar who is said to be elsewhere."""
    scholar = description.sector is Sector.ACADEMIA and piece.kind == "sector"
    return replace(description, sector=None) if scholar else description


def _before_gap(text: str, position: int) -> int:
    while position > 0 and text[position - 1] in " -":
        position -= 1
    if text[max(0, position - 2) : position] == "'s":
        position -= 2
    return position
