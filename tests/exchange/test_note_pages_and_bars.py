"""Pages to write on, and the bar beside what changed, in both files."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace

import pytest
from brief_samples import brief_of, checked, en, ja, sample_brief

from dialogueprep.domain.briefs.blocks import (
    Bullets,
    Contents,
    Heading,
    NotePage,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Table,
)
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.house_style import house_style
from dialogueprep.exchange.pdf_layout import pages_of
from dialogueprep.exchange.pdf_pieces import Stroke
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.readback import differences

WRITERS = {".docx": write_docx, ".pdf": write_pdf}
NOTES = (
    Contents(en("Contents")),
    PageBreak(),
    Heading("1", en("Notes"), 1),
    NotePage(en("Session 1. Ports in storms")),
    PageBreak(),
    NotePage(ja("会合2　介護")),
)


def document(folder, brief) -> str:
    target = folder / "brief.docx"
    write_docx(checked(brief), target)
    with zipfile.ZipFile(target) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("ending", WRITERS)
def test_a_note_page_has_the_same_words_in_both_files(tmp_path, ending):
    brief = brief_of(*NOTES)
    WRITERS[ending](checked(brief), tmp_path / f"brief{ending}")
    assert differences(tmp_path / f"brief{ending}", brief) == ()


@pytest.mark.parametrize("paper", Paper)
def test_a_note_page_fits_one_page_of_either_paper_below_a_heading(paper):
    pages = pages_of(replace(brief_of(*NOTES), paper=paper))
    assert len(pages) == 3
    rules = [d for _, p in pages[1].pieces for d in p.drawn if isinstance(d, Stroke)]
    assert len(rules) == 23


def test_a_note_page_in_word_has_as_many_rows_of_one_height(tmp_path):
    made = document(tmp_path, brief_of(NotePage(en("Notes"), 5)))
    assert len(re.findall('<w:trHeight w:val="520" w:hRule="exact"/>', made)) == 5


CHANGED = (
    Heading("1", en("Same"), 1),
    Paragraph(en("As before.")),
    Heading("2", en("Other"), 1),
    Paragraph(en("Leads"), leads=True),
    Bullets((en("One"), en("Two"))),
    Table((en("A"), en("B")), ((en("1"), en("2")),), (0.5, 0.5)),
)


@pytest.mark.parametrize("above", range(28, 34))
def test_a_sentence_that_leads_to_a_table_stands_on_the_page_of_the_table(above):
    table = Table((en("To"), en("What")), ((en("Ports"), en("Warn early.")),), (0.4, 0.6))
    lead = Numbered("9", en("The recommendations below arose from the discussion."), leads=True)
    filling = (Paragraph(en("A line of the text.")) for _ in range(above))
    pages = pages_of(brief_of(*filling, lead, table))
    on = {piece.block: n for n, page in enumerate(pages) for _, piece in page.pieces}
    assert on[above] == on[above + 1]


def test_a_statement_that_leads_stays_with_the_next_in_word(tmp_path):
    made = document(tmp_path, brief_of(Numbered("1", en("Below"), leads=True), *CHANGED))
    (lead,) = re.findall(r"<w:p><w:pPr>([^P]*?)</w:pPr><w:r>(?:(?!</w:p>).)*Below", made)
    assert lead.startswith('<w:pStyle w:val="BriefFinding"/><w:keepNext/>')


def test_what_changed_has_a_bar_on_the_page_and_the_rest_has_none():
    (page,) = pages_of(replace(brief_of(*CHANGED), changed=frozenset({2, 3, 4, 5})))
    barred = [
        piece.block
        for _, piece in page.pieces
        if any(isinstance(d, Stroke) and d.x1 < 0 for d in piece.drawn)
    ]
    assert set(barred) == {2, 3, 4, 5}


def test_what_changed_has_a_bar_in_word_where_the_schema_has_it(tmp_path):
    made = document(tmp_path, replace(brief_of(*CHANGED), changed=frozenset({2, 3, 4, 5})))
    bar = f'<w:left w:val="single" w:sz="18" w:space="10" w:color="{house_style().accent[1:]}"/>'
    assert made.count(f"<w:pBdr>{bar}</w:pBdr>") == 4
    assert made.count(f"<w:tblBorders>{bar}</w:tblBorders><w:tblLayout") == 1
    for own in re.findall(r"<w:pPr>(.*?)</w:pPr>", made):
        if "<w:pBdr>" in own:
            after = own.split("</w:pBdr>")[1]
            assert not re.search("pStyle|keepNext|numPr|pageBreakBefore", after)


@pytest.mark.parametrize("ending", WRITERS)
def test_bars_change_no_word(tmp_path, ending):
    brief = sample_brief()
    barred = replace(brief, changed=frozenset(range(len(brief.blocks))))
    WRITERS[ending](checked(barred), tmp_path / f"brief{ending}")
    assert differences(tmp_path / f"brief{ending}", brief) == ()
