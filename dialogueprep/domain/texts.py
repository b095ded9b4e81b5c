"""Texts that exist in several languages at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Literal, get_args

Language = Literal["en", "zh", "ja", "ko"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# each language's name in itself, in the order in which they are offered
LANGUAGE_NAMES: Mapping[Language, str] = {
    "en": "English",
    "zh": "中文",
    "ja": "日本語",
    "ko": "한국어",
}


class TextState(StrEnum):
    """How far a text can be relied on in its language."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    CHECKED = "checked"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in one language, in Unicode normal form C."""

    language: Language
    wording: str
    state: TextState = TextState.ORIGINAL

    def __post_init__(self) -> None:
        object.__setattr__(self, "wording", unicodedata.normalize("NFC", self.wording))


@dataclass(frozen=True, slots=True)
class Texts:
    """The wordings of one field, at most one a language.

    The original stands first, the others in the order of ``LANGUAGES``.
    """

    entries: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", tuple(sorted(self.entries, key=_rank)))

    @classmethod
    def of(cls, wordings: Mapping[Language, str] | None = None, **more: str) -> Texts:
        """Return texts from wordings by language, e.g. ``Texts.of(en="Ports", ja="港湾")``.

        The first wording is the original, the others are translations; empty ones are left out.
        """
        pairs: Iterable[tuple[str, str]] = [*(wordings or {}).items(), *more.items()]
        entries: list[Text] = []
        for language, wording in pairs:
            if language not in LANGUAGES:
                raise ValueError(f"not a language of documents: {language!r}")
            if wording.strip():
                state = TextState.TRANSLATED if entries else TextState.ORIGINAL
                entries.append(Text(language, wording, state))
        return cls(tuple(entries))

    def __bool__(self) -> bool:
        return bool(self.entries)

    def get(self, language: Language) -> str | None:
        """Return the wording in this language, or None."""
        return next((t.wording for t in self.entries if t.language == language), None)

    def best(self, language: Language) -> str:
        """Return the wording in this language, else the original, else an empty string."""
        return self.best_text(language).wording

    def best_text(self, language: Language) -> Text:
        """Return the text in this language, else the original, else an empty one."""
        for text in self.entries:
            if text.language == language:
                return text
        return self.entries[0] if self.entries else Text(language, "")

    def others(self, language: Language) -> tuple[Text, ...]:
        """Return the texts in the other languages, in the order of ``LANGUAGES``."""
        shown = self.best_text(language)
        rest = [t for t in self.entries if t is not shown]
        return tuple(sorted(rest, key=lambda t: LANGUAGES.index(t.language)))

    def with_wording(self, language: Language, wording: str) -> Texts:
        """Return these texts with one wording set; its translations become stale."""
        if not wording.strip():
            return Texts(tuple(t for t in self.entries if t.language != language))
        if not self.entries:
            return Texts((Text(language, wording),))
        original = self.entries[0].language == language
        changed = [_replaced(t, language, wording, original) for t in self.entries]
        if language not in (t.language for t in self.entries):
            changed.append(Text(language, wording, TextState.TRANSLATED))
        return Texts(tuple(changed))

    def with_state(self, language: Language, state: TextState) -> Texts:
        """Return these texts with the state of one wording set; the original stays that."""
        return Texts(
            tuple(
                Text(t.language, t.wording, state)
                if t.language == language and t.state is not TextState.ORIGINAL
                else t
                for t in self.entries
            )
        )


def _rank(text: Text) -> tuple[bool, int]:
    return text.state is not TextState.ORIGINAL, LANGUAGES.index(text.language)


def _replaced(text: Text, language: Language, wording: str, original: bool) -> Text:
    if text.language == language:
        state = TextState.ORIGINAL if original else TextState.TRANSLATED
        return Text(language, wording, state if text.wording != wording else text.state)
    return Text(text.language, text.wording, TextState.STALE) if original else text


def language_of(wording: str, otherwise: Language = "en") -> Language:
    """Return the language that a wording's script shows; Han alone is taken for Chinese."""
    if wording.isascii():
        return "en"
    if _any_of(_HANGUL).search(wording):
        return "ko"
    if _any_of(_KANA).search(wording):
        return "ja"
    if _any_of(_HAN).search(wording):
        return otherwise if otherwise in ("zh", "ja") else "zh"
    return "en"


_HANGUL = "[\uac00-\ud7a3\u1100-\u11ff]"
_SYLLABLES = "[\uac00-\ud7a3]"
_KANA_LETTERS = "[\u3041-\u30fa]"
_CHARACTERS = "[\u4e00-\u9fff]"
_KANA = "[\u3040-\u30ff]"
_HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
_any_of = cache(re.compile)  # not before one is wanted: so many letters take milliseconds


def language_mostly(text: str) -> Language:
    """Return the language a text is mostly in, judged by its script, where scripts are mixed."""
    if text.isascii():
        return "en"
    runs = (_any_of(f"{it}+").findall(text) for it in (_SYLLABLES, _KANA_LETTERS, _CHARACTERS))
    hangul, kana, han = (sum(map(len, found)) for found in runs)
    eastern = hangul + kana + han
    if not eastern or eastern * 3 < sum(map(str.isalpha, text)) - eastern:
        return "en"
    if hangul >= max(kana, han) / 2:
        return "ko"
    return "ja" if kana * 8 > han else "zh"
