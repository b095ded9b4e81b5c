"""Who was present, in sentences that single nobody out.

A category with fewer than k persons is merged into a larger one; where none is large enough,
it is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from dialogueprep.domain.briefs.blocks import Line, Run
from dialogueprep.domain.briefs.language_forms import joined, number, with_article
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.dialogue import Delegation
from dialogueprep.domain.people import BroadSector, Capacity, Participation
from dialogueprep.words import later

_E, _O, _N = BroadSector.EXPERT, BroadSector.OFFICIAL, BroadSector.NON_OFFICIAL

_GROUPS: dict[frozenset[BroadSector], Callable[[Pen], Line]] = {
    frozenset({_E}): lambda pen: pen.say("researchers"),
    frozenset({_O}): lambda pen: pen.say("current and former officials"),
    frozenset({_N}): lambda pen: pen.say("practitioners from outside government"),
    frozenset({_O, _N}): lambda pen: pen.say("officials and practitioners"),
    frozenset({_E, _N}): lambda pen: pen.say("researchers and practitioners"),
    frozenset({_E, _O}): lambda pen: pen.say("researchers and officials"),
}

# Whether there are observers, whether there are institutions that take part as such.
_CAPACITY_HELD = {
    (False, False): later("Participants took part in a personal capacity."),
    (True, False): later("Participants, other than observers, took part in a personal capacity."),
    (False, True): later(
        "Participants took part in a personal capacity, except where an institution took part "
        "as such, by its own consent."
    ),
    (True, True): later(
        "Participants, other than observers, took part in a personal capacity, except where an "
        "institution took part as such, by its own consent."
    ),
}
_CAPACITY_COMING = {
    (False, False): later("Participants take part in a personal capacity."),
    (True, False): later("Participants, other than observers, take part in a personal capacity."),
    (False, True): later(
        "Participants take part in a personal capacity, except where an institution takes part "
        "as such, by its own consent."
    ),
    (True, True): later(
        "Participants, other than observers, take part in a personal capacity, except where an "
        "institution takes part as such, by its own consent."
    ),
}


def mix(material: Material) -> tuple[frozenset[BroadSector], ...]:
    """Return the groups of broad sectors that a document may name, in a fixed order.

    Each has at least k persons, together they hold everybody; empty when that cannot be said.
    """
    people = participants(material)
    known = [p.sector.broad for p in people if p.sector is not None]
    if len(known) < len(people):
        return ()
    sizes = {frozenset({broad}): n for broad, n in Counter(known).items()}
    while len(sizes) > 1 and min(sizes.values()) < material.dialogue.k:
        sizes = _merged_smallest(sizes)
    fit = [group for group, n in sizes.items() if n >= material.dialogue.k and group in _GROUPS]
    return tuple(sorted(fit, key=list(_GROUPS).index))


def _merged_smallest(
    sizes: dict[frozenset[BroadSector], int],
) -> dict[frozenset[BroadSector], int]:
    first, second = sorted(sizes, key=lambda group: (sizes[group], sorted(group)))[:2]
    rest = {group: n for group, n in sizes.items() if group not in (first, second)}
    return {**rest, first | second: sizes[first] + sizes[second]}


def participants(material: Material) -> tuple[Participation, ...]:
    """Return those present who take part; observers are counted apart."""
    return tuple(p for p in material.present if p.capacity is not Capacity.OBSERVER)


def headcount(material: Material, pen: Pen) -> Line:
    """Return "21 participants from China, Japan and elsewhere: researchers, and ...", or nothing

    when fewer than k take part. Observers are mentioned only where they are at least k.
    """
    count = len(participants(material))
    if count < max(2, material.dialogue.k):
        return ()
    people = _with_observers(_from_places(count, material, pen), material, pen)
    groups = [_GROUPS[group](pen) for group in mix(material)]
    if not groups:
        return people
    together = joined(groups, pen.language, nested=True)
    return pen.say("{people}: {mix}", people=people, mix=together)


def _from_places(count: int, material: Material, pen: Pen) -> Line:
    places = places_of(material, pen)
    if places:
        return pen.say("{count} participants from {places}", count=count, places=places)
    return pen.say("{count} participants", count=count)


def _with_observers(people: Line, material: Material, pen: Pen) -> Line:
    observers = len(material.present) - len(participants(material))
    if observers < max(2, material.dialogue.k) or mix(material):
        return people
    return pen.say("{people}, and {count} observers", people=people, count=observers)


def places_of(material: Material, pen: Pen) -> Line:
    """Return the delegations in their order, those under k together as "elsewhere".

    What is left for "elsewhere" is itself at least k: else the next smallest joins it.
    """
    sizes = Counter(p.delegation for p in participants(material))
    k = material.dialogue.k
    named = {d.code: sizes[d.code] for d in material.seated if sizes[d.code] >= k}
    rest = len(participants(material)) - sum(named.values())
    while named and 0 < rest < k:
        rest += named.pop(min(named, key=lambda code: named[code]))
    labels = [delegation_label(pen, d) for d in material.seated if d.code in named]
    if labels and rest:
        labels.append(pen.say("elsewhere"))
    return joined(labels, pen.language)


def delegation_label(pen: Pen, delegation: Delegation) -> Line:
    """Return the label of a delegation as it stands inside a sentence."""
    text = delegation.labels.best_text(pen.language)
    label = with_article(text.wording, pen.language)
    return (Run(label, text.language, composed=True),) if label else ()


def capacity(material: Material, pen: Pen, *, held: bool) -> Line:
    """Return in which capacity people take part, only as far as the data say so.

    ``held`` puts it in the past, for a meeting that is over.
    """
    capacities = {p.capacity for p in material.present}
    if Capacity.PERSONAL not in capacities:
        return ()
    some = Capacity.OBSERVER in capacities, Capacity.INSTITUTION in capacities
    return pen.say(_CAPACITY_HELD[some] if held else _CAPACITY_COMING[some])


def headcount_sentence(material: Material, pen: Pen) -> Line:
    """Return the headcount and mix as a sentence, or nothing."""
    count = headcount(material, pen)
    return pen.say("Those present were {people}.", people=count) if count else ()


def unlisted_sentence(count: int, k: int, pen: Pen) -> Line:
    """Return how many asked not to be listed, if they are at least k; never who."""
    if count < k:
        return ()
    return pen.say(
        "{count} further persons asked not to be listed.",
        count=capitalised(pen.text(number(count, pen.language))),
    )
