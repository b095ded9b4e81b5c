"""What shows that a name stands as a person: titles, forms of address, verbs of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

_LISTS = word_lists("identity", "cues")

TITLED = later("A participant’s name with a title or form of address.")
SPEAKING = later("A participant’s name where it stands as a person.")
MAYBE = later("This may be a participant’s name.")
NAMESAKE = later("Somebody else seems to share a participant’s name; decide whether it is meant.")
INITIALS = later("A participant’s name with initials.")

_ADVERBS = f"(?:,? (?:{_LISTS['adverbs']}|[a-z]+ly),?){{0,3}} "
HANGUL_PARTICLE = (
    "(?:[은는이가을를의도만과와에께로]|으로|께서|에게|에게서|에게[는도만]|한테서|답게|께서[는도]|(?:으)?로부터|"
    "이랑|랑|만[이은]|라고|측|님|보다|처럼|한테|부터|까지|마저|"
    "조차|뿐|였|이었|으로서|로서)"
)
_HANGUL_END = f"(?=$|[^가-힣]|{HANGUL_PARTICLE}(?:$|[^가-힣]))"
_HANGUL_TAIL = f"(?:님{_HANGUL_END}|{_HANGUL_END})"
# 吕总, not 总理, 总统, 总结: a form of address in business; 金处, 陆工 in offices and works.
_CHIEF = (
    "(?:(?:副?总)(?![量数额值和体共统理裁书监部务局结经合揽督长署参装线则谱产价分得归要需])|"
    "(?:董|老|某|兄|副?处|副?局|副?司|副?科|厅|工|导|所|队|参|秘|社|编)"
    f"(?=$|[,.。，、;；: )]|{_LISTS['chief_does']}))"
)

_CHIEFS_BEGIN = "副总董老某兄处局司科厅工导所队参秘社编ch前元"  # and chan, han, ceo, 前教授


@dataclass(frozen=True)
class Cues:
    """The patterns, made once from a lexicon."""

    lexicon: Lexicon

    def building(self) -> Iterator[None]:
        """Make the larger patterns in steps."""
        for pattern in ("title", "honorific", "saying", "surely_saying"):
            yield
            getattr(self, pattern)

    @cached_property
    def title(self) -> re.Pattern[str]:
        """Match a title at the end of what stands before a name."""
        titles = either(self.lexicon.speech.titles)
        dot = r"(?:(?<![a-z]{5})\.)?"  # only what is short is shortened
        return re.compile(rf"(?<![a-z])(?:the )?({titles}){dot} (?:\(ret\.?\) )?$")

    def title_before(self, before: str) -> re.Match[str] | None:
        """Match a title as `title` does; most of what stands before a name ends otherwise."""
        if not before.endswith(" "):
            return None
        last = -2 if before.endswith(". ") else -1
        tail = before[last - 2 : last]
        if tail not in self._ends_of_titles and tail[1:] not in self._ends_of_titles:
            return None
        return self.title.search(before, max(0, len(before) - self._longest_title))

    @cached_property
    def _ends_of_titles(self) -> frozenset[str]:
        """The last two letters of titles, and of what may stand behind one: (ret.)."""
        words = self.lexicon.speech.titles
        return frozenset(t.removesuffix(".")[-2:] for t in words) | {"t)", ".)"}

    @cached_property
    def _longest_title(self) -> int:
        """How many letters what `title` matches has at most."""
        return max(map(len, self.lexicon.speech.titles)) + len("the . (ret.) ")

    @cached_property
    def title_anywhere(self) -> re.Pattern[str]:
        """Match a title in another alphabet, with or without a space before the name."""
        titles = either(tuple(t for t in self.lexicon.speech.titles if not t.isascii()))
        return re.compile(rf"(?:(?<=^)|(?<=[^а-яα-ω]))(?:{titles})\.? ?$")

    @cached_property
    def said_elsewhere(self) -> re.Pattern[str]:
        """Match a verb of saying close behind a name in an alphabet without capitals."""
        return re.compile(either(self.lexicon.speech.saying["other"]))

    @cached_property
    def honorific(self) -> re.Pattern[str]:
        """Match a form of address behind a name."""
        speech = self.lexicon.speech
        hangul = speech.words_behind(is_hangul)
        latin = either(tuple(w for w in speech.honorifics if w.isascii()))
        east = speech.words_behind(_is_east_of_ascii)
        posts = either(w for w in speech.honorifics if len(w) > 1 and all(map(is_han, w)))
        begin = "".join(sorted(speech.begin_behind | set(_CHIEFS_BEGIN)))
        return re.compile(
            rf"(?=[ \n-]?[{re.escape(begin)}])"
            rf"(?:[ \n]?(?:{hangul}){_HANGUL_TAIL}|[- ](?:{latin})(?![a-z])"
            rf"| ?(?:{east}|[前元](?:{posts}))"
            rf"|-(?:chan|han)(?![a-z])| ?(?:ceo|cto|coo|cfo|cio|cso)(?![a-z])|{_CHIEF})"
        )

    @cached_property
    def saying(self) -> re.Pattern[str]:
        """Match an English verb of saying behind a name."""
        return re.compile(rf"{_ADVERBS}(?:{either(self.lexicon.speech.saying['en'])})(?![a-z])")

    @cached_property
    def surely_saying(self) -> re.Pattern[str]:
        """Match a verb that hardly follows an ordinary word."""
        speech = self.lexicon.speech
        verbs = tuple(v for v in speech.saying["en"] if v not in speech.saying["weak"])
        return re.compile(rf"{_ADVERBS}(?:{either(verbs)})(?![a-z])")

    @cached_property
    def han_saying(self) -> re.Pattern[str]:
        """Match a Chinese verb of saying directly behind a name."""
        verbs = either(self.lexicon.speech.saying["zh"])
        return re.compile(
            rf"(?:也|还|则|随后|接着|首先|最后|再次|并|曾|当场|明确|特别|在会上|在发言中|对此)?(?:{verbs})"
        )

    @cached_property
    def anywhere_saying(self) -> re.Pattern[str]:
        """Match a Japanese or Korean verb of saying, which stands at the end."""
        speech = self.lexicon.speech
        return re.compile(either((*speech.saying["ja"], *speech.saying["ko"])))

    def own_honorific(self, who: Participation, after: str) -> re.Match[str] | None:
        """Match the participant's own form of address behind a name."""
        own = self.lexicon.fold.plain(who.person.name.honorific)
        own = own if not own.isascii() else ""
        if own == "변호사" and (clipped := _CLIPPED.match(after)):
            return clipped  # 고변이, 고 변:
        return re.match(re.escape(own), after) if own and after.startswith(own) else None


def _is_east_of_ascii(letter: str) -> bool:
    return not letter.isascii() and not is_hangul(letter)


_CLIPPED = re.compile(r"변(?=(?:[은는이가도의]|께서)(?![가-힣])| ?:)")


def cues_of(lexicon: Lexicon) -> Cues:
    """Return the patterns of a lexicon, which all who ask share."""
    return lexicon.kept("cues", lambda: Cues(lexicon))


def name_found(hit: Hit, level: Level, why: str, span: tuple[int, int] | None = None) -> Found:
    """Return a name as a passage; its span may take in a title or form of address."""
    start, end = span or (hit.start, hit.end)
    return Found(start=start, end=end, level=level, kind=ExposureKind.NAME, why=why, who=(hit.who,))
