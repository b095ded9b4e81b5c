"""House phrases: a few letters behind a semicolon become the words that a house writes often."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_UNSPACED = r"\u3000-\u30ff\u3400-\u9fff\uff01-\uff65"  # Chinese, Japanese, their stops
_TYPED = re.compile(rf"(?:^|(?<=[\s(\"“{_UNSPACED}\uac00-\ud7a3]))[;；]([\w-]{{1,20}})$")
_ENDS_UNSPACED = re.compile(rf"[{_UNSPACED}]$")
_SHORT = re.compile(r"[\w-]{1,20}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is typed behind the semicolon, and the words it becomes."""

    short: str
    words: str


def may_be(short: str) -> bool:
    """Return whether letters can be typed behind a semicolon: no space, twenty at most."""
    return _SHORT.fullmatch(short) is not None


def expanded(
    before: str, phrases: Iterable[Phrase], keys: Callable[[str], str] = str
) -> tuple[int, str] | None:
    """Return where the short form before the caret begins, and the words it becomes.

    None if no short form ends there. Capitals and full-width letters make no difference, nor does
    a keyboard that writes other letters: ``keys`` says which Latin ones its keys stand for.
    """
    typed = _TYPED.search(before)
    if typed is None:
        return None
    wanted = {unicodedata.normalize("NFKC", each).casefold() for each in (typed[1], keys(typed[1]))}
    words = next((p.words for p in phrases if p.short.casefold() in wanted), None)
    return None if words is None else (typed.start(), words)


def with_space(words: str) -> str:
    """Return words with the space that was typed behind them, where their script has spaces."""
    return words if _ENDS_UNSPACED.search(words) else f"{words} "
