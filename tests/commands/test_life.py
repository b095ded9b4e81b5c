"""The life of a dialogue: what is closed is frozen, and what was destroyed stays away."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from shared_key import CHEAP, KEY

from dialogueprep.commands import (
    agenda as agenda_commands,
)
from dialogueprep.commands import (
    designations,
    drafts,
    findings,
    follow_ups,
    life,
    merging,
    notes,
    people,
    running,
    targets,
    teams,
    versions,
)
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import kits as kit_commands
from dialogueprep.domain.briefs.blocks import Product
from dialogueprep.domain.destroying import Order, Target, What
from dialogueprep.domain.dialogue import Dialogue, Phase, Terms
from dialogueprep.domain.drafts import Circulation
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.follow_ups import FollowUp, FollowUpId
from dialogueprep.domain.kits import Purpose
from dialogueprep.domain.life import is_believable
from dialogueprep.domain.targets import Dimension
from dialogueprep.domain.targets import Target as Aim
from dialogueprep.domain.texts import Texts
from dialogueprep.store import (
    agenda,
    backup,
    dialogues,
    kits,
    library_use,
    lives,
    merge_sides,
    purging,
    rows,
    sealing,
    team_folder,
    workspace,
)
from dialogueprep.store import findings as stored_findings
from dialogueprep.store import notes as stored_notes
from dialogueprep.store import people as stored_people
from dialogueprep.store import teams as stored_teams
from dialogueprep.store.keys import Key
from dialogueprep.store.workspace import Store
from dialogueprep.workflows import values

TODAY = date(2026, 11, 22)
WORDS = "quiet harbour lantern"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "USUAL", CHEAP)


def now(store: Store, sample: Dialogue) -> Dialogue:
    return dialogues.read(store, sample.id)


def noted(store: Store, sample: Dialogue) -> int:
    return len(stored_notes.of_dialogue(store, sample.id))


def order(sample: Dialogue, what: What) -> Order:
    return Order(Target(what, sample.id))


def closed(store: Store, sample: Dialogue) -> None:
    life.close(store, sample.id, TODAY, TODAY + timedelta(days=30))


# what is closed -------------------------------------------------------------------------------


def changes(store: Store, sample: Dialogue) -> dict[str, Callable[[], object]]:
    """Return commands of every kind that change a dialogue."""
    items = agenda.of_dialogue(store, sample.id)
    item = next(i for i in items if i.questions)
    taken = stored_notes.of_dialogue(store, sample.id)[0]
    found = stored_findings.of_dialogue(store, sample.id)
    finding = next(f for f in found if f.notes)
    somebody = stored_people.participations(store, sample.id)[0]
    told = FollowUp(id=FollowUpId("f"), dialogue=sample.id, texts=Texts.of(en="Meet again."))
    sent = Circulation(product=Product.MEETING_BRIEF, language="en", number=1, on=TODAY)
    question = replace(item.questions[0], texts=told.texts)
    return {
        "names": lambda: dialogue_commands.change(store, replace(sample, names=told.texts)),
        "days": lambda: dialogue_commands.change(store, replace(sample, days=sample.days + 1)),
        "hosts": lambda: dialogue_commands.change(store, replace(sample, hosts=sample.hosts[1:])),
        "delegation": lambda: designations.set_labels(
            store, sample, sample.delegations[0].code, told.texts
        ),
        "phase": lambda: dialogue_commands.move_to(store, sample, Phase.DRAFTING),
        "session": lambda: life.begin(store, sample.id, TODAY),
        "item": lambda: agenda_commands.change_item(store, replace(item, minutes=7)),
        "question": lambda: agenda_commands.change_item(
            store, replace(item, questions=(question, *item.questions[1:]))
        ),
        "new item": lambda: agenda_commands.duplicate(store, item),
        "no item": lambda: agenda_commands.remove(store, [item.id]),
        "terms": lambda: agenda_commands.stricter_from_here(store, item, Terms.NO_NOTES),
        "note": lambda: notes.change(store, sample, replace(taken, text="Otherwise")),
        "no note": lambda: notes.remove(store, [taken.id]),
        "finding": lambda: findings.change(store, replace(finding, texts=told.texts)),
        "new finding": lambda: findings.add(store, sample.id, finding.column, told.texts),
        "rests": lambda: findings.no_longer_rest_on(store, finding, finding.notes),
        "no finding": lambda: findings.remove(store, [finding.id]),
        "context": lambda: findings.write_contexts(store, sample, told.texts),
        "participant": lambda: people.change_participant(
            store, sample.id, replace(somebody, territory="Another")
        ),
        "nobody": lambda: people.remove_participants(store, [somebody.id]),
        "target": lambda: targets.set_target(
            store, sample.id, Aim(dimension=Dimension.SECTOR, category="media", wanted=3)
        ),
        "follow-up": lambda: follow_ups.add(store, told),
        "version": lambda: versions.circulate(store, sample.id, TODAY),
        "draft": lambda: drafts.circulate(store, sample.id, sent),
        "clock": lambda: running.start(
            store, sample.id, item.id, running.Moment(sample.first_day, 36_000)
        ),
    }


def test_every_change_of_a_closed_dialogue_is_refused_and_changes_nothing(
    store: Store, sample: Dialogue
) -> None:
    closed(store, sample)
    sample = now(store, sample)
    before = {ref: dict(row) for ref, row in merge_sides.read(store).rows.items()}
    for name, change in changes(store, sample).items():
        with pytest.raises(Refused, match="dialogue-closed"):
            change()
            raise AssertionError(name)
    assert merge_sides.read(store).rows == before


def test_a_closed_dialogue_is_not_removed(store: Store, sample: Dialogue) -> None:
    closed(store, sample)
    with pytest.raises(Refused, match="closed-dialogue-stays"):
        dialogue_commands.remove(store, sample.id)


def test_closing_undoes_and_reopening_needs_a_reason_that_is_kept(
    store: Store, sample: Dialogue
) -> None:
    closed(store, sample)
    store.undo()
    assert now(store, sample) == sample
    closed(store, sample)
    with pytest.raises(Refused, match="reason"):
        life.reopen(store, sample.id, "  ", TODAY)
    life.reopen(store, sample.id, "A host asks for a correction", TODAY)
    it = lives.read(store, sample.id)
    assert it.phase is Phase.DRAFTING and it.moved[-1].reason == "A host asks for a correction"
    dialogue_commands.change(store, replace(now(store, sample), days=4))


def test_the_session_begins_by_itself_with_its_first_item(store: Store, sample: Dialogue) -> None:
    life.prepare(store, sample.id, TODAY)
    item = next(i for i in agenda.of_dialogue(store, sample.id) if not i.closed)
    running.start(store, sample.id, item.id, running.Moment(sample.first_day, 36_000))
    it = lives.read(store, sample.id)
    assert (it.phase, it.moved[-1].on) == (Phase.IN_SESSION, sample.first_day)
    store.undo()
    assert lives.read(store, sample.id).phase is Phase.PREPARING


# the date -------------------------------------------------------------------------------------


def test_a_reminder_comes_a_week_before_and_stays_until_it_is_done(
    store: Store, sample: Dialogue
) -> None:
    due = TODAY + timedelta(days=30)
    life.close(store, sample.id, TODAY, due)
    it = lives.read(store, sample.id)
    assert it.closed_on == TODAY and it.days_left(TODAY) is None
    left = [it.days_left(due + timedelta(days=n)) for n in (-8, -7, 0, 3)]
    assert left == [None, 7, 0, -3]
    life.destroy(store, order(sample, What.NOTES), due)
    it = lives.read(store, sample.id)
    assert (it.destroyed_on, it.destroy_on) == (due, None)


def test_a_clock_that_jumped_is_not_believed(store: Store) -> None:
    backup.copy(store.db, store.folder, TODAY)
    assert life.date_is_believable(store, TODAY + timedelta(days=90))
    assert not life.date_is_believable(store, TODAY - timedelta(days=1))
    assert not life.date_is_believable(store, TODAY + timedelta(days=500))
    assert is_believable(TODAY, None)


def test_the_house_says_after_how_many_days(store: Store) -> None:
    assert lives.usual_days(store) == 30
    life.set_usual_days(store, 90)
    assert lives.usual_days(store) == 90


def test_notes_that_are_still_at_work_are_not_destroyed(store: Store, sample: Dialogue) -> None:
    life.begin(store, sample.id, TODAY)
    with pytest.raises(Refused, match="notes-before-drafting"):
        life.destroy(store, order(sample, What.NOTES), TODAY)


# what findings keep ----------------------------------------------------------------------------


def test_findings_keep_all_that_documents_and_the_library_ask_of_their_notes(
    store: Store, sample: Dialogue
) -> None:
    finding = next(f for f in stored_findings.of_dialogue(store, sample.id) if f.notes)
    with store.step("Under strict terms") as step:
        rows.update(step, "notes", finding.notes[0], {"terms": Terms.NO_QUOTATION.value})
    before = values.roster_of(store, sample.id)
    assert str(finding.id) in before.undescribed and before.origins
    used = {(u.entry, u.item): u.ended for u in library_use.uses(store)}
    life.draft(store, sample.id, TODAY)
    life.destroy(store, order(sample, What.NOTES), TODAY)
    assert noted(store, sample) == 0
    after = values.roster_of(store, sample.id)
    assert after.undescribed == before.undescribed
    assert {f: set(i) for f, i in after.origins.items()} == {
        f: set(i) for f, i in before.origins.items()
    }
    assert {(u.entry, u.item): u.ended for u in library_use.uses(store)} == used
    assert stored_findings.of_dialogue(store, sample.id)[0].texts


# what does not come back ------------------------------------------------------------------------


def kit(store: Store, sample: Dialogue, into: Path, purpose: Purpose = Purpose.WHOLE) -> Path:
    return kit_commands.hand_over(store, sample.id, purpose, into, WORDS, TODAY).path


@pytest.fixture
def elsewhere(store: Store, sample: Dialogue, tmp_path: Path) -> Iterator[Store]:
    """Return another workspace that has the dialogue, and has changed all its notes since."""
    away = kit(store, sample, tmp_path / "away" / "kit.dlg")
    with workspace.create(tmp_path / "elsewhere", KEY, "Elsewhere") as other:
        with kits.open(away, Key.passphrase(WORDS)) as opened:
            kit_commands.take_in(other, opened, TODAY)
        for note in stored_notes.of_dialogue(other, sample.id):
            with other.step("Change") as step:
                stored_notes.put(step, replace(note, text="Changed elsewhere"))
        yield other


def test_destroyed_notes_come_back_with_no_kit_though_they_were_changed_elsewhere(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path
) -> None:
    life.draft(store, sample.id, TODAY)
    life.destroy(store, order(sample, What.NOTES), TODAY)
    back = kit(elsewhere, sample, tmp_path / "back.dlg")
    with kits.open(back, Key.passphrase(WORDS)) as opened:
        kit_commands.merge(store, opened, {}, TODAY)
    assert noted(store, sample) == 0 and not merging.waiting(store).conflicts


def test_what_was_destroyed_here_is_not_deleted_elsewhere_by_a_kit(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path
) -> None:
    before = noted(elsewhere, sample)
    life.draft(store, sample.id, TODAY)
    life.destroy(store, order(sample, What.NOTES), TODAY)
    with kits.open(kit(store, sample, tmp_path / "next.dlg"), Key.passphrase(WORDS)) as opened:
        kit_commands.merge(elsewhere, opened, {}, TODAY)
    assert noted(elsewhere, sample) == before
    assert lives.read(elsewhere, sample.id).phase is Phase.DRAFTING


def test_a_purged_dialogue_comes_back_with_no_kit(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path
) -> None:
    life.destroy(store, order(sample, What.DIALOGUE), TODAY)
    back = kit(elsewhere, sample, tmp_path / "back.dlg")
    with kits.open(back, Key.passphrase(WORDS)) as opened:
        with pytest.raises(Refused, match="dialogue-destroyed"):
            kit_commands.take_in(store, opened, TODAY)
        found = kit_commands.preview(store, opened)
    assert not [ref for ref in found.plan.puts if ref[0] in ("dialogues", "items", "notes")]
    assert not found.conflicts
    assert noted(elsewhere, sample)


def test_a_kit_made_while_undo_is_asked_for_stays_known(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    made = kit(store, sample, tmp_path / "kit.dlg")
    while store.undo():
        pass
    assert [k.path for k in life.preview(store, order(sample, What.DIALOGUE).target).kits] == [
        made.resolve()
    ]


def test_what_went_home_stays_in_the_library(store: Store, sample: Dialogue) -> None:
    from dialogueprep.commands import bring_home

    life.draft(store, sample.id, TODAY)
    found = stored_findings.of_dialogue(store, sample.id)
    topics = bring_home.topics_for(store, sample, found)
    ready = [f for f in found if f.id in topics]
    (entry, *_) = bring_home.bring_home(store, now(store, sample), ready)
    act = life.destroy(store, order(sample, What.DIALOGUE), TODAY)
    assert rows.one(store, "recommendations", entry)
    assert act.done and act.destroyed["findings"] == len(found) and act.kept["past_uses"]
    assert purging.acts(store) == (act,)


def test_a_purge_leaves_the_team_of_a_dialogue_and_takes_its_files_along(
    store: Store, sample: Dialogue, tmp_path: Path
) -> None:
    (tmp_path / "shared").mkdir()
    teams.found(store, sample.id, tmp_path / "shared", WORDS)
    teams.exchange_now(store, sample.id, TODAY)
    link = stored_teams.of(store, sample.id)
    assert link
    (mine,) = team_folder.own_files(link.folder, link.installation)
    for name in ("{}.sync-conflict-1.dpchanges", "{} (conflicted copy).dpchanges"):
        shutil.copy(mine.path, mine.path.with_name(name.format(mine.path.stem)))
    shutil.copy(mine.path, mine.path.with_name(f".syncthing.{mine.path.name}.tmp"))
    act = life.destroy(store, order(sample, What.DIALOGUE), TODAY)
    assert [path.name for path in link.folder.iterdir()] == [team_folder.TEAM_FILE]
    assert act.reached.team and not act.reached.shared_left
    with pytest.raises(Refused, match="dialogue-destroyed"):
        teams.join(store, tmp_path / "shared", WORDS)


@pytest.mark.parametrize("empty_mount", [False, True])
def test_a_team_folder_that_was_away_when_notes_were_destroyed_is_reached_later(
    store: Store, sample: Dialogue, tmp_path: Path, empty_mount: bool
) -> None:
    shared, away = tmp_path / "shared", tmp_path / "away"
    shared.mkdir()
    teams.found(store, sample.id, shared, WORDS)
    teams.exchange_now(store, sample.id, TODAY)
    link = stored_teams.of(store, sample.id)
    assert link
    shared.rename(away)
    if empty_mount:
        shared.mkdir()
    life.draft(store, sample.id, TODAY)
    act = life.destroy(store, order(sample, What.NOTES), TODAY)
    assert act.reached.team and act.reached.shared_left and not act.done
    assert team_folder.own_files(away, link.installation)
    if empty_mount:
        shared.rmdir()
    away.rename(shared)
    purging.go_on(store)
    (act,) = purging.acts(store)
    assert act.reached.team and not act.reached.shared_left and act.done
    assert not team_folder.own_files(shared, link.installation)
    assert not purging.is_unfinished(store.db)


def test_what_waits_to_be_decided_on_goes_with_its_notes(
    store: Store, elsewhere: Store, sample: Dialogue, tmp_path: Path
) -> None:
    for note in stored_notes.of_dialogue(store, sample.id):
        with store.step("Change") as step:
            stored_notes.put(step, replace(note, text="Changed here"))
    back = kit(elsewhere, sample, tmp_path / "back.dlg")
    with kits.open(back, Key.passphrase(WORDS)) as opened:
        kit_commands.merge(store, opened, {}, TODAY)
    assert merging.waiting(store).conflicts
    life.draft(store, sample.id, TODAY)
    act = life.destroy(store, order(sample, What.NOTES), TODAY)
    assert not merging.waiting(store).conflicts and act.destroyed["conflicts"]
