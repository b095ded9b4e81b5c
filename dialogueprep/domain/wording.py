"""The displayed words of the closed lists, as English messages of the catalogue.

Say them with `words.tr` in the window and with the document's language in documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from dialogueprep.domain.briefs.kinds import Audience, Product
from dialogueprep.domain.dialogue import ItemKind, Phase, Terms
from dialogueprep.domain.library import Axis, Dimension, Maturity, SourceKind
from dialogueprep.domain.notes import Column, Count, NoteKind, Scope, StatementKind, Support
from dialogueprep.domain.people import (
    BroadSector,
    Capacity,
    Gender,
    NameOrder,
    Role,
    Sector,
    Seniority,
    Standing,
)
from dialogueprep.domain.published import PublicKind
from dialogueprep.domain.texts import TextState
from dialogueprep.words import later

_TERMS = {
    Terms.ON_RECORD: later("On the record"),
    Terms.RULE: later("Chatham House Rule"),
    Terms.NO_QUOTATION: later("No quotation, no delegation"),
    Terms.NO_NOTES: later("No notes"),
}
_CAPACITY = {
    Capacity.PERSONAL: later("Personal capacity"),
    Capacity.INSTITUTION: later("For an institution"),
    Capacity.OBSERVER: later("Observer"),
    Capacity.STAFF: later("Staff"),
}
_ROLE = {
    Role.CHAIR: later("Chair"),
    Role.MODERATOR: later("Moderator"),
    Role.PRESENTER: later("Presenter"),
    Role.DISCUSSANT: later("Discussant"),
    Role.RAPPORTEUR: later("Rapporteur"),
    Role.INTERPRETER: later("Interpreter"),
    Role.STAFF: later("Staff"),
}
_ROLES = {
    Role.CHAIR: later("Chairs"),
    Role.MODERATOR: later("Moderators"),
    Role.PRESENTER: later("Presenters"),
    Role.DISCUSSANT: later("Discussants"),
    Role.RAPPORTEUR: later("Rapporteurs"),
    Role.INTERPRETER: later("Interpreters"),
    Role.STAFF: later("Staff"),
}
_SECTOR = {
    Sector.ACADEMIA: later("Academia"),
    Sector.THINK_TANK: later("Think tank"),
    Sector.GOVERNMENT: later("Government"),
    Sector.DIPLOMACY: later("Diplomacy"),
    Sector.MILITARY: later("Military"),
    Sector.LEGISLATURE: later("Legislature"),
    Sector.BUSINESS: later("Business"),
    Sector.MEDIA: later("Media"),
    Sector.CIVIL_SOCIETY: later("Civil society"),
}
_SENIORITY = {
    Seniority.SENIOR: later("Senior"),
    Seniority.MID_CAREER: later("Mid-career"),
    Seniority.EARLY_CAREER: later("Early career"),
}
_BROAD = {
    BroadSector.EXPERT: later("Experts"),
    BroadSector.OFFICIAL: later("Officials, current or former"),
    BroadSector.NON_OFFICIAL: later("Outside government"),
}
_NOTE = {
    NoteKind.POINT: later("Point"),
    NoteKind.AGREEMENT: later("Agreement"),
    NoteKind.DIFFERENCE: later("Difference"),
    NoteKind.PROPOSAL: later("Proposal"),
    NoteKind.QUESTION: later("Question"),
    NoteKind.FACT: later("Fact"),
    NoteKind.ACTION: later("Action"),
}
_COUNT = {
    Count.ONE: later("One"),
    Count.SEVERAL: later("Several"),
    Count.MANY: later("Many"),
}
_COLUMN = {
    Column.CONVERGENT: later("Convergent"),
    Column.EMERGING: later("Emerging"),
    Column.DIVERGENT: later("Divergent"),
    Column.UNRESOLVED: later("Unresolved"),
}
_HEADINGS = {
    Column.CONVERGENT: later("Common ground"),
    Column.EMERGING: later("Gaining ground"),
    Column.DIVERGENT: later("Where views differed"),
    Column.UNRESOLVED: later("Open questions"),
}
_SUPPORT = {
    Support.ONE_VIEW: later("One view"),
    Support.SOME: later("Some held it"),
    Support.SEVERAL: later("Several held it"),
    Support.MANY: later("Many held it"),
    Support.WIDELY_HELD: later("Widely held"),
}
_OPENINGS = {
    Support.ONE_VIEW: later("One view was that"),
    Support.SOME: later("Some participants held that"),
    Support.SEVERAL: later("Several participants held that"),
    Support.MANY: later("Many participants held that"),
    Support.WIDELY_HELD: later("It was widely held that"),
}
_AUDIENCE = {
    Audience.ORGANISERS: later("Organisers"),
    Audience.PARTICIPANTS: later("Participants"),
    Audience.OBSERVERS: later("Observers"),
    Audience.CHAIR: later("Chair"),
    Audience.PUBLIC: later("Public"),
}
_PRODUCT = {
    Product.PROGRAMME: later("Programme"),
    Product.PARTICIPANT_LIST: later("Participant list"),
    Product.MEETING_BRIEF: later("Meeting brief"),
    Product.KEY_FINDINGS: later("Key findings"),
    Product.CHAIRS_SUMMARY: later("Chair’s summary"),
    Product.PRESS_LINE: later("Press line"),
    Product.DEBRIEF_MEMO: later("Debrief memo"),
    Product.CONCEPT_NOTE: later("Concept note"),
    Product.BRIEFING_PACK: later("Briefing pack"),
    Product.RUN_SHEET: later("Run sheet"),
    Product.SECRETARIAT_RECORD: later("Secretariat record"),
}
_PHASE = {
    Phase.PREPARING: later("Preparing"),
    Phase.IN_SESSION: later("In session"),
    Phase.DRAFTING: later("Drafting"),
    Phase.CLOSED: later("Closed"),
}
_ITEM = {
    ItemKind.OPENING: later("Opening"),
    ItemKind.DISCUSSION: later("Discussion"),
    ItemKind.PRESENTATION: later("Presentation"),
    ItemKind.BREAKOUT: later("Breakout"),
    ItemKind.REPORT_BACK: later("Report back"),
    ItemKind.DELEGATION_MEETING: later("Delegation meeting"),
    ItemKind.NEXT_STEPS: later("Next steps"),
    ItemKind.BREAK: later("Break"),
    ItemKind.MEAL: later("Meal"),
    ItemKind.LOGISTICS: later("Logistics"),
}
_STANDING = {
    Standing.LONG_LIST: later("Long list"),
    Standing.INVITED: later("Invited"),
    Standing.ACCEPTED: later("Accepted"),
    Standing.DECLINED: later("Declined"),
    Standing.CONFIRMED: later("Confirmed"),
    Standing.ATTENDED: later("Attended"),
}
_GENDER = {
    Gender.WOMAN: later("Woman"),
    Gender.MAN: later("Man"),
    Gender.OTHER: later("Another gender"),
}
_NAME_ORDER = {
    NameOrder.FAMILY_FIRST: later("Family name first"),
    NameOrder.GIVEN_FIRST: later("Given name first"),
}
_DIMENSION = {
    Dimension.ECONOMIC: later("Economic"),
    Dimension.SOCIETAL: later("Societal"),
    Dimension.INSTITUTIONAL: later("Institutional"),
    Dimension.POLITICAL: later("Political"),
    Dimension.SECURITY: later("Security"),
    Dimension.TECHNOLOGY: later("Technology"),
}
_AXIS = {
    Axis.SENSITIVITY: later("Sensitivity"),
    Axis.OPERABILITY: later("Operability"),
}
_SOURCE = {
    SourceKind.FORUM_OUTCOME: later("Forum outcome"),
    SourceKind.INTERVIEW: later("Interview"),
    SourceKind.PRESS_RELEASE: later("Press release"),
    SourceKind.REPORT: later("Report"),
    SourceKind.DIALOGUE: later("Dialogue"),
}
_MATURITY = {
    Maturity.IDEA: later("Idea"),
    Maturity.PILOT: later("Pilot"),
    Maturity.EXISTING: later("Existing"),
}
_STATE = {
    TextState.ORIGINAL: later("Original"),
    TextState.TRANSLATED: later("Translated"),
    TextState.CHECKED: later("Checked"),
    TextState.STALE: later("Out of date"),
}

_STATEMENT = {
    StatementKind.ON_RECORD: later("On the record"),
    StatementKind.QUOTED: later("Quoted with consent"),
}
_SCOPE = {
    Scope.REPORT: later("This meeting’s report"),
    Scope.PUBLIC: later("Public"),
}
_PUBLIC = {
    PublicKind.LIST: later("Participant list"),
    PublicKind.PROGRAMME: later("Programme"),
    PublicKind.PHOTO: later("Photo"),
    PublicKind.KEYNOTE: later("Keynote"),
    PublicKind.PRESS_LINE: later("Press line"),
}


def _by_list(*tables: Mapping[Any, str]) -> Mapping[type[StrEnum], Mapping[StrEnum, str]]:
    """Members of different lists can be equal as strings, so each list keeps its own table."""
    return {type(next(iter(table))): table for table in tables}


_LISTS = _by_list(
    _TERMS,
    _CAPACITY,
    _ROLE,
    _SECTOR,
    _SENIORITY,
    _BROAD,
    _NOTE,
    _COUNT,
    _COLUMN,
    _SUPPORT,
    _AUDIENCE,
    _PRODUCT,
    _PHASE,
    _ITEM,
    _STANDING,
    _GENDER,
    _NAME_ORDER,
    _DIMENSION,
    _AXIS,
    _SOURCE,
    _MATURITY,
    _STATE,
    _STATEMENT,
    _SCOPE,
    _PUBLIC,
)


def of(member: StrEnum) -> str:
    """Return the message that shows a member of a closed list, with a capital at its start."""
    return _LISTS[type(member)][member]


def heading(column: Column) -> str:
    """Return the message under which documents show the findings of a column."""
    return _HEADINGS[column]


def role(member: Role, *, several: bool = False) -> str:
    """Return the message for a role held by one person, or by several."""
    return _ROLES[member] if several else _ROLE[member]


def opening(support: Support) -> str:
    """Return the message with which a finding of this support begins."""
    return _OPENINGS[support]


def lists() -> Mapping[type[StrEnum], Mapping[StrEnum, str]]:
    """Return every closed list with its words."""
    return _LISTS
