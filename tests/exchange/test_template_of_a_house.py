"""A house's own Word file, and documents that follow it."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from brief_samples import brief_of, checked, sample_brief
from docx.oxml.ns import qn
from house_templates import AUTHOR, house_file, packed_with

from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.readback import beside_pictures, differences, read_parts
from dialogueprep.exchange.template_intake import take_in_template


@pytest.fixture
def taken(tmp_path):
    return take_in_template(house_file(tmp_path / "house.docx"))


def followed(taken, folder: Path, language="en") -> tuple[Path, object]:
    brief = replace(brief_of(*sample_brief().blocks, language=language), template=taken.template)
    write_docx(checked(brief), folder / "b.docx")
    return folder / "b.docx", brief


def test_styles_margins_and_head_come_from_the_template(tmp_path, taken):
    path, _ = followed(taken, tmp_path)
    document = docx.Document(path)
    assert document.styles["Normal"].font.name == "Georgia"
    assert document.styles["Heading 1"].font.size.pt == 18
    assert str(document.styles["Heading 1"].font.color.rgb) == "0A5C36"
    section = document.sections[0]
    assert round(section.left_margin.cm, 1) == 3.0
    assert "Kusunoki Policy Workshop" in section.header.paragraphs[0].text
    assert len(section.header.part.related_parts) == 1
    assert section.header.paragraphs[-1].text.startswith("For participants. Chatham House Rule")
    assert "Draft 3 of 24 November 2026" in section.header.paragraphs[-1].text


def test_the_tables_are_as_wide_as_the_lines(tmp_path, taken):
    path, _ = followed(taken, tmp_path)
    document = docx.Document(path)
    section = document.sections[0]
    line = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        wide = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
        assert abs(wide - line / 635) <= 2


def test_numbers_of_rows_have_room_in_any_type(tmp_path, taken):
    path, _ = followed(taken, tmp_path)
    table = docx.Document(path).tables[-1]
    assert table.style.name in ("Table Grid", "Brief Table")
    widths = [cell._tc.width.pt for cell in table.rows[1].cells]
    assert widths[0] >= 32
    assert table._tbl.tblPr.find(qn("w:tblCellMar")) is not None


def test_who_made_the_template_stays_behind(tmp_path, taken):
    path, _ = followed(taken, tmp_path)
    assert not [p.name for p in read_parts(path) if AUTHOR in p.text]
    with zipfile.ZipFile(path) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not [n for n in archive.namelist() if "comment" in n or "custom" in n]
    assert b"rsid" not in everything
    assert AUTHOR.encode() not in everything
    assert b"Body text of the template" not in everything
    footer = docx.Document(path).sections[0].footer.paragraphs[0]
    assert footer.text == "12 Example Street, Beppu. "
    codes = [f.get(qn("w:instr")) for f in footer._p.iter(qn("w:fldSimple"))]
    assert codes == [" PAGE "]


def test_what_is_read_is_the_brief_and_all_parts_are_known(tmp_path, taken):
    for language in ("en", "zh", "ja", "ko"):
        path, brief = followed(taken, tmp_path, language)
        assert differences(path, brief) == ()
        assert [p.name for p in beside_pictures(read_parts(path), brief) if p.unread] == []


def test_a_name_in_the_head_of_the_template_is_found(tmp_path):
    taken = take_in_template(house_file(tmp_path / "house.docx", "Office of Kim Planted"))
    path, _ = followed(taken, tmp_path)
    found = [p.name for p in read_parts(path) if "Kim Planted" in p.text]
    assert found == ["word/header1.xml"]


def test_another_picture_in_its_place_is_seen(tmp_path, taken):
    path, brief = followed(taken, tmp_path)
    other = replace(brief, template=replace(taken.template, parts=taken.template.parts[:-2]))
    assert [d.place for d in differences(path, other)] == ["parts"]
    unread = [p.name for p in beside_pictures(read_parts(path), other) if p.unread]
    assert unread == ["word/media/house1.png"]


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_it_keeps_to_the_standard(tmp_path, taken, language):
    path, _ = followed(taken, tmp_path, language)
    audit = [Path(sys.executable).parent / "openxml-audit", path]
    told = subprocess.run(audit, check=False, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout
    assert "Warnings" not in told.stdout


def test_the_same_brief_gives_the_same_bytes(tmp_path, taken):
    first = followed(taken, tmp_path)[0].read_bytes()
    assert followed(taken, tmp_path)[0].read_bytes() == first


def without_styles(path: Path, target: Path, *names: str) -> Path:
    def bare(xml: bytes) -> bytes:
        text = xml.decode()
        for name in names:
            style = rf'<w:style\b[^>]*>\s*<w:name w:val="{name}"/>.*?</w:style>'
            text = re.sub(style, "", text, flags=re.DOTALL)
        return text.encode()

    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as made:
        for name in archive.namelist():
            content = archive.read(name)
            made.writestr(name, bare(content) if name == "word/styles.xml" else content)
    return target


def test_missing_styles_are_named_and_ours_stand_in(tmp_path):
    house = house_file(tmp_path / "house.docx")
    poor = without_styles(house, tmp_path / "poor.docx", "caption", "List Bullet")
    taken = take_in_template(poor)
    assert taken.missing == ("ListBullet", "Caption")
    path, brief = followed(taken, tmp_path)
    assert differences(path, brief) == ()
    assert docx.Document(path).styles["Caption"].name == "Caption"


def test_what_is_no_word_file_is_refused(tmp_path):
    text = tmp_path / "notes.docx"
    text.write_text("not a package")
    other = tmp_path / "house.docm"
    house_file(tmp_path / "house.docx").rename(other)
    for path in (text, other):
        with pytest.raises(Refused, match="template-kind"):
            take_in_template(path)


@pytest.mark.parametrize("part", ["word/styles.xml", "word/header1.xml", "word/document.xml"])
def test_a_hostile_or_broken_template_is_refused(tmp_path, part):
    house = house_file(tmp_path / "house.docx")
    entities = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for content, code in ((entities, "file-unsafe"), (b"<w:styles", "file-damaged")):
        bad = packed_with(house, tmp_path / "bad.docx", {part: content})
        with pytest.raises(Trouble, match=code):
            take_in_template(bad)


def test_a_picture_that_is_none_leaves_its_drawing_behind(tmp_path):
    house = house_file(tmp_path / "house.docx")
    with zipfile.ZipFile(house) as archive:
        (picture,) = [n for n in archive.namelist() if n.startswith("word/media/")]
    bad = packed_with(house, tmp_path / "bad.docx", {picture: b"<svg><script/></svg>"})
    taken = take_in_template(bad)
    assert (taken.left, taken.pictures) == (1, ("JPG",))
    path, brief = followed(taken, tmp_path)
    assert differences(path, brief) == ()
    assert "<w:drawing>" not in zipfile.ZipFile(path).read("word/header1.xml").decode()


def test_there_is_air_beneath_a_tall_head(tmp_path, taken):
    path, _ = followed(taken, tmp_path)
    head = docx.Document(path).sections[0].header
    assert head.paragraphs[-1].style.name == "Brief Head"
    assert head.paragraphs[-1].style.paragraph_format.space_after.pt == 9
