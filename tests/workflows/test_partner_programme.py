"""Programmes that come back from partners, and what they would change."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep import words
from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import partner_edits as commands
from dialogueprep.commands import versions
from dialogueprep.domain import wording
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue, Terms
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.partner_edits import Edit, EditKind
from dialogueprep.domain.people import ParticipationId, Role
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.domain.timetable import starts
from dialogueprep.store import agenda, dialogues, people, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.partner_programme import compare_file, edits_in, mine_of
from dialogueprep.workflows.release import Wanted, release
from dialogueprep.workflows.sample import put_in_library, put_in_sample
from dialogueprep.workflows.values import material_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with workspace.create(tmp_path_factory.mktemp("workspace") / "w", KEY, "Test") as store:
        put_in_library(store)
        put_in_sample(store)
        yield store


def _dialogue(store: Store) -> Dialogue:
    return dialogues.every(store)[0]


def _edits(store: Store, path: Path) -> tuple[Edit, ...]:
    material = material_of(store, _dialogue(store).id)
    return edits_in(path, material.dialogue, mine_of(material), material.participations)


def _programme(store: Store, folder: Path, language: Language = "en") -> Path:
    wanted = Wanted(
        dialogue=_dialogue(store).id, product=Product.PROGRAMME, language=language,
        on=date(2026, 9, 1),
    )  # fmt: skip
    return folder / release(store, wanted, ["docx"], folder)[0].file_name


def _rewritten(path: Path, *changes: tuple[str, str]) -> Path:
    """Return a copy of a Word file with parts of its body replaced."""
    held = BytesIO(path.read_bytes())
    copy = path.with_name("back.docx")
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(copy, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).decode() if entry.filename.endswith(".xml") else None
            for before, after in changes if entry.filename == "word/document.xml" else ():
                assert before in str(data)
                data = str(data).replace(before, after, 1)
            new.writestr(entry.filename, data if data is not None else old.read(entry))
    return copy


def _document(path: Path, body: str, comments: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        if comments:
            made.writestr("word/comments.xml", f'<w:comments xmlns:w="{W}">{comments}</w:comments>')
    return path


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_this_program_writes_comes_back_without_an_edit(
    filled: Store, tmp_path: Path, language: Language
) -> None:
    assert _edits(filled, _programme(filled, tmp_path, language)) == ()


def test_the_changes_at_the_end_of_a_programme_are_no_items(filled: Store, tmp_path: Path) -> None:
    dialogue = _dialogue(filled).id
    versions.circulate(filled, dialogue, date(2026, 8, 1))
    item = agenda.of_dialogue(filled, dialogue)[1]
    agenda_commands.change_item(filled, replace(item, minutes=item.minutes + 10))
    path = _programme(filled, tmp_path)
    assert path.name == "programme-en-after-v1.docx"
    assert _edits(filled, path) == ()
    agenda_commands.change_item(filled, item)


def test_a_changed_programme_proposes_just_what_was_changed(filled: Store, tmp_path: Path) -> None:
    path = _programme(filled, tmp_path)
    back = _rewritten(
        path, ("Low birth rates and ageing", "Ageing societies and low birth rates"),
        ("15:40–17:00", "15:40–17:10"),
    )  # fmt: skip
    found = {(e.kind, e.mine, e.theirs) for e in _edits(filled, back)}
    assert found == {
        (EditKind.TIME, "15:40–17:00", "15:40–17:10"),
        (EditKind.TITLE, "Low birth rates and ageing", "Ageing societies and low birth rates"),
    }


TYPED: dict[Language, list[str]] = {
    "en": [
        "Draft programme",
        "Day 1, Thursday 15 October",
        "1:30 pm Opening remarks",
        "2:00 - 3:30 pm  Session 1: Disaster relief and early warning",
        "Lead: to be decided",
        "3.30 pm Coffee",
        "Friday 16 October 2026",
        "9:00 - 10:15 am 3. Green supply-chain standards",
        "7:00 - 9:00 pm Farewell dinner",
    ],
    "zh": [
        "会议日程（草案）",
        "第一天 10月15日（星期四）",
        "下午1:30 开幕致辞",
        "14:00—15:30 第1场 救灾与早期预警",
        "15:30 茶歇",
        "第二天 10月16日",
        "上午9时至10时15分 绿色供应链标准",
        "晚上7点至9点 欢送晚宴",
    ],
    "ja": [
        "プログラム案",
        "第1日 10月15日（木）",
        "13時30分～14時 開会挨拶",
        "14:00～15:30 セッション1 防災と早期警戒",
        "15:30 コーヒー",
        "2日目：10月16日（金）",
        "午前9時～10時15分　グリーン・サプライチェーン基準",
        "19時～21時 歓送夕食会",
    ],
    "ko": [
        "일정(안)",
        "1일차 10월 15일(목)",
        "13:30~14:00 개회사",
        "14:00~15:30 세션 1. 재난 구호와 조기 경보",
        "15:30 커피",
        "2일차 10월 16일(금)",
        "오전 9시~10시 15분 녹색 공급망 기준",
        "19:00~21:00 환송 만찬",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_agendas_that_people_type_are_matched_to_the_items(
    filled: Store, tmp_path: Path, language: Language
) -> None:
    path = _document(tmp_path / "typed.docx", "".join(_p(line) for line in TYPED[language]))
    edits = _edits(filled, path)
    there = agenda.of_dialogue(filled, _dialogue(filled).id)
    new = [e for e in edits if e.kind is EditKind.NEW]
    assert [(e.day, e.start, e.end) for e in new] == [(1, 19 * 60, 21 * 60)]
    gone = {e.item for e in edits if e.kind is EditKind.GONE}
    kept = [i for i in there if i.id not in gone]
    assert len(kept) == 4
    timed = [e for e in edits if e.kind is EditKind.TIME and e.item in {i.id for i in kept}]
    assert {(e.day, e.start) for e in timed} <= {(0, 14 * 60), (0, 15 * 60 + 30)}


def test_tables_with_columns_for_the_day_and_the_length_are_read(
    filled: Store, tmp_path: Path
) -> None:
    def tr(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{_p(each)}</w:tc>" for each in cells) + "</w:tr>"

    rows = (
        tr("Date", "Time", "Length", "Item"),
        tr("15 October", "13:30", "30 min", "Opening and reading of the Rule"),
        tr("", "14:00", "100 min", "Disaster relief and early warning"),
        tr("16 Oct.", "09:00", "75 min", "Green supply-chain standards"),
    )
    path = _document(tmp_path / "table.docx", f"<w:tbl>{''.join(rows)}</w:tbl>")
    times = [(e.title, e.theirs) for e in _edits(filled, path) if e.kind is EditKind.TIME]
    assert times == [("Disaster relief and early warning", "14:00–15:40")]


def test_tracked_changes_and_comments_are_shown_without_who_and_when(
    filled: Store, tmp_path: Path
) -> None:
    who = 'w:id="1" w:author="Ms Secret" w:date="2026-01-01T00:00:00Z"'
    body = (
        _p("Thursday 15 October 2026")
        + f'<w:p><w:r><w:t xml:space="preserve">14:00–15:20 Disaster relief and </w:t></w:r>'
        f"<w:del {who}><w:r><w:delText>early warning</w:delText></w:r></w:del>"
        f"<w:ins {who}><w:r><w:t>early action</w:t></w:r></w:ins>"
        '<w:r><w:commentReference w:id="7"/></w:r></w:p>'
    )
    comments = f"<w:comment {who.replace('1', '7', 1)}>{_p('Is this the right title?')}</w:comment>"
    edits = _edits(filled, _document(tmp_path / "tracked.docx", body, comments))
    title = next(e for e in edits if e.kind is EditKind.TITLE)
    assert (title.mine, title.theirs) == (
        "Disaster relief and early warning", "Disaster relief and early action",
    )  # fmt: skip
    assert [(t.what.value, t.text) for t in title.tracked] == [
        ("deleted", "early warning"), ("inserted", "early action"),
    ]  # fmt: skip
    assert [e.theirs for e in edits if e.kind is EditKind.COMMENT] == ["Is this the right title?"]
    assert "Secret" not in str(edits)


def _by(author: str) -> str:
    return f'w:id="1" w:author="{author}" w:date="2026-01-01T00:00:00Z"'


def _moved(way: str, author: str, text: str) -> str:
    mark = f"<w:pPr><w:rPr><w:{way} {_by(author)}/></w:rPr></w:pPr>"
    return f"<w:p>{mark}<w:{way} {_by(author)}><w:r><w:t>{text}</w:t></w:r></w:{way}></w:p>"


def test_text_that_several_people_moved_deleted_and_joined_is_read_as_it_would_stand(
    filled: Store, tmp_path: Path
) -> None:
    deleted = _moved("del", "Mr Lee", "14:00 A line nobody wants").replace("w:t>", "w:delText>")
    joined = (
        f"<w:p><w:pPr><w:rPr><w:del {_by('Mr Lee')}/></w:rPr></w:pPr><w:r>"
        '<w:t xml:space="preserve">15:40–17:00 Low birth rates </w:t></w:r></w:p>'
        + _p("and ageing")
    )
    body = (
        _p("Thursday 15 October 2026")
        + _moved("moveFrom", "Ms Abe", "17:00–17:40 Delegation meetings")
        + _moved("moveTo", "Ms Abe", "13:00–13:40 Delegation meetings") + deleted + joined
    )  # fmt: skip
    edits = _edits(filled, _document(tmp_path / "moved.docx", body))
    shown = [(e.kind, e.title, e.theirs) for e in edits if e.kind is not EditKind.GONE]
    assert shown == [(EditKind.TIME, "Delegation meetings", "13:00–13:40")]
    times = [t.text for e in edits if e.kind is EditKind.TIME for t in e.tracked]
    assert times == ["13:00–13:40 Delegation meetings"]
    assert not {"Low birth rates and ageing", "Delegation meetings"} & {
        e.title for e in edits if e.kind is EditKind.GONE
    }


def test_a_time_that_is_merged_over_parallel_groups_is_the_time_of_each(
    filled: Store, tmp_path: Path
) -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{_p(text)}</w:tc>"

    rows = (
        cell("10:40–12:00", '<w:vMerge w:val="restart"/>') + cell("4A. Port information sharing"),
        cell("", "<w:vMerge/>") + cell("4B. Mutual recognition of emergency stockpiles"),
        cell("12:30–13:30", "<w:cellIns/>") + cell("Lunch"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    body = f"{_p('Friday 16 October 2026')}<w:tbl>{table}</w:tbl>"
    edits = _edits(filled, _document(tmp_path / "merged.docx", body))
    times = [(e.title, e.theirs) for e in edits if e.kind is EditKind.TIME]
    assert times == [
        ("Port information sharing", "10:40–12:00"),
        ("Mutual recognition of emergency stockpiles", "10:40–12:00"),
    ]


def test_a_question_in_other_words_keeps_its_notes(filled: Store, tmp_path: Path) -> None:
    dialogue = _dialogue(filled)
    before, after = "keep pace?", "keep up, and at what cost?"
    path = _rewritten(_programme(filled, tmp_path), (before, after))
    (edit,) = [e for e in _edits(filled, path) if e.kind.can_be_taken]
    assert (edit.kind, edit.theirs) == (EditKind.REWORDED, f"How can small suppliers {after}")
    item = agenda.read(filled, edit.item)  # type: ignore[arg-type]
    commands.take_over(filled, dialogue.id, [edit])
    changed = agenda.read(filled, edit.item)  # type: ignore[arg-type]
    assert item and changed
    assert [q.id for q in changed.questions] == [q.id for q in item.questions]
    assert changed.questions[1].texts.best("en") == edit.theirs
    filled.undo()


def _who(store: Store, part: str) -> ParticipationId:
    everybody = people.participations(store, _dialogue(store).id)
    return next(p.id for p in everybody if part in p.person.name.listed)


@pytest.mark.parametrize(
    "theirs",
    ["QUEK Zhi Rong (ASEAN)", "Prof. Zhi Rong Quek", "郭致融", "Mr Quek Zhi-Rong (Rochor Quay)"],
)
def test_another_name_beside_a_role_is_an_edit_of_the_role(
    filled: Store, tmp_path: Path, theirs: str
) -> None:
    path = _document(
        tmp_path / "roles.docx",
        _p("Friday 16 October 2026") + _p("09:00–10:15 3. Green supply-chain standards")
        + _p(f"Discussant: {theirs}"),
    )  # fmt: skip
    edit = next(e for e in _edits(filled, path) if e.kind is EditKind.ROLE and e.theirs)
    old, new = _who(filled, "RUANGSIRI"), _who(filled, "QUEK")
    assert (edit.role, edit.before, edit.people) == (Role.DISCUSSANT, {old}, {new})
    assert "RUANGSIRI" in edit.mine


def test_a_role_is_taken_over_and_given_back_in_one_step(filled: Store, tmp_path: Path) -> None:
    dialogue = _dialogue(filled).id
    path = _rewritten(
        _programme(filled, tmp_path),
        ("Chanikarn RUANGSIRI", "QUEK Zhi Rong and Chanikarn RUANGSIRI"),
    )
    edits = [e for e in _edits(filled, path) if e.kind.can_be_taken]
    assert [(e.kind, e.role) for e in edits] == [(EditKind.ROLE, Role.DISCUSSANT)]
    before = set(people.attendances(filled, dialogue))
    commands.take_over(filled, dialogue, edits)
    now = people.attendance(filled, _who(filled, "QUEK"), edits[0].item)  # type: ignore[arg-type]
    assert now and Role.DISCUSSANT in now.roles
    filled.undo()
    assert set(people.attendances(filled, dialogue)) == before


def test_somebody_who_is_on_no_list_beside_a_role_is_only_shown(
    filled: Store, tmp_path: Path
) -> None:
    path = _rewritten(_programme(filled, tmp_path), ("Chanikarn RUANGSIRI", "Somebody ELSE"))
    (edit,) = _edits(filled, path)
    assert (edit.kind, edit.kind.can_be_taken) == (EditKind.REMARK, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_terms_of_an_item_are_an_edit(
    filled: Store, tmp_path: Path, language: Language
) -> None:
    dialogue, say = _dialogue(filled), words.of(language)
    rule, strict = (say(wording.of(t)) for t in (Terms.RULE, Terms.NO_QUOTATION))
    sent = _programme(filled, tmp_path, language)
    body = zipfile.ZipFile(sent).read("word/document.xml").decode()
    first = body.index('"BriefRule"')  # the first item that bears the Rule
    marked = body[first : body.index(f">{rule}<", first) + len(rule) + 2]
    path = _rewritten(sent, (marked, marked.replace(rule, strict)))
    (edit,) = _edits(filled, path)
    assert (edit.kind, edit.terms, edit.mine) == (EditKind.TERMS, Terms.NO_QUOTATION, rule)
    commands.take_over(filled, dialogue.id, [edit])
    assert agenda.read(filled, edit.item).terms is Terms.NO_QUOTATION  # type: ignore[arg-type]
    filled.undo()


def test_a_new_item_brings_its_room_and_its_questions(filled: Store, tmp_path: Path) -> None:
    dialogue = _dialogue(filled)
    lines = ("Day 2", "17:00–17:30 Visit to the port (Quay 3)", "• What would we ask there?")
    path = _document(tmp_path / "new.docx", "".join(_p(line) for line in lines))
    new = [e for e in _edits(filled, path) if e.kind is EditKind.NEW]
    commands.take_over(filled, dialogue.id, new)
    made = next(
        i for i in agenda.of_dialogue(filled, dialogue.id)
        if i.titles.best("en") == "Visit to the port"
    )  # fmt: skip
    assert made.places.best("en") == "Quay 3"
    assert [q.texts.best("en") for q in made.questions] == ["What would we ask there?"]
    filled.undo()


def test_accepted_edits_are_taken_over_in_one_step(filled: Store, tmp_path: Path) -> None:
    dialogue = _dialogue(filled)
    before = agenda.of_dialogue(filled, dialogue.id)
    path = _document(tmp_path / "typed.docx", "".join(_p(line) for line in TYPED["en"]))
    edits = [e for e in _edits(filled, path) if e.kind is not EditKind.GONE]
    depth = filled.undo_depth
    taken = commands.take_over(filled, dialogue.id, edits)
    assert taken == sum(e.kind.can_be_taken for e in edits)
    assert filled.undo_depth == depth + 1
    after = agenda.of_dialogue(filled, dialogue.id)
    slots = {s.item.id: s for s in starts(after, dialogue.hours).slots}
    for edit in (e for e in edits if e.kind is EditKind.TIME):
        slot = slots[edit.item] if edit.item else None
        assert slot and (slot.day, slot.start, slot.end) == (edit.day, edit.start, edit.end)
    dinner = next(i for i in after if i.titles.best("en") == "Farewell dinner")
    assert (slots[dinner.id].start, dinner.kind.value) == (19 * 60, "meal")
    filled.undo()
    assert agenda.of_dialogue(filled, dialogue.id) == before


def test_what_they_left_out_is_set_aside_and_keeps_its_notes(filled: Store, tmp_path: Path) -> None:
    dialogue = _dialogue(filled)
    path = _document(tmp_path / "typed.docx", "".join(_p(line) for line in TYPED["en"]))
    gone = [e for e in _edits(filled, path) if e.kind is EditKind.GONE][:1]
    commands.take_over(filled, dialogue.id, gone)
    assert agenda.read(filled, gone[0].item).aside  # type: ignore[arg-type]
    filled.undo()


def test_the_command_line_gets_plain_values(filled: Store, tmp_path: Path) -> None:
    path = _document(tmp_path / "typed.docx", "".join(_p(line) for line in TYPED["en"]))
    told = compare_file(filled, _dialogue(filled).id, path)
    assert told["file"] == "typed.docx"
    assert {"kind", "item", "title", "mine", "theirs", "tracked"} == set(told["edits"][0])


def test_files_that_are_no_programme_are_refused(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="programme-without-times"):
        _edits(filled, _document(tmp_path / "letter.docx", _p("Dear colleagues, at 2026.")))
    for name, data, code in (
        ("notes.txt", b"09:00 Opening", "programme-not-word"),
        ("broken.docx", b"PK\x03\x04 broken", "file-damaged"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Trouble, match=code):
            _edits(filled, tmp_path / name)
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document/>'
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w") as made:
        made.writestr("word/document.xml", bomb)
    with pytest.raises(Trouble, match="file-unsafe"):
        _edits(filled, tmp_path / "bomb.docx")
    with pytest.raises(Trouble):
        _edits(filled, tmp_path / "missing.docx")
