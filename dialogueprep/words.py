"""All words of the product, for window, command line and documents, in four languages.

The message is the English wording. Catalogues are gettext files in ``resources/i18n``.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from dialogueprep import paths

_DOMAIN = "dialogueprep"
_GROUPED = 10_000
_NO_COUNTS = frozenset({"pid"})
"""Facts that are numbers by which something is called."""


class Say(Protocol):
    """A message, filled with its facts, in one language."""

    def __call__(self, message: str, /, **facts: object) -> str: ...


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; a message it lacks comes back in English."""
    folder = str(paths.resources() / "i18n")
    return gettext.translation(_DOMAIN, folder, [language], fallback=True)


@cache
def of(language: str) -> Say:
    """Return the function that says messages in this language."""
    known = catalogue(language)

    def say(message: str, /, **facts: object) -> str:
        wording = known.gettext(message)
        return _filled(wording, facts) if facts else wording

    return say


class _Window:
    language = "en"


def use(language: str) -> None:
    """Set the language of the window and the command line."""
    _Window.language = language


def language() -> str:
    """Return the language of the window and the command line."""
    return _Window.language


def tr(message: str, /, **facts: object) -> str:
    """Return a message in the window's language, with its facts filled in."""
    return of(_Window.language)(message, **facts)


def ntr(one: str, many: str, n: int, /, **facts: object) -> str:
    """Return the message that fits the number ``n``, with ``n`` and its facts filled in."""
    wording = catalogue(_Window.language).ngettext(one, many, n)
    return _filled(wording, {"n": n, **facts})


def number(n: int) -> str:
    """Return a count as it is written in all four languages: 9999 and 10,000."""
    return f"{n:,}" if n >= _GROUPED else str(n)


def _filled(wording: str, facts: Mapping[str, object]) -> str:
    return wording.format(**{name: _shown(name, fact) for name, fact in facts.items()})


def _shown(name: str, fact: object) -> object:
    if type(fact) is int and fact >= _GROUPED and name not in _NO_COUNTS:
        return number(fact)
    return fact


_BETWEEN_NAMES = {"zh": "、", "ja": "、"}
_BETWEEN_CLAUSES = {"zh": "，", "ja": "、"}
_BETWEEN_SENTENCES = {"zh": "", "ja": ""}


def listed(names: Iterable[str]) -> str:
    """Return names of one kind, joined as the window's language joins them; empty ones fall out."""
    return _BETWEEN_NAMES.get(_Window.language, ", ").join(filter(None, names))


def clauses(parts: Iterable[str]) -> str:
    """Return short statements side by side, such as "3 days, 12 items"; empty ones fall out."""
    return _BETWEEN_CLAUSES.get(_Window.language, ", ").join(filter(None, parts))


def sentences(parts: Iterable[str]) -> str:
    """Return whole sentences, one after the other; empty ones fall out."""
    return _BETWEEN_SENTENCES.get(_Window.language, " ").join(filter(None, parts))


def later(message: str) -> str:
    """Mark a message for the catalogue; it is said later."""
    return message
