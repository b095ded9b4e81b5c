"""What stands before a finding, beneath a recommendation and above a meeting without agenda."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_material import DIALOGUE, FINDINGS, MATERIAL, PROPOSALS

from dialogueprep.domain.briefs import frame
from dialogueprep.domain.briefs.blocks import Facts, Product, Table, lines_of, plain
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.sentences import rule_lines, under_rule
from dialogueprep.domain.briefs.support import finding_line
from dialogueprep.domain.notes import Column, Support
from dialogueprep.domain.texts import LANGUAGES, Texts
from dialogueprep.workflows.values import places


def said(text: str, *others: str) -> str:
    """Return how a finding is told that some held, beside other findings."""
    it = replace(FINDINGS[0], column=Column.EMERGING, support=Support.SOME, texts=Texts.of(en=text))
    more = tuple(replace(it, texts=Texts.of(en=each)) for each in others)
    told = replace(MATERIAL, findings=(it, *more), places=places())
    return plain(finding_line(it, told, "en"))


@pytest.mark.parametrize(
    "name",
    [
        "Seoul", "Washington", "U.S. and ROK ministries", "Russian ports", "New Delhi", "APEC",
        "Busan", "Shanghai’s ports", "Japanese-led visits", "Yellow Sea fisheries",
        "Article 9", "Track 2 meetings", "Greater Bay Area cities", "Belt and Road ports",
    ],
)  # fmt: skip
def test_a_place_keeps_its_capital_behind_the_words_of_support(name: str):
    assert said(f"{name} should host it.") == f"Some participants held that {name} should host it."


def test_other_words_take_a_small_letter():
    assert said("New rules help.") == "Some participants held that new rules help."
    assert said("A table helps.") == "Some participants held that a table helps."
    assert said("Young Koreans move.") == "Some participants held that young Koreans move."
    assert said("The Rule helps.") == "Some participants held that the Rule helps."
    assert said("Two-way visits help.") == "Some participants held that two-way visits help."
    assert said("Phase by phase helps.") == "Some participants held that phase by phase helps."


def test_a_name_that_other_findings_write_with_a_capital_keeps_it():
    assert said("Fukurow notices help.", "It works in Fukurow.").endswith(
        "that Fukurow notices help."
    )


def test_a_word_of_an_institution_that_is_a_usual_word_takes_a_small_letter():
    host = replace(DIALOGUE.hosts[0], names=Texts.of(en="Harbour Council"))
    it = replace(FINDINGS[0], support=Support.SOME, texts=Texts.of(en="Harbour fees differ."))
    other = replace(it, texts=Texts.of(en="Each harbour is open."))
    hosted = replace(MATERIAL, dialogue=replace(DIALOGUE, hosts=(host,)), findings=(it,))
    assert "that harbour fees" in plain(finding_line(it, hosted, "en"))
    named = replace(it, texts=Texts.of(en="Harbour Council rules differ."))
    assert "that Harbour Council rules" in plain(finding_line(named, hosted, "en"))
    both = replace(hosted, findings=(it, other))
    assert "that harbour fees" in plain(finding_line(it, both, "en"))


def test_full_stops_of_an_abbreviation_do_not_end_the_sentence_that_says_who_held_it():
    own = "U.S. and ROK participants welcomed the line."
    assert said(own) == own


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instrument_stands_beneath_the_recommendation(language):
    way = Texts.of(en="A memorandum", zh="备忘录", ja="覚書", ko="각서")
    with_way = replace(PROPOSALS[0], instruments=way)
    (table,) = frame.recommendations(Pen(language), (with_way, PROPOSALS[0]))
    assert isinstance(table, Table)
    first, second = (plain(row[2]).split("\n") for row in table.rows)
    assert len(first) == 2
    assert first[1].endswith(way.best(language))
    assert second == first[:1]


@pytest.mark.parametrize("product", Product)
def test_a_meeting_without_an_agenda_is_not_called_on_the_record(product: Product):
    bare = replace(MATERIAL, slots=())
    assert under_rule(bare)
    assert plain(rule_lines(bare, Pen("en"), held=True)[0]).startswith("Chatham House Rule")
    brief = compose(product, bare, "en")
    told = [plain(line) for block in brief.blocks for line in lines_of(block)]
    assert not [t for t in (plain(brief.classification), *told) if "is on the record" in t]
    assert "On the record" not in plain(brief.classification)


def test_a_memo_gives_no_figures_of_what_there_is_not():
    bare = replace(MATERIAL, findings=(), proposals=())
    assert not [b for b in compose(Product.DEBRIEF_MEMO, bare, "en").blocks if isinstance(b, Facts)]


def test_two_languages_do_not_repeat_what_was_not_translated():
    way = Texts.of(en="A memorandum", ja="覚書")
    told = replace(PROPOSALS[0], texts=Texts.of(en="Share notices."), instruments=way)
    brief = compose(Product.KEY_FINDINGS, replace(MATERIAL, proposals=(told,)), "en", second="ja")
    (table,) = (b for b in brief.blocks if isinstance(b, Table))
    assert plain(table.rows[0][2]).split("\n") == [
        "Share notices.",
        "Instrument: A memorandum",
        "実施手段：覚書",
    ]


@pytest.mark.parametrize("product", [Product.KEY_FINDINGS, Product.MEETING_BRIEF])
def test_a_document_without_findings_tells_so(product: Product):
    def told(**more: object) -> list[str]:
        brief = compose(product, replace(MATERIAL, **more), "en")
        return [plain(line) for block in brief.blocks for line in lines_of(block)]

    assert "Nothing has been written down yet." in told(findings=(), proposals=())
    assert "Nothing has been written down yet." not in told(findings=())
    assert "Nothing has been written down yet." not in told(proposals=())
