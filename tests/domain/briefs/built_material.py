"""A small invented dialogue, built in code, from which the tests compose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dialogueprep.domain.briefs.blocks import Brief, Line, lines_of, plain
from dialogueprep.domain.briefs.material import Material, Version
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
    Question,
    QuestionId,
    Series,
    SeriesId,
    Terms,
)
from dialogueprep.domain.notes import (
    Column,
    Finding,
    FindingId,
    NoteId,
    Proposal,
    ProposalId,
    Support,
)
from dialogueprep.domain.people import (
    Affiliation,
    Attendance,
    Capacity,
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts

ROUND = DialogueId("round")

DIALOGUE = Dialogue(
    id=ROUND,
    names=Texts.of(en="Round 2, Otaru", zh="第二轮，小樽", ja="第2回、小樽", ko="제2차, 오타루"),
    titles=Texts.of(en="Ports and care", zh="港口与照护", ja="港湾と介護", ko="항만과 돌봄"),
    place=Texts.of(en="Otaru", zh="小樽", ja="小樽", ko="오타루"),
    first_day=date(2026, 11, 12),
    days=2,
    round=2,
    hosts=(
        Host(
            id=HostId("h1"), names=Texts.of(ja="水波研究所", en="Minami Institute", zh="水波研究所")
        ),
        Host(id=HostId("h2"), names=Texts.of(zh="远帆研究院", en="Yuanfan Institute")),
    ),
    delegations=(
        Delegation(
            id=DelegationId("cn"),
            code="CN",
            labels=Texts.of(en="China", zh="中国", ja="中国", ko="중국"),
        ),
        Delegation(
            id=DelegationId("jp"),
            code="JP",
            labels=Texts.of(en="Japan", zh="日本", ja="日本", ko="일본"),
        ),
        Delegation(
            id=DelegationId("kr"),
            code="KR",
            labels=Texts.of(en="Republic of Korea", zh="韩国", ja="韓国", ko="한국"),
        ),
    ),
    contexts=Texts.of(en="The round followed a stormy year.", ja="嵐の多い年の後に開かれた。"),
    next_steps=Texts.of(en="A study group meets.\nThe next round follows."),
    press_lines=Texts.of(en="The Harbour Dialogue met.\nIt meets again.", zh="港湾对话举行。"),
    chairs_openings=Texts.of(en="The round kept to practical matters."),
    debriefs=Texts.of(en="The questions came early.\nTea came late."),
)
SERIES = Series(
    id=SeriesId("s"),
    names=Texts.of(en="Harbour Dialogue", zh="港湾对话", ja="港対話", ko="항구 대화"),
)


def person(
    key: str,
    name: Name,
    delegation: str,
    sector: Sector = Sector.ACADEMIA,
    *,
    capacity: Capacity = Capacity.PERSONAL,
    listed: bool = True,
) -> Participation:
    """Return a participation; its affiliation is an invented university."""
    return Participation(
        id=ParticipationId(key),
        person=Person(id=PersonId(f"p-{key}"), name=name),
        delegation=delegation,
        sector=sector,
        capacity=capacity,
        listed_for_participants=listed,
        affiliation=Affiliation(name=f"University of {key}", position="Professor"),
    )


PEOPLE = (
    person("ren", Name(family="Ren", given="Haoyu", native="任昊宇"), "CN"),
    person("bi", Name(family="Bi", given="Ruolan", native="毕若兰"), "CN"),
    person("xue", Name(family="Xue", given="Jiahe", native="薛嘉禾"), "CN", Sector.GOVERNMENT),
    person("ochi", Name(family="Ochi", given="Rin", native="越智凛", reading="おち りん"), "JP"),
    person("hida", Name(family="Hida", given="Sota", native="飛田颯太", reading="ひだ"), "JP"),
    person(
        "goto",
        Name(family="Goto", given="Mio", native="後藤澪", reading="ごとう みお"),
        "JP",
        Sector.DIPLOMACY,
    ),
    person("maeng", Name(family="Maeng", given="Si-u", native="맹시우"), "KR"),
    person("tak", Name(family="Tak", given="Ye-rin", native="탁예린"), "KR", Sector.LEGISLATURE),
    person("bok", Name(family="Bok", given="Do-yun", native="복도윤"), "KR", listed=False),
)


def item(key: str, kind: ItemKind, title: str, *, day: int = 0, lane: int = 0) -> AgendaItem:
    """Return an item of an hour under the Rule with one question."""
    return AgendaItem(
        id=ItemId(key),
        dialogue=ROUND,
        kind=kind,
        titles=Texts.of(en=title, zh=f"{key}议题", ja=f"{key}の議題", ko=f"{key} 의제"),
        day=day,
        minutes=60,
        lane=lane,
        questions=(Question(id=QuestionId(f"q-{key}"), texts=Texts.of(en=f"What of {key}?")),),
    )


ITEMS = (
    item("ports", ItemKind.DISCUSSION, "Ports in storms"),
    replace(item("tea", ItemKind.BREAK, "Tea"), questions=()),
    item("care", ItemKind.BREAKOUT, "Care across borders", lane=1),
    item("data", ItemKind.BREAKOUT, "Data for care", lane=2),
    item("goods", ItemKind.DISCUSSION, "Green goods", day=1),
)


def finding(key: str, column: Column, support: Support, **texts: str) -> Finding:
    """Return a finding that two notes stand behind."""
    return Finding(
        id=FindingId(key),
        dialogue=ROUND,
        column=column,
        support=support,
        texts=Texts.of(**texts),
        notes=(NoteId("note-one"), NoteId("note-two")),
    )


FINDINGS = (
    finding(
        "f1",
        Column.CONVERGENT,
        Support.WIDELY_HELD,
        en="Ports should warn early.",
        ja="早く知らせる。",
    ),
    finding("f2", Column.EMERGING, Support.SOME, en="Some participants saw a place for cities."),
    finding("f3", Column.DIVERGENT, Support.SEVERAL, en="Whether data travel with care."),
    finding("f4", Column.UNRESOLVED, Support.ONE_VIEW, en="Who pays."),
)
PROPOSALS = (
    Proposal(
        id=ProposalId("r1"),
        dialogue=ROUND,
        texts=Texts.of(en="Adopt one notice."),
        addressees=Texts.of(en="Port authorities"),
        horizons=Texts.of(en="By spring 2027"),
    ),
)
ATTENDANCES = (
    Attendance(
        participation=ParticipationId("ren"), item="ports", roles=frozenset({Role.MODERATOR})
    ),
    Attendance(
        participation=ParticipationId("ochi"), item="ports", roles=frozenset({Role.PRESENTER})
    ),
    Attendance(
        participation=ParticipationId("bok"), item="ports", roles=frozenset({Role.PRESENTER})
    ),
    Attendance(participation=ParticipationId("hida"), item="ports"),
)

MATERIAL = Material(
    dialogue=DIALOGUE,
    series=SERIES,
    slots=starts(ITEMS).slots,
    participations=PEOPLE,
    attendances=ATTENDANCES,
    findings=FINDINGS,
    proposals=PROPOSALS,
    version=Version(2, date(2026, 11, 20), replaces=1),
)


def with_terms(terms: Terms, *keys: str) -> Material:
    """Return the material with these terms at the items with these ids."""
    items = [replace(i, terms=terms) if i.id in keys else i for i in ITEMS]
    return replace(MATERIAL, slots=starts(items).slots)


def with_people(people: Iterable[Participation]) -> Material:
    """Return the material with these participations."""
    return replace(MATERIAL, participations=tuple(people))


def all_lines(brief: Brief) -> list[Line]:
    """Return every line of a brief, those of its pages' head and foot included."""
    inside = [line for block in brief.blocks for line in lines_of(block)]
    return [brief.classification, brief.version, brief.footer, *inside]


def text_of(brief: Brief) -> str:
    """Return all that a reader reads in a brief, a line each."""
    return "\n".join([brief.title, *(plain(line) for line in all_lines(brief))])
