"""What the products generate passes the gate; what is written into them does not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from built_material import MATERIAL, PEOPLE

from dialogueprep import paths
from dialogueprep.domain.briefs.blocks import Brief, Paragraph, Product, Run, composed, line
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.gate import Roster, check, examine
from dialogueprep.domain.people import Attendee
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.sample_reader import SampleDialogue, read_sample


@pytest.fixture(scope="module")
def sample() -> SampleDialogue:
    return read_sample(paths.data() / "sample")


@pytest.fixture(scope="module")
def material(sample) -> Material:
    return Material(
        dialogue=sample.dialogue,
        series=sample.series,
        slots=starts(sample.items).slots,
        participations=sample.participations,
        attendances=sample.attendances,
        findings=sample.findings,
        proposals=sample.proposals,
    )


@pytest.fixture(scope="module")
def roster(sample) -> Roster:
    people = {p.id: p for p in sample.participations}
    rooms: dict[str, list[Attendee]] = defaultdict(list)
    for a in sample.attendances:
        rooms[a.item].append(Attendee(who=people[a.participation], roles=a.roles, silent=a.silent))
    return Roster(
        participations=sample.participations,
        attendance={item: tuple(room) for item, room in rooms.items()},
        k=sample.dialogue.k,
        hosts=tuple(t.wording for h in sample.dialogue.hosts for t in h.names.entries),
        delegations={d.code: d.labels for d in sample.dialogue.delegations},
        lexicon=read_lexicon(),
    )


def with_words(brief: Brief, words: str, *, by_program: bool = False) -> Brief:
    """Return the brief with one more paragraph in English."""
    written = line(words, "en")
    paragraph = Paragraph(composed(written) if by_program else written)
    return replace(brief, blocks=(*brief.blocks, paragraph))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", Product)
def test_the_sample_passes_the_gate_as_it_is_composed(product, language, material, roster):
    brief = compose(product, material, language)
    assert [p.exposure.text for p in examine(brief, roster)] == []
    assert check(brief, roster, {}).brief == brief


def test_the_same_words_written_by_somebody_are_examined(material, roster):
    brief = compose(Product.MEETING_BRIEF, material, "en")
    words = "The rapporteur said that ports should wait."
    assert examine(with_words(brief, words), roster) != ()
    assert examine(with_words(brief, words, by_program=True), roster) == ()


def test_a_name_is_found_even_in_the_programs_own_words(material, roster):
    brief = compose(Product.MEETING_BRIEF, material, "en")
    name = material.participations[0].person.name.latin
    found = examine(with_words(brief, f"{name} took part.", by_program=True), roster)
    assert [p.exposure.text for p in found] == [name]


def test_texts_of_findings_are_never_taken_for_the_programs_own_words():
    for product in Product:
        brief = compose(product, replace(MATERIAL, participations=PEOPLE), "en")
        blocks = [b for b in brief.blocks if hasattr(b, "line")]
        runs = [r for block in blocks for r in block.line if isinstance(r, Run)]
        assert not any(r.composed for r in runs if r.origin)
