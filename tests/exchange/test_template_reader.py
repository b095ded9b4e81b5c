from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from dialogueprep.domain.checks import Plan, checks
from dialogueprep.domain.dialogue import DialogueId, ItemKind, Terms
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.domain.timetable import Timetable, starts
from dialogueprep.exchange.template_reader import read_template, read_templates
from dialogueprep.exchange.template_writer import write_template


def timetable_of(template: AgendaTemplate) -> Timetable:
    numbers = count()
    return starts(template.items_for(DialogueId("d"), lambda: f"item-{next(numbers)}"))


def test_the_four_usual_forms_are_shipped() -> None:
    assert [(t.id, t.days) for t in read_templates()] == [
        ("half-day-round-table", 1),
        ("track-one-and-a-half", 2),
        ("two-days-with-groups", 2),
        ("online-two-half-days", 2),
    ]


@pytest.mark.parametrize("template", read_templates(), ids=lambda t: t.id)
def test_a_template_fits_opens_on_the_record_and_has_four_languages(
    template: AgendaTemplate,
) -> None:
    timetable = timetable_of(template)
    assert timetable.overlaps == ()
    codes = {c.code for c in checks(Plan(timetable))}
    assert codes <= {"breakout-lacks-rapporteur"}
    opening = next(i for i in template.items if i.kind is ItemKind.OPENING)
    assert opening.terms is Terms.ON_RECORD
    texts = [template.titles, template.summaries, *(i.titles for i in template.items)]
    assert all({e.language for e in t.entries} == set(LANGUAGES) for t in texts)


def test_track_one_and_a_half_has_an_anchored_opening_dinner() -> None:
    template = next(t for t in read_templates() if t.id == "track-one-and-a-half")
    dinner = next(i for i in template.items if i.titles.get("en") == "Opening dinner")
    assert (dinner.day, dinner.anchor) == (0, 18 * 60 + 30)


def test_groups_begin_together() -> None:
    template = next(t for t in read_templates() if t.id == "two-days-with-groups")
    groups = [s for s in timetable_of(template).slots if s.item.kind is ItemKind.BREAKOUT]
    assert len({s.start for s in groups}) == 1
    assert {s.lane for s in groups} == {1, 2}


def test_a_title_without_words_is_a_trouble(tmp_path: Path) -> None:
    item = '[[items]]\nkind = "meal"\ntitle = "feast"\nday = 0\nminutes = 60\n'
    text = 'titles = { en = "A" }\nsummaries = { en = "B" }\n[words]\n' + item
    (tmp_path / "broken.toml").write_text(text, "utf-8")
    with pytest.raises(Trouble) as caught:
        read_templates(tmp_path)
    assert caught.value.facts == {"file": "broken.toml", "reason": "feast is missing"}


@pytest.mark.parametrize("template", read_templates(), ids=lambda t: t.id)
def test_a_template_ends_within_its_hours_and_asks_what_comes_next(
    template: AgendaTemplate,
) -> None:
    items = template.items_for(DialogueId("d"), lambda: "")
    found = starts(items, template.hours)
    assert {h.number for h in template.hours} == set(range(template.days))
    assert not found.overlaps
    for hours in template.hours:
        slots = [s for s in found.slots if s.day == hours.number]
        assert hours.ends is None or max(s.end for s in slots) <= hours.ends
        assert any(s.item.kind is ItemKind.BREAK for s in slots)
    last = [i for i in template.items if i.kind is ItemKind.NEXT_STEPS]
    assert last[0].questions
    assert all({e.language for e in q.entries} == set(LANGUAGES) for q in last[0].questions)


@pytest.mark.parametrize("template", read_templates(), ids=lambda t: t.id)
def test_a_template_that_goes_out_as_a_file_comes_back_the_same(
    template: AgendaTemplate, tmp_path: Path
) -> None:
    write_template(tmp_path / "mine.toml", template)
    assert read_template(tmp_path / "mine.toml") == replace(template, id="")


@pytest.mark.parametrize(
    "text",
    [
        "titles = 3",
        "items = []\ntitles = { en = 'A' }",
        'titles = { en = "A" }\n[[items]]\nkind = "feast"\ntitle = { en = "B" }\nday=0\nminutes=9',
        'titles = { en = "A" }\n[[items]]\nkind = "meal"\ntitle = { en = "B" }\nday=0\nminutes=-9',
        'titles = { en = "A" }\n[[items]]\nkind = "meal"\ntitle = { en = "B" }\nday=99\nminutes=9',
        'titles = { en = "A" }\n[[items]]\nkind = "meal"\ntitle = { xx = "B" }\nday=0\nminutes=9',
        "\x00",
    ],
)
def test_a_file_that_is_no_template_is_a_trouble_in_words(text: str, tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(text, "utf-8")
    with pytest.raises(Trouble, match="template-unreadable"):
        read_template(tmp_path / "odd.toml")
