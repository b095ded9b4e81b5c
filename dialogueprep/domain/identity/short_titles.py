"""How hurried notes shorten titles: ret. col., ddg, vp."""

from __future__ import annotations

SHORT = {
    "col": "colonel", "lt col": "lieutenant colonel", "gen": "general", "maj gen": "major general",
    "lt gen": "lieutenant general", "brig": "brigadier", "adm": "admiral", "radm": "rear admiral",
    "r adm": "rear admiral", "vadm": "vice admiral", "v adm": "vice admiral", "cdre": "commodore",
    "capt": "captain", "cdr": "commander", "cmdr": "commander", "amb": "ambassador",
    "min": "minister", "vice min": "vice minister", "dep min": "deputy minister",
    "undersec": "undersecretary", "perm sec": "permanent secretary", "sec-gen": "secretary-general",
    "sec gen": "secretary-general", "sg": "secretary-general", "dg": "director-general",
    "ddg": "deputy director-general", "dir": "director", "dep dir": "deputy director",
    "exec dir": "executive director", "vp": "vice president", "evp": "executive vice president",
    "gm": "general manager", "ed": "editor", "ed-in-chief": "editor-in-chief", "sen": "senator",
    "gov": "governor", "mp": "member of parliament", "parl": "member of parliament",
    "cons gen": "consul general", "couns": "counsellor", "chief insp": "chief inspector",
}  # fmt: skip
"""The title that each says in full."""
WORDS_TOO = frozenset({"min", "gen", "ed", "sen", "dir", "gov", "col", "brig", "parl", "couns"})
"""Those that mean something else behind an article: the min, the gov."""


def shortened(title: str) -> tuple[str, ...]:
    """Return how notes shorten a folded English title."""
    return _BY_TITLE.get(title, ())


def _by_title() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for short, title in SHORT.items():
        found[title] = (*found.get(title, ()), short)
    return found


_BY_TITLE = _by_title()
