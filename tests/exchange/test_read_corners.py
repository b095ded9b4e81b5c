"""The less usual corners of files: a name there is found, or the part is said to be unread."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import openpyxl
import pikepdf
import pytest
import test_readback as usual
from pikepdf import Array, Dictionary, String
from pikepdf import Name as Sign
from reportlab.pdfgen import canvas
from test_readback import NAME, added, font, parts_with

from dialogueprep.exchange.readback import read_parts

portable, word = usual.portable, usual.word


def unread(path) -> list[str]:
    return [part.name for part in read_parts(path) if part.unread]


def runs(*texts: str) -> str:
    return "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)


def halves() -> tuple[str, str]:
    return usual.NAME[:4], usual.NAME[4:]


# Word


def around_a_soft_hyphen(d):
    first, last = halves()
    added(d, f"<w:p><w:r><w:t>{first}</w:t><w:softHyphen/><w:t>{last}</w:t></w:r></w:p>")


def in_moved_words(d):
    added(d, f"<w:p><w:moveFrom w:id='1' w:author='a'>{runs(*halves())}</w:moveFrom></w:p>")


def in_symbols(d):
    signs = "".join(f"<w:sym w:font='Symbol' w:char='F0{ord(c):02X}'/>" for c in usual.NAME)
    added(d, f"<w:p><w:r>{signs}</w:r></w:p>")


def as_a_phonetic_guide(d):
    guide = f"<w:rt>{runs(usual.NAME)}</w:rt><w:rubyBase>{runs('x')}</w:rubyBase>"
    added(d, f"<w:p><w:r><w:ruby>{guide}</w:ruby></w:r></w:p>")


def in_a_content_control(d):
    about = f"<w:sdtPr><w:alias w:val='{usual.NAME}'/></w:sdtPr>"
    added(d, f"<w:p><w:sdt>{about}<w:sdtContent>{runs('x')}</w:sdtContent></w:sdt></w:p>")


def in_a_list_to_choose_from(d):
    items = f"<w:dropDownList><w:listItem w:displayText='{usual.NAME}'/></w:dropDownList>"
    added(d, f"<w:p><w:sdt><w:sdtPr>{items}</w:sdtPr><w:sdtContent/></w:sdt></w:p>")


def in_a_simple_field(d):
    added(d, f"<w:p><w:fldSimple w:instr=' AUTHOR {usual.NAME} '>{runs('x')}</w:fldSimple></w:p>")


def in_a_tip_of_a_link(d):
    link = f"<w:hyperlink w:anchor='b' w:tooltip='{usual.NAME}'>{runs('x')}</w:hyperlink>"
    added(d, f"<w:p>{link}</w:p>")


def in_the_first_header(d):
    d.sections[0].different_first_page_header_footer = True
    d.sections[0].first_page_header.paragraphs[0].add_run(usual.NAME)


def in_the_even_footer(d):
    d.settings.odd_and_even_pages_header_footer = True
    d.sections[0].even_page_footer.paragraphs[0].add_run(usual.NAME)


def in_a_table_within_a_table(d):
    d.tables[-1].cell(1, 1).add_table(1, 1).cell(0, 0).text = usual.NAME


IN_WORD = [
    around_a_soft_hyphen,
    in_moved_words,
    in_symbols,
    as_a_phonetic_guide,
    in_a_content_control,
    in_a_list_to_choose_from,
    in_a_simple_field,
    in_a_tip_of_a_link,
    in_the_first_header,
    in_the_even_footer,
    in_a_table_within_a_table,
]


@pytest.mark.parametrize("plant", IN_WORD, ids=lambda plant: plant.__name__)
def test_a_name_in_a_corner_of_a_word_file_is_found(word, plant):
    document = docx.Document(word)
    plant(document)
    document.save(word)
    assert parts_with(word) != []


SPLIT_SPANS = "<t:span>Kim Pl</t:span><t:span>anted</t:span>"


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/people.xml", f"<w:people xmlns:w='x'><w:person w:author='{NAME}'/></w:people>"),
        ("word/glossary/document.xml", f"<w:g xmlns:w='x'><w:p>{runs(*NAME.split())}</w:p></w:g>"),
        ("word/charts/chart1.xml", f"<c:chart xmlns:c='x'><c:v>{NAME}</c:v></c:chart>"),
        ("word/theme/theme2.xml", f"<a:theme xmlns:a='x' name='{NAME}'/>"),
        ("word/_rels/a.xml.rels", "<r><a Target='mailto:Kim%20Planted'/></r>"),
        ("word/chunk.htm", "<p>Kim&nbsp;<b>Pl</b>&#97;nted</p>"),
        (
            "xl/comments1.xml",
            "<c><text><r><t>Kim Pl</t></r><r><t>anted</t></r></text></c>",
        ),
        ("word/media/a.svg", "<svg><text><tspan>Kim Pl</tspan><tspan>anted</tspan></text></svg>"),
        ("content.xml", f"<o xmlns:t='x'><t:p>{SPLIT_SPANS}</t:p></o>"),
        ("content.xml", "<o xmlns:t='x'><t:h>Kim<t:s/>Pl<t:span>anted</t:span></t:h></o>"),
        ("customXml/a.xml", f"<?xml version='1.0' encoding='Shift_JIS'?><a>{NAME}</a>"),
    ],
)
def test_a_name_in_another_part_is_found_however_it_is_written(word, member, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content)
    if member.startswith("word/glossary"):
        assert "KimPlanted" in " ".join(part.text for part in read_parts(word))
    else:
        assert parts_with(word) != []


def test_a_comment_of_opendocument_does_not_touch_the_line_it_stands_in(word):
    line = "Ki<o:span>m</o:span><o:annotation><o:p>by Ada</o:p></o:annotation> met."
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("content.xml", f"<o xmlns:o='x'><o:p>{line}</o:p></o>")
    (again,) = [part.text for part in read_parts(word) if part.again]
    assert again.splitlines() == ["Kim"]


def test_a_short_family_name_is_not_taken_for_a_colour(word):
    document = docx.Document(word)
    added(document, "<w:p><w:ins w:id='2' w:author='Abe'><w:r><w:t>x</w:t></w:r></w:ins></w:p>")
    document.save(word)
    assert parts_with(word, "Abe") == ["word/document.xml, attributes"]


OLD_OFFICE = b"\xd0\xcf\x11\xe0\0\0\0\0"


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/vbaProject.bin", OLD_OFFICE),
        ("word/embeddings/a.doc", OLD_OFFICE),
        ("word/embeddings/a.docx", b"PK\x03\x04 broken"),
        ("customXml/item7.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
        ("word/media/a.emz", b"\x1f\x8b\x08\0\0"),
    ],
)
def test_a_part_of_a_word_file_that_is_not_read_is_said(word, member, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content)
    assert [name.split(":")[0] for name in unread(word)] == [member]


def test_the_head_of_a_printed_sheet_is_read_without_its_codes(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Given", "Family"])
    book.active.oddHeader.left.text = NAME
    book.save(tmp_path / "a.xlsx")
    texts = [part.text for part in read_parts(tmp_path / "a.xlsx") if part.again]
    assert any(NAME in text.splitlines() for text in texts)


ROWS = (("Kim", "Other"), ("Ada", "Planted"), ("Kim", "Planted"))
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook_with_shared_words(path) -> None:
    """Write a workbook as Excel does: each word once, in the order in which it first stands."""
    words = list(dict.fromkeys(word for row in ROWS for word in row))
    cells = ("".join(f"<c t='s'><v>{words.index(w)}</v></c>" for w in row) for row in ROWS)
    rows = "".join(f"<row>{row}</row>" for row in cells)
    shared = "".join(f"<si><t>{word}</t></si>" for word in words)
    sheets = "<sheets><sheet name='People' sheetId='1' r:id='rId1'/></sheets>"
    link = f"<Relationship Id='rId1' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/>"
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in {
            "xl/workbook.xml": f"<workbook xmlns='{SHEETS}' xmlns:r='{OFFICE}'>{sheets}</workbook>",
            "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{LINKS}'>{link}</Relationships>",
            "xl/sharedStrings.xml": f"<sst xmlns='{SHEETS}'>{shared}</sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{SHEETS}'><sheetData>{rows}</sheetData>"
            "</worksheet>",
        }.items():
            archive.writestr(member, content)


def test_cells_side_by_side_are_read_as_a_row(tmp_path):
    workbook_with_shared_words(tmp_path / "a.xlsx")
    assert parts_with(tmp_path / "a.xlsx") == ["People, rows"]


# PDF


def in_a_pattern(pdf):
    page = pdf.pages[1]
    font(page)
    drawn = pdf.make_stream(f"BT /Plain 9 Tf ({usual.NAME}) Tj ET".encode())
    drawn.Type, drawn.PatternType, drawn.Resources = Sign.Pattern, 1, page.Resources
    page.Resources.Pattern = Dictionary(P=drawn)


def before_the_numbers_of_pages(pdf):
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(P=String(usual.NAME))])


def in_a_script(pdf):
    script = pdf.make_stream(f"var a; // please return it to {usual.NAME} cm".encode())
    pdf.Root.OpenAction = Dictionary(S=Sign.JavaScript, JS=script)


def in_content_left_over(pdf):
    pdf.Root.Old = pdf.make_stream(f"BT /F1 9 Tf ({usual.NAME}) Tj ET".encode())


def in_content_left_over_letter_by_letter(pdf):
    letters = " 20 ".join(f"({c})" for c in usual.NAME)
    pdf.Root.Old = pdf.make_stream(f"BT /F1 9 Tf [{letters}] TJ ET".encode())


def in_a_stream_with_a_number(pdf):
    pdf.Root.Old = pdf.make_stream(usual.NAME.encode(), Dictionary(N=3))


def as_the_name_of_a_layer(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Sign.OCG, Name=String(usual.NAME)))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer])


def on_a_layer_that_is_not_shown(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Sign.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))
    page = pdf.pages[1]
    font(page)
    page.Resources.Properties = Dictionary(L=layer)
    page.contents_add(f"/OC /L BDC BT /Plain 9 Tf 70 300 Td ({usual.NAME}) Tj ET EMC".encode())


def in_the_structure(pdf):
    figure = pdf.make_indirect(Dictionary(S=Sign.Figure, Alt=String(usual.NAME)))
    pdf.Root.StructTreeRoot = Dictionary(Type=Sign.StructTreeRoot, K=figure)


def as_the_id_of_an_element(pdf):
    part = pdf.make_indirect(Dictionary(S=Sign.P, ID=String(usual.NAME)))
    pdf.Root.StructTreeRoot = Dictionary(Type=Sign.StructTreeRoot, K=part)


def among_the_choices_of_a_form(pdf):
    field = Dictionary(FT=Sign.Ch, Opt=[String("a"), Array([String("1"), String(usual.NAME)])])
    pdf.Root.AcroForm = Dictionary(Fields=[pdf.make_indirect(field)])


def as_the_name_of_a_field(pdf):
    field = pdf.make_indirect(Dictionary(FT=Sign.Tx, T=String(usual.NAME)))
    pdf.Root.AcroForm = Dictionary(Fields=[field])


def in_a_popup(pdf):
    popup = Dictionary(Subtype=Sign.Popup, Rect=[0, 0, 9, 9], Contents=String(usual.NAME))
    usual.annotation(pdf, Popup=pdf.make_indirect(popup))


def in_the_rich_text_of_a_comment(pdf):
    first, last = halves()
    usual.annotation(pdf, RC=String(f"<body><p>{first}<b>{last}</b></p></body>"))


def in_a_file_without_a_type(pdf):
    inner = BytesIO()
    document = docx.Document()
    document.add_paragraph(usual.NAME)
    document.save(inner)
    held = Dictionary(F=String("a.docx"), EF=Dictionary(F=pdf.make_stream(inner.getvalue())))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a"), held]))


IN_PDF = [
    in_a_pattern,
    before_the_numbers_of_pages,
    in_a_script,
    in_content_left_over,
    in_content_left_over_letter_by_letter,
    in_a_stream_with_a_number,
    as_the_name_of_a_layer,
    on_a_layer_that_is_not_shown,
    in_the_structure,
    as_the_id_of_an_element,
    among_the_choices_of_a_form,
    as_the_name_of_a_field,
    in_a_popup,
    in_the_rich_text_of_a_comment,
    in_a_file_without_a_type,
]


@pytest.mark.parametrize("plant", IN_PDF, ids=lambda plant: plant.__name__)
def test_a_name_in_a_corner_of_a_pdf_is_found(portable, plant):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(portable)
    assert parts_with(portable) != []


def turned(c):
    c.translate(300, 300)
    c.rotate(90)
    c.drawString(0, 0, NAME)


def white(c):
    c.setFillColorRGB(1, 1, 1)
    c.drawString(100, 100, NAME)


def tiny(c):
    c.setFont("Helvetica", 0.4)
    c.drawString(100, 100, NAME)


def glyph_by_glyph_backwards(c):
    places = [(100 + c.stringWidth(NAME[:n], "Helvetica", 12), NAME[n]) for n in range(len(NAME))]
    for x, glyph in reversed(places):
        c.drawString(x, 100, glyph)


@pytest.mark.parametrize(
    "draw", [turned, white, tiny, glyph_by_glyph_backwards], ids=lambda draw: draw.__name__
)
def test_a_name_is_read_however_it_is_drawn(tmp_path, draw):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    draw(page)
    page.save()
    assert parts_with(tmp_path / "a.pdf") == ["page 1"]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"startxref", f"% {NAME}\nstartxref".encode(), 1),
        lambda data: data + NAME.encode(),
        lambda data: NAME.encode() + b"\n" + data,
    ],
    ids=["in a comment", "after the end", "before the head"],
)
def test_a_name_outside_of_the_objects_of_a_pdf_is_found(portable, change):
    portable.write_bytes(change(portable.read_bytes()))
    assert "outside of objects" in parts_with(portable)


def test_a_pdf_that_opens_without_a_password_is_read(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Author"] = NAME
        pdf.save(portable, encryption=pikepdf.Encryption(user="", owner="o"))
    assert parts_with(portable) == ["info"]


def a_font_without_letters(pdf):
    about = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    glyphs = Dictionary(Subtype=Sign.CIDFontType2, BaseFont=Sign.Foo, CIDSystemInfo=about)
    drawn(
        pdf,
        Dictionary(
            Type=Sign.Font,
            Subtype=Sign.Type0,
            BaseFont=Sign.Foo,
            Encoding=Sign("/Identity-H"),
            DescendantFonts=[glyphs],
        ),
    )


def a_font_with_numbered_letters(pdf):
    letters = Dictionary(Differences=[65, Sign.G01, Sign.G02])
    drawn(pdf, Dictionary(Subtype=Sign.Type1, BaseFont=Sign.Foo, Encoding=letters))


def drawn(pdf, made) -> None:
    pdf.pages[1].Resources.Font["/Z"] = pdf.make_indirect(made)
    pdf.pages[1].contents_add(b"BT /Z 12 Tf 70 300 Td <002B00480046> Tj ET")


def a_picture_in_the_content(pdf):
    pdf.pages[1].contents_add(b"q BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")


def letters_without_width(pdf):
    font = Dictionary(Subtype=Sign.Type1, BaseFont=Sign.Helvetica)
    pdf.pages[1].Resources.Font["/Z"] = pdf.make_indirect(font)
    pdf.pages[1].Contents = pdf.make_stream(b"BT /Z 12 Tf 0 Tz 70 300 Td (N) Tj 9 0 Td (o) Tj ET")


def shapes_alone(pdf):
    pdf.pages[1].Contents = pdf.make_stream(b"0 0 m 100 100 l 200 50 l f")


@pytest.mark.parametrize(
    "plant",
    [
        a_font_without_letters,
        a_font_with_numbered_letters,
        a_picture_in_the_content,
        letters_without_width,
        shapes_alone,
    ],
    ids=lambda plant: plant.__name__,
)
def test_what_gives_no_text_on_a_page_is_said(portable, plant):
    assert unread(portable) == []
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(portable)
    assert "page 2, letters or pictures" in unread(portable)


def test_a_page_with_spaces_alone_is_read(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        letters_without_width(pdf)
        pdf.pages[1].Contents = pdf.make_stream(b"BT /Z 12 Tf 70 300 Td ( ) Tj [( ) 3 (  )] TJ ET")
        pdf.save(portable)
    assert unread(portable) == []


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\0", OLD_OFFICE, b"%PDF-1.4 broken"])
def test_an_attachment_that_is_not_read_is_said(portable, content):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        pdf.attachments["a"] = pikepdf.AttachedFileSpec(pdf, content)
        pdf.save(portable)
    (name,) = unread(portable)
    assert name.startswith("attachment")


# text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("星野氏は述べた。", "iso2022_jp"),
        ("장미소 박사", "iso2022_kr"),
        ("李文博与会", "hz"),
        ("李文博 said so", "utf-16-le"),
        ("李文博 said so", "utf-16-be"),
        ("李文博", "utf-32"),
        ("one\nstray \0 sign", "utf-8"),
    ],
)
def test_text_without_a_mark_of_its_encoding_is_read(tmp_path, text, encoding):
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read_parts(tmp_path / "a.txt")[1].text == text


@pytest.mark.parametrize(
    "text", ["Kim Pl**anted** met.", "Kim&nbsp;Planted met.", "<p>Kim <b>Pl</b>anted</p>"]
)
def test_a_name_is_read_without_the_marks_within_it(tmp_path, text):
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert parts_with(tmp_path / "a.md") == ["text, without marks"]


def test_ends_of_lines_count_as_one_character(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo")
    assert read_parts(tmp_path / "a.txt")[1].text == "one\ntwo"
