"""Paper, logos, signs, a template and a password on the way from the store to the files."""

from __future__ import annotations

import sys
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from PIL import Image

from dialogueprep.commands import findings as finding_commands
from dialogueprep.commands import houses as commands
from dialogueprep.domain.briefs.blocks import HostBlock, Missing, Paper, Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.texts import Texts
from dialogueprep.exchange.pictures import picture_of
from dialogueprep.exchange.template_intake import take_in_template
from dialogueprep.store import findings, houses
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, composed, gather, prepare, produce, read_back

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
from house_templates import house_file

PART = "word/document.xml"


def ready(store: Store, sample: Dialogue, roster: Roster):
    on = date(2026, 10, 30)
    wanted = Wanted(dialogue=sample.id, product=Product.MEETING_BRIEF, language="en", on=on)
    return gather(store, wanted, roster)


def logo(colour: str):
    into = BytesIO()
    Image.new("RGB", (200, 80), colour).save(into, "PNG")
    return picture_of(into.getvalue(), "logo.png")


def test_paper_and_signs_are_kept_for_the_dialogue_and_can_be_undone(store, sample):
    assert houses.of_dialogue(store, sample.id).paper is Paper.A4
    commands.set_look(store, sample.id, Paper.LETTER, Missing.CODE)
    kept = houses.of_dialogue(store, sample.id)
    assert (kept.paper, kept.missing) == (Paper.LETTER, Missing.CODE)
    store.undo()
    assert houses.of_dialogue(store, sample.id).paper is Paper.A4


def test_documents_are_on_the_paper_of_the_dialogue(store, sample, sample_roster, tmp_path):
    commands.set_look(store, sample.id, Paper.LETTER, Missing.REFUSE)
    produce(prepare(ready(store, sample, sample_roster)), tmp_path)
    with pikepdf.open(tmp_path / "meeting-brief-en.pdf") as pdf:
        assert [int(n) for n in pdf.pages[0].MediaBox] == [0, 0, 612, 792]
    section = docx.Document(tmp_path / "meeting-brief-en.docx").sections[0]
    assert round(section.page_height.pt) == 792


def host_block(gathered):
    return next(b for b in composed(gathered).blocks if isinstance(b, HostBlock))


def test_logos_are_shown_once_every_host_has_one(store, sample, sample_roster, tmp_path):
    *most, last = sample.hosts
    for n, host in enumerate(most):
        commands.set_logo(store, sample.id, host.id, logo(f"#0{n + 1}4080"))
    assert host_block(ready(store, sample, sample_roster)).logos == ()
    commands.set_logo(store, sample.id, last.id, logo("#a04080"))
    gathered = ready(store, sample, sample_roster)
    shown = host_block(gathered)
    assert [p.words for p in shown.logos] == [
        "".join(run.text for run in name) for name, _ in shown.hosts
    ]
    assert len(produce(prepare(gathered), tmp_path / "out")) == 2
    commands.set_logo(store, sample.id, last.id, None)
    assert host_block(ready(store, sample, sample_roster)).logos == ()


def test_hosts_that_are_not_invented_have_no_mark_in_the_place_of_a_logo(
    store, sample, sample_roster, tmp_path
):
    invented = ready(store, sample, sample_roster)
    real = replace(sample, sample=False)
    gathered = replace(invented, material=replace(invented.material, dialogue=real))
    assert [host_block(each).marked for each in (invented, gathered)] == [True, False]
    for name, each in (("invented", invented), ("real", gathered)):
        produce(prepare(each), tmp_path / name)
    drawn = [
        "Mark 1" in (zipfile.ZipFile(tmp_path / name / "meeting-brief-en.docx")).read(PART).decode()
        for name in ("invented", "real")
    ]
    assert drawn == [True, False]


def test_word_files_follow_the_template_of_the_workspace(store, sample, sample_roster, tmp_path):
    taken = take_in_template(house_file(tmp_path / "house.docx", "The secretariat"))
    commands.set_template(store, taken.template)
    assert houses.template(store) == taken.template
    produce(prepare(ready(store, sample, sample_roster)), tmp_path / "out")
    document = docx.Document(tmp_path / "out" / "meeting-brief-en.docx")
    assert document.styles["Normal"].font.name == "Georgia"
    commands.set_template(store, None)
    assert houses.template(store) is None


def test_a_participant_in_the_head_of_the_template_holds_the_file_back(
    store, sample, sample_roster, tmp_path
):
    taken = take_in_template(house_file(tmp_path / "house.docx", "Office of Shen Yuheng"))
    commands.set_template(store, taken.template)
    with pytest.raises(Refused, match="file-holds-identity") as raised:
        produce(prepare(ready(store, sample, sample_roster)), tmp_path / "out")
    assert raised.value.facts["part"] == "word/header1.xml"
    assert not list((tmp_path / "out").iterdir())


def odd(store: Store, sample: Dialogue) -> None:
    first = findings.of_dialogue(store, sample.id)[0]
    (text, *others) = first.texts.entries
    entries = (replace(text, wording=f"{text.wording} 👍"), *others)
    finding_commands.change(store, replace(first, texts=Texts(entries)))


def test_a_missing_character_is_refused_or_a_sign_stands_for_it(
    store, sample, sample_roster, tmp_path
):
    odd(store, sample)
    with pytest.raises(Trouble, match="missing-glyph"):
        produce(prepare(ready(store, sample, sample_roster)), tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())
    commands.set_look(store, sample.id, Paper.A4, Missing.SIGN)
    produce(prepare(ready(store, sample, sample_roster)), tmp_path / "out")
    words = docx.Document(tmp_path / "out" / "meeting-brief-en.docx").paragraphs
    assert any(p.text.endswith("〓") for p in words)


def test_a_password_locks_the_pdf_and_the_file_is_read_back_with_it(
    store, sample, sample_roster, tmp_path
):
    prepared = prepare(ready(store, sample, sample_roster))
    released = produce(prepared, tmp_path, password="four words of ours")
    path = tmp_path / "meeting-brief-en.pdf"
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    assert read_back(path, prepared, "four words of ours") == released[1].evidence["parts"]
    docx.Document(tmp_path / "meeting-brief-en.docx")
