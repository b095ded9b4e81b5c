"""How titles are shortened in hurried notes (col., ddg, vp), and told as once held."""

from __future__ import annotations

import re
from functools import cache

from dialogueprep.domain.identity.reading.fold import is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "short_titles")

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
# Words for an office that somebody held once, which belong to the title: 退役大佐, 전직 장관.
RETIRED = re.compile(
    r" ?\((?:ret\.?|retired|former|emeritus)\)$|^(?:former|retired|ex|late) |^ex-|"
    "^(?:退役|退任|卸任|前任?|元|原)(?=..)|^(?:예비역|퇴역|전직|전) "
)
_RETIRED_EAST = (
    "退役", "退任", "退休", "卸任", "前", "元", "原", "离任", "退伍", "退役的", "退休的", "卸任的",
    "离任的", "退役した", "退任した", "引退した", "退官した", "前任",
)  # fmt: skip
_RETIRED_KOREAN = (
    "예비역 ", "퇴역 ", "전직 ", "전 ", "은퇴한 ", "퇴역한 ", "퇴임한 ", "물러난 ", "예편한 ",
    "전임 ", "예비역", "퇴역", "은퇴 ", "퇴직 ",
)  # fmt: skip


# A 部长 is a minister in Chinese, and a head of a division in Japanese: he is told by the field.
_POST_ITSELF = re.compile(f"副?(?:{_LISTS['posts']})")
_POST = re.compile(f"[\u4e00-\u9fffぁ-んー]{{2,}}?(副?(?:{_LISTS['posts']}))")
_GENERAL = re.compile(r"(?<=[a-z])[ -](?=general$)|(?<=^vice)[ -]|(?<=^under)[ -]|(?<=^co)[ -]")
_RANK = re.compile(
    "(?:(?:vice|deputy|under|assistant|state|permanent)[ -])?(?:minister|secretary)|captain|"
    "(?:senior |lieutenant |wing )?(?:colonel|commander)|(?:(?:major|lieutenant|brigadier) )?"
    f"general|{_LISTS['rank']}|"
    "(?:executive |senior )?vice[ -]president|editorial writer|leader writer|chief [a-z]+"
)


def hyphened(title: str) -> tuple[str, ...]:
    """Return an English title with a hyphen in place of a space, and the reverse."""
    if not title.isascii():
        return ()
    both = (_GENERAL.sub("-", title), _GENERAL.sub(" ", title), title.replace("-", " "))
    return tuple(dict.fromkeys(it for it in both if it != title))


def is_a_rank(title: str) -> bool:
    """Return whether an English title is a rank, and not a calling that others have: a colonel."""
    return bool(_RANK.fullmatch(title))


@cache
def below_or_other(title: str) -> re.Pattern[str]:
    """Return what a title is found by in words where it is no part of a lower or other one.

    A deputy director is no director, a director general no general.
    """
    return re.compile(
        rf"(?<![a-z])(?<!deputy )(?<!deputy-)(?<!vice )(?<!vice-)(?<!assistant )(?<!under)"
        rf"(?<!director[ -])(?<!secretary[ -])(?<!consul[ -])(?<!attorney[ -]){re.escape(title)}"
        rf"(?![a-z]|[ -]general)"
    )


def shortened(title: str) -> tuple[str, ...]:
    """Return how notes shorten a folded English title."""
    return _BY_TITLE.get(title, ())


def _by_title() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for short, title in SHORT.items():
        found[title] = (*found.get(title, ()), short)
    return found


def post_alone(title: str) -> str:
    """Return the post of a folded title in characters without its field or rank, or "".

    参赞 of 公使衔参赞, 課長 of 沿岸調整課長, 副院长 of 常务副院长.
    """
    found = _POST.fullmatch(title)
    return found[1] if found else ""


def is_a_post(title: str) -> bool:
    """Return whether a folded title is a post in characters, which is written so by neighbours."""
    return bool(_POST_ITSELF.fullmatch(title))


def retired(title: str) -> tuple[str, ...]:
    """Return the words that show before a title that it is no longer held."""
    if title.isascii():
        return ("former ", "retired ")
    return _RETIRED_KOREAN if is_hangul(title[0]) else _RETIRED_EAST


_BY_TITLE = _by_title()
