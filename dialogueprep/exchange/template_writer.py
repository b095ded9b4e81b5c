"""A template of an agenda as a TOML file, to hand to others and to take in elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from dialogueprep.domain.template_records import record_of
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.exchange.atomic import write_whole


def write_template(target: Path, template: AgendaTemplate) -> None:
    """Write a template at once; Trouble("cannot-write") leaves the file as it was."""
    write_whole(target, as_toml(template).encode())


def as_toml(template: AgendaTemplate) -> str:
    """Return the words of the file; `template_reader` reads the same template from them."""
    record = record_of(template)
    parts = [_lines({k: record[k] for k in ("titles", "summaries")})]
    for name in ("days", "items"):
        parts += [f"[[{name}]]\n{_lines(each)}" for each in record[name]]
    return "\n".join(parts)


def _lines(table: Mapping[str, Any]) -> str:
    return "".join(f"{key} = {_value(value)}\n" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        table = cast("dict[str, object]", value)
        inside = ", ".join(f"{key} = {_value(each)}" for key, each in table.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, cast('list[object]', value)))}]"
    # a JSON string is a TOML string, but for DEL, which TOML wants escaped
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
