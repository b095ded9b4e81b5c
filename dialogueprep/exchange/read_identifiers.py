"""Words within what programs take for one: names of styles, bookmarks, fields, layers, states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.spellings.nobodys_words import is_english

_TOKEN = re.compile(r"(?<!\d)\d*[^\W\d_][\w.]*")
_WITHIN = re.compile(r"[a-z][A-Z]|[^\W\d_][\d_.]|[\d_.][^\W\d_]")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|(?:(?![A-Za-z])[^\W\d_])+")
_LEAST = 4
"""Letters of a word that is yielded: shorter ones (No, Sim, Sun) are parts of any identifier."""
_ENDINGS = (", attributes", ".xml", "names of members")


def words_in_identifiers(text: str) -> Iterator[str]:
    """Yield the words of each identifier in a text that has several, such as RefAkimoto2: unless
    they are short or a single English one."""
    seen: set[str] = set()
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in seen or not _WITHIN.search(token):
            continue
        seen.add(token)
        words = [word for word in _WORDS.findall(token) if len(word) > 1]
        long = [word for word in words if len(word) >= _LEAST]
        own = [word for word in long if not is_english(word.lower())]
        if own or len(long) > 1:
            yield " ".join(words)


def holds_identifiers(name: str) -> bool:
    """Return whether a part holds what programs name, and no sentences, by the part's name."""
    if name.endswith(_ENDINGS):
        return not name.endswith(("word/document.xml", "content.xml"))
    return name in _OF_PDF or bool(_PARTS_OF_PDF.fullmatch(name))


_OF_PDF = frozenset(
    {"info", "outline", "form", "names", "destinations", "other objects", "names of objects"}
)
_PARTS_OF_PDF = re.compile(r"page \d+, (?:annotations|marks)")
