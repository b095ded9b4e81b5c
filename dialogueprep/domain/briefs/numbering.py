"""The numbers of headings as each document language writes them.

English 1, 1.1; Chinese 一、 and （一）, as official documents there have them (GB/T 9704);
Japanese 1 and (1); Korean 1. and 가., as official documents there have them.
"""

from __future__ import annotations

from dialogueprep.domain.texts import Language

_DIGITS = "零一二三四五六七八九"
_GANADA = "가나다라마바사아자차카타파하"


def heading_number(language: Language, first: int, second: int = 0) -> str:
    """Return the number of a heading: of level 1, or with ``second`` of level 2."""
    match language:
        case "zh":
            return f"（{chinese(second)}）" if second else f"{chinese(first)}、"
        case "ja":
            return f"({second})" if second else f"{first}"
        case "ko":
            return f"{ganada(second)}." if second else f"{first}."
        case "en":
            return f"{first}.{second}" if second else f"{first}"


def chinese(n: int) -> str:
    """Return a number from 1 to 99 in Chinese: 一, 十, 十二, 二十一."""
    tens, ones = divmod(n, 10)
    before = _DIGITS[tens] if tens > 1 else ""
    return f"{before}十{_DIGITS[ones] if ones else ''}" if tens else _DIGITS[ones]


def ganada(n: int) -> str:
    """Return a number as the letter of a Korean list: 가, 나, 다; after 하 anew, 가가."""
    again, at = divmod(n - 1, len(_GANADA))
    return _GANADA[at] * (again + 1)
