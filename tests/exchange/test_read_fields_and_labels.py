"""Names of which Word puts the pieces together: fields in fields, labels of lists, linked boxes."""

from __future__ import annotations

import zipfile
from base64 import b64encode
from time import process_time

import pytest

from dialogueprep.exchange.read_codes import coded_words
from dialogueprep.exchange.readback import read_parts
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


def listed(label: str, kind: str = "bullet", start: str = "1") -> dict[str, str]:
    """Return the part of a Word file that defines one list."""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{label}"/></w:lvl>'
    )
    return {
        "word/numbering.xml": f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1">{level}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    }


def item(words: str) -> str:
    about = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{about}{says(words)}</w:p>"


@pytest.mark.parametrize(
    ("words", "definition", "who"),
    [
        ("yama spoke", listed("Kiri"), "p1"),
        ("yama spoke", listed("Kiri", "decimal"), "p1"),
        ("昱衡发言", listed("沈"), "p3"),
        ("iriyama spoke", listed("%1", "upperLetter", "11"), "p1"),
        ("iriyama spoke", listed("%1", "lowerLetter", "11"), "p1"),
    ],
)
def test_letters_that_a_list_puts_before_a_paragraph_belong_to_its_words(
    tmp_path, roster, words, definition, who
):
    assert people_in(word(tmp_path, item(words), definition), roster) == {who}


@pytest.mark.parametrize("start", ["x", "-3", "999999999999999999", "0", "99999999"])
@pytest.mark.parametrize("kind", ["ganada", "upperLetter", "chineseCountingThousand", "odd"])
def test_a_list_that_counts_from_no_usual_number_is_read(tmp_path, roster, kind, start):
    path = word(tmp_path, item("Kiriyama spoke") * 3, listed("x%1", kind, start))
    assert people_in(path, roster) == {"p1"}


def boxed(words: str, about: str = "") -> str:
    box = f"<w:txbxContent><w:p>{says(words)}</w:p></w:txbxContent>"
    return f"<w:p><w:r><w:pict><v:textbox {about}>{box}</v:textbox></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("one", "other", "who"),
    [("The words of Kiri", "yama are kept", "p1"), ("会议记录沈", "昱衡发言", "p3")],
)
def test_words_that_flow_from_a_box_with_text_to_the_next_are_joined(
    tmp_path, roster, one, other, who
):
    body = f"{boxed(one)}<w:p>{says('between')}</w:p>{boxed(other)}"
    assert people_in(word(tmp_path, body), roster) == {who}


@pytest.mark.parametrize(
    ("content", "who"),
    [
        (b"Kiriyama".hex(), "p1"),
        (b"notes of Mr Kiriyama on the sea lanes".hex().upper(), "p1"),
        ("桐山陽斗".encode().hex(), "p1"),
        ("沈昱衡".encode("utf-16-be").hex(), "p3"),
        ("Kiriyama".encode("utf-16-le").hex(), "p1"),
        (b"Kiriyama".hex(":"), "p1"),
        (b64encode(b"Kiriyama").decode(), "p1"),
        (b64encode(b"Shen Yuheng").decode(), "p3"),
    ],
)
def test_letters_by_the_numbers_of_their_bytes_are_read(tmp_path, roster, content, who):
    for xml in (f"<a>{content}</a>", f"<a b='{content}'/>"):
        assert people_in(word(tmp_path, "", {"customXml/item1.xml": xml}), roster) == {who}


def test_numbers_that_are_no_letters_give_no_words():
    plain = "20261124 12345678 00A77B3E {00A77B3E-4E00-5167-5354-6A1B2C3D4E00} document tomorrow"
    assert coded_words(plain) == ("", False)


@pytest.mark.parametrize("pairs", [[("きりやま", "某")], [("きり", "某"), ("やま", "氏")]])
def test_a_name_that_only_the_letters_above_others_tell_is_found(tmp_path, roster, pairs):
    ruby = "".join(
        f"<w:r><w:ruby><w:rt>{says(above)}</w:rt><w:rubyBase>{says(below)}</w:rubyBase></w:ruby></w:r>"
        for above, below in pairs
    )
    assert people_in(word(tmp_path, f"<w:p>{ruby}{says('が述べた')}</w:p>"), roster) == {"p1"}


@pytest.mark.parametrize(
    "xml",
    [
        "<a><n v='Kiri'/><n v='yama'/></a>",
        "<a name='Kiri' descr='yama'/>",
        "<a v='&lt;p&gt;Ki&lt;b&gt;ri&lt;/b&gt;yama&lt;/p&gt;'/>",
        "<c><pt idx='1'><v>yama</v></pt><pt idx='0'><v>Kiri</v></pt></c>",
    ],
)
def test_values_beside_each_other_and_pages_in_a_value_are_read(tmp_path, roster, xml):
    assert people_in(word(tmp_path, "", {"word/charts/chart1.xml": xml}), roster) == {"p1"}


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FEFEFE"/>',
        '<w:color w:val="auto" w:themeColor="background1"/>',
        '<w:w w:val="1"/>',
        '<w:textFill><w:solidFill><w:srgbClr w:val="FFFFFF"/></w:solidFill></w:textFill>',
        "<w:textFill><w:noFill/></w:textFill>",
        '<w:rStyle w:val="G"/>',
    ],
)
def test_a_name_is_found_around_words_in_the_colour_of_the_paper(tmp_path, roster, look):
    hides = '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    made = '<w:style w:styleId="G"><w:basedOn w:val="H"/></w:style>'
    between = f"<w:r><w:rPr>{look}</w:rPr><w:t>zz</w:t></w:r>"
    styles = {"word/styles.xml": f"<w:styles {SPACES}>{made}{hides}</w:styles>"}
    path = word(tmp_path, f"<w:p>{says('Kiri')}{between}{says('yama')}</w:p>", styles)
    assert people_in(path, roster) == {"p1"}


@pytest.mark.parametrize(
    "words",
    ["🅺🅸🆁🅸🆈🅰🅼🅰", "🇰🇮🇷🇮🇾🇦🇲🇦", "⒦⒤⒭⒤⒴⒜⒨⒜", "⠅⠊⠗⠊⠽⠁⠍⠁"],
)
def test_letters_in_frames_and_raised_ones_are_read(tmp_path, roster, words):
    assert people_in(word(tmp_path, f"<w:p>{says(words)}</w:p>"), roster) == {"p1"}


def test_a_name_in_four_cells_of_a_row_or_in_a_path_within_the_file_is_found(tmp_path, roster):
    cells = "".join(f"<w:tc><w:p>{says(piece)}</w:p></w:tc>" for piece in ("Ki", "ri", "ya", "ma"))
    path = word(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert people_in(path, roster) == {"p1"}
    assert people_in(word(tmp_path, "", {"word/media/kiri_yama.txt": "x"}), roster) == {"p1"}


def test_each_choice_and_what_stands_before_a_formula_is_read(tmp_path, roster):
    choices = "".join(f'<w:Choice Requires="{n}">{says(n)}</w:Choice>' for n in ("xx", "yama"))
    body = f"<w:p>{says('Kiri')}<w:AlternateContent>{choices}</w:AlternateContent></w:p>"
    assert people_in(word(tmp_path, body), roster) == {"p1"}
    formula = f'<w:d><w:dPr><w:begChr w:val="K"/></w:dPr>{says("iriyama")}</w:d>'
    assert people_in(word(tmp_path, f"<w:p>{formula}</w:p>"), roster) == {"p1"}


WHITE = "{\\colortbl;\\red255\\green255\\blue250;\\red9\\green9\\blue9;}"


@pytest.mark.parametrize(
    "words",
    [
        WHITE + "Kiri{\\cf1 xx}yama spoke",
        WHITE + "Kiri\\cf1 xx\\cf2 yama spoke",
        WHITE + "x {\\cf1 Kiriyama} y",
        "Kiri{\\fs2 xx}yama spoke",
        "{\\field{\\*\\fldinst EQ \\\\o(Kiri,yama)}}",
        "{\\field{\\*\\fldinst SYMBOL 75}{\\fldrslt }}iriyama",
        "Kiri{\\field{\\*\\fldinst MACROBUTTON x yama}} spoke",
        "{\\field{\\*\\fldinst SET Kiri{\\field{\\*\\fldinst IF 1}{\\fldrslt yama}}}{\\fldrslt x}}",
        "{\\*\\docvar{Kiri}{yama}}",
    ],
)
def test_rich_text_is_read_as_a_person_sees_it(tmp_path, roster, words):
    path = tmp_path / "notes.rtf"
    path.write_text("{\\rtf1\\ansi " + words + "}", "ascii")
    assert people_in(path, roster) == {"p1"}


def test_what_rich_text_draws_between_two_colours_is_read_once(tmp_path):
    path = tmp_path / "notes.rtf"
    path.write_text(
        "{\\rtf1" + WHITE + "The tide\\cf1  and\\cf9  the\\cf0  quay\\plain .}", "ascii"
    )
    texts = {part.name: part.text for part in read_parts(path)}
    assert texts["text"].strip() == "The tide and the quay."
    assert texts["text, without marks"].strip() == "The tide the quay."


LONG = "a" * 200_000
MANY = 20_000
READING = r"EQ \o\ad(\s\up"


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{(BEGIN + code('x')) * MANY}{END * MANY}</w:p>",
        f"<w:p>{(BEGIN + RESULT + code('x')) * MANY}</w:p>",
        boxed(LONG + ".") + boxed(LONG),
        f"<w:p>{says('ab:' * 90_000)}{says('4b' * 90_000)}</w:p>",
        f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * MANY}</w:tr></w:tbl>",
        f"<w:p><w:note/>{LONG}<w:note/>{LONG}</w:p>",
        "".join(item(f"x{n}") for n in range(MANY // 4)),
        "<p>" * 180 + "<i>abc<br/>x</i>" * (MANY // 4) + "</p>" * 180,
        "<w:p>" + BEGIN + code(READING + " " * 200_000) + END + "</w:p>",
    ],
)
def test_what_is_made_to_take_long_is_read_in_time(tmp_path, body):
    levels = "".join(f'<w:lvl w:ilvl="{n}"><w:lvlText w:val="K{n}a"/></w:lvl>' for n in range(MANY))
    lists = listed("Kiri")["word/numbering.xml"].replace("<w:lvl ", levels + "<w:lvl ", 1)
    path = word(tmp_path, body, {"word/numbering.xml": lists})
    began = process_time()
    read_parts(path)
    assert process_time() - began < 10
