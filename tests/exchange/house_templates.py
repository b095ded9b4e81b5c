"""Word files of an invented house, with what such files carry about who made them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from PIL import Image, ImageDraw

AUTHOR = "Planted Author"


def jpeg(width: int = 300, height: int = 120, colour: str = "#8a1538") -> bytes:
    """Return a picture with a camera's data about who took it."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).rectangle((6, 6, width - 7, height - 7), outline=colour, width=12)
    exif = Image.Exif()
    exif[0x013B] = AUTHOR
    into = BytesIO()
    image.save(into, "JPEG", exif=exif)
    return into.getvalue()


def house_file(path: Path, words: str = "Kusunoki Policy Workshop") -> Path:
    """Write a house's own file: serif type, green headings, a head with logo and address."""
    document = docx.Document()
    document.core_properties.author = AUTHOR
    document.core_properties.comments = AUTHOR
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Georgia", Pt(11)
    for name, size in (("Heading 1", 18), ("Heading 2", 13), ("Title", 30)):
        styles[name].font.name, styles[name].font.size = "Georgia", Pt(size)
        styles[name].font.color.rgb = RGBColor(0x0A, 0x5C, 0x36)
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(3)
    section.top_margin = Cm(3.4)
    head = section.header.paragraphs[0]
    head.add_run().add_picture(BytesIO(jpeg()), height=Cm(1.1))
    head.add_run(f"\t{words}")
    head.alignment = WD_ALIGN_PARAGRAPH.LEFT
    foot = section.footer.paragraphs[0]
    foot.add_run("12 Example Street, Beppu. ")
    for code, shown in ((" AUTHOR ", AUTHOR), (" PAGE ", "7")):
        _field(foot, code, shown)
    paragraph = document.add_paragraph("Body text of the template.")
    paragraph._p.set(qn("w:rsidR"), "00A1B2C3")
    document.add_comment(paragraph.runs, text="A comment", author=AUTHOR, initials="PA")
    document.save(str(path))
    return path


def _field(paragraph, code: str, shown: str) -> None:
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "code":
            held = OxmlElement("w:instrText")
            held.text = code
            run._r.append(held)
        elif kind != "shown":
            run._r.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'))


def packed_with(path: Path, target: Path, parts: dict[str, bytes]) -> Path:
    """Write a package again with other contents in some of its parts."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(target, "w") as made:
        for name in archive.namelist():
            made.writestr(name, parts.get(name) or archive.read(name))
    return target
