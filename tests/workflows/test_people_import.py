"""People of files at the command line: what is printed, refused, and enters a workspace."""

import json

import pytest
from shared_key import KEY

from dialogueprep import cli
from dialogueprep.domain.newcomers import Decision, Directory, Taken
from dialogueprep.domain.people import Name, Person, PersonId
from dialogueprep.exchange.people_reader import all_people_of, open_people
from dialogueprep.store import people, workspace
from dialogueprep.workflows.people_import import compare, import_as_asked, proposed


def written(folder, text, name="list.csv"):
    (folder / name).write_text(text, "utf-8")
    return folder / name


def test_a_dry_run_is_one_json_document_and_a_refusal_has_status_1(tmp_path, capsys):
    good = written(tmp_path, "姓名,英文名,国家\n温志远,WEN Zhiyuan,中国\n")
    bad = written(tmp_path, "WEN Zhiyuan,Matsubara\n", "bad.csv")
    command = ["people", "import", str(good), str(bad), "--dry-run", "--json"]
    assert cli.run(command) == 1
    first, second = json.loads(capsys.readouterr().out)["files"]
    (who,) = first["people"]
    assert (who["family"], who["given"], who["native"], who["country"]) == (
        "Wen", "Zhiyuan", "温志远", "CN")  # fmt: skip
    assert first["refused"] is None
    assert second["people"] == []
    assert "bad.csv" in second["refused"]


def test_people_enter_a_workspace_once(tmp_path, monkeypatch):
    workspace.create(tmp_path / "w", KEY, "Test").close()
    monkeypatch.setattr("dialogueprep.workflows.people_import.opened",
                        lambda folder, _key: workspace.open(folder, KEY))  # fmt: skip
    file = written(tmp_path, "name,institution,email\nWEN Zhiyuan,MU,a@b.cn\nKURODA Aki,AB,\n")
    for _ in range(2):
        result = import_as_asked([file], dry_run=False, workspace=tmp_path / "w")
        assert result["files"][0]["taken_in"] == 2
    with workspace.open(tmp_path / "w", KEY) as store:
        names = sorted(p.name.latin for p in people.persons(store))
    assert names.count("Wen Zhiyuan") == 1


def test_a_name_alone_makes_nobody_the_same(tmp_path):
    kim = Person(id=PersonId("k"), name=Name(family="Kim", given="Minseo", native="김민서"))
    known = Directory([(kim, "Naru University")])
    file = written(tmp_path, "name,성명,소속\nKIM Minseo,김민서,Other House\n"
                             "KIM Minseo,김민서,Naru University\n")  # fmt: skip
    compared = compare(all_people_of(open_people(file)), known)
    assert [k.sure for _, k in compared if k] == [False, True]
    assert [t.decision for t in proposed(compared)] == [Decision.NEW, Decision.MERGE]
    assert all(isinstance(t, Taken) for t in proposed(compared))


@pytest.mark.parametrize("name", ["Gil-dong Hong", "Hong Gildong", "HONG Gil Dong"])
def test_spellings_and_orders_of_one_name_are_found(tmp_path, name):
    hong = Person(id=PersonId("h"), name=Name(family="Hong", given="Gil-dong"))
    file = written(tmp_path, f"name,country\n{name},Korea\n")
    ((_, known),) = compare(all_people_of(open_people(file)), Directory([(hong, "")]))
    assert known is not None
    assert known.person == hong
