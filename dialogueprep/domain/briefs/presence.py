"""Who was present, in sentences that single nobody out.

A category with fewer than k persons is merged into a larger one; where none is large enough,
it is left out (practice.md, "What documents must not do").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from dialogueprep.domain.briefs.blocks import Line, Run
from dialogueprep.domain.briefs.language_forms import joined, number, with_article
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.dialogue import Delegation
from dialogueprep.domain.people import BroadSector, Capacity

_E, _O, _N = BroadSector.EXPERT, BroadSector.OFFICIAL, BroadSector.NON_OFFICIAL

_GROUPS: dict[frozenset[BroadSector], Callable[[Pen], Line]] = {
    frozenset({_E}): lambda pen: pen.say("researchers"),
    frozenset({_O}): lambda pen: pen.say("current and former officials"),
    frozenset({_N}): lambda pen: pen.say("practitioners from outside government"),
    frozenset({_O, _N}): lambda pen: pen.say("officials and practitioners"),
    frozenset({_E, _N}): lambda pen: pen.say("researchers and practitioners"),
    frozenset({_E, _O}): lambda pen: pen.say("researchers and officials"),
}


def mix(material: Material) -> tuple[frozenset[BroadSector], ...]:
    """Return the groups of broad sectors that a document may name, the largest first.

    Each has at least k persons, together they hold everybody; empty when that cannot be said.
    """
    known = [p.sector.broad for p in material.present if p.sector is not None]
    if len(known) < len(material.present):
        return ()
    sizes = {frozenset({broad}): n for broad, n in Counter(known).items()}
    while len(sizes) > 1 and min(sizes.values()) < material.dialogue.k:
        sizes = _merged_smallest(sizes)
    fit = [group for group, n in sizes.items() if n >= material.dialogue.k and group in _GROUPS]
    return tuple(sorted(fit, key=lambda group: (-sizes[group], sorted(group))))


def _merged_smallest(
    sizes: dict[frozenset[BroadSector], int],
) -> dict[frozenset[BroadSector], int]:
    first, second = sorted(sizes, key=lambda group: (sizes[group], sorted(group)))[:2]
    rest = {group: n for group, n in sizes.items() if group not in (first, second)}
    return {**rest, first | second: sizes[first] + sizes[second]}


def headcount(material: Material, pen: Pen) -> Line:
    """Return "18 persons from China, Japan and elsewhere: researchers, and ...", or nothing

    when fewer than k are present.
    """
    count = len(material.present)
    if count < max(2, material.dialogue.k):
        return ()
    places = places_of(material, pen)
    persons = pen.say("{count} persons", count=count)
    if places:
        persons = pen.say("{count} persons from {places}", count=count, places=places)
    groups = [_GROUPS[group](pen) for group in mix(material)]
    if not groups:
        return persons
    return pen.say(
        "{persons}: {mix}", persons=persons, mix=joined(groups, pen.language, nested=True)
    )


def places_of(material: Material, pen: Pen) -> Line:
    """Return the delegations with at least k persons in their order, the others as one."""
    sizes = Counter(p.delegation for p in material.present)
    named = [d for d in material.seated if sizes[d.code] >= material.dialogue.k]
    labels = [delegation_label(pen, d) for d in named]
    if labels and sum(sizes[d.code] for d in named) < len(material.present):
        labels.append(pen.say("elsewhere"))
    return joined(labels, pen.language)


def delegation_label(pen: Pen, delegation: Delegation) -> Line:
    """Return the label of a delegation as it stands inside a sentence."""
    text = delegation.labels.best_text(pen.language)
    return (Run(with_article(text.wording, pen.language), text.language),) if text.wording else ()


def capacity(material: Material, pen: Pen) -> Line:
    """Return in which capacity people took part, only as far as the data say so."""
    held = {p.capacity for p in material.present}
    if Capacity.PERSONAL not in held:
        return ()
    if held == {Capacity.PERSONAL}:
        return pen.say("Participants took part in a personal capacity.")
    if held == {Capacity.PERSONAL, Capacity.OBSERVER}:
        return pen.say("Participants, other than observers, took part in a personal capacity.")
    if Capacity.OBSERVER not in held:
        return pen.say(
            "Participants took part in a personal capacity, except where an institution took "
            "part as such, by its own consent."
        )
    return pen.say(
        "Participants, other than observers, took part in a personal capacity, except where an "
        "institution took part as such, by its own consent."
    )


def headcount_sentence(material: Material, pen: Pen) -> Line:
    """Return the headcount and mix as a sentence, or nothing."""
    count = headcount(material, pen)
    return pen.say("{persons} took part.", persons=capitalised(count)) if count else ()


def unlisted_sentence(count: int, k: int, pen: Pen) -> Line:
    """Return how many asked not to be listed, if they are at least k; never who."""
    if count < k:
        return ()
    return pen.say(
        "{count} further persons asked not to be listed.",
        count=capitalised(pen.text(number(count, pen.language))),
    )
