"""An agenda as a whole: voices, sittings, dimensions, and who might moderate next."""

from __future__ import annotations

from dataclasses import replace

from test_whole_checks import item, seat

from dialogueprep.domain.agenda_whole import (
    minutes_by_dimension,
    next_moderator,
    shares,
    sittings,
)
from dialogueprep.domain.checks import Plan
from dialogueprep.domain.dialogue import ItemId, ItemKind
from dialogueprep.domain.library import Dimension, TopicId
from dialogueprep.domain.people import Role
from dialogueprep.domain.timetable import starts

ITEMS = [item("a"), item("b"), item("coffee", kind=ItemKind.BREAK), item("c"), item("d", day=1)]
SEATED = {
    ItemId("a"): (seat("CN", Role.MODERATOR), seat("JP", Role.PRESENTER, Role.RAPPORTEUR)),
    ItemId("b"): (seat("KR", Role.MODERATOR), seat("JP", Role.PRESENTER)),
    ItemId("d"): (seat("JP", Role.MODERATOR), seat("CN")),
}
PLAN = Plan(starts(ITEMS), SEATED)


def test_voices_are_counted_by_delegation_and_day() -> None:
    found = {v.name: v for v in shares(PLAN, lambda a: a.who.delegation, ("CN", "KR", "US"))}
    assert list(found) == ["CN", "KR", "US", "JP"]
    assert found["JP"].by_day == {0: {Role.PRESENTER: 2}, 1: {Role.MODERATOR: 1}}
    assert (found["JP"].minutes, found["US"].minutes) == (180, 0)


def test_a_sitting_lasts_until_a_pause() -> None:
    found = sittings(PLAN)
    assert [(s.day, s.minutes, len(s.items), s.too_long) for s in found] == [
        (0, 120, 2, False), (0, 60, 1, False), (1, 60, 1, False),
    ]  # fmt: skip


def test_the_time_is_shared_out_to_dimensions() -> None:
    known = {TopicId("a"): Dimension.SECURITY, TopicId("d"): Dimension.SECURITY}
    known[TopicId("b")] = Dimension.ECONOMIC
    assert minutes_by_dimension(PLAN, known) == (
        (Dimension.SECURITY, 120),
        (Dimension.ECONOMIC, 60),
    )


def test_who_moderates_least_and_not_beside_is_suggested() -> None:
    found = next_moderator(PLAN, ("KR", "JP", "CN"))
    assert found and (found.item.id, found.delegation) == ("c", "CN")
    assert dict(found.loads) == {"KR": 1, "JP": 1, "CN": 1}
    seated = {**SEATED, ItemId("c"): (seat("CN", Role.MODERATOR),)}
    assert next_moderator(replace(PLAN, seated=seated), ("KR", "JP", "CN")) is None
