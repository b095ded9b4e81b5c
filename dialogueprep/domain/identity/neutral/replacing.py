"""Puts neutral words in the place of passages so that the sentence around them holds.

A name and the institution beside it are one mention and get one description: "Hao, Director at
Yunfan Port Logistics, asked" becomes "A participant from China asked".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.identity.neutral import replacing_east, replacing_english
from dialogueprep.domain.identity.neutral.one_mention import mentions
from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.reading.fold import HANGUL
from dialogueprep.domain.identity.reading.written import as_written

_AND = as_written(r"(?:,? and |, | or |[和与、]|と|및 |[와과] )$")
_KANA = as_written("[ぁ-ゖァ-ヺ]|参加者|専門家|参加機関")
_HAN = as_written("[一-鿿]")


def replaced(text: str, wanted: Iterable[Replacement]) -> str:
    """Return a text with neutral words in the place of its passages."""
    parts: list[str] = []
    at = 0
    for it in fitted(text, wanted):
        parts += (text[at : it.start], it.words)
        at = it.end
    return "".join((*parts, text[at:]))


def fitted(text: str, wanted: Iterable[Replacement]) -> list[Replacement]:
    """Return what is to be replaced with what, in order: mentions as one, fitted to the sentence.

    Of passages that overlap the first one counts.
    """
    found: list[Replacement] = []
    before: Replacement | None = None
    for it in mentions(text, wanted):
        end = found[-1].end if found else 0
        if it.start < end:
            continue
        fits = fitted_one(text, _second(text, before, it))
        found.append(replace(fits, start=it.start) if fits.start < end else fits)
        before = it
    return found


def fitted_one(text: str, it: Replacement) -> Replacement:
    """Return one replacement with as much around it as has to change with it."""
    if not it.words:
        return it
    language = _language(it.words)
    if language == "en":
        return replacing_english.fitted(text, it)
    return replacing_east.fitted(text, it, language)


def _second(text: str, before: Replacement | None, it: Replacement) -> Replacement:
    """Return "another expert" where the same words stand right before: Gu and Shao."""
    if before is None or not it.words or before.words.lower() != it.words.lower():
        return it
    if not _AND.fullmatch(text[before.end : it.start]):
        return it
    language = _language(it.words)
    if language == "en":
        return replace(it, words=replacing_english.another(it.words))
    return replace(it, words=replacing_east.another(it.words, language))


def _language(words: str) -> str:
    if HANGUL.search(words):
        return "ko"
    if _KANA.search(words):
        return "ja"
    return "zh" if _HAN.search(words) else "en"
