"""For every product, audience and language: both files hold the words of the tree, no others."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from dialogueprep.domain.briefs.blocks import Contents, Heading, Paragraph, line
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS, compose
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.exchange.docx_writer import write_docx
from dialogueprep.exchange.pdf_writer import write_pdf
from dialogueprep.exchange.readback import body_text, brief_text, differences
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.values import material_of

sys.path.insert(0, str(Path(__file__).parent.parent / "exchange"))
from brief_samples import brief_of, checked

WRITERS = {"docx": write_docx, "pdf": write_pdf}
READERS = [(product, reader) for product, kind in PRODUCTS.items() for reader in kind.audiences]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("product", "audience"), READERS)
def test_both_files_hold_the_words_of_the_tree(
    store: Store, sample: Dialogue, tmp_path: Path, product, audience, language: Language
) -> None:
    version = Version(1, date(2026, 10, 30), None, draft=False)
    brief = compose(product, material_of(store, sample.id, version), language, audience)
    expected = brief_text(brief)
    assert len(expected) > 3
    for ending, write in WRITERS.items():
        path = tmp_path / f"{product}.{ending}"
        write(checked(brief), path)
        assert body_text(path) == expected
        assert differences(path, brief) == ()


def test_an_entry_of_the_contents_too_many_is_seen(tmp_path: Path) -> None:
    def with_headings(*words: str):
        headings = [Heading(str(n), line(w, "en"), 1) for n, w in enumerate(words, start=1)]
        told = line("Contents", "en")
        return brief_of(Contents(told), *headings, Paragraph(line("Words.", "en")))

    written, other = with_headings("One", "Two"), with_headings("One")
    for ending, write in WRITERS.items():
        write(checked(written), tmp_path / f"b.{ending}")
        assert differences(tmp_path / f"b.{ending}", written) == ()
        assert differences(tmp_path / f"b.{ending}", other) != ()
