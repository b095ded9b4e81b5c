"""Which document may name a participant, for which audience, and with whose consent."""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Audience, Brief, Line, Named, Product, Run, Why
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.search import search_of
from dialogueprep.domain.notes import Scope, Statement
from dialogueprep.domain.people import Participation

_LISTS = frozenset({Why.LISTED, Why.ROLE})
# A product that is missing here names nobody.
MAY_NAME: dict[Product, frozenset[Why]] = {
    Product.PARTICIPANT_LIST: _LISTS,
    Product.PROGRAMME: _LISTS,
    Product.BRIEFING_PACK: _LISTS,
    Product.MEETING_BRIEF: frozenset({Why.STATEMENT}),
    Product.KEY_FINDINGS: frozenset({Why.STATEMENT}),
    Product.RUN_SHEET: frozenset({Why.ROLE, Why.CONTACT}),
    Product.SECRETARIAT_RECORD: frozenset({Why.LISTED, Why.ROLE, Why.STATEMENT}),
}


def require_permission(brief: Brief, named: Named, line: Line, roster: Roster) -> None:
    """Return if the name may stand in this line of the brief; else raise Refused, naming it.

    Codes: "name-not-in-this-product", "name-without-consent", "name-not-on-roster",
    "name-of-another", "name-without-statement".
    """
    if named.why not in MAY_NAME.get(brief.product, frozenset[Why]()) | _in_annexes(brief):
        raise Refused("name-not-in-this-product", name=named.text, product=brief.product)
    who = next((p for p in roster.participations if p.person.id == named.person), None)
    if who is None:
        raise Refused("name-not-on-roster", name=named.text)
    if named.why is Why.STATEMENT:
        if not _beside_own_words(who, line, brief.audience, roster):
            raise Refused("name-without-statement", name=named.text)
    elif not _consents(who, brief.audience):
        raise Refused("name-without-consent", name=named.text, audience=brief.audience)
    if not _belongs(named, who, roster):
        raise Refused("name-of-another", name=named.text)


def _in_annexes(brief: Brief) -> frozenset[Why]:
    """Return why names may stand in a brief that ends with a list or a programme."""
    return _LISTS if brief.annexes else frozenset()


def _consents(who: Participation, audience: Audience) -> bool:
    match audience:
        case Audience.ORGANISERS:
            return True
        case Audience.PARTICIPANTS | Audience.OBSERVERS | Audience.CHAIR:
            return who.listed_for_participants
        case Audience.PUBLIC:
            return who.listed_for_public


def _beside_own_words(who: Participation, line: Line, audience: Audience, roster: Roster) -> bool:
    """Return whether the line holds the exact words of a statement of this person, which stands

    and which this audience may read.
    """
    public = audience is Audience.PUBLIC
    return any(
        it.participation == who.id and it.stands and (it.scope is Scope.PUBLIC or not public)
        and any(_holds(run, it) for run in line)
        for it in roster.statements
    )  # fmt: skip


def _holds(run: Run | Named, it: Statement) -> bool:
    wordings = {text.wording for text in it.texts.entries}
    return isinstance(run, Run) and run.origin == it.id and run.text in wordings


def _belongs(named: Named, who: Participation, roster: Roster) -> bool:
    if named.why is Why.CONTACT:
        return bool(named.text) and named.text == who.person.email
    return _is_name_of(named.text, who, roster)


def _is_name_of(text: str, who: Participation, roster: Roster) -> bool:
    name, fold = who.person.name, roster.lexicon.fold
    usual = (name.latin, name.listed, name.native, f"{name.given} {name.family}", name.reading)
    if fold.plain(text) in {fold.plain(form) for form in usual if form}:
        return True
    found = search_of(roster).identities(text)
    return any(e.whole and who.person.id in e.people and e.text == text.strip() for e in found)
