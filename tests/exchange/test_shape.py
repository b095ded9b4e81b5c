"""What a document as a whole decides about its looks, the same in both files."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from brief_samples import COVER, brief_of, checked, en

from dialogueprep.domain.briefs.blocks import (
    Brief,
    Bullets,
    Facts,
    Heading,
    Named,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Table,
    Why,
    line,
)
from dialogueprep.domain.people import PersonId
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.pdf_writer import preview_pdf
from dialogueprep.exchange.shape import has_cover, shape_of, stays_with_next

HEAD = COVER[:2]
RULE = Notice((en("Chatham House Rule. " * 12), en("Not agreed by anybody. " * 6)))


def word(brief: Brief, folder: Path, part: str = "word/document.xml") -> str:
    write_docx(checked(brief), folder / "b.docx")
    return zipfile.ZipFile(folder / "b.docx").read(part).decode()


def test_a_head_is_closer_where_text_begins_on_its_page():
    apart = brief_of(*HEAD, PageBreak(), Heading("1", en("Context"), 1))
    close = brief_of(*HEAD, Numbered("1", en("Ports should share notices.")))
    assert has_cover(apart) and not has_cover(close)
    assert shape_of(close).after_hosts < shape_of(apart).after_hosts
    tops = [
        [place.top for place in preview_pdf(brief).places if place.block == 1]
        for brief in (apart, close)
    ]
    assert all(b < a for a, b in zip(*tops, strict=True))


def test_no_notice_stands_alone_on_the_last_page(tmp_path):
    for lines in range(30, 60):
        text = (Paragraph(en("A paragraph.")),) * lines
        brief = brief_of(*text, Heading("2", en("Statements"), 1), Paragraph(en("Said.")), RULE)
        pages = {place.block: place.page for place in preview_pdf(brief).places}
        assert pages[lines] == pages[lines + 1] == pages[lines + 2]
    found = re.findall(r"<w:p>.*?</w:p>", word(brief, tmp_path))
    said = next(p for p in found if "Said." in p)
    rule = next(p for p in found if "Chatham" in p)
    assert "<w:keepNext/>" in said and "<w:keepNext/>" in rule


def test_a_short_paragraph_stays_with_its_words_in_the_other_language():
    for lines in range(24, 34):
        pair = (Paragraph(en("Said in the open. " * 9)), Paragraph(line("公开发言。" * 20, "zh")))
        brief = brief_of(*(Paragraph(en("A paragraph.")),) * lines, *pair)
        places = preview_pdf(replace(brief, second="zh")).places
        assert len({place.page for place in places if place.block >= lines}) == 1


def rows(many: int) -> Table:
    return Table((en("What"), en("By")), ((en("Send the text."), en("May")),) * many, (3, 1))


def test_a_short_table_stands_on_one_page_and_no_first_row_alone(tmp_path):
    for lines in range(24, 33):
        for table in (rows(4), rows(20)):
            brief = brief_of(*(Paragraph(en("A paragraph.")),) * lines, table)
            places = [p for p in preview_pdf(brief).places if p.block == lines]
            pages = [p.page for p in places if p.line > 2]
            assert pages[0] == pages[2] and (len(pages) > 8 or pages[0] == pages[-1])
    assert word(brief_of(rows(4)), tmp_path).count("<w:keepNext/>") == 6
    assert word(brief_of(rows(20)), tmp_path).count("<w:keepNext/>") == 4


@pytest.mark.parametrize(("language", "second", "filled"), [("zh", None, 1), ("ja", "en", 0)])
def test_word_fills_the_lines_of_one_wide_language(tmp_path, language, second, filled):
    brief = replace(
        brief_of(Paragraph(line("议" * 90, language)), language=language), second=second
    )
    styles = word(brief, tmp_path, "word/styles.xml")
    aligned = dict(re.findall(r'w:styleId="(\w+)"(?:(?!</w:style>).)*<w:jc w:val="(\w+)"', styles))
    assert aligned.get("Normal") == ("both" if filled else None)
    assert aligned.get("BriefCell") == ("left" if filled else None)


def test_a_long_number_of_a_heading_has_room_in_word(tmp_path):
    parts = [Heading(str(n), en("Part"), 1) for n in range(1, 13)]
    hangs = [shape_of(brief_of(*parts[:n])).hangs[0] for n in (9, 12)]
    assert all(b > a for a, b in pairwise(hangs))
    for part in ("word/styles.xml", "word/numbering.xml"):
        assert f'w:hanging="{hangs[1]}"' in word(brief_of(*parts), tmp_path, part)


def test_bullets_part_with_no_lone_one_at_either_end(tmp_path):
    points = Bullets(tuple(en(f"Point {n}.") for n in range(4)))
    for lines in range(24, 34):
        brief = brief_of(*(Paragraph(en("A paragraph.")),) * lines, points)
        places = [p.page for p in preview_pdf(brief).places if p.block == lines]
        assert places[0] == places[1] and places[2] == places[3]
    kept = re.findall("<w:keepNext/>.*?Point ([0-9])", word(brief_of(points), tmp_path))
    assert kept == ["0", "2"]


def test_a_statement_stays_with_its_words_in_the_other_language(tmp_path):
    """A name stands in its own language, whatever the one of the statement is."""
    name = Named("小栗栖直人", "ja", PersonId("p"), Why.STATEMENT)
    said = (Named("OGURISU Naoto", "en", PersonId("p"), Why.STATEMENT), *en(": Said. "))
    pair = Paragraph(said), Paragraph((name, *line("（公开发言）：说过。", "zh")))
    brief = replace(brief_of(*pair), second="zh")
    assert stays_with_next(brief, 0)


def test_word_spreads_no_latin_lines_where_it_fills_chinese_ones(tmp_path):
    blocks = (
        PageBreak(),
        Paragraph(line("Korea JoongAng Daily, 2025年3月11日 " * 4, "zh"), leads=True),
        Paragraph(line("港口关闭通知" * 30, "zh")),
        Bullets((line("Preparing for disasters. " * 9, "zh"),)),
        Numbered("A", line("Preparing for disasters. " * 9, "zh")),
    )
    found = re.findall(r"<w:p>.*?</w:p>", word(brief_of(*blocks, language="zh"), tmp_path))
    left = ['<w:jc w:val="left"/></w:pPr>' in p for p in found]
    assert left == [True, False, True, True]
    assert found[0].count("<w:spacing ") == 1  # what begins a page has one gap above, its own


LONG = "Governance of compound and transboundary disasters in coastal metropolitan areas: " * 2


def test_long_titles_leave_what_belongs_to_the_cover_on_it(tmp_path):
    title = replace(
        COVER[1], title=en(LONG), others=(line("沿海大都市地区灾害治理" * 5, "zh"),) * 3
    )
    facts = Facts(tuple((en("Present"), en("Participants from three sides. ")) for _ in range(3)))
    cover = (COVER[0], title, RULE, facts, PageBreak(), Heading("1", en("Context"), 1))
    places = preview_pdf(brief_of(*cover)).places
    assert {p.page for p in places if p.block < 4} == {0}
    assert (
        shape_of(brief_of(*cover)).after_hosts
        < shape_of(brief_of(*HEAD, Heading("", en("A"), 1))).after_hosts
    )
    assert not shape_of(brief_of(*COVER[:2], PageBreak())).long
    sizes = re.findall(
        r'w:styleId="Title".*?<w:sz w:val="(\d+)"', word(brief_of(*cover), tmp_path, STYLES)
    )
    assert sizes == ["38"]


STYLES = "word/styles.xml"


def test_a_row_that_goes_on_overleaf_keeps_its_gap_below_the_head():
    tall = Table((en("When"), en("What")), ((en("Now"), en("A line of a cell. " * 420)),), (1, 3))
    places = preview_pdf(brief_of(tall)).places
    first, overleaf = (min(p.top for p in places if p.line > 2 and p.page == n) for n in (0, 1))
    assert overleaf == pytest.approx(first)


def test_word_breaks_lines_by_the_strict_rules(tmp_path):
    """No line begins with a small kana or a long mark, as in the PDF."""
    assert "<w:strictFirstAndLastChars/>" in word(brief_of(*HEAD), tmp_path, "word/settings.xml")


def test_facts_stand_closer_to_the_notice_below_long_titles(tmp_path):
    title = replace(
        COVER[1], title=en(LONG), others=(line("沿海大都市地区灾害治理" * 5, "zh"),) * 3
    )
    facts = Facts(((en("Present"), en("Participants.")),))
    gaps: list[int] = []
    for head in (COVER[1], title):
        made = word(brief_of(COVER[0], head, RULE, facts, PageBreak()), tmp_path)
        gaps.append(made.split("BriefFacts")[0].count("BriefGap"))
    assert gaps[0] > gaps[1] > 0


def test_the_head_is_closest_in_two_languages():
    """Word and LibreOffice set mixed lines higher: the facts would go to the second page."""
    text = Numbered("1", en("Ports should share notices."))
    two = shape_of(replace(brief_of(*HEAD, text), second="zh"))
    one = shape_of(brief_of(*HEAD, text))
    assert two.after_hosts < one.after_hosts and two.after_notice < one.after_notice
    assert two.title == one.title
