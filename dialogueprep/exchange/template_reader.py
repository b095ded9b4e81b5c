"""The agenda templates of ``data/agendas``, read into values of the domain."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dialogueprep import paths
from dialogueprep.domain.dialogue import ItemKind, Terms
from dialogueprep.domain.templates import AgendaTemplate, TemplateItem
from dialogueprep.exchange.toml_tables import Table, minutes_of, reading, texts


def read_templates(folder: Path | None = None) -> tuple[AgendaTemplate, ...]:
    """Return the templates of a folder in the order of file names; the shipped ones by default.

    Raises Trouble("sample-file-unreadable", file, reason).
    """
    folder = folder or paths.data() / "agendas"
    return tuple(_read(path) for path in sorted(folder.glob("*.toml")))


def _read(path: Path) -> AgendaTemplate:
    """Return the template of one file. Its id is the file's name without its leading number.

    Titles that items share stand once, under ``words``; an item names them with ``title``.
    """
    with reading(path) as table:
        words = table["words"]
        return AgendaTemplate(
            id=path.stem.lstrip("0123456789-"),
            titles=texts(table["titles"]),
            summaries=texts(table["summaries"]),
            items=tuple(_item(t, words) for t in table["items"]),
        )


def _item(table: Table, words: Table) -> TemplateItem:
    optional: dict[str, Any] = {k: table[k] for k in ("lane",) if k in table}
    return TemplateItem(
        kind=ItemKind(table["kind"]),
        titles=texts(words[table["title"]]),
        day=table["day"],
        minutes=table["minutes"],
        anchor=minutes_of(table.get("anchor")),
        terms=Terms(table.get("terms", Terms.RULE)),
        **optional,
    )
