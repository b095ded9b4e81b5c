"""Names from Cyrillic: several habits of transliteration, and the Cyrillic of a Latin one."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BASE = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "yu", "я": "ya", "й": "y", "є": "ye", "і": "i", "ї": "yi", "ґ": "g",
    "ө": "o", "ү": "u", "қ": "k", "ң": "n", "ғ": "g", "ұ": "u", "һ": "h", "ә": "a", "ў": "u",
    "ј": "j", "љ": "lj", "њ": "nj", "ђ": "dj", "ћ": "c", "џ": "dz", "'": "",
}  # fmt: skip
_HABITS: tuple[Mapping[str, str], ...] = (
    {},
    {"ю": "iu", "я": "ia", "й": "i", "є": "ie", "х": "h"},
    {"ю": "iu", "я": "ia", "й": "i", "щ": "sch", "ы": "y"},
    {"щ": "sch", "х": "h", "ы": "i"},
    {"ю": "ju", "я": "ja", "й": "j", "х": "ch", "ц": "c", "ч": "c", "ш": "s", "щ": "sc", "ж": "z"},
    {"в": "w", "ж": "sch", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch",
     "ю": "ju", "я": "ja", "й": "i"},
    {"ч": "tch", "ш": "ch", "щ": "chtch", "ю": "iou", "я": "ia", "у": "ou", "ж": "j", "й": "i"},
    {"г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia"},
    {"г": "h", "и": "y"},
    {"г": "h"},
    {"и": "y", "ю": "iu", "я": "ia", "й": "i"},
)  # fmt: skip
_LATIN = (
    ("shch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
    ("iu", "ю"), ("ya", "я"), ("ia", "я"), ("ye", "е"), ("yi", "ї"), ("yo", "ё"),
    *zip("abvgdeziklmnoprstufhcyj", "абвгдезиклмнопрстуфхцыж", strict=True),
)  # fmt: skip
_IS = re.compile("[\u0400-\u04ff]")


def is_cyrillic(name: str) -> bool:
    """Return whether a name has Cyrillic letters."""
    return bool(_IS.search(name))


def latin_of(cyrillic: str) -> tuple[str, ...]:
    """Return a name in small Cyrillic letters as several habits write it in Latin ones.

    Folded, й has lost its mark: an и after a vowel at the end is taken for it.
    """
    cyrillic = re.sub("(?<=[аеиоуы])и$", "й", cyrillic)
    found: list[str] = []
    for habit in _HABITS:
        for soft in ("", "'") if "ь" in cyrillic else ("",):
            signs = {**habit, "ь": soft}
            spelled = "".join(signs.get(c, _BASE.get(c, c)) for c in cyrillic)
            found += _variants(spelled, cyrillic, habit)
    return tuple(dict.fromkeys(found))


def _variants(spelled: str, cyrillic: str, habit: Mapping[str, str]) -> list[str]:
    """Return a spelling with the ways to write ий at its end, and е at its beginning."""
    found = [spelled]
    if cyrillic.endswith(("ий", "ый")):
        stem = spelled[: -len(habit.get("и", "i") + habit.get("й", "y"))]
        found += [stem + end for end in ("y", "iy", "ii", "i", "ij", "yi")]
    if cyrillic[:1] == "е":
        sound = "j" if habit.get("ю") == "ju" else "y"
        found += [sound + one for one in found]
    return found


def stems(folded: str) -> tuple[str, ...]:
    """Return what is left of a folded Cyrillic name when its ending changes with the case."""
    if len(folded) < 6:
        return ()
    if folded.endswith(("ии", "ыи")):
        return folded[:-1], folded[:-2]
    return (folded[:-1],) if folded[-1] in "ьаяо" or folded.endswith(("еи", "аи")) else ()


def cyrillic_of(latin: str) -> str:
    """Return a folded name in Latin letters in Cyrillic, as a Russian would write it back.

    It is a guess: a y after a vowel or at the end is taken for й.
    """
    found = ""
    at = 0
    while at < len(latin):
        if latin[at] == "y" and _is_short(latin, at):
            found += "й" if latin[at - 1 : at] in tuple("aeiou") else "ий"
            at += 1
            continue
        pair = next(((a, b) for a, b in _LATIN if latin.startswith(a, at)), None)
        if pair is None:
            return ""
        found += pair[1]
        at += len(pair[0])
    return found


def _is_short(latin: str, at: int) -> bool:
    following = latin[at + 1 : at + 2]
    return at > 0 and (
        not following or (latin[at - 1] in "aeiou" and following not in tuple("aeiou"))
    )
