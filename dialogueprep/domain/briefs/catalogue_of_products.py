"""The products: for whom each is, how it is composed, and what may stand in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dialogueprep.domain.briefs import (
    briefing_pack,
    chairs_summary,
    concept_note,
    debrief_memo,
    key_findings,
    meeting_brief,
    participant_list,
    press_line,
    programme,
    run_sheet,
    secretariat_record,
)
from dialogueprep.domain.briefs.bilingual import bilingual, parted
from dialogueprep.domain.briefs.blocks import Audience, Brief, Product, Why
from dialogueprep.domain.briefs.inside import Inside
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.of_library import OfLibrary
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language

Compose = Callable[[Material, Language, Audience], Brief]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a product fixes. The first audience is the usual one.

    ``names`` says for which reasons a full name may stand in it; ``affiliations`` whether
    affiliations stand in it, for identification only.
    """

    audiences: tuple[Audience, ...]
    compose: Compose
    names: frozenset[Why] = frozenset()
    affiliations: bool = False


PRODUCTS: Mapping[Product, Kind] = {
    Product.CONCEPT_NOTE: Kind((Audience.PARTICIPANTS,), concept_note.compose),
    Product.PROGRAMME: Kind((Audience.PARTICIPANTS,), programme.compose, frozenset({Why.ROLE})),
    Product.PARTICIPANT_LIST: Kind(
        (Audience.PARTICIPANTS,), participant_list.compose, frozenset({Why.LISTED}), True
    ),
    Product.BRIEFING_PACK: Kind(
        (Audience.PARTICIPANTS, Audience.OBSERVERS, Audience.CHAIR),
        briefing_pack.compose,
        frozenset({Why.LISTED, Why.ROLE}),
        True,
    ),
    Product.MEETING_BRIEF: Kind(
        (Audience.PARTICIPANTS, Audience.PUBLIC), meeting_brief.compose, frozenset({Why.STATEMENT})
    ),
    Product.CHAIRS_SUMMARY: Kind((Audience.PARTICIPANTS, Audience.PUBLIC), chairs_summary.compose),
    Product.KEY_FINDINGS: Kind(
        (Audience.PUBLIC,), key_findings.compose, frozenset({Why.STATEMENT})
    ),
    Product.PRESS_LINE: Kind((Audience.PUBLIC,), press_line.compose),
    Product.RUN_SHEET: Kind(
        (Audience.ORGANISERS,), run_sheet.compose, frozenset({Why.ROLE, Why.CONTACT}), True
    ),
    Product.SECRETARIAT_RECORD: Kind(
        (Audience.ORGANISERS,),
        secretariat_record.compose,
        frozenset({Why.LISTED, Why.ROLE, Why.STATEMENT}),
        True,
    ),
    Product.DEBRIEF_MEMO: Kind((Audience.ORGANISERS,), debrief_memo.compose),
}


def usual_audience(product: Product) -> Audience:
    """Return whom a product is for unless something else is chosen."""
    return PRODUCTS[product].audiences[0]


def compose(
    product: Product,
    material: Material,
    language: Language,
    audience: Audience | None = None,
    second: Language | None = None,
) -> Brief:
    """Return the composed product for an audience, by default its usual one.

    Hosts and delegations stand in their order in this language, also where a ``second`` one stands
    beneath it.
    Raises Refused("product-not-for-audience") for an audience that the product is not made for.
    """
    kind = PRODUCTS[product]
    reader = audience or kind.audiences[0]
    if reader not in kind.audiences:
        raise Refused("product-not-for-audience", product=product, audience=reader)
    ordered = replace(material, dialogue=material.dialogue.in_order_of(language))
    if reader is not Audience.ORGANISERS:
        ordered = replace(ordered, inside=Inside())
    if product is not Product.BRIEFING_PACK:
        ordered = replace(ordered, library=OfLibrary())
    if second is None or second == language:
        return kind.compose(ordered, language, reader)
    ours, theirs = parted(ordered, language, second)
    return bilingual(kind.compose(ours, language, reader), kind.compose(theirs, second, reader))


def may_name(product: Product, why: Why) -> bool:
    """Return whether a full name may stand in a product for this reason."""
    return why in PRODUCTS[product].names
