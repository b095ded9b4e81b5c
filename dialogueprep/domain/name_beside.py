"""What stands beside a name in a list: nicknames, the name somebody goes by, Hanja, "-san"."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import is_hangul

_QUOTES = frozenset('"“”«»「」')
_NICKNAME = re.compile(r"[\"“”«「]([^\"“”»」]{2,24})[\"“”»」]")
_CALLED = re.compile(r"(?<=\w\w)\s*[(（]([A-Z][a-z]{2,14})[)）]$")
_NO_NAMES = frozenset(
    (
        "mrs", "miss", "prof", "amb", "ret", "retd", "tbc", "tbd", "chair", "cochair", "moderator",
        "speaker", "presenter", "discussant", "rapporteur", "observer", "host", "organiser",
        "organizer", "staff", "interpreter", "secretariat", "participant", "delegate", "head",
        "online", "onsite", "virtual", "remote", "zoom", "hybrid", "male", "female", "china",
        "japan", "korea", "new", "deceased", "retired", "former", "acting", "emeritus",
        "confirmed", "invited", "declined",
    )
)  # fmt: skip
"""Words in brackets behind a name that nobody goes by."""
_SPOKEN = re.compile(r"(?i)(?<=\w)-(san|sensei|sama|ssi|nim)$")


def without_nicknames(latin: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without what stands in quotation marks, and this: KIM Jong-su "Johnny"."""
    if _QUOTES.isdisjoint(latin):
        return latin, ()
    nicknames = tuple(found[1].strip() for found in _NICKNAME.finditer(latin))
    return " ".join(_NICKNAME.sub(" ", latin).split()), nicknames


def without_called(latin: str) -> tuple[str, str]:
    """Return a name without the one in brackets behind it, by which somebody goes, and this:
    CHENG Kai-Wen (Kevin)."""
    if not latin.endswith((")", "）")):
        return latin, ""
    found = _CALLED.search(latin)
    if found is None or found[1].casefold() in _NO_NAMES:
        return latin, ""
    return latin[: found.start()], found[1]


def without_hanja(native: str) -> tuple[str, tuple[str, ...]]:
    """Return a name in Hangul without the characters that stood beside it, and these."""
    pieces = native.split()
    if len(pieces) < 2:
        return native, ()
    if len(pieces) > 2 and all(len(p) == 1 for p in pieces):  # 김 지 수, set apart to fill a cell
        return "".join(pieces), ()
    hangul = [p for p in pieces if all(map(is_hangul, p))]
    if not hangul or len(hangul) == len(pieces):
        return native, ()
    return " ".join(hangul), tuple(p for p in pieces if p not in hangul and len(p) > 1)


def without_spoken(latin: str) -> tuple[str, str]:
    """Return a name without what is said behind it, as in Kuroda-san, and this."""
    found = _SPOKEN.search(latin) if "-" in latin[-7:] else None
    return (latin[: found.start()], found[1]) if found else (latin, "")
