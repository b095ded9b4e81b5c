"""A document leaves only if the finished file holds exactly what may stand in it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pikepdf
import pytest

from dialogueprep.commands import documents as document_commands
from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.domain.gate import Roster
from dialogueprep.store import documents, findings
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import release as workflow
from dialogueprep.workflows.release import Prepared, Wanted, gather, look_at, prepare, produce

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
import test_read_corners as corners
import test_readback as planting

ON = date(2026, 10, 30)


def wanted(sample: Dialogue, product: Product = Product.MEETING_BRIEF) -> Wanted:
    return Wanted(dialogue=sample.id, product=product, language="en", on=ON)


@pytest.fixture
def ready(store: Store, sample: Dialogue, sample_roster: Roster) -> Prepared:
    return prepare(gather(store, wanted(sample), sample_roster))


def files(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


def test_a_release_is_written_read_back_and_registered(
    store: Store, sample: Dialogue, tmp_path: Path, sample_roster: Roster
) -> None:
    out = tmp_path / "out"
    released = workflow.release(store, wanted(sample), ("docx", "pdf"), out, roster=sample_roster)
    assert files(out) == ["meeting-brief-en.docx", "meeting-brief-en.pdf"]
    assert documents.releases(store, sample.id) == tuple(reversed(released))
    assert all(r.evidence["parts"] > 3 and r.evidence["forms"] > 100 for r in released)
    assert store.undo_label is None


def test_the_same_document_is_the_same_bytes(ready: Prepared, tmp_path: Path) -> None:
    once = produce(ready, tmp_path / "once")
    again = produce(ready, tmp_path / "again")
    assert [r.sha256 for r in once] == [r.sha256 for r in again]


def test_the_next_release_has_the_next_number_and_leaves_the_first(
    store: Store, sample: Dialogue, tmp_path: Path, sample_roster: Roster
) -> None:
    for _ in range(2):
        workflow.release(store, wanted(sample), ("docx",), tmp_path / "out", roster=sample_roster)
    assert files(tmp_path / "out") == ["meeting-brief-en-v2.docx", "meeting-brief-en.docx"]


def after_writing(monkeypatch: pytest.MonkeyPatch, plant) -> None:
    """Let each file be changed after it was written and before it is read back."""
    write_of = workflow._writer

    def writer(format_):
        def write(checked, path, tick):
            write_of(format_)(checked, path, tick)
            plant(path)

        return write

    monkeypatch.setattr(workflow, "_writer", writer)


@pytest.fixture
def a_name(monkeypatch: pytest.MonkeyPatch, sample_roster: Roster) -> str:
    """Make what is planted the full name of a participant."""
    name = sample_roster.participations[0].person.name.latin
    runs = f"<w:r><w:t>{name[:4]}</w:t></w:r><w:r><w:t>{name[4:]}</w:t></w:r>"
    monkeypatch.setattr(planting, "NAME", name)
    monkeypatch.setattr(planting, "SPLIT", runs)
    return name


IN_WORD = [
    plant
    for plant in (*planting.IN_WORD, *corners.IN_WORD)
    if plant.__name__ not in ("in_an_insertion_beside_a_deletion", "in_a_field_code")
]


@pytest.mark.parametrize("plant", IN_WORD, ids=lambda plant: plant.__name__)
def test_a_name_planted_in_a_word_file_holds_it_back(
    ready: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, a_name: str, plant
) -> None:
    def into(path: Path) -> None:
        document = docx.Document(str(path))
        plant(document)
        document.save(str(path))

    after_writing(monkeypatch, into)
    with pytest.raises(Refused, match="file-holds-identity"):
        produce(ready, tmp_path / "out", ("docx",))
    assert files(tmp_path / "out") == []


@pytest.mark.parametrize(
    "plant", (*planting.IN_PDF, *corners.IN_PDF), ids=lambda plant: plant.__name__
)
def test_a_name_planted_in_a_pdf_holds_it_back(
    ready: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, a_name: str, plant
) -> None:
    def into(path: Path) -> None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            plant(pdf)
            pdf.save(path)

    after_writing(monkeypatch, into)
    with pytest.raises(Refused, match="file-holds-identity"):
        produce(ready, tmp_path / "out", ("pdf",))
    assert files(tmp_path / "out") == []


def as_a_comment_in_the_content(page: pikepdf.Page, name: str) -> None:
    page.contents_add(f"% {name}\n".encode())


def as_a_replacement_text(page: pikepdf.Page, name: str) -> None:
    wide = (b"\xfe\xff" + name.encode("utf-16-be")).hex()
    page.contents_add(f"/Span <</ActualText <{wide}>>> BDC EMC\n".encode())


def as_an_annotation(page: pikepdf.Page, name: str) -> None:
    about = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/Contents": name}
    page.Annots = pikepdf.Array([pikepdf.Dictionary({**about, "/Rect": [0, 0, 9, 9]})])


@pytest.mark.parametrize(
    "plant", (as_a_comment_in_the_content, as_a_replacement_text, as_an_annotation)
)
def test_a_name_that_may_stand_in_the_text_may_not_stand_behind_it(
    store: Store,
    sample: Dialogue,
    sample_roster: Roster,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    plant,
) -> None:
    listing = prepare(gather(store, wanted(sample, Product.PARTICIPANT_LIST), sample_roster))
    name = listing.checked.named[0].text

    def into(path: Path) -> None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            plant(pdf.pages[0], name)
            pdf.save(path)

    after_writing(monkeypatch, into)
    with pytest.raises(Refused, match="file-holds-identity"):
        produce(listing, tmp_path / "out", ("pdf",))


def test_a_picture_in_a_finished_pdf_holds_it_back(
    ready: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def into(path: Path) -> None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            corners.a_picture_in_the_content(pdf)
            pdf.save(path)

    after_writing(monkeypatch, into)
    with pytest.raises(Refused, match="file-differs"):
        produce(ready, tmp_path / "out", ("pdf",))


def test_a_file_that_lost_a_word_is_held_back(
    ready: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose_a_word(path: Path) -> None:
        document = docx.Document(str(path))
        longest = max(document.paragraphs, key=lambda p: len(p.text))
        longest.runs[-1].text = longest.runs[-1].text.rsplit(" ", 2)[0]
        document.save(str(path))

    after_writing(monkeypatch, lose_a_word)
    with pytest.raises(Refused, match="file-differs"):
        produce(ready, tmp_path / "out", ("docx",))


def test_one_bad_file_of_two_holds_both_back(
    ready: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_the_disk(path: Path) -> None:
        if path.suffix == ".pdf":
            raise Trouble("cannot-write", name=path.name, reason="No space left on device")

    after_writing(monkeypatch, fill_the_disk)
    with pytest.raises(Trouble, match="cannot-write"):
        produce(ready, tmp_path / "out")
    assert files(tmp_path / "out") == []


def test_a_folder_that_is_a_file_is_a_trouble_in_plain_words(
    ready: Prepared, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(Trouble, match="cannot-write"):
        produce(ready, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def with_a_name(store: Store, sample: Dialogue, roster: Roster) -> str:
    """Write a participant's name into the first finding; return the name."""
    name = roster.participations[0].person.name.latin
    first = findings.of_dialogue(store, sample.id)[0]
    told = f"{name} said that ports should share closure notices."
    finding_commands.change(store, replace(first, texts=first.texts.with_wording("en", told)))
    return name


def test_a_name_in_a_finding_is_found_and_holds_the_document_back(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    name = with_a_name(store, sample, sample_roster)
    gathered = gather(store, wanted(sample), sample_roster)
    seen = look_at(gathered)
    assert [p.exposure.text for p in seen.open] == [name]
    with pytest.raises(Refused, match="identity-in-brief"):
        prepare(gathered)


def test_a_rewritten_name_leaves_only_its_kind_and_the_document_goes(
    store: Store, sample: Dialogue, sample_roster: Roster
) -> None:
    name = with_a_name(store, sample, sample_roster)
    (placed,) = look_at(gather(store, wanted(sample), sample_roster)).open
    document_commands.rewrite(
        store,
        document_commands.Rewriting(
            dialogue=sample.id,
            product=Product.MEETING_BRIEF,
            language="en",
            passage_kind=placed.exposure.kind,
            origin=placed.origin or "",
            passage=placed.exposure.text,
            words=placed.exposure.suggestion or "",
        ),
    )
    gathered = gather(store, wanted(sample), sample_roster)
    assert look_at(gathered).open == ()
    assert prepare(gathered).number == 1
    assert documents.rewritten(store, sample.id, Product.MEETING_BRIEF) == 1
    decisions = store.db.execute("SELECT * FROM decisions").fetchall()
    assert name not in str(decisions)
