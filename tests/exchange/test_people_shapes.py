"""Lists of people as systems, forms and hands make them: heads, shapes, names, what is refused."""

import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from dialogueprep.domain.errors import Refused
from dialogueprep.domain.people import Capacity
from dialogueprep.exchange import people_xlsx
from dialogueprep.exchange.people_cells import moment_of, parted_affiliation
from dialogueprep.exchange.people_encoding import Sure
from dialogueprep.exchange.people_head_words import composed_field
from dialogueprep.exchange.people_heads import field_of_head
from dialogueprep.exchange.people_reader import all_people_of, open_people

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(folder, text, name="list.csv", encoding="utf-8"):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return all_people_of(open_people(file))


def one(folder, text, **asked):
    (who,) = read(folder, text, **asked).newcomers
    return who


def parts(who):
    name = who.person.name
    return name.family, name.given, name.native


@pytest.mark.parametrize(
    ("heads", "field"),
    [
        ("Name of participant (in English)|姓名拼音|로마자 표기|英語表記", "name_latin"),
        ("이름(영문)|护照姓名", "name_latin"),
        ("嘉宾姓名（中文）|참석자명|参加者氏名|Kanji|이름(국문)|お名前|한자명", "name_native"),
        ("Surname|姓|Last name", "family"),
        ("姓(漢字)", "family_native"),
        ("姓（カナ）|Phonetic Last Name|セイ", "family_kana"),
        ("工作单位及职务|소속 및 직위|Institution and position", "affiliation_position"),
        ("Org.|Organization Name|기관명|ご所属|会社名|单位英文名称", "affiliation"),
        ("Organization Title|부서/직책|お役職|Current Position/Title", "position"),
        ("Business Country/Region|Country of residence|国・地域|국적/지역|Land", "country"),
        ("E-mail 1 - Value|이메일 주소|ご連絡先（E-mail）|E-Mail-Adresse", "email"),
        ("手机号码|휴대폰|单位电话|Phone 1 - Value|Contact details", "phone"),
        ("抵达时间|到着日|Arr.|Date of arrival", "arrives"),
        ("Họ và tên|ФИО|Nombre", "name_latin"),
        ("Cơ quan|Einrichtung|Organisme|Организация", "affiliation"),
        ("名簿への掲載に同意しますか|참가자 명단에 게재하는 것에 동의하십니까?|是否同意列入名单",
         "listed_for_participants"),
        ("公開に同意しますか", "listed_for_public"),
        ("Arrival flight no.", "travel"),
        ("饮食禁忌|食事制限|Dietary needs", "diet"),
        ("Passport No.|护照号码|Date of birth|出生日期|E-mail 1 - Label|Topic of interest|发言题目"
         "|Home address|Emergency contact phone|Photo consent|Department", ""),
    ],
)  # fmt: skip
def test_heads_of_several_words_are_understood(heads, field):
    assert {h: field_of_head(h) for h in heads.split("|")} == dict.fromkeys(heads.split("|"), field)


def test_a_head_of_something_else_is_about_nothing():
    assert composed_field("Name of spouse") == composed_field("Bank account") == ""


def test_two_rows_of_heads_are_read_as_one(tmp_path):
    text = ("氏名,,所属,,連絡先,\n漢字,ローマ字,機関,肩書,メール,電話\n"
            "黒田 亜希,KURODA Aki,東雲大学,教授,k@s.example,03-1\n")  # fmt: skip
    who = one(tmp_path, text)
    assert parts(who) == ("Kuroda", "Aki", "黒田 亜希")
    assert (who.part.affiliation.position, who.person.email) == ("教授", "k@s.example")


def test_merged_heads_of_a_workbook_and_its_sum(tmp_path):
    book = Workbook()
    sheet = book.active
    for row in (["第八届东亚对话 参会人员名单"], ["国别", "姓名", None, "单位"],
                [None, "中文", "拼音", None], ["中国", "沈昱衡", "SHEN Yuheng", "海港经济研究院"],
                ["合计", None, 1]):  # fmt: skip
        sheet.append(row)
    for cells in ("A1:D1", "B2:C2", "A2:A3", "D2:D3"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "list.xlsx")
    intake = all_people_of(open_people(tmp_path / "list.xlsx"))
    assert [parts(n) for n in intake.newcomers] == [("Shen", "Yuheng", "沈昱衡")]
    assert [r.why.code for r in intake.refused] == ["people-row-is-sum"]


def test_three_forms_of_a_name_and_a_second_script(tmp_path):
    text = "참석자명,한자명,로마자 표기,소속 및 직위\n이상민,李相旻,LEE Sang-min,한빛대학교 교수\n"
    who = one(tmp_path, text)
    assert parts(who) == ("Lee", "Sang-min", "이상민")
    assert [f.form for f in who.person.forms] == ["李相旻"]
    at = who.part.affiliation
    assert (at.name, at.position) == ("한빛대학교", "교수")


def test_names_in_two_columns_of_characters_with_kana_in_two(tmp_path):
    text = "姓,名,セイ,メイ,Last name,First name\n山田,太郎,ﾔﾏﾀﾞ,ﾀﾛｳ,Yamada,Taro\n"
    who = one(tmp_path, text)
    assert parts(who) == ("Yamada", "Taro", "山田 太郎")
    assert who.person.name.reading == "ヤマダ タロウ"
    assert parts(one(tmp_path, "姓,名,单位\n沈,昱衡,海港\n")) == ("沈", "昱衡", "沈昱衡")


def test_headings_of_groups_say_who_is_an_observer(tmp_path):
    text = ("Name,Institution\nJAPAN,\nKURODA Aki,Aoba\nOBSERVERS,\nMIN Thura,Yangon Forum\n"
            "List of participants,\nMA Yuting,MU\n")  # fmt: skip
    parts_ = [n.part for n in read(tmp_path, text).newcomers]
    assert [p.delegation for p in parts_] == ["JP", "", ""]
    assert [p.capacity for p in parts_] == [
        Capacity.PERSONAL, Capacity.OBSERVER, Capacity.PERSONAL]  # fmt: skip


def test_a_table_without_a_head_is_read_where_its_cells_leave_no_doubt(tmp_path):
    text = (
        "1,SHEN Yuheng,沈昱衡,Port Institute,P.R. China\n2,KIM Jisoo,김지수,Naru University,ROK\n"
    )
    intake = read(tmp_path, text)
    assert [n.part.delegation for n in intake.newcomers] == ["CN", "KR"]
    assert intake.newcomers[1].part.affiliation.name == "Naru University"
    assert "people-without-head" in {t.code for t in intake.told}


def test_a_table_of_columns_of_people_is_turned(tmp_path):
    text = "Name,SHEN Yuheng,KIM Jisoo\nInstitution,Port,Hanbit\nCountry,China,Korea\n"
    intake = read(tmp_path, text)
    assert [n.part.affiliation.name for n in intake.newcomers] == ["Port", "Hanbit"]
    assert "people-table-turned" in {t.code for t in intake.told}


def test_signs_that_nobody_sees_and_wide_letters(tmp_path):
    who = one(
        tmp_path, "Name,Institution\n\u202eＫＵＲＯＤＡ　Ａｋｉ\u202c,Po\u200brt\u00a0Institute\n"
    )
    assert parts(who) == ("Kuroda", "Aki", "")
    assert who.part.affiliation.name == "Port Institute"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("H.E. Amb. (ret.) CHOI Eun-ji", ("H.E. Amb.", "Choi", "Eun-ji", "")),
        ("KIM Jisoo (Ms.)", ("Ms.", "Kim", "Jisoo", "")),
        ("LEE Sang-min (이상민, 李相旻)", ("", "Lee", "Sang-min", "이상민")),
        ("Prof. Dr. Müller, Anna", ("Prof. Dr.", "Müller", "Anna", "")),
        ("Kim, Dr. Jong-su", ("Dr.", "Kim", "Jong-su", "")),
        ("山田 太郎（やまだ たろう）", ("", "Yamada", "Taro", "山田 太郎")),
        ("김 지 수", ("", "김", "지수", "김지수")),
        ("CHAN Tai Man, Peter", ("", "Chan", "Tai Man", "")),
        ("CHENG Kai-Wen (Kevin)", ("", "Cheng", "Kai-Wen", "")),
        ("Ian McDONALD", ("", "McDonald", "Ian", "")),
        ("de SILVA Nimal", ("", "de Silva", "Nimal", "")),
        ('KIM Jong-su "Johnny"', ("", "Kim", "Jong-su", "")),
        ("鈴木さん", ("", "鈴木", "", "鈴木")),
        ("3. SHEN Yuheng", ("", "Shen", "Yuheng", "")),
        ("Sir John Smith KCMG", ("Sir", "Smith", "John", "")),
    ],
)
def test_names_as_lists_write_them(tmp_path, typed, expected):
    cell = typed.replace('"', '""')
    name = one(tmp_path, f'Name,Institution\n"{cell}",X\n').person.name
    assert (name.title, name.family, name.given, name.native) == expected


@pytest.mark.parametrize(
    ("said", "before", "behind"),
    [("様", "", "様"), ("先生", "", "先生"), ("教授", "", "教授"), ("Dr", "Dr", "")],
)
def test_a_title_in_characters_stands_behind_a_name(tmp_path, said, before, behind):
    name = one(tmp_path, f"氏名,敬称,所属\n高羽 美咲,{said},東都大学\n").person.name
    assert (name.native, name.title, name.honorific) == ("高羽 美咲", before, behind)


def test_a_name_without_latin_letters_gets_a_spelling_to_be_looked_at(tmp_path):
    text = "氏名,フリガナ,所属\n高羽 美咲,タカバ ミサキ,東都大学\n大野 翔,オオノ ショウ,X\n"
    takaba, ono = read(tmp_path, text).newcomers
    assert parts(takaba) == ("Takaba", "Misaki", "高羽 美咲")
    assert parts(ono) == ("Ono", "Sho", "大野 翔")
    assert all("people-name-romanised" in [t.code for t in it.told] for it in (takaba, ono))


def test_letters_that_the_file_lost_are_told_and_take_no_place(tmp_path):
    text = "Name,Native name,Institution,Remarks\nTAKABA Misaki,????,Toto ??,speaks??\n"
    text += "Nguy?n Hoa,,X,\nSHEN Yuheng,沈昱衡,Y,who pays?\n????,,Z,\n"
    intake = read(tmp_path, text)
    takaba, nguyen, shen = intake.newcomers
    assert parts(takaba) == ("Takaba", "Misaki", "")
    assert [t.facts for t in intake.told if t.code == "people-cells-lost"] == [{"n": 3}]
    marked = [it for it in intake.newcomers if "people-row-lost" in [t.code for t in it.told]]
    assert marked == [takaba, nguyen]
    assert shen.person.name.native == "沈昱衡"
    assert [it.why.code for it in intake.refused] == ["people-row-no-letters"]


def test_what_is_beside_a_name_is_kept(tmp_path):
    text = 'Name,Institution\n"KIM Jong-su ""Johnny""",X\nKuroda-san,Y\n"CHAN Tai Man, Peter",Z\n'
    text += "CHENG Kai-Wen (Kevin),T\n"
    kim, kuroda, chan, cheng = (n.person for n in read(tmp_path, text).newcomers)
    assert [f.form for f in kim.forms] == ["Johnny"]
    assert (kuroda.name.honorific, chan.name.address) == ("san", "Peter")
    assert cheng.name.address == "Kevin"


@pytest.mark.parametrize("typed", ["TBC", "N/A", "(to be confirmed)", "待定", "未定", "미정",
                                   "Interpreter 1", "Delegate A"])  # fmt: skip
def test_a_place_that_is_kept_for_somebody_is_no_person(tmp_path, typed):
    intake = read(tmp_path, f"Name,Country\nKURODA Aki,Japan\n{typed},Korea\n")
    assert len(intake.newcomers) == 1
    assert [r.why.code for r in intake.refused] == ["people-row-nobody"]


def test_a_formula_as_a_name_is_text_and_said(tmp_path):
    who = one(tmp_path, "Name,Institution\n\"=cmd|'/C calc'!A0\",X\n")
    assert "people-name-is-formula" in {t.code for t in who.told}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Email\na@b.c\nd@e.f\n", "people-without-names"),
        ("a@b.c\nd@e.f\n", "people-without-names"),
        ("<html><p>Participants are asked to register.</p></html>", "people-kind-unknown"),
        ("<html><table><tr><td>Layout</td></tr></table></html>", "roster-without-people"),
        ('[{"name": "KIM Jisoo"}]', "people-kind-unknown"),
    ],
)
def test_what_names_nobody_is_refused(tmp_path, text, code):
    with pytest.raises(Refused) as refusal:
        read(tmp_path, text)
    assert refusal.value.code == code


def test_bytes_of_two_encodings_are_said_to_be_a_guess(tmp_path):
    (tmp_path / "mixed.csv").write_bytes(
        b"Name,Institution\n" + "김지수,한빛\n".encode("cp949") + "沈昱衡,海港\n".encode()
    )
    file = open_people(tmp_path / "mixed.csv")
    assert file.encoding is not None
    assert file.encoding.sure is Sure.UNSURE


def test_a_card_that_was_cut_off_and_cards_of_organisations(tmp_path):
    text = ("BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Some House\nEND:VCARD\n"
            "BEGIN:VCARD\nVERSION:4.0\nFN:沈昱衡\nN:沈;昱衡;;;\n"
            "TEL;VALUE=uri:tel:+86-1\n")  # fmt: skip
    intake = read(tmp_path, text, name="list.vcf")
    (who,) = intake.newcomers
    assert parts(who) == ("沈", "昱衡", "沈昱衡")
    assert who.person.phone == "+86-1"
    assert {t.code for t in intake.told} >= {"people-card-unended", "people-cards-of-groups"}


def test_formulas_without_a_stored_result_are_told(tmp_path):
    book = Workbook()
    for row in (["Name", "Institution"], ['=A3&" x"', "X"], ["SHEN Yuheng", "Port"]):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    intake = all_people_of(open_people(tmp_path / "list.xlsx"))
    assert "people-formulas-uncomputed" in {t.code for t in intake.told}


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2026年11月3日 14:30", datetime(2026, 11, 3, 14, 30)),
        ("2026. 11. 3.(화) 14:30", datetime(2026, 11, 3, 14, 30)),
        ("2026-11-03T14:30:00", datetime(2026, 11, 3, 14, 30)),
        ("Nov 3, 2026", datetime(2026, 11, 3)),
        ("Tue, 3 November 2026 at 9:05", datetime(2026, 11, 3, 9, 5)),
        ("3.11.2026 14:30", datetime(2026, 11, 3, 14, 30)),
        ("11/23/2026", datetime(2026, 11, 23)),
        ("46000.5", datetime(2025, 12, 9, 12)),
        ("3/11/2026", None),
        ("afternoon", None),
        ("2026-13-01", None),
    ],
)
def test_days_as_they_are_written(cell, moment):
    assert moment_of(cell) == moment


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("海港经济研究院 研究员", ("海港经济研究院", "研究员")),
        ("Professor, Naru University", ("Naru University", "Professor")),
        ("Naru University, Department of Law, Professor",
         ("Naru University, Department of Law", "Professor")),
        ("Hanbit", ("Hanbit", "")),
    ],
)  # fmt: skip
def test_institution_and_position_in_one_cell(cell, expected):
    assert parted_affiliation(cell) == expected


def test_lines_of_words_in_a_file_are_people(tmp_path):
    text = ("List of participants\n\n1. Prof. SHEN Yuheng, Institute of Ports, China\n"
            "2. Dr. KURODA Aki, Research Fellow, Aoba Institute, Japan\n")  # fmt: skip
    intake = read(tmp_path, text, name="list.txt")
    assert [n.part.delegation for n in intake.newcomers] == ["CN", "JP"]
    assert intake.newcomers[1].part.affiliation.position == "Research Fellow"
    (lin,) = read(tmp_path, "与会人员名单\n林婉，东海大学教授\n林婉，东海大学教授\n").newcomers[:1]
    assert (lin.part.affiliation.name, lin.part.affiliation.position) == ("东海大学", "教授")


def test_blocks_of_delegations_without_heads(tmp_path):
    text = (
        "DELEGATION OF JAPAN,,\nHead of Delegation,,\nMr. KURODA Aki,Professor,Aoba University\n"
        "DELEGATION OF THE REPUBLIC OF KOREA,,\nMs. KIM Jisoo,Fellow,Naru Institute\n"
    )
    intake = read(tmp_path, text)
    assert [(n.person.name.family, n.part.delegation) for n in intake.newcomers] == [
        ("Kuroda", "JP"), ("Kim", "KR")]  # fmt: skip


def test_a_name_in_a_language_that_calls_one_part_name(tmp_path):
    assert parts(one(tmp_path, "이름,소속\n황보관,한빛\n")) == ("황보", "관", "황보관")
    assert parts(one(tmp_path, "Name;Vorname;Land\nMüller;Anna;Deutschland\n"))[:2] == (
        "Müller", "Anna")  # fmt: skip


def test_a_form_with_an_empty_column_of_names_and_consents(tmp_path):
    text = ("ID,メール,名前,お名前（漢字）,ご所属・お役職,名簿への掲載に同意しますか\n"
            "1,anonymous,,黒田 亜希,東雲大学 教授,いいえ\n")  # fmt: skip
    who = one(tmp_path, text)
    assert parts(who) == ("黒田", "亜希", "黒田 亜希")
    assert (who.part.affiliation.position, who.part.listed_for_participants) == ("教授", False)


def test_nobody_agrees_to_be_named_of_whom_it_is_not_said(tmp_path):
    intake = read(tmp_path, "Name,Institution\nMA Yuting,MU\n")
    assert not intake.newcomers[0].part.listed_for_participants
    assert "people-consent-not-said" in {t.code for t in intake.told}


def test_one_bad_byte_does_not_lose_the_encoding(tmp_path):
    data = "姓名,单位\n沈昱衡,海港研究院\n林婉,东海大学与海洋研究院\n".encode() + b"\xff,x\n"
    intake = read(tmp_path, data)
    assert intake.newcomers[0].person.name.native == "沈昱衡"
    assert "people-letters-lost" in {t.code for t in intake.told}


def test_numbers_kept_as_text_by_a_formula(tmp_path):
    who = one(tmp_path, 'Name,Phone,Institution\nKIM Jisoo,"=""0101234567""",X\n')
    assert who.person.phone == "0101234567"


ODD_CELLS = (
    '<c r="A2" t="inlineStr"><is><t xml:space="preserve"> A&amp;B &#27784;&lt;&#x26;lt; </t></is>'
    "</c>",
    '<c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>46000.5</v></c><c r="D2" t="b"><v>1</v></c>',
    '<c r="A2"><f>B2&amp;"x"</f></c><c r="B2" t="str"><f>1</f><v>KIM</v></c>'
    '<c r="C2" t="e"><v>#N/A</v></c>',
    '<c r="B2" t="inlineStr"><is><r><t>SHEN</t></r><r><t> Yuheng</t></r></is></c>',
    '<!-- note --><c r="A2" t="inlineStr"><is><t>X</t></is></c>',
    '<c r="A2" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>',
    '<c r="A2" s="1"/><c r="AB2" t="inlineStr"><is><t>far</t></is></c>',
)


@pytest.mark.parametrize("cells", ODD_CELLS)
def test_plain_rows_are_read_as_the_parser_reads_them(tmp_path, monkeypatch, cells):
    book = Workbook()
    book.active.append(["placeholder"])
    book.save(tmp_path / "made.xlsx")
    with zipfile.ZipFile(tmp_path / "made.xlsx") as made:
        members = {n: made.read(n) for n in made.namelist()}
    head = "<row r='1'><c r='A1' t='inlineStr'><is><t>Name</t></is></c></row>".replace("'", '"')
    sheet = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{head}'
    sheet += f'<row r="2" hidden="1">{cells}</row></sheetData><mergeCells count="1">'
    members["xl/worksheets/sheet1.xml"] = (
        sheet + '<mergeCell ref="A1:A2"/></mergeCells></worksheet>'
    ).encode()
    shared = f'<sst xmlns="{SPREADSHEET}"><si><t>KURODA Aki</t></si></sst>'
    members["xl/sharedStrings.xml"] = shared.encode()
    with zipfile.ZipFile(tmp_path / "odd.xlsx", "w") as odd:
        for name, content in members.items():
            odd.writestr(name, content)
    plain = open_people(tmp_path / "odd.xlsx").sheets
    monkeypatch.setattr(people_xlsx, "parted_sheet", lambda _text: None)
    assert plain == open_people(tmp_path / "odd.xlsx").sheets


def test_a_table_of_a_web_page_under_the_name_of_a_workbook(tmp_path):
    page = (
        '<html><head><meta charset="euc-kr"><script>run()</script></head><body>'
        "<table><tr><td>menu</td></tr></table>"
        "<table border=1><tr><th colspan=3>참석자 명단</th></tr>"
        "<tr><th>국가</th><th>성명</th><th>소속<br>기관</th></tr>"
        "<tr><td rowspan=2>한국</td><td>김지수</td><td>한빛&nbsp;대학교</td></tr>"
        "<tr><td>이상민</td><td>나루연구소</td></tr>"
        "<tr><td>일본</td><td>黃田 亞希</td><td>東雲大學</td></tr></table></body></html>"
    )
    intake = read(tmp_path, page, name="list.xls", encoding="cp949")
    assert [(n.person.name.native, n.part.delegation) for n in intake.newcomers] == [
        ("김지수", "KR"), ("이상민", "KR"), ("黃田 亞希", "JP")]  # fmt: skip
    assert intake.newcomers[0].part.affiliation.name == "한빛 대학교"


def test_the_xml_of_a_workbook_of_2003(tmp_path):
    rows = (("Name", "Organisation"), ("SHEN Yuheng", "Port Institute"))
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{c}</Data></Cell>' for c in row) + "</Row>"
        for row in rows
    )
    book = (
        f'<?xml version="1.0"?><Workbook><Worksheet><Table>{cells}</Table></Worksheet></Workbook>'
    )
    assert parts(one(tmp_path, book, name="list.xml")) == ("Shen", "Yuheng", "")
