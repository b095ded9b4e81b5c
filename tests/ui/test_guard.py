from __future__ import annotations

import pytest

from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.gate import Level
from dialogueprep.store import agenda
from dialogueprep.ui.guard import Guard, put
from dialogueprep.ui.session import Session
from dialogueprep.workflows.values import roster_of


def guard(session: Session, terms: Terms = Terms.RULE) -> Guard:
    assert session.dialogue is not None
    items = agenda.of_dialogue(session.store, session.dialogue)
    item = next(i for i in items if i.titles.best("en").startswith("Low birth"))
    return Guard(roster_of(session.store, session.dialogue), item.id, terms)


@pytest.mark.parametrize(
    "text",
    [
        "Ogurisu Naoto and Prof. Gu agree with Majima-san",
        "小栗栖さんは慎重だった",
        "沈昱衡教授认为可行",
        "남궁혜원 교수가 물었다",
        "the only business participant from Japan said so",
    ],
)
def test_neutral_words_leave_nothing_that_may_not_be_kept(
    sample_session: Session, text: str
) -> None:
    watch = guard(sample_session)
    assert [e for e in watch.look(text) if e.level is Level.BLOCK]
    neutral = watch.neutral(text)
    assert neutral != text
    assert not [e for e in watch.look(neutral) if e.level is Level.BLOCK]


def test_the_most_exact_that_holds_comes_first_and_the_too_exact_cannot_be_taken(
    sample_session: Session,
) -> None:
    watch = guard(sample_session)
    (found,) = watch.look("Ogurisu-san agrees")
    first, wider, narrow = watch.choices(found)
    assert (first.words, first.k, first.holds) == ("An expert from Japan", 3, True)
    assert wider.words == "A participant" and wider.holds
    assert not narrow.holds and narrow.k is not None and narrow.k < 3


def test_no_delegation_is_named_where_the_terms_allow_none(sample_session: Session) -> None:
    watch = guard(sample_session, Terms.NO_QUOTATION)
    assert watch.neutral("Ogurisu-san agrees") == "A think-tank researcher agrees"


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("沈昱衡先生表示可行", "来自东北亚的一位智库学者表示可行"),
        ("小栗栖直人氏は慎重だった", "日本のある専門家は慎重だった"),
        ("표민섭 씨는 물었다", "동북아시아의 한 싱크탱크 연구자는 물었다"),
        ("Ogurisu Naoto-sensei agrees", "An expert from Japan agrees"),
    ],
)
def test_a_form_of_address_goes_with_the_name(
    sample_session: Session, text: str, neutral: str
) -> None:
    assert guard(sample_session).neutral(text) == neutral


def test_words_without_names_stay_as_they_are(sample_session: Session) -> None:
    watch = guard(sample_session)
    assert (
        watch.neutral("Begin with training; 小さく始める。")
        == "Begin with training; 小さく始める。"
    )


def test_a_korean_particle_agrees_with_the_neutral_words(sample_session: Session) -> None:
    watch = guard(sample_session)
    assert watch.neutral("남궁혜원은 신중했다") == "동북아시아의 한 학자는 신중했다"


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("The Ashina paper is right", "The paper of an expert from Japan is right"),
        ("Namgung from Hwaseo University agreed", "An academic from Northeast Asia agreed"),
        (
            "Ms Hao, Director of Regional Routes at Yunfan Port Logistics, asked",
            "A participant from China asked",
        ),
        ("화서대 남궁혜원 교수는 신중했다", "동북아시아의 한 학자는 신중했다"),
        ("南風大学の芦名教授は賛成した", "日本のある専門家は賛成した"),
        ("顾珈宁教授（溪岚大学）认为可行", "来自东北亚的一位学者认为可行"),
        (
            "one of the two Mongolian experts doubts it",
            "an expert from Northeast Asia doubts it",
        ),
    ],
)
def test_neutral_words_fit_the_sentence_in_which_a_name_stood(
    sample_session: Session, text: str, neutral: str
) -> None:
    assert guard(sample_session).neutral(text) == neutral


def test_a_name_and_its_institution_are_offered_one_description(sample_session: Session) -> None:
    watch = guard(sample_session)
    text = "Yunfan Port Logistics' Hao asked"
    found = watch.look(text)
    mention = watch.mention(found[0], found, text)
    assert text[mention.start : mention.end] == "Yunfan Port Logistics' Hao"
    words = watch.choices(mention)[0].words
    assert words.startswith("A participant")
    assert put(text, mention, words).words == words
