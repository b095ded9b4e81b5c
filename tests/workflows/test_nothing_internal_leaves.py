"""Nothing internal leaves: whatever stands in fields that are the organisers' own, no document
for participants or the public holds it.

Fields that may be read outside are listed here; every other text of the workspace, one that is
added tomorrow too, is filled with a word that occurs nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dialogueprep.domain.briefs.blocks import (
    Annex,
    Audience,
    Brief,
    Product,
    Table,
    lines_of,
    plain,
)
from dialogueprep.domain.briefs.catalogue_of_products import PRODUCTS, compose
from dialogueprep.domain.briefs.material import Version
from dialogueprep.domain.dialogue import Dialogue, Terms
from dialogueprep.domain.gate import Roster
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.exchange.readback import read_parts
from dialogueprep.store import agenda, rows
from dialogueprep.store.step import Step, new_id
from dialogueprep.store.tables import LIST, TABLES
from dialogueprep.store.workspace import Store
from dialogueprep.workflows.release import Wanted, gather, prepare, produce
from dialogueprep.workflows.values import material_of

MARK = "Zvrkplunt"  # in no language a word, a name or a part of one
PRINTED = "Qwobblmex"  # what of the library a briefing pack shows, and no other document

# what participants and the public may read, and what only says of which kind a row is
OUTSIDE = {
    "persons": {"family", "given", "name_order", "native", "reading", "title", "honorific"},
    "participations": {
        "delegation", "territory", "region", "sector", "capacity", "affiliation",
        "affiliation_acronym", "affiliation_native", "office", "standing",
    },
    "hosts": {"acronym"},
    "delegations": {"code", "region"},
    "dialogues": {"first_day", "time_zone", "phase", "working_language"},
    "items": {"kind", "terms", "terms_now"},
    "attendances": {"roles"},
    "notes": {"kind", "language", "terms"},
    "findings": {"placed", "support"},
    "statements": {"kind", "scope", "consented_on", "withdrawn_on"},
}  # fmt: skip
# neither read nor written by anybody: what programs go by
KINDS = {
    "texts": {"owner_table", "owner", "field", "language", "state", "wording"},
    "topics": {"dimension", "formats", "shipped"},
    "recommendations": {"dimension", "formats", "shipped", "maturity"},
    "sources": {"kind", "language", "published", "sha256"},
    "entry_passages": {"entry"}, "entry_tags": {"entry"}, "tags": {"slug"},
    "ratings": {"subject", "axis", "rated", "review_by"},
    "pairs": {"one", "other", "verdict"},
    "persons": {"gender", "languages"},
    "name_forms": {"state"},
    "dialogues": {"destroy_notes_on", "checked_off", "second_zone"},
    "targets": {"dimension", "category"},
    "designations": {"language"},
    "published": {"kind", "published_on"},
    "participations": {
        "seniority", "arrives", "departs", "invited_on", "answer_by", "answered_on",
    },
    "notes": {
        "attributed_count", "attributed_delegation", "attributed_sector", "attributed_broad",
    },
    "findings": {"relation", "theme"},
    "proposals": {"relation"},
    "finding_answers": {"question"},
    "drafts": {"product", "language", "state"},
    "circulations": {"product", "circulated_on", "comments_until", "recipients"},
    "decisions": {"product", "language", "kind", "passage_kind", "ground"},
    "releases": {
        "product", "audience", "language", "format", "released_on", "evidence",
    },
    "orders": {"kind", "language", "codes"},
    "agenda_versions": {"circulated", "content"},
    "agenda_templates": {"content"}, "target_templates": {"content"},
    "past_uses": {"entry", "dialogue", "item", "content"},
    "follow_ups": {"due"},
    "settings": {"value"},
}  # fmt: skip
TEXTS_OUTSIDE = {
    "series": {"names"},
    "hosts": {"names"},
    "delegations": {"labels"},
    "dialogues": {
        "names", "titles", "place", "contexts", "next_steps", "press_lines", "chairs_openings",
        "backgrounds", "objectives", "outputs", "practicalities",
    },
    "items": {"titles", "places"},
    "item_questions": {"question"},
    "findings": {"claim"},
    "proposals": {"texts", "addressees", "instruments", "horizons"},
    "statements": {"texts"},
    "participations": {"affiliation", "position"},
}  # fmt: skip
# what sources printed, and the summary and questions of a topic: in a briefing pack alone
OF_LIBRARY = {
    "topics": {"summary"},
    "topic_questions": {"question"},
    "recommendations": {"title", "text"},
}
OF_SOURCES = {"sources": ("title", "publisher"), "passages": ("locator",)}


def plantable() -> Iterator[tuple[str, str, str]]:
    """Yield table, column and what is written there."""
    for table, columns in TABLES.items():
        known = OUTSIDE.get(table, set()) | KINDS.get(table, set())
        for column, kind in columns.items():
            if column in OF_SOURCES.get(table, ()):
                continue
            if column not in known and "REFERENCES" not in kind and kind.startswith("TEXT"):
                yield table, column, f'["{MARK}"]' if kind == LIST else MARK


def made_up(step: Step, sample: Dialogue) -> None:
    """Write a row into each table of which the sample has none."""
    finding = step.db.execute("SELECT id FROM findings").fetchone()[0]
    person = step.db.execute("SELECT id FROM persons").fetchone()[0]
    base = {"dialogue": sample.id, "product": "programme", "language": "en"}
    for table, row in (
        ("decisions", base | {"kind": "kept", "passage_kind": "name", "words": MARK}),
        ("published", {"dialogue": sample.id, "kind": "photo"}),
        ("finding_answers", {"finding": finding, "question": "idea"}),
        ("name_forms", {"person": person, "form": MARK, "state": "added"}),
        ("circulations", {"dialogue": sample.id, "product": "programme", "number": 1,
                          "circulated_on": "2026-11-01"}),
        ("releases", base | {"audience": "participants", "format": "pdf", "number": 1,
                             "released_on": "2026-11-01", "file_name": MARK, "sha256": MARK,
                             "evidence": "{}"}),
    ):  # fmt: skip
        if not step.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
            rows.insert(step, table, {"id": new_id(), **row})


@pytest.fixture
def planted(store: Store, sample: Dialogue) -> set[tuple[str, str]]:
    """Fill what is the organisers' own with the mark; return the columns where it stands."""
    with store.step("Plant") as step:
        made_up(step, sample)
        for table, column, words in plantable():
            step.db.execute(f"UPDATE {table} SET {column} = ?", [words])
        for row in list(rows.select(step, "texts")):
            if row["field"] not in TEXTS_OUTSIDE.get(row["owner_table"], set()):
                printed = row["field"] in OF_LIBRARY.get(row["owner_table"], set())
                words = f"{PRINTED if printed else MARK} {row['id']}"
                step.db.execute("UPDATE texts SET wording = ? WHERE id = ?", [words, row["id"]])
        for table, columns in OF_SOURCES.items():
            for column in columns:
                step.db.execute(f"UPDATE {table} SET {column} = ?", [PRINTED])
    filled = {
        (table, column)
        for table, column, words in plantable()
        if step.db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", [words]).fetchone()
    }
    fields = step.db.execute(
        "SELECT DISTINCT owner_table, field FROM texts WHERE wording LIKE ?", [f"{MARK}%"]
    )
    return filled | set(fields.fetchall())


def words_of(brief: Brief) -> str:
    """Return all that stands in a document, a line each."""
    around = [plain(x) for x in (brief.classification, brief.version, brief.footer)]
    inside = [plain(line) for block in brief.blocks for line in lines_of(block)]
    summaries = [block.summary for block in brief.blocks if isinstance(block, Table)]
    return "\n".join([brief.title, brief.mark, *around, *inside, *summaries])


def composed(
    store: Store, sample: Dialogue, product: Product, language: Language, audience: Audience
) -> Brief:
    """Return a document with all that it may be given, and its annexes."""
    version = Version(1, sample.last_day)
    material = replace(material_of(store, sample.id, version), annexes=tuple(Annex))
    return compose(product, material, language, audience)


READERS = [
    (product, audience)
    for product, kind in PRODUCTS.items()
    for audience in kind.audiences
    if audience is not Audience.ORGANISERS
]
INSIDERS = [p for p, kind in PRODUCTS.items() if Audience.ORGANISERS in kind.audiences]


def test_what_is_internal_is_in_no_document_for_participants_or_the_public(
    store: Store, sample: Dialogue, planted: set[tuple[str, str]]
) -> None:
    holding = [
        (product.value, audience.value, language)
        for product, audience in READERS
        for language in LANGUAGES
        if MARK in words_of(composed(store, sample, product, language, audience))
    ]
    assert holding == []
    printing = {
        product
        for product, audience in READERS
        if PRINTED in words_of(composed(store, sample, product, "en", audience))
    }
    assert printing == {Product.BRIEFING_PACK}
    internal = {
        ("persons", "email"), ("persons", "phone"), ("persons", "remarks"),
        ("participations", "facts"), ("participations", "diet"), ("ratings", "reason"),
        ("ratings", "rater"), ("notes", "wording"), ("notes", "tags"), ("decisions", "reason"),
        ("decisions", "words"), ("follow_ups", "owner"), ("published", "detail"),
        ("finding_answers", "answer"), ("topics", "title"), ("dialogues", "debriefs"),
        ("follow_ups", "texts"),
    }  # fmt: skip
    assert internal <= planted


def test_the_organisers_own_documents_may_hold_it(
    store: Store, sample: Dialogue, planted: set[tuple[str, str]]
) -> None:
    holding = {
        p
        for p in INSIDERS
        if MARK in words_of(composed(store, sample, p, "en", Audience.ORGANISERS))
    }
    assert holding == set(INSIDERS)


@pytest.mark.parametrize("product", INSIDERS)
def test_no_document_at_all_holds_notes_reasons_or_struck_words(
    store: Store, sample: Dialogue, product: Product
) -> None:
    with store.step("Plant") as step:
        made_up(step, sample)
        for table, column in (
            ("notes", "wording"), ("ratings", "reason"), ("ratings", "rater"),
            ("decisions", "reason"), ("decisions", "words"), ("published", "detail"),
            ("persons", "remarks"), ("participations", "diet"), ("finding_answers", "answer"),
        ):  # fmt: skip
            step.db.execute(f"UPDATE {table} SET {column} = ?", [MARK])
    brief = composed(store, sample, product, "en", Audience.ORGANISERS)
    assert MARK not in words_of(brief)


CHANGES = (
    "UPDATE ratings SET value = 6 - value",
    "DELETE FROM finding_notes",
    "DELETE FROM notes",
    "UPDATE dialogues SET ceiling = 5",
    "UPDATE items SET actual_minutes = 7, began = 600, closed = 1",
    "DELETE FROM ratings",
    "UPDATE findings SET recommendation = NULL",
    "UPDATE proposals SET recommendation = NULL",
    "UPDATE participations SET seniority = 'senior', seat = 1, photo = 1, diet = 'none'",
    "UPDATE persons SET email = 'a@b.example', phone = '1', gender = 'woman'",
    "UPDATE follow_ups SET done = 1",
    "DELETE FROM follow_ups",
)


def test_an_observers_pack_holds_less_than_a_participants(
    store: Store, sample: Dialogue, planted: set[tuple[str, str]]
) -> None:
    wanted = (Audience.PARTICIPANTS, Audience.OBSERVERS)
    whole, less = (composed(store, sample, Product.BRIEFING_PACK, "en", a) for a in wanted)
    table = {id_ for it in agenda.of_dialogue(store, sample.id) for id_ in it.recommendations}
    assert table
    wordings = [
        r["wording"] for id_ in table for r in rows.select(store, "texts", "owner = ?", [id_])
    ]
    assert any(w in words_of(whole) for w in wordings)
    assert not any(w in words_of(less) for w in wordings)
    assert "Topic briefs" in words_of(less) and "Participants\n" not in words_of(less)


@pytest.mark.parametrize("change", ["UPDATE items SET topic = NULL"])
def test_a_topic_changes_no_document_for_others_but_the_pack(
    store: Store, sample: Dialogue, change: str
) -> None:
    others = [(p, a) for p, a in READERS if p is not Product.BRIEFING_PACK]
    before = [composed(store, sample, p, "en", audience) for p, audience in others]
    with store.step("Change") as step:
        step.db.execute(change)
    assert [composed(store, sample, p, "en", audience) for p, audience in others] == before


@pytest.mark.parametrize("change", CHANGES)
def test_ratings_counts_of_notes_and_decisions_change_no_document_for_others(
    store: Store, sample: Dialogue, change: str
) -> None:
    def all_of_them() -> list[Brief]:
        return [composed(store, sample, p, "en", audience) for p, audience in READERS]

    before = all_of_them()
    with store.step("Change") as step:
        made_up(step, sample)
        step.db.execute("DELETE FROM releases")  # they number the next version
        step.db.execute(change)
    assert all_of_them() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_document_for_others_says_that_an_item_goes_without_notes(
    store: Store, sample: Dialogue, language: Language
) -> None:
    from dialogueprep import words
    from dialogueprep.domain import wording

    said = words.of(language)(wording.of(Terms.NO_NOTES)).casefold()
    for product, audience in READERS:
        assert said not in words_of(composed(store, sample, product, language, audience)).casefold()
    sheet = composed(store, sample, Product.RUN_SHEET, language, Audience.ORGANISERS)
    assert said in words_of(sheet).casefold()


@pytest.mark.parametrize(
    "product", [Product.CONCEPT_NOTE, Product.MEETING_BRIEF, Product.BRIEFING_PACK]
)
def test_no_part_of_a_finished_file_holds_it(
    store: Store,
    sample: Dialogue,
    planted: set[tuple[str, str]],
    sample_roster: Roster,
    tmp_path: Path,
    product: Product,
) -> None:
    wanted = Wanted(dialogue=sample.id, product=product, language="en", on=sample.last_day)
    for it in produce(prepare(gather(store, wanted, sample_roster)), tmp_path / "out"):
        target = tmp_path / "out" / it.file_name
        assert [p.name for p in read_parts(target) if MARK in p.text] == []
        assert MARK.encode() not in target.read_bytes()
