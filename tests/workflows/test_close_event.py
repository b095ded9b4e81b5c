"""Closing an event: what is in the folder, what holds it back, and that it can be checked."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from shared_key import KEY

from dialogueprep.commands import findings as finding_commands
from dialogueprep.domain.briefs.blocks import Audience, Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Cancelled, Refused, Trouble
from dialogueprep.store import dialogues, documents, findings, workspace
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.close_event import close, known_files, write
from dialogueprep.workflows.event_plan import Closing, examine, name_of, offered, plan, proposed
from dialogueprep.workflows.manifest import NAME, check, read_manifest, said
from dialogueprep.workflows.release import FORMATS, Wanted, release

NAMED = "The former ambassador from Japan said that ports should share data."


@pytest.fixture
def closing(sample: Dialogue) -> Closing:
    return closing_of(sample)


def closing_of(sample: Dialogue) -> Closing:
    return Closing(
        dialogue=sample.id,
        products=(Product.PROGRAMME, Product.KEY_FINDINGS),
        languages=("en",),
        on=sample.last_day + timedelta(days=30),
        formats=("docx",),
    )


@pytest.fixture
def released(store: Store, sample: Dialogue, tmp_path: Path) -> dict[str, str]:
    """Release the key findings as both files, a month before; return their digests by name."""
    wanted = Wanted(
        dialogue=sample.id, product=Product.KEY_FINDINGS, language="en", on=sample.last_day
    )
    made = release(store, wanted, FORMATS, tmp_path / "before")
    return {r.file_name: r.sha256 for r in made}


def reword(store: Store, sample: Dialogue, words: str) -> None:
    first = findings.of_dialogue(store, sample.id)[0]
    finding_commands.change(store, replace(first, texts=first.texts.with_wording("en", words)))


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises((Refused, Trouble)) as refusal:
        yield
    assert refusal.value.code == code


def test_documents_evidence_and_manifest_stand_in_one_folder(
    store: Store, closing: Closing, tmp_path: Path
) -> None:
    closed = close(store, closing, tmp_path / "event")
    assert files(tmp_path / "event") == [
        NAME,
        "documents/key-findings-en.docx",
        "documents/programme-en.docx",
        "evidence/key-findings-en.txt",
        "evidence/programme-en.txt",
    ]
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    registered = {r.sha256 for r in documents.releases(store, closing.dialogue)}
    assert {r.sha256 for r in closed.files} == registered
    sheet = (tmp_path / "event/evidence/key-findings-en.txt").read_text("utf-8")
    assert closed.files[1].sha256 in sheet


def test_what_was_released_is_written_as_it_was_byte_by_byte(
    store: Store, closing: Closing, released: dict[str, str], tmp_path: Path
) -> None:
    it = replace(closing, products=(Product.KEY_FINDINGS,), formats=FORMATS)
    closed = close(store, it, tmp_path / "event")
    assert {r.file_name: r.sha256 for r in closed.files} == released
    assert closed.new == ()
    assert len(documents.releases(store, closing.dialogue)) == 2


def test_what_has_other_words_since_is_released_now(
    store: Store, sample: Dialogue, closing: Closing, released: dict[str, str], tmp_path: Path
) -> None:
    reword(store, sample, "Ports should warn each other within hours.")
    it = replace(closing, products=(Product.KEY_FINDINGS,))
    (made,) = close(store, it, tmp_path / "event").new
    assert (made.file_name, made.number) == ("key-findings-en-v2.docx", 2)
    assert made.released_on == closing.on


def test_the_same_event_closed_twice_gives_the_same_folder(
    store: Store, closing: Closing, tmp_path: Path
) -> None:
    close(store, closing, tmp_path / "one")
    close(store, closing, tmp_path / "two")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    for name in files(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_nothing_is_written_while_a_passage_is_undecided(
    store: Store, sample: Dialogue, closing: Closing, tmp_path: Path
) -> None:
    reword(store, sample, NAMED)
    _ready, held = examine(plan(store, closing))
    assert [(name_of(h.wanted), h.why.code) for h in held] == [
        ("Key findings, Public, English", "identity-in-brief")
    ]
    with refused("documents-held"):
        close(store, closing, tmp_path / "event")
    assert list(tmp_path.glob("event*")) == []
    assert documents.releases(store, sample.id) == ()


def test_what_is_said_in_two_documents_of_an_event_is_examined_together(
    store: Store, sample: Dialogue, closing: Closing
) -> None:
    ready, _held = examine(plan(store, closing))
    assert [r.prepared.together[0] for r in ready] == [0, 1]


def test_a_folder_that_holds_something_is_refused_and_left(
    store: Store, closing: Closing, tmp_path: Path
) -> None:
    (tmp_path / "event").mkdir()
    (tmp_path / "event" / "mine.txt").write_text("mine", "utf-8")
    with refused("folder-not-empty"):
        close(store, closing, tmp_path / "event")
    assert files(tmp_path / "event") == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    assert close(store, closing, tmp_path / "empty").files


def test_a_cancelled_closing_leaves_nothing(store: Store, closing: Closing, tmp_path: Path) -> None:
    ready, _ = examine(plan(store, closing))
    beats: list[int] = []

    def stop(done: int, total: int) -> None:
        beats.append(done)
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(
            ready, tmp_path / "out" / "event", closing, known_files(store, closing.dialogue), stop
        )
    assert beats
    assert list((tmp_path / "out").iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(
    store: Store, closing: Closing, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with refused("cannot-write"):
        close(store, closing, tmp_path / "file" / "event")


def test_what_was_released_is_proposed_and_for_a_new_dialogue_all_that_is_for_others(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    fresh = proposed(store, sample.id, sample.last_day)
    assert Product.KEY_FINDINGS in fresh.products
    assert Product.RUN_SHEET not in fresh.products
    wanted = Wanted(dialogue=sample.id, product=Product.PROGRAMME, language="zh", second="en",
                    on=sample.last_day)  # fmt: skip
    release(store, wanted, ("pdf",), tmp_path)
    it = offered(store, sample.id)
    assert (it.products, it.languages) == ((Product.PROGRAMME,), ("en", "zh"))
    both = [p.now.wanted for p in plan(store, it)]
    assert [(w.language, w.second) for w in both] == [("en", None), ("zh", None), ("zh", "en")]


def test_each_reader_that_a_pack_was_released_for_gets_it(
    store: Store, sample: Dialogue, closing: Closing, tmp_path: Path
) -> None:
    wanted = Wanted(dialogue=sample.id, product=Product.BRIEFING_PACK, language="en",
                    audience=Audience.CHAIR, on=sample.last_day)  # fmt: skip
    release(store, wanted, ("pdf",), tmp_path / "before")
    it = replace(closing, products=(Product.BRIEFING_PACK,), formats=("pdf",))
    names = [r.file_name for r in close(store, it, tmp_path / "event").files]
    assert names == ["briefing-pack-en.pdf", "briefing-pack-en-chair.pdf"]


def test_nothing_chosen_is_refused(store: Store, closing: Closing) -> None:
    with refused("nothing-to-close"):
        plan(store, replace(closing, products=()))


# the manifest


@pytest.fixture(scope="module")
def closed(prepared_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an event that was closed, to copy."""
    place = tmp_path_factory.mktemp("closed")
    shutil.copytree(prepared_workspace, place / "workspace")
    with workspace.open(place / "workspace", KEY) as store:
        return close(store, closing_of(dialogues.every(store)[0]), place / "event").folder


@pytest.fixture
def event(closed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(closed, tmp_path / "event")


def test_the_manifest_is_read_by_people_and_by_sha256sum(event: Path) -> None:
    text = (event / NAME).read_text("utf-8")
    assert re.search(r"# Key findings, Public, English, version 1 of \d{4}-\d\d-\d\d\n", text)
    for line in (x for x in text.splitlines() if not x.startswith("#")):
        digest, path = line.split("  ")  # as sha256sum writes and reads them
        assert hashlib.sha256((event / path).read_bytes()).hexdigest() == digest
    assert len(read_manifest(event)) == 4
    assert check(event).intact
    assert said(check(event)) == "All 4 files are as they were."


def test_what_was_changed_is_missing_or_added_is_named(event: Path) -> None:
    (event / "documents/programme-en.docx").write_bytes(b"other")
    (event / "documents/key-findings-en.docx").unlink()
    (event / "documents/more.pdf").write_bytes(b"more")
    found = check(event)
    assert found.changed == ("documents/programme-en.docx",)
    assert found.missing == ("documents/key-findings-en.docx",)
    assert found.added == ("documents/more.pdf",)
    assert not found.intact


@pytest.mark.parametrize(
    "line", ["0" * 64 + "  ../other.txt", "0" * 64 + "  /etc/hosts", "not a line", "00  x"]
)
def test_a_manifest_that_points_elsewhere_or_is_none_is_not_believed(
    event: Path, line: str
) -> None:
    (event / NAME).write_text(f"# x\n{line}\n", "utf-8")
    with refused("manifest-damaged"):
        check(event)
    (event / NAME).unlink()
    with refused("no-manifest"):
        check(event)


def test_a_link_in_place_of_a_file_counts_as_changed(event: Path, tmp_path: Path) -> None:
    target = event / "documents/programme-en.docx"
    target.rename(tmp_path / "moved.docx")
    target.symlink_to(tmp_path / "moved.docx")
    assert check(event).changed == ("documents/programme-en.docx",)
