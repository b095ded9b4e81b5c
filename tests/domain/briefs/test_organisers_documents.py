"""Run sheet and secretariat record: what they tell the organisers, and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from built_material import ATTENDANCES, DIALOGUE, ITEMS, MATERIAL, PEOPLE, ROUND, item, text_of

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Facts,
    Heading,
    Named,
    Paragraph,
    Product,
    Table,
    Why,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS, compose
from dialogueprep.domain.briefs.inside import Filed, Inside
from dialogueprep.domain.briefs.late_cuts import LATE, stretches, ways_out
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.dialogue import AgendaItem, DayHours, ItemKind, Terms
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.gate import Roster, check
from dialogueprep.domain.library import TopicId
from dialogueprep.domain.people import (
    Attendance,
    Capacity,
    ParticipationId,
    Role,
    Standing,
)
from dialogueprep.domain.published import PublicKind, Published, PublishedId
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.lexicon_reader import read_lexicon


def sheet(material: Material) -> Brief:
    return compose(Product.RUN_SHEET, material, "en")


def record(material: Material) -> Brief:
    return compose(Product.SECRETARIAT_RECORD, material, "en")


def with_items(*items: AgendaItem, hours: tuple[DayHours, ...] = ()) -> Material:
    """Return the material with this agenda and these hours of its days."""
    dialogue = replace(DIALOGUE, hours=hours)
    return replace(MATERIAL, dialogue=dialogue, slots=starts(items, hours).slots)


def rows_with(brief: Brief, head: str) -> list[list[str]]:
    """Return the rows of the tables that have a column of this name, as text."""
    tables = [b for b in brief.blocks if isinstance(b, Table)]
    found = [t for t in tables if head in [plain(cell) for cell in t.head]]
    return [[plain(cell) for cell in row] for table in found for row in table.rows]


def headings(brief: Brief) -> list[str]:
    found = [b for b in brief.blocks if isinstance(b, Heading)]
    return [f"{b.number} {plain(b.line)}" for b in found if b.level == 1]


def named(brief: Brief) -> list[Named]:
    lines = [line for block in brief.blocks for line in lines_of(block)]
    return [run for line in lines for run in line if isinstance(run, Named)]


PORTS, TEA, CARE, DATA, GOODS = ITEMS


def test_what_is_inside_is_taken_away_before_a_document_for_others_is_composed(monkeypatch):
    inside = Inside(sensitivity={TopicId("t"): 5}, decided={("name", "kept"): 2})
    seen: list[tuple[Product, Inside]] = []
    for product, kind in PRODUCTS.items():

        def spy(material, language, audience, product=product, kind=kind):
            seen.append((product, material.inside))
            return kind.compose(material, language, audience)

        monkeypatch.setitem(PRODUCTS, product, replace(kind, compose=spy))  # type: ignore[arg-type]
    for product in (Product.PROGRAMME, Product.CONCEPT_NOTE, Product.RUN_SHEET):
        compose(product, replace(MATERIAL, inside=inside), "en")
    assert seen == [
        (Product.PROGRAMME, Inside()), (Product.CONCEPT_NOTE, Inside()),
        (Product.RUN_SHEET, inside),
    ]  # fmt: skip


def test_the_interpreters_stand_with_the_languages_they_speak():
    speaks = replace(PEOPLE[7], person=replace(PEOPLE[7].person, languages=("ko", "en", "fr")))
    booth = Attendance(participation=speaks.id, item="ports", roles=frozenset({Role.INTERPRETER}))
    material = replace(
        MATERIAL, participations=(*PEOPLE[:7], speaks), attendances=(*ATTENDANCES, booth)
    )
    facts = next(b for b in sheet(material).blocks if isinstance(b, Facts))
    assert plain(facts.rows[-1][1]) == "TAK Ye-rin (English, Korean)"


# the run sheet ----------------------------------------------------------------------------------


def test_a_run_sheet_is_in_the_order_of_what_is_done():
    assert headings(sheet(MATERIAL)) == [
        "1 Before the first item",
        "2 Day 1: Thursday 12 November 2026",
        "3 Day 2: Friday 13 November 2026",
        "4 If a day runs late",
        "5 Duties and contacts",
    ]


def test_everybody_with_a_role_is_named_also_who_is_not_listed():
    entry = rows_with(sheet(MATERIAL), "Cues")[0][1].split("\n")
    assert entry == [
        "Session 1. Ports in storms",
        "● Chatham House Rule",
        "Moderator: REN Haoyu (China)",
        "Presenters: OCHI Rin (Japan) and BOK Do-yun (Republic of Korea)",
    ]


def test_the_predicted_end_stands_beside_when_the_day_must_end():
    dinner = replace(item("dinner", ItemKind.MEAL, "Dinner"), anchor=13 * 60)
    said = text_of(sheet(with_items(PORTS, TEA, dinner, hours=(DayHours(0, 540, 14 * 60),))))
    assert "Begins at 09:00, predicted end 14:00. It must end by 14:00." in said
    assert "Talk 60 min, of which discussion 60; breaks 60; meals 60; free 120." in said
    late = text_of(sheet(with_items(PORTS, TEA, dinner, hours=(DayHours(0, 540, 13 * 60),))))
    assert "It must end by 13:00: that is too late." in late


def cues(material: Material, row: int) -> list[str]:
    return rows_with(sheet(material), "Cues")[row][2].split("\n")


def test_free_time_and_what_runs_into_a_fixed_start_are_cues():
    free = replace(GOODS, day=0, anchor=11 * 60 + 30)
    assert "90 min free before it." in cues(with_items(PORTS, free), 1)
    tight = replace(GOODS, day=0, anchor=9 * 60 + 45)
    assert (
        cues(with_items(PORTS, tight), 0)[0] == "Too long by 15 min: Green goods begins at 09:45."
    )


def test_other_terms_another_room_and_a_sensitive_topic_are_cues():
    hall, annex = Texts.of(en="Hall"), Texts.of(en="Annex")
    first = replace(PORTS, places=hall)
    second = replace(
        GOODS, day=0, places=annex, terms=Terms.NO_QUOTATION, topic=TopicId("t"), stretch=150
    )
    material = replace(with_items(first, TEA, second), inside=Inside(sensitivity={TopicId("t"): 4}))
    assert cues(material, 2) == [
        "Other terms than before: say them first.",
        "Move to: Annex.",
        "Sensitivity 4 of 5: leave it its time.",
        "Consecutive interpretation: 60 of 90 min are for speaking.",
    ]
    assert cues(material, 0) == ["Card “10 minutes” at 09:50."]


def test_parallel_groups_are_not_told_to_move_from_one_to_the_other():
    two = replace(CARE, places=Texts.of(en="Room 2"))
    three = replace(DATA, places=Texts.of(en="Room 3"))
    material = with_items(replace(PORTS, places=Texts.of(en="Hall")), two, three)
    assert cues(material, 1) == ["Move to: Room 2."]
    assert cues(material, 2) == ["Move to: Room 3."]


def test_the_sheet_says_where_no_notes_are_taken():
    material = with_items(PORTS, replace(GOODS, day=0, terms=Terms.NO_NOTES))
    assert "No notes" in rows_with(sheet(material), "Cues")[1][1]
    assert "Nobody takes notes; the rapporteurs close their machines." in cues(material, 1)


def test_a_part_that_begins_late_is_won_back_before_its_fixed_end():
    lunch = replace(item("lunch", ItemKind.MEAL, "Lunch"), anchor=12 * 60)
    after = replace(GOODS, day=0)
    slots = starts((PORTS, TEA, replace(DATA, lane=0), lunch, after)).slots
    morning, afternoon = stretches(slots)
    assert (morning.until, afternoon.until) == (lunch, None)
    found = ways_out(morning, DayHours(0))
    assert found.need == LATE
    assert all(plan.suffices for plan in found.plans)
    for plan in found.plans:
        assert max(s.end for s in plan.rest if s.item.id != lunch.id) <= 12 * 60
    assert ways_out(afternoon, DayHours(0, 540, 14 * 60)).need == LATE


def test_a_day_that_was_held_is_still_cut_as_it_was_planned():
    held = replace(PORTS, began=500, actual_minutes=70, closed=True)
    lunch = replace(item("lunch", ItemKind.MEAL, "Lunch"), anchor=12 * 60)
    (once, _), (again, _) = (
        tuple(stretches(starts((first, TEA, replace(DATA, lane=0), lunch, GOODS)).slots))
        for first in (PORTS, held)
    )
    assert ways_out(once, DayHours(0)).need == ways_out(again, DayHours(0)).need == LATE


def test_what_can_be_cut_is_said_in_minutes():
    lunch = replace(item("lunch", ItemKind.MEAL, "Lunch"), anchor=12 * 60)
    material = with_items(PORTS, TEA, replace(DATA, lane=0), lunch)
    ((part, trimmed, breaks, aside),) = rows_with(sheet(material), "Set aside")
    assert part == "Thursday 12 November 2026\nfrom 09:00 until “Lunch”"
    assert trimmed == "Ports in storms: 60 → 50 min\nData for care: 60 → 50 min"
    assert breaks == "Tea: 60 → 40 min"
    assert aside == "Data for care (60 min)"


STAFF = replace(
    PEOPLE[3],
    capacity=Capacity.STAFF,
    person=replace(PEOPLE[3].person, email="ochi.rin@desk.example", phone="+81 1 2345"),
    affiliation=replace(PEOPLE[3].affiliation, position="Programme officer"),
)
ROLES = (
    *ATTENDANCES,
    Attendance(
        participation=ParticipationId("bi"), item="care", roles=frozenset({Role.RAPPORTEUR})
    ),
    Attendance(
        participation=ParticipationId("hida"), item="care", roles=frozenset({Role.DISCUSSANT})
    ),
)


def test_staff_and_those_who_lead_can_be_reached_and_nobody_else():
    people = (*PEOPLE[:3], STAFF, *PEOPLE[4:])
    brief = sheet(replace(MATERIAL, participations=people, attendances=ROLES))
    assert rows_with(brief, "E-mail") == [
        ["OCHI Rin", "Programme officer", "+81 1 2345", "ochi.rin@desk.example"]
    ]
    last = [b for b in brief.blocks if isinstance(b, Paragraph)][-1]
    assert plain(last.line) == (
        "No telephone number or e-mail address is known for BI Ruolan and REN Haoyu."
    )


def gate_of(material: Material) -> Roster:
    return Roster(
        participations=material.participations, attendance={}, k=3, lexicon=read_lexicon(),
        delegations={d.code: d.labels for d in material.dialogue.delegations},
        hosts=tuple(t.wording for h in material.dialogue.hosts for t in h.names.entries),
    )  # fmt: skip


def test_an_address_stands_in_a_run_sheet_only_and_only_if_it_is_that_of_the_person():
    people = (*PEOPLE[:3], STAFF, *PEOPLE[4:])
    material = replace(MATERIAL, participations=people)
    brief, roster = sheet(material), gate_of(material)
    assert [n.text for n in check(brief, roster, {}).named if n.why is Why.CONTACT] == [
        "ochi.rin@desk.example"
    ]
    programme = replace(brief, product=Product.PROGRAMME)
    with pytest.raises(Refused, match="name-not-in-this-product"):
        check(programme, roster, {})
    other = replace(STAFF, person=replace(STAFF.person, email="rin@home.example"))
    with pytest.raises(Refused, match="name-of-another"):
        check(
            brief, gate_of(replace(material, participations=(*people[:3], other, *people[4:]))), {}
        )


def test_the_sheet_tells_on_which_day_clocks_are_changed():
    changed = Inside(zones=((0, "UTC+2"), (1, "UTC+1")))
    day = DIALOGUE.day(1)
    blocks = sheet(replace(MATERIAL, inside=changed)).blocks
    said = [plain(value) for it in blocks if isinstance(it, Facts) for _, value in it.rows]
    assert f"Local times (UTC+2, UTC+1 from {day.day} {day:%b})" in said


# the record -------------------------------------------------------------------------------------


def test_a_record_keeps_what_was_held_beside_what_was_planned():
    held = replace(PORTS, began=545, actual_minutes=72)
    rows = rows_with(record(with_items(held, TEA)), "Planned")
    assert [row[:2] for row in rows] == [
        ["09:00–10:00", "began 09:05\n72 min of 60"],
        ["10:00–11:00", "–"],
    ]
    planned = Inside(planned={PORTS.id: (550, 600)})
    rows = rows_with(record(replace(with_items(held, TEA), inside=planned)), "Planned")
    assert rows[0][:2] == ["09:10–10:00", "began 09:05\n72 min of 50"]


def test_a_record_tells_that_the_end_of_an_item_was_not_noted():
    rows = rows_with(record(with_items(replace(PORTS, began=545), TEA)), "Planned")
    assert [row[1] for row in rows] == ["began 09:05\nend not noted", "–"]


def test_a_column_of_times_that_nobody_took_is_left_out():
    assert [len(row) for row in rows_with(record(MATERIAL), "Planned")] == [2] * 5


def test_of_an_item_without_notes_only_its_title_stands():
    material = with_items(replace(PORTS, terms=Terms.NO_NOTES), GOODS)
    rows = rows_with(record(material), "Planned")
    assert rows[0][1] == "Session 1. Ports in storms"
    assert "no notes" not in text_of(record(material)).casefold().replace("holds no notes", "")


def test_the_list_has_everybody_who_came_and_apart_who_did_not():
    away = replace(PEOPLE[0], standing=Standing.DECLINED)
    never = replace(PEOPLE[1], standing=Standing.LONG_LIST)
    brief = record(replace(MATERIAL, participations=(away, never, *PEOPLE[2:])))
    listed = [row[0] for row in rows_with(brief, "Standing")]
    assert "BOK Do-yun (복도윤)" in listed
    assert listed[-1] == "REN Haoyu (任昊宇)"
    assert not any("BI Ruolan" in name for name in listed)
    assert rows_with(brief, "Standing")[-1][2:] == ["Personal capacity", "Declined"]


def test_findings_stand_with_their_support_in_words():
    rows = rows_with(record(MATERIAL), "Support")
    assert [row[2:] for row in rows] == [
        ["Common ground", "Widely held"],
        ["Gaining ground", "Some held it"],
        ["Where views differed", "Several held it"],
        ["Open questions", "One view"],
    ]


IN_THREE = "English, Japanese and English/Chinese; Word and PDF"


def test_follow_ups_releases_and_decisions_are_kept_by_kind():
    on = date(2026, 11, 20)
    inside = Inside(
        follow_ups=(
            FollowUp(id=FollowUpId("u"), dialogue=ROUND, texts=Texts.of(en="Draft the notice."),
                     owner="Minami Institute", due=on, done=True),
        ),
        released=tuple(
            Filed(product="programme", audience="participants", language=language, format=format_,
                  number=2, on=on)
            for language in ("ja", "en-zh", "en") for format_ in ("pdf", "docx")
        ),
        decided={("name", "rewritten"): 3, ("affiliation", "kept"): 1, ("acronym", "kept"): 1},
        published=(
            Published(id=PublishedId("p"), dialogue=ROUND, kind=PublicKind.PHOTO, detail="with X",
                      place="the hosts’ page", on=on),
        ),
    )  # fmt: skip
    brief = record(replace(MATERIAL, inside=inside))
    assert rows_with(brief, "State") == [
        ["Draft the notice.", "Minami Institute", "20 November 2026", "Carried out"]
    ]
    assert rows_with(brief, "Version") == [
        ["Programme", "Participants", "2", "20 November 2026", IN_THREE]
    ]
    assert rows_with(brief, "Rewritten") == [
        ["A name", "3", "0"],
        ["An institution as a source", "0", "2"],
    ]
    assert rows_with(brief, "Since") == [["Photo", "the hosts’ page", "20 November 2026"]]
    assert "with X" not in text_of(brief)


def test_a_host_that_took_something_up_is_called_as_in_the_document():
    taken = FollowUp(
        id=FollowUpId("u"),
        dialogue=ROUND,
        texts=Texts.of(ja="起草する。"),
        owner="Minami Institute",
    )
    material = replace(MATERIAL, inside=Inside(follow_ups=(taken,)))
    brief = compose(Product.SECRETARIAT_RECORD, material, "ja")
    cells = [plain(c) for b in brief.blocks if isinstance(b, Table) for row in b.rows for c in row]
    assert "水波研究所" in cells
    assert "Minami Institute" not in cells


def test_a_record_says_on_each_page_that_it_is_restricted():
    assert plain(record(MATERIAL).classification) == "Restricted. For organisers only"


@pytest.mark.parametrize("product", [Product.RUN_SHEET, Product.SECRETARIAT_RECORD])
@pytest.mark.parametrize("audience", ["participants", "public"])
def test_nobody_else_gets_them(product, audience):
    from dialogueprep.domain.briefs.blocks import Audience

    with pytest.raises(Refused, match="product-not-for-audience"):
        compose(product, MATERIAL, "en", Audience(audience))
