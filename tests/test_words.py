"""The catalogues: compiled as written, complete, true to their facts, one word for one thing."""

from __future__ import annotations

import ast
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
def said() -> frozenset[str | tuple[str, ...]]:
    """Every message of the program: window, command line, documents, the gate."""
    found = extract_from_dir(ROOT / "dialogueprep", keywords=MARKS)
    return frozenset(message for _, _, message, _, _ in found if message)


def wordings(entry: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else tuple(entry)


KEYS = re.compile(
    r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z][a-z]*|\d|\.)|\b(?:Enter|Esc|Down|Space)\b", re.ASCII
)
SAME_EVERYWHERE = {
    "SHA-256",
    "{n} KB",
    "{n} MB",
    "US Letter",
    ".csv",
    ".xlsx",
    "ASEAN+3",
    "JSON",
    "PDF",
    "Word",
}
"""Names that are written in Latin letters in all four languages."""


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
def test_every_message_is_translated(language):
    catalogue = written(language)
    missing = [
        message
        for message in said()
        if not (entry := catalogue.get(message)) or not all(wordings(entry.string))
    ]
    assert sorted(map(str, missing)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_only_what_is_said(language):
    kept = {m.id if isinstance(m.id, str) else tuple(m.id) for m in written(language) if m.id}
    assert sorted(map(str, kept - said())) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_facts_of_its_message(language):
    changed = [
        message.id
        for message in written(language)
        for wording in wordings(message.string)
        if wording and message.id
        if facts(wordings(message.id)[-1]) != facts(wording)
    ]
    assert changed == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_not_the_english_wording(language):
    same = [
        m.id
        for m in written(language)
        if m.id and m.id not in SAME_EVERYWHERE
        if wordings(m.string)[0] in wordings(m.id)
        if re.search("[A-Za-z]{2}", re.sub(r"\{\w+\}", "", wordings(m.id)[0]))
    ]
    assert same == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_leaves_the_keys_as_they_are(language):
    lost = [
        m.id
        for m in written(language)
        if m.id
        for wording in wordings(m.string)
        if set(KEYS.findall(wordings(m.id)[-1])) != set(KEYS.findall(wording))
    ]
    assert lost == []


SET_APART = {
    "INVENTED SAMPLE",
    *(f"{role} {{codes}}" for role in ("Chair", "Chairs", "Moderator", "Moderators")),
    *(f"{role} {{codes}}" for role in ("Presenter", "Presenters")),
}
"""Two languages side by side, and a label before what it is a label of."""
EASTERN = "[\u3001-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]"
SPACED = re.compile(rf"{EASTERN} +[a-zA-Z0-9.{{}}]|[a-zA-Z0-9.{{}}] +{EASTERN}")


@pytest.mark.parametrize("language", ["zh", "ja"])
def test_no_space_stands_beside_a_chinese_or_japanese_letter(language):
    """Latin words, digits and facts stand close, as the window and documents set them."""
    spaced = [
        wording
        for message in written(language)
        for wording in wordings(message.string)
        if message.id and wordings(message.id)[0] not in SET_APART
        if SPACED.search(wording)
    ]
    assert spaced == []


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
    sentences = [SENTENCES[code] for code in OF_THE_GATE]
    assert [s for s in sentences if words.of(language)(s) == s] == []


def test_large_counts_are_grouped_and_words_are_left_as_they_are():
    said = words.of("en")
    assert words.ntr("{n} topic", "{n} topics", 25_063) == "25,063 topics"
    assert said("{n} of {all}", n=9_999, all=10_000) == "9999 of 10,000"
    assert said("{name}, {yes}", name="12345", yes=True) == "12345, True"


def test_lists_and_sentences_are_joined_as_each_language_joins_them():
    joined = {}
    for language in LANGUAGES:
        words.use(language)
        joined[language] = (
            words.listed(("CN", "JP")), words.clauses(("1", "", "2")), words.sentences(("A.", "B."))
        )  # fmt: skip
    words.use("en")
    assert joined == {
        "en": ("CN, JP", "1, 2", "A. B."),
        "zh": ("CN、JP", "1，2", "A.B."),
        "ja": ("CN、JP", "1、2", "A.B."),
        "ko": ("CN, JP", "1, 2", "A. B."),
    }


def test_no_message_stands_where_the_extraction_does_not_see_it():
    """Babel passes over a call inside an f-string."""
    known = {wordings(message)[0] for message in said()}
    unseen = [
        (file.name, call.lineno)
        for file in (ROOT / "dialogueprep").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and call.args
        if getattr(call.func, "id", getattr(call.func, "attr", "")) in MARKS
        if isinstance(call.args[0], ast.JoinedStr)
        or (
            isinstance(message := getattr(call.args[0], "value", None), str)
            and message
            and message not in known
        )
    ]
    assert unseen == []
