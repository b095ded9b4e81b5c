"""The briefing pack: its parts, who gets less, what the chair gets more, what changed in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from built_material import DIALOGUE, ITEMS, MATERIAL, text_of, with_terms

from dialogueprep.domain.briefs.blocks import (
    Audience,
    Brief,
    Contents,
    Heading,
    NotePage,
    PageBreak,
    Product,
    plain,
)
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS, compose
from dialogueprep.domain.briefs.inside import Inside
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.of_library import Cited, OfLibrary, OnTheTable, Subject
from dialogueprep.domain.briefs.reissue import digests, marked, only_changed
from dialogueprep.domain.designations import Designation, DesignationId, misnamed
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.library import RecommendationId, TopicId
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.timetable import starts

REPORT = Cited(
    title="Ports that talk",
    publisher="Hillside Review",
    published=date(2025, 3, 11),
    places=("p. 4", "p. 9"),
)
LIBRARY = OfLibrary(
    topics={TopicId("t"): Subject(summaries=Texts.of(en="How ports warn."), cited=(REPORT,))},
    recommendations={
        RecommendationId("r"): OnTheTable(
            titles=Texts.of(en="Warn early", zh="及早预警"),
            texts=Texts.of(en="Ports should warn each other early."),
            cited=(REPORT,),
        )
    },
)
TALKED = tuple(
    replace(i, topic=TopicId("t"), recommendations=(RecommendationId("r"),))
    if i.id == "ports"
    else i
    for i in ITEMS
)
KNOWN = replace(MATERIAL, slots=starts(TALKED).slots, library=LIBRARY)


def pack(
    material: Material = KNOWN, audience: Audience = Audience.PARTICIPANTS, language="en"
) -> Brief:
    return compose(Product.BRIEFING_PACK, material, language, audience)


def headings(brief: Brief, level: int = 1) -> list[str]:
    found = (b for b in brief.blocks if isinstance(b, Heading) and b.level == level)
    return [f"{b.number} {plain(b.line)}".strip() for b in found]


def with_practicalities(words: str) -> Material:
    return replace(KNOWN, dialogue=replace(DIALOGUE, practicalities=Texts.of(en=words)))


def test_a_pack_holds_its_parts_in_their_order_each_on_a_new_page():
    brief = pack(with_practicalities("Come early."))
    assert headings(brief) == [
        "1 Programme",
        "2 Concept note",
        "3 Topic briefs",
        "4 Participants",
        "5 Practical matters",
        "6 Notes",
    ]
    assert sum(isinstance(b, Contents) for b in brief.blocks) == 1
    starts_ = [n for n, b in enumerate(brief.blocks) if isinstance(b, Heading) and b.level == 1]
    assert all(isinstance(brief.blocks[n - 1], PageBreak) for n in starts_)


def test_a_topic_brief_says_what_it_is_about_asks_and_cites():
    text = text_of(pack())
    assert "How ports warn." in text
    assert "What of ports?" in text
    assert "Ports should warn each other early.\n[1], p. 4; p. 9" in text
    assert text.count("[1] “Ports that talk”, Hillside Review, 11 March 2025") == 1
    assert text.count("Ports that talk") == 1
    assert "3.5 Sources" in headings(pack(), 2)


def test_the_title_of_a_source_stands_as_it_was_printed_whatever_the_sheet_says():
    sheet = (
        Designation(id=DesignationId("d"), dialogue=DIALOGUE.id, language="en", usage="quiet",
                    instead_of=("that talk", "Hillside")),
    )  # fmt: skip
    assert misnamed(pack(), sheet) == ()
    said = replace(KNOWN, dialogue=replace(DIALOGUE, objectives=Texts.of(en="Ports that talk.")))
    assert [m.words for m in misnamed(pack(said), sheet)] == ["that talk"]


def test_a_recommendation_stands_in_the_language_of_the_pack_where_it_can():
    assert "及早预警" in text_of(pack(language="zh"))
    assert "Ports should warn each other early." not in text_of(pack(language="zh"))
    assert "Ports should warn each other early." in text_of(pack(language="ko"))


def test_there_is_a_page_to_write_on_for_each_session_and_one_more():
    pages = [plain(b.line) for b in pack().blocks if isinstance(b, NotePage)]
    assert pages[0] == "Session 1. Ports in storms"
    assert pages[-1] == "Further notes"
    assert len(pages) == 5


def test_observers_get_neither_the_list_nor_what_is_on_the_table():
    brief = pack(audience=Audience.OBSERVERS)
    text = text_of(brief)
    assert plain(brief.classification) == "For observers. Chatham House Rule"
    assert not any("Participants" in each for each in headings(brief))
    assert "Ports should warn" not in text
    assert "Professor" not in text
    assert "How ports warn." in text


def test_the_chair_gets_cues_and_terms_and_no_sensitivity():
    rated = replace(KNOWN, inside=Inside(sensitivity={TopicId("t"): 5}))
    text = text_of(pack(rated, Audience.CHAIR))
    assert "Cues for the chair" in text
    assert "Card “10 minutes” at 09:50." in text
    assert "● Chatham House Rule" in text
    assert "Sensitivity" not in text
    assert "Cues for the chair" not in text_of(pack())


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_not_even_the_chairs_copy_says_that_an_item_goes_without_notes(language):
    from dialogueprep import words
    from dialogueprep.domain import wording

    quiet = with_terms(Terms.NO_NOTES, "care")
    said = words.of(language)(wording.of(Terms.NO_NOTES)).casefold()
    assert said not in text_of(pack(quiet, Audience.CHAIR, language)).casefold()


def test_no_other_document_is_given_the_library(monkeypatch):
    given: list[OfLibrary] = []
    kind = PRODUCTS[Product.CONCEPT_NOTE]

    def spy(material, language, audience):
        given.append(material.library)
        return kind.compose(material, language, audience)

    monkeypatch.setitem(PRODUCTS, Product.CONCEPT_NOTE, replace(kind, compose=spy))  # type: ignore[arg-type]
    compose(Product.CONCEPT_NOTE, KNOWN, "en")
    assert given == [OfLibrary()]


def test_what_has_other_words_is_marked_in_heading_contents_and_margin():
    before = digests(pack(with_practicalities("Come early.")))
    brief = marked(pack(with_practicalities("Come late.")), before, 1)
    assert [h for h in headings(brief) if "since" in h] == [
        "5 Practical matters (changed since version 1)"
    ]
    barred = [text_of(replace(brief, blocks=(brief.blocks[n],))) for n in sorted(brief.changed)]
    assert len(barred) == 2
    assert "Come late." in barred[1]


def test_a_section_that_is_new_or_gone_is_told():
    bare, full = pack(), pack(with_practicalities("Come early."))
    assert "5 Practical matters (new since version 3)" in headings(marked(full, digests(bare), 3))
    shorter = marked(bare, digests(full), 3)
    assert "One section of version 3 is no longer part of it." in text_of(shorter)


def test_a_pack_that_is_the_same_bears_no_mark():
    brief = marked(pack(), digests(pack()), 2)
    assert brief.changed == frozenset()
    assert "The wording of every section is that of version 2." in text_of(brief)


def test_only_what_changed_keeps_numbers_and_the_part_it_belongs_to():
    before = digests(pack())
    asked = tuple(replace(i, questions=()) if i.id == "care" else i for i in TALKED)
    brief = only_changed(marked(pack(replace(KNOWN, slots=starts(asked).slots)), before, 1), 1)
    assert headings(brief) == ["1 Programme", "3 Topic briefs"]
    assert headings(brief, 2)[-1] == "3.2 Care across borders (changed since version 1)"
    assert "How ports warn." not in text_of(brief)
    assert all(not isinstance(brief.blocks[n], PageBreak | NotePage) for n in brief.changed)
