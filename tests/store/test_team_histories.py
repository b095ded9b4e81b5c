"""Three people work on one dialogue through a folder that brings files half, twice, late and wrong.

A longer run: TEAM_HISTORIES=50 pytest tests/store/test_team_histories.py
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from histories import History, held_wordings, is_whole, of_dialogues
from shared_key import CHEAP, KEY

from dialogueprep.commands import merging, teams
from dialogueprep.domain.dialogue import DialogueId
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.merge_deciding import Decision, allowed
from dialogueprep.store import backup, conflicts, rows, sealing, team_folder, workspace
from dialogueprep.store.step import Step
from dialogueprep.store.workspace import Store

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
SEEDS = range(int(os.environ.get("TEAM_HISTORIES", "0")) or 2)
_JUNK = (
    "{stem}.sync-conflict-20260302-101010-ABCDEFG.dpchanges",
    "{stem} (conflicted copy 2026-03-02 101010).dpchanges",
    "{stem} (1).dpchanges",
    ".syncthing.{name}.tmp",
    "~syncthing~{name}.tmp",
    "{name}.part",
)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


class Lives(History):
    """Also names topics and clears them, and writes contacts that do not go."""

    def change(self, step: Step) -> None:
        chance = self.chance.random()
        if chance < 0.1:
            self._topic(step)
        elif chance < 0.2:
            self._contact(step)
        else:
            super().change(step)

    def _topic(self, step: Step) -> None:
        if not (topics := sorted(row["id"] for row in rows.select(step, "topics"))):
            self._insert(step, "topics", {"id": self._id(), "dimension": "security"})
        elif item := self._some(step, "items"):
            named = None if item["topic"] else self.chance.choice(topics)
            self._update(step, "items", item["id"], {"topic": named})

    def _contact(self, step: Step) -> None:
        if who := self._some(step, "participations"):
            said = {"family": self.chance.choice(("Sol", "Luna"))}
            if self.chance.random() < 0.5:
                said = {"email": f"{self._id()[:6]}@example.org"}
            self._update(step, "persons", who["person"], said)


@dataclass
class Engine:
    """Keeps folders in step, badly until `settle`."""

    folders: list[Path]
    chance: random.Random
    team: bytes  # the founder's file, which is there again in the end
    seen: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def stumble(self) -> None:
        """Bring some of what there is: half, late, twice, in any order, under other names."""
        for source, target in ((s, t) for s in self.folders for t in self.folders if s != t):
            for path in self.chance.sample(found := sorted(source.glob("*.dp*")), len(found)):
                self.seen[path.name] = path.read_bytes()
                if not (target / path.name).exists():
                    self._bring(path.name, target)
            self._forget(source, target)
        if self.seen and self.chance.random() < 0.4:  # an old file comes back
            self._bring(self.chance.choice(sorted(self.seen)), self.chance.choice(self.folders))

    def settle(self, owners: dict[str, Path]) -> None:
        """Bring all folders to what each owner has; what is called otherwise stays."""
        for folder in self.folders:
            for path in folder.glob(f"{'[0-9a-f]' * 32}-??????????.dpchanges"):
                if not (owners[path.name.partition("-")[0]] / path.name).exists():
                    path.unlink()
        for owner, source in owners.items():
            for path in source.glob(f"{owner}-??????????.dpchanges"):
                for target in self.folders:
                    if target != source:
                        shutil.copyfile(path, target / path.name)
        for target in self.folders:
            (target / team_folder.TEAM_FILE).write_bytes(self.team)

    def _bring(self, name: str, target: Path) -> None:
        content, how = self.seen[name], self.chance.random()
        if how < 0.2:
            (target / name).write_bytes(content[: self.chance.randint(0, len(content))])
        elif how < 0.3 and content:
            broken = bytearray(content)
            broken[self.chance.randrange(len(broken))] ^= 1
            (target / name).write_bytes(broken)
        elif how < 0.5:
            junk = self.chance.choice(_JUNK).format(name=name, stem=name.partition(".")[0])
            (target / junk).write_bytes(content[: self.chance.randint(0, len(content))])
        elif how < 0.8:
            (target / name).write_bytes(content)

    def _forget(self, source: Path, target: Path) -> None:
        for path in sorted(target.glob("*.dpchanges")):
            gone = path.name in self.seen and not (source / path.name).exists()
            if gone and self.chance.random() < 0.2:
                path.unlink()


@dataclass
class Member:
    """Somebody in the team: a workspace, a folder, and what happens to the dialogue there."""

    store: Store
    folder: Path
    history: Lives

    @property
    def installation(self) -> str:
        link = teams.teams.of(self.store, self.history.dialogue)
        assert link is not None
        return link.installation

    def work(self, times: int) -> None:
        for _ in range(times):
            with self.store.step("Change") as step:
                self.history.change(step)
            if self.history.chance.random() < 0.15:
                self._undo()

    def _undo(self) -> None:
        """Take a step back, whether or not others know of it; what it had written is let go."""
        before = {row["wording"] for row in rows.select(self.store, "notes")}
        with suppress(Trouble):  # what came from others since may stand in the way
            self.store.undo()
        after = {row["wording"] for row in rows.select(self.store, "notes")}
        self.history.notes.killed |= before - after

    def exchange(self) -> teams.Taken:
        done = teams.exchange_now(self.store, DialogueId(self.history.dialogue), DAY)
        assert done is not None
        return done


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"folder {name}" for name in "abc"]
    for each in made:
        each.mkdir()
    return made


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[list[Store]]:
    with ExitStack() as stack:
        made = [workspace.create(tmp_path / name, KEY, name) for name in "abc"]
        yield [stack.enter_context(store) for store in made]


def team(stores: list[Store], folders: list[Path], chance: random.Random) -> list[Member]:
    """Return a team that has just been founded, in which all have the dialogue."""
    dialogue = f"{chance.getrandbits(128):032x}"
    members = [
        Member(store, folder, Lives(chance, dialogue))
        for store, folder in zip(stores, folders, strict=True)
    ]
    first, *others = members
    for each in others:  # wordings are followed across all of them
        each.history.notes = first.history.notes
    with first.store.step("Begin") as step:
        first.history.begin(step)
    first.store.forget_all()  # nobody undoes that there is a dialogue
    teams.found(first.store, DialogueId(dialogue), first.folder, WORDS)
    first.exchange()
    for each in others:
        shutil.copytree(first.folder, each.folder, dirs_exist_ok=True)
        teams.join(each.store, each.folder, WORDS)
        assert each.exchange().changed
    return members


def quiet(members: list[Member], engine: Engine) -> None:
    """Let all exchange over a folder that works, until nobody has anything to write."""
    for _ in range(12):
        engine.settle({each.installation: each.folder for each in members})
        done = [each.exchange() for each in members]
        if not any(it.wrote or it.changed for it in done):
            return
    raise AssertionError("they never come to rest")


def shared(store: Store, dialogue: str) -> dict[str, list[Any]]:
    """Return the rows that all should have; contacts and places are one's own."""
    apart = ("position", "email", "phone", "remarks")
    found = of_dialogues(store, {dialogue})
    found["persons"] = list(rows.select(store, "persons", order="id"))
    return {
        t: [{c: v for c, v in row.items() if c not in apart} for row in r] for t, r in found.items()
    }


def decide(member: Member, chance: random.Random) -> None:
    found = merging.waiting(member.store)
    wanted: dict[Any, Decision] = {}
    for it in found.conflicts:
        wanted.setdefault(it.root, chance.choice(allowed(it, found.mine.rows.get(it.ref))))
    merging.settle(member.store, wanted)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bad_folder_loses_nothing_and_all_come_to_the_same(
    stores: list[Store], folders: list[Path], seed: int
) -> None:
    chance = random.Random(f"team {seed}")
    members = team(stores, folders, chance)
    engine = Engine(folders, chance, (folders[0] / team_folder.TEAM_FILE).read_bytes())
    for _ in range(6):
        for each in members:
            each.work(chance.randint(0, 3))
            if chance.random() < 0.8:
                with suppress(Trouble):  # the team's own file is broken just now
                    each.exchange()
        engine.stumble()
    quiet(members, engine)
    notes = members[0].history.notes
    for each in members:
        assert notes.heads() <= held_wordings(each.store)
        assert is_whole(each.store)
    for _ in range(30):
        waits = [each for each in members if conflicts.count(each.store)]
        if not waits:
            break
        decide(chance.choice(waits), chance)
        quiet(members, engine)
    first, *others = [shared(each.store, each.history.dialogue) for each in members]
    for other in others:
        assert other == first
    assert len(first["dialogues"]) == 1
    assert len(backup.listed(members[0].store.folder)) <= 1
