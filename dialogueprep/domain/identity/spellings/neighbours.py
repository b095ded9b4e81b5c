"""Names in a neighbour's script: Japanese in hangul, Korean in katakana, Chinese in both.

Kana is returned as hiragana, as it is compared. Hangul follows the official rules for foreign
words, and the habits beside them; characters are read in Korean and in Japanese from the table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from dialogueprep.domain.identity.lexicon import Readings

MOST = 12  # spellings of one part of a name; beyond that they are not in use
_ROWS = {
    "": "아이우에오", "k": "카키쿠케코", "s": "사시스세소", "t": "타치츠테토", "n": "나니누네노",
    "h": "하히후헤호", "m": "마미무메모", "r": "라리루레로", "g": "가기구게고", "z": "자지즈제조",
    "d": "다지즈데도", "b": "바비부베보", "p": "파피푸페포",
}  # fmt: skip
_KANA_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの",
    "h": "はひふへほ", "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ",
    "d": "だぢづでど", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ",
}  # fmt: skip
_ONE = {k: h for r, row in _KANA_ROWS.items() for k, h in zip(row, _ROWS[r], strict=True)} | {
    "や": "야", "ゆ": "유", "よ": "요", "わ": "와", "を": "오", "ゔ": "부", "ゐ": "이", "ゑ": "에",
}  # fmt: skip
_GLIDES = {"ゃ": ("ㅑ", "ㅏ"), "ゅ": ("ㅠ", "ㅜ"), "ょ": ("ㅛ", "ㅗ")}
_CHEONJI = "しじちぢ"
_FIRST = {"카": "가", "키": "기", "쿠": "구", "케": "게", "코": "고", "타": "다", "치": "지",
    "테": "데", "토": "도", "캬": "갸", "큐": "규", "쿄": "교", "차": "자", "추": "주",
    "초": "조"}  # fmt: skip
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"


def syllable(initial: str, vowel: str, final: int = 0) -> str:
    """Return the Korean syllable of an initial, a vowel and the number of a final."""
    return chr(0xAC00 + (_INITIALS.index(initial) * 21 + _VOWELS.index(vowel)) * 28 + final)


def apart(letter: str) -> tuple[str, str, int]:
    """Return initial, vowel and the number of the final of a Korean syllable."""
    code = ord(letter) - 0xAC00
    return _INITIALS[code // 588], _VOWELS[code // 28 % 21], code % 28


def kana_in_hangul(kana: str) -> tuple[str, ...]:
    """Return a Japanese name part in hangul: as the rules want it, and as it is also written."""
    firsts: dict[str, None] = {}
    for lengthens in (True, False) if _MAY_LENGTHEN.search(kana) else (True,):
        letters: list[str] = []
        for position, mora in enumerate(kana):
            apart_from = mora == "う" and kana[position + 1 : position + 2] == "ち"  # 内
            long = lengthens and not apart_from
            _add_mora(letters, mora, kana[:position], long=long)
        if plain := "".join(letters):
            firsts |= dict.fromkeys((_softened(plain[0]) + plain[1:], plain))
    return tuple(dict.fromkeys(v for f in firsts for v in (f.replace("츠", "쓰"), f)))


_MAY_LENGTHEN = re.compile("[うお](?<=..)")


def _softened(letter: str) -> str:
    initial, vowel, final = apart(letter)
    bare = _FIRST.get(syllable(initial, vowel))
    return chr(ord(bare) + final) if bare else letter


def _add_mora(letters: list[str], mora: str, before: str, *, long: bool) -> None:
    if mora in _GLIDES and letters:
        initial, _, _ = apart(letters[-1])
        letters[-1] = syllable(initial, _GLIDES[mora][before[-1:] in tuple(_CHEONJI)])
    elif mora in ("ん", "っ") and letters:
        initial, vowel, _ = apart(letters[-1])
        letters[-1] = syllable(initial, vowel, 4 if mora == "ん" else 19)
    elif mora in _ONE and not (long and _lengthens(mora, letters)):
        letters.append(_ONE[mora])


def _lengthens(mora: str, letters: Sequence[str]) -> bool:
    """Return whether a vowel only lengthens the one before: う after o and u, お after o."""
    if not letters or mora not in "うお":
        return False
    _, vowel, final = apart(letters[-1])
    return not final and vowel in ("ㅗㅛ" if mora == "お" else "ㅗㅛㅜㅠㅡ")


_KANA_VOWELS = {
    "ㅏ": ("a", ""), "ㅐ": ("e", ""), "ㅑ": ("a", "y"), "ㅒ": ("e", "i"), "ㅓ": ("o", ""),
    "ㅔ": ("e", ""), "ㅕ": ("o", "y"), "ㅖ": ("e", "i"), "ㅗ": ("o", ""), "ㅘ": ("a", "w"),
    "ㅙ": ("e", "w"), "ㅚ": ("e", "w"), "ㅛ": ("o", "y"), "ㅜ": ("u", ""), "ㅝ": ("o", "w"),
    "ㅞ": ("e", "w"), "ㅟ": ("i", "w"), "ㅠ": ("u", "y"), "ㅡ": ("u", ""), "ㅢ": ("i", "wi"),
    "ㅣ": ("i", ""),
}  # fmt: skip
_SOUNDS = {
    "ㄱ": ("k", "g"), "ㄲ": ("k",), "ㄴ": ("n",), "ㄷ": ("t", "d"), "ㄸ": ("t",), "ㄹ": ("r",),
    "ㅁ": ("m",), "ㅂ": ("p", "b"), "ㅃ": ("p",), "ㅅ": ("s",), "ㅆ": ("s",), "ㅇ": ("",),
    "ㅈ": ("ch", "j"), "ㅉ": ("ch",), "ㅊ": ("ch",), "ㅋ": ("k",), "ㅌ": ("t",), "ㅍ": ("p",),
    "ㅎ": ("h",),
}  # fmt: skip
_KANA_FINALS = {1: "く", 2: "く", 4: "ん", 5: "ん", 7: "っ", 8: "る", 16: "む", 17: "ぷ", 19: "っ",
    20: "っ", 21: "ん", 22: "っ", 23: "っ", 24: "く", 25: "っ", 26: "ぷ"}  # fmt: skip
_NASAL = frozenset((4, 8, 16))
_LIAISONS = {1: "ㄱ", 4: "ㄴ", 7: "ㄷ", 8: "ㄹ", 16: "ㅁ", 17: "ㅂ", 19: "ㅅ"}
_SH = {"s": ("し", "しゃ", "しゅ", "しょ", "しぇ"), "ch": ("ち", "ちゃ", "ちゅ", "ちょ", "ちぇ"),
    "j": ("じ", "じゃ", "じゅ", "じょ", "じぇ")}  # fmt: skip


def hangul_in_kana(hangul: str, *, given: bool = False) -> tuple[str, ...]:
    """Return a Korean name part in kana, with the voiced sounds and liaisons that are usual.

    A given name may begin with a voiced sound, since a family name goes before.
    """
    found: list[str] = []
    for read in dict.fromkeys((hangul, _tied(hangul), _tied(hangul, over="ㅇㅎ"))):
        parts = [_kana_of(letter, given or at > 0) for at, letter in enumerate(read)]
        found += ("".join(p) for p in itertools.islice(itertools.product(*parts), MOST))
    return tuple(dict.fromkeys(found))


def _tied(hangul: str, *, over: str = "ㅇ") -> str:
    """Return a name with a final consonant moved to the vowel that follows: 신애 as 시내.

    ``over`` are the initials that it goes over: an h in the middle is hardly heard, 준혁 as 주녁.
    """
    letters = list(hangul)
    for at in range(len(letters) - 1):
        initial, vowel, final = apart(letters[at])
        following, its_vowel, its_final = apart(letters[at + 1])
        if following in over and final in _LIAISONS and (following == "ㅇ" or final in _NASAL):
            letters[at] = syllable(initial, vowel)
            letters[at + 1] = syllable(_LIAISONS[final], its_vowel, its_final)
    return "".join(letters)


def _kana_of(letter: str, inside: bool) -> tuple[str, ...]:
    initial, vowel, final = apart(letter)
    sounds = _SOUNDS[initial]
    if inside:
        sounds = sounds[::-1]
    ends = _KANA_FINALS.get(final, "")
    used = sounds if inside or initial == "ㅈ" else sounds[:1]
    vowels = (vowel, "ㅔ") if vowel == "ㅖ" and initial != "ㅇ" else (vowel,)  # 혜원 as ヘウォン
    return tuple(dict.fromkeys(_mora(s, v) + ends for v in vowels for s in used))


def _mora(sound: str, vowel: str) -> str:
    tone, glide = _KANA_VOWELS[vowel]
    if sound in ("ch", "j") or (sound == "s" and glide in ("y", "i")):
        soft = _SH[sound]
        return soft[{"i": 0, "a": 1, "u": 2, "o": 3, "e": 4}[tone]]
    if not glide:
        return _row(sound)["aiueo".index(tone)]
    if glide == "wi":
        return _row(sound)[1] if sound else "うぃ"
    if glide == "w":
        return _rounded(sound, tone)
    if not sound:
        return {"a": "や", "u": "ゆ", "o": "よ", "e": "いぇ"}[tone]
    return _row(sound)[1] + {"a": "ゃ", "u": "ゅ", "o": "ょ", "e": "ぇ"}[tone]


def _rounded(sound: str, tone: str) -> str:
    small = {"a": "ぁ", "o": "ぉ", "e": "ぇ", "i": "ぃ"}[tone]
    if not sound:
        return "わ" if tone == "a" else "う" + small
    return "ふぁ" if (sound, tone) == ("h", "a") else _row(sound)[2] + small


def _row(sound: str) -> str:
    return _KANA_ROWS[sound]


def han_in_hangul(characters: str, readings: Readings, *, opens: bool = True) -> tuple[str, ...]:
    """Return characters as Koreans read them; an r or n that opens a name is often dropped."""
    known = [readings.han_korean.get(c, ()) for c in characters]
    if not characters or not all(known):
        return ()
    found: list[str] = []
    for read in itertools.islice(itertools.product(*known), MOST):
        whole = "".join(read)
        found += (_dropped(whole), whole) if opens else (whole,)
    return tuple(dict.fromkeys(found))


def _dropped(read: str) -> str:
    initial, vowel, final = apart(read[0])
    if initial in "ㄹㄴ":
        soft = vowel in "ㅣㅑㅕㅛㅠㅖㅒ"
        if soft or initial == "ㄹ":
            return syllable("ㅇ" if soft else "ㄴ", vowel, final) + read[1:]
    return read


def han_in_kana(characters: str, readings: Readings) -> tuple[str, ...]:
    """Return characters as Japanese read them by sound, in kana."""
    known = [readings.han_on.get(c, ())[:2] for c in characters]
    if not characters or not all(known):
        return ()
    read = ("".join(p) for p in itertools.islice(itertools.product(*known), MOST))
    return tuple(dict.fromkeys(form for r in read for form in (r, _hardened(r))))


def _hardened(kana: str) -> str:
    """Return a reading with an h after n as p: きんへい as きんぺい."""
    return re.sub("(?<=ん)[はひふへほ]", lambda m: chr(ord(m.group()) + 2), kana)


_PINYIN = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]|)([aeiouvwy]\w*)")
_PINYIN_INITIALS = {
    "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ",
    "g": "ㄱ", "k": "ㅋ", "h": "ㅎ", "j": "ㅈ", "q": "ㅊ", "x": "ㅅ", "zh": "ㅈ", "ch": "ㅊ",
    "sh": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ",
}  # fmt: skip
_FINALS = {
    "a": "아", "o": "오", "e": "어", "ai": "아이", "ei": "에이", "ao": "아오", "ou": "어우",
    "an": "안", "en": "언", "ang": "앙", "eng": "엉", "er": "얼", "i": "이", "ia": "야", "ie": "예",
    "iao": "야오", "iu": "유", "ian": "옌", "in": "인", "iang": "양", "ing": "잉", "iong": "융",
    "u": "우", "ua": "와", "uo": "워", "uai": "와이", "ui": "우이", "uan": "완", "un": "운",
    "uang": "왕", "ong": "웅", "v": "위", "ve": "웨", "van": "위안", "vn": "윈",
}  # fmt: skip
_ALONE = {
    "yi": "이", "ya": "야", "ye": "예", "yao": "야오", "you": "유", "yan": "옌", "yin": "인",
    "yang": "양", "ying": "잉", "yong": "융", "yo": "요", "wu": "우", "wa": "와", "wo": "워",
    "wai": "와이", "wei": "웨이", "wan": "완", "wen": "원", "wang": "왕", "weng": "웡",
    "yu": "위", "yue": "웨", "yuan": "위안", "yun": "윈",
}  # fmt: skip
_SIMPLER = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}


def pinyin_in_hangul(sounds: Iterable[str]) -> str:
    """Return syllables of pinyin (ü as v) in hangul, or "" if one is none."""
    found = [_pinyin_hangul(s) for s in sounds]
    return "".join(found) if all(found) else ""


_GLIDES_OF = {"ㅏ": "ㅑ", "ㅓ": "ㅕ", "ㅗ": "ㅛ", "ㅜ": "ㅠ"}
_LAX = {"ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_NG = 21


def with_glides(hangul: str) -> tuple[str, ...]:
    """Return Chinese in hangul as the rules want it, and as many write: 샤오, 션, 통, 시에."""
    if not hangul:
        return ()
    ways = (_as_glides, _as_open, _as_lax)
    loose = ["".join(map(way, hangul)) for way in ways]
    loose.append("".join(_as_lax(_as_open(_as_glides(letter))) for letter in hangul))
    return tuple(
        dict.fromkeys((hangul, *loose, hangul.replace("셰", "시에").replace("제", "지에")))
    )


def _as_glides(letter: str) -> str:
    initial, vowel, final = apart(letter)
    return syllable(initial, _GLIDES_OF.get(vowel, vowel), final) if initial == "ㅅ" else letter


def _as_open(letter: str) -> str:
    """Return a syllable that ends in -ung as it is read: 퉁 as 통."""
    initial, vowel, final = apart(letter)
    return syllable(initial, "ㅗ", final) if (vowel, final) == ("ㅜ", _NG) else letter


def _as_lax(letter: str) -> str:
    initial, vowel, final = apart(letter)
    return syllable(_LAX.get(initial, initial), vowel, final)


def _pinyin_hangul(sound: str) -> str:
    if sound in _ALONE:
        return _ALONE[sound]
    parted = _PINYIN.fullmatch(sound)
    if not parted:
        return ""
    initial, final = parted.groups()
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    hangul = _FINALS.get(final, "")
    if not hangul or not initial:
        return hangul
    if initial in ("zh", "ch", "sh", "r", "z", "c", "s") and final == "i":
        return syllable(_PINYIN_INITIALS[initial], "ㅡ")
    _, vowel, end = apart(hangul[0])
    consonant = _PINYIN_INITIALS[initial]
    vowel = _SIMPLER.get(vowel, vowel) if consonant in "ㅈㅉㅊ" else vowel
    return syllable(consonant, vowel, end) + hangul[1:]


def pinyin_in_kana(sounds: Sequence[str], readings: Readings) -> tuple[str, ...]:
    """Return syllables of pinyin (ü as v) in kana, as they sound, with and without long marks."""
    parts = [readings.pinyin_kana.get(s, ()) for s in sounds]
    if not parts or not all(parts):
        return ()
    found = ["".join(p) for p in itertools.islice(itertools.product(*parts), MOST)]
    return tuple(dict.fromkeys(v for f in found for v in (f, f.replace("ー", ""))))
