"""Names around what stands in a line and is no part of it, beside it, above it and before it."""

from __future__ import annotations

import zipfile

import pytest

from dialogueprep.exchange.readback import read_parts
from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,name_kana,country,sector,sessions
p1,Kiriyama Haruto,family-first,Kiriyama,Haruto,桐山 陽斗,きりやま はると,JP,academia,s1
p4,Tak Seoyun,family-first,Tak,Seoyun,탁 서윤,,KR,academia,s1
"""
FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return roster_of(path)


def package(folder, name: str, members: dict[str, str]):
    path = folder / name
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


def open_document(folder, content: str):
    whole = f'<o xmlns:text="t" xmlns:draw="d" xmlns:style="s" xmlns:fo="{FO}">{content}</o>'
    return package(folder, "notes.odt", {"content.xml": whole})


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def above(*pairs: tuple[str, str]) -> str:
    base, read = "<text:ruby-base>{}</text:ruby-base>", "<text:ruby-text>{}</text:ruby-text>"
    ruby = f"<text:ruby>{base}{read}</text:ruby>"
    return "".join(ruby.format(*pair) for pair in pairs) + "が述べた"


NOTE = "<text:note><text:note-body><text:p>z</text:p></text:note-body></text:note>"
FRAME = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
WHITE = '<style:style style:name="W"><style:p fo:color="#ffffff"/></style:style>'


@pytest.mark.parametrize(
    "content",
    [
        f"<text:p>Kiri{NOTE}yama spoke</text:p>",
        f"<text:p>Kiri{FRAME.format('zz')}yama spoke</text:p>",
        f"<text:p>{FRAME.format('Kiri')}</text:p><text:p>x</text:p>{FRAME.format('yama spoke')}",
        f"{WHITE}<text:p>Kiri<text:span text:style-name='W'>zz</text:span>yama</text:p>",
        f"<text:p>{above(('某', 'きりやま'))}</text:p>",
        f"<text:p>{above(('某', 'きり'), ('氏', 'やま'))}</text:p>",
    ],
)
def test_a_line_of_open_document_is_read_as_a_person_sees_it(tmp_path, roster, content):
    assert people_in(open_document(tmp_path, content), roster) == {"p1"}


def test_what_stands_beside_a_line_does_not_touch_words_with_a_gap(tmp_path):
    path = open_document(tmp_path, f"<text:p>The{NOTE} tide and {NOTE}the quay</text:p>")
    assert all(
        "Thetide" not in part.text and "andthe" not in part.text for part in read_parts(path)
    )


def test_how_a_cell_is_read_and_what_a_list_of_a_slide_begins_with_is_found(tmp_path, roster):
    cells = f"<sst {SHEET}><si><t>某氏</t><rPh><t>キリヤマ</t></rPh></si></sst>"
    path = package(tmp_path, "a.xlsx", {"xl/sharedStrings.xml": cells})
    assert people_in(path, roster) == {"p1"}
    line = "<p><pPr><buChar char='Kiri'/></pPr><r><t>yama spoke</t></r></p>"
    path = package(tmp_path, "a.pptx", {"ppt/slides/slide1.xml": f"<s>{line}</s>"})
    assert people_in(path, roster) == {"p1"}


def test_a_table_of_relations_is_read_as_xml(tmp_path, roster):
    words = "<r><a v='Ki&#114;iyama'/></r>"
    assert people_in(package(tmp_path, "a.odt", {"manifest.rdf": words}), roster) == {"p1"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.json", '{"given": "Kiri", "family": "yama"}'),
        ("a.py", "a = 'Kiri' 'yama'"),
        ("a.html", "<script>write('Kiri'+`yama`)</script>"),
        ("b.html", "<style>li::marker{content:'Kiri'}</style><ul><li>yama spoke</li></ul>"),
        ("a.txt", "The view of [[page|Kiri]]yama and '''Kiri'''yama."),
        ("a.rst", "Kiri\\ **yama** spoke"),
        ("a.yaml", 'a: "Kiri\\\n  yama"'),
    ],
)
def test_strings_and_marks_of_texts_are_put_together(tmp_path, roster, name, words):
    (tmp_path / name).write_text(words, "utf-8")
    assert people_in(tmp_path / name, roster) == {"p1"}


def test_a_file_in_the_letters_of_old_mails_is_said_to_be_unread(tmp_path):
    (tmp_path / "a.txt").write_text("begin 644 a\n(2VER:7EA;6$ \n \nend\n", "ascii")
    assert [part.name for part in read_parts(tmp_path / "a.txt") if part.unread] == ["text"]
    (tmp_path / "a.txt").write_text("begin 100 steps\nfrom the quay\n", "ascii")
    assert [part.name for part in read_parts(tmp_path / "a.txt") if part.unread] == []


@pytest.mark.parametrize(
    ("name", "found"),
    [("TAKFINAL.txt", {"p4"}), ("notes_TAKreport.txt", {"p4"}), ("takeover.txt", set())],
)
def test_a_short_family_name_beside_a_word_in_the_name_of_a_file(tmp_path, roster, name, found):
    (tmp_path / name).write_text("Sea lanes.", "ascii")
    assert people_in(tmp_path / name, roster) == found
