"""Notes without a speaker, findings, and recommendations of a round."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from dialogueprep.domain.dialogue import DialogueId, ItemId, QuestionId, Terms
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.people import BroadSector, ParticipationId, Sector
from dialogueprep.domain.texts import Language, Texts

NoteId = NewType("NoteId", str)
FindingId = NewType("FindingId", str)
ProposalId = NewType("ProposalId", str)
StatementId = NewType("StatementId", str)


class NoteKind(StrEnum):
    """What a note records."""

    POINT = "point"
    AGREEMENT = "agreement"
    DIFFERENCE = "difference"
    PROPOSAL = "proposal"
    QUESTION = "question"
    FACT = "fact"
    ACTION = "action"


class Count(StrEnum):
    """How many spoke so; a word, never a number of persons."""

    ONE = "one"
    SEVERAL = "several"
    MANY = "many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A coarse descriptor as predicates, never a person.

    ``delegation`` is a code, ``region`` a region's name; ``sector`` implies its broad sector.
    All predicates None means simply "a participant".
    """

    count: Count = Count.ONE
    delegation: str | None = None
    region: str | None = None
    sector: Sector | None = None
    broad: BroadSector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One line of a rapporteur: no speaker, no clock. ``terms`` are those it was taken under."""

    id: NoteId
    item: ItemId
    kind: NoteKind
    text: str
    language: Language = "en"
    question: QuestionId | None = None
    attribution: Attribution | None = None
    terms: Terms = Terms.RULE
    private: bool = False
    draft: bool = False
    aside: bool = False
    indent: int = 0
    tags: tuple[str, ...] = ()
    recommendation: RecommendationId | None = None


def says_something(text: str) -> bool:
    """Return whether a text has a letter or a digit: a line of only ">" is no note."""
    return any(map(str.isalnum, text))


class Column(StrEnum):
    """Where a finding stands: how far the room agreed on it."""

    CONVERGENT = "convergent"
    EMERGING = "emerging"
    DIVERGENT = "divergent"
    UNRESOLVED = "unresolved"


class Support(StrEnum):
    """The rapporteur's judgement of how widely a view was held."""

    ONE_VIEW = "one view"
    SOME = "some"
    SEVERAL = "several"
    MANY = "many"
    WIDELY_HELD = "widely held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A synthesised statement; ``notes`` behind it stay inside the program.

    ``theme`` is the rapporteur's word under which findings stand together, ``question`` the guiding
    question that it answers.
    """

    id: FindingId
    dialogue: DialogueId
    column: Column
    texts: Texts
    support: Support | None = None
    notes: tuple[NoteId, ...] = ()
    recommendation: RecommendationId | None = None
    theme: str = ""
    question: QuestionId | None = None


class Relation(StrEnum):
    """What a recommendation of a round is to the library; said inside only."""

    NEW = "new"
    SUPPORTS = "supports"
    REVISES = "revises"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A recommendation that this round makes, as it goes into documents.

    ``relation`` and ``recommendation`` say how it stands to the library, and stay inside.
    """

    id: ProposalId
    dialogue: DialogueId
    texts: Texts
    addressees: Texts = Texts()
    horizons: Texts = Texts()
    instruments: Texts = Texts()
    recommendation: RecommendationId | None = None
    relation: Relation | None = None


class StatementKind(StrEnum):
    """Why a statement may name who made it."""

    ON_RECORD = "on the record"
    QUOTED = "quoted with consent"


class Scope(StrEnum):
    """Where the person agreed that the words may appear."""

    REPORT = "report"  # what this meeting's participants are sent
    PUBLIC = "public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that may stand beside a name: said on the record, or quoted with consent.

    They are the exact words, in each language in which the person gave or checked them.
    Withdrawn ones are kept and stand in no new document.
    """

    id: StatementId
    dialogue: DialogueId
    participation: ParticipationId
    kind: StatementKind
    texts: Texts
    item: ItemId | None = None
    scope: Scope = Scope.REPORT
    consented_on: date | None = None
    withdrawn_on: date | None = None

    @property
    def stands(self) -> bool:
        """Whether it may stand anywhere: consent is given where it needs it, and not withdrawn."""
        consent = self.kind is StatementKind.ON_RECORD or self.consented_on is not None
        return bool(self.texts) and consent and self.withdrawn_on is None
