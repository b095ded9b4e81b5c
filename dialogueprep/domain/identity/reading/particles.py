"""Korean particles agree with the last letter before them: 박 위원은 becomes 한 참가자는.

A particle has one form behind a consonant and one behind a vowel. Where other words are put in
the place of a passage, the particle behind it takes the form that they ask for.
"""

from __future__ import annotations

import re

_FIRST, _LAST = 0xAC00, 0xD7A3
_FINALS = 28
_RIEUL = 8  # behind this consonant 로 stands, as behind a vowel
# behind a consonant, behind a vowel; the longer ones first
_FORMS = (
    ("이라는", "라는"),
    ("이라고", "라고"),
    ("이라도", "라도"),
    ("이라면", "라면"),
    ("으로부터", "로부터"),
    ("으로서", "로서"),
    ("으로", "로"),
    ("이라", "라"),
    ("이나", "나"),
    ("이랑", "랑"),
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
)
_PARTICLE = re.compile("(?:" + "|".join(f"{a}|{b}" for a, b in _FORMS) + ")(?![가-힣])")


def joined(words: str, after: str) -> tuple[str, int]:
    """Return words with the particle behind them in its form, and how many letters it replaces.

    ``after`` is what stands behind the passage in whose place the words are put.
    """
    found = _PARTICLE.match(after)
    if not found or not words or not _FIRST <= ord(words[-1]) <= _LAST:
        return words, 0
    final = (ord(words[-1]) - _FIRST) % _FINALS
    behind_consonant, behind_vowel = next(f for f in _FORMS if found.group() in f)
    soft = final == 0 or (final == _RIEUL and behind_vowel.startswith("로"))
    return words + (behind_vowel if soft else behind_consonant), found.end()
