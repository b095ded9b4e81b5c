"""What a user can do with dialogues as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dialogueprep.domain.dialogue import (
    AgendaItem,
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    Host,
    HostId,
    ItemId,
    LanguageOrder,
    Phase,
    Question,
    QuestionId,
    Series,
    SeriesId,
)
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.library import RecommendationId, TopicId
from dialogueprep.domain.notes import (
    Finding,
    FindingId,
    Note,
    NoteId,
    Proposal,
    ProposalId,
    Statement,
    StatementId,
)
from dialogueprep.domain.people import Attendance, Participation, ParticipationId, PersonId
from dialogueprep.store import (
    agenda,
    dialogues,
    findings,
    follow_ups,
    library,
    notes,
    people,
    statements,
)
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import tr

PAGE = "home"


def plan(store: Store, dialogue: Dialogue) -> DialogueId:
    """Begin a new dialogue; it gets an id of its own, as do its hosts and delegations."""
    _refuse_unnamed(dialogue)
    mine = own_ids(dialogue)
    with store.step(tr("Plan dialogue"), page=PAGE) as step:
        dialogues.put(step, mine)
    return mine.id


def change(store: Store, dialogue: Dialogue) -> None:
    """Write changed facts of a dialogue."""
    _refuse_unnamed(dialogue)
    with store.step(tr("Change dialogue"), merge=("dialogue", dialogue.id), page=PAGE) as step:
        dialogues.put(step, dialogue)


def move_to(store: Store, dialogue: Dialogue, phase: Phase) -> None:
    """Move a dialogue to another phase of its life. Refused "dialogue-closed" if it is closed.

    `life` has the verbs that also keep when and why.
    """
    if dialogues.read(store, dialogue.id).phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    with store.step(tr("Change phase"), page=PAGE) as step:
        dialogues.put(step, replace(dialogue, phase=phase))


def remove(store: Store, dialogue: DialogueId) -> None:
    """Remove a dialogue with its agenda, participants, notes, findings and documents.

    Refused "closed-dialogue-stays" if it is closed.
    """
    if dialogues.read(store, dialogue).phase is Phase.CLOSED:
        raise Refused("closed-dialogue-stays")
    with store.step(tr("Remove dialogue"), page=PAGE) as step:
        dialogues.delete(step, dialogue)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDialogue:
    """A dialogue with everything in it, whose ids are names, not UUIDs."""

    dialogue: Dialogue
    series: Series | None
    items: tuple[AgendaItem, ...]
    participations: tuple[Participation, ...]
    attendances: tuple[Attendance, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]
    statements: tuple[Statement, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()


def take_in(store: Store, whole: WholeDialogue) -> DialogueId:
    """Put a whole dialogue into the workspace, with ids of its own; return the dialogue's.

    References to shipped topics and recommendations are by their names in the library.
    """
    ids = _Ids(store)
    mine = own_ids(whole.dialogue)
    with store.step(tr("Put in the sample dialogue"), page=PAGE) as step:
        if whole.series is not None:
            series = replace(whole.series, id=SeriesId(ids.of(whole.series.id)))
            dialogues.put_series(step, series)
            mine = replace(mine, series=series.id)
        dialogues.put(step, mine)
        _take_in_agenda(step, whole.items, mine.id, ids)
        _take_in_people(step, whole, mine.id, ids)
        _take_in_notes(step, whole, mine.id, ids)
        for it in whole.follow_ups:
            told = replace(it, id=FollowUpId(ids.of(it.id)), dialogue=mine.id)
            follow_ups.put(step, told)
    return mine.id


class _Ids:
    """A new id for each name; names of the shipped library keep the ids they have."""

    def __init__(self, store: Store) -> None:
        self._ids: dict[str, str] = {}
        self._topics = library.shipped_ids(store, "topics")
        self._recommendations = library.shipped_ids(store, "recommendations")

    def of(self, name: str) -> str:
        return self._ids.setdefault(name, new_id())

    def topic(self, name: str | None) -> TopicId | None:
        found = self._topics.get(name or "")
        return TopicId(found) if found else None

    def recommendation(self, name: str | None) -> RecommendationId | None:
        found = self._recommendations.get(name or "")
        return RecommendationId(found) if found else None


def _take_in_agenda(
    step: Step, items: Iterable[AgendaItem], dialogue: DialogueId, ids: _Ids
) -> None:
    for item in items:
        questions = [Question(id=QuestionId(ids.of(q.id)), texts=q.texts) for q in item.questions]
        known = [ids.recommendation(r) for r in item.recommendations]
        mine = replace(
            item,
            id=ItemId(ids.of(item.id)),
            dialogue=dialogue,
            topic=ids.topic(item.topic),
            questions=tuple(questions),
            recommendations=tuple(r for r in known if r),
        )
        agenda.put(step, mine)


def _take_in_people(step: Step, whole: WholeDialogue, dialogue: DialogueId, ids: _Ids) -> None:
    for it in whole.participations:
        person = replace(it.person, id=PersonId(ids.of(f"person {it.person.id}")))
        people.put_person(step, person)
        mine = replace(it, id=ParticipationId(ids.of(it.id)), person=person)
        people.put_participation(step, dialogue, mine)
    for attendance in whole.attendances:
        mine = replace(
            attendance,
            participation=ParticipationId(ids.of(attendance.participation)),
            item=ids.of(attendance.item),
        )
        people.put_attendance(step, mine)


def _take_in_notes(step: Step, whole: WholeDialogue, dialogue: DialogueId, ids: _Ids) -> None:
    for note in whole.notes:
        mine = replace(
            note,
            id=NoteId(ids.of(note.id)),
            item=ItemId(ids.of(note.item)),
            question=QuestionId(ids.of(note.question)) if note.question else None,
            recommendation=ids.recommendation(note.recommendation),
        )
        notes.put(step, mine)
    for finding in whole.findings:
        mine = replace(
            finding,
            id=FindingId(ids.of(finding.id)),
            dialogue=dialogue,
            notes=tuple(NoteId(ids.of(n)) for n in finding.notes),
            recommendation=ids.recommendation(finding.recommendation),
            question=QuestionId(ids.of(finding.question)) if finding.question else None,
        )
        findings.put(step, mine)
    for proposal in whole.proposals:
        mine = replace(
            proposal,
            id=ProposalId(ids.of(proposal.id)),
            dialogue=dialogue,
            recommendation=ids.recommendation(proposal.recommendation),
        )
        findings.put_proposal(step, mine)
    for statement in whole.statements:
        mine = replace(
            statement,
            id=StatementId(ids.of(statement.id)),
            dialogue=dialogue,
            item=ItemId(ids.of(statement.item)) if statement.item else None,
            participation=ParticipationId(ids.of(statement.participation)),
        )
        statements.put(step, mine)


def own_ids(dialogue: Dialogue) -> Dialogue:
    """Return a dialogue with ids of its own, as have its hosts and delegations."""
    ids = {h.id: HostId(new_id()) for h in dialogue.hosts}
    hosts = [Host(id=ids[h.id], names=h.names, acronym=h.acronym) for h in dialogue.hosts]
    delegations = [_own(d) for d in dialogue.delegations]
    return replace(
        dialogue,
        id=DialogueId(new_id()),
        hosts=tuple(hosts),
        delegations=tuple(delegations),
        orders=tuple(_order_of(order, ids) for order in dialogue.orders),
    )


def _order_of(order: LanguageOrder, hosts: Mapping[HostId, HostId]) -> LanguageOrder:
    return replace(order, codes=tuple(hosts.get(HostId(c), c) for c in order.codes))


def _own(delegation: Delegation) -> Delegation:
    return replace(delegation, id=DelegationId(new_id()))


def _refuse_unnamed(dialogue: Dialogue) -> None:
    if not dialogue.names:
        raise Refused("dialogue-needs-name")
