"""Nothing that a file holds escapes reading back: a name is planted into each kind of part."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pikepdf
import pytest
from brief_samples import brief_of, checked, en, sample_brief
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dialogueprep.domain.briefs.blocks import Paragraph
from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.readback import body_text, read_parts
from dialogueprep.sentences import explain

NAME = "Kim Planted"
SPLIT = "<w:r><w:t>Kim Pl</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>anted</w:t></w:r>"


def parts_with(path, name: str = NAME) -> list[str]:
    return [part.name for part in read_parts(path) if name in " ".join(part.text.split())]


# Word


@pytest.fixture
def word(tmp_path):
    target = tmp_path / "brief.docx"
    write_docx(checked(sample_brief()), target)
    return target


def added(document, xml: str) -> None:
    """Put XML of WordprocessingML at the end of the body."""
    document.element.body.insert(-1, parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def in_body(d):
    added(d, f"<w:p>{SPLIT}</w:p>")


def in_hidden_text(d):
    added(d, f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r></w:p>")


def in_a_deletion(d):
    words = f"<w:del w:id='1' w:author='a'><w:r><w:delText>{NAME}</w:delText></w:r></w:del>"
    added(d, f"<w:p>{words}</w:p>")


def in_an_insertion_beside_a_deletion(d):
    gone = "<w:del w:id='1' w:author='a'><w:r><w:delText>ott</w:delText></w:r></w:del>"
    come = "<w:ins w:id='2' w:author='a'><w:r><w:t>anted</w:t></w:r></w:ins>"
    added(d, f"<w:p><w:r><w:t>Kim Pl</w:t></w:r>{gone}{come}</w:p>")


def as_author_of_a_change(d):
    added(d, f"<w:p><w:ins w:id='2' w:author='{NAME}'><w:r><w:t>x</w:t></w:r></w:ins></w:p>")


def in_a_field_code(d):
    codes = (
        f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in (" AUTHOR Kim Pl", "anted")
    )
    added(d, f"<w:p>{''.join(codes)}</w:p>")


def as_a_bookmark(d):
    added(d, f"<w:p><w:bookmarkStart w:id='1' w:name='{NAME}'/><w:bookmarkEnd w:id='1'/></w:p>")


def in_a_text_box(d):
    box = (
        f"<w:pict {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    )
    added(d, f"<w:p><w:r>{box}<w:p>{SPLIT}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>")


def in_a_table(d):
    d.tables[-1].cell(1, 1).paragraphs[0].add_run(NAME)


def in_the_header(d):
    d.sections[0].header.paragraphs[0].add_run(NAME)


def in_the_footer(d):
    d.sections[0].footer.paragraphs[0].add_run(NAME)


def in_a_comment(d):
    d.add_comment(d.paragraphs[3].runs, text=NAME, author="a")


def as_author_of_a_comment(d):
    d.add_comment(d.paragraphs[3].runs, text="x", author=NAME)


def as_author(d):
    d.core_properties.author = NAME


def in_keywords(d):
    d.core_properties.keywords = NAME


def in_alternative_text(d):
    added(d, f"<w:p><w:r><w:drawing><w:docPr w:id='9' w:descr='{NAME}'/></w:drawing></w:r></w:p>")


def as_target_of_a_link(d):
    d.part.relate_to(f"mailto:{NAME}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def in_the_description_of_a_table(d):
    d.tables[-1]._tbl.tblPr[-1].set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", NAME
    )


def as_the_name_of_a_style(d):
    d.styles.add_style(NAME, 1)


IN_WORD = [
    in_body,
    in_hidden_text,
    in_a_deletion,
    in_an_insertion_beside_a_deletion,
    as_author_of_a_change,
    in_a_field_code,
    as_a_bookmark,
    in_a_text_box,
    in_a_table,
    in_the_header,
    in_the_footer,
    in_a_comment,
    as_author_of_a_comment,
    as_author,
    in_keywords,
    in_alternative_text,
    as_target_of_a_link,
    in_the_description_of_a_table,
    as_the_name_of_a_style,
]


@pytest.mark.parametrize("plant", IN_WORD, ids=lambda plant: plant.__name__)
def test_a_name_is_found_in_a_word_file(word, plant):
    assert parts_with(word) == []
    document = docx.Document(word)
    plant(document)
    document.save(word)
    assert parts_with(word) != []


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("docProps/app.xml", f"<Properties><Company>{NAME}</Company></Properties>"),
        ("docProps/custom.xml", f"<p:Properties xmlns:p='x'><p:a>{NAME}</p:a></p:Properties>"),
        ("customXml/item1.xml", f"<root><who first='Kim'>{NAME}</who></root>"),
        ("customXml/item2.xml", "<root><b>Kim</b> <i>Planted</i></root>"),
        ("customXml/item3.xml", f"<root><!-- {NAME} --></root>"),
        ("word/footnotes.xml", f"<w:f xmlns:w='x'><w:p>{SPLIT}</w:p></w:f>"),
        ("word/endnotes.xml", f"<w:f xmlns:w='x'><w:p>{SPLIT}</w:p></w:f>"),
        ("word/diagrams/data1.xml", f"<d xmlns:a='x'><a:p><a:r><a:t>{NAME}</a:t></a:r></a:p></d>"),
        ("word/afchunk1.htm", "<p>Kim <b>Pl</b>anted</p>"),
        ("word/media/image1.png", "\x89PNG....tEXtAuthor\x00Kim Planted...."),
        ("docProps/thumbnail.jpeg", "\xff\xd8\xff\xe1Exif Kim Planted 2026"),
        (f"word/{NAME}.xml", "<x/>"),
    ],
)
def test_a_name_is_found_in_every_other_part(word, member, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content.encode("latin-1"))
    assert parts_with(word) != []


def test_a_name_is_found_in_a_file_within_the_file(word):
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr(
            "xl/sharedStrings.xml", "<s><si><r><t>Kim </t></r><r><t>Planted</t></r></si></s>"
        )
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("word/embeddings/book.xlsx", inner.getvalue())
    assert parts_with(word) == ["word/embeddings/book.xlsx: xl/sharedStrings.xml"]


def test_a_picture_is_flagged_as_unread(word):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG\r\n\x1a\n\0\0\0")
    assert [part.name for part in read_parts(word) if part.unread] == ["word/media/image1.png"]


def test_what_is_written_has_no_words_beside_those_of_the_brief(word):
    attributes = [p.text for p in read_parts(word) if p.name.endswith(", attributes")]
    assert attributes == [
        "Mark 1\nMark 2\nMark 3\nTable 1. Recommendations of this round.\n"
        "To whom each recommendation goes, what it says, and by when."
    ]


def test_the_name_of_the_file_is_a_part(word):
    renamed = word.rename(word.with_name("Kim Planted.docx"))
    assert parts_with(renamed) == ["file name"]


# PDF


@pytest.fixture
def portable(tmp_path):
    target = tmp_path / "brief.pdf"
    write_pdf(checked(sample_brief()), target)
    return target


def font(page):
    helvetica = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources.Font["/Plain"] = helvetica


def show(pdf, words: str, more: str = "") -> None:
    page = pdf.pages[1]
    font(page)
    page.contents_add(f"q BT /Plain 9 Tf {more} 70 300 Td ({words}) Tj ET Q".encode())


def annotation(pdf, **entries) -> None:
    made = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 20, 20], **entries
    )
    pdf.pages[1].Annots = pdf.make_indirect([pdf.make_indirect(made)])


def on_a_page(pdf):
    show(pdf, NAME)


def unseen_on_a_page(pdf):
    show(pdf, NAME, "3 Tr")


def beside_a_page(pdf):
    show(pdf, NAME, "2000 0 Td")


def in_a_replacement_text(pdf):
    pdf.pages[1].contents_add(f"/Span <</ActualText ({NAME})>> BDC EMC".encode())


def in_the_info(pdf):
    pdf.docinfo["/Author"] = NAME


def in_the_xmp(pdf):
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [NAME]


def in_the_outline(pdf):
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(NAME, 0))


def in_an_annotation(pdf):
    annotation(pdf, Contents=NAME)


def as_author_of_an_annotation(pdf):
    annotation(pdf, T=NAME)


def in_the_drawing_of_an_annotation(pdf):
    font(pdf.pages[1])
    drawn = pdf.make_stream(f"BT /Plain 9 Tf ({NAME}) Tj ET".encode())
    drawn.Type, drawn.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    drawn.BBox = [0, 0, 20, 20]
    drawn.Resources = pdf.pages[1].Resources
    annotation(pdf, AP=pikepdf.Dictionary(N=drawn))


def in_a_link(pdf):
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"mailto:{NAME}"))
    annotation(pdf, A=action)


def in_an_attachment(pdf):
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, NAME.encode())


def as_the_name_of_an_attachment(pdf):
    pdf.attachments[f"{NAME}.txt"] = pikepdf.AttachedFileSpec(pdf, b"x")


def in_a_form_field(pdf):
    field = pdf.make_indirect(
        pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=pikepdf.String("who"), V=pikepdf.String(NAME))
    )
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])


def in_a_destination(pdf):
    pdf.Root.Dests = pikepdf.Dictionary({f"/{NAME}": pikepdf.Array([pdf.pages[0].obj])})


def in_an_object_that_nothing_uses(pdf):
    pdf.Root.PieceInfo = pikepdf.Dictionary(Some=pikepdf.Dictionary(Private=NAME))


IN_PDF = [
    on_a_page,
    unseen_on_a_page,
    beside_a_page,
    in_a_replacement_text,
    in_the_info,
    in_the_xmp,
    in_the_outline,
    in_an_annotation,
    as_author_of_an_annotation,
    in_the_drawing_of_an_annotation,
    in_a_link,
    in_an_attachment,
    as_the_name_of_an_attachment,
    in_a_form_field,
    in_a_destination,
    in_an_object_that_nothing_uses,
]


@pytest.mark.parametrize("plant", IN_PDF, ids=lambda plant: plant.__name__)
def test_a_name_is_found_in_a_pdf(portable, plant):
    assert parts_with(portable) == []
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        plant(pdf)
        pdf.save(portable)
    assert parts_with(portable) != []


def test_a_name_is_found_in_an_earlier_version_of_a_pdf(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        in_the_info(pdf)
        pdf.save(portable, static_id=True, linearize=False)
    old = portable.read_bytes()
    write_pdf(checked(sample_brief()), portable)
    portable.write_bytes(old + b"\n" + portable.read_bytes())
    assert parts_with(portable) != []


def test_a_word_file_attached_to_a_pdf_is_read(portable, word):
    document = docx.Document(word)
    in_a_comment(document)
    document.save(word)
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        pdf.attachments["a.docx"] = pikepdf.AttachedFileSpec(pdf, word.read_bytes())
        pdf.save(portable)
    assert any(name.endswith("word/comments.xml") for name in parts_with(portable))


# files that are not to be trusted


def refused(path) -> str:
    with pytest.raises(Trouble) as raised:
        read_parts(path)
    assert path.name in explain(raised.value)
    return raised.value.code


def test_a_zip_that_unfolds_without_end_is_refused(tmp_path):
    target = tmp_path / "bomb.docx"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/document.xml", b"\0" * 310_000_000)
    assert refused(target) == "file-too-large"


@pytest.mark.parametrize(
    "content",
    [
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<a>" * 100_000 + "</a>" * 100_000,
    ],
)
def test_what_no_document_needs_is_not_done_and_the_part_said_to_be_unread(word, content):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr("customXml/item1.xml", content)
    (part,) = [part for part in read_parts(word) if part.unread]
    assert (part.name, part.text) == ("customXml/item1.xml", content)


@pytest.mark.parametrize(
    "content",
    ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>" * 100_000 + "</a>" * 100_000],
)
def test_a_document_that_is_made_to_do_harm_is_refused(tmp_path, content):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", content)
    assert refused(tmp_path / "a.docx") == "file-unsafe"


def test_a_pdf_with_a_password_is_told_from_a_damaged_one(portable, tmp_path):
    with pikepdf.open(portable) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    assert refused(tmp_path / "locked.pdf") == "file-protected"
    (tmp_path / "half.pdf").write_bytes(portable.read_bytes()[:300])
    assert refused(tmp_path / "half.pdf") == "file-damaged"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", b"no archive", "file-damaged"),
        ("b.docx", b"PK\x03\x04 and then nothing", "file-damaged"),
        ("c.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "file-protected"),
        ("d.doc", b"\xd0\xcf\x11\xe0 an old document", "file-kind-unknown"),
        ("e.bin", b"\0\0\0\0\0", "file-kind-unknown"),
    ],
)
def test_other_files_are_refused_in_plain_words(tmp_path, name, content, code):
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == code


def test_a_missing_file_is_refused_in_plain_words(tmp_path):
    assert refused(tmp_path / "none.docx") == "cannot-read"


# plain text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("港湾閉鎖の通知を、四つの言語で共有する。参加者の意見。", "cp932"),
        ("港湾閉鎖の通知を、四つの言語で共有する。参加者の意見。", "utf-16"),
        ("与会者普遍认为，港口当局应在灾害之前共享关闭通知。", "gb18030"),
        ("與會者普遍認為，港口當局應在災害之前共享關閉通知。", "big5"),
        ("여러 참가자는 녹색 공급망 표준을 시작할 수 있다고 보았다.", "cp949"),
        ("Čapek said “ports”", "utf-8"),
        ("Müller called", "cp1252"),
    ],
)
def test_text_is_read_in_the_encodings_of_the_region(tmp_path, text, encoding):
    (tmp_path / "notes.txt").write_bytes(text.encode(encoding))
    assert read_parts(tmp_path / "notes.txt")[1].text == text


def test_the_body_of_a_word_file_leaves_head_and_foot_aside(tmp_path):
    write_docx(checked(brief_of(Paragraph(en("Body.")))), tmp_path / "b.docx")
    assert body_text(tmp_path / "b.docx") == ["Body."]
