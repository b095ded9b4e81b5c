"""Finds names from elsewhere that are written in katakana, Hangul or characters as they sound.

There is no one spelling: what is compared are the consonants in broad classes, of which the
writers of these scripts keep the order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.named.led_to import is_led_to
from dialogueprep.domain.identity.named.not_the_person import is_remembered
from dialogueprep.domain.identity.named.sounding_apart import SoundingApart, characters_in
from dialogueprep.domain.identity.named.sounding_characters import CharacterSounds
from dialogueprep.domain.identity.named.sounding_frames import (
    DOES_HAN,
    DOES_SURELY,
    GIVEN_THANKS,
    SPOKEN_OF,
    SPOKEN_OF_AS_NAME,
    TOLD_OF,
    TOLD_OF_KO,
)
from dialogueprep.domain.identity.named.sounding_parts import SoundingParts
from dialogueprep.domain.identity.reading.automaton import Automaton
from dialogueprep.domain.identity.reading.fold import (
    HANGUL,
    Folded,
    is_east_asian,
    is_han,
    is_hangul,
)
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.katakana import in_katakana
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import (
    before_titles,
    is_plain_korean,
    ordinary,
    places,
)
from dialogueprep.domain.identity.spellings.sounding_names import (
    Sounding,
    SoundNames,
    VietnameseSearch,
    placed,
)
from dialogueprep.domain.identity.spellings.sounds import (
    TRANSLITERATING,
    joined,
    of_hangul,
    of_kana,
)
from dialogueprep.domain.identity.spellings.spoken_names import SpokenNames
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "by_sound")

_RUN = as_written("[ァ-ヺー][ァ-ヺー]+(?:[・＝=゠ ][ァ-ヺー]{2,})*")
_SPLIT = re.compile("[・＝=゠ ]")
_HANGUL_RUN = re.compile("(?<![가-힣])((?:[가-힣]{2,8} )?[가-힣]{2,8}|[가-힣](?= )) ?$")
_RETIRED_KO = re.compile(" (?:예비역|퇴역|전직|전) ?$")  # before a title
_RUN_MOST = 19
_RETIRED = "(?:退役|退任|前|元|原|卸任)?"  # before a title
_TITLE_ENDS = re.compile(
    "$|[^가-힣]|[은는이가을를의도만과와에께님랑]|였|입니다|하고|답게|조차|마저|처럼|보다|한테|으?로|측|쪽"
)
_NAME_AND_PARTICLE = re.compile(
    "([가-힣](?<![가-힣]{2})(?:[가-힣]{3,8}?|[가-힣]{1,5} [가-힣]{2,7}?))"
    "(?:(?:[은는이가의도만]|에게|한테|께서|에 따르면|와|과|랑|하고|[을를])(?![가-힣])| ?[:→]|"
    " (?=반대|찬성|동의|의견|질문|주장|제안|말로는|쪽에서|측에서|또 |담당|빼고|신중|회의적|불만))"
)
_SIDE = re.compile("[中日韩美俄朝英法德印越泰菲蒙台港欧]方$")  # 日方主管
# What ends so is a verb, or has a particle: 현행법에 따르면 선장은, 이런 회의에서 의장은.
_NO_NAME_BEFORE = re.compile(
    "(?:[는을를의]|에서|으로|부터|까지|거나|에는|따르면|하면|되면|[이그저]런|또는|정한|이하|관계|당시)$"
)
# What ends so is a body, whose head follows, and no name.
_BODY = re.compile(f"(?:{_LISTS['body']})$")
_GOES_BEFORE = re.compile("(?:[은는을를의에도서며고한된할될인]|대해|따라|관해|위해)$")  # 그 안은
_SHORT_HANGUL = re.compile("[가-힣](?<![가-힣]{2})[가-힣]{1,2}(?=[은는이가도만의에말 :→,])")
_DOTS = re.compile("[・＝=゠ ]")
_BEFORE_A_NAME = " \n,.;:!?。、“「(请据由对听和与"
_OF_SOMEWHERE = re.compile("(?:国|[亚兰利大拿斯克士典麦威牙])(?:来)?的$")  # 加拿大的博什曼
_SHORT = 3
_LONG = 5
_PLACE_MOST = 7  # characters of the name of a place, and one
_ENOUGH, _ALONE = 4, 3  # classes that a full name has to have, and a part with a title
_JOINING = frozenset("와과의은는이가도만")  # particles behind the name of a place
_GOES_ON = frozenset("은는을를의에")  # particles behind a word that another follows
_SURE = 5  # classes of a name that stands without a title


def _without_rank(run: re.Match[str]) -> tuple[list[str], int]:
    """Return the words before a title and where they end; no part of it: 매딩리 특별대표."""
    words, ends = run.group(1).split(" "), run.end(1)
    if len(words) > 1 and words[-1] in before_titles():
        ends -= len(words.pop()) + 1
    return words, ends


class SoundSearch:
    """Names of a roster in the scripts of China, Japan and Korea."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: dict[str, tuple[int, ...]] = {}
        self._short: dict[str, list[tuple[int, Level, tuple[int, ...]]]] = {}
        self._people = participations
        self._runs: tuple[str, list[re.Match[str]]] = ("", [])

    def building(self) -> Iterator[None]:
        """Make in steps what is otherwise made when the first such script is met."""
        parts = (
            "_vietnamese",
            "_names",
            "spoken",
            "_parts",
            "_apart",
            "_title",
            "_characters",
            "_korean",
        )
        for part in parts:
            yield
            getattr(self, part)

    def katakana(self, text: str) -> list[re.Match[str]]:
        """Return the words in katakana of a text; those of the last text are kept."""
        if self._runs[0] is not text:
            self._runs = text, list(in_katakana(_RUN, text))
        return self._runs[1]

    def find(self, folded: Folded) -> list[Found]:
        """Return the names that sound like a participant's, as places in folded text."""
        found = [*self._vietnamese.find(folded)]
        found += [*self._katakana(folded), *self._hangul(folded), *self._spelled(folded)]
        if self._names:
            found += self._parts.in_characters(folded)
            found += [*self._characters.find(folded), *self._as_custom_writes(folded)]
        found += self._apart.find(folded, self.katakana(folded.original))
        there = (
            placed(folded, *f) if len(f) == 3 else placed(folded, f[0], f[1], f[2], f[3])
            for f in found
        )
        return [f for f in there if not is_remembered(folded, f.end)]

    def _katakana(self, folded: Folded) -> Iterator[Sounding]:
        for run in self.katakana(folded.original):
            plain = self._lexicon.fold.plain(run.group())
            parts = [of_kana(self._lexicon.fold.plain(p)) for p in _SPLIT.split(run.group())]
            titled = self._title.match(folded.text, bisect_left(folded.starts, run.end()))
            if SPOKEN_OF_AS_NAME.match(folded.original, run.end()) or plain in ordinary():
                continue
            if who := self._parts.of(run.group()):
                yield (run.start(), run.end(), who)
                continue
            spoken = len(run.group()) >= _LONG and SPOKEN_OF.match(folded.original, run.end())
            spoken = spoken and len(joined("".join(parts))) >= _ENOUGH
            who = self._whose(parts, titled=bool(titled or spoken))
            who = who or self._as_said(parts, _ALONE if titled else _SURE if spoken else None)
            if titled and not who:
                who = self._names.abroad.get(plain, ())
            elif who:
                who = self._and_by_vowels(_DOTS.sub("", plain), who)
            if who:
                yield (run.start(), run.end(), who)
                continue
            yield from self._told_of(folded, run, plain, titled)

    def _told_of(
        self, folded: Folded, run: re.Match[str], plain: str, titled: re.Match[str] | None
    ) -> Iterator[Sounding]:
        """Yield a word in katakana that has a title, or is told of as somebody is."""
        told = not titled and TOLD_OF.match(folded.original, run.end())
        spoken = len(plain) > _SHORT and SPOKEN_OF.match(folded.original, run.end())
        if not (titled or told or spoken):
            return
        written = _DOTS.sub("", plain)
        level, who = self.spoken.whose(written, titled=bool(titled), told=bool(told))
        if who:
            thanked = titled and GIVEN_THANKS.match(folded.text, titled.end())
            yield (run.start(), run.end(), who, Level.BLOCK if thanked else level)

    def _hangul(self, folded: Folded) -> Iterator[Sounding]:
        if not HANGUL.search(folded.original):
            return
        yield from self._untitled(folded)
        for run in self._before_titles(folded.original):
            words, ends = _without_rank(run)
            if _BODY.search(words[-1]) or words[-1][:-1] in self._korean_titles:
                continue  # 의원이 of 전 의원이 좌장을 맡았다
            joined_to = ends == run.end() and is_plain_korean(words[-1])
            if joined_to or words[-1] in before_titles() or _NO_NAME_BEFORE.search(words[-1]):
                continue  # 법무부장관, 현행법에 따르면 선장은
            known_word = len(words) > 1 and (
                _NO_NAME_BEFORE.search(words[0]) or is_plain_korean(words[0])
            )
            for first in range(1 if known_word else 0, len(words)):
                known = " ".join(words[first:])
                who = self._whose([of_hangul(w) for w in words[first:]], titled=True)
                who = who or self._names.abroad.get(known, ())
                who = who or self._as_said([of_hangul(w) for w in words[first:]], _ALONE)
                level = Level.BLOCK
                who = self._and_by_vowels(known.replace(" ", ""), who) if who else who
                if not who:
                    level, who = self.spoken.whose(known.replace(" ", ""), titled=True)
                if who and (first or len(words) == 1 or len(known) > 3):
                    yield (ends - len(known), ends, who, level)
                    break

    def _untitled(self, folded: Folded) -> Iterator[Sounding]:
        """Yield whole names in Hangul without a title, with a particle behind."""
        for run in _NAME_AND_PARTICLE.finditer(folded.original):
            written, start = run.group(1), run.start(1)
            who = self._of_word(written)
            first, _, last = written.rpartition(" ")
            if not who and len(last) > _SHORT and _GOES_BEFORE.search(first):
                who, start = self._of_word(last), run.end(1) - len(last)  # 그 안은 오스터캄프가
            if who and written != run.group():
                yield (start, run.end(1), who)
        for run in _SHORT_HANGUL.finditer(folded.original):
            for length, level, who in self._short_in(run.group()):
                if TOLD_OF_KO.match(folded.original, run.start() + length):
                    if not self._is_place(folded.original[run.start() : run.end() + 1]):
                        yield (run.start(), run.start() + length, who, level)
                    break  # 노르웨이: its last letter is no particle

    def _short_in(self, word: str) -> list[tuple[int, Level, tuple[int, ...]]]:
        """Return how much of a word in hangul may be a short name, and whose: the longest first."""
        known = self._short.get(word)
        if known is None:
            begun = (word[:length] for length in range(len(word), 1, -1))
            able = (it for it in begun if not self._is_place(it))
            found = ((it, self.spoken.whose(it, titled=False, told=True)) for it in able)
            known = self._short[word] = [(len(it), *whose) for it, whose in found if whose[1]]
        return known

    def _spelled(self, folded: Folded) -> Iterator[Sounding]:
        """Yield names in characters that sound like one, before a title or a verb of saying."""
        text = folded.text
        for run in characters_in(text):
            start = run.start()
            opens = not start or text[start - 1] in _BEFORE_A_NAME
            opens = opens or bool(_OF_SOMEWHERE.search(text, max(0, start - 4), start))
            opens = opens or is_led_to(text, start, run.group(), self._lexicon)
            for end in range(run.end(), max(start + 1, run.end() - 2), -1):  # 代表, 博士 sound too
                titled = self._title.match(text, end)
                says = opens and not titled and self._says.match(text, end)
                does = opens and (says or self._does(text, start, end))
                thanks = end - start == 2 and text[start] == text[start + 1]  # 谢谢主席
                if not (titled or does) or thanks or self._ends_a_place(text, end):
                    continue
                level, who = self.spoken.whose(text[start:end], titled=bool(titled), told=True)
                if who:
                    yield *folded.span(start, end), who, level
                    break

    @staticmethod
    def _does(text: str, start: int, end: int) -> bool:
        """Return whether characters are followed by a deed; of two, by what only somebody does."""
        pattern = DOES_HAN if end - start >= _SHORT else DOES_SURELY
        may = end - start >= _SHORT or not is_word(text[start:end])
        return bool(pattern.match(text, end)) or (may and told_chinese(text, end))

    def _ends_a_place(self, text: str, end: int) -> bool:
        """Return whether characters end as the name of a place does: 马来西亚代表."""
        pieces = self._lexicon.pieces
        if _SIDE.search(text, max(0, end - 2), end):
            return True
        ends = (text[max(0, end - n) : end] for n in range(2, _PLACE_MOST))
        return any(e in pieces or (e in places() and len(e) >= _SHORT) for e in ends)

    def _as_custom_writes(self, folded: Folded) -> Iterator[Sounding]:
        """Yield short names in characters before a title: 赖斯先生."""
        text = folded.text
        for form, who in self._in_characters:
            at = text.find(form)
            while at >= 0:
                end = at + len(form)
                opens = at == 0 or text[at - 1] not in TRANSLITERATING
                if opens and self._title.match(text, end):
                    yield *folded.span(at, end), who
                at = text.find(form, end)

    @cached_property
    def _in_characters(self) -> list[tuple[str, tuple[int, ...]]]:
        return [(f, who) for f, who in self._names.abroad.items() if is_han(f[0])]

    def _of_word(self, written: str) -> tuple[int, ...]:
        known = self._words.get(written)
        first, _, second = written.partition(" ")
        goes_on = bool(second) and first[-1] in _GOES_ON  # 곳은 어디인가
        if known is None and (goes_on or self._is_place(first) or self._is_place(second)):
            known = self._words[written] = ()
        if known is None:
            sound = joined("".join(of_hangul(w) for w in written.split(" ")))
            owners = self._names.whole.get(sound, ()) or self._names.parts.get(sound, ())
            joint = written.replace(" ", "")
            known = owners if len(sound) >= _SURE else ()
            known = tuple(w for w in known if self.spoken.is_near(joint, w))
            known = known or (self._parts.of(written) if second else ())
            if not known and len(written) > _SHORT:
                known = self.spoken.whose(joint, titled=False)[1]
            self._words[written] = known
        return known

    def _and_by_vowels(self, written: str, who: tuple[int, ...]) -> tuple[int, ...]:
        """Return those whose consonants a word has, and whose vowels it surely has too."""
        level, others = self.spoken.whose(written, titled=True)
        return tuple(dict.fromkeys((*who, *others))) if level is Level.BLOCK else who

    def _as_said(self, parts: list[str], least: int | None) -> tuple[int, ...]:
        """Return whose name is said so where it comes from, if it has so many classes at least."""
        sound = joined("".join(parts))
        return self._names.said.get(sound, ()) if least and len(sound) >= least else ()

    def _is_place(self, word: str) -> bool:
        """Return whether a word in hangul is a place, with a particle or without: 러시아와."""
        pieces = self._lexicon.pieces
        if word in places() or word[:-1] in places():
            return True
        return word in pieces or (word[-1:] in _JOINING and word[:-1] in pieces)

    def _whose(self, parts: list[str], *, titled: bool) -> tuple[int, ...]:
        sound = joined("".join(parts))
        whole = self._names.whole.get(sound, ()) if len(sound) >= _ENOUGH else ()
        if whole and (titled or len(parts) > 1):
            return whole
        alone = titled and len(sound) >= (_ALONE if len(parts) == 1 else _ENOUGH)
        return self._names.parts.get(sound, ()) if alone else ()

    @cached_property
    def _names(self) -> SoundNames:
        return SoundNames(self._people, self._lexicon)

    @cached_property
    def spoken(self) -> SpokenNames:
        """How the roster's names sound, vowels too."""
        return SpokenNames(self._people, self._lexicon)

    @cached_property
    def _parts(self) -> SoundingParts:
        return SoundingParts(self._people, self._lexicon, self.spoken, self._names)

    @cached_property
    def _apart(self) -> SoundingApart:
        return SoundingApart(self.spoken, self._lexicon)

    @cached_property
    def _says(self) -> re.Pattern[str]:
        return cues_of(self._lexicon).han_saying

    @cached_property
    def _vietnamese(self) -> VietnameseSearch:
        return VietnameseSearch(self._people, self._lexicon)

    @cached_property
    def _characters(self) -> CharacterSounds:
        return CharacterSounds(self._names, self._title, self._lexicon)

    @cached_property
    def _title(self) -> re.Pattern[str]:
        words = self._lexicon.speech.words_behind(lambda w: is_east_asian(w) and not is_hangul(w))
        return re.compile(f"{_RETIRED}(?:{words})")

    def _before_titles(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the words in hangul that stand before a title."""
        for start, end, _ in self._korean.find(text):
            if any(text[start - n : end] in self._korean_titles for n in range(1, 4) if start >= n):
                continue  # 선임 of 선임연구원
            if _TITLE_ENDS.match(text, end):
                retired = _RETIRED_KO.search(text, max(0, start - _RUN_MOST), start)
                until = retired.start() if retired else start
                run = _HANGUL_RUN.search(text, max(0, until - _RUN_MOST), until)
                if run:
                    yield run

    @cached_property
    def _korean(self) -> Automaton[bool]:
        return Automaton(dict.fromkeys(self._korean_titles, True))

    @cached_property
    def _korean_titles(self) -> frozenset[str]:
        speech = self._lexicon.speech
        made = (word for titles in speech.made_titles for word in titles.words())
        return frozenset(word for word in (*speech.honorifics, *made) if is_hangul(word[0]))
