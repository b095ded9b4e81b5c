"""Names that are run together, parted or hidden in between are read as a person sees them."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from io import BytesIO

import docx
import pikepdf
import pytest
from reportlab.pdfgen import canvas

from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,country,sector,sessions
p1,Kiriyama Haruto,family-first,Kiriyama,Haruto,桐山 陽斗,JP,academia,s1
p2,Bekmurzin Iskander,family-first,Bekmurzin,Iskander,,KZ,business,s1
"""
WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


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
    made.core_properties.author = ""
    made.save(str(path))
    return path


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def with_member(word, member: str, content: str):
    with zipfile.ZipFile(word, "a") as archive:
        archive.writestr(member, content)
    return word


@pytest.mark.parametrize(
    "stem",
    [
        "KIRIYAMAFINAL",
        "MINUTESKIRIYAMAFINAL",
        "kiriyamafinal",
        "draftkiriyama",
        "KIRIYAMANotes",
        "KIRIYAMAv3",
        "Kiriyamanoiken",
        "K.I.R.I.Y.A.M.A",
        "%E6%A1%90%E5%B1%B1",
    ],
)
def test_a_family_name_run_together_with_another_word_is_found_in_a_file_name(
    tmp_path, roster, stem
):
    path = tmp_path / f"{stem}.txt"
    path.write_text("Sea lanes.", "utf-8")
    assert people_in(path, roster) == {"p1"}


@pytest.mark.parametrize("stem", ["FINALDRAFT", "finalists", "MEETINGNOTES", "kirimonofinal"])
def test_other_words_of_a_file_name_are_nobody(tmp_path, roster, stem):
    path = tmp_path / f"{stem}.txt"
    path.write_text("Sea lanes.", "utf-8")
    assert people_in(path, roster) == set()


@pytest.mark.parametrize("name", ["KIRIYAMAREPORT", "reportkiriyama", "GSKiriyama"])
def test_a_family_name_within_a_bookmark_is_found(word, roster, name):
    part = f"<w:x {WORDS}><w:bookmarkStart w:name='{name}'/></w:x>"
    assert people_in(with_member(word, "word/header9.xml", part), roster) == {"p1"}


@pytest.mark.parametrize(
    "line", ["Source=C:\\Users\\kiriyama\\list.xlsx;", "ORG\\hkiriyama", "/home/bekmurzin/x"]
)
def test_who_uses_a_machine_is_found_in_a_path(word, roster, line):
    found = people_in(with_member(word, "word/x.xml", f"<a b='{line}'/>"), roster)
    assert len(found) == 1


HIDDEN = "<w:style w:styleId='Q'><w:rPr><w:vanish/></w:rPr></w:style>"


@pytest.mark.parametrize(
    "look",
    [
        "<w:rStyle w:val='Q'/>",
        "<w:color w:val='FFFFFF'/>",
        "<w:color w:val='ffffff'/>",
        "<w:sz w:val='2'/>",
    ],
)
def test_a_name_around_words_that_a_style_or_a_colour_hides_is_whole(tmp_path, look):
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        runs = (("Kiri", ""), ("zz", look), ("yama", ""))
        said = "".join(f"<w:r><w:rPr>{x}</w:rPr><w:t>{t}</w:t></w:r>" for t, x in runs)
        archive.writestr("word/document.xml", f"<w:d {WORDS}><w:p>{said}</w:p></w:d>")
        archive.writestr("word/styles.xml", f"<w:styles {WORDS}>{HIDDEN}</w:styles>")
    assert "Kiriyama" in "".join(part.text for part in read_parts(tmp_path / "a.docx"))


def test_a_name_around_what_a_style_of_opendocument_hides_is_whole(tmp_path):
    spaces = "xmlns:t='urn:t' xmlns:s='urn:s'"
    text = "<t:p>Kiri<t:span t:style-name='Q'>zz</t:span>yama</t:p>"
    style = "<s:style s:name='Q'><s:text-properties t:display='none'/></s:style>"
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("content.xml", f"<o {spaces}>{text}</o>")
        archive.writestr("styles.xml", f"<o {spaces}>{style}</o>")
    assert "Kiriyama" in "".join(part.text for part in read_parts(tmp_path / "a.odt"))


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        ("txt", "K-i-r-i-y-a-m-a"),
        ("txt", "K.i.r.i.y.a.m.a"),
        ("txt", "K\u2009i\u2009r\u2009i\u2009y\u2009a\u2009m\u2009a"),
        ("txt", "K\niriyama asked about ports"),
        ("txt", "note" + "".join(chr(0xE0000 + ord(c)) for c in "Kiriyama")),
        ("txt", "> the words of Kiri-\n> yama were\n>\n"),
        ("ics", "BEGIN:VCALENDAR\nSUMMARY:Talk by Kiri\n yama\nEND:VCALENDAR"),
        ("csv", "a,b\nKiri,yama\n"),
        ("html", "<p>Kiri<span style='display: none'>zz</span>yama</p>"),
        ("html", "<p>Kiri<span hidden>zz</span>yama</p>"),
        ("html", "<style>.h{display:none}</style><p>Kiri<i class='a h'>zz</i>yama</p>"),
        ("html", "<bdo dir='rtl'>amayiriK</bdo>"),
        ("html", "<p>Kiri<br>yama</p>"),
        ("html", "".join(f"<div>{c}</div>" for c in "Kiriyama")),
        ("html", "<table><tr><td>Kiri</td><td>yama</td></tr></table>"),
        ("html", "<script>var a = 'Kiri' + 'yama'</script>"),
        ("html", "<iframe srcdoc='&lt;b&gt;Kiri&lt;/b&gt;yama'></iframe>"),
        ("html", "<a href='http://x.org/%4B%69riyama'>x</a>"),
        ("html", "<p id='remKiriyama'>x</p>"),
    ],
)
def test_a_name_in_pieces_is_read_whole(tmp_path, roster, ending, text):
    path = tmp_path / f"a.{ending}"
    path.write_text(f"The meeting discussed sea lanes.\n\n{text}", "utf-8")
    assert people_in(path, roster) == {"p1"}


def test_a_page_that_declares_words_of_its_own_is_said_to_be_unread(tmp_path):
    text = "<!DOCTYPE html [<!ENTITY a 'Kiri'><!ENTITY b 'yama'>]><p>&a;&b;</p>"
    (tmp_path / "a.xhtml").write_text(text, "utf-8")
    assert [part.name for part in read_parts(tmp_path / "a.xhtml") if part.unread] == ["text"]


def test_a_table_with_halves_of_a_name_in_two_cells_is_read(word, roster):
    made = docx.Document(str(word))
    for cell, half in zip(made.add_table(1, 2).rows[0].cells, ("Kiri", "yama"), strict=True):
        cell.text = half
    made.save(str(word))
    assert people_in(word, roster) == {"p1"}


def test_the_head_of_a_sheet_that_changes_its_font_within_a_name_is_whole(word, roster):
    head = '<s><oddHeader>&amp;LKiri&amp;"Arial"yama&amp;Cof ports</oddHeader></s>'
    assert people_in(with_member(word, "xl/worksheets/s.xml", head), roster) == {"p1"}


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/chunk.dat", "<p>Kiri<b>yama</b></p>"),
        (
            "word/media/a.svg",
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'a.dtd'><svg><a>Kiriyama</a></svg>",
        ),
        ("OEBPS/a.xhtml", "<?xml version='1.0'?><!DOCTYPE html><p><b>Kiri</b>yama&nbsp;x</p>"),
        ("xl/drawings/v.vml", "<xml><div>Kiri<font>yama</font><br></div></xml>"),
    ],
)
def test_a_text_within_a_file_is_read_whatever_it_declares(word, roster, member, content):
    assert people_in(with_member(word, member, content), roster) == {"p1"}


def test_a_package_within_a_code_is_said_to_be_unread(tmp_path):
    inside = BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.m", "of Kiriyama " * 3)
    code = b64encode(bytes(8) + inside.getvalue()).decode()
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("customXml/item1.xml", f"<DataMashup>{code}</DataMashup>")
    unread = [part.name for part in read_parts(tmp_path / "a.xlsx") if part.unread]
    assert unread == ["customXml/item1.xml"]


# PDF


def test_a_name_that_a_drawing_shows_in_pieces_is_whole(tmp_path, roster):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.drawString(72, 700, "Ports.")
    page.save()
    with pikepdf.open(tmp_path / "a.pdf", allow_overwriting_input=True) as pdf:
        shown = pdf.make_stream(b"BT /F1 12 Tf [(Ki)-10(ri)] TJ (yama) Tj ET")
        shown["/Subtype"], shown["/BBox"] = pikepdf.Name.Form, [0, 0, 100, 20]
        pdf.pages[0].Resources["/XObject"] = pikepdf.Dictionary(X1=pdf.make_indirect(shown))
        pdf.save(tmp_path / "a.pdf")
    assert people_in(tmp_path / "a.pdf", roster) == {"p1"}


def test_letters_that_are_each_turned_are_read_upwards(tmp_path, roster):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.drawString(72, 700, "Ports.")
    for n, sign in enumerate("Kiriyama"):
        page.saveState()
        page.translate(300, 300 + 9 * n)
        page.rotate(90)
        page.drawString(0, 0, sign)
        page.restoreState()
    page.save()
    assert people_in(tmp_path / "a.pdf", roster) == {"p1"}


def test_a_few_letters_of_unknown_use_are_read_in_either_order_of_bytes(tmp_path, roster):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.drawString(72, 700, "Ports.")
    page.save()
    with pikepdf.open(tmp_path / "a.pdf", allow_overwriting_input=True) as pdf:
        own = pdf.make_stream("桐山陽斗".encode("utf-16-le"))
        pdf.pages[0].obj["/PieceInfo"] = pikepdf.Dictionary(App=pikepdf.Dictionary(Private=own))
        pdf.save(tmp_path / "a.pdf")
    assert people_in(tmp_path / "a.pdf", roster) == {"p1"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("D:20261123101530+09'00'", "2026-11-23 10:15 +09:00"),
        ("D:20261123101530Z'", "2026-11-23 10:15 UTC"),
        ("D:202611231015-05'30", "2026-11-23 10:15 -05:30"),
        ("D:202611", "2026-11"),
    ],
)
def test_an_attachment_is_called_as_in_the_file_and_a_date_as_people_write_it(
    tmp_path, written, said
):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    page.drawString(72, 700, "Ports.")
    page.save()
    with pikepdf.open(tmp_path / "a.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/CreationDate"] = written
        about = dict.fromkeys(("description", "mime_type", "creation_date", "mod_date"), "")
        own = pikepdf.AttachedFileSpec(pdf, b"Tides.", filename="minutes.txt", **about)
        pdf.attachments["minutes.txt"] = own
        pdf.save(tmp_path / "a.pdf")
    parts = {part.name: part.text for part in read_parts(tmp_path / "a.pdf")}
    assert parts["attachment minutes.txt: text"] == "Tides."
    assert said in parts["info"].splitlines()
    assert "D:2026" not in "".join(parts.values())


def test_a_page_with_a_long_code_in_it_is_read_in_one_go(tmp_path):
    code = "QUJD" * 200_000
    text = f"<style>{'.a{color:red}' * 5_000}</style><img src='data:image/png;base64,{code}'>Tides"
    (tmp_path / "a.html").write_text(text, "utf-8")
    assert [part.name for part in read_parts(tmp_path / "a.html") if part.unread] == ["text"]
