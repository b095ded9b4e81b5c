"""Whatever is taken in from outside, a copy of the workspace as it was is made first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import test_library_import_commands as reports
from shared_key import CHEAP, KEY

from dialogueprep.commands import copies, houses, kits, partner_edits, templates, translations
from dialogueprep.commands import library_files as files
from dialogueprep.commands import library_import as imports
from dialogueprep.commands import people_import as people
from dialogueprep.domain.briefs.blocks import Product, Template
from dialogueprep.domain.collection import Collection
from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.drafts import Return
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.library import Dimension, Topic, TopicId
from dialogueprep.domain.newcomers import Decision, Newcomer, Taken
from dialogueprep.domain.partner_edits import Edit, EditKind
from dialogueprep.domain.people import Name, Participation, ParticipationId, Person, PersonId
from dialogueprep.domain.templates import Kept, template_of
from dialogueprep.domain.text_places import TextKind, TextPlace
from dialogueprep.domain.texts import Texts
from dialogueprep.domain.translating import Coming, Translation
from dialogueprep.store import agenda, backup, driver, sealing, settings, workspace
from dialogueprep.store import kits as store_kits
from dialogueprep.store.driver import run
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store

DAY = date(2026, 3, 2)
WORDS = "quiet harbour lantern"
NAMED = Texts.of(en="Our usual round")


def person() -> Taken:
    who = Person(id=PersonId("p new"), name=Name(family="Shen", given="Yuheng"))
    part = Participation(id=ParticipationId("new"), person=who, delegation="CN")
    return Taken(Newcomer(row=1, part=part), Decision.NEW)


def translation(it: Dialogue) -> Translation:
    place = TextPlace("dialogues", it.id, "titles", TextKind.TITLE, it.titles)
    return Translation(Coming.NEW, "k", "ko", "다른 말", place=place)


def template(store: Store, it: Dialogue) -> templates.AgendaTemplate:
    kinds = templates.words_of_kinds()
    return template_of(it, agenda.of_dialogue(store, it.id), NAMED, Kept(), kinds)


def other_library() -> Collection:
    """Return a library with one topic that is not here."""
    titles, dimension = Texts.of(ko="항만"), Dimension.ECONOMIC
    new = Topic(id=TopicId("new"), titles=titles, dimension=dimension)
    return Collection(sources=(), topics=(new,), recommendations=(), tags={})


def partner_edit(store: Store, it: Dialogue) -> Edit:
    item = agenda.of_dialogue(store, it.id)[0]
    return Edit("e", EditKind.TITLE, item.id, "", theirs="Opening in other words")


def retaken(store: Store, it: Dialogue) -> None:
    """Take in, where it is not any more, what was handed over; then merge what is there."""
    folder = store.folder.parent
    path = folder / "one.dlg"
    kits.hand_over(store, it.id, Purpose.AGENDA, path, WORDS, DAY)
    with workspace.create(folder / "away", KEY, "Away") as away:
        with store_kits.open(path, Key.passphrase(WORDS)) as kit:
            kits.take_in(away, kit, DAY)
        assert [c.before for c in backup.listed(away.folder)] == ["kit"]
        with away.step("Move") as step:
            run(step.db, "UPDATE dialogues SET first_day = '2027-01-04'")
        kits.hand_over(away, it.id, Purpose.AGENDA, folder / "two.dlg", WORDS, DAY)
    with store_kits.open(folder / "two.dlg", Key.passphrase(WORDS)) as kit:
        kits.merge(store, kit, {}, DAY)


CAME = Return(product=Product.KEY_FINDINGS, language="en", on=DAY)
IMPORTS: Mapping[str, Callable[[Store, Dialogue], object]] = {
    "partner's programme": lambda s, it: partner_edits.take_over(s, it.id, [partner_edit(s, it)]),
    "sheet of translations": lambda s, it: translations.take_in(s, it.id, [translation(it)]),
    "returned draft": lambda s, it: translations.take_over(s, it.id, [], CAME),
    "report": lambda s, _: imports.take_in_review(s, reports.accepted(reports.review()), DAY),
    "library": lambda s, _: files.take_in(s, files.preview(s, other_library())),
    "people": lambda s, _: people.take_in(s, None, [person()]),
    "agenda template": lambda s, it: templates.take_in(s, template(s, it)),
    "Word template": lambda s, _: houses.set_template(s, Template("House", ())),
    "kit": retaken,
}


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


@pytest.mark.parametrize("what", IMPORTS)
def test_a_copy_of_what_was_precedes_it(store: Store, sample: Dialogue, what: str) -> None:
    with store.step("Change") as step:
        settings.put(step, "k", "before the import")
    told: list[str] = []
    store.on_copy = lambda: told.append(what)
    IMPORTS[what](store, sample)
    (copy,) = backup.listed(store.folder)
    assert copy.before == ("merge" if what == "kit" else "import") and told
    with driver.connect(copy.path, store.db.key) as was:
        assert run(was, "SELECT value FROM settings WHERE id = 'k'") == [('"before the import"',)]
        changed = [t for t in was.table_names() if rows(was, t) != rows(store.db, t)]
    assert changed, "the copy was made after it"


def rows(db: driver.Database, table: str) -> list[tuple[object, ...]]:
    return sorted(run(db, f"SELECT * FROM {table}"), key=repr)


def test_where_nothing_has_changed_the_copy_that_is_there_will_do(store: Store) -> None:
    first = copies.copy_before(store, copies.IMPORT, DAY)
    assert copies.copy_before(store, copies.MERGE, DAY) == first
    with store.step("Change") as step:
        settings.put(step, "k", 1)
    assert copies.copy_before(store, copies.MERGE, DAY) != first
    assert len(backup.listed(store.folder)) == 2


def test_what_is_refused_makes_no_copy(store: Store, sample: Dialogue) -> None:
    with pytest.raises(Refused):
        people.take_in(store, None, [replace(person(), decision=Decision.LEAVE)])
    with pytest.raises(Refused):
        templates.take_in(store, replace(template(store, sample), items=()))
    assert translations.take_in(store, sample.id, []) == 0
    assert backup.listed(store.folder) == ()


def test_without_room_for_the_copy_nothing_is_taken_in(store: Store, tmp_path: Path) -> None:
    (store.folder / "backups").rename(tmp_path / "elsewhere")
    (store.folder / "backups").write_text("in the way")
    with pytest.raises(Exception, match="cannot-write"):
        people.take_in(store, None, [person()])
    assert run(store.db, "SELECT count(*) FROM persons") == [(0,)]
