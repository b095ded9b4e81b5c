"""Ranked search over the entries of a library, without a workspace."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogueprep.domain.identity.fold import Fold, is_east_asian
from dialogueprep.domain.library import Entry, Recommendation, Topic
from dialogueprep.domain.texts import Texts

AnyEntry = Topic | Recommendation

_TITLE, _TAG, _TEXT = 9, 4, 1
_WHOLE_WORD = 1  # added when a word stands there as asked, not as a beginning only


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag's id and its labels in the four languages."""

    id: str
    labels: Texts


class Index:
    """The folded texts of entries, made once."""

    def __init__(self, entries: Iterable[AnyEntry], tags: Iterable[Tag]) -> None:
        self._fold = Fold({})
        labels = {t.id: _wordings(t.labels) for t in tags}
        self._entries = [(entry, self._fields(entry, labels)) for entry in entries]

    def find(self, query: str, limit: int) -> tuple[AnyEntry, ...]:
        """Return the entries that contain each word of the query, best first."""
        asked = [_Asked(self._fold.plain(word)) for word in query.split()]
        scored = [(_score(asked, fields), entry) for entry, fields in self._entries]
        # Sorting is stable: among equals the order of the files stands, topics first.
        best = sorted((s for s in scored if s[0] is not None), key=lambda s: -(s[0] or 0))
        return tuple(entry for _, entry in best[:limit])

    def _fields(self, entry: AnyEntry, labels: dict[str, str]) -> tuple[tuple[int, str], ...]:
        tags = "\n".join(f"{tag}\n{labels.get(tag, '')}" for tag in entry.tags)
        fields = ((_TITLE, _wordings(entry.titles)), (_TAG, tags), (_TEXT, _text(entry)))
        return tuple((weight, self._fold(text).text) for weight, text in fields)


class _Asked:
    """One word of a query: CJK is looked for anywhere, another word where words begin."""

    def __init__(self, word: str) -> None:
        inside = any(is_east_asian(c) for c in word)
        stem = word if inside or len(word) < 4 else re.sub("(?<=[^s])s$", "", word)
        self._whole = re.compile(rf"(?<![^\W_]){re.escape(stem)}s?(?![^\W_])")
        beginning = re.compile(("" if inside else r"(?<![^\W_])") + re.escape(stem))
        # Two letters, such as AI or UN, begin too many words.
        self._found = beginning if inside or len(stem) > 2 else self._whole

    def weight(self, fields: tuple[tuple[int, str], ...]) -> int | None:
        """Return what the best field that contains the word is worth, or None."""
        for weight, text in fields:
            if self._found.search(text):
                return weight + (_WHOLE_WORD if self._whole.search(text) else 0)
        return None


def _score(asked: list[_Asked], fields: tuple[tuple[int, str], ...]) -> int | None:
    weights = [word.weight(fields) for word in asked]
    return None if None in weights else sum(w for w in weights if w is not None)


def _wordings(texts: Texts) -> str:
    return "\n".join(t.wording for t in texts.entries)


def _text(entry: AnyEntry) -> str:
    parts = (*_own_words(entry), *entry.formats, entry.dimension.value, *_sources(entry))
    return "\n".join(p for p in parts if p)


def _own_words(entry: AnyEntry) -> tuple[str, ...]:
    if isinstance(entry, Topic):
        return (_wordings(entry.summaries), *(_wordings(q) for q in entry.questions))
    said = (entry.actor, entry.addressee, entry.instrument, entry.horizon)
    return (_wordings(entry.texts), *(s or "" for s in said))


def _sources(entry: Entry) -> tuple[str, ...]:
    return tuple(p.source for p in entry.passages)
