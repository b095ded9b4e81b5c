"""What a document says of people, places and times it says in the same way of all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built_material import MATERIAL, text_of, with_terms

from dialogueprep import paths
from dialogueprep.domain.briefs.blocks import Facts, Product, Table, plain
from dialogueprep.domain.briefs.catalogue_of_products import compose
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.people import Capacity
from dialogueprep.domain.texts import Language, Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.house_style import house_style
from dialogueprep.exchange.sample_reader import read_sample

LISTS = (Product.PARTICIPANT_LIST, Product.SECRETARIAT_RECORD)


@pytest.fixture(scope="module")
def sample() -> Material:
    read = read_sample(paths.data() / "sample")
    return Material(
        dialogue=read.dialogue,
        series=read.series,
        slots=starts(read.items).slots,
        participations=read.participations,
        attendances=read.attendances,
    )


def cells(material: Material, product: Product, language: Language) -> str:
    tables = (b for b in compose(product, material, language).blocks if isinstance(b, Table))
    return "\n".join(plain(cell) for table in tables for row in table.rows for cell in row)


@pytest.mark.parametrize("product", LISTS)
@pytest.mark.parametrize(
    ("language", "called", "otherwise"),
    [
        ("zh", "风早政策研究论坛", "Kazehaya"),
        ("ja", "東麓地域研究院", "东麓"),
        ("ko", "둥루지역연구원", "Donglu Institute"),
    ],
)
def test_a_host_is_called_in_the_list_as_on_the_cover(sample, product, language, called, otherwise):
    read = cells(sample, product, language)
    assert called in read and otherwise not in read


@pytest.mark.parametrize("product", LISTS)
def test_titles_stand_beside_the_names_of_every_delegation(sample, product):
    """In the document's language: what a Korean list says of one side it says of the others."""
    korean = cells(sample, product, "ko")
    for named in ("남궁혜원 교수(", "GU Jianing 교수(", "ASHINA Misao 교수(", "NIWASE Ayako 대사("):
        assert named in korean
    chinese, japanese = (cells(sample, product, language) for language in ("zh", "ja"))
    assert "DOÃN Khánh Ngân 博士" in chinese and "DOÃN Khánh Ngân 博士" in japanese
    assert "津雲大祐（" in chinese and "津雲大祐 課長（" in japanese  # a title in its own language
    assert "沈昱衡 研究员（" in chinese and "沈昱衡（" in japanese
    assert "Dr DOÃN Khánh Ngân" in cells(sample, product, "en")


def test_nobody_is_counted_as_none():
    with_staff = replace(
        MATERIAL,
        participations=tuple(
            replace(p, capacity=Capacity.STAFF) if n == 0 else p
            for n, p in enumerate(MATERIAL.participations)
        ),
    )
    for material, told in (
        (MATERIAL, "At the table: 9"),
        (with_staff, "At the table: 8, staff: 1"),
    ):
        blocks = compose(Product.RUN_SHEET, material, "en").blocks
        facts = next(b for b in blocks if isinstance(b, Facts))
        assert told in [line for _, v in facts.rows for line in plain(v).splitlines()]


@pytest.mark.parametrize(
    ("product", "told"),
    [
        (Product.PROGRAMME, "Parts of this meeting are on the record."),
        (Product.CONCEPT_NOTE, "Parts of this meeting are on the record."),
        (Product.MEETING_BRIEF, "Parts of this meeting were on the record."),
        (Product.PRESS_LINE, "Parts of this meeting were on the record."),
        (Product.SECRETARIAT_RECORD, "Parts of this meeting were on the record."),
    ],
)
def test_what_was_on_the_record_is_told_of_a_meeting_that_is_over(product, told):
    assert told in text_of(compose(product, with_terms(Terms.ON_RECORD, "ports"), "en"))


@pytest.mark.parametrize(
    "product", [Product.PROGRAMME, Product.RUN_SHEET, Product.SECRETARIAT_RECORD]
)
def test_times_have_room_in_wide_type(product):
    """ "10:35–12:05" takes 65 points of 9.5 point type in the widest fall-back fonts of offices."""
    tables = (b for b in compose(product, MATERIAL, "en").blocks if isinstance(b, Table))
    timed = [t for t in tables if t.head and plain(t.head[0]) in ("Time", "Planned")]
    shares = [t.widths[0] / sum(t.widths) for t in timed]
    assert shares and min(shares) * house_style().text_width - 10 > 66


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_very_long_title_is_cut_at_the_foot_of_the_pages(language):
    titles = Texts.of(en="Ports, care and the careful use of data " * 4, zh="港口与照护的合作" * 9)
    dialogue = replace(MATERIAL.dialogue, titles=titles)
    foot = plain(compose(Product.PROGRAMME, replace(MATERIAL, dialogue=dialogue), language).footer)
    wide = len(foot) + sum(c > "\u1100" for c in foot)
    assert 60 < wide <= 78 and "…" in foot and foot.endswith(dialogue.names.get(language) or "-")
    usual = plain(compose(Product.PROGRAMME, MATERIAL, language).footer)
    assert "…" not in usual and usual.startswith(MATERIAL.dialogue.titles.get(language) or "-")
