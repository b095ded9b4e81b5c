"""The chair's summary, the press line and the debrief memo."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from built_material import DIALOGUE, FINDINGS, MATERIAL, PROPOSALS, finding, text_of

from dialogueprep import words
from dialogueprep.domain.briefs import chairs_summary
from dialogueprep.domain.briefs.blocks import Audience, Named, Numbered, Product, lines_of, plain
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.inside import Inside
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.library import RecommendationId
from dialogueprep.domain.notes import Column, Relation, Support
from dialogueprep.domain.texts import LANGUAGES, Texts

PORTS = RecommendationId("ports")


def numbered(*findings, language="en"):
    material = replace(MATERIAL, findings=findings or FINDINGS)
    brief = compose(Product.CHAIRS_SUMMARY, material, language)
    return [(b.label, plain(b.line)) for b in brief.blocks if isinstance(b, Numbered)]


def test_its_paragraphs_are_numbered_through():
    labels = [label for label, _ in numbered()]
    assert labels == [str(n) for n in range(1, len(labels) + 1)]
    assert len(labels) > 10


@pytest.mark.parametrize(
    ("column", "support", "said"),
    [
        (Column.CONVERGENT, Support.WIDELY_HELD, "The meeting recognised that ports warn."),
        (Column.CONVERGENT, Support.MANY, "Many participants emphasised that ports warn."),
        (Column.CONVERGENT, Support.SOME, "Some participants noted that ports warn."),
        (Column.EMERGING, Support.SEVERAL, "Several participants saw merit in the view that"),
        (Column.EMERGING, Support.ONE_VIEW, "The view was put forward that ports warn."),
    ],
)
def test_verbs_are_graded_by_support(column, support, said):
    lines = [line for _, line in numbered(finding("f", column, support, en="Ports warn."))]
    assert any(line.startswith(said) for line in lines)


def test_where_views_parted_a_range_of_views_is_said_and_the_finding_stands_as_written():
    lines = [line for _, line in numbered()]
    at = lines.index("A range of views was expressed on the following points.")
    assert lines[at + 1] == "Whether data travel with care."


def test_it_names_nobody_and_is_on_the_chairs_responsibility():
    for audience in (Audience.PARTICIPANTS, Audience.PUBLIC):
        brief = compose(Product.CHAIRS_SUMMARY, MATERIAL, "en", audience)
        assert "on the chair’s responsibility" in text_of(brief)
        assert "neither negotiated nor adopted" in text_of(brief)
        lines = [line for block in brief.blocks for line in lines_of(block)]
        assert not any(isinstance(run, Named) for line in lines for run in line)


@pytest.mark.parametrize(
    ("language", "words", "claimed"),
    [
        ("en", "There was consensus that ports warn.", "consensus"),
        ("zh", "与会者就港口预警达成共识。", "共识"),
        ("en", "It was widely held that ports warn.", ""),
        ("en", "There was no consensus that ports warn.", ""),
    ],
)
def test_it_claims_no_consensus(language, words, claimed):
    told = finding("f", Column.CONVERGENT, Support.MANY, **{language: words})
    material = replace(MATERIAL, findings=(told,))
    assert "".join(chairs_summary.claims(material, language)) == claimed
    opened = replace(DIALOGUE, chairs_openings=Texts.of({language: words}))
    material = replace(MATERIAL, findings=(), dialogue=opened)
    assert "".join(chairs_summary.claims(material, language)) == claimed


def test_sentences_that_lead_to_findings_or_a_table_stay_with_them():
    blocks = compose(Product.CHAIRS_SUMMARY, MATERIAL, "en").blocks
    leading = [plain(b.line) for b in blocks if isinstance(b, Numbered) and b.leads]
    assert leading == [
        "A range of views was expressed on the following points.",
        "The following questions were left open.",
        "The recommendations below arose from the discussion.",
    ]
    both = compose(Product.CHAIRS_SUMMARY, MATERIAL, "en", second="ja").blocks
    assert sum(isinstance(b, Numbered) and b.leads for b in both) == len(leading)


def test_a_press_line_holds_the_agreed_sentences_in_the_language_of_the_document():
    brief = compose(Product.PRESS_LINE, MATERIAL, "en")
    lines = [plain(line) for block in brief.blocks for line in lines_of(block)]
    assert [line for line in lines if "meets again" in line or "Dialogue met." in line] == [
        "The Harbour Dialogue met.",
        "It meets again.",
    ]
    assert "港湾对话举行。" in text_of(compose(Product.PRESS_LINE, MATERIAL, "zh"))
    assert brief.audience is Audience.PUBLIC


def test_there_is_no_press_line_before_one_was_agreed():
    bare = replace(MATERIAL, dialogue=replace(DIALOGUE, press_lines=Texts()))
    with pytest.raises(Refused) as refusal:
        compose(Product.PRESS_LINE, bare, "en")
    assert refusal.value.code == "press-line-missing"


def inside():
    known = replace(PROPOSALS[0], recommendation=PORTS, relation=Relation.REVISES)
    done = FollowUp(
        id=FollowUpId("u"), dialogue=DialogueId("d"), texts=Texts.of(en="Write."), done=True
    )
    return replace(
        MATERIAL,
        proposals=(known, *PROPOSALS),
        inside=Inside(library={PORTS: Texts.of(en="Share port notices")}, follow_ups=(done,)),
    )


def test_a_debrief_memo_sets_the_round_beside_the_library():
    text = text_of(compose(Product.DEBRIEF_MEMO, inside(), "en"))
    assert "Revises: Share port notices" in text
    assert "2, of them 1 not in the library before" in text
    assert "1 of 1 done" in text
    assert "The questions came early." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_memo_is_in_a_document_for_others(language):
    told = inside()
    for product in Product:
        brief = compose(product, told, language)
        if brief.audience is not Audience.ORGANISERS:
            assert not re.search("Share port notices|The questions came early", text_of(brief))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_of_nothing_says_so_and_one_with_an_opening_speaks_for_itself(language):
    bare = replace(MATERIAL, findings=(), proposals=())
    unopened = replace(bare, dialogue=replace(DIALOGUE, chairs_openings=Texts()))
    said = words.of(language)("Nothing has been written down yet.")
    assert said in text_of(compose(Product.CHAIRS_SUMMARY, unopened, language))
    assert said not in text_of(compose(Product.CHAIRS_SUMMARY, bare, language))
