"""Names of institutions with any of their words left out: 救助局, 먼지대응실, the rescue bureau.

Somebody who writes in a hurry keeps what the institution is and one or two words before it. Such
forms count as a source of a view only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.sounds import joined, of_hangul, of_letters

_LISTS = word_lists("institutions", "parts")

_KIND = _LISTS["kind"]
_OF = re.compile(rf"(?:[a-z'-]+ )?({_KIND}) (?:of|for|on) (?:the )?([a-z&' -]+)$")
_BEHIND = re.compile(rf"([a-z&'-]+(?: [a-z&'-]+)+) ({_KIND})$")
_SMALL = frozenset({"of", "and", "the", "for", "on", "in", "&"})
_TOO_OPEN = frozenset({"national", "international", "state", "public", "general", "regional"})
_ARTICLE = re.compile(r"(?<![a-z])(?:the|our|their|your|that|this) $")
_FIELD_AND_KIND = re.compile(f"(?!(?:{_LISTS['no_field']}) )[a-z'-]+ (?:{_KIND})$")
_OF_SEVERAL = re.compile(
    " (?:of|in) (?:every|each|any|all|most|many|some|other|another) "
    f"(?:{_LISTS['several_have_one']})(?![a-z])"
)

_HAN = re.compile(f"(?:{_LISTS['han']})$")
_SHORT_OF_HAN = {"研究院": "院", "研究所": "所", "委员会": "委", "办公室": "办", "事务局": "局"}
_FIRMS = re.compile(
    "(?:贸易|水产|集团|公司|海运|汽船|造船|制药|传感|计器|电机|物流|银行|顾问|工程|商事)$"
)
_HANGUL = re.compile(f"(?:{_LISTS['hangul']})$")
_RESEARCH = re.compile("(?:研究院|研究所|研究中心|中心|연구원|연구소|대학교|재단|센터)$")
_LEAST, _MOST = 4, 8  # letters of what stands before the kind


def parts_in_english(folded: str) -> Iterator[str]:
    """Yield an English name by its kind and one word or two: rescue bureau, herders' union."""
    if not folded.isascii():
        return
    led, behind = _OF.match(folded), _BEHIND.match(folded)
    kind, matter = (led[1], led[2]) if led else (behind[2], behind[1]) if behind else ("", "")
    words = [w for w in matter.split() if w not in _SMALL and len(w) > 1]
    if len(words) > 4:
        return
    yield from (f"{word} {kind}" for word in words if word not in _TOO_OPEN)
    pairs = (f"{one} {other} {kind}" for one, other in combinations(words, 2))
    yield from (pair for pair in pairs if pair != folded)
    for word in words:
        if word.endswith("ers"):
            yield f"{word}' {kind}"


def is_in_capitals(folded: Folded, start: int, end: int) -> bool:
    """Return whether each word of a place begins with a capital."""
    return all(word[:1].isupper() for word in folded.written(start, end).split())


def is_the_one(folded: Folded, start: int, end: int) -> bool:
    """Return whether a field and a kind are told with an article: the fisheries board.

    It is the one at the table; a policy institute may be any, and so may that of every country.
    """
    if _OF_SEVERAL.match(folded.text, end):
        return False
    led = _ARTICLE.search(folded.text, max(0, start - 8), start)
    return bool(led) and bool(_FIELD_AND_KIND.match(folded.text[start:end]))


def parts_in_the_east(folded: str, ordinary: frozenset[str], latin: str) -> Iterator[str]:
    """Yield a name in characters or hangul by its kind and any of its words, or its proper name.

    ``latin`` is how the English name begins, by the sound of which a proper name is known.
    """
    name = folded.replace(" ", "")
    if name and all(map(is_han, name)):
        yield from _of_words(name, _HAN.search(name), ordinary)
        if len(name) in (5, 6, 7) and (firm := _FIRMS.search(name)):
            yield from (name[: firm.start()], name[:2] + firm.group())
        if name.endswith("新闻") and len(name) == 4:
            yield f"{name[:2]}纸"
    elif name and all(map(is_hangul, name)):
        kind = _HANGUL.search(name)
        yield from _of_words(name, kind, ordinary)
        if (proper := _proper_by_sound(name, latin)) and proper not in ordinary:
            yield proper


def proper_with_kind(folded: str, latin: str) -> str:
    """Return a name in hangul without what lies between its proper name and its kind, or ""."""
    name = folded.replace(" ", "")
    if not name or not all(map(is_hangul, name)):
        return ""
    proper, kind = _proper_by_sound(name, latin), _HANGUL.search(name)
    return proper + kind.group() if proper and kind and len(proper + kind.group()) > 3 else ""


def _proper_by_sound(name: str, latin: str) -> str:
    """Return the proper name with which a name in hangul begins as the English one does, or ""."""
    sounds = {s for s in of_letters(latin) if len(s) > 1} if latin else set[str]()
    lengths = range(2, min(5, len(name)))
    return next((name[:n] for n in lengths if joined(of_hangul(name[:n])) in sounds), "")


def _of_words(name: str, kind: re.Match[str] | None, ordinary: frozenset[str]) -> Iterator[str]:
    """Yield a name by its kind and its words, of two letters each; an odd one has three."""
    body = name[: kind.start()] if kind else ""
    if not kind or not _LEAST <= len(body) <= _MOST:
        return
    ending = kind.group()
    endings = (ending, _SHORT_OF_HAN[ending]) if ending in _SHORT_OF_HAN else (ending,)
    for words in _cuts(body):
        for size in range(1, len(words)):
            for chosen in combinations(words, size):
                if not _says_little(chosen, words, ending, ordinary):
                    yield from (
                        "".join(chosen) + it for it in endings if size > 1 or it in (ending, "委")
                    )


def _cuts(body: str) -> Iterator[list[str]]:
    """Yield how a compound may be cut into words of two letters, one of three if it is odd."""
    if len(body) % 2 == 0:
        yield [body[i : i + 2] for i in range(0, len(body), 2)]
        return
    for at in {0, len(body) - 3}:
        before = [body[i : i + 2] for i in range(0, at, 2)]
        yield [*before, body[at : at + 3], *(body[i : i + 2] for i in range(at + 3, len(body), 2))]


def _says_little(
    chosen: tuple[str, ...], words: list[str], ending: str, ordinary: frozenset[str]
) -> bool:
    """Return whether what is left may be many institutions: 政策研究所, 国际中心."""
    if not all(word in ordinary for word in chosen):
        return False
    if len(chosen) > 1 and chosen == tuple(words[1:]):
        return False  # all but the proper name
    return bool(_RESEARCH.search(ending)) or chosen != (words[-1],) or len(words) > 2
