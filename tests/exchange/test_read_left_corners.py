"""Corners that few programs write and some people do: what is left over, split, or looks alike."""

from __future__ import annotations

import struct
import zipfile
import zlib
from base64 import b64encode
from io import BytesIO
from urllib.parse import quote

import docx
import pikepdf
import pytest
import test_readback as usual
from pikepdf import Array, Dictionary, String
from pikepdf import Name as Sign
from reportlab.pdfgen import canvas
from test_read_corners import halves, unread
from test_readback import NAME, added, parts_with

from dialogueprep.exchange.read_again import unlinked
from dialogueprep.exchange.readback import read_parts

portable, word = usual.portable, usual.word

HAN, HANGUL, KANJI = "郤柏澄", "탁서윤", "椋木沙雪"


def with_member(path, member: str, content: bytes | str):
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(member, content)
    return path


def saved(path, change):
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return path


# Word


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (f"<a xmlns:q='urn:{NAME}'/>", NAME),
        ('<a>x = "Kim Pl" + "anted"</a>', NAME),
        (f"<a href='x?q={quote(HAN.encode('gb18030'))}'/>", HAN),
        (f"<a href='x?q={quote(KANJI.encode('cp932'))}'/>", KANJI),
        (f"<a href='http://xn--{HANGUL.encode('punycode').decode()}.example/'/>", HANGUL),
        (f"<a>{b64encode(HAN.encode()).decode()}</a>", HAN),
        (f"<a>{HAN.encode('utf-7').decode()}</a>", HAN),
        (f"<a>{b64encode(bytes(12) + HANGUL.encode('utf-16-le') + bytes(6)).decode()}</a>", HANGUL),
    ],
)
def test_a_name_in_a_code_or_a_namespace_that_nothing_uses_is_found(word, content, name):
    assert parts_with(with_member(word, "customXml/item1.xml", content), name)


def test_letters_that_tell_how_others_are_read_are_joined(word):
    below = "<w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase>"
    above = (f"<w:rt><w:r><w:t>{c}</w:t></w:r></w:rt>{below}" for c in HANGUL)
    document = docx.Document(str(word))
    added(document, "<w:p>" + "".join(f"<w:r><w:ruby>{c}</w:ruby></w:r>" for c in above) + "</w:p>")
    document.save(str(word))
    assert parts_with(word, HANGUL)


@pytest.mark.parametrize("name", [HAN, HANGUL, KANJI])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_words_of_east_asia_are_found_in_data_of_other_programs(word, name, encoding):
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(300) + name.encode(encoding) + bytes(60)
    assert parts_with(with_member(word, "word/embeddings/oleObject1.bin", ole), name)


def test_a_few_bytes_between_the_members_are_read(word):
    data = word.read_bytes()
    end = data.rfind(b"PK\x05\x06")
    start = struct.unpack("<I", data[end + 16 : end + 20])[0]
    moved = struct.pack("<I", start + len(NAME))
    word.write_bytes(
        data[:start] + NAME.encode() + data[start : end + 16] + moved + data[end + 20 :]
    )
    assert parts_with(word) == ["between the members"]


def test_sizes_behind_a_member_are_no_loose_bytes(tmp_path):
    class Unseekable(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    held = Unseekable()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<a>The tide</a>")
    (tmp_path / "a.docx").write_bytes(held.getvalue())
    names = [part.name for part in read_parts(tmp_path / "a.docx")]
    assert "between the members" not in names and "word/document.xml" in names


def test_a_name_of_a_member_in_an_older_encoding_is_read(word):
    with_member(word, "word/zzzzzz.xml", "<a/>")
    word.write_bytes(word.read_bytes().replace(b"zzzzzz", "탁서윤".encode("cp949")))
    assert "names of members" in parts_with(word, HANGUL)


# Letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kіm Plаnted agreed", NAME),  # the second and the eighth letter are Cyrillic
        ("Kɪᴍ Plᴀɴᴛᴇᴅ agreed", "Kim Planted"),
        ("".join(chr(0xF000 + ord(c)) for c in NAME), NAME),
        ("K\ufff9i\ufffam\ufffb Planted", NAME),
        ("\x1b[1mKim\x1b[0m Plan\x1b[4mted", NAME),
        ("Kimm\b Planted", NAME),
        ("탁 | 서윤", "탁 서윤"),
        ('"탁","서윤"', "탁 서윤"),
        ("<ruby>" + "".join(f"字<rt>{c}</rt>" for c in HANGUL) + "</ruby>", HANGUL),
        ("p { content: '" + "".join(f"\\{ord(c):06x}" for c in NAME) + "' }", NAME),
    ],
)
def test_a_name_in_letters_that_look_alike_or_cells_is_found(tmp_path, text, name):
    (tmp_path / "notes.txt").write_bytes(text.encode())
    assert parts_with(tmp_path / "notes.txt", name)


def test_greek_and_russian_words_stay_as_they_are(tmp_path):
    (tmp_path / "notes.txt").write_text("Москва и Αθήνα, Корея", encoding="utf-8")
    assert [part.name for part in read_parts(tmp_path / "notes.txt")] == ["file name", "text"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_line_of_east_asia_without_a_mark_is_read(tmp_path, encoding):
    (tmp_path / "notes.md").write_bytes(f"会議では{KANJI}がこのように述べた。".encode(encoding))
    assert parts_with(tmp_path / "notes.md", KANJI)


def test_a_link_is_read_in_each_encoding_in_which_it_is_sound():
    assert HAN in unlinked("x?q=" + quote(HAN.encode("gb18030"))).split("=", 1)[1]
    assert unlinked("x?q=" + quote(HANGUL)) == f"x?q={HANGUL}"
    assert unlinked("100 % of it -- and more") == "100 % of it -- and more"


# PDF


def test_a_name_broken_at_the_end_of_a_line_is_whole(tmp_path):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.drawString(72, 700, "This was said by Kim Plan-")
    page.drawString(72, 686, "ted this morning")
    page.save()
    assert parts_with(tmp_path / "a.pdf") == ["page 1, closed up"]


def test_letters_drawn_from_the_last_to_the_first_are_joined(tmp_path):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    for n in reversed(range(len(NAME))):
        page.drawString(72 + 12 * n, 500, NAME[n])
    page.save()
    assert parts_with(tmp_path / "a.pdf", NAME.replace(" ", ""))


@pytest.mark.parametrize("named", [1, 0])
def test_a_font_that_names_few_of_its_letters_or_one_for_all_is_said_to_be_unread(tmp_path, named):
    letters = [(5, "K"), (6, "i")] if named else [(n, "x") for n in range(5, 16)]
    table = " ".join(f"<{n:04x}> <{ord(c):04x}>" for n, c in letters)
    codes = "".join(f"{n:04x}" for n in range(5, 16))
    about = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    below = Dictionary(Type=Sign.Font, Subtype=Sign.CIDFontType2, BaseFont=Sign.F)
    below.CIDSystemInfo = about
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    font = Dictionary(Type=Sign.Font, Subtype=Sign.Type0, BaseFont=Sign.F)
    font.Encoding = Sign("/Identity-H")
    font.DescendantFonts = Array([below])
    cmap = f"begincmap 9 beginbfchar {table} endbfchar endcmap"
    font.ToUnicode = made.make_stream(cmap.encode())
    made.pages[0].Resources = Dictionary(Font=Dictionary(F1=made.make_indirect(font)))
    made.pages[0].Contents = made.make_stream(f"BT /F1 12 Tf 72 700 Td <{codes}> Tj ET".encode())
    made.save(tmp_path / "a.pdf")
    assert unread(tmp_path / "a.pdf") == ["page 1, letters or pictures"]


def test_an_object_that_nothing_leads_to_is_read(portable):
    wide = b"feff" + NAME.encode("utf-16-be").hex().encode()
    packed = zlib.compress(f"app.alert('{HANGUL}')".encode())
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed) + packed
    with portable.open("ab") as file:
        file.write(b"\n9998 0 obj\n<</x <" + wide + b">>>\nendobj\n")
        file.write(b"9999 0 obj\n" + stream + b"\nendstream\nendobj\n")
    assert "left object 9998" in parts_with(portable)
    assert any(name.startswith("left object 9999") for name in parts_with(portable, HANGUL))


def test_an_archive_behind_a_pdf_is_said_to_be_unread(portable):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", NAME)
    portable.write_bytes(portable.read_bytes() + held.getvalue())
    assert "outside of objects" in unread(portable)


def test_the_trailer_of_a_pdf_is_read(portable):
    wide = b"feff" + HANGUL.encode("utf-16-be").hex().encode()
    data = portable.read_bytes()
    assert data.count(b"trailer\n<<") == 1
    portable.write_bytes(data.replace(b"trailer\n<<", b"trailer\n<< /Own <" + wide + b">\n", 1))
    assert parts_with(portable, HANGUL)


def test_a_string_with_signs_of_language_and_a_form_in_pieces_are_whole(portable):
    first, rest = halves()

    def change(pdf):
        words = f"\x1bko\x1b{first}\x1ben\x1b{rest}"
        pdf.Root.PieceInfo = Dictionary(X=String(b"\xfe\xff" + words.encode("utf-16-be")))
        pieces = [pdf.make_stream(one) for one in (b"<a>" + HAN[:1].encode(), HAN[1:].encode())]
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Array(pieces))

    saved(portable, change)
    assert parts_with(portable)
    assert "form, whole" in parts_with(portable, HAN)


@pytest.mark.parametrize("name", [NAME, HAN])
@pytest.mark.parametrize("key", ["/FontFile2", "/ToUnicode"])
def test_words_in_a_font_and_its_table_of_letters_are_read(portable, key, name):
    def change(pdf):
        held = next(obj[key] for obj in pdf.objects if isinstance(obj, Dictionary) and key in obj)
        held.write(held.read_bytes() + b"\n% " + name.encode())

    assert not parts_with(portable, name)
    saved(portable, change)
    assert [n for n in parts_with(portable, name) if n.startswith("font or table")]


def test_an_object_of_another_kind_than_its_place_asks_for_is_no_mistake_of_the_program(portable):
    def change(pdf):
        pdf.pages[0].Resources.Font["/Odd"] = 1
        pdf.pages[0].Resources["/XObject"] = 3

    saved(portable, change)
    assert unread(portable)


def test_bare_numbers_and_nothing_among_the_objects_hold_up_no_reading(portable):
    def change(pdf):
        pdf.Root.Own = Array([pdf.make_indirect(7)])

    saved(portable, change)
    with portable.open("ab") as file:
        file.write(b"\n997 0 obj\n7\nendobj\n998 0 obj\nnull\nendobj\n")
        file.write(b"999 0 obj\n(" + NAME.encode() + b")\nendobj\n")
    assert "left object 999" in parts_with(portable)
    assert "left object 997" not in unread(portable)
