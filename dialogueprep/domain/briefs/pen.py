"""The pen of one document: says messages and writes texts in the document's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from string import Formatter

from dialogueprep import words
from dialogueprep.domain.briefs.blocks import Line, Named, Run
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.words import later

_LANGUAGES: dict[Language, str] = {
    "en": later("English"),
    "zh": later("Chinese"),
    "ja": later("Japanese"),
    "ko": later("Korean"),
}


@dataclass(frozen=True, slots=True)
class Pen:
    """Every line that it returns is tagged with the language of each of its runs."""

    language: Language

    def say(self, message: str, /, **facts: Line | str | int) -> Line:
        """Return a message of the catalogue; facts that are lines keep their own languages."""
        wording = words.of(self.language)(message)
        return _merged(self._filled(wording, facts))

    def tell(self, message: str, /, **facts: Line | str | int) -> str:
        """Return a message of the catalogue as plain text."""
        return "".join(run.text for run in self.say(message, **facts))

    def write(self, texts: Texts, origin: str | None = None) -> Line:
        """Return a text in the document's language, else in its original language."""
        text = texts.best_text(self.language)
        return (Run(text.wording, text.language, origin),) if text.wording else ()

    def lines(self, texts: Texts, origin: str | None = None) -> tuple[Line, ...]:
        """Return the non-empty lines of a text, one line each."""
        text = texts.best_text(self.language)
        parts = (part.strip() for part in text.wording.splitlines())
        return tuple((Run(part, text.language, origin),) for part in parts if part)

    def text(self, wording: str) -> Line:
        """Return words that are the same in every language, such as a date or a number."""
        return (Run(wording, self.language, composed=True),) if wording else ()

    def _filled(self, wording: str, facts: dict[str, Line | str | int]) -> Iterable[Run | Named]:
        for literal, name, _, _ in Formatter().parse(wording):
            yield Run(literal, self.language, composed=True)
            if name is not None:
                fact = facts[name]
                yield from fact if isinstance(fact, tuple) else self.text(str(fact))


def _merged(runs: Iterable[Run | Named]) -> Line:
    merged: list[Run | Named] = []
    for run in runs:
        last = merged[-1] if merged else None
        if isinstance(last, Run) and isinstance(run, Run) and _alike(last, run):
            merged[-1] = replace(run, text=last.text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)


def _alike(one: Run, other: Run) -> bool:
    return replace(one, text="") == replace(other, text="")


def capitalised(line: Line) -> Line:
    """Return the line with a capital at its start, where its script has capitals."""
    if not line or not isinstance(line[0], Run):
        return line
    first = line[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *line[1:])


def language_name(language: Language, pen: Pen) -> Line:
    """Return what a language is called in the document's language."""
    return pen.say(_LANGUAGES[language])
