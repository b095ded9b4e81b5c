"""The concept note: what the user wrote, and what the agenda and the list say by themselves."""

from __future__ import annotations

from dataclasses import replace

from built_material import (
    ATTENDANCES,
    DIALOGUE,
    ITEMS,
    MATERIAL,
    text_of,
    with_people,
    with_terms,
)

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Bullets,
    Facts,
    Heading,
    Named,
    Product,
    Run,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.people import Attendance, ParticipationId, Role
from dialogueprep.domain.texts import LANGUAGES, Texts
from dialogueprep.domain.timetable import starts

WRITTEN = replace(
    DIALOGUE,
    backgrounds=Texts.of(en="Storms do not wait."),
    objectives=Texts.of(en="Compare needs.\nIdentify steps."),
    outputs=Texts.of(en="A meeting brief for the participants."),
    practicalities=Texts.of(en="The hall is on the first floor.\nTravel is paid by all."),
)
WHOLE = replace(MATERIAL, dialogue=WRITTEN)


def note(material: Material) -> Brief:
    return compose(Product.CONCEPT_NOTE, material, "en")


def under(brief: Brief, heading: str) -> list[str]:
    """Return the lines under a heading of level 1, up to the next one."""
    found: list[str] = []
    inside = False
    for block in brief.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = plain(block.line) == heading
        elif inside:
            found += [plain(line) for line in lines_of(block)]
    return found


def test_a_note_has_the_parts_that_readers_look_for_in_their_order():
    found = [b for b in note(WHOLE).blocks if isinstance(b, Heading)]
    assert [f"{b.number} {plain(b.line)}" for b in found if b.level == 1] == [
        "1 Background",
        "2 Objectives",
        "3 How the meeting is held",
        "4 Themes and guiding questions",
        "5 Participation",
        "6 Expected output",
        "7 Practical matters",
    ]
    assert [plain(b.line) for b in found if b.level == 2] == [
        "Ports in storms", "Care across borders", "Data for care", "Green goods",
    ]  # fmt: skip


def test_what_the_user_wrote_stands_line_by_line_and_can_be_traced():
    brief = note(WHOLE)
    assert under(brief, "Objectives") == ["Compare needs.", "Identify steps."]
    runs = [r for b in brief.blocks for line in lines_of(b) for r in line if isinstance(r, Run)]
    own = [r for r in runs if r.origin == DIALOGUE.id]
    assert {r.text for r in own} >= {"Storms do not wait.", "Identify steps."}
    assert not any(r.composed for r in own)


def test_the_context_of_the_report_is_no_background_of_a_meeting_that_is_to_come():
    assert "The round followed a stormy year." not in text_of(note(MATERIAL))
    assert under(note(WHOLE), "Background") == ["Storms do not wait."]


def test_what_nobody_wrote_is_left_out():
    titles = [plain(b.line) for b in note(MATERIAL).blocks if isinstance(b, Heading)]
    assert "Background" not in titles
    assert "Practical matters" not in titles


def test_the_format_is_read_from_the_agenda():
    assert under(note(WHOLE), "How the meeting is held") == [
        "Each session lasts 60 minutes. Short presentations open a discussion for which most of "
        "the time is kept. Parallel groups report back to all.",
        "Participation is by invitation. What is said may be used afterwards; who said it may not "
        "be revealed.",
    ]
    longer = replace(ITEMS[0], minutes=90)
    plain_ = replace(
        MATERIAL, slots=starts((longer, ITEMS[1], ITEMS[4])).slots, attendances=ATTENDANCES[:1]
    )
    assert (
        under(note(plain_), "How the meeting is held")[0] == "Sessions last from 60 to 90 minutes."
    )


def test_a_meeting_on_the_record_promises_nothing_of_who_said_it():
    open_ = with_terms(Terms.ON_RECORD, "ports", "care", "data", "goods")
    assert len(under(note(open_), "How the meeting is held")) == 1
    assert under(note(open_), "Expected output") == []


def test_each_theme_has_its_questions_or_says_that_they_follow():
    silent = [replace(i, questions=()) if i.id == "goods" else i for i in ITEMS]
    brief = note(replace(MATERIAL, slots=starts(silent).slots))
    lines = under(brief, "Themes and guiding questions")
    assert lines[1:3] == ["Ports in storms", "What of ports?"]
    assert lines[-1] == "The questions will follow."


def test_participation_is_counted_in_groups_that_hide_everybody():
    assert under(note(WHOLE), "Participation") == [
        "The meeting will bring together 9 participants from China, Japan and the Republic of "
        "Korea: researchers, and current and former officials. Participants take part in a "
        "personal capacity. Affiliations are given for identification only.",
        "Delegations in English alphabetical order.",
    ]


def test_before_anybody_is_confirmed_it_says_whom_the_hosts_invite():
    asked = tuple(
        replace(d, target=3, region="Northeast Asia") for d in MATERIAL.dialogue.delegations
    )
    early = replace(with_people(()), dialogue=replace(DIALOGUE, delegations=asked))
    assert under(note(early), "Participation") == [
        "The hosts invite participants from China, Japan and the Republic of Korea."
    ]


def test_nobody_is_named():
    for language in LANGUAGES:
        brief = compose(Product.CONCEPT_NOTE, WHOLE, language)
        runs = [r for b in brief.blocks for line in lines_of(b) for r in line]
        assert not any(isinstance(r, Named) for r in runs)


def facts(material: Material) -> dict[str, str]:
    rows = next(b.rows for b in note(material).blocks if isinstance(b, Facts))
    return {plain(label): plain(value) for label, value in rows}


def test_the_facts_say_days_place_and_language():
    found = facts(MATERIAL)
    assert (found["Dates"], found["Place"]) == ("12 and 13 November 2026", "Otaru")
    assert found["Working language"] == "English"
    booth = Attendance(
        participation=ParticipationId("tak"), item="ports", roles=frozenset({Role.INTERPRETER})
    )
    interpreted = replace(MATERIAL, attendances=(*ATTENDANCES, booth))
    assert facts(interpreted)["Working language"] == "English, with interpretation"


def test_a_single_line_is_a_paragraph_and_several_are_a_list():
    lists = [b for b in note(WHOLE).blocks if isinstance(b, Bullets)]
    assert ("Compare needs.", "Identify steps.") in [tuple(map(plain, b.lines)) for b in lists]
    assert not any("A meeting brief" in plain(line) for b in lists for line in b.lines)
