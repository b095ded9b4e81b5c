"""Names of which Word puts the pieces together: fields in fields, labels of lists, linked boxes."""

from __future__ import annotations

import zipfile

import pytest

from dialogueprep.workflows.screen import roster_of, screened

ROSTER = """id,name_latin,name_order,family,given,name_native,name_kana,country,sector,sessions
p1,Kiriyama Haruto,family-first,Kiriyama,Haruto,桐山 陽斗,きりやま はると,JP,academia,s1
p3,Shen Yuheng,family-first,Shen,Yuheng,沈 昱衡,,CN,academia,s1
"""
SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="v"'


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    return roster_of(path)


def word(folder, body: str, members: dict[str, str] | None = None):
    """Return a Word file with these paragraphs, and other members of these contents."""
    path = folder / "notes.docx"
    with zipfile.ZipFile(path, "w") as archive:
        whole = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", whole)
        for name, content in (members or {}).items():
            archive.writestr(name, content)
    return path


def people_in(path, roster) -> set[str]:
    rows = screened(path, roster)["exposures"]
    return {who for row in rows for who in row["participants"]}


def says(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def code(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def at(where: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{where}"/></w:r>'


BEGIN, RESULT, END = at("begin"), at("separate"), at("end")


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{BEGIN}{code(' QUOTE Kiri')}{BEGIN}{code(' IF 1=1 ')}{RESULT}{says('yama')}{END}"
        f"{code(' ')}{RESULT}{says('x')}{END}",
        f"{says('Kiri')}{BEGIN}{code(' IF 1 = 1 ')}{BEGIN}{code(' PAGE ')}{RESULT}{says('1')}{END}"
        f"{code(' a ')}{RESULT}{says('yama')}{END}",
        f"{BEGIN}{code(' SET a Kiri')}{BEGIN}{code(' QUOTE ')}{BEGIN}{code(' PAGE ')}{END}"
        f"{RESULT}{says('yama')}{END}{END}",
        f"{says('Kiri')}{BEGIN}{code(' MACROBUTTON NoMacro yama')}{END}{says(' spoke')}",
        f"{says('Kiri')}{BEGIN}{code(' QUOTE &quot;yama&quot; ')}{END}{says(' spoke')}",
        f"{says('The view of Kiri')}{BEGIN}{code(' SYMBOL 121 ')}{END}{says('ama')}",
    ],
)
def test_a_field_is_read_with_the_fields_within_it(tmp_path, roster, paragraph):
    assert people_in(word(tmp_path, f"<w:p>{paragraph}</w:p>"), roster) == {"p1"}


def test_what_stands_behind_a_field_that_does_not_end_is_read(tmp_path, roster):
    path = word(tmp_path, f"<w:p>{BEGIN * 3}{RESULT}{says('Kiri')}{says('yama')}</w:p>")
    assert people_in(path, roster) == {"p1"}
