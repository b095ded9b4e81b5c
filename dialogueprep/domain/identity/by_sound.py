"""Finds names from elsewhere that are written in katakana or Hangul as they sound.

There is no one spelling: what is compared are the consonants in broad classes, of which the
writers of both scripts keep the order.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import product

from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded, is_east_asian, is_hangul
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

SOUNDS = later("A participant's name as it sounds.")

_LETTERS = (
    ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("ph", "p"), ("wh", ""), ("ck", "k"), ("ch", "s"),
    ("sh", "s"), ("sy", "s"), ("zh", "s"), ("cz", "s"), ("ts", "s"), ("tz", "s"), ("kh", "k"),
    ("ng", "n"), ("gh", "k"), ("dh", "t"), ("ce", "s"), ("ci", "s"), ("cy", "s"), ("x", "ks"),
)  # fmt: skip
_CLASSES = str.maketrans({
    "b": "p", "v": "p", "f": "p", "d": "t", "g": "k", "c": "k", "q": "k", "l": "r", "m": "n",
    "z": "s", "j": "s", **dict.fromkeys("aeiouhwy' -", None),
})  # fmt: skip
_KANA = {
    "p": "ばびぶべぼぱぴぷぺぽふゔ", "t": "たてとだでど", "k": "かきくけこがぎぐげご",
    "s": "さしすせそざじずぜぞちぢつづ", "n": "なにぬねのまみむめもん", "r": "らりるれろ",
}  # fmt: skip
_CLASS_OF_KANA = {kana: c for c, row in _KANA.items() for kana in row}
_INITIALS = (
    "k", "k", "n", "t", "t", "r", "n", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "",
)  # fmt: skip
_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "r", "r", "r", "r", "r", "r", "r", "r", "n", "p", "p",
    "s", "s", "n", "s", "s", "k", "t", "p", "",
)  # fmt: skip
_RUN = re.compile("[ァ-ヺー]{2,}(?:[・＝=゠ ][ァ-ヺー]{2,})*")
_SPLIT = re.compile("[・＝=゠ ]")
_HANGUL = re.compile("[가-힣]")
_HANGUL_RUN = r"(?<![가-힣])((?:[가-힣]{2,8} )?[가-힣]{2,8}) ?"
_NAME_AND_PARTICLE = re.compile(
    "(?<![가-힣])([가-힣]{4,9}?|[가-힣]{2,6} [가-힣]{2,7}?)"
    "(?:[은는이가의도]|에게|께서|에 따르면|와|과|[을를])(?![가-힣])"
)
_SPOKEN_OF = re.compile("(?:は|が|も|の(?:質問|提案|指摘|意見|発言)|から|によれば|によると)")
_LONG = 5
_ENOUGH, _ALONE = 4, 3  # classes that a full name has to have, and a part with a title


class SoundSearch:
    """Names of a roster in the scripts of Japan and Korea."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._words: dict[str, tuple[int, ...]] = {}

    def find(self, folded: Folded) -> list[Found]:
        """Return the names that sound like a participant's, as places in folded text."""
        if not self._whole:
            return []
        return [*self._katakana(folded), *self._hangul(folded)]

    def _katakana(self, folded: Folded) -> Iterator[Found]:
        for run in _RUN.finditer(folded.original):
            parts = [_of_kana(self._lexicon.fold.plain(p)) for p in _SPLIT.split(run.group())]
            titled = self._title.match(folded.original, run.end())
            spoken = len(run.group()) >= _LONG and _SPOKEN_OF.match(folded.original, run.end())
            spoken = spoken and len(_joined("".join(parts))) >= _ENOUGH
            who = self._whose(parts, titled=bool(titled or spoken))
            if who:
                yield _placed(folded, run.start(), run.end(), who)

    def _hangul(self, folded: Folded) -> Iterator[Found]:
        if not _HANGUL.search(folded.original):
            return
        yield from self._untitled(folded)
        for run in self._korean.finditer(folded.original):
            words = run.group(1).split(" ")
            for first in range(len(words)):
                known = " ".join(words[first:])
                who = self._whose([_of_hangul(w) for w in words[first:]], titled=True)
                if who and (first or len(words) == 1 or len(known) > 3):
                    yield _placed(folded, run.end(1) - len(known), run.end(1), who)
                    break

    def _untitled(self, folded: Folded) -> Iterator[Found]:
        """Yield whole names in Hangul without a title, with a particle behind."""
        for run in _NAME_AND_PARTICLE.finditer(folded.original):
            written = run.group(1)
            who = self._of_word(written)
            if who and written != run.group():
                yield _placed(folded, run.start(1), run.end(1), who)

    def _of_word(self, written: str) -> tuple[int, ...]:
        known = self._words.get(written)
        if known is None:
            sound = _joined("".join(_of_hangul(w) for w in written.split(" ")))
            known = self._whole.get(sound, ()) if len(sound) > _ENOUGH else ()
            self._words[written] = known
        return known

    def _whose(self, parts: list[str], *, titled: bool) -> tuple[int, ...]:
        sound = _joined("".join(parts))
        whole = self._whole.get(sound, ()) if len(sound) >= _ENOUGH else ()
        if whole and (titled or len(parts) > 1):
            return whole
        alone = titled and len(parts) == 1 and len(sound) >= _ALONE
        return self._parts.get(sound, ()) if alone else ()

    @cached_property
    def _title(self) -> re.Pattern[str]:
        return re.compile(
            "|".join(re.escape(w) for w in self._titles if not is_hangul(w[0])) or "(?!)"
        )

    @cached_property
    def _korean(self) -> re.Pattern[str]:
        titles = "|".join(re.escape(w) for w in self._titles if is_hangul(w[0]))
        return re.compile(f"{_HANGUL_RUN}(?:{titles})(?=$|[^가-힣]|[은는이가을를의도과와에께님])")

    @cached_property
    def _titles(self) -> list[str]:
        words = (w for w in self._lexicon.speech.honorifics if is_east_asian(w[0]))
        return sorted(words, key=len, reverse=True)

    @cached_property
    def _sounds(self) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
        whole: dict[str, tuple[int, ...]] = {}
        parts: dict[str, tuple[int, ...]] = {}
        for who, participation in enumerate(self._people):
            name = participation.person.name
            if any(is_east_asian(c) for c in name.native):
                continue
            family, given = (
                self._lexicon.fold.plain(name.family),
                self._lexicon.fold.plain(name.given),
            )
            for first, second in ((family, given), (given, family)):
                for sound in _of_letters(f"{first} {second}"):
                    whole[sound] = tuple(dict.fromkeys((*whole.get(sound, ()), who)))
            for part in (family, given):
                for sound in _of_letters(part):
                    parts[sound] = tuple(dict.fromkeys((*parts.get(sound, ()), who)))
        return whole, parts

    @property
    def _whole(self) -> dict[str, tuple[int, ...]]:
        return self._sounds[0]

    @property
    def _parts(self) -> dict[str, tuple[int, ...]]:
        return self._sounds[1]


def _placed(folded: Folded, start: int, end: int, who: tuple[int, ...]) -> Found:
    return Found(
        start=bisect_left(folded.starts, start),
        end=bisect_left(folded.ends, end) + 1,
        level=Level.BLOCK,
        kind=ExposureKind.NAME,
        why=SOUNDS,
        who=who,
    )


def _of_letters(folded: str) -> Iterator[str]:
    """Yield the classes of a name in Latin letters, as its letters may be told.

    The th and the g may be soft; an r behind a vowel and an e at the end may be silent.
    """
    if not folded.isascii():
        return
    for th, soft, mute in product("ts", "gs", ("e", "")):
        letters = re.sub("(?<=[^aeiouc ])e(?= |$)", mute, folded.replace("th", th))
        letters = re.sub("g(?=[ei])", soft, letters)
        for before, after in _LETTERS:
            letters = letters.replace(before, after)
        yield _joined(letters.translate(_CLASSES))
        silent = re.sub(r"(?<=[aeiou])r(?![aeiouyr])", "", letters)
        yield _joined(silent.translate(_CLASSES))


def _of_kana(hiragana: str) -> str:
    return "".join(_CLASS_OF_KANA.get(c, "") for c in hiragana)


def _of_hangul(word: str) -> str:
    found: list[str] = []
    for syllable in unicodedata.normalize("NFC", word):
        number = ord(syllable) - 0xAC00
        if 0 <= number < 11172:
            found += (_INITIALS[number // 588], _FINALS[number % 28])
    return "".join(found).replace(".", "")


def _joined(classes: str) -> str:
    return re.sub(r"(.)\1+", r"\1", classes)
