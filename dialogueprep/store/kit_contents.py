"""Which columns of which tables go into a kit of each purpose, and which rows. All else stays.

A column that is added to the schema is in no kit until it is named here; so is a field of texts.
Ids and versions go with each row. Where a column stays behind, its row has the schema's default
there, or what `STANDS_IN` says.

In no kit: private notes, lines that are still being written, ratings, sources and passages,
tags, histories of use, contacts and remarks on persons, and the settings of the workspace but its
name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dialogueprep.domain.kits import Purpose

Columns = Mapping[str, tuple[str, ...]]
"""By table."""


def _with(base: Columns, more: Columns) -> Columns:
    """Return columns of both, those of a table together."""
    both = {table: (*base.get(table, ()), *more.get(table, ())) for table in {**base, **more}}
    return MappingProxyType({table: tuple(dict.fromkeys(names)) for table, names in both.items()})


_AGENDA: Columns = {
    "texts": ("owner_table", "owner", "field", "language", "wording", "state"),
    "series": (),
    "dialogues": (
        "series", "round", "first_day", "days", "time_zone", "second_zone", "working_language",
        "sample",
    ),
    "hosts": ("dialogue", "acronym", "position"),
    "delegations": ("dialogue", "code", "region", "position"),
    "orders": ("dialogue", "kind", "language", "codes"),
    "days": ("dialogue", "number", "starts", "ends"),
    "topics": ("dimension", "formats", "shipped"),
    "recommendations": ("topic", "dimension", "formats", "shipped"),
    "items": (
        "dialogue", "kind", "day", "position", "minutes", "lane", "anchor", "terms", "topic",
        "keep_order", "aside", "stretch",
    ),
    "item_questions": ("item", "position"),
    "item_recommendations": ("item", "recommendation", "position"),
}  # fmt: skip
# How far the meeting has come, what k is, and until when notes are kept.
_IN_THE_ROOM: Columns = {
    "dialogues": ("phase", "k", "destroy_notes_on"),
    "items": ("terms_now", "closed", "began", "actual_minutes"),
}
# What names are searched by, and what descriptors are counted against.
_ROSTER: Columns = {
    "persons": (
        "family", "given", "name_order", "native", "reading", "address", "title", "honorific",
        "gender",
    ),
    "name_forms": ("person", "form", "state"),
    "participations": (
        "dialogue", "person", "delegation", "territory", "region", "sector", "seniority",
        "capacity", "affiliation", "affiliation_acronym", "affiliation_native", "office",
        "standing", "substitute_for", "facts", "position",
    ),
    "attendances": ("participation", "item", "roles", "silent"),
}  # fmt: skip
_CONSENTS: Columns = {
    "participations": ("listed_for_participants", "listed_for_public", "photo"),
}
_NOTES: Columns = {
    "notes": (
        "item", "question", "position", "indent", "kind", "wording", "language",
        "attributed_count", "attributed_delegation", "attributed_region", "attributed_sector",
        "attributed_broad", "terms", "aside", "tags", "recommendation",
    ),
}  # fmt: skip
_FOUND: Columns = {
    "findings": (
        "dialogue", "placed", "support", "theme", "recommendation", "relation", "position",
        "question",
    ),
    "finding_answers": ("finding", "question", "answer"),
    "proposals": ("dialogue", "instrument", "recommendation", "relation", "position"),
    "statements": (
        "dialogue", "item", "participation", "kind", "scope", "consented_on", "withdrawn_on",
        "position",
    ),
    "follow_ups": ("dialogue", "owner", "due", "done", "position"),
    "releases": (
        "dialogue", "product", "audience", "language", "format", "number", "released_on",
        "file_name", "sha256", "evidence", "position",
    ),
    "agenda_versions": ("dialogue", "number", "circulated", "content"),
    "designations": ("dialogue", "language", "usage", "instead_of", "settled"),
    "published": ("dialogue", "kind", "detail", "published_on", "place"),
    "dialogues": ("ceiling",),
    "items": ("for_series",),
}  # fmt: skip
_ORGANISING: Columns = {
    "dialogues": ("checked_off",),
    "delegations": ("target",),
    "targets": ("dialogue", "dimension", "category", "target"),
    "participations": (
        "invited_on", "answer_by", "answered_on", "arrives", "departs", "travel", "lodging",
        "diet", "seat",
    ),
    "persons": ("languages",),
    "finding_notes": ("finding", "note"),
    "drafts": ("dialogue", "product", "language", "number", "state"),
    "circulations": (
        "dialogue", "product", "number", "circulated_on", "comments_until", "recipients",
        "language", "position",
    ),
    "decisions": (
        "dialogue", "product", "language", "kind", "passage_kind", "fingerprint", "words",
        "reason", "ground",
    ),
    "returns": (
        "dialogue", "product", "language", "returned_on", "accepted", "edited", "declined",
        "noted", "position",
    ),
}  # fmt: skip

_OF_THE_ROOM = _with(_with(_AGENDA, _IN_THE_ROOM), _ROSTER)
_OF_THE_RECORD = _with(_with(_OF_THE_ROOM, _CONSENTS), _FOUND)

COLUMNS: Mapping[Purpose, Columns] = MappingProxyType(
    {
        Purpose.AGENDA: _with(_AGENDA, {}),
        Purpose.RAPPORTEUR: _with(_OF_THE_ROOM, {"published": ("dialogue", "kind")}),
        Purpose.NOTES: _with(_with(_AGENDA, _IN_THE_ROOM), _NOTES),
        Purpose.RECORD: _OF_THE_RECORD,
        Purpose.WHOLE: _with(_with(_OF_THE_RECORD, _NOTES), _ORGANISING),
    }
)
"""The columns of each purpose, by table; a table that is not named is not in the kit."""

STANDS_IN: Mapping[str, Mapping[str, object]] = {"participations": {"listed_for_participants": 0}}
"""What a column holds that stays behind, where the schema's default would claim something."""

_AGENDA_TEXTS: Columns = {
    "series": ("names",),
    "dialogues": ("names", "titles", "place"),
    "hosts": ("names",),
    "delegations": ("labels",),
    "topics": ("title",),
    "recommendations": ("title", "text"),
    "items": ("titles", "places"),
    "item_questions": ("question",),
}
_ROSTER_TEXTS: Columns = {"participations": ("affiliation", "position")}
_FOUND_TEXTS: Columns = {
    "dialogues": (
        "contexts", "next_steps", "press_lines", "chairs_openings", "debriefs", "backgrounds",
        "objectives", "outputs", "practicalities",
    ),
    "findings": ("claim",),
    "proposals": ("texts", "addressees", "horizons", "instruments"),
    "statements": ("texts",),
    "follow_ups": ("texts",),
}  # fmt: skip
LETTERS = "letter: "
"""What the fields of a dialogue's own letters begin with; the whole dialogue has them all."""

_RECORD_TEXTS = _with(_with(_AGENDA_TEXTS, _ROSTER_TEXTS), _FOUND_TEXTS)

TEXTS: Mapping[Purpose, Columns] = MappingProxyType(
    {
        Purpose.AGENDA: _AGENDA_TEXTS,
        Purpose.RAPPORTEUR: _with(_AGENDA_TEXTS, _ROSTER_TEXTS),
        Purpose.NOTES: _AGENDA_TEXTS,
        Purpose.RECORD: _RECORD_TEXTS,
        Purpose.WHOLE: _with(_RECORD_TEXTS, {"dialogues": (LETTERS,)}),
    }
)
"""The fields of texts of each purpose, by the table of their owner."""

SETTINGS: Mapping[Purpose, tuple[str, ...]] = {
    Purpose.WHOLE: (
        "papers/{0}", "logos/{0}", "order of names {0}", "answers wanted: {0}", "table: {0}",
        "origins/{0}", "life/{0}",
    )
}  # fmt: skip
"""The settings that belong to one dialogue and go with it; {0} is its id."""

WITHOUT_ASIDE = frozenset({Purpose.AGENDA, Purpose.RAPPORTEUR})
"""Purposes in which items that are set aside stay behind: they are on no agenda."""

LIBRARY = ("topics", "recommendations")
"""Tables of which a kit has only what the dialogue refers to; here they are never replaced."""
