"""Names in what programs name, in either reading of a drawing, in codes, and drawn in pieces."""

from __future__ import annotations

import zipfile

import docx
import pikepdf
import pytest
from pikepdf import Array, Dictionary, String
from pikepdf import Name as Sign
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen import canvas

from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,country,sector,sessions
p1,Akimoto Sayaka,family-first,Akimoto,Sayaka,秋元 沙也香,JP,academia,s1
p2,Iskander Bekmurzin,given-first,Bekmurzin,Iskander,,KZ,business,s1
p3,Noh Haram,family-first,Noh,Haram,노하람,KR,ngo,s1
p4,Ines Duarte,given-first,Duarte,Ines,,PT,government,s1
"""
WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MIXED = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
PLAIN = "Sediment"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return roster_of(path)


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "brief.docx"
    made = docx.Document()
    made.add_paragraph("The meeting discussed sea lanes.")
    made.save(path)
    return path


@pytest.fixture
def portable(tmp_path):
    path = tmp_path / "brief.pdf"
    page = canvas.Canvas(str(path))
    page.drawString(72, 760, "The meeting discussed sea lanes.")
    page.save()
    return path


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def holds(word, roster, member: str, content: str) -> set[str]:
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content)
    return people_in(word, roster)


def numbers(name: str) -> str:
    return " ".join(str(ord(letter)) for letter in name)


def field(code: str) -> str:
    ends = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:r><w:instrText>{code}</w:instrText></w:r>".join(ends)


INSIDE = {
    "a bookmark": '<w:bookmarkStart w:id="1" w:name="_ViewOf{0}2"/>',
    "a style": '<w:style w:styleId="{0}Quote"/>',
    "the other reading of a drawing": (
        f"<w:r><mc:AlternateContent {MIXED}><mc:Choice><w:t>map</w:t></mc:Choice>"
        "<mc:Fallback><w:t>{0}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    ),
}


@pytest.mark.parametrize("place", INSIDE)
def test_a_family_name_within_what_a_program_names_is_found(word, roster, place):
    one = f"<w:d {WORDS}><w:p>{INSIDE[place]}</w:p></w:d>"
    assert not holds(word, roster, "word/plain.xml", one.format(PLAIN))
    assert holds(word, roster, "word/named.xml", one.format("Akimoto")) == {"p1"}


def in_codes(name: str) -> str:
    return "".join(f"_x{ord(letter):04X}_" for letter in name)


@pytest.mark.parametrize(
    "write",
    [
        lambda name: (
            f"<w:p>{name[:4]}<w:r><w:t>{name[:4]}</w:t><w:br/><w:t>{name[4:]}</w:t></w:r></w:p>"
        ),
        lambda name: f"<w:p>{field(f' QUOTE {numbers(name)} ')}</w:p>",
        lambda name: "<w:p>" + "".join(field(f" SYMBOL {ord(one)} ") for one in name) + "</w:p>",
        lambda name: f"<vt:bstr xmlns:vt='urn:oasis:names:x'>{in_codes(name)}</vt:bstr>",
        lambda name: f'<w:numFmt w:formatCode="{"".join(chr(92) + one for one in name)}"/>',
        lambda name: f'<w:f>CONCATENATE("{name[:4]}","{name[4:]}")</w:f>',
    ],
    ids=["break", "quote", "symbols", "codes", "format", "formula"],
)
def test_a_name_in_pieces_or_by_numbers_is_read_whole(word, roster, write):
    assert not holds(word, roster, "word/plain.xml", f"<w:d {WORDS}>{write(PLAIN)}</w:d>")
    assert holds(word, roster, "word/named.xml", f"<w:d {WORDS}>{write('Akimoto')}</w:d>") == {"p1"}


def test_a_row_of_a_table_tells_a_person_by_land_and_field(word, roster):
    made = docx.Document(word)
    table = made.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Country", "Sector", "View"), strict=True):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("Kazakhstan", "business", "against"), strict=True):
        cell.text = text
    made.save(word)
    assert people_in(word, roster) == {"p2"}


def test_macros_of_opendocument_are_read_and_their_document_type_is_not(word, roster):
    head = '<!DOCTYPE m PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    assert holds(word, roster, "Basic/M.xml", f"{head}<m>REM Akimoto Sayaka</m>") == {"p1"}


@pytest.mark.parametrize(
    ("line", "who"),
    [("C:\\Users\\sakimoto\\list.xlsx", "p1"), ("akimotos", "p1"), ("iduarte_final.docx", "p4")],
)
def test_a_login_of_a_name_is_found_in_a_path_and_alone(word, roster, line, who):
    assert holds(word, roster, "docProps/more.xml", f"<a><b>{line}</b></a>") == {who}


def test_a_name_in_the_codes_of_a_file_name_is_found(tmp_path, roster):
    path = tmp_path / "notes_%E7%A7%8B%E5%85%83%E6%B2%99%E4%B9%9F%E9%A6%99.txt"
    path.write_text("Sea lanes.", "utf-8")
    assert people_in(path, roster) == {"p1"}


# PDF


def radio(pdf, name):
    drawn = pdf.make_stream(b"", Type=Sign.XObject, Subtype=Sign.Form, BBox=Array([0, 0, 1, 1]))
    states = Dictionary({f"/{name}": drawn, "/Off": drawn})
    kind = {"Type": Sign.Annot, "Subtype": Sign.Widget, "FT": Sign.Btn, "T": String("a")}
    rect = Array([0, 0, 9, 9])
    field = pdf.make_indirect(Dictionary(**kind, Rect=rect, AP=Dictionary(N=states)))
    pdf.pages[0].obj.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def user_property(pdf, name):
    told = Array([Dictionary(N=String("who"), V=String(name))])
    element = Dictionary(S=Sign.P, A=Dictionary(O=Sign.UserProperties, P=told))
    pdf.Root.StructTreeRoot = Dictionary(K=pdf.make_indirect(element))


def destination(pdf, name):
    pdf.Root.Dests = Dictionary({f"/{name}": Array([pdf.pages[0].obj, Sign.Fit])})


def role(pdf, name):
    pdf.Root.StructTreeRoot = Dictionary(RoleMap=Dictionary({f"/{name}Box": Sign.P}))


def colour(pdf, name):
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1)
    space = Array([Sign.Separation, getattr(Sign, name), Sign.DeviceGray, tint])
    pdf.pages[0].Resources.ColorSpace = Dictionary(C1=space)


def mark(pdf, name):
    pdf.pages[0].contents_add(pdf.make_stream(f"/{name} BMC EMC".encode()))


@pytest.mark.parametrize("put", [radio, user_property, destination, role, colour, mark])
def test_a_name_that_an_author_chose_within_a_pdf_is_found(portable, roster, put):
    for name, who in ((PLAIN, set()), ("Akimoto", {"p1"})):
        with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
            put(pdf, name)
            pdf.save(portable)
        assert people_in(portable, roster) == who


@pytest.mark.parametrize("first", [0, 1])
def test_halves_of_a_word_that_touch_are_read_as_one(tmp_path, roster, first):
    path = tmp_path / "halves.pdf"
    page = canvas.Canvas(str(path))
    page.setFont("Helvetica", 11)
    after = 72 + pdfmetrics.stringWidth("Akim", "Helvetica", 11)
    halves = [(72, "Akim"), (after, "oto")]
    for x, text in (halves[first], (72.0, ""), halves[1 - first]):
        page.drawString(x, 700 if text else 500, text or "other words")
    page.save()
    assert people_in(path, roster) == {"p1"}


def test_a_font_that_tells_other_letters_than_it_draws_is_said_to_be_unread(portable, roster):
    table = "1 beginbfchar\n{} endbfchar".format(
        "\n".join(f"<{ord(a):02x}> <{ord(b):04x}>" for a, b in zip("Akimot", "Forest", strict=True))
    )
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        kind = {"Type": Sign.Font, "Subtype": Sign.Type1, "BaseFont": Sign.Helvetica}
        told = pdf.make_stream(table.encode())
        about = {**kind, "Encoding": Sign.WinAnsiEncoding, "ToUnicode": told}
        font = Dictionary(**about)
        pdf.pages[0].Resources.Font["/F9"] = pdf.make_indirect(font)
        pdf.pages[0].contents_add(pdf.make_stream(b"BT /F9 9 Tf 72 400 Td (Akimoto) Tj ET"))
        pdf.save(portable)
    assert screened(portable, roster)["unread"] == ["page 1, letters or pictures"]


def test_headings_of_an_outline_are_read_in_their_order(tmp_path, roster):
    path = tmp_path / "outline.pdf"
    page = canvas.Canvas(str(path))
    page.drawString(72, 760, "Sea lanes.")
    titles = ["Aims", "Tides", "Ports", "Lights", "Buoys", "Wrecks", "Reefs"]
    for title in titles:
        page.bookmarkPage(title)
        page.addOutlineEntry(title, title)
    page.save()
    seen = screened(path, roster)
    (span,) = (part for part in seen["parts"] if part["name"] == "outline")
    lines = seen["text"][span["start"] : span["end"]].split("\n")
    assert [line for line in lines if line in titles] == titles


def test_only_members_that_somebody_named_are_listed(word):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("customXml/Akimoto.xml", "<note/>")
    listed = [part.text for part in read_parts(word) if part.name == "names of members"]
    assert "customXml/Akimoto.xml" in listed[0]
    assert "word/document.xml" not in listed[0]
