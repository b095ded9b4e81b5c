"""Documents of the sample are as they were approved, part by part."""

from __future__ import annotations

import difflib
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.exchange.readback import body_text
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, prepare, produce

GOLDEN = Path(__file__).parent.parent / "golden"
ON = date(2026, 10, 30)
PARTS = ("word/document.xml", "word/styles.xml", "word/header1.xml", "docProps/core.xml")


class Golden:
    """Compares with an approved file, or approves."""

    def __init__(self, approve: bool) -> None:
        self._approve = approve

    def check(self, name: str, found: str) -> None:
        target = GOLDEN / name
        if self._approve:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(found, encoding="utf-8")
        approved = target.read_text(encoding="utf-8")
        changes = list(
            difflib.unified_diff(
                approved.splitlines(), found.splitlines(), "approved", "found", n=1, lineterm=""
            )
        )
        assert not changes, "\n".join(changes[:40])


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(request.config.getoption("--approve"))


def made(
    store: Store, sample: Dialogue, roster: Roster, product: Product, language: Language, to: Path
) -> Path:
    wanted = Wanted(dialogue=sample.id, product=product, language=language, on=ON)
    produce(prepare(gather(store, wanted, roster)), to)
    return to / f"{product}-{language}"


def pretty(archive: Path, part: str) -> str:
    with zipfile.ZipFile(archive) as opened:
        tree = etree.fromstring(opened.read(part))
    return etree.tostring(tree, pretty_print=True, encoding="unicode")


def test_the_meeting_brief_in_word_is_as_approved(
    store: Store, sample: Dialogue, sample_roster: Roster, tmp_path: Path, golden: Golden
) -> None:
    stem = made(store, sample, sample_roster, Product.MEETING_BRIEF, "en", tmp_path)
    archive = stem.with_suffix(".docx")
    with zipfile.ZipFile(archive) as opened:
        golden.check("meeting-brief-en/parts.txt", "\n".join(opened.namelist()) + "\n")
    for part in PARTS:
        golden.check(f"meeting-brief-en/{part.replace('/', '_')}", pretty(archive, part))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", Product)
def test_what_a_reader_reads_is_as_approved_and_the_same_in_both_files(
    store: Store,
    sample: Dialogue,
    sample_roster: Roster,
    tmp_path: Path,
    golden: Golden,
    product: Product,
    language: Language,
) -> None:
    stem = made(store, sample, sample_roster, product, language, tmp_path)
    word = body_text(stem.with_suffix(".docx"))
    assert body_text(stem.with_suffix(".pdf")) == word
    golden.check(f"texts/{product}-{language}.txt", "\n".join(word) + "\n")
