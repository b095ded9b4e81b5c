"""The sample dialogue of ``data/sample``, read into values of the domain.

The ids of the values are the words that stand for them in the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from dialogueprep.domain.dialogue import (
    AgendaItem,
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    Host,
    HostId,
    ItemId,
    ItemKind,
    Phase,
    Question,
    QuestionId,
    Series,
    SeriesId,
    Terms,
)
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.library import RecommendationId, TopicId
from dialogueprep.domain.notes import (
    Attribution,
    Column,
    Count,
    Finding,
    FindingId,
    Note,
    NoteId,
    NoteKind,
    Proposal,
    ProposalId,
    Relation,
    Scope,
    Statement,
    StatementId,
    StatementKind,
    Support,
)
from dialogueprep.domain.people import (
    Affiliation,
    Attendance,
    BroadSector,
    Capacity,
    Gender,
    Logistics,
    Name,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
    Standing,
)
from dialogueprep.exchange.toml_tables import Table, maybe, minutes_of, reading, texts, texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDialogue:
    """A whole dialogue as values; hosts and delegations stand inside ``dialogue``."""

    series: Series
    dialogue: Dialogue
    participations: tuple[Participation, ...]
    items: tuple[AgendaItem, ...]
    held: tuple[AgendaItem, ...]  # the items with when they began and how long they took
    attendances: tuple[Attendance, ...]
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    proposals: tuple[Proposal, ...]
    statements: tuple[Statement, ...]
    follow_ups: tuple[FollowUp, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who takes part."""
        return tuple(p.person for p in self.participations)


def read_sample(folder: Path) -> SampleDialogue:
    """Return the dialogue that the five files of this folder describe.

    Raises Trouble("sample-file-unreadable", file, reason).
    """
    with reading(folder / "dialogue.toml") as table:
        series, dialogue = _series(table["series"]), _dialogue(table)
    with reading(folder / "people.toml") as table:
        participations = tuple(_participations(table, dialogue))
    with reading(folder / "agenda.toml") as table:
        items = tuple(_item(t, dialogue.id) for t in table["items"])
        held = tuple(_as_held(i, t) for i, t in zip(items, table["items"], strict=True))
        seated = (_attendances(t, participations) for t in table["items"])
        attendances = tuple(chain.from_iterable(seated))
    with reading(folder / "notes.toml") as table:
        terms = {i.id: i.terms for i in items}
        notes = tuple(_note(t, terms[t["item"]]) for t in table["notes"])
    with reading(folder / "findings.toml") as table:
        findings = tuple(_finding(t, dialogue.id) for t in table["findings"])
        proposals = tuple(_proposal(t, dialogue.id) for t in table["proposals"])
        statements = tuple(_statement(t, dialogue.id) for t in table.get("statements", ()))
        follow_ups = tuple(_follow_up(t, dialogue.id) for t in table.get("follow_ups", ()))
    return SampleDialogue(
        series=series,
        dialogue=dialogue,
        participations=participations,
        items=items,
        held=held,
        attendances=attendances,
        notes=notes,
        findings=findings,
        proposals=proposals,
        statements=statements,
        follow_ups=follow_ups,
    )


def _series(table: Table) -> Series:
    return Series(id=SeriesId(table["id"]), names=texts_of(table, "names"))


def _dialogue(table: Table) -> Dialogue:
    return Dialogue(
        id=DialogueId(table["id"]),
        names=texts(table["names"]),
        titles=texts(table["titles"]),
        place=texts(table["place"]),
        series=SeriesId(table["series"]["id"]),
        phase=Phase(table["phase"]),
        hosts=tuple(_host(t) for t in table["hosts"]),
        delegations=tuple(_delegation(t) for t in table["delegations"]),
        contexts=texts_of(table, "contexts"),
        next_steps=texts_of(table, "next_steps"),
        press_lines=texts_of(table, "press_lines"),
        chairs_openings=texts_of(table, "chairs_openings"),
        debriefs=texts_of(table, "debriefs"),
        backgrounds=texts_of(table, "backgrounds"),
        objectives=texts_of(table, "objectives"),
        outputs=texts_of(table, "outputs"),
        practicalities=texts_of(table, "practicalities"),
        **_plain(table, "first_day days time_zone round ceiling k working_language sample"),
    )


def _plain(table: Table, fields: str) -> dict[str, Any]:
    """Return those of these fields that the table has, as they stand."""
    return {name: table[name] for name in fields.split() if name in table}


def _host(table: Table) -> Host:
    return Host(id=HostId(table["id"]), names=texts(table["names"]), **_plain(table, "acronym"))


def _delegation(table: Table) -> Delegation:
    return Delegation(
        id=DelegationId(table["id"]),
        labels=texts(table["labels"]),
        **_plain(table, "code region target"),
    )


def _participations(table: Table, dialogue: Dialogue) -> Iterator[Participation]:
    regions = {d.code: d.region for d in dialogue.delegations}
    standing = Standing(table.get("standing", Standing.CONFIRMED))
    for person in table["people"]:
        yield Participation(
            id=ParticipationId(person["id"]),
            person=_person(person),
            delegation=person["delegation"],
            region=person.get("region", regions[person["delegation"]]),
            sector=maybe(Sector, person.get("sector")),
            capacity=Capacity(person.get("capacity", Capacity.PERSONAL)),
            affiliation=_affiliation(person.get("affiliation", {})),
            standing=standing,
            facts=tuple(person.get("facts", ())),
            logistics=_logistics(person),
            **_plain(person, "territory listed_for_participants listed_for_public"),
        )


def _affiliation(table: Table) -> Affiliation:
    return Affiliation(
        **_plain(table, "name acronym native position"), positions=texts_of(table, "positions")
    )


def _logistics(table: Table) -> Logistics:
    return Logistics(**_plain(table, "arrives departs travel lodging diet"))


def _person(table: Table) -> Person:
    name = dict(table["name"])
    order = NameOrder(name.pop("order", NameOrder.FAMILY_FIRST))
    return Person(
        id=PersonId(table["id"]),
        name=Name(order=order, **name),
        gender=maybe(Gender, table.get("gender")),
        languages=tuple(table.get("languages", ())),
        **_plain(table, "email phone"),
    )


def _item(table: Table, dialogue: DialogueId) -> AgendaItem:
    return AgendaItem(
        id=ItemId(table["id"]),
        dialogue=dialogue,
        kind=ItemKind(table["kind"]),
        titles=texts(table["titles"]),
        places=texts_of(table, "places"),
        anchor=minutes_of(table.get("anchor")),
        terms=Terms(table.get("terms", Terms.RULE)),
        topic=maybe(TopicId, table.get("topic")),
        questions=tuple(_question(t) for t in table.get("questions", ())),
        recommendations=tuple(map(RecommendationId, table.get("recommendations", ()))),
        **_plain(table, "day minutes lane"),
    )


def _as_held(item: AgendaItem, table: Table) -> AgendaItem:
    held = table.get("held", {})
    began, took = minutes_of(held.get("began")), held.get("minutes")
    return replace(item, began=began, actual_minutes=took)


def _question(table: Table) -> Question:
    return Question(id=QuestionId(table["id"]), texts=texts(table))


def _attendances(table: Table, participations: tuple[Participation, ...]) -> Iterator[Attendance]:
    """Yield who attends an item: those named, those of a delegation named, or "all"."""
    attends = set(table.get("attends", ()))
    roles = {Role(role): names for role, names in table.get("roles", {}).items()}
    silent = table.get("silent", ())
    _refuse_strangers(attends.union(silent, *roles.values()), participations)
    for who in participations:
        if attends & {"all", who.delegation, who.id}:
            held = frozenset(role for role, names in roles.items() if who.id in names)
            item = table["id"]
            quiet = who.id in silent
            yield Attendance(participation=who.id, item=item, roles=held, silent=quiet)


def _refuse_strangers(names: set[str], participations: tuple[Participation, ...]) -> None:
    known = {"all", *(p.id for p in participations), *(p.delegation for p in participations)}
    if strangers := names - known:
        raise ValueError(f"{', '.join(sorted(strangers))} is not among the participants")


def _note(table: Table, terms: Terms) -> Note:
    return Note(
        id=NoteId(table["id"]),
        item=ItemId(table["item"]),
        kind=NoteKind(table["kind"]),
        question=maybe(QuestionId, table.get("question")),
        attribution=_attribution(table.get("attribution")),
        recommendation=maybe(RecommendationId, table.get("recommendation")),
        terms=Terms(table.get("terms", terms)),
        **_plain(table, "text language private aside"),
    )


def _attribution(table: Table | None) -> Attribution | None:
    if table is None:
        return None
    return Attribution(
        count=Count(table.get("count", Count.ONE)),
        sector=maybe(Sector, table.get("sector")),
        broad=maybe(BroadSector, table.get("broad")),
        **_plain(table, "delegation region"),
    )


def _finding(table: Table, dialogue: DialogueId) -> Finding:
    return Finding(
        id=FindingId(table["id"]),
        dialogue=dialogue,
        column=Column(table["column"]),
        texts=texts(table),
        support=maybe(Support, table.get("support")),
        notes=tuple(NoteId(n) for n in table.get("notes", ())),
        recommendation=maybe(RecommendationId, table.get("recommendation")),
        **_plain(table, "theme"),
    )


def _proposal(table: Table, dialogue: DialogueId) -> Proposal:
    return Proposal(
        id=ProposalId(table["id"]),
        dialogue=dialogue,
        texts=texts(table["texts"]),
        addressees=texts_of(table, "addressees"),
        horizons=texts_of(table, "horizons"),
        instruments=texts_of(table, "instruments"),
        relation=maybe(Relation, table.get("relation")),
        recommendation=maybe(RecommendationId, table.get("recommendation")),
    )


def _follow_up(table: Table, dialogue: DialogueId) -> FollowUp:
    return FollowUp(
        id=FollowUpId(table["id"]),
        dialogue=dialogue,
        texts=texts(table),
        **_plain(table, "owner due done"),
    )


def _statement(table: Table, dialogue: DialogueId) -> Statement:
    return Statement(
        id=StatementId(table["id"]),
        dialogue=dialogue,
        participation=ParticipationId(table["participation"]),
        kind=StatementKind(table["kind"]),
        texts=texts(table),
        item=maybe(ItemId, table.get("item")),
        scope=Scope(table.get("scope", "report")),
        **_plain(table, "consented_on withdrawn_on"),
    )
