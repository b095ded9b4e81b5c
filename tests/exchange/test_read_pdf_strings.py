"""Names in strings of a PDF that follow each other, in scripts and in fonts of signs."""

from __future__ import annotations

from base64 import b64encode

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,country,sector,sessions
p1,Kiriyama Haruto,family-first,Kiriyama,Haruto,桐山 陽斗,JP,academia,s1
p3,Shen Yuheng,family-first,Shen,Yuheng,沈 昱衡,CN,academia,s1
"""


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return roster_of(path)


@pytest.fixture
def portable(tmp_path):
    path = tmp_path / "notes.pdf"
    made = canvas.Canvas(str(path))
    made.drawString(72, 700, "The meeting discussed sea lanes.")
    made.save()
    return path


def saved(path, change):
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path, fix_metadata_version=False)
    return path


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def unread(path) -> list[str]:
    return [part.name for part in read_parts(path) if part.unread]


def note(words: str, **more: str) -> Dictionary:
    said = {f"/{key}": String(value) for key, value in more.items()}
    return Dictionary({"/Subtype": Name.Text, "/Contents": String(words), **said})


def fields(*values: str) -> Dictionary:
    return Dictionary(
        Fields=Array([Dictionary(T=String(f"f{n}"), V=String(v)) for n, v in enumerate(values)])
    )


def keeps(key: str, value):
    return lambda pdf: pdf.Root.__setitem__(key, value)


@pytest.mark.parametrize(
    "change",
    [
        keeps("/StructTreeRoot", Array([Dictionary(E=String(w)) for w in ("Kiri", "yama")])),
        keeps("/Threads", Array([note("Kiri"), note("yama")])),
        keeps("/Threads", Array([note("Kiri", Subj="yama")])),
        keeps("/AcroForm", fields("Kiri", "yama")),
        keeps("/AcroForm", fields(*"Kiriyama")),
        keeps("/Collection", Dictionary(Schema=Dictionary(kiriyama=Dictionary(N=String("a"))))),
        keeps("/Q", String(b64encode(b"Kiriyama").decode())),
        keeps("/Q", String(b"Kiriyama".hex())),
        keeps("/Q", String("&lt;p&gt;Ki&lt;b&gt;ri&lt;/b&gt;yama&lt;/p&gt;")),
        lambda pdf: pdf.trailer.__setitem__(
            "/Info", pdf.make_indirect(Dictionary(Author=String("Kiri"), Title=String("yama")))
        ),
    ],
)
def test_strings_of_a_pdf_that_follow_each_other_or_are_coded_are_read(portable, roster, change):
    assert people_in(saved(portable, change), roster) == {"p1"}


@pytest.mark.parametrize(
    "script",
    [
        "'Kiri'.concat('yama')",
        "var a='Kiri';var b='yama';f(a+b)",
        "'Kiri'/**/+/**/'yama'",
        "`Kiri${''}yama`",
        "'Kiri\\\nyama'",
        "atob('S2lyaXlhbWE=')",
    ],
)
def test_what_a_script_puts_together_is_read(portable, roster, script):
    action = Dictionary(S=Name.JavaScript, JS=String(script))
    assert people_in(saved(portable, keeps("/OpenAction", action)), roster) == {"p1"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-be", "utf-16-le"])
def test_a_short_string_in_an_encoding_that_nothing_names_is_read(portable, roster, encoding):
    value = String("沈昱衡".encode(encoding))
    assert people_in(saved(portable, keeps("/Q", value)), roster) == {"p3"}


def test_what_a_table_of_properties_marks_as_plain_is_read(portable, roster):
    def told(pdf):
        words = b"<x>Ki<![CDATA[ri]]>yama</x>"
        pdf.Root.Metadata = pikepdf.Stream(pdf, words, Type=Name.Metadata, Subtype=Name.XML)

    assert people_in(saved(portable, told), roster) == {"p1"}


def drawn(codes: bytes, font: Dictionary):
    def draw(pdf):
        page = pdf.pages[0]
        page.Resources.Font["/T"] = pdf.make_indirect(font)
        page.contents_add(pdf.make_stream(b"BT /T 12 Tf 72 600 Td (" + codes + b") Tj ET"))

    return draw


def test_letters_in_a_font_of_signs_are_read_as_letters(portable, roster):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    assert people_in(saved(portable, drawn(b"Kiriyama", font)), roster) == {"p1"}


@pytest.mark.parametrize(("names", "silent"), [("Kiriyam", True), ("abcdefg", False)])
def test_a_font_of_drawings_that_are_other_letters_is_said_to_be_unread(portable, names, silent):
    def draw(pdf):
        shape = pikepdf.Stream(pdf, b"500 0 0 0 500 500 d1 0 0 500 500 re f")
        encoding = Dictionary(Differences=Array([97, *(Name(f"/{letter}") for letter in names)]))
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 500, 500]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary({f"/{letter}": shape for letter in names}),
            Encoding=encoding,
            FirstChar=97,
            LastChar=96 + len(names),
            Widths=Array([500] * len(names)),
        )
        drawn(b"abcdefg", font)(pdf)

    assert unread(saved(portable, draw)) == (["page 1, letters or pictures"] if silent else [])


def test_letters_that_are_drawn_from_the_last_to_the_first_are_read_as_seen(portable, roster):
    def draw(pdf):
        letters = [
            b"1 0 0 1 %d 600 Tm (%c) Tj" % (72 + 8 * n, c) for n, c in enumerate(b"Kiriyama")
        ]
        content = b"BT /F1 12 Tf " + b" ".join(reversed(letters)) + b" ET"
        pdf.pages[0].contents_add(pdf.make_stream(content))

    assert people_in(saved(portable, draw), roster) == {"p1"}
