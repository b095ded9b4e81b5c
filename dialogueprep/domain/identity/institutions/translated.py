"""Names of institutions that are made of ordinary words, as their neighbours translate them.

The Data Assurance Office is 数据保证室, データ保証室 and 데이터보증실. A name with a proper name in
it, or with a word that the table does not hold, is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from dialogueprep import paths

_MOST = 24  # forms of one name in one language
_Options = tuple[tuple[str, ...], ...]


def _read(name: str) -> dict[str, _Options]:
    text = (paths.data() / "lexicon" / name).read_text("utf-8")
    found: dict[str, _Options] = {}
    for line in (line for line in text.splitlines() if not line.startswith("#")):
        word, _, rest = line.partition(" ")
        found[word] = tuple(tuple(part.split()) for part in rest.split("|"))
    return found


MATTER, KINDS = _read("translated_words.txt"), _read("translated_kinds.txt")
_SMALL = frozenset({"of", "for", "on", "the", "and"})


def translated(folded: str) -> Iterator[str]:
    """Yield an English name of ordinary words in Chinese, Japanese and Korean, not folded."""
    words = [w for w in folded.split() if w not in _SMALL]
    if not 1 < len(words) < 6 or not folded.isascii():
        return
    kind, matter = (words[0], words[1:]) if words[0] in KINDS else (words[-1], words[:-1])
    if "infectious" in matter and "disease" in matter:
        matter = [w for w in matter if w != "disease"]
    if kind not in KINDS or any(w not in MATTER for w in matter):
        return
    for language in range(3):
        parts = [MATTER[w][language] for w in matter] + [KINDS[kind][language]]
        for chosen in islice(product(*parts), _MOST):
            yield "".join(chosen)
            if language == 2:
                yield f"{' '.join(chosen[:-1])}{chosen[-1]}"
                yield " ".join(chosen)
