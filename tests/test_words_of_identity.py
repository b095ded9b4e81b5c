"""What the product says of identity: what was searched and found, and no more than that."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from dialogueprep import paths
from dialogueprep.sentences import SENTENCES
from dialogueprep.workflows.evidence import UNSEEN

ROOT = paths.resources().parent
CATALOGUES = ROOT / "resources" / "i18n"
IDENTITY = re.compile(
    r"\b(?:identif\w+|identity|anonym\w*|no known form|who spoke|who said|speaker|traced?)\b", re.I
)
CLAIMS = {
    "en": r"\b(?:never|cannot|can ?not|can’t|impossible|prov(?:e|es|en|ing)|proof|guarantee\w*|"
    r"anonym\w*|untraceable|100 ?%)\b",
    "zh": "绝不|绝无|永不|绝对|不可能|无法识别|无法辨认|不能识别|证明|保证|确保|匿名",
    "ja": "決して|絶対|不可能|特定でき(?:ない|ません)|特定されません|証明|保証|匿名",
    "ko": "결코|절대|불가능|식별할 수 없|알아낼 수 없|특정할 수 없|증명|보장|익명",
}
BARRED = {language: re.compile(words, re.IGNORECASE) for language, words in CLAIMS.items()}


def messages(language: str) -> list[tuple[str, str]]:
    """Return each English message and its wording in a language."""
    name = "zh" if language == "en" else language
    with (CATALOGUES / name / "LC_MESSAGES" / "dialogueprep.po").open("rb") as file:
        known = [m for m in read_po(file) if m.id]
    pairs = [(_joined(m.id), _joined(m.string)) for m in known]
    return [(text, text if language == "en" else wording) for text, wording in pairs]


def _joined(text: object) -> str:
    return " ".join(text) if isinstance(text, (list, tuple)) else str(text or "")


@pytest.mark.parametrize("language", list(BARRED))
def test_no_sentence_of_the_product_promises_anything_of_identity(language: str) -> None:
    about = [(text, said) for text, said in messages(language) if IDENTITY.search(text)]
    assert len(about) > 5
    assert [said for _, said in about if BARRED[language].search(said)] == []


def test_no_refusal_promises_anything_of_identity() -> None:
    about = [text for text in map(str, SENTENCES.values()) if IDENTITY.search(text)]
    assert [text for text in about if BARRED["en"].search(text)] == []


def test_the_documentation_promises_nothing_of_identity() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    lines = [
        sentence
        for page in pages
        for sentence in re.split(r"(?<=[.:;])\s+|\n\n", page.read_text(encoding="utf-8"))
        if IDENTITY.search(sentence) and BARRED["en"].search(sentence)
    ]
    assert lines == []


@pytest.mark.parametrize("language", ["zh", "ja", "ko"])
def test_what_the_search_does_not_see_is_said_in_each_language(language: str) -> None:
    said = dict(messages(language))
    assert said.get(UNSEEN)
