"""Names that a file takes apart, writes in codes or in an encoding that is not known."""

from __future__ import annotations

import zipfile
from time import process_time

import docx
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from dialogueprep.domain.errors import Trouble
from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,name_kana,country,sector,sessions
p1,Kiriyama Haruto,family-first,Kiriyama,Haruto,桐山 陽斗,きりやま はると,JP,academia,s1
p2,Bekmurzin Iskander,family-first,Bekmurzin,Iskander,,,KZ,business,s1
p3,Shen Yuheng,family-first,Shen,Yuheng,沈 昱衡,,CN,academia,s1
p4,Tak Seoyun,family-first,Tak,Seoyun,탁 서윤,,KR,academia,s1
"""
CHINESE, KOREAN = "沈昱衡认为应当建立热线。\n", "탁서윤 위원이 의견을 말했다.\n"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return roster_of(path)


def written(folder, name: str, content: str | bytes):
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def unread(path) -> list[str]:
    return [part.name for part in read_parts(path) if part.unread]


# Encodings


@pytest.mark.parametrize(
    "content",
    [
        "会议纪要，讨论海上通道的问题。\n".encode() * 9 + CHINESE.encode("gb18030"),
        "会议纪要，讨论海上通道的问题。\n".encode("gb18030") * 9 + CHINESE.encode(),
        "참가자 명단\n".encode() + CHINESE.encode("gb18030"),
        CHINESE.encode("utf-7"),
        b"The meeting. " + "沈昱衡".encode("utf-7").rstrip(b"-") + b" spoke.",
    ],
)
def test_two_encodings_in_one_text_and_seven_bits_are_read(tmp_path, roster, content):
    path = written(tmp_path, "a.txt", content)
    assert people_in(path, roster) == {"p3"}
    assert not unread(path)


@pytest.mark.parametrize(
    "content",
    [
        KOREAN.encode("johab") * 3,
        "탁서윤".encode("johab"),
        "The view of Kiriyama was heard.".encode("cp037"),
        "KIRIYAMA SPOKE".encode("cp500"),
        "Бекмурзин сказал, что нужна линия.\n".encode("koi8-r"),
        "Бекмурзин сказал, что нужна линия.\n".encode("cp1251"),
        bytes(b | 0x80 for b in b"Kiriyama"),
        b"\x1b$)A\x0eIr\x0f spoke",
        "沈昱衡认为应当".encode() + "建立热线。".encode("gb18030"),
    ],
)
def test_a_text_in_no_known_encoding_is_said_to_be_unread(tmp_path, content):
    assert unread(written(tmp_path, "a.txt", content)) == ["text"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        ("郤柏澄", "gb18030"),
        ("沈昱衡認為應當建立熱線。", "big5"),
        (KOREAN, "cp949"),
        ("탁서윤", "cp949"),
        ("桐山陽斗が述べた。", "cp932"),
        ("椋木沙雪", "cp932"),
        ("桐山陽斗が述べた。", "iso2022_jp"),
        (KOREAN, "iso2022_kr"),
        (CHINESE, "utf-16"),
        ("Müller, naïve; ÉCOLE — “x” 20 °C © 2026", "cp1252"),
        ("20 °C ± 3 §§ 1, ¡olé!", "cp1252"),
        ("C++ and a+b, x+Research- 1+234-5", "ascii"),
        ("📈 海", "utf-8"),
    ],
)
def test_a_text_in_a_known_encoding_is_read(tmp_path, text, encoding):
    path = written(tmp_path, "a.txt", text.encode(encoding))
    assert not unread(path)
    assert not any(part.name == "text, in codes" for part in read_parts(path))


def test_bytes_of_an_older_machine_in_two_and_two_are_refused(tmp_path):
    with pytest.raises(Trouble, match="file-kind-unknown"):
        read_parts(written(tmp_path, "a.txt", "The view was heard.\n".encode("cp500") * 5))


# Pages, Markdown and TeX


def page(words: str, style: str = "") -> str:
    return f"<html><style>{style}</style><body><p>The view of {words} was heard.</p></body></html>"


IN_PAGES = [
    "<p>The view of Kiri=\nyama was heard.</p>",
    "<p>The view of K=69riyama was heard.</p>",
    "<p>Ki=3Cb=3Eri=3C/b=3Eyama was heard.</p>",
    page("Kiri<?x y?>yama"),
    page("Kiri<!x>yama"),
    page("Kiri</ x>yama"),
    page("Kiri<![CDATA[x]]>yama"),
    page("Kiri<script>if (a<b) x()</script>yama"),
    page('Kiri<b title="a>b">yama</b>'),
    page("Kiri<del>xx</del>yama"),
    page('Kiri<span style="opacity:0">xx</span>yama'),
    page('Kiri<span style="color: white">xx</span>yama'),
    page('Kiri<span style="position:absolute;left:-999px">xx</span>yama'),
    '<div style="display:inline">Kiri</div>\n<div style="display:inline">yama</div>',
    "<p style='display:flex'><i>Kiri</i>\n<i>yama</i></p>",
    '<input value="Kiri"><input value="yama">',
    "<style>p::before{content:'Kiri'} p::after{content:'yama'}</style><p></p>",
    "<style>p::before{content:'Kiri'}</style><p>yama was heard</p>",
    "<style>p:after{content:'yama'}</style><p>The view of <b>Kiri</b></p>",
    "<style>.a::before{content:'Kiri' \"yama\"}</style><p class='b a'></p>",
    "<style>#a::before{content:'\\4b iri\\79 ama'}</style><p id=a></p>",
    "<style>:root{--a:'Kiri'}p::before{content:var(--a) 'yama'}</style><p>x</p>",
    "<style>p::before{content:attr(data-a)}</style><p data-a='Kiri'>yama</p>",
    "<style>p::before{content:'Kiri\\\nyama'}</style><p>x</p>",
    "<p><ruby>某<rt>きりやま</rt></ruby>が述べた</p>",
]
IN_MARKS = [
    "The view of [Kiri][a]yama was heard.\n\n[a]: http://example.org\n",
    "The view of [Kiri][]yama was heard.\n",
    "The view of [Kiri] [a][yama][b] was heard.\n",
    "The view of [Kiri]yama was heard.\n",
    "The view of Kiri[^1]yama was heard.\n",
]
IN_TEX = [
    "The view of Kiri\\textbf{yama} was heard.\n",
    "The view of \\emph{Kiri}yama was heard.\n",
    "The view of {Kiri}{yama} was heard.\n",
    "The view of Kiri%\nyama was heard.\n",
    "The view of Kiri\\relax yama was heard.\n",
    "The view of Kiri\\textcolor{red}{yama} was heard.\n",
    "\\newcommand{\\a}{Kiri}\\newcommand{\\b}{yama} \\a\\b\n",
    "\\def\\a{Kiri} \\a yama\n",
]
WRITTEN = [
    (kind, t)
    for kind, held in (("html", IN_PAGES), ("md", IN_MARKS), ("tex", IN_TEX))
    for t in held
]


@pytest.mark.parametrize(("ending", "text"), WRITTEN)
def test_a_name_between_marks_is_read_as_it_shows(tmp_path, roster, ending, text):
    assert people_in(written(tmp_path, f"a.{ending}", text), roster) == {"p1"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", page("ports</p><p>amaranth", "p::before{content:'Note: '}")),
        ("a.md", "See [the list][a] and [sic] of ports[^1].\n\n[a]: http://example.org/?id=24px\n"),
        ("a.tex", "\\section{Ports} 20\\% of ships.\n"),
        ("a.txt", "C:\\Users\\list.txt {a} x=3D"),
    ],
)
def test_marks_alone_name_nobody(tmp_path, roster, name, text):
    path = written(tmp_path, name, text)
    assert people_in(path, roster) == set()
    assert not unread(path)


@pytest.mark.parametrize(
    "text", ["<script>", "<b '", "p::before{content:'", "=3D", "[a", "\\a{", "<p>"]
)
def test_marks_without_an_end_are_read_at_once(tmp_path, text):
    path = written(tmp_path, "a.html", f"<style>p::before{{content:'x'}}</style>{text * 100_000}")
    begun = process_time()
    read_parts(path)
    assert process_time() - begun < 10


# Names of files


@pytest.mark.parametrize(
    ("stem", "who"),
    [
        ("SHENFINAL", "p3"),
        ("FINALSHEN", "p3"),
        ("SHENnotes", "p3"),
        ("shen_final", "p3"),
        ("Kiri_yama", "p1"),
        ("notes Kiri_yama v2", "p1"),
        ("ki_ri_yama", "p1"),
        ("kiri%20yama", "p1"),
        ("kiri%2520yama", "p1"),
        ("Kiri-yama", "p1"),
    ],
)
def test_a_name_in_pieces_or_beside_a_word_is_found_in_a_file_name(tmp_path, roster, stem, who):
    assert people_in(written(tmp_path, f"{stem}.txt", "Sea lanes."), roster) == {who}


@pytest.mark.parametrize("stem", ["SHENANIGANS", "Shenzhen_report", "FINAL_DRAFT", "kirimono_list"])
def test_other_words_in_a_file_name_are_nobody(tmp_path, roster, stem):
    assert people_in(written(tmp_path, f"{stem}.txt", "Sea lanes."), roster) == set()


# Rich text


def codes(text: str, encoding: str, each: str = "\\'{:02x}") -> str:
    return "".join(each.format(byte) for byte in text.encode(encoding))


FAR = "{\\fonttbl{\\f0 b;}{\\f1\\fcharset128 a;}}"


@pytest.mark.parametrize(
    "body",
    [
        FAR + "\\f1 " + codes("桐山陽斗", "cp932", "{{\\'{:02x}}}"),
        FAR + "\\f1 " + codes("桐山陽斗", "cp932", "\\'{:02x}\\b "),
        "\\deff1" + FAR + codes("桐山陽斗", "cp932"),
        "\\deff1" + FAR + "\\f0 x\\plain " + codes("桐山陽斗", "cp932"),
        FAR + "\\f0\\dbch\\af1 " + codes("桐山陽斗", "cp932"),
        "{\\fonttbl{\\f1\\fcharset1 a;}}\\f1 " + codes("桐山陽斗が述べた。", "cp932"),
        "桐山陽斗",
        "{\\info{\\author Kiri{\\b y}ama}}",
        "The view of Kiri\\line yama.",
        "Kiri\\cell yama\\cell\\row",
    ],
)
def test_a_name_split_in_rich_text_is_found(tmp_path, roster, body):
    path = written(tmp_path, "a.rtf", "{\\rtf1\\ansi\\ansicpg1252 " + body + "}")
    assert people_in(path, roster) == {"p1"}


def test_rich_text_in_a_western_encoding_has_nothing_unread(tmp_path):
    body = "Caf\\'e9 \\'93na\\'efve\\'94 20 \\'b0C\\line and\\par"
    path = written(tmp_path, "a.rtf", "{\\rtf1\\ansi " + body + "}")
    assert not unread(path)
    assert not any(part.name == "text, in codes" for part in read_parts(path))


def test_rich_text_in_no_known_encoding_is_said_to_be_unread(tmp_path):
    path = written(tmp_path, "a.rtf", "{\\rtf1\\ansi " + codes("Бекмурзин", "koi8-r") + "}")
    assert unread(path) == ["text, in codes"]


# PDF


def with_field_tree(pdf, names=("Kiri", "yama")):
    kid = pdf.make_indirect(Dictionary(T=String(names[1]), FT=Name.Tx))
    above = pdf.make_indirect(Dictionary(T=String(names[0]), Kids=Array([kid])))
    kid.Parent = above
    pdf.Root.AcroForm = Dictionary(Fields=Array([above]))


def with_a_name(pdf):
    pdf.Root.KeyX = Name("/Kiriyama")


def with_a_name_within(pdf):
    pdf.Root.KeyX = Dictionary(Ab=Array([1, Name("/KIRIYAMA")]))


def with_a_key(pdf):
    pdf.Root["/Kiriyama"] = True


@pytest.mark.parametrize(
    "put", [with_field_tree, with_a_name, with_a_name_within, with_a_key, None]
)
def test_names_of_fields_and_names_under_unknown_keys_are_read(tmp_path, roster, put):
    path = tmp_path / "a.pdf"
    sheet = canvas.Canvas(str(path))
    sheet.drawString(72, 700, "Sea lanes.")
    sheet.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if put:
            put(pdf)
        pdf.save(path)
    assert people_in(path, roster) == ({"p1"} if put else set())


# Word

WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> QUOTE {}</w:instrText></w:r>"
)


@pytest.mark.parametrize(
    ("content", "who"),
    [
        ("<a><f>Kiri</f><g>yama</g></a>", "p1"),
        ("<a>\n<f>沈</f>\n<g>昱衡</g></a>", "p3"),
        ("<a><First>昱衡</First><Last>沈</Last></a>", "p3"),
        ("<a><First>서윤</First><Middle/><Last>탁</Last></a>", "p4"),
        (f"<w:x {WORDS}><w:p>{FIELD.format('Kiri')}{FIELD.format('yama')}</w:p></w:x>", "p1"),
        ("<a><f>sea</f><g>lanes</g></a>", ""),
    ],
)
def test_a_name_in_two_elements_is_read_as_one(tmp_path, roster, content, who):
    path = tmp_path / "a.docx"
    made = docx.Document()
    made.add_paragraph("Sea lanes.")
    made.core_properties.author = ""
    made.save(str(path))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("customXml/item9.xml", content)
    assert people_in(path, roster) == ({who} if who else set())
