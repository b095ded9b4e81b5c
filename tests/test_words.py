"""The catalogues: compiled as written, complete for documents, true to their facts."""

from __future__ import annotations

import io
import re
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dialogueprep import paths, words
from dialogueprep.domain import wording
from dialogueprep.domain.texts import LANGUAGES
from dialogueprep.sentences import SENTENCES

ROOT = paths.resources().parent
TRANSLATED = [language for language in LANGUAGES if language != "en"]
MARKS = {"say": None, "tell": None, "tr": None, "later": None, "ntr": (1, 2)}


@cache
def written(language: str) -> Catalog:
    with _po(language).open("rb") as file:
        return read_po(file, locale=language)


def _po(language: str):
    return paths.resources() / "i18n" / language / "LC_MESSAGES" / "dialogueprep.po"


@cache
def of_documents() -> frozenset[str]:
    """Every message of the domain: documents, the gate, the closed lists."""
    found = extract_from_dir(ROOT / "dialogueprep" / "domain", keywords=MARKS)
    return frozenset(message for _, _, message, _, _ in found)


OF_THE_GATE = (
    "identity-in-brief",
    "name-not-in-this-product",
    "name-not-on-roster",
    "name-of-another",
    "name-without-consent",
)


def facts(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_the_written_one(language):
    compiled = io.BytesIO()
    write_mo(compiled, written(language))
    assert _po(language).with_suffix(".mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_documents_is_translated(language):
    catalogue = written(language)
    missing = [m for m in of_documents() if not (entry := catalogue.get(m)) or not entry.string]
    assert sorted(map(str, missing)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_facts_of_its_message(language):
    changed = [
        message.id
        for message in written(language)
        if isinstance(message.id, str) and message.string
        if facts(message.id) != facts(str(message.string))
    ]
    assert changed == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_not_the_english_wording(language):
    same = [
        m.id
        for m in written(language)
        if isinstance(m.id, str) and m.id and m.string == m.id
        if re.search("[A-Za-z]{2}", re.sub(r"\{\w+\}", "", m.id))
    ]
    assert same == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_no_fuzzy_guess_and_no_exclamation_mark(language):
    for message in written(language):
        assert message.id == "" or not message.fuzzy
        assert not re.search("[!！]", str(message.string))


def test_every_member_of_a_closed_list_has_its_word_in_every_language():
    for members, shown in wording.lists().items():
        assert set(shown) == set(members)
        for language in TRANSLATED:
            assert all(words.of(language)(word) != word for word in shown.values())


def test_a_message_without_a_translation_comes_back_in_english():
    assert words.of("ja")("An unheard-of {thing}", thing="wording") == "An unheard-of wording"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_gate_refuses_is_said_in_every_language(language):
    said = [SENTENCES[code] for code in OF_THE_GATE]
    assert [s for s in said if words.of(language)(s) == s] == []
