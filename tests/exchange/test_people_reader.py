"""Lists of people in many encodings and shapes: encoding, columns, names, rows left out."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers

from dialogueprep.domain.errors import Explained
from dialogueprep.domain.people import Capacity, Sector
from dialogueprep.exchange.people_encoding import Sure, guess_encoding
from dialogueprep.exchange.people_reader import all_people_of, open_pasted, open_people

ENCODED = [
    *[(e, t) for e in ("gb18030", "utf-16", "utf-8", "utf-8-sig", "utf-16-le") for t in (
        "姓名,单位,国家\n沈昱衡,松原大学国际关系学院,中国\n", "姓名\n温志远\n马雨婷\n",
        "Name,姓名\nShen Yuheng,沈昱衡\n")],
    *[("big5", t) for t in ("姓名,單位\n沈昱衡,松原大學國際關係學院\n", "姓名\n陳建宏\n林雅婷\n")],
    *[(e, t) for e in ("cp932", "euc_jp", "iso2022_jp") for t in (
        "氏名,所属,国\n黒田 亜紀,青葉研究所,日本\n", "氏名\n佐藤遥\n鈴木一郎\n",
        "Name,氏名\nSato Haruka,佐藤遥\n", "氏名\n小笠原 慎\n柳沢 恵\n")],
    *[(e, t) for e in ("cp949", "euc_kr") for t in (
        "성명,소속,국가\n성하린,나루연구소,한국\n", "성명\n김민서\n",
        "Name,성명\nKim Minseo,김민서\n")],
    *[(e, "Name,Institution\nMüller Jörg,Université de Genève\n") for e in ("latin-1", "cp1252")],
]  # fmt: skip


def people(folder, data, name="list.csv", **asked):
    file = folder / name
    file.write_bytes(data)
    return all_people_of(open_people(file), **asked)


def names(intake):
    return [(n.person.name.family, n.person.name.given, n.person.name.native)
            for n in intake.newcomers]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text"), ENCODED)
def test_short_lists_of_names_are_read_in_their_encoding(encoding, text):
    data = text.encode(encoding)
    assert data.decode(guess_encoding(data).encoding).removeprefix("\ufeff") == text


def test_a_mark_is_surer_than_a_guess():
    assert guess_encoding("姓名\n温志远\n".encode("utf-8-sig")).sure is Sure.MARKED
    assert guess_encoding("姓名\n温志远\n".encode("gb18030")).sure is Sure.LIKELY


def test_title_rows_two_languages_in_a_head_headings_sums_and_unknown_words(tmp_path):
    text = (
        "List of participants\n\n姓名 Name;单位;领域;E-mail;Remarks (internal)\n"
        '中国;;;;\nSHEN Yuheng (沈昱衡);松原大学 (MU);学术;a@b.cn;"two\nlines"\n'
        "日本 Japan;;;;\n佐藤 遥;青葉研究所;能源;;\nTotal;2;;;\n;Somewhere;;;\n"
    )
    intake = people(tmp_path, text.encode("gb18030"))
    assert names(intake) == [("Shen", "Yuheng", "沈昱衡"), ("佐藤", "遥", "佐藤 遥")]
    first, second = intake.newcomers
    assert (first.part.delegation, second.part.delegation) == ("CN", "JP")
    assert (first.part.affiliation.acronym, first.part.sector) == ("MU", Sector.ACADEMIA)
    assert (first.person.email, first.person.remarks) == ("a@b.cn", "two\nlines")
    assert [t.code for t in second.told] == ["people-word-unknown"]
    assert {r.why.code for r in intake.refused} == {"people-row-is-sum", "people-row-nameless"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^", "，"])
def test_any_separator(tmp_path, separator):
    text = "Name,Institution,Country\nKURODA Aki,AB,Japan\n".replace(",", separator)
    assert names(people(tmp_path, text.encode())) == [("Kuroda", "Aki", "")]


def test_an_unclosed_quotation_mark_loses_nobody(tmp_path):
    intake = people(tmp_path, b'name,country\n"KURODA Aki,JP\nWEN Zhiyuan,CN\n')
    assert [n[:2] for n in names(intake)] == [("Kuroda", "Aki"), ("Wen", "Zhiyuan")]
    assert "people-quote-unclosed" in {t.code for t in intake.told}


def test_formulas_stay_text(tmp_path):
    text = 'family,given,institution\n=1+1,Aki,"=HYPERLINK(""x"")"\n\'=2,Bo,@x\n'
    intake = people(tmp_path, text.encode())
    assert [n[0] for n in names(intake)] == ["=1+1", "=2"]
    assert intake.newcomers[0].part.affiliation.name == '=HYPERLINK("x")'


def test_a_workbook_with_titles_merged_cells_dates_hidden_rows_and_sheets(tmp_path):
    from datetime import datetime

    book = Workbook()
    sheet = book.active
    sheet.title = "All"
    for row in (
        ["Round 4: participants"], [],
        ["Delegation", "Family name", "Given name", "Phone", "Arrival", "Speaker?"],
        ["China", "WEN", "Zhiyuan", 8613900001111, datetime(2025, 6, 3, 14, 30), True],
        [None, "MA", "Yuting", 10.0, None, None],
        ["Japan", "KURODA", "Aki", None, None, None],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells("A4:A5")
    sheet.row_dimensions[6].hidden = True
    sheet["E4"].number_format = numbers.FORMAT_DATE_DATETIME
    other = book.create_sheet("韩国")
    for row in (["성명", "소속"], ["성하린", "나루연구소"]):
        other.append(row)
    secret = book.create_sheet("Old")
    secret.append(["Name"])
    secret.append(["GONE Long"])
    secret.sheet_state = "hidden"
    book.save(tmp_path / "list.xlsx")
    intake = all_people_of(open_people(tmp_path / "list.xlsx"))
    assert [n.part.delegation for n in intake.newcomers] == ["CN", "CN", "JP", "KR"]
    first = intake.newcomers[0]
    assert first.person.phone == "8613900001111"
    assert first.part.logistics.arrives == datetime(2025, 6, 3, 14, 30)
    codes = {t.code for t in intake.told}
    assert {"people-hidden-rows", "people-other-sheets", "people-columns-left-out"} <= codes


CARDS = {
    "2.1": "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=B2=88;"
    "=E6=98=B1=E8=A1=\r\n=A1;;=E6=95=99=E6=8E=88;\r\nORG:Matsubara;Ports\r\n"
    "PHOTO;ENCODING=BASE64;JPEG:\r\n /9j/4AAQ\r\n\r\nEND:VCARD\r\n",
    "3.0": "BEGIN:VCARD\nVERSION:3.0\nN:Sato;Haruka;;Dr.;\nFN:Dr. Haruka Sato\nORG:Aoba\\, Inst\n"
    "item1.EMAIL;TYPE=INTERNET:x@y\n .jp\nADR;TYPE=WORK:;;1 Road;Town;;1;Japan\nEND:VCARD\n",
    "4.0": "BEGIN:VCARD\nVERSION:4.0\nFN:성하린\nN:성;하린;;;\nTITLE:연구위원\nGENDER:F\n"
    "TEL;VALUE=uri:tel:+82-2-1\nEND:VCARD\n",
}


def test_cards_of_all_versions_in_one_file(tmp_path):
    intake = people(tmp_path, "".join(CARDS.values()).encode(), "people.vcf")
    assert [n[2] or n[0] for n in names(intake)] == ["沈 昱衡", "Sato", "성하린"]
    zh, ja, ko = intake.newcomers
    assert (zh.person.name.honorific, zh.part.affiliation.name) == ("教授", "Matsubara, Ports")
    assert (ja.person.email, ja.part.delegation) == ("x@y.jp", "JP")
    assert (ja.part.affiliation.name, ko.part.affiliation.position) == ("Aoba, Inst", "연구위원")
    assert "people-pictures-left-out" in {t.code for t in intake.told}


def test_cards_in_shift_jis_with_kana(tmp_path):
    card = ("BEGIN:VCARD\r\nVERSION:2.1\r\nN:佐藤;遥\r\nX-PHONETIC-FIRST-NAME:はるか\r\n"
            "X-PHONETIC-LAST-NAME:さとう\r\nEND:VCARD\r\n")  # fmt: skip
    (who,) = people(tmp_path, card.encode("cp932"), "k.vcf").newcomers
    assert who.person.name.reading == "さとう はるか"


def test_pasted_lines_and_pasted_cells():
    lines = all_people_of(open_pasted(
        "1. Prof. SHEN Yuheng (沈昱衡), Institute of Ports, China\n"
        "2. Dr. Sato Haruka, Director, Kazan Lab (Japan)\n"
        "- Kim Minseo, Naru University, Korea <k@n.kr>\n", "pasted"))  # fmt: skip
    assert [n.part.delegation for n in lines.newcomers] == ["CN", "JP", "KR"]
    assert [n.part.affiliation.name for n in lines.newcomers] == [
        "Institute of Ports", "Kazan Lab", "Naru University"]  # fmt: skip
    assert lines.newcomers[1].part.affiliation.position == "Director"
    cells = all_people_of(open_pasted("氏名\t所属\n佐藤 遥\t青葉研究所\n", "pasted"))
    assert names(cells) == [("佐藤", "遥", "佐藤 遥")]


def test_a_person_twice_and_observers(tmp_path):
    text = "name,country,role,email\nKURODA Aki,JP,observer,a@b.jp\nAki Kuroda,JP,,A@b.jp\n"
    first, second = people(tmp_path, text.encode()).newcomers
    assert first.part.capacity is Capacity.OBSERVER
    assert (first.twice, second.twice) == (None, 2)


def test_delegations_of_the_dialogue_take_their_members(tmp_path):
    text = "name,country\nNGUYEN Van An,Vietnam\nWEN Zhiyuan,CN\nANA Field,Peru\n"
    intake = people(tmp_path, text.encode(), sides=("CN", "ASEAN"))
    placed = [(n.part.delegation, n.part.territory) for n in intake.newcomers]
    assert placed[:2] == [("ASEAN", "VN"), ("CN", "CN")]
    assert [t.facts["said"] for t in intake.told if t.code == "people-side-unknown"] == ["Peru"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, "roster-damaged"),
        ("a.csv", b"name\0,country\nLi,CN", "roster-damaged"),
        ("a.csv", b"a" * 3_000_000, "people-line-too-long"),
        ("a.csv", b"name,country\n" + b"Li Wen,CN\n" * 500_000, "people-too-many"),
        ("a.csv", b"%PDF-1.7 name", "people-kind-unknown"),
        ("a.csv", b"", "roster-without-people"),
        ("a.csv", b"family,given\n", "roster-without-people"),
        ("a.csv", b"Kuroda,Aki,Aoba Institute\n", "roster-without-header"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "people-is-old-excel"),
        ("a.xlsx", b"PK\x03\x04 not a zip", "roster-damaged"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path, name, data, code):
    with pytest.raises(Explained) as refusal:
        people(tmp_path, data, name)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("titles", "title", "position"),
    [
        (("Senior Fellow", "Director", "Research Professor"), "", "Senior Fellow"),
        (("Prof.", "Dr.", "Ms"), "Prof.", ""),
        (("Professor", "Ambassador", "Dr."), "Professor", ""),
    ],
)
def test_a_column_headed_title_holds_positions_where_it_does(tmp_path, titles, title, position):
    families = ("Varga", "Okafor", "Lindqvist")
    rows = [f"Ann {f},Kestrel Centre,{t}" for f, t in zip(families, titles, strict=True)]
    data = "\n".join(["Name,Affiliation,Title", *rows]).encode()
    first = people(tmp_path, data).newcomers[0]
    said = first.part.affiliation.position if first.part.affiliation else ""
    assert (first.person.name.title, said) == (title, position)
