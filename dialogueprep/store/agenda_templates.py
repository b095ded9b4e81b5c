"""The templates of agendas that the user has kept."""

from __future__ import annotations

import json

from dialogueprep.domain.template_records import record_of, template_from
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step


def every(store: Readable) -> tuple[AgendaTemplate, ...]:
    """Return the templates by their first name."""
    found = [
        template_from(json.loads(row["content"]), row["id"])
        for row in rows.select(store, "agenda_templates")
    ]
    return tuple(sorted(found, key=lambda t: t.titles.entries[0].wording.casefold()))


def put(step: Step, template: AgendaTemplate) -> None:
    """Write a template, new or changed."""
    content = json.dumps(record_of(template), ensure_ascii=False)
    rows.put(step, "agenda_templates", template.id, {"content": content})


def delete(step: Step, template: str) -> None:
    """Delete a template."""
    rows.delete(step, "agenda_templates", template)
