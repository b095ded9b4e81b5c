"""Who sits at the table, as an organiser writes it: codes or names, in any usual way apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogueprep.domain.dialogue import Delegation, DelegationId
from dialogueprep.domain.texts import LANGUAGES, Texts, language_of
from dialogueprep.store.step import new_id
from dialogueprep.ui import theme
from dialogueprep.words import listed, ntr, sentences, tr

USUAL: dict[str, tuple[Texts, str]] = {
    "CN": (Texts.of(en="China", zh="中国", ja="中国", ko="중국"), "Northeast Asia"),
    "JP": (Texts.of(en="Japan", zh="日本", ja="日本", ko="일본"), "Northeast Asia"),
    "KR": (Texts.of(en="Republic of Korea", zh="韩国", ja="韓国", ko="한국"), "Northeast Asia"),
    "ASEAN": (Texts.of(en="ASEAN", zh="东盟", ja="ASEAN", ko="아세안"), "Southeast Asia"),
    "US": (Texts.of(en="United States", zh="美国", ja="米国", ko="미국"), "North America"),
}
"""Labels and regions of the delegations that most rounds have."""
_APART = re.compile(r"[,;，、；،/|\n]+")


def sides_of(written: str, known: Sequence[Delegation]) -> tuple[Delegation, ...]:
    """Return the delegations that are written, each once; ``known`` ones stay as they are."""
    there = {d.code: d for d in known}
    words = [w.strip() for w in _APART.split(written) if w.strip()]
    codes = {w: w.upper() if w.upper() in (*there, *USUAL) else _code(w) for w in words}
    called = {code: word for word, code in reversed(codes.items())}
    return tuple(there.get(c) or side(c, called[c]) for c in dict.fromkeys(codes.values()))


def side(code: str, called: str = "") -> Delegation:
    """Return a new delegation by its code, with labels in four languages where they are known.

    Where they are not, its label is what it is ``called``.
    """
    labels, region = USUAL.get(code) or _from_lexicon(code, called or code)
    return Delegation(id=DelegationId(new_id()), code=code, labels=labels, region=region)


def read_back(sides: Sequence[Delegation], *, finished: bool = True) -> str:
    """Return in words what was understood and, once it is ``finished``, what was not."""
    names = listed(d.labels.best(theme.window_language()) for d in sides)
    odd = [d.labels.best(theme.window_language()) for d in sides if finished and _as_written(d)]
    said = ntr(
        "{names} is no name or code that is known: it stands in documents as it is written.",
        "{names} are no names or codes that are known: they stand in documents as written.",
        len(odd),
        names=listed(odd),
    )
    return sentences((tr("{names}.", names=names), said if odd else "")) if names else ""


def _as_written(one: Delegation) -> bool:
    names = [text.wording.upper() for text in one.labels.entries]
    return names == [one.code] and one.code not in USUAL


def _code(word: str) -> str:
    from dialogueprep.exchange.lexicon_reader import read_lexicon
    from dialogueprep.exchange.people_places import Places

    code = Places(()).code_of(word)
    return code if code in USUAL or code in read_lexicon().territories else word.upper()


def _from_lexicon(code: str, called: str) -> tuple[Texts, str]:
    from dialogueprep.exchange.lexicon_reader import read_lexicon

    if (found := read_lexicon().territories.get(code)) is None:
        return Texts.of({language_of(called, theme.window_language()): called}), ""
    labels = Texts()
    for language in LANGUAGES:
        if words := found.words.get(language):
            labels = labels.with_wording(language, words[0])
    return labels, found.region
