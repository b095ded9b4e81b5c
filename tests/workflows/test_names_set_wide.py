"""A list of names that are set wide, letter by letter, leaves as any other; no other name does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from dialogueprep.commands import people as people_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.texts import Language
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Prepared, Wanted, gather, prepare, produce, read_back
from dialogueprep.workflows.values import roster_of

ON = date(2026, 10, 30)


@pytest.fixture
def wide(store: Store, sample: Dialogue) -> tuple[str, ...]:
    """Set the names of the sample wide, as lists do, and return them; one has a character with a
    sign behind it that picks its form."""
    names: list[str] = []
    for it in roster_of(store, sample.id).participations:
        person, native = it.person, it.person.name.native.replace(" ", "")
        gap = {"CN": "\u3000", "JP": " ", "KR": " "}.get(it.delegation, "")
        names.append(gap.join(native) or person.name.latin)
        names[-1] = "芦\U000e0100名美沙緒" if native.startswith("芦") else names[-1]
        named = replace(person.name, native=names[-1] if native else "")
        people_commands.change_person(store, replace(person, name=named))
    return tuple(names)


def ready(store: Store, sample: Dialogue, product: Product, language: Language) -> Prepared:
    wanted = Wanted(dialogue=sample.id, product=product, language=language, on=ON)
    return prepare(gather(store, wanted))


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_a_list_of_names_set_wide_goes_out(
    store: Store, sample: Dialogue, wide: tuple[str, ...], tmp_path: Path, language: Language
) -> None:
    produce(ready(store, sample, Product.PARTICIPANT_LIST, language), tmp_path)
    listed = docx.Document(str(tmp_path / f"participant-list-{language}.docx"))
    text = "\n".join(c.text for t in listed.tables for r in t.rows for c in r.cells)
    assert sum(name in text for name in wide) > len(wide) // 2


def test_a_name_that_is_set_wide_once_more_is_found(
    store: Store, sample: Dialogue, wide: tuple[str, ...], tmp_path: Path
) -> None:
    prepared = ready(store, sample, Product.PARTICIPANT_LIST, "ko")
    produce(prepared, tmp_path, ("docx",))
    path = tmp_path / "participant-list-ko.docx"
    listed = next(name for name in wide if name.startswith("남"))
    document = docx.Document(str(path))
    document.add_paragraph(f"{listed} 님")
    document.save(str(path))
    with pytest.raises(Refused) as refused:
        read_back(path, prepared)
    assert refused.value.code == "file-holds-identity"
