"""Names that a file holds whole only in another order: down columns, between changes, by label."""

from __future__ import annotations

import json
import zipfile

import docx
import openpyxl
import pikepdf
import pytest
import test_readback as usual
from pikepdf import Array, Dictionary, String
from pikepdf import Name as Sign
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas
from test_readback import added, parts_with

from dialogueprep.exchange.read_codes import coded_words, unescaped
from dialogueprep.exchange.read_further import further_readings
from dialogueprep.exchange.read_hangul import in_syllables
from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.part_names import part_called
from dialogueprep.workflows.screen import screen

portable, word = usual.portable, usual.word

HAN, HANGUL, KANA = "郤柏澄", "탁서윤", "むくのきさゆき"
TABLE = [["郤", "王"], ["柏澄", "某某"]]
FONTS = {"zh": "STSong-Light", "ja": "HeiseiMin-W3", "ko": "HYSMyeongJo-Medium"}
for each in FONTS.values():
    pdfmetrics.registerFont(UnicodeCIDFont(each))


def further(path) -> dict[str, str]:
    return {part.name: part.text for part in further_readings(path, read_parts(path)[1:])}


# Columns


def drawn(path, language: str, *words: tuple[float, float, str]):
    page = canvas.Canvas(str(path))
    page.setFont(FONTS[language], 12)
    for x, y, text in words:
        page.drawString(x, y, text)
    page.save()
    return path


@pytest.mark.parametrize(
    ("language", "upper", "lower", "name"),
    [
        ("zh", "会上讨论了港口问题，随后郤柏", "澄提出设立热线。", HAN),
        ("ja", "会議では港湾を議論し、椋木", "沙雪氏が提案した。", "椋木沙雪"),
        ("ko", "회의에서 항만을 논의했고 탁서", "윤 박사가 제안했다.", HANGUL),
    ],
)
def test_a_name_over_two_lines_of_a_column_is_whole_beside_another_column(
    tmp_path, language, upper, lower, name
):
    beside = {"zh": "右栏的文字内容。", "ja": "右の段である。", "ko": "오른쪽 줄이다."}[language]
    rows = ((72, 700, upper), (330, 700, beside), (72, 684, lower), (330, 684, beside))
    path = drawn(tmp_path / "a.pdf", language, *rows)
    assert not parts_with(path, name)
    assert name in further(path)["text, down columns"]


def test_letters_set_from_top_to_bottom_in_several_columns_are_read_down(tmp_path):
    columns = ((440, "会議では"), (420, "椋木沙雪"), (400, "が述べた"))
    letters = [(x, 700 - 14 * n, text[n]) for n in range(4) for x, text in columns]
    path = drawn(tmp_path / "a.pdf", "ja", *letters)
    assert "椋木沙雪" in further(path)["text, down columns"]


def test_a_column_of_words_of_europe_keeps_gaps_and_loses_hyphens(tmp_path):
    page = canvas.Canvas(str(tmp_path / "a.pdf"))
    rows = ("All was told by Kim", "Planted, and by Kim Plan-", "ted once more")
    for n, text in enumerate(rows):
        page.drawString(72, 700 - 16 * n, text)
        page.drawString(330, 700 - 16 * n, "Another column.")
    page.save()
    read = further(tmp_path / "a.pdf")["text, down columns"]
    assert "by Kim Planted, and by" in read and "by Kim Planted once" in read


def in_word(folder):
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


def in_a_workbook(folder):
    book = openpyxl.Workbook()
    sheet = book.create_sheet("names")
    for row in TABLE:
        sheet.append(row)
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def in_a_web_page(folder):
    rows = ("".join(f"<td><b>{cell}</b></td>" for cell in row) for row in TABLE)
    page = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    (folder / "a.html").write_text(page, encoding="utf-8")
    return folder / "a.html"


def in_a_table_of_markdown(folder):
    lines = ("| " + " | ".join(row) + " |" for row in (TABLE[0], ["---", "---"], TABLE[1]))
    (folder / "a.md").write_text("\n".join(lines), encoding="utf-8")
    return folder / "a.md"


def at_stops_of_tabs(folder):
    document = docx.Document()
    for row in TABLE:
        document.add_paragraph("\t".join(row))
    document.save(str(folder / "b.docx"))
    return folder / "b.docx"


def in_open_document(folder):
    rows = ("".join(f"<t:table-cell><x:p>{c}</x:p></t:table-cell>" for c in row) for row in TABLE)
    body = "".join(f"<t:table-row>{row}</t:table-row>" for row in rows)
    with zipfile.ZipFile(folder / "a.odt", "w") as archive:
        text = f"<o xmlns:t='t' xmlns:x='x'><t:table>{body}</t:table></o>"
        archive.writestr("content.xml", text)
    return folder / "a.odt"


PLACES = (
    in_word,
    in_a_workbook,
    in_a_web_page,
    in_open_document,
    in_a_table_of_markdown,
    at_stops_of_tabs,
)


@pytest.mark.parametrize("make", PLACES)
def test_a_family_name_of_one_letter_above_a_given_name_is_found(tmp_path, make):
    roster = tmp_path / "roster.json"
    person = {"id": "p", "name_latin": "Xi Baicheng", "name_native": "郤 柏澄"}
    roster.write_text(json.dumps({"roster": [person]}), encoding="utf-8")
    (screened,) = screen([make(tmp_path)], roster)["files"]
    found = {(e["text"], e["level"]) for e in screened["exposures"] if e["participants"] == ["p"]}
    assert ("郤\n柏澄", "block") in found
    alone = {("郤", "block"), ("柏澄", "block")}  # each of which has a cell of its own
    assert found <= {("郤\n柏澄", "block"), *alone}


def test_long_cells_are_no_column_of_names(tmp_path):
    document = docx.Document()
    table = document.add_table(2, 1)
    for row in table.rows:
        row.cells[0].text = "Ports were discussed at length on that day."
    document.save(str(tmp_path / "a.docx"))
    assert "text, down columns" not in further(tmp_path / "a.docx")


# Labels, and names of files


@pytest.mark.parametrize(
    "text",
    [
        "姓：탁\n名：서윤\n",
        "family: 탁\ngiven: 서윤",
        'family = "탁"\ngiven = "서윤"',
        "<input name='a' value='탁'><input name='b' value='서윤'>",
        json.dumps({"family": "탁", "given": "서윤"}),
        '{"family": "탁",\n "given": "서윤"}',
    ],
)
def test_what_stands_behind_labels_is_read_together(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert further(tmp_path / "a.txt")["text, beside labels"].split("\n\n")[0] == "탁\n서윤"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("NotesByPlanted2", "Notes By Planted"),
        ("椋木コメント", "椋木 コメント"),
        ("椋木_final", "椋木: "),
    ],
)
def test_a_name_of_a_file_without_gaps_is_read_in_words(tmp_path, name, words):
    path = tmp_path / f"{name}.txt"
    path.write_text("Ports", encoding="utf-8")
    assert words.strip() in further(path)["file name, in words"]


def test_a_plain_file_has_no_further_reading(tmp_path):
    (tmp_path / "ports.txt").write_text("Ports were discussed: at length.\n", encoding="utf-8")
    assert further(tmp_path / "ports.txt") == {}


def test_a_list_in_single_quotes_is_read_as_a_row(tmp_path):
    (tmp_path / "a.sql").write_text("INSERT INTO a VALUES ('탁', '서윤');", encoding="utf-8")
    assert parts_with(tmp_path / "a.sql", "탁 서윤") == ["text, rows"]


# Changes


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f"<w:del w:id='1' w:author='a'><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins w:id='2' w:author='b'>{run(text)}</w:ins>"


GOES = "<w:pPr><w:rPr><w:del w:id='3' w:author='a'/></w:rPr></w:pPr>"
LARGE = "<w:pPr><w:framePr w:dropCap='drop'/></w:pPr>"


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        ([run("むくの") + deleted("きさ") + run("ゆきさん")], KANA),
        ([run("むく") + deleted("お") + run("のきさ") + deleted("ゆき") + inserted("え")], KANA),
        ([deleted("お") + run("むく") + inserted("のき") + run("さゆき") + deleted("え")], KANA),
        ([GOES + run("said by Kim Pl"), run("anted at last")], "Kim Planted"),
        ([LARGE + run("K"), run("im Planted said so")], "Kim Planted"),
        ([f"<w:bdo w:val='rtl'>{run('detnalP miK')}</w:bdo>"], "Kim Planted"),
    ],
)
def test_a_name_between_tracked_changes_and_paragraphs_is_whole(word, paragraphs, name):
    document = docx.Document(str(word))
    for content in paragraphs:
        added(document, f"<w:p>{content}</w:p>")
    document.save(str(word))
    assert parts_with(word, name)


def test_what_was_deleted_in_opendocument_is_read_where_it_stood(tmp_path):
    gone = "<t:changed-region t:id='c1'><t:deletion><t:p>のきさ</t:p></t:deletion>"
    text = f"<t:tracked-changes>{gone}</t:changed-region></t:tracked-changes>"
    line = "<t:p>むく<t:change t:change-id='c1'/>ゆきさん</t:p>"
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("content.xml", f"<o xmlns:t='t'>{text}{line}</o>")
    assert parts_with(tmp_path / "a.odt", KANA) == ["content.xml, joined"]


# Letters


@pytest.mark.parametrize(
    "letters",
    ["ㅌㅏㄱㅅㅓㅇㅠㄴ", "탁ㅅㅓㅇㅠㄴ", "타ㄱ서유ㄴ", "ﾼￂﾡﾵￆﾷￗﾤ"],
)
def test_letters_of_hangul_standing_alone_are_put_together(letters):
    assert list(in_syllables(f"항만\n{letters} 박사")) == [f"{HANGUL} 박사"]


def test_hangul_as_usual_and_laughter_stay_as_they_are():
    assert list(in_syllables("탁서윤 박사")) == []
    assert list(in_syllables("그렇다 ㅋㅋㅋ")) == []


@pytest.mark.parametrize(
    "text",
    [
        "=UNICHAR(37092)&UNICHAR(26575)&UNICHAR(28548)",
        "=UNICHAR(37092)&&quot;柏澄&quot;".replace("&quot;", '"').replace("&&", "&"),
        "String.fromCharCode(37092, 26575, 28548)",
    ],
)
def test_letters_given_by_their_numbers_are_read(tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert parts_with(tmp_path / "a.txt", HAN)


def test_a_call_without_numbers_stays():
    assert unescaped("CHAR(a) and char()") == "CHAR(a) and char()"


def test_a_code_between_other_lines_is_read_alone():
    from base64 import b64encode

    code = b64encode(b"told by Kim Planted at the table!!").decode().rstrip("=")
    words, unread = coded_words(f"http://example.com/\n{code}\nhttp://example.com/")
    assert "Kim Planted" in words and not unread


# PDF


def test_names_filled_into_two_fields_of_a_form_are_read_together(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        fields = [Dictionary(T=String(t), V=String(v)) for t, v in (("sn", "탁"), ("gn", "서윤"))]
        pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(Kids=Array(fields))]))
        pdf.save(portable)
    assert "form, values" in parts_with(portable, "탁 서윤")


def test_letters_of_no_size_are_said_to_be_unread(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        usual.font(pdf.pages[0])
        pdf.pages[0].contents_add(b"BT /Plain 0 Tf 72 400 Td (Kim Planted) Tj ET")
        pdf.save(portable)
    assert "page 1, letters or pictures" in [p.name for p in read_parts(portable) if p.unread]


def test_a_form_that_leads_to_itself_is_read_once(portable):
    with pikepdf.open(portable, allow_overwriting_input=True) as pdf:
        field = pdf.make_indirect(Dictionary(T=String("a"), FT=Sign.Tx))
        field.Kids = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.save(portable)
    assert read_parts(portable)


def test_further_readings_are_called_in_plain_words(tmp_path):
    path = tmp_path / "椋木_final.md"
    path.write_text("| 姓 | 名 |\n| 탁 | 서윤 |\na: b\nc: d", encoding="utf-8")
    called = {part_called(name) for name in further(path)}
    assert called == {"text", "file name"}
