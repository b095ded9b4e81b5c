"""The acts by which something was destroyed for good, as the settings keep them; see `purging`."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, cast

from dialogueprep.domain.destroying import Act, Reached, Target, target_of
from dialogueprep.store import rows
from dialogueprep.store.driver import run
from dialogueprep.store.rows import Readable

ACTS = "destroyed/"
"""What the settings begin with that keep the acts; the act's own id follows."""


def acts(store: Readable) -> tuple[Act, ...]:
    """Return what was destroyed here, the last one first."""
    found = rows.select(store, "settings", f"id GLOB '{ACTS}*'", order="id")
    return tuple(sorted((act_of(json.loads(r["value"])) for r in found), key=_when, reverse=True))


def people(store: Readable) -> frozenset[str]:
    """Return the ids of people who went along with a dialogue."""
    return frozenset(person for act in acts(store) for person in act.target.people)


def last_done(store: Readable, target: Target) -> date | None:
    """Return the day on which a target was destroyed last, None if it was not."""
    asked = (
        f"SELECT max(json_extract(value, '$.on')) FROM settings WHERE id GLOB '{ACTS}*'"
        " AND json_extract(value, '$.target') = ?"
    )
    found = run(store.db, asked, [target.mark])[0][0]
    return date.fromisoformat(found) if found else None


def act_of(row: dict[str, Any]) -> Act:
    """Return an act from what the settings keep of it."""
    reached = cast("dict[str, Any]", {**row["reached"]})
    reached["missed"] = tuple(reached["missed"])
    given = {k: row[k] for k in ("id", "program", "name", "destroyed", "kept", "done")}
    return Act(
        target=target_of(row["target"]),
        on=date.fromisoformat(row["on"]),
        reached=Reached(**reached),
        **given,
    )


def _when(act: Act) -> tuple[date, str]:
    return act.on, act.id
