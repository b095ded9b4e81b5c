"""The sample dialogue keeps the rules of the field that the program asks of its users."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import chain, combinations

import pytest

from dialogueprep import paths
from dialogueprep.domain.checks import Plan, checks
from dialogueprep.domain.dialogue import ItemId, ItemKind, Terms
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.notes import Attribution, Column, NoteKind
from dialogueprep.domain.people import Attendee, Capacity, Gender, Role, Sector
from dialogueprep.domain.texts import LANGUAGES, Texts, language_of
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.sample_reader import SampleDialogue, read_sample

NOT_SPEAKING = {Role.CHAIR, Role.MODERATOR, Role.RAPPORTEUR, Role.INTERPRETER, Role.STAFF}


@pytest.fixture(scope="module")
def sample() -> SampleDialogue:
    return read_sample(paths.data() / "sample")


@pytest.fixture(scope="module")
def seated(sample: SampleDialogue) -> dict[ItemId, tuple[Attendee, ...]]:
    who = {p.id: p for p in sample.participations}
    there: dict[ItemId, list[Attendee]] = {i.id: [] for i in sample.items}
    for a in sample.attendances:
        attendee = Attendee(who=who[a.participation], roles=a.roles, silent=a.silent)
        there[ItemId(a.item)].append(attendee)
    return {item: tuple(found) for item, found in there.items()}


@pytest.fixture(scope="module")
def sensitivity() -> dict[TopicId, int]:
    files = sorted((paths.data() / "library" / "topics").glob("*.toml"))
    topics = chain.from_iterable(tomllib.loads(f.read_text("utf-8"))["topic"] for f in files)
    return {TopicId(t["id"]): t["sensitivity"]["value"] for t in topics}


def likely_speakers(attendees: tuple[Attendee, ...]) -> list[Attendee]:
    """Count as the practice asks, apart from the program's own counting."""
    return [
        a
        for a in attendees
        if not a.silent and not a.roles & NOT_SPEAKING and a.who.capacity is not Capacity.STAFF
    ]


def k(attribution: Attribution, attendees: tuple[Attendee, ...]) -> int:
    asked = {
        "delegation": attribution.delegation,
        "region": attribution.region,
        "sector": attribution.sector,
    }
    fitting = [
        a
        for a in likely_speakers(attendees)
        if all(v is None or getattr(a.who, key) == v for key, v in asked.items())
        and attribution.broad in (None, a.who.sector and a.who.sector.broad)
    ]
    return len(fitting)


def all_texts(value: object) -> Iterator[Texts]:
    if isinstance(value, Texts):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(all_texts(v) for v in value)
    elif is_dataclass(value):
        yield from chain.from_iterable(all_texts(getattr(value, f.name)) for f in fields(value))


def test_it_has_the_size_of_a_real_round(sample: SampleDialogue) -> None:
    delegations = Counter(p.delegation for p in sample.participations)
    assert delegations == {"CN": 5, "JP": 6, "KR": 6, "ASEAN": 4, "OBS": 1, "SEC": 3}
    assert len(sample.dialogue.hosts) == 3
    assert len(sample.notes) == 47
    assert len(sample.findings) == 11
    assert len(sample.proposals) == 5
    assert {f.column for f in sample.findings} == set(Column)
    assert {n.kind for n in sample.notes} == set(NoteKind)
    assert {n.language for n in sample.notes} == set(LANGUAGES)


def test_its_people_are_mixed(sample: SampleDialogue) -> None:
    at_table = [p for p in sample.participations if p.capacity is Capacity.PERSONAL]
    sectors = {p.sector for p in at_table}
    assert sectors == set(Sector) - {Sector.MILITARY, Sector.LEGISLATURE}
    women = sum(p.person.gender is Gender.WOMAN for p in at_table)
    assert 0.4 <= women / len(at_table) <= 0.6
    assert sum(not p.listed_for_participants for p in sample.participations) == 2
    assert all(p.territory for p in sample.participations if p.delegation == "ASEAN")
    japanese = [p.person.name for p in sample.participations if p.delegation == "JP"]
    assert all(n.native and n.reading for n in japanese)


def test_every_text_stands_in_four_languages(sample: SampleDialogue) -> None:
    values = (sample.series, sample.dialogue, sample.items, sample.findings)
    found = list(all_texts((*values, sample.proposals, sample.statements)))
    filled = [t for t in found if t]
    assert len(filled) > 90
    assert [t for t in filled if {e.language for e in t.entries} != set(LANGUAGES)] == []
    wrong = [
        e for t in filled for e in t.entries if language_of(e.wording, e.language) != e.language
    ]
    assert {e.wording for e in wrong} <= {"ASEAN"}


def test_notes_are_in_the_language_that_they_claim(sample: SampleDialogue) -> None:
    assert all(language_of(n.text, n.language) == n.language for n in sample.notes)


def test_all_references_lead_somewhere(
    sample: SampleDialogue, sensitivity: dict[TopicId, int]
) -> None:
    questions = {i.id: {q.id for q in i.questions} for i in sample.items}
    assert all(n.question is None or n.question in questions[n.item] for n in sample.notes)
    notes = {n.id for n in sample.notes}
    assert all(set(f.notes) <= notes and f.notes for f in sample.findings)
    assert len(notes) == len(sample.notes)
    codes = {d.code for d in sample.dialogue.delegations}
    assert {p.delegation for p in sample.participations} == codes
    topics = {i.topic for i in sample.items if i.topic}
    assert topics <= sensitivity.keys()
    assert max(sensitivity[t] for t in topics) == sample.dialogue.ceiling == 3


def test_what_is_on_the_table_stands_in_the_library_within_the_ceiling(
    sample: SampleDialogue,
) -> None:
    files = sorted((paths.data() / "library" / "recommendations").glob("*.toml"))
    found = chain.from_iterable(
        tomllib.loads(f.read_text("utf-8"))["recommendation"] for f in files
    )
    library = {r["id"]: r for r in found}
    for item in sample.items:
        assert all(library[r]["topic"] == item.topic for r in item.recommendations)
    named = {r for i in sample.items for r in i.recommendations}
    assert max(library[r]["sensitivity"]["value"] for r in named) == sample.dialogue.ceiling
    linked = (*sample.notes, *sample.findings, *sample.proposals)
    assert {v.recommendation for v in linked if v.recommendation} <= named


def test_every_attribution_holds(
    sample: SampleDialogue, seated: dict[ItemId, tuple[Attendee, ...]]
) -> None:
    attributed = [(n, n.attribution) for n in sample.notes if n.attribution]
    assert len(attributed) > 30
    for note, attribution in attributed:
        assert k(attribution, seated[note.item]) >= sample.dialogue.k, note.id
    strict = [a for n, a in attributed if n.terms is Terms.NO_QUOTATION]
    assert all(a.delegation is None for a in strict)


def test_in_plenary_a_delegation_holds_and_business_within_it_does_not(
    sample: SampleDialogue, seated: dict[ItemId, tuple[Attendee, ...]]
) -> None:
    plenary = [i for i in sample.items if i.kind is ItemKind.DISCUSSION]
    for item in plenary:
        assert k(Attribution(delegation="JP"), seated[item.id]) >= 3
        assert k(Attribution(delegation="JP", sector=Sector.BUSINESS), seated[item.id]) < 3


def test_in_every_item_enough_are_present_for_descriptors(
    sample: SampleDialogue, seated: dict[ItemId, tuple[Attendee, ...]]
) -> None:
    with_notes = {n.item for n in sample.notes}
    assert all(len(likely_speakers(seated[item])) >= 8 for item in with_notes)


def test_nothing_is_noted_where_nothing_may_be(sample: SampleDialogue) -> None:
    silent = {i.id for i in sample.items if i.terms is Terms.NO_NOTES or not i.kind.has_terms}
    assert len(silent) > 1
    assert not silent & {n.item for n in sample.notes}


def test_its_agenda_fits_and_stands_every_check(
    sample: SampleDialogue,
    seated: dict[ItemId, tuple[Attendee, ...]],
    sensitivity: dict[TopicId, int],
) -> None:
    timetable = starts(sample.items)
    assert timetable.overlaps == ()
    assert checks(Plan(timetable, seated, sensitivity)) == ()
    lunch = timetable.slot(ItemId("lunch"))
    assert lunch is not None
    assert (lunch.start, lunch.item.anchor) == (750, 750)


def test_nobody_sits_in_two_groups_and_everybody_in_one(
    seated: dict[ItemId, tuple[Attendee, ...]],
) -> None:
    groups = [{a.who.id for a in seated[ItemId(g)]} for g in ("ports", "stockpiles")]
    assert all(not one & other for one, other in combinations(groups, 2))
    assert set.union(*groups) == {a.who.id for a in seated[ItemId("opening")]}


def test_no_name_or_institution_stands_in_its_texts(sample: SampleDialogue) -> None:
    words = [n.text for n in sample.notes]
    findings = all_texts((sample.findings, sample.proposals, sample.items))
    words += [e.wording for t in findings for e in t.entries]
    words += [
        e.wording for t in (sample.dialogue.contexts, sample.dialogue.next_steps) for e in t.entries
    ]
    whole = "\n".join(words)
    for who in sample.participations:
        name, house = who.person.name, who.affiliation
        for form in (name.family, *name.given.split(), house.name, house.acronym):
            assert not form or not re.search(rf"\b{re.escape(form)}\b", whole, re.I), form
        for native in (name.native, house.native):
            assert not native or native not in whole, native
