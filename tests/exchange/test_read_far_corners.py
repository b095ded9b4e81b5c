"""Words in codes, beside the members of a package, in names and in hidden layers of a file."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO
from zlib import compress

import docx
import pikepdf
import pytest
import test_readback as usual
from pikepdf import Array, Dictionary, String
from pikepdf import Name as Sign
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from test_read_corners import runs, unread
from test_readback import NAME, added, parts_with, refused

from dialogueprep import paths
from dialogueprep.exchange.read_again import across
from dialogueprep.exchange.readback import read_parts

portable, word = usual.portable, usual.word

JAPANESE = "星野雅樹"

ESCAPED = "".join(f"\\u{ord(c):04x}" for c in NAME)
ACCENTED = "Nguyễn Thị Hải Yến"
SIGNED = b"\x30\x82\x01\x10\x06\x03U\x04\x03\x0c" + bytes([len(NAME)]) + NAME.encode() + b"0\x82"
PICTURE = b64encode(b"\x89PNG\r\n\x1a\n" + bytes(60)).decode()


def coded(words: bytes) -> str:
    return b64encode(words).decode()


@pytest.mark.parametrize(
    "content",
    [
        f"<!-- {NAME} --><a/>",
        f"<a/><!-- {NAME} -->",
        f"<?note {NAME}?><a/>",
        "<Kim-Planted/>",
        "<a Kim-Planted='1'/>",
        "<a xmlns='urn:Kim-Planted'/>",
        f"<a>{ESCAPED}</a>",
        f"<a who='{coded(f'Notes are by {NAME}, who sits here'.encode())}'/>",
        f"<a>{coded(f'Notes are by {NAME}'.encode('utf-16'))}</a>",
        f"<a>{coded(SIGNED + bytes(range(128, 256)))}</a>",
        "<a>&lt;b&gt;Kim Pl&lt;/b&gt;anted</a>",
        "<svg>" + "".join(f"<text x='{n}'>{c}</text>" for n, c in enumerate(NAME)) + "</svg>",
    ],
)
def test_a_name_anywhere_in_xml_is_found(word, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("customXml/item1.xml", content)
    assert parts_with(word) or parts_with(word, "Kim-Planted") or parts_with(word, "urn:" + NAME)


def test_a_name_that_fields_draw_letter_by_letter_is_found(word):
    code = r" EQ \* jc2 \* &quot;Font:MS Mincho&quot; \o\ad(\s\up 9(x),{})"
    letters = "".join(
        f"<w:r><w:instrText>{code.format(c)}</w:instrText></w:r><w:r><w:t>.</w:t></w:r>"
        for c in "星野"
    )
    document = docx.Document(word)
    added(document, f"<w:p>{letters.replace('<w:t>.</w:t>', '')}</w:p>")
    document.save(word)
    assert parts_with(word, "星野") != []


def test_a_name_with_hidden_letters_between_is_found(word):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>zz</w:t></w:r>"
    document = docx.Document(word)
    added(document, f"<w:p>{runs(NAME[:6])}{hidden}{runs(NAME[6:])}</w:p>")
    document.save(word)
    assert parts_with(word) != []


def test_an_author_is_read_who_is_called_like_a_style(word):
    document = docx.Document(word)
    added(document, "<w:p><w:ins w:id='2' w:author='Strong'><w:r><w:t>x</w:t></w:r></w:ins></w:p>")
    document.save(word)
    assert "word/document.xml, attributes" in parts_with(word, "Strong")


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/media/a.svg", "<svg><path d='M0 0 C1 1 2 2 3 3'/></svg>"),
        ("word/ink/ink1.xml", "<ink><trace>1 2, 3 4</trace></ink>"),
        ("customXml/item1.xml", f"<a>{PICTURE}</a>"),
        ("word/chunk.htm", f"<img src='data:image/png;base64,{PICTURE}'>"),
    ],
)
def test_what_is_drawn_or_pictured_in_a_text_is_said(word, member, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content)
    assert unread(word) == [member]


def test_what_stands_after_an_archive_is_read(word):
    word.write_bytes(word.read_bytes() + f"\n{ACCENTED}\n".encode())
    assert parts_with(word, ACCENTED) == ["after the archive"]


def test_a_member_that_was_only_taken_off_the_list_is_said(word):
    held = BytesIO()
    with zipfile.ZipFile(word) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in old.infolist():
            archive.writestr(entry.filename, old.read(entry))
        archive.writestr("word/old.xml", f"<a>{NAME} and {NAME} and more words</a>")
        archive.filelist.pop()
    word.write_bytes(held.getvalue())
    assert unread(word) == ["between the members"]


def test_a_web_page_is_read_without_how_its_words_are_read(tmp_path):
    page = "<p><ruby>星<rt>ほし</rt></ruby><ruby>野<rt>の</rt></ruby></p>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert parts_with(tmp_path / "a.html", "星野") == ["text, without marks"]


def test_bytes_that_are_no_text_are_refused(tmp_path):
    (tmp_path / "a.bin").write_bytes(bytes(range(1, 256)) * 9)
    assert refused(tmp_path / "a.bin") == "file-kind-unknown"


# PDF


def letters_of(words: str) -> bytes:
    """Return a PDF with words in a font whose codes are not its letters, as East Asian ones are."""
    page = BytesIO()
    registerFont(TTFont("SomeJP", paths.resources() / "fonts" / "NotoSansJP-Regular.ttf"))
    drawn = canvas.Canvas(page, invariant=True)
    drawn.setFont("SomeJP", 12)
    drawn.drawString(0, 0, words)
    drawn.save()
    return page.getvalue()


def form_of(pdf, words: str):
    with pikepdf.open(BytesIO(letters_of(words))) as made:
        return pdf.copy_foreign(made.make_indirect(made.pages[0].as_form_xobject()))


def in_a_hidden_note(pdf):
    usual.annotation(pdf, F=2, AP=Dictionary(N=form_of(pdf, JAPANESE)))


def in_another_state_of_a_button(pdf):
    usual.annotation(pdf, AP=Dictionary(D=form_of(pdf, JAPANESE)))


def in_a_drawing_that_nothing_shows(pdf):
    pdf.Root.Old = form_of(pdf, JAPANESE)


def in_a_script_in_wide_letters(pdf):
    script = pdf.make_stream(f'app.alert("{JAPANESE}")'.encode("utf-16"))
    pdf.Root.OpenAction = Dictionary(S=Sign.JavaScript, JS=script)


def in_codes_of_a_script(pdf):
    codes = "".join(f"\\u{ord(c):04x}" for c in JAPANESE)
    pdf.Root.OpenAction = Dictionary(S=Sign.JavaScript, JS=String(f'app.alert("{codes}")'))


def in_the_letters_of_another_program(pdf):
    pdf.docinfo["/Author"] = pikepdf.Object.parse(b"<%s>" % JAPANESE.encode("cp932").hex().encode())


def in_a_signature(pdf):
    signed = b"\x30\x82\x01\x10\x06\x03U\x04\x03\x0c\x0c" + JAPANESE.encode() + b"0\x82"
    pdf.Root.Signed = Dictionary(Type=Sign.Sig, Contents=String(signed + bytes(range(128, 256))))


def in_a_comment_of_the_content(pdf):
    pdf.pages[1].contents_add(f"% {JAPANESE}\n0 g".encode())


def as_the_tag_of_a_mark(pdf):
    pdf.pages[1].contents_add(f"/{JAPANESE} BMC EMC".encode())


def letter_by_letter_in_replacement_texts(pdf):
    codes = (f"/Span <</ActualText <FEFF{ord(c):04x}>>> BDC EMC" for c in JAPANESE)
    pdf.pages[1].contents_add(" ".join(codes).encode())


def as_the_name_of_a_font(pdf):
    named = Dictionary(Type=Sign.Font, Subtype=Sign.TrueType, BaseFont=Sign(f"/ABCDEF+{JAPANESE}"))
    pdf.pages[1].Resources.Font["/Z"] = pdf.make_indirect(named)


IN_PDF = [
    in_a_hidden_note,
    in_another_state_of_a_button,
    in_a_drawing_that_nothing_shows,
    in_a_script_in_wide_letters,
    in_codes_of_a_script,
    in_the_letters_of_another_program,
    in_a_signature,
    in_a_comment_of_the_content,
    as_the_tag_of_a_mark,
    letter_by_letter_in_replacement_texts,
    as_the_name_of_a_font,
]


@pytest.mark.parametrize("plant", IN_PDF, ids=lambda plant: plant.__name__)
def test_a_name_in_a_far_corner_of_a_pdf_is_found(portable, plant):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(portable)
    assert parts_with(portable, JAPANESE) != []


def test_accents_in_a_form_of_xml_are_kept(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(f"<a>{ACCENTED}</a>".encode()))
        pdf.save(portable)
    assert parts_with(portable, ACCENTED) != []


def letters_as_shapes(pdf):
    pdf.pages[1].contents_add(b"0 0 m " + b"1 1 2 2 3 3 c " * 60 + b"f")


def handwriting(pdf):
    ink = Dictionary(Subtype=Sign.Ink, Rect=[0, 0, 9, 9], InkList=Array([Array([1, 2, 3, 4])]))
    pdf.pages[1].Annots = pdf.make_indirect([pdf.make_indirect(ink)])


def a_table_of_letters_that_names_none(pdf):
    empty = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange endcmap"
    font = Dictionary(Subtype=Sign.Type1, BaseFont=Sign.Foo, ToUnicode=pdf.make_stream(empty))
    pdf.pages[1].Resources.Font["/Z"] = pdf.make_indirect(font)


def data_of_another_program(pdf):
    pdf.Root.PieceInfo = Dictionary(Private=pdf.make_stream(bytes(range(256)) * 4))


@pytest.mark.parametrize(
    ("plant", "name"),
    [
        (letters_as_shapes, "page 2, letters or pictures"),
        (handwriting, "page 2, letters or pictures"),
        (a_table_of_letters_that_names_none, "page 2, letters or pictures"),
        (data_of_another_program, "stream"),
    ],
)
def test_what_gives_no_words_in_a_pdf_is_said(portable, plant, name):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(portable)
    assert any(one.startswith(name) for one in unread(portable))


def test_a_pdf_arranged_for_the_web_has_nothing_unread(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        pdf.save(portable, linearize=True)
    assert unread(portable) == []


# letters apart


@pytest.mark.parametrize(
    "text", ["민 지 환 님", "H o s h i n o", "星\n野\n雅\n樹", "민\u3000지\u3000환"]
)
def test_letters_that_stand_apart_are_read_together_too(tmp_path, text):
    (tmp_path / "a.txt").write_text(f"Met\n{text}\nwho left.", encoding="utf-8")
    together = "".join(text.split())
    found = [part.text for part in read_parts(tmp_path / "a.txt") if part.again]
    assert any(together.startswith(line) for text in found for line in text.splitlines() if line)


def test_letters_with_unseen_signs_between_or_turned_round_are_read(tmp_path):
    signs = "\U000e0100".join(JAPANESE)
    (tmp_path / "a.txt").write_text(f"{signs}\n\u202e{NAME[::-1]}\u202c", encoding="utf-8")
    assert parts_with(tmp_path / "a.txt", JAPANESE) and parts_with(tmp_path / "a.txt")


def test_ruby_of_opendocument_is_left_out_too(word):
    ruby = "".join(f"<o:ruby-base>{c}</o:ruby-base><o:ruby-text>x</o:ruby-text>" for c in JAPANESE)
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("content.xml", f"<o:a xmlns:o='x'><o:p>{ruby}</o:p></o:a>")
    assert parts_with(word, JAPANESE) == ["content.xml, joined"]


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [("The late Mr Pl-", "anted wrote", "Planted"), ("最後に星野雅", "樹は", "星野雅樹")],
)
def test_a_name_that_goes_on_overleaf_is_read(before, after, name):
    pages = (f"Draft\n{before}\npage 1", f"Draft\n{after}\nmore")
    assert any(name in words for words in across(*pages))


@pytest.mark.parametrize("sign", ["%", "="])
def test_letters_written_as_bytes_are_read(tmp_path, sign):
    codes = "".join(f"{sign}{byte:02X}" for byte in JAPANESE.encode())
    (tmp_path / "a.vcf").write_text(f"N;ENCODING=QUOTED-PRINTABLE:{codes}", encoding="utf-8")
    assert parts_with(tmp_path / "a.vcf", JAPANESE) == ["text, without marks"]


def test_words_that_were_packed_are_read(tmp_path):
    (tmp_path / "a.drawio").write_text(f"<a>{coded(compress((NAME + ' ').encode() * 9))}</a>")
    assert parts_with(tmp_path / "a.drawio") == ["text, in codes"]


def test_an_opendocument_file_with_a_password_is_said_to_be_protected(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>")
        archive.writestr("content.xml", bytes(range(9)))
    assert refused(tmp_path / "a.odt") == "file-protected"
