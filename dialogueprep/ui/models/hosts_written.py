"""Who hosts a dialogue, as an organiser writes it: one a line, in one language at a time."""

from __future__ import annotations

from collections.abc import Sequence

from dialogueprep.domain.dialogue import Host, HostId
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.store.step import new_id


def hosts_in(hosts: Sequence[Host], language: Language) -> str:
    """Return the hosts one a line, each by its name in this language, else the original one."""
    return "\n".join(host.names.best(language) for host in hosts)


def hosts_of(written: str, known: Sequence[Host], language: Language) -> tuple[Host, ...]:
    """Return the hosts that are written; ``known`` ones keep their other names and their logos.

    A line that none is called by names one of them anew in this language, in their order, unless
    more or fewer are written than there were.
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
        found |= {n: _renamed(host, lines[n], language) for n, host in pairs}
    else:
        found |= {n: _new(lines[n], language) for n in others}
    return tuple(found[n] for n in range(len(lines)))


def _renamed(host: Host, name: str, language: Language) -> Host:
    return Host(id=host.id, names=host.names.with_wording(language, name), acronym=host.acronym)


def _new(name: str, language: Language) -> Host:
    return Host(id=HostId(new_id()), names=Texts.of({language_of(name, language): name}))
