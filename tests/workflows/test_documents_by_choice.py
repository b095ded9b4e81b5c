"""Second language, readers and annexes of a document, and five bullets for the chair."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogueprep.commands import documents as document_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import (
    Annex,
    Audience,
    Named,
    Paper,
    Product,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.five_bullets import MOST, Pasted
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.gate import Placed, Roster
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.exchange.pdf_layout import pages_of
from dialogueprep.exchange.readback import body_text, brief_text
from dialogueprep.store import findings
from dialogueprep.store.documents import KeptPassage
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import release as workflow
from dialogueprep.workflows.five_bullets import bullets_of, gather_for_chair
from dialogueprep.workflows.release import Wanted, gather, look_at, prepare, produce

ON = date(2026, 10, 30)
BOTH = (Annex.PROGRAMME, Annex.PARTICIPANTS)


def wanted(sample: Dialogue, product: Product = Product.MEETING_BRIEF, **more: object) -> Wanted:
    return Wanted(dialogue=sample.id, product=product, language="en", on=ON, **more)  # type: ignore[arg-type]


def write_first(store: Store, sample: Dialogue, **wordings: str) -> None:
    """Put other words into the weightiest finding."""
    first = findings.of_dialogue(store, sample.id)[0]
    finding_commands.change(store, replace(first, texts=Texts.of(**wordings)))


def name_of_somebody(roster: Roster) -> str:
    return roster.participations[0].person.name.latin


@pytest.mark.parametrize("product", Product)
def test_a_document_in_two_languages_reads_the_same_in_both_files(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path, product: Product
) -> None:
    prepared = prepare(gather(store, wanted(sample, product, second="ko"), sample_roster))
    produce(prepared, tmp_path)
    stem = f"{product}-en-ko"
    word, pdf = (body_text(tmp_path / f"{stem}.{kind}") for kind in ("docx", "pdf"))
    assert word == pdf == brief_text(prepared.checked.brief)


def test_a_passage_in_either_language_holds_it_back_and_one_decision_holds_for_both_documents(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    name = name_of_somebody(sample_roster)
    write_first(store, sample, en="Ports should share notices.", zh=f"{name}认为港口应共享通知。")
    alone = look_at(gather(store, replace(wanted(sample), language="zh"), sample_roster))
    both = look_at(gather(store, wanted(sample, second="zh"), sample_roster))
    assert [p.exposure.text for p in both.open] == [name]
    assert [p.fingerprint for p in both.open] == [p.fingerprint for p in alone.open]
    (found,) = both.open
    line = list(lines_of(both.brief.blocks[found.block]))[found.line]
    assert plain(line)[found.exposure.start : found.exposure.end] == name


def test_releases_for_other_readers_and_in_two_languages_are_counted_apart(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    asked = (
        wanted(sample),
        wanted(sample, second="zh"),
        wanted(sample, audience=Audience.PUBLIC),
        wanted(sample),
    )
    names = [
        workflow.release(store, each, ("docx",), tmp_path, roster=sample_roster)[0].file_name
        for each in asked
    ]
    assert names == [
        "meeting-brief-en.docx",
        "meeting-brief-en-zh.docx",
        "meeting-brief-en-public.docx",
        "meeting-brief-en-v2.docx",
    ]


@pytest.mark.parametrize("audience", [Audience.PARTICIPANTS, Audience.PUBLIC])
def test_annexes_name_only_those_who_agreed_to_it_for_these_readers(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path, audience: Audience
) -> None:
    asked = wanted(sample, audience=audience, annexes=BOTH)
    gathered = gather(store, asked, sample_roster)
    prepared = prepare(gathered)
    agreed = {p.person.id for p in gathered.material.listed(audience)}
    named = {n.person for n in prepared.checked.named}
    assert named == agreed
    assert 0 < len(agreed) < len(gathered.material.attending)
    (made,) = produce(prepared, tmp_path, ("pdf",))
    assert made.evidence["names"] == len(prepared.checked.named)


def test_an_institution_in_a_finding_is_an_exposure_though_the_list_stands_in_the_annex(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    house = next(
        p.affiliation.name
        for p in sample_roster.participations
        if p.affiliation.name and p.affiliation.name not in sample_roster.hosts
    )
    write_first(store, sample, en=f"{house} held that ports should wait.")
    seen = look_at(gather(store, wanted(sample, annexes=BOTH), sample_roster))
    assert [p.exposure.text for p in seen.open] == [house]


def test_without_annexes_nobody_of_the_list_is_named(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    brief = look_at(gather(store, wanted(sample), sample_roster)).brief
    named = [r for b in brief.blocks for ln in lines_of(b) for r in ln if isinstance(r, Named)]
    assert {run.why for run in named} <= {"statement"}


def test_a_chairs_summary_that_claims_a_consensus_is_not_released(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    asked = wanted(sample, Product.CHAIRS_SUMMARY)
    write_first(store, sample, en="There was consensus that ports should share notices.")
    with pytest.raises(Refused) as refusal:
        prepare(gather(store, asked, sample_roster))
    assert (refusal.value.code, refusal.value.facts["words"]) == ("claims-consensus", "consensus")
    write_first(store, sample, en="Many participants held that ports should share notices.")
    assert prepare(gather(store, asked, sample_roster)).checked


def pasted(store: Store, sample: Dialogue) -> Pasted:
    return bullets_of(gather_for_chair(store, sample.id, "en", ON))


def test_the_bullets_are_the_weightiest_findings_as_plain_text(
    store: Store, sample: Dialogue
) -> None:
    made = pasted(store, sample)
    head, *lines = made.text.splitlines()
    assert head == "Findings so far, in order of weight:"
    assert len(lines) == made.bullets == MOST
    assert all(line.startswith("• ") for line in lines)
    assert "closure notices before a storm" in lines[0]


def test_an_undecided_passage_is_written_neutrally(store: Store, sample: Dialogue) -> None:
    roster = gather_for_chair(store, sample.id, "en", ON).roster
    name = name_of_somebody(roster)
    write_first(store, sample, en=f"{name} said that ports should share closure notices.")
    made = pasted(store, sample)
    assert name not in made.text
    assert "ports should share closure notices." in made.text
    assert (made.neutral, made.left_out) == (1, 0)
    stored = findings.of_dialogue(store, sample.id)[0].texts.get("en") or ""
    assert stored.startswith(name)


def test_a_passage_that_was_kept_stands_in_the_bullets(store: Store, sample: Dialogue) -> None:
    words = "he opening presentation named two conditions for sharing notices."
    write_first(store, sample, en=f"T{words}")
    assert words not in pasted(store, sample).text
    open_ = look_at(gather_for_chair(store, sample.id, "en", ON)).open
    for placed in open_:
        document_commands.keep(store, sample.id, kept(placed))
    assert words in pasted(store, sample).text


def kept(placed: Placed) -> KeptPassage:
    return KeptPassage(
        id="",
        product="key-findings",
        language="en",
        passage_kind=placed.exposure.kind,
        fingerprint=placed.fingerprint,
        words=placed.exposure.text,
        reason="as in the programme",
        ground="other",
    )


def test_without_findings_there_is_no_text(store: Store, sample: Dialogue) -> None:
    finding_commands.remove(store, [f.id for f in findings.of_dialogue(store, sample.id)])
    assert pasted(store, sample).text == ""


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_line_fits_on_one_page(
    store: Store, sample: Dialogue, sample_roster: Roster, language: Language, paper: Paper
) -> None:
    wanted = Wanted(dialogue=sample.id, product=Product.PRESS_LINE, language=language, on=ON)
    brief = look_at(gather(store, wanted, sample_roster)).brief
    assert len(pages_of(replace(brief, paper=paper))) == 1
