"""Judges whether a family or given name alone stands as a person in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded, is_east_asian, is_han, is_hangul, is_kana
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.matcher import Hit
from dialogueprep.domain.identity.names import Part
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

TITLED = later("A participant's name with a title or form of address.")
SPEAKING = later("A participant's name where it stands as a person.")
MAYBE = later("This may be a participant's name.")
NAMESAKE = later("Somebody else seems to share a participant's name; decide whether it is meant.")
INITIALS = later("A participant's name with initials.")

_ADVERBS = (
    "(?:,? (?:also|then|however|again|later|further|furthermore|moreover|finally|first|next|once|"
    "only|even|still|always|often|never|strongly|briefly|rightly|clearly|himself|herself|"
    "in turn|in response|in reply|for (?:his|her|their) part|has|had|have|would|will|did|"
    "does|is|was|[a-z]+ly),?){0,3} "
)
_HANGUL_PARTICLE = "(?:[은는이가을를의도과와에께로]|으로|께서|에게|라고|측|님)"
_HANGUL_TAIL = f"(?=$|[^가-힣]|{_HANGUL_PARTICLE}(?:$|[^가-힣]))"
_CLAUSE = re.compile(r"(?:^|[\s,.:;!?。、「『“(（])$")


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@dataclass(frozen=True)
class Standing:
    """The patterns that show a name standing as a person; made once from a lexicon."""

    lexicon: Lexicon

    @cached_property
    def title(self) -> re.Pattern[str]:
        """Match a title at the end of what stands before a name."""
        titles = _alternatives(self.lexicon.speech.titles)
        return re.compile(rf"(?<![a-z])(?:the )?({titles})\.? (?:\(ret\.?\) )?$")

    @cached_property
    def honorific(self) -> re.Pattern[str]:
        """Match a form of address behind a name."""
        words = self.lexicon.speech.honorifics
        hangul = _alternatives(tuple(w for w in words if is_hangul(w[0])))
        latin = _alternatives(tuple(w for w in words if w.isascii()))
        east = _alternatives(tuple(w for w in words if not w.isascii() and not is_hangul(w[0])))
        return re.compile(
            rf"[ \n]?(?:{hangul}){_HANGUL_TAIL}|[- ](?:{latin})(?![a-z])| ?(?:{east})"
        )

    @cached_property
    def saying(self) -> re.Pattern[str]:
        """Match an English verb of saying behind a name."""
        return re.compile(
            rf"{_ADVERBS}(?:{_alternatives(self.lexicon.speech.saying['en'])})(?![a-z])"
        )

    @cached_property
    def surely_saying(self) -> re.Pattern[str]:
        """Match a verb that hardly follows an ordinary word."""
        speech = self.lexicon.speech
        verbs = tuple(v for v in speech.saying["en"] if v not in speech.saying["weak"])
        return re.compile(rf"{_ADVERBS}(?:{_alternatives(verbs)})(?![a-z])")

    @cached_property
    def han_saying(self) -> re.Pattern[str]:
        """Match a Chinese verb of saying directly behind a name."""
        verbs = _alternatives(self.lexicon.speech.saying["zh"])
        return re.compile(
            rf"(?:也|还|则|随后|接着|首先|最后|再次|并|曾|当场|明确|特别|在会上|在发言中|对此)?(?:{verbs})"
        )

    @cached_property
    def anywhere_saying(self) -> re.Pattern[str]:
        """Match a Japanese or Korean verb of saying, which stands at the end."""
        speech = self.lexicon.speech
        return re.compile(_alternatives((*speech.saying["ja"], *speech.saying["ko"])))

    def judge(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        """Return the passage if the name may stand as this participant, else None."""
        first = folded.text[hit.start]
        if is_hangul(first):
            return self._hangul(hit, who, folded)
        if is_han(first) or is_kana(first):
            return self._east(hit, who, folded)
        return self._latin(hit, who, folded)

    # Latin letters

    def _latin(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        word = folded.text[hit.start : hit.end]
        common = self.lexicon.is_common(word) or not hit.alone
        after = folded.text[hit.end : hit.end + 80]
        before = folded.text[max(0, hit.start - 60) : hit.start]
        if not _capital(folded, hit):
            return self._small(hit, common, len(word), after)
        honorific = self.honorific.match(after)
        title = self.title.search(before)
        if honorific or title:
            start = hit.start - len(before) + title.start() if title else hit.start
            end = hit.end + (honorific.end() if honorific else 0)
            return self._titled(hit, who, folded, (start, end, title))
        if initials := _initials(hit, who, folded):
            return _found(hit, Level.BLOCK, INITIALS, initials)
        if word in self.lexicon.common.never_alone:
            return None
        if _hyphenated(folded, hit):
            return None if common else _found(hit, Level.WARN, MAYBE)
        neighbour = self._neighbour(hit, folded)
        if neighbour:
            return None if common else _found(hit, Level.WARN, NAMESAKE)
        return self._bare(hit, folded, common, (before, after))

    def _small(self, hit: Hit, common: bool, length: int, after: str) -> Found | None:
        if common or length < 5:
            return None
        strong = after.startswith("'s") or self.surely_saying.match(after)
        return _found(hit, Level.BLOCK if strong else Level.WARN, SPEAKING if strong else MAYBE)

    def _titled(
        self,
        hit: Hit,
        who: Participation,
        folded: Folded,
        at: tuple[int, int, re.Match[str] | None],
    ) -> Found | None:
        start, end, title = at
        if title and _next_capital(folded, hit.end) and not self._joins_on(folded, hit.end):
            return _found(hit, Level.WARN, NAMESAKE, (start, end))
        if title and title.group(1) in self.lexicon.speech.public_titles:
            own = self.lexicon.fold.plain(f"{who.person.name.title} {who.affiliation.position}")
            if title.group(1) not in own:
                return _found(hit, Level.WARN, NAMESAKE, (start, end))
        return _found(hit, Level.BLOCK, TITLED, (start, end))

    def _joins_on(self, folded: Folded, end: int) -> bool:
        following = re.match(r" ([a-z]+)", folded.text[end : end + 30])
        return bool(following and following.group(1) in self.lexicon.common.opening)

    def _neighbour(self, hit: Hit, folded: Folded) -> bool:
        """Return whether another capitalised word stands beside the name: Li Keqiang."""
        if _next_capital(folded, hit.end):
            return True
        before = re.search(r"([a-z][a-z'-]*) $", folded.text[max(0, hit.start - 30) : hit.start])
        if not before:
            return False
        start = hit.start - len(before.group())
        if not folded.original[folded.starts[start]].isupper():
            return False
        return before.group(1) not in self.lexicon.common.opening

    def _bare(
        self, hit: Hit, folded: Folded, common: bool, around: tuple[str, str]
    ) -> Found | None:
        before, after = around
        opens = bool(re.search(r"(?:^|[.!?:;] |\n)$", before))
        strong = bool(re.match(r"'s?(?![a-z])", after)) or bool(
            (self.surely_saying if common else self.saying).match(after)
        )
        weak = bool(
            re.search(
                r"(?:^|[ (])(?:by|from|with|to|as|and|than|thanked|for|of|told|asked) $", before
            )
            or re.match(r",? who(?:se|m)?(?![a-z])", after)
            or (re.match(r" [a-z]+ed(?![a-z])", after) and not common)
            or (re.match(r" ?:", after) and opens)
            or (before.endswith("(") and after.startswith(")"))
        )
        short = hit.end - hit.start < 3
        if strong or (
            weak and not (common and (opens or short or re.search(" (?:of|for|as) $", before)))
        ):
            return _found(hit, Level.BLOCK, SPEAKING) if hit.sure else _found(hit, Level.WARN, MAYBE)
        return None if common else _found(hit, Level.WARN, MAYBE)

    # Chinese characters and kana

    def _east(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        word = folded.text[hit.start : hit.end]
        before = folded.text[max(0, hit.start - 1) : hit.start]
        after = folded.text[hit.end : hit.end + 12]
        honorific = self.honorific.match(after) or self._own_honorific(who, after)
        if honorific:
            return self._addressed(hit, before, word, honorific.end())
        if self._follows_han(before) or not is_han(word[0]) and len(word) < 3:
            return None
        common = self.lexicon.is_common(word)
        clause = bool(_CLAUSE.search(folded.text[max(0, hit.start - 1) : hit.start]))
        if self.han_saying.match(after) and not common and (len(word) > 1 or clause):
            return _found(hit, Level.BLOCK, SPEAKING)
        subject = re.match(
            "[はがも]|によれば|によると|の(?:提案|指摘|意见|発言|发言|说明|见解|报告)", after
        )
        if subject and (len(word) > 1 or clause):
            return self._subject(hit, folded, common, word)
        if len(word) < 2 or common or hit.part is Part.GIVEN or is_kana(word[0]):
            return None
        return _found(hit, Level.WARN, MAYBE)

    def _own_honorific(self, who: Participation, after: str) -> re.Match[str] | None:
        own = self.lexicon.fold.plain(who.person.name.honorific)
        own = own if not own.isascii() else ""
        return re.match(re.escape(own), after) if own else None

    def _addressed(self, hit: Hit, before: str, word: str, length: int) -> Found | None:
        span = (hit.start, hit.end + length)
        if not self._follows_han(before):
            return _found(hit, Level.BLOCK, TITLED, span)
        if len(word) == 1 or before in self.lexicon.common.han_before:
            return None
        return _found(hit, Level.WARN, MAYBE, span)

    def _follows_han(self, before: str) -> bool:
        if not before or not is_han(before):
            return False
        return before not in self.lexicon.common.han_particles

    def _subject(self, hit: Hit, folded: Folded, common: bool, word: str) -> Found | None:
        start, end = sentence(folded, hit.start)
        says = self.anywhere_saying.search(folded.text, hit.end, end)
        if is_kana(word[0]) or common:
            return _found(hit, Level.WARN, MAYBE) if says and not common else None
        if hit.part is Part.GIVEN and not says:
            return None
        return _found(hit, Level.BLOCK if says else Level.WARN, SPEAKING if says else MAYBE)

    # Hangul

    def _hangul(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        word = folded.text[hit.start : hit.end]
        after = folded.text[hit.end : hit.end + 12]
        honorific = self.honorific.match(after) or self._own_honorific(who, after.lstrip())
        if honorific:
            skipped = len(after) - len(after.lstrip()) if honorific.string != after else 0
            unclear = word in "이그저한전양각" and after[:1] == " "
            level = Level.WARN if unclear and len(word) == 1 else Level.BLOCK
            return _found(hit, level, TITLED, (hit.start, hit.end + skipped + honorific.end()))
        particle = re.match(f"(?:{_HANGUL_PARTICLE})(?=[^가-힣]|$)", after)
        if len(word) < 2 or self.lexicon.is_common(word) or not particle:
            return None
        _, end = sentence(folded, hit.start)
        says = particle.group() in "은는이가" and self.anywhere_saying.search(
            folded.text, hit.end, end
        )
        return _found(hit, Level.BLOCK if says else Level.WARN, SPEAKING if says else MAYBE)


def _found(hit: Hit, level: Level, why: str, span: tuple[int, int] | None = None) -> Found:
    start, end = span or (hit.start, hit.end)
    return Found(start=start, end=end, level=level, kind=ExposureKind.NAME, why=why, who=(hit.who,))


def _capital(folded: Folded, hit: Hit) -> bool:
    return folded.original[folded.starts[hit.start]].isupper()


def _next_capital(folded: Folded, end: int) -> bool:
    """Return whether a capitalised word follows, as in the name of another person or place."""
    following = re.match(r"(?: |-)([a-z][a-z]+)", folded.text[end : end + 30])
    if not following:
        return False
    start = end + following.start(1)
    return folded.original[folded.starts[start]].isupper()


def _hyphenated(folded: Folded, hit: Hit) -> bool:
    """Return whether the name is part of a compound word: Li-ion, long-term."""
    ends_open = hit.end < len(folded.text) and folded.text[hit.end] == "-"
    follows = hit.start > 0 and folded.text[hit.start - 1] == "-"
    if ends_open and folded.text[hit.end + 1 : hit.end + 2].isalnum():
        return True
    if follows and folded.text[hit.start - 2 : hit.start - 1].isalnum():
        return True
    if hit.end < len(folded.text):
        return "-" in folded.original[folded.ends[hit.end - 1] : folded.starts[hit.end]]
    return False


def _initials(hit: Hit, who: Participation, folded: Folded) -> tuple[int, int] | None:
    """Return the span of a family name with the person's initials: W. Li, Li W."""
    given = [p[0] for p in re.split(r"[-' ]+", who.person.name.given.lower()) if p]
    if hit.part is not Part.FAMILY or not given:
        return None
    before = re.search(
        r"(?<![a-z.])((?:[a-z]\. ?-?){1,3})$", folded.text[max(0, hit.start - 10) : hit.start]
    )
    if before and before.group(1)[0] == _plain(given[0]):
        return hit.start - len(before.group()), hit.end
    after = re.match(r",? ((?:[a-z]\.[ -]?){1,3})(?![a-z])", folded.text[hit.end : hit.end + 12])
    if after and after.group(1)[0] == _plain(given[0]):
        return hit.start, hit.end + len(after.group().rstrip())
    return None


def _plain(letter: str) -> str:
    return {"đ": "d", "ō": "o", "ū": "u"}.get(letter, letter)


def stands_apart(letter: str) -> bool:
    """Return whether a letter is no letter of a name."""
    return not letter.isalnum() and not is_east_asian(letter)
