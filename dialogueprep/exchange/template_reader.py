"""Templates of agendas in TOML: the shipped ones of ``data/agendas``, and files of users."""

from __future__ import annotations

import tomllib
from pathlib import Path

from dialogueprep import paths
from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.template_records import template_from
from dialogueprep.domain.templates import AgendaTemplate
from dialogueprep.exchange.read_file import bytes_of
from dialogueprep.exchange.toml_tables import reading

LARGEST = 1_000_000  # bytes of a template that somebody brings


def read_templates(folder: Path | None = None) -> tuple[AgendaTemplate, ...]:
    """Return the templates of a folder in the order of file names; the shipped ones by default.

    Titles that items share stand once, under ``words``; an item names them with ``title``. The
    id of a template is its file's name without the leading number.
    Raises Trouble("sample-file-unreadable", file, reason).
    """
    folder = folder or paths.data() / "agendas"
    return tuple(_shipped(path) for path in sorted(folder.glob("*.toml")))


def read_template(path: Path) -> AgendaTemplate:
    """Return the template of a file that somebody brings, without an id.

    Raises Trouble("template-unreadable", file, reason), Trouble("template-too-large", name) and
    what `read_file.bytes_of` raises.
    """
    data = bytes_of(path, LARGEST, "template-too-large")
    try:
        return template_from(tomllib.loads(data.decode("utf-8-sig")), "")
    except KeyError as error:
        reason = f"{error.args[0]} is missing"
        raise Trouble("template-unreadable", file=path.name, reason=reason) from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise Trouble("template-unreadable", file=path.name, reason=str(error)) from error


def _shipped(path: Path) -> AgendaTemplate:
    with reading(path) as table:
        return template_from(table, path.stem.lstrip("0123456789-"))
