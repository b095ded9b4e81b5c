"""Whom of the directory a newcomer may be, by the rule that likely duplicates share."""

from __future__ import annotations

from dialogueprep.domain.newcomers import Directory
from dialogueprep.domain.people import Name, Person, PersonId


def person(id_: str, native: str) -> Person:
    return Person(id=PersonId(id_), name=Name(family="Kim", given="Min-su", native=native))


def test_one_name_in_two_scripts_may_be_one_person() -> None:
    there = Directory([(person("a", "김민수"), "")])
    known = there.alike(person("b", "金敏秀"), "")
    assert known is not None and known.person.id == "a" and not known.sure


def test_two_names_of_one_script_are_two_people() -> None:
    there = Directory([(person("a", "김민수"), "")])
    assert there.alike(person("b", "김민서"), "") is None


def test_the_same_institution_makes_it_sure() -> None:
    there = Directory([(person("a", "김민수"), "Han River Centre")])
    known = there.alike(person("b", "金敏秀"), "Han River Centre")
    assert known is not None and known.sure
