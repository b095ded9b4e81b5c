"""Logos of hosts: taken in bare, in boxes of one height, with words that stand for them."""

from __future__ import annotations

import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO

import docx
import pikepdf
import pytest
from brief_samples import COVER, brief_of, checked
from docx.oxml.ns import qn
from house_templates import AUTHOR, jpeg
from PIL import Image

from dialogueprep.domain.errors import Refused
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.pictures import picture_from, picture_of
from dialogueprep.exchange.readback import beside_pictures, differences, read_parts

NAMES = ("Hangang Example Institute", "楠政策工房", "湖滨区域研究院")
SIZES = ((300, 120), (1200, 100), (100, 160))


def with_logos():
    logos = [
        picture_of(jpeg(*size), "logo.jpg", name) for size, name in zip(SIZES, NAMES, strict=True)
    ]
    return brief_of(replace(COVER[0], logos=tuple(logos)), *COVER[1:-1])


def test_a_picture_is_taken_in_without_what_the_camera_wrote(tmp_path):
    (tmp_path / "logo.jpg").write_bytes(jpeg())
    picture = picture_from(tmp_path / "logo.jpg", "A host")
    assert AUTHOR.encode() in jpeg()
    assert AUTHOR.encode() not in picture.png
    with Image.open(BytesIO(picture.png)) as image:
        assert (image.format, image.info, image.size) == ("PNG", {}, (300, 120))
    assert picture == picture_from(tmp_path / "logo.jpg", "A host")


def test_a_large_picture_is_made_as_small_as_print_needs():
    assert picture_of(jpeg(3000, 1500), "large.jpg").width == 1200


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", jpeg()[:900], b"\x89PNG\r\n\x1a\n12"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(Refused, match="picture-kind"):
        picture_of(data, "logo")


def test_a_picture_with_too_many_points_is_refused():
    into = BytesIO()
    Image.new("1", (8000, 8000)).save(into, "PNG")
    with pytest.raises(Refused, match="picture-too-large"):
        picture_of(into.getvalue(), "logo.png")


def test_logos_stand_in_boxes_of_one_height_with_the_names_of_the_hosts(tmp_path):
    write_docx(checked(with_logos()), tmp_path / "b.docx")
    body = docx.Document(tmp_path / "b.docx").element.body
    said = [p.get("descr") for p in body.iter(qn("wp:docPr"))]
    assert said == list(NAMES)
    heights = [int(e.get("cy")) / 12700 for e in body.iter(qn("wp:extent"))]
    assert [round(h, 1) for h in heights] == [34, 11.9, 34]  # the second is as wide as its column


@pytest.mark.parametrize(("write", "ending"), [(write_docx, "docx"), (write_pdf, "pdf")])
def test_both_files_are_read_back_with_their_logos(tmp_path, write, ending):
    brief, path = with_logos(), tmp_path / f"b.{ending}"
    write(checked(brief), path)
    assert differences(path, brief) == ()
    parts = read_parts(path)
    assert len([p for p in parts if p.digest]) == 3
    assert [p.name for p in beside_pictures(parts, brief) if p.unread] == []
    bare = brief_of(*COVER[:-1])
    assert len([p for p in beside_pictures(parts, bare) if p.unread]) == 3


def test_a_logo_that_lets_through_what_is_behind_is_known_again(tmp_path):
    into = BytesIO()
    Image.new("RGBA", (200, 100), (20, 60, 120, 90)).save(into, "PNG")
    logo = picture_of(into.getvalue(), "logo.png", "A host")
    brief = brief_of(replace(COVER[0], logos=(logo, logo, logo)))
    write_pdf(checked(brief), tmp_path / "b.pdf")
    parts = beside_pictures(read_parts(tmp_path / "b.pdf"), brief)
    assert [p.name for p in parts if p.unread] == []


def test_the_pdf_says_the_words_of_a_logo(tmp_path):
    write_pdf(checked(with_logos()), tmp_path / "b.pdf")
    with pikepdf.open(tmp_path / "b.pdf") as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    assert all(name.encode("utf-16-be").hex().encode() in content for name in NAMES)


def test_the_same_logos_give_the_same_bytes(tmp_path):
    for write, ending in ((write_docx, "docx"), (write_pdf, "pdf")):
        for name in ("one", "two"):
            write(checked(with_logos()), tmp_path / f"{name}.{ending}")
        one, two = ((tmp_path / f"{n}.{ending}").read_bytes() for n in ("one", "two"))
        assert one == two


def test_the_parts_are_those_expected(tmp_path):
    write_docx(checked(with_logos()), tmp_path / "b.docx")
    with zipfile.ZipFile(tmp_path / "b.docx") as archive:
        held = [n for n in archive.namelist() if n.startswith("word/media/")]
    assert held == [f"word/media/logo{n}.png" for n in (1, 2, 3)]


@pytest.mark.parametrize(("write", "ending"), [(write_docx, "docx"), (write_pdf, "pdf")])
def test_mat2_finds_nothing_of_who_took_the_pictures(tmp_path, write, ending):
    write(checked(with_logos()), tmp_path / f"b.{ending}")
    shown = subprocess.run(
        ["mat2", "--show", tmp_path / f"b.{ending}"], capture_output=True, text=True, check=True
    )
    assert AUTHOR not in shown.stdout
    assert "Exif" not in shown.stdout
