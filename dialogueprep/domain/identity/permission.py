"""Which document may name a participant, for which audience, and with whose consent."""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Audience, Brief, Named, Product, Why
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.people import Participation

_LISTS = frozenset({Why.LISTED, Why.ROLE})
# A product that is missing here names nobody.
MAY_NAME: dict[Product, frozenset[Why]] = {
    Product.PARTICIPANT_LIST: _LISTS,
    Product.PROGRAMME: _LISTS,
}


def require_permission(brief: Brief, named: Named, roster: Roster) -> None:
    """Return if the name may stand in this brief; else raise Refused, naming it.

    Codes: "name-not-in-this-product", "name-without-consent", "name-not-on-roster",
    "name-of-another".
    """
    if named.why not in MAY_NAME.get(brief.product, frozenset[Why]()):
        raise Refused("name-not-in-this-product", name=named.text, product=brief.product)
    who = next((p for p in roster.participations if p.person.id == named.person), None)
    if who is None:
        raise Refused("name-not-on-roster", name=named.text)
    if not _consents(who, brief.audience):
        raise Refused("name-without-consent", name=named.text, audience=brief.audience)
    if not _is_name_of(named.text, who, roster):
        raise Refused("name-of-another", name=named.text)


def _consents(who: Participation, audience: Audience) -> bool:
    match audience:
        case Audience.ORGANISERS:
            return True
        case Audience.PARTICIPANTS:
            return who.listed_for_participants
        case Audience.PUBLIC:
            return who.listed_for_public


def _is_name_of(text: str, who: Participation, roster: Roster) -> bool:
    name, fold = who.person.name, roster.lexicon.fold
    usual = (name.latin, name.listed, name.native, f"{name.given} {name.family}", name.reading)
    if fold.plain(text) in {fold.plain(form) for form in usual if form}:
        return True
    found = search_of(roster).identities(text)
    return any(e.whole and who.person.id in e.people and e.text == text.strip() for e in found)
