"""Sheets for translators: what leaves, and what comes back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.commands import translations as commands
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.notes import Finding
from dialogueprep.domain.published import PublicKind
from dialogueprep.domain.texts import Texts, TextState
from dialogueprep.domain.translating import Coming, state_in
from dialogueprep.exchange.readback import read_parts
from dialogueprep.store import agenda, dialogues, findings
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.translation_sheet import (
    examined_sheet,
    named,
    places_in,
    read_translations,
    write_sheet,
)
from dialogueprep.workflows.values import roster_of

OLD = "Resupply is quicker through ports that agreed on emergency berths before."
NEW = "Emergency berths that are agreed on before make resupply quicker."
JA, JA_AGAIN = "緊急用の岸壁を前もって決めておくと補給が早い。", "岸壁の事前合意は補給を早める。"


def _finding(store: Store, of: Dialogue) -> Finding:
    return findings.of_dialogue(store, of.id)[0]


def _reword(store: Store, of: Dialogue, texts: Texts) -> None:
    finding_commands.change(store, replace(_finding(store, of), texts=texts))


def _sheet(store: Store, of: Dialogue, folder: Path) -> Path:
    path = folder / "sheet.docx"
    roster = roster_of(store, of.id)
    write_sheet(examined_sheet(places_in(store, of.id), ("ja",), roster), path, roster)
    return path


def _edited(path: Path, change: Callable[[str], str]) -> Path:
    """Return the sheet as a translator sends it back, with its body changed."""
    held = BytesIO(path.read_bytes())
    back = path.with_name("back.docx")
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(back, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                data = change(data.decode()).encode()
            new.writestr(entry.filename, data)
    return back


def _filled(words: str) -> Callable[[str], str]:
    """Return what writes words, as a tracked insertion, into the first empty Japanese cell."""

    def change(body: str) -> str:
        at = body.index('w:eastAsia="ja-JP"/></w:rPr></w:pPr></w:p>')
        end = body.index("</w:p>", at)
        run = f'<w:ins w:id="1" w:author="Ms Secret"><w:r><w:t>{words}</w:t></w:r></w:ins>'
        return body[:end] + run + body[end:]

    return change


def test_only_what_needs_a_translation_goes_out(store: Store, sample: Dialogue) -> None:
    roster = roster_of(store, sample.id)
    assert not examined_sheet(places_in(store, sample.id), ("ja",), roster).rows
    _reword(store, sample, Texts.of(en=OLD))
    (row,) = examined_sheet(places_in(store, sample.id), ("ja",), roster).rows
    assert (row.original.wording, row.cells) == (OLD, {"ja": None})
    assert named(row.place) == "Finding 1"
    every = examined_sheet(places_in(store, sample.id), ("ja",), roster, only_needed=False)
    originals = {place.texts.entries[0] for place in places_in(store, sample.id)}
    assert {row.original for row in every.rows} == originals


def test_a_translation_comes_back_into_its_text_in_one_step(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    _reword(store, sample, Texts.of(en=OLD))
    back = _edited(_sheet(store, sample, tmp_path), _filled(JA))
    (found,) = read_translations(back, places_in(store, sample.id))
    assert (found.what, found.theirs, found.mine) == (Coming.NEW, JA, "")
    assert "Secret" not in repr(found)
    assert commands.take_in(store, sample.id, [found]) == 1
    texts = _finding(store, sample).texts
    assert (texts.get("ja"), state_in(texts, "ja")) == (JA, TextState.TRANSLATED)
    store.undo()
    assert _finding(store, sample).texts.get("ja") is None
    commands.take_in(store, sample.id, [found], checked=True)
    assert state_in(_finding(store, sample).texts, "ja") is TextState.CHECKED


def test_a_translation_of_an_original_that_changed_meanwhile_is_out_of_date(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    _reword(store, sample, Texts.of(en=OLD))
    back = _edited(_sheet(store, sample, tmp_path), _filled(JA))
    _reword(store, sample, Texts.of(en=NEW))
    (found,) = read_translations(back, places_in(store, sample.id))
    assert (found.what, found.original_there) == (Coming.OUTDATED, OLD)
    commands.take_in(store, sample.id, [found], checked=True)
    assert state_in(_finding(store, sample).texts, "ja") is TextState.STALE


def test_rows_are_told_apart_as_changed_unchanged_and_unknown(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    _reword(store, sample, Texts.of(en=OLD, ja=JA))
    _reword(store, sample, _finding(store, sample).texts.with_wording("en", NEW))
    path = _sheet(store, sample, tmp_path)
    places = places_in(store, sample.id)
    assert [t.what for t in read_translations(path, places)] == [Coming.UNCHANGED]
    changed = _edited(path, lambda body: body.replace(JA, JA_AGAIN))
    assert [t.what for t in read_translations(changed, places)] == [Coming.CHANGED]
    (place,) = (p for p in places if p.owner == _finding(store, sample).id)
    strange = _edited(path, lambda body: body.replace(place.key, "0123abcd"))
    (found,) = read_translations(strange, places)
    assert (found.what, found.place) == (Coming.UNKNOWN, None)
    assert commands.take_in(store, sample.id, [found]) == 0


def test_an_original_that_changes_makes_its_translations_stale_until_somebody_checks_them(
    store: Store, sample: Dialogue
) -> None:
    place = next(p for p in places_in(store, sample.id) if p.table == "findings")
    commands.reword(store, sample.id, place, place.texts.with_wording("en", NEW))
    (place,) = (p for p in places_in(store, sample.id) if p.key == place.key)
    assert state_in(place.texts, "ko") is TextState.STALE
    assert commands.mark_checked(store, sample.id, [place], "ko") == 1
    (place,) = (p for p in places_in(store, sample.id) if p.key == place.key)
    assert state_in(place.texts, "ko") is TextState.CHECKED
    assert commands.mark_checked(store, sample.id, [place], "ko") == 0


def test_a_text_with_a_name_stays_here(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path
) -> None:
    name = sample_roster.participations[0].person.name.latin
    _reword(store, sample, Texts.of(en=f"{name} asked for emergency berths."))
    sheet = examined_sheet(places_in(store, sample.id), ("ja",), sample_roster, only_needed=False)
    assert [held.row.original.wording.startswith(name) for held in sheet.blocked] == [True]
    path = tmp_path / "sheet.docx"
    write_sheet(sheet, path, sample_roster, with_warned=True)
    assert name not in "\n".join(part.text for part in read_parts(path))
    with pytest.raises(Refused, match="file-holds-identity"):
        write_sheet(replace(sheet, rows=(sheet.blocked[0].row,)), path, sample_roster)


def test_other_files_are_refused_in_words(store: Store, sample: Dialogue, tmp_path: Path) -> None:
    text = tmp_path / "sheet.txt"
    text.write_text("nothing")
    with pytest.raises(Trouble, match="sheet-not-word"):
        read_translations(text, ())
    _reword(store, sample, Texts.of(en=OLD))
    path = _sheet(store, sample, tmp_path)
    with pytest.raises(Trouble, match="sheet-without-table"):
        read_translations(_edited(path, lambda body: body.replace("日本語", "Jap.")), ())
    broken = tmp_path / "broken.docx"
    broken.write_bytes(path.read_bytes()[:900])
    with pytest.raises(Trouble, match="file-damaged"):
        read_translations(broken, ())


def test_a_closed_dialogue_takes_nothing_in(store: Store, sample: Dialogue) -> None:
    place = places_in(store, sample.id)[0]
    with store.step("Close") as step:
        dialogues.put(step, replace(sample, phase=Phase.CLOSED))
    with pytest.raises(Refused, match="dialogue-closed"):
        commands.reword(store, sample.id, place, Texts.of(en="Another name"))


def test_an_empty_sheet_is_refused(store: Store, sample: Dialogue, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="sheet-is-empty"):
        _sheet(store, sample, tmp_path)


@pytest.mark.parametrize("public", [frozenset[PublicKind](), frozenset({PublicKind.PROGRAMME})])
def test_the_title_of_an_item_is_no_order_of_speaking(
    store: Store, sample: Dialogue, tmp_path: Path, public: frozenset[PublicKind]
) -> None:
    item = agenda.of_dialogue(store, sample.id)[0]
    agenda_commands.change_item(store, replace(item, titles=Texts.of(en="Opening remarks")))
    _reword(store, sample, Texts.of(en="Opening remarks were long."))
    roster = replace(roster_of(store, sample.id), public=public)
    sheet = examined_sheet(places_in(store, sample.id), ("ja",), roster)
    held = [it.row.original.wording for it in (*sheet.warned, *sheet.blocked)]
    assert held == ["Opening remarks were long."]
    assert bool(sheet.blocked) == bool(public)
    assert [row.original.wording for row in sheet.leaving(with_warned=False)] == ["Opening remarks"]
    assert write_sheet(sheet, tmp_path / "sheet.docx", roster) == 1


def test_the_same_words_in_two_places_are_translated_once(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    first, second, third = agenda.of_dialogue(store, sample.id)[:3]
    for item in (first, second):
        agenda_commands.change_item(store, replace(item, titles=Texts.of(en="Tea")))
    settled = Texts.of(en="Tea", ja="お茶の時間")
    agenda_commands.change_item(store, replace(third, titles=settled))
    path, roster = tmp_path / "sheet.docx", roster_of(store, sample.id)
    sheet = examined_sheet(places_in(store, sample.id), ("ja",), roster)
    assert write_sheet(sheet, path, roster) == 1
    found = read_translations(_edited(path, _filled("お茶")), places_in(store, sample.id))
    assert [t.what for t in found] == [Coming.NEW, Coming.NEW]
    assert commands.take_in(store, sample.id, found) == 2
    titles = [i.titles.get("ja") for i in agenda.of_dialogue(store, sample.id)[:3]]
    assert titles == ["お茶", "お茶", "お茶の時間"]
