"""The fields of letters, and what they stand for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from built_people import participant

from dialogueprep.domain.dialogue import (
    AgendaItem,
    Dialogue,
    DialogueId,
    Host,
    HostId,
    ItemId,
    ItemKind,
)
from dialogueprep.domain.letters import (
    FIELDS,
    LATIN,
    LetterKind,
    Occasion,
    language_for,
    letter,
    unresolved,
    values_of,
)
from dialogueprep.domain.people import Attendance, Capacity, Invitation, Name, Role
from dialogueprep.domain.texts import LANGUAGES, Language, Texts
from dialogueprep.domain.timetable import starts
from dialogueprep.exchange.letter_reader import usual_letters

DIALOGUE = Dialogue(
    id=DialogueId("d"),
    names=Texts.of(en="Round 2", zh="第二轮", ja="第2回", ko="제2차"),
    titles=Texts.of(en="Ports and care", zh="港口与照护", ja="港湾と介護", ko="항만과 돌봄"),
    place=Texts.of(en="Otaru", zh="小樽", ja="小樽", ko="오타루"),
    first_day=date(2026, 11, 12),
    days=2,
    hosts=(Host(id=HostId("h"), names=Texts.of(en="Minami Institute", ja="水波研究所")),),
)
ITEM = AgendaItem(
    id=ItemId("i"),
    dialogue=DIALOGUE.id,
    kind=ItemKind.DISCUSSION,
    titles=Texts.of(en="Ports", ja="港湾"),
    day=0,
    minutes=90,
)
WHO = replace(
    participant("a", languages=("ja", "en")), invitation=Invitation(answer_by=date(2026, 10, 1))
)
OCCASION = Occasion(
    dialogue=DIALOGUE,
    today=date(2026, 9, 1),
    slots=starts([ITEM]).slots,
    attendances=(Attendance(participation=WHO.id, item="i", roles=frozenset({Role.MODERATOR})),),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_usual_letters_name_known_fields_only(kind: LetterKind, language: Language) -> None:
    made = letter(WHO, usual_letters()[kind].get(language) or "", language, OCCASION)
    assert made.text
    assert (made.missing, made.unknown) == ((), ())
    assert unresolved(made.text) == ()


def test_every_field_that_is_offered_has_a_value() -> None:
    assert values_of(WHO, "en", OCCASION).keys() == FIELDS.keys()


def test_dates_are_written_as_the_language_writes_them() -> None:
    assert values_of(WHO, "en", OCCASION)["answer_by"] == "1 October 2026"
    assert values_of(WHO, "ko", OCCASION)["answer_by"] == "2026년 10월 1일"


def test_roles_and_programme_are_those_of_the_person() -> None:
    values = values_of(WHO, "en", OCCASION)
    assert values["roles"] == "Moderator (Ports)"
    assert "09:00–10:30\tPorts" in values["programme"]
    assert values_of(participant("b"), "en", OCCASION)["roles"] == ""


def test_a_line_of_empty_fields_is_left_out_and_a_wrong_field_is_told() -> None:
    made = letter(WHO, "{position}\n{institution}\nHello {nmae}", "en", OCCASION)
    assert made.text == "Hello {nmae}"
    assert made.unknown == ("nmae",)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(LetterKind))
def test_the_usual_letters_do_without_place_hosts_and_dates(
    kind: LetterKind, language: Language
) -> None:
    bare = replace(OCCASION, dialogue=replace(DIALOGUE, place=Texts(), hosts=(), titles=Texts()),
                   slots=(), attendances=())  # fmt: skip
    made = letter(participant("b"), usual_letters()[kind].get(language) or "", language, bare)
    assert made.missing == ()
    assert {"place", "hosts"} <= set(made.left_out)
    assert not re.search(r"[\[\]{}|]|  |\( ?\)|（）| ,|\n\n\n|[、，]{2}|held on on", made.text)
    assert "“Round 2” (Round 2)" not in made.text


def test_a_position_in_another_language_does_not_stand_in_an_address() -> None:
    who = replace(WHO, affiliation=replace(WHO.affiliation, position="Senior Fellow"))
    assert letter(who, "{position}\nx", "en", OCCASION).text == "Senior Fellow\nx"
    there = letter(who, "{position}\nx", "ja", OCCASION)
    assert (there.text, there.left_out) == ("x", ("position",))


def test_words_in_square_brackets_depend_on_their_fields() -> None:
    template = "Come[ to {place}][ by {answer_by}| soon] [sic] {institution|}"
    made = letter(participant("b"), template, "en", OCCASION)
    assert made.text == "Come to Otaru soon [sic] {institution|}"
    assert made.left_out == ("answer_by",)
    assert letter(WHO, "[By {nmae}]", "en", OCCASION).unknown == ("nmae",)


@pytest.mark.parametrize(
    ("capacity", "said"),
    [
        (Capacity.PERSONAL, "in your personal capacity"),
        (Capacity.INSTITUTION, "as a representative of your institution"),
        (Capacity.OBSERVER, "as an observer"),
    ],
)
def test_a_letter_says_the_capacity_of_the_person(capacity: Capacity, said: str) -> None:
    usual = usual_letters()[LetterKind.INVITATION].get("en") or ""
    made = letter(replace(WHO, capacity=capacity), usual, "en", OCCASION)
    assert f"You would take part {said}. The" in made.text
    staff = letter(replace(WHO, capacity=Capacity.STAFF), usual, "en", OCCASION)
    assert "take part" not in staff.text


def test_a_date_that_is_not_known_is_missing() -> None:
    made = letter(participant("b"), "By {answer_by}", "en", OCCASION)
    assert made.missing == ("answer_by",)


def test_the_first_language_that_letters_have_is_taken() -> None:
    assert language_for(WHO, DIALOGUE) == "ja"
    assert language_for(participant("b", languages=("th", "ko")), DIALOGUE) == "ko"
    assert language_for(participant("c", languages=("th",)), DIALOGUE) == "en"


def test_an_english_letter_says_that_a_name_is_known_in_characters_only() -> None:
    eastern = participant("b", "JP", name=Name(family="髙橋", given="美咲", native="髙橋 美咲"))
    both = participant("c", "JP", name=Name(family="Takahashi", given="Misaki", native="髙橋美咲"))
    words = "{addressee}\n\n{salutation}"
    assert letter(eastern, words, "en", OCCASION).left_out == (LATIN,)
    assert letter(eastern, "{title}", "en", OCCASION).left_out == ()
    assert letter(eastern, words, "ja", OCCASION).left_out == ()
    assert letter(both, words, "en", OCCASION).left_out == ()


RULE = {
    "en": "Chatham House Rule", "zh": "查塔姆宫规则", "ja": "チャタムハウス・ルール",
    "ko": "채텀하우스 규칙",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [LetterKind.INVITATION, LetterKind.THANKS])
def test_the_rule_is_called_in_letters_as_it_is_in_documents(
    kind: LetterKind, language: Language
) -> None:
    assert RULE[language] in (usual_letters()[kind].get(language) or "")
    assert "'" not in (usual_letters()[kind].get(language) or "")
