"""Who hosts a dialogue, as an organiser writes it: one a line, in one language at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from dialogueprep.domain.dialogue import Host, HostId
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.store.step import new_id

_WORD = re.compile(r"\w+")
_ALIKE = 0.8  # of two words, as difflib measures it: center and centre, not Japan and Korea


def hosts_in(hosts: Sequence[Host], language: Language) -> str:
    """Return the hosts one a line, each by its name in this language, else the original one."""
    return "\n".join(host.names.best(language) for host in hosts)


def hosts_of(written: str, known: Sequence[Host], language: Language) -> tuple[Host, ...]:
    """Return the hosts that are written; ``known`` ones keep their other names and their logos.

    A line that none is called by stands for one of them, in their order, unless more or fewer are
    written than there were: as its name in a language that it had none in, or spelled better. Any
    other name is another host's, of which nothing is known in another language.
    """
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    left = list(known)
    found: dict[int, Host] = {}
    for number, line in enumerate(lines):
        called = (h for h in left if line in (t.wording for t in h.names.entries))
        if (host := next(called, None)) is not None:
            found[number] = host
            left.remove(host)
    others = [n for n in range(len(lines)) if n not in found]
    if len(others) == len(left):
        pairs = zip(others, left, strict=True)
        found |= {n: _named(host, lines[n], language) for n, host in pairs}
    else:
        found |= {n: _new(lines[n], language) for n in others}
    return tuple(found[n] for n in range(len(lines)))


def others_than(known: Sequence[Host], hosts: Sequence[Host], language: Language) -> list[str]:
    """Return the names of new hosts where one goes that has names in several languages."""
    ids = {host.id for host in hosts}
    if not any(len(host.names.entries) > 1 for host in known if host.id not in ids):
        return []
    before = {host.id for host in known}
    return [host.names.best(language) for host in hosts if host.id not in before]


def _named(host: Host, name: str, language: Language) -> Host:
    """Return a host under a name that stands in its place, or the other host of that name."""
    spoken: tuple[Language, ...] = (language, language_of(name, language))
    shown: Language | None = next((each for each in spoken if host.names.get(each)), None)
    if shown and not _spelled_alike(host.names.get(shown) or "", name):
        return _new(name, language)
    return replace(host, names=host.names.with_wording(shown or language, name))


def _spelled_alike(one: str, other: str) -> bool:
    """Return whether two names differ in spelling alone, word by word, each in Latin letters."""
    return all(
        a == b
        or (
            language_of(a + b) == "en"
            and SequenceMatcher(None, a, b, autojunk=False).ratio() > _ALIKE
        )
        for a, b in zip_longest(_words(one), _words(other), fillvalue="")
    )


def _words(name: str) -> list[str]:
    """Return the words of a name; Chinese and Japanese ones that stand together are one."""
    return _WORD.findall(unicodedata.normalize("NFKC", name).casefold())


def _new(name: str, language: Language) -> Host:
    return Host(id=HostId(new_id()), names=Texts.of({language_of(name, language): name}))
