"""How documents look, as settings: paper and logos of a dialogue, the template of a workspace."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any, cast

from dialogueprep.domain.briefs.blocks import Missing, Paper, Picture, Template
from dialogueprep.domain.briefs.house import House
from dialogueprep.domain.dialogue import DialogueId, HostId
from dialogueprep.store import settings
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step

_TEMPLATE = "house-template"


def of_dialogue(store: Readable, dialogue: DialogueId) -> House:
    """Return how the documents of a dialogue look."""
    look = cast("dict[str, str]", settings.read(store, _look(dialogue), {}))
    return House(
        paper=Paper(look.get("paper", Paper.A4)),
        missing=Missing(look.get("missing", Missing.REFUSE)),
        logos=_logos_of(store, dialogue),
        template=template(store),
    )


def template(store: Readable) -> Template | None:
    """Return the template of the workspace."""
    kept = cast("dict[str, Any] | None", settings.read(store, _TEMPLATE))
    if not kept:
        return None
    return Template(kept["name"], tuple((name, b64decode(held)) for name, held in kept["parts"]))


def put_look(step: Step, dialogue: DialogueId, paper: Paper, missing: Missing) -> None:
    """Write the paper of a dialogue, and what stands for characters without a font."""
    settings.put(step, _look(dialogue), {"paper": paper.value, "missing": missing.value})


def put_logos(step: Step, dialogue: DialogueId, logos: Mapping[HostId, Picture]) -> None:
    """Write the logos of the hosts of a dialogue."""
    kept = {host: [_text(p.png), p.width, p.height] for host, p in logos.items()}
    settings.put(step, _logos(dialogue), kept)


def put_template(step: Step, it: Template | None) -> None:
    """Write the template of the workspace, or that there is none."""
    kept = it and {"name": it.name, "parts": [[name, _text(held)] for name, held in it.parts]}
    settings.put(step, _TEMPLATE, kept)


def _logos_of(store: Readable, dialogue: DialogueId) -> dict[HostId, Picture]:
    kept = cast("dict[str, list[Any]]", settings.read(store, _logos(dialogue), {}))
    return {
        HostId(host): Picture(b64decode(png), width, height, "")
        for host, (png, width, height) in kept.items()
    }


def _look(dialogue: DialogueId) -> str:
    return f"papers/{dialogue}"


def _logos(dialogue: DialogueId) -> str:
    return f"logos/{dialogue}"


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")
