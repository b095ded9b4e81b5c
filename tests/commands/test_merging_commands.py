"""What taking in another workspace does to single rows, and what decisions write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from histories import kit, of_dialogues, take
from shared_key import KEY

from dialogueprep.commands import merging
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.merge_counts import Count, Kind
from dialogueprep.domain.merge_deciding import Decision
from dialogueprep.domain.merge_plan import Reason
from dialogueprep.domain.merge_sides import Ref
from dialogueprep.store import backup, conflicts, rows, striking, workspace
from dialogueprep.store.driver import run
from dialogueprep.store.workspace import Store

TODAY = date(2026, 3, 2)
RULE = "Chatham House Rule"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """Return two workspaces with one dialogue, an item and a note in common."""
    with (
        workspace.create(tmp_path / "mine", KEY, "Mine") as mine,
        workspace.create(tmp_path / "theirs", KEY, "Theirs") as theirs,
    ):
        with mine.step("Begin") as step:
            rows.insert(step, "dialogues", {"id": "d", "first_day": "2026-05-11"})
            item = {"id": "i", "dialogue": "d", "kind": "discussion", "day": 1, "minutes": 30}
            rows.insert(step, "items", {**item, "terms": RULE})
            for row in ("n", "o"):
                rows.insert(step, "notes", note(row, "Ports first."))
        take(theirs, kit(mine))
        yield mine, theirs


def note(row: str, wording: str) -> dict[str, str]:
    said = {"id": row, "item": "i", "kind": "point", "wording": wording, "language": "en"}
    return {**said, "terms": RULE}


def write(store: Store, table: str, row: str, **values: object) -> None:
    with store.step("Write") as step:
        rows.put(step, table, row, values)


def remove(store: Store, table: str, row: str) -> None:
    with store.step("Remove") as step:
        rows.delete(step, table, row)


def wordings(store: Store) -> list[str]:
    return sorted(row["wording"] for row in rows.select(store, "notes"))


def decide(mine: Store, theirs: Store, decision: Decision, root: Ref = ("notes", "n")) -> None:
    merging.merge_side(mine, kit(theirs), {root: decision}, TODAY)


def both_changed(mine: Store, theirs: Store) -> None:
    write(mine, "notes", "n", wording="Rail first.")
    write(theirs, "notes", "n", wording="Roads first.")


def test_what_one_side_changed_is_taken(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    write(theirs, "notes", "n", wording="Rail first.")
    remove(theirs, "notes", "o")
    take(mine, kit(theirs))
    assert wordings(mine) == ["Rail first."]
    assert conflicts.count(mine) == 0


def test_what_both_changed_is_kept_twice_until_it_is_decided(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    both_changed(mine, theirs)
    take(mine, kit(theirs))
    assert wordings(mine) == ["Ports first.", "Rail first."]
    (waits,) = merging.waiting(mine).conflicts
    assert waits.reason is Reason.BOTH
    assert waits.theirs is not None and waits.theirs["wording"] == "Roads first."


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.MINE, ["Ports first.", "Rail first."]),
        (Decision.THEIRS, ["Ports first.", "Roads first."]),
        (Decision.BOTH, ["Ports first.", "Rail first.", "Roads first."]),
    ],
)
def test_a_decision_reaches_the_other_side(
    pair: tuple[Store, Store], decision: Decision, expected: list[str]
) -> None:
    mine, theirs = pair
    both_changed(mine, theirs)
    decide(mine, theirs, decision)
    assert wordings(mine) == expected
    assert conflicts.count(mine) == 0
    take(theirs, kit(mine))
    assert wordings(theirs) == expected
    assert conflicts.count(theirs) == 0
    take(mine, kit(theirs))
    assert of_dialogues(mine, {"d"}) == of_dialogues(theirs, {"d"})


def test_what_waits_is_decided_later(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    both_changed(mine, theirs)
    take(mine, kit(theirs))
    assert merging.settle(mine, {("notes", "n"): Decision.THEIRS}) == 0
    assert wordings(mine) == ["Ports first.", "Roads first."]


def test_two_wordings_of_a_text_are_joined(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    text = {"owner_table": "items", "owner": "i", "field": "titles", "language": "en"}
    write(mine, "texts", "t", **text, wording="Ports", state="original")
    take(theirs, kit(mine))
    write(mine, "texts", "t", wording="Rail")
    write(theirs, "texts", "t", wording="Roads")
    decide(mine, theirs, Decision.BOTH, ("texts", "t"))
    assert [row["wording"] for row in rows.select(mine, "texts")] == ["Rail / Roads"]


@pytest.mark.parametrize("decision", [Decision.MINE, Decision.THEIRS])
def test_a_deletion_against_a_change_is_decided(
    pair: tuple[Store, Store], decision: Decision
) -> None:
    mine, theirs = pair
    remove(mine, "notes", "o")
    write(theirs, "notes", "o", wording="Rail first.")
    take(mine, kit(theirs))
    assert wordings(mine) == ["Ports first."]
    decide(mine, theirs, decision, ("notes", "o"))
    kept = ["Rail first."] if decision is Decision.THEIRS else []
    assert wordings(mine) == ["Ports first.", *kept]
    take(theirs, kit(mine))
    assert wordings(theirs) == wordings(mine)


def test_what_is_new_below_what_was_deleted_here_says_so(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    remove(mine, "items", "i")
    write(theirs, "notes", "p", **note("p", "Roads first."))
    take(mine, kit(theirs))
    assert wordings(mine) == []
    found = merging.waiting(mine).conflicts
    assert {it.root for it in found} == {("items", "i")}
    assert {it.reason for it in found} == {Reason.PARENT_HERE}
    merging.settle(mine, {("items", "i"): Decision.THEIRS})
    assert wordings(mine) == ["Ports first.", "Ports first.", "Roads first."]


@pytest.mark.parametrize("decision", [Decision.MINE, Decision.THEIRS])
def test_what_was_deleted_there_stays_while_something_new_here_belongs_to_it(
    pair: tuple[Store, Store], decision: Decision
) -> None:
    mine, theirs = pair
    remove(theirs, "items", "i")
    write(mine, "notes", "p", **note("p", "Roads first."))
    take(mine, kit(theirs))
    assert len(wordings(mine)) == 3
    decide(mine, theirs, decision, ("items", "i"))
    assert len(wordings(mine)) == (3 if decision is Decision.MINE else 0)
    take(theirs, kit(mine))
    assert wordings(theirs) == wordings(mine)


def test_the_same_text_written_twice_is_one(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    text = {"owner_table": "items", "owner": "i", "field": "titles", "language": "zh"}
    for store, row in ((mine, "u"), (theirs, "t")):
        write(store, "texts", row, **text, wording="港口", state="translated")
    take(mine, kit(theirs))
    take(theirs, kit(mine))
    assert [row["id"] for row in rows.select(mine, "texts")] == ["t"]
    assert of_dialogues(mine, {"d"}) == of_dialogues(theirs, {"d"})
    write(mine, "texts", "t", wording="铁路")
    take(theirs, kit(mine))
    assert [row["wording"] for row in rows.select(theirs, "texts")] == ["铁路"]


def test_one_tag_made_twice_keeps_its_own_id_and_its_entries(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    for store, row in ((mine, "x"), (theirs, "y")):
        write(store, "tags", row, slug="energy")
    write(theirs, "topics", "w", dimension="economic")
    write(theirs, "entry_tags", "e", entry="w", tag="y")
    take(mine, kit(theirs))
    assert run(mine.db, "SELECT entry, tag FROM entry_tags") == [("w", "x")]
    assert run(mine.db, "SELECT id FROM tags") == [("x",)]


def test_a_closed_dialogue_refuses(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    write(theirs, "notes", "n", wording="Rail first.")
    write(mine, "dialogues", "d", phase="closed")
    assert merging.preview(mine, theirs).frozen == {"d": 1}
    with pytest.raises(Refused, match="dialogue-closed"):
        take(mine, kit(theirs))
    assert wordings(mine) == ["Ports first."] * 2
    assert backup.listed(mine.folder) == ()


def test_a_dialogue_that_was_closed_there_comes_closed(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    write(theirs, "notes", "p", **note("p", "Roads first."))
    write(theirs, "dialogues", "d", phase="closed")
    take(mine, kit(theirs))
    assert len(wordings(mine)) == 3
    assert run(mine.db, "SELECT phase FROM dialogues") == [("closed",)]


def test_no_note_comes_to_an_item_without_notes(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    write(theirs, "notes", "p", **note("p", "Roads first."))
    write(mine, "items", "i", terms="no notes")
    take(mine, kit(theirs))
    assert len(wordings(mine)) == 2
    (waits,) = merging.waiting(mine).conflicts
    assert waits.reason is Reason.NO_NOTES
    merging.settle(mine, {waits.root: Decision.THEIRS})  # not allowed: it goes on waiting
    assert len(wordings(mine)) == 2
    assert merging.settle(mine, {waits.root: Decision.MINE}) == 0


def test_a_note_that_is_private_here_supports_nothing_from_there(
    pair: tuple[Store, Store],
) -> None:
    mine, theirs = pair
    write(mine, "notes", "n", private=1)
    write(theirs, "findings", "f", dialogue="d", placed="convergent")
    write(theirs, "finding_notes", "g", finding="f", note="n")
    take(mine, kit(theirs))
    assert [it.reason for it in merging.waiting(mine).conflicts] == [Reason.PRIVATE]
    assert run(mine.db, "SELECT id FROM findings") == [("f",)]


def test_private_notes_and_settings_do_not_cross(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    write(theirs, "notes", "p", **note("p", "For me only."), private=1)
    write(theirs, "notes", "q", **note("q", "Half a sen"), draft=1)
    write(theirs, "settings", "default k", value="5")
    assert merging.preview(mine, theirs).is_nothing
    take(mine, kit(theirs))
    assert len(wordings(mine)) == 2
    assert run(mine.db, "SELECT id FROM settings") == [("name",)]


def test_a_copy_is_made_before_and_it_cannot_be_undone(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    write(theirs, "notes", "n", wording="Rail first.")
    take(mine, kit(theirs))
    assert [copy.before for copy in backup.listed(mine.folder)] == ["merge"]
    assert mine.undo() is None


def test_the_preview_counts_by_dialogue_and_kind_and_writes_nothing(
    pair: tuple[Store, Store],
) -> None:
    mine, theirs = pair
    both_changed(mine, theirs)
    remove(theirs, "notes", "o")
    write(theirs, "notes", "p", **note("p", "Roads first."))
    write(theirs, "items", "i", minutes=45)
    before = of_dialogues(mine, {"d"})
    counts = merging.preview(mine, theirs).counts
    assert counts == (
        Count("d", Kind.AGENDA, changed=1),
        Count("d", Kind.NOTES, new=1, deleted=1, conflicts=1),
    )
    assert of_dialogues(mine, {"d"}) == before


def test_a_struck_note_waits_nowhere_and_does_not_come_back(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    both_changed(mine, theirs)
    take(mine, kit(theirs))
    striking.strike(mine, ["n"], "Strike", "notes")  # pyright: ignore[reportArgumentType]
    assert conflicts.count(mine) == 0
    take(theirs, kit(mine))
    take(mine, kit(theirs))
    assert wordings(mine) == ["Ports first."]


def test_what_waits_goes_with_its_dialogue(pair: tuple[Store, Store]) -> None:
    mine, theirs = pair
    both_changed(mine, theirs)
    take(mine, kit(theirs))
    remove(mine, "dialogues", "d")
    assert conflicts.count(mine) == 0
    mine.undo()
    assert conflicts.count(mine) == 1
