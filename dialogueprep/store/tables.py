"""The columns of every table of a workspace, as they are today.

`first_tables` has those of the first schema. What a later schema adds stands here, one pair of
tables for each schema, so that a workspace of any age comes to the same columns.
"""

from __future__ import annotations

from dialogueprep.store.first_tables import FIRST, LIST, POSITION, TEXT, YES_NO, refers

SECOND_COLUMNS: dict[str, dict[str, str]] = {
    "published": {"place": TEXT},  # where it stands
    # an item with consecutive interpretation takes so much of its minutes, in percent
    "items": {
        "stretch": "INTEGER NOT NULL DEFAULT 100 CHECK (stretch BETWEEN 100 AND 300)",
        "for_series": YES_NO,  # set aside for any dialogue of the series
    },
    "dialogues": {
        "checked_off": LIST,  # of the checklist before the first item
        "second_zone": TEXT,  # a time zone whose times the agenda shows too
    },
    "participations": {
        "invited_on": "TEXT",
        "answer_by": "TEXT",
        "answered_on": "TEXT",
        "travel": TEXT,
        "lodging": TEXT,
        "seat": "INTEGER",
        "photo": YES_NO,  # agrees to be in photographs that are given out
    },
}
SECOND_TABLES: dict[str, dict[str, str]] = {
    # the order of delegations or hosts in a language, where it is not that of the dialogue
    "orders": {
        "dialogue": refers("dialogue"),
        "kind": "TEXT NOT NULL CHECK (kind IN ('delegations','hosts'))",
        "language": "TEXT NOT NULL",
        "codes": LIST,
    },
    # uses of library entries in dialogues that this workspace does not keep
    "past_uses": {
        "entry": "TEXT NOT NULL",
        "dialogue": "TEXT NOT NULL",
        "item": "TEXT",
        "content": "TEXT NOT NULL CHECK (json_valid(content))",
    },
    "target_templates": {"content": "TEXT NOT NULL CHECK (json_valid(content))"},
    # what the institutions took upon themselves at the end of a dialogue
    "follow_ups": {
        "dialogue": refers("dialogue"),
        "owner": TEXT,
        "due": "TEXT",
        "done": YES_NO,
        "position": POSITION,
    },
}

THIRD_COLUMNS: dict[str, dict[str, str]] = {
    # when an item began, in minutes after midnight of its day
    "items": {"began": "INTEGER CHECK (began BETWEEN 0 AND 2879)"},
}
THIRD_TABLES: dict[str, dict[str, str]] = {}

FOURTH_COLUMNS: dict[str, dict[str, str]] = {
    # on which ground a passage was kept
    "decisions": {"ground": TEXT},
    # the guiding question that a finding answers
    "findings": {"question": "TEXT REFERENCES item_questions(id) ON DELETE SET NULL"},
    # the language of the draft that was circulated, and the order of what went out
    "circulations": {"language": TEXT, "position": POSITION},
}
FOURTH_TABLES: dict[str, dict[str, str]] = {
    # drafts that came back: how many edits became what, and nothing of whose they were
    "returns": {
        "dialogue": refers("dialogue"),
        "product": "TEXT NOT NULL",
        "language": "TEXT NOT NULL",
        "returned_on": "TEXT NOT NULL",
        "accepted": "INTEGER NOT NULL DEFAULT 0",
        "edited": "INTEGER NOT NULL DEFAULT 0",
        "declined": "INTEGER NOT NULL DEFAULT 0",
        "noted": "INTEGER NOT NULL DEFAULT 0",
        "position": POSITION,
    },
}

_ADDED = (SECOND_COLUMNS, THIRD_COLUMNS, FOURTH_COLUMNS)
_SINCE_FIRST = {**FIRST, **SECOND_TABLES, **THIRD_TABLES, **FOURTH_TABLES}

TABLES: dict[str, dict[str, str]] = {
    name: {**columns, **{c: kind for added in _ADDED for c, kind in added.get(name, {}).items()}}
    for name, columns in _SINCE_FIRST.items()
}
