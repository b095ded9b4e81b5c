"""The Word document of a brief."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from brief_samples import brief_of, checked, en, line, sample_brief, zh
from docx.oxml.ns import qn
from test_atomic import names, no_file_over

from dialogueprep.domain.briefs.blocks import (
    Contents,
    Heading,
    Notice,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Table,
)
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.docx_package import PARTS
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.readback import body_text, brief_text
from dialogueprep.paths import resources


@pytest.fixture
def sample(tmp_path):
    write_docx(checked(sample_brief()), tmp_path / "brief.docx")
    return tmp_path / "brief.docx"


def part(path, name: str) -> ET.Element:
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read(name))


def test_the_same_brief_gives_the_same_bytes(tmp_path, sample):
    write_docx(checked(sample_brief()), tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == sample.read_bytes()


def test_the_file_holds_the_wanted_parts_with_one_date(sample):
    with zipfile.ZipFile(sample) as archive:
        assert archive.namelist() == list(PARTS)
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_properties_are_title_and_language(sample):
    core = part(sample, "docProps/core.xml")
    found = {child.tag.rpartition("}")[2]: child.text for child in core}
    assert found == {"title": "Meeting brief", "language": "en-GB"}
    assert b"rsid" not in zipfile.ZipFile(sample).read("word/document.xml")


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_it_keeps_to_the_standard(tmp_path, language):
    write_docx(checked(brief_of(*sample_brief().blocks, language=language)), tmp_path / "b.docx")
    audit = [Path(sys.executable).parent / "openxml-audit", tmp_path / "b.docx"]
    told = subprocess.run(audit, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout


def test_mat2_finds_nothing_personal(sample):
    shown = subprocess.run(["mat2", "--show", sample], capture_output=True, text=True, check=True)
    told = [line.strip() for line in shown.stdout.splitlines() if not line.startswith("[")]
    assert told == ["dc:language: en-GB", "dc:title: Meeting brief"]


def test_headings_are_real_and_count_themselves(sample):
    document = docx.Document(sample)
    found = [(p.style.name, p.text) for p in document.paragraphs if "eading" in p.style.name]
    assert found[:2] == [
        ("Heading 1", "What the discussion showed"),
        ("Heading 2", "Common ground"),
    ]
    assert body_text(sample)[22:25:2] == ["2 What the discussion showed", "2.1 Common ground"]
    level = document.styles["heading 2"].element.pPr.find(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "1"


NUMBERED = (
    Heading("1", en("First"), 1),
    Heading("1.1", en("First of the first"), 2),
    Numbered("1", en("A view.")),
    Numbered("2", en("Another view.")),
    Heading("1.2", en("Second of the first"), 2),
    Numbered("3", en("A third.")),
    Heading("4", en("Fourth"), 1),
    Heading("4.1", en("First of the fourth"), 2),
    Numbered("R1", en("A recommendation.")),
    Numbered("1", en("A view, counted anew.")),
    Numbered("R2", en("Another recommendation.")),
    Numbered("(1)", en("A condition.")),
    Numbered("2", en("And another view.")),
    Heading("", en("Not numbered"), 1),
    Heading("5", en("Fifth"), 1),
    Heading("A", en("An annex"), 1),
    Numbered("", en("Nor this.")),
    Numbered("III", en("Roman.")),
)


def test_every_number_is_read_as_the_tree_has_it(tmp_path):
    brief = brief_of(*NUMBERED)
    write_docx(checked(brief), tmp_path / "b.docx")
    assert body_text(tmp_path / "b.docx") == brief_text(brief)
    written = [p.text for p in docx.Document(tmp_path / "b.docx").paragraphs]
    assert [text for text in written if text[:1].isdigit() or "\t" in text] == [
        "A\tAn annex",
        "III\tRoman.",
    ]


def test_libreoffice_counts_as_the_tree_does(tmp_path, in_libreoffice):
    brief = brief_of(*NUMBERED)
    write_docx(checked(brief), tmp_path / "b.docx")
    seen = in_libreoffice(tmp_path / "b.docx")
    at = 0
    for line_ in brief_text(brief):
        at = seen.find("".join(line_.split()), at)
        assert at >= 0, line_


def long_brief(language="en"):
    parts = [
        block
        for n in range(1, 9)
        for block in (
            Heading(str(n), en(f"Part {n}"), 1),
            *(Paragraph(en("A paragraph of some length. " * 20)) for _ in range(4)),
            Heading(f"{n}.1", zh(f"分论 {n}"), 2),
            *(Numbered(str(k), en("A finding of two lines. " * 10)) for k in range(1, 5)),
        )
    ]
    title = line("目录" if language == "zh" else "Contents", language)
    return brief_of(Contents(title), PageBreak(), *parts, language=language)


def test_the_contents_are_a_field_with_links_to_the_headings(tmp_path):
    write_docx(checked(long_brief()), tmp_path / "b.docx")
    xml = zipfile.ZipFile(tmp_path / "b.docx").read("word/document.xml").decode()
    assert xml.count(' TOC \\o "1-2" \\h \\z \\u ') == 1
    targets = re.findall(r'w:anchor="(\w+)"', xml)
    assert targets == re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml)
    assert len(targets) == 16
    document = docx.Document(tmp_path / "b.docx")
    held = document.element.body.iter(qn("w:pStyle"))
    styles = [s.get(qn("w:val")) for s in held if s.get(qn("w:val")).startswith("TOC")]
    assert styles == ["TOCHeading", *["TOC1", "TOC2"] * 8]


def test_an_entry_without_a_number_has_only_the_tab_before_its_page(tmp_path):
    parts = (Heading("1", en("Those present"), 1), Heading("", zh("中国"), 2))
    write_docx(checked(brief_of(Contents(en("Contents")), *parts)), tmp_path / "b.docx")
    found = docx.Document(tmp_path / "b.docx").element.body.iter(qn("w:p"))
    own = {
        p.style: [t.get(qn("w:val")) for t in p.iter(qn("w:tab")) if t.get(qn("w:pos"))]
        for p in found
        if (p.style or "").startswith("TOC")
    }
    assert own == {"TOCHeading": [], "TOC1": [], "TOC2": ["clear", "right"]}


def test_the_pages_of_the_contents_are_those_that_libreoffice_finds(tmp_path, in_libreoffice):
    write_docx(checked(long_brief()), tmp_path / "b.docx")
    pages = in_libreoffice(tmp_path / "b.docx").split("\f")
    for n in range(1, 9):
        (told,) = re.findall(rf"{n}Part{n}\.+(\d+?)(?={n}\.1分论)", pages[0])
        assert f"{n}Part{n}" in pages[int(told) - 1]


def test_a_caption_counts_its_table_with_a_field(tmp_path):
    tables = [
        Table((en("A"),), ((en("b"),),), (1,), line(caption, language))
        for caption, language in (
            ("Table 1. Of ports.", "en"),
            ("表 2　港口", "zh"),
            ("Table 7", "en"),
        )
    ]
    write_docx(checked(brief_of(*tables)), tmp_path / "b.docx")
    fields = [
        (f.get(qn("w:instr")), "".join(t.text for t in f.iter(qn("w:t"))))
        for f in docx.Document(tmp_path / "b.docx").element.body.iter(qn("w:fldSimple"))
    ]
    counts = " SEQ Table \\* ARABIC "
    assert fields == [(counts, "1"), (counts, "2"), (f"{counts}\\r 7 ", "7")]
    assert body_text(tmp_path / "b.docx")[::3] == ["Table 1. Of ports.", "表 2 港口", "Table 7"]


def test_letter_paper_keeps_the_length_of_the_lines(tmp_path):
    for paper in Paper:
        brief = replace(sample_brief(), paper=paper)
        write_docx(checked(brief), tmp_path / f"{paper}.docx")
    a4, letter = (docx.Document(tmp_path / f"{p}.docx").sections[0] for p in Paper)
    assert (round(letter.page_width.pt), round(letter.page_height.pt)) == (612, 792)
    lengths = [s.page_width - s.left_margin - s.right_margin for s in (a4, letter)]
    assert abs(lengths[0] - lengths[1]) < 2 * 635  # a twentieth of a point at either side


def test_tables_repeat_their_head_and_keep_rows_whole(sample):
    table = docx.Document(sample).tables[-1]
    properties = [row._tr.trPr for row in table.rows]
    assert properties[0].find(qn("w:tblHeader")) is not None
    assert all(p.find(qn("w:cantSplit")) is not None for p in properties)
    described = table._tbl.tblPr.find(qn("w:tblDescription"))
    assert described.get(qn("w:val")).startswith("To whom each recommendation goes")


def test_only_a_tall_row_may_go_on_overleaf(tmp_path):
    rows = ((en("a"), en("Short.")), (en("b"), en("At length. " * 200)), (zh("丙"), zh("长" * 900)))
    write_docx(checked(brief_of(Table((en("A"), en("B")), rows, (1, 3)))), tmp_path / "b.docx")
    kept = [
        row._tr.xpath("w:trPr/w:cantSplit")
        for row in docx.Document(tmp_path / "b.docx").tables[0].rows
    ]
    assert [bool(each) for each in kept] == [True, True, False, False]


def test_wide_runs_name_their_language_and_a_font_that_a_recipient_has(tmp_path):
    line = (Run("Notice (", "en"), Run("港湾閉鎖", "ja"), Run("항만", "ko"), Run(")", "en"))
    write_docx(checked(brief_of(Paragraph(line))), tmp_path / "b.docx")
    runs = docx.Document(tmp_path / "b.docx").paragraphs[0].runs
    fonts = [r._r.rPr.rFonts.get(qn("w:eastAsia")) for r in runs[1:3]]
    locales = [r._r.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) for r in runs[1:3]]
    assert fonts == ["Yu Gothic", "Malgun Gothic"]
    assert locales == ["ja-JP", "ko-KR"]
    assert runs[1].font.size.pt == 10


def test_the_foot_counts_pages_with_fields(sample):
    footer = docx.Document(sample).sections[0].footer._element
    fields = [f.get(qn("w:instr")).strip() for f in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    "block",
    [
        Heading("1", en("Next"), 1),
        Paragraph(zh("下一页")),
        Table((en("A"),), ((en("b"),),), (1,)),
    ],
)
def test_a_page_break_makes_the_next_block_begin_a_page(tmp_path, block):
    write_docx(checked(brief_of(Paragraph(en("Cover")), PageBreak(), block)), tmp_path / "b.docx")
    xml = zipfile.ZipFile(tmp_path / "b.docx").read("word/document.xml").decode()
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert xml.index("Cover") < xml.index("<w:pageBreakBefore/>")


def test_a_full_disk_leaves_the_older_file(tmp_path, sample):
    before = sample.read_bytes()
    with no_file_over(2_000), pytest.raises(Trouble, match="cannot-write"):
        write_docx(checked(sample_brief()), sample)
    assert sample.read_bytes() == before
    assert names(tmp_path) == ["brief.docx"]


FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@pytest.fixture
def in_libreoffice(tmp_path, monkeypatch):
    """Return the words of a file as LibreOffice sets them, without spaces, pages parted by \\f."""
    config = tmp_path / "fonts.conf"
    config.write_text(FONTS.format(fonts=resources() / "fonts", cache=tmp_path / "cache"))
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path / "lo"]

    def laid_out(path: Path) -> str:
        subprocess.run([*convert, path], capture_output=True, check=True, timeout=120)
        made = (tmp_path / "lo" / path.name).with_suffix(".pdf")
        seen = subprocess.run(["pdftotext", "-layout", made, "-"], capture_output=True, check=True)
        pages = seen.stdout.decode().split("\f")
        return "\f".join("".join(page.split()) for page in pages)

    return laid_out


def test_libreoffice_lays_out_the_same_words(sample, in_libreoffice):
    text = in_libreoffice(sample)
    for words in ("2.1Commonground", "港湾閉鎖通知,항만폐쇄통지,港口关闭通知", "R2", "2/2"):
        assert words in text


def test_a_notice_at_the_end_leaves_no_empty_page(tmp_path):
    brief = brief_of(Paragraph(en("Ports met.")), Notice((en("The Rule."),)))
    path = tmp_path / "ends.docx"
    write_docx(checked(brief), path)
    body = part(path, "word/document.xml")[0]
    last = [p for p in body if p.tag.endswith("}p")][-1]
    assert "".join(last.itertext()) == "The Rule."
