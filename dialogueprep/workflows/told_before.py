"""What was said of people before, under which finding: from the register, and in other languages.

A release keeps what its document says of people as predicates in its evidence, inside the
workspace: which delegation, region, sector or gender, under which finding; no word of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import cast

from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.searched import told_of
from dialogueprep.domain.identity.told import Earlier, Rendering, Told
from dialogueprep.domain.notes import Finding, Proposal
from dialogueprep.domain.texts import LANGUAGE_NAMES, Language, Texts
from dialogueprep.domain.told_together import Saying
from dialogueprep.store.documents import Release
from dialogueprep.words import clauses, tr

IN_EVIDENCE = "told"
Day = Callable[[date], str]
Kept = dict[str, dict[Language, list[dict[str, str | bool]]]]


def kept_of(saying: Saying) -> Kept:
    """Return what a document says of people as it is kept in the evidence of its release."""
    return {
        origin: {
            language: sorted((it.as_facts() for it in told), key=repr)
            for language, told in sorted(by_language.items())
        }
        for origin, by_language in sorted(saying.items())
    }


def earlier_in(
    released: Iterable[Release], day: Day = date.isoformat
) -> dict[str, tuple[Rendering, ...]]:
    """Return what released documents say of people, by the origin of their words.

    ``day`` writes the date on which one was released.
    What was released before this was kept is not known; `documents_in` counts it.
    """
    found: dict[str, dict[tuple[str, str], Rendering]] = defaultdict(dict)
    for release in released:
        kept: Kept = release.evidence.get(IN_EVIDENCE, {})
        document = document_of(release)
        said = [(o, lang, facts) for o, by in kept.items() for lang, facts in by.items()]
        for origin, language, facts in said:
            told = frozenset(map(Told.of, facts))
            found[origin][document, language] = Rendering(
                document, told, called=_called(release, day)
            )
    return {origin: tuple(known.values()) for origin, known in found.items()}


def documents_in(released: Iterable[Release]) -> tuple[int, int]:
    """Return with how many documents what goes out is examined, and how many are not known."""
    known: set[str] = set()
    unknown: set[str] = set()
    for release in released:
        (known if IN_EVIDENCE in release.evidence else unknown).add(document_of(release))
    return len(known), len(unknown - known)


def document_of(release: Release) -> str:
    """Return what a released document is called, whatever the format of its file."""
    return release.file_name.removesuffix(f".{release.format}")


def _called(release: Release, day: Day) -> str:
    """Return "Key findings, English, 30 Oct 2026", as the reader knows a released document."""
    languages = (LANGUAGE_NAMES.get(cast("Language", it), it) for it in release.language.split("-"))
    product = tr(wording.of(Product(release.product)))
    return clauses((product, "/".join(languages), day(release.released_on)))


def with_wordings(
    earlier: Earlier, material: Material, roster: Roster, languages: Collection[Language]
) -> Earlier:
    """Return what was said before, with what findings say in the other languages.

    Those wordings have not left, or have left as the register tells.
    """
    found = {origin: tuple(known) for origin, known in earlier.items()}
    for value in (*material.findings, *material.proposals):
        items = roster.origins.get(value.id, ())
        others = other_wordings(_texts_of(value), languages, roster, items)
        if others:
            found[value.id] = (*found.get(value.id, ()), *others)
    return found


def _texts_of(value: Finding | Proposal) -> tuple[Texts, ...]:
    """Return all that a document says of a finding or a recommendation."""
    if isinstance(value, Finding):
        return (value.texts,)
    return value.texts, value.addressees, value.horizons, value.instruments


def other_wordings(
    texts: Iterable[Texts],
    languages: Collection[Language],
    roster: Roster,
    items: tuple[str, ...],
) -> tuple[Rendering, ...]:
    """Return what texts under one origin say of people in other languages than these."""
    found: dict[Language, frozenset[Told]] = {}
    for text in (each for of in texts for each in of.entries):
        if text.language not in languages:
            said = frozenset(it for _, _, it in told_of(roster, text.wording, items))
            found[text.language] = found.get(text.language, frozenset()) | said
    return tuple(
        Rendering(LANGUAGE_NAMES[language], said, out=False)
        for language, said in found.items()
        if said
    )


def said_in(
    texts: Iterable[Texts], language: Language, roster: Roster, items: tuple[str, ...]
) -> frozenset[Description]:
    """Return how texts under one origin describe people in a language."""
    wordings = (it for it in (of.get(language) for of in texts) if it)
    told = (it for wording in wordings for _, _, it in told_of(roster, wording, items))
    return frozenset(it.description for it in told)
