"""The Word document of a brief."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from brief_samples import brief_of, checked, en, sample_brief, zh
from docx.oxml.ns import qn
from test_atomic import names, no_file_over

from dialogueprep.domain.briefs.blocks import Heading, PageBreak, Paragraph, Run, Table
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.docx_package import PARTS
from dialogueprep.exchange.docx_writer import write_docx
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


def test_headings_are_real_and_carry_the_numbers_of_the_tree(sample):
    document = docx.Document(sample)
    found = [(p.style.name, p.text) for p in document.paragraphs if "eading" in p.style.name]
    assert found[:2] == [
        ("Heading 1", "2\tWhat the discussion showed"),
        ("Heading 2", "2.1\tCommon ground"),
    ]
    level = document.styles["heading 2"].element.pPr.find(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "1"


def test_tables_repeat_their_head_and_keep_rows_whole(sample):
    table = docx.Document(sample).tables[-1]
    properties = [row._tr.trPr for row in table.rows]
    assert properties[0].find(qn("w:tblHeader")) is not None
    assert all(p.find(qn("w:cantSplit")) is not None for p in properties)
    described = table._tbl.tblPr.find(qn("w:tblDescription"))
    assert described.get(qn("w:val")).startswith("To whom each recommendation goes")


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


def test_libreoffice_lays_out_the_same_words(tmp_path, sample, monkeypatch):
    config = tmp_path / "fonts.conf"
    config.write_text(FONTS.format(fonts=resources() / "fonts", cache=tmp_path / "cache"))
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*convert, sample], capture_output=True, check=True, timeout=120)
    seen = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "brief.pdf", "-"], capture_output=True, check=True
    )
    text = "".join(seen.stdout.decode().split())
    for words in ("2.1Commonground", "港湾閉鎖通知,항만폐쇄통지,港口关闭通知", "R2", "2/2"):
        assert words in text
