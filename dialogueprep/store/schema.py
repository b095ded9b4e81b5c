"""The schema of a workspace, version after version: `tables`, constraints and triggers.

Every table is STRICT and WITHOUT ROWID, so that nothing but its own columns can tell an
order, and every row has a random UUID as ``id`` and a random ``version`` token that changes
with the row. What was deleted leaves its id in ``tombstones``, for merging. ``_lineage`` holds the
versions of a row that ever left the workspace or came into it, and ``_renamed`` the ids under which
others know a row; neither can be undone, since what left cannot be called back. ``_teams`` holds
through which folder a dialogue is shared; no undo touches it either.

There is no column for a speaker and none for the time of a note.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from dialogueprep.store.first_tables import FIRST
from dialogueprep.store.tables import (
    FOURTH_COLUMNS,
    FOURTH_TABLES,
    SECOND_COLUMNS,
    SECOND_TABLES,
    THIRD_COLUMNS,
    THIRD_TABLES,
)

_UNIQUE = (
    ("texts", "owner, field, language"),
    ("attendances", "participation, item"),
    ("finding_notes", "finding, note"),
    ("tags", "slug"),
    ("days", "dialogue, number"),
)
_INDEXED = (
    ("texts", "owner_table, owner, field, language"),
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
    "texts": ("owner", tuple(t for t in FIRST if t not in ("texts", "settings"))),
    "ratings": ("subject", ("topics", "recommendations")),
    "entry_passages": ("entry", ("topics", "recommendations")),
    "entry_tags": ("entry", ("topics", "recommendations")),
}

# A closed dialogue is frozen. Notes may still be deleted: they are destroyed on their date.
_OWNING = ("items", "findings", "proposals", "statements")
_FROZEN = ("items", "participations", "findings", "proposals", "statements")

# The titles of all topics in one place: a list of very many is read without their other texts.
_TITLES = (
    "CREATE INDEX titles_of_topics ON texts (owner, language, state, wording)"
    " WHERE owner_table = 'topics' AND field = 'title'"
)


migrations = Migrations("dialogueprep")


@migrations()
def first_schema(db: Database) -> None:
    """Create all tables, their constraints and the triggers that keep them whole."""
    for name, columns in FIRST.items():
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


@migrations()
def second_schema(db: Database) -> None:
    """Add what `tables` names for the second schema; what it adds belongs to its dialogue."""
    _add(db, SECOND_COLUMNS, SECOND_TABLES)
    _run(db, f"CREATE INDEX {_index('past_uses', 'entry')} ON past_uses (entry)")
    for owner in ("topics", "recommendations"):
        _run(db, _owner_trigger("past_uses", "entry", owner))
    _run(db, _TITLES)
    for table in ("orders", "follow_ups"):
        _run(db, f"CREATE INDEX {_index(table, 'dialogue')} ON {table} (dialogue)")
        for statement in _frozen(table, _CLOSED_ITSELF, _WRITES):
            _run(db, statement)
    for statement in _RECORD:
        _run(db, statement)


@migrations()
def third_schema(db: Database) -> None:
    """Add what `tables` names for the third schema."""
    _add(db, THIRD_COLUMNS, THIRD_TABLES)


@migrations()
def fourth_schema(db: Database) -> None:
    """Add what `tables` names for the fourth schema."""
    _add(db, FOURTH_COLUMNS, FOURTH_TABLES)
    for statement in (*_MERGING, *_frozen_since_fourth(), _KITS):
        _run(db, statement)


def _add(
    db: Database, columns: dict[str, dict[str, str]], tables: dict[str, dict[str, str]]
) -> None:
    for table, added in columns.items():
        for column, kind in added.items():
            _run(db, f"ALTER TABLE {table} ADD COLUMN {column} {kind.format(column)}")
    for name, of_table in tables.items():
        _run(db, _table(name, of_table))
        _run(db, _owner_trigger("texts", "owner", name))


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
        _owner_trigger(owned, column, owner)
        for owned, (column, owners) in _OWNED.items()
        for owner in owners
    ]


def _owner_trigger(owned: str, column: str, owner: str) -> str:
    return (
        f"CREATE TRIGGER {owned}_go_with_{owner} AFTER DELETE ON {owner}"
        f" BEGIN DELETE FROM {owned} WHERE {column} = OLD.id; END"
    )


_CLOSED_ITSELF = "(SELECT phase FROM dialogues WHERE id = {0}.dialogue) = 'closed'"


def _frozen_triggers() -> list[str]:
    """A row is frozen if its dialogue is closed; rows that go with their owner are let go."""
    of_item = _closed("SELECT dialogue FROM items WHERE id = {0}.item")
    of_finding = _closed("SELECT dialogue FROM findings WHERE id = {0}.finding")
    frozen = [(table, _CLOSED_ITSELF, _WRITES) for table in _FROZEN]
    frozen += [
        ("notes", of_item, ("INSERT", "UPDATE")),
        ("attendances", of_item, _WRITES),
        ("finding_notes", of_finding, ("INSERT",)),
        ("texts", _closed(_OWNERS_OF_TEXTS), _WRITES),
    ]
    return [statement for each in frozen for statement in _frozen(*each)]


# What a closed dialogue says of itself. Its phase may change, its place in a series, and when its
# notes are destroyed.
_OF_ITSELF = "first_day, days, time_zone, second_zone, ceiling, k, working_language, sample"
_FROZEN_LATER = (
    "hosts", "delegations", "targets", "designations", "days", "agenda_versions", "drafts",
    "circulations", "returns",
)  # fmt: skip


def _frozen_since_fourth() -> list[str]:
    """The rest of a closed dialogue; releases, what is public and letters go on after it."""
    of_item = _closed("SELECT dialogue FROM items WHERE id = {0}.item")
    frozen = [(table, _CLOSED_ITSELF, _WRITES) for table in _FROZEN_LATER]
    frozen += [
        ("item_questions", of_item, _WRITES),
        ("item_recommendations", of_item, ("INSERT", "UPDATE")),
    ]
    statements = [statement for each in frozen for statement in _frozen(*each)]
    own = "{0}.field NOT LIKE 'letter: %' AND " + _closed(_OWNERS_BESIDE)
    statements += [
        each.replace("TRIGGER texts_frozen", "TRIGGER texts_beside_frozen")
        for each in _frozen("texts", own, _WRITES)
    ]
    statements.append(
        f"CREATE TRIGGER dialogues_frozen_for_update BEFORE UPDATE OF {_OF_ITSELF} ON dialogues"
        " WHEN OLD.phase = 'closed' AND NEW.phase = 'closed'"
        " BEGIN SELECT RAISE(ABORT, 'dialogue-closed'); END"
    )
    return statements


def _frozen(table: str, condition: str, verbs: tuple[str, ...]) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_frozen_for_{verb.lower()} BEFORE {verb} ON {table}"
        f" WHEN {condition.format('OLD' if verb == 'DELETE' else 'NEW')}"
        " BEGIN SELECT RAISE(ABORT, 'dialogue-closed'); END"
        for verb in verbs
    ]


def _closed(dialogues: str) -> str:
    return f"EXISTS (SELECT 1 FROM dialogues WHERE phase = 'closed' AND id IN ({dialogues}))"


_WRITES = ("INSERT", "UPDATE", "DELETE")
_OWNERS_OF_TEXTS = " UNION ALL ".join(
    (
        *(f"SELECT dialogue FROM {table} WHERE id = {{0}}.owner" for table in _OWNING),
        "SELECT items.dialogue FROM item_questions JOIN items ON items.id = item_questions.item"
        " WHERE item_questions.id = {0}.owner",
    )
)
_OWNERS_BESIDE = " UNION ALL ".join(
    (
        "SELECT {0}.owner",
        *(
            f"SELECT dialogue FROM {table} WHERE id = {{0}}.owner"
            for table in ("hosts", "delegations", "follow_ups")
        ),
    )
)
# What is said beside a name never joins an item of the Rule: it stands at one on the record, or
# at none.
_AT_THE_RULE = "(SELECT terms FROM items WHERE id = NEW.item) <> 'on the record'"
_RECORD = (
    *(
        f"CREATE TRIGGER statements_stay_on_the_record_for_{verb.lower()} BEFORE {verb}"
        f" ON statements WHEN NEW.item IS NOT NULL AND {_AT_THE_RULE}"
        " BEGIN SELECT RAISE(ABORT, 'statement-at-rule-item'); END"
        for verb in ("INSERT", "UPDATE")
    ),
    "CREATE TRIGGER items_with_statements_stay_on_the_record BEFORE UPDATE OF terms ON items"
    " WHEN NEW.terms <> 'on the record'"
    " AND EXISTS (SELECT 1 FROM statements WHERE item = NEW.id)"
    " BEGIN SELECT RAISE(ABORT, 'item-has-statements'); END",
)
# What merging needs: versions that were shared, ids that others use, what both sides changed, and
# through which folder a dialogue is shared.
_MERGING = (
    "CREATE TABLE _lineage (id TEXT NOT NULL, table_name TEXT NOT NULL, version TEXT NOT NULL,"
    " same TEXT NOT NULL DEFAULT '', PRIMARY KEY (id, table_name, version)) STRICT, WITHOUT ROWID",
    "CREATE TABLE _renamed (id TEXT NOT NULL, table_name TEXT NOT NULL, stands TEXT NOT NULL,"
    " PRIMARY KEY (id, table_name)) STRICT, WITHOUT ROWID",
    "CREATE TABLE conflicts (id TEXT NOT NULL, table_name TEXT NOT NULL, version TEXT NOT NULL,"
    " content TEXT NOT NULL CHECK (json_valid(content)),"
    " known TEXT NOT NULL CHECK (json_valid(known)),"
    " reason TEXT NOT NULL, root_table TEXT NOT NULL, root TEXT NOT NULL,"
    " dialogue TEXT NOT NULL, PRIMARY KEY (id, table_name, version)) STRICT, WITHOUT ROWID",
    "CREATE TRIGGER conflicts_go_with_dialogues AFTER DELETE ON dialogues"
    " BEGIN DELETE FROM conflicts WHERE dialogue = OLD.id; END",
    "CREATE TABLE _teams (dialogue TEXT PRIMARY KEY NOT NULL,"
    " link TEXT NOT NULL CHECK (json_valid(link))) STRICT, WITHOUT ROWID",
)
# Kits that were made and where they were put, so that they can be looked for when what they hold is
# destroyed. No passphrase is kept.
_KITS = (
    "CREATE TABLE _kits (dialogue TEXT NOT NULL, path TEXT NOT NULL, fingerprint TEXT NOT NULL,"
    " purpose TEXT NOT NULL, made_on TEXT NOT NULL,"
    " PRIMARY KEY (dialogue, path, fingerprint)) STRICT, WITHOUT ROWID"
)
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
