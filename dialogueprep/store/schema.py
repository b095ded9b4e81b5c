"""The tables of a workspace, from the first version on.

Every table is STRICT and WITHOUT ROWID, so that nothing but its own columns can tell an
order, and every row has a random UUID as ``id`` and a random ``version`` token that changes
with the row. What was deleted leaves its id in ``tombstones``, for merging.

There is no column for a speaker and none for the time of a note.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database, Migrations

_REFERENCES = {
    "series": "series(id) ON DELETE SET NULL",
    "dialogue": "dialogues(id) ON DELETE CASCADE",
    "item": "items(id) ON DELETE CASCADE",
    "topic": "topics(id) ON DELETE CASCADE",
    "source": "sources(id) ON DELETE CASCADE",
    "passage": "passages(id) ON DELETE CASCADE",
    "tag": "tags(id) ON DELETE CASCADE",
    "person": "persons(id) ON DELETE CASCADE",
    "participation": "participations(id) ON DELETE CASCADE",
    "note": "notes(id) ON DELETE CASCADE",
    "finding": "findings(id) ON DELETE CASCADE",
}

_YES_NO = "INTEGER NOT NULL DEFAULT 0 CHECK ({0} IN (0, 1))"
_TEXT = "TEXT NOT NULL DEFAULT ''"
_LIST = "TEXT NOT NULL DEFAULT '[]' CHECK (json_valid({0}))"
_POSITION = "INTEGER NOT NULL DEFAULT 0"


def _refers(name: str) -> str:
    return f"TEXT NOT NULL REFERENCES {_REFERENCES[name]}"


TABLES: dict[str, dict[str, str]] = {
    # what is said in several languages
    "texts": {
        "owner_table": "TEXT NOT NULL",
        "owner": "TEXT NOT NULL",
        "field": "TEXT NOT NULL",
        "language": "TEXT NOT NULL",
        "wording": "TEXT NOT NULL",
        "state": "TEXT NOT NULL CHECK (state IN ('original','translated','checked','stale'))",
    },
    # the library
    "sources": {
        "title": "TEXT NOT NULL",
        "publisher": _TEXT,
        "published": "TEXT NOT NULL",
        "kind": "TEXT NOT NULL",
        "language": "TEXT NOT NULL DEFAULT 'en'",
        "sha256": "TEXT",
    },
    "passages": {
        "source": _refers("source"),
        "locator": _TEXT,
        "wording": "TEXT",
        "starts": "INTEGER",
        "ends": "INTEGER",
    },
    "topics": {
        "dimension": "TEXT NOT NULL",
        "formats": _LIST,
        "shipped": "TEXT",
    },
    "topic_questions": {"topic": _refers("topic"), "position": _POSITION},
    "recommendations": {
        "topic": _refers("topic"),
        "dimension": "TEXT NOT NULL",
        "formats": _LIST,
        "actor": "TEXT",
        "addressee": "TEXT",
        "instrument": "TEXT",
        "horizon": "TEXT",
        "maturity": "TEXT",
        "support_as_printed": "TEXT",
        "shipped": "TEXT",
    },
    "entry_passages": {
        "entry": "TEXT NOT NULL",
        "passage": _refers("passage"),
        "position": _POSITION,
    },
    "tags": {"slug": "TEXT NOT NULL"},
    "entry_tags": {"entry": "TEXT NOT NULL", "tag": _refers("tag"), "position": _POSITION},
    "ratings": {
        "subject": "TEXT NOT NULL",
        "delegation": "TEXT",
        "axis": "TEXT NOT NULL CHECK (axis IN ('sensitivity','operability'))",
        "value": "INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5)",
        "reason": _TEXT,
        "rater": _TEXT,
        "rated": "TEXT NOT NULL",
        "review_by": "TEXT",
    },
    "pairs": {
        "one": "TEXT NOT NULL",
        "other": "TEXT NOT NULL",
        "verdict": "TEXT NOT NULL CHECK (verdict IN ('variant','not the same'))",
    },
    # people
    "persons": {
        "family": "TEXT NOT NULL",
        "given": _TEXT,
        "name_order": "TEXT NOT NULL DEFAULT 'family-first'",
        "native": _TEXT,
        "reading": _TEXT,
        "address": _TEXT,
        "title": _TEXT,
        "honorific": _TEXT,
        "gender": "TEXT",
        "languages": _LIST,
        "email": _TEXT,
        "phone": _TEXT,
        "remarks": _TEXT,
    },
    "name_forms": {
        "person": _refers("person"),
        "form": "TEXT NOT NULL",
        "state": "TEXT NOT NULL CHECK (state IN ('added','off'))",
    },
    # dialogues and their agendas
    "series": {},
    "dialogues": {
        "series": f"TEXT REFERENCES {_REFERENCES['series']}",
        "round": "INTEGER",
        "first_day": "TEXT NOT NULL",
        "days": "INTEGER NOT NULL DEFAULT 1 CHECK (days >= 1)",
        "time_zone": "TEXT NOT NULL DEFAULT 'UTC'",
        "phase": "TEXT NOT NULL DEFAULT 'preparing'",
        "ceiling": "INTEGER NOT NULL DEFAULT 2 CHECK (ceiling BETWEEN 1 AND 5)",
        "k": "INTEGER NOT NULL DEFAULT 3 CHECK (k >= 1)",
        "working_language": "TEXT NOT NULL DEFAULT 'en'",
        "sample": _YES_NO,
        "destroy_notes_on": "TEXT",
    },
    "hosts": {"dialogue": _refers("dialogue"), "acronym": _TEXT, "position": _POSITION},
    "delegations": {
        "dialogue": _refers("dialogue"),
        "code": "TEXT NOT NULL",
        "region": _TEXT,
        "target": "INTEGER",
        "position": _POSITION,
    },
    "targets": {
        "dialogue": _refers("dialogue"),
        "dimension": "TEXT NOT NULL",
        "category": "TEXT NOT NULL",
        "target": "INTEGER NOT NULL",
    },
    "designations": {
        "dialogue": _refers("dialogue"),
        "language": "TEXT NOT NULL",
        "usage": "TEXT NOT NULL",
        "instead_of": _LIST,
        "settled": "INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1))",
    },
    "published": {
        "dialogue": _refers("dialogue"),
        "kind": "TEXT NOT NULL",
        "detail": _TEXT,
        "published_on": "TEXT",
    },
    "days": {
        "dialogue": _refers("dialogue"),
        "number": "INTEGER NOT NULL",
        "starts": "INTEGER NOT NULL DEFAULT 540",
        "ends": "INTEGER",
    },
    "agenda_templates": {"content": "TEXT NOT NULL CHECK (json_valid(content))"},
    "items": {
        "dialogue": _refers("dialogue"),
        "kind": "TEXT NOT NULL",
        "day": "INTEGER NOT NULL",
        "position": _POSITION,
        "minutes": "INTEGER NOT NULL CHECK (minutes > 0)",
        "lane": "INTEGER NOT NULL DEFAULT 0",
        "anchor": "INTEGER",
        "terms": "TEXT NOT NULL",
        "terms_now": "TEXT",
        "topic": "TEXT REFERENCES topics(id) ON DELETE SET NULL",
        "closed": _YES_NO,
        "keep_order": _YES_NO,
        "aside": _YES_NO,
        "actual_minutes": "INTEGER",
    },
    "item_questions": {"item": _refers("item"), "position": _POSITION},
    "item_recommendations": {
        "item": _refers("item"),
        "recommendation": "TEXT NOT NULL REFERENCES recommendations(id) ON DELETE CASCADE",
        "position": _POSITION,
    },
    "agenda_versions": {
        "dialogue": _refers("dialogue"),
        "number": "INTEGER NOT NULL",
        "circulated": "TEXT NOT NULL",
        "content": "TEXT NOT NULL",
    },
    "participations": {
        "dialogue": _refers("dialogue"),
        "person": _refers("person"),
        "delegation": "TEXT NOT NULL",
        "territory": _TEXT,
        "region": _TEXT,
        "sector": "TEXT",
        "seniority": "TEXT",
        "capacity": "TEXT NOT NULL DEFAULT 'personal'",
        "affiliation": _TEXT,
        "affiliation_acronym": _TEXT,
        "affiliation_native": _TEXT,
        "office": _TEXT,
        "standing": "TEXT NOT NULL DEFAULT 'confirmed'",
        "substitute_for": "TEXT REFERENCES participations(id) ON DELETE SET NULL",
        "listed_for_participants": "INTEGER NOT NULL DEFAULT 1",
        "listed_for_public": _YES_NO,
        "facts": _LIST,
        "arrives": "TEXT",
        "departs": "TEXT",
        "diet": _TEXT,
        "position": _POSITION,
    },
    "attendances": {
        "participation": _refers("participation"),
        "item": _refers("item"),
        "roles": _LIST,
        "silent": _YES_NO,
    },
    # what was said, and what became of it
    "notes": {
        "item": _refers("item"),
        "question": "TEXT REFERENCES item_questions(id) ON DELETE SET NULL",
        "position": _POSITION,
        "indent": "INTEGER NOT NULL DEFAULT 0",
        "kind": "TEXT NOT NULL",
        "wording": "TEXT NOT NULL",
        "language": "TEXT NOT NULL",
        "attributed_count": "TEXT",
        "attributed_delegation": "TEXT",
        "attributed_region": "TEXT",
        "attributed_sector": "TEXT",
        "attributed_broad": "TEXT",
        "terms": "TEXT NOT NULL CHECK (terms <> 'no notes')",
        "private": _YES_NO,
        "draft": _YES_NO,
        "aside": _YES_NO,
        "tags": _LIST,
        "recommendation": "TEXT REFERENCES recommendations(id) ON DELETE SET NULL",
    },
    "statements": {
        "dialogue": _refers("dialogue"),
        "item": "TEXT REFERENCES items(id) ON DELETE SET NULL",
        "participation": _refers("participation"),
        "kind": "TEXT NOT NULL CHECK (kind IN ('on the record','quoted with consent'))",
        "scope": _TEXT,
        "consented_on": "TEXT",
        "withdrawn_on": "TEXT",
        "position": _POSITION,
    },
    "findings": {
        "dialogue": _refers("dialogue"),
        "placed": "TEXT NOT NULL",
        "support": "TEXT",
        "theme": _TEXT,
        "recommendation": "TEXT REFERENCES recommendations(id) ON DELETE SET NULL",
        "relation": "TEXT",
        "position": _POSITION,
    },
    "finding_notes": {"finding": _refers("finding"), "note": _refers("note")},
    "finding_answers": {
        "finding": _refers("finding"),
        "question": "TEXT NOT NULL",
        "answer": _TEXT,
    },
    "proposals": {
        "dialogue": _refers("dialogue"),
        "instrument": _TEXT,
        "recommendation": "TEXT REFERENCES recommendations(id) ON DELETE SET NULL",
        "relation": "TEXT",
        "position": _POSITION,
    },
    # what leaves
    "drafts": {
        "dialogue": _refers("dialogue"),
        "product": "TEXT NOT NULL",
        "language": "TEXT NOT NULL",
        "number": "INTEGER NOT NULL DEFAULT 1",
        "state": "TEXT NOT NULL DEFAULT 'draft'",
    },
    "circulations": {
        "dialogue": _refers("dialogue"),
        "product": "TEXT NOT NULL",
        "number": "INTEGER NOT NULL",
        "circulated_on": "TEXT NOT NULL",
        "comments_until": "TEXT",
        "recipients": _LIST,
    },
    "decisions": {
        "dialogue": _refers("dialogue"),
        "product": "TEXT NOT NULL",
        "language": "TEXT NOT NULL",
        "kind": "TEXT NOT NULL CHECK (kind IN ('rewritten','kept'))",
        "passage_kind": "TEXT NOT NULL",
        "fingerprint": "TEXT",
        "words": "TEXT CHECK (words IS NULL OR kind = 'kept')",
        "reason": _TEXT,
    },
    "releases": {
        "dialogue": _refers("dialogue"),
        "product": "TEXT NOT NULL",
        "audience": "TEXT NOT NULL",
        "language": "TEXT NOT NULL",
        "format": "TEXT NOT NULL",
        "number": "INTEGER NOT NULL",
        "released_on": "TEXT NOT NULL",
        "file_name": "TEXT NOT NULL",
        "sha256": "TEXT NOT NULL",
        "evidence": "TEXT NOT NULL CHECK (json_valid(evidence))",
        "position": _POSITION,
    },
    # the workspace itself; the id is the name of the setting
    "settings": {"value": "TEXT NOT NULL CHECK (json_valid(value))"},
}

_UNIQUE = (
    ("texts", "owner, field, language"),
    ("attendances", "participation, item"),
    ("finding_notes", "finding, note"),
    ("tags", "slug"),
    ("days", "dialogue, number"),
)
_INDEXED = (
    ("passages", "source"),
    ("topic_questions", "topic"),
    ("recommendations", "topic"),
    ("entry_passages", "entry"),
    ("entry_tags", "entry"),
    ("ratings", "subject"),
    ("name_forms", "person"),
    ("hosts", "dialogue"),
    ("delegations", "dialogue"),
    ("items", "dialogue, day, position"),
    ("item_questions", "item"),
    ("item_recommendations", "item"),
    ("participations", "dialogue"),
    ("participations", "person"),
    ("attendances", "item"),
    ("notes", "item, position"),
    ("findings", "dialogue"),
    ("finding_notes", "note"),
    ("proposals", "dialogue"),
    ("decisions", "dialogue"),
    ("releases", "dialogue"),
)

# Rows that belong to an owner of any table go when it goes.
_OWNED = {
    "texts": ("owner", tuple(t for t in TABLES if t not in ("texts", "settings"))),
    "ratings": ("subject", ("topics", "recommendations")),
    "entry_passages": ("entry", ("topics", "recommendations")),
    "entry_tags": ("entry", ("topics", "recommendations")),
}

# A closed dialogue is frozen. Notes may still be deleted: they are destroyed on their date.
_FROZEN = ("items", "participations", "findings", "proposals", "statements")


@dataclass(frozen=True, slots=True)
class Searched:
    """What the search index reads of a table: a hit names ``kind`` and what ``id`` holds."""

    table: str
    kind: str
    columns: tuple[str, ...]
    id: str = "id"


SEARCHED = (
    Searched("persons", "person", ("family", "given", "native", "reading", "address")),
    Searched("name_forms", "person", ("form",), id="person"),
    Searched(
        "participations",
        "participation",
        ("affiliation", "affiliation_acronym", "affiliation_native", "office"),
    ),
    Searched("sources", "source", ("title", "publisher")),
    Searched("passages", "passage", ("wording",)),
    Searched("notes", "note", ("wording",)),
)
# Rows of `texts` are found as what owns them; those of other owners are not searched.
SEARCHED_OWNERS = {
    "topics": "topic",
    "topic_questions": "topic question",
    "recommendations": "recommendation",
    "dialogues": "dialogue",
    "items": "item",
    "item_questions": "question",
    "findings": "finding",
    "proposals": "proposal",
    "tags": "tag",
}

migrations = Migrations("dialogueprep")


@migrations()
def first_schema(db: Database) -> None:
    """Create all tables, their constraints and the triggers that keep them whole."""
    for name, columns in TABLES.items():
        _run(db, _table(name, columns))
    _run(
        db,
        "CREATE TABLE tombstones (id TEXT NOT NULL, table_name TEXT NOT NULL,"
        " version TEXT NOT NULL, PRIMARY KEY (id, table_name)) STRICT, WITHOUT ROWID",
    )
    for table, columns in _UNIQUE:
        _run(db, f"CREATE UNIQUE INDEX {_index(table, columns)} ON {table} ({columns})")
    for table, columns in _INDEXED:
        _run(db, f"CREATE INDEX {_index(table, columns)} ON {table} ({columns})")
    for statement in (*_owner_triggers(), *_frozen_triggers(), *_PRIVACY):
        _run(db, statement)


def _run(db: Database, statement: str) -> None:
    db.execute(statement)  # pyright: ignore[reportUnknownMemberType]


def _table(name: str, columns: dict[str, str]) -> str:
    parts = ["id TEXT PRIMARY KEY NOT NULL"]
    parts += [f"{column} {kind.format(column)}" for column, kind in columns.items()]
    parts += ["version TEXT NOT NULL DEFAULT ''"]
    return f"CREATE TABLE {name} ({', '.join(parts)}) STRICT, WITHOUT ROWID"


def _index(table: str, columns: str) -> str:
    return f"{table}_by_{columns.replace(', ', '_')}"


def _owner_triggers() -> list[str]:
    return [
        f"CREATE TRIGGER {owned}_go_with_{owner} AFTER DELETE ON {owner}"
        f" BEGIN DELETE FROM {owned} WHERE {column} = OLD.id; END"
        for owned, (column, owners) in _OWNED.items()
        for owner in owners
    ]


def _frozen_triggers() -> list[str]:
    closed = "(SELECT phase FROM dialogues WHERE id = {0}.dialogue) = 'closed'"
    of_item = (
        "(SELECT phase FROM dialogues JOIN items ON dialogues.id = items.dialogue"
        " WHERE items.id = {0}.item) = 'closed'"
    )
    frozen = [(table, closed) for table in _FROZEN] + [("notes", of_item)]
    return [
        f"CREATE TRIGGER {table}_frozen_for_{verb.lower()} BEFORE {verb} ON {table}"
        f" WHEN {condition.format(row)} BEGIN SELECT RAISE(ABORT, 'dialogue-closed'); END"
        for table, condition in frozen
        for verb, row in (("INSERT", "NEW"), ("UPDATE", "NEW"))
    ]


_PRIVACY = (
    "CREATE TRIGGER private_notes_support_nothing BEFORE INSERT ON finding_notes"
    " WHEN (SELECT private FROM notes WHERE id = NEW.note) = 1"
    " BEGIN SELECT RAISE(ABORT, 'note-is-private'); END",
    "CREATE TRIGGER supporting_notes_stay_shared BEFORE UPDATE OF private ON notes"
    " WHEN NEW.private = 1 AND EXISTS (SELECT 1 FROM finding_notes WHERE note = NEW.id)"
    " BEGIN SELECT RAISE(ABORT, 'note-supports-a-finding'); END",
    "CREATE TRIGGER no_notes_means_none BEFORE INSERT ON notes"
    " WHEN (SELECT coalesce(terms_now, terms) FROM items WHERE id = NEW.item) = 'no notes'"
    " BEGIN SELECT RAISE(ABORT, 'item-has-no-notes'); END",
)
