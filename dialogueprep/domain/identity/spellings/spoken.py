"""Compares names from elsewhere with how kana, hangul and characters write them, vowels too.

A name of few consonants (Carew, Ibarrola, Hollowell) is known only by its vowels besides: カルー,
이바롤라, 霍洛韦尔. Each writing is taken apart into consonants of broad classes and runs of vowels;
what differs between two of them costs, an inserted vowel or a silent r little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from dialogueprep.domain import pinyin

Sound = frozenset[str]  # classes that a consonant may be of, or "V" with the vowels of a run
_VOWELS = "aeiou"
_RULES = (
    ("ckh", "qh"),
    ("tsch", "s"), ("szcz", "s{"), ("sch", "s"), ("tch", "s"), ("chr", "kr"), ("ph", "p"),
    ("wh", "w"), ("ck", "k"), ("dt", "t"), ("rz", "s"), ("zh", "s"), ("sh", "s"), ("sz", "s"),
    ("cz", "s"), ("ts", "s"), ("tz", "s"), ("th", "("), ("gh", ")"), ("qu", "kw"),
    ("qv", "kw"), ("wr", "r"), ("ng", "n/"), ("ch", "<"),
    ("ij", "ei"), ("x", "["), ("ll", ">"), ("kh", "k"), ("dh", "t"), ("bh", "p"), ("sy", "s"),
    ("tj", "s"), ("dj", "s"),
)  # fmt: skip
# Vowels that are read as another: beside their letters, those that they may sound like.
_DIGRAPHS = (("ee", "ei"), ("oo", "ou"), ("oe", "ueo"), ("ea", "eia"), ("au", "auo"), ("ui", "uia"),
    ("eu", "eou"))  # fmt: skip
_OF_LETTER = {
    **{c: frozenset("p") for c in "bpvf"}, **{c: frozenset("t") for c in "dt"},
    **{c: frozenset("k") for c in "kq"}, **{c: frozenset("n") for c in "mn"},
    **{c: frozenset("r") for c in "lr"}, **{c: frozenset("s") for c in "sz"},
    "g": frozenset("ksh"), "c": frozenset("ks"), "h": frozenset("h"),
    "(": frozenset("ts"), ")": frozenset("kh"), "<": frozenset("ksh"),
    "[": frozenset("ksh"), ">": frozenset("ry"), "/": frozenset("k?"), "{": frozenset("s?"),
    "}": frozenset("t"),
}  # fmt: skip
_KANA_ROWS = {
    "k": "かきくけこがぎぐげご", "s": "さしすせそざじずぜぞ", "t": "たちつてとだぢづでど",
    "n": "なにぬねの", "h": "はひふへほ", "p": "ばびぶべぼぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_OF_KANA: dict[str, tuple[str, str]] = {
    kana: ("n" if row == "m" else row, _VOWELS_OF)
    for row, kanas in _KANA_ROWS.items()
    for kana, _VOWELS_OF in zip(kanas, "aiueoaiueo", strict=False)
}
_OF_KANA.update({
    "ち": ("s", "i"), "つ": ("s", "u"), "ぢ": ("s", "i"), "づ": ("s", "u"), "ふ": ("p", "u"),
    "ゔ": ("p", "u"), "や": ("", "ia"), "ゆ": ("", "iu"), "よ": ("", "io"), "わ": ("", "ua"),
    "を": ("", "o"), "あ": ("", "a"), "い": ("", "i"), "う": ("", "u"), "え": ("", "e"), 
    "お": ("", "o"), "ん": ("n", ""),
})  # fmt: skip
_SMALL = {"ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o", "ゃ": "a", "ゅ": "u", "ょ": "o"}
_INITIALS = (
    "k", "k", "n", "t", "t", "r", "n", "p", "p", "s", "s", "", "s", "s", "s", "k", "t", "p", "h",
)  # fmt: skip
_MEDIALS = ("a", "ea", "ya", "ye", "eoa", "e", "yeo", "ye", "o", "wa", "we", "we", "yo", "u", "wo",
    "we", "wi", "yu", "_", "i", "i")  # fmt: skip
_FINALS = ("", "k", "k", "k", "n", "n", "n", "t", "r", "r", "r", "r", "r", "r", "r", "r", "n", "p",
    "p", "st", "st", "n", "st", "st", "k", "t", "p", "")  # fmt: skip
_PINYIN = re.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv]*)(ng|n|r)?")
_OF_INITIAL = {
    **{i: "p" for i in ("b", "p", "f")}, **{i: "t" for i in ("d", "t")}, "g": "k", "k": "k",
    **{i: "n" for i in ("m", "n")}, "l": "r", "r": "r", "h": "h",
    **{i: "s" for i in ("q", "zh", "ch", "sh", "z", "c", "s")}, "j": "ks", "x": "sh",
}  # fmt: skip
_MUTE = "什尔勒斯兹茨德特克格赫姆普布夫弗"  # characters that mostly stand for a consonant alone
# As they are read abroad; some for two sounds: 埃勒里 and 埃文斯, 福斯特 and 阿尔福.
_AS_SOUND = {"什": "shi", "薄": "bo", "柏": "bo", "塞": "saei", "尉": "wei", "贾": "jia",
    "埃": "aei", "艾": "aei", "海": "haei", "莱": "laei",
    "代": "daei", "戴": "daei", "凯": "kaei", "福": "fuo"}  # fmt: skip
_LIKE_ZH = "日热若茹让"
_BACK = frozenset(("g", "k", "h", "", None))  # before an e that may stand for an o: 戈, 科
_WEAK = frozenset("hy?")
_EASY = _WEAK | {"r"}
_SHU = frozenset("Viu")  # シュ of Sz
_DOUBLED = re.compile(r"(.)\1+")
_INSERTED, _WEAKLY, _OTHER_VOWEL, _LOST_VOWEL, _SILENT = 0.08, 0.25, 0.35, 0.4, 0.3


@lru_cache(maxsize=8192)
def of_latin(folded: str) -> tuple[tuple[Sound, ...], ...]:
    """Return how a name in Latin letters may sound: its e at the end may be silent, its w a v."""
    return tuple(_of_latin(folded)) if folded.isascii() else ()


def _of_latin(folded: str) -> Iterator[tuple[Sound, ...]]:
    plain = re.sub("[^a-z]", "", folded)
    apart = (plain, plain.replace("tz", "}z")) if "tz" in plain else (plain,)  # Bat|zorig
    for word in apart:
        yield from _of_plain(word)


def _of_plain(word: str) -> Iterator[tuple[Sound, ...]]:
    for before, after in _RULES:
        word = word.replace(before, after)
    word = re.sub("c(?=[eiy])", "s", word)
    vowel = re.sub("(?<=[aeiou])w(?![aeiou])", "u", word)  # Howard; but Ostrowski
    for before, after in _DIGRAPHS:
        word, vowel = word.replace(before, after), vowel.replace(before, after)
    whole = dict.fromkeys((vowel, word) if re.search("w[dkstl]", word) else (vowel,))
    ends = (re.sub("e(?=s?$)", "", one) for one in whole if len(one) > 3)
    for w, j, told in product(("v", "u"), ("s", "i"), dict.fromkeys((*whole, *ends))):
        if (w == "v" or "w" in told) and (j == "s" or "j" in told):
            yield _sounds(told.replace("w", w).replace("j", j))


def _sounds(word: str) -> tuple[Sound, ...]:
    found: list[Sound] = []
    vowels: set[str] = set()
    previous = ""
    for letter in word:
        vowel = "i" if letter == "y" and previous not in ("", *_VOWELS) else letter
        if vowel in _VOWELS:
            vowels.add(vowel)
        elif letter == "y":
            vowels.add("i")
        elif letter != previous:
            _flush(found, vowels)
            if not (found and found[-1] == _OF_LETTER[letter]):  # Rannanmaa, Wheelwright
                found.append(_OF_LETTER[letter])
        previous = letter
    _flush(found, vowels)
    return tuple(found)


def _flush(found: list[Sound], vowels: set[str]) -> None:
    if vowels:
        found.append(frozenset(("V", *vowels)))
        vowels.clear()


def of_written(word: str) -> tuple[tuple[Sound, ...], ...]:
    """Return how a word in kana (as hiragana), hangul or simplified characters may sound."""
    if not word:
        return ()
    if "가" <= word[0] <= "힣":
        return (_of_pairs(_hangul(word)),)
    if "ぁ" <= word[0] <= "ゖ":
        return (_of_pairs(_kana(word)),)
    return tuple(dict.fromkeys(_of_pairs(_han(word, v=v)) for v in (False, True)))


def _kana(word: str) -> Iterator[tuple[str, str, str]]:
    syllables: list[tuple[str, str]] = []
    for kana in word:
        if kana in _SMALL and syllables:
            consonant, vowel = syllables[-1]
            glide = "u" if not consonant and vowel == "u" else ""
            syllables[-1] = (consonant, glide + _SMALL[kana])
        elif kana in _OF_KANA:
            consonant, vowel = _OF_KANA[kana]
            echo = consonant == "h" and syllables and syllables[-1][1] == vowel
            syllables.append((consonant, vowel + "_" if echo else vowel))  # アハ of ach
    yield from ((consonant, vowel, "") for consonant, vowel in syllables)


def _hangul(word: str) -> Iterator[tuple[str, str, str]]:
    for syllable in unicodedata.normalize("NFC", word):
        number = ord(syllable) - 0xAC00
        if 0 <= number < 11172:
            yield (
                _INITIALS[number // 588], _MEDIALS[number % 588 // 28], _FINALS[number % 28]
            )  # fmt: skip


def _han(word: str, *, v: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the sounds of characters; a w that opens one may be a v: 沃, 维."""
    for character, usual in zip(word, pinyin.usual(word), strict=False):
        read = _AS_SOUND.get(character, usual)
        known = _PINYIN.fullmatch(read)
        if not known:
            continue
        initial = known[1]
        first = "p" if v and initial == "w" else _OF_INITIAL.get(initial or "", "")
        if character in _LIKE_ZH:
            first = "sr"
        if character in _MUTE:
            yield ("r" if character == "尔" else first), "_", ""
            continue
        final = {"ng": "n", "n": "n", "r": "r"}.get(known[3] or "", "")
        glide = "" if v and initial == "w" else _glide(initial)
        vowels = known[2].replace("v", "u")
        if vowels == "e" and (initial in _BACK or known[3] == "ng"):
            vowels = "eo"
        yield first, glide + vowels, final


def _glide(initial: str | None) -> str:
    return {"y": "i", "w": "u"}.get(initial or "", "")


def _of_pairs(syllables: Iterator[tuple[str, str, str]]) -> tuple[Sound, ...]:
    found: list[Sound] = []
    vowels: set[str] = set()
    for consonant, medial, final in syllables:
        if consonant:
            _flush(found, vowels)
            if not (found and found[-1] == frozenset(consonant)):
                found.append(frozenset(consonant))
        vowels.update("i" if v == "y" else "u" if v == "w" else v for v in medial)
        if final:
            _flush(found, vowels)
            found.append(frozenset(final))
    _flush(found, vowels)
    return tuple(found)


def consonants(sounds: tuple[Sound, ...]) -> int:
    """Return how many strong consonants a name has."""
    return sum("V" not in s and not s & _WEAK for s in sounds)


@lru_cache(maxsize=8192)
def bones_of(sounds: tuple[Sound, ...]) -> frozenset[str]:
    """Return what is left without vowels and what is easily lost, each way to tell it.

    Two names of which no bones are the same differ by a strong consonant: they cost 1 or more.
    """
    told = [sorted(s - _EASY) + ([""] if s & _EASY else []) for s in sounds if "V" not in s]
    return frozenset(_DOUBLED.sub(r"\1", "".join(one)) for one in product(*told))


@lru_cache(maxsize=4096)
def distance(written: tuple[Sound, ...], name: tuple[Sound, ...]) -> float:
    """Return what it costs to take a writing for a name; 0 is the same."""
    last = [0.0]
    for sound in name:
        last.append(last[-1] + _lost(sound, inserted=False))
    for one in written:
        row = [last[0] + _lost(one, inserted=True)]
        for at, other in enumerate(name):
            row.append(
                min(
                    last[at] + _other(one, other),
                    last[at + 1] + _lost(one, inserted=True),
                    row[at] + _lost(other, inserted=False),
                )
            )
        last = row
    return last[-1]


def _lost(sound: Sound, *, inserted: bool) -> float:
    """Return the cost of a sound that only one of them has."""
    if "V" in sound:
        easy = inserted and (sound <= frozenset("Vuo_") or "_" in sound or sound == _SHU)
        easy = easy or sound <= frozenset("V_")
        return _INSERTED if easy else _LOST_VOWEL
    if sound & _WEAK:
        return _WEAKLY
    return _SILENT if sound == frozenset("r") else 1.0


def _other(one: Sound, other: Sound) -> float:
    """Return the cost of one sound for another."""
    if ("V" in one) != ("V" in other):
        vowel, consonant = (one, other) if "V" in one else (other, one)
        near = "i" in vowel and "y" in consonant
        return _WEAKLY if near else 1.2
    shared = one & other
    if "V" in one:
        return 0.0 if len(shared) > 1 or "_" in one or "_" in other else _OTHER_VOWEL
    if shared:
        return 0.0
    return _WEAKLY if one & _WEAK and other & _WEAK else 1.0
