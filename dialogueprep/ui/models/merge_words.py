"""Rows of a workspace in words: what each is called, and how two states of it differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dialogueprep.commands.merging import Merge
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.merge_counts import Kind, subject
from dialogueprep.domain.merge_sides import Ref, Row
from dialogueprep.store.merge_sides import shape
from dialogueprep.ui.badges import terms_word
from dialogueprep.words import language, later, listed, tr

KINDS = {
    Kind.AGENDA: later("Agenda"),
    Kind.PEOPLE: later("Participants"),
    Kind.NOTES: later("Notes"),
    Kind.FINDINGS: later("Findings"),
    Kind.DOCUMENTS: later("Documents"),
    Kind.LIBRARY: later("Library"),
}
NOUNS = {
    "attendances": later("Presence"),
    "circulations": later("Circulated draft"),
    "days": later("Day"),
    "decisions": later("Decision on a passage"),
    "delegations": later("Delegation"),
    "designations": later("Designation"),
    "dialogues": later("Dialogue"),
    "drafts": later("State of a document"),
    "finding_answers": later("Answer to a question"),
    "finding_notes": later("Note behind a finding"),
    "findings": later("Finding"),
    "follow_ups": later("Follow-up"),
    "hosts": later("Host"),
    "item_questions": later("Question"),
    "item_recommendations": later("Recommendation of an item"),
    "items": later("Agenda item"),
    "name_forms": later("Form of a name"),
    "notes": later("Note"),
    "orders": later("Order of delegations or hosts"),
    "participations": later("Participant"),
    "persons": later("Person"),
    "proposals": later("Recommendation of the round"),
    "published": later("Already public"),
    "ratings": later("Rating"),
    "recommendations": later("Recommendation"),
    "releases": later("Released file"),
    "series": later("Series"),
    "sources": later("Source"),
    "statements": later("Statement"),
    "targets": later("Target"),
    "texts": later("Wording"),
    "topics": later("Topic"),
}
_COLUMNS = {
    "acronym": later("Acronym"),
    "affiliation": later("Institution"),
    "anchor": later("Fixed start"),
    "answer": later("Answer"),
    "aside": later("Set aside"),
    "attributed_count": later("Attributed to how many"),
    "attributed_delegation": later("Attributed to a delegation"),
    "attributed_region": later("Attributed to a region"),
    "attributed_sector": later("Attributed to a sector"),
    "capacity": later("Capacity"),
    "ceiling": later("Ceiling"),
    "circulated_on": later("Circulated on"),
    "code": later("Code"),
    "day": later("Day"),
    "delegation": later("Delegation"),
    "diet": later("Diet"),
    "dimension": later("Dimension"),
    "due": later("Due"),
    "email": later("E-mail"),
    "ends": later("Ends"),
    "family": later("Family name"),
    "first_day": later("First day"),
    "given": later("Given name"),
    "indent": later("Indent"),
    "item": later("Agenda item"),
    "kind": later("Kind"),
    "minutes": later("Minutes"),
    "native": later("Name in its own script"),
    "office": later("Office"),
    "owner": later("Who does it"),
    "phase": later("Phase"),
    "phone": later("Phone"),
    "placed": later("Column"),
    "question": later("Question"),
    "reason": later("Reason"),
    "recommendation": later("Recommendation"),
    "region": later("Region"),
    "roles": later("Roles"),
    "sector": later("Sector"),
    "silent": later("Silent"),
    "standing": later("Answer to the invitation"),
    "starts": later("Begins"),
    "state": later("State"),
    "support": later("Support"),
    "tags": later("Tags"),
    "terms": later("Terms"),
    "theme": later("Theme"),
    "time_zone": later("Time zone"),
    "title": later("Title"),
    "topic": later("Topic"),
    "value": later("Value"),
    "wording": later("Wording"),
}
_NAMING = ("titles", "title", "names", "labels", "question", "claim", "texts", "text")
_NEVER = frozenset({"id", "version", "position", "owner_table"})
_CLOCK = frozenset({"starts", "ends", "anchor", "began"})
_TERMS = {each.value: each for each in Terms}


class RowWords:
    """Says what rows of both sides are called; mine goes first."""

    def __init__(self, merge: Merge) -> None:
        self._find: dict[Ref, Row] = {**merge.theirs.rows, **merge.mine.rows}
        self._texts: dict[str, dict[tuple[int, bool], str]] = {}
        for (table, _), row in self._find.items():
            if table == "texts" and row["field"] in _NAMING:
                place = (_NAMING.index(row["field"]), row["language"] != language())
                self._texts.setdefault(row["owner"], {}).setdefault(place, row["wording"])

    def subject(self, ref: Ref) -> Ref:
        """Return what people see a row as."""
        return subject(shape(), ref, self._find)

    def noun(self, ref: Ref) -> str:
        """Return what sort of thing a row is."""
        return tr(NOUNS[ref[0]]) if ref[0] in NOUNS else tr("Entry")

    def name(self, ref: Ref) -> str:
        """Return what a row is called: its title, or that of what it belongs to."""
        return self._own_name(ref) or next(self._names_above(ref), "") or self.noun(ref)

    def _own_name(self, ref: Ref) -> str:
        row = self._find.get(ref, {})
        if said := self._texts.get(ref[1]):
            return said[min(said)]
        if ref[0] == "persons":
            return " ".join(filter(None, (row.get("family"), row.get("given"))))
        return str(row.get("title") or row.get("code") or row.get("acronym") or "")

    def _names_above(self, ref: Ref) -> Iterator[str]:
        row = self._find.get(ref)
        if row is None:
            return
        above = shape().parents(ref, row, lambda each: each in self._find)
        order = sorted(above, key=lambda each: each[0] == "dialogues")
        yield from (name for each in order if (name := self.name(each)))

    def told(self, ref: Ref, row: Row | None, other: Row | None) -> str:
        """Return a row in words: its wording, and else in which ways it differs from the other."""
        if row is None:
            return ""
        if other is None:
            return str(row.get("wording") or self.name(ref))
        return "\n".join(self._differences(row, other))

    def _differences(self, row: Row, other: Row) -> Iterator[str]:
        for column, value in row.items():
            if column in _NEVER or value == other.get(column):
                continue
            said = self._value(column, value, row)
            if column == "wording":
                yield said
            else:
                label = tr(_COLUMNS[column]) if column in _COLUMNS else column.replace("_", " ")
                yield tr("{label}: {value}", label=label, value=said)

    def _value(self, column: str, value: Any, row: Row) -> str:
        if value is None or value == "":
            return tr("none")
        if column in _CLOCK:
            return f"{int(value) // 60:02}:{int(value) % 60:02}"
        if value in _TERMS:
            return terms_word(_TERMS[value])
        if isinstance(value, str) and value.startswith("["):
            return listed(str(each) for each in json.loads(value)) or tr("none")
        named = [ref for ref in self._named(column, str(value)) if ref in self._find]
        return self.name(named[0]) if named else str(value)

    def _named(self, column: str, value: str) -> Iterator[Ref]:
        for refers in shape().references.values():
            for each in refers:
                if each.column == column:
                    yield from ((table, value) for table in each.targets)


def dialogue_name(words: RowWords, names: Mapping[str, str], dialogue: str) -> str:
    """Return the heading of counts: a dialogue, or what belongs to none."""
    if not dialogue:
        return tr("In no dialogue")
    return names.get(dialogue) or words.name(("dialogues", dialogue))
