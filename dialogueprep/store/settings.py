"""The settings of a workspace, which travel with it."""

from __future__ import annotations

import json
from typing import Any

from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


def read(store: Readable, name: str, otherwise: Any = None) -> Any:
    """Return the value of a setting."""
    row = rows.one(store, "settings", name)
    return json.loads(row["value"]) if row else otherwise


def put(step: Step, name: str, value: Any) -> None:
    """Write the value of a setting; it must be made of what JSON knows."""
    rows.put(step, "settings", name, {"value": json.dumps(value, ensure_ascii=False)})
