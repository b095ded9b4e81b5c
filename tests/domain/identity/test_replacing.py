from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.identity.neutral.replacement import Replacement
from dialogueprep.domain.identity.neutral.replacing import fitted, replaced
from dialogueprep.domain.identity.neutral.wording import INSTITUTION

EN, SHORT = "an expert from Japan", "an academic"
WORDS = {
    "en": {"N": EN, "S": SHORT, "I": INSTITUTION["en"], "M": "several experts from Japan"},
    "zh": {"N": "来自中国的一位与会者", "I": INSTITUTION["zh"], "M": "几位专家"},
    "ja": {"N": "日本のある専門家", "I": INSTITUTION["ja"], "M": "複数の専門家"},
    "ko": {"N": "한국의 한 학자", "I": INSTITUTION["ko"], "M": "여러 전문가"},
}


def put(text: str, language: str = "en") -> str:
    """Put neutral words into a text in which {N} and {I} stand for a name, an institution."""
    plain, wanted = "", []
    for part in text.replace("}", "{").split("{"):
        if part in WORDS[language] and len(part) == 1:
            words = WORDS[language][part]
            heads = not plain.strip()
            words = words[0].upper() + words[1:] if heads else words
            wanted.append(Replacement(len(plain), len(plain) + 4, words))
            plain += "Ashn" if language == "en" else "名名名名"
        else:
            plain += part
    return replaced(plain, wanted)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The {N} paper is right", "The paper of an expert from Japan is right"),
        ("an {N} proposal", "a proposal of an expert from Japan"),
        ("the two {N} papers", "the two papers of an expert from Japan"),
        ("this {N} doctrine was new", "this doctrine of an expert from Japan was new"),
        ("the {N} disaster relief plan", "the disaster relief plan of an expert from Japan"),
        ("{N} proposal liked", "The proposal of an expert from Japan liked"),
        ("{N} plans to go", "An expert from Japan plans to go"),
        ("In {N}'s view, no", "In the view of an expert from Japan, no"),
        ("{N}’s two papers are short", "The two papers of an expert from Japan are short"),
        ("{N}'s idea of a desk", "An expert from Japan's idea of a desk"),
        ("{N}'s 2nd point is", "The 2nd point of an expert from Japan is"),
        ("{N}'s not sure", "An expert from Japan's not sure"),
        ("his and {N}'s view", "his and an expert from Japan's view"),
        ("{S}'s paper", "An academic's paper"),
        ("an {N}-led group met", "a group led by an expert from Japan met"),
        ("the late {N} said", "an expert from Japan said"),
        ("Our dear friend {N} said", "An expert from Japan said"),
        ("with Japanese professor {N} there", "with an expert from Japan there"),
        ("we think that {N} agreed", "we think that an expert from Japan agreed"),
        ("the {I} position", "the position of a participating institution"),
        ("a {I} professor said", "a professor from a participating institution said"),
        ("{N} and {N} agreed", "An expert from Japan and another expert from Japan agreed"),
        ("one of {M} said", "an expert from Japan said"),
        ("two of {M} said", "several experts from Japan said"),
    ],
)
def test_what_leads_or_follows_a_name_in_english_fits_the_neutral_words(
    text: str, after: str
) -> None:
    assert put(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "{N} from {I} agreed",
        "{N}, Director of Ports at {I}, agreed",
        "{N}, a lecturer at the {I}, agreed",
        "{N}, Senior Fellow, {I}, agreed",
        "{N} ({I}) agreed",
        "{N}, {I}, agreed",
        "{I}'s {N} agreed",
        "{I} Director of Studies {N} agreed",
    ],
)
def test_a_name_with_its_institution_gets_one_description(text: str) -> None:
    assert put(text) == "An expert from Japan agreed"


@pytest.mark.parametrize(
    "text", ["{N}, {I} and {I} agreed", "{I} and {N} agreed", "{N} agreed with {I}"]
)
def test_a_list_of_persons_and_institutions_stays_one(text: str) -> None:
    after = put(text).lower()
    assert EN.lower() in after and INSTITUTION["en"] in after


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        ("zh", "这位{N}认为可行", "来自中国的一位与会者认为可行"),
        ("zh", "来自{I}的{N}认为可行", "来自中国的一位与会者认为可行"),
        ("zh", "{N}（{I}）认为可行", "来自中国的一位与会者认为可行"),
        ("zh", "一位{I}的学者", "一位与会机构的学者"),
        ("zh", "{N}和{N}同意", "来自中国的一位与会者和来自中国的另一位与会者同意"),
        ("zh", "{M}中的一位说", "一位专家说"),
        ("ja", "{I}の{N}は述べた", "日本のある専門家は述べた"),
        ("ja", "日本の{N}が述べた", "日本のある専門家が述べた"),
        ("ja", "{N}（{I}）の提案", "日本のある専門家の提案"),
        ("ja", "{M}の一人は述べた", "ある専門家は述べた"),
        ("ko", "{I} {N}은 말했다", "한국의 한 학자는 말했다"),
        ("ko", "{N} 교수({I})은 말했다", "한국의 한 학자는 말했다"),
        ("ko", "그 {N}을 지지했다", "한국의 한 학자를 지지했다"),
        ("ko", "{N}과 {N}이 말했다", "한국의 한 학자와 한국의 다른 학자가 말했다"),
    ],
)
def test_particles_and_measure_words_hold(language: str, text: str, after: str) -> None:
    assert put(text, language).replace("그 한국의", "한국의") == after.replace(
        "그 한국의", "한국의"
    )


@given(st.text("abAN'，的 .,(){}Ithe of", max_size=60), st.integers(0, 40), st.integers(1, 8))
@settings(deadline=None, max_examples=60)
def test_what_is_far_from_a_passage_stays(text: str, start: int, length: int) -> None:
    it = Replacement(start, min(len(text), start + length), EN)
    if it.end > it.start:
        (found,) = fitted(text, [it])
        assert found.start <= it.start and it.end <= found.end
        assert replaced(text, [it]) == text[: found.start] + found.words + text[found.end :]
