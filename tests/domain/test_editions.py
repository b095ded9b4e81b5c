"""What is different between two editions of an agenda, and whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.changes import blocks, told
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.dialogue import ItemId, ItemKind, Terms
from dialogueprep.domain.editions import Difference, Edition, Entry, compare
from dialogueprep.domain.people import ParticipationId, Role
from dialogueprep.domain.texts import Texts

ANN, BO, CHO = (ParticipationId(each) for each in ("ann", "bo", "cho"))


def entry(name: str, start: int, minutes: int = 60, day: int = 0, **more: object) -> Entry:
    whole = {
        "id": ItemId(name), "kind": ItemKind.DISCUSSION, "titles": Texts.of(en=name),
        "day": day, "start": start, "end": start + minutes, "present": frozenset({ANN, BO}),
    }  # fmt: skip
    return Entry(**{**whole, **more})  # type: ignore[arg-type]


def edition(*entries: Entry, number: int = 1) -> Edition:
    return Edition(number=number, first_day=date(2026, 11, 12), entries=entries)


OLD = edition(entry("Ports", 540), entry("Rail", 600), entry("Air", 660), entry("Sea", 540, day=1))


def said(after: Edition, before: Edition = OLD) -> list[str]:
    names = {ANN: "Ann", BO: "Bo"}
    pen = Pen("en")
    lines = told(compare(before, after), pen, lambda who: pen.text(names.get(who, "")))
    return [f"{plain(t.title)}: {' '.join(plain(line) for line in t.said)}" for t in lines]


def test_nothing_is_different_between_an_edition_and_itself() -> None:
    assert compare(OLD, replace(OLD, number=2)).count == 0


def test_items_that_begin_as_much_later_are_one_change() -> None:
    longer = entry("Ports", 540, 70)
    after = edition(longer, entry("Rail", 610), entry("Air", 670), OLD.entries[3])
    comparison = compare(OLD, after)
    assert comparison.count == 2
    assert said(after) == [
        "Ports: 10 min longer, now 70 min.",
        "“Rail” to “Air”: 2 items begin 10 min later.",
    ]


def test_an_item_that_goes_past_others_moved_and_they_did_not() -> None:
    after = edition(entry("Air", 540), entry("Ports", 600), entry("Rail", 660), OLD.entries[3])
    changes = {c.entry.id: c.what for c in compare(OLD, after).changes}
    assert changes == {
        "Air": (Difference.MOVED,),
        "Ports": (Difference.SHIFTED,),
        "Rail": (Difference.SHIFTED,),
    }


def test_changes_are_told_in_words() -> None:
    after = edition(
        entry("Ports", 540, titles=Texts.of(en="Harbours"), terms=Terms.NO_NOTES),
        entry("Rail", 600, day=1, roles=frozenset({(Role.MODERATOR, ANN), (Role.PRESENTER, CHO)})),
        entry("New one", 660),
        replace(OLD.entries[3], places=Texts.of(en="Hall"), questions=(Texts.of(en="Why?"),)),
    )
    assert said(after) == [
        "Harbours: Renamed; it was “Ports”. Terms: No notes; they were: Chatham House Rule.",
        "New one: New.",
        "Air: Taken out; it was on Thursday 12 November 2026, 11:00–12:00.",
        "Sea: Room: Hall. New question: Why?",
        "Rail: Moved; it was on Thursday 12 November 2026, 10:00–11:00. Moderator: now Ann. "
        "Roles of people who are not named here are different.",
    ]  # fmt: skip


def test_a_meeting_on_other_days_is_one_change_that_concerns_everybody() -> None:
    comparison = compare(OLD, replace(OLD, first_day=date(2026, 11, 19)))
    assert comparison.count == 1
    assert {a.participation for a in comparison.affected} == {ANN, BO}
    assert "now begins on 19 November 2026" in plain(
        blocks(comparison, Pen("en"), lambda _: ())[1].line
    )  # type: ignore[union-attr]


def test_other_roles_concern_those_who_gain_or_lose_one() -> None:
    before = edition(entry("Ports", 540, roles=frozenset({(Role.CHAIR, ANN), (Role.CHAIR, BO)})))
    after = edition(entry("Ports", 540, roles=frozenset({(Role.CHAIR, ANN), (Role.CHAIR, CHO)})))
    assert {a.participation for a in compare(before, after).affected} == {BO, CHO}


def test_another_time_concerns_everybody_who_is_there() -> None:
    after = edition(*OLD.entries[:3], entry("Sea", 550, day=1))
    assert {a.participation for a in compare(OLD, after).affected} == {ANN, BO}


@given(st.permutations(range(6)), st.lists(st.integers(5, 120), min_size=6, max_size=6))
@settings(deadline=None, max_examples=60)
def test_each_item_that_is_elsewhere_is_told_once(order: list[int], lengths: list[int]) -> None:
    def of(numbers: list[int]) -> Edition:
        at, entries = 540, list[Entry]()
        for n in numbers:
            entries.append(entry(f"item {n}", at, lengths[n]))
            at += lengths[n]
        return edition(*entries)

    before, after = of(list(range(6))), of(list(order))
    found = compare(before, after)
    changed = {c.entry.id for c in found.changes}
    elsewhere = {
        e.id for e in after.entries if (old := before.entry(e.id)) and old.start != e.start
    }
    moved = {c.entry.id for c in found.changes if Difference.MOVED in c.what}
    assert elsewhere <= changed <= elsewhere | moved
    assert sum(len(g) for g in found.groups) == len(changed)
    assert bool(moved) == (list(order) != sorted(order))


def test_a_document_does_not_mention_that_an_item_goes_without_notes() -> None:
    silent = entry("Ports", 540, terms=Terms.NO_NOTES)
    after = edition(silent, *OLD.entries[1:])
    assert said(after) == ["Ports: Terms: No notes; they were: Chatham House Rule."]
    assert blocks(compare(OLD, after), Pen("en"), lambda _: ()) == ()
    renamed = replace(silent, titles=Texts.of(en="Harbours"))
    outside = told(
        compare(OLD, edition(renamed, *OLD.entries[1:])), Pen("en"), lambda _: (), inside=False
    )
    assert [plain(line) for each in outside for line in each.said] == ["Renamed; it was “Ports”."]
